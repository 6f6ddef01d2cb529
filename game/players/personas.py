"""Neighbours governed by plain rules, without search: they make a level's world move."""

from collections.abc import Iterator

from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, part
from game.engine.options import Options, options
from game.engine.orders import Order
from game.engine.view import SeatView
from game.engine.world import Offer, World
from game.players.neighbours import answers_to_neighbours, votes
from game.players.player import imagined, legal_part

_ACCEPT = (1,)
_REFUSE = (0,)
# Rules of thumb of the persona; assumptions of the game.
_WINDFALL_BP = 12_500
_SLUMP_BP = 8_000
_HIGH_ROYALTY_BP = 700
_WINDFALL_TAX_BP = 500
_ANGER_BP = 5_000
_INSPECTION_SHARE_OF_BUDGET_BP = 1_000
_LONGEST_YEARS = 15
_LARGEST_PROMISE_BP = 2_000
_MOST_DEBT_OF_BUDGET_BP = 15_000


class OpenTrader:
    """A government that keeps its port open and takes its part of good times.

    In a windfall it raises the royalty by a step, later a small export tax; in a slump the tax
    goes. When a province is angry it spends more on inspection. Offers it accepts when they are
    short, promise little of its output and do not build on coal while a province is angry.
    """

    id = "open_trader/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return the sheet that the rules of thumb give."""
        world = imagined(seen)
        state = world.layout.state(seen.seat)
        legal = options(world, seen.seat)
        wanted = [*_answers(world, state), *_calm(world, state, legal)]
        if world.layout.region is not None:
            wanted += [*answers_to_neighbours(world, state), *votes(world, state, legal)]
        for chain in state.chains:
            wanted += _share(world, chain, legal)
        return legal_part(world, seen.seat, wanted)


def _angriest(world: World, state: StatePlace) -> int:
    return max((world.values[province.grievance] for province in state.provinces), default=0)


def _answers(world: World, state: StatePlace) -> Iterator[Order]:
    for offer in world.offers:
        if offer.seat == state.spec.id:
            good = _reasonable(world, state, offer)
            yield Order("answer_offer", offer.id, _ACCEPT if good else _REFUSE)


def _reasonable(world: World, state: StatePlace, offer: Offer) -> bool:
    plan = next(x for x in world.level.offers if x.id == offer.plan)
    terms = {term.name: value for term, value in zip(plan.terms, offer.terms, strict=True)}
    debt = world.values[state.debt] + terms.get("loan", 0) * 1_000_000
    angry = _angriest(world, state) >= _ANGER_BP
    return (
        terms.get("years", 0) <= _LONGEST_YEARS
        and terms.get("offtake", 0) <= _LARGEST_PROMISE_BP
        and debt <= part(state.spec.budget_need, _MOST_DEBT_OF_BUDGET_BP)
        and not (angry and terms.get("coal", 0))
    )


def _calm(world: World, state: StatePlace, legal: Options) -> Iterator[Order]:
    """Spend one step more on inspection while a province is angry and the treasury is sound."""
    if _angriest(world, state) < _ANGER_BP:
        return
    most = part(max(0, world.values[state.treasury]), _INSPECTION_SHARE_OF_BUDGET_BP)
    step = _next_step(legal, "inspection", "", up=True)
    if step and step.setting[0] <= most:
        yield step


def _share(world: World, chain: ChainPlace, legal: Options) -> Iterator[Order]:
    """Take more in a windfall, less in a slump; a windfall is a price well above the expected."""
    price = world.values[chain.mineral.price]
    expected = max(1, world.values[chain.mineral.expected_price])
    ore = f"{chain.mineral.spec.id}.ore"
    if price * BP >= expected * _WINDFALL_BP:
        step = _next_step(legal, "royalty", chain.mineral.spec.id, up=True)
        if world.values[chain.royalty] < _HIGH_ROYALTY_BP and step:
            yield step
        elif world.values[chain.tax] < _WINDFALL_TAX_BP:
            yield Order("export_tax", ore, (_WINDFALL_TAX_BP,))
    elif price * BP <= expected * _SLUMP_BP and world.values[chain.tax]:
        yield Order("export_tax", ore, (0,))


def _next_step(legal: Options, lever: str, target: str, *, up: bool) -> Order | None:
    """Return the order that moves a lever one step, None when there is none that is legal."""
    if lever not in [x.id for x in legal.levers()]:
        return None
    now = legal.now(lever, target)
    steps = sorted(legal.of(lever, target), key=lambda order: order.setting)
    if up:
        return next((order for order in steps if order.setting > now), None)
    return next((order for order in reversed(steps) if order.setting < now), None)
