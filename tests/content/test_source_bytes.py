"""Bytes before meaning: size, kind of file, encoding, dangerous characters."""

import codecs
import hashlib
import os
import unicodedata
from pathlib import Path

import pytest

from game.content.faults import LevelError, Problem
from game.content.file import source
from game.content.file.reader import (
    examine_bytes,
    examine_document,
    read_document,
    read_document_bytes,
)
from game.content.file.source import MAX_BYTES

TEXT = 'title: Gruß aus Đà Nẵng\nplaces:\n  - "Côte d\'Ivoire"\n  - 东盟\nturns: 16\n'
DATA = {"title": "Gruß aus Đà Nẵng", "places": ["Côte d'Ivoire", "东盟"], "turns": 16}


def the_problem(data: bytes) -> Problem:
    [problem] = examine_bytes(data, "level.yaml").problems
    return problem


def in_nfd(text: str) -> str:
    changed = unicodedata.normalize("NFD", text)
    assert changed != text
    return changed


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.replace("\n", "\r\n").encode(),
        codecs.BOM_UTF8 + TEXT.replace("\n", "\r\n").encode(),
        TEXT.replace("\n", "\r\n", 2).encode(),
        in_nfd(TEXT).encode(),
        codecs.BOM_UTF8 + in_nfd(TEXT).replace("\n", "\r\n").encode(),
        TEXT.rstrip("\n").encode(),
    ],
    ids=["utf-8", "bom", "crlf", "bom-crlf", "mixed-ends", "nfd", "nfd-bom-crlf", "no-last-end"],
)
def test_accepted_forms_mean_the_same(data: bytes) -> None:
    document = read_document_bytes(data, "level.yaml")
    assert document.plain() == DATA
    assert list(document.plain()) == list(DATA)
    assert document.positions().locate(("turns",)).line == 5
    assert document.sha256 == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize(
    "encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"]
)
def test_wide_encodings_are_named(encoding: str) -> None:
    problem = the_problem(TEXT.encode(encoding))
    assert problem.code == "encoding"
    assert "UTF-16" in problem.what or "UTF-32" in problem.what
    assert "byte 0" in problem.what
    assert "UTF-8" in problem.remedy


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_single_byte_encodings_are_refused_at_the_byte(encoding: str) -> None:
    text = "a: 1\ntitle: Gruß\n"
    problem = the_problem(text.encode(encoding))
    assert problem.code == "encoding"
    assert "byte 15 (0xDF)" in problem.what
    assert (problem.line, problem.column) == (2, 11)


def test_byte_offset_counts_the_mark_and_wide_letters() -> None:
    start = codecs.BOM_UTF8 + "é: ".encode()
    problem = the_problem(start + b"\xff\n")
    assert f"byte {len(start)} (0xFF)" in problem.what
    assert problem.column == 4


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (b"\x00", "control-character"),
        (b"\x1b", "control-character"),
        (b"\x7f", "control-character"),
        ("\x85".encode(), "control-character"),
        ("\u2028".encode(), "control-character"),
        ("\ufeff".encode(), "control-character"),
        ("\ufffe".encode(), "control-character"),
        ("\U0001fffe".encode(), "control-character"),
        ("\U000e0041".encode(), "control-character"),
        ("\u202e".encode(), "bidi-character"),
        ("\u2066".encode(), "bidi-character"),
        ("\u200f".encode(), "bidi-character"),
        (b"\r", "lone-carriage-return"),
        (b"\xed\xa0\x80", "encoding"),
        (b"\xc0\x80", "encoding"),
        (b"\xf4\x90\x80\x80", "encoding"),
    ],
)
@pytest.mark.parametrize("before", [b"a: 1\ntitle: ", b"a: 1\n# note "])
def test_bad_bytes_are_refused_with_offset(before: bytes, bad: bytes, code: str) -> None:
    problem = the_problem(before + bad + b"x\n")
    assert problem.code == code
    assert f"byte {len(before)} " in problem.what
    assert (problem.line, problem.column) == (2, len(before) - len(b"a: 1\n") + 1)


@pytest.mark.parametrize(
    ("escape", "code"),
    [
        ("\\0", "control-character"),
        ("\\t", "control-character"),
        ("\\r", "lone-carriage-return"),
        ("\\e", "control-character"),
        ("\\N", "control-character"),
        ("\\L", "control-character"),
        ("\\u202E", "bidi-character"),
    ],
)
def test_escapes_are_no_way_around(escape: str, code: str) -> None:
    problem = the_problem(f'a: "x{escape}x"\n'.encode())
    assert (problem.code, problem.column) == (code, 4)
    assert the_problem(f'"x{escape}x": 1\n'.encode()).code == code


def test_line_feeds_are_allowed_in_texts_and_not_in_keys() -> None:
    assert read_document_bytes(b'a: "x\\ny"\n', "l").plain() == {"a": "x\ny"}
    assert the_problem(b'"x\\ny": 1\n').code == "control-character"


def test_zero_width_space_is_allowed_in_texts_and_not_in_keys() -> None:
    assert read_document_bytes("a: x\u200by\n".encode(), "l").plain() == {"a": "x\u200by"}
    assert the_problem("x\u200by: 1\n".encode()).code == "control-character"


def test_many_bad_characters_give_a_short_list() -> None:
    problems = examine_bytes(b"a: " + b"\x01" * 5000, "level.yaml").problems
    assert len(problems) == source.MAX_CHARACTER_FAULTS


def test_tab_indents_are_all_named() -> None:
    problems = examine_bytes(b"a:\n\tb: 1\n  \tc: 2\nd: 1\t# fine\n", "level.yaml").problems
    assert [(p.code, p.line, p.column) for p in problems] == [
        ("tab-indent", 2, 1),
        ("tab-indent", 3, 3),
    ]


def padded(size: int) -> bytes:
    start = b"title: long\n"
    comment = b"#" * 99 + b"\n"
    body = start + comment * ((size - len(start)) // len(comment))
    return body + b"#" * (size - len(body))


@pytest.mark.parametrize(("extra", "accepted"), [(-1, True), (0, True), (1, False)])
def test_size_boundary(tmp_path: Path, extra: int, accepted: bool) -> None:
    path = tmp_path / "level.yaml"
    path.write_bytes(padded(MAX_BYTES + extra))
    assert path.stat().st_size == MAX_BYTES + extra
    if accepted:
        assert read_document(path).plain() == {"title": "long"}
    else:
        with pytest.raises(LevelError, match="file-too-large"):
            read_document(path)


def test_bytes_in_memory_have_the_same_limit() -> None:
    assert the_problem(padded(MAX_BYTES + 1)).code == "file-too-large"


def test_huge_sparse_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "level.yaml"
    with path.open("wb") as stream:
        stream.truncate(4 * 1024**3)

    def opened(*_: object, **__: object) -> None:
        raise AssertionError("a file above the limit must not be opened")

    monkeypatch.setattr(Path, "open", opened)
    [problem] = examine_document(path).problems
    assert problem.code == "file-too-large"
    assert "4,294,967,296" in problem.what


def test_file_that_grows_after_measuring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "level.yaml"
    path.write_bytes(padded(MAX_BYTES + 500))
    real = path.stat()
    small = os.stat_result((*real[:6], 10, *real[7:10]))
    monkeypatch.setattr(Path, "stat", lambda self: small)
    assert [p.code for p in examine_document(path).problems] == ["file-too-large"]


def test_missing_file_and_folder(tmp_path: Path) -> None:
    [missing] = examine_document(tmp_path / "nothing.yaml").problems
    assert missing.code == "unreadable"
    assert "no such file" in missing.what
    [folder] = examine_document(tmp_path).problems
    assert (folder.code, folder.what) == ("not-a-file", "this is a folder")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="platform: no named pipes here")
def test_pipe_is_refused_without_waiting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.yaml"
    os.mkfifo(pipe)
    assert [p.code for p in examine_document(pipe).problems] == ["not-a-file"]


@pytest.mark.parametrize("name", ["a\0b.yaml", "x" * 5000, "bad\udcff.yaml", "bell\x07.yaml", ""])
def test_strange_names_end_in_a_printable_sentence(name: str) -> None:
    [problem] = examine_document(name).problems
    assert problem.code in {"unreadable", "not-a-file"}
    assert problem.render().isprintable()
    problem.render().encode("utf-8")


def test_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "level.yaml"
    path.write_text("a: 1\n", encoding="utf-8")

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)  # chmod does not stop an administrator
    [problem] = examine_document(path).problems
    assert (problem.code, problem.what) == ("unreadable", "the file may not be read")
