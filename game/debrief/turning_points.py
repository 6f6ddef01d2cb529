"""The decisions that moved the score most, with what was expected and what would have been."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.debrief.claims import Claim, Tried, claim_of, claims_of
from game.debrief.measures import SCORE, Stretch, outcome_series
from game.debrief.played import Decision, Played
from game.debrief.rerun import Path, as_played
from game.debrief.stability import STEADY, Stability
from game.engine.definitions.level import OUTCOMES
from game.match.predictions import Outcome

LARGEST, FIRST_POINTS, MOST_POINTS = 3, 4, 5
TOLD_CLAIMS = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """A decision with what its re-runs showed.

    Attributes:
        decision: The decision.
        score: Its effect on the score, told or not.
        claims: Its claims that hold, the weightiest first.
        having, lacking: Each outcome's path with the decision and without it, in the order of
            ``OUTCOMES``; US$ a year or bp, one number a turn. They are the paths of the re-run
            that the claims tell.
    """

    decision: Decision
    score: Claim
    claims: tuple[Claim, ...]
    having: tuple[tuple[int, ...], ...]
    lacking: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Strip:
    """One outcome, turn by turn, with a decision and without it."""

    outcome: str
    having: tuple[int, ...]
    lacking: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TurningPoint:
    """A decision that mattered.

    Attributes:
        number: Its number on the chart, in order of turns.
        finding: What the re-runs showed.
        told: The claims that are told, the weightiest first.
        strip: The outcome it moved most, with it and without it.
        prediction: How the prediction made for it came out, or None.
        stability: How steady its effect is under other luck; None until worked out.
    """

    number: int
    finding: Finding
    told: tuple[Claim, ...]
    strip: Strip
    prediction: Outcome | None
    stability: Stability | None = None

    @property
    def decision(self) -> Decision:
        """The decision."""
        return self.finding.decision


def finding_of(played: Played, tried: Tried) -> Finding:
    """Return what is worth keeping of a decision's re-runs."""
    whole = Stretch(tried.decision.turn, played.turns - 1)
    broken = bool(tried.path.impossible)
    having = tried.planned if broken else as_played(played)
    lacking = tried.planned_without if broken else tried.path

    def read(path: Path) -> tuple[tuple[int, ...], ...]:
        return tuple(outcome_series(path.worlds, played.seat, name) for name in OUTCOMES)

    return Finding(
        decision=tried.decision,
        score=claim_of(played, tried, SCORE, whole),
        claims=claims_of(played, tried),
        having=read(having),
        lacking=read(lacking),
    )


def candidates(findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings that have something to tell, largest effect on the score first."""
    telling = [finding for finding in findings if _telling(finding)]
    return sorted(telling, key=lambda f: (-f.score.size, f.decision.key))


def _telling(finding: Finding) -> bool:
    return any(claim.outcome != SCORE for claim in finding.claims)


def choose(ranked: Sequence[Finding]) -> list[Finding]:
    """Return up to five findings: the three largest, the next on another lever, one that helped.

    The last one, that raised the score, is only added when none of the others did.

    Args:
        ranked: The candidates, largest effect first.
    """
    chosen = list(ranked[:LARGEST])
    levers = {x.decision.lever for x in chosen}
    fresh = [x for x in ranked[LARGEST:] if x.decision.lever not in levers]
    chosen += [*fresh, *ranked[LARGEST:]][: FIRST_POINTS - LARGEST]
    if chosen and not any(x.score.sign > 0 for x in chosen):
        good = next((x for x in ranked if x.score.sign > 0), None)
        if good is not None:
            chosen.append(good)
    return chosen


def with_luck_told(
    chosen: Sequence[Finding], ranked: Sequence[Finding], steadiness: dict[str, Stability]
) -> list[Finding]:
    """Return the chosen findings, and one in which luck played a part if none of them is such.

    Args:
        chosen: The findings chosen by size.
        ranked: All candidates.
        steadiness: How steady those effects are that have been tried, by the decision's key.
    """
    unsteady = {key for key, found in steadiness.items() if found.luck != STEADY}
    if len(chosen) >= MOST_POINTS or any(x.decision.key in unsteady for x in chosen):
        return list(chosen)
    more = next((x for x in ranked if x.decision.key in unsteady), None)
    return [*chosen, more] if more else list(chosen)


def turning_points(
    played: Played, chosen: Sequence[Finding], steadiness: dict[str, Stability]
) -> tuple[TurningPoint, ...]:
    """Return turning points in order of turns, numbered from 1."""
    ordered = sorted(chosen, key=lambda f: (f.decision.turn, f.decision.key))
    return tuple(
        _point(played, number, finding, steadiness.get(finding.decision.key))
        for number, finding in enumerate(ordered, 1)
    )


def _point(played: Played, number: int, finding: Finding, steady: Stability | None) -> TurningPoint:
    told = _told(finding.claims)
    outcome = next(claim.outcome for claim in told if claim.outcome != SCORE)
    place = OUTCOMES.index(outcome)
    return TurningPoint(
        number=number,
        finding=finding,
        told=told,
        strip=Strip(outcome, finding.having[place], finding.lacking[place]),
        prediction=_prediction(played, finding.decision),
        stability=steady,
    )


def _told(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The score's claim first if it holds, then the weightiest ones, one an outcome."""
    seen: dict[str, Claim] = {}
    for claim in claims:
        seen.setdefault(claim.outcome, claim)
    first = [claim for claim in seen.values() if claim.outcome == SCORE]
    rest = [claim for claim in seen.values() if claim.outcome != SCORE]
    return (*first, *rest[: TOLD_CLAIMS - len(first)])


def _prediction(played: Played, decision: Decision) -> Outcome | None:
    for outcome in played.predictions:
        asked = outcome.prediction
        if asked.lever == decision.lever and outcome.answer.turn == decision.turn:
            return outcome
    return None
