"""What the debrief shows, as plain data; figures come from a ``Debrief`` that is still at work."""

from __future__ import annotations

from collections.abc import Iterator

from game.debrief.debrief import ALL_DONE, STAGES, Debrief, debrief_of
from game.debrief.ghost import Lines, key_figures, lines_of
from game.debrief.measures import SCORE
from game.debrief.other_side import left_out, other_sides
from game.debrief.report import Reflection, report_html
from game.debrief.report_chart import tick_values
from game.debrief.reweigh import ranking
from game.debrief.telling import TOGETHER, Telling
from game.debrief.turning_points import TurningPoint
from game.engine.definitions.level import OUTCOMES
from game.match.match import Match
from game.text.briefing import aims_told
from game.text.catalogue import Catalogue, mark
from game.text.describe import Words
from game.text.scenarios import ScenarioSaid, scenario_said
from game.ui.models.debrief_choices import choices_for, feelings, surprises
from game.ui.models.debrief_views import (
    ChartData,
    OutcomeTile,
    PointView,
    PredictionView,
    QuizItem,
    RankRow,
    ShareRow,
    SharesView,
)
from game.ui.services import Case, Source


class DebriefModel:
    """A debrief on the screen: what was worked out so far, and what the reader picked."""

    def __init__(self, case: Case, match: Match, catalogue: Catalogue) -> None:
        self.case = case
        self.match = match
        self.words = Words(catalogue, match.level, case.texts)
        self.telling = Telling(self.words)
        self.debrief: Debrief = debrief_of(match)
        self.choices = choices_for(match.mandate)
        self._work: Iterator[str] = self.debrief.work()

    # ---- the work

    @property
    def done(self) -> bool:
        """Whether everything is worked out."""
        return self.debrief.stage == ALL_DONE

    @property
    def progress(self) -> float:
        """How far the work is, 0 to 1, by stages."""
        stage = self.debrief.stage
        return (STAGES.index(stage) + 1) / len(STAGES) if stage else 0.0

    def has(self, stage: str) -> bool:
        """Whether a stage is worked out."""
        return bool(self.debrief.stage) and STAGES.index(self.debrief.stage) >= STAGES.index(stage)

    def work_on(self) -> bool:
        """Work one step; True when a stage was completed by it."""
        before = self.debrief.stage
        next(self._work, None)
        return self.debrief.stage != before

    def finish(self) -> None:
        """Work out all that is left."""
        for _ in self._work:
            pass

    # ---- names

    @property
    def title(self) -> str:
        """The level's title."""
        return self.words.names.text("level.title")

    @property
    def caption(self) -> str:
        """Place, time, goal, and the scenario if there is one."""
        goal = self.words.names.name("mandate", self.match.mandate.id)
        place = self.words.names.text("level.place")
        said = self.words.say(mark("{place} · {goal}"), place=place, goal=goal)
        return f"{said} · {self.scenario.title}" if self.scenario else said

    @property
    def scenario(self) -> ScenarioSaid | None:
        """The scenario that was played."""
        return scenario_said(self.match.level, self.words.names, self.words.catalogue)

    def feelings(self) -> list[tuple[str, str, str]]:
        """Return the feelings to click: (key, text, icon)."""
        return feelings(self.words.names, self.words.catalogue)

    def surprises(self) -> list[tuple[str, str]]:
        """Return the surprises to click: (key, text)."""
        return surprises(self.words.catalogue)

    def source(self, number: str) -> Source | None:
        """Return the source a citation such as "3" points to."""
        return next((x for x in self.case.sources if str(x.number) == number), None)

    # ---- what happened

    def tiles(self) -> tuple[OutcomeTile, ...]:
        """Return the six outcomes of the last turn; empty until they are worked out."""
        return tuple(self._tile(self._lines(name)) for name in OUTCOMES) if self._ready else ()

    def aims(self) -> tuple[tuple[str, bool], ...]:
        """Return what the goal hoped to see at the end, each with whether it came about."""
        return aims_told(self.words, self.match.mandate, self.match.world)

    @property
    def _ready(self) -> bool:
        return self.debrief.held is not None

    def _lines(self, name: str) -> Lines:
        held = self.debrief.held
        if held is None:
            raise ValueError("the paths are not worked out yet")
        return lines_of(self.debrief.played, name, self.debrief.history, held)

    def _tile(self, lines: Lines) -> OutcomeTile:
        words, telling = self.words.outcome(lines.path), self.telling
        beside = (lines.history or lines.held)[-1]
        note = mark("history {amount}") if lines.history else mark("holding still {amount}")
        change = lines.mine[-1] - beside
        return OutcomeTile(
            key=lines.path,
            name=words.name,
            value=telling.amount(lines.path, lines.mine[-1]),
            change=telling.change(lines.path, change),
            direction=(change > 0) - (change < 0),
            note=self.words.say(note, amount=telling.amount(lines.path, beside)),
            icon=words.icon,
        )

    def figures(self) -> tuple[tuple[str, str], ...]:
        """Return what the big chart can show: (key, name), outcomes first."""
        outcomes = tuple((name, self.words.outcome(name).name) for name in OUTCOMES)
        seat = self.match.seat
        paths = key_figures(self.debrief.played)
        return (*outcomes, *((path, self.words.figure(path, seat)) for path in paths))

    def chart(self) -> ChartData:
        """Return the figure picked: the game beside history, or beside holding still."""
        name = self.choices.figure
        lines = self._lines(name)
        other = ("history", lines.history) if lines.history else ("held", lines.held)
        caption = (
            self.words.outcome(name).counts
            if name in OUTCOMES
            else self.words.say(mark("At the end of each turn"))
        )
        return self._chart(
            name,
            dict(self.figures())[name],
            caption,
            ((self.telling.way("mine"), lines.mine), (self.telling.way(other[0]), other[1])),
        )

    def _chart(
        self, name: str, title: str, caption: str, lines: tuple[tuple[str, tuple[int, ...]], ...]
    ) -> ChartData:
        every = [value for _, values in lines for value in values]
        return ChartData(
            title=title,
            caption=caption,
            lines=tuple((who, values, self._amount(name, values[-1])) for who, values in lines),
            dates=tuple(self.telling.date(turn) for turn in range(len(lines[0][1]))),
            ticks=tuple((value, self._amount(name, value)) for value in tick_values(every)),
        )

    def _amount(self, name: str, value: int) -> str:
        if name in OUTCOMES:
            return self.telling.amount(name, value)
        return self.words.amount(self.match.world, name, value)

    def predictions(self) -> tuple[PredictionView, ...]:
        """Return the predictions made whose time has come."""
        return tuple(
            PredictionView(
                question=self.telling.question(x),
                told=self.telling.prediction(x),
                reason=self.telling.reason(x.answer),
                figures=self.telling.predicted_change(x, self.match.world),
                direction_right=x.direction_right,
                reason_right=x.reason_right,
            )
            for x in self.debrief.played.predictions
        )

    # ---- why

    def points(self) -> tuple[PointView, ...]:
        """Return the turning points worked out so far."""
        return tuple(self._point(point) for point in self.debrief.points)

    def point(self) -> PointView | None:
        """Return the turning point that is open; None when there is none."""
        found = self.points()
        return next(
            (x for x in found if x.number == self.choices.point), found[0] if found else None
        )

    def _point(self, point: TurningPoint) -> PointView:
        telling, strip = self.telling, point.strip
        lead = next(claim for claim in point.told if claim.outcome == strip.outcome)
        lines = (
            (self.words.say(mark("Your game")), strip.having),
            (self.words.say(mark("Without it")), strip.lacking),
        )
        caption = self.words.say(
            mark("Same luck, with the decision and without it, later decisions chosen afresh")
            if telling.remark(point.told)
            else mark("Same luck, with the decision and without it")
        )
        predicted = point.prediction
        return PointView(
            number=point.number,
            turn=point.decision.turn,
            date=telling.date(point.decision.turn),
            name=telling.lever(point.decision),
            setting=telling.did(point.decision),
            effect=telling.short_effect(lead),
            direction=lead.sign,
            sentences=tuple(telling.claim(claim) for claim in point.told),
            remark=telling.remark(point.told),
            prediction=telling.prediction(predicted) if predicted else "",
            prediction_right=predicted.direction_right if predicted else None,
            luck=telling.stability(point.stability) if point.stability else "",
            chart=self._chart(strip.outcome, telling.outcome(strip.outcome), caption, lines),
        )

    def policies(self) -> tuple[str, ...]:
        """Return what whole policies did: a sentence for each lever pulled in several turns."""
        return tuple(
            self.telling.headed(claim)
            for finding in self.debrief.told_policies
            for claim in finding.claims[:1]
        )

    def shares(self) -> SharesView | None:
        """Return the shares of the outcome picked; None until they are worked out."""
        found = self.debrief.shares.get(self.choices.shared)
        if found is None:
            return None
        numbers = {point.decision: point.number for point in self.debrief.points}
        name, telling = found.outcome, self.telling
        rows = tuple(
            ShareRow(
                name=telling.shared_by(row.decision),
                number=numbers.get(row.decision, 0) if row.decision else 0,
                value=row.shapley,
                text=telling.change(name, row.shapley),
                alone=telling.change(name, row.alone),
            )
            for row in found.rows
        )
        joint = found.acting_together
        together = ShareRow(self.words.say(TOGETHER), 0, joint, telling.change(name, joint), "")
        ends = [0, joint, *(row.value for row in rows)]
        return SharesView(
            sentence=telling.shares(found),
            total=telling.change(name, found.total),
            rows=rows,
            together=together,
            low=min(ends),
            high=max(ends),
        )

    def shared_outcomes(self) -> tuple[tuple[str, str], ...]:
        """Return what shares can be shown of: (key, name), the score first."""
        return tuple((name, self.telling.outcome(name)) for name in (SCORE, *OUTCOMES))

    # ---- the real case, what if, next

    def case_text(self) -> str:
        """Return what happened in reality."""
        return self.words.names.text("debrief.case")

    def path_lines(self) -> tuple[tuple[str, str], ...]:
        """Return what the real government did: (date, line)."""
        names = self.words.names
        return tuple(
            (self.telling.date(turn), line)
            for turn in range(self.match.level.turns)
            if (line := names.text(f"path.{turn}.line"))
        )

    def other_sides(self) -> tuple[tuple[str, str], ...]:
        """Return arguments for what was not done: (heading, text)."""
        against, for_it = mark("Against: {lever}"), mark("For: {lever}")
        return tuple(
            (
                self.words.say(
                    against if side.used else for_it, lever=self.words.lever(side.lever).title
                ),
                side.text,
            )
            for side in other_sides(self.debrief.played, self.words.names)
        )

    def left_out(self) -> tuple[str, ...]:
        """Return what the model leaves out."""
        return left_out(self.words.names)

    def luck_sentence(self) -> str:
        """Return what luck did; empty until it is worked out."""
        return self.telling.luck(self.debrief.luck) if self.debrief.luck else ""

    def ranking(self) -> tuple[RankRow, ...]:
        """Return all ways through the level under the weights in force, best first."""
        points = self.words.numbers.points
        return tuple(
            RankRow(x.who, self.telling.way(x.who), x.total, points(x.total), x.rank)
            for x in ranking(self.debrief.parts, self.choices.weights)
        )

    def questions(self) -> tuple[str, ...]:
        """Return the questions to discuss, the exit question last."""
        names = self.words.names
        asked = [text for _, text in names.numbered("debrief.question.{n}")]
        last = names.text("debrief.exit_question")
        return tuple([*asked, last] if last else asked)

    def quiz(self) -> tuple[QuizItem, ...]:
        """Return the quiz with the answers picked so far."""
        names = self.words.names
        return tuple(
            QuizItem(
                number=number,
                question=question,
                answers=tuple(text for _, text in names.numbered(f"quiz.{number}.answer.{{n}}")),
                right=int(names.text(f"quiz.{number}.right") or 0),
                picked=self.choices.answers.get(number, 0),
            )
            for number, question in names.numbered("quiz.{n}.question")
        )

    def report(self) -> str:
        """Return the report as an HTML page; works out what is left first."""
        self.finish()
        texts = {key: text for key, text, _ in self.feelings()}
        reflection = Reflection(
            texts.get(self.choices.feeling, ""),
            dict(self.surprises()).get(self.choices.surprise, ""),
        )
        return report_html(self.debrief, self.telling, self.case.sources, reflection)
