"""What only playing a level shows: events nobody meets, aims nobody reaches, levers without effect.

Computer players play the level to its end with several kinds of luck. What they never see is a
warning, not an error: a person may play otherwise.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.content.checks.findings import Findings
from game.content.checks.grade import words_in
from game.content.checks.levels import file_without_accepted
from game.content.checks.wording import located
from game.content.faults import Problem
from game.content.library import assemble
from game.content.opening import Loc, open_level_file
from game.engine.definitions.level import Level
from game.engine.options import options, sheet_problems
from game.engine.orders import Order, Sheet
from game.engine.scoring import aims_met
from game.engine.turn import resolve_turn
from game.engine.world import World
from game.lab.runs import Run, players_of, run
from game.match.seats import ComputerPlayer, sheets_of

RANDOM_GAMES = 12
LOOK_AHEAD = 8
"""Turns after which a lever must have moved an outcome."""

SECONDS_A_TURN = 75
WORDS_A_MINUTE = 150
"""Planning guesses for a reader of sixteen; see docs/untested.md."""


@dataclass(frozen=True, slots=True)
class _Game:
    """A played game and the players who played it."""

    run: Run
    players: dict[str, ComputerPlayer]


def play_through(path: Path) -> tuple[Problem, ...]:
    """Return the warnings that playing a level file gives, less those that it accepts.

    The file must have no errors.
    """
    opened = open_level_file(path)
    file = opened.file
    if file is None:
        return ()
    found = Findings(opened, file)
    level = assemble(opened, file, path).level
    games = list(_games(level))
    _check_events(found, level, games)
    _check_levers(found, level, games)
    _check_aims(found, level, games)
    _check_minutes(found, level)
    return tuple(file_without_accepted(opened, file, found.problems))


def _games(level: Level) -> Iterator[_Game]:
    names = [("history", 1), ("status-quo", 1), *(("random", x) for x in range(RANDOM_GAMES))]
    for name, seed in names:
        players = players_of(level, name)
        yield _Game(run(level, players, seed), players)


def _check_events(found: Findings, level: Level, games: list[_Game]) -> None:
    seen = {event for game in games for event, _ in game.run.worlds[-1].fired}
    for event in level.events:
        if event.id not in seen:
            _never(found, ("events", event.id), "event-not-seen", "event", len(games))
    for offer in level.offers:
        if f"offer:{offer.id}" not in seen:
            _never(found, ("offers", offer.id), "offer-not-seen", "offer", len(games))


def _never(found: Findings, loc: Loc, code: str, what: str, games: int) -> None:
    found.warn(
        loc,
        code,
        f"in {games} trial games this {what} never came",
        "players may never meet it",
        "ease its conditions, widen its years or raise its chance, or accept this with a reason",
    )


def _check_aims(found: Findings, level: Level, games: list[_Game]) -> None:
    """Aims that no trial game met; where some are left, a player who seeks that goal tries."""
    seat = level.seats[0]
    for mandate in level.mandates:
        met = {x for game in games for x, held in aims_met(game.run.worlds[-1], mandate) if held}
        if len(met) < len(mandate.aims):
            seeking = run(level, players_of(level, "greedy", mandate.id), 1)
            met |= {x for x, held in aims_met(seeking.worlds[-1], mandate) if held}
        for aim, _ in mandate.aims:
            if aim not in met:
                found.warn(
                    ("mandates", mandate.id, "aims", aim),
                    "unreached-aim",
                    f"no computer player at hand reaches `{aim}` for {seat}",
                    "a goal out of reach teaches only that it is out of reach",
                    "play it once yourself; ease it, or accept this with a reason",
                )


def _check_levers(found: Findings, level: Level, games: list[_Game]) -> None:
    """Levers whose settings move no outcome within a few turns, from any state that was tried."""
    turns = (0, level.turns // 3, level.turns // 2)
    tried = [(game, turn) for game in (games[0], *games[2:4]) for turn in turns]
    for seat in level.seats:
        steps = found.file.states[seat].levers
        for step, levers in steps.items():
            for index, lever in enumerate(levers):
                states = [(game, game.run.worlds[turn]) for game, turn in tried]
                verdicts = [_moves(game, world, seat, lever) for game, world in states]
                if True not in verdicts and False in verdicts:
                    found.warn(
                        ("states", seat, "levers", step, index),
                        "lever-without-effect",
                        f"`{lever}` moved no outcome within {LOOK_AHEAD} turns of any trial",
                        "players learn nothing from a lever that does nothing",
                        "give the level what the lever acts on, take it out, or accept this",
                    )


def _moves(game: _Game, world: World, seat: str, lever: str) -> bool | None:
    """Whether one of a lever's orders moves an outcome; None where none can be given."""
    orders = [x for x in options(world, seat) if x.lever == lever]
    legal = [x for x in orders if not sheet_problems(world, seat, Sheet(seat, world.turn, (x,)))]
    if not legal:
        return None
    without = _outcomes(game, world, seat, ())
    return any(_outcomes(game, world, seat, (x,)) != without for x in (legal[0], legal[-1]))


def _outcomes(game: _Game, world: World, seat: str, orders: tuple[Order, ...]) -> tuple[int, ...]:
    """The sums of a seat's outcomes a few turns on, with the others playing as they do."""
    sheets = {**sheets_of(game.players, world), seat: Sheet(seat, world.turn, orders)}
    for _ in range(LOOK_AHEAD):
        if world.over:
            break
        world = resolve_turn(world, sheets, detail=False).world
        sheets = {seat: Sheet(seat, world.turn)}
    return tuple(world.values[total] for _, total in world.layout.totals[seat])


def _check_minutes(found: Findings, level: Level) -> None:
    """The minutes that a level promises, against reading it and deciding its turns."""
    texts = [words.get("en", "") for loc, words in located(found.file) if loc[0] not in _AFTERWARDS]
    reading = sum(words_in(text) for text in texts) // WORDS_A_MINUTE
    expected = reading // 2 + level.turns * SECONDS_A_TURN // 60
    promised = found.file.minutes
    if not expected // 2 <= promised <= expected * 2:
        found.warn(
            ("minutes",),
            "unlikely-minutes",
            f"{promised} minutes are promised, about {expected} are likely",
            f"{level.turns} turns take some {SECONDS_A_TURN} seconds each, and texts are read",
            "change the minutes, the turns or the texts, or accept this with a reason",
        )


_AFTERWARDS = ("debrief", "quiz", "teaching", "goals")
"""Texts that are not read while playing."""
