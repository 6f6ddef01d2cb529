"""Games by computer players, as the stable JSON of the command ``simulate``."""

from game.engine.definitions.level import OUTCOMES, Level, Mandate
from game.engine.world import World
from game.lab.runs import Run, players_of, run

INDEXES = ("jobs", "environment", "autonomy", "standing")
"""Outcomes that are indexes from 0 to 100; the others are US$."""


def date_of(level: Level, turn: int) -> str:
    """Return the date of a turn: a year, or year and month for shorter turns.

    >>> from types import SimpleNamespace as N
    >>> date_of(N(first_year=2009, first_month=1, turn_months=12), 3)
    '2012'
    >>> date_of(N(first_year=2020, first_month=1, turn_months=6), 1)
    '2020-07'
    """
    months = level.first_month - 1 + turn * level.turn_months
    year = level.first_year + months // 12
    return str(year) if level.turn_months % 12 == 0 else f"{year}-{months % 12 + 1:02d}"


def outcomes_of(world: World, seat: str) -> dict[str, int | float]:
    """Return a seat's six outcomes: US$ in the turn for money, 0 to 100 for indexes."""
    found: dict[str, int | float] = {}
    for name in OUTCOMES:
        value = world.figure(f"{seat}/{name}")
        found[name] = value / 100 if name in INDEXES else value
    return found


def game_as_json(
    level: Level, played: Run, player: str, seed: int, mandate: Mandate
) -> dict[str, object]:
    """Return one game of the level's first seat, scored by a mandate, as JSON objects."""
    seat = level.seats[0]
    scored = played.scored(seat, mandate)
    return {
        "player": player,
        "seed": seed,
        "seat": seat,
        "mandate": mandate.id,
        "digest": played.digest,
        "score": {
            "total": scored.total / 100,
            "parts": {name: part / 100 for name, part in zip(OUTCOMES, scored.parts, strict=True)},
        },
        "outcomes": outcomes_of(played.worlds[-1], seat),
        "turns": [
            {
                "turn": turn + 1,
                "date": date_of(level, turn),
                "outcomes": outcomes_of(world, seat),
                "figures": _figures(world, seat),
            }
            for turn, world in enumerate(played.worlds[1:])
        ],
    }


def _figures(world: World, seat: str) -> dict[str, int]:
    """Return the figures of the value chain that a reader of the JSON may want beside outcomes."""
    found = {"treasury": world.figure(f"{seat}/treasury"), "debt": world.figure(f"{seat}/debt")}
    for chain in world.layout.state(seat).chains:
        mineral = chain.mineral.spec.id
        for name in ("mined", "exports", "leak", "refined", "plant_feed", "owner_share", "ban"):
            found[f"{mineral}/{name}"] = world.figure(f"{seat}/{mineral}/{name}")
        found[f"{mineral}/price"] = world.figure(f"{mineral}/price")
    return found


def simulate(
    level: Level, player: str, games: int, seed: int, mandate: str = ""
) -> dict[str, object]:
    """Return games of one player on consecutive seeds.

    Args:
        level: What is played.
        player: Id of the player that governs the level's first seat.
        games: How many.
        seed: The luck of the first game; each further game takes the next number.
        mandate: What scores the games and guides a searching player; empty takes the first.

    Raises:
        KeyError: There is no such player or mandate.
    """
    by_id = {known.id: known for known in level.mandates}
    scored = by_id[mandate or level.mandates[0].id]
    found = []
    for luck in range(seed, seed + games):
        played = run(level, players_of(level, player, scored.id), luck)
        found.append(game_as_json(level, played, player, luck, scored))
    return {"level": level.id, "games": found}
