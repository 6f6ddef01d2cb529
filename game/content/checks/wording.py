"""Every text of a level file with its place, found by the models' own field types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from game.content.file.tree import Path
from game.content.models.base import Words


def located(node: Any, path: Path = ()) -> Iterator[tuple[Path, Words]]:
    """Every text in several languages inside a model: where it stands, and its languages."""
    if isinstance(node, BaseModel):
        for name, info in type(node).model_fields.items():
            value, below = getattr(node, name), (*path, name)
            if info.annotation == Words:
                yield below, value
            elif info.annotation == list[Words]:
                for index, words in enumerate(value):
                    yield (*below, index), words
            else:
                yield from located(value, below)
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from located(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from located(value, (*path, index))
