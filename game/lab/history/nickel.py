"""Back-tests on Indonesia's nickel: BT1 (the path), BT2 (no ban), BT5 (an announced ban)."""

from dataclasses import replace

from game.engine.definitions.level import Level
from game.engine.numbers import BP, muldiv, ratio
from game.lab.history.checks import (
    ANY,
    Band,
    Case,
    Check,
    Played,
    check,
    median,
    played,
    verdict,
)
from game.lab.paths import without

LEVEL = "indonesia-nickel"
_STATE = "indonesia"
_CHAIN = "indonesia/nickel"
_FOREST = ("indonesia/sulawesi/forest", "indonesia/north-maluku/forest")
_RIVAL = "philippines/nickel"
_INCOME = "indonesia/export_income"
_OTHER_CAPTIVE_COAL_2013_KW = 1_400_000
"""H094: captive coal of all metals and other industry in 2013, kW."""
_ANNOUNCED = 2019
"""The year in which the second ban was announced (H105)."""
_NEVER = 99


def nickel_cases(level: Level, mode: str) -> tuple[Case, ...]:
    """Return BT1, BT2 and BT5 in one price mode, each figure the median of five seeds."""
    level = replace(level, prices_fed=mode == "fed")
    history = played(level, "history")
    held = played(level, "status-quo")
    surprised = played(without(level, _STATE, "export_ban", {_ANNOUNCED}), "history")
    return (
        Case("BT1", LEVEL, mode, (*_ore(history), *_plants(history), *_rival(history))),
        Case("BT2", LEVEL, mode, _no_ban(history, held)),
        Case("BT5", LEVEL, mode, _announcement(history, surprised)),
    )


def investment_per_ore_value(game: Played, chain: str) -> int:
    """Return what was invested in plants in 2014-23 per dollar of ore sold in 2013, bp."""
    invested = game.total(f"{chain}/invested", 2014, 2023)
    return ratio(invested, game.at(f"{chain}/ore_value", 2013))


def _ore(history: tuple[Played, ...]) -> tuple[Check, ...]:
    mined, exports = f"{_CHAIN}/mined", f"{_CHAIN}/exports"
    return (
        check(
            ("BT1.1", "Mine output in 2015 against 2013"),
            Band("at most 35 %", 0, 35),
            history,
            lambda game: game.against(mined, 2013, 2015),
            starred=True,
        ),
        check(
            ("BT1.2", "Mine output in 2019 against 2013"),
            Band("at least 100 %", 100, 1_000),
            history,
            lambda game: game.against(mined, 2013, 2019),
            starred=True,
        ),
        check(
            ("BT1.3", "Mine output in 2023"),
            Band("1,500 to 2,500 kt", 1_500, 2_500, "kt"),
            history,
            lambda game: game.at(mined, 2023) // 10_000,
            starred=True,
        ),
        check(
            ("BT1.4", "Legal ore exports, 2013 to 2014"),
            Band("-80 to -100 %", -100, -80),
            history,
            lambda game: game.change(exports, 2013, 2014),
            starred=True,
        ),
        check(
            ("BT1.5", "Export value of all stages, 2023 against 2013"),
            Band("x 5 to 10", 5, 10, "times"),
            history,
            lambda game: game.against(_INCOME, 2013, 2023) // 100,
        ),
    )


def _window(game: Played, first: int, last: int) -> int:
    """Return investment in a window of years against 2010-14, in hundredths."""
    invested = f"{_CHAIN}/invested"
    return muldiv(game.total(invested, first, last), 100, max(1, game.total(invested, 2010, 2014)))


def _captive_coal(game: Played) -> int:
    grown = game.at(f"{_CHAIN}/coal_kw", 2023) - game.at(f"{_CHAIN}/coal_kw", 2013)
    base = _OTHER_CAPTIVE_COAL_2013_KW
    return muldiv(base + grown, 100, base)


def _years_until_half_more(game: Played) -> int:
    """Return the years from 2014 until plants take half as much again as in 2013."""
    taken = game.run.series(f"{_CHAIN}/fed")[2013 - game.first_year :]
    for years, fed in enumerate(taken[1:]):
        if 2 * fed >= 3 * taken[0]:
            return years
    return _NEVER


def _plants(history: tuple[Played, ...]) -> tuple[Check, ...]:
    return (
        check(
            ("BT1.6", "Investment 2015-19 against 2010-14"),
            Band("x 1 to 3 (history 2)", 1, 3, "times"),
            history,
            lambda game: _window(game, 2015, 2019),
        ),
        check(
            ("BT1.7", "Investment 2020-22 against 2010-14"),
            Band("x 1.5 to 4.5 (history 3)", 1.5, 4.5, "times"),
            history,
            lambda game: _window(game, 2020, 2022),
        ),
        check(
            ("BT1.8", "Captive coal power, 2023 against 2013"),
            Band("x 6 to 10", 6, 10, "times"),
            history,
            _captive_coal,
        ),
        check(
            ("BT1.9", "Years from the ban until plants take half as much again"),
            Band("2 to 4", 2, 4, "years"),
            history,
            lambda game: 100 * _years_until_half_more(game),
        ),
        check(
            ("BT1.10", "Largest foreign owner's share of plants, 2023"),
            Band("65 to 85 %", 65, 85),
            history,
            lambda game: game.at(f"{_CHAIN}/owner_share", 2023),
        ),
    )


def _rival_share(game: Played, year: int) -> int:
    theirs = game.at(f"{_RIVAL}/exports", year)
    return ratio(theirs, game.at(f"{_CHAIN}/exports", year) + theirs)


def _rival(history: tuple[Played, ...]) -> tuple[Check, ...]:
    return (
        check(
            ("BT1.11", "Rival's mine output, 2013 to 2015"),
            Band("+10 to +60 %", 10, 60),
            history,
            lambda game: game.change(f"{_RIVAL}/mined", 2013, 2015),
        ),
        check(
            ("BT1.12", "Rival's share of the two states' ore exports, 2015"),
            Band("at least 90 %", 90, 100),
            history,
            lambda game: _rival_share(game, 2015),
        ),
        check(
            ("BT1.13", "Smuggled ore in 2014 against legal exports of 2013"),
            Band("2 to 14 %", 2, 14),
            history,
            lambda game: ratio(game.at(f"{_CHAIN}/leak", 2014), game.at(f"{_CHAIN}/exports", 2013)),
        ),
        check(
            ("BT1.14", "Jobs, 2013 to 2019 (H100: a dip, then a rise in nickel's districts)"),
            Band("above 0 %", 0.01, ANY),
            history,
            lambda game: game.change("indonesia/job_count", 2013, 2019),
        ),
        check(
            ("BT1.15", "Forest cleared for mines to 2024, kha (H098: over 75,000 ha)"),
            Band("75 to 150 kha", 75, 150, "kha"),
            history,
            lambda game: sum(game.at(x, 2024) for x in _FOREST) // 10,
        ),
    )


def _gain(game: Played, figure: str) -> int:
    return game.at(figure, 2023) - game.at(figure, 2013)


def _no_ban(history: tuple[Played, ...], held: tuple[Played, ...]) -> tuple[Check, ...]:
    metal = f"{_CHAIN}/refined_value"
    whole = median([_gain(game, _INCOME) for game in history])
    refined = median([_gain(game, metal) for game in history])
    return (
        check(
            ("BT2.1", "Gain without the ban against the gain with it, all stages"),
            Band("20 to 60 %", 20, 60),
            held,
            lambda game: ratio(_gain(game, _INCOME), whole),
            starred=True,
        ),
        check(
            ("BT2.2", "The same for metal alone (reported, not gated)"),
            Band("any", -ANY, ANY),
            held,
            lambda game: ratio(_gain(game, metal), refined),
        ),
    )


def _announcement(told: tuple[Played, ...], untold: tuple[Played, ...]) -> tuple[Check, ...]:
    """Return BT5: the announcement's own effect, the run with it against the run without it.

    The report peak is the base price times the fear at the announcement, before the turn's mean
    is taken; without it the price is the base times the scarcity of that run.
    """
    exports, fear, scarcity = f"{_CHAIN}/exports", "nickel/fear", "nickel/scarcity"

    def more(figure: str) -> int:
        return median(
            [
                ratio(a.at(figure, _ANNOUNCED), b.at(figure, _ANNOUNCED)) - BP
                for a, b in zip(told, untold, strict=True)
            ]
        )

    def premium(game: Played) -> int:
        return max(game.at(scarcity, _ANNOUNCED), game.at(fear, _ANNOUNCED))

    peak = median(
        [
            ratio(BP + premium(a), BP + b.at(scarcity, _ANNOUNCED)) - BP
            for a, b in zip(told, untold, strict=True)
        ]
    )
    return (
        verdict(
            ("BT5.1", "Ore exports in 2019, by the announcement alone"),
            Band("+50 to +90 %", 50, 90),
            more(exports),
            starred=True,
        ),
        verdict(
            ("BT5.2", "Price at its peak in 2019, by the announcement alone"),
            Band("+20 to +40 %", 20, 40),
            peak,
            starred=True,
        ),
        check(
            ("BT5.3", "Fear left in 2021 against 2019"),
            Band("at most 25 %", 0, 25),
            told,
            lambda game: game.against(fear, _ANNOUNCED, _ANNOUNCED + 2),
        ),
    )
