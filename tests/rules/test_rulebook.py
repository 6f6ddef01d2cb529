"""Plays every case of the rulebook, and sees that no rule is without cases."""

import re
from collections import Counter
from pathlib import Path

import pytest

import game.engine.rules
from tests.rules import (
    cases_deals,
    cases_demand,
    cases_investment,
    cases_know_how,
    cases_market,
    cases_money,
    cases_people,
    cases_policy,
    cases_processing,
    cases_region,
    cases_sites,
    cases_treaties,
)
from tests.rules.rulebook import Case, play

CASES = (
    *cases_policy.CASES,
    *cases_market.CASES,
    *cases_investment.CASES,
    *cases_money.CASES,
    *cases_people.CASES,
    *cases_deals.CASES,
    *cases_demand.CASES,
    *cases_sites.CASES,
    *cases_processing.CASES,
    *cases_know_how.CASES,
    *cases_region.CASES,
    *cases_treaties.CASES,
)
RULE_NUMBER = re.compile(r"\bR(\d+)[a-e]?\b")


def _name(case: Case) -> str:
    return f"{case.rule}: {case.words}"


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_case(case: Case) -> None:
    worlds = play(case)
    for path, expected in case.expect.items():
        if isinstance(expected, tuple):
            assert tuple(world.figure(path) for world in worlds) == expected, path
        else:
            assert worlds[-1].figure(path) == expected, path
    if case.plants is not None:
        assert {x.id: x.feed for x in worlds[-1].plants} == case.plants
    if case.offers is not None:
        assert {x.plan: x.terms for x in worlds[-1].offers} == case.offers
    if case.finds is not None:
        assert len(worlds[-1].finds) == case.finds


def test_no_two_cases_say_the_same() -> None:
    assert len({_name(case) for case in CASES}) == len(CASES)


def test_every_rule_has_at_least_two_cases() -> None:
    folder = Path(game.engine.rules.__file__).parent
    paths = [path for path in sorted(folder.rglob("*.py")) if path.parent.name != "region"]
    texts = "".join(path.read_text(encoding="utf-8") for path in paths)
    named = {match.group(0) for match in RULE_NUMBER.finditer(texts)} - UMBRELLAS
    cases = Counter(case.rule for case in CASES)
    assert {rule: cases[rule] for rule in sorted(named) if cases[rule] < 2} == {}


def test_every_rule_among_states_has_at_least_two_cases_under_its_number() -> None:
    folder = Path(game.engine.rules.__file__).parent / "region"
    texts = "".join(path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py")))
    named = {f"R{match.group(1)}" for match in RULE_NUMBER.finditer(texts)}
    assert {f"R{number}" for number in range(50, 60)} <= named
    cases = Counter(case.rule.rstrip("abcde") for case in CASES)
    assert {rule: cases[rule] for rule in sorted(named) if cases[rule] < 2} == {}


UMBRELLAS = {"R25", "R31", *(f"R{number}" for number in range(34, 48))}
"""Numbers that only head a family: their cases stand under R25a, R31a and so on."""
