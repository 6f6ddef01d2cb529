"""What the engine receives from the shipped level, and the hash by meaning."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from game.content.atlas import ATLAS_FOLDER, references
from game.content.baseline import baseline_path, read_baseline, write_baseline
from game.content.build.dates import Dates
from game.content.faults import Severity
from game.content.library import load_level
from game.content.loaded import LoadedLevel
from game.engine.definitions.level import Level
from game.engine.layout.layout import layout_of
from game.engine.options import options
from game.engine.orders import Sheet
from game.engine.start.opening import open_world
from game.engine.turn import DONE, resolve_turn
from game.engine.world import World


def _load(name: str) -> ModuleType:
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


level_text = _load("level_text")


@pytest.fixture(scope="module")
def nickel() -> LoadedLevel:
    """The shipped level."""
    return load_level("indonesia-nickel")


def play(level: Level, *, path: bool) -> tuple[World, list[str]]:
    """The world after the last turn, and what was refused on the way."""
    world, refused = open_world(level, 1), []
    for turn in range(level.turns):
        sheets = {
            state.id: Sheet(state.id, turn, state.path[turn] if path and state.path else ())
            for state in level.states
        }
        resolved = resolve_turn(world, sheets, detail=False)
        refused += [str(result) for result in resolved.results if result.status != DONE]
        world = resolved.world
    return world, refused


@pytest.mark.parametrize("path", [True, False], ids=["historical path", "status quo"])
def test_the_level_is_played_to_its_end_without_refusals(nickel: LoadedLevel, path: bool) -> None:
    world, refused = play(nickel.level, path=path)
    assert world.over
    assert refused == []


def test_the_historical_path_ends_elsewhere_than_the_status_quo(nickel: LoadedLevel) -> None:
    with_path, _ = play(nickel.level, path=True)
    without, _ = play(nickel.level, path=False)
    feed = "indonesia/nickel/plant_feed"
    assert with_path.figure(feed) > 2 * without.figure(feed)


def test_prices_are_those_of_the_figures(nickel: LoadedLevel) -> None:
    figures = references().figures
    wanted = [figures[f"H{number:03d}"]["series"]["nickel"] * 100 for number in range(1, 17)]
    assert list(nickel.level.minerals[0].fed_price) == wanted


def test_demand_grows_from_the_figure_of_the_first_year(nickel: LoadedLevel) -> None:
    demand = nickel.historical.minerals[0].demand
    world_2009 = references().figures["H036"]["series"]["world"]
    assert demand[0] == world_2009 * 1_000_000
    assert demand[1] == round(world_2009 * 1.089) * 1_000_000
    assert len(demand) >= nickel.level.turns + 3
    assert list(demand) == sorted(demand)


def test_the_seat_starts_with_options_for_every_lever_of_the_first_step(
    nickel: LoadedLevel,
) -> None:
    world = open_world(nickel.level, 1)
    offered = {order.lever for order in options(world, "indonesia")}
    first_turn, first = nickel.meta.disclosure["indonesia"][0]
    assert first_turn == 1
    assert set(first) - {"answer_offer"} <= offered


def test_a_state_has_only_the_provinces_that_its_level_names(nickel: LoadedLevel) -> None:
    with (ATLAS_FOLDER / "states.yaml").open(encoding="utf-8") as file:
        known = yaml.safe_load(file)["states"]["indonesia"]["provinces"]
    indonesia = next(state for state in nickel.level.states if state.id == "indonesia")
    named = {province.id for province in indonesia.provinces}
    assert named == {"sulawesi", "north-maluku"} <= set(known)


def test_flags_and_capitals_are_known_for_every_actor(nickel: LoadedLevel) -> None:
    level, meta = nickel.level, nickel.meta
    assert set(meta.flags) == {x.id for x in level.states} | {x.id for x in level.partners}
    assert set(meta.capitals) == {state.id for state in level.states}
    folder = ATLAS_FOLDER.parents[1] / "assets"
    names = {path.stem for path in folder.rglob("*") if path.is_file()}
    assert set(meta.flags.values()) <= names


# ---- the hash by meaning -------------------------------------------------------------------

LOAN = "      loan: {grid: [0, 100, 200, 300, 500], offered: 200, worth: -1 %}\n"
YEARS = "      years: {grid: [5, 10, 15, 20], offered: 15, worth: 2 %}\n"

SAME = {
    "a comment": ("id: indonesia-nickel", "# a comment\nid: indonesia-nickel  # and one more"),
    "a text": ("Miners march as pits fall silent", "Miners march"),
    "an adviser": ("Tax the ore first.", "Tax first."),
    "a quiz answer": ("It fell sharply", "It fell"),
    "a source": (
        "knowledge: public\n    sources: [H001, H002]",
        "knowledge: public\n    sources: [H001]",
    ),
    "a flag": ("rivals:\n  others:", "rivals:\n\n  others:"),
    "a translation": (
        "name: {en: Industrialiser}",
        "name: {en: Industrialiser, id: Pembangun industri}",
    ),
    "a note": ("note: Few and careful projects.", "note: Very few projects."),
    "order of keys": (
        "author: The Downstream authors\nlicence: CC BY 4.0\n",
        "licence: CC BY 4.0\nauthor: The Downstream authors\n",
    ),
    "another unit": ("treasury: 600 mn USD", "treasury: 0.6 bn USD"),
    "order of offers' terms": (
        f"{LOAN}{YEARS}",
        f"{YEARS}{LOAN}",
    ),
}

ONE_MORE_MANDATE = """\
mandates:
  other:
    name: {en: Other}
    weights: {value: 95, revenue: 1, jobs: 1, environment: 1, autonomy: 1, standing: 1}
"""

DIFFERENT = {
    "a number": ("treasury: 600 mn USD", "treasury: 601 mn USD"),
    "a condition": ("philippines/nickel/mined > 250 kt", "philippines/nickel/mined > 251 kt"),
    "an effect": ("figure: indonesia/trust, amount: -3 %", "figure: indonesia/trust, amount: -4 %"),
    "a lever": ("[export_quota, green_power,", "[green_power,"),
    "a mandate": ("mandates:\n", ONE_MORE_MANDATE),
    "an order of the path": ("set: [5 turns]", "set: [4 turns]"),
    "a number of the atlas": ("partners:\n  china:", "partners:\n  china:\n    patience: 3 turns"),
    "a year": ("when: {first: 2016, last: 2016}", "when: {first: 2015, last: 2016}"),
}


@pytest.mark.parametrize("slip", SAME.values(), ids=SAME)
def test_what_the_engine_does_not_receive_leaves_the_hash_alone(
    nickel: LoadedLevel, tmp_path: Path, slip: tuple[str, str]
) -> None:
    copy = load_level(level_text.copy_with(tmp_path, slip))
    assert copy.historical.digest == nickel.historical.digest
    assert copy.inputs == nickel.inputs


@pytest.mark.parametrize("slip", DIFFERENT.values(), ids=DIFFERENT)
def test_what_the_engine_receives_changes_the_hash(
    nickel: LoadedLevel, tmp_path: Path, slip: tuple[str, str]
) -> None:
    copy = load_level(level_text.copy_with(tmp_path, slip))
    assert copy.historical.digest != nickel.historical.digest


def test_line_ends_leave_the_hash_alone(nickel: LoadedLevel, tmp_path: Path) -> None:
    path = tmp_path / "indonesia-nickel.yaml"
    path.write_bytes(level_text.shipped_text().replace("\n", "\r\n").encode())
    assert load_level(path).historical.digest == nickel.historical.digest


def test_the_hash_has_64_hexadecimal_characters(nickel: LoadedLevel) -> None:
    assert re.fullmatch("[0-9a-f]{64}", nickel.level.digest)
    assert re.fullmatch("[0-9a-f]{64}", nickel.inputs)


def test_goals_do_not_touch_what_a_baseline_depends_on(nickel: LoadedLevel, tmp_path: Path) -> None:
    copy = load_level(level_text.copy_with(tmp_path, DIFFERENT["a mandate"]))
    assert copy.inputs == nickel.inputs
    changed = load_level(level_text.copy_with(tmp_path, DIFFERENT["a number"]))
    assert changed.inputs != nickel.inputs


def test_a_computer_without_the_fast_yaml_library_reads_the_same_level(
    nickel: LoadedLevel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.content.file.events.LOADER", yaml.SafeLoader)
    slow = load_level("indonesia-nickel")
    assert slow.level.digest == nickel.level.digest
    assert slow.text() == nickel.text()


@pytest.mark.parametrize(("months", "turns"), [(6, 32), (3, 64)])
def test_shorter_turns_of_the_same_level_can_be_played(
    tmp_path: Path, months: int, turns: int
) -> None:
    slips = ("months: 12", f"months: {months}"), ("turns: 16\n", f"turns: {turns}\n")
    loaded = load_level(level_text.copy_with(tmp_path, *slips))
    mineral = loaded.level.minerals[0]
    assert len(mineral.price) == turns
    assert mineral.price[0] == mineral.price[12 // months - 1] != mineral.price[12 // months]
    world, _ = play(loaded.level, path=False)
    assert world.over


# ---- baselines -----------------------------------------------------------------------------


def _write(path: Path, loaded: LoadedLevel, inputs: str, more: int) -> None:
    mineral = loaded.historical.minerals[0]
    price = {"nickel": [x + more for x in mineral.price]}
    write_baseline(baseline_path(path), price, {"nickel": mineral.demand}, inputs)


def test_a_fresh_baseline_replaces_price_and_demand(tmp_path: Path) -> None:
    path = level_text.copy_with(tmp_path)
    before = load_level(path)
    assert [x.code for x in before.warnings] == ["stale-baseline"]
    assert before.warnings[0].severity is Severity.WARNING
    _write(path, before, before.inputs, 7)
    after = load_level(path)
    assert after.warnings == ()
    prices = after.level.minerals[0].price
    assert prices == tuple(x + 7 for x in before.level.minerals[0].price)
    assert after.level.minerals[0].fed_price == before.level.minerals[0].fed_price
    assert after.level.digest != after.historical.digest == before.level.digest


def test_a_stale_baseline_is_not_used(tmp_path: Path) -> None:
    path = level_text.copy_with(tmp_path)
    loaded = load_level(path)
    _write(path, loaded, "0" * 64, 7)
    again = load_level(path)
    assert [x.code for x in again.warnings] == ["stale-baseline"]
    assert again.level.minerals[0].price == loaded.level.minerals[0].price
    assert f"calibrate {path} --write" in again.warnings[0].remedy


@pytest.mark.parametrize(
    "text",
    ["", "inputs: 5\n", "{", "inputs: a\nminerals: {nickel: {price: [1, x], demand: [1]}}\n"],
    ids=["empty", "no minerals", "broken", "no number"],
)
def test_a_broken_baseline_counts_as_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.yaml"
    path.write_text(text, encoding="utf-8")
    assert read_baseline(path) is None


def test_a_baseline_comes_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "x.yaml"
    write_baseline(path, {"tin": [3, 1]}, {"tin": [2]}, "abc")
    found = read_baseline(path)
    assert found is not None
    assert (found.inputs, dict(found.price), dict(found.demand)) == (
        "abc",
        {"tin": (3, 1)},
        {"tin": (2,)},
    )


# ---- dates ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("months", "year", "first", "last"),
    [(12, 2009, 0, 0), (12, 2014, 5, 5), (6, 2010, 2, 3), (3, 2010, 4, 7), (12, 2008, -1, -1)],
)
def test_years_become_turns(months: int, year: int, first: int, last: int) -> None:
    dates = Dates(2009, 1, months, 40)
    assert (dates.first_turn(year), dates.last_turn(year)) == (first, last)


def test_a_level_that_starts_in_july_has_half_a_first_year() -> None:
    dates = Dates(2009, 7, 6, 4)
    assert [dates.year_of(turn) for turn in range(4)] == [2009, 2010, 2010, 2011]
    assert (dates.first_turn(2010), dates.last_turn(2010)) == (1, 2)


# ---- vocabulary ----------------------------------------------------------------------------


def test_every_term_of_the_vocabulary_is_known_to_the_rules() -> None:
    with (ATLAS_FOLDER / "vocabulary.yaml").open(encoding="utf-8") as file:
        terms = yaml.safe_load(file)["terms"]
    rules = (ATLAS_FOLDER.parents[1] / "game" / "engine").rglob("*.py")
    source = "\n".join(path.read_text(encoding="utf-8") for path in rules)
    for term in terms:
        assert f'get("{term}"' in source or f'term("{term}")' in source, term


def test_the_figures_of_the_level_have_readable_paths(nickel: LoadedLevel) -> None:
    paths = layout_of(nickel.level).paths
    assert len(paths) == len(set(paths))
    assert "indonesia/nickel/exports" in paths
