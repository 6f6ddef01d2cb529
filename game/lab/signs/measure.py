"""Sign tests on many states: how often each holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from game.engine.definitions.level import Level
from game.engine.numbers import BP
from game.lab.signs.judge import NOT_HERE, RIGHT, judge
from game.lab.signs.sample import Sampled, sampled
from game.lab.signs.sign import Sign
from game.lab.signs.table import ALL

ENOUGH_BP = 9_500
FEWEST = 10


@dataclass(slots=True)
class Tally:
    """How often a sign held, on how many states it is claimed, and where it did not hold."""

    sign: Sign
    right: int = 0
    n: int = 0
    states: int = 0
    misses: list[str] = field(default_factory=list)
    reasons: dict[str, int] = field(default_factory=dict)

    @property
    def share_bp(self) -> int:
        """The share of states on which it held, bp; 0 when it is claimed on none."""
        return self.right * BP // self.n if self.n else 0

    @property
    def ok(self) -> bool:
        """Whether it held on at least 95 % of the states on which it is claimed."""
        return self.right * BP >= self.n * ENOUGH_BP

    @property
    def verdict(self) -> str:
        """``holds``, ``fails``, or ``undecided`` on too few states."""
        if self.n < FEWEST:
            return "undecided"
        return "holds" if self.ok else "fails"

    def as_json(self) -> dict[str, object]:
        """Return the tally as the stable JSON object of the command."""
        return {
            "id": self.sign.id,
            "words": self.sign.words,
            "sources": self.sign.sources,
            "lag": list(self.sign.lag),
            "provided": [x.words for x in self.sign.needs],
            "states": self.states,
            "n": self.n,
            "right": self.right,
            "share": self.right / self.n if self.n else None,
            "verdict": self.verdict,
            "misses": self.misses,
        }


def measure(signs: Sequence[Sign], states: Iterable[Sampled]) -> tuple[Tally, ...]:
    """Return how often each sign holds on some states."""
    tallies = tuple(Tally(sign) for sign in signs)
    for state in states:
        for tally in tallies:
            judged = judge(tally.sign, state.case)
            tally.states += 1
            if judged.verdict == NOT_HERE:
                tally.reasons[judged.why] = tally.reasons.get(judged.why, 0) + 1
                continue
            tally.n += 1
            if judged.verdict == RIGHT:
                tally.right += 1
            else:
                tally.misses.append(f"{state.name}: {judged.why}")
    return tallies


@dataclass(frozen=True, slots=True)
class OnLevel:
    """What all signs came to on one level.

    Attributes:
        level: Its id.
        n: Claims made on all its states.
        right: Claims that held.
        claimed: Signs claimed on at least one state.
        failed: Signs that did not hold often enough.
    """

    level: str
    n: int
    right: int
    claimed: int
    failed: tuple[str, ...]

    def as_json(self) -> dict[str, object]:
        """Return it as the stable JSON object of the command."""
        return {
            "level": self.level,
            "n": self.n,
            "right": self.right,
            "claimed": self.claimed,
            "failed": list(self.failed),
        }


def measured(level: Level, states: int, seed: int = 1) -> OnLevel:
    """Return what all signs come to on states of one level."""
    tallies = measure(ALL, sampled([level], states, seed))
    return OnLevel(
        level.id,
        sum(x.n for x in tallies),
        sum(x.right for x in tallies),
        sum(1 for x in tallies if x.n),
        tuple(x.sign.id for x in tallies if x.verdict == "fails"),
    )
