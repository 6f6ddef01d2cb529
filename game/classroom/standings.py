"""The table of a round: a pure function of the round, its verdicts and the reference scores."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.classroom.copies import Likeness, likenesses
from game.classroom.pseudonyms import pseudonym
from game.classroom.references import REFERENCE_PLAYERS, Reference
from game.classroom.rounds import Round
from game.classroom.verifying import Verdict
from game.engine.definitions.level import OUTCOMES

Received = tuple[str, Verdict]
"""An entry in the order in which it came: a mark of its file, and what verifying found."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entrant in the table; scores in hundredths of a point.

    Attributes:
        rank: From 1; no two rows share one.
        number, name: The entrant's number and assigned name.
        above: Mean over the games of the score above the mean of the reference players.
        worst: The same in the worst game.
        lowest_part: The lowest of the six parts of the score, mean over the games.
        score: Mean of the games.
        scores: The score of each game.
        outcomes: The six raw outcomes at the end, mean over the games.
        unplayed: Turns that were played on without orders, over all games.
        received: The place of the file among those received, from 1.
        file: A mark of the file.
        alike: Numbers of entrants with (nearly) the same orders.
    """

    rank: int
    number: int
    name: str
    above: int
    worst: int
    lowest_part: int
    score: int
    scores: tuple[int, ...]
    outcomes: tuple[int, ...]
    unplayed: int
    received: int
    file: str
    alike: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that does not count.

    Attributes:
        received: Its place among those received, from 1.
        number: The entrant it names, 0 where that cannot be read.
        file: A mark of the file.
        verdict: Why it is refused; one that is ``ok`` came after another file of its number.
        again: Whether it is the entry that counts, handed in once more.
    """

    received: int
    number: int
    file: str
    verdict: Verdict
    again: bool = False


@dataclass(frozen=True, slots=True)
class Standings:
    """The table of a round.

    Attributes:
        references: The reference players' scores, one for each game: (player, scores).
        rows: The entrants by rank.
        refused: Files that do not count, in the order received.
        alike: Pairs of entrants with (nearly) the same orders.
    """

    round: Round
    turns: int
    references: tuple[tuple[str, tuple[int, ...]], ...]
    rows: tuple[Row, ...]
    refused: tuple[Refusal, ...]
    alike: tuple[Likeness, ...]


def standings(
    found: Round, turns: int, received: Sequence[Received], references: Sequence[Reference]
) -> Standings:
    """Return the table.

    Args:
        found: The round, opened.
        turns: Turns of a game.
        received: The entries in the order in which they were received.
        references: What the reference players reached in each game.
    """
    counted, refused = _counted(received)
    marks = _marks(found, references)
    alike = likenesses([verdict for _, _, verdict in counted])
    drafts = [_row(found, turns, entry, marks, alike) for entry in counted]
    ranked = sorted(
        drafts, key=lambda row: (-row.above, -row.worst, -row.lowest_part, row.received)
    )
    return Standings(
        found,
        turns,
        tuple((name, marks[name]) for name in REFERENCE_PLAYERS),
        tuple(replace(row, rank=rank) for rank, row in enumerate(ranked, 1)),
        tuple(refused),
        alike,
    )


def _counted(
    received: Sequence[Received],
) -> tuple[list[tuple[int, str, Verdict]], list[Refusal]]:
    """Split files into those that count, one for each number, and the others."""
    first: dict[int, Verdict] = {}
    counted, refused = [], []
    for place, (file, verdict) in enumerate(received, 1):
        if verdict.ok and verdict.entrant not in first:
            first[verdict.entrant] = verdict
            counted.append((place, file, verdict))
            continue
        again = verdict.ok and first[verdict.entrant].key == verdict.key
        refused.append(Refusal(place, verdict.entrant, file, verdict, again))
    return counted, refused


def _marks(found: Round, references: Sequence[Reference]) -> dict[str, tuple[int, ...]]:
    by_place = {(x.player, x.game): x.score for x in references}
    return {
        name: tuple(by_place[name, game] for game in range(1, found.games + 1))
        for name in REFERENCE_PLAYERS
    }


def _row(
    found: Round,
    turns: int,
    entry: tuple[int, str, Verdict],
    marks: dict[str, tuple[int, ...]],
    alike: tuple[Likeness, ...],
) -> Row:
    place, file, verdict = entry
    means = [sum(scores) // len(marks) for scores in zip(*marks.values(), strict=True)]
    above = [game.score - mean for game, mean in zip(verdict.games, means, strict=True)]
    pairs = {(x.first, x.second) for x in alike}
    return Row(
        rank=0,
        number=verdict.entrant,
        name=pseudonym(found.id, verdict.entrant),
        above=sum(above) // len(above),
        worst=min(above),
        lowest_part=min(_mean([x.parts[n] for x in verdict.games]) for n in range(len(OUTCOMES))),
        score=verdict.score,
        scores=tuple(game.score for game in verdict.games),
        outcomes=tuple(_mean([x.outcomes[n] for x in verdict.games]) for n in range(len(OUTCOMES))),
        unplayed=sum(turns - game.turns for game in verdict.games),
        received=place,
        file=file,
        alike=tuple(
            sorted({x + y - verdict.entrant for x, y in pairs if verdict.entrant in (x, y)})
        ),
    )


def _mean(numbers: Sequence[int]) -> int:
    return sum(numbers) // len(numbers)
