"""A short list of sensible sheets, so that searching players need not try them all."""

from collections.abc import Iterator

from game.engine.options import Options, options
from game.engine.orders import Order
from game.engine.view import SeatView
from game.engine.world import World
from game.players.player import imagined, legal_part

MOST_SHEETS = 40
_ACCEPT = (1,)
# What governments combine: (lever, setting), on every target of the lever; what is not legal now is
# left out of the package.
_PACKAGES: tuple[tuple[tuple[str, tuple[int, ...]], ...], ...] = (
    (("export_ban", (10_000, 1)), ("park", (50_000_000,))),
    (("export_ban", (10_000, 0)),),
    (("export_ban", (0, 0)), ("export_tax", (1_000,))),
    (("processing_duty", (5,)), ("tax_holiday", (10,))),
    (("export_tax", (2_000,)), ("royalty", (1_000,))),
    (("park", (100_000_000,)), ("training", (25_000_000,))),
    (("eia", (5_000,)), ("safety", (5_000,)), ("inspection", (25_000_000,))),
    (("district_sharing", (2_000,)), ("social_spending", (50_000_000,))),
    (("coal_rule", (1,)), ("green_power", (100_000_000,))),
    (("state_plant", (200,)),),
    (("borrow", (300,)), ("park", (100_000_000,))),
)


def macro_actions(seen: SeatView) -> list[tuple[Order, ...]]:
    """Return at most 40 different legal sheets for a seat; the first is empty.

    In order: hold; accept all offers; each answer to a first offer; packages of levers that work
    together; every lever one step up or down from the setting in force.
    """
    world = imagined(seen)
    found: dict[tuple[Order, ...], None] = {(): None}
    for sheet in _candidates(world, options(world, seen.seat)):
        found.setdefault(legal_part(world, seen.seat, sheet))
        if len(found) == MOST_SHEETS:
            break
    return list(found)


def _candidates(world: World, legal: Options) -> Iterator[tuple[Order, ...]]:
    unlocked = [lever.id for lever in legal.levers()]
    if "answer_offer" in unlocked:
        yield from _answers(legal)
    for package in _PACKAGES:
        yield tuple(
            Order(lever, target, setting)
            for lever, setting in package
            if lever in unlocked
            for target in legal.targets(lever)
        )
    for lever in unlocked:
        if lever != "answer_offer":
            yield from _steps(legal, lever)


def _answers(legal: Options) -> Iterator[tuple[Order, ...]]:
    offers = legal.targets("answer_offer")
    yield tuple(Order("answer_offer", offer, _ACCEPT) for offer in offers)
    for offer in offers[:2]:
        for order in list(legal.of("answer_offer", offer))[:6]:
            yield (order,)


def _steps(legal: Options, lever: str) -> Iterator[tuple[Order, ...]]:
    """One step up and one down from what is in force, on each target."""
    for target in legal.targets(lever)[:3]:
        now = legal.now(lever, target)
        allowed = sorted(legal.of(lever, target), key=lambda order: order.setting)
        higher = [order for order in allowed if order.setting > now]
        lower = [order for order in allowed if order.setting < now]
        if higher:
            yield (higher[0],)
        if lower:
            yield (lower[-1],)
