"""The level's hash by meaning: the same bytes for the same rules, whatever the file looks like."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from hashlib import blake2b
from typing import Any

from game.engine.definitions.level import Level

FORM = "level 1"
"""Raised whenever the encoding changes."""


def canonical(thing: Any) -> bytes:
    """A definition as bytes: fields by name in alphabetical order, lists in their order.

    Whole numbers, texts, truth values and None; anything else is a mistake in the program.
    """
    return FORM.encode() + b"\n" + _encoded(thing)


def level_digest(level: Level) -> str:
    """64 hexadecimal characters for exactly what the engine receives, its digest field aside."""
    return blake2b(canonical(replace(level, digest="")), digest_size=32).hexdigest()


def inputs_hash(level: Level) -> str:
    """64 hexadecimal characters for what a baseline depends on.

    Leaves out the baselines themselves (price and demand), goals and questions, which no figure
    of the world reads. `level` must have been built without its baseline.
    """
    bare = replace(level, digest="", mandates=(), predictions=(), prices_fed=False)
    return blake2b(canonical(bare), digest_size=32).hexdigest()


def _encoded(thing: Any) -> bytes:
    if is_dataclass(thing):
        named = (
            (name, getattr(thing, name)) for name in sorted(item.name for item in fields(thing))
        )
        inside = b"".join(_text(name) + _encoded(value) for name, value in named)
        return b"{" + inside + b"}"
    if thing is None:
        return b"n"
    if isinstance(thing, bool):
        return b"t" if thing else b"f"
    if isinstance(thing, int):
        return b"%d;" % thing
    if isinstance(thing, str):
        return _text(thing)
    if isinstance(thing, tuple):
        return b"(" + b"".join(_encoded(item) for item in thing) + b")"
    raise TypeError(f"no canonical form for {type(thing).__name__}")


def _text(text: str) -> bytes:
    data = text.encode()
    return b"%d:" % len(data) + data
