"""Decisions in steps: an area, a measure, a setting; and the orders of the open turn."""

from dataclasses import dataclass

from game.engine.orders import Order
from game.terminal.briefing_page import show_advice
from game.terminal.prediction_page import ask_prediction
from game.terminal.table import Table
from game.text.briefing import advice
from game.text.catalogue import mark
from game.text.decisions import Choice, Decision, areas_of, choices_of, order_text
from game.text.offers import LEVER as ANSWER_OFFER


@dataclass(frozen=True, slots=True)
class _Area:
    """An area with the measures of the level's first steps and those it brings later."""

    name: str
    front: list[Decision]
    back: list[Decision]

    @property
    def size(self) -> int:
        """How many measures there are in all."""
        return len(self.front) + len(self.back)


def decide(table: Table) -> None:
    """Lead the player from areas to a setting and order it; “back” goes one step up."""
    while True:
        areas = _areas(table)
        texts = [f"{area.name} ({_count(table, area.size)})" for area in areas]
        picked = table.screen.pick(table.say(mark("Decide: choose an area")), texts)
        if picked is None or _area(table, areas[picked]):
            return


def _areas(table: Table) -> list[_Area]:
    """The areas with measures; those that the level brings to the front later come last."""
    found = areas_of(table.words, table.match.world, table.seat, table.match.draft.orders)
    areas = []
    for area in found:
        measures = [x for x in area.decisions if x.lever != ANSWER_OFFER]  # offers have a page
        front = [x for x in measures if _disclosed(table, x)]
        back = [x for x in measures if not _disclosed(table, x)]
        if measures:
            areas.append(_Area(area.name, front, back))
    return sorted(areas, key=lambda area: not area.front)


def _count(table: Table, number: int) -> str:
    return table.words.catalogue.count("{count} measure", "{count} measures", number)


def _disclosed(table: Table, decision: Decision) -> bool:
    return table.case.lever_steps.get(decision.lever, 0) <= table.match.turn


def _area(table: Table, area: _Area) -> bool:
    """Let the player pick a measure until one is ordered. False when the player goes back."""
    shown, hidden = (area.front, area.back) if area.front else (area.back, [])
    while True:
        texts = [_decision(table, x) for x in shown]
        if hidden:
            names = ", ".join(dict.fromkeys(x.title for x in hidden))
            texts.append(table.say(mark("More measures: {names}"), names=names))
        picked = table.screen.pick(area.name, texts)
        if picked is None:
            return False
        if picked == len(shown):
            shown, hidden = [*shown, *hidden], []
        elif _settings(table, shown[picked]):
            return True


def _decision(table: Table, decision: Decision) -> str:
    name = decision.title
    if decision.target_name:
        name = f"{name}, {decision.target_name}"
    points = table.words.numbers.attention(decision.points)
    line = table.say(mark("{name} (from {points}). Now: {now}."), name=name, points=points,
                     now=decision.now)  # fmt: skip
    if decision.ordered:
        line += " " + table.say(mark("Ordered: {setting}."), setting=decision.ordered)
    return line


def _settings(table: Table, decision: Decision) -> bool:
    screen = table.screen
    choices = choices_of(
        table.words,
        table.match.world,
        table.seat,
        decision.lever,
        decision.target,
        table.match.draft.orders,
        table.match.check,
    )
    if not screen.knows_the_way:
        _show_settings(table, decision, choices)
    picked = screen.choose(table.say(mark("Number, or “back”:")), len(choices))
    return picked is not None and give(table, choices[picked].order)


def _show_settings(table: Table, decision: Decision, choices: tuple[Choice, ...]) -> None:
    screen, title = table.screen, decision.title
    if decision.target_name:
        title = f"{title}, {decision.target_name}"
    screen.heading(title)
    screen.line(decision.line)
    show_advice(screen, advice(table.words, decision.lever), ("", ""))
    screen.numbered([_choice(table, choice) for choice in choices])
    if any(choice.problems and not choice.in_force for choice in choices):
        screen.line(table.say(mark("Choose a closed setting to hear why it is closed.")))


def _choice(table: Table, choice: Choice) -> str:
    if choice.in_force:
        return table.say(mark("{setting} (in force)"), setting=choice.text)
    if choice.ordered:
        return table.say(mark("{setting} (ordered)"), setting=choice.text)
    if choice.problems:
        return table.say(
            mark("{setting} (closed, {price})"), setting=choice.text, price=choice.price
        )
    return f"{choice.text} ({choice.price})"


def give(table: Table, order: Order) -> bool:
    """Ask the prediction that is due, then order; say what came of it. False when refused."""
    screen, match = table.screen, table.match
    asked = match.pending_prediction(order)
    if asked is not None and not match.check(order):
        ask_prediction(table, asked)
    problems = match.give(order)
    for problem in problems:
        screen.line(table.words.problem(problem))
    if problems:
        return False
    screen.line(
        table.say(
            mark("Ordered: {order}. {points} left."),
            order=order_text(table.words, match.world, order),
            points=table.words.numbers.attention(match.points_left),
        )
    )
    return True


def show_orders(table: Table) -> None:
    """Show the orders of the open turn and offer to take one back."""
    orders = table.match.draft.orders
    if not orders:
        table.screen.line(table.say(mark("No orders yet this turn. Type “decide” to give one.")))
        return
    texts = [order_text(table.words, table.match.world, order) for order in orders]
    picked = table.screen.pick(
        table.say(mark("Your orders this turn")),
        texts,
        table.say(mark("Number of an order to take back, or “back”:")),
    )
    if picked is not None and table.match.withdraw(orders[picked]):
        table.screen.line(table.say(mark("Taken back: {order}."), order=texts[picked]))


def undo(table: Table) -> None:
    """Take the last step of the open turn back."""
    done = table.match.undo()
    table.screen.line(
        table.say(mark("The last step is taken back. “redo” brings it back."))
        if done
        else table.say(mark("There is nothing to take back in this turn."))
    )


def redo(table: Table) -> None:
    """Do again what was taken back last."""
    done = table.match.redo()
    table.screen.line(
        table.say(mark("The step is done again."))
        if done
        else table.say(mark("There is nothing to do again."))
    )
