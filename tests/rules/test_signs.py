"""Sign tests: one thing is changed from a steady start, with the same luck; only signs are judged.

The numbers T01, T02 ... are those of the history notes: comparisons that a correct model must
reproduce. The level has the proportions of nickel; a change is made in turn 3, called *t*.
"""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from game.engine.definitions.level import Level
from game.engine.definitions.places import StartChain, StartPlant, State
from game.engine.orders import Order
from game.engine.turn import DONE, resolve_turn
from game.engine.world import World
from game.engine.world import bare_world as open_world
from tests.nickel_for_rules import PARTNERS, coast, isles, nickel_level
from tests.worlds_for_rules import KT, sheets_for, with_figures

T = 3
BAN = {T: (Order("export_ban", "nickel.ore", (10_000, 0)),)}
ANNOUNCED_BAN = {T: (Order("export_ban", "nickel.ore", (10_000, 1)),)}
SEEDS = (1, 2)


class Run:
    """The worlds of a run; figures are read as series by path."""

    def __init__(
        self,
        orders: dict[int, tuple[Order, ...]] | None = None,
        level: Level | None = None,
        *,
        seed: int = 1,
        turns: int = 14,
        start: dict[str, int] | None = None,
    ) -> None:
        world = open_world(level or quiet(), seed)
        world = with_figures(world, start or {})
        self.worlds: list[World] = []
        for turn in range(turns):
            sheets = sheets_for(world, (orders or {}).get(turn, ()), "isles")
            result = resolve_turn(world, sheets, detail=False)
            assert [x.status for x in result.results] == [DONE] * len(result.results)
            world = result.world
            self.worlds.append(world)

    def __getitem__(self, path: str) -> list[int]:
        return [world.figure(path) for world in self.worlds]

    def total(self, *paths: str) -> int:
        return sum(sum(self[path]) for path in paths)


def quiet(state: State | None = None, **changes: object) -> Level:
    """Return the level without offers and events, so that only the rules answer."""
    states = (state or isles(), coast())
    return nickel_level(**{"offers": (), "events": (), "states": states, **changes})


def with_plants(*kilotonnes: int) -> State:
    plants = tuple(
        StartPlant(f"w{i}", "centre", "nickel", x * KT, "isles", True)
        for i, x in enumerate(kilotonnes)
    )
    return replace(isles(), plants=plants)


def rises(values: Sequence[int]) -> bool:
    return all(a < b for a, b in zip(values, values[1:], strict=False))


@pytest.mark.parametrize("seed", SEEDS)
def test_t01_a_full_ban_stops_at_least_four_fifths_of_legal_exports(seed: int) -> None:
    rest, banned = (
        Run(seed=seed)["isles/nickel/exports"],
        Run(BAN, seed=seed)["isles/nickel/exports"],
    )
    assert rest[:T] == banned[:T]
    assert all(5 * b <= a for a, b in zip(rest[T : T + 2], banned[T : T + 2], strict=True))


@pytest.mark.parametrize("seed", SEEDS)
def test_t02_a_ban_announced_is_exported_ahead_of_and_shakes_the_price_less(seed: int) -> None:
    rest, told = Run(seed=seed), Run(ANNOUNCED_BAN, seed=seed)
    assert told["isles/nickel/exports"][T] > rest["isles/nickel/exports"][T]
    assert told["nickel/stock"][T] > rest["nickel/stock"][T]
    sudden = Run({T + 1: BAN[T]}, seed=seed)
    assert rest["nickel/price"][T + 1] < told["nickel/price"][T + 1] < sudden["nickel/price"][T + 1]


@pytest.mark.parametrize("seed", SEEDS)
def test_t03_without_smelters_mines_fall_idle_with_them_they_carry_on(seed: int) -> None:
    without = Run(BAN, quiet(with_plants()), seed=seed)["isles/nickel/mined"]
    ready = Run(BAN, quiet(with_plants(420)), seed=seed)["isles/nickel/mined"]
    assert 5 * without[T] < without[T - 1]
    assert 10 * ready[T] > 9 * ready[T - 1]
    assert ready[T + 8] > ready[T]


@pytest.mark.parametrize("seed", SEEDS)
def test_t04_the_rival_state_gains_volume_price_and_share_in_the_same_year(seed: int) -> None:
    rest, banned = Run(seed=seed), Run(BAN, seed=seed)
    for path in ("coast/nickel/exports", "coast/nickel/mined", "coast/nickel/export_price"):
        assert banned[path][T] > rest[path][T], path
    assert banned["nickel/others/output"][T] > rest["nickel/others/output"][T]
    shares = [run["coast/nickel/mined"][T] / run["nickel/demand"][T] for run in (banned, rest)]
    assert shares[0] > shares[1]


def _margins(run: Run) -> tuple[list[int], list[int]]:
    """Return smelters' sales less ore, and miners' sales, US$ by turn."""
    ore = [
        fed * price // 100_000
        for fed, price in zip(run["isles/nickel/fed"], run["isles/nickel/home_price"], strict=True)
    ]
    smelters = [a - b for a, b in zip(run["isles/nickel/refined_value"], ore, strict=True)]
    miners = [a + b for a, b in zip(run["isles/nickel/ore_value"], ore, strict=True)]
    return smelters, miners


@pytest.mark.parametrize("seed", SEEDS)
def test_t06_a_ban_cheapens_ore_at_home_for_smelters_at_miners_cost(seed: int) -> None:
    rest, banned = Run(seed=seed), Run(BAN, seed=seed)
    home, abroad = banned["isles/nickel/home_price"][T], banned["isles/nickel/export_price"][T]
    assert 2 * home >= abroad > home
    assert rest["isles/nickel/home_price"][T] == rest["isles/nickel/export_price"][T]
    (smelters, miners), (smelters_rest, miners_rest) = _margins(banned), _margins(rest)
    assert smelters[T] > smelters_rest[T]
    assert miners[T] < miners_rest[T]


@pytest.mark.parametrize("seed", SEEDS)
def test_t07_a_ban_brings_plants_which_give_metal_two_to_four_years_later(seed: int) -> None:
    rest, banned = Run(seed=seed), Run(BAN, seed=seed)
    paths = ("isles/nickel/invested", "isles/nickel/refined")
    (money_rest, metal_rest), (money, metal) = ([x[p] for p in paths] for x in (rest, banned))
    assert sum(money[T : T + 4]) > 3 * sum(money_rest[T : T + 4])
    assert metal[: T + 2] == metal_rest[: T + 2]
    assert metal[T + 4] > metal_rest[T + 4]


TAXES = (0, 1_000, 2_000, 3_000, 4_000, 6_000)


@pytest.fixture(scope="module")
def taxed() -> dict[int, Run]:
    """Return a run for each export tax."""
    return {
        tax: Run({T: (Order("export_tax", "nickel.ore", (tax,)),)} if tax else {}) for tax in TAXES
    }


def test_t10_exports_fall_with_the_tax(taxed: dict[int, Run]) -> None:
    for turn in range(T, T + 5):
        exports = [taxed[tax]["isles/nickel/exports"][turn] for tax in TAXES]
        assert rises(exports[::-1]), (turn, exports)


def test_t10_revenue_rises_and_then_falls_with_the_tax(taxed: dict[int, Run]) -> None:
    revenue = [sum(taxed[tax]["isles/revenue"][T : T + 5]) for tax in TAXES]
    best = revenue.index(max(revenue))
    assert 0 < best < len(TAXES) - 1
    assert rises(revenue[: best + 1])
    assert rises(revenue[best:][::-1])


def test_t10_no_tax_brings_the_plants_that_a_ban_brings(taxed: dict[int, Run]) -> None:
    banned = Run(BAN).total("isles/nickel/invested")
    assert all(2 * run.total("isles/nickel/invested") < banned for run in taxed.values())


def test_t10_a_tax_is_undone_faster_than_a_ban() -> None:
    rest = Run()["isles/nickel/exports"]
    undone = T + 3
    no_tax = Order("export_tax", "nickel.ore", (0,))
    no_ban = Order("export_ban", "nickel.ore", (0, 0))
    tax = Run({T: (Order("export_tax", "nickel.ore", (4_000,)),), undone: (no_tax,)})
    ban = Run({**BAN, undone: (no_ban,)})
    lost = [rest[undone] - run["isles/nickel/exports"][undone] for run in (tax, ban)]
    assert lost[0] < lost[1]


def _leaks(orders: dict[int, tuple[Order, ...]], **changes: object) -> int:
    return sum(Run(orders, quiet(replace(isles(), **changes)))["isles/nickel/leak"][T : T + 4])


def test_t12_smuggling_grows_where_control_is_weak() -> None:
    leaks = [_leaks(BAN, enforcement=control) for control in (8_000, 4_000, 1_000)]
    assert rises(leaks)
    assert leaks[0] > 0


def test_t12_data_shared_with_customs_lowers_it() -> None:
    linked = {T: (*BAN[T], Order("customs_link", "", (1,)))}
    assert _leaks(linked) < _leaks(BAN)


def test_t12_it_grows_with_the_gap_in_price() -> None:
    taxes = [{T: (Order("export_tax", "nickel.ore", (tax,)),)} for tax in (1_000, 2_000, 3_000)]
    assert rises([_leaks(orders) for orders in taxes])
    bans = [{T: (Order("export_ban", "nickel.ore", (share, 0)),)} for share in (2_500, 5_000)]
    assert rises([0, *(_leaks(orders) for orders in bans)])


def _owned(run: Run, owner: str) -> float:
    new = [x for x in run.worlds[-1].plants if x.state == "isles" and x.opens > 0]
    return sum(x.feed for x in new if x.owner == owner) / sum(x.feed for x in new)


def test_t14_the_dearer_all_other_credit_the_more_one_partner_owns() -> None:
    shares = []
    for hurdle in (700, 1_200, 2_000):
        partners = tuple(
            replace(x, hurdle=700 if x.id == "builder" else hurdle, weight=2_500, threshold=0)
            for x in PARTNERS
        )
        shares.append(_owned(Run(BAN, quiet(partners=partners)), "builder"))
    assert rises(shares)


def test_t14_credit_from_one_country_alone_leads_to_three_quarters_or_more() -> None:
    partners = tuple(replace(x, weight=x.weight if x.id == "builder" else 0) for x in PARTNERS)
    assert _owned(Run(BAN, quiet(partners=partners)), "builder") >= 0.75


def test_t15_plants_on_coal_emit_almost_in_proportion_and_a_rule_lowers_both() -> None:
    coal = Run(BAN)
    clean = Run({**BAN, T + 1: (Order("coal_rule", "", (1,)),)})
    per_metal = [
        e / m for e, m in zip(coal["isles/emissions"], coal["isles/nickel/refined"], strict=True)
    ]
    assert per_metal[-1] > per_metal[T]
    new_metal = coal["isles/nickel/refined"][-1] - coal["isles/nickel/refined"][T]
    added = (coal["isles/emissions"][-1] - coal["isles/emissions"][T]) / new_metal
    assert 57 <= added <= 70
    last = clean.worlds[-1]
    assert last.figure("isles/nickel/plant_feed") < coal["isles/nickel/plant_feed"][-1]
    assert last.figure("isles/emissions") / last.figure("isles/nickel/refined") < per_metal[-1]


def test_t15_a_plant_without_coal_emits_about_29() -> None:
    works = StartPlant("falls", "centre", "nickel", 100 * KT, "isles", False)
    run = Run({}, quiet(replace(isles(), plants=(works,))), turns=1)
    assert run["isles/emissions"][0] == 29 * run["isles/nickel/refined"][0]


PLACES = ("isles/centre", "isles/rim")


def _ground(enforcement: int, growth: int) -> tuple[int, int, int]:
    """Return hectares cleared, the worst grievance at the end, and blockades over six seeds."""
    fields = tuple(replace(x, growth=growth) for x in isles().fields)
    level = quiet(replace(isles(), enforcement=enforcement, fields=fields))
    runs = [Run({}, level, seed=seed) for seed in range(6)]
    last = runs[0].worlds[-1]
    return (
        sum(last.figure(f"{place}/forest") for place in PLACES),
        max(last.figure(f"{place}/grievance") for place in PLACES),
        sum(run.total(*(f"{place}/blockade" for place in PLACES)) for run in runs),
    )


def test_t16_more_digging_under_weaker_control_costs_forest_calm_and_delay() -> None:
    strong, weak, standing_still = _ground(8_000, 2_000), _ground(500, 2_000), _ground(500, 0)
    assert all(a > b for a, b in zip(weak, strong, strict=True))
    assert all(a > b for a, b in zip(weak, standing_still, strict=True))


def test_t19_weak_safety_in_a_fast_build_out_brings_more_accidents() -> None:
    paths = tuple(f"{place}/accident" for place in PLACES)
    counts = [
        sum(Run(BAN, seed=seed, start={"isles/safety": safety}).total(*paths) for seed in range(8))
        for safety in (10_000, 0)
    ]
    assert rises(counts)


def test_t19_after_an_accident_output_unrest_and_standing_suffer() -> None:
    pairs = 0
    for seed in range(12):
        run = Run(BAN, seed=seed, start={"isles/safety": 0})
        for turn in range(1, 12):
            if not run["isles/centre/accident"][turn]:
                continue
            pairs += 1
            with_it, before = run.worlds[turn], run.worlds[turn - 1]
            assert with_it.figure("isles/centre/grievance") > before.figure(
                "isles/centre/grievance"
            )
            assert with_it.figure("isles/union/standing") < before.figure("isles/union/standing")
            _less_is_fed_next_turn(with_it)
    assert pairs >= 5


def _less_is_fed_next_turn(world: World) -> None:
    spared = with_figures(world, {f"{place}/accident": 0 for place in PLACES})
    fed = [
        resolve_turn(x, sheets_for(x), detail=False).world.figure("isles/nickel/fed")
        for x in (world, spared)
    ]
    assert fed[0] < fed[1]


def test_old_routes_are_needed_for_smuggling_in_the_first_year() -> None:
    chain = StartChain("nickel", 500, 0, 10_000, 0, 0)
    level = quiet(replace(isles(), chains=(chain,)))
    assert Run({}, level, turns=1)["isles/nickel/leak"] == [0]
