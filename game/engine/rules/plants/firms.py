"""Firms: what they must buy at home, on which terms they come, what they hear, how state firms do.

Rule R45; systems S43, S48, S49, S57.
"""

from game.engine.draft import RULE, Draft
from game.engine.figures.sites import CarePlace
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import (
    MILLION,
    Lever,
    remember_change,
    setting_lever,
    steps,
)
from game.engine.rules.state.payments import spend
from game.engine.world import World

_FIRM_MOST = (8_500, 9_500, 10_000)


def _with_care(world: World, state: StatePlace) -> tuple[str, ...]:
    return ("",) if state.care is not None else ()


def _firm_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    return (world.values[state.care.firm_reform],) if state.care is not None else (0,)


def _reform(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R45d: each step of reform cuts jobs that were kept for votes, and costs public trust once."""
    care = state.care
    assert care is not None
    before, after = draft.row[care.firm_reform], order.setting[0]
    remember_change(draft, state, order, (before,))
    draft.put(care.firm_reform, after, "policy", cause)
    harder = max(0, after - before)
    lost = harder * draft.parameters.firm_reform_trust
    draft.add(state.trust, -lost, "firm_reform", cause, (care.firm_reform,))


LEVERS: tuple[Lever, ...] = (
    setting_lever(
        "local_content",
        "industry",
        1,
        "care",
        "local_content",
        steps(0, 2_500, 3_500, 4_500, 6_000),
    ),
    setting_lever("entry_terms", "industry", 1, "care", "entry_terms", steps(0, 1, 2)),
    setting_lever(
        "promotion",
        "industry",
        1,
        "care",
        "promotion_budget",
        steps(*(amount * MILLION for amount in (0, 2, 5, 10, 20))),
        budget=True,
    ),
    Lever(
        id="state_firm",
        area="industry",
        cost=2,
        targets=_with_care,
        grid=lambda world, state, target: steps(0, 1, 2),
        now=_firm_now,
        apply=_reform,
    ),
)


def resolve(draft: Draft) -> None:
    """Let names and state firms change slowly, and plants on terms teach people."""
    for state in draft.layout.states:
        if state.care is not None:
            _name(draft, state, state.care)
            _state_firm(draft, state, state.care)
            taught = part(draft.parameters.terms_skills, terms_kept(draft, state))
            reads = (state.care.bound,)
            draft.add(state.skills, draft.yearly(taught), "terms_teach", RULE, reads)


def _name(draft: Draft, state: StatePlace, care: CarePlace) -> None:
    """R45c: promotion makes a name over three years; a broken promise takes as much away.

    ``goal = 30 % x budget / (budget + 8 m)``; belief lost in a turn is lost to the name too.
    """
    row, p = draft.row, draft.parameters
    budget = row[care.promotion_budget]
    if not budget and not row[care.renown]:
        return
    goal = part(p.promotion_most, ratio(budget, budget + p.promotion_half * MILLION))
    step = muldiv(draft.yearly(goal - row[care.renown]), 1, p.promotion_years)
    draft.add(care.renown, step, "name_made", RULE, (care.promotion_budget,))
    broken = draft.before[state.credibility] - row[state.credibility]
    if broken > 0:
        draft.add(care.renown, -broken, "name_lost", RULE, (state.credibility,))
    paid = draft.yearly(budget)
    spend(
        draft, state, draft.layout.world.outside, paid, "promotion_paid", (care.promotion_budget,)
    )


def heard_of(draft: Draft, state: StatePlace) -> int:
    """R45c: return how many projects look at the state against an unknown one, bp.

    ``1 + name``: the name cannot make up for belief, it only multiplies it.
    """
    return BP + draft.row[state.care.renown] if state.care is not None else BP


def _state_firm(draft: Draft, state: StatePlace, care: CarePlace) -> None:
    """R45d: the state's own plants learn slowly, faster under reform, up to what it allows.

    1 point a year, 4 more for each step of reform; at most 85, 95 or 100 % of a private plant. The
    lost part is paid for: half of it is running cost that the treasury covers.
    """
    row, p = draft.row, draft.parameters
    if row[care.firm_skill] >= BP:
        return
    step = row[care.firm_reform]
    most = max(_FIRM_MOST[step], row[care.firm_skill])
    gain = draft.yearly(p.firm_pace + step * p.firm_reform_pace)
    if gain > most - row[care.firm_skill]:
        gain = most - row[care.firm_skill]
        draft.capped(care.firm_skill, "firm_best", RULE, (care.firm_reform,))
    draft.add(care.firm_skill, gain, "firm_learns", RULE, (care.firm_reform,))
    for chain in state.chains:
        _cover_losses(draft, state, care, chain)


def _cover_losses(draft: Draft, state: StatePlace, care: CarePlace, chain: ChainPlace) -> None:
    row = draft.row
    feed = sum(group.feed for group in draft.groups[chain.fed] if group.owner == state.spec.id)
    if not feed:
        return
    cost = muldiv(draft.yearly(feed), chain.mineral.spec.operating, 1_000)
    lost = part(cost, BP - row[care.firm_skill]) // 2
    reads = (care.firm_skill, chain.plant_feed)
    spend(draft, state, state.suppliers, lost, "firm_losses", reads)


def firm_feed(draft: Draft, state: StatePlace, feed: int) -> int:
    """Return what a state's own plant manages of its feed, kg a year (R45d)."""
    care = state.care
    return part(feed, draft.row[care.firm_skill]) if care is not None else feed


def _at_hand(draft: Draft, state: StatePlace) -> int:
    """Return the share of running cost that firms at home supply by themselves, bp."""
    return part(draft.parameters.plant_suppliers, BP + draft.row[state.skills])


def local_supply(draft: Draft, state: StatePlace) -> int:
    """R45a: return the share of running cost bought at home, bp.

    A rule lifts it only as far as skills reach: ``min(rule, 80 % x skills)``, never below what
    firms at home supply anyway.
    """
    at_hand = _at_hand(draft, state)
    if state.care is None:
        return at_hand
    can = part(draft.parameters.local_most, draft.row[state.skills])
    asked = draft.row[state.care.local_content]
    if asked > max(can, at_hand):
        reads = (state.care.local_content, state.skills)
        draft.capped(state.suppliers, "local_skills", RULE, reads)
    return max(at_hand, min(asked, can))


def local_extra(draft: Draft, state: StatePlace) -> int:
    """R45a: return what the rule on local content adds to running cost, bp.

    A quarter of the part that the rule asks above what is bought at home anyway, whether firms at
    home can supply it or not.
    """
    if state.care is None:
        return 0
    forced = max(0, draft.row[state.care.local_content] - _at_hand(draft, state))
    return part(draft.parameters.local_extra, forced)


def terms_kept(draft: Draft, state: StatePlace) -> int:
    """R45b: return the share of the capital begun that came on terms, bp.

    Where all did, half of the grave accidents stay away, skills grow by 1.5 points a year and
    careful partners rest 4 points higher.
    """
    care = state.care
    if care is None:
        return 0
    return clamp(ratio(draft.row[care.bound], draft.row[care.begun]))


def accepts_terms(draft: Draft, state: StatePlace, threshold: int, at_home: bool) -> bool:
    """R45b: patient firms take the holiday with its terms; the others come without it, or not.

    Firms at home and partners with standards of their own accept; each term turns away half of
    the capital of the others.
    """
    care = state.care
    return care is None or not draft.row[care.entry_terms] or at_home or threshold > 0


def terms_weight(draft: Draft, state: StatePlace, weight: int) -> int:
    """Return the capital of an impatient investor that still looks, bp (R45b)."""
    care = state.care
    assert care is not None
    for _ in range(draft.row[care.entry_terms]):
        weight -= part(weight, draft.parameters.terms_filter)
    return weight


def count_begun(draft: Draft, state: StatePlace, cost: int, bound: bool, cause: str) -> None:
    """Count the capital of a plant that was begun, and whether it came on terms (R45b)."""
    care = state.care
    if care is None:
        return
    draft.add(care.begun, cost, "plant_begun", cause)
    if bound and draft.row[care.entry_terms]:
        draft.add(care.bound, cost, "plant_on_terms", cause, (care.entry_terms,))
