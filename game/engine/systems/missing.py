"""Systems that nothing in the rules stands for yet, each with what is absent."""

from game.engine.systems.system import (
    MISSING,
    System,
)


def _missing(system_id: str, name: str, kinds: tuple[str, ...], gap: str) -> System:
    return System(id=system_id, name=name, kinds=kinds, status=MISSING, gap=gap)


MISSING_SYSTEMS: tuple[System, ...] = ()
