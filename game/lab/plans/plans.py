"""Whole-game policy plans: what a government means to do, as a handful of settings.

A plan is a fixed line of policy: it does not look at what happens, it only puts its settings in
force as soon as attention and money allow. The plans that a search finds tell whether one line of
policy is best whatever the goal.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from game.engine.draws import draw
from game.engine.figures.variables import StatePlace
from game.engine.options import options, order_cost, order_problems
from game.engine.orders import Order
from game.engine.rules import LEVERS
from game.engine.world import World

MILLION = 1_000_000
NEVER = 99

CHOICES: dict[str, tuple[int, ...]] = {
    "ban": (0, 5_000, 10_000),
    "ban_from": (0, 1, 2, 4, 6, 8),
    "notice": (0, 1),
    "ban_years": (NEVER, 3, 6),
    "duty": (0, 3, 5),
    "tax": (0, 500, 1_000, 2_000, 4_000),
    "royalty": (200, 400, 700, 1_000, 1_500),
    "holiday": (0, 5, 10, 15),
    "state_share": (0, 1_000, 2_000, 4_000),
    "park": (0, 25, 50, 100, 200),
    "green_power": (0, 50, 100, 200),
    "coal_rule": (0, 1),
    "eia": (0, 2_500, 5_000, 10_000),
    "safety": (0, 2_500, 5_000, 10_000),
    "inspection": (0, 25, 50, 100),
    "training": (0, 25, 50, 100),
    "sharing": (0, 500, 1_000, 2_000, 3_000),
    "social": (0, 50, 100, 200),
    "customs_link": (0, 1),
    "carbon_reporting": (0, 1),
    "state_plant": (0, 200, 400),
    "offers": (0, 1),
    "court": (0, 1),
    "first": (0, 1, 2),
}
"""What a plan settles, with the values a search tries. Budgets in US$ m a year.

``ban_from`` is a turn, ``ban_years`` how long the ban stays; ``offers`` accepts them all; ``court``
spends what attention is left on partners; ``first`` says what comes first when attention is short:
industry, people or money.
"""


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole-game plan: a value for each of ``CHOICES``."""

    settings: tuple[int, ...]

    def __getitem__(self, name: str) -> int:
        return self.settings[_PLACE[name]]

    def with_(self, **changes: int) -> "Plan":
        """Return the plan with some settings changed."""
        found = list(self.settings)
        for name, value in changes.items():
            found[_PLACE[name]] = value
        return replace(self, settings=tuple(found))

    def as_json(self) -> dict[str, int]:
        """Return the settings by name."""
        return dict(zip(CHOICES, self.settings, strict=True))


_PLACE = {name: place for place, name in enumerate(CHOICES)}

Rule = Callable[[Plan], Plan]


def always_ban(plan: Plan) -> Plan:
    """Return the plan with a full ban from the first turn to the last."""
    return plan.with_(ban=10_000, ban_from=0, notice=0, ban_years=NEVER)


def never_ban(plan: Plan) -> Plan:
    """Return the plan without any ban, and without a duty that would close the port."""
    return plan.with_(ban=0, ban_from=0, notice=0, ban_years=NEVER, duty=0)


def free(plan: Plan) -> Plan:
    """Return the plan as it is."""
    return plan


CLASSES: Mapping[str, Rule] = {"free": free, "always_ban": always_ban, "never_ban": never_ban}


def random_plan(seed: int, number: int) -> Plan:
    """Return a plan drawn at random."""
    return Plan(
        tuple(
            values[draw(seed, number, "plan", name, len(values))]
            for name, values in CHOICES.items()
        )
    )


def neighbour(plan: Plan, seed: int, number: int) -> Plan:
    """Return a plan that differs in one to three settings."""
    changes = {}
    for place in range(1 + draw(seed, number, "changes", "", 3)):
        name = tuple(CHOICES)[draw(seed, number, "which", str(place), len(CHOICES))]
        values = CHOICES[name]
        changes[name] = values[draw(seed, number, "value", str(place), len(values))]
    return plan.with_(**changes)


# ---- carrying a plan out ------------------------------------------------------------------------


def sheet_of_plan(plan: Plan, world: World, seat: str) -> tuple[Order, ...]:
    """Return a turn's orders: what the plan wants and is not in force, as far as means reach."""
    state = world.layout.state(seat)
    attention = world.values[state.capital]
    money = max(0, world.values[state.treasury])
    chosen: list[Order] = []
    for order in _wishes(plan, world, state):
        if order.lever not in state.spec.levers or order_problems(world, seat, order):
            continue
        cost = order_cost(world, state, order)
        price = LEVERS[order.lever].money(world, state, order)
        if cost <= attention and price <= money:
            attention -= cost
            money -= price
            chosen.append(order)
    return tuple(chosen)


def _wishes(plan: Plan, world: World, state: StatePlace) -> Iterator[Order]:
    if plan["offers"]:
        for offer in world.offers:
            if offer.seat == state.spec.id:
                yield Order("answer_offer", offer.id, (1,))
    yield from _port(plan, world, state)
    groups = (_industry, _people, _money)
    for place in range(len(groups)):
        yield from groups[(place + plan["first"]) % len(groups)](plan, world, state)
    if plan["court"]:
        yield from (Order("court", tie.partner, (1,)) for tie in state.ties)


def _port(plan: Plan, world: World, state: StatePlace) -> Iterator[Order]:
    """Ban, lift the ban, set the duty."""
    years = (world.turn - plan["ban_from"]) * world.level.months // 12
    for chain in state.chains:
        now = world.values[chain.ban_next]
        ore = f"{chain.mineral.spec.id}.ore"
        wanted = plan["ban"] if 0 <= years < plan["ban_years"] else 0
        if wanted != now and world.turn >= plan["ban_from"]:
            notice = plan["notice"] if wanted > now else 0
            yield Order("export_ban", ore, (wanted, notice))
        if plan["duty"] and world.turn == 0:
            yield Order("processing_duty", chain.mineral.spec.id, (plan["duty"],))


def _set(world: World, state: StatePlace, lever: str, target: str, value: int) -> Iterator[Order]:
    """Order a setting unless it is in force; the nearest step on offer below it."""
    legal = options(world, state.spec.id)
    if lever not in state.spec.levers or target not in legal.targets(lever):
        return
    grid = [x[0] for x in LEVERS[lever].grid(world, state, target)]
    step = max((x for x in grid if x <= value), default=min(grid))
    if step != legal.now(lever, target)[0]:
        yield Order(lever, target, (step,))


def _industry(plan: Plan, world: World, state: StatePlace) -> Iterator[Order]:
    for chain in state.chains:
        yield from _set(world, state, "tax_holiday", chain.mineral.spec.id, plan["holiday"])
    province = max(state.provinces, key=lambda x: sum(f.spec.capacity for f in x.fields))
    name = province.spec.id
    yield from _set(world, state, "park", name, plan["park"] * MILLION)
    yield from _set(world, state, "green_power", name, plan["green_power"] * MILLION)
    yield from _set(world, state, "training", "", plan["training"] * MILLION)
    if plan["state_plant"]:
        yield Order("state_plant", name, (plan["state_plant"],))


def _people(plan: Plan, world: World, state: StatePlace) -> Iterator[Order]:
    for lever in ("coal_rule", "eia", "safety", "carbon_reporting"):
        yield from _set(world, state, lever, "", plan[lever])
    yield from _set(world, state, "district_sharing", "", plan["sharing"])
    yield from _set(world, state, "inspection", "", plan["inspection"] * MILLION)
    yield from _set(world, state, "social_spending", "", plan["social"] * MILLION)


def _money(plan: Plan, world: World, state: StatePlace) -> Iterator[Order]:
    for chain in state.chains:
        mineral = chain.mineral.spec.id
        yield from _set(world, state, "export_tax", f"{mineral}.ore", plan["tax"])
        yield from _set(world, state, "royalty", mineral, plan["royalty"])
        yield from _set(world, state, "state_share", mineral, plan["state_share"])
    yield from _set(world, state, "customs_link", "", plan["customs_link"])
