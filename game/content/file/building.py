"""From parser events to a tree, value by value, without recursion.

A faulty value does not stop the building: it is reported, its text stays in its place, and its path
is kept, so that one run names every such value. What the format does not have (anchors, aliases,
tags, merge keys, keys that are no text, a key twice) is reported where it stands.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

import yaml

from game.content.faults import START, FaultList, Position, excerpt
from game.content.file.characters import (
    character_code,
    character_name,
    first_refused_in_key,
    first_refused_in_text,
)
from game.content.file.events import place_of
from game.content.file.scalars import Refusal, read_plain
from game.content.file.tree import Entry, MappingNode, Node, Path, Scalar, ScalarNode, SequenceNode

MAX_TEXT = 10_000
"""Characters of one value. The longest shipped texts are briefings of about a page."""

MAX_KEY = 80
"""Characters of one key."""


@dataclass(slots=True)
class Tree:
    """The root of a file and the paths of the values that were refused."""

    root: Node
    faulty: set[Path]


def build_tree(events: Iterable[yaml.Event], faults: FaultList) -> Tree:
    """The tree of the node events of one document; problems go to `faults`.

    Exceptions of the event source pass through: they end the reading of the file.
    """
    builder = _Builder(faults)
    for event in events:
        builder.take(event)
    return Tree(builder.root, builder.faulty)


@dataclass(slots=True)
class _Key:
    """A key that waits for its value; `kept` is false when the entry must be left out."""

    text: str
    position: Position
    kept: bool


@dataclass(slots=True)
class _OpenMapping:
    position: Position
    in_braces: bool = False
    entries: list[Entry] = field(default_factory=list)
    seen: dict[str, Position] = field(default_factory=dict)
    key: _Key | None = None


@dataclass(slots=True)
class _OpenSequence:
    position: Position
    items: list[Node] = field(default_factory=list)


class _Builder:
    def __init__(self, faults: FaultList) -> None:
        self.root: Node = MappingNode((), START)
        self.faulty: set[Path] = set()
        self._faults = faults
        self._open: list[_OpenMapping | _OpenSequence] = []
        self._anchors: set[str] = set()

    def take(self, event: yaml.Event) -> None:
        at = place_of(event)
        if isinstance(event, yaml.CollectionEndEvent):
            self._close()
            return
        sound = self._has_only_data(event, at)
        if isinstance(event, yaml.CollectionStartEvent):
            is_mapping = isinstance(event, yaml.MappingStartEvent)
            braces = bool(event.flow_style)
            self._open.append(_OpenMapping(at, braces) if is_mapping else _OpenSequence(at))
        elif isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event, at, sound)
        elif isinstance(event, yaml.AliasEvent):
            self._take_alias(event, at)

    def _take_scalar(self, event: yaml.ScalarEvent, at: Position, sound: bool) -> None:
        # A tag leaves no part of `implicit` true, so a tagged value counts as text here.
        quoted = not event.implicit[0]
        holder = self._waiting_for_key()
        if holder is not None:
            holder.key = self._read_key(event.value, quoted, at, holder)
            return
        value: Scalar | None
        torn = None if quoted or event.value else self._torn_entry()
        if torn is not None:
            self._refuse_torn(torn)
            value = None
        else:
            value = self._read_value(event.value, quoted, at)
        if not quoted and _swallows_list(event):
            self._refuse_swallowed_list(at)
            value = None
        if value is None or not sound:
            self.faulty.add(self._path())
        text = event.value[:MAX_TEXT] if value is None else value
        self._place(ScalarNode(text, quoted, at))

    def _take_alias(self, event: yaml.AliasEvent, at: Position) -> None:
        holder = self._waiting_for_key()
        if holder is not None:
            holder.key = _Key("", at, kept=False)
            return
        self.faulty.add(self._path())
        self._place(ScalarNode(f"*{event.anchor}", True, at))

    def _close(self) -> None:
        done = self._open.pop()
        node: Node
        if isinstance(done, _OpenMapping):
            node = MappingNode(tuple(done.entries), done.position)
        else:
            node = SequenceNode(tuple(done.items), done.position)
        holder = self._waiting_for_key()
        if holder is None:
            self._place(node)
            return
        holder.key = _Key("", node.position, kept=False)
        self._faults.add(
            node.position,
            "key-not-text",
            "a list or mapping stands where a key is expected",
            "keys are plain text",
            "write the key as one word, or put text that begins with [ or { in quotes",
        )

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        holder = self._open[-1]
        if isinstance(holder, _OpenSequence):
            holder.items.append(node)
            return
        key = holder.key
        holder.key = None
        if key is not None and key.kept:
            holder.entries.append(Entry(key.text, key.position, node))

    def _waiting_for_key(self) -> _OpenMapping | None:
        holder = self._open[-1] if self._open else None
        if isinstance(holder, _OpenMapping) and holder.key is None:
            return holder
        return None

    def _path(self) -> Path:
        parts: list[str | int] = []
        for holder in self._open:
            if isinstance(holder, _OpenSequence):
                parts.append(len(holder.items))
            else:
                parts.append(holder.key.text if holder.key else "")
        return tuple(parts)

    def _has_only_data(self, event: yaml.Event, at: Position) -> bool:
        """Reports an anchor or alias once per name, and every tag; true if there is neither."""
        anchor = getattr(event, "anchor", None)
        tag = getattr(event, "tag", None)
        if anchor is not None and anchor not in self._anchors:
            self._anchors.add(anchor)
            sign = "*" if isinstance(event, yaml.AliasEvent) else "&"
            self._faults.add(
                at,
                "anchor",
                f"{excerpt(sign + anchor)} is an anchor or alias",
                "anchors (&) and aliases (*) are not part of the level format",
                "write the data out, or put the value in quotes if it is text",
            )
        if tag is not None:
            self._faults.add(
                at,
                "tag",
                f"{excerpt(tag)} is a tag",
                "tags are not part of the level format",
                "remove the tag, or put the value in quotes if it is text",
            )
        return tag is None

    def _read_key(self, raw: str, quoted: bool, at: Position, holder: _OpenMapping) -> _Key:
        text = unicodedata.normalize("NFC", raw)
        kept = self._is_sound_key(text, quoted, at)
        if not kept:
            return _Key("", at, kept=False)
        first = holder.seen.get(text)
        if first is None:
            holder.seen[text] = at
            return _Key(text, at, kept=True)
        self._faults.add(
            at,
            "duplicate-key",
            f"{excerpt(text)} stands here and in line {first.line}",
            "a key may stand once in a mapping",
            f"remove or rename one of the two (lines {first.line} and {at.line})",
        )
        return _Key("", at, kept=False)

    def _is_sound_key(self, text: str, quoted: bool, at: Position) -> bool:
        refused = first_refused_in_key(text)
        if text == "<<":
            self._faults.add(
                at,
                "merge-key",
                "`<<` merges another mapping",
                "merge keys are not part of the level format",
                "write the entries out",
            )
        elif not text.strip() or (not quoted and text in {"~", "null"}):
            self._faults.add(
                at,
                "empty-key",
                "this entry has no key",
                "every value needs a name",
                "write a key before the colon",
            )
        elif len(text) > MAX_KEY:
            self._faults.add(
                at,
                "key-too-long",
                f"the key {excerpt(text)} has {len(text)} characters",
                f"a key has at most {MAX_KEY}",
                "shorten it",
            )
        elif refused is not None:
            self._refuse_character(refused, at)
        else:
            return True
        return False

    def _read_value(self, raw: str, quoted: bool, at: Position) -> Scalar | None:
        """The value, or None once its problem is reported."""
        if len(raw) > MAX_TEXT:
            self._faults.add(
                at,
                "text-too-long",
                f"this value has {len(raw):,} characters",
                f"a value has at most {MAX_TEXT:,}",
                "shorten it or split it",
            )
            return None
        refused = first_refused_in_text(raw)
        if refused is not None:
            self._refuse_character(refused, at)
            return None
        text = unicodedata.normalize("NFC", raw)
        value = text if quoted else read_plain(text)
        if isinstance(value, Refusal):
            what = f"the value {excerpt(text)} is not clear" if text else "the value is missing"
            self._faults.add(at, value.code, what, value.why, value.remedy)
            return None
        return value

    def _torn_entry(self) -> _OpenMapping | None:
        """The mapping in braces whose open key has no value: a comma has torn a value in two."""
        holder = self._open[-1] if self._open else None
        if isinstance(holder, _OpenMapping) and holder.in_braces and holder.key and holder.entries:
            return holder
        return None

    def _refuse_torn(self, holder: _OpenMapping) -> None:
        assert holder.key is not None
        before = holder.entries[-1].value
        head = str(before.value) if isinstance(before, ScalarNode) else ""
        tail = holder.key.text
        if head.lstrip("-").isdigit() and tail[:1].isdigit():
            remedy = f"write a decimal with a point: {excerpt(f'{head}.{tail}')}"
        else:
            remedy = 'put a text that holds a comma in straight quotes: "…"'
        self._faults.add(
            holder.key.position,
            "null-value",
            f"{excerpt(tail)} has no value",
            "inside { } a comma begins the next entry",
            remedy,
        )

    def _refuse_swallowed_list(self, at: Position) -> None:
        self._faults.add(
            at,
            "list-indent",
            "this text runs over lines that look like entries of a list",
            "YAML joins a line that is indented too far to the text above it",
            "give every `-` of the list the same indentation, or put the text in quotes",
        )

    def _refuse_character(self, char: str, at: Position) -> None:
        self._faults.add(
            at,
            character_code(char),
            f"the text contains {character_name(char)}",
            "characters that cannot be seen make a text say something else than it shows",
            "remove it, and use spaces instead of tabs",
        )


def _swallows_list(event: yaml.ScalarEvent) -> bool:
    first, last = event.start_mark, event.end_mark
    runs_on = first is not None and last is not None and last.line > first.line
    return runs_on and " - " in event.value
