"""Who and what a sign test is about in a level, and the letters by which its figures are named."""

from dataclasses import dataclass, field

from game.engine.definitions.level import Level
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.layout.layout import Layout
from game.engine.world import World


@dataclass(frozen=True, slots=True)
class Subject:
    """Who and what a test is about in a level."""

    seat: str
    mineral: str
    names: dict[str, str] = field(hash=False, default_factory=dict)

    def path(self, template: str) -> str:
        """Return a path with its letters filled in.

        Raises:
            KeyError: The level has nothing of that kind, a neighbour for instance.
        """
        return template.format_map(self.names)

    def state(self, layout: Layout) -> StatePlace:
        """Return the governed state."""
        return layout.state(self.seat)

    def chain(self, layout: Layout) -> ChainPlace:
        """Return its mineral's chain."""
        return next(x for x in self.state(layout).chains if x.mineral.spec.id == self.mineral)


def subject_of(world: World, seat: str, mineral: str) -> Subject:
    """Return the subject of tests on a seat's mineral in a world."""
    level = world.level
    state = next(x for x in level.states if x.id == seat)
    fields = [x for x in state.fields if x.mineral == mineral]
    largest = max(fields, key=lambda x: (x.capacity, x.id))
    names = {"s": seat, "m": mineral, "f": largest.id, "p": largest.province}
    names |= _others(level, seat, mineral)
    return Subject(seat, mineral, names)


def _others(level: Level, seat: str, mineral: str) -> dict[str, str]:
    """Return the letters for those who need not be in every level."""
    found: dict[str, str] = {}
    for state in level.states:
        if state.id != seat and any(x.mineral == mineral for x in state.fields):
            found.setdefault("n", state.id)
    rivals = [x for x in level.rivals if x.mineral == mineral]
    if rivals:
        found["r"] = max(rivals, key=lambda x: (x.output, x.id)).id
    partners = level.partners
    buyers = [x for x in partners if dict(x.ore_demand).get(mineral)]
    if buyers:
        found["b"] = max(buyers, key=lambda x: (dict(x.ore_demand)[mineral], x.id)).id
    builders = [x for x in partners if x.weight]
    if builders:
        found["i"] = max(builders, key=lambda x: (x.weight, x.id)).id
    careful = [x for x in partners if x.threshold]
    if careful:
        found["c"] = max(careful, key=lambda x: (x.threshold, x.id)).id
    return found
