"""A mineral and a state are added to the atlas in YAML alone, and a level plays with them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.content import atlas
from game.content.checks.levels import check_file
from game.content.library import load_level
from game.content.starting import new_level_text
from game.lab.runs import players_of, run

TIN = """
  tin:
    because: Round numbers for a test.
    name: {en: Tin}
    product: {en: Solder}
    ore_share: 40 %
    refined_share: 95 %
    component_share: 140 %
    product_share: 400 %
    recovery: 95 %
    capital: 6000 USD/t
    operating: 1500 USD/t
    power: 1 kW/t
    coal_co2: 6 tCO2/t
    clean_co2: 2 tCO2/t
    forest: 120 ha/kt
    mine_jobs: 400000 persons/Mt
    stock: 3 months
    safety_stock: 1 months
"""
BRUNEI = """
  brunei:
    name: {en: Brunei}
    people: {en: Brunei's firms}
    flag: bn
    capital:
      name: {en: Bandar Seri Begawan}
      longitude: 114.94 deg
      latitude: 4.89 deg
    provinces:
      tutong:
        name: {en: Tutong}
        longitude: 114.65 deg
        latitude: 4.80 deg
"""


def clear() -> None:
    for cached in (atlas.atlas_document, atlas.section, atlas.references):
        cached.cache_clear()


@pytest.fixture
def grown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the atlas with one more mineral and one more state."""
    folder = tmp_path / "atlas"
    shutil.copytree(atlas.ATLAS_FOLDER, folder)
    for name, more in (("minerals", TIN), ("states", BRUNEI)):
        path = folder / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + more, encoding="utf-8")
    monkeypatch.setattr(atlas, "ATLAS_FOLDER", folder)
    clear()
    yield folder
    clear()


def level_text() -> str:
    """The starting level, its mineral and state taken from the atlas."""
    text = new_level_text("grown")
    for key in ("ore_share", "refined_share", "component_share", "product_share", "recovery"):
        text = "\n".join(x for x in text.splitlines() if not x.startswith(f"    {key}:")) + "\n"
    start, end = text.index("    name: {en: Tin}"), text.index("    fed_price:")
    text = text[:start] + text[end:]
    text = text.replace("indonesia", "brunei").replace("bangka:", "tutong:")
    text = text.replace("province: bangka", "province: tutong").replace(
        "brunei/bangka", "brunei/tutong"
    )
    start, end = text.index("        name: {en: Bangka}"), text.index("        infrastructure:")
    return text[:start] + text[end:]


def test_a_level_of_a_new_mineral_in_a_new_state(grown: Path, tmp_path: Path) -> None:
    path = tmp_path / "grown.yaml"
    path.write_text(level_text(), encoding="utf-8")
    report = check_file(path)
    assert [problem.render() for problem in report.problems] == []
    loaded = load_level(path)
    assert [state.id for state in loaded.level.states] == ["brunei"]
    assert loaded.level.minerals[0].capital == 6_000
    assert loaded.text("en")["state.brunei.name"] == "Brunei"
    played = run(loaded.level, players_of(loaded.level, "random"), 1)
    assert played.worlds[-1].over
    assert played.worlds[-1].figure("brunei/tin/mined") > 0


def test_without_the_new_rows_the_level_says_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "grown.yaml"
    path.write_text(level_text(), encoding="utf-8")
    found = {problem.code for problem in check_file(path).problems}
    assert "missing-key" in found
