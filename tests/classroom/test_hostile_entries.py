"""Ten thousand entries changed on purpose: none counts for more than its orders earn."""

from pathlib import Path

import pytest

from game.classroom.faults import ENTRY_CODES
from game.cli.classroom import sentence_of
from game.engine.orders import Order
from game.engine.record import RULES_VERSION
from game.engine.view import SeatView
from game.match.chain import next_link, sheets_mark
from tests.classroom.class_rounds import (
    HELD,
    changed,
    checked,
    entry,
    honest,
    played,
    round_match,
    small_round,
    with_orders,
)
from tests.classroom.hostile import CHANGES, attack, earned
from tests.worlds import BAN_NOW, PARK, TAX

QUICK, FULL = 9_600, 400
PARTS = 4


@pytest.mark.parametrize("part", range(PARTS))
def test_no_changed_entry_counts_for_more_than_its_orders_earn(part: int) -> None:
    ends, wrong = attack(QUICK // PARTS, part, small_round(1, HELD))
    more, wrong_too = attack(FULL // PARTS, 10 + part, small_round())
    assert wrong + wrong_too == []
    assert sum((ends + more).values()) == (QUICK + FULL) // PARTS
    for change in CHANGES:  # each kind was tried, and none is always let pass
        codes = [key for key in ends + more if key.startswith(f"{change.__name__}:")]
        assert codes
        assert change.__name__ == "dress_up" or any("counted" not in key for key in codes)


def test_the_count_of_what_orders_earn_agrees_with_honest_games() -> None:
    data = honest(2)
    assert [game.score for game in checked(data).games] == earned(small_round(), data)
    other = changed(data, '"setting": [', '"setting": [')
    assert earned(small_round(), other) == earned(small_round(), data)


class Passive:
    """A neighbour that never acts, in a game whose header names one that does."""

    id = "open_trader/1"

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        return ()


class Eager(Passive):
    """A neighbour that closes its own port at once, to somebody else's gain."""

    def choose(self, seen: SeatView, luck: int) -> tuple[Order, ...]:
        return (BAN_NOW,) if seen.turn == 0 else ()


def test_a_game_with_other_neighbours_is_refused_at_the_turn_in_which_they_differ() -> None:
    """Every digest is right for what the file says; only the neighbour was bent."""
    match = round_match(small_round(), 1, 1, bora=Eager())
    while not match.over:
        match.seal()
    verdict = checked(match.record_text().encode())
    assert (verdict.code, verdict.game, verdict.turn) == ("other_sheets", 1, 1)


def test_a_game_with_bent_neighbours_is_refused_without_their_mark_too() -> None:
    match = round_match(small_round(), 1, 1, bora=Eager())
    while not match.over:
        match.seal()
    text = match.record_text()
    for sheets in match.sheets:
        text = text.replace(f', "sheets": "{sheets_mark(sheets, match.seat)}"', "")
    assert "sheets" not in text
    verdict = checked(text.encode())
    assert (verdict.code, verdict.turn) == ("wrong_digest", 1)


def test_neighbours_that_hold_where_they_would_act_are_refused() -> None:
    found = small_round()
    fair = played(found, 1, 1, "status-quo")
    first = next(turn for turn, sheets in enumerate(fair.sheets) if sheets["bora"].orders)
    match = round_match(found, 1, 1, bora=Passive())
    while not match.over:
        match.seal()
    verdict = checked(match.record_text().encode())
    assert (verdict.code, verdict.turn) == ("other_sheets", first + 1)


def test_orders_that_were_never_allowed_are_refused_even_with_fitting_digests() -> None:
    """The forger seals by himself: the digest stands for sheet and world as he says."""
    match = round_match(small_round(), 1, 1)
    match.seal()
    honest_text = match.record_text().splitlines()
    forged = '{"turn": 0, "seat": "aval", "order": "export_tax", "target": "zinc.ore"'
    forged += ', "setting": [777]}'
    text = "\n".join([honest_text[0], forged, honest_text[1], ""])
    verdict = checked(text.encode())
    assert (verdict.code, verdict.turn, verdict.detail) == ("illegal_order", 1, "off grid")


def test_a_changed_order_with_fitting_digests_is_another_game_and_earns_its_own_score() -> None:
    found = small_round()
    one = with_orders(found, 1, lambda match: [TAX] if match.turn == 0 else [])
    other = with_orders(found, 1, lambda match: [PARK] if match.turn == 0 else [])
    mixed = one.record_text().replace("export_tax", "royalty")
    assert checked(mixed.encode()).code in ("wrong_digest", "illegal_order")
    scores = [checked(match.record_text().encode()).games[0].score for match in (one, other)]
    assert scores == [one.score().total, other.score().total]
    assert scores[0] != scores[1]


def test_a_digest_made_up_for_a_better_world_is_refused() -> None:
    match = round_match(small_round(), 1, 1)
    match.seal()
    better = with_orders(small_round(), 1, lambda each: [BAN_NOW] if each.turn == 0 else [])
    lie = next_link("0" * 64, match.sheets[0], (), better.world)
    text = match.record_text().replace(match.digest, lie)
    verdict = checked(text.encode())
    assert (verdict.code, verdict.turn, verdict.expected) == ("wrong_digest", 1, lie)
    assert verdict.actual == match.digest


def refusals() -> dict[str, bytes]:
    """Return an entry for every code that the contents of a file can lead to."""
    data = honest()
    lines = data.decode().splitlines()
    header, first = lines[0], lines[1]
    found = small_round()
    other = small_round(luck="f" * 32)
    order = '{"turn": 0, "seat": "aval", "order": "park", "target": "north", "setting": [1]}'
    seal = next(line for line in lines if "sealed" in line)
    back = order.replace("order", "withdraw")
    tax = '{"turn": 0, "seat": "aval", "order": "export_tax", "target": "zinc.ore", "setting": '
    royalty = tax.replace("export_tax", "royalty").replace("zinc.ore", "zinc")
    drafted = [f"{tax}[1000]}}", f"{royalty}[1000]}}"]
    floods = [order.replace("[1]", "[50000000]"), back.replace("[1]", "[50000000]")] * 900
    return {
        "empty": b"\n",
        "too_large": b"x" * 300_000,
        "not_text": data.replace(b"aval", b"av\xffl", 1),
        "not_a_record": b"hello\n",
        "other_format": changed(data, '"format": 1', '"format": 2'),
        "other_rules": changed(data, f'"rules": {RULES_VERSION}', '"rules": 99'),
        "malformed": changed(data, '"turn": 0', '"turn": zero'),
        "unknown_field": changed(data, '"turn": 0', '"score": 9, "turn": 0'),
        "too_long": (header + "\n" + " " * 5_000 + first + "\n").encode(),
        "no_round": round_free(found),
        "other_round": entry(other, 1, "status-quo"),
        "other_setup": changed(data, '"mandate": "industrialiser"', '"mandate": "guardian"'),
        "no_such_number": data.replace(b'"entrant": 1', b'"entrant": 10'),
        "two_numbers": changed(data, '"entrant": 1', '"entrant": 2'),
        "other_luck": changed(data, f'"seed": {found.seeds[0]}', '"seed": 5'),
        "same_game_twice": entry(found, 1, "random") * 2,
        "too_many_games": data + entry(found, 1, "random"),
        "nothing_played": header.encode(),
        "wrong_turn": "\n".join([header, seal.replace('"turn": 0', '"turn": 3')]).encode(),
        "wrong_seat": "\n".join([header, order.replace("aval", "bora"), seal]).encode(),
        "illegal_order": "\n".join([header, order, seal]).encode(),
        "not_on_sheet": "\n".join([header, back, seal]).encode(),
        "too_much_work": "\n".join([header, *drafted, *floods, seal]).encode(),
    }


def round_free(found: object) -> bytes:
    text = honest().decode()
    return text.replace(f', "round": "{small_round().id}", "entrant": 1', "").encode()


@pytest.mark.parametrize("code", refusals())
def test_every_refusal_is_one_sentence_with_its_code(code: str) -> None:
    verdict = checked(refusals()[code])
    assert verdict.code == code
    assert verdict.code in ENTRY_CODES
    said = sentence_of(verdict)
    assert "\n" not in said
    assert said.endswith(".")
    assert "{" not in said


def test_text_of_a_hostile_file_never_reaches_the_screen_raw(tmp_path: Path) -> None:
    for data in refusals().values():
        assert sentence_of(checked(data)).isprintable()
