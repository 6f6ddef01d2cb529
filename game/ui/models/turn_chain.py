"""The value chain: where 100 tonnes mined go, who owns each stage, and what each step is worth."""

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_EVEN, Decimal

from game.engine.definitions.places import HOME
from game.engine.figures.variables import ChainPlace
from game.text.catalogue import mark
from game.text.describe import Words
from game.ui.models.turn_seen import Trade, TurnSeen

MINED = 100
_STAGE_ICONS = ("mountain", "flame", "battery-charging", "car")


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the chain. Amounts are tonnes of every 100 mined, whole.

    Attributes:
        onward: What goes to the next stage at home; at the last stage what is finished there.
        exported: What leaves the country at this stage.
        home_share: Share of the stage's owners that is national, 0 to 1.
        multiple: Its price against that of ore: "value ×3.3".
    """

    title: str
    icon: str
    multiple: str
    onward: int
    onward_text: str
    exported: int
    exported_text: str
    home_share: float


@dataclass(frozen=True, slots=True)
class Chain:
    """The strip of one mineral.

    Attributes:
        expected: Whether the figures are only expected, because no turn has been played.
        caption: What the figures count.
        lesson: One sentence on where the journey ends.
    """

    mineral: str
    name: str
    stages: tuple[Stage, ...]
    expected: bool
    caption: str
    lesson: str


def value_chain(seen: TurnSeen, words: Words, mineral: str, brief: bool = False) -> Chain:
    """Return the strip of one of the seat's minerals; ``brief`` for narrow columns."""
    place = next(chain for chain in seen.chains if chain.mineral.spec.id == mineral)
    trade = seen.trade
    refined, components = _onward(trade, place)
    stages: tuple[Stage, ...] = (
        _ore(trade, words, place, refined, brief),
        _refined(seen, words, place, refined, components),
        _components(words, place, components),
        _products(words, place),
    )
    name = words.names.name("mineral", mineral)
    message = (
        mark("Where 100 tonnes mined would go this turn, without new orders")
        if trade.expected
        else mark("Where 100 tonnes mined last turn went")
    )
    lesson = _lesson(words, stages, mineral)
    if brief:
        stages = tuple(_brief(words, stage) for stage in stages)
    return Chain(mineral, name, stages, trade.expected, words.say(message), lesson)


def _brief(words: Words, stage: Stage) -> Stage:
    """The same stage in fewer letters."""
    short = {
        words.say(mark("Refined metal")): words.say(mark("Refined")),
        words.say(mark("Components")): words.say(mark("Parts")),
        words.say(mark("become components")): words.say(mark("to parts")),
        words.say(mark("none made here yet")): words.say(mark("none yet")),
    }
    made = stage.onward_text and stage.icon == _STAGE_ICONS[1]
    gone = stage.exported_text and stage.icon == _STAGE_ICONS[1]
    onward = words.say(mark("go on")) if made else stage.onward_text
    exported = words.say(mark("exported")) if gone else stage.exported_text
    return replace(
        stage,
        title=short.get(stage.title, stage.title),
        multiple=stage.multiple[stage.multiple.find("\N{MULTIPLICATION SIGN}") :],
        onward_text=short.get(stage.onward_text, onward),
        exported_text=short.get(stage.exported_text, exported),
    )


def _named(words: Words, mineral: str, stage: str) -> str:
    """What people call a stage of a mineral, inside a sentence; empty for the usual words."""
    name = words.names.text(f"mineral.{mineral}.{stage}")
    return name[:1].lower() + name[1:]


def _onward(trade: Trade, place: ChainPlace) -> tuple[int, int]:
    """Tonnes of 100 mined that are refined at home, and of those the ones made into components."""
    fed = _of_mined(trade, place, trade.at(place.fed))
    refined = trade.at(place.refined)
    made = trade.at(place.component_output)
    return fed, min(fed, fed * made // refined if refined else 0)


def _of_mined(trade: Trade, place: ChainPlace, amount: int) -> int:
    """Of what was dug and moved, the share in whole tonnes of 100."""
    whole = trade.at(place.fed) + trade.at(place.exports) + trade.at(place.leak)
    return (MINED * amount + whole // 2) // whole if whole else 0


def _multiple(words: Words, stage_bp: int, ore_bp: int) -> str:
    if not ore_bp:
        return ""
    times = (Decimal(stage_bp) / ore_bp).quantize(Decimal("0.1"), ROUND_HALF_EVEN)
    if times == times.to_integral_value() or times >= 10:
        times = times.quantize(Decimal(1), ROUND_HALF_EVEN)
    return words.say(mark("value ×{times}"), times=times)


def _ore(trade: Trade, words: Words, place: ChainPlace, refined: int, brief: bool) -> Stage:
    spec = place.mineral.spec
    moved = trade.at(place.fed) + trade.at(place.exports) + trade.at(place.leak)
    gone = MINED - refined if moved else 0
    smuggled = _of_mined(trade, place, trade.at(place.leak))
    text = words.say(mark("exported as ore"))
    if smuggled and gone:
        long, short = mark("leave as ore, {count} smuggled"), mark("as ore, {count} illegal")
        if smuggled == gone:
            long, short = mark("leave as ore, all of it smuggled"), mark("as ore, all illegal")
        text = words.say(short if brief else long, count=smuggled)
    return Stage(
        words.say(mark("Ore")),
        _STAGE_ICONS[0],
        _multiple(words, spec.ore_share, spec.ore_share),
        refined,
        words.say(mark("refined at home")) if refined else "",
        gone,
        text if gone else "",
        _mines_at_home(trade, place),
    )


def _refined(
    seen: TurnSeen, words: Words, place: ChainPlace, refined: int, components: int
) -> Stage:
    spec = place.mineral.spec
    gone = refined - components
    say, name, part = (
        words.say,
        _named(words, spec.id, "refined"),
        _named(words, spec.id, "component"),
    )
    onward = say(mark("become {what}"), what=part) if part else say(mark("become components"))
    left = say(mark("exported as {what}"), what=name) if name else say(mark("exported as metal"))
    return Stage(
        words.names.text(f"mineral.{spec.id}.refined") or say(mark("Refined metal")),
        _STAGE_ICONS[1],
        _multiple(words, spec.refined_share, spec.ore_share),
        components,
        onward if components else "",
        gone,
        left if gone else "",
        _plants_at_home(seen, spec.id),
    )


def _components(words: Words, place: ChainPlace, components: int) -> Stage:
    spec = place.mineral.spec
    return Stage(
        words.names.text(f"mineral.{spec.id}.component") or words.say(mark("Components")),
        _STAGE_ICONS[2],
        _multiple(words, spec.component_share, spec.ore_share),
        0,
        "",
        components,
        words.say(mark("exported")) if components else words.say(mark("none made here yet")),
        1.0,
    )


def _products(words: Words, place: ChainPlace) -> Stage:
    spec = place.mineral.spec
    title = words.names.text(f"mineral.{spec.id}.product") or words.say(mark("Products"))
    return Stage(
        title,
        _STAGE_ICONS[3],
        _multiple(words, spec.product_share, spec.ore_share),
        0,
        words.say(mark("finish at home")),
        0,
        "",
        1.0,
    )


def _mines_at_home(trade: Trade, place: ChainPlace) -> float:
    output = {item.spec.id: trade.at(item.output) for item in place.fields}
    whole = sum(output.values())
    if not whole:
        return 1.0
    home = sum(output[item.spec.id] * item.spec.home_owned for item in place.fields)
    return home / (whole * 10_000)


def _plants_at_home(seen: TurnSeen, mineral: str) -> float:
    """The part of working plants in national hands, shares of the government counted."""
    seat = seen.match.seat
    whole = home = 0
    for plant in seen.now.plants:
        if plant.state != seat or plant.mineral != mineral or plant.opens > seen.clock:
            continue
        own = 10_000 if plant.owner in (HOME, seat) else plant.state_share
        whole += plant.feed
        home += plant.feed * own
    return home / (whole * 10_000) if whole else 1.0


def _lesson(words: Words, stages: tuple[Stage, ...], mineral: str) -> str:
    left = stages[0].exported
    if left:
        return words.say(
            mark("Each step multiplies value. {count} of 100 tonnes leave before the first step."),
            count=left,
        )
    if part := _named(words, mineral, "component"):
        return words.say(
            mark("Each step multiplies value. {count} of 100 tonnes become {what} here."),
            count=stages[1].onward,
            what=part,
        )
    return words.say(
        mark("Each step multiplies value. {count} of 100 tonnes reach components here."),
        count=stages[1].onward,
    )
