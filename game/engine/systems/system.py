"""The shape of one system: its name, its kind, and what stands for it."""

from dataclasses import dataclass
from typing import Final

IN_FORCE: Final = "in force"
"""Every part that the casebook asks for acts in the rules."""
PARTLY: Final = "partly"
"""The heart of it acts, a named part is absent."""
MISSING: Final = "missing"
"""Nothing of it moves an outcome."""

LEVER, PARTNER, EVENT, VARIABLE, SCORE, INSTITUTION = (
    "lever",
    "partner",
    "event",
    "variable",
    "score",
    "institution",
)
KINDS: Final = (LEVER, PARTNER, EVENT, VARIABLE, SCORE, INSTITUTION)

DEALS: Final = "tests/rules/test_deal_signs.py::test_"
"""What the ids of the tests of deals begin with."""
GROUND: Final = "tests/rules/test_ground.py::test_"
"""What the ids of the tests of finds and licences begin with."""

SIGNS_OF_PROCESSING: Final = "tests/rules/test_processing_signs.py::test_"
"""What the ids of the sign tests of export controls and know-how begin with."""

SIGNS_OF_KNOW_HOW: Final = "tests/rules/test_know_how_signs.py::test_"
"""What the ids of the sign tests of know-how, inputs and standards begin with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """One of the 71 systems and what stands for it.

    Attributes:
        id: ``S01`` to ``S71``.
        name: A few words.
        kinds: The roles it has, of ``KINDS``; for a missing system those it should get.
        status: ``IN_FORCE``, ``PARTLY`` or ``MISSING``.
        gap: What is absent, one sentence; empty when in force.
        lives: The functions that carry it, ``rules/state/policy.py:resolve`` seen from the engine.
        levers: Ids of levers that stand for it.
        terms: Names of terms of offers that stand for it.
        figures: Figures that stand for it, ``chain.ban``: place and name.
        knobs: What to move so that its effect shows: ``parameter:NAME``, ``lever:ID``,
            ``term:NAME``, or ``level:NAME`` for a change of level data that the lab knows.
        tests: Ids of tests that show its effect.
    """

    id: str
    name: str
    kinds: tuple[str, ...]
    status: str = IN_FORCE
    gap: str = ""
    lives: tuple[str, ...] = ()
    levers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    knobs: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()


def case(name: str) -> str:
    """Return the id of a case of the rulebook's tests by its rule and words."""
    return f"tests/rules/test_rulebook.py::test_case[{name}]"


def sign(name: str) -> str:
    """Return the id of a sign test, without ``test_`` and without its parameters."""
    return f"tests/rules/test_signs.py::test_{name}"


def engine_test(module: str, name: str) -> str:
    """Return the id of a test of the engine, both without ``test_``."""
    return f"tests/engine/test_{module}.py::test_{name}"
