"""The debrief: feel, what happened, why, the real case, what if, next; outcomes before a total."""

from collections.abc import Callable

from game.debrief.debrief import Debrief, debrief_of
from game.debrief.ghost import key_figures, lines_of
from game.debrief.other_side import left_out, other_sides
from game.debrief.report import Reflection, report_html
from game.debrief.reweigh import HELD, HISTORY, MINE, ranking
from game.debrief.telling import Telling
from game.debrief.turning_points import TurningPoint
from game.engine.definitions.level import OUTCOMES
from game.engine.scoring import EndValues, Score
from game.terminal.codex_page import show_sources
from game.terminal.table import Table
from game.text.briefing import aims_told, mandate_cards, sources
from game.text.catalogue import mark
from game.text.outcome_words import END_LINE, END_PARTS, SCORE_FORMULA
from game.text.scenarios import scenario_said

Page = Callable[["DebriefPages"], None]
_FEELINGS = (
    mark("Content"),
    mark("Proud"),
    mark("Surprised"),
    mark("Unsure"),
    mark("Disappointed"),
)


class DebriefPages:
    """The pages of one game's debrief; worked out once, when it opens."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.screen = table.screen
        self.words = table.words
        self.debrief: Debrief = debrief_of(table.match)
        self.telling = Telling(table.words)
        self._surprise = ""
        self._feeling = ""

    def run(self) -> None:
        """Lead through the debrief until the player goes back to the levels."""
        self.feel()
        self.screen.line(
            self._say(mark("Your game is now played again without each of your decisions …"))
        )
        self.debrief.finish()
        self.happened()
        pages = self._pages()
        titles = [self._say(title) for title, _ in pages]
        picked = self.screen.pick(self._say(mark("Debrief: what next?")), titles, stay=True)
        while picked is not None:
            pages[picked][1](self)
            self.screen.line()
            asked = mark("Next page by number, “list”, or “back” to the levels:")
            picked = self.screen.choose(self._say(asked), len(pages), titles, stay=True)

    def _pages(self) -> tuple[tuple[str, Page], ...]:
        return (
            (mark("What happened"), DebriefPages.happened),
            (mark("Turn by turn beside history"), DebriefPages.turn_by_turn),
            (mark("Why: the decisions that mattered"), DebriefPages.why),
            (mark("Shares of your decisions"), DebriefPages.shared),
            (mark("Your predictions"), DebriefPages.predicted),
            (mark("The real case"), DebriefPages.case),
            (mark("What if: luck and other goals"), DebriefPages.what_if),
            (mark("What if: your own weights"), DebriefPages.weigh),
            (mark("Your score and its parts"), DebriefPages.score),
            (mark("The other side, and what the model leaves out"), DebriefPages.other_side),
            (mark("Questions to discuss"), DebriefPages.questions),
            (mark("Quiz"), DebriefPages.quiz),
            (mark("Sources"), DebriefPages.sources),
            (mark("Save the debrief as a page to print"), DebriefPages.export),
        )

    def _say(self, message: str, **values: object) -> str:
        return self.words.say(message, **values)

    def feel(self) -> None:
        """Ask for a feeling and the biggest surprise; either may be passed over."""
        own = [text for _, text in self.words.names.numbered("debrief.feeling.{n}")]
        feelings = own or [self._say(feeling) for feeling in _FEELINGS]
        felt = self.screen.pick(
            self._say(mark("The game is over. How do you feel?")),
            feelings,
            self._say(mark("Number, or Enter to pass:")),
        )
        self._feeling = "" if felt is None else feelings[felt]
        names = [self.words.outcome(name).name for name in OUTCOMES]
        picked = self.screen.pick(
            self._say(mark("What surprised you most?")),
            names,
            self._say(mark("Number, or Enter to pass:")),
        )
        self._surprise = "" if picked is None else OUTCOMES[picked]

    def happened(self) -> None:
        """Show each outcome as a mean a turn: your path, history, holding still."""
        debrief, telling = self.debrief, self.telling
        self.screen.heading(self._say(mark("What happened: means over all turns")))
        if debrief.held is None:
            return
        for name in OUTCOMES:
            lines = lines_of(debrief.played, name, debrief.history, debrief.held)
            parts = [
                f"{telling.way(who)} {telling.amount(name, sum(row) // len(row))}"
                for who, row in (
                    (MINE, lines.mine),
                    (HISTORY, lines.history),
                    (HELD, lines.held),
                )
                if row
            ]
            star = " " + self._say(mark("(your surprise)")) if name == self._surprise else ""
            self.screen.line(f"{telling.outcome(name)}{star}: {'; '.join(parts)}")
        self._aims()

    def _aims(self) -> None:
        """Say what the goal hoped to see at the end, and whether it came about."""
        match = self.table.match
        aims = aims_told(self.words, match.mandate, match.world)
        if aims:
            self.screen.heading(self._say(mark("What your goal hoped to see")))
        for line, met in aims:
            said = mark("It came about.") if met else mark("It did not come about.")
            self.screen.line(f"{line}: {self._say(said)}")

    def turn_by_turn(self) -> None:
        """Show one figure of every turn: your path, history, holding still."""
        debrief, world = self.debrief, self.table.match.world
        if debrief.held is None:
            return
        paths = [f"{debrief.played.seat}/{name}" for name in OUTCOMES]
        paths += key_figures(debrief.played)
        titles = [self.words.figure(path, debrief.played.seat) for path in paths]
        picked = self.screen.pick(self._say(mark("Which figure?")), titles)
        if picked is None:
            return
        name = OUTCOMES[picked] if picked < len(OUTCOMES) else paths[picked]
        lines = lines_of(debrief.played, name, debrief.history, debrief.held)
        self.screen.heading(titles[picked])
        for turn, mine in enumerate(lines.mine):
            row = [(MINE, mine), (HELD, lines.held[turn])]
            if lines.history:
                row.insert(1, (HISTORY, lines.history[turn]))
            told = [
                f"{self.telling.way(who)} {self.words.amount(world, paths[picked], value)}"
                for who, value in row
            ]
            self.screen.line(f"{self.telling.date(turn)}: {'; '.join(told)}")

    def why(self) -> None:
        """Show the turning points and the policies of several turns."""
        self.screen.heading(self._say(mark("The decisions that mattered")))
        if not self.debrief.points:
            self.screen.line(
                self._say(mark("No single decision changed an outcome by one per cent or more."))
            )
        for point in self.debrief.points:
            self._point(point)
        for finding in self.debrief.told_policies:
            self.screen.line(self.telling.headed(finding.claims[0]))

    def _point(self, point: TurningPoint) -> None:
        self.screen.line(f"{point.number}. {self.telling.decision(point.decision)}")
        lines = [self.telling.claim(claim) for claim in point.told]
        if point.prediction:
            lines.append(self.telling.prediction(point.prediction))
        if point.stability:
            lines.append(self.telling.stability(point.stability))
        self.screen.items(lines, indent=2)

    def shared(self) -> None:
        """Show each turning point's fair share of the difference to holding still."""
        for name, found in self.debrief.shares.items():
            self.screen.heading(self.telling.outcome(name))
            for row in found.rows:
                share = self.telling.change(name, row.shapley)
                self.screen.line(f"- {self.telling.shared_by(row.decision)}: {share}")
            self.screen.line(self.telling.shares(found))

    def predicted(self) -> None:
        """Show how the predictions came out."""
        outcomes = self.debrief.played.predictions
        if not outcomes:
            self.screen.line(self._say(mark("You made no prediction whose time has come.")))
        for outcome in outcomes:
            self.screen.heading(self.telling.question(outcome))
            self.screen.line(self.telling.prediction(outcome))
            self.screen.line(self.telling.predicted_change(outcome, self.table.match.world))

    def case(self) -> None:
        """Tell the real case and what the real government did, turn by turn."""
        names = self.words.names
        self.screen.heading(self._say(mark("The real case")))
        told = names.text("debrief.case")
        if told:
            self.screen.line(told)
        scenario = scenario_said(self.words.level, names, self.words.catalogue)
        if scenario is not None:
            self.screen.line(scenario.sentences)
        for turn in range(self.words.level.turns):
            line = names.text(f"path.{turn}.line")
            if line:
                self.screen.line(f"- {self.telling.date(turn)}: {line}")

    def what_if(self) -> None:
        """Show the luck meter, and the ranking of the ways under each mandate's weights."""
        self.screen.heading(self._say(mark("Luck")))
        if self.debrief.luck:
            self.screen.line(self.telling.luck(self.debrief.luck))
        cards = {card.id: card.name for card in mandate_cards(self.words)}
        for mandate in self.words.level.mandates:
            self.screen.heading(
                self._say(mark("By the weights of: {mandate}"), mandate=cards[mandate.id])
            )
            self._ranking(mandate.weights)

    def weigh(self) -> None:
        """Ask for six weights and show the ranking they give."""
        weights = []
        for name in OUTCOMES:
            asked = self._say(
                mark("Weight of “{outcome}”, 0 to 100:"), outcome=self.words.outcome(name).name
            )
            weight = self.screen.number(asked, 100)
            if weight is None:
                return
            weights.append(weight)
        self.screen.heading(self._say(mark("By your own weights")))
        self._ranking(tuple(weights))

    def _ranking(self, weights: tuple[int, ...]) -> None:
        for row in ranking(self.debrief.parts, weights):
            points = self.words.numbers.points(row.total)
            self.screen.line(f"{row.rank}. {self.telling.way(row.who)}: {points}")

    def score(self) -> None:
        """Show the score with its parts and what is left behind."""
        found: Score = self.table.match.score()
        numbers = self.words.numbers
        self.screen.heading(self._say(mark("Your score")))
        weights = self.table.match.mandate.weights
        for name, part, weight in zip(OUTCOMES, found.parts, weights, strict=True):
            self.screen.line(
                self._say(
                    mark("{outcome}: {points} points, weight {weight}"),
                    outcome=self.words.outcome(name).name,
                    points=numbers.points(part),
                    weight=weight,
                )
            )
        total = numbers.points(found.total)
        self.screen.line(self._say(mark("Together: {total} of 100."), total=total))
        self.screen.line(self._say(SCORE_FORMULA))
        self._left_behind(found.end)

    def _left_behind(self, end: EndValues) -> None:
        for name, (title, line) in END_PARTS.items():
            amount = self.words.numbers.money(getattr(end, name))
            self.screen.line(f"- {self._say(title)}: {amount}. {self._say(line)}")
        self.screen.line(self._say(END_LINE))

    def other_side(self) -> None:
        """Show the strongest argument for what was not done, and what the model leaves out."""
        self.screen.heading(self._say(mark("The other side")))
        for side in other_sides(self.debrief.played, self.words.names):
            self.screen.line(f"{self.words.lever(side.lever).title}: {side.text}")
        self.screen.heading(self._say(mark("What the model leaves out")))
        self.screen.items(left_out(self.words.names))

    def questions(self) -> None:
        """Show the questions for a discussion."""
        self.screen.heading(self._say(mark("Questions to discuss")))
        self.screen.numbered([x for _, x in self.words.names.numbered("debrief.question.{n}")])

    def quiz(self) -> None:
        """Ask the level's quiz."""
        names, right, asked = self.words.names, 0, 0
        for number, question in names.numbered("quiz.{n}.question"):
            answers = [text for _, text in names.numbered(f"quiz.{number}.answer.{{n}}")]
            picked = self.screen.pick(question, answers)
            if picked is None:
                break
            asked += 1
            if str(picked + 1) == names.text(f"quiz.{number}.right"):
                right += 1
                self.screen.line(self._say(mark("Right.")))
            else:
                place = names.text(f"quiz.{number}.right")
                known = answers[int(place) - 1] if place.isdecimal() else ""
                self.screen.line(self._say(mark("Not so. The answer: {answer}"), answer=known))
        if asked:
            text = mark("{right} of {asked} answers were right.")
            self.screen.line(self._say(text, right=right, asked=asked))
        else:
            self.screen.line(self._say(mark("No questions answered.")))

    def sources(self) -> None:
        """Show the sources of the level."""
        show_sources(self.screen, self.words)

    def export(self) -> None:
        """Write the debrief as a page and say where it is."""
        surprise = self.words.outcome(self._surprise).name if self._surprise else ""
        page = report_html(
            self.debrief,
            self.telling,
            sources(self.words),
            Reflection(self._feeling, surprise),
        )
        table = self.table
        try:
            place = table.services.export_debrief(table.case, table.match, page)
        except table.refused as refusal:
            self.screen.line(str(refusal))
            return
        self.screen.line(self._say(mark("Saved: {place}"), place=place))
