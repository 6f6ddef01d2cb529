"""Contracts opened again: by who is worse off at today's price, or by breaking them (R62c; S08)."""

from dataclasses import replace

from game.engine import problems
from game.engine.draft import Draft
from game.engine.figures.variables import StatePlace
from game.engine.numbers import part
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Lever, steps
from game.engine.rules.partners import offtakes
from game.engine.rules.state.payments import spend
from game.engine.world import Contract, World

ASK, BREAK = 1, 2
_OFF = 1_000
"""A price this far from the market's gives reason to talk, bp."""


def resolve(draft: Draft) -> None:
    """R62c: a partner that pays far above the market asks for the market's price.

    ``chance a year = 30 %`` while the contract's price lies a tenth above; the part of the price
    that was held fixed is halved.
    """
    for contract in list(draft.contracts):
        if not contract.term("fixed") or not contract.term("ore_offtake"):
            continue
        state = draft.state(contract.seat)
        chain = next(x for x in state.chains if x.mineral.spec.id == contract.mineral)
        parity = offtakes.parity(draft, chain)
        above = offtakes.formula_price(draft, chain, contract) > parity + part(parity, _OFF)
        if above and draft.chance("reopen", contract.id, draft.parameters.reopen_chance):
            draft.contracts.remove(contract)
            draft.contracts.append(_halved(contract, "fixed"))
            draft.note("contract_reopened", f"partner:{contract.partner}", contract.id)


def _halved(contract: Contract, *names: str) -> Contract:
    terms = tuple((n, v // 2 if n in names else v) for n, v in contract.terms)
    return replace(contract, terms=terms)


def _targets(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(
        x.id
        for x in world.contracts
        if x.seat == state.spec.id and x.term("ore_offtake") and offtakes.priced(x)
    )


def _answer(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """Ask for a better price, or break a contract off.

    A partner gives half of the price cut and of the fixed part back when the contract pays a
    tenth less than the market and standing is not below the middle. Who breaks a contract pays
    its stated cost for half of the years that are left.
    """
    contract = next(x for x in draft.contracts if x.id == order.target)
    chain = next(x for x in state.chains if x.mineral.spec.id == contract.mineral)
    tie = next(x for x in state.ties if x.partner == contract.partner)
    draft.contracts.remove(contract)
    if order.setting[0] == ASK:
        parity = offtakes.parity(draft, chain)
        below = offtakes.formula_price(draft, chain, contract) < parity - part(parity, _OFF)
        if below and draft.row[tie.standing] >= 5_000:
            draft.contracts.append(_halved(contract, "fixed", "discount"))
            draft.note("contract_reopened", cause, contract.id)
            draft.remember(state.spec.id, contract.partner, "reopened", -100, cause)
        else:
            draft.contracts.append(contract)
            draft.remember(state.spec.id, contract.partner, "asked_in_vain", -200, cause)
        return
    partner = next(x for x in draft.layout.partners if x.spec.id == contract.partner)
    cost = break_cost(contract, draft.turn, draft.months)
    spend(draft, state, partner.owners, cost, "breach_paid", (), cause)
    offtakes.commit(draft, state, tie, "offtake_ended", cause)
    doubt = draft.parameters.credibility_relax_cost // 3
    draft.add(state.credibility, -doubt, "contract_broken", cause)
    draft.remember(state.spec.id, contract.partner, "contract_broken", -800, cause)
    draft.note("contract_broken", cause, contract.id)


def break_cost(contract: Contract, turn: int, months: int) -> int:
    """Return what breaking a contract costs, US$: its stated cost for half the years left."""
    years = max(0, contract.until - turn) * months // 12
    return contract.term("breach_cost") * MILLION * years // 2


def _check(world: World, state: StatePlace, order: Order) -> str:
    return "" if order.target in _targets(world, state) else problems.WRONG_TARGET


def _money(world: World, state: StatePlace, order: Order) -> int:
    contract = next((x for x in world.contracts if x.id == order.target), None)
    if contract is None or order.setting[0] == ASK:
        return 0
    return break_cost(contract, world.turn, world.level.months)


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="reopen_contract",
        area="partners",
        cost=1,
        targets=_targets,
        grid=lambda world, state, target: steps(ASK, BREAK),
        now=lambda world, state, target: (0,),
        apply=_answer,
        check=_check,
        money=_money,
        policy=False,
    ),
)
