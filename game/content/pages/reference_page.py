"""The tables of docs/levels_reference.md, made from the models and the rules.

python -m game.content.pages.reference_page        writes the tables anew between their marks
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.content.atlas import PROGRAM_FOLDER, section
from game.content.library import load_level, proving_paths
from game.content.models.base import Comparison, Measure, Words
from game.content.models.level import LevelFile
from game.content.numbers.traced import Amount
from game.engine.figures.processing import (
    ControlPlace,
    FamilyPlace,
    InputsPlace,
    KnowHowPlace,
    OutletPlace,
)
from game.engine.figures.region import BondPlace, CardPlace, MemberPlace, RegionPlace
from game.engine.figures.sites import (
    CarePlace,
    HoldPlace,
    PapersPlace,
    PledgePlace,
    RiskPlace,
    ScrapPlace,
    ShockPlace,
    SurveyPlace,
    WastePlace,
)
from game.engine.figures.variables import (
    ChainPlace,
    FieldPlace,
    MineralPlace,
    ProvincePlace,
    RivalPlace,
    StatePlace,
    TiePlace,
    figures,
)
from game.engine.parameters.rules import parameter_table
from game.engine.rules import LEVERS
from game.engine.rules.levers import Grid, Lever
from game.engine.start.opening import open_world
from game.engine.world import World

PAGE = PROGRAM_FOLDER / "docs" / "levels_reference.md"
BEGIN, END = "<!-- tables: begin -->", "<!-- tables: end -->"

_PATHS = (
    ("MINERAL", MineralPlace),
    ("MINERAL/RIVAL", RivalPlace),
    ("STATE", StatePlace),
    ("STATE/PROVINCE", ProvincePlace),
    ("STATE/FIELD", FieldPlace),
    ("STATE/MINERAL", ChainPlace),
    ("STATE/PARTNER", TiePlace),
    ("STATE/care", CarePlace),
    ("STATE/waste", WastePlace),
    ("STATE/politics", RiskPlace),
    ("STATE/pledge", PledgePlace),
    ("STATE/FIELD/hold", HoldPlace),
    ("STATE/FIELD/papers", PapersPlace),
    ("STATE/FIELD/survey", SurveyPlace),
    ("STATE/MINERAL/scrap", ScrapPlace),
    ("world/shocks", ShockPlace),
    ("region", RegionPlace),
    ("region/CARD", CardPlace),
    ("STATE/region", MemberPlace),
    ("STATE/region/PARTNER", BondPlace),
    ("MINERAL/control", ControlPlace),
    ("STATE/MINERAL/outlet", OutletPlace),
    ("STATE/MINERAL/know-how", KnowHowPlace),
    ("STATE/MINERAL/inputs", InputsPlace),
    ("STATE/standards", FamilyPlace),
)


def tables(example: str = "indonesia-nickel") -> str:
    """All tables as Markdown; settings of levers are those of `example` or of a proving level."""
    levels = [load_level(name).level for name in (example, *map(str, proving_paths()))]
    worlds = [open_world(level, seed=1) for level in levels]
    parts = [*_models(), *_vocabulary(), *_levers(worlds), *_figures(), *_parameters()]
    return "\n".join(parts)


def renewed(page: str) -> str:
    """The page with its tables made anew."""
    before, rest = page.split(BEGIN)
    after = rest.split(END)[1]
    return f"{before}{BEGIN}\n\n{tables()}\n{END}{after}"


def _models() -> Iterator[str]:
    """One table for each block, outermost first."""
    waiting: list[type[BaseModel]] = [LevelFile]
    seen: set[type[BaseModel]] = set()
    yield "## Keys of each block"
    yield ""
    while waiting:
        model = waiting.pop(0)
        if model in seen:
            continue
        seen.add(model)
        yield from _model_table(model)
        for info in model.model_fields.values():
            waiting += _models_in(info.annotation)


def _model_table(model: type[BaseModel]) -> Iterator[str]:
    yield f"### {_title(model)}"
    yield ""
    yield (model.__doc__ or "").strip().splitlines()[0]
    yield ""
    yield "| key | holds | needed |"
    yield "|---|---|---|"
    for name, info in model.model_fields.items():
        if name != "because":
            needed = "yes" if info.is_required() else "no"
            yield f"| `{name}` | {_holds(info.annotation, info)} | {needed} |"
    yield ""


def _title(model: type[BaseModel]) -> str:
    name = model.__name__.removesuffix("Model")
    return "".join(f" {x.lower()}" if x.isupper() else x for x in name).strip().capitalize()


def _holds(annotation: Any, info: FieldInfo | None = None) -> str:
    """What a key holds, in words."""
    amount = next((x for x in (info.metadata if info else ()) if isinstance(x, Amount)), None)
    if amount is None:
        marks = getattr(annotation, "__metadata__", ())
        amount = next((x for x in marks if isinstance(x, Amount)), None)
    if amount is not None:
        return f"a number in {amount.unit}"
    if annotation == Words:
        return "a text per language"
    if annotation is Comparison:
        return "a condition"
    if annotation is Measure:
        return "a number with its unit"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"a block: {_title(annotation)}"
    return _generic(annotation)


def _generic(annotation: Any) -> str:
    origin = getattr(annotation, "__origin__", None)
    arguments: tuple[Any, ...] = getattr(annotation, "__args__", ())
    simple = {str: "a text", int: "a whole number", bool: "true or false"}
    if annotation in simple:
        return simple[annotation]
    if origin is list:
        return f"a list: {_holds(arguments[0])}"
    if origin is dict:
        return f"by id: {_holds(arguments[1])}"
    if arguments and all(isinstance(x, str) for x in arguments):
        return " or ".join(f"`{x}`" for x in arguments)
    if arguments and all(isinstance(x, int) for x in arguments):
        return " or ".join(str(x) for x in arguments)
    named = [x for x in arguments if x is not type(None)]
    return _holds(named[0]) if named else "a text"


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    found: list[type[BaseModel]] = []
    for argument in getattr(annotation, "__args__", ()):
        found += _models_in(argument)
    return found


def _vocabulary() -> Iterator[str]:
    yield "## Terms of offers"
    yield ""
    yield "| term | unit | what the rules make of it |"
    yield "|---|---|---|"
    for name, row in section("vocabulary", "terms").items():
        yield f"| `{name}` | {row['unit']} | {row['about']} |"
    yield ""


def _levers(worlds: list[World]) -> Iterator[str]:
    """Levers with the settings of the first world in which they have something to act on."""
    yield "## Levers"
    yield ""
    yield "Settings as the rules count them: shares in bp, money in USD, time in turns or years."
    yield ""
    yield "| lever | area | points | on | settings |"
    yield "|---|---|---|---|---|"
    for lever in LEVERS.values():
        target, grid = _first_grid(lever, worlds)
        steps = ", ".join(" ".join(f"{number}" for number in step) for step in grid)
        where = f"`{target}`" if target else "–"
        yield f"| `{lever.id}` | {lever.area} | {lever.cost} | {where} | {steps or 'as offered'} |"
    yield ""


def _first_grid(lever: Lever, worlds: list[World]) -> tuple[str, Grid]:
    for world in worlds:
        for state in world.layout.states:
            targets = lever.targets(world, state)
            if targets:
                return targets[0], lever.grid(world, state, targets[0])
    return "", ()


def _figures() -> Iterator[str]:
    yield "## Figures of the world"
    yield ""
    yield "Conditions read them; effects change those that are neither an account nor a flow."
    yield ""
    yield "| path | figures (unit) |"
    yield "|---|---|"
    for prefix, kind in _PATHS:
        named = [f"`{x.name}` ({x.unit}{_mark(x.flow, x.account)})" for x in figures(kind)]
        yield f"| `{prefix}/…` | {', '.join(named)} |"
    yield ""


def _mark(flow: bool, account: str) -> str:
    return ", flow" if flow else ", account" if account else ""


def _parameters() -> Iterator[str]:
    yield "## Parameters of the rules"
    yield ""
    yield "| parameter | usual | from | to | unit | source | about |"
    yield "|---|---|---|---|---|---|---|"
    for x in parameter_table():
        row = (f"`{x.name}`", x.default, x.low, x.high, x.unit, x.source, x.about)
        yield "| " + " | ".join(str(cell) for cell in row) + " |"
    yield ""


def main(page: Path = PAGE) -> int:
    """Write the tables anew. Returns the exit status."""
    page.write_text(renewed(page.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
