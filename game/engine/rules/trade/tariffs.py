"""Tariffs on processed goods, treaties that lower them, and answers in kind (R64; S11)."""

from game.engine.definitions.deals import TRADE
from game.engine.draft import MARKET, RULE, Draft
from game.engine.figures.deals import AgreementPlace, TariffPlace
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part
from game.engine.rules.partners.agreements import in_force

_RULING = 3
"""Stage of a dispute in which a panel has ruled against the state."""


def _cut(draft: Draft, place: AgreementPlace) -> int:
    """Return the part of its partners' tariffs that a treaty has taken away by now, bp."""
    years = draft.turn - max(place.spec.first, draft.row[place.since]) + 1
    return muldiv(place.spec.cut, min(years, place.spec.phase), place.spec.phase)


def rates(draft: Draft, state: StatePlace, chain: ChainPlace) -> list[int]:
    """R64: return each buyer's tariff on a state's metal, bp.

    ``its tariff x (1 - what the treaties in force have cut by now) + its answer in kind``.
    """
    place = draft.layout.tariffs[chain.fed]
    cuts = dict.fromkeys((x.partner for x in place.answers), 0)
    for agreement in draft.layout.agreements:
        if agreement.state != state.spec.id or agreement.spec.kind != TRADE:
            continue
        if in_force(draft, agreement):
            now = _cut(draft, agreement)
            for partner in agreement.spec.partners:
                cuts[partner] = max(cuts[partner], now)
    return [
        clamp(part(rate, BP - cuts[x.partner]) + draft.row[x.retaliation])
        for rate, x in zip(place.rates, place.answers, strict=True)
    ]


def cost(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R64: return what tariffs take from the price of a state's metal, bp; sellers bear half."""
    buying = chain.mineral.metal_buying
    whole = max(1, sum(buying))
    paid = sum(
        muldiv(rate, share, whole)
        for rate, share in zip(rates(draft, state, chain), buying, strict=True)
    )
    return part(paid, draft.parameters.tariff_borne)


def price_after(draft: Draft, state: StatePlace, chain: ChainPlace, price: int) -> int:
    """Return a price of metal less what tariffs take from it, and note that."""
    place: TariffPlace = draft.layout.tariffs[chain.fed]
    taken = cost(draft, state, chain)
    draft.put(place.tariff, taken, "tariffs", MARKET, tuple(x.retaliation for x in place.answers))
    return part(price, BP - taken)


def react_to_bans(draft: Draft, state: StatePlace) -> None:
    """R64a: a newly closed port breaks trade treaties; their members remember it beside the rest.

    ``lost = 4 points x newly closed share``.
    """
    closed = max(draft.row[x.closed] - draft.before[x.closed] for x in state.chains)
    if closed <= 0:
        return
    bound = {
        partner
        for place in draft.layout.agreements
        if place.state == state.spec.id and place.spec.kind == TRADE and in_force(draft, place)
        for partner in place.spec.partners
    }
    lost = part(draft.parameters.agreement_breach, closed)
    for partner in sorted(bound):
        draft.remember(state.spec.id, partner, "treaty_broken", -lost, f"partner:{partner}")


def answer_in_kind(draft: Draft, state: StatePlace) -> None:
    """R64b: who won a ruling that is not met may answer with a tariff; it fades with its cause.

    ``chance a year = 50 %``, half of it while the case is still defended; + 5 points a year. An
    appeal leaves the ruling in the air, and there is nothing to answer (H106, T27).
    """
    row, p = draft.row, draft.parameters
    place = next((draft.layout.tariffs[c.fed] for c in state.chains), None)
    if place is None:
        return
    unmet = row[state.dispute_stage] == _RULING and any(row[c.closed] > 5_000 for c in state.chains)
    litigants = [x.litigates for x in draft.level.partners]
    for answer, litigates in zip(place.answers, litigants, strict=True):
        cause = f"partner:{answer.partner}"
        if unmet and litigates:
            defended = row[state.dispute] > draft.turn
            chance = p.retaliation_chance // (2 if defended else 1)
            if draft.chance("retaliation", f"{state.spec.id}.{answer.partner}", chance):
                more = draft.yearly(p.retaliation_step)
                draft.add(answer.retaliation, more, "retaliation", cause, (state.dispute_stage,))
        elif row[answer.retaliation]:
            less = draft.yearly(part(row[answer.retaliation], p.retaliation_fade))
            draft.add(answer.retaliation, -max(1, less), "retaliation", RULE)
