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
        "S17",
        "Green mining initiative",
        (INSTITUTION, VARIABLE),
        "There is no club to join, to watch or to stay out of.",
    ),
    _missing(
        "S31",
        "Demand inside the region",
        (VARIABLE,),
        "Buyers are partners only; makers of panels and cars next door buy nothing.",
    ),
    _missing(
        "S32",
        "Regional plan for electric cars",
        (INSTITUTION,),
        "States cannot share out roles among themselves.",
    ),
    _missing(
        "S33",
        "Producer cartel",
        (INSTITUTION, VARIABLE, EVENT),
        "States can each set a quota, but cannot agree on one, keep it or cheat on it.",
    ),
    _missing(
        "S50",
        "Shared geological data",
        (INSTITUTION, VARIABLE),
        "Nobody explores, so data on the ground help nobody.",
    ),
    _missing(
        "S51",
        "Ministers' meetings",
        (INSTITUTION,),
        "No meetings, no agenda and no votes take place.",
    ),
    _missing(
        "S52",
        "Minerals trust fund",
        (INSTITUTION,),
        "No fund takes contributions or pays for inspectors elsewhere.",
    ),
    _missing("S53", "Minerals award", (EVENT,), "No prize is given."),
    _missing(
        "S54",
        "Finance of the wider region",
        (INSTITUTION,),
        "No pooled window lends to several states.",
    ),
)
