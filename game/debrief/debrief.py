"""A debrief that works itself out in small steps; a window can show first results at once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.debrief.claims import Claim, try_without
from game.debrief.ghost import Shadow, history_of, holding_still
from game.debrief.luck import OTHER_SEEDS, LuckMeter, luck_meter
from game.debrief.played import Played, decisions_of, played_of, policies_of
from game.debrief.reweigh import HELD, HISTORY, MINE, parts_of
from game.debrief.shares import Shares, shares
from game.debrief.stability import CONTINUATIONS, Stability, stability
from game.debrief.textbook import Textbook
from game.debrief.turning_points import (
    MOST_POINTS,
    Finding,
    TurningPoint,
    candidates,
    choose,
    finding_of,
    turning_points,
    with_luck_told,
)
from game.match.match import Match
from game.match.seats import ComputerPlayer

HISTORY_DONE, FINDINGS_DONE, SHARES_DONE, LUCK_DONE, ALL_DONE = (
    "history",
    "findings",
    "shares",
    "luck",
    "all",
)
STAGES: tuple[str, ...] = (HISTORY_DONE, FINDINGS_DONE, SHARES_DONE, LUCK_DONE, ALL_DONE)


@dataclass(slots=True)
class Debrief:
    """Everything the debrief says, filled in while it is worked out.

    >>> # debrief = debrief_of(match)
    >>> # for stage in debrief.work(): ...   # or debrief.finish()

    Attributes:
        played: The game.
        planner: Chooses later orders afresh in the second re-run of each claim.
        stage: The last stage that is complete, one of ``STAGES``; empty at first.
        history: The level's path with the same luck; None when it has none.
        held: The game in which the seat changes nothing.
        findings: Every decision, and every lever pulled in several turns, with its claims.
        points: The turning points.
        shares: The Shapley shares by outcome.
        luck: The luck meter.
    """

    played: Played
    planner: ComputerPlayer
    continuations: int = CONTINUATIONS
    other_seeds: int = OTHER_SEEDS
    stage: str = ""
    history: Shadow | None = None
    held: Shadow | None = None
    findings: list[Finding] = field(default_factory=list)
    policies: list[Finding] = field(default_factory=list)
    points: tuple[TurningPoint, ...] = ()
    shares: dict[str, Shares] = field(default_factory=dict)
    luck: LuckMeter | None = None
    steadiness: dict[str, Stability] = field(default_factory=dict)

    def work(self) -> Iterator[str]:
        """Work the debrief out; each step takes some hundredths of a second at most.

        Yields:
            The last complete stage, after every step.
        """
        for stage, steps in (
            (HISTORY_DONE, self._ways()),
            (FINDINGS_DONE, self._find()),
            (SHARES_DONE, self._share()),
            (LUCK_DONE, self._meter()),
            (ALL_DONE, self._steady()),
        ):
            for _ in steps:
                yield self.stage
            self.stage = stage
            yield self.stage

    def finish(self) -> "Debrief":
        """Work everything out at once and return the debrief."""
        for _ in self.work():
            pass
        return self

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims that hold, decision by decision, whole policies last."""
        return tuple(c for finding in (*self.findings, *self.policies) for c in finding.claims)

    @property
    def told(self) -> tuple[Claim, ...]:
        """The claims that turning points and whole policies tell."""
        points = tuple(claim for point in self.points for claim in point.told)
        return points + tuple(claim for x in self.told_policies for claim in x.claims[:1])

    @property
    def told_policies(self) -> tuple[Finding, ...]:
        """Levers pulled in several turns that have something to tell, largest effect first."""
        return tuple(candidates(self.policies)[:2])

    @property
    def parts(self) -> dict[str, tuple[int, ...]]:
        """Score parts by way: the player's, history's if known, and holding still."""
        ways = {MINE: self.played.worlds}
        if self.history:
            ways[HISTORY] = self.history.worlds
        if self.held:
            ways[HELD] = self.held.worlds
        seat = self.played.seat
        return {who: parts_of(worlds, seat).parts for who, worlds in ways.items()}

    def _ways(self) -> Iterator[None]:
        self.history = history_of(self.played)
        yield None
        self.held = holding_still(self.played)
        yield None

    def _find(self) -> Iterator[None]:
        played = self.played
        for kept, wanted in (
            (self.findings, decisions_of(played)),
            (self.policies, policies_of(played)),
        ):
            for tried in try_without(played, wanted, self.planner):
                kept.append(finding_of(played, tried))
                yield None
        self._set_points(choose(candidates(self.findings)))

    def _set_points(self, chosen: list[Finding]) -> None:
        self.points = turning_points(self.played, chosen, self.steadiness)

    def _share(self) -> Iterator[None]:
        for found in shares(self.played, [point.decision for point in self.points]):
            if found is not None:
                self.shares = found
            yield None

    def _meter(self) -> Iterator[None]:
        for found in luck_meter(self.played, self.other_seeds):
            self.luck = found
            yield None

    def _steady(self) -> Iterator[None]:
        """Try the turning points with other luck; if luck decided none, look a little further."""
        ranked = candidates(self.findings)
        chosen = [point.finding for point in self.points]
        yield from self._try_luck(chosen)
        self._set_points(chosen)
        if len(chosen) < MOST_POINTS:
            yield from self._try_luck([x for x in ranked if x not in chosen][:2])
            more = with_luck_told(chosen, ranked, self.steadiness)
            if len(more) > len(chosen):
                self._set_points(more)
                yield from self._share()

    def _try_luck(self, findings: list[Finding]) -> Iterator[None]:
        for finding in findings:
            for found in stability(
                self.played, finding.decision, finding.score.fixed.effect, self.continuations
            ):
                if found is not None:
                    self.steadiness[finding.decision.key] = found
                yield None


def debrief_of(match: Match, planner: ComputerPlayer | None = None) -> Debrief:
    """Return the debrief of a match, not yet worked out.

    Args:
        match: The match; at least one turn must be sealed.
        planner: Chooses later orders in re-runs; ``Textbook`` when left out.

    Raises:
        ValueError: No turn is sealed yet.
    """
    if not match.turns:
        raise ValueError("a debrief needs at least one sealed turn")
    return Debrief(played_of(match), planner or Textbook())
