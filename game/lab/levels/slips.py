"""How well the checker helps: slips of the pen in a level file, and where its messages lead.

Each slip changes one line of a sound file as a tired author might: a letter lost, a unit forgotten,
a line twice. The checker is then asked, and each of its messages is judged by the line it names.
Slips that leave a valid level are counted apart. Where the remedy is mechanical it is followed to
the letter, and the level must pass again.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from game.content.checks.levels import check_file
from game.content.faults import Problem
from game.content.file.reader import examine_bytes
from game.content.file.tree import Entry, MappingNode, Node, ScalarNode, SequenceNode
from game.lab.levels.remedies import mended

BY_NATURE = ("stale-baseline", "missing-baseline", "unused-accept")
"""What every changed copy is told; it says nothing about the slip."""

AIM = 9_800
"""Share of messages that should name a right line, bp."""

_QUANTITY = re.compile(r"-?\d+(?:\.\d+)? \S.*")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:[-_/.][a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: its kind, the text with it, and the lines a message may rightly name."""

    kind: str
    text: str
    lines: frozenset[int]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the checker said about one slip.

    Attributes:
        right: Messages that name a right line; ``wrong``: the others.
        mended: Whether following the remedy made the level pass; None where it is not mechanical.
    """

    slip: Slip
    right: tuple[Problem, ...]
    wrong: tuple[Problem, ...]
    mended: bool | None

    @property
    def first(self) -> Problem:
        """The message that a person reads first."""
        return min((*self.right, *self.wrong), key=lambda x: x.line)


@dataclass(slots=True)
class SlipReport:
    """The verdicts on one level, and how many slips left a valid level."""

    level: str
    verdicts: list[Verdict] = field(default_factory=list)
    harmless: int = 0

    @property
    def messages(self) -> int:
        """Messages about slips."""
        return sum(len(x.right) + len(x.wrong) for x in self.verdicts)

    @property
    def right(self) -> int:
        """Messages that name a right line."""
        return sum(len(x.right) for x in self.verdicts)

    @property
    def share(self) -> int:
        """Share of messages that name a right line, bp; whole when there is none."""
        return self.right * 10_000 // self.messages if self.messages else 10_000

    @property
    def tried(self) -> int:
        """Slips whose remedy was mechanical."""
        return sum(1 for x in self.verdicts if x.mended is not None)

    @property
    def mended(self) -> int:
        """Slips that following the remedy undid."""
        return sum(1 for x in self.verdicts if x.mended)

    def as_json(self) -> dict[str, object]:
        """Return the sums as plain data, with every message that leads elsewhere."""
        return {
            "level": self.level,
            "slips": len(self.verdicts),
            "harmless": self.harmless,
            "messages": self.messages,
            "right_line": self.right,
            "remedies_tried": self.tried,
            "remedies_mend": self.mended,
            "elsewhere": [p.render() for x in self.verdicts for p in x.wrong],
        }


@dataclass(frozen=True, slots=True)
class _Spot:
    """A value of the file: its path, key and place, and the key's line of each block around it."""

    path: tuple[str | int, ...]
    entry: Entry | None
    node: Node
    around: tuple[int, ...]


def slips(text: str, count: int, seed: int) -> Iterator[Slip]:
    """Yield ``count`` slips of a sound level file, kinds in turn, places by luck."""
    document = examine_bytes(text.encode(), "level.yaml").document
    assert document is not None, "slips are made in a sound file"
    spots = list(_spots(document.root, (), ()))
    lines = text.splitlines()
    luck = random.Random(seed)
    makers = list(_MAKERS.items())
    made = 0
    seen: set[str] = set()
    while made < count:
        kind, maker = makers[made % len(makers)]
        for _ in range(400):
            slip = maker(luck, lines, luck.choice(spots))
            if slip is None or slip[0] == lines:
                continue
            changed = "\n".join(slip[0]) + "\n"
            if changed not in seen:
                seen.add(changed)
                yield Slip(kind, changed, frozenset(slip[1]))
                break
        made += 1


def judge(slip: Slip, name: str, folder: Path) -> Verdict | None:
    """Ask the checker about a slip; None when the level stays valid."""
    found = _problems(slip.text, name, folder)
    if not found:
        return None
    right = tuple(x for x in found if x.line in slip.lines)
    wrong = tuple(x for x in found if x.line not in slip.lines)
    again = mended(slip.text, found)
    passes = None if again is None else not _problems(again, name, folder)
    return Verdict(slip, right, wrong, passes)


def slip_report(path: Path, count: int, seed: int) -> SlipReport:
    """Return what the checker says about ``count`` slips in a level file."""
    report = SlipReport(path.stem)
    text = path.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        for slip in slips(text, count, seed):
            verdict = judge(slip, path.name, Path(folder))
            if verdict is None:
                report.harmless += 1
            else:
                report.verdicts.append(verdict)
    return report


def _problems(text: str, name: str, folder: Path) -> list[Problem]:
    copy = folder / name
    copy.write_text(text, encoding="utf-8", newline="\n")
    return [x for x in check_file(copy).problems if x.code not in BY_NATURE]


def _spots(node: Node, path: tuple[str | int, ...], around: tuple[int, ...]) -> Iterator[_Spot]:
    if isinstance(node, MappingNode):
        for entry in node.entries:
            below = (*path, entry.key)
            yield _Spot(below, entry, entry.value, around)
            yield from _spots(entry.value, below, (*around, entry.key_position.line))
    elif isinstance(node, SequenceNode):
        for index, item in enumerate(node.items):
            yield _Spot((*path, index), None, item, around)
            yield from _spots(item, (*path, index), (*around, item.position.line))


Change = tuple[list[str], set[int]] | None
Maker = Callable[[random.Random, list[str], _Spot], Change]


def _with(lines: list[str], at: int, *new: str) -> list[str]:
    """The lines with line ``at`` (from 1) replaced."""
    return [*lines[: at - 1], *new, *lines[at:]]


def _misspelt(luck: random.Random, word: str) -> str:
    """A word with a letter lost, doubled, or swapped with the next."""
    at = luck.randrange(1, len(word))
    way = luck.randrange(3)
    if way == 0:
        return word[:at] + word[at + 1 :]
    if way == 1:
        return word[:at] + word[at] + word[at:]
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def _users(lines: list[str], word: str) -> set[int]:
    """The lines that say a word."""
    whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    return {number for number, line in enumerate(lines, 1) if whole.search(line)}


def _key_misspelt(luck: random.Random, lines: list[str], spot: _Spot) -> Change:
    if spot.entry is None or len(spot.entry.key) < 3:
        return None
    at, key = spot.entry.key_position, spot.entry.key
    line = lines[at.line - 1]
    if not line[at.column - 1 :].startswith(key):
        return None
    new = line[: at.column - 1] + _misspelt(luck, key) + line[at.column - 1 + len(key) :]
    return _with(lines, at.line, new), {at.line} | _users(lines, key)


def _name_misspelt(luck: random.Random, lines: list[str], spot: _Spot) -> Change:
    node = spot.node
    if not isinstance(node, ScalarNode) or not isinstance(node.value, str) or node.quoted:
        return None
    word, at = node.value, node.position
    line = lines[at.line - 1]
    if len(word) < 4 or not _NAME.fullmatch(word) or not line[at.column - 1 :].startswith(word):
        return None
    new = line[: at.column - 1] + _misspelt(luck, word) + line[at.column - 1 + len(word) :]
    return _with(lines, at.line, new), {at.line}


def _quantity(change: Callable[[random.Random, str], str]) -> Maker:
    def maker(luck: random.Random, lines: list[str], spot: _Spot) -> Change:
        node = spot.node
        if not isinstance(node, ScalarNode) or not isinstance(node.value, str):
            return None
        written, at = node.value, node.position
        line = lines[at.line - 1]
        if not _QUANTITY.fullmatch(written) or written not in line[at.column - 1 :]:
            return None
        head, tail = line[: at.column - 1], line[at.column - 1 :]
        new = head + tail.replace(written, change(luck, written), 1)
        return _with(lines, at.line, new), {at.line}

    return maker


def _unit_lost(luck: random.Random, written: str) -> str:
    return written.split(" ")[0]


def _unit_wrong(luck: random.Random, written: str) -> str:
    number, unit = written.split(" ", 1)
    others = [x for x in ("%", "kt", "kt/year", "mn USD", "USD/t", "kg CO2") if x != unit]
    return f"{number} {luck.choice(others)}"


def _comma(luck: random.Random, written: str) -> str:
    """A decimal comma, or a comma between thousands."""
    number, unit = written.split(" ", 1)
    if "." in number:
        return f"{number.replace('.', ',')} {unit}"
    return f"{int(number):,} {unit}"


def _too_far(luck: random.Random, written: str) -> str:
    number, unit = written.split(" ", 1)
    return f"{number}000000000 {unit}"


def _minus(luck: random.Random, written: str) -> str:
    return written[1:] if written.startswith("-") else f"-{written}"


def _own_line(lines: list[str], spot: _Spot) -> int:
    """The line of a ``key: value`` that has a line of its own, or 0."""
    if spot.entry is None or not isinstance(spot.node, ScalarNode):
        return 0
    at = spot.entry.key_position
    line = lines[at.line - 1]
    alone = not line[: at.column - 1].strip(" -") and spot.node.position.line == at.line
    return at.line if alone and not line.rstrip().endswith((">-", "|", ">")) else 0


def _line_twice(luck: random.Random, lines: list[str], spot: _Spot) -> Change:
    at = _own_line(lines, spot)
    if not at or lines[at - 1].lstrip().startswith("- "):
        return None
    return _with(lines, at, lines[at - 1], lines[at - 1]), {at, at + 1}


def _line_lost(luck: random.Random, lines: list[str], spot: _Spot) -> Change:
    at = _own_line(lines, spot)
    if not at or lines[at - 1].lstrip().startswith("- "):
        return None
    first = next(number for number, line in enumerate(lines, 1) if line[:1].isalpha())
    block = {line + step for line in spot.around[-1:] for step in (0, 1)} or {first}
    if spot.path[-1] == "because":  # it speaks for every number of its block
        block |= _block(lines, at)
    return _with(lines, at), block | set(spot.around) | {at, at - 1}


def _block(lines: list[str], at: int) -> set[int]:
    """The lines below a line that are indented at least as far."""
    depth = len(lines[at - 1]) - len(lines[at - 1].lstrip())
    found = set()
    for number in range(at, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) < depth:
            break
        found.add(number)
    return found


def _indented(luck: random.Random, lines: list[str], spot: _Spot) -> Change:
    at = _own_line(lines, spot)
    return (_with(lines, at, " " + lines[at - 1]), {at, at - 1, at + 1}) if at else None


def _outdented(luck: random.Random, lines: list[str], spot: _Spot) -> Change:
    at = _own_line(lines, spot)
    if not at or not lines[at - 1].startswith("  "):
        return None
    return _with(lines, at, lines[at - 1][1:]), {at, at + 1}


def _tabbed(luck: random.Random, lines: list[str], spot: _Spot) -> Change:
    at = _own_line(lines, spot)
    if not at or not lines[at - 1].startswith("  "):
        return None
    return _with(lines, at, lines[at - 1].replace("  ", "\t", 1)), {at}


def _sign_lost(signs: str) -> Maker:
    def maker(luck: random.Random, lines: list[str], spot: _Spot) -> Change:
        at = spot.node.position.line
        line = lines[at - 1]
        places = [place for place, sign in enumerate(line) if sign in signs]
        if not places or line.lstrip().startswith("#"):
            return None
        place = luck.choice(places)
        return _with(lines, at, line[:place] + line[place + 1 :]), {at, at + 1}

    return maker


def _loose_word(luck: random.Random, lines: list[str], spot: _Spot) -> Change:
    """A number, switch or list becomes a word."""
    at = _own_line(lines, spot)
    node = spot.node
    if not at or not isinstance(node, ScalarNode) or isinstance(node.value, str):
        return None
    written = str(node.value).lower() if isinstance(node.value, bool) else str(node.value)
    head, _, tail = lines[at - 1].partition(": ")
    if not tail.startswith(written):
        return None
    word = luck.choice(("yes", "many", "[1, 2]", "{a: 1}", "1_000"))
    return _with(lines, at, f"{head}: {tail.replace(written, word, 1)}"), {at}


_MAKERS: dict[str, Maker] = {
    "key misspelt": _key_misspelt,
    "name misspelt": _name_misspelt,
    "unit lost": _quantity(_unit_lost),
    "unit wrong": _quantity(_unit_wrong),
    "comma in a number": _quantity(_comma),
    "number too far": _quantity(_too_far),
    "sign turned": _quantity(_minus),
    "line twice": _line_twice,
    "line lost": _line_lost,
    "indented": _indented,
    "outdented": _outdented,
    "tab": _tabbed,
    "colon lost": _sign_lost(":"),
    "bracket lost": _sign_lost("[]{}"),
    "quote lost": _sign_lost('"'),
    "another kind": _loose_word,
}
