"""The commands of a class from beginning to end, as an organiser types them."""

import json
import shutil
from functools import cache
from pathlib import Path

import pytest

from game.classroom.pseudonyms import pseudonym
from game.classroom.rounds import Round, read_round
from game.content.library import load_level
from game.engine.definitions.level import Level
from game.match import play_out, start
from game.players import player_for
from tests.cli.running import program, refused, status_of

Capture = pytest.CaptureFixture[str]
LEVEL_ID = "indonesia-nickel"


@cache
def level() -> Level:
    return load_level(LEVEL_ID).level


def packed(folder: Path, *words: str) -> Round:
    assert status_of("classroom", "pack", LEVEL_ID, "--out", str(folder), *words) == 0
    return read_round((folder / "class.round").read_bytes())


def hand_in(found: Round, number: int, *players: str) -> str:
    """Return the text of an entry with a game for each player named."""
    text = ""
    for seed, player in zip(found.seeds, players, strict=False):
        match = start(
            level(),
            found.seat,
            found.mandate,
            seed,
            {seat: player_for(other) for seat, other in found.others},
            program=found.program,
            build=found.build,
            round_id=found.id,
            entrant=number,
        )
        text += play_out(match, player_for(player)).record_text()
    return text


@pytest.fixture(scope="module")
def round_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A packed round with three entries, one of them bad, and one that came too late."""
    folder = tmp_path_factory.mktemp("a class") / "round"
    found = packed(folder, "--games", "2", "--numbers", "5", "--deadline", "Friday, noon")
    texts = {
        "1.entry": hand_in(found, 1, "random", "status-quo"),
        "2.entry": hand_in(found, 2, "history"),
        "3.record": hand_in(found, 3, "status-quo").replace('"sealed": "', '"sealed": "0', 1),
        "4.entry": hand_in(found, 1, "status-quo", "status-quo"),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="ascii")
    return folder


@pytest.fixture
def folder(round_folder: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(round_folder, tmp_path / "round"))


@pytest.fixture
def quick_references(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the reference player that looks ahead; it takes a second for each game."""
    for room in ("game.cli.classroom_table", "game.classroom.standings"):
        monkeypatch.setattr(f"{room}.REFERENCE_PLAYERS", ("status-quo",))


def test_pack_writes_a_round_and_its_numbers(tmp_path: Path, capsys: Capture) -> None:
    found = packed(tmp_path / "new", "--numbers", "7", "--games", "4", "--mandate", "guardian")
    said = capsys.readouterr().out
    assert (found.level, found.games, found.entrants, found.mandate) == (
        LEVEL_ID, 4, 7, "guardian",
    )  # fmt: skip
    assert found.level_digest == level().digest
    assert "Luck could be known" in said
    numbers = (tmp_path / "new" / "numbers.txt").read_text(encoding="utf-8")
    assert all(pseudonym(found.id, number) in numbers for number in range(1, 8))
    assert not (tmp_path / "new" / "sealed.round").exists()


def test_pack_sealed_writes_a_copy_without_the_luck(tmp_path: Path) -> None:
    found = packed(tmp_path / "new", "--sealed")
    sealed = (tmp_path / "new" / "sealed.round").read_text(encoding="utf-8")
    assert found.luck not in sealed
    assert found.luck_hash in sealed
    assert read_round(sealed.encode()).id == found.id


def test_pack_does_not_write_over_a_round(folder: Path, capsys: Capture) -> None:
    before = (folder / "class.round").read_bytes()
    words = ("classroom", "pack", LEVEL_ID, "--out", str(folder))
    assert "holds a round already" in refused(capsys, *words, status=2)
    assert (folder / "class.round").read_bytes() == before


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--games", "0"), "--games must be 1 to 9"),
        (("--numbers", "1000"), "--numbers must be 1 to 999"),
        (("--deadline", "x" * 90), "--deadline must be one line"),
        (("--seat", "mars"), "Nobody governs 'mars'"),
        (("--mandate", "pirate"), "has no mandate 'pirate'"),
    ],
)
def test_pack_refuses_in_one_sentence(
    words: tuple[str, ...], why: str, tmp_path: Path, capsys: Capture
) -> None:
    command = ("classroom", "pack", LEVEL_ID, "--out", str(tmp_path / "new"), *words)
    assert why in refused(capsys, *command, status=2)
    assert not (tmp_path / "new").exists()


def test_verify_says_one_line_for_each_file(folder: Path, capsys: Capture) -> None:
    names = ("1.entry", "2.entry", "3.record")
    files = [str(folder / name) for name in names]
    assert status_of("classroom", "verify", *files) == 1
    lines = capsys.readouterr().out.splitlines()
    assert all(line.startswith(f"{file}: ") for line, file in zip(lines, files, strict=True))
    assert "score" in lines[0]
    assert "16 turns were played on without orders" in lines[1]
    assert "refused (number 3, " in lines[2]
    assert "Game 1, turn 1: " in lines[2]
    assert status_of("classroom", "verify", files[0]) == 0


def test_verify_as_json_names_the_first_bad_turn(folder: Path, capsys: Capture) -> None:
    files = [str(folder / "1.entry"), str(folder / "3.record")]
    assert status_of("classroom", "verify", *files, "--json", "--workers", "1") == 1
    good, bad = json.loads(capsys.readouterr().out)["entries"]
    assert (good["ok"], good["entrant"], len(good["games"])) == (True, 1, 2)
    assert (bad["ok"], bad["game"], bad["turn"], bad["code"]) == (False, 1, 1, "wrong_digest")


def test_a_name_of_a_file_cannot_play_tricks_on_the_terminal(folder: Path, capsys: Capture) -> None:
    for number, name in enumerate(("a\x1b[31mred.entry", "two\nlines.entry")):
        (folder / name).write_text("no entry" * (number + 1), encoding="ascii")
    files = [str(path) for path in folder.glob("*.entry") if not path.name.isprintable()]
    assert status_of("classroom", "verify", *files) == 1
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 2
    assert all(line.isprintable() for line in said)


def test_verify_where_no_process_starts(
    folder: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise BlockingIOError

    monkeypatch.setattr("game.classroom.workers._Worker", fail)
    said = refused(capsys, "classroom", "verify", str(folder / "1.entry"), status=1)
    assert said.startswith("No process could be started")


def test_verify_needs_no_more_than_the_file_and_the_round(folder: Path, tmp_path: Path) -> None:
    lone = tmp_path / "mailed.entry"
    shutil.copy(folder / "1.entry", lone)
    done = program("classroom", "verify", str(lone), "--round", str(folder / "class.round"))
    assert (done.returncode, done.stderr) == (0, "")


def test_standings_print_and_write_the_table(folder: Path, capsys: Capture) -> None:
    assert status_of("classroom", "standings", str(folder)) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split()[0] == "1"
    assert {lines[1].split()[1], lines[2].split()[1]} == {"1", "2"}
    assert any(line.startswith("3.record: does not count.") for line in lines)
    assert any(line.startswith("4.entry: does not count. It came after") for line in lines)
    page = (folder / "standings.html").read_text(encoding="utf-8")
    assert "Nickel" in page
    assert "Friday, noon" in page


@pytest.mark.usefixtures("quick_references")
def test_standings_made_anew_are_the_same_bytes(folder: Path, capsys: Capture) -> None:
    names = ("standings.csv", "standings.html", "received.log")
    assert status_of("classroom", "standings", str(folder)) == 0
    before = [(folder / name).read_bytes() for name in names]
    for name in names[:2]:
        (folder / name).unlink()
    assert status_of("classroom", "standings", str(folder), "--workers", "1") == 0
    assert [(folder / name).read_bytes() for name in names] == before


@pytest.mark.usefixtures("quick_references")
def test_a_file_that_comes_later_does_not_take_the_place_of_the_first(
    folder: Path, capsys: Capture
) -> None:
    assert status_of("classroom", "standings", str(folder)) == 0
    first = capsys.readouterr().out.splitlines()[1:3]
    shutil.copy(folder / "4.entry", folder / "0.entry")  # sorts before what was received
    assert status_of("classroom", "standings", str(folder)) == 0
    assert capsys.readouterr().out.splitlines()[1:3] == first


@pytest.mark.usefixtures("quick_references")
def test_a_changed_list_of_files_received_is_told(folder: Path, capsys: Capture) -> None:
    assert status_of("classroom", "standings", str(folder)) == 0
    log = folder / "received.log"
    log.write_text(
        log.read_text(encoding="ascii").replace('"received": 2', '"received": 9'), "ascii"
    )
    capsys.readouterr()
    assert "was changed in line 2" in refused(
        capsys, "classroom", "standings", str(folder), status=1
    )


@pytest.mark.parametrize(
    ("words", "status", "why"),
    [
        (("verify", "{f}/gone.entry"), 2, "cannot be read"),
        (("verify", "{f}/1.entry", "--round", "{f}/1.entry"), 1, "is no round"),
        (("verify", "{f}/1.entry", "--round", "{f}/gone"), 2, "cannot be read"),
        (("verify", "{f}/1.entry", "--level", "indonesia-bauxite"), 1, "made for another"),
        (("verify", "{f}/1.entry", "--workers", "0"), 2, "--workers must be"),
        (("verify", "{f}/sub/1.entry"), 2, "There is no round"),
        (("standings", "{f}/gone"), 2, "There is no folder"),
        (("standings", "{f}/sub"), 2, "There is no round"),
    ],
)
def test_what_cannot_be_run_is_one_sentence(
    words: tuple[str, ...], status: int, why: str, folder: Path, capsys: Capture
) -> None:
    (folder / "sub").mkdir()
    said = refused(capsys, "classroom", *(x.format(f=folder) for x in words), status=status)
    assert why in said


def test_a_sealed_round_cannot_be_verified_before_it_is_opened(
    tmp_path: Path, capsys: Capture
) -> None:
    found = packed(tmp_path / "new", "--sealed", "--games", "1")
    file = tmp_path / "new" / "1.entry"
    file.write_text(hand_in(found, 1, "status-quo"), encoding="ascii")
    sealed = tmp_path / "new" / "sealed.round"
    capsys.readouterr()
    words = ("classroom", "verify", str(file), "--round", str(sealed))
    assert "still sealed" in refused(capsys, *words, status=1)
    assert status_of("classroom", "verify", str(file)) == 0
