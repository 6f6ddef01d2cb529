"""Why a figure changed: the lines of the ledger, grouped, as a tree whose rows add up.

A figure that holds something is explained by this turn's changes. A flow starts each turn at
zero, so its change is this turn's lines less last turn's, rule by rule and cause by cause. In the
first turn there is no turn before: the rows of a flow are then what it is made of. Below
each row stand the figures it was worked out from, with their own rows: those are parts and
drivers, in their own units, and do not add up with the row above.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.engine.draft import MARKET, RULE
from game.engine.ledger import Ledger
from game.engine.numbers import BP
from game.engine.orders import Order
from game.engine.turn import DONE, Turn
from game.engine.view import sees
from game.engine.world import World
from game.text.catalogue import mark
from game.text.decisions import setting_text
from game.text.describe import Words
from game.text.places import place_of

MOST_DRIVERS = 4
"""Drivers shown under a row, largest first."""
_SMALLEST_MOVE = 100
"""A driver that moved less than 1 % explains nothing, in ten-thousandths."""
_SAME_AS: Mapping[str, str] = {"value": "home_income"}
"""Outcomes that repeat another figure: its rows say more than one line would."""


@dataclass(frozen=True, slots=True)
class WhyRow:
    """A row of a why tree.

    Attributes:
        title: Who or what: a decision, an event, a rule, or a figure that moved.
        sentence: The rule in one sentence.
        change_text: The change, signed, in its unit; empty when nothing can be counted.
        change: The same as a whole number in the figure's unit.
        children: What drove it.
        kind: ``order``, ``event``, ``partner``, ``market``, ``rule`` or ``figure``, for an icon.
        path: The figure that the row is about.
    """

    title: str
    sentence: str
    change_text: str
    change: int
    children: tuple["WhyRow", ...]
    kind: str
    path: str


@dataclass(frozen=True, slots=True)
class Why:
    """A figure's change in a turn and its rows, which add up to it.

    ``parts`` tells that nothing was counted before, so that the rows add up to ``after``.
    """

    path: str
    title: str
    before: int
    after: int
    before_text: str
    after_text: str
    change_text: str
    rows: tuple[WhyRow, ...]
    parts: bool = False

    @property
    def change(self) -> int:
        """What the figure moved by."""
        return self.after - self.before

    @property
    def total(self) -> int:
        """What the rows add up to: the change, or all of a figure counted for the first time."""
        return self.after if self.parts else self.change


@dataclass(slots=True)
class _Group:
    """Lines of one rule and cause."""

    rule: str
    cause: str
    change: int = 0
    reads: dict[str, None] = field(default_factory=dict)


class Explainer:
    """Explains the figures of one turn to one seat.

    Args:
        words: The level's words.
        seat: The reader's state; "You" are its government.
        before: The world at the start of the turn.
        turn: The resolved turn.
        last: The turn before it, None for the first.
    """

    def __init__(
        self, words: Words, seat: str, before: World, turn: Turn, last: Turn | None = None
    ) -> None:
        self._words = words
        self._seat = seat
        self._before = before
        self._after = turn.world
        self._ledger = turn.ledger
        self._last = last.ledger if last else None
        self._orders = {
            (result.seat, result.order.lever, result.order.target): result.order
            for result in turn.results
            if result.status == DONE
        }

    def why(self, path: str, depth: int = 5) -> Why:
        """Return why a figure changed.

        Args:
            path: The figure, e.g. ``indonesia/revenue``.
            depth: Levels of rows, at least 1.

        Raises:
            KeyError: The level has no such figure.
        """
        before, after = self._before.figure(path), self._after.figure(path)
        words = self._words
        source = self._source(path)
        return Why(
            path=path,
            title=words.figure(path, self._seat),
            before=before,
            after=after,
            before_text=words.amount(self._after, path, before),
            after_text=words.amount(self._after, path, after),
            change_text=words.change(self._after, path, after - before),
            rows=self._rows(source, depth, frozenset({path, source})),
            parts=self._first_count(path),
        )

    def _first_count(self, path: str) -> bool:
        """Whether a figure is a flow of the first turn, with nothing to be compared with."""
        slot = self._after.layout.slots[path]
        return self._after.layout.variables[slot].flow and self._last is None

    def _source(self, path: str) -> str:
        head, _, figure = path.rpartition("/")
        other = f"{head}/{_SAME_AS[figure]}" if figure in _SAME_AS else path
        same = other in self._after.layout.slots and (
            self._after.figure(other) == self._after.figure(path)
            and self._before.figure(other) == self._before.figure(path)
        )
        return other if same else path

    def _rows(self, path: str, depth: int, seen: frozenset[str]) -> tuple[WhyRow, ...]:
        groups = [group for group in self._groups(path) if group.change]
        groups.sort(key=lambda group: (-abs(group.change), group.rule, group.cause))
        return tuple(self._row(path, group, depth, seen) for group in groups)

    def _groups(self, path: str) -> list[_Group]:
        groups: dict[tuple[str, str], _Group] = {}
        self._collect(groups, self._ledger, path, 1)
        slot = self._after.layout.slots[path]
        if not self._after.layout.variables[slot].flow:
            return list(groups.values())
        if self._last is not None:
            self._collect(groups, self._last, path, -1)
        return list(groups.values())

    def _collect(
        self, groups: dict[tuple[str, str], _Group], ledger: Ledger, path: str, sign: int
    ) -> None:
        for entry in ledger.of(path):
            group = groups.setdefault((entry.rule, entry.cause), _Group(entry.rule, entry.cause))
            group.change += sign * entry.change
            group.reads.update(dict.fromkeys(ledger.reads(entry.index)))

    def _row(self, path: str, group: _Group, depth: int, seen: frozenset[str]) -> WhyRow:
        words = self._words
        change_text = words.change(self._after, path, group.change)
        rule = words.rule(group.rule)
        kind = group.cause.partition(":")[0]
        return WhyRow(
            title=self._title(path, group, rule.title),
            sentence=rule.line,
            change_text=change_text,
            change=group.change,
            children=self._drivers(group, depth - 1, seen),
            kind=kind,
            path=path,
        )

    def _title(self, path: str, group: _Group, rule_title: str) -> str:
        words = self._words
        kind, _, rest = group.cause.partition(":")
        if kind == "event":
            return words.event(rest)
        actor = place_of(words.level, path).state or self._seat
        if kind == "order":
            return self._deed(actor, rest, words.cause(group.cause, self._seat, actor))
        if kind == "partner":
            who = words.cause(group.cause, self._seat, actor)
            return words.say(mark("{who}: {what}"), who=who, what=_lower(rule_title))
        return rule_title

    def _deed(self, actor: str, rest: str, said: str) -> str:
        lever, _, target = rest.partition(":")
        order: Order | None = self._orders.get((actor, lever, target))
        if order is None:
            return said
        setting = setting_text(self._words, self._before, order)
        return self._words.say(mark("{deed}: {setting}"), deed=said, setting=_lower(setting))

    def _drivers(self, group: _Group, depth: int, seen: frozenset[str]) -> tuple[WhyRow, ...]:
        if depth < 1:
            return ()
        moved = []
        for path in group.reads:
            before, after = self._before.figure(path), self._after.figure(path)
            size = abs(after - before) * BP // max(1, abs(before), abs(after))
            if path not in seen and size >= _SMALLEST_MOVE and self._visible(path):
                moved.append((-size, path))
        most = MOST_DRIVERS if depth > 2 else 2
        return tuple(self._driver(path, depth, seen | {path}) for _, path in sorted(moved)[:most])

    def _visible(self, path: str) -> bool:
        layout = self._after.layout
        return sees(layout, self._seat, layout.slots[path])

    def _driver(self, path: str, depth: int, seen: frozenset[str]) -> WhyRow:
        words = self._words
        before, after = self._before.figure(path), self._after.figure(path)
        moved = self._moved(path, before, after)
        alone = self._only_rule(path)
        if alone:  # one rule made the whole figure: its drivers stand for it
            rule = words.rule(alone.rule).line
            sentence = words.say(mark("{moved}. {rule}"), moved=moved, rule=rule)
            children = self._drivers(alone, depth - 1, seen)
        else:
            sentence = moved
            children = self._rows(path, depth - 1, seen) if depth > 1 else ()
        return WhyRow(
            title=words.figure(path, self._seat),
            sentence=sentence,
            change_text=self._moved_by(path, after - before),
            change=after - before,
            children=children,
            kind="figure",
            path=path,
        )

    def _moved(self, path: str, before: int, after: int) -> str:
        """From where to where; one amount when rounding makes both read the same."""
        old, new = (self._words.amount(self._after, path, value) for value in (before, after))
        if old == new:
            return self._words.say(mark("now {amount}"), amount=new)
        return self._words.say(mark("from {before} to {after}"), before=old, after=new)

    def _only_rule(self, path: str) -> _Group | None:
        groups = [group for group in self._groups(path) if group.change]
        if len(groups) == 1 and groups[0].cause in (RULE, MARKET):
            return groups[0]
        return None

    def _moved_by(self, path: str, change: int) -> str:
        """A date moves, but by how many turns says little."""
        dated = self._words.unit(self._after, path) == "turn"
        return "" if dated else self._words.change(self._after, path, change)


def _lower(text: str) -> str:
    """Return a phrase for the middle of a sentence; abbreviations such as US$ stay."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def told(words: Words, why: Why) -> tuple[str, ...]:
    """Return a why tree in sentences, largest cause first."""
    lines = [
        words.say(
            mark("{figure}: {after}, counted for the first time.")
            if why.parts
            else mark("{figure}: {change}, from {before} to {after}."),
            figure=why.title,
            change=why.change_text,
            before=why.before_text,
            after=why.after_text,
        )
    ]
    lines += _told(why.rows, 0)
    return tuple(lines)


def _told(rows: tuple[WhyRow, ...], depth: int) -> list[str]:
    lines = []
    for row in rows:
        head = ": ".join(part for part in (row.title, row.change_text) if part)
        tail = f", {row.sentence}" if row.kind == "figure" else f". {row.sentence}"
        lines.append("  " * depth + head + (tail if row.sentence else ""))
        lines += _told(row.children, depth + 1)
    return lines
