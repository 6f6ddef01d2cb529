"""PAIR: one rule set, two minerals, one ban; and which datum makes the difference.

Nickel's and bauxite's levels are played with the real path up to 2014, the ban then staying, and
without any ban. Prices are made by the rules, since a swap that moves supply must move the price.
The swaps carry one causal datum from one level to the other and look whether both outcomes move
towards the other mineral's.
"""

from dataclasses import dataclass, replace

from game.engine.definitions.level import Level
from game.engine.numbers import BP, muldiv
from game.lab.history.checks import ANY, Band, Case, Check, Played, median, played, verdict
from game.lab.history.swaps import Subject, Swap, all_of, infrastructure_of, margin_of, rivals_of
from game.lab.paths import forgotten, until, without

CASE = "PAIR"
_SEAT = "indonesia"
_BAN, _EVE, _END = 2014, 2013, 2023
_SEEDS = (1, 2, 3)
_SWAPS: tuple[tuple[str, str, Swap], ...] = (
    ("rivals", "rivals' room and speed", rivals_of),
    ("margin", "refining margin", margin_of),
    ("infrastructure", "infrastructure", infrastructure_of),
    ("all", "all three together", all_of),
)


@dataclass(frozen=True, slots=True)
class Effect:
    """What a ban did by 2023, against the same games without a ban.

    Attributes:
        plants_kg: Feed that plants can take, kg a year more.
        jobs: Persons more.
        income_usd: Export value of all stages, US$ more.
        refined_usd: Export value of refined goods, US$ more.
        dip_bp: Export value of 2014 against 2013, bp.
        jobs_dip_bp: Jobs of 2014 against 2013, bp.
        jobs_rise_bp: Jobs of 2023 against 2013, with the ban, bp.
        investment: Plants begun in 2014-23 per ore value of 2013, hundredths.
        value: ``income_usd`` per ore value of 2013, bp.
    """

    plants_kg: int
    jobs: int
    income_usd: int
    refined_usd: int
    dip_bp: int
    jobs_dip_bp: int
    jobs_rise_bp: int
    investment: int
    value: int


def pair_case(nickel: Level, bauxite: Level) -> Case:
    """Return the paired case; every check is the median of three seeds."""
    subjects = {"nickel": _subject(nickel), "bauxite": _subject(bauxite)}
    effects = {name: effect_of(subject.level, _SEAT) for name, subject in subjects.items()}
    same = 0 if nickel.parameters == bauxite.parameters else 100
    checks = [
        verdict(
            ("PAIR.1", "Constants of the rules that differ between the two levels"),
            Band("none", 0, 0, "sets"),
            same,
            starred=True,
        ),
        *_succeeds(effects["nickel"]),
        *_fails(effects["bauxite"]),
    ]
    number = len(checks)
    for name, other, sign in (("nickel", "bauxite", -1), ("bauxite", "nickel", 1)):
        for _, words, swap in _SWAPS:
            moved = effect_of(swap(subjects[name], subjects[other]), _SEAT)
            checks += _towards(number, (name, other, words), effects[name], moved, sign)
            number += 2
    return Case(CASE, f"{nickel.id} + {bauxite.id}", "closed", tuple(checks))


def _subject(level: Level) -> Subject:
    level = replace(level, prices_fed=False)
    for state in level.states:
        if state.id != _SEAT:
            level = forgotten(level, state.id)
    return Subject(level, _SEAT, played(level, "history", _SEEDS[:1])[0])


def effect_of(level: Level, seat: str) -> Effect:
    """Return what the ban of 2014 did in a level, the medians of three seeds."""
    banned = played(until(level, seat, _BAN), "history", _SEEDS)
    free = played(without(until(level, seat, _BAN), seat, "export_ban"), "history", _SEEDS)
    pairs = tuple(zip(banned, free, strict=True))
    chain = f"{seat}/{level.minerals[0].id}"
    income, jobs = f"{seat}/export_income", f"{seat}/job_count"

    def more(figure: str) -> int:
        return median([a.at(figure, _END) - b.at(figure, _END) for a, b in pairs])

    def per_ore(amount: int, game: Played, whole: int) -> int:
        return muldiv(amount, whole, max(1, game.at(f"{chain}/ore_value", _EVE)))

    return Effect(
        plants_kg=more(f"{chain}/plant_feed"),
        jobs=more(jobs),
        income_usd=more(income),
        refined_usd=more(f"{chain}/refined_value"),
        dip_bp=median([a.change(income, _EVE, _BAN) for a, _ in pairs]),
        jobs_dip_bp=median([a.change(jobs, _EVE, _BAN) for a, _ in pairs]),
        jobs_rise_bp=median([a.change(jobs, _EVE, _END) for a, _ in pairs]),
        investment=median(
            [per_ore(a.total(f"{chain}/invested", _BAN, _END), a, 100) for a, _ in pairs]
        ),
        value=median([per_ore(a.at(income, _END) - b.at(income, _END), a, BP) for a, b in pairs]),
    )


def _dips(effect: Effect, mineral: str, first: int) -> tuple[Check, ...]:
    fall = Band("below 0 %", -100, -0.01)
    return (
        verdict((f"PAIR.{first}", f"{mineral}: export value, 2013 to 2014"), fall, effect.dip_bp),
        verdict((f"PAIR.{first + 1}", f"{mineral}: jobs, 2013 to 2014"), fall, effect.jobs_dip_bp),
    )


def _succeeds(effect: Effect) -> tuple[Check, ...]:
    rise = Band("above 0", 0.01, ANY, "US$ m")
    return (
        *_dips(effect, "Nickel", 2),
        verdict(
            ("PAIR.4", "Nickel: plants in 2023, more with the ban than without"),
            replace(rise, unit="kt"),
            effect.plants_kg // 10_000,
            starred=True,
        ),
        verdict(
            ("PAIR.5", "Nickel: jobs with the ban, 2013 to 2023"),
            replace(rise, unit="%"),
            effect.jobs_rise_bp,
            starred=True,
        ),
        verdict(
            ("PAIR.6", "Nickel: refined exports in 2023, more than without the ban"),
            rise,
            effect.refined_usd // 10_000,
            starred=True,
        ),
        verdict(
            ("PAIR.7", "Nickel: exports of all stages in 2023, more than without"),
            rise,
            effect.income_usd // 10_000,
            starred=True,
        ),
        verdict(
            ("PAIR.8", "Nickel: jobs in 2023, more than without (reported)"),
            Band("any", -ANY, ANY, "1,000"),
            effect.jobs // 10,
        ),
    )


def _fails(effect: Effect) -> tuple[Check, ...]:
    fall = Band("at most 0", -ANY, 0, "US$ m")
    return (
        *_dips(effect, "Bauxite", 9),
        verdict(
            ("PAIR.11", "Bauxite: plants begun 2014-23 per ore value"),
            Band("below 3", 0, 3, "times"),
            effect.investment,
            starred=True,
        ),
        verdict(
            ("PAIR.12", "Bauxite: jobs with the ban, 2013 to 2023"),
            replace(fall, unit="%"),
            effect.jobs_rise_bp,
            starred=True,
        ),
        verdict(
            ("PAIR.13", "Bauxite: exports of all stages in 2023, more than without"),
            fall,
            effect.income_usd // 10_000,
            starred=True,
        ),
    )


def _towards(
    number: int, names: tuple[str, str, str], own: Effect, moved: Effect, sign: int
) -> tuple[Check, ...]:
    """Return whether investment and export value moved towards the other mineral's."""
    name, other, words = names
    title = f"{name.capitalize()} with {other}'s {words}"
    band = Band("below 0", -ANY, -0.01, "times")
    if sign > 0:
        band = Band("above 0", 0.01, ANY, "times")
    return (
        verdict(
            (f"PAIR.{number + 1}", f"{title}: change in investment"),
            band,
            moved.investment - own.investment,
        ),
        verdict(
            (f"PAIR.{number + 2}", f"{title}: change in value, of ore value"),
            replace(band, unit="%"),
            moved.value - own.value,
        ),
    )
