"""BT8: Vietnam's first alumina plant, twice as dear as planned and two years late; its own profit.

The rules keep one account for all plants of a state. In this level every plant belongs to the
state, so that the account is the plant's own: sales, less ore, less running cost, from the ledger.
Taken off is a share of the capital, spread evenly over the plant's years.
"""

from dataclasses import dataclass, replace

from game.engine.definitions.level import Level
from game.engine.definitions.places import State
from game.engine.numbers import BP, ratio
from game.engine.orders import Order
from game.lab.history.checks import ANY, SEEDS, Band, Case, Check, median, verdict
from game.lab.runs import Run, players_of, run

LEVEL = "vietnam-first-refinery"
_SEAT, _MINERAL = "vietnam", "bauxite"
_LIFE_YEARS = 20
"""Years over which the capital of a plant is spread, without interest; an assumption."""
_OVERRUN = 2
_YEARS_LATE = 2
_START_UP = (2014, 2015, 2016)
"""The first three whole years: the plant counts as working from October 2013 (H123)."""
_RISE = 2017
"""The year in which alumina rose from 254 to 334 US$ (H124)."""
_TRADE = ("metal_sold", "ore_bought", "plant_wages", "plant_supplies", "plant_inputs")
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Firm:
    """The state firm in one game."""

    first_year: int
    run: Run

    def operating(self, year: int) -> int:
        """Return sales less ore bought and running cost in a year, US$; ore at the home price."""
        lines = self.run.ledgers[year - self.first_year].of(f"{_SEAT}/smelters")
        return sum(line.change for line in lines if line.rule in _TRADE)

    def capital_share(self, year: int) -> int:
        """Return a year's part of the cost of all plants that work by then, US$."""
        turn = year - self.first_year
        plants = self.run.worlds[turn + 1].plants
        return sum(x.cost for x in plants if x.opens <= turn) // _LIFE_YEARS

    def profit(self, year: int) -> int:
        """Return the profit before tax of a year, US$."""
        return self.operating(year) - self.capital_share(year)

    def capital(self) -> int:
        """Return what all plants cost to build, US$."""
        return sum(x.cost for x in self.run.worlds[-1].plants)

    def opened(self) -> int:
        """Return the year of the first metal; the year after the last when there is none."""
        turns = len(self.run.ledgers)
        return self.first_year + min((x.opens for x in self.run.worlds[-1].plants), default=turns)

    def strangers(self) -> int:
        """Return how many plants belong to somebody else: the account is the firm's at 0."""
        return sum(1 for x in self.run.worlds[-1].plants if x.owner != _SEAT)


def start_up_cases(level: Level, mode: str) -> tuple[Case, ...]:
    """Return BT8 in one price mode, each figure the median of five seeds.

    Args:
        level: Vietnam's level, with the overrun and the delay in its capital cost and its path.
        mode: ``fed`` or ``closed``.
    """
    level = replace(level, prices_fed=mode == "fed")
    real, planned = _firms(level), _firms(as_planned(level))
    checks = (*_targets(real), *_inputs(real, planned), *_reported(real, planned))
    return (Case("BT8", LEVEL, mode, checks),)


def as_planned(level: Level) -> Level:
    """Return the level with half the cost, and every order for plants two years earlier."""
    minerals = tuple(
        replace(x, capital=x.capital // _OVERRUN) if x.id == _MINERAL else x for x in level.minerals
    )
    states = tuple(_earlier(x) if x.id == _SEAT else x for x in level.states)
    return replace(level, minerals=minerals, states=states)


def _earlier(state: State) -> State:
    def cheaper(order: Order) -> Order:
        if order.lever != "state_plant":
            return order
        return replace(order, setting=tuple(x // _OVERRUN for x in order.setting))

    turns = tuple(tuple(map(cheaper, orders)) for orders in state.path)
    return replace(state, path=turns[_YEARS_LATE:] + ((),) * _YEARS_LATE)


def _firms(level: Level) -> tuple[Firm, ...]:
    return tuple(
        Firm(level.first_year, run(level, players_of(level, "history"), seed, detail=True))
        for seed in SEEDS
    )


def _in_millions(usd: int) -> int:
    """Return US$ as hundredths of a million."""
    return usd * 100 // _MILLION


def _profit(firms: tuple[Firm, ...], year: int) -> int:
    return _in_millions(median([x.profit(year) for x in firms]))


def _targets(real: tuple[Firm, ...]) -> tuple[Check, ...]:
    best = max(_profit(real, year) for year in _START_UP)
    return (
        verdict(
            ("BT8.1", "Best profit of the first three whole years, 2014-16"),
            Band("a loss", -ANY, -0.01, "US$ m"),
            best,
            starred=True,
        ),
        verdict(
            ("BT8.2", "Profit in 2017, after the price of alumina rose (H123: about 15)"),
            Band("a profit", 0.01, ANY, "US$ m"),
            _profit(real, _RISE),
            starred=True,
        ),
    )


def _inputs(real: tuple[Firm, ...], planned: tuple[Firm, ...]) -> tuple[Check, ...]:
    def price_rise(firm: Firm) -> int:
        price = firm.run.series(f"{_MINERAL}/price")
        turn = _RISE - firm.first_year
        return ratio(price[turn], price[turn - 1]) - BP

    cost = ratio(median([x.capital() for x in real]), median([x.capital() for x in planned]))
    late = median([x.opened() for x in real]) - median([x.opened() for x in planned])
    return (
        verdict(
            ("BT8.3", "Price of alumina, 2016 to 2017 (input, H124)"),
            Band("+25 to +35 %", 25, 35),
            median([price_rise(x) for x in real]),
        ),
        verdict(
            ("BT8.4", "Capital against the plan (input, H123)"),
            Band("x 2", 1.95, 2.05, "times"),
            cost // 100,
        ),
        verdict(
            ("BT8.5", "First metal, years after the plan (input, H123)"),
            Band("2", 2, 2, "years"),
            100 * late,
        ),
        verdict(
            ("BT8.6", "Plants in the account that are not the state's"),
            Band("none", 0, 0, "plants"),
            100 * max(x.strangers() for x in (*real, *planned)),
        ),
    )


def _reported(real: tuple[Firm, ...], planned: tuple[Firm, ...]) -> tuple[Check, ...]:
    free = Band("reported", -ANY, ANY, "US$ m")
    years = range(2013, 2019)
    own = [
        verdict((f"BT8.{year - 2006}", f"Profit in {year}"), free, _profit(real, year))
        for year in years
    ]
    other = verdict(
        ("BT8.13", "Mean profit of 2014-16 at the planned cost and date"),
        free,
        sum(_profit(planned, year) for year in _START_UP) // len(_START_UP),
    )
    return (*own, other)
