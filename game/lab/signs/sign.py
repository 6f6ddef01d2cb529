"""What a sign test is: one thing is changed, the luck is the same, an outcome's sign is judged.

Figures are named by paths with letters in braces, so that one test serves every level:
``{s}`` the governed state, ``{m}`` its mineral, ``{f}`` its largest field of it, ``{p}`` that
field's province, ``{n}`` another state with the mineral, ``{r}`` the largest rival, ``{b}`` the
largest buyer of ore, ``{i}`` the partner with most capital for plants, ``{c}`` the partner with the
highest standards.
"""

from collections.abc import Callable
from dataclasses import dataclass

from game.lab.signs.played import Played, Step

Value = Callable[[Played, int], int]
"""Works something out from a game, so many turns after its start."""


@dataclass(frozen=True, slots=True)
class Read:
    """An outcome that is compared.

    Attributes:
        figure: A path with letters in braces, or what works a value out.
        way: 1 where the change must make it larger, -1 smaller, 0 leave it as it is.
        years: First and last year after the change; what lies between is added up.
        by: The least difference, in bp of the undisturbed value.
        slack: How far it may miss, in bp, where side effects are known and small.
        before: Whether the changed game is compared with its own start instead.
    """

    figure: str | Value
    way: int
    years: tuple[int, int] = (0, 0)
    by: int = 0
    slack: int = 0
    before: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """A condition under which a sign is claimed, in words.

    It is read from the game with what is done in both, and with ``after`` done on top.
    """

    words: str
    holds: Callable[[Played], bool]
    after: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign test.

    Attributes:
        id: Number of the history notes (``T01``) or of a system and a letter (``S02a``).
        words: What must happen, in one sentence.
        sources: Facts, figures and systems it comes from.
        more: What is changed.
        reads: What must follow; all must hold.
        less: What the undisturbed game differs in from the state as it stands.
        both: What is done in both games.
        effect: When given, not a figure is compared but what these steps do to it in each game.
        needs: When the sign is claimed.
        lucks: How many games of different luck are added up, for what depends on chance.
    """

    id: str
    words: str
    sources: str
    more: tuple[Step, ...]
    reads: tuple[Read, ...]
    less: tuple[Step, ...] = ()
    both: tuple[Step, ...] = ()
    effect: tuple[Step, ...] = ()
    needs: tuple[Need, ...] = ()
    lucks: int = 1

    @property
    def lag(self) -> tuple[int, int]:
        """The first and the last year that is looked at."""
        return (min(x.years[0] for x in self.reads), max(x.years[1] for x in self.reads))
