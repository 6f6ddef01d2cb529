"""Data of a level that sign tests change: minerals, rivals, partners, fields, constants."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from game.engine.definitions.level import Level
from game.engine.definitions.places import Field, Mineral, Partner, Rival, State
from game.engine.numbers import BP, muldiv, part, ratio
from game.engine.world import World
from game.lab.signs.played import Start, Step
from game.lab.signs.subject import Subject


def _level(change: Callable[[Level, Subject], Level]) -> Step:
    """Change the level; the same level changed the same way stays one object, with one layout."""
    changed = cache(lambda level, seat, mineral: change(level, Subject(seat, mineral)))

    def step(start: Start) -> None:
        subject = start.subject
        start.change_level(lambda level, _: changed(level, subject.seat, subject.mineral))

    return step


def minerals(change: Callable[[Mineral], Mineral]) -> Step:
    """Change the mineral."""

    def changed(level: Level, subject: Subject) -> Level:
        found = tuple(change(x) if x.id == subject.mineral else x for x in level.minerals)
        return replace(level, minerals=found)

    return _level(changed)


def rivals(change: Callable[[Rival], Rival]) -> Step:
    """Change every rival of the mineral."""

    def changed(level: Level, subject: Subject) -> Level:
        found = tuple(change(x) if x.mineral == subject.mineral else x for x in level.rivals)
        return replace(level, rivals=found)

    return _level(changed)


def partners(change: Callable[[Partner], Partner]) -> Step:
    """Change every partner."""
    return _level(
        lambda level, _: replace(level, partners=tuple(change(x) for x in level.partners))
    )


def fields(change: Callable[[Field], Field]) -> Step:
    """Change the seat's fields."""

    def changed(level: Level, subject: Subject) -> Level:
        def state(x: State) -> State:
            if x.id != subject.seat:
                return x
            return replace(x, fields=tuple(change(item) for item in x.fields))

        return replace(level, states=tuple(state(x) for x in level.states))

    return _level(changed)


def parameters(**changes: int) -> Step:
    """Change constants of the rules."""
    return _level(lambda level, _: replace(level, parameters=replace(level.parameters, **changes)))


def others_hurdle(bp: int) -> Step:
    """Set what every investor but the main one asks of a plant; all have the same weight."""

    def changed(level: Level, subject: Subject) -> Level:
        main = max(
            (x for x in level.partners if x.weight), key=lambda x: (x.weight, x.id), default=None
        )
        found = tuple(
            x if x is main else replace(x, hurdle=bp, weight=x.weight and 2_500)
            for x in level.partners
        )
        return replace(level, partners=found)

    return _level(changed)


def main_hurdle(bp: int) -> Step:
    """Set what the partner with most capital asks of a plant."""

    def changed(level: Level, subject: Subject) -> Level:
        main = max(
            (x for x in level.partners if x.weight), key=lambda x: (x.weight, x.id), default=None
        )
        found = tuple(replace(x, hurdle=bp) if x is main else x for x in level.partners)
        return replace(level, partners=found)

    return _level(changed)


def rivals_lose(share_bp: int) -> Step:
    """Take a share of their mines from all rivals, for good."""
    left = BP - share_bp
    change = rivals(
        lambda x: replace(
            x, output=part(x.output, left), ceiling=part(x.ceiling, left), speed=0, path=()
        )
    )

    def step(start: Start) -> None:
        change(start)
        for item in start.subject.chain(start.world.layout).mineral.rivals:
            path = f"{{m}}/{item.spec.id}/surge"
            start.put(path, part(start.figure(path), left))

    return step


def demand_scaled(share_bp: int) -> Step:
    """Multiply world demand in every turn."""
    return minerals(lambda x: replace(x, demand=tuple(part(y, share_bp) for y in x.demand)))


def price_scaled(share_bp: int) -> Step:
    """Multiply the price in every turn, and what firms expect."""
    change = minerals(
        lambda x: replace(
            x,
            price=tuple(part(y, share_bp) for y in x.price),
            fed_price=tuple(part(y, share_bp) for y in x.fed_price),
        )
    )

    def step(start: Start) -> None:
        change(start)
        start.put("{m}/price", part(start.figure("{m}/price"), share_bp))

    return step


accidents_never = parameters(accident_chance=0)
accidents_often = parameters(accident_chance=BP, accident_chance_most=BP)


def plant_return(world: World, subject: Subject, discount_bp: int) -> int:
    """Return what a plant earns a year on its capital after tax, bp; neighbours make it cheaper."""
    chain, p = subject.chain(world.layout), world.level.parameters
    spec = chain.mineral.spec
    here = muldiv(world.values[chain.plant_feed], 100, max(1, spec.demand[world.turn]))
    capital = part(spec.capital, BP - min(p.cluster_capital_most, here * p.cluster_capital))
    running = part(
        100 * spec.operating, BP - min(p.cluster_operating_most, here * p.cluster_operating)
    )
    price = world.values[chain.mineral.expected_price]
    metal = part(part(price, spec.refined_share), spec.recovery)
    ore = part(part(price, spec.ore_share), BP - discount_bp)
    return ratio(part(metal - ore - running, BP - p.profit_tax), 100 * capital)


def _hurdles(bp: int) -> Step:
    """Let every partner ask the same of a plant, and nobody build at home."""
    return _level(
        lambda level, _: replace(
            level,
            partners=tuple(replace(x, hurdle=bp) for x in level.partners),
            parameters=replace(level.parameters, home_weight=0),
        )
    )


_asking = cache(_hurdles)


def lean_builders(above_bp: int) -> Step:
    """Let every partner ask a little more than what a plant on cheap ore earns: none is eager."""

    def step(start: Start) -> None:
        earned = plant_return(start.world, start.subject, 5_000)
        _asking(earned // 200 * 200 + above_bp)(start)

    return step


def others_dear(start: Start) -> None:
    """Let every investor but the main one ask twice what a plant earns on cheap ore."""
    _others_at(_dear(start))(start)


def main_dear(start: Start) -> None:
    """Let the partner with most capital ask twice what a plant earns on cheap ore."""
    _main_at(_dear(start))(start)


_others_at = cache(others_hurdle)
_main_at = cache(main_hurdle)


def _dear(start: Start) -> int:
    return max(3_000, 2 * plant_return(start.world, start.subject, 5_000) // 200 * 200)


rivals_full = rivals(lambda x: replace(x, ceiling=x.output, speed=0, path=()))
"""Rivals dig all they can reach."""


def no_events(start: Start) -> None:
    """Let nothing happen by date or as an answer."""
    _without_events(start)


_without_events = _level(lambda level, _: replace(level, events=()))


@cache
def _costs(parity: int) -> Step:
    return fields(lambda x: replace(x, cost_low=parity // 3, cost_high=parity * 6 // 5))


def marginal_mines(start: Start) -> None:
    """Let mining cost lie around what ore fetches, so that some mines pay and some do not."""
    chain = start.subject.chain(start.world.layout)
    price = start.world.values[chain.mineral.price] // 10_000 * 10_000
    _costs(part(price, chain.mineral.spec.ore_share))(start)


def _buying(level: Level, subject: Subject, sole: bool) -> Level:
    """Let all partners buy the same share, or the largest buyer of ore buy all."""

    def ore(x: Partner) -> int:
        return dict(x.ore_demand).get(subject.mineral, 0)

    largest = max(level.partners, key=lambda x: (ore(x), x.id))

    def changed(x: Partner) -> Partner:
        share = (BP if x is largest else 0) if sole else 2_500
        demand = ((subject.mineral, share),) if share else ()
        return replace(x, ore_demand=demand, refined_demand=demand)

    return replace(level, partners=tuple(changed(x) for x in level.partners))


one_buyer = _level(lambda level, subject: _buying(level, subject, sole=True))
equal_buyers = _level(lambda level, subject: _buying(level, subject, sole=False))
