"""BT4: Indonesia's bauxite, the bans of 2014 and 2023, with Malaysia and Guinea beside it."""

from dataclasses import replace

from game.engine.definitions.level import Level
from game.engine.numbers import BP, muldiv, ratio
from game.lab.history.checks import ANY, Band, Case, Check, Played, check, median, played
from game.lab.history.nickel import investment_per_ore_value

LEVEL = "indonesia-bauxite"
_CHAIN = "indonesia/bauxite"
_MINED = "indonesia/bauxite/mined"
_NEIGHBOUR = "malaysia/bauxite/mined"
_RIVALS = ("guinea", "australia", "others")


def bauxite_cases(level: Level, nickel: Level, mode: str) -> tuple[Case, ...]:
    """Return BT4 in one price mode, each figure the median of five seeds.

    Args:
        level: The bauxite level.
        nickel: The nickel level, whose investment is the measure.
        mode: ``fed`` or ``closed``.
    """
    history = played(replace(level, prices_fed=mode == "fed"), "history")
    model = played(replace(nickel, prices_fed=mode == "fed"), "history")
    measure = median([investment_per_ore_value(game, "indonesia/nickel") for game in model])
    checks = (*_ban(history, measure), *_neighbour(history), *_return(history))
    return (Case("BT4", LEVEL, mode, checks),)


def _ban(history: tuple[Played, ...], nickel_bp: int) -> tuple[Check, ...]:
    return (
        check(
            ("BT4.1", "Mine output, 2013 to 2014"),
            Band("-70 to -100 %", -100, -70),
            history,
            lambda game: game.change(_MINED, 2013, 2014),
            starred=True,
        ),
        check(
            ("BT4.2", "Refineries begun 2014-23 per ore value, against nickel's"),
            Band("less than 25 %", 0, 24.99),
            history,
            lambda game: ratio(investment_per_ore_value(game, _CHAIN), nickel_bp),
            starred=True,
        ),
        check(
            ("BT4.3", "Jobs, 2013 to 2014"),
            Band("-50 to -100 %", -100, -50),
            history,
            lambda game: game.change("indonesia/job_count", 2013, 2014),
        ),
    )


def _neighbour(history: tuple[Played, ...]) -> tuple[Check, ...]:
    return (
        check(
            ("BT4.4", "Malaysia's mine output, 2015 against 2013"),
            Band("at least x 6", 6, 100, "times"),
            history,
            lambda game: game.against(_NEIGHBOUR, 2013, 2015) // 100,
            starred=True,
        ),
        check(
            ("BT4.5", "Malaysia's mine output, 2017 against 2015, after its moratorium"),
            Band("at most 20 %", 0, 20),
            history,
            lambda game: game.against(_NEIGHBOUR, 2015, 2017),
            starred=True,
        ),
        check(
            ("BT4.6", "Malaysia's loss of 2016 that rivals took over"),
            Band("at least 50 %", 50, ANY),
            history,
            lambda game: _taken_over(game, [f"bauxite/{x}/output" for x in _RIVALS]),
        ),
        check(
            ("BT4.7", "Malaysia's loss of 2016 that came back to Indonesia"),
            Band("at most 10 %", -ANY, 10),
            history,
            lambda game: _taken_over(game, [_MINED]),
        ),
    )


def _taken_over(game: Played, figures: list[str]) -> int:
    """Return the part of Malaysia's fall in 2016 that others gained in that year, bp."""
    lost = game.at(_NEIGHBOUR, 2015) - game.at(_NEIGHBOUR, 2016)
    gained = sum(game.at(x, 2016) - game.at(x, 2015) for x in figures)
    return ratio(gained, lost) if lost > 0 else -BP


def _return(history: tuple[Played, ...]) -> tuple[Check, ...]:
    return (
        check(
            ("BT4.8", "Mine output, mean of 2020-22 against 2013 (H112)"),
            Band("40 to 60 %", 40, 60),
            history,
            lambda game: muldiv(game.total(_MINED, 2020, 2022), BP, 3 * game.at(_MINED, 2013)),
        ),
        check(
            ("BT4.9", "Mine output, 2022 to 2023, after the second ban"),
            Band("-40 to -100 %", -100, -40),
            history,
            lambda game: game.change(_MINED, 2022, 2023),
        ),
        check(
            ("BT4.10", "Guinea's output, 2023 against 2013"),
            Band("at least x 3", 3, 20, "times"),
            history,
            lambda game: game.against("bauxite/guinea/output", 2013, 2023) // 100,
        ),
        check(
            ("BT4.11", "Jobs, 2013 to 2019 (H100: they fell in bauxite's districts)"),
            Band("below 0 %", -100, -0.01),
            history,
            lambda game: game.change("indonesia/job_count", 2013, 2019),
        ),
    )
