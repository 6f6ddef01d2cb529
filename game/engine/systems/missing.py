"""Systems that nothing in the rules stands for yet, each with what is absent."""

from game.engine.systems.system import (
    EVENT,
    INSTITUTION,
    LEVER,
    MISSING,
    PARTNER,
    VARIABLE,
    System,
)


def _missing(system_id: str, name: str, kinds: tuple[str, ...], gap: str) -> System:
    return System(id=system_id, name=name, kinds=kinds, status=MISSING, gap=gap)


MISSING_SYSTEMS: tuple[System, ...] = (
    _missing(
        "S11",
        "Regional trade agreements",
        (INSTITUTION, VARIABLE),
        "Goods pay no tariffs, so an agreement has nothing to lower.",
    ),
    _missing(
        "S12",
        "Investment treaties",
        (VARIABLE, EVENT),
        "Investors cannot claim damages, and no treaty raises their trust.",
    ),
    _missing(
        "S15",
        "Memoranda with a great power",
        (LEVER, PARTNER, VARIABLE),
        "No offer is a bare signal that other partners read.",
    ),
    _missing(
        "S31",
        "Demand inside the region",
        (VARIABLE,),
        "Buyers are partners only; makers of panels and cars next door buy nothing.",
    ),
)
