"""What stands in the rules for each of the 71 systems of mineral diplomacy, S01 to S71.

The list is data. ``game.lab.systems.traced`` works out on which levels each system moves an
outcome, and tests hold every name in it against the code.
"""

from game.engine.systems.capital import CAPITAL
from game.engine.systems.deals import DEAL_SYSTEMS
from game.engine.systems.missing import MISSING_SYSTEMS
from game.engine.systems.people import PEOPLE
from game.engine.systems.processing import PROCESSING
from game.engine.systems.region import REGION
from game.engine.systems.sites import SITES
from game.engine.systems.system import IN_FORCE, MISSING, PARTLY, System
from game.engine.systems.trade import TRADE

__all__ = ["IN_FORCE", "MISSING", "PARTLY", "SYSTEMS", "System"]

SYSTEMS: tuple[System, ...] = tuple(
    sorted(
        (*TRADE, *CAPITAL, *DEAL_SYSTEMS, *PEOPLE, *SITES, *PROCESSING, *REGION, *MISSING_SYSTEMS),
        key=lambda system: system.id,
    )
)
"""All systems in order of their ids."""
