"""What a validation error of a model means for the person who wrote the file."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from game.content.atlas import SHARED, section
from game.content.faults import MAX_PROBLEMS, Problem, did_you_mean, excerpt
from game.content.file.tree import Path
from game.content.models.key_tables import block_keys, block_that_fits, is_text, required_keys

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
_BOUNDS = {
    "greater_than_equal": ("at least", "ge"),
    "less_than_equal": ("at most", "le"),
    "too_short": ("at least", "min_length"),
    "too_long": ("at most", "max_length"),
    "string_too_short": ("at least", "min_length"),
    "string_too_long": ("at most", "max_length"),
}
_ID_PATTERN = "^[a-z]"
_MAX_DETAILS = 5 * MAX_PROBLEMS
"""Faults of a model that are looked at: a block that lacks a dozen keys is still one problem."""


def problems(opened: OpenedFile, error: ValidationError) -> list[Problem]:
    """One problem for each thing at fault, in the order of the file; root causes only."""
    details = [x for x in error.errors(include_url=False) if not _is_known(opened, x)]
    strange = _strange_blocks(opened, details)
    details = [x for x in details if tuple(x["loc"])[:2] not in strange][:_MAX_DETAILS]
    meant = {_meant(tuple(x["loc"])) for x in details if x["type"] == "extra_forbidden"}
    found = [_strange_block(opened, loc, name) for loc, name in _first_of_each_section(strange)]
    lacking: dict[Path, list[str]] = {}
    for detail in details:
        loc = tuple(detail["loc"])
        if detail["type"] != "missing":
            found.append(_problem(opened, loc, detail))
        elif loc not in meant and not _explained(loc, strange):
            lacking.setdefault(loc[:-1], []).append(str(loc[-1]))
    found += [
        _missing_keys(opened, loc, keys)
        for loc, keys in lacking.items()
        if loc[:2] == loc or loc[:2] not in lacking or not _near_id(loc[:2])
    ]
    return _shortened(sorted(found, key=lambda item: item.position))


def _shortened(found: list[Problem]) -> list[Problem]:
    """The first problems, and that there are more when there are."""
    if len(found) <= MAX_PROBLEMS:
        return found
    last = found[MAX_PROBLEMS - 1]
    more = replace(
        last,
        code="too-many-problems",
        what=f"only the first {MAX_PROBLEMS} problems are listed",
        why="the file is broken as a whole",
        remedy="correct the problems above and check again",
    )
    return [*found[:MAX_PROBLEMS], more]


def _is_known(opened: OpenedFile, detail: ErrorDetails) -> bool:
    """Whether the reader has already said what is wrong there."""
    if opened.document is None:
        return False
    loc = _clean(tuple(detail["loc"]))
    own_check = detail["type"] == "unknown-key"
    return opened.document.is_faulty(loc) or (own_check and opened.document.holds_fault(loc))


def _meant(loc: Path) -> Path:
    """The path that a misspelt key was meant to have."""
    near = did_you_mean(str(loc[-1]), block_keys(loc[:-1]))
    return (*loc[:-1], near) if near else loc


def _clean(loc: Path) -> Path:
    return tuple(part for part in loc if part != "[key]")


# ---- blocks that stand in the wrong section ----------------------------------------------------


def _strange_blocks(opened: OpenedFile, details: list[ErrorDetails]) -> dict[Path, str]:
    """Blocks with most keys wrong, by path, with the section that they would fit into."""
    lacking = {tuple(x["loc"])[:2] for x in details if x["type"] == "missing" and x["loc"][1:]}
    found: dict[Path, str] = {}
    for name, blocks in opened.data.items():
        for key, content in blocks.items() if isinstance(blocks, dict) else ():
            loc: Path = (name, key)
            fitting = block_that_fits(content) if loc in lacking else None
            needed = required_keys(loc)
            if fitting and fitting != name and len(needed & set(content)) * 2 <= len(needed):
                found[loc] = fitting
    return found


def _first_of_each_section(strange: dict[Path, str]) -> list[tuple[Path, str]]:
    first: dict[tuple[str | int, str], Path] = {}
    for loc, name in strange.items():
        first.setdefault((loc[0], name), loc)
    return [(loc, name) for (_, name), loc in first.items()]


def _strange_block(opened: OpenedFile, loc: Path, fitting: str) -> Problem:
    return opened.problem(
        loc,
        "wrong-section",
        f"`{loc[1]}` stands under `{loc[0]}:` but looks like one of `{fitting}:`",
        "each block has its place",
        f"write the line `{fitting}:` above it, or move it there",
        of_key=True,
    )


def _explained(loc: Path, strange: dict[Path, str]) -> bool:
    """Whether a section is missing because its blocks stand under another one."""
    return len(loc) == 1 and loc[0] in strange.values()


# ---- single faults -----------------------------------------------------------------------------


def _problem(opened: OpenedFile, loc: Path, detail: ErrorDetails) -> Problem:
    kind = detail["type"]
    context: dict[str, Any] = detail.get("ctx", {})
    if "remedy" in context:
        return opened.problem(loc, kind, context["what"], context["why"], context["remedy"])
    if kind == "extra_forbidden":
        return _unknown_key(opened, loc)
    what, why, remedy = _shape_words(kind, loc, detail, context)
    return opened.problem(loc, kind.replace("_", "-"), what, why, remedy)


def _unknown_key(opened: OpenedFile, loc: Path) -> Problem:
    known = block_keys(loc[:-1])
    near = did_you_mean(str(loc[-1]), known)
    listed = ", ".join(known)
    key, bracket, _ = str(loc[-1]).partition(" {")
    if bracket and key in known:  # `name {en: …}` reads as a key `name {en`
        return opened.problem(
            loc,
            "missing-colon",
            f"there is no colon after `{key}`",
            "what follows becomes part of the key",
            f"write `{key}: {{`",
            of_key=True,
        )
    return opened.problem(
        loc,
        "unknown-key",
        f"{excerpt(str(loc[-1]))} is no key of this block",
        "a misspelt key would be passed over in silence",
        f"did you mean `{near}`?" if near else f"use one of: {listed}",
        of_key=True,
    )


def _near_id(loc: Path) -> str | None:
    """The entry of the atlas that a block's id, which is none, is a slip of; None without one."""
    if not loc or loc[0] not in SHARED:
        return None
    known = section(str(loc[0]), str(loc[0]))
    return None if str(loc[1]) in known else did_you_mean(str(loc[1]), known)


def _missing_keys(opened: OpenedFile, loc: Path, keys: list[str]) -> Problem:
    """One problem for all keys that a block lacks; an unknown id of the atlas is named first."""
    block = _block_name(loc)
    listed = ", ".join(f"`{key}`" for key in keys)
    why, remedy = "the rules need it", f"add `{keys[0]}:` to this block"
    if len(keys) > 1:
        why, remedy = "the rules need them", "add these keys to this block"
    if len(loc) == 2 and loc[0] in SHARED:
        known = section(str(loc[0]), str(loc[0]))
        if str(loc[1]) not in known:
            near = _near_id(loc)
            why = f"the atlas has no `{loc[1]}` to take them from"
            remedy = f"did you mean `{near}`? Otherwise add these keys" if near else remedy
            remedy += f" (the atlas has: {', '.join(known)})"
    what = f"{block} has no {listed}"
    return opened.problem(loc, "missing-key", what, why, remedy, of_key=True, in_level=True)


def _block_name(loc: Path) -> str:
    """A block in words: places in a list are counted from 1."""
    if not loc:
        return "the level"
    names = [str(part) for part in loc if isinstance(part, str)]
    place = f"entry {loc[-1] + 1} of " if isinstance(loc[-1], int) else ""
    return place + excerpt(".".join(names), 60)


def _shape_words(
    kind: str, loc: Path, detail: ErrorDetails, context: dict[str, Any]
) -> tuple[str, str, str]:
    value = detail["input"]
    given = excerpt(str(value))
    if kind == "dict_type" and is_text(loc):
        text = str(value).replace('"', "'")
        return (
            f"{given} does not say its language",
            "a text is written for each language",
            f'write it as `{{en: "{text}"}}`' if len(text) < 60 else 'write it as `{en: "…"}`',
        )
    if kind in _KINDS:
        wanted, remedy = _KINDS[kind]
        if kind == "int_type" and (digits := re.match(r"[0-9]+(?=\s)", str(value))):
            remedy = f"write `{digits.group()}` alone"
        return f"{given} is not {wanted}", f"{wanted} is expected here", remedy
    if kind in _BOUNDS:
        return _bound_words(kind, value, context)
    if kind == "literal_error":
        choices = str(context.get("expected", ""))
        near = did_you_mean(str(value), re.findall(r"[a-z0-9_]+", choices.replace(" or ", " ")))
        return (
            f"{given} is not allowed here",
            f"the choices are {choices}",
            f"did you mean `{near}`?" if near else "write one of them",
        )
    if kind == "string_pattern_mismatch":
        return _pattern_words(str(value), str(context.get("pattern", "")))
    return f"{given} cannot be used", _lower(detail["msg"]), "correct it"


def _bound_words(kind: str, value: object, context: dict[str, Any]) -> tuple[str, str, str]:
    side, key = _BOUNDS[kind]
    bound = context[key]
    if kind == "string_too_short" and not value:
        return "the text is empty", "readers would see nothing here", "write the text"
    if kind.startswith("string"):
        what, of_what = f"{excerpt(str(value))} has {len(str(value))} characters", " characters"
    elif isinstance(value, list | dict):
        what, of_what = f"there is room for another number of entries than {len(value)}", " entries"
    else:
        what, of_what = f"{excerpt(str(value))} is out of range", ""
    limit = f"{side} {bound}{of_what}"
    return what, f"this is {limit}", f"write {limit}"


def _pattern_words(value: str, pattern: str) -> tuple[str, str, str]:
    what = f"{excerpt(value)} has the wrong form"
    if pattern.startswith("^[FHD]"):
        return what, "sources are ids such as F065, H103 or D05", "write such an id"
    if pattern.startswith("^(19|20)"):
        return what, "this is a year", "write it with four digits, such as 2014"
    if pattern.startswith(_ID_PATTERN) and "-" in pattern:
        fitting = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")
        remedy = f"write `{fitting}`, for example" if fitting[:1].isalpha() else "choose an id"
        return what, "an id has lower-case letters, digits and hyphens", remedy
    return what, f"it must match {pattern}", "write it as the examples do"


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
