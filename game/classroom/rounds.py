"""A round: what a class plays, and the luck that it commits to.

The luck of a round's games follows from one random text. Its hash stands in every copy of the
round; the text itself stands only in the opened copy. Whoever has both can check that the
organiser did not choose the luck afterwards.
"""

import json
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from game.classroom import faults
from game.classroom.faults import RoundFault
from game.engine.definitions.level import Level
from game.engine.record import MOST_ENTRANTS, RULES_VERSION, is_level_id
from game.engine.strict_json import dump_object, is_plain, load_object
from game.players import PERSONA_IDS, player_for

MAGIC = "downstream-round"
FORMAT = 1
SUFFIX = ".round"
MAX_BYTES = 16 * 1024
MOST_GAMES = 9
MOST_TURNS = 500
LONGEST_NOTE = 80
_LUCK_BYTES = 16
_SEED_BYTES = 6
_HEX = re.compile(r"[0-9a-f]+")
_ID = re.compile(r"[a-z0-9_-]{1,40}")


@dataclass(frozen=True, slots=True)
class Round:
    """What a class plays.

    Attributes:
        level, level_digest: The level's id and its hash by meaning.
        seat, mandate: What every player governs, and the goal.
        others: Computer player by seat, for every other state.
        games: How many games a player plays, each with luck of its own.
        entrants: Numbers from 1 to this one may hand in.
        deadline: A note of the organiser, printed as it is.
        luck_hash: Stands for the luck; the same in the sealed and the opened copy.
        luck: The text from which the seeds follow; empty in a sealed copy.
        sealed: Whether the round was handed out sealed at first.
        program, build, rules: What it was made with.
    """

    level: str
    level_digest: str
    seat: str
    mandate: str
    others: tuple[tuple[str, str], ...]
    games: int
    entrants: int
    deadline: str
    luck_hash: str
    luck: str
    sealed: bool
    program: str
    build: str = ""
    rules: int = RULES_VERSION

    @property
    def id(self) -> str:
        """16 hexadecimal characters for everything but the opened luck."""
        told = dump_object(_fields(replace(self, luck="")))
        return blake2b(told.encode(), digest_size=8).hexdigest()

    @property
    def seeds(self) -> tuple[int, ...]:
        """The luck of each game.

        Raises:
            RoundFault: The luck is sealed.
        """
        if not self.luck:
            raise RoundFault(faults.LUCK_SEALED)
        return tuple(_seed(self.luck, number) for number in range(1, self.games + 1))

    @property
    def closed(self) -> "Round":
        """The copy to publish before the round: its luck is left out."""
        return replace(self, luck="")


def hash_of(luck: str) -> str:
    """Return the hash that commits to a luck."""
    return blake2b(f"downstream luck {luck}".encode(), digest_size=32).hexdigest()


def _seed(luck: str, number: int) -> int:
    found = blake2b(f"downstream game {number} {luck}".encode(), digest_size=_SEED_BYTES)
    return int.from_bytes(found.digest(), "big")


def make_round(
    level: Level,
    seat: str,
    mandate: str,
    *,
    games: int,
    entrants: int,
    deadline: str = "",
    sealed: bool = False,
    program: str,
    build: str = "",
) -> Round:
    """Return a new round, opened, with luck from the system's random source.

    Raises:
        RoundFault: The level has no such seat or mandate, a neighbour would be governed by a
            searching player, or a number is out of bounds.
    """
    luck = secrets.token_hex(_LUCK_BYTES)
    found = Round(
        level=level.id,
        level_digest=level.digest,
        seat=seat,
        mandate=mandate,
        others=_neighbours(level, seat),
        games=games,
        entrants=entrants,
        deadline=deadline,
        luck_hash=hash_of(luck),
        luck=luck,
        sealed=sealed,
        program=program,
        build=build,
    )
    check_round(found)
    check_level(found, level)
    return found


def _neighbours(level: Level, seat: str) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((x.id, player_for(x.persona).id) for x in level.states if x.id != seat))


def check_level(found: Round, level: Level) -> None:
    """Refuse a round that was made for another level, or for another state of this one.

    Raises:
        RoundFault: It does not fit the level.
    """
    if (found.level, found.level_digest) != (level.id, level.digest):
        raise RoundFault(faults.ROUND_LEVEL, found.level)
    mandates = [mandate.id for mandate in level.mandates]
    fits = found.seat in level.seats and found.mandate in mandates
    if not fits or found.others != _neighbours(level, found.seat) or level.turns > MOST_TURNS:
        raise RoundFault(faults.ROUND_LEVEL, found.level)


def write_round(found: Round, says: tuple[str, ...] = ()) -> str:
    """Return the text of a round's file; ``says`` are its rules in words, for people only."""
    return json.dumps(_fields(found) | {"says": list(says)}, indent=1, ensure_ascii=False) + "\n"


def _fields(found: Round) -> dict[str, Any]:
    return {
        "magic": MAGIC,
        "format": FORMAT,
        "rules": found.rules,
        "program": found.program,
        "build": found.build,
        "level": found.level,
        "level_digest": found.level_digest,
        "seat": found.seat,
        "mandate": found.mandate,
        "others": dict(found.others),
        "games": found.games,
        "entrants": found.entrants,
        "deadline": found.deadline,
        "sealed": found.sealed,
        "luck_hash": found.luck_hash,
        "luck": found.luck,
    }


def read_round(data: bytes) -> Round:
    """Return the round in the bytes of a file.

    Raises:
        RoundFault: It is no round, of another format or other rules, or says what cannot be.
    """
    if len(data) > MAX_BYTES:
        raise RoundFault(faults.NOT_A_ROUND)
    try:
        said = load_object(data.decode("utf-8-sig"))
    except ValueError:
        raise RoundFault(faults.NOT_A_ROUND) from None
    if said.get("magic") != MAGIC:
        raise RoundFault(faults.NOT_A_ROUND)
    if said.get("format") != FORMAT:
        raise RoundFault(faults.ROUND_FORMAT, str(said.get("format"))[:LONGEST_NOTE])
    if said.get("rules") != RULES_VERSION:
        raise RoundFault(faults.ROUND_RULES, str(said.get("rules"))[:LONGEST_NOTE])
    said.pop("says", None)
    found = _round_of(said)
    check_round(found)
    return found


def _round_of(said: Mapping[str, Any]) -> Round:
    names: dict[str, Any] = {name: said.get(name) for name in Round.__slots__}
    if said.keys() != {"magic", "format", *names} or not isinstance(said["others"], dict):
        raise RoundFault(faults.ROUND_MALFORMED, ", ".join(sorted(said))[:LONGEST_NOTE])
    names["others"] = tuple(sorted(said["others"].items()))
    return Round(**names)


def check_round(found: Round) -> None:
    """Refuse a round that says what cannot be.

    Raises:
        RoundFault: Names the field; or a searching player sits in it; or the luck is another.
    """
    texts = (found.program, found.build, found.deadline)
    checks = {
        "level": is_level_id(found.level),
        "seat": _is_id(found.seat),
        "mandate": _is_id(found.mandate),
        "level_digest": _is_hex(found.level_digest, 64),
        "games": _between(found.games, 1, MOST_GAMES),
        "entrants": _between(found.entrants, 1, MOST_ENTRANTS),
        "sealed": type(found.sealed) is bool,
        "luck_hash": _is_hex(found.luck_hash, 64),
        "luck": found.luck == "" or _is_hex(found.luck, 2 * _LUCK_BYTES),
        "deadline": all(is_plain(x) and len(x) <= LONGEST_NOTE for x in texts),
        "others": all(_is_id(seat) and isinstance(player, str) for seat, player in found.others),
    }
    for name, fine in checks.items():
        if not fine:
            raise RoundFault(faults.ROUND_MALFORMED, name)
    for _, player in found.others:
        if player.partition("/")[0] not in PERSONA_IDS:
            raise RoundFault(faults.SEARCHING_PLAYER, player[:LONGEST_NOTE])
    if found.luck and hash_of(found.luck) != found.luck_hash:
        raise RoundFault(faults.WRONG_LUCK)


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(_ID.fullmatch(value))


def _is_hex(value: object, length: int) -> bool:
    return isinstance(value, str) and len(value) == length and bool(_HEX.fullmatch(value))


def _between(value: object, low: int, high: int) -> bool:
    return type(value) is int and low <= value <= high
