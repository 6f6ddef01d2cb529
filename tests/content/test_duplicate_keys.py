"""A duplicate put into any mapping of any tree is found, and both lines are named."""

import json
import random
import unicodedata

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.content.file.reader import examine_bytes, read_document_bytes
from game.content.file.tree import MappingNode, walk

KEYS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=6)
SCALARS = st.one_of(
    st.integers(-(10**18) + 1, 10**18 - 1),
    st.booleans(),
    st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=12),
)
TREES = st.dictionaries(
    KEYS,
    st.recursive(
        SCALARS,
        lambda inside: st.one_of(
            st.lists(inside, max_size=3), st.dictionaries(KEYS, inside, max_size=3)
        ),
        max_leaves=12,
    ),
    min_size=1,
    max_size=4,
)


def written(value: object, indent: int = 0) -> str:
    """`value` as block YAML, texts quoted, made without any YAML library."""
    space = "  " * indent
    if isinstance(value, dict) and value:
        return "".join(
            f"\n{space}{json.dumps(key, ensure_ascii=False)}: {written(item, indent + 1)}"
            for key, item in value.items()
        )
    if isinstance(value, list) and value:
        return "".join(f"\n{space}- {written(item, indent + 1)}" for item in value)
    return json.dumps(value, ensure_ascii=False)


def as_read(value: object) -> object:
    """What a tree must read as: its texts and keys in NFC."""
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, list):
        return [as_read(item) for item in value]
    if isinstance(value, dict):
        return {as_read(key): as_read(item) for key, item in value.items()}
    return value


@settings(max_examples=60)
@given(TREES)
def test_a_written_tree_reads_back(tree: dict[str, object]) -> None:
    assume(not keys_collide(tree))
    assert read_document_bytes(written(tree).encode(), "tree.yaml").plain() == as_read(tree)


@settings(max_examples=60)
@given(TREES, st.randoms(use_true_random=False))
def test_a_duplicate_in_every_mapping_is_found(
    tree: dict[str, object], luck: random.Random
) -> None:
    assume(not keys_collide(tree))
    text = written(tree)
    lines = text.split("\n")
    root = read_document_bytes(text.encode(), "tree.yaml").root
    for _, node, _ in walk(root):
        if not isinstance(node, MappingNode) or not node.entries:
            continue
        first = luck.choice(node.entries).key_position
        last = node.entries[0].key_position.line - 1
        copy = " " * (first.column - 1) + lines[first.line - 1][first.column - 1 :].split(": ")[0]
        damaged = [*lines[:last], f"{copy}: 1", *lines[last:]]
        problems = examine_bytes("\n".join(damaged).encode(), "tree.yaml").problems
        assert [problem.code for problem in problems] == ["duplicate-key"]
        assert f"lines {last + 1} and {first.line + 1}" in problems[0].remedy


@settings(max_examples=200)
@given(st.text(max_size=60))
def test_any_text_reads_or_is_refused(text: str) -> None:
    found = examine_bytes(text.encode("utf-8", "surrogatepass"), "any.yaml")
    if found.problems:
        assert all(problem.render().isprintable() for problem in found.problems)
    else:
        assert found.document is not None
        assert isinstance(found.document.plain(), dict)


def keys_collide(value: object) -> bool:
    """Whether two keys of one mapping become one in NFC; such trees are rightly refused."""
    if isinstance(value, dict):
        if len({as_read(key) for key in value}) < len(value):
            return True
        return any(keys_collide(item) for item in value.values())
    return isinstance(value, list) and any(keys_collide(item) for item in value)
