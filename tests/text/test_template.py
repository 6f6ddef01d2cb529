"""The template for translators holds every message, and English messages fit their rules."""

import ast
import re
import string
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po

from game.text.catalogue import LOCALE_FOLDER
from game.text.template import PROGRAM, messages_in, template

OWN = ("text", "terminal")


def own_messages() -> set[str]:
    """Return the messages of the words and of the terminal; of a pair the plural."""
    found = set()
    for folder in OWN:
        for path in sorted((PROGRAM / folder).rglob("*.py")):
            for message in messages_in(path.read_text(encoding="utf-8")):
                found.add(message if isinstance(message, str) else message[1])
    return found


def test_the_template_can_be_read_and_holds_plurals() -> None:
    catalogue = read_po(BytesIO(template().encode()))
    assert len(catalogue) > 400
    assert catalogue.get(("{count} year", "{count} years")) is not None
    assert catalogue.get("No tax") is not None


def test_the_template_on_disk_holds_every_message_of_words_and_terminal() -> None:
    text = (LOCALE_FOLDER / "downstream.pot").read_text(encoding="utf-8")
    catalogue = read_po(BytesIO(text.encode()))
    known = {m.id if isinstance(m.id, str) else m.id[1] for m in catalogue}
    assert own_messages() - known == set(), "run: python -m game.text.template"


def test_the_template_changes_only_when_a_message_does(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text('mark("Visit")\n', encoding="utf-8")
    first = template(tmp_path)
    (tmp_path / "one.py").write_text('\n\n\nmark("Visit")\n', encoding="utf-8")
    assert template(tmp_path) == first
    (tmp_path / "one.py").write_text('mark("Visits")\n', encoding="utf-8")
    assert template(tmp_path) != first


def test_every_sentence_that_is_said_is_marked() -> None:
    """``say("…")`` with a bare text would never be translated."""
    bare = []
    for folder in OWN:
        for path in sorted((PROGRAM / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Attribute)
                    and node.func.attr in ("say", "_say")
                    and node.args
                    and isinstance(node.args[0], ast.Constant)
                ):
                    bare.append(f"{path.name}:{node.lineno}")
    assert bare == []


def test_messages_are_named_formats() -> None:
    for message in own_messages():
        names = [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]
        assert all(name.isidentifier() for name in names), message


def test_sentences_are_short() -> None:
    for message in own_messages():
        for sentence in re.split(r"(?<=[.?!]) ", message):
            assert len(sentence.split()) <= 22, sentence
