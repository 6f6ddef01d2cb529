"""A small level with texts, and played turns, for the tests of words."""

from game.engine.draws import draw
from game.engine.options import options, sheet_problems
from game.engine.orders import Order, Sheet
from game.engine.start.opening import open_world
from game.engine.turn import Turn, resolve_turn
from game.engine.world import World
from game.text.describe import Words, words_for
from tests.worlds import AVAL, small_level

TEXTS: dict[str, str] = {
    "level.title": "Zinc: close the port?",
    "level.summary": "Your ore leaves raw. Should it?",
    "level.place": "Aval, 2010–2015",
    "level.minutes": "20",
    "level.goal.1": "See when a ban works.",
    "brief.dilemma": "Ore pays today; metal may pay more tomorrow.",
    "brief.fact.1.figure": "71 %",
    "brief.fact.1.line": "of your ore leaves unprocessed [1]",
    "brief.fact.1.sure": "well_known",
    "brief.axis.low": "Keep open",
    "brief.axis.high": "Close now",
    "mandate.industrialiser.name": "Industrialiser",
    "mandate.industrialiser.line": "Move up the chain, fast.",
    "mandate.guardian.name": "Guardian of people and nature",
    "adviser.treasury.briefing": "Tax the ore first.",
    "adviser.treasury.briefing.option.1": "Set the export tax to 20 %.",
    "adviser.treasury.briefing.doubt": "Buyers may find other ore.",
    "adviser.treasury.briefing.low": "10",
    "adviser.treasury.briefing.at": "30",
    "adviser.treasury.briefing.high": "50",
    "adviser.industry.briefing": "Close it soon.",
    "state.aval.name": "Aval",
    "state.bora.name": "Bora",
    "province.north.name": "The North",
    "province.south.name": "The South",
    "partner.china.name": "China",
    "partner.japan.name": "Japan",
    "partner.european-union.name": "European Union",
    "mineral.zinc.name": "Zinc",
    "rival.others.name": "Other producers",
    "event.storm.headline": "Storm in the south",
    "event.storm.line": "Roads are washed away.",
    "event.answer.headline": "Miners cheer",
    "event.later.headline": "Towns wait for plants",
    "offer.aval-loan.title": "A loan against metal",
    "offer.aval-loan.line": "Money now, metal later.",
    "offer.aval-plant.title": "A small clean plant",
    "prediction.ban-value.question": "What will ore exports do?",
    "prediction.ban-value.reason.smelters": "Plants are being built.",
    "prediction.ban-value.reason.buyers": "Buyers can go elsewhere.",
    "debrief.case": "The port was closed.",
    "debrief.question.1": "Who kept the profit?",
    "source.1.id": "yearbook",
    "source.1.title": "Yearbook 2009",
    "source.1.publisher": "Ministry",
    "source.1.sure": "fairly_sure",
    "glossary.royalty.term": "Royalty",
    "glossary.royalty.meaning": "What a state takes of the value of what is dug.",
}


def small_words() -> Words:
    """Return the words of the small level."""
    return words_for(small_level(), TEXTS)


def random_sheet(world: World, seat: str, luck: int) -> Sheet:
    """Return a legal sheet of up to four orders, the same for the same luck."""
    listed = list(options(world, seat))
    chosen: list[Order] = []
    for place in range(4):
        if not listed:
            break
        order = listed[draw(luck, world.turn, "test", f"{seat}/{place}", len(listed))]
        if not sheet_problems(world, seat, Sheet(seat, world.turn, (*chosen, order))):
            chosen.append(order)
    return Sheet(seat, world.turn, tuple(chosen))


def random_game(luck: int) -> list[tuple[World, Turn]]:
    """Return (world before, turn) of every turn of a game with legal random orders."""
    world = open_world(small_level(), luck)
    played = []
    while not world.over:
        sheets = {state.id: random_sheet(world, state.id, luck) for state in world.level.states}
        turn = resolve_turn(world, sheets)
        played.append((world, turn))
        world = turn.world
    return played


__all__ = ["AVAL", "TEXTS", "random_game", "small_words"]
