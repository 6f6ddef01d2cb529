"""R54: ministers meet on fixed dates and adopt proposals by consensus (S51)."""

from game.engine import problems
from game.engine.draft import RULE, Draft
from game.engine.figures.region import CardPlace, RegionPlace
from game.engine.figures.variables import StatePlace
from game.engine.orders import Order
from game.engine.rules.levers import Lever, steps
from game.engine.rules.region import fund
from game.engine.rules.region.effects import region_of
from game.engine.rules.region.members import member_of
from game.engine.world import World

IDLE, ON_AGENDA, ADOPTED = 0, 1, 2
FOR, AGAINST = 1, 2


def meets(region: RegionPlace, turn: int) -> bool:
    """Whether the ministers meet in a turn; in levels whose turns have steps, in a step."""
    first, every = region.spec.meets_first, region.spec.meets_every
    return 0 <= first <= turn and (turn == first or bool(every and (turn - first) % every == 0))


def _meets_in_turn(region: RegionPlace, world: World, turn: int) -> bool:
    """Whether the ministers meet in any step of a turn."""
    steps = world.level.steps
    return any(meets(region, x) for x in range(turn * steps, (turn + 1) * steps))


def _cards_to_propose(world: World, state: StatePlace) -> tuple[str, ...]:
    """Return proposals that would change something and are not on the agenda yet."""
    region = world.layout.region
    if region is None or member_of(world, state) is None:
        return ()
    later = range(world.turn + 1, world.level.turns)
    if not any(_meets_in_turn(region, world, x) for x in later):
        return ()
    slots = world.layout.slots
    return tuple(
        card.spec.id
        for card in region.cards
        if world.values[card.stage] != ON_AGENDA
        and world.values[slots[card.spec.figure]] != card.spec.value
    )


def _cards_to_vote(world: World, state: StatePlace) -> tuple[str, ...]:
    region = world.layout.region
    if (
        region is None
        or member_of(world, state) is None
        or not _meets_in_turn(region, world, world.turn)
    ):
        return ()
    return tuple(x.spec.id for x in region.cards if world.values[x.stage] == ON_AGENDA)


def _card(region: RegionPlace, card_id: str) -> CardPlace:
    return next(x for x in region.cards if x.spec.id == card_id)


def _propose(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    card = _card(region_of(draft), order.target)
    draft.put(card.stage, ON_AGENDA, "proposed", cause)


def _vote(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    card = _card(region_of(draft), order.target)
    draft.add(card.ayes if order.setting[0] == FOR else card.noes, 1, "vote", cause)


def _nothing_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    return (0,)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="propose_card",
        area="region",
        cost=1,
        targets=_cards_to_propose,
        grid=lambda world, state, target: steps(1),
        now=_nothing_now,
        apply=_propose,
        policy=False,
    ),
    Lever(
        id="vote_card",
        area="region",
        cost=0,
        targets=_cards_to_vote,
        grid=lambda world, state, target: steps(FOR, AGAINST),
        now=_nothing_now,
        apply=_vote,
        policy=False,
    ),
)

NOT_THERE: dict[str, str] = {"propose_card": problems.NO_CARD, "vote_card": problems.NO_CARD}


def resolve(draft: Draft, region: RegionPlace) -> None:
    """R54: ministers meet on fixed dates and decide by consensus.

    A proposal that stood on the agenda before the turn is adopted when at least half of the members
    are for it and nobody is against. Meeting adds 3 points of cohesion, each objection takes 2.
    """
    if not meets(region, draft.turn):
        return
    p = draft.parameters
    draft.note("meeting", RULE, "")
    draft.add(region.cohesion, p.meeting_gain, "meeting", RULE)
    for card in region.cards:
        if draft.before[card.stage] == ON_AGENDA:
            _decide(draft, region, card)
    if region.spec.award:
        fund.award(draft, region)


def _decide(draft: Draft, region: RegionPlace, card: CardPlace) -> None:
    row, reads = draft.row, (card.ayes, card.noes)
    blocked = row[card.noes] > 0
    adopted = not blocked and 2 * row[card.ayes] >= len(region.members)
    if blocked:
        lost = row[card.noes] * draft.parameters.objection_cost
        draft.add(region.cohesion, -lost, "objection", RULE, reads)
    draft.put(card.stage, ADOPTED if adopted else IDLE, "decided", RULE, reads)
    draft.note("card_adopted" if adopted else "card_dropped", RULE, card.spec.id, reads)
    if adopted:
        slot = draft.layout.slots[card.spec.figure]
        draft.put(slot, card.spec.value, "decided", RULE, (card.stage,))
