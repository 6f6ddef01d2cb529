"""Whether what a region names exists, and whether its institutions can work."""

from __future__ import annotations

from game.content.build.level import bare_level
from game.content.checks.findings import Findings
from game.content.models.region import CardModel, RegionModel
from game.content.numbers.figure_units import in_unit_of, slot_of
from game.content.numbers.quantities import QuantityError
from game.content.opening import Loc
from game.engine.layout.layout import Layout, layout_of

HERE: Loc = ("region",)
SETTABLE = ("strictness", "audit", "equal", "lead_body")
"""Figures of a region that a meeting may set."""


def check_region(found: Findings) -> None:
    """Note names that lead nowhere; figures of cards are looked at once names are sound."""
    region = found.file.region
    if region is None:
        return
    _check_members(found, region)
    _check_partners(found, region)
    if region.cartel:
        found.known(("region", "cartel"), "mineral", region.cartel, found.file.minerals)
    if region.agenda and region.meetings is None:
        found.error(
            ("region", "agenda"),
            "no-meetings",
            "there is an agenda and nobody meets",
            "proposals are voted on in meetings of ministers",
            "write `meetings:` with `first` and `every`, or take the agenda out",
        )


def _check_members(found: Findings, region: RegionModel) -> None:
    for index, member in enumerate(region.members):
        found.known(("region", "members", index), "state", member, found.file.states)
        if member in region.members[:index]:
            found.error(
                ("region", "members", index),
                "member-twice",
                f"`{member}` stands here twice",
                "a state is a member once",
                "take one of the two out",
            )
    members = list(region.members)
    if not set(members) <= set(found.file.states):
        members += found.file.states  # a misspelt member is named once, where it stands
    for key, role in region.roles.items():
        for state in role.fit:
            found.known(("region", "roles", key, "fit", state), "member", state, members)
    if len(region.roles) == 1:
        found.error(
            ("region", "roles"),
            "one-role",
            "there is only one part",
            "a chain of parts pays for pairs of parts that fit",
            "write a second part, or take `roles:` out",
        )
    for state in region.opinions:
        found.known(("region", "opinions", state), "member", state, members)


def _check_partners(found: Findings, region: RegionModel) -> None:
    partners = found.file.partners
    named: list[tuple[Loc, str]] = []
    if region.label and region.label.equal:
        named.append((("region", "label", "equal"), region.label.equal))
    if region.window:
        named += _each("window", "lenders", region.window.lenders)
    if region.initiative:
        named.append((("region", "initiative", "partner"), region.initiative.partner))
    if region.club:
        named += _each("club", "partners", region.club.partners)
    for state, seen in region.opinions.items():
        named += [(("region", "opinions", state, x), x) for x in seen]
    for loc, partner in named:
        found.known(loc, "partner", partner, partners)


def _each(block: str, key: str, names: list[str]) -> list[tuple[Loc, str]]:
    return [(("region", block, key, index), name) for index, name in enumerate(names)]


def check_cards(found: Findings) -> None:
    """Note cards that set what no meeting may set, or in a wrong unit."""
    region = found.file.region
    if region is None or not region.agenda:
        return
    layout = layout_of(bare_level(found.file))
    for key, card in region.agenda.items():
        _check_card(found, key, card, layout)


def _check_card(found: Findings, key: str, card: CardModel, layout: Layout) -> None:
    here = ("region", "agenda", key)
    try:
        slot_of(card.figure, layout)
        in_unit_of(card.figure, card.value.amount, layout)
    except QuantityError as error:
        part = "figure" if error.code == "unknown-figure" else "value"
        found.error((*here, part), error.code, error.what, error.why, error.remedy)
        return
    if card.figure not in {f"region/{name}" for name in SETTABLE}:
        named = ", ".join(f"`region/{name}`" for name in SETTABLE)
        found.error(
            (*here, "figure"),
            "not-for-ministers",
            f"ministers cannot set `{card.figure}`",
            "a meeting decides on rules of the region, not on what states do at home",
            f"name one of {named}",
        )
