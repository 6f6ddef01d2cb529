"""Whether everything that a level file names exists, and whether plain arithmetic holds.

These findings stop a level from being played; completeness is looked at in `checks`.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import fields

from game.content.atlas import section
from game.content.build.level import bare_level, dates_of, steps_of
from game.content.checks.deals import (
    check_agreements,
    check_concessions,
    check_demand,
    check_memorandum,
    check_renewal,
)
from game.content.checks.figures import check_figures
from game.content.checks.findings import Findings
from game.content.checks.processing import check_processing
from game.content.checks.region import check_cards, check_region
from game.content.faults import Problem, Severity, did_you_mean
from game.content.models.base import BP, Measure, whole_setting
from game.content.models.story import OfferModel, Window
from game.content.models.world import StateModel
from game.content.numbers.quantities import QuantityError
from game.content.opening import Loc, OpenedFile
from game.engine.definitions.places import HOME
from game.engine.layout.layout import layout_of
from game.engine.parameters.rules import Parameters, parameter_table
from game.engine.rules import LEVERS

RESERVED = ("care", "waste", "politics", "pledge", "savings")
"""Ids that paths of optional figures need for themselves."""
OUTSIDE = "outside"
"""Owner id of foreign owners who are no partner in the level."""


def reference_problems(opened: OpenedFile) -> list[Problem]:
    """Every name in the file that leads nowhere; empty for a file that could not be read."""
    if opened.file is None:
        return []
    found = Findings(opened, opened.file)
    _check_actors(found)
    _check_distinct(found)
    check_concessions(found)
    check_agreements(found)
    check_demand(found)
    for key in opened.file.offers:
        check_renewal(found, key, opened.file.offers[key])
        check_memorandum(found, key, opened.file.offers[key])
        _check_offer(found, key, opened.file.offers[key])
    _check_events(found)
    _check_predictions(found)
    _check_mandates(found)
    _check_parameters(found)
    _check_market(found)
    check_region(found)
    check_processing(found)
    if not any(problem.severity is Severity.ERROR for problem in found.problems):
        check_figures(found, layout_of(bare_level(opened.file)))
        check_cards(found)
    return found.problems


def _check_actors(found: Findings) -> None:
    file = found.file
    _distinct(found, ("seats",), tuple(file.seats))
    for index, seat in enumerate(file.seats):
        found.known(("seats", index), "state", seat, file.states)
    for key, state in file.states.items():
        _check_state(found, key, state)
    for key, rival in file.rivals.items():
        found.known(("rivals", key, "mineral"), "mineral", rival.mineral, file.minerals)
    for key, partner in file.partners.items():
        for mineral in partner.buys:
            found.known(("partners", key, "buys", mineral), "mineral", mineral, file.minerals)


def _check_state(found: Findings, key: str, state: StateModel) -> None:
    file, here = found.file, ("states", key)
    owners = (HOME, OUTSIDE, key, *file.partners)
    for mineral in state.chains:
        found.known((*here, "chains", mineral), "mineral", mineral, file.minerals)
    for name, item in state.fields.items():
        at = (*here, "fields", name)
        found.known((*at, "province"), "province", item.province, state.provinces)
        found.known((*at, "mineral"), "mineral", item.mineral, state.chains)
        if item.cost_low.value > item.cost_high.value:
            found.error(
                (*at, "cost_low"),
                "costs-swapped",
                "the cheapest tonne costs more than the dearest",
                "mining cost rises from cost_low to cost_high",
                "swap the two",
            )
        months = file.months * file.steps_per_turn * file.turns
        if item.reserves.value < item.capacity.value * months // 12:
            found.warn(
                (*at, "reserves"),
                "small-reserves",
                "the ground holds less than the mines can dig during the level",
                "mines would fall silent for a reason that players do not see",
                "check both numbers, or accept this with a reason",
            )
    for name, plant in state.plants.items():
        at = (*here, "plants", name)
        found.known((*at, "province"), "province", plant.province, state.provinces)
        found.known((*at, "mineral"), "mineral", plant.mineral, state.chains)
        found.known((*at, "owner"), "owner", plant.owner, owners)
    _check_levers(found, key, state)


def _check_levers(found: Findings, key: str, state: StateModel) -> None:
    unlocked: list[str] = []
    for step, levers in state.levers.items():
        for index, lever in enumerate(levers):
            at: Loc = ("states", key, "levers", step, index)
            if found.known(at, "lever", lever, LEVERS) and lever in unlocked:
                found.error(
                    at,
                    "lever-twice",
                    f"`{lever}` is unlocked twice",
                    "a lever appears in one step",
                    "take one of the two out",
                )
            unlocked.append(lever)
        if int(step) < 1 or int(step) > found.file.turns:
            found.error(
                ("states", key, "levers", step),
                "outside-level",
                f"there is no turn {step}",
                f"turns are counted from 1 to {found.file.turns}",
                "move the levers to a turn of the level",
            )
    _check_path(found, key, state, unlocked)


def _check_path(found: Findings, key: str, state: StateModel, unlocked: list[str]) -> None:
    for year, block in state.path.items():
        for index, order in enumerate(block.orders):
            at = ("states", key, "path", year, "orders", index)
            if found.known((*at, "order"), "lever", order.order, LEVERS):
                _check_setting(found, at, key, order.order, unlocked)
            for place, number in enumerate(order.set):
                _check_measure(found, (*at, "set", place), number)
        _check_year(found, ("states", key, "path", year), int(year))


def _check_measure(found: Findings, at: Loc, number: Measure) -> None:
    try:
        whole_setting(number)
    except QuantityError as error:
        found.error(at, error.code, error.what, error.why, error.remedy)


def _check_setting(found: Findings, at: Loc, key: str, lever: str, unlocked: list[str]) -> None:
    misspelt = {did_you_mean(name, LEVERS) for name in unlocked if name not in LEVERS}
    if lever not in unlocked and lever not in misspelt:
        found.error(
            (*at, "order"),
            "locked-lever",
            f"`{lever}` is not unlocked for {key}",
            "the historical path may only use levers of the level",
            "unlock it under `levers:`, or take the order out",
        )


def _check_year(found: Findings, loc: Loc, year: int, steps: bool = False) -> None:
    dates = steps_of(found.file) if steps else dates_of(found.file)
    if not 0 <= dates.first_turn(year) < dates.turns:
        found.error(
            loc,
            "outside-level",
            f"{year} lies outside the level",
            f"it runs from {dates.first_year} to {dates.year_of(dates.turns - 1)}",
            "give a year of the level",
        )


def _check_window(found: Findings, loc: Loc, when: Window) -> None:
    _check_year(found, (*loc, "first"), when.first, steps=True)
    if when.last != when.first:
        _check_year(found, (*loc, "last"), when.last, steps=True)
    if when.first > when.last:
        found.error(
            loc,
            "empty-window",
            f"{when.first} comes after {when.last}",
            "this could never happen",
            "swap the two years",
        )


def _check_distinct(found: Findings) -> None:
    """Ids that stand in one place of figure paths must differ."""
    file = found.file
    _distinct(found, ("states",), ("world", *file.minerals, *file.states, *file.partners))
    for key, state in file.states.items():
        below = (*RESERVED, *state.provinces, *state.fields, *state.chains)
        below += (*file.partners, *file.concessions, *file.agreements)
        _distinct(found, ("states", key), below)


def _distinct(found: Findings, loc: Loc, names: tuple[str, ...]) -> None:
    for name, count in Counter(names).items():
        if count > 1:
            found.error(
                loc,
                "same-id",
                f"`{name}` is the id of two things",
                "figures of the world are found by these ids",
                "rename one of them",
            )


def _check_offer(found: Findings, key: str, offer: OfferModel) -> None:
    file, here = found.file, ("offers", key)
    found.known((*here, "partner"), "partner", offer.partner, file.partners)
    _check_window(found, (*here, "when"), offer.when)
    if not found.known((*here, "seat"), "state", offer.seat, file.states):
        return
    state = file.states[offer.seat]
    found.known((*here, "mineral"), "mineral", offer.mineral, state.chains)
    if offer.province:
        found.known((*here, "province"), "province", offer.province, state.provinces)
    _check_terms(found, here, offer)


def _check_terms(found: Findings, here: Loc, offer: OfferModel) -> None:
    for name, term in offer.terms.items():
        at = (*here, "terms", name)
        found.known(at, "term", name, section("vocabulary", "terms"))
        if list(term.grid) != sorted(set(term.grid)):
            found.error(
                (*at, "grid"),
                "grid-order",
                "the steps do not rise",
                "players move a term up and down its steps",
                "write each step once, from low to high",
            )
        if term.offered not in term.grid:
            found.error(
                (*at, "offered"),
                "off-grid",
                f"{term.offered} is no step of the grid",
                "an offer starts on one of its steps",
                "choose a step, or add it to the grid",
            )
    if offer.kind == "plant" and ("feed" not in offer.terms or not offer.province):
        found.error(
            here,
            "incomplete-plant",
            "a plant needs a province and the term `feed`",
            "the rules build it there, in that size",
            "add them, or choose another kind",
        )


def _check_events(found: Findings) -> None:
    file = found.file
    for key, event in file.events.items():
        here = ("events", key)
        found.known((*here, "seat"), "state", event.seat, file.states)
        _check_window(found, (*here, "when"), event.when)
        if event.after and found.known((*here, "after"), "event", event.after, file.events):
            _check_after(found, key)
        if event.kind == "dated" and event.conditions:
            found.error(
                (*here, "conditions"),
                "dated-with-conditions",
                "a dated event has conditions",
                "dated events are those that nobody in the game decides or provokes",
                "make it an answer, or drop the conditions",
            )


def _check_after(found: Findings, key: str) -> None:
    """An event must be able to happen after the one that it waits for."""
    event = found.file.events[key]
    dates = steps_of(found.file)
    first = found.file.events[event.after]
    earliest = dates.first_turn(first.when.first) + event.delay
    if event.after == key or dates.last_turn(event.when.last) < earliest:
        found.error(
            ("events", key, "after"),
            "never-fires",
            f"`{key}` can never happen after `{event.after}`",
            "its years end before the other event and the delay are over",
            "widen the years, or shorten the delay",
        )


def _check_predictions(found: Findings) -> None:
    file = found.file
    for key, asked in file.predictions.items():
        here = ("predictions", key)
        if asked.lever:
            found.known((*here, "lever"), "lever", asked.lever, LEVERS)
        if asked.year is not None:
            _check_year(found, (*here, "year"), asked.year)
        if not asked.lever and asked.year is None:
            found.error(
                here,
                "never-asked",
                "the prediction has neither a year nor a lever",
                "it would never be asked",
                "say when: `year: 2014`, or `lever: export_ban`",
            )
        found.known((*here, "seat"), "state", asked.seat, file.states)


def _check_mandates(found: Findings) -> None:
    for key, mandate in found.file.mandates.items():
        weights = mandate.weights.model_dump(exclude={"because"})
        total = sum(weights.values())
        if total != 100:
            found.error(
                ("mandates", key, "weights"),
                "weights-sum",
                f"the weights add up to {total}",
                "mandates can only be compared when each has 100 points",
                f"{'add' if total < 100 else 'take away'} {abs(100 - total)}",
            )


def _check_parameters(found: Findings) -> None:
    table = {info.name: info for info in parameter_table()}
    names = [item.name for item in fields(Parameters)]
    for name, given in found.file.parameters.items():
        here = ("parameters", name)
        if not found.known(here, "parameter", name, names):
            continue
        info = table[name]
        try:
            value = whole_setting(given.set)
        except QuantityError as error:
            why, remedy = error.why, error.remedy
            if not info.unit.startswith("bp"):
                why = f"`{name}` counts in {info.unit}"
                remedy = f"write the number alone, such as `{info.default}`"
            found.error((*here, "set"), error.code, error.what, why, remedy)
            continue
        if not info.low <= value <= info.high:
            found.error(
                (*here, "set"),
                "out-of-range",
                f"{value} is outside the range of `{name}`",
                f"it was judged plausible from {info.low} to {info.high} {info.unit}",
                "stay inside the range",
            )


def _check_market(found: Findings) -> None:
    file = found.file
    for mineral, model in file.minerals.items():
        if not model.fed_price:
            found.error(
                ("minerals", mineral),
                "no-price",
                f"`{mineral}` has no historical price",
                "the atlas knows none, and the rules start from one",
                "add `fed_price:` with a price for each year",
            )
        else:
            _check_years_of_prices(found, mineral)
        for stage in ("ore", "refined"):
            bought = [
                getattr(x.buys[mineral], stage) for x in file.partners.values() if mineral in x.buys
            ]
            _check_whole(found, f"bought {stage} of {mineral}", [x.value for x in bought])
    _check_whole(found, "capital", [x.weight.value for x in file.partners.values()])


def _check_years_of_prices(found: Findings, mineral: str) -> None:
    dates = steps_of(found.file)
    needed = {str(dates.year_of(turn)) for turn in range(dates.turns)}
    lacking = sorted(needed - set(found.file.minerals[mineral].fed_price))
    if lacking:
        found.warn(
            ("minerals", mineral, "fed_price"),
            "price-gap",
            f"`{mineral}` has no price for {_years(lacking)}",
            "the price of the last year before is used instead",
            "add these years to `fed_price:`, or accept this with a reason",
        )


def _years(names: list[str]) -> str:
    """Years in words: a long unbroken run by its ends."""
    run = int(names[-1]) - int(names[0]) == len(names) - 1
    return f"{names[0]} to {names[-1]}" if run and len(names) > 2 else ", ".join(names)


def _check_whole(found: Findings, of_what: str, shares: list[int]) -> None:
    if sum(shares) > BP:
        found.error(
            ("partners",),
            "more-than-all",
            f"the partners' shares of {of_what} add up to {sum(shares) / 100:g} %",
            "partners cannot have more than the whole",
            "lower some of them to 100 % or less together",
        )
