"""The debrief as plain data for ``python main.py debrief FILE --json``; its keys are stable."""

from typing import Any

from game.debrief.claims import Claim, Comparison
from game.debrief.debrief import Debrief
from game.debrief.measures import MONEY
from game.debrief.played import Decision
from game.debrief.shares import Shares
from game.debrief.telling import Telling
from game.debrief.turning_points import TurningPoint
from game.engine.definitions.level import OUTCOMES


def debrief_json(debrief: Debrief, telling: Telling) -> dict[str, Any]:
    """Return a finished debrief as JSON-ready data.

    Units: money in US$ a year, meters and the score in hundredths of a point. ``told`` is the
    sentence a claim is told with, empty where a claim holds but is not told.

    Args:
        debrief: Worked out to its end.
        telling: Says the told claims.
    """
    told = set(debrief.told)
    return {
        "level": debrief.played.level.id,
        "seat": debrief.played.seat,
        "mandate": debrief.played.mandate.id,
        "seed": debrief.played.seed,
        "planner": debrief.planner.id,
        "claims": [claim_json(x, telling.headed(x) if x in told else "") for x in debrief.claims],
        "turning_points": [_point(x) for x in debrief.points],
        "shares": {name: _shares(x) for name, x in debrief.shares.items()},
        "luck": _luck(debrief),
        "ways": {
            who: dict(zip(OUTCOMES, parts, strict=True)) for who, parts in debrief.parts.items()
        },
        "predictions": [
            {
                "id": x.prediction.id,
                "turn": x.answer.turn,
                "expected": x.answer.direction,
                "happened": x.direction,
                "reason": x.answer.reason,
                "reason_held": x.reason_right,
            }
            for x in debrief.played.predictions
        ],
    }


def claim_json(claim: Claim, told: str) -> dict[str, Any]:
    """Return one claim; ``size`` lies within ``size_range``, which both re-runs span."""
    sizes = sorted((abs(claim.fixed.effect), abs(claim.replanned.effect)))
    return {
        "cause": _decision(claim.cause),
        "outcome": claim.outcome,
        "unit": "usd_per_year" if claim.outcome in MONEY else "hundredths_of_a_point",
        "sign": claim.sign,
        "size": claim.size,
        "size_range": sizes,
        "horizon": {"first_turn": claim.over.first, "last_turn": claim.over.last},
        "fixed_rerun": {**_comparison(claim.fixed), "impossible_orders": claim.impossible},
        "reoptimised_rerun": _comparison(claim.replanned),
        "told": told,
    }


def _comparison(found: Comparison) -> dict[str, int]:
    return {"with": found.having, "without": found.lacking, "effect": found.effect}


def _decision(decision: Decision) -> list[dict[str, Any]]:
    return [
        {
            "turn": deed.turn,
            "lever": deed.order.lever,
            "target": deed.order.target,
            "setting": list(deed.order.setting),
        }
        for deed in decision.deeds
    ]


def _point(point: TurningPoint) -> dict[str, Any]:
    steady = point.stability
    return {
        "number": point.number,
        "cause": _decision(point.decision),
        "score_effect": point.finding.score.fixed.effect,
        "luck": steady.luck if steady else "",
        "effects_with_other_luck": list(steady.effects) if steady else [],
        "strip": {
            "outcome": point.strip.outcome,
            "with": list(point.strip.having),
            "without": list(point.strip.lacking),
        },
    }


def _shares(found: Shares) -> dict[str, Any]:
    return {
        "status_quo": found.status_quo,
        "as_played": found.as_played,
        "total": found.total,
        "acting_together": found.acting_together,
        "rows": [
            {
                "cause": _decision(row.decision) if row.decision else None,
                "alone": row.alone,
                "shapley": row.shapley,
            }
            for row in found.rows
        ],
    }


def _luck(debrief: Debrief) -> dict[str, Any] | None:
    meter = debrief.luck
    if meter is None:
        return None
    return {
        "actual": meter.actual,
        "plan": meter.plan,
        "luck": meter.luck,
        "scores": list(meter.scores),
    }
