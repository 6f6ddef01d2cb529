"""The plants of a turn: kept so that rules find those of one chain or province without a search.

A large world has thousands of plants and a rule looks at a few dozen of them. The books are opened
at the first question, since a turn's orders ask none.
"""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from game.engine.world import Plant

_BY_ID = attrgetter("id")
_NONE: dict[str, list[Plant]] = {}
_NOTHING: dict[str, int] = {}


class PlantBook:
    """Every plant, working or being built; changed only by ``add`` and ``change``."""

    __slots__ = ("_all", "_begun", "_feed_at", "_of_chain", "_open")

    def __init__(self, plants: tuple[Plant, ...]) -> None:
        self._all: list[Plant] = list(plants)
        self._begun: set[str] = set()
        self._of_chain: dict[str, dict[str, list[Plant]]] = {}
        self._feed_at: dict[str, dict[str, int]] = {}
        self._open = False

    def __iter__(self) -> Iterator[Plant]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def __contains__(self, plant_id: object) -> bool:
        """Whether a plant begun this turn has a name; names tell the turn, so no older one has."""
        return plant_id in self._begun

    def add(self, plant: Plant) -> None:
        """Add a plant whose id is not taken."""
        self._all.append(plant)
        self._begun.add(plant.id)
        if self._open:
            self._enter(plant)

    def change(self, plant: Plant) -> None:
        """Put a plant in the place of the one with its id."""
        self._all = [plant if x.id == plant.id else x for x in self._all]
        self._of_chain, self._feed_at, self._open = {}, {}, False

    def of_chain(self, state: str, mineral: str) -> Sequence[Plant]:
        """Return a state's plants for one mineral."""
        self._open_books()
        return self._of_chain.get(state, _NONE).get(mineral, ())

    def feed_at(self, state: str, province: str) -> int:
        """Return what all plants of a province can take, working or being built, kg a year."""
        self._open_books()
        return self._feed_at.get(state, _NOTHING).get(province, 0)

    def sorted(self) -> tuple[Plant, ...]:
        """Return every plant in order of its id."""
        return tuple(sorted(self._all, key=_BY_ID))

    def _open_books(self) -> None:
        if not self._open:
            self._open = True
            for plant in self._all:
                self._enter(plant)

    def _enter(self, plant: Plant) -> None:
        state, mineral, province = plant.state, plant.mineral, plant.province
        if state not in self._of_chain:
            self._of_chain[state], self._feed_at[state] = {}, {}
        chains, feeds = self._of_chain[state], self._feed_at[state]
        if mineral in chains:
            chains[mineral].append(plant)
        else:
            chains[mineral] = [plant]
        feeds[province] = feeds.get(province, 0) + plant.feed
