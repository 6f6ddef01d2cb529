"""The shape of a case of the rulebook, and the driver that plays it.

A case names a rule, says in words what must come out, and gives the figures expected after its
turns, worked out by hand. The driver checks on every turn what no rule may break: money and goods
are conserved, the ledger sums to the difference of the worlds, the digest can be worked out again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from game.engine.codec import decode, digest, encode
from game.engine.orders import Order
from game.engine.turn import DONE, Turn, resolve_turn
from game.engine.world import Contract, World
from game.engine.world import bare_world as open_world
from tests.worlds_for_rules import Tweak, level_at_rest, sheets_for, with_figures

Figures = dict[str, int | tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """One case of one rule.

    Attributes:
        rule: The rule's number as in the rules' own descriptions.
        words: What the case shows; also its name among the tests.
        expect: Figures at the end, or a tuple with the figure after each turn.
        tweaks: Changes of the world at rest.
        start: Figures set before the first turn.
        orders: Arland's orders by turn; all must be carried out.
        turns: How many turns are played.
        seed: The luck, or a function that finds luck of the wanted kind.
        plants: The feed of each plant at the end by id, when plants matter.
        contracts: Contracts in force on the first day.
        finds: How many deposits are found and not dug at the end, when they matter.
        offers: Terms of the offers on the table at the end by plan, when they matter.
    """

    rule: str
    words: str
    expect: Figures = field(default_factory=dict)
    tweaks: tuple[Tweak, ...] = ()
    start: dict[str, int] = field(default_factory=dict)
    orders: dict[int, tuple[Order, ...]] = field(default_factory=dict)
    turns: int = 1
    seed: int | Callable[[], int] = 1
    plants: dict[str, int] | None = None
    contracts: tuple[Contract, ...] = ()
    finds: int | None = None
    offers: dict[str, tuple[int, ...]] | None = None


def play(case: Case) -> list[World]:
    """Return the world after each turn of a case; every turn is checked."""
    seed = case.seed if isinstance(case.seed, int) else case.seed()
    world = with_figures(open_world(level_at_rest(*case.tweaks), seed), case.start)
    world = replace(world, contracts=case.contracts)
    worlds = []
    for turn in range(case.turns):
        result = resolve_turn(world, sheets_for(world, case.orders.get(turn, ())))
        assert [x for x in result.results if x.status != DONE] == []
        check_turn(world, result)
        world = result.world
        worlds.append(world)
    return worlds


def check_turn(before: World, result: Turn) -> None:
    """Assert what every turn must keep, whatever was ordered."""
    after = result.world
    assert _money(after) == _money(before)
    assert _goods(after) == _goods(before)
    _check_ledger(before, result)
    _check_bounds(after)
    _check_ore_goes_somewhere(before, after)
    again = decode(encode(after), before)
    assert again == after
    assert digest(again, b"before") == digest(after, b"before")


def _money(world: World) -> int:
    """Return the sum of all accounts; plants' shares and debts are no accounts."""
    names = world.layout.variables
    return sum(v for v, x in zip(world.values, names, strict=True) if x.account == "money")


def _goods(world: World) -> int:
    names = world.layout.variables
    return sum(v for v, x in zip(world.values, names, strict=True) if x.account == "goods")


def _check_ledger(before: World, result: Turn) -> None:
    sums = result.ledger.sums()
    for slot, variable in enumerate(before.layout.variables):
        path = before.layout.paths[slot]
        was = 0 if variable.flow else before.values[slot]
        assert sums.get(path, 0) == result.world.values[slot] - was, path
    assert all(entry.rule and entry.cause for entry in result.ledger)


def _check_bounds(world: World) -> None:
    for path, value, variable in zip(
        world.layout.paths, world.values, world.layout.variables, strict=True
    ):
        assert variable.low <= value <= variable.high, path


def _check_ore_goes_somewhere(before: World, after: World) -> None:
    """What is dug leaves the ground and is fed to plants, sold abroad or smuggled: no more."""
    for state in after.layout.states:
        for chain in state.chains:
            row = after.values
            dug = sum(
                before.values[slot] - row[slot]
                for item in chain.fields
                for slot in (item.reserves, item.resource)
            )
            assert dug == row[chain.mined]
            assert dug == row[chain.fed] + row[chain.exports] + row[chain.leak]
        assert after.values[state.smelters] == before.values[state.smelters]
