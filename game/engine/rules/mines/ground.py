"""The ground: looking for new deposits, and the licences of mines that work.

Rules R32 exploration and R33 licences; systems S05, S47, S70.
"""

from game.engine.draft import RULE, Draft
from game.engine.draws import draw
from game.engine.figures.variables import FieldPlace, ProvincePlace, StatePlace
from game.engine.numbers import BP, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import (
    MILLION,
    Grid,
    Lever,
    field_of,
    remember_change,
    setting_lever,
    steps,
)
from game.engine.rules.region import effects as region
from game.engine.world import Find, World

IN_FORCE, WITH_CONDITIONS, SUSPENDED = 0, 1, 2
_LICENCES: Grid = steps(IN_FORCE, WITH_CONDITIONS, SUSPENDED)


def _every_field(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(item.spec.id for province in state.provinces for item in province.fields)


def _licence_now(world: World, state: StatePlace, target: str) -> tuple[int, ...]:
    return (world.values[field_of(state, target)[1].licence],)


def _set_licence(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R33: conditions and stops please the people nearby and unsettle those who own the mine."""
    province, item = field_of(state, order.target)
    before, after = draft.row[item.licence], order.setting[0]
    remember_change(draft, state, order, (before,))
    draft.put(item.licence, after, "licence", cause)
    harder = after - before
    p = draft.parameters
    draft.add(province.grievance, -harder * p.licence_calm, "licence", cause, (item.licence,))
    if harder > 0:
        foreign = BP - item.spec.home_owned
        lost = part(harder * p.licence_unsettles, foreign)
        draft.add(state.credibility, -lost, "licence", cause, (item.licence,))


LEVERS: tuple[Lever, ...] = (
    setting_lever(
        "exploration",
        "industry",
        1,
        "province",
        "exploration_budget",
        steps(*(amount * MILLION for amount in (0, 5, 10, 20, 40, 80))),
        budget=True,
    ),
    Lever(
        id="licence",
        area="people",
        cost=2,
        targets=_every_field,
        grid=lambda world, state, target: _LICENCES,
        now=_licence_now,
        apply=_set_licence,
    ),
)


def allowed_share(draft: Draft, item: FieldPlace) -> int:
    """R33: return the share of a mine's output that its licence allows, bp.

    All while it is in force, nine tenths under conditions (the hazardous stage stops), nothing
    while it is suspended: output falls at once (H130).
    """
    licence = draft.row[item.licence]
    if licence == IN_FORCE:
        return BP
    return BP - draft.parameters.condition_loss if licence == WITH_CONDITIONS else 0


def resolve(draft: Draft) -> None:
    """Open what was found long ago, and look for more."""
    _open_finds(draft)
    for state in draft.layout.states:
        for province in state.provinces:
            if draft.row[province.exploration_budget]:
                for item in province.fields:
                    _explore(draft, state, province, item)


def _explore(draft: Draft, state: StatePlace, province: ProvincePlace, item: FieldPlace) -> None:
    """R32: money buys chances, not finds, and a find takes 10 to 17 years to dig.

    ``chance a year = 40 % x budget / (budget + 30 m) x (1/2 + skills / 2)``. A find is 5 to 20 %
    of what geology may hold; it opens after 13 years, sooner with good roads and ports, and gives
    a twenty-fifth of itself a year (F135, H153).
    """
    row, p = draft.row, draft.parameters
    left = row[item.resource]
    if not left:
        return
    budget = row[province.exploration_budget]
    reach = ratio(budget, budget + p.exploration_half * MILLION)
    chance = part(part(p.exploration_most, reach), 5_000 + row[state.skills] // 2)
    if draft.region is not None:
        chance = region.better_chance(draft, state, chance)
    subject = f"{state.spec.id}.{item.spec.id}"
    reads = (province.exploration_budget, state.skills)
    if not draft.chance("find", subject, chance):
        return
    share = 500 + draw(draft.seed, draft.turn, "find-size", subject, 1_501)
    if draft.region is not None:
        share = region.narrower(draft, state, share, 1_250)
    size = part(left, share)
    months = part(p.lead_months, BP - row[province.infrastructure] // 4)
    find = Find(
        id=f"{subject}.{draft.turn:03d}",
        state=state.spec.id,
        field=item.spec.id,
        size=size,
        opens=draft.turn + max(1, months // draft.months),
    )
    draft.finds.append(find)
    draft.note("find", RULE, find.id, reads)


def _open_finds(draft: Draft) -> None:
    for find in list(draft.finds):
        if find.opens > draft.turn:
            continue
        draft.finds.remove(find)
        item = field_of(draft.state(find.state), find.field)[1]
        size = min(find.size, draft.row[item.resource])
        draft.move(item.resource, item.reserves, size, "find_opens")
        draft.add(item.capacity, muldiv(size, 1, 25), "find_opens", RULE, (item.reserves,))
        draft.note("find_opens", RULE, find.id)
