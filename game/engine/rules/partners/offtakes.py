"""Promised ore and metal: who gets it, at which price, and what a broken promise costs (R62; S08).

A contract whose terms name no price (``discount``, ``fixed``) promises volume alone: its ore is
sold at the price of all other ore.
"""

from game.engine.draft import RULE, Draft, Shipment
from game.engine.figures.variables import ChainPlace, StatePlace, TiePlace
from game.engine.numbers import BP, clamp, dollars, part, ratio
from game.engine.rules.levers import MILLION
from game.engine.rules.state.payments import spend
from game.engine.world import Contract

FIRST_PRICE = "first_price"
"""Name under which a contract keeps the ore price of the day it was signed, US cents a tonne."""
_TERMS = ("discount", "fixed")


def priced(contract: Contract) -> bool:
    """Whether a contract fixes how its ore is priced."""
    return any(name in _TERMS for name, _ in contract.terms)


def parity(draft: Draft, chain: ChainPlace) -> int:
    """Return the world price of ore, US cents a tonne."""
    return part(draft.row[chain.mineral.price], chain.mineral.spec.ore_share)


def formula_price(draft: Draft, chain: ChainPlace, contract: Contract) -> int:
    """R62: return what a promised tonne of ore earns, US cents.

    ``(price today x (1 - fixed) + price of the first day x fixed) x (1 - discount)``.
    """
    fixed = contract.term("fixed")
    first = contract.term(FIRST_PRICE)
    price = part(parity(draft, chain), BP - fixed) + part(first, fixed)
    return part(price, BP - contract.term("discount"))


def load(draft: Draft, state: StatePlace, chain: ChainPlace, available: int) -> None:
    """R62: promised ore is loaded before any other, as far as it may leave."""
    loaded = []
    left = draft.row[chain.offered]
    for contract in draft.contracts:
        if contract.seat != state.spec.id or contract.mineral != chain.mineral.spec.id:
            continue
        if contract.term("ore_offtake") and priced(contract):
            kilograms = min(part(available, contract.term("ore_offtake")), left)
            left -= kilograms
            loaded.append(Shipment(contract, kilograms))
    if loaded:
        draft.shipments[chain.offered] = tuple(loaded)


def loaded(draft: Draft, chain: ChainPlace) -> int:
    """Return how much ore of a chain goes out under contracts this turn, kg."""
    return sum(x.kilograms for x in draft.shipments.get(chain.offered, ()))


def sales(draft: Draft, chain: ChainPlace) -> tuple[int, dict[str, int]]:
    """Return what exported ore earns in all, and what each partner pays under its contract, US$."""
    row = draft.row
    under: dict[str, int] = {}
    left = row[chain.exports]
    for shipment in draft.shipments.get(chain.offered, ()):
        kilograms = min(shipment.kilograms, left)
        left -= kilograms
        partner = shipment.contract.partner
        amount = dollars(kilograms, formula_price(draft, chain, shipment.contract))
        under[partner] = under.get(partner, 0) + amount
    return dollars(left, row[chain.export_price]) + sum(under.values()), under


def metal_promised(draft: Draft, state: StatePlace, chain: ChainPlace) -> dict[str, int]:
    """Return the share of metal that each partner was promised, bp; all together at most all."""
    shares: dict[str, int] = {}
    free = BP
    for contract in draft.contracts:
        share = min(contract.term("offtake"), free)
        if share and contract.seat == state.spec.id and contract.mineral == chain.mineral.spec.id:
            shares[contract.partner] = shares.get(contract.partner, 0) + share
            free -= share
    return shares


def promised(contract: Contract) -> int:
    """Return the shares of metal, ore and receipts that a contract promises, bp."""
    return contract.term("offtake") + contract.term("ore_offtake") + contract.term("toll")


def commit(draft: Draft, state: StatePlace, tie: TiePlace, rule: str, cause: str = RULE) -> None:
    """R62c: what a partner was promised of ore, metal and receipts is no longer free to choose.

    The shares of all its contracts in force are added up, at most all; half of the largest
    partner's sum comes off autonomy (R31b).
    """
    held = sum(
        promised(x) for x in draft.contracts if x.seat == state.spec.id and x.partner == tie.partner
    )
    draft.put(tie.committed, min(BP, held), rule, cause)


def security(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R62a: metal sold years ahead is security for credit; return the hurdle it takes off, bp.

    ``3 points x share of metal promised``, down to 7 % at the lowest: state banks that lend for
    policy's sake need no such security.
    """
    promised = sum(metal_promised(draft, state, chain).values())
    return part(draft.parameters.offtake_security, promised)


def broken(draft: Draft, state: StatePlace) -> None:
    """R62b: a promise that a closed port breaks is paid for and remembered each turn it lasts.

    ``paid = the contract's stated cost a year x part of the promise that is missing``.
    """
    p, row = draft.parameters, draft.row
    for contract in draft.contracts:
        share = contract.term("ore_offtake")
        if contract.seat != state.spec.id or not share:
            continue
        chain = next(x for x in state.chains if x.mineral.spec.id == contract.mineral)
        missing = clamp(row[chain.closed] + share - BP, 0, share)
        if not missing:
            continue
        cause = f"partner:{contract.partner}"
        stated = draft.yearly(contract.term("breach_cost") * MILLION)
        owners = next(x.owners for x in draft.layout.partners if x.spec.id == contract.partner)
        cost = part(stated, ratio(missing, share))
        spend(draft, state, owners, cost, "breach_paid", (chain.closed,), cause)
        draft.remember(state.spec.id, contract.partner, "offtake_broken", -p.breach_standing, cause)
