"""Judging a sign test on a state of play."""

from dataclasses import dataclass

from game.engine.numbers import part
from game.lab.signs.played import Case, NotHereError, Played, Step
from game.lab.signs.sign import Read, Sign

RIGHT, WRONG, NOT_HERE = "right", "wrong", "not here"


@dataclass(frozen=True, slots=True)
class Judged:
    """What a sign test came to on one state: ``right``, ``wrong`` or ``not here``, and why."""

    verdict: str
    why: str = ""


def judge(sign: Sign, case: Case) -> Judged:
    """Return whether a sign holds on a state of play, or is not claimed there."""
    try:
        for need in sign.needs:
            if not need.holds(case.played(sign.both + need.after)):
                return Judged(NOT_HERE, need.words)
        for read in sign.reads:
            less = _value(sign, case, sign.both + sign.less, read)
            more = _value(sign, case, sign.both + sign.more, read)
            if read.before:
                less = _before(sign, case, read)
            if not _follows(read, less, more):
                return Judged(WRONG, f"{_name(read)}: {less:,} -> {more:,}")
    except (NotHereError, KeyError) as reason:
        return Judged(NOT_HERE, str(reason))
    return Judged(RIGHT)


def _value(sign: Sign, case: Case, steps: tuple[Step, ...], read: Read) -> int:
    total = 0
    for luck in range(sign.lucks):
        plain = _read(case.played(steps, luck), read)
        if sign.effect:
            total += _read(case.played(steps + sign.effect, luck), read) - plain
        else:
            total += plain
    return total


def _read(game: Played, read: Read) -> int:
    first, last = read.years
    if isinstance(read.figure, str):
        return game.total(read.figure, first, last)
    turns = range(first * game.a_year, (last + 1) * game.a_year)
    return sum(read.figure(game, turn) for turn in turns)


def _before(sign: Sign, case: Case, read: Read) -> int:
    """Return what the changed game starts with, as often as years are added up."""
    game = case.played(sign.both + sign.more)
    years = read.years[1] - read.years[0] + 1
    figure = read.figure
    now = game.at(figure, -1) if isinstance(figure, str) else figure(game, -1)
    return now * years * game.a_year


def _follows(read: Read, less: int, more: int) -> bool:
    least = part(abs(less), read.by)
    if read.way == 0:
        return abs(more - less) <= least
    difference = (more - less) * read.way + part(abs(less), read.slack)
    return difference > 0 and difference >= least


def _name(read: Read) -> str:
    return read.figure if isinstance(read.figure, str) else read.figure.__name__
