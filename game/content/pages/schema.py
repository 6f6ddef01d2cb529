"""The JSON Schema of level files, made from the models; editors use it while a level is written."""

from __future__ import annotations

from typing import Any

from game.content.atlas import SHARED
from game.content.models.level import LevelFile


def level_schema() -> dict[str, Any]:
    """The schema of a level file as plain data.

    Blocks that are laid over the atlas need only what the atlas lacks, so no key is required
    inside them; `check` knows the rest.
    """
    schema = LevelFile.model_json_schema(mode="validation")
    definitions: dict[str, Any] = schema["$defs"]
    relaxed = {"MineralModel", "StateModel", "PartnerModel", "ProvinceModel", "CapitalCity"}
    for name in relaxed & set(definitions):
        definitions[name].pop("required", None)
    for name in SHARED:
        about = f"Laid over the entries of levels/atlas/{name}.yaml that it names."
        schema["properties"][name]["description"] = about
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "Downstream level"
    return schema
