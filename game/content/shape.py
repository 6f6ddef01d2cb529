"""What a validation error of a model means for the person who wrote the file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from game.content.faults import Problem, did_you_mean, excerpt
from game.content.models import LevelFile
from game.content.tree import Path

if TYPE_CHECKING:
    from game.content.opening import OpenedFile

_KINDS = {
    "string_type": ("a text", "put it in quotes if it is meant as text"),
    "int_type": ("a whole number", "write digits only"),
    "bool_type": ("true or false", "write true or false"),
    "list_type": ("a list", "begin each item with a hyphen, or use [ ]"),
    "dict_type": ("a block of keys", "write keys below it, or use { }"),
    "model_type": ("a block of keys", "write keys below it, or use { }"),
    "model_attributes_type": ("a block of keys", "write keys below it, or use { }"),
}


def problems(opened: OpenedFile, error: ValidationError) -> list[Problem]:
    """One problem for each thing at fault, in the order of the file; root causes only."""
    details = error.errors(include_url=False)
    meant = {_meant(tuple(x["loc"])) for x in details if x["type"] == "extra_forbidden"}
    found = []
    for detail in details:
        loc = tuple(detail["loc"])
        known = opened.document is not None and opened.document.is_faulty(_clean(loc))
        misspelt = detail["type"] == "missing" and loc in meant
        if not known and not misspelt:
            found.append(_problem(opened, loc, detail))
    return sorted(found, key=lambda item: item.position)


def _meant(loc: Path) -> Path:
    """The path that a misspelt key was meant to have."""
    near = did_you_mean(str(loc[-1]), known_keys(loc[:-1]))
    return (*loc[:-1], near) if near else loc


def _clean(loc: Path) -> Path:
    return tuple(part for part in loc if part != "[key]")


def _problem(opened: OpenedFile, loc: Path, detail: ErrorDetails) -> Problem:
    kind = detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    if "remedy" in context:
        return opened.problem(loc, kind, context["what"], context["why"], context["remedy"])
    if kind == "extra_forbidden":
        return _unknown_key(opened, loc)
    if kind == "missing":
        return _missing_key(opened, loc)
    what, why, remedy = _shape_words(kind, detail, context)
    return opened.problem(loc, kind.replace("_", "-"), what, why, remedy)


def _unknown_key(opened: OpenedFile, loc: Path) -> Problem:
    known = known_keys(loc[:-1])
    near = did_you_mean(str(loc[-1]), known)
    listed = ", ".join(known)
    return opened.problem(
        loc,
        "unknown-key",
        f"{excerpt(str(loc[-1]))} is no key of this block",
        "a misspelt key would be passed over in silence",
        f"did you mean `{near}`?" if near else f"use one of: {listed}",
        of_key=True,
    )


def _missing_key(opened: OpenedFile, loc: Path) -> Problem:
    block = ".".join(str(part) for part in loc[:-1]) or "the level"
    return opened.problem(
        loc[:-1],
        "missing-key",
        f"{excerpt(block)} has no `{loc[-1]}`",
        "the rules need it",
        f"add `{loc[-1]}:` to this block",
        of_key=True,
    )


def _shape_words(kind: str, detail: ErrorDetails, context: dict[str, Any]) -> tuple[str, str, str]:
    given = excerpt(str(detail["input"]))
    if kind in _KINDS:
        wanted, remedy = _KINDS[kind]
        return f"{given} is not {wanted}", f"{wanted} is expected here", remedy
    if kind == "literal_error":
        choices = str(context.get("expected", ""))
        near = did_you_mean(str(detail["input"]), choices.replace("'", "").split(" or ")[-1:])
        return (
            f"{given} is not allowed here",
            f"the choices are {choices}",
            f"did you mean `{near}`?" if near else "write one of them",
        )
    if kind == "string_pattern_mismatch":
        return (
            f"{given} has the wrong form",
            f"it must match {context.get('pattern', '')}",
            "use lower-case letters, digits and hyphens as the examples do",
        )
    return f"{given} cannot be used", _lower(detail["msg"]), "correct it"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def known_keys(loc: Path) -> tuple[str, ...]:
    """The keys that the block at a path may have, by walking the models."""
    current: Any = LevelFile
    for part in loc:
        current = _below(current, str(part))
        if current is None:
            return ()
    model = _model_in(current)
    return tuple(model.model_fields) if model else ()


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
