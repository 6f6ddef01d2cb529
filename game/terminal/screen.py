"""Lines in and out: wrapped paragraphs, numbered lists, questions. No colour, no cursor."""

import textwrap
from collections.abc import Iterable, Sequence
from typing import TextIO

from game.text.catalogue import Catalogue, mark
from game.text.numbers import NARROW

WIDTH = 79
LONGEST_INPUT = 400
BACK = ("b", "back", "")
QUIT = ("q", "quit", "exit", "save", "leave")


class Leave(Exception):
    """The player leaves: said so, or the input ended."""


class Screen:
    """A page of lines.

    Args:
        read: Where the player's lines come from.
        write: Where the game's lines go.
        catalogue: The language.
        width: Characters a line; at least 20.
    """

    def __init__(
        self, read: TextIO, write: TextIO, catalogue: Catalogue, width: int = WIDTH
    ) -> None:
        self._read = read
        self._write = write
        self._say = catalogue
        self._width = max(20, width)
        self._ahead: list[str] = []

    def say(self, message: str, **values: object) -> str:
        """Return one of the game's own sentences in the player's language."""
        return self._say.say(message, **values)

    def line(self, text: str = "", indent: int = 0) -> None:
        """Write a paragraph, wrapped; a paragraph of several lines keeps its line breaks."""
        for part in text.split("\n") or [""]:
            for row in self._wrapped(part, indent) or [""]:
                self._write.write(row.replace(NARROW, " ").rstrip() + "\n")

    def verbatim(self, text: str) -> None:
        """Write a line as it is, however long: a command that breaks cannot be copied."""
        self._write.write(f"  {text}\n")

    def _wrapped(self, text: str, indent: int) -> list[str]:
        first = " " * indent
        return textwrap.wrap(
            text,
            self._width,
            initial_indent=first,
            subsequent_indent=first + "  ",
            break_on_hyphens=False,
        )

    def heading(self, text: str) -> None:
        """Write a heading between empty lines, underlined."""
        self.line()
        self.line(text)
        self.line("-" * min(len(text), self._width))

    def items(self, texts: Iterable[str], indent: int = 0) -> None:
        """Write one entry a line."""
        for text in texts:
            self.line(f"- {text}", indent)

    def numbered(self, texts: Sequence[str]) -> None:
        """Write entries with their numbers, from 1."""
        for number, text in enumerate(texts, 1):
            self.line(f"{number}. {text}")

    def ask(self, prompt: str) -> str:
        """Return the player's next line, trimmed.

        Raises:
            Leave: The input has ended, or the player pressed Ctrl-C.
        """
        self._write.write(prompt.replace(NARROW, " ") + " ")
        try:
            self._write.flush()
            found = self._read.readline(LONGEST_INPUT)
        except KeyboardInterrupt:
            self._write.write("\n")
            raise Leave from None
        except UnicodeDecodeError:
            return "?"
        if not found:
            self._write.write("\n")
            raise Leave
        return "".join(sign for sign in found if sign.isprintable()).strip()

    def type_ahead(self, answers: Sequence[str]) -> None:
        """Answer the next choices with these words, for players who know the way."""
        self._ahead = list(answers)

    @property
    def knows_the_way(self) -> bool:
        """Whether the next choice is answered already, so that its list need not be shown."""
        return bool(self._ahead)

    def choose(
        self, prompt: str, count: int, texts: Sequence[str] = (), *, stay: bool = False
    ) -> int | None:
        """Return the index of an entry picked by its number, None for going back.

        Args:
            prompt: What is asked.
            count: Number of entries.
            texts: The entries, shown again when the player types “list”.
            stay: Whether an empty line shows the entries again and does not go back.

        Raises:
            Leave: The player leaves.
        """
        while True:
            given = self._ahead.pop(0) if self._ahead else self.ask(prompt).lower()
            if stay and not given:
                given = "list"
            if given in BACK:
                return None
            if given in QUIT:
                raise Leave
            if given.isdecimal() and len(given) < 6 and 1 <= int(given) <= count:
                return int(given) - 1
            self._ahead.clear()
            if given == "list" and texts:
                self.numbered(texts)
                continue
            self.line(
                self.say(mark("Please type a number from 1 to {count}, or “back”."), count=count)
            )

    def number(self, prompt: str, most: int) -> int | None:
        """Return a whole number from 0 to ``most``, None for going back."""
        while True:
            given = self.ask(prompt).lower()
            if given in BACK:
                return None
            if given in QUIT:
                raise Leave
            if given.isdecimal() and len(given) < 6 and int(given) <= most:
                return int(given)
            self.line(
                self.say(mark("Please type a number from 0 to {most}, or “back”."), most=most)
            )

    def pick(
        self, title: str, texts: Sequence[str], prompt: str = "", *, stay: bool = False
    ) -> int | None:
        """Show a numbered list under a heading and return the index picked; see `choose`."""
        if not self.knows_the_way:
            self.heading(title)
            self.numbered(texts)
        asked = prompt or self.say(mark("Number, or “back”:"))
        return self.choose(asked, len(texts), texts, stay=stay)

    def confirm(self, question: str) -> bool:
        """Return the answer to a yes-or-no question; an empty line means no."""
        while True:
            given = self.ask(question + " " + self.say(mark("(yes/no)"))).lower()
            if given in ("y", "yes"):
                return True
            if given in ("n", "no", *BACK):
                return False
            if given in QUIT:
                raise Leave
            self.line(self.say(mark("Please type “yes” or “no”.")))
