"""Claims and figures of the debrief as sentences; each sentence says what a re-run showed."""

from collections.abc import Sequence

from game.debrief.claims import Claim
from game.debrief.luck import LuckMeter
from game.debrief.measures import MONEY, SCORE, Stretch
from game.debrief.played import Decision
from game.debrief.reweigh import HELD, HISTORY, MINE
from game.debrief.shares import Shares
from game.debrief.stability import LUCKY, MIXED, STEADY, UNLUCKY, Stability
from game.engine.numbers import BP
from game.engine.record import Predicted
from game.engine.world import World
from game.match.predictions import LESS, MORE, SAME, Outcome
from game.text.catalogue import mark
from game.text.describe import Words

WAYS: dict[str, str] = {
    MINE: mark("Your path"),
    HISTORY: mark("History"),
    HELD: mark("Holding still"),
}
_DIRECTIONS: dict[int, tuple[str, str]] = {
    MORE: ("up", mark("It rises")),
    SAME: ("stays", mark("It stays about the same")),
    LESS: ("down", mark("It falls")),
}
_LUCK: dict[str, str] = {
    LUCKY: mark(
        "Luck helped here: with other luck the effect was mostly weaker or went the other way."
    ),
    UNLUCKY: mark("Luck was against you here: with other luck the effect was mostly better."),
    MIXED: mark("Luck played a part: with other luck the effect often went the other way."),
}
OTHERS = mark("Your other decisions")
TOGETHER = mark("Acting together")
MOST_DATES = 4


class Telling:
    """Says claims and figures of a debrief in the words of a level."""

    def __init__(self, words: Words) -> None:
        self.words = words

    # ---- names

    def date(self, turn: int) -> str:
        """Return the date of a turn: "2014"."""
        return self.words.numbers.date(self.words.level, turn)

    def lever(self, decision: Decision) -> str:
        """Return a decision's short name: "Ban on ore exports", an offer's title."""
        order = decision.deeds[0].order
        if order.lever == "answer_offer":
            return self.words.target(order.target)
        return self.words.lever(decision.lever).title

    def did(self, decision: Decision) -> str:
        """Return what was ordered: "No ore may leave, from next year"."""
        lines = []
        for deed in decision.deeds:
            setting = self.words.setting(deed.order.lever, deed.order.setting)
            where = self._where(deed.order.target)
            lines.append(f"{where}: {setting}" if where else setting)
        return "; ".join(dict.fromkeys(lines))

    def _where(self, target: str) -> str:
        """The place of an order; a mineral goes without saying where there is only one."""
        mineral = target.split(".", 1)[0]
        if any(x.id == mineral for x in self.words.level.minerals):
            return "" if len(self.words.level.minerals) == 1 else self.words.target(target)
        provinces = [p.id for state in self.words.level.states for p in state.provinces]
        partners = [partner.id for partner in self.words.level.partners]
        return self.words.target(target) if target in (*provinces, *partners) else ""

    def decision(self, decision: Decision) -> str:
        """Return a decision in one line: "2013, Ban on ore exports: No ore may leave"."""
        return self.words.say(
            mark("{date}, {lever}: {setting}"),
            date=self.date(decision.turn),
            lever=self.lever(decision),
            setting=self.did(decision),
        )

    def policy(self, decision: Decision) -> str:
        """Return a lever pulled in several turns: "Ban on ore exports, 2013, 2017 and 2019"."""
        dates = list(dict.fromkeys(self.date(deed.turn) for deed in decision.deeds))
        if len(dates) > MOST_DATES:
            listed = self.words.say(
                mark("{count} orders from {first} to {last}"),
                count=len(decision.deeds),
                first=dates[0],
                last=dates[-1],
            )
        else:
            listed = self.words.say(
                mark("{first} and {last}"), first=", ".join(dates[:-1]), last=dates[-1]
            )
        return self.words.say(mark("{lever}, {dates}"), lever=self.lever(decision), dates=listed)

    def outcome(self, name: str) -> str:
        """Return the name of an outcome, or of the score."""
        return self.words.say(mark("Score")) if name == SCORE else self.words.outcome(name).name

    # ---- amounts

    def amount(self, outcome: str, value: int) -> str:
        """Return an outcome's amount in its unit; money is US$ a year, meters 0 to 100."""
        numbers = self.words.numbers
        if outcome == SCORE:
            return numbers.points(value)
        unit = self.words.outcome(outcome).unit
        return numbers.points(value) if unit == "bp" else numbers.amount(unit, value)

    def change(self, outcome: str, value: int) -> str:
        """Return a change of an outcome with its sign."""
        return self.words.numbers.signed(self.amount(outcome, value), value)

    def amount_words(self, outcome: str, value: int) -> str:
        """Return an amount inside a sentence: "US$ 310 m a year", "2.3 points"."""
        text = self.amount(outcome, value)
        if outcome in MONEY:
            return self.words.say(mark("{amount} a year"), amount=text)
        return self.words.say(mark("{amount} points"), amount=text)

    def stretch(self, over: Stretch) -> str:
        """Return a stretch of turns: "from 2013 to 2015"."""
        if over.turns == 1:
            return self.words.say(mark("in {date}"), date=self.date(over.first))
        return self.words.say(
            mark("from {first} to {last}"), first=self.date(over.first), last=self.date(over.last)
        )

    # ---- claims

    def claim(self, claim: Claim) -> str:
        """Return what would have been without a decision, with the numbers of the re-run."""
        if claim.outcome == SCORE:
            what = self.words.say(mark("your score"))
        else:
            what = self.words.say(
                mark("{outcome} {stretch}"),
                outcome=_inside(self.outcome(claim.outcome)),
                stretch=self.stretch(claim.over),
            )
        said = self.words.say(
            mark("Without it, {what} would have been {size} lower{levels}.")
            if claim.sign > 0
            else mark("Without it, {what} would have been {size} higher{levels}."),
            what=what,
            size=self.amount_words(claim.outcome, claim.size),
            levels=self._levels(claim),
        )
        return " ".join(x for x in (said, self._other_size(claim)) if x)

    def _levels(self, claim: Claim) -> str:
        """Both levels, where rounding leaves them apart: ": 1.3 bn, not 1.5 bn"."""
        shown = claim.replanned if claim.impossible else claim.fixed
        lacking = self.amount(claim.outcome, shown.lacking)
        having = self.amount(claim.outcome, shown.having)
        if lacking == having:
            return ""
        return self.words.say(mark(": {lacking}, not {having}"), lacking=lacking, having=having)

    def _other_size(self, claim: Claim) -> str:
        """The size that the second re-run shows, where it is far from the one that is told."""
        fixed, other = abs(claim.fixed.effect), abs(claim.replanned.effect)
        if claim.impossible or (other <= 2 * fixed and fixed <= 2 * other):
            return ""
        return self.words.say(
            mark("With later decisions chosen afresh, the difference is {size}."),
            size=self.amount_words(claim.outcome, other),
        )

    def remark(self, claims: Sequence[Claim]) -> str:
        """Return what must be said once beside claims whose first re-run broke; often empty."""
        if not any(claim.impossible for claim in claims):
            return ""
        return self.words.say(
            mark(
                "Some later orders were not possible then, so later decisions were chosen afresh "
                "in this comparison."
            )
        )

    def headed(self, claim: Claim) -> str:
        """Return a claim that can stand alone: the decision, then what it did."""
        many = claim.cause.deeds[0].turn != claim.cause.deeds[-1].turn
        head = self.policy(claim.cause) if many else self.decision(claim.cause)
        return " ".join(x for x in (f"{head}.", self.claim(claim), self.remark([claim])) if x)

    def short_effect(self, claim: Claim) -> str:
        """Return a claim in a few words: "Public revenue −US$ 90 m"."""
        return self.words.say(
            mark("{outcome} {change}"),
            outcome=self.outcome(claim.outcome),
            change=self.change(claim.outcome, claim.effect),
        )

    # ---- luck

    def stability(self, found: Stability) -> str:
        """Return how steady a decision's effect on the score is under other luck."""
        numbers = self.words.numbers
        same = sum(1 for effect in found.effects if effect * found.actual > 0)
        said = self.words.say(
            mark(
                "With other luck its effect on the score had the same direction in {same} of {all}"
                " games, mostly between {low} and {high} points."
            ),
            same=same,
            all=len(found.effects),
            low=numbers.signed(numbers.points(found.low), found.low),
            high=numbers.signed(numbers.points(found.high), found.high),
        )
        if found.luck == STEADY:
            return said
        return f"{self.words.say(_LUCK[found.luck])} {said}"

    def luck(self, meter: LuckMeter) -> str:
        """Return what luck did in the whole game."""
        numbers = self.words.numbers
        below = sum(1 for value in meter.scores if value < meter.actual)
        more = mark("Luck added {size} points to your score.")
        less = mark("Luck took {size} points from your score.")
        first = (
            self.words.say(mark("Luck left your score about where it was."))
            if abs(meter.luck) < BP // 200
            else self.words.say(
                more if meter.luck > 0 else less, size=numbers.points(abs(meter.luck))
            )
        )
        return " ".join(
            (
                first,
                self.words.say(
                    mark(
                        "With the same orders and other luck, {below} of {all} games scored "
                        "less; the mean was {mean}."
                    ),
                    below=below,
                    all=len(meter.scores),
                    mean=numbers.points(meter.plan),
                ),
            )
        )

    # ---- shares

    def shares(self, found: Shares) -> str:
        """Return how the game differs from holding still, and what acting together brought."""
        total = self.change(found.outcome, found.total)
        together = self.change(found.outcome, found.acting_together)
        return self.words.say(
            mark(
                "Against holding still: {total}. Decisions acting together made a difference of "
                "{together} that none of them makes alone."
            ),
            total=total,
            together=together,
        )

    # ---- predictions

    def direction(self, outcome_id: str, direction: int) -> str:
        """Return a direction in the words of the question."""
        key, usual = _DIRECTIONS[direction]
        own = self.words.names.text(f"prediction.{outcome_id}.{key}")
        return own or self.words.say(usual)

    def question(self, outcome: Outcome) -> str:
        """Return the question that was asked."""
        return self.words.names.text(f"prediction.{outcome.prediction.id}.question")

    def reason(self, answer: Predicted) -> str:
        """Return the reason that was picked."""
        return self.words.names.text(f"prediction.{answer.prediction}.reason.{answer.reason}")

    def prediction(self, outcome: Outcome) -> str:
        """Return what was predicted, what happened, and whether the reason held."""
        happened = self.direction(outcome.prediction.id, outcome.direction)
        expected = self.direction(outcome.prediction.id, outcome.answer.direction)
        first = (
            self.words.say(mark("You expected: {what}. So it was."), what=_bare(expected))
            if outcome.direction_right
            else self.words.say(
                mark("You expected: {what}. What happened: {happened}."),
                what=_bare(expected),
                happened=_bare(happened),
            )
        )
        held = mark("What you named as the reason did happen.")
        not_held = mark("What you named as the reason did not happen.")
        return f"{first} {self.words.say(held if outcome.reason_right else not_held)}"

    def predicted_change(self, outcome: Outcome, world: World) -> str:
        """Return the figure asked about, before and after: "Ore exports: 190 kt → 12 kt"."""
        path = outcome.prediction.figure
        return self.words.say(
            mark("{figure}: {before} → {after}"),
            figure=self.words.figure(path, outcome.prediction.seat),
            before=self.words.amount(world, path, outcome.before),
            after=self.words.amount(world, path, outcome.after),
        )

    # ---- ways

    def way(self, who: str) -> str:
        """Return the name of a way through the level: "Your path", "History"."""
        return self.words.say(WAYS[who])

    def shared_by(self, decision: Decision | None) -> str:
        """Return the name of a row of shares."""
        if decision is None:
            return self.words.say(OTHERS)
        return f"{self.date(decision.turn)} {self.lever(decision)}"


def _inside(name: str) -> str:
    """An outcome's name inside a sentence."""
    return name[:1].lower() + name[1:]


def _bare(text: str) -> str:
    return text.rstrip(".")
