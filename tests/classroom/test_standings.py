"""The table: a pure function of round and records, with published tie-breaks and no shaming."""

import csv
import io
import random
import re
from dataclasses import replace

import pytest

from game.classroom.copies import likenesses
from game.classroom.receipts import ReceiptsChanged, mark_of, read_receipts, write_receipts
from game.classroom.references import REFERENCE_PLAYERS, Reference, reference
from game.classroom.standings import Standings, standings
from game.classroom.table_csv import safe_cell, table_csv
from game.classroom.table_page import _points, table_page
from game.classroom.verifying import Verdict
from game.engine.orders import Order
from game.players import player_for
from game.text.catalogue import Catalogue
from tests.classroom.class_rounds import (
    LEVEL,
    checked,
    entry,
    honest,
    played,
    round_match,
    small_round,
    with_orders,
)
from tests.worlds import PARK, ROYALTY, TAX

FOUND = small_round()
REFERENCES = [
    reference(LEVEL, FOUND, player, game, player_for)
    for player in REFERENCE_PLAYERS
    for game in (1, 2)
]


def table_of(*entries: bytes) -> Standings:
    received = [(mark_of(data), checked(data)) for data in entries]
    return standings(FOUND, LEVEL.turns, received, REFERENCES)


def page_of(table: Standings, **asked: bool) -> str:
    return table_page(table, Catalogue(), "Zinc", ["A rule."], ["a"] * 6, **asked)


def four() -> list[bytes]:
    return [
        honest(1, "random", "random"),
        honest(2, "status-quo", "random"),
        honest(3, "random", "status-quo"),
        honest(4, "greedy", "greedy"),
    ]


def test_the_same_files_give_the_same_bytes() -> None:
    one, other = table_of(*four()), table_of(*four())
    assert table_csv(one) == table_csv(other)
    assert page_of(one) == page_of(other)


def test_the_order_of_arrival_moves_nobody_without_a_tie() -> None:
    ranks = [(row.number, row.above) for row in table_of(*four()).rows]
    assert len({above for _, above in ranks}) == 4
    for luck in range(5):
        shuffled = four()
        random.Random(luck).shuffle(shuffled)
        assert [(row.number, row.above) for row in table_of(*shuffled).rows] == ranks


def test_a_full_tie_goes_to_the_file_received_first() -> None:
    same = [honest(number, "status-quo", "status-quo") for number in (3, 1, 2)]
    table = table_of(*same)
    assert [row.number for row in table.rows] == [3, 1, 2]
    assert [row.rank for row in table.rows] == [1, 2, 3]


def with_scores(number: int, scores: tuple[int, int], parts: tuple[int, ...]) -> Verdict:
    """Return a verdict whose games have these scores and parts."""
    verdict = checked(honest(number))
    games = tuple(
        replace(game, score=score, parts=parts)
        for game, score in zip(verdict.games, scores, strict=True)
    )
    return replace(verdict, games=games, score=sum(scores) // 2)


def test_ties_are_broken_as_published() -> None:
    """First the mean, then the worst game, then the lowest part, then who came first."""
    even = [Reference(player, game, 3_000) for player in REFERENCE_PLAYERS for game in (1, 2)]
    flat, lopsided = (5_000,) * 6, (9_000,) * 5 + (1_000,)
    received = [
        ("a", with_scores(1, (4_000, 6_000), flat)),
        ("b", with_scores(2, (5_000, 5_000), lopsided)),
        ("c", with_scores(3, (5_000, 5_000), flat)),
        ("d", with_scores(4, (5_000, 5_000), flat)),
        ("e", with_scores(5, (3_000, 9_000), lopsided)),
    ]
    table = standings(FOUND, LEVEL.turns, received, even)
    assert [row.number for row in table.rows] == [5, 3, 4, 2, 1]


def test_scores_are_set_beside_what_reference_players_reach_with_the_same_luck() -> None:
    table = table_of(honest(1, "status-quo", "greedy"))
    row = table.rows[0]
    means = [
        sum(x.score for x in REFERENCES if x.game == game) // len(REFERENCE_PLAYERS)
        for game in (1, 2)
    ]
    assert row.scores[0] == next(
        x.score for x in REFERENCES if (x.player, x.game) == ("status-quo", 1)
    )
    assert row.above == sum(s - m for s, m in zip(row.scores, means, strict=True)) // 2
    assert row.worst == min(s - m for s, m in zip(row.scores, means, strict=True))


def test_a_reference_is_played_from_the_seat_and_luck_of_the_round() -> None:
    match = played(FOUND, 1, 2, "status-quo")
    expected = Reference("status-quo", 2, match.score().total)
    assert reference(LEVEL, FOUND, "status-quo", 2, player_for) == expected


def test_the_first_file_of_a_number_counts_and_a_refused_one_does_not() -> None:
    bad = honest(1)[:-30]
    first, later = honest(1), honest(1, "greedy", "greedy")
    table = table_of(bad, first, later, first.replace(b"\n", b"\r\n"))
    assert [(row.number, row.received) for row in table.rows] == [(1, 2)]
    assert table.rows[0].scores == tuple(game.score for game in checked(first).games)
    assert [(x.received, x.again, x.verdict.ok) for x in table.refused] == [
        (1, False, False),
        (3, False, True),
        (4, True, True),
    ]


def test_a_game_left_early_is_played_on_without_orders() -> None:
    match = round_match(FOUND, 1, 1)
    match.give(TAX)
    match.seal()
    match.give(PARK)  # not ended: does not count
    verdict = checked(match.record_text().encode())
    whole = with_orders(FOUND, 1, lambda each: [TAX] if each.turn == 0 else [])
    assert [game.turns for game in verdict.games] == [1, 0]
    assert verdict.games[0].score == whole.score().total
    assert verdict.games[1].score == with_orders(FOUND, 1, lambda _: [], 2).score().total
    assert table_of(match.record_text().encode()).rows[0].unplayed == 2 * LEVEL.turns - 1


# ---- copies -------------------------------------------------------------------------------------


def orders_entry(number: int, plan: dict[int, list[Order]]) -> Verdict:
    match = with_orders(FOUND, number, lambda each: plan.get(each.turn, []))
    return checked(match.record_text().encode())


def steps(turn: int) -> list[Order]:
    return [Order("inspection", "", ((turn % 3 + 1) * 10_000_000,))]


PLAN = {0: [TAX, ROYALTY], 1: steps(0), 2: steps(1), 3: steps(2), 4: steps(0), 5: steps(1)}


def test_an_exact_copy_is_told() -> None:
    pairs = likenesses([orders_entry(1, PLAN), orders_entry(2, PLAN)])
    assert [(x.first, x.second, x.game, x.share) for x in pairs] == [(1, 2, 1, 10_000)]


def test_a_copy_with_shuffled_lines_is_told() -> None:
    pairs = likenesses([orders_entry(1, PLAN), orders_entry(2, PLAN | {0: [ROYALTY, TAX]})])
    assert [(x.first, x.second, x.moved) for x in pairs] == [(1, 2, False)]


def test_a_copy_with_every_order_a_turn_later_is_told() -> None:
    eight = [(number // 2, Order("inspection", "", (number,))) for number in range(8)]
    one, other = (
        replace(
            checked(honest(number)),
            games=(replace(checked(honest(number)).games[0], orders=tuple(orders)),),
        )
        for number, orders in ((1, eight), (2, [(turn + 1, order) for turn, order in eight]))
    )
    assert [(x.first, x.second, x.moved) for x in likenesses([one, other])] == [(1, 2, True)]


def test_different_games_and_empty_ones_are_not_told() -> None:
    other = {turn: steps(turn + 1) for turn in range(6)}
    assert likenesses([orders_entry(1, PLAN), orders_entry(2, other)]) == ()
    held = [checked(entry(FOUND, number, "status-quo")) for number in (1, 2)]
    assert not held[0].games[0].orders
    assert likenesses(held) == ()


def test_a_copy_stays_in_the_table_and_off_the_page() -> None:
    table = table_of(honest(1), honest(2))
    assert [row.alike for row in table.rows] == [(2,), (1,)]
    assert {row.number for row in table.rows} == {1, 2}
    assert "same_orders_as" in table_csv(table)
    assert "same orders" not in page_of(table)


# ---- what is written ----------------------------------------------------------------------------


def test_the_page_names_the_upper_half_unless_asked() -> None:
    table = table_of(*four())
    page, full = page_of(table), page_of(table, all_names=True)
    shown = [row.name in page for row in table.rows]
    assert shown == [True, True, False, False]
    assert all(row.name in full for row in table.rows)


def test_the_page_needs_nothing_else_and_runs_nothing() -> None:
    page = page_of(table_of(*four()))
    assert not re.search(r"<script|https?:|src=|@import|url\(", page)
    assert "default-src 'none'" in page


def test_points_are_rounded_to_tenths() -> None:
    said = [_points(x, signed=True) for x in (895, 894, -895, -4, 0, 10_000)]
    assert said == ["+9.0", "+8.9", "−9.0", "+0.0", "+0.0", "+100.0"]


def test_hostile_words_are_shown_as_words() -> None:
    bad = "<script>alert(1)</script>\"'&"
    page = table_page(table_of(honest(1)), Catalogue(), bad, [bad], [bad] * 6)
    assert "<script" not in page
    assert page.count("&lt;script&gt;") == 9


def test_the_csv_holds_every_file_once_and_no_formula() -> None:
    bad = honest(5)[:-30]
    table = table_of(*four(), bad)
    rows = list(csv.DictReader(io.StringIO(table_csv(table))))
    assert len(rows) == 4 + len(REFERENCE_PLAYERS) + 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert None not in rows[0]
    assert rows[-1]["counts"] == "no: malformed"
    assert rows[-1]["file"] == mark_of(bad)
    for cell in ("=1+1", "+1", "-1+2", "@a", "\tx", "\rx", "-", "=HYPERLINK(1)"):
        assert safe_cell(cell) == f"'{cell}"


def test_the_page_shows_what_is_needed_to_check_the_luck() -> None:
    page = page_of(table_of(honest(1)))
    assert FOUND.luck_hash in page
    assert FOUND.luck in page
    assert all(str(seed) in page for seed in FOUND.seeds)


# ---- the list of files received -----------------------------------------------------------------


def test_receipts_grow_and_never_change() -> None:
    marks = ["a" * 16, "b" * 16, "c" * 16]
    text = write_receipts(marks, FOUND.id)
    assert read_receipts(text, FOUND.id) == tuple(marks)
    assert text.startswith(write_receipts(marks[:2], FOUND.id))


@pytest.mark.parametrize("place", range(3))
def test_a_changed_list_of_files_received_is_told(place: int) -> None:
    rows = write_receipts(["a" * 16, "b" * 16, "c" * 16], FOUND.id).splitlines()
    bent = rows.copy()
    bent[place] = bent[place].replace('"file": "', '"file": "0')
    swapped = rows[1:] + rows[:1]
    for text in (bent, swapped, rows[1:], [*rows, "x"]):
        with pytest.raises(ReceiptsChanged):
            read_receipts("\n".join(text), FOUND.id)
    with pytest.raises(ReceiptsChanged):
        read_receipts("\n".join(rows), "another")
