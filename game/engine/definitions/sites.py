"""What a level may fix about sites, residues, scrap, risk, pledges and far-away shocks.

All of it is optional: a level that leaves a block out plays as if the mechanism did not exist.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """Armed holders of a site.

    Attributes:
        held: Share of the ground they hold, bp.
        tax: What they take of each tonne that leaves, US cents.
        willing: Share of that tax they would pass on under a pact when nobody presses them, bp.
    """

    held: int
    tax: int
    willing: int


@dataclass(frozen=True, slots=True)
class Residue:
    """What a mineral leaves behind, kg for each tonne.

    Attributes:
        per_ore: For a tonne dug.
        per_metal: For a tonne refined.
    """

    per_ore: int
    per_metal: int


@dataclass(frozen=True, slots=True)
class Scrap:
    """Metal in use at home that comes back as scrap when products die.

    Attributes:
        in_use: kg in products on the first day.
        home_use: kg a year that goes into new products at home, with its yearly ``growth``, bp.
        life: Mean life of a product, years.
    """

    in_use: int
    home_use: int
    growth: int
    life: int


@dataclass(frozen=True, slots=True)
class Pledge:
    """A climate pledge: yearly emissions it starts from, kg, and the cut by the last turn, bp."""

    base: int
    cut: int


@dataclass(frozen=True, slots=True)
class Shocks:
    """Far-away shocks: their chance a year and their size as a price rise, bp."""

    chance: int
    size: int
