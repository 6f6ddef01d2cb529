"""What all level models share: strictness, ids, texts per language, dates, comparisons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import CoreSchema, core_schema

from game.content.faults import excerpt
from game.content.numbers.quantities import Quantity
from game.content.numbers.traced import Amount, Traced, fault, read_quantity

BP: Final = 10_000

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=40)]
"""Lower-case words joined by hyphens, such as `north-maluku`."""

Year = Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}$")]
"""A year as a key. Keys are text in the reader, so `2014:` needs no quotes."""

YearNumber = Annotated[int, Field(ge=1900, le=2099)]
"""A year as a value."""

Language = Annotated[str, Field(pattern=r"^[a-z]{2}$")]
Sentence = Annotated[str, Field(min_length=1, max_length=1_200)]
Words = dict[Language, Sentence]
"""One text in several languages by code: `{en: Nickel, id: Nikel}`."""

Reference = Annotated[str, Field(pattern=r"^[FHD][0-9]{2,3}$")]
"""Id of a fact, a figure or a contradiction card of the atlas."""

Share = Annotated[Traced, Amount("bp", 0, BP)]
Points = Annotated[Traced, Amount("bp", -BP, BP)]
AnyShare = Annotated[Traced, Amount("bp", 0, 10 * BP)]
Rate = Annotated[Traced, Amount("bp", -BP, BP)]
Output = Annotated[Traced, Amount("kg/year")]
Mass = Annotated[Traced, Amount("kg")]
UsdPerTonne = Annotated[Traced, Amount("USD/t")]
Price = Annotated[Traced, Amount("cent/t", 1)]
Usd = Annotated[Traced, Amount("USD")]
UsdPerYear = Annotated[Traced, Amount("USD/year")]
Power = Annotated[Traced, Amount("kW")]
PowerPerYear = Annotated[Traced, Amount("kW/year")]
Months = Annotated[Traced, Amount("months", 0, 120)]
Turns = Annotated[Traced, Amount("turns", 0, 60)]
Degrees = Annotated[Traced, Amount("cdeg", -18_000, 18_000, counted=False)]


class Part(BaseModel):
    """A block of a level file: unknown keys are refused, values are never guessed.

    `because` is the reason for the assumed numbers of the block and of the blocks inside it.
    """

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)

    because: str = Field("", description="Why the assumed numbers in this block are as they are.")


@dataclass(frozen=True, slots=True)
class Comparison:
    """`figure op amount`, the amount still in the unit it was written in."""

    figure: str
    op: str
    amount: Quantity
    text: str

    _SHAPE = re.compile(r"(?P<figure>\S+)\s+(?P<op>>=|<=|==|>|<)\s+(?P<amount>.+)")

    @classmethod
    def read(cls, value: Any) -> Comparison:
        """The comparison that a text such as `indonesia/nickel/ban >= 75 %` says."""
        found = cls._SHAPE.fullmatch(value.strip()) if isinstance(value, str) else None
        if found is None:
            raise fault(
                "bad-condition",
                f"{excerpt(str(value))} is no condition",
                "a condition compares a figure of the world with a number",
                "write a figure, one of >= <= > < == and a number: `indonesia/nickel/ban >= 75 %`",
            )
        return cls(found["figure"], found["op"], read_quantity(found["amount"]), value)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": "string", "description": "A figure, >= <= > < or ==, and a number."}


@dataclass(frozen=True, slots=True)
class Measure:
    """A number whose unit depends on what it is put to: an effect's amount, an order's setting."""

    amount: Quantity

    @classmethod
    def read(cls, value: Any) -> Measure:
        """The measure that a number or a quantity says."""
        if isinstance(value, bool) or not isinstance(value, str | int):
            raise fault(
                "no-number",
                f"{excerpt(str(value))} is no number",
                "a number is expected here",
                "write a number, with its unit if it has one",
            )
        return cls(read_quantity(value))

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {"type": ["string", "integer"], "description": "A number with its unit, if any."}


def whole_setting(measure: Measure) -> int:
    """An order's setting as the engine counts it: shares in bp, money in USD, else plain.

    Raises `QuantityError` when it does not come out whole.
    """
    dimension = dict(measure.amount.unit.dimension)
    if measure.amount.unit.symbol in ("turn", "turns"):
        return measure.amount.whole("turns")
    if measure.amount.unit.symbol in ("year", "years"):
        return measure.amount.whole("years")
    if set(dimension) == {"money"} or set(dimension) == {"money", "time"}:
        return measure.amount.whole("USD" if len(dimension) == 1 else "USD/year")
    if measure.amount.unit.symbol:
        return measure.amount.whole("bp")
    return measure.amount.whole("")
