"""Translations in the gettext form; English stands in the code and is what is left without one."""

import gettext
from functools import cached_property
from pathlib import Path

DOMAIN = "downstream"
LOCALE_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "locale"


def mark(message: str) -> str:
    """Return a message unchanged; marks it for the template of translations.

    Tables of messages are built when a module loads, before the language is known. They are
    marked there and translated when they are said.
    """
    return message


class Catalogue:
    """The sentences of one language.

    Args:
        locale: A language such as ``"en"`` or ``"id"``. One without a catalogue speaks English.
        folder: Where catalogues lie, ``LOCALE/LC_MESSAGES/downstream.mo``.
    """

    def __init__(self, locale: str = "en", folder: Path = LOCALE_FOLDER) -> None:
        self.locale = locale
        self._folder = folder

    @cached_property
    def _translations(self) -> gettext.NullTranslations:
        try:
            return gettext.translation(DOMAIN, str(self._folder), [self.locale])
        except (OSError, ValueError, UnicodeError):
            # No catalogue, or a damaged one: English is always there.
            return gettext.NullTranslations()

    def say(self, message: str, **values: object) -> str:
        """Return a message in this language, with ``{names}`` filled in.

        A translation that asks for another name than the English message is not used.
        """
        if not message:
            return ""
        said = self._translations.gettext(message)
        return _fill(said, message, values)

    def count(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the form of a message that fits a number; ``{count}`` is the number itself."""
        said = self._translations.ngettext(one, many, number)
        return _fill(said, one if number == 1 else many, {"count": number, **values})


def _fill(said: str, english: str, values: dict[str, object]) -> str:
    if not values:
        return said
    try:
        return said.format(**values)
    except (KeyError, IndexError, ValueError):
        return english.format(**values)
