"""The draft of a turn: the only place where figures may be changed.

Rules read ``draft.row[slot]`` freely and change figures only through ``add``, ``put`` and
``move``, so that every change has a rule, a cause and the figures it was worked out from.
"""

from dataclasses import dataclass, replace
from typing import Final

from game.engine.definitions.level import Level
from game.engine.draws import draw
from game.engine.figures.region import RegionPlace
from game.engine.figures.variables import StatePlace
from game.engine.layout.layout import Layout
from game.engine.ledger import Lines
from game.engine.numbers import muldiv
from game.engine.pacts import Pact
from game.engine.parameters.rules import Parameters
from game.engine.plant_book import PlantBook
from game.engine.world import Change, Contract, Find, Memory, Offer, World

RULE: Final = "rule"
MARKET: Final = "market"


class PlantGroup:
    """Plants of one chain with the same owner; kg of feed a year.

    Attributes:
        begun: What was begun so far, working or being built.
        opened: What works, each plant at its full size.
        feed: What they can take this turn.
        taxed: The part past its tax holiday.
        coal: The part on coal power.
        state: Feed weighted with the share the government bought.
    """

    __slots__ = ("begun", "coal", "feed", "opened", "owner", "state", "taxed")

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.begun = 0
        self.opened = 0
        self.feed = 0
        self.taxed = 0
        self.coal = 0
        self.state = 0


@dataclass(frozen=True, slots=True)
class Shipment:
    """Ore of one chain that goes to one partner under a contract, kg this turn."""

    contract: Contract
    kilograms: int


class Draft:
    """A world being changed. Frozen into a new world at the end of the step.

    Attributes:
        turn: The step that is resolved, the rules' clock. In most levels a turn is one step.
        last: Whether it is the last step of its turn.
        memories: What partners came to remember in this step.
    """

    __slots__ = (
        "_highs",
        "_known",
        "_lows",
        "before",
        "changes",
        "contracts",
        "detail",
        "finds",
        "fired",
        "layout",
        "level",
        "lines",
        "memories",
        "months",
        "offers",
        "pacts",
        "parameters",
        "plants",
        "row",
        "groups",
        "shipments",
        "stamp",
        "imagined",
        "last",
        "region",
        "seed",
        "turn",
    )

    def __init__(self, world: World, detail: bool, step: int = 0) -> None:
        layout = world.layout
        self.layout: Layout = layout
        self.level: Level = layout.level
        self.parameters: Parameters = layout.level.parameters
        self.months: int = layout.level.months
        self.turn: int = world.clock + step
        self.stamp = f"{self.turn:03d}"
        self.last: bool = step == layout.level.steps - 1
        self.seed: int = world.seed
        self.imagined: bool = world.imagined
        self.row: list[int] = list(world.values)
        for slot in layout.flows:
            self.row[slot] = 0
        self.lines: Lines = []
        self.detail = detail
        self.plants = PlantBook(world.plants)
        self.offers: list[Offer] = list(world.offers)
        self.contracts: list[Contract] = list(world.contracts)
        self._known: tuple[Memory, ...] = world.memories
        self.memories: list[Memory] = []
        self.finds: list[Find] = list(world.finds)
        self.pacts: list[Pact] = list(world.pacts)
        self.region: RegionPlace | None = layout.region
        self.fired: list[tuple[str, int]] = list(world.fired)
        self.changes: list[Change] = list(world.changes)
        self.groups: dict[int, tuple[PlantGroup, ...]] = {}
        self.shipments: dict[int, tuple[Shipment, ...]] = {}
        self._lows = layout.lows
        self._highs = layout.highs
        self.before = world.values

    def yearly(self, amount: int) -> int:
        """Return this step's part of a yearly amount."""
        return amount if self.months == 12 else muldiv(amount, self.months, 12)

    def add(
        self, slot: int, change: int, rule: str, cause: str = RULE, reads: tuple[int, ...] = ()
    ) -> int:
        """Change a figure, kept inside its bounds, and return the change that took effect.

        A bound that binds is reported as a line of its own, marked ``cap:`` and the rule.
        """
        if not change:
            return 0
        row = self.row
        before = row[slot]
        after = before + change
        if after < self._lows[slot]:
            after = self._lows[slot]
        elif after > self._highs[slot]:
            after = self._highs[slot]
        effective = after - before
        row[slot] = after
        if self.detail:
            if effective:
                self.lines += (slot, effective, rule, cause, reads, "")
            if effective != change:
                self.lines += (slot, 0, "cap:" + rule, cause, reads, "")
        return effective

    def put(
        self, slot: int, value: int, rule: str, cause: str = RULE, reads: tuple[int, ...] = ()
    ) -> int:
        """Set a figure to a value, kept inside its bounds, and return the change."""
        return self.add(slot, value - self.row[slot], rule, cause, reads)

    def move(
        self,
        source: int,
        target: int,
        amount: int,
        rule: str,
        cause: str = RULE,
        reads: tuple[int, ...] = (),
    ) -> None:
        """Move an amount from one account to another; nothing is made or lost."""
        if not amount:
            return
        row = self.row
        row[source] -= amount
        row[target] += amount
        if self.detail:
            self.lines += (source, -amount, rule, cause, reads, "")
            self.lines += (target, amount, rule, cause, reads, "")

    def capped(
        self, slot: int, rule: str, cause: str = MARKET, reads: tuple[int, ...] = ()
    ) -> None:
        """Report that a rule's own limit held a figure back; nothing changes by it."""
        if self.detail:
            self.lines += (slot, 0, "cap:" + rule, cause, reads, "")

    def note(self, rule: str, cause: str, thing: str, reads: tuple[int, ...] = ()) -> None:
        """Record that a thing was made, changed or ended."""
        if self.detail:
            self.lines += (-1, 0, rule, cause, reads, thing)

    def chance(self, purpose: str, subject: str, yearly_bp: int) -> bool:
        """Whether something with a yearly chance, bp, happens this turn. Keyed luck."""
        return draw(self.seed, self.turn, purpose, subject) < self.yearly(yearly_bp)

    def state(self, state_id: str) -> StatePlace:
        """Return a state's place."""
        return self.layout.state(state_id)

    def remember(self, seat: str, partner: str, code: str, change: int, cause: str) -> None:
        """Let a partner remember something and move its standing with the seat."""
        for tie in self.state(seat).ties:
            if tie.partner == partner:
                moved = self.add(tie.standing, change, "memory", cause)
                self.memories.append(Memory(self.turn, seat, partner, code, moved))
                return

    def freeze(self, world: World) -> World:
        """Return the new world; one turn later if this was the last step of the turn."""
        return replace(
            world,
            turn=world.turn + self.last,
            values=tuple(self.row),
            plants=self.plants.sorted(),
            offers=tuple(sorted(self.offers, key=_by_id)),
            contracts=tuple(sorted(self.contracts, key=_by_id)),
            memories=(*self._known, *sorted(self.memories, key=_by_memory)),
            finds=tuple(sorted(self.finds, key=_by_id)),
            pacts=tuple(sorted(self.pacts, key=_by_id)),
            fired=tuple(sorted(self.fired)),
            changes=tuple(sorted(self.changes, key=_by_change)),
        )


def _by_id(thing: Offer | Contract | Find | Pact) -> str:
    return thing.id


def _by_memory(memory: Memory) -> tuple[int, str, str, str]:
    return (memory.turn, memory.seat, memory.partner, memory.code)


def _by_change(change: Change) -> tuple[int, str, str, str]:
    return (change.turn, change.seat, change.lever, change.target)
