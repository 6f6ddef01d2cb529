"""How hard an English text is to read: the grade of Flesch and Kincaid, without a word list.

    grade = 0.39 x words per sentence + 11.8 x syllables per word - 15.59

(J. P. Kincaid and others, Derivation of New Readability Formulas, U.S. Navy, 1975.) Syllables are
groups of vowels, with the usual exceptions; this is right to about a tenth of a grade over a page,
which is all that is asked of it (decision 0009).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CITATION = re.compile(r"\s*\[[A-Z][0-9]+\]")
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_SENTENCE = re.compile(r"[.!?:;]+(?=\s|$)")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?:[^laeiouycgszxh]es|[^aeiouydt]ed|[^l]e)$")
_SPLIT = re.compile(r"(?:i[ao](?!n)|eo|ua|uo|[^q]ui(?=ng)|ying|yi|[ao]y[aeiou])")


def syllables(word: str) -> int:
    """The syllables of an English word, at least one.

    >>> [syllables(x) for x in ("ore", "smelter", "alumina", "mined", "needed", "table")]
    [1, 2, 4, 1, 2, 2]
    """
    count = 0
    for part in re.split(r"[-'’]", word.lower()):
        groups = len(_VOWELS.findall(part)) + len(_SPLIT.findall(part))
        if groups > 1 and _SILENT.search(part):
            groups -= 1
        count += max(1, groups) if part else 0
    return max(1, count)


def words_in(text: str) -> int:
    """The words of a text, citations left out."""
    return len(_WORD.findall(_CITATION.sub("", text)))


def reading_grade(texts: Iterable[str]) -> float | None:
    """The grade of some texts taken together; None when they hold no words.

    A text without a full stop counts as one sentence; citations such as ``[F065]`` are left out.

    >>> round(reading_grade(["The cat sat on the mat."]), 1)
    -1.4
    """
    words = sentences = spoken = 0
    for text in texts:
        plain = _CITATION.sub("", text)
        found = _WORD.findall(plain)
        if not found:
            continue
        words += len(found)
        sentences += max(1, len([x for x in _SENTENCE.split(plain) if _WORD.search(x)]))
        spoken += sum(syllables(x) for x in found)
    if not words:
        return None
    return 0.39 * words / sentences + 11.8 * spoken / words - 15.59
