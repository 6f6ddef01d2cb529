"""Changes of a region that show whether its institutions act: each is taken away in turn."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from game.engine.definitions.level import Level
from game.engine.definitions.region import Region


def _region(change: Callable[[Region], Region]) -> Callable[[Level], Level]:
    def changed(level: Level) -> Level:
        return level if level.region is None else replace(level, region=change(level.region))

    return changed


def _without(**parts: Any) -> Callable[[Level], Level]:
    return _region(lambda region: replace(region, **parts))


def _disliked(region: Region) -> Region:
    partners = sorted({partner for _, partner, _ in region.opinions})
    seen = tuple((state, partner, 0) for state in region.members for partner in partners)
    return replace(region, opinions=seen)


REGION_CHANGES: dict[str, Callable[[Level], Level]] = {
    "no-cartel": _without(cartel=""),
    "no-label": _without(label=None, cards=()),
    "no-roles": _without(roles=()),
    "no-common-data": _without(data=-1),
    "no-meetings": _without(meets_first=-1, meets_every=0),
    "no-fund": _without(fund=False),
    "no-award": _without(award=False),
    "no-window": _without(window=None),
    "no-initiative": _without(initiative=None),
    "no-club": _without(club=None),
    "no-count-of-limits": _without(restrictions=-1),
    "no-deals": _without(deals=()),
    "no-cohesion": _without(cohesion=0),
    "partners-disliked": _region(_disliked),
}
"""Changes of a region by the name that a knob uses."""
