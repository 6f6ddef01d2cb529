"""Where the country stands: outcomes, resources, what to watch; and the forecast."""

from game.engine.definitions.level import OUTCOMES
from game.match.forecast import Range, forecast
from game.terminal.table import Table
from game.text.briefing import hint
from game.text.catalogue import mark
from game.text.outcome_words import RESOURCES
from game.text.reports import warnings


def show_dashboard(table: Table) -> None:
    """Show date, outcomes, resources and what to watch."""
    screen, words = table.screen, table.words
    screen.heading(table.where())
    for name in OUTCOMES:
        screen.line(_figure(table, name))
    for name in RESOURCES:
        if name != "capital":
            screen.line(_figure(table, name))
    screen.line(
        table.say(
            mark("Political capital: {left} left of {points} this turn."),
            left=words.numbers.attention(table.match.points_left),
            points=table.match.world.figure(f"{table.seat}/capital"),
        )
    )
    tip = hint(words, table.match.turn)
    if tip:
        screen.line(table.say(mark("Try this: {hint}"), hint=tip))
    for warning in warnings(words, table.seat, table.match.world):
        screen.line(
            table.say(mark("Watch: {title}. {line}"), title=warning.title, line=warning.line)
        )


def _figure(table: Table, name: str) -> str:
    words, match = table.words, table.match
    path = f"{table.seat}/{name}"
    outcome = words.outcome(name)
    if name in OUTCOMES and not match.turns:
        return table.say(mark("{name}: no figure before the first turn."), name=outcome.name)
    now = match.world.figure(path)
    text = words.amount(match.world, path, now)
    if outcome.unit == "bp":
        text = table.say(mark("{number} of 100"), number=text)
    comparable = len(match.worlds) > (2 if name in OUTCOMES else 1)
    if not comparable:
        return f"{outcome.name}: {text}"
    change = now - match.worlds[-2].figure(path)
    if not change:
        return f"{outcome.name}: {text}"
    return f"{outcome.name}: {text} ({words.change(match.world, path, change)})"


def show_forecast(table: Table) -> None:
    """Show a range for each outcome for the orders as they stand."""
    screen = table.screen
    screen.heading(table.say(mark("If you end the turn now")))
    if not table.match.draft.orders:
        screen.line(table.say(mark("Without any order, all policy stays as it is.")))
    for found in forecast(table.match):
        screen.line(_range(table, found))
    screen.line(table.say(mark("Advisers imagine what you cannot see. They can be wrong.")))


def _range(table: Table, found: Range) -> str:
    words, world = table.words, table.match.world
    path = f"{table.seat}/{found.outcome}"
    name = words.outcome(found.outcome).name
    low, mid, high = (words.amount(world, path, x) for x in (found.low, found.mid, found.high))
    if low == high:
        line = table.say(mark("{name}: about {mid}"), name=name, mid=mid)
    else:
        line = table.say(
            mark("{name}: {low} to {high}, most likely about {mid}"),
            name=name,
            low=low,
            high=high,
            mid=mid,
        )
    if found.now is not None:
        line += table.say(mark("; now {now}"), now=words.amount(world, path, found.now))
    return line + "."
