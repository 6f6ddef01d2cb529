"""Pages about the country: value chain, plants, partners, past turns, news."""

from game.engine.definitions.level import OUTCOMES
from game.engine.figures.variables import ChainPlace
from game.engine.numbers import ratio
from game.terminal.table import Table
from game.text.catalogue import mark
from game.text.news import news_of

_PRICES = ("export_price", "home_price")
_FLOWS = ("mined", "exports", "fed", "refined", "component_output")


def show_chain(table: Table) -> None:
    """Show where the ore goes, prices, plants and owners of every mineral."""
    for chain in table.match.world.layout.state(table.seat).chains:
        mineral = chain.mineral.spec.id
        table.screen.heading(
            table.say(mark("Value chain: {name}"), name=table.words.names.name("mineral", mineral))
        )
        if table.match.turns:
            _flows(table, chain, mineral)
        else:
            table.screen.line(table.say(mark("What is dug and sold shows after the first turn.")))
        _plants(table, mineral)


def _flows(table: Table, chain: ChainPlace, mineral: str) -> None:
    world, words, screen = table.match.world, table.words, table.screen
    values = world.values
    mined = values[chain.mined]
    if mined:
        screen.line(
            table.say(
                mark("Of 100 tonnes mined, {exported} left as ore and {fed} went to home plants."),
                exported=words.numbers.index(ratio(values[chain.exports], mined)),
                fed=words.numbers.index(ratio(values[chain.fed], mined)),
            )
        )
    for name in (*_FLOWS, *_PRICES, "owner_share"):
        path = f"{table.seat}/{mineral}/{name}"
        screen.line(
            f"{words.figure(path, table.seat)}: {words.amount(world, path, world.figure(path))}"
        )
    price = f"{mineral}/price"
    screen.line(
        f"{words.figure(price, table.seat)}: {words.amount(world, price, world.figure(price))}"
    )


def _plants(table: Table, mineral: str) -> None:
    words, world = table.words, table.match.world
    for plant in world.plants:
        if plant.state != table.seat or plant.mineral != mineral:
            continue
        power = table.say(mark("coal power")) if plant.coal else table.say(mark("no coal"))
        parts = [
            words.names.name("province", plant.province),
            words.firms(plant.owner),
            words.numbers.amount("kg/year", plant.feed),
            power,
        ]
        if plant.state_share:
            share = words.numbers.share(plant.state_share)
            parts.append(table.say(mark("state share {share}"), share=share))
        if plant.opens > world.clock:
            date = words.numbers.date_of_step(words.level, plant.opens)
            parts.append(table.say(mark("opens in {date}"), date=date))
        table.screen.line("- " + table.say(mark("Plant: {parts}"), parts=", ".join(parts)))


def show_partners(table: Table) -> None:
    """Show standing, purchases, debts, contracts and memories of every partner."""
    world, words, screen = table.match.world, table.words, table.screen
    state = world.layout.state(table.seat)
    whole = sum(world.values[tie.bought] for tie in state.ties)
    screen.heading(table.say(mark("Partners")))
    for tie in state.ties:
        values = world.values
        parts = [
            table.say(
                mark("standing {standing} of 100"),
                standing=words.numbers.index(values[tie.standing]),
            )
        ]
        if whole:
            share = words.numbers.share(ratio(values[tie.bought], whole))
            parts.append(table.say(mark("bought {share} of your exports"), share=share))
        if values[tie.debt]:
            debt = words.numbers.money(values[tie.debt])
            parts.append(table.say(mark("you owe it {debt}"), debt=debt))
        screen.line(f"{words.names.name('partner', tie.partner)}: {', '.join(parts)}.")
        _ties(table, tie.partner)


def _ties(table: Table, partner: str) -> None:
    world, words, screen = table.match.world, table.words, table.screen
    for contract in world.contracts:
        if (contract.seat, contract.partner) == (table.seat, partner):
            date = words.numbers.date_of_step(words.level, contract.until)
            text = table.say(
                mark("Contract until {date}: {title}"),
                date=date,
                title=words.offer_title(contract.plan),
            )
            screen.line(f"- {text}", indent=2)
    for memory in world.memories[-40:]:
        if (memory.seat, memory.partner) == (table.seat, partner):
            date = words.numbers.date_of_step(words.level, memory.turn)
            screen.line(f"- {date}: {words.memory(memory.code)}", indent=2)


def show_history(table: Table) -> None:
    """Show the six outcomes of every turn so far."""
    match, words, screen = table.match, table.words, table.screen
    if not match.turns:
        screen.line(table.say(mark("No turn has ended yet.")))
        return
    screen.heading(table.say(mark("All turns")))
    for turn, world in enumerate(match.worlds[1:]):
        figures = []
        for name in OUTCOMES:
            path = f"{table.seat}/{name}"
            amount = words.amount(world, path, world.figure(path))
            figures.append(f"{words.outcome(name).short} {amount}")
        screen.line(f"{words.numbers.date(words.level, turn)}: {', '.join(figures)}")


def show_news(table: Table) -> None:
    """Show the news of the last turn."""
    match = table.match
    items = (
        news_of(table.words, table.seat, match.worlds[-2], match.turns[-1]) if match.turns else ()
    )
    if not items:
        table.screen.line(table.say(mark("No news.")))
        return
    table.screen.heading(table.say(mark("News")))
    table.screen.items(item.sentences for item in items)
