"""Which keys a block of a level may have, found by walking the models."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from game.content.file.tree import Path
from game.content.models.base import Words
from game.content.models.level import LevelFile


def block_keys(loc: Path) -> tuple[str, ...]:
    """The keys that the block at a path may have; empty when it is no block of the format."""
    model = _model_in(_annotation(loc))
    return tuple(model.model_fields) if model else ()


def required_keys(loc: Path) -> set[str]:
    """The keys that the block at a path must have."""
    return _required(_model_in(_annotation(loc)))


def is_text(loc: Path) -> bool:
    """Whether a text in several languages is expected at a path."""
    return bool(_annotation(loc) == Words)


def block_that_fits(content: object) -> str | None:
    """The section of the level file whose blocks need just such keys, or None."""
    if not isinstance(content, dict):
        return None
    for name, info in LevelFile.model_fields.items():
        if getattr(info.annotation, "__origin__", None) is not dict:
            continue
        model = _model_in(_below(info.annotation, ""))
        needed = _required(model)
        if model and needed and needed <= set(content) <= set(model.model_fields):
            return name
    return None


def _required(model: type[BaseModel] | None) -> set[str]:
    if model is None:
        return set()
    return {name for name, info in model.model_fields.items() if info.is_required()}


def _annotation(loc: Path) -> Any:
    current: Any = LevelFile
    for part in loc:
        current = _below(current, str(part))
        if current is None:
            return None
    return current


def _below(current: Any, part: str) -> Any:
    model = _model_in(current)
    if model is not None:
        info = model.model_fields.get(part)
        return info.annotation if info else None
    arguments = getattr(current, "__args__", ())
    return arguments[-1] if arguments else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    arguments: tuple[Any, ...] = getattr(annotation, "__args__", ())
    if type(None) not in arguments:
        return None
    return next((found for x in arguments if (found := _model_in(x)) is not None), None)
