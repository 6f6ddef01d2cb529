"""What each player is meant to do."""

from dataclasses import replace

import pytest

from game.engine.options import sheet_problems
from game.engine.orders import Order, Sheet
from game.engine.scoring import score
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.engine.view import view
from game.engine.world import Offer, World
from game.players import PERSONA_IDS, PLAYER_IDS, has_path, macro_actions, player_for
from tests.worlds import AVAL, BAN_ANNOUNCED, BORA, PARK, M, small_level


def at_start(**figures: int) -> World:
    """Return the world at the start with some of Bora's or the market's figures set."""
    world = open_world(small_level(), 1)
    values = list(world.values)
    for path, value in figures.items():
        values[world.layout.slots[path.replace("__", "/")]] = value
    return replace(world, values=tuple(values))


def trader(world: World) -> tuple[Order, ...]:
    return player_for("open_trader").choose(view(world, BORA), 1)


def offer(plan_id: str, **terms: int) -> Offer:
    plan = next(x for x in small_level().offers if x.id == plan_id)
    values = tuple(terms.get(term.name, term.offered) for term in plan.terms)
    return Offer(f"{plan_id}.000", plan_id, plan.partner, plan.seat, 0, 2, values)


@pytest.mark.parametrize("name", ["status-quo", "holder"])
def test_holding_players_leave_offers_unanswered(name: str) -> None:
    world = replace(at_start(), offers=(offer("aval-loan"),))
    assert player_for(name).choose(view(world, AVAL), 1) == ()


def test_history_gives_the_path_turn_by_turn() -> None:
    world = at_start()
    history = player_for("history")
    assert history.choose(view(world, AVAL), 1) == (BAN_ANNOUNCED,)
    world = resolve_turn(world, {AVAL: Sheet(AVAL, 0, (BAN_ANNOUNCED,))}).world
    assert history.choose(view(world, AVAL), 1) == (PARK,)


def test_history_leaves_out_what_cannot_be_paid() -> None:
    world = replace(at_start(aval__treasury=1 * M), turn=1)
    assert player_for("history").choose(view(world, AVAL), 1) == ()


def test_a_state_without_a_path_holds() -> None:
    assert has_path(small_level(), AVAL)
    assert not has_path(small_level(), BORA)
    assert player_for("history").choose(view(at_start(), BORA), 1) == ()


def test_the_open_trader_leaves_an_ordinary_year_alone() -> None:
    assert trader(at_start(bora__south__grievance=2_000)) == ()


def test_the_open_trader_raises_its_royalty_in_a_windfall_then_taxes_a_little() -> None:
    windfall = {"zinc__price": 3_000_000, "zinc__expected_price": 1_500_000}
    calm = {"bora__south__grievance": 0}
    assert trader(at_start(**windfall, **calm)) == (Order("royalty", "zinc", (700,)),)
    taken = trader(at_start(**windfall, **calm, bora__zinc__royalty=1_000))
    assert taken == (Order("export_tax", "zinc.ore", (500,)),)


def test_the_open_trader_lifts_its_tax_in_a_slump() -> None:
    slump = {"zinc__price": 900_000, "zinc__expected_price": 1_500_000, "bora__zinc__tax": 500}
    orders = trader(at_start(**slump, bora__south__grievance=0))
    assert orders == (Order("export_tax", "zinc.ore", (0,)),)


def test_the_open_trader_inspects_more_when_people_are_angry_and_it_has_the_money() -> None:
    inspect = Order("inspection", "", (10 * M,))
    assert trader(at_start(bora__south__grievance=6_000)) == (inspect,)
    assert trader(at_start(bora__south__grievance=6_000, bora__treasury=20 * M)) == ()


@pytest.mark.parametrize(
    ("terms", "answer"),
    [({}, 1), ({"offtake": 3_000}, 0), ({"loan": 150}, 0), ({"years": 15}, 1)],
)
def test_the_open_trader_accepts_what_binds_it_little(terms: dict[str, int], answer: int) -> None:
    world = replace(at_start(bora__south__grievance=0), offers=(offer("bora-loan", **terms),))
    assert trader(world) == (Order("answer_offer", "bora-loan.000", (answer,)),)


def test_the_open_trader_wants_no_coal_while_people_are_angry() -> None:
    for grievance, answer in ((0, 1), (6_000, 0)):
        world = at_start(bora__south__grievance=grievance, bora__treasury=0)
        world = replace(world, offers=(offer("bora-plant"),))
        assert trader(world) == (Order("answer_offer", "bora-plant.000", (answer,)),)


def test_random_sheets_differ_by_luck_and_turn() -> None:
    chance = player_for("random")
    world = at_start()
    sheets = {
        chance.choose(view(replace(world, turn=t), AVAL), n) for t in (0, 1) for n in range(9)
    }
    assert len(sheets) > 8
    assert {len(sheet) for sheet in sheets} == {0, 1, 2, 3}


def test_macro_actions_are_few_different_legal_and_begin_with_holding() -> None:
    world = replace(at_start(), offers=(offer("aval-loan"), offer("aval-plant")))
    listed = macro_actions(view(world, AVAL))
    assert listed[0] == ()
    assert 20 < len(listed) <= 40
    assert len(set(listed)) == len(listed)
    for orders in listed:
        assert sheet_problems(world, AVAL, Sheet(AVAL, 0, orders)) == []
    both = {"aval-loan.000", "aval-plant.000"}
    assert any(both <= {order.target for order in orders} for orders in listed)


def test_greedy_is_not_worse_than_holding_in_the_next_turn() -> None:
    world = at_start()
    for mandate in world.level.mandates:
        orders = player_for("greedy", mandate.id).choose(view(world, AVAL), 1)
        scores = []
        for sheet in (orders, ()):
            sheets = {AVAL: Sheet(AVAL, 0, sheet), BORA: Sheet(BORA, 0)}
            scores.append(score(resolve_turn(world, sheets).world, AVAL, mandate).total)
        assert scores[0] >= scores[1]


def test_greedy_follows_its_mandate() -> None:
    seen = view(at_start(), AVAL)
    one = player_for("greedy", "industrialiser").choose(seen, 1)
    other = player_for("greedy.guardian").choose(seen, 1)
    assert one != other
    assert player_for("greedy", "guardian").id == "greedy.guardian/1"


def test_the_registry_knows_every_player_and_refuses_others() -> None:
    assert set(PERSONA_IDS) < set(PLAYER_IDS)
    for name in PLAYER_IDS:
        assert player_for(name).id == f"{name}/1"
    for wrong in ("", "oracle", "greedy/2", "holder.guardian", "holder/0", "random/"):
        if wrong == "random/":
            assert player_for(wrong).id == "random/1"
            continue
        with pytest.raises(KeyError):
            player_for(wrong)
