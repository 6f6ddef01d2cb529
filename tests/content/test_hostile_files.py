"""Files made to break a reader, and honest slips: all end in findings with a place."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from game.content.faults import MAX_PROBLEMS, LevelError
from game.content.file import events
from game.content.file.events import MAX_DEPTH, MAX_NODES
from game.content.file.reader import examine_bytes, read_document_bytes

ROOT = Path(__file__).resolve().parents[2]

LAUGHS = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)
)
MERGES = "base: &m0 {k: 1}\n" + "".join(
    f"m{n}: &m{n} {{<<: [{', '.join([f'*m{n - 1}'] * 9)}]}}\n" for n in range(1, 20)
)


def nested(depth: int) -> str:
    """`depth` mappings inside one another, in block style."""
    return (
        "".join(f"{' ' * level}a:\n" for level in range(depth - 1)) + " " * (depth - 1) + "a: 1\n"
    )


HOSTILE = {
    "merge bomb": (MERGES, "merge-key"),
    "billion laughs": (LAUGHS, "anchor"),
    "alias to itself": ("a: &a [*a]\n", "anchor"),
    "alias to nothing": ("a: *nowhere\n", "anchor"),
    "alias as key": ("*a : 1\n", "anchor"),
    "anchor on a key": ("&a b: 1\n", "anchor"),
    "100,000 lists": ("[" * 100_000, "too-deep"),
    "100,000 mappings": ("{a: " * 60_000, "too-deep"),
    "100,000 lists after a text": ("a: '" + "]" * 500 + "'\nb: " + "[" * 100_000, "too-deep"),
    "900 lists, below the first scan": ("a: " + "[" * 900 + "]" * 900, "too-deep"),
    "100,000 list lines in one": ("- " * 100_000 + "x", "too-deep"),
    "100,000 complex keys": ("? " * 100_000, "too-deep"),
    "deep block mappings": (nested(600), "too-deep"),
    "one level too many": (nested(MAX_DEPTH + 1), "too-deep"),
    "endless flow list": ("a: [" + "1," * 100_000 + "]", "too-many-values"),
    "python object": ("a: !!python/object/apply:os.system [echo]\n", "tag"),
    "python name": ("a: !!python/name:os.system\n", "tag"),
    "python tuple": ("a: !!python/tuple [1]\n", "tag"),
    "python module as key": ("!!python/module:os : 1\n", "tag"),
    "binary": ("a: !!binary aGVsbG8=\n", "tag"),
    "set": ("a: !!set {x, y}\n", "tag"),
    "ordered map": ("a: !!omap [x: 1]\n", "tag"),
    "timestamp tag": ("a: !!timestamp 2014-02-30\n", "tag"),
    "int tag": ("a: !!int 0x10\n", "tag"),
    "own tag": ("a: !mine x\n", "tag"),
    "unspecific tag": ("a: ! x\n", "tag"),
    "long tag": ("a: !<tag:example,2000:x> x\n", "tag"),
    "unknown tag handle": ("a: !e!x y\n", "tag"),
    "tag directive": ("%TAG ! tag:example,2000:\n---\na: 1\n", "directive"),
    "version directive": ("%YAML 1.1\n---\na: 1\n", "directive"),
    "two documents": ("a: 1\n---\nb: 2\n", "second-document"),
    "document after an end mark": ("a: 1\n...\n---\nb: 2\n", "second-document"),
    "timestamp": ("a: 2001-12-14t21:59:43.10-05:00\n", "timestamp"),
    "bad date": ("a: 2014-02-30\n", "bad-date"),
    "month 99": ("a: 2014-99-99\n", "bad-date"),
    "list as key": ("? [a, b]\n: 1\n", "key-not-text"),
    "mapping as key": ("{a: 1}: 1\n", "key-not-text"),
    "empty key": ("? \n: 1\n", "empty-key"),
    "quoted empty key": ("'': 1\n", "empty-key"),
    "colon without a key": (": 1\n", "indentation"),
    "tilde as key": ("~: 1\n", "empty-key"),
    "long key": ("k" * 81 + ": 1\n", "key-too-long"),
    "long text": ("a: " + "x" * 10_001 + "\n", "text-too-long"),
    "long quoted text": ("a: '" + "x y\n " * 4_000 + "'\n", "text-too-long"),
    "duplicate key": ("a: 1\nb: 2\na: 3\n", "duplicate-key"),
    "duplicate, quoted": ("2014: 1\n'2014': 2\n", "duplicate-key"),
    "duplicate in other letters": ("\u00e9: 1\ne\u0301: 2\n", "duplicate-key"),
    "tab indent": ("a:\n\tb: 1\n", "tab-indent"),
    "tab before a value": ("a: 1\nb:\n -\t- x\n   - y\n", "bad-start"),
    "wrong indent": ("a:\n  b: 1\n c: 2\n", "indentation"),
    "list indented deeper": ("a:\n- x\n - y\n", "list-indent"),
    "list where a mapping goes on": ("a: 1\n- b\n", "indentation"),
    "mapping where a list goes on": ("- a\nb: 1\n", "indentation"),
    "list on the line of its key": ("a: - b\n", "list-indent"),
    "colon in a text": ("a: see here: there\n", "stray-colon"),
    "missing colon": ("a: 1\nb\nc: 2\n", "missing-colon"),
    "open single quote": ("a: 'x\nb: 1\n", "open-quote"),
    "open double quote": ('a: "x', "open-quote"),
    "text on the line of a block sign": ("a: | x\n  y\n", "block-start"),
    "two commas": ("a: [1, , 2]\n", "open-bracket"),
    "anchor and nothing": ("a: [&x ,\n", "anchor"),
    "question mark in a line": ("a: ? b\n", "bad-start"),
    "alias of an alias": ("a: &x *y\n", "anchor"),
    "closing bracket alone": ("a: }\n", "missing-value"),
    "open list": ("a: [1, 2", "open-bracket"),
    "open mapping": ("a: {b: 1", "open-bracket"),
    "wrong closing bracket": ("a: [1, 2}\n", "open-bracket"),
    "value begins with at": ("a: @b\n", "bad-start"),
    "value begins with percent": ("a: %b\n", "bad-start"),
    "value begins with backtick": ("a: `b`\n", "bad-start"),
    "unknown escape": ('a: "C:\\data"\n', "bad-escape"),
    "huge escape": ('a: "\\UFFFFFFFF"\n', "bad-escape"),
    "empty": ("", "empty-file"),
    "only comments": ("# nothing\n\n# here\n", "empty-file"),
    "only a document mark": ("---\n", "null-value"),
    "only a word": ("hello\n", "root-not-mapping"),
    "only a list": ("- a: 1\n", "root-not-mapping"),
}


@pytest.fixture(params=[yaml.SafeLoader, getattr(yaml, "CSafeLoader", None)], ids=["pure", "c"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param is None:
        pytest.skip("platform: PyYAML was built without libyaml")
    monkeypatch.setattr(events, "LOADER", request.param)
    return str(request.param)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_file_is_refused(name: str, loader: str) -> None:
    text, code = HOSTILE[name]
    found = examine_bytes(text.encode(), "level.yaml")
    codes = {problem.code for problem in found.problems}
    assert code in codes, [problem.render() for problem in found.problems]
    lines = text.count("\n") + 1
    for problem in found.problems:
        assert 1 <= problem.line <= lines
        assert problem.column >= 1
        assert problem.render().isprintable()
    with pytest.raises(LevelError):
        read_document_bytes(text.encode(), "level.yaml")


def test_worst_files_do_not_kill_the_process() -> None:
    worst = [
        text for name, (text, code) in HOSTILE.items() if code in {"too-deep", "too-many-values"}
    ]
    worst += [MERGES, LAUGHS, "a: " + "9" * 250_000, "a: '" + "''" * 120_000 + "'"]
    program = (
        "import json, sys\n"
        "from game.content.file.reader import examine_bytes\n"
        "files = json.load(sys.stdin)\n"
        "print(json.dumps([len(examine_bytes(f.encode(), 'f').problems) for f in files]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=json.dumps(worst),
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr  # below 0 would be a signal
    assert all(count >= 1 for count in json.loads(done.stdout))


def test_limits_from_the_accepted_side(loader: str) -> None:
    deepest = read_document_bytes(nested(MAX_DEPTH).encode(), "level.yaml")
    assert deepest.plain()["a"] != 1
    most = "a: [" + "1," * (MAX_NODES - 3) + "]"  # the list, the key and the root count too
    values = read_document_bytes(most.encode(), "level.yaml").plain()["a"]
    assert isinstance(values, list)
    assert len(values) == MAX_NODES - 3
    assert read_document_bytes(b"k" * 80 + b": " + b"x" * 10_000, "level.yaml").plain()


def test_one_more_value_than_allowed(loader: str) -> None:
    text = "a: [" + "1," * (MAX_NODES - 2) + "]"
    assert [p.code for p in examine_bytes(text.encode(), "f").problems] == ["too-many-values"]


def test_brackets_in_texts_and_comments_are_no_nesting() -> None:
    text = "# " + "[" * 200 + "\na: '" + "{" * 200 + "'\nb: |\n  " + "[" * 200 + "\n"
    assert set(read_document_bytes(text.encode(), "level.yaml").plain()) == {"a", "b"}


def test_all_faulty_values_come_in_one_run_and_only_once() -> None:
    text = "a: no\nb: [1.5, ok, 010]\nc: &x 5\nd: *x\ne:\nf: {g: !t x, g: 2}\nh: fine\n"
    found = examine_bytes(text.encode(), "level.yaml")
    assert [(p.line, p.column, p.code) for p in found.problems] == [
        (1, 4, "ambiguous-bool"),
        (2, 5, "bare-decimal"),
        (2, 14, "leading-zero"),
        (3, 4, "anchor"),
        (5, 3, "null-value"),
        (6, 8, "tag"),
        (6, 14, "duplicate-key"),
    ]
    assert found.document is not None
    assert found.document.plain()["h"] == "fine"
    assert found.document.is_faulty(("b", 0))
    assert not found.document.is_faulty(("b", 1))
    assert found.document.is_faulty(("e", "below"))


def test_problems_before_a_syntax_error_are_kept() -> None:
    found = examine_bytes(b"a: no\nb: 'open\n", "level.yaml")
    assert [p.code for p in found.problems] == ["ambiguous-bool", "open-quote"]
    assert found.document is None


def test_a_flood_of_problems_is_cut_short() -> None:
    text = "\n".join(f"k{n}: no" for n in range(5_000))
    problems = examine_bytes(text.encode(), "level.yaml").problems
    assert len(problems) == MAX_PROBLEMS + 1
    assert problems[-1].code == "too-many-problems"


def test_syntax_error_shows_the_line_and_where_it_was_seen() -> None:
    [problem] = examine_bytes(b"a: [1, 2\nb: 3\n", "level.yaml").problems
    assert (problem.line, problem.column) == (1, 4)
    assert "`a: [1, 2`" in problem.what
    assert "line 2" in problem.why


def test_wide_list_of_keys_with_one_syntax_error_far_down() -> None:
    text = "".join(f"k{n}: {n}\n" for n in range(3_000)) + "last: a: b\n"
    [problem] = examine_bytes(text.encode(), "level.yaml").problems
    assert (problem.line, problem.column, problem.code) == (3_001, 8, "stray-colon")
