"""What the map of a turn shows: mines, plants, ports, where exports go, and who buys."""

from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.figures.variables import ProvincePlace, TiePlace
from game.engine.view import sees
from game.engine.world import Plant
from game.text.catalogue import mark
from game.text.describe import Words
from game.ui.map_content import (
    LegendEntry,
    MapContent,
    MapFlow,
    MapMarker,
    MarkerKind,
    MarkerState,
    PartnerChip,
)
from game.ui.models.turn_seen import TurnSeen

PARK_PLANTS = 3
"""From this number of plants on, a province's plants are shown as an industrial park."""
LEAST_FLOW_BP = 200
RIVAL = "rival"
"""Kind of the markers of other states, and first part of their ids."""
_MINE_AT, _PLANT_AT, _PORT_AT = (-0.9, -0.7), (0.8, 0.7), (1.1, -1.2)
"""Where markers of one province stand around its place, degrees east and north."""


@dataclass(frozen=True, slots=True)
class SiteFact:
    """A line of a site's card."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Site:
    """A marker opened: what stands there."""

    title: str
    caption: str
    facts: tuple[SiteFact, ...]


def map_content(
    seen: TurnSeen, words: Words, flags: Mapping[str, str], countries: Mapping[str, str]
) -> MapContent:
    """Return what is on the map for the player's state.

    Args:
        seen: What the seat sees.
        words: The level's words.
        flags: Two-letter flag code by id of a state or partner.
        countries: Map id of a country by id of a state.
    """
    seat = seen.match.seat
    markers = tuple(
        marker for place in seen.place.provinces for marker in _markers(seen, words, place)
    ) + _rivals(seen, words)
    return MapContent(
        governed=(countries.get(seat, seat),),
        markers=markers,
        flows=_flows(seen, words, markers),
        chips=_chips(seen, words, flags),
        legend=_legend(words, markers),
    )


def _plants(seen: TurnSeen, province: str) -> list[Plant]:
    seat = seen.match.seat
    return [x for x in seen.now.plants if x.state == seat and x.province == province]


def _at(place: ProvincePlace, offset: tuple[float, float]) -> tuple[float, float]:
    return place.spec.longitude / 100 + offset[0], place.spec.latitude / 100 + offset[1]


def _markers(seen: TurnSeen, words: Words, place: ProvincePlace) -> list[MapMarker]:
    """The marks of a province, at most one of each kind."""
    found: list[MapMarker] = []
    name = words.names.name("province", place.spec.id)
    if place.fields:
        output = sum(seen.trade.at(item.output) for item in place.fields)
        state: MarkerState = "working" if output else "idle"
        label = words.say(mark("{place}: mines"), place=name)
        found.append(
            MapMarker("mine", *_at(place, _MINE_AT), label, f"mine:{place.spec.id}", state)
        )
    if plants := _plants(seen, place.spec.id):
        works = any(plant.opens <= seen.clock for plant in plants)
        park = len(plants) >= PARK_PLANTS
        label = words.say(
            mark("{place}: industrial park") if park else mark("{place}: smelters"), place=name
        )
        found.append(
            MapMarker(
                "park" if park else "refinery",
                *_at(place, _PLANT_AT),
                label,
                f"plants:{place.spec.id}",
                "working" if works else "building",
            )
        )
    if place.fields or plants:
        label = words.say(mark("{place}: port"), place=name)
        found.append(MapMarker("port", *_at(place, _PORT_AT), label, f"port:{place.spec.id}"))
    return found


def _rivals(seen: TurnSeen, words: Words) -> tuple[MapMarker, ...]:
    """The mining provinces of other states in the level."""
    found = []
    for state in seen.now.layout.states:
        if state.spec.id == seen.match.seat:
            continue
        for place in state.provinces:
            if place.fields:
                name = words.names.name("province", place.spec.id)
                label = words.say(
                    mark("{place}: mines of {state}"),
                    place=name,
                    state=words.names.name("state", state.spec.id),
                )
                spot = (place.spec.longitude / 100, place.spec.latitude / 100)
                found.append(MapMarker("rival", *spot, label, f"{RIVAL}:{place.spec.id}"))
    return tuple(found)


def buyers(seen: TurnSeen) -> dict[str, int]:
    """Return each partner's share of what the state exports, bp; zeros when nothing left."""
    bought = {tie.partner: seen.trade.at(tie.bought) for tie in seen.place.ties}
    whole = sum(bought.values())
    return {name: amount * 10_000 // whole if whole else 0 for name, amount in bought.items()}


def _chips(seen: TurnSeen, words: Words, flags: Mapping[str, str]) -> tuple[PartnerChip, ...]:
    shares = buyers(seen)
    most = max(shares.values(), default=0)
    return tuple(
        PartnerChip(
            id=tie.partner,
            name=words.names.name("partner", tie.partner),
            caption=words.names.text(f"partner.{tie.partner}.caption"),
            share_text=_percent(words, shares[tie.partner]),
            flag=flags.get(tie.partner, ""),
            is_dominant=bool(most) and shares[tie.partner] == most,
        )
        for tie in seen.place.ties
    )


def _percent(words: Words, bp: int) -> str:
    return words.numbers.share((bp + 50) // 100 * 100)


def _flows(seen: TurnSeen, words: Words, markers: tuple[MapMarker, ...]) -> tuple[MapFlow, ...]:
    """From each port, each partner's share of exports, split as the provinces dig."""
    ports = {each.id.partition(":")[2]: each.id for each in markers if each.kind == "port"}
    dug = {
        place.spec.id: sum(seen.trade.at(item.output) for item in place.fields)
        for place in seen.place.provinces
        if place.spec.id in ports
    }
    whole = sum(dug.values())
    flows = []
    for partner, share in buyers(seen).items():
        name = words.names.name("partner", partner)
        for province, amount in dug.items():
            part = share * amount // whole if whole else 0
            if part >= LEAST_FLOW_BP:
                label = words.say(
                    mark("{place} to {partner}: {share} of exports"),
                    place=words.names.name("province", province),
                    partner=name,
                    share=_percent(words, part),
                )
                flows.append(MapFlow(ports[province], partner, part, label))
    return tuple(flows)


def _legend(words: Words, markers: tuple[MapMarker, ...]) -> tuple[LegendEntry, ...]:
    kinds = {marker.kind for marker in markers}
    texts: tuple[tuple[MarkerKind, str], ...] = (
        ("mine", mark("Mine")),
        ("port", mark("Port")),
        ("refinery", mark("Smelter")),
        ("park", mark("Industrial park")),
        ("rival", mark("Rival mines")),
    )
    entries = [LegendEntry(kind, words.say(text)) for kind, text in texts if kind in kinds]
    entries.append(LegendEntry("state", words.say(mark("Your state"))))
    entries.append(LegendEntry("flow", words.say(mark("Line width: share of your exports"))))
    return tuple(entries)


def rival_site(seen: TurnSeen, words: Words, province: str) -> Site:
    """Return what can be seen of a mining province of another state."""
    state, place = next(
        (state, place)
        for state in seen.now.layout.states
        for place in state.provinces
        if place.spec.id == province
    )
    return Site(
        title=words.names.name("province", province),
        caption=words.names.name("state", state.spec.id),
        facts=tuple(_digging(seen, words, place)),
    )


def site(seen: TurnSeen, words: Words, province: str) -> Site:
    """Return what stands in a province: mines, plants, power, people."""
    place = next(x for x in seen.place.provinces if x.spec.id == province)
    plants = _plants(seen, province)
    return Site(
        title=words.names.name("province", province),
        caption=_site_caption(words, plants, seen.clock),
        facts=(
            *_digging(seen, words, place),
            *_smelting(seen, words, plants),
            *_life(seen, words, place),
        ),
    )


def _site_caption(words: Words, plants: list[Plant], clock: int) -> str:
    built = sum(1 for plant in plants if plant.opens > clock)
    if built:
        return words.say(
            mark("{working} plants at work, {built} being built"),
            working=len(plants) - built,
            built=built,
        )
    return words.say(mark("{working} plants at work"), working=len(plants))


def _digging(seen: TurnSeen, words: Words, place: ProvincePlace) -> list[SiteFact]:
    facts = []
    for item in place.fields:
        if not sees(seen.now.layout, seen.match.seat, item.output):
            continue  # what a neighbour digs is its secret where a cut could be cheated on
        mineral = words.names.name("mineral", item.spec.mineral)
        output, capacity = seen.trade.at(item.output), seen.at(item.capacity)
        facts.append(
            SiteFact(
                words.say(mark("{mineral} in ore dug"), mineral=mineral),
                words.say(
                    mark("{output} of {capacity} a year"),
                    output=words.numbers.mass(output),
                    capacity=words.numbers.mass(capacity),
                ),
            )
        )
    return facts


def _smelting(seen: TurnSeen, words: Words, plants: list[Plant]) -> list[SiteFact]:
    if not plants:
        return []
    feed = sum(plant.feed for plant in plants)
    coal = sum(plant.feed for plant in plants if plant.coal)
    owners = sorted({words.firms(plant.owner) for plant in plants})
    return [
        SiteFact(
            words.say(mark("Ore that plants can take")), words.numbers.amount("kg/year", feed)
        ),
        SiteFact(words.say(mark("Run on coal power")), words.numbers.share(coal * 10_000 // feed)),
        SiteFact(words.say(mark("Owners")), ", ".join(owners)),
    ]


def _life(seen: TurnSeen, words: Words, place: ProvincePlace) -> list[SiteFact]:
    numbers, at = words.numbers, seen.at
    return [
        SiteFact(words.say(mark("Roads, port and water")), numbers.index(at(place.infrastructure))),
        SiteFact(words.say(mark("Power without coal")), numbers.power(at(place.green_kw))),
        SiteFact(words.say(mark("Grievance")), numbers.index(at(place.grievance))),
        SiteFact(words.say(mark("Forest cleared so far")), numbers.area(at(place.forest))),
    ]


def partner_site(seen: TurnSeen, words: Words, partner: str) -> Site:
    """Return what is known of a partner: what it wants, buys, remembers."""
    tie: TiePlace = next(x for x in seen.place.ties if x.partner == partner)
    numbers = words.numbers
    facts = [
        SiteFact(words.say(mark("Standing with it")), numbers.index(seen.at(tie.standing))),
        SiteFact(words.say(mark("Share of your exports")), _percent(words, buyers(seen)[partner])),
    ]
    if debt := seen.at(tie.debt):
        facts.append(SiteFact(words.say(mark("You owe it")), numbers.money(debt)))
    if promised := seen.at(tie.committed):
        facts.append(SiteFact(words.say(mark("Metal promised to it")), numbers.share(promised)))
    return Site(
        words.names.name("partner", partner),
        words.names.text(f"partner.{partner}.line"),
        tuple(facts),
    )
