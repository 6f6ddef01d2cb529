"""Orders, figures, plants and contracts that sign tests change."""

from dataclasses import replace
from typing import Any

from game.engine.numbers import BP, part
from game.engine.orders import Order
from game.engine.world import Contract, Plant
from game.lab.signs.played import NotHereError, Start, Step
from game.lab.signs.subject import Subject

MILLION = 1_000_000
PURSE = 5_000 * MILLION


def order(lever: str, target: str, *setting: int, year: int = 0) -> Step:
    """Give an order, so many years after the start."""

    def step(start: Start) -> None:
        turn = year * 12 // start.world.level.months
        given = Order(lever, start.subject.path(target), setting)
        start.orders[turn] = (*start.orders.get(turn, ()), given)

    return step


def ban(share: int = BP, notice: int = 0, year: int = 0) -> Step:
    """Order a share of the ore to stay, with notice in years."""

    def step(start: Start) -> None:
        turns = notice * 12 // start.world.level.months
        order("export_ban", "{m}.ore", share, turns, year=year)(start)

    return step


def put(path: str, value: int) -> Step:
    """Set a figure."""
    return lambda start: start.put(path, value)


def raised(path: str, by: int) -> Step:
    """Add to a figure."""
    return lambda start: start.put(path, start.figure(path) + by)


def scaled(path: str, share_bp: int) -> Step:
    """Multiply a figure."""
    return lambda start: start.put(path, part(start.figure(path), share_bp))


def purse(start: Start) -> None:
    """Fill the treasury, so that money is not what decides; the outside world pays."""
    start.put("world/outside", start.figure("world/outside") - PURSE)
    start.put("{s}/treasury", start.figure("{s}/treasury") + PURSE)


def open_port(start: Start) -> None:
    """Take away every limit on trade, at home and next door."""
    for state in start.world.layout.states:
        for chain in state.chains:
            prefix = f"{state.spec.id}/{chain.mineral.spec.id}"
            for name, value in (
                *(("ban", 0), ("ban_next", 0), ("ban_due", 0), ("duty_due", 0)),
                *(("tax", 0), ("quota", BP), ("closed", 0)),
            ):
                start.put(f"{prefix}/{name}", value)


# ---- plants and contracts -----------------------------------------------------------------------


def plants(
    share_bp: int, owner: str = "home", coal: bool = True, opens: int = -60, alone: bool = False
) -> Step:
    """Add a plant as large as a share of the mines.

    Args:
        share_bp: Its feed as a share of mine capacity.
        owner: ``home``, a letter for a partner, or the state.
        coal: Whether it burns coal.
        opens: Its first turn; long ago by default.
        alone: Whether all other plants of the mineral are taken away.
    """

    def step(start: Start) -> None:
        subject = start.subject
        chain = subject.chain(start.world.layout)
        capacity = sum(start.world.values[item.capacity] for item in chain.fields)
        new = Plant(
            id=f"sign.{owner}.{share_bp}",
            state=subject.seat,
            province=subject.names["p"],
            mineral=subject.mineral,
            feed=part(capacity, share_bp),
            owner=subject.path(owner),
            state_share=0,
            coal=coal,
            opens=opens,
            holiday_until=-60,
            cost=0,
        )
        kept = [x for x in start.world.plants if not (alone and _same_chain(x, subject))]
        both = sorted([*kept, *([new] if share_bp else [])], key=lambda x: x.id)
        start.world = replace(start.world, plants=tuple(both))
        working = [x for x in both if _same_chain(x, subject) and x.opens <= start.world.turn]
        start.put("{s}/{m}/plant_feed", sum(x.feed for x in working))

    return step


def _same_chain(plant: Plant, subject: Subject) -> bool:
    return plant.state == subject.seat and plant.mineral == subject.mineral


def plants_as(**changes: Any) -> Step:
    """Change every plant of the chain; there must be one."""

    def step(start: Start) -> None:
        subject = start.subject
        if not any(_same_chain(x, subject) for x in start.world.plants):
            raise NotHereError("no plant")
        filled: dict[str, Any] = {
            k: subject.path(v) if isinstance(v, str) else v for k, v in changes.items()
        }
        start.world = replace(
            start.world,
            plants=tuple(
                replace(x, **filled) if _same_chain(x, subject) else x for x in start.world.plants
            ),
        )

    return step


def contract(kind: str, partner: str, **terms: int) -> Step:
    """Put a contract in force."""

    def step(start: Start) -> None:
        subject = start.subject
        new = Contract(
            id=f"sign.{kind}",
            plan=f"sign-{kind}",
            partner=subject.path(partner),
            seat=subject.seat,
            kind=kind,
            mineral=subject.mineral,
            until=start.world.turn + 60,
            terms=tuple(sorted(terms.items())),
        )
        known = sorted([*start.world.contracts, new], key=lambda x: x.id)
        start.world = replace(start.world, contracts=tuple(known))

    return step


def no_promises(start: Start) -> None:
    """Let no contract, deal or pledge be in force: nothing is built because it was promised."""
    start.world = replace(start.world, contracts=(), pacts=())
    for path in start.world.layout.paths:
        if path.endswith("/pledge"):
            start.put(path, 0)


def no_certificate(start: Start) -> None:
    """Let no certificate be in force; a label that the region shares cannot be taken away."""
    if any(start.world.values[slot] for slot in _labels(start)):
        raise NotHereError("the region's label is in force")
    kept = tuple(x for x in start.world.contracts if x.kind != "certificate")
    start.world = replace(start.world, contracts=kept)


def _labels(start: Start) -> list[int]:
    slots = start.world.layout.slots
    return [slots[path] for path in slots if path.endswith("/labelled")]


def mines_scaled(share_bp: int) -> Step:
    """Make all mines of the chain larger or smaller than they are."""

    def step(start: Start) -> None:
        chain = start.subject.chain(start.world.layout)
        for item in chain.fields:
            path = f"{start.subject.seat}/{item.spec.id}/capacity"
            start.put(path, part(start.figure(path), share_bp))

    return step


def stock_months(months: int) -> Step:
    """Set what buyers hold, in months of the demand of the turn; they have no other store."""

    def step(start: Start) -> None:
        chain = start.subject.chain(start.world.layout)
        demand = chain.mineral.spec.demand[start.world.turn]
        held = start.figure("{m}/stock")
        wanted = demand * months // 12
        start.put("{m}/stock", wanted)
        start.put("{m}/abroad", start.figure("{m}/abroad") + held - wanted)

    return step


def infrastructure(bp: int) -> Step:
    """Set the infrastructure of every province."""
    return _everywhere("infrastructure", bp)


def angry(bp: int) -> Step:
    """Set the grievance of every province."""
    return _everywhere("grievance", bp)


def green_power(kilowatts: int) -> Step:
    """Set the power without coal of every province."""
    return _everywhere("green_kw", kilowatts)


def _everywhere(name: str, value: int) -> Step:
    def step(start: Start) -> None:
        for province in start.subject.state(start.world.layout).provinces:
            start.put(f"{start.subject.seat}/{province.spec.id}/{name}", value)

    return step


def neighbour_closes(start: Start) -> None:
    """Let the neighbour keep its ore at home."""
    start.put("{n}/{m}/ban", BP)
    start.put("{n}/{m}/ban_next", BP)


def debt_past_limit(start: Start) -> None:
    """Owe far more than lenders accept."""
    start.put("{s}/debt", 1_000_000 * MILLION)


def high_standards(start: Start) -> None:
    """Set rules and inspection as high as they go."""
    for name in ("eia", "safety", "enforcement"):
        start.put(f"{{s}}/{name}", BP)


def low_standards(start: Start) -> None:
    """Have no rules and little inspection."""
    for name, value in (("eia", 0), ("safety", 0), ("carbon_reporting", 0), ("coal_rule", 0)):
        start.put(f"{{s}}/{name}", value)
    start.put("{s}/enforcement", 2_000)


def some_resource(start: Start) -> None:
    """Let the ground hold more than is known."""
    largest = start.subject.names["f"]
    fields = start.subject.chain(start.world.layout).fields
    spec = next(x.spec for x in fields if x.spec.id == largest)
    start.put("{s}/{f}/resource", spec.capacity * 100)
