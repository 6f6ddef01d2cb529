"""Building: a plant is begun, and its bill is paid (R16; S04)."""

from game.engine.definitions.places import HOME
from game.engine.draft import Draft
from game.engine.figures.variables import ChainPlace, ProvincePlace, StatePlace
from game.engine.numbers import muldiv, part
from game.engine.rules.plants.clusters import capital_cost
from game.engine.rules.plants.firms import accepts_terms, count_begun
from game.engine.rules.state.payments import earn, spend
from game.engine.world import Plant


def begin_plant(
    draft: Draft,
    state: StatePlace,
    chain: ChainPlace,
    province: ProvincePlace,
    owner: str,
    feed: int,
    coal: bool,
    cause: str,
    share: int = -1,
) -> None:
    """Begin a plant. The government buys its share of the capital; it is not a gift (S04).

    The builder spends part of the bill at home. A share that the treasury cannot pay is not
    bought.

    Args:
        share: Share the government wants, bp; -1 takes what its standing rule demands.
    """
    row, p, outside = draft.row, draft.parameters, draft.layout.world.outside
    cost = muldiv(feed, capital_cost(draft, chain, coal), 1_000)
    share = row[chain.state_share] if share < 0 else share
    bought = part(cost, share)
    if bought > max(0, row[state.treasury]) and owner != state.spec.id:
        share = bought = 0
    spend(draft, state, outside, bought, "share_bought", (chain.state_share,), cause)
    partner = draft.layout.partner_by_id.get(owner)
    payer = partner.owners if partner else state.owners
    reads = (chain.room,)
    draft.move(payer, outside, cost - bought, "building_bill", cause, reads)
    local = part(cost, p.build_local)
    earn(draft, state, outside, state.suppliers, local, "building_bill", reads, cause)
    opens = draft.turn + max(1, p.build_months // draft.months)
    threshold = partner.spec.threshold if partner else 0
    on_terms = accepts_terms(draft, state, threshold, owner in (HOME, state.spec.id))
    count_begun(draft, state, cost, on_terms, cause)
    plant = Plant(
        id=_free_name(draft, f"{state.spec.id}.{province.spec.id}.{owner}.{draft.stamp}"),
        state=state.spec.id,
        province=province.spec.id,
        mineral=chain.mineral.spec.id,
        feed=feed,
        owner=owner,
        state_share=share,
        coal=coal,
        opens=opens,
        holiday_until=opens + (row[chain.holiday] * 12 // draft.months if on_terms else 0),
        cost=cost,
    )
    draft.plants.add(plant)
    draft.add(chain.invested, cost, "plant_begun", cause, (chain.room, chain.home_price))
    draft.add(chain.pipeline_feed, feed, "plant_begun", cause, (chain.room,))
    draft.note("plant_begun", cause, plant.id, (chain.room, chain.need))


def _free_name(draft: Draft, wanted: str) -> str:
    name, suffix = wanted, "b"
    while name in draft.plants:
        name, suffix = f"{wanted}{suffix}", chr(ord(suffix) + 1)
    return name
