"""The first day of places that stand only where a level asks for them."""

from game.engine.definitions.places import StartChain
from game.engine.figures.variables import ChainPlace, MineralPlace, StatePlace
from game.engine.numbers import BP, muldiv, part


def open_control(mineral: MineralPlace, row: list[int]) -> None:
    """Set a control's figures; stocks are shared between the market inside and outside."""
    place = mineral.control
    if place is None:
        return
    spec, demand = place.spec, mineral.spec.demand[0]
    row[mineral.stock] = part(row[mineral.stock], spec.inside)
    outside = part(demand, BP - spec.inside)
    row[place.stock] = muldiv(outside, spec.stock_months, 12)
    row[place.licence] = row[place.passing] = spec.licence
    row[place.technology_ban] = int(spec.technology_ban)
    row[place.price] = row[mineral.price]
    row[place.alternatives] = spec.alternatives


def open_chain(chain: ChainPlace, start: StartChain, row: list[int]) -> None:
    """Set what a chain expects of its metal, knows, and must import."""
    if chain.outlet:
        row[chain.outlet.expected] = row[chain.mineral.price]
    if chain.know_how:
        row[chain.know_how.level] = start.know_how
    if chain.inputs:
        spec = chain.inputs.spec
        row[chain.inputs.supply] = BP
        row[chain.inputs.store] = spec.stock * BP


def open_family(state: StatePlace, families: tuple[str, ...], row: list[int]) -> None:
    """Set the family of standards that a state starts with."""
    if state.family and state.spec.family:
        row[state.family.family] = 1 + families.index(state.spec.family)
