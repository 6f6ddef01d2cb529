"""Exploration and licences can be used from a level file."""

from pathlib import Path

from game.content.library import load_level

ROOT = Path(__file__).resolve().parents[2]


def test_a_level_may_say_what_geology_still_holds_and_unlock_the_levers(tmp_path: Path) -> None:
    text = (ROOT / "levels/campaign/indonesia-nickel.yaml").read_text(encoding="utf-8")
    text = text.replace(
        "        reserves: {is: 35 Mt,",
        "        resource: {is: 12 Mt, kind: game, note: A guess.}\n        reserves: {is: 35 Mt,",
        1,
    ).replace(
        "      4: [coal_rule, carbon_reporting, answer_dispute]",
        "      4: [coal_rule, carbon_reporting, answer_dispute, exploration, licence]",
        1,
    )
    path = tmp_path / "explored.yaml"
    path.write_text(text.replace("id: indonesia-nickel", "id: explored", 1), encoding="utf-8")
    level = load_level(path).level
    state = next(x for x in level.states if x.id == "indonesia")
    assert {"exploration", "licence"} <= set(state.levers)
    assert {x.id: x.resource for x in state.fields}["sulawesi-nickel"] == 12_000_000_000
