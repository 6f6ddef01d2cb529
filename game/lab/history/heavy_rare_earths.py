"""BT6: Kachin's clay stays away for two quarters; what heavy and light rare earths cost then.

The level is played with its dated events and without them; every figure is the difference.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from game.engine.definitions.happenings import Effect
from game.engine.definitions.level import Level
from game.engine.numbers import BP, ratio
from game.lab.history.checks import ANY, SEEDS, Band, Case, Check, median, verdict
from game.lab.runs import Run, players_of, run

LEVEL = "kachin-rare-earths"
_HEAVY, _LIGHT = "heavy-rare-earths", "light-rare-earths"
_ARRIVED = f"myanmar/{_HEAVY}/exports"
_CAPACITY = "myanmar/kachin-heavy/capacity"
_CUT = ((2024, 4), (2025, 1))
"""The two quarters of the loss, from the takeover (H139) until shipments resume (H142)."""
_HALF_A_YEAR_LATER = (2025, 3)
"""The quarter that ends six months after supply returned."""
_MONTHS = 3

Quarter = tuple[int, int]
"""A year, and 1 to 4."""


@dataclass(frozen=True, slots=True)
class Shock:
    """One game with the loss of supply, and the same game without it."""

    level: Level
    lost: Run
    kept: Run

    def figure(self, game: Run, path: str, when: Quarter) -> int:
        """Return a figure after a quarter, in its own unit."""
        months = 12 * (when[0] - self.level.first_year) + _MONTHS * (when[1] - 1)
        return game.series(path)[months // _MONTHS]

    def rise(self, mineral: str, when: Quarter) -> int:
        """Return what the loss adds to a price in a quarter, bp of the price without it."""
        price = f"{mineral}/price"
        lost, kept = (self.figure(game, price, when) for game in (self.lost, self.kept))
        return ratio(lost, kept) - BP

    def peak(self, mineral: str) -> int:
        """Return the most that the loss adds to a price in its own two quarters, bp."""
        return max(self.rise(mineral, when) for when in _CUT)

    def arrived(self, game: Run) -> int:
        """Return the heavy rare earths that reached buyers in the two quarters, kg."""
        return sum(self.figure(game, _ARRIVED, when) for when in _CUT)

    def drawn(self) -> int:
        """Return what buyers took from their stocks in the two quarters, kg."""
        return sum(self.figure(self.lost, f"{_HEAVY}/released", when) for when in _CUT)


def heavy_cases(level: Level, mode: str) -> tuple[Case, ...]:
    """Return BT6, each figure the median of five seeds; nothing when prices are fed in.

    The target is how a price answers. A price that is fed in answers to nothing.
    """
    if mode == "fed":
        return ()
    shocks = _shocks(level)
    checks = (*_price(shocks), *_volume(shocks), *_variants(level, shocks))
    return (Case("BT6", LEVEL, mode, checks),)


def without_stocks(level: Level) -> Level:
    """Return the level in which buyers hold only the stock that they never touch."""
    minerals = tuple(replace(x, stock_months=x.safety_months) for x in level.minerals)
    return replace(level, minerals=minerals)


def half_of_all(level: Level) -> Level:
    """Return the level in which half of the whole heavy feed is lost, not half of Kachin's."""
    feed = next(x.demand[0] for x in level.minerals if x.id == _HEAVY)

    def wider(effect: Effect) -> Effect:
        if effect.figure != _CAPACITY:
            return effect
        return replace(effect, amount=feed // 2 if effect.amount > 0 else -feed // 2)

    events = tuple(replace(x, effects=tuple(map(wider, x.effects))) for x in level.events)
    return replace(level, events=events)


def _shocks(level: Level) -> tuple[Shock, ...]:
    calm = replace(level, events=())

    def games(of: Level) -> list[Run]:
        return [run(of, players_of(of, "history"), seed) for seed in SEEDS]

    return tuple(Shock(level, a, b) for a, b in zip(games(level), games(calm), strict=True))


def _check(
    name: tuple[str, str],
    band: Band,
    shocks: Sequence[Shock],
    read: Callable[[Shock], int],
    *,
    starred: bool = False,
) -> Check:
    return verdict(name, band, median([read(x) for x in shocks]), starred=starred)


def _price(shocks: tuple[Shock, ...]) -> tuple[Check, ...]:
    return (
        _check(
            ("BT6.1", "Price of heavy rare earths in the six months of the loss"),
            Band("+10 to +40 %", 10, 40),
            shocks,
            lambda x: x.peak(_HEAVY),
            starred=True,
        ),
        _check(
            ("BT6.2", "Part of that rise left six months after supply returned"),
            Band("at most 50 %", 0, 50),
            shocks,
            lambda x: ratio(x.rise(_HEAVY, _HALF_A_YEAR_LATER), x.peak(_HEAVY)),
            starred=True,
        ),
        _check(
            ("BT6.3", "Rise of light rare earths, as a part of that of heavy ones"),
            Band("less than 100 %", 0, 99.99),
            shocks,
            lambda x: ratio(x.peak(_LIGHT), x.peak(_HEAVY)),
            starred=True,
        ),
        _check(
            ("BT6.4", "Price of light rare earths in the six months of the loss"),
            Band("reported", -ANY, ANY),
            shocks,
            lambda x: x.peak(_LIGHT),
        ),
    )


def _volume(shocks: tuple[Shock, ...]) -> tuple[Check, ...]:
    return (
        _check(
            ("BT6.5", "China's heavy imports from Kachin in the two quarters, change (H141)"),
            Band("-57 to -40 %", -57, -40),
            shocks,
            lambda x: ratio(x.arrived(x.lost), x.arrived(x.kept)) - BP,
        ),
        _check(
            ("BT6.6", "China's heavy imports from Kachin in the two quarters, oxide"),
            Band("reported", 0, ANY, "t"),
            shocks,
            lambda x: x.arrived(x.lost) // 10,
        ),
        _check(
            ("BT6.7", "Part of the lost imports that buyers took from their stocks"),
            Band("reported", 0, ANY),
            shocks,
            lambda x: ratio(x.drawn(), x.arrived(x.kept) - x.arrived(x.lost)),
        ),
    )


def _variants(level: Level, shocks: tuple[Shock, ...]) -> tuple[Check, ...]:
    usual = median([x.peak(_HEAVY) for x in shocks])
    return (
        _check(
            ("BT6.8", "Price of heavy rare earths if buyers held no spare stock"),
            Band("more than with stocks", (usual + 1) / 100, ANY),
            _shocks(without_stocks(level)),
            lambda x: x.peak(_HEAVY),
        ),
        _check(
            ("BT6.9", "Price if half of all heavy supply were lost, not half of Kachin's"),
            Band("+10 to +40 %", 10, 40),
            _shocks(half_of_all(level)),
            lambda x: x.peak(_HEAVY),
        ),
    )
