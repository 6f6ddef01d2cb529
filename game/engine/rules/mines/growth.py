"""Growth of mines: they follow plants at home or buyers abroad (R23)."""

from game.engine.draft import MARKET, Draft
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.rules.mines.licences import paper_growth
from game.engine.rules.people.care import growth_left


def follow_with_mines(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R23: mines follow the plants, or the buyers abroad while exports are allowed and sold out.

    Goal = (plants and pipeline) x 1.15; or growth at the field's own pace, slower once less than
    all of the offer is sold, none below 80 %. Miners who hear of a ban stop growing. Idle
    capacity is lost at 10 % a year.
    """
    row, p = draft.row, draft.parameters
    goal = part(row[chain.plant_feed] + row[chain.pipeline_feed], p.mine_margin)
    capacity = sum(row[item.capacity] for item in chain.fields)
    sold = clamp(ratio(row[chain.exports] + row[chain.leak], row[chain.offered]))
    open_port = BP - max(row[chain.closed], row[chain.ban_next] if row[chain.ban_due] else 0)
    pull = part(clamp(5 * (sold - 8_000)), open_port)
    for item in chain.fields:
        working = row[item.working]
        fastest = part(row[item.capacity], part(item.spec.growth, BP - row[state.eia] // 4))
        if draft.layout.has_sites:
            fastest = part(part(fastest, growth_left(draft, state)), paper_growth(draft, item))
        grow = 0
        if goal > capacity:
            grow = min(fastest, muldiv(goal - capacity, row[item.capacity], max(1, capacity)))
        if working > 5_000:
            grow = max(grow, part(part(fastest, pull), 2 * (working - 5_000)))
        if draft.layout.concessions:
            grow -= part(grow, _held_back(draft, item.capacity))
        draft.put(
            item.building,
            grow,
            "mines_follow",
            MARKET,
            (chain.plant_feed, chain.pipeline_feed, chain.exports),
        )
        idle = row[item.capacity] - muldiv(row[item.output], 12, draft.months)
        if idle > row[item.capacity] // 10:
            lost = draft.yearly(part(idle, p.mine_rot))
            draft.add(item.capacity, -lost, "mines_rot", MARKET, (chain.mined,))


def _held_back(draft: Draft, capacity: int) -> int:
    """Return the part of a field's growth that its firm holds back during talks, bp (R60)."""
    return sum(draft.row[x.held] for x in draft.layout.concessions if x.field.capacity == capacity)
