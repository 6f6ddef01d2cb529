"""Synthesise the game's five short sounds with the standard library; no recordings are used.

python assets/build/build_sounds.py
"""

from __future__ import annotations

import math
import struct
import wave
from dataclasses import dataclass
from pathlib import Path

RATE_HZ = 22050
PEAK = 0.32
SOUNDS = Path(__file__).resolve().parent.parent / "sounds"


@dataclass(frozen=True, slots=True)
class Note:
    """One struck tone: when it starts, how long it rings, how high and how loud it is."""

    start_s: float
    length_s: float
    pitch_hz: float
    loudness: float = 1.0
    overtone: float = 0.25


RECIPES: dict[str, tuple[Note, ...]] = {
    "click": (Note(0.0, 0.05, 1250.0, 0.55, 0.1),),
    "confirm": (Note(0.0, 0.12, 587.3, 0.8), Note(0.07, 0.22, 880.0, 0.8)),
    "end-turn": (
        Note(0.0, 0.5, 220.0, 0.9, 0.4),
        Note(0.12, 0.5, 329.6, 0.7),
        Note(0.24, 0.6, 440.0, 0.6),
    ),
    "good": (Note(0.0, 0.3, 523.3, 0.7), Note(0.09, 0.3, 659.3, 0.7), Note(0.18, 0.45, 784.0, 0.7)),
    "warning": (Note(0.0, 0.2, 392.0, 0.9, 0.5), Note(0.17, 0.34, 311.1, 0.9, 0.5)),
}


def level_at(note: Note, time_s: float) -> float:
    """Return a note's share of the wave at a moment: soft start, even decay, gentle end."""
    own = time_s - note.start_s
    if not 0 <= own < note.length_s:
        return 0.0
    attack = min(1.0, own / 0.006)
    release = min(1.0, (note.length_s - own) / 0.02)
    decay = math.exp(-4.5 * own / note.length_s)
    turn = 2 * math.pi * note.pitch_hz * own
    tone = math.sin(turn) + note.overtone * math.sin(2 * turn)
    return note.loudness * attack * release * decay * tone


def samples(notes: tuple[Note, ...]) -> list[int]:
    """Return 16-bit samples of the notes, scaled so that the loudest is at PEAK of full scale."""
    length_s = max(note.start_s + note.length_s for note in notes)
    moments = (index / RATE_HZ for index in range(int(length_s * RATE_HZ)))
    curve = [sum(level_at(note, moment) for note in notes) for moment in moments]
    loudest = max(abs(value) for value in curve)
    return [round(value / loudest * PEAK * 32767) for value in curve]


def write_sound(target: Path, values: list[int]) -> None:
    """Write mono 16-bit samples as a WAV file."""
    with wave.open(str(target), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE_HZ)
        out.writeframes(struct.pack(f"<{len(values)}h", *values))


def main() -> None:
    """Write every sound of the recipes."""
    SOUNDS.mkdir(parents=True, exist_ok=True)
    for name, notes in RECIPES.items():
        write_sound(SOUNDS / f"{name}.wav", samples(notes))
    print(f"{len(RECIPES)} sounds")


if __name__ == "__main__":
    main()
