"""Running the list of conditions on levels."""

from dataclasses import dataclass, replace

from game.engine.codec import decode, digest, encode
from game.engine.definitions.level import Level
from game.engine.orders import Order, Sheet
from game.engine.start.opening import open_world
from game.engine.turn import DONE, Turn, resolve_turn
from game.engine.world import World
from game.lab.conditions.changes import changed_level
from game.lab.conditions.condition import Condition
from game.lab.signs.sample import longer
from game.lab.signs.subject import Subject, subject_of

_SEED = 1
CORE = ("indonesia-nickel", "indonesia-bauxite")
"""Levels that every case is tried on, unless it names its own."""
_ATTENTION = 12


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a case came to on one level; no faults is good."""

    case: Condition
    level: str
    faults: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether everything held."""
        return not self.faults

    def as_json(self) -> dict[str, object]:
        """Return the outcome as the stable JSON object of the command."""
        return {
            "id": self.case.id,
            "words": self.case.words,
            "source": self.case.source,
            "level": self.level,
            "ok": self.ok,
            "faults": list(self.faults),
        }


@dataclass(slots=True)
class _Game:
    worlds: list[World]
    turns: list[Turn]
    faults: list[str]


def applies(case: Condition, level: Level) -> bool:
    """Whether a case is meant for a level.

    Cases that give orders or compare with another game are meant for levels that begin with an
    open port and with few dated events; what holds anywhere is tried everywhere.
    """
    seat = next(x for x in level.states if x.id == level.seats[0])
    if case.reached and any(x.holder for x in seat.fields):
        return False
    return level.id in (case.levels or (CORE if case.compares else (level.id,)))


def check(case: Condition, level: Level) -> Outcome:
    """Run one case on a level."""
    subject = subject_of(open_world(level, _SEED), level.seats[0], level.minerals[0].id)
    start = _start(case, level, subject)
    game = _play(start, subject, case, with_orders=True)
    before = start if case.orders else _first_day(level)
    base = _play(before, subject, case, with_orders=False)
    faults = [*game.faults, *_unmet(case, subject, game, base)]
    for name in case.invariants:
        if not _INVARIANTS[name](game, start, subject, case):
            faults.append(f"the invariant {name} is broken")
    return Outcome(case, level.id, tuple(faults))


def holds_without(case: Condition, level: Level) -> bool:
    """Whether the expectations also hold in a game in which nothing is changed or ordered."""
    subject = subject_of(open_world(level, _SEED), level.seats[0], level.minerals[0].id)
    plain = _play(_first_day(level), subject, case, with_orders=False)
    return not _unmet(case, subject, plain, plain)


def _first_day(level: Level) -> World:
    return open_world(longer(level), _SEED)


def _start(case: Condition, level: Level, subject: Subject) -> World:
    world = open_world(changed_level(longer(level), case), _SEED)
    row = list(world.values)
    layout = world.layout
    for path, value in {"{s}/capital": _ATTENTION, **case.figures}.items():
        row[layout.slots[subject.path(path)]] = value
    return replace(world, values=tuple(row))


def _play(world: World, subject: Subject, case: Condition, *, with_orders: bool) -> _Game:
    game = _Game([world], [], [])
    for turn in range(case.turns):
        sheets = _sheets(world, subject, case if with_orders else None, turn)
        result = resolve_turn(world, sheets, detail="ledger" in case.invariants)
        game.faults += [
            f"turn {turn + 1}: the order {x.order.lever} is refused"
            for x in result.results
            if x.status != DONE
        ]
        game.faults += [f"turn {turn + 1}: {x}" for x in _broken(world, result.world)]
        world = result.world
        game.worlds.append(world)
        game.turns.append(result)
    return game


def _sheets(world: World, subject: Subject, case: Condition | None, turn: int) -> dict[str, Sheet]:
    told = case.orders.get(turn, ()) if case else ()
    orders = tuple(
        Order(lever, subject.path(target), tuple(int(x) for x in numbers))
        for lever, target, *numbers in told
    )
    return {
        x.spec.id: Sheet(x.spec.id, world.turn, orders if x.spec.id == subject.seat else ())
        for x in world.layout.states
    }


def _broken(before: World, after: World) -> list[str]:
    """Return what every turn must keep and this one did not."""
    found = []
    for account in ("money", "goods"):
        if _sum(before, account) != _sum(after, account):
            found.append(f"{account} were made or lost")
    layout = after.layout
    for path, value, variable in zip(layout.paths, after.values, layout.variables, strict=True):
        if not variable.low <= value <= variable.high:
            found.append(f"{path} is {value}, outside its bounds")
    row = after.values
    for state in layout.states:
        for chain in state.chains:
            if row[chain.mined] != row[chain.fed] + row[chain.exports] + row[chain.leak]:
                found.append(f"ore of {state.spec.id} went nowhere")
    return found


def _sum(world: World, account: str) -> int:
    return sum(
        value
        for value, variable in zip(world.values, world.layout.variables, strict=True)
        if variable.account == account
    )


def _unmet(case: Condition, subject: Subject, game: _Game, base: _Game) -> list[str]:
    paths = {path for x in case.expect for path in x.paths}
    found = {path: _series(game, subject, path) for path in sorted(paths)}
    other = {path: _series(base, subject, path) for path in sorted(paths)}
    return [f"not so: {x.text}" for x in case.expect if not x.holds(found, other)]


def _series(game: _Game, subject: Subject, path: str) -> list[int]:
    """Return a figure on the first day and after each turn; zeros where there is no such figure."""
    full = subject.path(path)
    slots = game.worlds[0].layout.slots
    return [world.values[slots[full]] if full in slots else 0 for world in game.worlds]


# ---- invariants ---------------------------------------------------------------------------------


def _again(game: _Game, start: World, subject: Subject, case: Condition) -> bool:
    other = _play(start, subject, case, with_orders=True)
    return [digest(x, b"") for x in other.worlds] == [digest(x, b"") for x in game.worlds]


def _reload(game: _Game, start: World, subject: Subject, case: Condition) -> bool:
    world = start
    for turn in range(case.turns):
        world = decode(encode(world), start)
        world = resolve_turn(world, _sheets(world, subject, case, turn)).world
    return digest(world, b"") == digest(game.worlds[-1], b"")


def _order(game: _Game, start: World, subject: Subject, case: Condition) -> bool:
    world = start
    for turn in range(case.turns):
        sheets = _sheets(world, subject, case, turn)
        backwards = dict(reversed(list(sheets.items())))
        world = resolve_turn(world, backwards).world
    return digest(world, b"") == digest(game.worlds[-1], b"")


def _detail(game: _Game, start: World, subject: Subject, case: Condition) -> bool:
    world = start
    for turn in range(case.turns):
        world = resolve_turn(world, _sheets(world, subject, case, turn), detail=False).world
    return digest(world, b"") == digest(game.worlds[-1], b"")


def _ledger(game: _Game, start: World, subject: Subject, case: Condition) -> bool:
    layout = start.layout
    for before, result in zip(game.worlds, game.turns, strict=False):
        sums = result.ledger.sums()
        for slot, variable in enumerate(layout.variables):
            was = 0 if variable.flow else before.values[slot]
            if sums.get(layout.paths[slot], 0) != result.world.values[slot] - was:
                return False
    return True


_INVARIANTS = {
    "again": _again,
    "reload": _reload,
    "order": _order,
    "detail": _detail,
    "ledger": _ledger,
}
