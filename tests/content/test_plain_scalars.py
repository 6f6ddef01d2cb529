"""Unquoted values: what is a number, what is text, what is refused, as the tables say."""

import re

import pytest

from game.content.file import scalars
from game.content.file.reader import examine_bytes
from game.content.file.scalars import MAX_DIGITS, Refusal, read_plain

ACCEPTED = [
    ("0", 0),
    ("7", 7),
    ("-350", -350),
    ("2014", 2014),
    ("9" * MAX_DIGITS, 10**MAX_DIGITS - 1),
    ("true", True),
    ("false", False),
    ("2014-01-12", "2014-01-12"),
    ("2024-02-29", "2024-02-29"),
    ("2014-01", "2014-01"),
    ("2009-13", "2009-13"),
    ("12.5 %", "12.5 %"),
    ("12.5%", "12.5%"),
    ("30.20 USD/t", "30.20 USD/t"),
    ("21 Mt", "21 Mt"),
    ("658 kt/year", "658 kt/year"),
    ("6.5 bn USD", "6.5 bn USD"),
    ("1.2.3", "1.2.3"),
    ("1/2", "1/2"),
    ("--5", "--5"),
    ("1 000", "1 000"),
    ("\uff11\uff12", "\uff11\uff12"),
    ("indonesia-nickel", "indonesia-nickel"),
    ("none", "none"),
    ("NaN", "NaN"),
    ("inf", "inf"),
    ("=", "="),
    ("e3", "e3"),
    (".", "."),
    ("Norway", "Norway"),
    ("yes please", "yes please"),
]

REFUSED = [
    ("", "null-value"),
    ("~", "null-value"),
    ("null", "null-value"),
    ("Null", "null-value"),
    ("NULL", "null-value"),
    ("no", "ambiguous-bool"),
    ("NO", "ambiguous-bool"),
    ("Yes", "ambiguous-bool"),
    ("on", "ambiguous-bool"),
    ("Off", "ambiguous-bool"),
    ("y", "ambiguous-bool"),
    ("N", "ambiguous-bool"),
    ("True", "ambiguous-bool"),
    ("FALSE", "ambiguous-bool"),
    ("1.10", "bare-decimal"),
    ("-0.5", "bare-decimal"),
    (".5", "bare-decimal"),
    ("2.", "bare-decimal"),
    ("1e3", "bare-decimal"),
    ("6.02E+23", "bare-decimal"),
    (".nan", "not-a-number"),
    (".NaN", "not-a-number"),
    (".inf", "not-a-number"),
    ("-.Inf", "not-a-number"),
    ("010", "leading-zero"),
    ("-007", "leading-zero"),
    ("00", "leading-zero"),
    ("+5", "plus-sign"),
    ("1_000", "digit-separator"),
    ("1,000", "digit-separator"),
    ("12,345,678", "digit-separator"),
    ("0x1F", "number-base"),
    ("0o17", "number-base"),
    ("0b101", "number-base"),
    ("1:30", "sexagesimal"),
    ("190:20:30", "sexagesimal"),
    ("1:30.5", "sexagesimal"),
    ("9" * (MAX_DIGITS + 1), "number-too-long"),
    ("7" * 5000, "number-too-long"),
    ("-" + "7" * 5000, "number-too-long"),
    ("2014-02-30", "bad-date"),
    ("2014-13-01", "bad-date"),
    ("0000-01-01", "bad-date"),
    ("2023-02-29", "bad-date"),
    ("2014-1-2", "timestamp"),
    ("2014-01-2", "timestamp"),
    ("2001-12-14t21:59:43.10-05:00", "timestamp"),
    ("2001-12-14 21:59:43", "timestamp"),
    ("-0", "negative-zero"),
]


@pytest.mark.parametrize(("text", "value"), ACCEPTED)
def test_accepted_scalar(text: str, value: object) -> None:
    read = read_plain(text)
    assert read == value
    assert type(read) is type(value)  # True is not taken for 1


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_refused_scalar(text: str, code: str) -> None:
    read = read_plain(text)
    assert isinstance(read, Refusal)
    assert read.code == code
    assert read.why
    assert read.remedy


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_refused_scalar_in_a_file_names_its_place(text: str, code: str) -> None:
    found = examine_bytes(f"first: 1\nsecond: {text}\n".encode(), "level.yaml")
    [problem] = found.problems
    assert (problem.code, problem.line) == (code, 2)
    assert problem.column == (len("second:") + 1 if not text else len("second: ") + 1)


@pytest.mark.parametrize("text", [text for text, _ in ACCEPTED + REFUSED])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_quoted_value_is_always_text(text: str, quote: str) -> None:
    found = examine_bytes(f"key: {quote}{text}{quote}\n".encode(), "level.yaml")
    assert not found.problems
    assert found.document is not None
    assert found.document.plain() == {"key": text}


@pytest.mark.parametrize("text", ["010", "1.10", "no", "on", "2014", "1_000", "0x1F", "true"])
def test_key_is_always_text(text: str) -> None:
    found = examine_bytes(f"{text}: 5\n".encode(), "level.yaml")
    assert not found.problems
    assert found.document is not None
    assert found.document.plain() == {text: 5}


@pytest.mark.parametrize(
    ("text", "advice"),
    [("1.10", "`1.10 %`"), ("010", "write 10,"), ("+5", "write 5,"), ("1,000", "`1000`")],
)
def test_remedy_shows_what_to_write(text: str, advice: str) -> None:
    read = read_plain(text)
    assert isinstance(read, Refusal)
    assert advice in read.remedy


def test_every_refusal_code_is_in_the_table_of_the_module() -> None:
    table = (scalars.__doc__ or "").split("| written | code | do this |")[1]
    documented = set(re.findall(r"^\|[^|]+\| ([a-z-]+) \|", table, re.MULTILINE))
    assert {code for _, code in REFUSED} == documented
