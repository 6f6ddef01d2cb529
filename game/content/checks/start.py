"""Whether the world of the first day makes sense: mines, plants and the market fit together."""

from __future__ import annotations

from game.content.checks.findings import Findings
from game.engine.definitions.level import Level
from game.engine.definitions.places import State

WIDEST_GAP_PERCENT = 30
"""How far mines may miss the demand of the first year before somebody should look at it."""


def check_start(found: Findings, level: Level) -> None:
    """Note plants without ore, and a market that starts in plain shortage or glut."""
    for state in level.states:
        _check_plants(found, state)
    for mineral in level.minerals:
        _check_supply(found, level, mineral.id)


def _check_plants(found: Findings, state: State) -> None:
    for chain in state.chains:
        mines = sum(item.capacity for item in state.fields if item.mineral == chain.mineral)
        feed = sum(plant.feed for plant in state.plants if plant.mineral == chain.mineral)
        if feed > mines:
            found.warn(
                ("states", state.id, "plants"),
                "plants-without-ore",
                f"plants take more {chain.mineral} than the mines dig",
                "part of them would stand idle from the first day",
                "check feed and capacity, or accept this with a reason",
            )


def _check_supply(found: Findings, level: Level, mineral: str) -> None:
    mines = sum(
        item.capacity for state in level.states for item in state.fields if item.mineral == mineral
    )
    supply = mines + sum(rival.output for rival in level.rivals if rival.mineral == mineral)
    demand = next(item.demand[0] for item in level.minerals if item.id == mineral)
    gap = (supply - demand) * 100 // demand if demand else 100
    if abs(gap) > WIDEST_GAP_PERCENT:
        found.warn(
            ("minerals", mineral, "demand", "start"),
            "unbalanced-start",
            f"the world can dig {abs(gap)} % {'more' if gap > 0 else 'less'} than it needs",
            "the first turns would show a glut or shortage that nobody caused",
            "check mines, rivals and demand, or accept this with a reason",
        )
