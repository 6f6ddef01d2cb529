"""Numbers that say where they come from.

A number in a level is written bare, `75 %`, or as a block:

    capacity: {is: 200 kt/year, kind: calibrated, source: [H036], low: 147 kt/year, note: "..."}

`kind` is `fact` (a cited source says so), `calibrated` (set so that the model meets the cited
figures) or `game` (an assumption of ours, with a note). A bare number, or a `game` number without
a note, takes its reason from the nearest `because:` around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from game.content.faults import did_you_mean, excerpt
from game.content.numbers.quantities import Quantity, QuantityError, missing_unit, parse_quantity
from game.content.numbers.unit_advice import usual_unit

FACT, CALIBRATED, GAME, BARE = "fact", "calibrated", "game", ""
KINDS: Final = (FACT, CALIBRATED, GAME)
BLOCK_KEYS: Final = ("is", "kind", "source", "low", "high", "year", "note")


@dataclass(frozen=True, slots=True)
class Traced:
    """A number in the unit its field counts in, as written, with its origin.

    `kind` is empty for a bare number; `low` and `high` are in the same unit as `value`.
    Layout and schedule are not `counted`: they need no origin.
    """

    value: int
    unit: str
    text: str
    kind: str = BARE
    sources: tuple[str, ...] = ()
    low: int | None = None
    high: int | None = None
    year: str = ""
    note: str = ""
    counted: bool = True


def fault(code: str, what: str, why: str, remedy: str) -> PydanticCustomError:
    """The four parts of a problem as the error that a model validator raises."""
    parts = {"what": what, "why": why, "remedy": remedy}
    return PydanticCustomError(code, "{what}, {why}, {remedy}", parts)


def read_quantity(text: str | int) -> Quantity:
    """`text` as a quantity; a fault of the model layer when it is none."""
    try:
        return parse_quantity(text)
    except QuantityError as error:
        raise _as_fault(error) from error


def _as_fault(error: QuantityError) -> PydanticCustomError:
    return fault(error.code, error.what, error.why, error.remedy)


@dataclass(frozen=True, slots=True)
class Amount:
    """Annotation of a field that holds a number: its unit and the bounds kept inside.

    `counted` is false for layout and schedule, which need no origin.
    """

    unit: str
    low: int | None = 0
    high: int | None = None
    counted: bool = True

    def read(self, value: Any) -> Traced:
        """The number that `value` says, in this unit."""
        if isinstance(value, Traced):
            return value
        if isinstance(value, dict):
            return self._block(value)
        return Traced(self._whole(value), self.unit, str(value), counted=self.counted)

    def _whole(self, value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise self._no_number(value)
        if isinstance(value, int) and self.unit and value:
            raise _as_fault(missing_unit(str(value), self.unit))
        try:
            whole = parse_quantity(value, self.unit).whole(self.unit)
        except QuantityError as error:
            raise _as_fault(error) from error
        self._bounded(whole, value)
        return whole

    def _no_number(self, value: Any) -> PydanticCustomError:
        return fault(
            "no-number",
            f"{excerpt(str(value))} is no number",
            "a number is expected here",
            f"write a number in {usual_unit(self.unit) or 'plain digits'}, or a block with `is:`",
        )

    def _bounded(self, whole: int, value: str | int) -> None:
        if self.low is not None and whole < self.low:
            raise self._outside(value, "at least", self.low)
        if self.high is not None and whole > self.high:
            raise self._outside(value, "at most", self.high)

    def _outside(self, value: str | int, side: str, bound: int) -> PydanticCustomError:
        limit = f"{bound // 100} %" if self.unit == "bp" else f"{bound} {self.unit}".strip()
        why = f"this value is {side} {limit}"
        remedy = f"write {side} {limit}"
        return fault("out-of-range", f"{excerpt(str(value))} is out of range", why, remedy)

    def _block(self, block: dict[str, Any]) -> Traced:
        for key in block:
            if key not in BLOCK_KEYS:
                raise _unknown_block_key(str(key))
        if "is" not in block:
            raise fault(
                "missing-key",
                "the block has no `is`",
                "a number in a block is written after `is:`",
                "add the value as `is: 75 %`, for example",
            )
        kind = block.get("kind", BARE)
        if kind not in (*KINDS, BARE):
            near = did_you_mean(str(kind), KINDS)
            raise fault(
                "unknown-kind",
                f"{excerpt(str(kind))} is no kind of number",
                "a number is a fact, calibrated or game",
                f"did you mean `{near}`?" if near else "write fact, calibrated or game",
            )
        low = self._whole(block["low"]) if "low" in block else None
        high = self._whole(block["high"]) if "high" in block else None
        value = self._whole(block["is"])
        if (low is not None and value < low) or (high is not None and value > high):
            raise fault(
                "outside-own-range",
                f"{excerpt(str(block['is']))} lies outside its own low and high",
                "a contested number stays inside the range that sources give",
                "correct the value, the low or the high",
            )
        return Traced(
            value,
            self.unit,
            str(block["is"]),
            str(kind),
            _sources(block.get("source", [])),
            low,
            high,
            str(block.get("year", "")),
            str(block.get("note", "")),
            self.counted,
        )

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        unit = f"in {self.unit}" if self.unit else "a plain number"
        bare = {"type": ["string", "integer"], "description": f"A number {unit}."}
        return {"anyOf": [bare, _block_schema()], "description": f"A number {unit}."}


def _block_schema() -> dict[str, Any]:
    text_or_whole = {"type": ["string", "integer"]}
    return {
        "type": "object",
        "required": ["is"],
        "additionalProperties": False,
        "properties": {
            "is": text_or_whole,
            "kind": {"enum": list(KINDS)},
            "source": {"type": "array", "items": {"type": "string"}},
            "low": text_or_whole,
            "high": text_or_whole,
            "year": text_or_whole,
            "note": {"type": "string"},
        },
    }


def _unknown_block_key(key: str) -> PydanticCustomError:
    near = did_you_mean(key, BLOCK_KEYS)
    return fault(
        "unknown-key",
        f"{excerpt(key)} is not part of a number",
        f"a number has {', '.join(BLOCK_KEYS)}",
        f"did you mean `{near}`?" if near else "take the key out",
    )


def _sources(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise fault(
        "bad-source",
        f"{excerpt(str(value))} is no list of sources",
        "sources are ids of facts and figures",
        "write it like `source: [F059, H067]`",
    )
