"""Far away: climate pledges that are watched, and shocks nobody here decides (R47; S63, S64)."""

from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.sites import PledgePlace
from game.engine.figures.variables import StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import Lever, remember_change, steps
from game.engine.world import World

_CUTS = steps(0, 1_000, 2_000, 3_000, 4_000, 5_000, 6_000, 8_000)


def _pledge_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    return (world.values[state.pledge.pledged_cut],) if state.pledge is not None else (0,)


def _with_pledge(world: World, state: StatePlace) -> tuple[str, ...]:
    return ("",) if state.pledge is not None else ()


def _promise(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R47a: a deeper cut pleases careful partners at once; taking it back costs twice as much."""
    pledge = state.pledge
    assert pledge is not None
    before, after = draft.row[pledge.pledged_cut], order.setting[0]
    remember_change(draft, state, order, (before,))
    draft.put(pledge.pledged_cut, after, "policy", cause)
    change = part(draft.parameters.pledge_word, after - before)
    change = change if change > 0 else 2 * change
    _tell_careful(draft, state, change, "pledge_made", cause, pledge)


def _tell_careful(
    draft: Draft, state: StatePlace, change: int, rule: str, cause: str, pledge: PledgePlace
) -> None:
    reads = (pledge.pledged_cut, pledge.pledge_gap)
    for tie, partner in zip(state.ties, draft.level.partners, strict=True):
        if partner.threshold:
            draft.add(tie.standing, change, rule, cause, reads)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="climate_pledge",
        area="partners",
        cost=1,
        targets=_with_pledge,
        grid=lambda world, state, target: _CUTS,
        now=_pledge_now,
        apply=_promise,
    ),
)


def watch_pledges(draft: Draft) -> None:
    """Hold emissions against pledges, once they are known."""
    for state in draft.layout.states:
        if state.pledge is not None:
            _watch(draft, state, state.pledge)


def _watch(draft: Draft, state: StatePlace, pledge: PledgePlace) -> None:
    """R47a: what may be emitted falls in a straight line to the pledged cut by the last turn.

    ``gap = emitted / allowed - 1``. Careful partners take 5 points a year off for emissions at
    twice the pledge, and add 1 for a pledge of at least a tenth that is kept.
    """
    row, p = draft.row, draft.parameters
    cut = muldiv(row[pledge.pledged_cut], draft.turn + 1, draft.level.turns * draft.level.steps)
    allowed = draft.yearly(part(pledge.spec.base, BP - cut))
    draft.put(pledge.allowed, allowed, "pledge_path", RULE, (pledge.pledged_cut,))
    gap = ratio(row[state.emissions] - allowed, max(1, allowed))
    reads = (state.emissions, pledge.allowed)
    draft.put(pledge.pledge_gap, gap, "pledge_path", RULE, reads)
    if gap > 0:
        change = -draft.yearly(part(p.pledge_standing, min(BP, gap)))
    else:
        change = draft.yearly(p.pledge_reward) if row[pledge.pledged_cut] >= 1_000 else 0
    _tell_careful(draft, state, change, "pledge_watched", RULE, pledge)


def pledge_loss(draft: Draft, state: StatePlace) -> int:
    """Return what a broken pledge takes from the environment, bp: 10 points at twice it (R47a)."""
    if state.pledge is None:
        return 0
    gap = clamp(draft.row[state.pledge.pledge_gap])
    return part(draft.parameters.pledge_weight, gap)


def resolve(draft: Draft) -> None:
    """R47b: energy and freight grow dearer by far-away shocks and calm down month by month.

    Each has its own chance a year and adds its size; 15 % of the rise fades each month. Events of
    a level may add to both.
    """
    shocks = draft.layout.world.shocks
    if shocks is None:
        return
    for name, slot in (("energy", shocks.energy), ("freight", shocks.freight)):
        new = draft.row[slot] - draft.before[slot]
        faded = part(draft.before[slot], BP - draft.layout.fade_bp)
        draft.add(slot, -faded, "shock_fades", MARKET)
        if new <= 0 and draft.chance("far-shock", name, shocks.spec.chance):
            draft.add(slot, shocks.spec.size, "far_shock", MARKET)
            draft.note("far_shock", MARKET, name, (slot,))


def energy_extra(draft: Draft) -> int:
    """Return what dear energy adds to running cost, bp: three tenths of its rise (R47b)."""
    shocks = draft.layout.world.shocks
    if shocks is None:
        return 0
    return part(draft.parameters.energy_share, draft.row[shocks.energy])


def freight_cut(draft: Draft) -> int:
    """Return what dear freight takes off the ore price abroad, bp: a tenth of its rise (R47b)."""
    shocks = draft.layout.world.shocks
    if shocks is None:
        return 0
    return min(5_000, part(draft.parameters.freight_share, draft.row[shocks.freight]))
