"""Outcomes that are worked out from several figures."""

from game.engine.numbers import BP, dollars, ratio
from game.engine.world import Plant
from game.lab.signs.played import Played


def smelter_margin(game: Played, turn: int) -> int:
    """Return what plants sell less what their ore costs, US$."""
    ore = dollars(game.at("{s}/{m}/fed", turn), game.at("{s}/{m}/home_price", turn))
    return game.at("{s}/{m}/refined_value", turn) - ore


def miner_sales(game: Played, turn: int) -> int:
    """Return what mines take for ore sold at home and abroad, US$."""
    ore = dollars(game.at("{s}/{m}/fed", turn), game.at("{s}/{m}/home_price", turn))
    return game.at("{s}/{m}/ore_value", turn) + ore


def price_gap(game: Played, turn: int) -> int:
    """Return how far home ore lies below what ore fetches abroad, bp."""
    abroad = game.at("{s}/{m}/export_price", turn)
    return BP - ratio(game.at("{s}/{m}/home_price", turn), abroad)


def price_jump(game: Played, turn: int) -> int:
    """Return how far the world price moved in a turn, US cents a tonne."""
    return game.at("{m}/price", turn) - game.at("{m}/price", turn - 1)


def others_supply(game: Played, turn: int) -> int:
    """Return what rivals nobody governs dig, kg a year."""
    mineral = game.subject.chain(game.start.layout).mineral
    values = game.world(turn).values
    return sum(values[x.output] for x in mineral.rivals)


def own_plants(game: Played, turn: int) -> list[Plant]:
    """Return the chain's plants, working or being built."""
    subject = game.subject
    return [
        x
        for x in game.world(turn).plants
        if x.state == subject.seat and x.mineral == subject.mineral
    ]


def begun_plants(game: Played, turn: int) -> list[Plant]:
    """Return the chain's plants that were begun since the start."""
    known = {x.id for x in game.start.plants}
    return [x for x in own_plants(game, turn) if x.id not in known]


def largest_part(game: Played, turn: int) -> int:
    """Return the main builder's part of the feed begun since the start, bp."""
    begun = begun_plants(game, turn)
    own = sum(x.feed for x in begun if x.owner == game.subject.names["i"])
    return ratio(own, sum(x.feed for x in begun))


def accidents(game: Played, turn: int) -> int:
    """Return the accidents of a turn in all provinces."""
    world = game.world(turn)
    return sum(world.values[x.accident] for x in game.subject.state(world.layout).provinces)


def blockades(game: Played, turn: int) -> int:
    """Return the blockades of a turn in all provinces."""
    world = game.world(turn)
    return sum(world.values[x.blockade] for x in game.subject.state(world.layout).provinces)


def outside_premium(game: Played, turn: int) -> int:
    """Return how far the price outside a control stands above that inside, bp."""
    return ratio(game.at("{m}/control/price", turn), game.at("{m}/price", turn)) - BP


def forest(game: Played, turn: int) -> int:
    """Return the hectares cleared in all provinces."""
    world = game.world(turn)
    return sum(world.values[x.forest] for x in game.subject.state(world.layout).provinces)


def worst_grievance(game: Played, turn: int) -> int:
    """Return the grievance of the angriest province, bp."""
    world = game.world(turn)
    return max(world.values[x.grievance] for x in game.subject.state(world.layout).provinces)


def paid_of_world(game: Played, turn: int) -> int:
    """Return what ore fetches abroad as a part of the world price of metal, bp."""
    return ratio(game.at("{s}/{m}/export_price", turn), game.at("{m}/price", turn))


def hidden_share(game: Played, turn: int) -> int:
    """Return the ore that leaves unseen as a part of all that leaves, bp."""
    leak = game.at("{s}/{m}/leak", turn)
    return ratio(leak, leak + game.at("{s}/{m}/exports", turn))


def mining_bill(game: Played, turn: int) -> int:
    """Return wages paid so far for each tonne dug this turn, US cents: dearer digging raises it."""
    return game.at("{s}/suppliers", turn) - game.at("{s}/suppliers", -1)


def finds(game: Played, turn: int) -> int:
    """Return the deposits found and not dug yet."""
    return len(game.world(turn).finds)


def new_feed(game: Played, turn: int) -> int:
    """Return the feed of plants begun since the start, kg a year."""
    return sum(x.feed for x in begun_plants(game, turn))


def careful_feed(game: Played, turn: int) -> int:
    """Return the feed begun since the start by partners who ask for standards, kg a year."""
    careful = [x.id for x in game.start.level.partners if x.threshold]
    return sum(x.feed for x in begun_plants(game, turn) if x.owner in careful)


def main_feed(game: Played, turn: int) -> int:
    """Return the feed begun since the start by the partner with most capital, kg a year."""
    main = game.subject.names["i"]
    return sum(x.feed for x in begun_plants(game, turn) if x.owner == main)


def state_feed(game: Played, turn: int) -> int:
    """Return the feed begun since the start by the state itself, kg a year."""
    seat = game.subject.seat
    return sum(x.feed for x in begun_plants(game, turn) if x.owner == seat)
