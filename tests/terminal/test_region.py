"""Text mode: the table at which states meet."""

from dataclasses import replace
from io import StringIO

from game.engine.orders import Order
from game.match.match import Match
from game.terminal.game import TerminalGame
from game.ui.services import Case, Refused
from tests.region_for_rules import ARLAND
from tests.terminal.scripted import ScriptedServices, play
from tests.ui.scenes.test_table import AUDIT, game


class League(ScriptedServices):
    """Services whose saved game is one of the league."""

    def __init__(self, match: Match) -> None:
        super().__init__(level=match.level)
        self.match = match

    def case(self) -> Case:
        return replace(super().case(), level=self.match.level)

    def start(self, case: Case, mandate: str, seed: int | None = None) -> Match:
        return self.match


def told(match: Match, *lines: str) -> str:
    shown = StringIO()
    read = StringIO("".join(f"{line}\n" for line in ("1", *lines)))
    services = League(match)
    TerminalGame(services, read, shown, 200, refused=(Refused,)).run("round-league")
    return shown.getvalue()


def test_the_page_tells_meeting_institutions_and_what_can_be_done() -> None:
    shown = told(game(), "region", "back", "quit")
    assert "The ministers meet in 2001, next turn." in shown
    assert "Cohesion of the region: 50" in shown
    assert "Propose it (1 point)" in shown
    assert "decide, offers, region, forecast" in shown


def test_a_proposal_is_made_and_taken_back() -> None:
    match = game()
    shown = told(match, "region", "1", "1", "back", "quit")
    assert "Taken back:" in shown
    assert match.draft.orders == ()
    told(match, "region 1", "back", "quit")
    assert match.draft.orders == (AUDIT,)


def test_a_vote_is_given() -> None:
    match = game()
    match.give(AUDIT)
    match.seal()
    shown = told(match, "region", "2", "back", "quit")
    assert "proposed by you" in shown
    assert match.draft.orders == (Order("vote_card", "audit", (2,)),)


def test_a_deal_is_proposed_with_its_terms_and_taken_back() -> None:
    match = game()
    shown = told(match, "region", "back", "quit")
    rows = shown.split("At the table you can")[1].splitlines()
    number = next(x.split(".")[0] for x in rows if "Loan" in x)
    shown = told(match, "region", number, "1", "back", "quit")
    (order,) = match.draft.orders
    assert order.lever == "propose_deal"
    assert order.setting == (25, 3)
    assert "(ordered)" in shown
    told(match, "region", number, "back", "quit")
    assert match.draft.orders == ()


def test_a_level_without_a_region_says_so() -> None:
    _, shown, _ = play("1", "region", "quit")
    assert "No states meet in this level." in shown
    assert ARLAND not in shown
