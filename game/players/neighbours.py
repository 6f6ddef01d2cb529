"""How rule personas act among states: deals, votes, the shared cut, the shared label.

Plain rules of thumb from what the seat can see, without search. A level without a region gives
none of these orders.
"""

from collections.abc import Iterator

from game.engine.definitions.region import DATA, LOAN, PRICE_CLUB, QUOTA, RECOGNITION, SWAP
from game.engine.figures.region import MemberPlace, RegionPlace
from game.engine.figures.variables import StatePlace
from game.engine.options import Options, options
from game.engine.orders import Order
from game.engine.pacts import Pact
from game.engine.rules.region.deals import ACCEPT, REFUSE
from game.engine.rules.region.meetings import AGAINST, FOR
from game.engine.view import SeatView
from game.engine.world import World
from game.players.player import imagined, legal_part

# Rules of thumb of the personas; assumptions of the game.
_LARGEST_CUT_BP = 2_000
_SMALLEST_SHARE_BP = 3_000
_TOO_STRICT_BP = 3_000


def answers_to_neighbours(world: World, state: StatePlace) -> Iterator[Order]:
    """Yield an answer to each deal that a neighbour proposes."""
    for pact in world.pacts:
        if pact.other == state.spec.id and not pact.in_force:
            yield Order("answer_deal", pact.id, (ACCEPT if _good(world, state, pact) else REFUSE,))


def _good(world: World, state: StatePlace, pact: Pact) -> bool:
    """Whether a deal helps: shared data and labels always, the others within limits.

    A price club or a joint limit must not bind harder than a step beyond the policy in force; a
    loan is welcome while debts are below a year's budget.
    """
    row = world.values
    if pact.kind in (DATA, RECOGNITION, SWAP):
        return True
    if pact.kind == LOAN:
        return row[state.debt] + pact.amount * 1_000_000 <= 3 * state.spec.budget_need
    chain = next(x for x in state.chains if x.mineral.spec.id == pact.mineral)
    if pact.kind == PRICE_CLUB:
        return pact.amount <= row[chain.tax] + 1_000
    return pact.kind == QUOTA and pact.amount >= 8_000


def votes(world: World, state: StatePlace, legal: Options) -> Iterator[Order]:
    """Yield a vote on each proposal: against rules far above the own standards, for the rest."""
    region = world.layout.region
    if region is None:
        return
    strictness = world.layout.slots["region/strictness"]
    for target in legal.targets("vote_card"):
        card = next(x.spec for x in region.cards if x.spec.id == target)
        figure = world.layout.slots[card.figure]
        own = (world.values[state.eia] + world.values[state.safety]) // 2
        hard = figure == strictness and card.value > own + _TOO_STRICT_BP
        yield Order("vote_card", target, (AGAINST if hard else FOR,))


class Reciprocator:
    """A neighbour that works with others as long as nobody was seen to cheat.

    It answers deals, votes, shares data and carries the label when others do. It follows a pledge
    to cut output up to a fifth, if the members dig enough of the world's ore, and keeps it. Once
    somebody is caught it takes its pledge back.
    """

    id = "reciprocator/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        """Return the sheet that the rules of thumb give."""
        world = imagined(seen)
        state = world.layout.state(seen.seat)
        region = world.layout.region
        if region is None:
            return ()
        legal = options(world, seen.seat)
        member = region.member(seen.seat)
        wanted = list(answers_to_neighbours(world, state))
        if member is not None:
            wanted += votes(world, state, legal)
            wanted += _cut(world, region, member)
            wanted += _join(world, region, member)
        return legal_part(world, seen.seat, wanted)


def _cut(world: World, region: RegionPlace, member: MemberPlace) -> Iterator[Order]:
    row = world.values
    if member.chain is None:
        return
    others = [x for x in region.members if x is not member and x.chain is not None]
    pledged = [row[x.pledge] for x in others if row[x.pledge]]
    caught = any(row[x.caught] for x in others)
    target = region.spec.cartel
    if row[member.pledge] and (caught or not pledged):
        yield Order("cartel_pledge", target, (0,))
    elif pledged and not caught and not row[member.pledge] and _large(world, region):
        yield Order("cartel_pledge", target, (min(_LARGEST_CUT_BP, min(pledged)),))


def _large(world: World, region: RegionPlace) -> bool:
    """Whether the members together dig enough for a cut to move the price."""
    row = world.values
    mineral = next(x for x in world.layout.minerals if x.spec.id == region.spec.cartel)
    capacity = sum(
        row[item.capacity]
        for member in region.members
        if member.chain is not None
        for item in member.chain.fields
    )
    demand = mineral.spec.demand[min(world.turn, len(mineral.spec.demand) - 1)]
    return capacity * 10_000 >= demand * _SMALLEST_SHARE_BP


def _join(world: World, region: RegionPlace, member: MemberPlace) -> Iterator[Order]:
    """Do what at least one other member does: share data, carry the label, take a free part."""
    row = world.values
    others = [x for x in region.members if x is not member]
    if not row[member.shares_data] and any(row[x.shares_data] for x in others):
        yield Order("share_data", "", (1,))
    if not row[member.labelled] and any(row[x.labelled] for x in others):
        yield Order("join_label", "", (1,))
    taken = {row[x.role] for x in others}
    if taken - {0} and not row[member.role]:
        free = [n for n in range(1, len(region.spec.roles) + 1) if n not in taken]
        fits = {n: dict(region.spec.roles[n - 1].fit).get(member.state, 0) for n in free}
        if free:
            yield Order("ev_role", "", (max(free, key=lambda n: (fits[n], -n)),))
