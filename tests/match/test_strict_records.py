"""Lines of a record mean one thing to every reader; what they may not say stops reading."""

from dataclasses import replace

import pytest

from game.engine.record import (
    Header,
    RecordFault,
    Sealed,
    read_header,
    read_line,
    read_record,
    write_header,
    write_line,
)
from game.engine.strict_json import load_object
from game.match import verify
from game.match.chain import first_link
from game.players import player_for
from tests.match.test_replay import LEVEL, changed, checked
from tests.match.test_replay import full_text as full_text  # a fixture of that file

HEADER = Header(
    "a-level", "00", "aval", "guardian", 5, (("bora", "holder/1"),), "0.1.0", build="b",
    round="00ff", entrant=7,
)  # fmt: skip

MUST_ACCEPT = [
    "{}", ' { "a" : 1 } ', '{"a": -1}', '{"a": 0}', '{"a": [[], {}]}', '{"": 0}', '{"a": null}',
    '{"a": true, "b": false}', '{"\\u0061": 1}', '{"a": "\\n\\u0000\\u00e9\\\\\\/"}',
    '{"a": "\\ud834\\udd1e"}', '{"a": 999999999999999999}', '{"a": -999999999999999999}',
    '\t{"a": 1}\r', '{"a": "#//*"}', '{"long": "' + "x" * 3_000 + '"}', '{"a": {"a": {"a": 1}}}',
    '{"a":"\\u2028"}', '{"a": "\u00e9"}', '{"a": [1, "b", null, true]}',
]  # fmt: skip
MUST_REFUSE = [
    "", " ", "[]", "1", '"a"', "null", "true", "{", "}", "{]", '{"a"}', '{"a":}', '{"a" 1}',
    '{"a": 1,}', '{,"a": 1}', '{"a": 1 "b": 2}', "{'a': 1}", "{a: 1}", '{"a": 1}}', '{"a": 1}x',
    '{"a": 1} {"a": 1}', '{"a": 01}', '{"a": +1}', '{"a": 1.0}', '{"a": .5}', '{"a": 1.}',
    '{"a": 1e5}', '{"a": 1E400}', '{"a": -}', '{"a": -0}', '{"a": 0x1}', '{"a": 1_0}',
    '{"a": NaN}', '{"a": Infinity}', '{"a": -Infinity}', '{"a": nan}', '{"a": True}',
    '{"a": None}', '{"a": undefined}', '{"a": "b}', '{"a": "\t"}', '{"a": "\n"}', '{"a": "\\x"}',
    '{"a": "\\u12"}', '{"a": "\\uZZZZ"}', '{"a": \'b\'}', '{"a": [1,]}', '{"a": [1 2]}',
    '{"a": [}', '{"a": [1}', '{"a": 1, "a": 1}', '{"a": {"b": 1, "b": 2}}', '{"a": 1 /* c */}',
    '{"a": 1} // c', '\ufeff{"a": 1}', '{"a": 9999999999999999999}', '{"a": ' + "9" * 4_000 + "}",
    "[" * 3_000, '{"a":' * 1_000, '{"a": ' + "[" * 2_000 + "]" * 2_000 + "}", '{"a": \u0661}',
    "\x00", '{"a": "\x00"}', "\u00a0{}", '{"a": 1}\x0c', "\x0b{}",
]  # fmt: skip


@pytest.mark.parametrize("text", MUST_ACCEPT)
def test_json_that_means_one_thing_is_read(text: str) -> None:
    assert isinstance(load_object(text), dict)


@pytest.mark.parametrize("text", MUST_REFUSE)
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the reader promises no more than that
        load_object(text)


def test_a_header_reads_back_as_it_was_written() -> None:
    for header in (HEADER, replace(HEADER, build="", round="", entrant=0)):
        assert read_header(write_header(header)) == header


def test_an_optional_field_is_kept_and_stands_for_nothing() -> None:
    noted = replace(HEADER, optional=(("x-later", 3), ("x-note", "a word")))
    assert read_header(write_header(noted)) == noted
    assert first_link(noted) == first_link(HEADER)


def test_an_optional_field_changes_no_digest_of_a_game(full_text: str) -> None:
    noted = changed(full_text, 0, **{"x-note": "a word"})
    assert checked(noted) == checked(full_text)
    assert read_record(noted.encode()).header.optional == (("x-note", "a word"),)


@pytest.mark.parametrize(
    "extra", ['"score": 1', '"x_note": 1', '"note": "x-"', '"": 1', '"X-note": 1', '"deadline": 5']
)
def test_an_unknown_field_of_the_header_stops_reading(extra: str) -> None:
    with pytest.raises(RecordFault) as refused:
        read_header(write_header(HEADER)[:-1] + f", {extra}}}")
    assert refused.value.code == "unknown_field"


@pytest.mark.parametrize(
    "line",
    [
        '{"turn": 0, "sealed": "a", "score": 9}',
        '{"turn": 0, "sealed": "a", "order": "x"}',
        '{"turn": 0, "seat": "a", "order": "x", "target": "", "setting": [1], "x-note": 1}',
        '{"turn": 0, "seat": "a", "order": "x", "withdraw": "x", "target": "", "setting": [1]}',
        '{"turn": 0, "predict": "a", "direction": 1, "reason": "b", "right": true}',
        '{"turn": 0}',
    ],
)
def test_an_unknown_field_of_a_line_stops_reading(line: str) -> None:
    with pytest.raises(RecordFault) as refused:
        read_line(line, 5)
    assert (refused.value.code, refused.value.line) == ("unknown_field", 5)


@pytest.mark.parametrize("field", ["level", "seat", "mandate", "round"])
@pytest.mark.parametrize(
    "value", ["", "../x", "a/b", "a.yaml", "A", "a b", "a\u00e9", "x" * 41, "C:\\x", "con\x00"]
)
def test_an_id_can_name_no_file(full_text: str, field: str, value: str) -> None:
    with pytest.raises(RecordFault) as refused:
        checked(changed(full_text, 0, **{"entrant": 1, "round": "r", field: value}))
    assert (refused.value.code, refused.value.line) == ("malformed", 1)


@pytest.mark.parametrize("number", [0, -1, 1_000, 1.5, "1", None, True])
def test_a_number_in_a_round_is_from_1_to_999(full_text: str, number: object) -> None:
    with pytest.raises(RecordFault) as refused:
        checked(changed(full_text, 0, round="r", entrant=number))
    assert refused.value.code == "malformed"


def test_a_round_and_a_number_stand_together(full_text: str) -> None:
    for field, value in (("round", "r"), ("entrant", 1)):
        with pytest.raises(RecordFault):
            checked(changed(full_text, 0, **{field: value}))


def test_the_mark_of_the_neighbours_sheets_may_be_absent() -> None:
    for sealed in (Sealed(3, "00", "ff"), Sealed(3, "00")):
        assert read_line(write_line(sealed), 2) == sealed


def test_a_record_without_marks_verifies_to_the_same_game(full_text: str) -> None:
    record = read_record(full_text.encode())
    bare = tuple(
        replace(line, sheets="") if isinstance(line, Sealed) else line for line in record.lines
    )
    assert verify(LEVEL, replace(record, lines=bare), player_for) == checked(full_text)


def test_work_is_counted_and_bounded(full_text: str) -> None:
    whole = checked(full_text)
    record = read_record(full_text.encode())
    assert verify(LEVEL, record, player_for, whole.work) == whole
    short = verify(LEVEL, record, player_for, whole.work - 1)
    assert (short.ok, short.code, short.first_wrong_turn) == (
        False, "too_much_work", LEVEL.turns - 1,
    )  # fmt: skip


def test_a_byte_order_mark_and_blank_ends_belong_to_no_save() -> None:
    """Saves are ours and read strictly; entries come from mail and editors (game.classroom)."""
    with pytest.raises(RecordFault):
        read_record(b"\xef\xbb\xbf" + write_header(HEADER).encode() + b"\n")


@pytest.mark.parametrize("level", ["a-level", "a-level@fast", "a_level@net-zero"])
def test_a_level_is_named_alone_or_with_its_scenario(level: str) -> None:
    header = replace(HEADER, level=level)
    assert read_header(write_header(header)) == header


@pytest.mark.parametrize("level", ["", "@fast", "a@", "a@b@c", "../a@b", "a@B", "a@" + "b" * 41])
def test_other_names_of_a_level_are_refused(level: str) -> None:
    with pytest.raises(RecordFault, match="malformed"):
        read_header(write_header(replace(HEADER, level=level)))
