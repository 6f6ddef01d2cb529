"""R58: a partner's green initiative, and a club of careful friends (S17, S14)."""

from game.engine.definitions.region import Club, Initiative
from game.engine.draft import RULE, Draft
from game.engine.figures.region import MemberPlace, RegionPlace
from game.engine.figures.variables import StatePlace
from game.engine.numbers import BP, muldiv
from game.engine.orders import Order
from game.engine.rules.levers import Lever, remember_change, steps
from game.engine.rules.plants.investors import standards_of
from game.engine.rules.region.effects import JOINED, region_of, sided_with
from game.engine.rules.region.members import member_of, targets_if
from game.engine.rules.state.payments import levy
from game.engine.world import World

ABSTAIN, OBSERVE = 0, 1
OUTSIDE, APPLIED = 0, 1
_OBSERVED = 3_000
_LEAVES_BELOW = 500


def _stance_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    member = member_of(world, state)
    assert member is not None
    return (world.values[member.initiative],)


def _take_stance(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """Who joins pleases the partner, who leaves does not; people at home have their view."""
    region = region_of(draft)
    member, initiative = region.member(state.spec.id), region.spec.initiative
    assert member is not None
    assert initiative is not None
    before, after = draft.row[member.initiative], order.setting[0]
    remember_change(draft, state, order, (before,))
    draft.put(member.initiative, after, "initiative", cause)
    change = 150 * (after - before)
    draft.remember(state.spec.id, initiative.partner, "initiative", change, cause)
    if after == JOINED:
        sided_with(draft, state, initiative.partner, cause)


def _club_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    member = member_of(world, state)
    assert member is not None
    return (1 if world.values[member.club] else 0,)


def _apply_to_club(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    region = region_of(draft)
    member, club = region.member(state.spec.id), region.spec.club
    assert member is not None
    assert club is not None
    remember_change(draft, state, order, (1 if draft.row[member.club] else 0,))
    draft.put(member.club, APPLIED if order.setting[0] else OUTSIDE, "club", cause)
    due = draft.turn + club.turns if order.setting[0] else 0
    draft.put(member.club_due, due, "club", cause)
    if order.setting[0]:
        sided_with(draft, state, club.partners[0], cause)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="initiative",
        area="region",
        cost=1,
        targets=targets_if(lambda region: region.spec.initiative is not None),
        grid=lambda world, state, target: steps(ABSTAIN, OBSERVE, JOINED),
        now=_stance_now,
        apply=_take_stance,
    ),
    Lever(
        id="friends_club",
        area="region",
        cost=1,
        targets=targets_if(lambda region: region.spec.club is not None),
        grid=lambda world, state, target: steps(0, 1),
        now=_club_now,
        apply=_apply_to_club,
    ),
)


def resolve(draft: Draft, region: RegionPlace) -> None:
    """Let standards drift, funding arrive or not, and friends look at who applied."""
    for member in region.members:
        if region.spec.initiative is not None:
            _drift(draft, member)
            _fund(draft, member, region.spec.initiative)
        if region.spec.club is not None and draft.row[member.club]:
            _appraise(draft, member, region.spec.club)


def _drift(draft: Draft, member: MemberPlace) -> None:
    """R58a: standards of who joined drift an eighth of the gap a year to the partner's own."""
    row = draft.row
    goal = (0, _OBSERVED, BP)[row[member.initiative]]
    step = muldiv(goal - row[member.drift], 1, draft.parameters.initiative_years)
    draft.add(member.drift, draft.yearly(step), "standards_drift", RULE, (member.initiative,))


def _fund(draft: Draft, member: MemberPlace, initiative: Initiative) -> None:
    """R58a: money follows the words with a small chance, which grows a little each year."""
    if draft.row[member.initiative] != JOINED:
        return
    years = draft.turn * draft.months // 12
    chance = min(BP, initiative.chance + initiative.grows * years)
    if not draft.chance("initiative", member.state, chance):
        return
    partner = next(x for x in draft.layout.partners if x.spec.id == initiative.partner)
    reads = (member.initiative,)
    draft.note("initiative_funds", f"partner:{initiative.partner}", member.state, reads)
    state = draft.state(member.state)
    levy(draft, state, partner.owners, initiative.grant, "initiative_funds", reads)


def _appraise(draft: Draft, member: MemberPlace, club: Club) -> None:
    """R58b: friends come in after a slow look, where standards are high and carbon is told.

    A member whose standards fall 5 points below the floor waits again.
    """
    row = draft.row
    state = draft.state(member.state)
    standards = standards_of(draft, state)
    reads = (state.carbon_reporting, state.enforcement, state.eia, state.safety)
    open_books = bool(row[state.carbon_reporting])
    if row[member.club] == APPLIED:
        if draft.turn >= row[member.club_due] and open_books and standards >= club.floor:
            draft.put(member.club, JOINED, "club_opens", RULE, reads)
            draft.note("club_opens", RULE, member.state, reads)
    elif not open_books or standards < club.floor - _LEAVES_BELOW:
        draft.put(member.club, APPLIED, "club_closes", RULE, reads)
        draft.put(member.club_due, draft.turn + club.turns, "club_closes", RULE, reads)
        draft.note("club_closes", RULE, member.state, reads)
