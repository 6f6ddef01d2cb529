"""When signs are claimed: conditions on the undisturbed game, each with its words."""

from game.engine.numbers import BP, part, ratio
from game.lab.signs.do import MILLION, ban, high_standards, others_hurdle, plant_return, rivals_full
from game.lab.signs.do import plants as do_plants
from game.lab.signs.do import plants_as as do_plants_as
from game.lab.signs.played import Played, Step
from game.lab.signs.sign import Need
from game.lab.signs.values import begun_plants, careful_feed, largest_part

_SEVERAL = 4


def _capacity(game: Played) -> int:
    chain = game.subject.chain(game.start.layout)
    return sum(game.start.values[item.capacity] for item in chain.fields)


def sells(share_bp: int = 2_000, after: tuple[Step, ...] = ()) -> Need:
    """At least a share of what mines can dig is sold abroad in the first year."""
    return Need(
        f"at least {share_bp // 100} % of mine capacity is sold abroad",
        lambda game: game.total("{s}/{m}/exports", 0, 0) >= part(_capacity(game), share_bp) > 0,
        after,
    )


def weighs_home(share_bp: int = 100) -> Need:
    """Plants as large as the mines would be a share of world demand."""
    return weighs(share_bp, before_ban=True)


def weighs(share_bp: int = 500, before_ban: bool = False) -> Need:
    """The ore sold abroad, or kept back by a ban in force, is a share of world demand."""
    if before_ban:
        return Need(
            f"mines can dig at least {share_bp / 100:g} % of world demand",
            lambda game: _capacity(game) * BP >= share_bp * game.at("{m}/demand", 0) * game.a_year,
        )

    def holds(game: Played) -> bool:
        least = share_bp * max(1, game.at("{m}/demand", 0))
        return all(game.at("{s}/{m}/exports", turn) * BP >= least for turn in (-1, 0))

    words = f"the ore sold abroad, last year and this, is at least {share_bp / 100:g} % of demand"
    return Need(words, holds)


def feeds(share_bp: int = 100) -> Need:
    """Plants at home take at least a share of mine capacity."""
    return Need(
        f"plants at home take at least {share_bp // 100} % of mine capacity",
        lambda game: game.total("{s}/{m}/fed", 0, 0) >= max(1, part(_capacity(game), share_bp)),
    )


def digs(game: Played) -> bool:
    """Whether anything is dug."""
    return game.total("{s}/{m}/mined", 0, 0) > 0


def works(low: int = 0, high: int = BP, after: tuple[Step, ...] = ()) -> Need:
    """The share of mines that pay at today's price lies inside bounds."""
    return Need(
        f"{low // 100} to {high // 100} % of the largest field pays its way",
        lambda game: low <= game.at("{s}/{f}/working", 0) <= high,
        after,
    )


def between(path: str, low: int, high: int, words: str, turn: int = -1) -> Need:
    """A figure lies inside bounds."""
    return Need(words, lambda game: low <= game.at(path, turn) <= high)


def room_left(path: str, margin: int = 0) -> Need:
    """A figure is not at its upper bound."""

    def holds(game: Played) -> bool:
        layout = game.start.layout
        slot = layout.slots[game.subject.path(path)]
        return game.start.values[slot] + margin < layout.highs[slot]

    return Need(f"{path} is below its upper bound", holds)


def builds(years: int = 1, after: tuple[Step, ...] = ()) -> Need:
    """Plants are begun within some years: so many that one more or less does not decide."""

    def holds(game: Played) -> bool:
        smallest = game.start.level.parameters.smallest_plant_usd_m * MILLION
        return game.total("{s}/{m}/invested", 0, years) >= _SEVERAL * smallest

    return Need("plants worth several of the smallest are being begun", holds, after)


def few_plants(share_bp: int = 1_000) -> Need:
    """Plants are small beside the mines."""
    return Need(
        f"plants take less than {share_bp // 100} % of what mines can dig",
        lambda game: game.at("{s}/{m}/plant_feed", 0) * BP < _capacity(game) * share_bp,
    )


def rivals_free(share_bp: int = 500) -> Need:
    """Rivals are not at their ceilings."""

    def holds(game: Played) -> bool:
        mineral = game.subject.chain(game.start.layout).mineral
        most = sum(x.spec.ceiling for x in mineral.rivals)
        now = sum(game.start.values[x.output] for x in mineral.rivals)
        return bool(most) and ratio(now, most) <= BP - share_bp

    return Need(f"rivals are at least {share_bp // 100} % below their ceilings", holds)


def _has_reserves(game: Played) -> bool:
    chain = game.subject.chain(game.start.layout)
    return all(
        game.start.values[x.reserves] >= 12 * game.start.values[x.capacity] > 0
        for x in chain.fields
    )


def _half_price_pays(game: Played) -> bool:
    """Whether half of the largest field pays its way at half the price firms expect."""
    chain = game.subject.chain(game.start.layout)
    spec = next(x.spec for x in chain.fields if x.spec.id == game.subject.names["f"])
    parity = part(game.at("{m}/expected_price", -1), chain.mineral.spec.ore_share)
    net = part(parity // 2, BP - game.at("{s}/{m}/royalty", -1))
    return net >= spec.cost_low + (spec.cost_high - spec.cost_low) // 2


def _others_fall_short(game: Played) -> bool:
    mineral = game.subject.chain(game.start.layout).mineral
    others = sum(game.world(0).values[x.output] for x in mineral.rivals) // game.a_year
    for state in game.start.layout.states:
        for chain in state.chains:
            if chain.mineral.spec.id == game.subject.mineral:
                own = state.spec.id == game.subject.seat
                others += game.world(0).values[chain.fed]
                others += 0 if own else game.world(0).values[chain.offered]
    return others < game.at("{m}/demand", 0)


def _can_dig(game: Played) -> int:
    now = game.world(0).values
    fields = game.subject.chain(game.start.layout).fields
    return sum(part(now[x.capacity], now[x.working]) for x in fields) // game.a_year


def _sells_all(game: Played) -> bool:
    return game.at("{s}/{m}/mined", 0) * 10 >= _can_dig(game) * 9


def _plants_full(game: Played) -> bool:
    return game.at("{s}/{m}/fed", 0) * 20 * game.a_year >= game.at("{s}/{m}/plant_feed", 0) * 19


def _ore_to_spare(game: Played) -> bool:
    return game.at("{s}/{m}/fed", 0) * 11 < _can_dig(game) * 10


def _neighbour_can_sell_more(game: Played) -> bool:
    return game.at("{n}/{m}/offered", 0) * 9 > game.at("{n}/{m}/exports", 0) * 10 > 0


def leaks(after: tuple[Step, ...] = ()) -> Need:
    """Ore is smuggled."""
    return Need(
        "old routes of trade exist", lambda game: game.at("{s}/{m}/leak", 0) > 100_000, after
    )


def _nothing_lacks(game: Played) -> bool:
    """Whether what all could sell covers demand, so that rivals are not growing already."""
    now, before = game.world(0).values, game.start.values
    mineral = game.subject.chain(game.start.layout).mineral
    return all(now[x.surge] <= before[x.surge] for x in mineral.rivals)


NOTHING_LACKS = Need("rivals are not growing already", _nothing_lacks)
DIGS = Need("something is dug", digs)
SOME_RESERVES = Need("every field holds ore for twelve years", _has_reserves)
HALF_PRICE_PAYS = Need("half of the mines pay at half the expected price", _half_price_pays)
OTHERS_FALL_SHORT = Need("others alone cannot meet the demand", _others_fall_short)
ORE_TO_SPARE = Need("mines can dig a tenth more than plants take", _ore_to_spare)
ORE_TO_SPARE_AT_HOME = Need(
    "mines can dig a tenth more than plants take even under a ban", _ore_to_spare, (ban(),)
)
NEIGHBOUR_SELLS = Need("a neighbour sells ore", lambda game: game.at("{n}/{m}/exports", 0) > 0)
NEIGHBOUR_CAN_SELL_MORE = Need("the neighbour offers more than it sells", _neighbour_can_sell_more)
SEVERAL_BUILD = Need(
    "several partners build where all ask the same",
    lambda game: 0 < largest_part(game, 3 * game.a_year) < BP,
    (others_hurdle(700),),
)
NO_COAL_RULE = between("{s}/coal_rule", 0, 0, "no rule against coal is in force")


def _coal_is_dirtier(game: Played) -> bool:
    spec = game.subject.chain(game.start.layout).mineral.spec
    return spec.coal_co2 * 2 > spec.clean_co2 * 3


COAL_IS_DIRTIER = Need("coal makes half as much carbon again, or more", _coal_is_dirtier)


def pays(discount_bp: int = 0) -> Need:
    """A plant earns what its main builder asks, with ore so much cheaper than abroad."""
    return Need(
        f"a plant pays with ore {discount_bp // 100} % below its price abroad",
        lambda game: plant_return(game.start, game.subject, discount_bp) > _hurdle(game) + 100,
    )


def _hurdle(game: Played) -> int:
    partners = game.start.level.partners
    return next(x.hurdle for x in partners if x.id == game.subject.names["i"])


def _rivals_matter(game: Played) -> bool:
    mineral = game.subject.chain(game.start.layout).mineral
    output = sum(game.start.values[x.output] for x in mineral.rivals)
    surplus = game.at("{m}/hoarded", 0) * game.a_year
    return output * 2 > game.at("{m}/demand", 0) * game.a_year > surplus * 5


def _neighbour_weighs(game: Played) -> bool:
    return game.at("{n}/{m}/exports", 0) * 50 >= game.at("{m}/demand", 0) > 0


def _seller_with_room(game: Played) -> bool:
    return game.at("{s}/{m}/offered", 0) * 9 > game.at("{s}/{m}/exports", 0) * 10 > 0


def _owners_gain(game: Played) -> bool:
    """Whether the main builder earns in every turn of the first year, with these plants only."""
    turns = range(game.a_year)
    earns = all(game.at("{i}/owners", t) > game.at("{i}/owners", t - 1) for t in turns)
    return earns and _one_mineral_smelted(game)


def _law_reaches(game: Played) -> bool:
    chain = game.subject.chain(game.start.layout)
    return not any(x.hold and game.start.values[x.hold.held] for x in chain.fields)


def _stores_have_room(game: Played) -> bool:
    spec = game.subject.chain(game.start.layout).mineral.spec
    if not spec.most_months:
        return True
    return game.at("{m}/stock", 0) * 12 < game.at("{m}/demand", 0) * game.a_year * spec.most_months


def _plant_in_province(game: Played) -> bool:
    subject = game.subject
    return any(
        x.state == subject.seat
        and x.mineral == subject.mineral
        and x.province == subject.names["p"]
        and x.opens <= game.start.turn
        for x in game.start.plants
    )


def _no_handover(game: Played) -> bool:
    """Whether no right to a mine ends within two years: a state without skills then loses mines."""
    soon = game.start.clock + 2 * game.a_year
    paths = [x for x in game.start.layout.paths if x.endswith("/expires")]
    return not any(0 < game.start.figure(x) <= soon for x in paths)


def _one_mineral_smelted(game: Played) -> bool:
    subject = game.subject
    return all(x.mineral == subject.mineral for x in game.start.plants if x.state == subject.seat)


def _narrowest(game: Played) -> bool:
    """Whether no other mineral of the state leaves it fewer choices of buyers and owners."""
    row = game.world(0).values
    found = {}
    for chain in game.subject.state(game.start.layout).chains:
        mines = sum(row[item.capacity] for item in chain.fields)
        weight = min(BP, ratio(row[chain.plant_feed] + row[chain.pipeline_feed], mines))
        mineral = chain.mineral.spec.id
        found[mineral] = row[chain.buyer_hhi] + part(row[chain.owner_share], weight)
    return found[game.subject.mineral] == max(found.values())


def _no_prize(game: Played) -> bool:
    region = game.start.level.region
    return region is None or (region.club is None and not region.award)


def ore_lasts(years: int) -> Need:
    """No field is emptied within some years."""

    def holds(game: Played) -> bool:
        row = game.world((years + 1) * game.a_year - 1).values
        fields = game.subject.chain(game.start.layout).fields
        return all(row[x.reserves] > row[x.capacity] for x in fields)

    return Need(f"the ore lasts {years + 1} years", holds)


def power_short(kilowatts: int, years: int, after: tuple[Step, ...] = ()) -> Need:
    """Plants that come within some years need more power than there is without coal."""

    def holds(game: Played) -> bool:
        watts = game.subject.chain(game.start.layout).mineral.spec.power_watts
        coming: dict[str, int] = {}
        for plant in begun_plants(game, (years + 1) * game.a_year - 1):
            coming[plant.province] = coming.get(plant.province, 0) + plant.feed * watts // 1_000
        provinces = game.subject.state(game.start.layout).provinces
        return any(
            coming.get(x.spec.id, 0) > kilowatts + years * x.spec.green_kw_growth for x in provinces
        )

    return Need("plants that come need more power than there is", holds, after)


CALM_MARKET = Need(
    "the market is neither starved nor flooded",
    lambda game: abs(game.at("{m}/scarcity", -1)) < 1_000 and game.at("{m}/fear", -1) < 1_000,
)
SWITCHING_UNDECIDED = Need(
    "buyers cannot replace all the ore",
    lambda game: game.at("{s}/{m}/switchable", 0) < BP,
    (rivals_full,),
)
CAREFUL_COME = Need(
    "careful partners build where standards are high",
    lambda game: careful_feed(game, 3 * game.a_year) > 0,
    (high_standards,),
)
SMALL_IN_THE_WORLD = Need(
    "plants at home take less than a tenth of world demand",
    lambda game: game.at("{s}/{m}/plant_feed", 0) * 10 < game.at("{m}/demand", 0) * game.a_year,
)
PRICE_LASTS = Need(
    "the price is not far above what firms expect",
    lambda game: game.at("{m}/price", -1) * 10 <= game.at("{m}/expected_price", -1) * 12,
)
PRICE_IS_MADE = Need("prices are made by the rules", lambda game: not game.start.level.prices_fed)
RIVALS_MATTER = Need(
    "rivals dig half of what the world needs, and stores are not filling fast", _rivals_matter
)
SELLER_WITH_ROOM = Need("the state offers more ore than it sells", _seller_with_room)
NEIGHBOUR_WEIGHS = Need("the neighbour sells at least 2 % of world demand", _neighbour_weighs)
PLANTS_EARN = Need(
    "plants earn money at today's prices", _owners_gain, (do_plants_as(owner="{i}"),)
)
REACHED = Need("the law reaches the mines: no armed holders keep them", _law_reaches)
STORES_HAVE_ROOM = Need("buyers' stores are not full", _stores_have_room)
PLANT_IN_PROVINCE = Need("a plant works in the province", _plant_in_province)
FIELD_DIGS = Need(
    "the largest field gives a tenth of what it can",
    lambda game: (
        game.total("{s}/{f}/output", 0, 0) * 10 >= game.at("{s}/{f}/capacity", -1) > 10_000
    ),
)
CAN_DIG = Need(
    "the largest field gives ore when plants ask for it",
    FIELD_DIGS.holds,
    (do_plants(8_000, alone=True),),
)
SELLS_ALL = Need("what mines could dig is sold", _sells_all)
PLANTS_FULL = Need("plants get the ore they can take", _plants_full)
SUCH_PLANTS_RUN = Need(
    "plants as large as most of the mines would get ore",
    lambda game: game.total("{s}/{m}/fed", 0, 0) * 10 >= game.at("{s}/{m}/plant_feed", 0) > 0,
    (do_plants(8_000, alone=True),),
)
SHIPS_OUT = Need(
    "buyers outside need a tenth or more of their metal from the main processor",
    lambda game: (
        game.at("{m}/control/usual_shipments", 0) * 10 >= game.at("{m}/control/demand", 0) > 0
    ),
)
NO_HANDOVER = Need("no right to a mine ends within two years", _no_handover)
ONE_MINERAL_SMELTED = Need("the state has plants of this mineral only", _one_mineral_smelted)
NARROWEST = Need("this mineral is what narrows the state's choices most", _narrowest)
NO_PRIZE = Need("no club or prize of the region rewards open books", _no_prize)
TWO_PARTNERS = Need("there are several buyers", lambda game: len(game.start.level.partners) > 1)
FIRST_CHAIN = Need(
    "the mineral is the state's first",
    lambda game: (
        game.subject.state(game.start.layout).spec.chains[0].mineral == game.subject.mineral
    ),
)
FOREIGN_FIELD = Need(
    "the largest field is partly foreign",
    lambda game: any(
        x.spec.id == game.subject.names["f"] and x.spec.home_owned < BP
        for x in game.subject.chain(game.start.layout).fields
    ),
)
OLD_TRADE = Need("there is old trade", lambda game: game.at("{s}/{m}/old_trade", -1) > 100_000)
CLEARS = Need("forest is cleared", lambda game: game.at("{s}/cleared", 0) > 100)
RECEIVES = Need("the treasury receives money", lambda game: game.at("{s}/receipts", 0) > 10**6)
