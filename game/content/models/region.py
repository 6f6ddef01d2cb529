"""Models of coordination among states: members, meetings, institutions, deals."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.models.base import Id, Measure, Part, Reference, Share, Usd, UsdPerYear, Words
from game.content.numbers.traced import Amount, Traced

DealKind = Literal["price_club", "quota", "swap", "data", "recognition", "loan"]
AUDITS = {"states": 0, "region": 1, "outside": 2}


class MeetingsModel(Part):
    """When ministers meet: the first turn (counted from 1), and turns from one to the next."""

    first: int = Field(ge=1, le=64)
    every: int = Field(ge=1, le=64)
    sources: list[Reference] = Field(default_factory=list)


class CardModel(Part):
    """A proposal to the ministers: it sets one figure of the region, such as `region/audit`."""

    title: Words
    figure: str
    value: Measure
    sources: list[Reference] = Field(default_factory=list)


class LabelModel(Part):
    """The shared certificate on the first day; `equal` names a partner with a label of its own."""

    strictness: Share
    audit: Literal["states", "region", "outside"]
    trust: Share
    equal: str = ""


class RoleModel(Part):
    """A part in making electric cars, and how well each member is placed for it."""

    name: Words
    fit: dict[Id, Share] = Field(min_length=1)


class WindowModel(Part):
    """A pool that several partners fill: who, how much a year, and who may draw."""

    lenders: list[Id] = Field(min_length=1)
    pool: UsdPerYear
    autonomy_floor: Share
    share_most: Share
    years: int = Field(ge=1, le=30)


class InitiativeModel(Part):
    """A partner's initiative: the chance that money arrives, and what the chance gains a year."""

    name: Words = Field(default_factory=dict)
    partner: Id
    chance: Share
    grows: Share
    grant: Usd


class ClubModel(Part):
    """Careful friends: the standards they ask for, and the turns they take to look."""

    name: Words = Field(default_factory=dict)
    partners: list[Id] = Field(min_length=1)
    floor: Share
    appraisal: Annotated[Traced, Amount("turns", 0, 20)]


class RegionModel(Part):
    """States that may act together. What is left out does not exist in the level."""

    name: Words = Field(default_factory=dict)
    members: list[Id] = Field(min_length=2)
    cohesion: Share
    meetings: MeetingsModel | None = None
    agenda: dict[Id, CardModel] = Field(default_factory=dict)
    cartel: str = Field("", description="The mineral whose producers may agree to cut output.")
    label: LabelModel | None = None
    roles: dict[Id, RoleModel] = Field(default_factory=dict)
    data: Share | None = Field(None, description="Quality of the common data base at the start.")
    fund: bool = Field(False, description="Whether there is a trust fund.")
    award: bool = Field(False, description="Whether each meeting gives a prize.")
    window: WindowModel | None = None
    initiative: InitiativeModel | None = None
    club: ClubModel | None = None
    restrictions: Share | None = Field(None, description="Limits on trade in the world.")
    opinions: dict[Id, dict[Id, Share]] = Field(
        default_factory=dict, description="By state and partner, how people at home see it."
    )
    deals: list[DealKind] = Field(
        default_factory=list, description="Deals that members may strike with one another."
    )
