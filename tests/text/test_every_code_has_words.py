"""Nothing the engine or a match can say is left without words."""

import ast
import re
from pathlib import Path

import pytest

from game.engine import problems, rules
from game.engine.definitions.level import OUTCOMES
from game.engine.figures import deals, processing, region, sites, variables
from game.engine.problems import Problem
from game.engine.record import FAULTS, RecordFault
from game.match import refusals
from game.text import lever_words, problem_words
from game.text.outcome_words import DASHBOARD, END_PARTS
from game.text.places import LABELS
from game.text.rule_words import CAP, RULES
from tests.text.words_world import AVAL, random_game, small_words

ENGINE = Path(__file__).resolve().parents[2] / "game" / "engine"
CODE_WORD = re.compile(r"[a-z]+_[a-z_]+|[{}]")
KINDS = {
    "state": (
        variables.StatePlace,
        sites.CarePlace,
        sites.WastePlace,
        sites.RiskPlace,
        sites.PledgePlace,
        deals.SavingsPlace,
    ),
    "chain": (
        variables.ChainPlace,
        sites.ScrapPlace,
        deals.TariffPlace,
        deals.NearbyPlace,
        deals.ProductPlace,
        deals.StorePlace,
    ),
    "province": (variables.ProvincePlace,),
    "field": (
        variables.FieldPlace,
        sites.HoldPlace,
        sites.PapersPlace,
        sites.SurveyPlace,
    ),
    "tie": (variables.TiePlace, deals.RetaliationPlace),
    "mineral": (variables.MineralPlace,),
    "rival": (variables.RivalPlace,),
    "partner": (variables.PartnerPlace,),
    "world": (variables.WorldPlace, sites.ShockPlace),
    "concession": (deals.ConcessionPlace,),
    "region": (region.RegionPlace,),
    "card": (region.CardPlace,),
    "member": (region.MemberPlace,),
    "bond": (region.BondPlace,),
    "control": (processing.ControlPlace,),
    "outlet": (processing.OutletPlace,),
    "know-how": (processing.KnowHowPlace,),
    "inputs": (processing.InputsPlace,),
    "standards": (processing.FamilyPlace,),
    "agreement": (deals.AgreementPlace,),
    "substitute": (deals.SubstitutePlace,),
}
RULE_PLACE = {
    "add": 2,
    "put": 2,
    "move": 3,
    "note": 0,
    "capped": 1,
    "earn": 5,
    "levy": 4,
    "spend": 4,
}


def rules_in(code: str) -> set[str]:
    """Return the rule ids written out in calls that make ledger lines."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        place = RULE_PLACE.get(name, 99)
        if len(node.args) > place:
            argument = node.args[place]
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                found.add(argument.value)
    return found


def test_rule_ids_are_found_in_code() -> None:
    assert rules_in("draft.put(1, 2, 'royalty')\nlevy(a, b, c, d, 'dividend', e)") == {
        "royalty",
        "dividend",
    }


def test_every_rule_in_the_engines_code_has_a_title_and_a_sentence() -> None:
    written = set()
    for path in sorted(ENGINE.rglob("*.py")):
        written |= rules_in(path.read_text(encoding="utf-8"))
    assert len(written) > 80
    assert written - set(RULES) == set()


def test_every_rule_in_random_games_has_a_title_and_a_sentence() -> None:
    met = {
        entry.rule.removeprefix(CAP)
        for luck in range(12)
        for _, turn in random_game(luck)
        for entry in turn.ledger
    }
    assert len(met) > 60
    assert met - set(RULES) == set()


def test_titles_and_sentences_of_rules_are_short_and_whole() -> None:
    for rule, words in RULES.items():
        assert 0 < len(words.title) <= 34, rule
        assert words.line.endswith("."), rule
        assert len(words.line.split()) <= 16, rule


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_figure_has_a_label(kind: str) -> None:
    names = {v.name for place in KINDS[kind] for v in variables.figures(place)}
    assert names == set(LABELS[kind])


def test_every_lever_has_words_and_an_area() -> None:
    assert set(lever_words.LEVERS) == set(rules.LEVERS)
    assert {lever.area for lever in rules.LEVERS.values()} == set(lever_words.AREAS)


def test_every_outcome_and_end_value_has_words() -> None:
    words = small_words()
    assert set(OUTCOMES) < set(DASHBOARD)
    for name in DASHBOARD:
        outcome = words.outcome(name)
        assert all((outcome.name, outcome.short, outcome.counts, outcome.formula))
    assert set(END_PARTS) == {"plants", "treasury", "debt", "clean_up"}


def test_every_setting_on_every_grid_can_be_read() -> None:
    words = small_words()
    for before, _ in random_game(3):
        for state in before.layout.states:
            for lever in rules.LEVERS.values():
                for target in lever.targets(before, state):
                    for setting in lever.grid(before, state, target):
                        read = words.setting(lever.id, setting)
                        assert read
                        assert not CODE_WORD.search(read), (lever.id, setting, read)


@pytest.mark.parametrize("code", problems.ALL_CODES)
@pytest.mark.parametrize(
    "details",
    [(), (("lever", "royalty"), ("target", "zinc")), (("needs", "3"), ("has", "1"))],
)
def test_every_problem_is_one_plain_text(code: str, details: tuple[tuple[str, str], ...]) -> None:
    said = small_words().problem(Problem(code, 0, details))
    assert said.endswith(".")
    assert not CODE_WORD.search(said), said


def test_a_shortage_of_money_names_both_sums() -> None:
    problem = Problem(problems.MONEY_SHORT, 0, (("needs", "50000000"), ("has", "20000000")))
    said = small_words().problem(problem).replace("\u00a0", " ")
    assert "US$ 50 m" in said
    assert "US$ 20 m" in said


def test_every_refusal_of_a_match_has_a_sentence() -> None:
    assert set(refusals.ALL_CODES) <= set(problem_words.REFUSALS)


def test_every_fault_of_a_record_has_a_sentence() -> None:
    assert set(FAULTS) <= set(problem_words.RECORD_FAULTS)
    said = small_words().record_fault(RecordFault("malformed", 7))
    assert "Line 7" in said
    assert "line 7" in small_words().record_fault(RecordFault("of_the_future", 7))


def test_every_memory_and_term_in_random_games_has_words() -> None:
    met: set[str] = set()
    for luck in range(12):
        met |= {memory.code for memory in random_game(luck)[-1][1].world.memories}
    assert len(met) >= 4
    assert met - set(problem_words.MEMORIES) == set()
    offered = {term.name for plan in small_words().level.offers for term in plan.terms}
    assert offered <= set(problem_words.TERMS)


def test_every_cause_reads_as_words() -> None:
    words = small_words()
    causes = {
        entry.cause for luck in range(6) for _, turn in random_game(luck) for entry in turn.ledger
    }
    assert {cause.partition(":")[0] for cause in causes} >= {"order", "partner", "market", "rule"}
    for cause in causes:
        assert not CODE_WORD.search(words.cause(cause, AVAL, AVAL)), cause


def test_a_shortage_of_the_whole_sheet_speaks_of_the_other_orders() -> None:
    details = (("needs", "5"), ("has", "4"))
    words = small_words()
    alone = words.problem(Problem(problems.CAPITAL_SHORT, 0, details))
    together = words.problem(Problem(problems.CAPITAL_SHORT, -1, details))
    assert alone.startswith("This needs 5 points")
    assert together.startswith("With your other orders this needs 5 points")
