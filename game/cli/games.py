"""Commands about games: simulate, replay, debrief."""

import argparse
import json
import sys
from pathlib import Path

from game.cli.faults import CommandFault
from game.cli.levels import open_level
from game.cli.sentences import record_sentence, refusal_sentence
from game.content.loaded import LoadedLevel
from game.engine.definitions.level import Level
from game.engine.record import Record, RecordFault
from game.match.match import Match
from game.match.refusals import MatchRefused
from game.text.catalogue import Catalogue

_MOST_GAMES = 10_000
_MOST_SEED = 10**15 - 1
"""Fifteen digits: every reader of the JSON and of records holds such a number exactly."""


def check_seed(seed: int) -> None:
    """Refuse a seed that is no luck of a game.

    Raises:
        CommandFault: It is below zero, or too long to be kept in a record.
    """
    if seed < 0:
        raise CommandFault("--seed must be zero or more.")
    if seed > _MOST_SEED:
        raise CommandFault(f"--seed must have at most {len(str(_MOST_SEED))} digits.")


def check_mandate(level: Level, mandate: str) -> None:
    """Refuse a mandate that the level does not have.

    Raises:
        CommandFault: Names those it has.
    """
    known = [mandate.id for mandate in level.mandates]
    if mandate not in known:
        raise CommandFault(
            f"{level.id} has no mandate {mandate!r}: choose one of {', '.join(known)}."
        )


def run_simulate(arguments: argparse.Namespace) -> int:
    """Let a computer player play a level."""
    from game.lab.history.backtest import has_history
    from game.lab.simulate import simulate
    from game.players import PLAYER_IDS

    level = open_level(arguments.level).level
    if arguments.player not in PLAYER_IDS:
        raise CommandFault(
            f"There is no player {arguments.player!r}: choose one of {', '.join(PLAYER_IDS)}."
        )
    if arguments.player == "history" and not has_history(level):
        raise CommandFault(f"{level.id} has no historical path: choose another player.")
    if not 1 <= arguments.games <= _MOST_GAMES:
        raise CommandFault(f"--games must be 1 to {_MOST_GAMES}.")
    check_seed(arguments.seed)
    if arguments.mandate:
        check_mandate(level, arguments.mandate)
    found = simulate(
        level, arguments.player, arguments.games, arguments.seed, arguments.mandate or ""
    )
    if arguments.json:
        json.dump(found, sys.stdout, indent=2)
        sys.stdout.write("\n")
        return 0
    games = found["games"]
    assert isinstance(games, list)
    for game in games:
        print(
            f"{level.id}  {game['player']}  seed {game['seed']}  score {game['score']['total']:.1f}"
        )
        print("  year    value m$  revenue m$   jobs  environment  autonomy  standing")
        for turn in game["turns"]:
            x = turn["outcomes"]
            print(
                f"  {turn['date']:6}{x['value'] / 1e6:10,.0f}{x['revenue'] / 1e6:12,.0f}"
                f"{x['jobs']:7.1f}{x['environment']:13.1f}{x['autonomy']:10.1f}{x['standing']:10.1f}"
            )
    return 0


def read_record_file(path: str) -> Record:
    """Return the record in a file.

    Raises:
        CommandFault: It is not there (status 2) or no record (status 1).
    """
    from game.storage import record_file

    try:
        return record_file.read(Path(path))
    except RecordFault as fault:
        raise CommandFault(f"{path}: {record_sentence(fault, Catalogue())}", status=1) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CommandFault(
            f"{path} cannot be read ({reason}): check the name of the file."
        ) from None


def _recorded(path: str, level: str | None) -> tuple[LoadedLevel, Record]:
    """Return a record and its level: the one named, or the one of the record's id."""
    record = read_record_file(path)
    try:
        return open_level(level or record.header.level), record
    except CommandFault as fault:
        raise CommandFault(f"{path}: {fault}", fault.status) from None


def run_replay(arguments: argparse.Namespace) -> int:
    """Play a record again; with --verify exit 0 only when every digest agrees."""
    from game.match.replay import verify
    from game.players import player_for

    loaded, record = _recorded(arguments.file, arguments.level)
    try:
        found = verify(loaded.level, record, player_for)
    except MatchRefused as refused:
        raise CommandFault(
            f"{arguments.file}: {refusal_sentence(refused, Catalogue())}", status=1
        ) from None
    first_wrong = None if found.first_wrong_turn is None else found.first_wrong_turn + 1
    if arguments.json:
        answer = {
            "ok": found.ok,
            "turns": found.turns,
            "first_wrong_turn": first_wrong,
            "expected": found.expected,
            "actual": found.actual,
            "code": found.code,
            "digest": found.digest,
            "score": found.score.total / 100,
        }
        json.dump(answer, sys.stdout, indent=2)
        sys.stdout.write("\n")
    elif found.ok:
        print(
            f"{found.turns} {'turn agrees' if found.turns == 1 else 'turns agree'}. "
            f"Score {found.score.total / 100:.1f}. Digest {found.digest}"
        )
        if record.torn:
            print("The last line of the file was cut off; it is left out.")
    else:
        print(
            f"Turn {first_wrong} does not agree: expected {found.expected[:16] or 'no digest'}, "
            f"found {found.actual[:16] or found.code.replace('_', ' ')}."
        )
    return 0 if found.ok or not arguments.verify else 1


def rebuilt_match(path: str, level: str | None = None) -> tuple[LoadedLevel, Match]:
    """Return the match of a record file, rebuilt turn by turn.

    Raises:
        CommandFault: The file cannot be read, or does not fit its level.
    """
    from game.match.replay import rebuild
    from game.players import player_for

    loaded, record = _recorded(path, level)
    try:
        return loaded, rebuild(loaded.level, record, player_for)
    except MatchRefused as refused:
        raise CommandFault(f"{path}: {refusal_sentence(refused, Catalogue())}", status=1) from None


def run_debrief(arguments: argparse.Namespace) -> int:
    """Say why a recorded game went as it did."""
    from game.cli.debriefs import debrief_as_json, debrief_lines, debrief_page
    from game.cli.lessons import write_page

    loaded, match = rebuilt_match(arguments.file, arguments.level)
    if not match.turns:
        raise CommandFault(f"{arguments.file} holds no finished turn: play at least one.", status=1)
    if arguments.html:
        write_page(arguments.html, debrief_page(loaded, match))
        if not arguments.json:
            print(f"Written to {arguments.html}.")
    if arguments.json:
        json.dump(debrief_as_json(loaded, match), sys.stdout, indent=2, ensure_ascii=False)
        sys.stdout.write("\n")
    elif not arguments.html:
        for line in debrief_lines(loaded, match):
            print(line)
    return 0
