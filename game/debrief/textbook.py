"""A planner that follows ten rules a student could state; it chooses later orders in re-runs.

It looks at the seat's view only, tries nothing out and is therefore quick.
"""

from collections.abc import Iterator

from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, ratio
from game.engine.options import Options, options
from game.engine.orders import Order
from game.engine.view import SeatView
from game.engine.world import World
from game.players.player import imagined, legal_part

# Thresholds of the rules: rules of thumb of the game, in bp unless named otherwise.
_STRONG_SHARE = 2_000
_READY_SHARE = 2_500
_GOOD_ROADS = 6_000
_ANGER = 3_500
_WEAK_ENFORCEMENT = 4_500
_FEW_SKILLS = 4_000
_FULL_BAN, _TAX, _SHARING, _SAFETY = (10_000, 1), (1_500,), (1_000,), (5_000,)
_BUDGET = 25_000_000
_RESERVE_TURNS = 2


class Textbook:
    """Ten rules: answer, defend, build, then close; look after people; spend only what is there."""

    id = "textbook/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return the orders the rules give, as far as points and money reach."""
        world = imagined(seen)
        state = world.layout.state(seen.seat)
        legal = options(world, seen.seat)
        wanted = list(_wanted(world, state, legal))
        unlocked = {lever.id for lever in legal.levers()}
        return legal_part(world, seen.seat, [x for x in wanted if x.lever in unlocked])


def _wanted(world: World, state: StatePlace, legal: Options) -> Iterator[Order]:
    yield from _deals(world, state)
    yield from _people(world, state)
    if _rich(world, state):
        yield from _building(world, state)
    for chain in state.chains:
        yield from _trade(world, state, chain)
    if _rich(world, state) and world.values[state.debt]:
        yield from list(legal.of("repay", ""))[:1]


def _deals(world: World, state: StatePlace) -> Iterator[Order]:
    """Rules 1 and 2: accept what adds no debt to a strained budget; defend one's rules."""
    strained = world.values[state.debt] > state.spec.budget_need
    for offer in world.offers:
        if offer.seat == state.spec.id:
            plan = next(x for x in world.level.offers if x.id == offer.plan)
            answer = 0 if plan.kind == "loan" and strained else 1
            yield Order("answer_offer", offer.id, (answer,))
    if world.values[state.dispute_stage]:
        yield Order("answer_dispute", "", (2,))


def _people(world: World, state: StatePlace) -> Iterator[Order]:
    """Rules 3 and 4: share with angry districts; make safety a rule where plants work."""
    angriest = max((world.values[x.grievance] for x in state.provinces), default=0)
    if angriest >= _ANGER and world.values[state.sharing] < _SHARING[0]:
        yield Order("district_sharing", "", _SHARING)
    plants = any(plant.state == state.spec.id for plant in world.plants)
    if plants and world.values[state.safety] < _SAFETY[0]:
        yield Order("safety", "", _SAFETY)


def _building(world: World, state: StatePlace) -> Iterator[Order]:
    """Rules 5 to 7: roads where the mines are, inspectors, and schools, while there is money."""
    largest = max(
        state.provinces,
        key=lambda x: (sum(world.values[mine.capacity] for mine in x.fields), x.spec.id),
        default=None,
    )
    if (
        largest is not None
        and world.values[largest.infrastructure] < _GOOD_ROADS
        and not world.values[largest.park_budget]
    ):
        yield Order("park", largest.spec.id, (2 * _BUDGET,))
    if (
        world.values[state.enforcement] < _WEAK_ENFORCEMENT
        and not (world.values[state.inspection_budget])
    ):
        yield Order("inspection", "", (_BUDGET,))
    if world.values[state.skills] < _FEW_SKILLS and not world.values[state.training_budget]:
        yield Order("training", "", (_BUDGET,))


def _trade(world: World, state: StatePlace, chain: ChainPlace) -> Iterator[Order]:
    """Rules 8 and 9: close the port only with weight in the market and plants; else tax lightly."""
    values, ore = world.values, f"{chain.mineral.spec.id}.ore"
    mines = sum(values[mine.capacity] for mine in chain.fields)
    demand = chain.mineral.spec.demand[min(world.clock, len(chain.mineral.spec.demand) - 1)]
    plants = values[chain.plant_feed] + values[chain.pipeline_feed]
    strong = ratio(mines, demand) >= _STRONG_SHARE
    ready = ratio(plants, mines) >= _READY_SHARE
    if strong and ready and values[chain.ban_next] < BP:
        yield Order("export_ban", ore, _FULL_BAN)
    elif not values[chain.ban_next] and not values[chain.tax]:
        yield Order("export_tax", ore, _TAX)


def _rich(world: World, state: StatePlace) -> bool:
    """Rule 10: spend or repay only while the treasury holds two years of its budget's need."""
    return world.values[state.treasury] >= _RESERVE_TURNS * state.spec.budget_need
