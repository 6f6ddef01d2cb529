"""The model card: purpose, rules, parameters, evidence, gaps; made from the code itself.

print(card(stored_backtests(Path("docs/backtests.json"))))
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from game.engine.parameters.rules import ParameterInfo, parameter_table
from game.engine.scoring import FOREST_CLEAN_UP_USD
from game.engine.systems import IN_FORCE, MISSING, PARTLY, SYSTEMS
from game.lab.card.rule_texts import RuleText, module_text, rule_texts, turn_order
from game.lab.card.words import BASELINES, EVIDENCE, EXPERTS, HEAD, RULES, SCORE
from game.lab.history.backtest import SUBJECTS, backtest

Table = dict[str, Any]
"""One back-test in one price mode, as ``docs/backtests.json`` keeps it."""

_MODES = {"fed": "historical prices fed in", "closed": "prices made by the rules"}


def fresh_backtests() -> list[Table]:
    """Return all back-tests, run now; takes some seconds."""
    return [
        {
            "id": case.id,
            "level": case.level,
            "mode": case.mode,
            "checks": [check.as_json() for check in case.checks],
        }
        for subject in SUBJECTS
        for case in backtest(subject)
    ]


def stored_backtests(path: Path) -> list[Table]:
    """Return the back-tests that were written last; none when there is no such file."""
    if not path.is_file():
        return []
    found: list[Table] = json.loads(path.read_text(encoding="utf-8"))
    return found


def card(tables: Sequence[Table]) -> str:
    """Return the model card as Markdown.

    Args:
        tables: The back-tests to print, fresh or stored.
    """
    parts = [
        HEAD,
        _turn(),
        RULES,
        *(_rule(rule) for rule in rule_texts()),
        _parameters(parameter_table()),
        SCORE,
        module_text("scoring.py"),
        _end_values(),
        BASELINES,
        EVIDENCE,
        _misses(tables),
        *(_table(table) for table in tables),
        _gaps(),
        EXPERTS,
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _turn() -> str:
    steps = "\n".join(f"{number}. {step}" for number, step in enumerate(turn_order(), 1))
    return f"## The order of a turn\n\n{steps}"


def _rule(rule: RuleText) -> str:
    title = f"### {rule.label} · {rule.place}" if rule.label else f"### {rule.place}"
    lines = [title, rule.text]
    if rule.parameters:
        lines.append("Parameters: " + ", ".join(f"`{name}`" for name in rule.parameters) + ".")
    return "\n\n".join(lines)


def source_words(source: str) -> str:
    """Return where a parameter comes from in plain words.

    >>> source_words("H065"), source_words("H106; game"), source_words("game")
    ('H065', 'H106, rest game assumption', 'game assumption')
    """
    names = [x.strip() for x in source.split(";")]
    rows = [x for x in names if x not in ("game", "calibrated")]
    words = list(rows)
    if "calibrated" in names:
        words.append("set so that a back-test fits")
    if "game" in names:
        words.append("rest game assumption" if rows else "game assumption")
    return ", ".join(words)


def _parameters(table: Sequence[ParameterInfo]) -> str:
    assumed = sum(1 for x in table if x.source == "game")
    rows = "\n".join(
        f"| `{x.name}` | {x.default:,} | {x.low:,} to {x.high:,} | {x.unit} "
        f"| {source_words(x.source)} | {x.about} |"
        for x in table
    )
    return (
        "## Parameters\n\n"
        f"There are {len(table)}. {assumed} of them are game assumptions: we chose a value and a "
        "range that seem fair, and no paper stands behind them. A level may set a parameter "
        "inside its range only. Shares and meters are in ten-thousandths (bp): 2,500 bp are a "
        "quarter. Rows F… and H… are in `levels/atlas`.\n\n"
        "| name | value | range | unit | source | what it is |\n|---|---:|---|---|---|---|\n" + rows
    )


def _end_values() -> str:
    return (
        "At the end the state's shares in plants count at what they cost, less a tenth for each "
        f"year of work. A cleared hectare counts as a debt of US$ {FOREST_CLEAN_UP_USD:,}. The sum "
        "is spread over the turns and added to revenue."
    )


def _misses(tables: Sequence[Table]) -> str:
    missed = [(table, check) for table in tables for check in table["checks"] if not check["ok"]]
    count = sum(len(table["checks"]) for table in tables)
    if not missed:
        return f"### Where the model misses\n\nNone of the {count} checks is missed at present."
    lines = "\n".join(
        f"- {check['id']}, {_MODES[table['mode']]}: {check['what']}. Model {_value(check)}, "
        f"target {check['target']}." + (" This target is starred." if check["starred"] else "")
        for table, check in missed
    )
    return f"### Where the model misses\n\n{len(missed)} of {count} checks.\n\n{lines}"


def _value(check: dict[str, Any]) -> str:
    places = 2 if abs(check["value"]) < 10 else 1
    return f"{check['value']:,.{places}f} {check['unit']}"


def _table(table: Table) -> str:
    rows = "\n".join(
        f"| {'★ ' if x['starred'] else ''}{x['id']} | {x['what']} | {_value(x)} | {x['target']} "
        f"| {'holds' if x['ok'] else 'missed'} |"
        for x in table["checks"]
    )
    return (
        f"### {table['id']} · {table['level']}, {_MODES[table['mode']]}\n\n"
        "| check | what | model | history or target | verdict |\n|---|---|---:|---|---|\n" + rows
    )


def _gaps() -> str:
    counts = {
        status: sum(1 for x in SYSTEMS if x.status == status)
        for status in (IN_FORCE, PARTLY, MISSING)
    }
    lines = [
        f"- **{x.id} {x.name}** ({x.status}). {x.gap}" for x in SYSTEMS if x.status != IN_FORCE
    ]
    return (
        "## What the model leaves out\n\n"
        f"Of the 71 systems that the case book names, {counts[IN_FORCE]} are in force, "
        f"{counts[PARTLY]} act in part and {counts[MISSING]} are missing. "
        "`python main.py systems` says for each what stands for it. Each level adds in its "
        "debrief what it leaves out of its own case.\n\n" + "\n".join(lines)
    )
