"""The template for translators: ``python -m game.text.template [FILE]`` writes it with Babel.

Every message of the program is in it: those marked with ``mark`` and the plural pairs given to
``count``. Line numbers and dates are left out, so that it changes only when a message does.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from game.text.catalogue import DOMAIN, LOCALE_FOLDER

PROGRAM = Path(__file__).resolve().parents[1]
_EMPTY_FIELDS = (
    '"POT-Creation-Date',
    '"PO-Revision-Date',
    '"Project-Id-Version',
    '"Report-Msgid-Bugs-To',
    '"Last-Translator',
    '"Language-Team',
    '"Generated-By',
    "# Copyright",
    "# FIRST AUTHOR",
)
Message = str | tuple[str, str]


def messages_in(code: str) -> Iterator[Message]:
    """Yield the messages of a Python file: a text, or a pair of singular and plural.

    >>> list(messages_in("words.count('{count} year', '{count} years', n)"))
    [('{count} year', '{count} years')]
    >>> list(messages_in("say(mark('No tax'))"))
    ['No tax']
    """
    for node in ast.walk(ast.parse(code)):
        if not isinstance(node, ast.Call):
            continue
        texts = [
            x.value for x in node.args if isinstance(x, ast.Constant) and isinstance(x.value, str)
        ]
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        name = node.func.id if isinstance(node.func, ast.Name) else name
        if name == "mark" and len(texts) == 1 and texts[0]:
            yield texts[0]
        elif name == "count" and len(texts) == 2:
            yield texts[0], texts[1]


def template(root: Path = PROGRAM) -> str:
    """Return the template of all messages in the Python files below a folder."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalogue = Catalog(project="Downstream", charset="utf-8")
    for path in sorted(root.rglob("*.py")):
        place = path.relative_to(root.parent).as_posix()
        for message in messages_in(path.read_text(encoding="utf-8")):
            catalogue.add(message, None, [(place, 0)], _flags(message))
    written = BytesIO()
    write_po(written, catalogue, sort_output=True, include_lineno=False, width=99)
    lines = written.getvalue().decode("utf-8").splitlines()
    return "\n".join(line for line in lines if not _changes_by_itself(line)) + "\n"


def _flags(message: Message) -> tuple[str, ...]:
    text = message if isinstance(message, str) else message[1]
    return ("python-brace-format",) if "{" in text else ()


def _changes_by_itself(line: str) -> bool:
    """Dates, tool versions and copyright lines of an empty template say nothing."""
    return line.startswith(_EMPTY_FIELDS)


def main() -> int:
    """Write the template and say where it is."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else LOCALE_FOLDER / f"{DOMAIN}.pot"
    try:
        target.write_text(template(), encoding="utf-8")
    except OSError as error:
        sys.stderr.write(f"The template could not be written: {error.strerror}. Name a file.\n")
        return 1
    sys.stdout.write(f"{target.name} written.\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
