"""The turn report: what changed and why, forecast against outcome, partners, news, what is next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from game.debrief.report_chart import tick_values
from game.engine.definitions.level import OUTCOMES
from game.match.match import Match
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.explain import Explainer
from game.text.news import NewsItem
from game.text.reports import FigureChange, Reaction, TurnReport, Warning, turn_report
from game.ui.models.debrief_views import ChartData
from game.ui.models.turn import PastCall, explainer, past_calls
from game.ui.models.turn_chain import value_chain
from game.ui.models.turn_dashboard import Tile, outcome_tiles
from game.ui.models.turn_forecast import ForecastRow
from game.ui.models.turn_offers import MOOD_STEPS, memories, mood_step
from game.ui.models.turn_seen import TurnSeen
from game.ui.models.turn_why import MOST_DRIVERS, MOST_ROWS, WhyView, shown_direction, why_view
from game.ui.services import Case

MOST_WARNINGS = 3
HEADLINE_ROWS = 5
CALM_BP = 50
"""A partner's standing that moves less than half a point counts as unchanged."""


@dataclass(frozen=True, slots=True)
class OtherChange:
    """A figure that changed less than the largest.

    Attributes:
        cause: What moved it most, in a few words.
        first: Whether it was counted for the first time, so that there is nothing to compare.
    """

    figure: str
    name: str
    icon: str
    cause: str
    text: str
    direction: int
    good_up: bool
    first: bool


@dataclass(frozen=True, slots=True)
class Happened:
    """A forecast against what came.

    Attributes:
        low, high: Ends of the axis.
        band: What was forecast.
        now: Before the turn; None in the first turn.
        came: After it.
        inside: Whether it came out within the range.
        text: "expected −6 to −1, was −5".
    """

    figure: str
    name: str
    low: int
    high: int
    band: tuple[int, int]
    now: int | None
    came: int
    inside: bool
    text: str


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """How a partner took the turn.

    Attributes:
        did: What it did or remembers of this turn.
        remembers: An earlier memory, or an empty string.
        mood: Standing in steps, of ``MOOD_STEPS``.
        direction: Which way its standing moved.
    """

    partner: str
    name: str
    did: str
    remembers: str
    mood: int
    mood_text: str
    change_text: str
    direction: int


class ReportModel:
    """The report on the turn sealed last."""

    def __init__(
        self, case: Case, match: Match, words: Words, expected: tuple[ForecastRow, ...] = ()
    ) -> None:
        self.case = case
        self.match = match
        self.words = words
        self.expected = expected
        self.number = len(match.turns) - 1
        self.seen = TurnSeen(match)

    @cached_property
    def report(self) -> TurnReport:
        """What the turn brought, in words."""
        turn = self.match.turns[self.number]
        return turn_report(self.words, self.match.seat, self.match.worlds[self.number], turn)

    @cached_property
    def _explainer(self) -> Explainer:
        return explainer(self.match, self.words, self.number)

    @property
    def first(self) -> bool:
        """Whether this was the first turn: flows then have nothing to be compared with."""
        return self.number == 0

    def title(self) -> tuple[str, str, str]:
        """Return the state's name, which report this is, and its date."""
        state = self.words.names.name("state", self.match.seat)
        return state, self.report.title, self.report.date

    def outcomes(self) -> tuple[Tile, ...]:
        """Return the tiles of the six outcomes."""
        return outcome_tiles(self.seen, self.words)

    # ---- changes ----------------------------------------------------------------------------

    def headline(self) -> WhyView:
        """Return why the largest change came, in few rows."""
        return self._view(self.largest.name, rows=HEADLINE_ROWS, drivers=1)

    @property
    def largest(self) -> FigureChange:
        """The outcome that changed most; means come after ends."""
        return next(change for change in self.report.changes if change.name in OUTCOMES)

    def way_so_far(self) -> ChartData | None:
        """Return the figure of the largest change, turn by turn; None before the second report."""
        name, words = self.largest.name, self.words
        values = self.seen.past(name)[-self.match.turn :]  # at the end of each turn
        if self.first or len(values) < 2:
            return None
        level, world = words.level, self.match.world
        path = f"{self.match.seat}/{name}"
        return ChartData(
            title=words.say(mark("{figure}, turn by turn"), figure=words.outcome(name).name),
            caption="",
            lines=((words.say(mark("Your path")), values, words.amount(world, path, values[-1])),),
            dates=tuple(words.numbers.date(level, n) for n in range(len(values))),
            ticks=tuple((x, words.amount(world, path, x)) for x in tick_values(list(values))),
        )

    def caption(self) -> str:
        """Return what stands above the largest change."""
        if self.first:
            return self.words.say(mark("First figures of the game"))
        return self.words.say(mark("Largest change of the turn"))

    def why(self, figure: str) -> WhyView:
        """Return why a figure of the dashboard changed."""
        return self._view(figure)

    def _view(self, figure: str, rows: int = MOST_ROWS, drivers: int = MOST_DRIVERS) -> WhyView:
        why = self._explainer.why(f"{self.match.seat}/{figure}")
        return why_view(why, self.words, rows=rows, drivers=drivers)

    def others(self) -> tuple[OtherChange, ...]:
        """Return the other outcomes and resources that changed, the largest first."""
        largest = self.largest.name
        changes = [change for change in self.report.changes if change.name != largest]
        return tuple(self._other(change) for change in changes)

    def _other(self, change: FigureChange) -> OtherChange:
        first = self.first and change.name in OUTCOMES
        return OtherChange(
            figure=change.name,
            name=change.label,
            icon=self.words.outcome(change.name).icon,
            cause=self._cause(change),
            text=change.now_text if first else change.change_text,
            direction=0 if first else shown_direction(change.change, change.change_text),
            good_up=change.name != "debt",
            first=first,
        )

    def _cause(self, change: FigureChange) -> str:
        """The largest cause; a rule that is named like the figure gives way to its driver."""
        rows = self._explainer.why(change.path, depth=2).rows
        if not rows:
            return self.words.say(mark("no change"))
        largest = rows[0]
        if largest.title == change.label and largest.children:
            largest = largest.children[0]
            return f"{largest.title} {largest.change_text}".strip()
        return largest.sentence if largest.title == change.label else largest.title

    # ---- forecasts and predictions ----------------------------------------------------------

    def happened(self) -> tuple[Happened, ...]:
        """Return the forecast made when the turn ended, against what came."""
        return tuple(self._came(row) for row in self.expected)

    def _came(self, row: ForecastRow) -> Happened:
        came = self.seen.figure(row.figure)
        unit, numbers = self.words.outcome(row.figure).unit, self.words.numbers
        if row.now is None:
            was = numbers.amount(unit, came)
        else:
            was = numbers.change(unit, came - row.now)
        return Happened(
            figure=row.figure,
            name=row.name,
            low=min(row.low, came),
            high=max(row.high, came),
            band=row.band,
            now=row.now,
            came=came,
            inside=row.band[0] <= came <= row.band[1],
            text=self.words.say(mark("{expected}, was {came}"), expected=row.text, came=was),
        )

    def calls_due(self) -> tuple[PastCall, ...]:
        """Return the predictions whose time came with this turn."""
        due = {x.prediction.id for x in self.match.outcomes() if x.due == self.match.turn}
        calls = zip(self.match.answers, past_calls(self.match, self.words), strict=True)
        return tuple(call for answer, call in calls if answer.prediction in due)

    # ---- partners, news, next ---------------------------------------------------------------

    def partners(self) -> tuple[PartnerLine, ...]:
        """Return how the partners took the turn, the largest change of standing first."""
        ranked = sorted(self.report.reactions, key=lambda x: (-abs(x.change), x.partner))
        return tuple(self._partner(reaction) for reaction in ranked)

    def _partner(self, reaction: Reaction) -> PartnerLine:
        change = reaction.change if abs(reaction.change) >= CALM_BP else 0
        older = [
            memory
            for memory in memories(self.seen, self.words, reaction.partner)
            if memory.date != self.report.date and memory.text not in reaction.lines
        ]
        return PartnerLine(
            partner=reaction.partner,
            name=reaction.name,
            did=", ".join(reaction.lines),
            remembers=f"{older[0].date}: {older[0].text}" if older else "",
            mood=mood_step(reaction.standing),
            mood_text=self.words.say(
                mark("Standing {now} of 100, {change}"),
                now=reaction.standing_text,
                change=reaction.change_text,
            ),
            change_text=reaction.change_text,
            direction=(change > 0) - (change < 0),
        )

    def working_plants(self) -> int:
        """Return how many of the state's plants work now."""
        now = self.match.world.clock
        return sum(
            1
            for plant in self.seen.now.plants
            if plant.state == self.match.seat and plant.opens <= now
        )

    def ore_leaving_tenths(self) -> int:
        """Return how many tenths of what was dug left the country as ore."""
        return sum(
            (value_chain(self.seen, self.words, chain.mineral.spec.id).stages[0].exported + 5) // 10
            for chain in self.seen.chains[:1]
        )

    def news(self) -> tuple[NewsItem, ...]:
        """Return the news: the level's events, then own provinces, deals, and what is elsewhere."""
        return tuple(sorted(self.report.news, key=self._rank))

    def _rank(self, item: NewsItem) -> int:
        if item.event:
            return 0
        if item.kind != "province":
            return 2
        own = (
            self.words.names.name("province", place.spec.id) for place in self.seen.place.provinces
        )
        return 1 if any(name in item.headline for name in own) else 3

    def warnings(self) -> tuple[Warning, ...]:
        """Return what to watch next turn."""
        return self.report.warnings[:MOST_WARNINGS]

    def refused(self) -> tuple[str, ...]:
        """Return the orders that came back, with their reasons."""
        return self.report.refused

    def onward(self) -> str:
        """Return where the report leads: the next turn, or the debrief."""
        if self.match.over:
            return self.words.say(mark("To the debrief"))
        return self.words.say(mark("To turn {turn}"), turn=self.match.turn + 1)


__all__ = ["MOOD_STEPS", "Happened", "OtherChange", "PartnerLine", "ReportModel"]
