"""What speaks for the options not taken, and what the model leaves out: the level's own words."""

from dataclasses import dataclass

from game.debrief.played import Played
from game.text.level_texts import LevelWords

_BOTH_SIDES, _ONE_SIDE = "debrief.argument", "debrief.other_side"


@dataclass(frozen=True, slots=True)
class OtherSide:
    """An argument for an option that was not taken.

    Attributes:
        lever: The lever it is about.
        used: Whether the player pulled that lever; then the argument speaks against doing so.
        text: The argument.
    """

    lever: str
    used: bool
    text: str


def other_sides(played: Played, names: LevelWords) -> tuple[OtherSide, ...]:
    """Return the level's arguments for what was not done, levers that were pulled first.

    A level gives an argument for pulling a lever and one against (``debrief.argument.LEVER.for``
    and ``….against``), or one for both cases (``debrief.other_side.LEVER``).
    """
    pulled = {order.lever for orders in played.orders for order in orders}
    found = []
    for lever in played.level_state.levers:
        used = lever in pulled
        side = "against" if used else "for"
        text = names.text(f"{_BOTH_SIDES}.{lever}.{side}") or names.text(f"{_ONE_SIDE}.{lever}")
        if text:
            found.append(OtherSide(lever, used, text))
    return tuple(sorted(found, key=lambda x: not x.used))


def left_out(names: LevelWords) -> tuple[str, ...]:
    """Return what the model leaves out, one sentence each."""
    return tuple(text for _, text in names.numbered("debrief.leaves_out.{n}"))
