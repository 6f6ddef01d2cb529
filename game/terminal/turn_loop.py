"""The turn loop: short words or numbers, one page at a time, until the game is over."""

from collections.abc import Callable

from game.match.forecast import forecast
from game.terminal.briefing_page import show_advice, show_briefing
from game.terminal.codex_page import look_up, show_sources
from game.terminal.country_page import show_chain, show_history, show_news, show_partners
from game.terminal.dashboard_page import show_dashboard, show_forecast
from game.terminal.decisions_page import decide, redo, show_orders, undo
from game.terminal.offers_page import show_offers
from game.terminal.prediction_page import ask_prediction
from game.terminal.region_page import show_region
from game.terminal.report_page import show_report, show_why
from game.terminal.screen import QUIT, Leave
from game.terminal.table import Table
from game.text.briefing import advice
from game.text.catalogue import mark

Command = Callable[[Table, str], None]


def _plain(page: Callable[[Table], None]) -> Command:
    return lambda table, rest: page(table)


def _advise(table: Table, rest: str) -> None:
    names = table.words.names
    axis = (names.text("brief.axis.low"), names.text("brief.axis.high"))
    show_advice(table.screen, advice(table.words, "briefing"), axis)


def _end(table: Table, rest: str) -> None:
    """End the turn; ask once in a game whether to do so without any order."""
    if not table.match.draft.orders and not table.held_once:
        asked = mark("You have given no orders. All policy stays as it is. End the turn?")
        if not table.screen.confirm(table.say(asked)):
            return
        table.held_once = True
    expected = forecast(table.match)
    table.match.seal()
    trouble = table.services.save_trouble(table.match)
    if trouble:
        table.screen.line(trouble)
    show_report(table, expected)


def _help(table: Table, rest: str) -> None:
    table.screen.heading(table.say(mark("Words you can type")))
    for number, (word, (line, _)) in enumerate(COMMANDS.items(), 1):
        table.screen.line(f"{number}. {word}: {table.say(line)}")
    table.screen.line(
        table.say(mark("Each word may be shortened: “for” is enough for “forecast”."))
    )


def _save(table: Table, rest: str) -> None:
    raise Leave


COMMANDS: dict[str, tuple[str, Command]] = {
    "look": (mark("where the country stands"), _plain(show_dashboard)),
    "decide": (mark("give orders step by step, or at once: “decide 1 2 3”"), _plain(decide)),
    "offers": (mark("offers of partners: accept, refuse, or ask for more"), _plain(show_offers)),
    "region": (mark("the table where states meet: vote, propose, deals"), _plain(show_region)),
    "orders": (mark("your orders this turn; take one back"), _plain(show_orders)),
    "forecast": (mark("what the turn may bring"), _plain(show_forecast)),
    "end": (mark("end the turn"), _end),
    "why": (mark("why a figure changed: “why revenue”, “why trust full”"), show_why),
    "news": (mark("what happened last turn"), _plain(show_news)),
    "report": (mark("the report on the last turn"), _plain(show_report)),
    "chain": (mark("where the ore goes, plants and owners"), _plain(show_chain)),
    "partners": (mark("standing, contracts and memories"), _plain(show_partners)),
    "history": (mark("the outcomes of all turns"), _plain(show_history)),
    "advice": (mark("what your advisers say"), _advise),
    "undo": (mark("take the last step back"), _plain(undo)),
    "redo": (mark("do it again"), _plain(redo)),
    "briefing": (
        mark("read the briefing again"),
        lambda table, rest: show_briefing(table.screen, table.words),
    ),
    "codex": (
        mark("look a word up: “codex royalty”"),
        lambda table, rest: look_up(table.screen, table.services.codex(), rest),
    ),
    "sources": (
        mark("where the facts come from"),
        lambda table, rest: show_sources(table.screen, table.words),
    ),
    "help": (mark("this list"), _help),
    "quit": (mark("save and leave"), _save),
}
_STEPWISE = ("decide", "offers", "orders", "region")
"""Commands whose numbers may be typed at once: “decide 1 2 3”."""
_SHORT = ("decide", "offers", "forecast", "end", "why", "help", "quit")


def command_of(given: str) -> tuple[str, str]:
    """Return the command meant by a line and the rest of the line; an empty name if none.

    A number is the command's place in the help; a word may be shortened as long as it is clear.

    >>> command_of("for"), command_of("why public trust"), command_of("x")
    (('forecast', ''), ('why', 'public trust'), ('', ''))
    """
    word, _, rest = given.lower().strip().partition(" ")
    rest = " ".join(rest.split())
    names = list(COMMANDS)
    if word.isdecimal() and len(word) < 4 and 1 <= int(word) <= len(names):
        return names[int(word) - 1], rest
    if word in COMMANDS:
        return word, rest
    if word in QUIT:
        return "quit", rest
    near = [name for name in names if word and name.startswith(word)]
    return (near[0], rest) if len(near) == 1 else ("", "")


def play_turns(table: Table) -> None:
    """Play until the last turn is sealed.

    Raises:
        Leave: The player leaves; the game is saved as it stands.
    """
    shown = -1
    while not table.match.over:
        if shown != table.match.turn:
            shown = table.match.turn
            show_dashboard(table)
            asked = table.match.pending_prediction()
            if asked is not None:
                ask_prediction(table, asked)
        _step(table)


def _step(table: Table) -> None:
    region = ("region",) if table.match.level.region is not None else ()
    words = ", ".join((*_SHORT[:2], *region, *_SHORT[2:]))
    table.screen.line()
    given = table.screen.ask(table.say(mark("What now? ({words})"), words=words))
    name, rest = command_of(given)
    if not name:
        if given:
            table.screen.line(
                table.say(
                    mark("“{word}” is no word of this game. “help” lists all."), word=given[:30]
                )
            )
        return
    if name in _STEPWISE:
        table.screen.type_ahead(rest.split())
    COMMANDS[name][1](table, rest)
    table.screen.type_ahead(())
