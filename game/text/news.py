"""The news of a turn: the level's events, what was begun, signed and refused, what went wrong."""

from collections import Counter
from dataclasses import dataclass

from game.engine.turn import Turn
from game.engine.world import Contract, Offer, Plant, World
from game.text.catalogue import mark
from game.text.describe import Words
from game.text.region_targets import region_news


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A piece of news. ``kind`` is the column it stands in; ``event`` its id or empty."""

    headline: str
    line: str
    kind: str
    event: str

    @property
    def sentences(self) -> str:
        """Headline and line as they are read one after the other."""
        stop = "" if self.headline.endswith(("?", "!", ".")) else "."
        return f"{self.headline}{stop} {self.line}".strip()


def news_of(words: Words, seat: str, before: World, turn: Turn) -> tuple[NewsItem, ...]:
    """Return the news of a turn: events by the level's texts, then what was built and signed."""
    found = []
    begun = _plants_begun(turn)
    for entry in turn.ledger:
        if entry.path or not entry.thing:
            continue
        if entry.rule == "event":
            event = f"event.{entry.thing}"
            found.append(
                NewsItem(
                    words.event(entry.thing),
                    words.names.text(f"{event}.line"),
                    words.names.text(f"{event}.kind") or "world",
                    entry.thing,
                )
            )
        elif entry.rule == "plant_begun":
            found += _plants_news(words, seat, begun.pop(entry.thing, []))
        else:
            item = _told_of(words, seat, before, turn.world, entry.rule, entry.thing)
            if item:
                found.append(item)
    return tuple(found)


def _told_of(
    words: Words, seat: str, before: World, after: World, rule: str, thing: str
) -> NewsItem | None:
    if rule in ("blockade", "accident"):
        place = words.names.name("province", thing)
        patterns = {
            "blockade": mark("Roads blocked: {place}"),
            "accident": mark("Grave accident: {place}"),
        }
        line = words.rule(rule).line
        return NewsItem(words.say(patterns[rule], place=place), line, "province", "")
    if rule == "batch_failed":
        headline = words.say(
            mark("A batch failed: {what}"), what=words.names.name("mineral", thing)
        )
        return NewsItem(headline, words.rule(rule).line, "province", "")
    if words.level.region is not None:
        told = region_news(words, seat, rule, thing)
        if told:
            return NewsItem(told, words.rule(rule).line, "trade", "")
    if rule.startswith(("offer_", "contract_")):
        return _deal_news(words, seat, before, after, rule, thing)
    return None


def _plants_begun(turn: Turn) -> dict[str, list[Plant]]:
    """The plants begun in a turn, state by state, under the id of the first of them."""
    plants = {plant.id: plant for plant in turn.world.plants}
    states: dict[str, list[Plant]] = {}
    for entry in turn.ledger:
        if entry.rule == "plant_begun" and not entry.path and entry.thing in plants:
            plant = plants[entry.thing]
            states.setdefault(plant.state, []).append(plant)
    return {group[0].id: group for group in states.values()}


def _plants_news(words: Words, seat: str, plants: list[Plant]) -> list[NewsItem]:
    """One piece of news on all plants begun in a state; none for no plants."""
    if len(plants) < 2:
        return [_plant_news(words, seat, plant) for plant in plants]
    places = Counter(words.names.name("province", plant.province) for plant in plants)
    firms = Counter(_firms(words, seat, plant) for plant in plants)
    headline = words.say(
        mark("{count} new plants: {places}"), count=len(plants), places=_counted(places)
    )
    last = words.numbers.date_of_step(words.level, max(plant.opens for plant in plants))
    line = words.say(
        mark("Owners: {firms}. All are open by {date}."), firms=_counted(firms), date=last
    )
    return [NewsItem(headline, line, "trade", "")]


def _counted(names: Counter[str]) -> str:
    """Names with their numbers, the most frequent first; a single name needs no number."""
    if len(names) == 1:
        return next(iter(names))
    return ", ".join(f"{name} {count}" for name, count in names.most_common())


def _firms(words: Words, seat: str, plant: Plant) -> str:
    return words.firms(plant.owner, plant.state if plant.state != seat else "")


def _plant_news(words: Words, seat: str, plant: Plant) -> NewsItem:
    headline = words.say(
        mark("New plant in {place}: {firms}"),
        firms=_firms(words, seat, plant),
        place=words.names.name("province", plant.province),
    )
    line = words.say(
        mark("It can take {feed} of ore. It opens in {date}. Power: {power}."),
        feed=words.numbers.amount("kg/year", plant.feed),
        date=words.numbers.date_of_step(words.level, plant.opens),
        power=words.say(mark("coal")) if plant.coal else words.say(mark("without coal")),
    )
    return NewsItem(headline, line, "trade", "")


def _deal_news(
    words: Words, seat: str, before: World, after: World, rule: str, thing: str
) -> NewsItem | None:
    deals: tuple[Offer | Contract, ...] = (
        *after.offers,
        *after.contracts,
        *before.offers,
        *before.contracts,
    )
    deal = next((x for x in deals if x.id == thing and x.seat == seat), None)
    if deal is None:
        return None
    said = words.rule(rule)
    headline = words.say(mark("{what}: {deal}"), what=said.title, deal=words.contract(deal))
    own = words.names.text(f"offer.{deal.plan}.line") if rule == "offer_made" else ""
    return NewsItem(headline, own or said.line, "trade", "")
