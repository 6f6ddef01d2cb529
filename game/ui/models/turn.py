"""The open turn: everything the turn screen shows and does, without drawing it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.definitions.level import Prediction
from game.engine.orders import Order
from game.engine.parameters.rules import CAPITAL_KEPT
from game.match.match import Match
from game.text.briefing import Advice, Question, advice, hint, question
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.explain import Explainer, Why
from game.text.news import NewsItem, news_of
from game.text.reports import Warning, warnings
from game.ui.map_content import MapContent
from game.ui.models.turn_chain import Chain, value_chain
from game.ui.models.turn_dashboard import Tile, means_tiles, outcome_tiles, title_lines
from game.ui.models.turn_decisions import (
    DraftLine,
    LeverCard,
    areas,
    card,
    choose,
    disclosed,
    draft_lines,
    first_area,
)
from game.ui.models.turn_forecast import (
    Effect,
    ForecastRow,
    effects,
    forecast_rows,
    offer_ranges,
    rows_of,
)
from game.ui.models.turn_map import map_content
from game.ui.models.turn_offers import Negotiation, OfferLine, negotiation, offer_lines
from game.ui.models.turn_region import RegionView, region_view
from game.ui.models.turn_seen import TurnSeen
from game.ui.services import Case


@dataclass(frozen=True, slots=True)
class PastCall:
    """A prediction made before, and how it came out so far.

    ``state`` is ``right``, ``other_reason``, ``wrong`` or ``open``.
    """

    date: str
    question: str
    answer: str
    state: str
    text: str


class TurnModel:
    """The open turn of a match.

    Attributes:
        area: The tab of the decision panel.
        opened: The lever whose card is open, or empty.
        mineral: The mineral of the value chain shown.
    """

    def __init__(self, case: Case, match: Match, words: Words) -> None:
        self.case = case
        self.match = match
        self.words = words
        self.area = first_area(match)
        self.opened = ""
        self.mineral = match.world.layout.state(match.seat).chains[0].mineral.spec.id
        self._targets: dict[str, str] = {}
        self._everything: set[str] = set()
        self._seen = TurnSeen(match)
        self._forecast: tuple[object, tuple[ForecastRow, ...]] = (None, ())
        self._region: tuple[object, RegionView | None] = (None, None)

    # ---- what is seen -----------------------------------------------------------------------

    @property
    def seen(self) -> TurnSeen:
        """What the seat sees now."""
        if self._seen.turn != self.match.turn:
            self._seen = TurnSeen(self.match)
        return self._seen

    def title(self) -> tuple[str, str, str]:
        """Return state, turn and date."""
        return title_lines(self.seen, self.words)

    def outcomes(self) -> tuple[Tile, ...]:
        """Return the tiles of the six outcomes."""
        return outcome_tiles(self.seen, self.words)

    def means(self) -> tuple[Tile, ...]:
        """Return the tiles of treasury, trust and debt."""
        return means_tiles(self.seen, self.words)

    def points(self) -> tuple[int, int]:
        """Return points of political capital left beside the draft, and in all."""
        return self.match.points_left, self.seen.figure("capital")

    @property
    def points_kept(self) -> int:
        """Return how many unused points go into the next turn at most."""
        return CAPITAL_KEPT

    def chain(self, brief: bool = False) -> Chain:
        """Return the value chain of the mineral shown; ``brief`` for narrow columns."""
        return value_chain(self.seen, self.words, self.mineral, brief)

    def minerals(self) -> tuple[tuple[str, str], ...]:
        """Return (id, name) of the seat's minerals."""
        ids = (chain.mineral.spec.id for chain in self.seen.chains)
        return tuple((mineral, self.words.names.name("mineral", mineral)) for mineral in ids)

    def map(self) -> MapContent:
        """Return what is on the map."""
        return map_content(self.seen, self.words, self.case.flags, self.case.countries)

    def news(self) -> tuple[NewsItem, ...]:
        """Return last turn's news; none in the first turn."""
        if not self.match.turns:
            return ()
        before, turn = self.match.worlds[-2], self.match.turns[-1]
        return news_of(self.words, self.match.seat, before, turn)

    def hint(self) -> str:
        """Return what the level proposes to try this turn; empty when nothing."""
        return hint(self.words, self.match.turn)

    def warnings(self) -> tuple[Warning, ...]:
        """Return what to watch this turn."""
        return warnings(self.words, self.match.seat, self.match.world)

    def why(self, figure: str) -> Why | None:
        """Return why one of the state's figures changed last turn; None in the first turn."""
        if not self.match.turns:
            return None
        return explainer(self.match, self.words, -1).why(f"{self.match.seat}/{figure}")

    # ---- decisions --------------------------------------------------------------------------

    def areas(self) -> tuple[str, ...]:
        """Return the tabs."""
        return areas(self.match)

    def show_area(self, area: str) -> None:
        """Turn to a tab; its first card is open, unless offers come first."""
        self.area, self.opened = area, ""
        self.open_first()

    def open_first(self) -> None:
        """Open the first card of the tab, unless offers come first there."""
        cards, _ = self.cards()
        waits = self.area == "partners" and bool(self.offers())
        self.opened = cards[0].lever if cards and not waits else ""

    def cards(self) -> tuple[tuple[LeverCard, ...], tuple[str, ...]]:
        """Return the cards of the tab, and the names of levers kept behind "more options"."""
        later = {lever for lever, turn in self.case.lever_steps.items() if turn > self.match.turn}
        shown, hidden = disclosed(self.match, self.area, self.area in self._everything, later)
        cards = tuple(card(self.match, self.words, lever, self._targets) for lever in shown)
        return cards, tuple(self.words.lever(lever.id).title for lever in hidden)

    def show_everything(self) -> None:
        """Show the tab's other levers too."""
        self._everything.add(self.area)

    def pick_target(self, lever: str, target: str) -> None:
        """Show another target of a lever."""
        self._targets[lever] = target

    def choose(self, lever: str, target: str, setting: tuple[int, ...]) -> str:
        """Put a setting on the draft; returns why not in a sentence, or an empty string."""
        found = choose(self.match, lever, target, setting)
        return self.words.problem(found[0]) if found else ""

    def give(self, order: Order) -> str:
        """Put an order on the draft; returns why not in a sentence, or an empty string."""
        found = self.match.give(order)
        return self.words.problem(found[0]) if found else ""

    def draft(self) -> tuple[DraftLine, ...]:
        """Return the orders of the open turn."""
        return draft_lines(self.match, self.words)

    # ---- forecast ---------------------------------------------------------------------------

    @property
    def forecast_ready(self) -> bool:
        """Whether the forecast of the draft as it stands has been worked out."""
        return self._forecast[0] == self._forecast_key()

    def _forecast_key(self) -> object:
        return self.match.turn, self.match.draft.orders

    def forecast(self) -> tuple[ForecastRow, ...]:
        """Return the forecast of the draft as it stands, worked out once."""
        if not self.forecast_ready:
            self._forecast = (self._forecast_key(), forecast_rows(self.match, self.words))
        return self._forecast[1]

    def effects(self, lever: str, target: str) -> tuple[Effect, ...]:
        """Return what the draft's order on a lever changes in the forecast."""
        return effects(self.match, self.words, self.forecast(), lever, target)

    def offer_forecast(self, orders: tuple[Order, ...]) -> tuple[ForecastRow, ...]:
        """Return the forecast with an answer to an offer added."""
        return rows_of(offer_ranges(self.match, orders), self.words)

    # ---- offers, advice ---------------------------------------------------------------------

    def offers(self) -> tuple[OfferLine, ...]:
        """Return the offers on the table."""
        return offer_lines(self.match, self.words)

    def region(self) -> RegionView | None:
        """Return the table of the region, worked out once for the draft as it stands."""
        key = self._forecast_key()
        if self._region[0] != key:
            self._region = (key, region_view(self.match, self.words))
        return self._region[1]

    def waiting_at_table(self) -> int:
        """Return how many votes and answers to neighbours wait at the table of the region."""
        view = self.region()
        return view.to_vote + view.to_answer if view is not None else 0

    def negotiation(self, offer: str, moved: Mapping[str, int]) -> Negotiation:
        """Return an opened offer."""
        return negotiation(self.seen, self.words, offer, moved)

    def advice(self) -> tuple[Advice, ...]:
        """Return what advisers say on the open lever, else on the case as a whole."""
        topics = (self.opened, "briefing") if self.opened else ("briefing",)
        for topic in topics:
            if found := advice(self.words, topic):
                return found
        return ()

    # ---- predictions ------------------------------------------------------------------------

    def asked_before(self, order: Order | None) -> Prediction | None:
        """Return the question to ask before an order, or before any order of the turn."""
        return self.match.pending_prediction(order)

    def question(self, prediction: Prediction) -> Question:
        """Return a prediction as it is asked."""
        return question(self.words, prediction)

    def past_calls(self) -> tuple[PastCall, ...]:
        """Return the predictions made so far."""
        return past_calls(self.match, self.words)


def past_calls(match: Match, words: Words) -> tuple[PastCall, ...]:
    """Return the predictions made so far and how they came out."""
    outcomes = {outcome.prediction.id: outcome for outcome in match.outcomes()}
    asked = {prediction.id: prediction for prediction in match.level.predictions}
    calls = []
    for made in match.answers:
        said = question(words, asked[made.prediction])
        outcome = outcomes.get(made.prediction)
        if outcome is None:
            due = min(made.turn + asked[made.prediction].turns, words.level.turns)
            date = words.numbers.date(words.level, due)
            state, text = "open", words.say(mark("open until {date}"), date=date)
        elif not outcome.direction_right:
            state, text = "wrong", words.say(mark("it went another way"))
        elif outcome.reason_right:
            state, text = "right", words.say(mark("right, and why"))
        else:
            state, text = "other_reason", words.say(mark("right, for another reason"))
        answer = dict(said.directions)[made.direction]
        date = words.numbers.date(words.level, made.turn)
        calls.append(PastCall(date, said.question, answer, state, text))
    return tuple(calls)


def explainer(match: Match, words: Words, number: int) -> Explainer:
    """Return the explainer of a sealed turn, by its number or counted from the end."""
    number = number % len(match.turns)
    last = match.turns[number - 1] if number else None
    return Explainer(words, match.seat, match.worlds[number], match.turns[number], last)
