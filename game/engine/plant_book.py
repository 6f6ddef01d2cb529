"""The plants of a turn: kept so that rules find those of one chain or province without a search.

A large world has thousands of plants and a rule looks at a few dozen of them. The books are opened
at the first question, since a turn's orders ask none.
"""

from collections.abc import Iterator
from operator import attrgetter

from game.engine.world import Plant

_BY_ID = attrgetter("id")


class _Shelf:
    """One state's plants by mineral, and what they can take by province, kg a year."""

    __slots__ = ("chains", "feeds")

    def __init__(self) -> None:
        self.chains: dict[str, list[Plant]] = {}
        self.feeds: dict[str, int] = {}


class PlantBook:
    """Every plant, working or being built; changed only by ``add`` and ``change``."""

    __slots__ = ("_all", "_begun", "_open", "_shelves")

    def __init__(self, plants: tuple[Plant, ...]) -> None:
        self._all: list[Plant] = list(plants)
        self._begun: set[str] = set()
        self._shelves: dict[str, _Shelf] = {}
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
        self._shelves, self._open = {}, False

    def of_chain(self, state: str, mineral: str) -> list[Plant]:
        """Return a state's plants for one mineral."""
        self._open_books()
        shelf = self._shelves.get(state)
        return shelf.chains.get(mineral, []) if shelf is not None else []

    def feed_at(self, state: str, province: str) -> int:
        """Return what all plants of a province can take, working or being built, kg a year."""
        self._open_books()
        shelf = self._shelves.get(state)
        return shelf.feeds.get(province, 0) if shelf is not None else 0

    def sorted(self) -> tuple[Plant, ...]:
        """Return every plant in order of its id."""
        return tuple(sorted(self._all, key=_BY_ID))

    def _open_books(self) -> None:
        if not self._open:
            self._open = True
            for plant in self._all:
                self._enter(plant)

    def _enter(self, plant: Plant) -> None:
        shelf = self._shelves.get(plant.state)
        if shelf is None:
            shelf = self._shelves[plant.state] = _Shelf()
        listed = shelf.chains.get(plant.mineral)
        if listed is None:
            shelf.chains[plant.mineral] = [plant]
        else:
            listed.append(plant)
        shelf.feeds[plant.province] = shelf.feeds.get(plant.province, 0) + plant.feed
