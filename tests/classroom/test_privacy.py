"""Nothing that a class writes holds a person's name, a path, an address or a time of day."""

import os
import re
import shutil

import pytest

from game.classroom.rounds import read_round
from tests.classroom.test_commands import hand_in
from tests.cli.running import program

NAMES = ("Wulandari", "Fitzgerald", "Nguyen-Tran")
"""Planted as user, home, computer, folder and file names; no file may repeat them."""
ADDRESS = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{2}:){5}[0-9a-f]{2}\b|@\w+\.\w")
PATH = re.compile(r"(?<![\w.:/<])/(?:home|tmp|root|usr|var|Users)/|[A-Z]:\\")
TIME = re.compile(r"\b\d{1,2}:\d{2}\b|\b20\d\d-\d\d-\d\dT")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return every file that a round writes, played by people with telling names."""
    home = tmp_path_factory.mktemp("homes") / NAMES[0]
    home.mkdir()
    people = {
        "HOME": str(home),
        "USER": NAMES[0],
        "LOGNAME": NAMES[0],
        "USERNAME": NAMES[1],
        "HOSTNAME": NAMES[2],
        "COMPUTERNAME": NAMES[2],
        "XDG_DATA_HOME": str(home / "share"),
    }
    folder = home / f"class of {NAMES[1]}"

    def run(*words: str, typed: str = "") -> None:
        done = program(*words, env=people, typed=typed)
        assert done.returncode in (0, 1), done.stderr

    run("classroom", "pack", "indonesia-nickel", "--out", str(folder), "--games", "1", "--sealed")
    typed = "\n".join([*["1"], *["end", "yes", "1", "1"] * 20, "quit", ""])
    run("play", str(folder / "class.round"), "--text", "--number", "1", typed=typed)
    (entry,) = home.rglob("01.entry")
    shutil.copy(entry, folder / f"{NAMES[2]}.entry")
    found = read_round((folder / "class.round").read_bytes())
    bad = hand_in(found, 2, "random").replace('"sealed": "', '"sealed": "0', 1)
    noted = bad.replace('"magic"', '"x-note": 5, "magic"', 1)
    (folder / f"{NAMES[0]}.entry").write_text(noted, encoding="ascii")
    run("classroom", "standings", str(folder))
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file()
    }


def test_every_kind_of_file_is_looked_at(written: dict[str, bytes]) -> None:
    kinds = {os.path.splitext(name)[1] for name in written}
    assert {".round", ".entry", ".record", ".csv", ".html", ".log", ".txt"} <= kinds


@pytest.mark.parametrize("name", NAMES)
def test_no_file_repeats_a_planted_name(written: dict[str, bytes], name: str) -> None:
    assert [file for file, data in written.items() if name.lower().encode() in data.lower()] == []


@pytest.mark.parametrize("pattern", [ADDRESS, PATH, TIME], ids=["address", "path", "time"])
def test_no_file_holds_what_tells_of_a_computer(
    written: dict[str, bytes], pattern: re.Pattern[str]
) -> None:
    found = {file: pattern.search(data.decode()) for file, data in written.items()}
    assert {file: match.group() for file, match in found.items() if match} == {}


def test_the_patterns_find_what_they_look_for() -> None:
    assert ADDRESS.search("192.168.1.7")
    assert ADDRESS.search("ann@school.org")
    assert PATH.search('"/var/ann"')
    assert PATH.search("C:\\Users")
    assert TIME.search("at 12:30")
