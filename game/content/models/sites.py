"""Models of what only some levels have: holders, residues, scrap, pledges, far-away shocks."""

from __future__ import annotations

from typing import Annotated

from game.content.models.base import AnyShare, Mass, Output, Part, Rate, Share
from game.content.numbers.traced import Amount, Traced
from game.engine.definitions.sites import Holder, Pledge, Residue, Scrap, Shocks

PerTonne = Annotated[Traced, Amount("bp", 0, 10_000_000)]
"""Tonnes of one thing for each tonne of another, `1.4 t/t`."""


def certain() -> Traced:
    """The doubt about reserves that nobody doubts."""
    return Traced(0, "bp", "0 %", counted=False)


def never() -> Traced:
    """The political risk at which a partner leaves that never leaves."""
    return Traced(10_000, "bp", "100 %", counted=False)


def like_others() -> Traced:
    """How well state plants work that work like any other."""
    return Traced(10_000, "bp", "100 %", counted=False)


class HolderModel(Part):
    """Armed holders of a site: the ground they hold, their tax, the share of it they would give."""

    held: Share
    tax: Annotated[Traced, Amount("cent/t")]
    willing: Share

    def built(self) -> Holder:
        """The holder as the engine knows it."""
        return Holder(self.held.value, self.tax.value, self.willing.value)


class ResidueModel(Part):
    """What a mineral leaves that must be stored, for each tonne dug and each tonne refined."""

    per_ore: PerTonne
    per_metal: PerTonne

    def built(self) -> Residue:
        """The residue as the engine knows it, kg for each tonne."""
        return Residue(self.per_ore.value // 10, self.per_metal.value // 10)


class ScrapModel(Part):
    """Metal in use at home: what is in products, what goes into new ones, how long they live."""

    in_use: Mass
    home_use: Output
    growth: Rate
    life: Annotated[Traced, Amount("years", 8, 15)]

    def built(self) -> Scrap:
        """The scrap as the engine knows it."""
        return Scrap(self.in_use.value, self.home_use.value, self.growth.value, self.life.value)


class PledgeModel(Part):
    """A climate pledge: emissions it starts from, and the cut by the last turn."""

    base: Annotated[Traced, Amount("kgCO2/year", 1)]
    cut: Share

    def built(self) -> Pledge:
        """The pledge as the engine knows it."""
        return Pledge(self.base.value, self.cut.value)


class ShocksModel(Part):
    """Far-away shocks to energy and freight: their chance a year, and the price rise they bring."""

    chance: Share
    size: AnyShare

    def built(self) -> Shocks:
        """The shocks as the engine knows them."""
        return Shocks(self.chance.value, self.size.value)
