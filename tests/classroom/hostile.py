"""Entries changed on purpose, and an independent count of what orders earn.

`python -m tests.classroom.hostile 1000000` tries that many; the tests try ten thousand.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable
from random import Random

from game.classroom.rounds import Round
from game.engine.orders import Order, Sheet
from game.engine.scoring import score
from game.engine.start.opening import open_world
from game.engine.turn import resolve_turn
from game.match.seats import sheets_of
from game.players import player_for
from tests.classroom.class_rounds import HELD, checked, entry, level_of, small_round

Change = Callable[[Random, bytes, bytes], bytes]
"""Makes a hostile entry from one honest entry and another."""

_HEADER_VALUES: dict[str, tuple[object, ...]] = {
    "magic": ("downstream-record2", 1, None),
    "format": (0, 2, "1", None, True),
    "rules": (0, 2, 10**17, "1"),
    "program": ("9.9", "x" * 200, "=cmd", "", None),
    "build": ("a", "", 7, "x" * 90),
    "level": ("test-zinc2", "../x", "/etc/passwd", "", None),
    "level_digest": ("0" * 64, "", 5),
    "seat": ("bora", "nowhere", "", None),
    "mandate": ("guardian", "pirate", ""),
    "seed": (0, 1, -1, 2**62, 1.5, "1", None),
    "others": ({}, {"bora": "greedy/1"}, {"bora": "holder/9"}, {"aval": "holder/1"}, [], None),
    "round": ("0" * 16, "", "../x", None),
    "entrant": (0, 2, 3, 10, 1000, -1, "1", 1.0, None),
    "x-note": ("Ann", 5, [1], "x" * 90, 1.5),
    "score": (10_000,),
    "sealed": ("0" * 64,),
}
_LINE_VALUES: dict[str, tuple[object, ...]] = {
    "turn": (-1, 0, 1, 2, 5, 6, 499, 10**17, "0", 0.0, None),
    "seat": ("bora", "", 3),
    "order": ("export_ban", "export_tax", "royalty", "no_such_lever", "", 4),
    "withdraw": ("export_ban",),
    "target": ("zinc.ore", "zinc", "north", "", "nowhere", "x" * 100, None),
    "setting": ([], [0], [1], [2_000], [10_000, 1], [-1], [10**17], [0] * 40, [1.5], [True], 5),
    "sealed": ("0" * 64, "", 1),
    "sheets": ("0" * 16, "", None),
    "predict": ("ban-value", "none"),
    "direction": (-1, 0, 1, 2),
    "reason": ("smelters", ""),
    "score": (10_000, 99.9),
    "x-note": ("Ann",),
}
_BOMBS: tuple[bytes, ...] = (
    b"",
    b"\n" * 5_000,
    b"[" * 3_000,
    b'{"a":' * 800,
    b"9" * 4_000,
    b'{"turn": ' + b"9" * 4_000 + b', "sealed": ""}',
    b'{"turn": 1e999, "sealed": ""}',
    b'{"turn": NaN, "sealed": ""}',
    b'{"turn": 0, "turn": 0, "sealed": ""}',
    b"\x00" * 300,
    b"\xff\xfe{\x00}\x00",
    b"x" * 300_000,
    b'{"magic": "downstream-record"}\n' * 20,
    b'{"turn": 0, "sealed": "' + b"a" * 5_000 + b'"}',
    b'{"turn": 0, "sealed": "\\ud800"}',
)


def _rows(data: bytes) -> list[str]:
    return data.decode().splitlines()


def _text(rows: list[str]) -> bytes:
    return "".join(f"{row}\n" for row in rows).encode()


def _bent(rng: Random, row: str, values: dict[str, tuple[object, ...]]) -> str:
    found = json.loads(row)
    key = rng.choice(sorted(values))
    found[key] = rng.choice(values[key])
    if rng.random() < 0.1:
        del found[rng.choice(sorted(found))]
    return json.dumps(found)


def flip_bit(rng: Random, data: bytes, _: bytes) -> bytes:
    broken = bytearray(data)
    broken[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(broken)


def change_byte(rng: Random, data: bytes, _: bytes) -> bytes:
    place = rng.randrange(len(data))
    middle = rng.choice((b"", bytes([rng.randrange(256)]), data[place : place + 1] * 2))
    return data[:place] + middle + data[place + 1 :]


def change_digit(rng: Random, data: bytes, _: bytes) -> bytes:
    places = [n for n, byte in enumerate(data) if chr(byte).isdigit()]
    place = rng.choice(places or [0])
    return data[:place] + b"%d" % rng.randrange(10) + data[place + 1 :]


def change_header(rng: Random, data: bytes, _: bytes) -> bytes:
    rows = _rows(data)
    place = rng.choice([n for n, row in enumerate(rows) if '"magic"' in row])
    rows[place] = _bent(rng, rows[place], _HEADER_VALUES)
    return _text(rows)


def change_line(rng: Random, data: bytes, _: bytes) -> bytes:
    rows = _rows(data)
    place = rng.randrange(1, len(rows))
    rows[place] = _bent(rng, rows[place], _LINE_VALUES)
    return _text(rows)


def drop_line(rng: Random, data: bytes, _: bytes) -> bytes:
    rows = _rows(data)
    del rows[rng.randrange(len(rows))]
    return _text(rows)


def repeat_line(rng: Random, data: bytes, _: bytes) -> bytes:
    rows = _rows(data)
    rows.insert(rng.randrange(len(rows)), rng.choice(rows))
    return _text(rows)


def swap_lines(rng: Random, data: bytes, _: bytes) -> bytes:
    rows = _rows(data)
    one, other = rng.randrange(len(rows)), rng.randrange(len(rows))
    rows[one], rows[other] = rows[other], rows[one]
    return _text(rows)


def truncate(rng: Random, data: bytes, _: bytes) -> bytes:
    return data[: rng.randrange(len(data))]


def cut_lines(rng: Random, data: bytes, _: bytes) -> bytes:
    rows = _rows(data)
    return _text(rows[: rng.randrange(len(rows))])


def splice(rng: Random, data: bytes, other: bytes) -> bytes:
    rows, others = _rows(data), _rows(other)
    return _text(rows[: rng.randrange(len(rows))] + others[rng.randrange(len(others)) :])


def borrow_line(rng: Random, data: bytes, other: bytes) -> bytes:
    rows = _rows(data)
    rows[rng.randrange(1, len(rows))] = rng.choice(_rows(other))
    return _text(rows)


def add_order(rng: Random, data: bytes, _: bytes) -> bytes:
    rows = _rows(data)
    place = rng.randrange(1, len(rows))
    turn = json.loads(rows[place]).get("turn", 0)
    order = {
        "turn": turn,
        "seat": "aval",
        rng.choice(("order", "withdraw")): rng.choice(("export_tax", "royalty", "export_ban")),
        "target": rng.choice(("zinc.ore", "zinc")),
        "setting": [rng.choice((0, 500, 1_000, 10_000))],
    }
    rows.insert(place, json.dumps(order))
    return _text(rows)


def claim_digest(rng: Random, data: bytes, other: bytes) -> bytes:
    rows = _rows(data)
    seals = [n for n, row in enumerate(rows) if '"sealed"' in row]
    theirs = [row for row in _rows(other) if '"sealed"' in row]
    if not seals:  # a change before this one has taken them all
        return data
    place = rng.choice(seals)
    found = json.loads(rows[place])
    found[rng.choice(("sealed", "sheets"))] = json.loads(rng.choice(theirs))["sealed"]
    rows[place] = json.dumps(found)
    return _text(rows)


def put_bomb(rng: Random, data: bytes, _: bytes) -> bytes:
    bomb = rng.choice(_BOMBS)
    if rng.random() < 0.3:
        return bomb
    rows = data.split(b"\n")
    rows.insert(rng.randrange(len(rows)), bomb)
    return b"\n".join(rows)


def dress_up(rng: Random, data: bytes, _: bytes) -> bytes:
    """Change nothing that counts: line ends, spaces, a byte order mark, the order of games."""
    kind = rng.randrange(4)
    if kind == 0:
        return data.replace(b"\n", b"\r\n")
    if kind == 1:
        return b"\xef\xbb\xbf" + data
    if kind == 2:
        return data.rstrip(b"\n") + b" \n" * rng.randrange(3)
    first, mark, rest = data.partition(b'\n{"magic"')
    return (b'{"magic"' + rest + first + b"\n") if mark else data


CHANGES: tuple[Change, ...] = (
    flip_bit,
    change_byte,
    change_digit,
    change_header,
    change_line,
    drop_line,
    repeat_line,
    swap_lines,
    truncate,
    cut_lines,
    splice,
    borrow_line,
    add_order,
    claim_digest,
    put_bomb,
    dress_up,
)


def earned(found: Round, data: bytes) -> list[int]:
    """Return the score that the orders of an entry earn in each game, counted without a match.

    It believes every line and knows no digests: only orders, withdrawals, ends of turns.
    """
    level = level_of(found)
    mandate = next(x for x in level.mandates if x.id == found.mandate)
    others = {seat: player_for(player) for seat, player in found.others}
    sheets: dict[int, list[list[Order]]] = {seed: [] for seed in found.seeds}
    seed, draft = -1, list[Order]()
    for row in data.decode("utf-8-sig").splitlines():
        if not row.strip():
            continue
        line = json.loads(row)
        if "magic" in line:
            seed, draft = line["seed"], []
        elif "sealed" in line:
            sheets[seed].append(draft)
            draft = []
        elif "order" in line:
            order = Order(line["order"], line["target"], tuple(line["setting"]))
            same = [n for n, x in enumerate(draft) if x.lever == order.lever]
            same = [n for n in same if draft[n].target == order.target]
            if same:
                draft[same[0]] = order
            else:
                draft.append(order)
        elif "withdraw" in line:
            draft.remove(Order(line["withdraw"], line["target"], tuple(line["setting"])))
    scores = []
    for luck in found.seeds:
        world = open_world(level, luck)
        while not world.over:
            own = sheets[luck][world.turn] if world.turn < len(sheets[luck]) else []
            given = {found.seat: Sheet(found.seat, world.turn, tuple(own))}
            given |= sheets_of(others, world)
            world = resolve_turn(world, given, detail=False).world
        scores.append(score(world, found.seat, mandate).total)
    return scores


def attack(count: int, luck: int, found: Round) -> tuple[Counter[str], list[str]]:
    """Try hostile entries. Returns how each kind ended, and every entry that was misjudged."""
    rng = Random(luck)
    players = ("random", "status-quo", "greedy")
    games = found.games
    honest = [entry(found, n, *(players + players)[n : n + games]) for n in (1, 2, 3)]
    ends: Counter[str] = Counter()
    wrong: list[str] = []
    for _ in range(count):
        change = rng.choice(CHANGES)
        data, other = rng.sample(honest, 2)
        bent = change(rng, data, other)
        if change is not dress_up and rng.random() < 0.1:
            bent = rng.choice(CHANGES)(rng, bent, other) if _readable(bent) else bent
        verdict = checked(bent, found)
        ends[f"{change.__name__}: {verdict.code or 'counted'}"] += 1
        if verdict.ok and [game.score for game in verdict.games] != earned(found, bent):
            wrong.append(f"{change.__name__}: counted with a score that it did not earn: {bent!r}")
        if not verdict.ok and change is dress_up:
            wrong.append(f"an honest entry was refused: {verdict.code}: {bent!r}")
    return ends, wrong


def _readable(data: bytes) -> bool:
    """Whether the changes can be made once more: two rows at least, all of them objects."""
    try:
        rows = [json.loads(row) for row in data.decode().splitlines()]
    except (ValueError, RecursionError):
        return False
    return len(rows) > 2 and all(isinstance(row, dict) for row in rows) and "magic" in rows[0]


if __name__ == "__main__":
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    total: Counter[str] = Counter()
    for number in range(max(1, wanted // 10_000)):
        one = small_round(1, HELD) if number % 4 else small_round()
        ended, faults = attack(min(wanted, 10_000), 1_000 + number, one)
        total += ended
        for fault in faults:
            print(fault)
        print(f"{sum(total.values()):,} tried, {len(faults)} misjudged in the last 10,000")
    for name, times in sorted(total.items()):
        print(f"{times:8,}  {name}")
