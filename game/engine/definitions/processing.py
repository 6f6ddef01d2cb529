"""What a level fixes about processing: export controls, know-how, inputs, families of standards.

All of it is optional: a level without these blocks has none of the rules R34 to R38.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Control:
    """The hold of one partner over the processing of a mineral.

    Attributes:
        holder: Id of the partner who processes most of the mineral and may license exports.
        inside: Share of world demand used inside the holder's market, bp.
        licence: Share of normal shipments that may leave on the first day, bp; 10,000 is open.
        alternatives: What plants without the holder make outside at the start, kg a year.
        ceiling: The most they can reach, kg a year.
        speed: What they can add in a year while buyers pay them enough, kg a year.
        cost_low, cost_high: Price of the mineral at which the cheapest and the dearest of them
            earn their cost, US cents per tonne.
        stock_months, safety_months: Stock of buyers outside at the start and the floor they keep,
            in months of their demand.
        technology_ban: Whether the holder withholds its know-how on the first day.
        shares_from: Standing from which the holder shares know-how all the same, bp.
    """

    holder: str
    inside: int
    licence: int
    alternatives: int
    ceiling: int
    speed: int
    cost_low: int
    cost_high: int
    stock_months: int
    safety_months: int
    technology_ban: bool
    shares_from: int


@dataclass(frozen=True, slots=True)
class Separation:
    """A process that must be learned.

    Attributes:
        first_yield: Share of the usual recovery that a state without know-how reaches, bp.
        learning: Output in a year that closes half of what a year of work can teach, kg.
        extra_cost: What running a plant costs more without any know-how, bp.
        batch_loss: Share of a turn's metal lost with a failed batch, bp.
    """

    first_yield: int
    learning: int
    extra_cost: int
    batch_loss: int


@dataclass(frozen=True, slots=True)
class Inputs:
    """Reagents and spare parts that mines and plants of a chain must import.

    Attributes:
        partner: Id of the partner who sells most of them.
        dependence: Share of them that comes from that partner on the first day, bp.
        stock: What mines and plants hold in store, in months of use.
        extra_cost: What other suppliers cost more, bp of mining and running cost.
    """

    partner: str
    dependence: int
    stock: int
    extra_cost: int
