"""A match in progress: one seat governed by a person, the others by computer players.

Everything that happens to a match is a line of its record; ``journal`` gets each line as it is
made. Only the open turn can be revised; ``seal`` ends it.
"""

from collections.abc import Callable, Mapping

from game.engine.definitions.level import Level, Mandate, Prediction
from game.engine.options import Options, order_cost, sheet_problems
from game.engine.orders import Order, Sheet
from game.engine.problems import GAME_OVER, Problem
from game.engine.record import (
    Header,
    Line,
    Ordered,
    Predicted,
    Sealed,
    write_header,
    write_line,
)
from game.engine.scoring import Score, score
from game.engine.start.opening import open_world
from game.engine.turn import Turn, resolve_turn
from game.engine.view import SeatView, view
from game.engine.world import World
from game.match.chain import first_link, next_link, sheets_mark
from game.match.open_sheet import OpenSheet, Step
from game.match.predictions import Outcome, is_due, outcome_of
from game.match.refusals import (
    ALREADY_ANSWERED,
    GAME_ENDED,
    OTHER_SEATS,
    OTHER_SHEETS,
    UNKNOWN_DIRECTION,
    UNKNOWN_MANDATE,
    UNKNOWN_PREDICTION,
    UNKNOWN_REASON,
    UNKNOWN_SEAT,
    WRONG_DIGEST,
    MatchRefused,
)
from game.match.seats import ComputerPlayer, sheets_of

Journal = Callable[[str], None]
"""Gets each line of the record, without line end, as it is made. The match has changed by then, so
it can go on when the journal raises."""


class Match:
    """A match; make one with ``start``, ``game.match.replay.resume`` or ``rebuild``.

    Attributes:
        header: What it is played on.
        level, seat, mandate: The level, the person's seat and goal.
        others: Computer player by seat, for every other state.
        worlds: The world at the start of each turn; the last is the present one.
        turns: The sealed turns.
        sheets: The sheets of all seats in each sealed turn.
        lines: All lines after the header, withdrawals too.
        detail: Whether sealed turns keep their ledger; the worlds are the same without.
    """

    detail = True

    def __init__(
        self,
        level: Level,
        header: Header,
        others: Mapping[str, ComputerPlayer],
        journal: Journal | None = None,
    ) -> None:
        self.header = header
        self.level = level
        self.seat = header.seat
        self.mandate: Mandate = _mandate(level, header.mandate)
        self.others = dict(others)
        self.journal = journal
        self.worlds: list[World] = [open_world(level, header.seed)]
        self.turns: list[Turn] = []
        self.sheets: list[dict[str, Sheet]] = []
        self.lines: list[Line] = []
        self._digests: list[str] = [first_link(header)]
        self._answers: dict[str, Predicted] = {}
        self._open = OpenSheet(header.seat, 0)
        self._check_seats()

    def _check_seats(self) -> None:
        states = [state.id for state in self.level.states]
        if self.seat not in self.level.seats or self.seat not in states:
            raise MatchRefused(UNKNOWN_SEAT, self.seat)
        missing = {*states} - {self.seat} ^ {*self.others}
        if missing:
            raise MatchRefused(OTHER_SEATS, ", ".join(sorted(missing)))

    # ---- where the match stands -----------------------------------------------------------

    @property
    def world(self) -> World:
        """The world at the start of the open turn, or at the end of the game."""
        return self.worlds[-1]

    @property
    def turn(self) -> int:
        """Number of the open turn, from 0."""
        return self.world.turn

    @property
    def over(self) -> bool:
        """Whether the last turn is sealed."""
        return self.world.over

    @property
    def digest(self) -> str:
        """The digest of the last sealed turn (of the header before the first)."""
        return self._digests[-1]

    @property
    def digests(self) -> tuple[str, ...]:
        """The digests of the sealed turns."""
        return tuple(self._digests[1:])

    def view(self) -> SeatView:
        """Return what the person's seat sees now."""
        return view(self.world, self.seat)

    def score(self) -> Score:
        """Return the score so far under the match's mandate; zero before the first turn."""
        return score(self.world, self.seat, self.mandate)

    # ---- the open sheet -------------------------------------------------------------------

    @property
    def draft(self) -> Sheet:
        """The sheet of the open turn as it stands."""
        return self._open.sheet

    @property
    def can_undo(self) -> bool:
        """Whether a step of the open turn can be taken back."""
        return self._open.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether a step taken back can be done again."""
        return self._open.can_redo

    @property
    def points_left(self) -> int:
        """Points of political capital left beside the draft."""
        state = self.world.layout.state(self.seat)
        spent = sum(order_cost(self.world, state, order) for order in self.draft.orders)
        return self.world.values[state.capital] - spent

    @property
    def money_left(self) -> int:
        """US$ of the treasury that the draft does not reserve."""
        state = self.world.layout.state(self.seat)
        options = self.options()
        reserved = sum(options.money(order) for order in self.draft.orders)
        return max(0, self.world.values[state.treasury]) - reserved

    def options(self) -> Options:
        """Return the single orders the seat may give, not counting the draft."""
        return Options(self.world, self.seat)

    def problems(self) -> tuple[Problem, ...]:
        """Return everything wrong with the draft; empty when it can be carried out whole."""
        return tuple(sheet_problems(self.world, self.seat, self.draft))

    def check(self, order: Order) -> tuple[Problem, ...]:
        """Return what would be wrong with the draft if an order were given; nothing changes.

        An order on a lever and target of the draft takes the earlier one's place.
        """
        if self.over:
            return (Problem(GAME_OVER),)
        found = sheet_problems(self.world, self.seat, self._open.with_order(order))
        unique = {problem.code: problem for problem in reversed(found)}
        return tuple(reversed(unique.values()))

    def give(self, order: Order) -> tuple[Problem, ...]:
        """Put an order on the draft. Returns its problems; with any, nothing is changed."""
        found = self.check(order)
        if not found:
            self._do(Step(order))
        return found

    def withdraw(self, order: Order) -> bool:
        """Take an order off the draft; False when it is not there."""
        if order not in self.draft.orders:
            return False
        self._do(Step(order, withdrawn=True))
        return True

    def undo(self) -> bool:
        """Take the last step of the open turn back; False when there is none."""
        step = self._open.undo()
        if step:
            self._note_step(step)
        return step is not None

    def redo(self) -> bool:
        """Do again the step taken back last; False when there is none."""
        step = self._open.redo()
        if step:
            self._note_step(step)
        return step is not None

    def settle(self) -> None:
        """Let undo start from the draft as it stands (after a record was read)."""
        self._open.settle()

    def _do(self, step: Step) -> None:
        self._open.do(step)
        self._note_step(step)

    def _note_step(self, step: Step) -> None:
        self._note(Ordered(self.turn, self.seat, step.order, step.withdrawn))

    # ---- predictions ----------------------------------------------------------------------

    def pending_prediction(self, order: Order | None = None) -> Prediction | None:
        """Return the question to ask before an order is given (None: before any order)."""
        if self.over:
            return None
        for prediction in self.level.predictions:
            if prediction.id not in self._answers and is_due(
                prediction, self.seat, self.turn, order
            ):
                return prediction
        return None

    def predict(self, prediction_id: str, direction: int, reason: str) -> None:
        """Record the answer to a question; an answer stands, and is not undone.

        Args:
            prediction_id: Id of a prediction of the level for this seat.
            direction: -1, 0 or 1.
            reason: Id of one of its reasons.

        Raises:
            MatchRefused: Unknown question, direction or reason, answered before, or game over.
        """
        self._check_prediction(prediction_id, direction, reason)
        answer = Predicted(self.turn, prediction_id, direction, reason)
        self._answers[prediction_id] = answer
        self._note(answer)

    def _check_prediction(self, prediction_id: str, direction: int, reason: str) -> None:
        asked = [x for x in self.level.predictions if x.id == prediction_id and x.seat == self.seat]
        if not asked:
            raise MatchRefused(UNKNOWN_PREDICTION, prediction_id)
        if self.over:
            raise MatchRefused(GAME_ENDED)
        if prediction_id in self._answers:
            raise MatchRefused(ALREADY_ANSWERED, prediction_id)
        if direction not in (-1, 0, 1):
            raise MatchRefused(UNKNOWN_DIRECTION, str(direction))
        if reason not in [reason_id for reason_id, _ in asked[0].reasons]:
            raise MatchRefused(UNKNOWN_REASON, reason)

    @property
    def answers(self) -> tuple[Predicted, ...]:
        """The predictions made, in the order in which they were."""
        return tuple(self._answers.values())

    def outcomes(self) -> tuple[Outcome, ...]:
        """Return how the predictions came out whose time has come."""
        asked = {prediction.id: prediction for prediction in self.level.predictions}
        found = [outcome_of(asked[x.prediction], x, self.worlds) for x in self.answers]
        return tuple(outcome for outcome in found if outcome)

    # ---- the end of a turn ----------------------------------------------------------------

    def seal(self, expected: str = "", mark: str = "") -> Turn:
        """End the turn: computer players choose, the turn is resolved, its digest recorded.

        Args:
            expected: The digest that a record gives for this turn; empty when there is none.
            mark: What a record gives for the computer players' sheets; empty likewise.

        Raises:
            MatchRefused: The game is over, or the turn's mark or digest, then the detail, is not
                the expected one; nothing has changed.
        """
        if self.over:
            raise MatchRefused(GAME_ENDED)
        before = self.world
        sheets = {self.seat: self.draft, **sheets_of(self.others, before)}
        own_mark = sheets_mark(sheets, self.seat)
        if mark and mark != own_mark:
            raise MatchRefused(OTHER_SHEETS, own_mark)
        turn = resolve_turn(before, sheets, detail=self.detail)
        predicted = [x for x in self.answers if x.turn == before.turn]
        link = next_link(self.digest, sheets, predicted, turn.world)
        if expected and link != expected:
            raise MatchRefused(WRONG_DIGEST, link)
        self._digests.append(link)
        self.worlds.append(turn.world)
        self.turns.append(turn)
        self.sheets.append(sheets)
        self._open = OpenSheet(self.seat, turn.world.turn)
        self._note(Sealed(before.turn, self.digest, own_mark))
        return turn

    def _note(self, line: Line) -> None:
        self.lines.append(line)
        if self.journal:
            self.journal(write_line(line))

    # ---- the record -----------------------------------------------------------------------

    def record_text(self) -> str:
        """Return the record in its shortest form: no withdrawn orders, every line ended.

        It replays to the same digests as the lines that were made while playing.
        """
        lines: list[Line] = []
        for sheets, seal in zip(self.sheets, self.digests, strict=True):
            own = sheets[self.seat]
            lines += self._turn_lines(own)
            lines.append(Sealed(own.turn, seal, sheets_mark(sheets, self.seat)))
        lines += self._turn_lines(self.draft)
        return "\n".join([write_header(self.header), *map(write_line, lines), ""])

    def _turn_lines(self, own: Sheet) -> list[Line]:
        predicted: list[Line] = [x for x in self.answers if x.turn == own.turn]
        return [*predicted, *(Ordered(own.turn, self.seat, order) for order in own.orders)]


def _mandate(level: Level, mandate_id: str) -> Mandate:
    for mandate in level.mandates:
        if mandate.id == mandate_id:
            return mandate
    raise MatchRefused(UNKNOWN_MANDATE, mandate_id)


def start(
    level: Level,
    seat: str,
    mandate: str,
    seed: int,
    others: Mapping[str, ComputerPlayer],
    *,
    program: str,
    build: str = "",
    round_id: str = "",
    entrant: int = 0,
    journal: Journal | None = None,
) -> Match:
    """Return a new match and write its header to the journal.

    Args:
        level: The level.
        seat: The state the person governs; one of ``level.seats``.
        mandate: Id of the goal.
        seed: The match's luck, zero or more.
        others: Computer player by seat, for every other state of the level.
        program: Version of the program, for the header; ``build`` stands for its rules' code.
        round_id: The classroom round it is played for, with the player's number in it.
        entrant: That number.
        journal: Gets each line of the record as it is made.

    Raises:
        MatchRefused: Unknown seat or mandate, or not exactly one player for each other state.
    """
    header = Header(
        level=level.id,
        digest=level.digest,
        seat=seat,
        mandate=mandate,
        seed=seed,
        others=tuple(sorted((name, player.id) for name, player in others.items())),
        program=program,
        build=build,
        round=round_id,
        entrant=entrant,
    )
    match = Match(level, header, others, journal)
    if journal:
        journal(write_header(header))
    return match


def play_out(match: Match, player: ComputerPlayer) -> Match:
    """Let a computer player govern the person's seat to the end of the game; returns the match.

    Orders with problems are left out, as a person could not have given them.
    """
    while not match.over:
        for order in sheets_of({match.seat: player}, match.world)[match.seat].orders:
            match.give(order)
        match.seal()
    return match
