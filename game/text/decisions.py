"""The menus: areas, levers, targets, settings; what each costs and why one is closed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from game.engine.options import Options, order_cost, order_problems
from game.engine.orders import Order
from game.engine.problems import NO_CHANGE, Problem
from game.engine.rules import LEVERS
from game.engine.world import World
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.lever_words import AREAS
from game.text.offers import LEVER as ANSWER_OFFER
from game.text.offers import answer_text

Check = Callable[[Order], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting of a lever.

    Attributes:
        order: What choosing it orders.
        text: How it reads.
        price: Points and money it takes: "2 points", "1 point, US$ 50 m"; "free".
        in_force: Whether this is the setting in force, chosen by leaving the lever alone.
        ordered: Whether it is on this turn's sheet.
        problems: Why it cannot be chosen, as sentences; empty when it can.
    """

    order: Order
    text: str
    price: str
    in_force: bool
    ordered: bool
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """A lever on one target.

    Attributes:
        now: The setting in force, in words.
        ordered: What this turn's sheet orders for it, or empty.
        points: The least points of political capital for a change; each choice has its own price.
    """

    lever: str
    target: str
    title: str
    target_name: str
    line: str
    now: str
    ordered: str
    points: int


@dataclass(frozen=True, slots=True)
class Area:
    """A tab of the decision panel with its levers."""

    id: str
    name: str
    decisions: tuple[Decision, ...]


def areas_of(
    words: Words, world: World, seat: str, draft: Iterable[Order] = ()
) -> tuple[Area, ...]:
    """Return the areas in which a seat can decide something now.

    Args:
        words: The level's words.
        world: The world at the start of the turn.
        seat: The state that decides.
        draft: The orders of the open turn, shown beside the settings in force.
    """
    given = {(order.lever, order.target): order for order in draft}
    options = Options(world, seat)
    found = []
    for area_id in AREAS:
        decisions = tuple(
            _decision(words, world, options, seat, lever.id, target, given)
            for lever in options.levers()
            if lever.area == area_id
            for target in options.targets(lever.id)
        )
        if decisions:
            found.append(Area(area_id, words.area(area_id), decisions))
    return tuple(found)


def _decision(
    words: Words,
    world: World,
    options: Options,
    seat: str,
    lever_id: str,
    target: str,
    given: dict[tuple[str, str], Order],
) -> Decision:
    lever = words.lever(lever_id)
    order = given.get((lever_id, target))
    now = options.now(lever_id, target)
    return Decision(
        lever=lever_id,
        target=target,
        title=lever.title,
        target_name=words.target(target),
        line=lever.line,
        now=now_text(words, world, seat, lever_id, target),
        ordered=setting_text(words, world, order) if order else "",
        points=order_cost(world, world.layout.state(seat), Order(lever_id, target, now)),
    )


def now_text(words: Words, world: World, seat: str, lever_id: str, target: str) -> str:
    """Return the setting in force; an announced date is told as a date."""
    setting = LEVERS[lever_id].now(world, world.layout.state(seat), target)
    figure = {"export_ban": "ban_due", "processing_duty": "duty_due"}.get(lever_id)
    if figure is None:
        return words.setting(lever_id, setting)
    chain = f"{seat}/{target.partition('.')[0]}"
    due = world.figure(f"{chain}/{figure}")
    if lever_id == "export_ban":
        share = world.figure(f"{chain}/ban")
        in_force = words.ban(share)
        if not due:
            return in_force
        return words.say(
            mark("{now}; from {date}: {then}"),
            now=in_force,
            date=words.numbers.date_of_step(words.level, due),
            then=words.ban(setting[0]),
        )
    if not due:
        return words.setting(lever_id, (0,))
    date = words.numbers.date_of_step(words.level, due)
    pattern = mark("In force since {date}") if due <= world.clock else mark("In force from {date}")
    return words.say(pattern, date=date)


def setting_text(words: Words, world: World, order: Order) -> str:
    """Return how an order's setting reads; a counter-offer names the terms it moves."""
    if order.lever == ANSWER_OFFER:
        return answer_text(words, world, order)
    return words.setting(order.lever, order.setting)


def choices_of(
    words: Words,
    world: World,
    seat: str,
    lever_id: str,
    target: str,
    draft: Iterable[Order] = (),
    check: Check | None = None,
) -> tuple[Choice, ...]:
    """Return every setting of a lever on a target, the closed ones with their reasons.

    Args:
        words: The level's words.
        world: The world at the start of the turn.
        seat: The state that decides.
        lever_id: The lever.
        target: One of its targets now.
        draft: The orders of the open turn.
        check: Returns the problems of an order beside the draft; by default those it has alone.
    """
    given = set(draft)
    options = Options(world, seat)
    now = options.now(lever_id, target)
    state = world.layout.state(seat)
    found = []
    for setting in LEVERS[lever_id].grid(world, state, target):
        order = Order(lever_id, target, setting)
        problems = tuple(check(order) if check else order_problems(world, seat, order))
        found.append(
            Choice(
                order=order,
                text=setting_text(words, world, order),
                price=_price(words, options, order),
                in_force=LEVERS[lever_id].policy
                and (setting == now or any(p.code == NO_CHANGE for p in problems)),
                ordered=order in given,
                problems=tuple(words.problem(problem) for problem in problems),
            )
        )
    return tuple(found)


def _price(words: Words, options: Options, order: Order) -> str:
    parts = []
    if points := options.cost(order):
        parts.append(words.numbers.attention(points))
    if money := options.money(order):
        parts.append(words.numbers.money(money))
    return ", ".join(parts) or words.say(mark("free"))


def order_text(words: Words, world: World, order: Order) -> str:
    """Return an order in one line, with its target and setting."""
    target = words.target(order.target)
    title = words.lever(order.lever).title
    name = f"{title}, {target}" if target else title
    return words.say(
        mark("{name}: {setting}"), name=name, setting=setting_text(words, world, order)
    )
