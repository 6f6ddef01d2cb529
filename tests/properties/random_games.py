"""Games of random orders, as material for properties."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from hypothesis import strategies as st

from game.engine.definitions.level import Level
from game.engine.draws import derive_seed
from game.engine.orders import Sheet
from game.engine.start.opening import open_world
from game.engine.turn import Turn, resolve_turn
from game.engine.view import view
from game.engine.world import World
from game.players import player_for
from tests.worlds import AVAL, BORA, M, quarterly_level, small_level, two_minerals_level

SEATS = (AVAL, BORA)
seeds = st.integers(0, 1 << 40)
LEVELS = (small_level(), quarterly_level(), two_minerals_level())
levels = st.sampled_from(LEVELS)


@st.composite
def strained_levels(draw: st.DrawFn) -> Level:
    """Draw a level at its limits: empty ground, starved or flooded market, no money, much debt."""
    level = draw(levels)
    scale = draw(st.sampled_from([0, 1, 5, 20, 60]))
    reserves = draw(st.sampled_from([0, 1, 50 * M, 2_000 * M, 20_000 * M]))
    capacity = draw(st.sampled_from([0, 1, 333_333_333, 2_000 * M]))
    treasury = draw(st.sampled_from([0, 1, 500 * M]))
    meter = draw(st.sampled_from([0, 5_000, 10_000]))
    months = draw(st.sampled_from([0, 1, 12]))
    minerals = tuple(
        replace(x, demand=tuple(max(1, kg * scale // 10) for kg in x.demand), stock_months=months)
        for x in level.minerals
    )
    states = tuple(
        replace(
            state,
            fields=tuple(replace(x, reserves=reserves, capacity=capacity) for x in state.fields),
            treasury=treasury,
            debt=10_000 * M - 19 * treasury,
            trust=meter,
            credibility=10_000 - meter,
            enforcement=meter,
        )
        for state in level.states
    )
    return replace(level, minerals=minerals, states=states)


@dataclass(frozen=True, slots=True)
class Played:
    """One turn of a random game, with what went in."""

    before: World
    sheets: Mapping[str, Sheet]
    turn: Turn

    @property
    def after(self) -> World:
        """The world that the turn led to."""
        return self.turn.world


def random_sheets(world: World, luck: int) -> dict[str, Sheet]:
    """Return a legal random sheet for each seat."""
    chance = player_for("random")
    return {
        seat: Sheet(seat, world.turn, chance.choose(view(world, seat), derive_seed(luck, seat)))
        for seat in SEATS
    }


def game(level: Level, seed: int) -> Iterator[Played]:
    """Play a game in which every government gives random legal orders."""
    world = open_world(level, seed)
    while not world.over:
        sheets = random_sheets(world, seed)
        turn = resolve_turn(world, sheets)
        yield Played(world, sheets, turn)
        world = turn.world


@cache
def known_games() -> tuple[Played, ...]:
    """Return the turns of a few fixed games, played once for all tests."""
    return tuple(played for seed in range(4) for level in LEVELS for played in game(level, seed))
