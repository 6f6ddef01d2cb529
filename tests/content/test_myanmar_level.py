"""The level about Kachin: its content note, the takeover, and a law that reaches little ground."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.library import load_level
from game.content.loaded import LoadedLevel
from game.engine.definitions.level import Level
from game.engine.orders import Order, Sheet
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.lab.runs import players_of, run

HOLD = "myanmar/kachin-heavy/hold/"
FIELD = "kachin-heavy"
USD_M = 1_000_000


@pytest.fixture(scope="module")
def kachin() -> LoadedLevel:
    return load_level("myanmar-rare-earths")


def played(level: Level, plan: dict[int, Order], turns: int) -> World:
    world = open_world(level, 1)
    for turn in range(turns):
        orders = (plan[turn],) if turn in plan else ()
        turned = resolve_turn(world, {"myanmar": Sheet("myanmar", turn, orders)})
        assert [x.status for x in turned.results] == ["done"] * len(orders)
        world = turned.world
    return world


def test_the_content_note_stands_in_list_briefing_and_notes(kachin: LoadedLevel) -> None:
    text = kachin.text()
    noted = [key for key, value in text.items() if "ontent note" in value]
    assert {key.partition(".")[0] for key in noted} >= {"level", "brief", "teaching"}


def test_scenario_parts_say_so(kachin: LoadedLevel) -> None:
    for event in kachin.level.events:
        if event.first_turn >= 12 and event.kind == "dated":
            assert "Scenario" in kachin.text()[f"event.{event.id}.headline"]


def test_the_takeover_lifts_the_price_by_a_tenth_to_two_fifths(kachin: LoadedLevel) -> None:
    level = kachin.level
    lost = {"hills-change-hands", "trade-resumes"}
    calm = replace(level, events=tuple(x for x in level.events if x.id not in lost))
    price = "heavy-rare-earths/price"
    with_it = run(level, players_of(level, "status-quo"), 1).series(price)
    without = run(calm, players_of(calm, "status-quo"), 1).series(price)
    rise = max(a / b for a, b in zip(with_it[9:12], without[9:12], strict=True))
    assert 1.10 <= rise <= 1.40


def test_a_pact_ends_when_the_hills_change_hands(kachin: LoadedLevel) -> None:
    plan = {0: Order("holder_pact", FIELD, (2_000,))}
    assert played(kachin.level, plan, 9).figure(HOLD + "pact") == 2_000
    assert played(kachin.level, plan, 10).figure(HOLD + "pact") == 0


def test_papers_need_a_pact_before_they_reach_diggers(kachin: LoadedLevel) -> None:
    alone = {1: Order("formalise", FIELD, (5 * USD_M,))}
    agreed = {0: Order("holder_pact", FIELD, (2_000,)), **alone}
    reached = played(kachin.level, agreed, 8).figure(HOLD + "formal")
    assert reached > 2 * played(kachin.level, alone, 8).figure(HOLD + "formal")


def test_a_ban_is_not_heard_in_the_hills_and_closed_roads_are(kachin: LoadedLevel) -> None:
    exports = "myanmar/heavy-rare-earths/exports"
    free = played(kachin.level, {}, 3).figure(exports)
    target = "heavy-rare-earths.ore"
    banned = played(kachin.level, {1: Order("export_ban", target, (10_000, 0))}, 3)
    blocked = played(kachin.level, {1: Order("road_block", FIELD, (1,))}, 3)
    assert banned.figure(exports) > 9 * free // 10
    assert blocked.figure(exports) < 85 * free // 100
