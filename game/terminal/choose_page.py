"""What a level leaves open before a game begins: the state to govern, the scenario."""

from collections.abc import Sequence

from game.terminal.screen import Screen
from game.terminal.services import LevelEntry, LostSave
from game.text.catalogue import mark


def choose_play(screen: Screen, entry: LevelEntry) -> tuple[str, str] | None:
    """Ask which state to govern and which scenario to play, where a level leaves the choice.

    Returns:
        What to load and the state, an empty one where there is no choice; None for going back.
    """
    seat = ""
    if len(entry.seats) > 1:
        names = list(entry.seat_names or entry.seats)
        picked = screen.pick(screen.say(mark("Which state will you govern?")), names)
        if picked is None:
            return None
        seat = entry.seats[picked]
    if not entry.scenarios:
        return entry.id, seat
    usual = screen.say(mark("Usual course. World demand grows as the briefing tells."))
    lines = [usual, *(f"{each.name}. {each.line}" for each in entry.scenarios)]
    title = screen.say(mark("Which scenario? Each is a guess about the future, not a forecast."))
    picked = screen.pick(title, lines)
    if picked is None:
        return None
    return (entry.scenarios[picked - 1].key if picked else entry.id), seat


def show_lost(screen: Screen, lost: Sequence[LostSave]) -> None:
    """Name the files among the saved games that cannot be read, each with why."""
    if not lost:
        return
    screen.heading(screen.say(mark("Saved games that cannot be read")))
    screen.items([screen.say(mark("{file}: {why}"), file=each.file, why=each.why) for each in lost])
