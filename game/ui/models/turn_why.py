"""A why tree made flat: the rows that add up, each with a few of its drivers below."""

from dataclasses import dataclass, replace

from game.text.catalogue import mark
from game.text.describe import Words
from game.text.explain import Why, WhyRow

METERS = frozenset({"jobs", "environment", "autonomy", "standing", "trust"})
"""Figures of the dashboard from 0 to 100; the others are US$."""
MOST_ROWS = 7
MOST_DRIVERS = 2
_ICONS = {
    "order": "landmark",
    "event": "newspaper",
    "partner": "handshake",
    "market": "trending-up",
    "rule": "scale",
    "figure": "git-branch",
}


@dataclass(frozen=True, slots=True)
class FlatRow:
    """A row of the tree as drawn.

    Attributes:
        change: What it adds, in the figure's unit; 0 for a driver, which has a unit of its own.
        depth: 0 for rows that add up, 1 for what drove the row above.
        decision: Whether the player's own order stands behind it.
    """

    key: str
    title: str
    rule: str
    change: int
    change_text: str
    icon: str
    depth: int
    decision: bool


@dataclass(frozen=True, slots=True)
class WhyView:
    """A figure's change, ready to be drawn.

    ``direction`` is 1, 0 or -1; ``effect`` heads the column of what each row adds. A figure
    counted for the ``first`` time has an amount in place of a change.
    """

    figure: str
    title: str
    change_text: str
    direction: int
    from_to: str
    effect: str
    first: bool
    rows: tuple[FlatRow, ...]


def why_view(
    why: Why,
    words: Words,
    *,
    rows: int = MOST_ROWS,
    drivers: int = MOST_DRIVERS,
) -> WhyView:
    """Return a why tree flat.

    Args:
        why: The tree.
        words: The level's words.
        rows: Rows that add up, at most; the smallest share one row.
        drivers: Drivers below a row, at most.
    """
    first = why.parts
    if first:
        drivers = 0  # what a figure is made of; nothing has moved yet
    flat: list[FlatRow] = []
    kept = why.rows if len(why.rows) <= rows else why.rows[: rows - 1]
    if len(kept) == 1:  # one formula: what went into it is the explanation
        flat += _opened(kept[0], words)
    else:
        for number, row in enumerate(kept):
            flat.append(_flat(row, str(number), 0, words))
            for place, child in enumerate(row.children[:drivers]):
                flat.append(_flat(child, f"{number}.{place}", 1, words))
    if rest := why.rows[len(kept) :]:
        flat.append(_others(why, words, rest))
    return WhyView(
        figure=_figure(why),
        title=why.title,
        change_text=why.after_text if first else why.change_text,
        direction=0 if first else shown_direction(why.change, why.change_text),
        from_to=_from_to(why, words),
        first=first,
        effect=words.say(mark("Effect, points") if _figure(why) in METERS else mark("Effect, US$")),
        rows=tuple(flat),
    )


def _from_to(why: Why, words: Words) -> str:
    """From what to what; one amount when rounding makes both read the same."""
    if why.parts:
        return words.say(mark("counted for the first time"))
    if why.before_text == why.after_text:
        return words.say(mark("now {amount}"), amount=why.after_text)
    return words.say(mark("{before} to {after}"), before=why.before_text, after=why.after_text)


def _opened(row: WhyRow, words: Words) -> list[FlatRow]:
    """The only row with all it was worked out from, each with its own largest cause."""
    flat = [_flat(row, "0", 0, words)]
    for place, child in enumerate(row.children):
        flat.append(replace(_flat(child, f"0.{place}", 1, words), rule=child.sentence))
        if child.children:
            cause = _flat(child.children[0], f"0.{place}.0", 2, words)
            title = f"{child.children[0].title} {child.children[0].change_text}".strip()
            flat.append(replace(cause, title=title, change=0, change_text=""))
    return flat


def bare(change_text: str) -> str:
    """Return a change without its currency, for a column that names it.

    >>> bare("+US$\N{NO-BREAK SPACE}95\N{NO-BREAK SPACE}m")
    '+95\\xa0m'
    """
    return change_text.replace("US$\N{NO-BREAK SPACE}", "")


def shown_direction(change: int, change_text: str) -> int:
    """Return 1, 0 or -1 for the arrow beside a change: none where rounding leaves nothing.

    >>> shown_direction(-3, "±0.0"), shown_direction(-3, "−0.1")
    (0, -1)
    """
    return 0 if change_text.startswith("±") else (change > 0) - (change < 0)


def _figure(why: Why) -> str:
    return why.path.rpartition("/")[2]


def _behind(row: WhyRow, words: Words) -> str:
    """What moved a driver the same way, as far as it can be told; else from where it moved."""
    same = [x for x in row.children if x.change and (x.change > 0) == (row.change > 0)]
    if not same or not same[0].change_text:
        return row.sentence
    cause = f"{same[0].title} {same[0].change_text}"
    return words.say(mark("Behind it: {cause}"), cause=cause)


def _flat(row: WhyRow, key: str, depth: int, words: Words) -> FlatRow:
    driver = row.kind == "figure"
    title = f"{row.title} {row.change_text}".strip() if driver else row.title
    return FlatRow(
        key=key,
        title=title,
        rule=_behind(row, words) if driver else row.sentence,
        change=0 if driver else row.change,
        change_text="" if driver else bare(row.change_text),
        icon=_ICONS.get(row.kind, "scale"),
        depth=depth,
        decision=row.kind == "order",
    )


def _others(why: Why, words: Words, rest: tuple[WhyRow, ...]) -> FlatRow:
    change = sum(row.change for row in rest)
    unit = "bp" if _figure(why) in METERS else "usd"
    return FlatRow(
        key="others",
        title=words.catalogue.count("{count} other cause", "{count} other causes", len(rest)),
        rule=", ".join(row.title for row in rest[:3]),
        change=change,
        change_text=bare(words.numbers.change(unit, change)),
        icon="layers",
        depth=0,
        decision=False,
    )
