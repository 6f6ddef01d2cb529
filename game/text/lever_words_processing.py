"""Levers of export controls, know-how, inputs and standards: titles, sentences, settings."""

from collections.abc import Callable

from game.text.catalogue import mark
from game.text.numbers import Numbers

PROCESSING: dict[str, tuple[str, str, str]] = {
    "price_floor": (
        mark("Price floor"),
        mark("The treasury pays firms up to the floor and takes what lies above it."),
        mark("changed a price floor"),
    ),
    "price_report": (
        mark("Price report of the region"),
        mark("Published prices loosen the hold of the main processor's price on your sales."),
        mark("changed the price report"),
    ),
    "pilot_plant": (
        mark("Pilot plant and research"),
        mark("Yearly money to learn to separate, also while no plant works."),
        mark("changed the pilot plant budget"),
    ),
    "technology_terms": (
        mark("Terms for technology"),
        mark("Local staff, open data, safety checks. Less is hidden or spoilt; partners hesitate."),
        mark("changed the terms for technology"),
    ),
    "input_sources": (
        mark("Other sources of inputs"),
        mark("This share of imported inputs is bought elsewhere. It costs firms more."),
        mark("changed the sources of inputs"),
    ),
    "standard_family": (
        mark("Family of standards"),
        mark("Whose rules plants follow. It draws its own partners. A change costs a refit."),
        mark("chose a family of standards"),
    ),
}
"""Title, sentence and deed by lever."""

_SWITCHES = {
    "price_report": (mark("No price report"), mark("Prices are published")),
}


_TERMS = {0: mark("No terms"), 5_000: mark("Basic terms"), 10_000: mark("Full terms")}
_ZEROS = {
    "price_floor": mark("No floor"),
    "pilot_plant": mark("No money"),
    "input_sources": mark("None replaced"),
}


def read_processing(lever: str, value: int, say: Callable[..., str], numbers: Numbers) -> str:
    """Return the setting of one of these levers as a phrase."""
    if lever in _SWITCHES:
        return say(_SWITCHES[lever][1 if value else 0])
    if lever == "technology_terms":
        return say(_TERMS.get(value, _TERMS[0]))
    if not value:
        return say(_ZEROS[lever])
    if lever == "pilot_plant":
        return say(mark("{amount} a year"), amount=numbers.money(value))
    if lever == "input_sources":
        return numbers.share(value)
    return say(mark("{share} of the first price"), share=numbers.share(value))
