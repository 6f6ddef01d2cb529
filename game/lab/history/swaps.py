"""One causal datum moved from one level to another, scaled to the other's own size."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from game.engine.definitions.level import Level
from game.engine.definitions.places import Mineral, Rival, State
from game.engine.numbers import BP, muldiv, part
from game.lab.history.checks import Played

_BAN_YEAR = 2014
_HALF = 5_000
"""How far home ore falls under a full ban without plants, bp (H065; rule R5)."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A level with one mineral, the state that bans its ore, and the historical game.

    Attributes:
        history: The historical game, from which sizes on the eve of the ban are read.
    """

    level: Level
    seat: str
    history: Played

    @property
    def mineral(self) -> Mineral:
        """The mineral that the ban is about."""
        return self.level.minerals[0]

    @property
    def withheld_kg(self) -> int:
        """Ore exports of the year before the ban, kg."""
        return self.history.at(f"{self.seat}/{self.mineral.id}/exports", _BAN_YEAR - 1)

    def output_kg(self, rival: Rival) -> int:
        """A rival's output in the year before the ban, kg a year."""
        return self.history.at(f"{self.mineral.id}/{rival.id}/output", _BAN_YEAR - 1)

    @property
    def room_kg(self) -> int:
        """What rivals could still add on the eve of the ban, kg a year."""
        return sum(x.ceiling - self.output_kg(x) for x in self.level.rivals)

    @property
    def margin_bp(self) -> int:
        """A plant's yearly margin before tax, on ore at half price, per capital cost (2013), bp."""
        spec = self.mineral
        price = spec.fed_price[_BAN_YEAR - 1 - self.level.first_year]
        sales = part(part(price, spec.refined_share), spec.recovery)
        ore = part(part(price, spec.ore_share), BP - _HALF)
        return muldiv(sales - ore - 100 * spec.operating, BP, 100 * spec.capital)


Swap = Callable[[Subject, Subject], Level]
"""Returns the first subject's level with a datum of the second."""


def rivals_of(subject: Subject, other: Subject) -> Level:
    """Move the rivals' room and speed, as parts of the ore withheld, and the neighbour's growth.

    Each rival keeps its share of the room and speed of its own level.
    """
    room = muldiv(other.room_kg, subject.withheld_kg, other.withheld_kg)
    pace = sum(x.speed for x in other.level.rivals)
    speed = muldiv(pace, subject.withheld_kg, other.withheld_kg)
    own_room = max(1, subject.room_kg)
    own_pace = max(1, sum(x.speed for x in subject.level.rivals))

    def changed(rival: Rival) -> Rival:
        output = subject.output_kg(rival)
        ceiling = output + muldiv(room, rival.ceiling - output, own_room)
        return replace(rival, ceiling=ceiling, speed=muldiv(speed, rival.speed, own_pace))

    level = _neighbours_grow(subject, _neighbour_growth(other))
    return replace(level, rivals=tuple(changed(x) for x in subject.level.rivals))


def margin_of(subject: Subject, other: Subject) -> Level:
    """Move the refining margin per capital cost, by the price that the refined good fetches."""
    spec = subject.mineral
    price = spec.fed_price[_BAN_YEAR - 1 - subject.level.first_year]
    missing = muldiv(other.margin_bp - subject.margin_bp, 100 * spec.capital, BP)
    share = spec.refined_share + muldiv(missing, BP * BP, price * spec.recovery)
    return replace(subject.level, minerals=(replace(spec, refined_share=share),))


def infrastructure_of(subject: Subject, other: Subject) -> Level:
    """Move the infrastructure of the mining provinces: each gets the other's mean."""
    provinces = _seat(other).provinces
    mean = sum(x.infrastructure for x in provinces) // len(provinces)

    def changed(state: State) -> State:
        moved = tuple(replace(x, infrastructure=mean) for x in state.provinces)
        return replace(state, provinces=moved) if state.id == subject.seat else state

    return replace(subject.level, states=tuple(changed(x) for x in subject.level.states))


def all_of(subject: Subject, other: Subject) -> Level:
    """Move rivals, margin and infrastructure together."""
    level = rivals_of(subject, other)
    for swap in (margin_of, infrastructure_of):
        moved = swap(replace(subject, level=level), other)
        level = moved
    return level


def _seat(subject: Subject) -> State:
    return next(x for x in subject.level.states if x.id == subject.seat)


def _neighbour_growth(subject: Subject) -> int:
    others = [x for x in subject.level.states if x.id != subject.seat]
    return max((field.growth for state in others for field in state.fields), default=0)


def _neighbours_grow(subject: Subject, growth_bp: int) -> Level:
    def changed(state: State) -> State:
        if state.id == subject.seat:
            return state
        return replace(state, fields=tuple(replace(x, growth=growth_bp) for x in state.fields))

    return replace(subject.level, states=tuple(changed(x) for x in subject.level.states))
