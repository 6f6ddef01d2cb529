"""The editor schema and the reference page are made from the models and fit them."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml

from game.content.library import CAMPAIGN_FOLDER
from game.content.pages.reference_page import PAGE, renewed
from game.content.pages.schema import level_schema


def _resolve(schema: dict[str, Any], node: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in node:
        node = schema["$defs"][node["$ref"].rsplit("/", 1)[1]]
    return node


def _misfits(schema: dict[str, Any], node: dict[str, Any], value: Any, at: str) -> list[str]:
    """Where a value breaks the schema: keys it forbids, keys it needs, kinds of values."""
    node = _resolve(schema, node)
    if "anyOf" in node:
        tried = [_misfits(schema, option, value, at) for option in node["anyOf"]]
        return [] if any(not misfits for misfits in tried) else [f"{at}: none of the kinds"]
    if isinstance(value, dict):
        return _misfits_of_block(schema, node, value, at)
    if isinstance(value, list):
        if node.get("type") != "array":
            return [f"{at}: a list"]
        return [
            misfit
            for index, item in enumerate(value)
            for misfit in _misfits(schema, node.get("items", {}), item, f"{at}.{index}")
        ]
    kinds = {bool: "boolean", int: "integer", str: "string"}
    allowed = node.get("type", [])
    allowed = [allowed] if isinstance(allowed, str) else allowed
    return [] if not allowed or kinds[type(value)] in allowed else [f"{at}: {value!r}"]


def _misfits_of_block(
    schema: dict[str, Any], node: dict[str, Any], value: dict[str, Any], at: str
) -> list[str]:
    if node.get("type") != "object":
        return [f"{at}: a block"]
    misfits = [f"{at}: no {key}" for key in node.get("required", []) if key not in value]
    named = node.get("properties", {})
    other = node.get("additionalProperties")
    patterns = node.get("patternProperties", {})
    for key, inner in value.items():
        below = named.get(key) or next(iter(patterns.values()), None) or other
        if not isinstance(below, dict):
            misfits.append(f"{at}: {key} is not allowed")
        else:
            misfits += _misfits(schema, below, inner, f"{at}.{key}")
    return misfits


def _keys_as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _keys_as_text(inner) for key, inner in value.items()}
    return [_keys_as_text(item) for item in value] if isinstance(value, list) else value


@pytest.mark.parametrize("path", sorted(CAMPAIGN_FOLDER.glob("*.yaml")), ids=lambda x: x.stem)
def test_shipped_levels_fit_the_schema(path: Any) -> None:
    schema = level_schema()
    level = _keys_as_text(yaml.safe_load(path.read_text(encoding="utf-8")))
    assert _misfits(schema, schema, level, "level") == []
    assert _misfits(schema, schema, {**level, "minuts": 5}, "level") != []
    assert _misfits(schema, schema, {**level, "turns": "many"}, "level") != []


def test_the_schema_is_plain_json() -> None:
    schema = json.loads(json.dumps(level_schema()))
    assert schema["title"] == "Downstream level"
    assert "levels/atlas/states.yaml" in schema["properties"]["states"]["description"]


def test_the_schema_file_for_editors_is_up_to_date() -> None:
    text = (CAMPAIGN_FOLDER.parent / "level.schema.json").read_text(encoding="utf-8")
    fresh = json.dumps(level_schema(), indent=2, ensure_ascii=False) + "\n"
    assert text == fresh, "run: python main.py schema > levels/level.schema.json"


def test_shipped_levels_name_the_schema_file() -> None:
    for path in CAMPAIGN_FOLDER.glob("*.yaml"):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / named).resolve() == CAMPAIGN_FOLDER.parent / "level.schema.json"


def test_the_reference_page_is_up_to_date() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert page == renewed(page), "run: python -m game.content.pages.reference_page"
