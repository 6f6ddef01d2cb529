"""The decision panel: levers by area, disclosed in steps, and the orders of the open turn."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from game.engine.options import LEVERS, Lever, Options
from game.engine.orders import Order
from game.engine.problems import Problem
from game.match.match import Match
from game.text.catalogue import mark
from game.text.decisions import setting_text
from game.text.describe import Words
from game.text.offers import LEVER as OFFERS
from game.ui.models.turn_region import TABLE_LEVERS

AREA_ORDER = ("trade", "partners", "people", "industry", "region", "treasury")
FIRST_SHOWN = 3
ELSEWHERE = (OFFERS, *TABLE_LEVERS)
FEW_STEPS = 3


@dataclass(frozen=True, slots=True)
class Step:
    """One setting of a lever and how it reads."""

    setting: tuple[int, ...]
    text: str


@dataclass(frozen=True, slots=True)
class LeverCard:
    """One lever on one target.

    Attributes:
        targets: (id, name) of everything it can be pulled on; one entry for the whole state.
        target: The target shown.
        steps: Settings to choose from, the one in force among them, by growing first number.
        now: Place of the setting in force.
        chosen: Place of the setting that will be in force: the ordered one, else ``now``.
        notices: Steps that differ from the chosen one only in their notice; fewer than two when
            the lever has no notice.
        points: What a change costs, in points of political capital.
        cost: The same in words, with the money it reserves.
        ordered: Whether the draft holds an order for it.
        locked: Why it cannot be changed now, or an empty string.
    """

    lever: str
    title: str
    line: str
    targets: tuple[tuple[str, str], ...]
    target: str
    now_text: str
    steps: tuple[Step, ...]
    now: int
    chosen: int
    notices: tuple[Step, ...]
    points: int
    cost: str
    ordered: bool
    locked: str

    @property
    def setting(self) -> tuple[int, ...]:
        """The setting chosen."""
        return self.steps[self.chosen].setting

    @property
    def scale(self) -> bool:
        """Whether the steps are amounts on a scale, not a few different things to do."""
        return len(self.steps) > FEW_STEPS and self.steps[-1].setting[0] > len(self.steps)

    @property
    def single(self) -> bool:
        """Whether it is done or not done, without a size."""
        return len(self.steps) == 2 and not LEVERS[self.lever].policy


@dataclass(frozen=True, slots=True)
class DraftLine:
    """An order of the open turn as it stands in the list."""

    order: Order
    title: str
    setting: str
    cost: str


def areas(match: Match) -> tuple[str, ...]:
    """Return the areas in which the seat has levers, in the order of the tabs."""
    used = {lever.area for lever in match.options().levers()}
    return tuple(area for area in AREA_ORDER if area in used)


def levers_of(match: Match, area: str) -> tuple[Lever, ...]:
    """Return the levers of an area that can be pulled on something now.

    Answers to offers, and what is done at the table of the region, have screens of their own.
    """
    options = match.options()
    return tuple(
        lever
        for lever in options.levers()
        if lever.area == area and lever.id not in ELSEWHERE and options.targets(lever.id)
    )


def first_area(match: Match) -> str:
    """Return the tab to begin with: the first that has a lever to pull or an offer to answer."""
    found = areas(match)
    offers = bool(match.view().offers)
    filled = (x for x in found if levers_of(match, x) or (x == "partners" and offers))
    return next(filled, found[0] if found else "")


def disclosed(
    match: Match, area: str, everything: bool, later: Collection[str] = ()
) -> tuple[list[Lever], list[Lever]]:
    """Return the levers to show and those kept behind "more options".

    The first ones of an area are shown, and whatever the draft already moves. ``later`` names
    levers that the level brings to the front only in a later turn.
    """
    levers = levers_of(match, area)
    moved = {order.lever for order in match.draft.orders}
    front = [lever.id for lever in levers if lever.id not in later]
    few = len(front) == len(levers) <= FIRST_SHOWN + 1
    if everything or few or not front:
        return list(levers), []
    first = {*front[:FIRST_SHOWN], *moved}
    shown = [lever for lever in levers if lever.id in first]
    return shown, [lever for lever in levers if lever not in shown]


def card(match: Match, words: Words, lever: Lever, targets: Mapping[str, str]) -> LeverCard:
    """Return the card of a lever.

    Args:
        match: The match.
        words: The words of its level.
        lever: The lever.
        targets: The target picked for each lever; a lever that is not named shows the target of
            its order, or else its first.
    """
    options = match.options()
    places = options.targets(lever.id)
    target = _target(match, lever, places, targets.get(lever.id))
    order = order_on(match, lever.id, target)
    now = options.now(lever.id, target)
    wanted = order.setting if order else now
    steps = _steps(match, words, lever, target, now, wanted)
    chosen = next(i for i, step in enumerate(steps) if step.setting == wanted)
    sample = order or _first_change(lever.id, target, steps, now)
    points = options.cost(sample)
    return LeverCard(
        lever=lever.id,
        title=words.lever(lever.id).title,
        line=words.lever(lever.id).line,
        targets=tuple((place, words.target(place)) for place in places),
        target=target,
        now_text=words.setting(lever.id, now),
        steps=steps,
        now=next(i for i, step in enumerate(steps) if step.setting[0] == now[0]),
        chosen=chosen,
        notices=_notices(match, words, lever, target, wanted),
        points=points,
        cost=_cost(words, options, order, points),
        ordered=order is not None,
        locked="" if order else _locked(match, words, lever, target, steps, now),
    )


def order_on(match: Match, lever: str, target: str) -> Order | None:
    """Return the draft's order for a lever and target."""
    for order in match.draft.orders:
        if (order.lever, order.target) == (lever, target):
            return order
    return None


def choose(match: Match, lever: str, target: str, setting: tuple[int, ...]) -> tuple[Problem, ...]:
    """Put a setting on the draft; choosing the one in force takes an order back.

    Returns the problems; with any, nothing is changed.
    """
    before = order_on(match, lever, target)
    if setting == match.options().now(lever, target):
        if before:
            match.withdraw(before)
        return ()
    if before and before.setting == setting:
        return ()
    return match.give(Order(lever, target, setting))


def draft_lines(match: Match, words: Words) -> tuple[DraftLine, ...]:
    """Return the orders of the open turn, as they were given."""
    options = match.options()
    return tuple(
        DraftLine(
            order,
            _draft_title(match, words, order),
            setting_text(words, match.world, order),
            _cost(words, options, order, options.cost(order)),
        )
        for order in match.draft.orders
    )


def _draft_title(match: Match, words: Words, order: Order) -> str:
    if order.lever == OFFERS:
        offer = next(x for x in match.world.offers if x.id == order.target)
        partner = words.names.name("partner", offer.partner)
        return words.say(mark("Answer to {partner}"), partner=partner)
    several = len(match.options().targets(order.lever)) > 1
    place = words.target(order.target) if several else ""
    title = words.lever(order.lever).title
    return f"{title} \N{MIDDLE DOT} {place}" if place else title


def _target(match: Match, lever: Lever, places: tuple[str, ...], picked: str | None) -> str:
    if picked in places:
        return picked or ""
    ordered = [order.target for order in match.draft.orders if order.lever == lever.id]
    return next((place for place in ordered if place in places), places[0])


def _steps(
    match: Match,
    words: Words,
    lever: Lever,
    target: str,
    now: tuple[int, ...],
    wanted: tuple[int, ...],
) -> tuple[Step, ...]:
    """One step for each first number of the grid; notices of one share a step.

    The step of a number carries the ordered setting, else the one in force, else the grid's first.
    """
    state = match.world.layout.state(match.seat)
    by_number: dict[int, tuple[int, ...]] = {}
    for setting in (wanted, now, *lever.grid(match.world, state, target)):
        by_number.setdefault(setting[0], setting)
    return tuple(
        Step(setting, words.setting(lever.id, setting)) for _, setting in sorted(by_number.items())
    )


def _notices(
    match: Match, words: Words, lever: Lever, target: str, wanted: tuple[int, ...]
) -> tuple[Step, ...]:
    if len(wanted) < 2:
        return ()
    state = match.world.layout.state(match.seat)
    others = [x for x in lever.grid(match.world, state, target) if x[0] == wanted[0]]
    found = {wanted}
    found |= {x for x in others if not match.check(Order(lever.id, target, x))}
    return tuple(Step(setting, words.begins(setting[1])) for setting in sorted(found))


def _first_change(lever: str, target: str, steps: tuple[Step, ...], now: tuple[int, ...]) -> Order:
    setting = next((step.setting for step in steps if step.setting != now), now)
    return Order(lever, target, setting)


def _cost(words: Words, options: Options, order: Order | None, points: int) -> str:
    money = options.money(order) if order else 0
    if not money:
        return _points(words, points)
    return f"{_points(words, points)} + {words.numbers.money(money)}"


def _points(words: Words, points: int) -> str:
    return words.numbers.attention(points) if points else words.say(mark("free"))


def _locked(
    match: Match,
    words: Words,
    lever: Lever,
    target: str,
    steps: tuple[Step, ...],
    now: tuple[int, ...],
) -> str:
    """The sentence for a lever of which no change would be taken; else an empty string."""
    first: tuple[Problem, ...] = ()
    for step in steps:
        if step.setting == now:
            continue
        found = match.check(Order(lever.id, target, step.setting))
        if not found:
            return ""
        first = first or found
    return words.problem(first[0]) if first else ""
