"""The briefing: facts, dilemma, advisers, and the choice of a mandate."""

from collections.abc import Sequence

from game.terminal.screen import Screen
from game.text.briefing import Advice, Briefing, MandateCard, briefing
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.scenarios import scenario_said


def show_briefing(screen: Screen, words: Words) -> None:
    """Show everything that is said before the first turn."""
    brief = briefing(words)
    screen.heading(" · ".join(part for part in (brief.title, brief.place, brief.minutes) if part))
    for text in (brief.summary, *brief.story):
        if text:
            screen.line(text)
    _facts(screen, brief)
    scenario = scenario_said(words.level, words.names, words.catalogue)
    if scenario is not None:
        screen.line(scenario.sentences)
    if brief.dilemma:
        screen.heading(screen.say(mark("The dilemma")))
        screen.line(brief.dilemma)
    show_advice(screen, brief.advice, brief.axis)
    if brief.goals:
        screen.heading(screen.say(mark("What you can learn here")))
        screen.items(brief.goals)


def _facts(screen: Screen, brief: Briefing) -> None:
    if not brief.facts:
        return
    screen.heading(screen.say(mark("The situation")))
    for fact in brief.facts:
        sure = f" ({fact.sure_text})" if fact.sure_text else ""
        screen.line(f"- {fact.figure} {fact.line}{sure}")
    if brief.sources:
        screen.line(
            screen.say(mark("Numbers in brackets are sources; type “sources” in the game."))
        )


def show_advice(screen: Screen, advice: tuple[Advice, ...], axis: tuple[str, str]) -> None:
    """Show what the advisers say, with their options and doubts."""
    if not advice:
        return
    several = mark("Your advisers disagree")
    screen.heading(screen.say(several if len(advice) > 1 else mark("Advice")))
    for one in advice:
        screen.line(f"{one.name}: “{one.quote}”")
        if one.at >= 0 and all(axis):
            screen.line(
                screen.say(
                    mark("Between {low} (0) and {high} (100): {at}, perhaps {from_} to {to}."),
                    low=f"“{axis[0]}”",
                    high=f"“{axis[1]}”",
                    at=one.at,
                    from_=one.low,
                    to=one.high,
                ),
                indent=2,
            )
        screen.items(one.options, indent=2)
        if one.doubt:
            screen.line(screen.say(mark("Doubt: {doubt}"), doubt=one.doubt), indent=2)


def mandate_lines(words: Words, card: MandateCard) -> str:
    """Return a goal in one paragraph with its weights."""
    weights = ", ".join(f"{name} {weight}" for _, name, weight in card.weights)
    said = words.say(mark("Weights: {weights}."), weights=weights)
    parts = (card.name + ".", card.line, said, card.summary, card.aims)
    return " ".join(part for part in parts if part)


def choose_mandate(screen: Screen, words: Words, order: Sequence[str] = ()) -> str | None:
    """Return the id of the goal that the player picks, None for going back.

    ``order`` names the ids in the order in which they are offered; others come after them.
    """
    places = {mandate: place for place, mandate in enumerate(order)}
    cards = sorted(briefing(words).mandates, key=lambda card: places.get(card.id, len(places)))
    picked = screen.pick(
        screen.say(mark("Choose your mandate")),
        [mandate_lines(words, card) for card in cards],
        screen.say(mark("Number of your mandate, or “back”:")),
    )
    return None if picked is None else cards[picked].id
