"""Whether a level can be played: the historical path is given to the rules, turn by turn."""

from __future__ import annotations

from game.content.build.level import dates_of
from game.content.checks.findings import Findings
from game.engine.definitions.deals import INVESTMENT
from game.engine.definitions.level import Level
from game.engine.orders import Sheet
from game.engine.rules import LEVERS
from game.engine.start.opening import open_world
from game.engine.turn import DONE, OrderResult, resolve_turn
from game.engine.world import World

_SEED = 1

_WHY = {
    "off_grid": "the setting is no step of this lever",
    "malformed": "the setting has the wrong number of parts",
    "wrong_target": "the lever has no such target",
    "no_change": "the setting is already in force",
    "capital_short": "the year has too few points of political capital",
    "money_short": "the treasury has too little money then",
    "twice": "the same thing is ordered twice in one year",
    "crisis": "spending stops during a crisis",
}


_FOLLOWS = {
    "propose_card": ("vote_card",),
    "propose_deal": ("answer_deal", "leave_deal"),
}
"""Levers that come alive for others once somebody pulls another one."""


def check_path(found: Findings, level: Level) -> None:
    """Note every order of a path that the rules refuse, and levers that never have a target."""
    world = open_world(level, _SEED)
    alive: set[tuple[str, str]] = set()
    told: set[tuple[str, ...]] = set()
    for turn in range(level.turns):
        alive |= {(seat, lever) for seat in level.seats for lever in _usable(world, seat)}
        sheets = {
            state.id: Sheet(state.id, turn, state.path[turn] if state.path else ())
            for state in level.states
        }
        resolved = resolve_turn(world, sheets, detail=False)
        for result in resolved.results:
            if result.status != DONE and not _follows(result, told):
                _refused(found, world, result)
        world = resolved.world
    _check_dead_levers(found, level, alive)


def _follows(result: OrderResult, told: set[tuple[str, ...]]) -> bool:
    """Whether a refusal only follows from an earlier one: the same lever, or the same empty purse.

    Notes the refusal for the later ones.
    """
    lever = (result.seat, result.order.lever, result.order.target)
    codes = {problem.code for problem in result.problems}
    purse = (result.seat, "purse")
    short = codes <= {"crisis", "money_short"}
    follows = lever in told or (short and purse in told)
    told.add(lever)
    if short:
        told.add(purse)
    return follows


def _usable(world: World, seat: str) -> list[str]:
    state = world.layout.state(seat)
    return [lever for lever in state.spec.levers if LEVERS[lever].targets(world, state)]


def _check_dead_levers(found: Findings, level: Level, alive: set[tuple[str, str]]) -> None:
    """A lever is dead when nothing in the level can ever give it a target."""
    offered = {(offer.seat, "answer_offer") for offer in level.offers}
    argued = {
        (effect.figure.split("/")[0], "answer_dispute")
        for event in level.events
        for effect in event.effects
        if effect.figure.endswith("/dispute_stage")
    }
    promised = {
        (offer.seat, "reopen_contract")
        for offer in level.offers
        if any(term.name == "ore_offtake" for term in offer.terms)
    }
    claimed = promised | {
        (seat, "answer_claim")
        for seat in level.seats
        for treaty in level.agreements
        if seat in treaty.states and treaty.kind == INVESTMENT
    }
    pulled = {lever for _, lever in alive}
    follow = {name for lever in pulled for name in _FOLLOWS.get(lever, ())}
    answered = {(seat, name) for seat in level.seats for name in follow}
    for seat in level.seats:
        for step, levers in found.file.states[seat].levers.items():
            for index, lever in enumerate(levers):
                if (seat, lever) not in alive | offered | argued | answered | claimed:
                    found.warn(
                        ("states", seat, "levers", step, index),
                        "dead-lever",
                        f"`{lever}` never has anything to act on",
                        "players would look for it in vain",
                        "take it out, or add the offer, event or place that it needs",
                    )


def _refused(found: Findings, world: World, result: OrderResult) -> None:
    codes = [problem.code for problem in result.problems]
    order = result.order
    remedy = "change the order or its year; docs/levels_reference.md lists targets and steps"
    if "off_grid" in codes:
        remedy = "choose a step and give its unit; docs/levels_reference.md lists levers and steps"
    found.error(
        _place(found, world.turn, result),
        "path-refused",
        f"the rules refuse `{order.lever}` on `{order.target}`",
        "; ".join(_WHY.get(code, code.replace("_", " ")) for code in codes),
        remedy,
    )


def _place(found: Findings, turn: int, result: OrderResult) -> tuple[str | int, ...]:
    """Where in the file the order stands."""
    dates = dates_of(found.file)
    for year, block in found.file.states[result.seat].path.items():
        if dates.first_turn(int(year)) != turn:
            continue
        for index, order in enumerate(block.orders):
            if (order.order, order.target) == (result.order.lever, result.order.target):
                return ("states", result.seat, "path", year, "orders", index)
    return ("states", result.seat, "path")
