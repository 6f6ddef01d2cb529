"""Records played again: resumed, verified, and refused where they were changed."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.engine.orders import Sheet
from game.engine.record import Predicted, RecordFault, read_record
from game.engine.scoring import Score, score
from game.match import Match, MatchRefused, Replay, play_out, rebuild, resume, start, verify
from game.match.chain import first_link, next_link
from game.players import PLAYER_IDS, player_for
from tests.match.test_open_turn import new_match
from tests.worlds import BAN_ANNOUNCED, PARK, ROYALTY, TAX, quarterly_level, small_level

LEVEL = small_level()


def checked(text: str) -> Replay:
    return verify(LEVEL, read_record(text.encode()), player_for)


def all_lines(match: Match) -> str:
    """Return the record as it was written while playing, withdrawals too."""
    written: list[str] = match.record_text().splitlines()[:1]
    match_again = new_match()
    match_again.journal = written.append
    match_again.give(TAX)
    match_again.undo()
    match_again.redo()
    match_again.withdraw(TAX)
    match_again.give(BAN_ANNOUNCED)
    match_again.predict("ban-value", -1, "smelters")
    match_again.seal()
    match_again.give(PARK)
    match_again.seal()
    match_again.give(ROYALTY)
    return "\n".join([*written, ""])


@pytest.fixture(scope="module")
def full_text() -> str:
    return play_out(new_match(), player_for("random")).record_text()


@pytest.mark.parametrize("player", PLAYER_IDS)
def test_every_player_s_game_verifies(player: str) -> None:
    match = play_out(new_match(), player_for(player))
    found = checked(match.record_text())
    assert found.ok
    assert found.turns == LEVEL.turns
    assert found.first_wrong_turn is None
    assert found.score == match.score()
    assert found.digest == match.digest


def test_a_record_with_withdrawals_leads_to_the_digests_of_the_short_one() -> None:
    text = all_lines(new_match())
    record = read_record(text.encode())
    match = rebuild(LEVEL, record, player_for)
    assert checked(text).ok
    assert checked(match.record_text()).digest == checked(text).digest
    assert len(match.record_text()) < len(text)


def test_a_match_resumes_with_its_draft_and_undo_takes_the_last_order() -> None:
    text = all_lines(new_match())
    new_lines: list[str] = []
    match = resume(LEVEL, read_record(text.encode()), player_for, new_lines.append)
    assert match.turn == 2
    assert match.draft.orders == (ROYALTY,)
    assert [x.prediction for x in match.answers] == ["ban-value"]
    assert new_lines == []
    match.undo()
    assert match.draft.orders == ()
    assert len(new_lines) == 1


def test_save_and_resume_after_every_line_gives_the_same_digests(full_text: str) -> None:
    lines = full_text.splitlines()
    whole = rebuild(LEVEL, read_record(full_text.encode()), player_for)
    for count in range(1, len(lines) + 1):
        part = "\n".join([*lines[:count], ""])
        match = rebuild(LEVEL, read_record(part.encode()), player_for)
        assert match.digests == whole.digests[: match.turn]


def test_every_truncation_loads_to_a_prefix_or_is_refused() -> None:
    data = all_lines(new_match()).encode()
    whole = rebuild(LEVEL, read_record(data), player_for)
    header_end = data.index(b"\n")
    for size in range(header_end + 1):
        with pytest.raises(RecordFault) as refused:
            read_record(data[:size])
        assert refused.value.code == ("not_a_record" if size else "empty")
    for size in range(header_end + 1, len(data)):
        record = read_record(data[:size])
        assert record.torn is (data[size - 1 : size] != b"\n")
        assert list(record.lines) == whole.lines[: len(record.lines)]
        assert len(record.lines) == data[:size].count(b"\n") - 1


def test_a_flipped_bit_never_gives_another_game_that_passes_as_whole(full_text: str) -> None:
    """A flip is found, or does no harm: the digests stay (a space, an end cut off)."""
    data = full_text.encode()
    good = rebuild(LEVEL, read_record(data), player_for)
    for number in range(0, len(data) * 8, 211):
        broken = bytearray(data)
        broken[number // 8] ^= 1 << number % 8
        try:
            found = verify(LEVEL, read_record(bytes(broken)), player_for)
        except (RecordFault, MatchRefused):
            continue
        assert not found.ok or found.digest in good.digests


def changed(text: str, line_number: int, **fields: object) -> str:
    lines = text.splitlines()
    found = json.loads(lines[line_number])
    lines[line_number] = json.dumps({**found, **fields})
    return "\n".join([*lines, ""])


def first_line_with(text: str, word: str) -> int:
    return next(i for i, line in enumerate(text.splitlines()) if f'"{word}"' in line)


def test_a_wrong_digest_is_named_with_both_digests(full_text: str) -> None:
    lines = full_text.splitlines()
    seals = [i for i, line in enumerate(lines) if '"sealed"' in line]
    wrong = changed(full_text, seals[3], sealed="0" * 64)
    found = checked(wrong)
    assert (found.ok, found.first_wrong_turn, found.code) == (False, 3, "wrong_digest")
    assert found.expected == "0" * 64
    assert found.actual == json.loads(lines[seals[3]])["sealed"]
    good = rebuild(LEVEL, read_record(full_text.encode()), player_for)
    assert found.digest == good.digests[2]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"setting": [123_456]}, "illegal_order"),
        ({"order": "no_such_lever"}, "illegal_order"),
        ({"target": "nowhere"}, "illegal_order"),
        ({"seat": "bora"}, "wrong_seat"),
        ({"turn": 4}, "wrong_turn"),
        ({"turn": -1}, "wrong_turn"),
    ],
)
def test_a_changed_order_is_refused_at_its_turn(
    full_text: str, fields: dict[str, object], code: str
) -> None:
    place = first_line_with(full_text, "order")
    turn = json.loads(full_text.splitlines()[place])["turn"]
    found = checked(changed(full_text, place, **fields))
    assert (found.ok, found.first_wrong_turn, found.code) == (False, turn, code)


def test_another_legal_order_gives_another_digest() -> None:
    match = new_match()
    match.give(TAX)
    match.seal()
    text = match.record_text()
    found = checked(changed(text, 1, setting=[1_500]))
    assert (found.first_wrong_turn, found.code) == (0, "wrong_digest")


def test_a_changed_seed_mandate_or_program_gives_another_digest(full_text: str) -> None:
    for fields in ({"seed": 8}, {"mandate": "guardian"}, {"program": "9.9"}):
        found = checked(changed(full_text, 0, **fields))
        assert (found.ok, found.first_wrong_turn) == (False, 0)


def test_a_changed_neighbour_gives_other_sheets_and_digests(full_text: str) -> None:
    found = checked(changed(full_text, 0, others={"bora": "holder/1"}))
    assert not found.ok


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"level": "other"}, "other_level"),
        ({"level_digest": "00"}, "level_changed"),
        ({"seat": "nowhere"}, "unknown_seat"),
        ({"mandate": "none"}, "unknown_mandate"),
        ({"others": {"bora": "oracle/1"}}, "unknown_player"),
        ({"others": {"bora": "holder/99"}}, "unknown_player"),
        ({"others": {}}, "other_seats"),
    ],
)
def test_a_header_that_does_not_fit_is_refused(
    full_text: str, fields: dict[str, object], code: str
) -> None:
    with pytest.raises(MatchRefused) as refused:
        checked(changed(full_text, 0, **fields))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("fields", "code"),
    [({"rules": 99}, "other_rules"), ({"format": 2}, "other_format"),
     ({"magic": "x"}, "not_a_record"), ({"seed": "1"}, "malformed"),
     ({"others": {"bora": 1}}, "malformed"),
     ({"program": "a\u0007b"}, "malformed")],
)  # fmt: skip
def test_a_header_that_cannot_be_read_is_refused(
    full_text: str, fields: dict[str, object], code: str
) -> None:
    with pytest.raises(RecordFault) as refused:
        checked(changed(full_text, 0, **fields))
    assert (refused.value.code, refused.value.line) == (code, 1)


def test_lines_after_the_end_are_refused(full_text: str) -> None:
    last = full_text.splitlines()[-1]
    found = checked(full_text + last + "\n")
    assert (found.ok, found.code) == (False, "wrong_turn")


def test_swapped_turns_are_refused(full_text: str) -> None:
    lines = full_text.splitlines()
    seals = [i for i, line in enumerate(lines) if '"sealed"' in line]
    lines[seals[0]], lines[seals[1]] = lines[seals[1]], lines[seals[0]]
    assert checked("\n".join([*lines, ""])).first_wrong_turn == 0


def test_a_withdrawal_of_nothing_is_refused() -> None:
    match = new_match()
    match.give(TAX)
    match.withdraw(TAX)
    lines = [match.record_text().splitlines()[0], *all_lines(new_match()).splitlines()[2:]]
    found = checked("\n".join([*lines, ""]))
    assert (found.first_wrong_turn, found.code) == (0, "not_on_sheet")


def test_another_level_of_the_same_figures_is_another_level(full_text: str) -> None:
    with pytest.raises(MatchRefused):
        verify(quarterly_level(), read_record(full_text.encode()), player_for)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_record_or_a_fault(data: bytes) -> None:
    with pytest.raises(RecordFault):
        read_record(data)


@pytest.mark.parametrize(
    "line",
    [b"[]", b"1", b"null", b"{}", b'{"turn": NaN, "sealed": "a"}', b"[" * 3_000,
     b'{"turn": 0, "turn": 1, "sealed": "a"}', b'{"turn": 1e400, "sealed": "a"}',
     b'{"turn": true, "sealed": "a"}', b'{"turn": 0}', b'{"turn": 0, "sealed": 5}',
     b'{"turn": 0, "seat": "aval", "order": "x", "target": "", "setting": [1.5]}',
     b'{"turn": 0, "seat": "\\ud800", "order": "x", "target": "", "setting": [1]}', b"",
     b'{"turn": ' + b"9" * 5_000 + b"}", b"\xff"],
)  # fmt: skip
def test_hostile_lines_are_faults_in_their_line(full_text: str, line: bytes) -> None:
    header = full_text.splitlines()[0].encode()
    with pytest.raises(RecordFault) as refused:
        read_record(header + b"\n" + line + b"\n")
    assert refused.value.line == 2


def test_a_record_that_is_too_large_is_refused_before_it_is_read() -> None:
    with pytest.raises(RecordFault) as refused:
        read_record(b"x" * 300_000)
    assert refused.value.code == "too_large"


def test_line_ends_of_another_system_change_nothing(full_text: str) -> None:
    assert checked(full_text.replace("\n", "\r\n")) == checked(full_text)


edits = st.lists(
    st.tuples(st.sampled_from(["drop", "twice", "swap"]), st.integers(1, 60), st.integers(1, 60)),
    min_size=1,
    max_size=3,
)


@settings(max_examples=150, deadline=None)
@given(edits)
def test_cut_and_pasted_lines_never_pass_as_another_game(
    full_text: str, changes: list[tuple[str, int, int]]
) -> None:
    """What passes is the game itself or its beginning; the score told is that of the good part."""
    good = rebuild(LEVEL, read_record(full_text.encode()), player_for)
    lines = full_text.splitlines()
    for kind, one, other in changes:
        first, second = 1 + one % (len(lines) - 1), 1 + other % (len(lines) - 1)
        if kind == "drop":
            del lines[first]
        elif kind == "twice":
            lines.insert(second, lines[first])
        else:
            lines[first], lines[second] = lines[second], lines[first]
    found = checked("\n".join([*lines, ""]))
    reached = [first_link(good.header), *good.digests].index(found.digest)
    assert found.score == score_at(good, reached)
    assert found.ok or found.first_wrong_turn == reached


def score_at(match: Match, turn: int) -> Score:
    return score(match.worlds[turn], match.seat, match.mandate)


def test_a_changed_prediction_gives_another_digest() -> None:
    match = new_match()
    match.predict("ban-value", -1, "smelters")
    match.seal()
    text = match.record_text()
    assert checked(text).ok
    for fields in ({"direction": 1}, {"reason": "buyers"}):
        found = checked(changed(text, 1, **fields))
        assert (found.first_wrong_turn, found.code) == (0, "wrong_digest")


def test_a_digest_stands_for_the_orders_of_every_seat_and_what_came_before() -> None:
    """Even where the world is the same."""
    world = new_match().world
    held = {"aval": Sheet("aval", 0), "bora": Sheet("bora", 0)}
    links = {
        next_link("00", held, (), world),
        next_link("01", held, (), world),
        next_link("00", {**held, "bora": Sheet("bora", 0, (TAX,))}, (), world),
        next_link("00", {**held, "aval": Sheet("aval", 0, (TAX,))}, (), world),
        next_link("00", held, (Predicted(0, "x", 1, "y"),), world),
    }
    assert len(links) == 5
    turned = dict(reversed(list(held.items())))
    assert next_link("00", turned, (), world) in links


def test_neighbours_have_luck_of_their_own_from_the_seed() -> None:
    sheets = set()
    for seed in range(6):
        others = {"bora": player_for("random")}
        match = start(LEVEL, "aval", "guardian", seed, others, program="0.1.0")
        match.seal()
        sheets.add(match.sheets[0]["bora"])
        assert checked(match.record_text()).ok
    assert len(sheets) > 3
