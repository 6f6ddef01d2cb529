"""What a level says in its own words: one flat mapping of dotted keys (docs/text_keys.md)."""

from collections.abc import Iterator
from typing import Protocol


class LevelTexts(Protocol):
    """Texts of one level in one language. A plain ``dict[str, str]`` fits."""

    def get(self, key: str, default: str, /) -> str:
        """Return the text of a key, or the default."""
        ...


def readable(identifier: str) -> str:
    """Return an id as a name that can be read aloud, for a level that forgot to name a thing.

    >>> readable("north-maluku"), readable("ore_offtake")
    ('North Maluku', 'Ore Offtake')
    """
    words = identifier.replace("_", " ").replace("-", " ").replace(".", " ").split()
    return " ".join(word[:1].upper() + word[1:] for word in words)


class LevelWords:
    """A level's texts, with a readable name for whatever has none."""

    def __init__(self, texts: LevelTexts) -> None:
        self._texts = texts

    def text(self, key: str) -> str:
        """Return a text, or an empty string."""
        return self._texts.get(key, "")

    def name(self, kind: str, identifier: str) -> str:
        """Return the name of a ``state``, ``province``, ``partner``, ``mineral``, ``rival``, …"""
        return self._texts.get(f"{kind}.{identifier}.name", "") or readable(identifier)

    def numbered(self, pattern: str) -> Iterator[tuple[int, str]]:
        """Yield (number, text) of keys such as ``level.goal.{n}`` from 1 until one is missing."""
        number = 1
        while found := self.text(pattern.replace("{n}", str(number))):
            yield number, found
            number += 1
