"""Menus, offers, reports and briefings as the screens get them."""

from collections import Counter
from dataclasses import replace

from game.engine.ledger import Ledger
from game.engine.options import order_problems
from game.engine.orders import Order, Sheet
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.text import briefing as brief
from game.text.decisions import areas_of, choices_of, order_text
from game.text.describe import words_for
from game.text.level_texts import LevelWords
from game.text.news import news_of
from game.text.offers import answer, answer_text, counter, offers_of
from game.text.reports import turn_report, warnings
from tests.text.words_world import AVAL, random_game, small_words
from tests.worlds import BAN_ANNOUNCED, BORA, M, small_level


def test_every_listed_choice_without_problems_is_a_legal_order() -> None:
    words, seen = small_words(), 0
    for world, _ in random_game(7)[:4]:
        for area in areas_of(words, world, AVAL):
            for decision in area.decisions:
                for choice in choices_of(words, world, AVAL, decision.lever, decision.target):
                    legal = not order_problems(world, AVAL, choice.order)
                    assert legal == (not choice.problems)
                    seen += legal
    assert seen > 200


def test_menus_show_what_is_in_force_and_what_is_ordered() -> None:
    words = small_words()
    world = open_world(small_level(), 1)
    areas = areas_of(words, world, AVAL, [BAN_ANNOUNCED])
    assert [area.name for area in areas][:2] == ["Trade", "Industry"]
    ban = areas[0].decisions[0]
    assert (ban.title, ban.target_name) == ("Ban on ore exports", "Zinc ore")
    assert ban.now == "No ban: all ore may leave"
    assert ban.ordered == "No ore may leave, from next year"
    assert ban.points == 2
    choices = choices_of(words, world, AVAL, ban.lever, ban.target, [BAN_ANNOUNCED])
    assert [choice.text for choice in choices if choice.in_force] == ["No ban: all ore may leave"]
    assert [choice.order for choice in choices if choice.ordered] == [BAN_ANNOUNCED]


def test_an_announced_ban_is_shown_with_its_date() -> None:
    words, world = small_words(), open_world(small_level(), 1)
    turn = resolve_turn(
        world, {AVAL: Sheet(AVAL, 0, (Order("export_ban", "zinc.ore", (10_000, 2)),))}
    )
    ban = areas_of(words, turn.world, AVAL)[0].decisions[0]
    assert ban.now == "No ban: all ore may leave; from 2012: No ore may leave"
    assert "ban" not in [warning.kind for warning in warnings(words, AVAL, world)]
    near = next(x for x in warnings(words, AVAL, turn.world) if x.kind == "ban")
    assert (near.title, near.line) == ("Export ban near: Zinc", "It takes effect from next year.")


def offered_world() -> tuple[object, ...]:
    words = small_words()
    for luck in range(20):
        for world, _ in random_game(luck):
            cards = offers_of(words, world, AVAL)
            if cards:
                return words, world, cards
    raise AssertionError("no offer in twenty games")


def test_an_offer_tells_its_terms_and_takes_a_counter() -> None:
    words, world, cards = offered_world()
    card = cards[0]
    assert card.partner_name in ("China", "Japan")
    assert all(term.label and term.text for term in card.terms)
    assert all(term.text == term.texts[term.grid.index(term.value)] for term in card.terms)
    term = card.terms[0]
    wanted = next(step for step in term.grid if step != term.value)
    asked = counter(card, {term.name: wanted})
    assert order_problems(world, AVAL, asked) == []
    said = answer_text(words, world, asked)
    assert said.startswith("Ask for: ")
    assert term.label in said
    assert answer_text(words, world, answer(card, accept=True)) == "Accept"
    assert order_text(words, world, answer(card, accept=False)).endswith(": Refuse")


def test_the_report_ranks_changes_and_tells_refused_orders() -> None:
    words = small_words()
    (_, first), (before, _), *_ = random_game(1)
    dear = Order("state_plant", "north", (800,))
    turn = resolve_turn(before, {AVAL: Sheet(AVAL, before.turn, (dear, BAN_ANNOUNCED))})
    report = turn_report(words, AVAL, before, turn)
    sizes = [change.size for change in report.changes]
    assert sizes == sorted(sizes, reverse=True)
    assert report.headline == report.changes[0]
    assert {"value", "revenue", "jobs"} <= {change.name for change in report.changes}
    assert report.date == "2011"
    assert len(report.refused) + len(report.orders) == 2
    assert [reaction.name for reaction in report.reactions] == ["China", "European Union", "Japan"]
    assert first.world.turn == 1


def test_the_first_report_compares_outcomes_with_nothing() -> None:
    before, turn = random_game(1)[0]
    report = turn_report(small_words(), AVAL, before, turn)
    flows = [change for change in report.changes if change.name in ("value", "autonomy")]
    assert [(change.change, change.change_text) for change in flows] == [(0, ""), (0, "")]


def test_news_uses_the_levels_headlines_and_keeps_others_offers_secret() -> None:
    words, headlines = small_words(), []
    for luck in range(8):
        for before, turn in random_game(luck):
            headlines += [item.headline for item in turn_report(words, AVAL, before, turn).news]
    assert "Storm in the south" in headlines
    assert any(headline.startswith("New offer: China: A loan") for headline in headlines)
    assert any(headline.startswith("New plant in The North") for headline in headlines)
    assert not any("Bora" in headline and "offer" in headline.lower() for headline in headlines)


def test_a_crisis_and_a_dispute_are_warned_of() -> None:
    world = open_world(small_level(), 1)
    values = list(world.values)
    values[world.layout.slots[f"{AVAL}/crisis"]] = 1
    values[world.layout.slots[f"{AVAL}/dispute_stage"]] = 2
    found = warnings(small_words(), AVAL, replace(world, values=tuple(values)))
    assert [warning.kind for warning in found] == ["crisis", "dispute"]
    assert found[1].title == "A panel hears the case"


def test_the_briefing_holds_the_levels_texts() -> None:
    found = brief.briefing(small_words())
    assert (found.title, found.minutes) == ("Zinc: close the port?", "about 20 minutes")
    assert [(fact.figure, fact.sure_text) for fact in found.facts] == [("71 %", "well known")]
    assert [(x.name, x.at) for x in found.advice] == [("Treasury", 30), ("Industry", -1)]
    assert found.advice[0].options == ("Set the export tax to 20 %.",)
    assert [card.name for card in found.mandates][0] == "Industrialiser"
    assert sum(weight for _, _, weight in found.mandates[0].weights) == 100
    assert found.mandates[0].summary == "Value kept at home counts most, environment least."
    assert found.sources[0].sure_text == "fairly sure"


def test_a_prediction_asks_with_directions_and_reasons() -> None:
    level = small_level()
    asked = brief.question(small_words(), level.predictions[0])
    assert asked.question == "What will ore exports do?"
    assert [direction for direction, _ in asked.directions] == [1, 0, -1]
    assert [text for _, text in asked.reasons] == [
        "Plants are being built.",
        "Buyers can go elsewhere.",
    ]
    bare = brief.question(small_words(), level.predictions[1])
    assert bare.question == "Public trust: where will it be in 3 years?"


def test_the_glossary_is_looked_up() -> None:
    found = brief.term(small_words(), "royalty")
    assert found
    assert found.term == "Royalty"
    assert brief.term(small_words(), "nothing") is None


def test_missing_names_become_readable_and_numbered_texts_stop_at_a_gap() -> None:
    names = LevelWords({"state.aval.name": "Aval", "level.goal.1": "One", "level.goal.3": "Three"})
    assert names.name("province", "north-maluku") == "North Maluku"
    assert names.name("state", "aval") == "Aval"
    assert list(names.numbered("level.goal.{n}")) == [(1, "One")]


def test_money_and_points_of_a_choice_are_told_before_it_is_chosen() -> None:
    world = open_world(small_level(), 1)
    choices = choices_of(small_words(), world, AVAL, "park", "north")
    prices = {choice.order.setting[0]: choice.price.replace("\u00a0", " ") for choice in choices}
    assert prices[50 * M] == "1 point, US$ 50 m"
    closed = [choice for choice in choices if choice.problems]
    assert all(problem.endswith(".") for choice in closed for problem in choice.problems)
    assert closed


def test_firms_are_named_by_the_level_or_by_their_country() -> None:
    texts = {"partner.china.people": "China's firms", "state.bora.people": "Bora's firms"}
    words = words_for(small_level(), texts)
    assert words.firms("china") == "China's firms"
    assert words.firms("japan") == "Firms from Japan"
    assert words.firms("home") == "Firms at home"
    assert words.firms("home", BORA) == "Bora's firms"
    assert words.firms("outside") == "Other foreign firms"
    assert words.firms(AVAL) == "State firms"


def test_a_crisis_says_why_and_how_it_ends() -> None:
    world = open_world(small_level(), 1)
    values, slots = list(world.values), world.layout.slots
    values[slots[f"{AVAL}/crisis"]] = 1
    without = [replace(world, values=tuple(values))]
    values[slots[f"{AVAL}/debt"]] = 10**12
    without.append(replace(world, values=tuple(values)))
    money, debt = (warnings(small_words(), AVAL, x)[0].line for x in without)
    assert "Foreign money" in money
    assert "Cut yearly budgets" in debt
    assert debt.count("US$") == 2


def test_plants_begun_in_one_turn_are_one_piece_of_news() -> None:
    words, groups = small_words(), 0
    for luck in range(8):
        for before, turn in random_game(luck):
            begun = Counter(
                plant.state for plant in turn.world.plants if plant.id in _begun(turn.ledger)
            )
            told = [item.headline for item in news_of(words, AVAL, before, turn)]
            plants = [x for x in told if x.startswith("New plant in") or " new plants: " in x]
            assert len(plants) == len(begun)
            groups += any(x.startswith(f"{count} new plants: ") for x in told
                          for count in begun.values() if count > 1)  # fmt: skip
    assert groups > 3


def _begun(ledger: Ledger) -> set[str]:
    return {entry.thing for entry in ledger if entry.rule == "plant_begun" and not entry.path}
