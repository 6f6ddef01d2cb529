"""The whole game under a script: to the debrief, leaving half-way, going on, odd words."""

import re
from dataclasses import replace

import pytest

from game.engine.orders import Order
from game.terminal.turn_loop import COMMANDS, command_of
from game.ui.services import LevelEntry, Refused
from tests.terminal.scripted import LEVEL, ScriptedServices, play
from tests.ui.fakes import BROKEN

CODE_WORD = re.compile(r"\b[a-z]+_[a-z_]+\b|[{}]|\bNone\b|\bTraceback\b|aval/|\.0\d\d\b")
INDUSTRIALISER = "1"
TO_THE_BAN = ("decide", "1", "1", "9")
PREDICT = ("3", "1")
END = ("end",)
WEIGH = ("8", "50", "0", "x", "0", "50", "0", "0")
TRUST_QUESTION = ("2", "1")


def whole_game(*ways: str) -> tuple[str, ...]:
    """Return the lines of a game of six turns with a ban, then the ways of the debrief."""
    return (
        INDUSTRIALISER,
        *TO_THE_BAN,
        *PREDICT,
        *END,
        *TRUST_QUESTION,
        *("end", "yes"),
        *END * 4,
        "1",
        "2",
        *ways,
    )


def test_a_scripted_game_reaches_the_debrief_and_shows_no_codes() -> None:
    ways = ["1", "2", "1", "3", "4", "5", "6", "7", *WEIGH, "9", "10", "11"]
    status, shown, services = play(*whole_game(*ways, "12", "1", "13", "14", "back"))
    match = services.matches["last"]
    assert status == 0
    assert match.over
    assert [order.lever for order in match.sheets[0]["aval"].orders] == ["export_ban"]
    assert [answer.prediction for answer in match.answers] == ["ban-value", "trust-later"]
    for heading in (
        "The dilemma",
        "First, your prediction",
        "Report on turn 6",
        "What happened: means over all turns",
        "The decisions that mattered",
        "Forecast and what happened",
        "2015: Your path",
        "The real case",
        "By your own weights",
        "Your score",
        "What the model leaves out",
        "Questions to discuss",
        "1 of 1 answers were right.",
        "Saved: debrief.html",
    ):
        assert heading in shown, heading
    assert CODE_WORD.findall(shown) == []
    assert shown.index("What happened: means") < shown.index("Together: ")
    assert len(services.pages) == 1


def test_every_command_works_in_every_turn_and_shows_no_codes() -> None:
    plain = [word for word in COMMANDS if word not in ("quit", "end", "decide", "offers", "orders")]
    turn = [*plain, "why revenue", "why trust full", "codex ore", "codex", "end"]
    lines = [INDUSTRIALISER]
    for number in range(6):
        steps = [line if line != "why" else "why value" for line in turn]
        lines += [*TRUST_QUESTION, *steps] if number == 1 else steps
        lines += ["yes"] if number == 0 else []
    status, shown, services = play(*lines)
    assert status == 0
    assert services.matches["last"].over
    assert CODE_WORD.findall(shown) == []
    assert "Adds up to" in shown
    assert "Value chain: Zinc" in shown


def test_orders_are_taken_back_undone_and_done_again() -> None:
    tax = ("decide 1 2", "3")
    lines = (INDUSTRIALISER, *tax, "undo", "undo", "redo", "redo", "orders", "1", "orders")
    _, shown, services = play(*lines)
    assert "Ordered: Tax on ore exports, Zinc ore: 10 %" in shown
    assert "There is nothing to take back in this turn." in shown
    assert "There is nothing to do again." in shown
    assert "Taken back: Tax on ore exports, Zinc ore: 10 %" in shown
    assert "No orders yet this turn." in shown
    assert services.matches["last"].draft.orders == ()


def test_a_closed_choice_gives_its_reason_and_changes_nothing() -> None:
    _, shown, services = play(INDUSTRIALISER, "decide 2 6", "4", "back", "back", "back")
    assert "US$ 800 m (closed, 2 points, US$ 800 m)" in shown
    assert "This needs US$ 800 m and the treasury has US$ 500 m." in joined(shown)
    assert services.matches["last"].draft.orders == ()


def joined(shown: str) -> str:
    """Return what was shown with wrapped lines put together again."""
    return " ".join(shown.split())


def test_numbers_typed_at_once_stop_at_the_first_that_does_not_fit() -> None:
    _, shown, services = play(INDUSTRIALISER, "decide 1 2 99 3", "2")
    assert "Please type a number from 1 to 10" in shown
    assert [order.setting for order in services.matches["last"].draft.orders] == [(500,)]


def test_an_offer_is_countered_term_by_term() -> None:
    for seed in range(30):
        services = ScriptedServices()
        match = services.start(services.case(), "industrialiser", seed)
        match.seal()
        if match.world.offers and match.world.offers[0].seat == "aval":
            break
    services.save(match)
    counter = ("offers", "1", "3", "1", "1", "2", "1", "4")
    _, shown, _ = play("yes", *TRUST_QUESTION, *counter, services=services)
    assert "A loan against metal" in shown
    assert "better for you" in shown
    assert "Ordered: Answer an offer, A loan against metal: Ask for:" in shown
    orders = match.draft.orders
    assert [(order.lever, order.setting[0]) for order in orders] == [("answer_offer", 2)]


@pytest.mark.parametrize("last", [(), ("quit",), ("decide", "1", "q"), ("decide", "1")])
def test_leaving_saves_and_says_how_to_go_on(last: tuple[str, ...]) -> None:
    status, shown, _ = play(INDUSTRIALISER, *last)
    assert status == 0
    assert shown.endswith(
        "Your game is saved. To go on, type:\n  python main.py play test-zinc --text\n"
    )


def test_a_saved_game_goes_on_where_it_stood() -> None:
    services = ScriptedServices()
    match = services.start(services.case(), "guardian", 3)
    assert match.give(Order("royalty", "zinc", (1_000,))) == ()
    match.seal()
    services.save(match)
    _, shown, _ = play("yes", "back", "report", "why revenue", services=services)
    assert "A saved game stands at turn 2. Go on with it?" in shown
    assert "Turn 2 of 6." in shown
    assert "Done" in shown
    assert "Royalty, Zinc: 10 %" in shown


def test_a_played_game_opens_its_debrief() -> None:
    services = ScriptedServices()
    match = services.start(services.case(), "guardian", 3)
    while not match.over:
        match.seal()
    services.save(match)
    status, shown, _ = play("yes", "", "", "3", "list", "quit", services=services)
    assert status == 0
    assert "This level is played. Open its debrief?" in shown
    assert shown.count("14. Save the debrief as a page to print") == 2
    assert "No single decision changed an outcome by one per cent or more." in joined(shown)


def test_an_unknown_word_gets_one_helpful_sentence() -> None:
    _, shown, _ = play(INDUSTRIALISER, "fly to the moon", "", "help")
    assert shown.count("“fly to the moon” is no word of this game. “help” lists all.") == 1
    assert "1. look: where the country stands" in shown


def test_commands_by_number_short_word_and_rest() -> None:
    assert command_of("2") == ("decide", "")
    assert command_of("FORE") == ("forecast", "")
    assert command_of("why  public   trust") == ("why", "public trust")
    assert command_of("re") == ("", "")
    assert command_of("0") == ("", "")
    assert command_of("exit") == ("quit", "")


def test_the_level_list_shows_broken_levels_and_refuses_them() -> None:
    services = ScriptedServices()
    services.entries = (*services.entries, BROKEN)
    status, shown, _ = play("2", "1", "back", "back", services=services, level="")
    assert status == 0
    assert "half-written.yaml (cannot be played)" in shown
    assert "This level cannot be played: half-written.yaml:12:5" in shown
    assert shown.endswith("Goodbye.\n")


def test_a_refusal_is_one_sentence_and_status_two() -> None:
    services = ScriptedServices(refusal="There is no such level. Try “indonesia-nickel”.")
    status, shown, _ = play(services=services)
    assert status == 2
    assert shown == "There is no such level. Try “indonesia-nickel”.\n"


def test_a_refused_list_of_levels_is_told() -> None:
    class NoLevels(ScriptedServices):
        def levels(self) -> tuple[LevelEntry, ...]:
            raise Refused("The folder of levels is missing. Unpack the game again.")

    status, shown, _ = play(services=NoLevels(), level="")
    assert status == 2
    assert shown.endswith("The folder of levels is missing. Unpack the game again.\n")


def test_a_word_is_looked_up_with_facts_and_disagreements() -> None:
    _, shown, _ = play(INDUSTRIALISER, "codex royalty", "codex ore", "codex moon")
    assert "Royalty: A payment to the state" in shown
    assert "Sources disagree: How much ore left the port?" in shown
    assert "Source: Harbour office, as reported by a newspaper" in joined(shown)
    assert "Nothing is known about “moon”." in shown


def test_an_unknown_mandate_is_refused_in_a_sentence() -> None:
    from io import StringIO

    from game.terminal.game import TerminalGame

    shown = StringIO()
    game = TerminalGame(ScriptedServices(), StringIO(), shown)
    assert game.run(LEVEL, mandate="emperor") == 2
    assert "This level has no goal “emperor”." in shown.getvalue()


def test_trouble_with_saving_is_told() -> None:
    class FullDisk(ScriptedServices):
        def save_trouble(self, match: object) -> str:
            return "The disk is full, so the last order is not saved."

    _, shown, _ = play(INDUSTRIALISER, "end", "yes", services=FullDisk())
    assert shown.count("The disk is full") == 2
    assert "Your game is saved" not in shown


def test_levers_are_disclosed_in_steps() -> None:
    class Steps(ScriptedServices):
        def case(self) -> object:
            return replace(super().case(), lever_steps={"export_ban": 1})

    _, shown, _ = play(INDUSTRIALISER, "decide", "1", services=Steps())
    menu = shown.split("Decide: choose an area")[1]
    more = re.search(r"(\d+)\. More measures: Ban on ore exports", menu)
    assert more
    assert "Ban on ore exports, " not in menu
    _, opened, _ = play(INDUSTRIALISER, f"decide 1 {more[1]}", services=Steps())
    assert f"{more[1]}. Ban on ore exports, " in opened
    _, later, _ = play(
        INDUSTRIALISER, "end", "yes", *TRUST_QUESTION, "decide", "1", services=Steps()
    )
    assert "Ban on ore exports" in later.split("Decide: choose an area")[1]


@pytest.mark.parametrize("width", [30, 50, 120])
def test_a_page_fits_its_width(width: int) -> None:
    _, shown, _ = play(INDUSTRIALISER, "end", "yes", "back", "why revenue", width=width)
    prompts = re.compile(r"\(.*\) |^Number.*: |\? ")
    command = "  python main.py play test-zinc --text"  # never wrapped: it is there to be copied
    rows = [row for row in shown.splitlines() if not prompts.search(row) and row != command]
    assert max(len(row) for row in rows) <= width
