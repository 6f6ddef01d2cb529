"""Building a mineral: prices by turn, and demand by turn from growth by stretches of years."""

from __future__ import annotations

from fractions import Fraction

from game.content.build.dates import MORE_YEARS, Dates
from game.content.build.processing import build_control, build_separation
from game.content.models.base import BP
from game.content.models.world import Demand, MineralModel
from game.engine.definitions.places import Mineral

_KT = 1_000_000


def build_mineral(key: str, mineral: MineralModel, dates: Dates) -> Mineral:
    """The engine's mineral with historical price and demand as its baselines.

    A year without a price takes the price of the last year before it that has one.
    """
    fed = prices_by_turn(mineral, dates)
    return Mineral(
        id=key,
        price=fed,
        fed_price=fed,
        demand=demand_by_turn(mineral.demand, dates),
        ore_share=mineral.ore_share.value,
        refined_share=mineral.refined_share.value,
        component_share=mineral.component_share.value,
        product_share=mineral.product_share.value,
        recovery=mineral.recovery.value,
        capital=mineral.capital.value,
        operating=mineral.operating.value,
        power_watts=mineral.power.value,
        coal_co2=mineral.coal_co2.value,
        clean_co2=mineral.clean_co2.value,
        forest_ha=mineral.forest.value,
        stock_months=mineral.stock.value,
        safety_months=mineral.safety_stock.value,
        mine_jobs=mineral.mine_jobs.value,
        plant_jobs=mineral.plant_jobs.value,
        component_jobs=mineral.component_jobs.value,
        residue=mineral.residue.built() if mineral.residue else None,
        most_months=mineral.most_stock.value,
        control=build_control(mineral.control),
        separation=build_separation(mineral.separation),
    )


def prices_by_turn(mineral: MineralModel, dates: Dates) -> tuple[int, ...]:
    """US cents per tonne at each turn; empty when the mineral has no price at all."""
    if not mineral.fed_price:
        return ()
    years = sorted(mineral.fed_price)
    found = []
    for turn in range(dates.turns):
        year = str(dates.year_of(turn))
        known = [x for x in years if x <= year] or years[:1]
        found.append(mineral.fed_price[known[-1]].value)
    return tuple(found)


def demand_by_turn(demand: Demand, dates: Dates) -> tuple[int, ...]:
    """Kg a year at each turn and some years beyond, in whole kilotonnes, rounded once.

    Within a year demand rises along a straight line. After the last stretch its rate goes on.
    """
    turns = dates.turns + MORE_YEARS * 12 // dates.months
    yearly = _yearly(demand, dates.first_year, dates.year_of(turns) + 1)
    found = []
    for turn in range(turns):
        month = dates.first_month - 1 + turn * dates.months
        year, part = divmod(month, 12)
        amount = yearly[year] + (yearly[year + 1] - yearly[year]) * Fraction(part, 12)
        found.append(round(amount / _KT) * _KT)
    return tuple(found)


def _yearly(demand: Demand, first: int, last: int) -> list[Fraction]:
    amounts = [Fraction(demand.start.value)]
    for year in range(first + 1, last + 1):
        stretch = next((x for x in demand.growth if year <= x.until), demand.growth[-1])
        amounts.append(amounts[-1] * (BP + stretch.rate.value) / BP)
    return amounts
