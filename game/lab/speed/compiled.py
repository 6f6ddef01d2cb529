"""The same rules compiled: a copy of the program in which the engine is machine code.

mypyc turns the engine's own source into C, and a C compiler turns that into modules that stand
beside the copied sources; Python takes them instead. There is no second engine: take the compiled
modules away and the copy is the program again. Nothing here is needed to play or to run the tests.
"""

import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

COPIED = ("game", "levels", "assets", "main.py")
_MARK = "compiled-copy.txt"
"""Only a folder with this file in it is ever replaced."""
_LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
_NOT_COMPILED = ("systems", "__init__.py")
"""In the engine's folder: words about the rules, and an empty file."""

_TRANSLATE = """
import sys
from mypyc.build import mypycify
mypycify(["--config-file=", *sys.argv[1:]], target_dir="translated")
"""
_BUILD = """
import sys
from mypyc.build import mypycify
from setuptools import setup
files = ["--config-file=", *sys.argv[1:]]
modules = mypycify(files, target_dir="translated", opt_level="2", debug_level="0")
steps = ["build_ext", "--inplace", "--build-temp", "translated/objects"]
setup(name="rules", packages=[], ext_modules=modules, script_args=steps)
"""
_LARGEST_WORLD = """
from game.lab.speed.large_world import large_level
from game.lab.runs import players_of, run
level = large_level()
print(run(level, players_of(level, "history"), 1).digest)
"""
_IS_COMPILED = "from game.lab.speed.bench import is_compiled; print(is_compiled())"


class NotBuilt(Exception):
    """The rules could not be compiled; the text is a sentence that says what is missing."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the two forms of the program did with the same games.

    Attributes:
        games: What was compared.
        differences: Those of the games in which the two did not agree; empty is good.
    """

    games: tuple[str, ...]
    differences: tuple[str, ...]


def copy_program(source: Path, folder: Path) -> None:
    """Copy what is needed to run the program into a new folder, or over an earlier copy."""
    if any(folder.resolve().is_relative_to(source / name) for name in COPIED):
        raise NotBuilt(f"{folder} is part of the program: name a folder outside of it.")
    if (folder / _MARK).exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise NotBuilt(f"{folder} holds something else: name an empty or a new folder.")
    (folder / _MARK).write_text("Made by `main.py compile`.\n", encoding="utf-8")
    for name in COPIED:
        if (source / name).is_dir():
            shutil.copytree(source / name, folder / name, ignore=_LEFT_OUT)
        else:
            shutil.copy2(source / name, folder / name)


def engine_modules(folder: Path) -> list[str]:
    """Return the files that are compiled, as paths inside the program's folder."""
    engine = folder / "game" / "engine"
    found = [path.relative_to(engine) for path in engine.rglob("*.py")]
    return sorted(
        f"game/engine/{path.as_posix()}" for path in found if path.parts[0] not in _NOT_COMPILED
    )


def translate(folder: Path) -> None:
    """Turn the engine of a copy into C without compiling it: tells whether mypyc takes it all."""
    _python(folder, _TRANSLATE, engine_modules(folder))


def build(folder: Path) -> int:
    """Compile the engine of a copy; return how many modules were compiled."""
    modules = engine_modules(folder)
    _python(folder, _BUILD, modules)
    shutil.rmtree(folder / "translated")
    if _output(folder, "-c", _IS_COMPILED) != "True":
        raise NotBuilt("The rules were compiled, but Python did not take them.")
    return len(modules)


def _python(folder: Path, program: str, arguments: Sequence[str]) -> None:
    """Run a small program in a folder, of which only a failure is told."""
    done = _run(folder, "-c", program, *arguments)
    if done.returncode:
        lines = (done.stdout + done.stderr).strip().splitlines()
        errors = [x for x in lines if "error" in x.lower()]
        said = (errors or lines[-1:] or ["no reason given"])[0]
        raise NotBuilt(
            "The rules could not be compiled; this needs a C compiler, Python's headers and "
            f"requirements-dev.txt ({said.strip()})."
        )


def compare(source: Path, folder: Path, turns: int, records: Sequence[Path]) -> Comparison:
    """Play the same games with two copies of the program and compare their digests.

    Args:
        source: The program as written.
        folder: The compiled copy.
        turns: Random turns to play on the levels of the campaign.
        records: Recorded games; the copy plays them back and compares every turn's digest.
    """
    soak = ("main.py", "soak", "--turns", str(turns), "--json")
    largest = ("-c", _LARGEST_WORLD)
    games = {f"{turns} random turns": soak, "a game of the largest world": largest}
    differences = [
        name for name, words in games.items() if _output(source, *words) != _output(folder, *words)
    ]
    differences += [record.name for record in records if not _agrees(folder, record)]
    return Comparison((*games, *(record.name for record in records)), tuple(differences))


def _agrees(folder: Path, record: Path) -> bool:
    """Whether a copy plays a record back digest by digest; its name begins with the level's."""
    level = next(folder.glob(f"levels/*/{record.name.partition('.')[0]}.yaml"))
    words = ("replay", str(record.resolve()), "--level", str(level.resolve()), "--verify")
    return _run(folder, "main.py", *words).returncode == 0


def _output(folder: Path, *words: str) -> str:
    done = _run(folder, *words)
    return done.stdout.strip() or done.stderr.strip()


def _run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
