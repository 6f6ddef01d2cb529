"""The turn report and the answers to “why?”."""

from game.engine.turn import Turn
from game.match.forecast import Range
from game.terminal.prediction_page import prediction_lines
from game.terminal.table import Table
from game.text.catalogue import mark
from game.text.explain import Why, WhyRow
from game.text.outcome_words import DASHBOARD
from game.text.reports import FigureChange, TurnReport, turn_report

ROWS_SHOWN = 6


def show_report(table: Table, expected: tuple[Range, ...] = ()) -> None:
    """Show the report on the last sealed turn.

    Args:
        table: The game.
        expected: The forecast made before the turn ended, to set beside what happened.
    """
    match = table.match
    if not match.turns:
        table.screen.line(table.say(mark("There is no report before the first turn has ended.")))
        return
    before, turn = match.worlds[-2], match.turns[-1]
    report = turn_report(table.words, table.seat, before, turn)
    _show(table, report, expected, turn)


def _show(table: Table, report: TurnReport, expected: tuple[Range, ...], turn: Turn) -> None:
    screen = table.screen
    screen.heading(f"{report.title}, {report.date}")
    for change in report.changes:
        moved = f" ({change.change_text})" if change.change_text else ""
        screen.line(f"{change.label}: {_of_hundred(table, change)}{moved}")
    _list(table, table.say(mark("Done")), report.orders)
    _list(table, table.say(mark("Came back")), report.refused)
    news = [item.sentences for item in report.news]
    _list(table, table.say(mark("News")), tuple(news))
    screen.heading(table.say(mark("How partners reacted")))
    for reaction in report.reactions:
        told = "; ".join(reaction.lines)
        screen.line(
            table.say(
                mark("{partner}: {told}. Standing {standing} ({change})."),
                partner=reaction.name,
                told=told,
                standing=reaction.standing_text,
                change=reaction.change_text,
            )
        )
    _list(table, table.say(mark("Forecast and what happened")), _forecasts(table, expected))
    due = [x for x in table.match.outcomes() if x.due == turn.world.turn]
    for outcome in due:
        _list(table, table.say(mark("Predicted and happened")), prediction_lines(table, outcome))
    watch = tuple(f"{warning.title}. {warning.line}" for warning in report.warnings)
    _list(table, table.say(mark("Next turn")), watch)
    screen.line(table.say(mark("Type “why” and a figure to see its causes.")))


def _forecasts(table: Table, expected: tuple[Range, ...]) -> tuple[str, ...]:
    """Return a line for each outcome that came out beside its forecast."""
    words, world, lines = table.words, table.match.world, []
    for found in expected:
        path = f"{table.seat}/{found.outcome}"
        came = world.figure(path)
        low, high, was = (words.amount(world, path, x) for x in (found.low, found.high, came))
        if found.low <= came <= found.high or was in (low, high):
            continue
        lines.append(
            table.say(
                mark("{name}: {low} to {high} was expected, it was {was}"),
                name=words.outcome(found.outcome).name,
                low=low,
                high=high,
                was=was,
            )
        )
    if expected and not lines:
        lines.append(table.say(mark("Every outcome came out within its forecast.")))
    return tuple(lines)


def _of_hundred(table: Table, change: FigureChange) -> str:
    if table.words.outcome(change.name).unit != "bp":
        return change.now_text
    return table.say(mark("{number} of 100"), number=change.now_text)


def _list(table: Table, title: str, texts: tuple[str, ...]) -> None:
    if texts:
        table.screen.heading(title)
        table.screen.items(texts)


def show_why(table: Table, asked: str) -> None:
    """Explain the change of a figure named by the player, or one picked from a list.

    “why revenue” shows the largest causes and what drove them; “why revenue full” shows all.
    """
    explainer = table.explainer()
    if explainer is None:
        table.screen.line(table.say(mark("There is nothing to explain before the first report.")))
        return
    words = asked.split()
    full = bool(words) and words[-1] == "full"
    name = _named(table, " ".join(words[:-1] if full else words))
    if name is None:
        return
    why = explainer.why(f"{table.seat}/{name}", depth=5 if full else 3)
    _show_why(table, why, full)


def _named(table: Table, asked: str) -> str | None:
    names = [name for name in DASHBOARD if name != "capital"]
    labels = [table.words.outcome(name).name for name in names]
    if asked:
        for name, label in zip(names, labels, strict=True):
            if asked in (name, label.lower()):
                return name
        near = [n for n, x in zip(names, labels, strict=True) if asked in f"{n} {x.lower()}"]
        if len(near) == 1:
            return near[0]
    picked = table.screen.pick(table.say(mark("Why? Choose a figure")), labels)
    return None if picked is None else names[picked]


def _show_why(table: Table, why: Why, full: bool) -> None:
    screen = table.screen
    outcome = table.words.outcome(why.path.rpartition("/")[2])
    moved = f"{why.before_text} → {why.after_text} ({why.change_text})"
    first = table.say(mark("{amount}, counted for the first time"), amount=why.after_text)
    screen.heading(f"{why.title}: {first if why.parts else moved}")
    screen.line(outcome.counts)
    screen.line(outcome.formula)
    shown = why.rows if full else why.rows[:ROWS_SHOWN]
    for row in shown:
        _row(table, row, 0)
    rest = why.rows[len(shown) :]
    if rest:
        together = sum(row.change for row in rest)
        screen.line(
            table.say(
                mark("- other causes ({count}): {change}. Add “full” to see all."),
                count=len(rest),
                change=table.words.change(table.match.world, why.path, together),
            )
        )
    total = why.after_text if why.parts else why.change_text
    screen.line(table.say(mark("Adds up to {change}."), change=total))


def _row(table: Table, row: WhyRow, depth: int) -> None:
    head = ": ".join(part for part in (row.title, row.change_text) if part)
    joint = ", " if row.kind == "figure" else ". "
    text = joint.join(part for part in (head, row.sentence) if part)
    table.screen.line(f"- {text}", indent=2 * depth)
    for child in row.children:
        _row(table, child, depth + 1)
