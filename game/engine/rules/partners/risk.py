"""Political risk: what partners ask for it, and who leaves (R43; S46)."""

from dataclasses import replace

from game.engine.definitions.places import HOME, Partner
from game.engine.draft import RULE, Draft
from game.engine.figures.sites import RiskPlace
from game.engine.figures.variables import PartnerPlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part


def resolve(draft: Draft) -> None:
    """Let risk follow trust and anger, and let partners leave who bear no more."""
    for state in draft.layout.states:
        if state.risk is not None:
            _drift(draft, state, state.risk)
            _leave(draft, state, state.risk)


def _drift(draft: Draft, state: StatePlace, risk: RiskPlace) -> None:
    """R43a: risk drifts to where it began, higher with anger and low trust.

    ``goal = start + (grievance - 2,000) / 2 + (5,000 - trust) / 2``; a quarter of the gap a year.
    Coups and unrest come as events on top.
    """
    row = draft.row
    anger = max((row[x.grievance] for x in state.provinces), default=0)
    goal = clamp(risk.start + (anger - 2_000) // 2 + (5_000 - row[state.trust]) // 2)
    step = muldiv(draft.yearly(goal - row[risk.risk]), 1, draft.parameters.risk_years)
    reads = (state.trust, *(x.grievance for x in state.provinces))
    draft.add(risk.risk, step, "risk_drifts", RULE, reads)


def bears(draft: Draft, state: StatePlace, exit_at: int) -> bool:
    """Whether a partner with this threshold still invests (R43b)."""
    return state.risk is None or draft.row[state.risk.risk] < exit_at or exit_at >= BP


def risk_premium(draft: Draft, state: StatePlace) -> int:
    """R43b: return what investors ask on top of their hurdle, bp: 10 points at full risk.

    A partner whose own threshold is passed builds nothing at all.
    """
    if state.risk is None:
        return 0
    return part(draft.parameters.risk_hurdle, draft.row[state.risk.risk])


def _leave(draft: Draft, state: StatePlace, risk: RiskPlace) -> None:
    """R43b: owners whose threshold is passed sell to those who stay, at two fifths of the cost.

    The buyer is the partner that bears the most risk, else firms at home; ownership tilts.
    """
    leavers = {x.id: x for x in draft.level.partners if not bears(draft, state, x.exit_at)}
    if not leavers:
        return
    buyer = _who_stays(draft, state)
    for plant in list(draft.plants):
        if plant.state != state.spec.id or plant.owner not in leavers:
            continue
        price = part(plant.cost, draft.parameters.exit_price)
        seller = _place(draft, plant.owner)
        payer = _place(draft, buyer.id).owners if buyer else state.owners
        draft.move(
            payer, seller.owners, price, "plant_sold", f"partner:{plant.owner}", (risk.risk,)
        )
        owner = buyer.id if buyer else HOME
        draft.plants.change(replace(plant, owner=owner))
        draft.add(risk.plants_sold, 1, "plant_sold", f"partner:{plant.owner}", (risk.risk,))
        draft.note("plant_sold", f"partner:{plant.owner}", plant.id, (risk.risk,))
        cost = -draft.parameters.exit_standing
        draft.remember(state.spec.id, plant.owner, "left", cost, f"partner:{plant.owner}")


def _who_stays(draft: Draft, state: StatePlace) -> Partner | None:
    staying = [x for x in draft.level.partners if x.weight and bears(draft, state, x.exit_at)]
    return max(staying, key=lambda x: (x.exit_at, x.weight, x.id), default=None)


def _place(draft: Draft, partner_id: str) -> PartnerPlace:
    return next(x for x in draft.layout.partners if x.spec.id == partner_id)
