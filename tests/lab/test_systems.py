"""The list of systems is held against the code: every name in it exists, every claim is seen."""

import ast
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from game.cli import main
from game.content.library import level_ids, load_level, proving_paths
from game.engine.definitions.level import OUTCOMES, Level
from game.engine.figures.deals import (
    AgreementPlace,
    ConcessionPlace,
    NearbyPlace,
    ProductPlace,
    RetaliationPlace,
    SubstitutePlace,
    TariffPlace,
)
from game.engine.figures.processing import (
    ControlPlace,
    FamilyPlace,
    InputsPlace,
    KnowHowPlace,
    OutletPlace,
)
from game.engine.figures.region import BondPlace, CardPlace, MemberPlace, RegionPlace
from game.engine.figures.sites import (
    CarePlace,
    HoldPlace,
    PapersPlace,
    PledgePlace,
    RiskPlace,
    ScrapPlace,
    ShockPlace,
    SurveyPlace,
    WastePlace,
)
from game.engine.figures.variables import (
    ChainPlace,
    FieldPlace,
    MineralPlace,
    ProvincePlace,
    RivalPlace,
    StatePlace,
    TiePlace,
    figures,
)
from game.engine.parameters.rules import parameter_table
from game.engine.rules import LEVERS
from game.engine.systems import IN_FORCE, MISSING, PARTLY, SYSTEMS, System
from game.engine.systems.system import KINDS
from game.lab.systems.games import recorded
from game.lab.systems.knobs import LEVEL_CHANGES, MANDATES
from game.lab.systems.traced import UNSEEN, Traced, acts, moved_outcomes, traced
from tests.rules.test_rulebook import CASES

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ROOT / "game" / "engine"
PLACES = {
    "mineral": MineralPlace,
    "rival": RivalPlace,
    "field": FieldPlace,
    "province": ProvincePlace,
    "chain": ChainPlace,
    "tie": TiePlace,
    "state": StatePlace,
    "concession": ConcessionPlace,
    "region": RegionPlace,
    "card": CardPlace,
    "member": MemberPlace,
    "bond": BondPlace,
    "hold": HoldPlace,
    "papers": PapersPlace,
    "survey": SurveyPlace,
    "scrap": ScrapPlace,
    "care": CarePlace,
    "waste": WastePlace,
    "risk": RiskPlace,
    "pledge": PledgePlace,
    "shocks": ShockPlace,
    "control": ControlPlace,
    "outlet": OutletPlace,
    "know-how": KnowHowPlace,
    "inputs": InputsPlace,
    "standards": FamilyPlace,
    "agreement": AgreementPlace,
    "tariff": TariffPlace,
    "substitute": SubstitutePlace,
    "nearby": NearbyPlace,
    "product": ProductPlace,
    "retaliation": RetaliationPlace,
}
ACTING = [system for system in SYSTEMS if system.status != MISSING]
FIGURES = {f"{place}.{x.name}" for place, kind in PLACES.items() for x in figures(kind)}
RULES = "".join(p.read_text(encoding="utf-8") for p in sorted((ENGINE / "rules").rglob("*.py")))


@cache
def functions(path: Path) -> frozenset[str]:
    """Return the names of the functions of a file; none when there is no such file."""
    if not path.is_file():
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return frozenset(x.name for x in ast.walk(tree) if isinstance(x, ast.FunctionDef))


def test_all_seventy_one_are_listed_once_in_order() -> None:
    assert [x.id for x in SYSTEMS] == [f"S{number:02d}" for number in range(1, 72)]
    assert len({x.name for x in SYSTEMS}) == len(SYSTEMS)


@pytest.mark.parametrize("system", SYSTEMS, ids=lambda x: x.id)
def test_what_is_absent_is_said_and_what_is_missing_claims_nothing(system: System) -> None:
    assert system.kinds
    assert set(system.kinds) <= set(KINDS)
    assert system.status in (IN_FORCE, PARTLY, MISSING)
    assert bool(system.gap) == (system.status != IN_FORCE)
    assert re.fullmatch(r"|[A-Z][^.]*\.", system.gap), "one sentence"
    claims = (system.lives, system.knobs, system.tests)
    assert all(claims) if system.status != MISSING else not any(claims)
    if system.status == MISSING:
        assert (system.levers, system.terms, system.figures) == ((), (), ())


@pytest.mark.parametrize("system", ACTING, ids=lambda x: x.id)
def test_what_stands_for_a_system_is_there(system: System) -> None:
    assert set(system.levers) <= set(LEVERS)
    assert set(system.figures) <= FIGURES
    assert system.figures or system.levers
    assert [x for x in system.terms if f'"{x}"' not in RULES] == []
    for place in system.lives:
        path, _, name = place.partition(":")
        assert name in functions(ENGINE / path), place


@pytest.mark.parametrize("system", ACTING, ids=lambda x: x.id)
def test_its_knobs_can_be_moved(system: System) -> None:
    known = {
        "parameter": {x.name for x in parameter_table()},
        "lever": set(LEVERS),
        "term": {
            x.name for level in (*levels(), *proving()) for plan in level.offers for x in plan.terms
        },
        "level": {*LEVEL_CHANGES, MANDATES},
    }
    for knob in system.knobs:
        kind, _, name = knob.partition(":")
        assert name in known[kind], knob


@pytest.mark.parametrize("system", ACTING, ids=lambda x: x.id)
def test_the_tests_that_show_it_exist(system: System) -> None:
    cases = {f"{x.rule}: {x.words}" for x in CASES}
    for test_id in system.tests:
        path, _, rest = test_id.partition("::")
        name, _, parameters = rest.partition("[")
        assert name in functions(ROOT / path), test_id
        if name == "test_case":
            assert parameters[:-1] in cases, test_id
        elif parameters:
            assert parameters[:-1] in LEVERS, test_id


def test_no_rule_claims_a_system_that_is_missing() -> None:
    named = set(re.findall(r"(?<![\d-])S\d\d(?!-)", RULES))
    assert named
    assert named & {x.id for x in SYSTEMS if x.status == MISSING} == set()


@cache
def levels() -> tuple[Level, ...]:
    return tuple(load_level(level_id).level for level_id in level_ids())


@cache
def proving() -> tuple[Level, ...]:
    return tuple(load_level(path).level for path in proving_paths())


def test_every_system_that_claims_to_act_moves_an_outcome_of_a_campaign_level() -> None:
    """No system stands in the rules alone, or in levels that only prove them."""
    left = list(ACTING)
    for level in levels():
        games = recorded(level)
        left = [x for x in left if not acts(games, x)]
        if not left:
            break
    assert [x.id for x in left] == []


def test_what_no_level_uses_is_tried_with_every_lever_in_hand() -> None:
    level = levels()[0]
    seat = next(x for x in level.states if x.id == level.seats[0])
    bare = replace(seat, levers=tuple(x for x in seat.levers if x != "licence"))
    locked = replace(level, states=tuple(bare if x is seat else x for x in level.states))
    licence = next(x for x in traced([locked]) if x.system.id == "S05")
    assert licence.effects == {}
    assert licence.proof
    assert licence.status == licence.system.status


def test_a_claim_that_nothing_shows_counts_as_missing() -> None:
    level = levels()[0]
    claim = System(id="S99", name="Nothing", kinds=("lever",), knobs=("level:nothing",))
    seen = moved_outcomes(recorded(level)[:1], claim)
    told = Traced(claim, {level.id: seen} if seen else {})
    assert (told.status, told.gap) == (MISSING, UNSEEN)


def test_the_command_prints_them_all(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("game.content.library.level_ids", lambda: ("indonesia-nickel",))
    monkeypatch.setattr("game.content.library.proving_paths", lambda: ())
    assert main(["systems", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told) == 71
    ban = told[0]
    assert ban["levels"] == ["indonesia-nickel"]
    assert set(ban["effects"]["indonesia-nickel"]) <= set(OUTCOMES)
    assert set(ban) == {
        *("id", "name", "kind", "status", "gap", "where", "levers", "terms", "figures"),
        *("levels", "effects", "proof", "tests"),
    }
