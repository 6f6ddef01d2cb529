"""What the command line hands to the screens: levels, games, settings, reports, the codex."""

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.cli import level_index as index_module
from game.cli.level_index import IndexEntry
from game.cli.services import GameServices
from game.content import library
from game.engine.orders import Order
from game.engine.record import RULES_VERSION
from game.storage import record_file
from game.storage.folder import data_folder
from game.ui.services import Refused, Settings
from tests.cli.running import LEVEL, MANDATE, changed, recorded

ORDER = Order("royalty", "nickel", (400,))
posix = pytest.mark.skipif(sys.platform == "win32", reason="platform: rights of POSIX")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[GameServices]:
    """Services on a folder of their own."""
    made = GameServices(data_folder(tmp_path / "player"))
    yield made
    made.close()


@pytest.fixture
def campaign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign folder with one level that is sound and one that is broken."""
    levels = tmp_path / "levels"
    folder = levels / "campaign"
    shutil.copytree(library.CAMPAIGN_FOLDER / "baselines", folder / "baselines")
    shutil.copy(library.CAMPAIGN_FOLDER / f"{LEVEL}.yaml", folder)
    (folder / "broken.yaml").write_text("id: broken\nminutes: never\n", encoding="utf-8")
    monkeypatch.setattr(library, "CAMPAIGN_FOLDER", folder)
    monkeypatch.setattr(index_module, "LEVELS_FOLDER", levels)
    return folder


# ---- levels


def test_every_shipped_level_is_listed_with_what_the_picker_shows(services: GameServices) -> None:
    listed = {entry.id: entry for entry in services.levels()}
    assert set(listed) == set(library.level_ids())
    for entry in listed.values():
        assert entry.problem == ""
        assert entry.title
        assert entry.summary
        assert entry.goals
        assert entry.seats
        assert len(entry.flags) == len(entry.seats)
        assert entry.turns > 0
        assert entry.minutes > 0
        assert entry.pin
        assert abs(entry.pin.latitude) <= 90
        assert entry.saved is None
        assert not entry.finished


def test_a_broken_level_is_listed_with_its_first_problem(
    services: GameServices, campaign: Path
) -> None:
    sound, broken = services.levels()
    assert (broken.id, sound.id) == ("broken", LEVEL)
    assert "broken.yaml:" in broken.problem
    assert broken.problem_count > 1
    assert sound.problem == ""
    with pytest.raises(Refused, match=r"broken\.yaml:"):
        services.load("broken")
    with pytest.raises(Refused, match="mars"):
        services.load("mars")


def test_the_index_is_used_and_renewed_when_a_file_changes(
    services: GameServices, campaign: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = services.levels()
    made = []
    make = index_module._make
    monkeypatch.setattr(index_module, "_make", lambda x: made.append(x) or make(x))
    assert services.levels() == first
    assert made == []
    (campaign / "broken.yaml").unlink()
    assert [entry.id for entry in services.levels()] == [LEVEL]
    assert made == ["en"]
    path = campaign / f"{LEVEL}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("minutes: 25", "minutes: 125"), encoding="utf-8")
    assert services.levels()[0].minutes == 125
    atlas = campaign.parent / "atlas"
    atlas.mkdir()
    (atlas / "new.yaml").write_text("a: 1\n", encoding="utf-8")
    services.levels()
    assert len(made) == 3


@pytest.mark.parametrize(
    "damage",
    [
        lambda good: "",
        lambda good: good[: len(good) // 2],
        lambda good: "[1, 2]",
        lambda good: good.replace('"title"', '"name"'),
        lambda good: good.replace('"levels": [', '"levels": [7, '),
        lambda good: good.replace('"key": "', '"key": "0'),
        lambda good: good.replace('"turns": 16', '"turns": "16"'),
        lambda good: good.replace('"goals": [', '"goals": 5, "flags": ['),
        lambda good: "[" * 100_000,
        lambda good: "\udcff",
    ],
)
def test_a_damaged_index_is_made_anew(
    services: GameServices, damage: "type[str]", campaign: Path
) -> None:
    good = services.levels()
    kept = services.folder.path / "levels.json"
    before = kept.read_text(encoding="utf-8")
    bad = damage(before)
    assert bad != before
    kept.write_bytes(bad.encode("utf-8", "surrogateescape"))
    assert services.levels() == good
    assert kept.read_text(encoding="utf-8") == before


def test_an_index_that_cannot_be_kept_is_no_fault(services: GameServices) -> None:
    (services.folder.path / "levels.json").mkdir()
    listed = [entry.id for entry in services.levels()]
    assert sorted(listed) == list(library.level_ids())
    assert listed[:2] == ["vietnam-bauxite", "indonesia-nickel"]


# ---- games


def test_a_game_is_taken_up_where_it_stood(services: GameServices) -> None:
    match = services.start(services.load(LEVEL), MANDATE, 5)
    match.give(ORDER)
    match.seal()
    match.give(Order("royalty", "nickel", (500,)))
    services.close()
    again = GameServices(services.folder)
    saved = next(entry.saved for entry in again.levels() if entry.id == LEVEL)
    assert saved
    assert (saved.turn, saved.date, saved.over, saved.problem) == (1, "2010", False, "")
    assert saved.mandate_name == "Industrialiser"
    assert saved.when
    _, resumed = again.resume(saved.id)
    assert resumed.digest == match.digest
    assert resumed.draft == match.draft
    resumed.seal()
    again.close()
    assert again.save_trouble(resumed) == ""
    listed = next(x.saved for x in GameServices(services.folder).levels() if x.id == LEVEL)
    assert listed
    assert listed.turn == 2


def test_luck_is_drawn_afresh_and_fits_the_command_line(services: GameServices) -> None:
    case = services.load(LEVEL)
    seeds = {services.start(case, MANDATE).header.seed for _ in range(3)}
    assert len(seeds) == 3
    assert all(0 <= seed < 10**15 for seed in seeds)


def test_a_goal_that_is_none_leaves_no_file(services: GameServices) -> None:
    with pytest.raises(Refused, match="pirate"):
        services.start(services.load(LEVEL), "pirate")
    assert list(services.folder.saves.iterdir()) == []


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('"level_digest": "', '"level_digest": "0', "changed after"),
        (f'"rules": {RULES_VERSION}', '"rules": 99', "other rules"),
        ('"level": "', '"level": "not-', "not-indonesia-nickel"),
        ('"setting": [400]', '"setting": [401]', "forbidden order"),
    ],
)
def test_a_save_that_does_not_fit_is_refused_and_left_as_it_was(
    old: str, new: str, why: str, tmp_path: Path
) -> None:
    path = changed(recorded(tmp_path), old, new)
    path.write_bytes(path.read_bytes()[:-5])  # torn as well: it must stay so
    before = path.read_bytes()
    services = GameServices(data_folder(tmp_path))
    with pytest.raises(Refused, match=why):
        services.resume(path.name)
    assert path.read_bytes() == before


@pytest.mark.parametrize("name", ["gone.record", "../../elsewhere.record", ""])
def test_a_save_that_is_gone(name: str, services: GameServices) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        services.resume(name)


def test_a_changed_level_is_told_in_the_list(services: GameServices, campaign: Path) -> None:
    services.start(services.load(LEVEL), MANDATE, 5)
    path = campaign / f"{LEVEL}.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("credibility: 30 %", "credibility: 31 %"), encoding="utf-8")
    saved = next(entry.saved for entry in services.levels() if entry.id == LEVEL)
    assert saved
    assert "changed after" in saved.problem


# ---- a disk that fails


class FailingDisk:
    """Stands for a record's open file; every write fails with an error number."""

    def __init__(self, file: object, number: int) -> None:
        self.file = file
        self.number = number

    def write(self, data: bytes) -> int:
        raise OSError(self.number, os.strerror(self.number))

    def __getattr__(self, name: str) -> object:
        return getattr(self.file, name)


def test_a_full_disk_is_told_and_nothing_is_lost(services: GameServices) -> None:
    match = services.start(services.load(LEVEL), MANDATE, 5)
    file = services._files[id(match)]
    disk, file._file = file._file, FailingDisk(file._file, errno.ENOSPC)
    match.give(ORDER)
    assert "the disk is full" in services.save_trouble(match)
    file._file = disk
    match.seal()
    assert services.save_trouble(match) == ""
    lines = record_file.read(file.path).lines
    assert len(lines) == 2


def test_a_disk_that_is_full_from_the_first_line(
    services: GameServices, monkeypatch: pytest.MonkeyPatch
) -> None:
    create = record_file.create

    def failing(path: Path) -> record_file.RecordFile:
        made = create(path)
        made._file = FailingDisk(made._file, errno.ENOSPC)
        return made

    monkeypatch.setattr(record_file, "create", failing)
    match = services.start(services.load(LEVEL), MANDATE, 5)
    assert "the disk is full" in services.save_trouble(match)


def test_a_game_without_a_file_goes_on_and_says_so(services: GameServices) -> None:
    shutil.rmtree(services.folder.saves)
    match = services.start(services.load(LEVEL), MANDATE, 5)
    assert "could not be saved" in services.save_trouble(match)
    assert not match.give(ORDER)
    match.seal()
    assert match.turn == 1


# ---- settings, reports, codex


def test_settings_are_kept(services: GameServices) -> None:
    assert services.settings() == Settings()
    wanted = Settings(
        text_percent=125, sound=False, reduced_motion=True, high_contrast=True, fullscreen=True
    )
    services.keep_settings(wanted)
    assert services.settings() == wanted
    assert GameServices(services.folder).settings() == wanted


def test_settings_that_cannot_be_kept_hold_until_the_end(services: GameServices) -> None:
    services.folder.settings.mkdir()
    with pytest.raises(Refused, match="could not be saved"):
        services.keep_settings(Settings(text_percent=150))
    assert services.settings().text_percent == 150


def test_a_debrief_is_written_where_it_says(services: GameServices) -> None:
    case = services.load(LEVEL)
    match = services.start(case, MANDATE, 5)
    where = Path(services.export_debrief(case, match, "<!DOCTYPE html>…"))
    assert where.is_relative_to(services.folder.path)
    assert where.read_text(encoding="utf-8") == "<!DOCTYPE html>…"


def test_a_debrief_that_cannot_be_written(services: GameServices) -> None:
    (services.folder.path / "reports").write_text("in the way", encoding="utf-8")
    case = services.load(LEVEL)
    match = services.start(case, MANDATE, 5)
    with pytest.raises(Refused, match="could not be saved"):
        services.export_debrief(case, match, "page")


def test_the_codex_has_entries_with_their_origin(services: GameServices) -> None:
    codex = services.codex()
    assert services.codex() is codex
    assert len(codex.terms) > 10
    assert all(term.term and term.meaning for term in codex.terms)
    assert len(codex.figures) > 100
    assert all(figure.text and figure.origin for figure in codex.figures)
    assert codex.disagreements
    assert all(card.question and card.rivals for card in codex.disagreements)
    assert all(source.title for source in codex.sources)


@pytest.mark.parametrize("level", library.level_ids())
def test_sources_stand_in_the_order_of_their_numbers(level: str, services: GameServices) -> None:
    case = services.load(level)
    assert [source.number for source in case.sources] == list(range(1, len(case.sources) + 1))
    assert len({source.id for source in case.sources}) == len(case.sources) >= 3
    cited = {int(x) for text in case.texts.values() for x in numbers_in(text)}
    assert cited <= {source.number for source in case.sources}
    assert all(source.title and source.publisher for source in case.sources)


def numbers_in(text: str) -> list[str]:
    """Return the citation numbers of a text, such as 3 in "sold abroad [3]"."""
    return [part.partition("]")[0] for part in text.split("[")[1:] if part[:1].isdigit()]


def test_the_index_is_plain_data(services: GameServices) -> None:
    services.levels()
    kept = json.loads((services.folder.path / "levels.json").read_text(encoding="utf-8"))
    assert set(kept) == {"key", "levels"}


# ---- scenarios and seats


def test_a_scenario_is_listed_played_saved_and_taken_up_again(services: GameServices) -> None:
    entry = next(x for x in services.levels() if x.scenarios)
    scenario = entry.scenarios[-1]
    assert scenario.key.startswith(f"{entry.id}@")
    assert scenario.name
    assert scenario.line
    assert "[" not in scenario.line
    case = services.load(scenario.key)
    match = services.start(case, case.level.mandates[0].id)
    assert match.header.level == scenario.key
    match.seal()
    saved = next(x.saved for x in services.levels() if x.id == entry.id)
    assert saved is not None
    assert (saved.key, saved.problem) == (scenario.key, "")
    assert saved.played_as == f"Scenario: {scenario.name}"
    taken_up, again = services.resume(saved.id)
    assert taken_up.level.scenario == scenario.key.partition("@")[2]
    assert (again.turn, again.world.values) == (1, match.world.values)


def test_another_seat_is_played_and_told_in_the_list(services: GameServices) -> None:
    entry = next(x for x in services.levels() if len(x.seats) > 1)
    case = services.load(entry.id, entry.seats[1])
    match = services.start(case, case.level.mandates[0].id)
    assert match.seat == entry.seats[1]
    saved = next(x.saved for x in services.levels() if x.id == entry.id)
    assert saved is not None
    assert saved.played_as == entry.seat_names[1]
    assert services.resume(saved.id)[0].seat == entry.seats[1]


def test_files_that_cannot_be_read_are_told_with_their_level(services: GameServices) -> None:
    folder = services.folder.saves
    (folder / "indonesia-nickel-0007.record").write_text("", encoding="utf-8")
    (folder / "mars-0001.record").write_text("no record\n", encoding="utf-8")
    lost = {each.file: each for each in services.lost_saves()}
    assert lost["indonesia-nickel-0007.record"].level == "indonesia-nickel"
    assert lost["indonesia-nickel-0007.record"].why == (
        "This saved game is empty. Start the level anew."
    )
    assert lost["mars-0001.record"].level == ""
    assert all(entry.saved is None for entry in services.levels())


def test_levels_stand_in_the_order_of_play_and_easier_ones_first() -> None:
    entries = [
        IndexEntry("broken", "B", problem="x"),
        IndexEntry("hard", "H", difficulty=3),
        IndexEntry("easy", "E", difficulty=1),
        IndexEntry("second", "S", difficulty=1, order=2),
        IndexEntry("first", "F", difficulty=3, order=1),
    ]
    ordered = [entry.id for entry in index_module.in_order_of_play(entries)]
    assert ordered == ["first", "second", "easy", "hard", "broken"]
