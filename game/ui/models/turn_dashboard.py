"""The dashboard: six outcomes as ends, treasury, trust and political capital as means."""

from dataclasses import dataclass

from game.engine.definitions.level import OUTCOMES
from game.text.catalogue import mark
from game.text.describe import Words
from game.ui.models.turn_seen import TurnSeen
from game.ui.models.turn_why import bare, shown_direction

MEANS = ("treasury", "trust", "debt")
DOMINANT_BUYER_BP = 5_000
"""From this share of exports on, one buyer lights up the autonomy tile."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure of the dashboard.

    Attributes:
        figure: The name of the figure, e.g. ``"revenue"``.
        value: As it reads; a dash before the first turn. ``brief_value`` and ``brief_change``
            leave the currency out, for narrow tiles.
        change: Against last turn, with its sign; empty when there is nothing to compare.
        direction: 1, 0 or -1.
        good_up: Whether more is welcome.
        share: Of a meter from 0 to 1, None for money.
        history: Past values of money, for a sparkline.
        lit: Whether it asks for attention.
        explained: Whether there is something to explain yet.
        about: What it counts and how it is worked out.
    """

    figure: str
    name: str
    short: str
    icon: str
    value: str
    change: str
    brief_value: str
    brief_change: str
    direction: int
    good_up: bool
    share: float | None
    history: tuple[float, ...]
    lit: bool
    explained: bool
    about: str


def tile(seen: TurnSeen, words: Words, figure: str) -> Tile:
    """Return the tile of one figure of the player's state."""
    said = words.outcome(figure)
    past = seen.past(figure)
    unit, change = said.unit, past[-1] - past[-2] if len(past) > 1 else 0
    known = bool(past)
    value = words.numbers.amount(unit, past[-1]) if known else "\N{EN DASH}"
    changed = words.numbers.change(unit, change) if len(past) > 1 else ""
    return Tile(
        figure=figure,
        name=said.name,
        short=said.short,
        icon=said.icon,
        value=value,
        change=changed,
        brief_value=bare(value),
        brief_change=bare(changed),
        direction=shown_direction(change, changed),
        good_up=figure != "debt",
        share=past[-1] / 10_000 if known and unit == "bp" else None,
        history=tuple(float(x) for x in past) if unit == "usd" else (),
        lit=figure == "autonomy" and largest_buyer(seen)[1] >= DOMINANT_BUYER_BP,
        explained=seen.turn > 0,
        about=f"{said.counts}\n{said.formula}",
    )


def outcome_tiles(seen: TurnSeen, words: Words) -> tuple[Tile, ...]:
    """Return the six outcomes in their order."""
    return tuple(tile(seen, words, figure) for figure in OUTCOMES)


def means_tiles(seen: TurnSeen, words: Words) -> tuple[Tile, ...]:
    """Return treasury, trust and, once there is any, debt."""
    shown = [name for name in MEANS if name != "debt" or seen.figure("debt")]
    return tuple(tile(seen, words, figure) for figure in shown)


def largest_buyer(seen: TurnSeen) -> tuple[str, int]:
    """Return the partner that bought most last turn and its share of exports, bp."""
    if not seen.turn:
        return "", 0
    bought = {tie.partner: seen.trade.at(tie.bought) for tie in seen.place.ties}
    whole = sum(bought.values())
    if not whole:
        return "", 0
    partner = max(sorted(bought), key=lambda name: bought[name])
    return partner, bought[partner] * 10_000 // whole


def title_lines(seen: TurnSeen, words: Words) -> tuple[str, str, str]:
    """Return the state's name, the turn, and its date."""
    level = seen.match.level
    shown = min(seen.turn + 1, level.turns)
    return (
        words.names.name("state", seen.match.seat),
        words.say(mark("Turn {turn} of {turns}"), turn=shown, turns=level.turns),
        words.numbers.date(level, min(seen.turn, level.turns - 1)),
    )
