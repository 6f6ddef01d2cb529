"""A match written to disk as it is played, left at any line, and taken up again."""

import errno
import os
from pathlib import Path

import pytest

from game.match import Match, resume, start, verify
from game.players import player_for
from game.storage import CouldNotSave, RecordFile, new_save, read, reopen
from tests.worlds import AVAL, BAN_ANNOUNCED, BORA, PARK, TAX, small_level

LEVEL = small_level()


def saved_match(folder: Path) -> tuple[Match, RecordFile]:
    """Start a match whose lines go to a new save."""
    file = new_save(folder, LEVEL.id)
    others = {BORA: player_for("open_trader")}
    match = start(LEVEL, AVAL, "guardian", 3, others, program="0.1.0", journal=file.append)
    return match, file


def play_a_little(match: Match) -> None:
    match.give(BAN_ANNOUNCED)
    match.seal()
    match.give(PARK)
    match.give(TAX)
    match.undo()
    match.predict("trust-later", 1, "drift")


def test_a_game_left_at_any_byte_goes_on_from_its_last_whole_line(tmp_path: Path) -> None:
    whole, file = saved_match(tmp_path)
    play_a_little(whole)
    file.close()
    data = file.path.read_bytes()
    path = tmp_path / "left.record"
    for size in range(data.index(b"\n") + 1, len(data) + 1, 7):
        path.write_bytes(data[:size])
        record = read(path)
        with reopen(path) as again:
            match = resume(LEVEL, record, player_for, again.append)
            assert match.lines == whole.lines[: len(record.lines)]
            match.seal()
        assert verify(LEVEL, read(path), player_for).ok
        assert read(path).lines == tuple(match.lines)


def test_a_game_goes_on_while_the_disk_is_full_and_is_whole_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    match, file = saved_match(tmp_path)

    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(CouldNotSave):
            match.give(BAN_ANNOUNCED)
        with pytest.raises(CouldNotSave):
            match.seal()
    match.give(PARK)
    file.close()
    again = resume(LEVEL, read(file.path), player_for)
    assert again.digests == match.digests
    assert again.draft == match.draft
    assert again.turn == 1
