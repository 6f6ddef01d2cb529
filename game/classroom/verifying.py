"""Entries played again: the score is always ours, and a refusal names the first bad turn."""

from dataclasses import asdict, dataclass
from typing import Any

from game.classroom.entries import check_entry, key_of, read_entry
from game.classroom.faults import EntryFault
from game.classroom.rounds import Round
from game.engine.definitions.level import OUTCOMES, Level
from game.engine.orders import Order
from game.engine.record import Header, Record
from game.match.match import Match
from game.match.refusals import MatchRefused
from game.match.replay import PlayerOf, verify

WORK_A_TURN = 400
"""Units of work that an entry may take for each turn of its games (see ``TURN_WORK``). A turn of
twelve orders, each tried and taken back once, takes some 300."""


@dataclass(frozen=True, slots=True)
class GameResult:
    """One game of an entry, played again and, where it was left, on without orders.

    Attributes:
        game: Its number in the round, from 1.
        turns: How many turns were played by the entrant.
        score: Hundredths of a point.
        parts: The six parts of the score, in the order of ``OUTCOMES``.
        outcomes: The six outcomes at the end, raw.
        orders: (turn, order) of the entrant, as sealed.
        digest: Of the last turn.
    """

    game: int
    turns: int
    score: int
    parts: tuple[int, ...]
    outcomes: tuple[int, ...]
    orders: tuple[tuple[int, Order], ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verifying an entry found.

    Attributes:
        entrant: The number it was handed in for; 0 where that could not be read.
        games: A result for every game of the round; empty when the entry is refused.
        score: Mean of the games, hundredths of a point.
        key: Stands for what was ordered; the same for a copy of the file.
        code: Why it is refused, one of ``ENTRY_CODES``; empty when it counts.
        line: The line of the file, from 1, where it is a line that cannot be read; otherwise 0.
        game, turn: The game and the first turn, both from 1, that do not agree; otherwise 0.
        expected, actual: The digest in the file and ours, where they differ.
        detail: The id or number in question.
        other_build: Whether it was played with another build of the rules.
        work: Units of work it took.
    """

    entrant: int = 0
    games: tuple[GameResult, ...] = ()
    score: int = 0
    key: str = ""
    code: str = ""
    line: int = 0
    game: int = 0
    turn: int = 0
    expected: str = ""
    actual: str = ""
    detail: str = ""
    other_build: bool = False
    work: int = 0

    @property
    def ok(self) -> bool:
        """Whether the entry counts."""
        return not self.code

    def as_json(self) -> dict[str, Any]:
        """Return the verdict as JSON objects; orders are left out."""
        found = {"ok": self.ok, **asdict(self)}
        for game in found["games"]:
            del game["orders"]
            game["score"] /= 100
            game["parts"] = dict(zip(OUTCOMES, (x / 100 for x in game["parts"]), strict=True))
            game["outcomes"] = dict(zip(OUTCOMES, game["outcomes"], strict=True))
        found["score"] = self.score / 100
        return found


def verify_entry(level: Level, found: Round, data: bytes, player_of: PlayerOf) -> Verdict:
    """Play an entry again and return what it is worth, or why it is refused."""
    entrant = 0
    try:
        records = read_entry(data)
        entrant = records[0].header.entrant
        check_entry(found, records)
    except EntryFault as fault:
        return Verdict(entrant, code=fault.code, line=fault.line, detail=fault.detail)
    played = {record.header.seed: record for record in records}
    left = WORK_A_TURN * level.turns * found.games
    other_build = any(record.header.build != found.build for record in records)
    results, work = [], 0
    for number, seed in enumerate(found.seeds, 1):
        record = played.get(seed) or Record(_header(found, entrant, seed), ())
        game = _game(level, record, player_of, left - work, number)
        if isinstance(game, Verdict):
            return Verdict(
                entrant,
                code=game.code,
                game=number,
                turn=game.turn,
                expected=game.expected,
                actual=game.actual,
                detail=game.detail,
                other_build=other_build,
                work=work + game.work,
            )
        result, took = game
        work += took
        results.append(result)
    return Verdict(
        entrant,
        tuple(results),
        sum(result.score for result in results) // len(results),
        key_of(records),
        other_build=other_build,
        work=work,
    )


def _header(found: Round, entrant: int, seed: int) -> Header:
    """Return the header of a game that was not handed in."""
    return Header(
        level=found.level,
        digest=found.level_digest,
        seat=found.seat,
        mandate=found.mandate,
        seed=seed,
        others=found.others,
        program=found.program,
        build=found.build,
        round=found.id,
        entrant=entrant,
    )


def _game(
    level: Level, record: Record, player_of: PlayerOf, budget: int, number: int
) -> tuple[GameResult, int] | Verdict:
    try:
        replay = verify(level, record, player_of, max(1, budget))
    except MatchRefused as refused:
        return Verdict(code=refused.code, detail=refused.detail)
    if not replay.ok:
        return Verdict(
            code=replay.code,
            turn=(replay.first_wrong_turn or 0) + 1,
            expected=replay.expected,
            actual=replay.actual,
            detail=replay.detail.replace("_", " "),
            work=replay.work,
        )
    match = replay.match
    turns = match.turn
    hold_to_the_end(match)
    score = match.score()
    return (
        GameResult(
            game=number,
            turns=turns,
            score=score.total,
            parts=score.parts,
            outcomes=tuple(match.world.figure(f"{match.seat}/{name}") for name in OUTCOMES),
            orders=tuple(
                (turn, order)
                for turn, sheets in enumerate(match.sheets[:turns])
                for order in sheets[match.seat].orders
            ),
            digest=match.digest,
        ),
        replay.work,
    )


def hold_to_the_end(match: Match) -> None:
    """Play a match on without orders; orders of a turn that was not ended do not count."""
    for order in match.draft.orders:
        match.withdraw(order)
    while not match.over:
        match.seal()
