"""A list that collects findings about one opened level file, each at its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from game.content.faults import Problem, did_you_mean, excerpt
from game.content.models.level import LevelFile
from game.content.opening import Loc, OpenedFile


@dataclass(slots=True)
class Findings:
    """Findings about a file whose shape is sound."""

    opened: OpenedFile
    file: LevelFile
    problems: list[Problem] = field(default_factory=list)

    def error(self, loc: Loc, code: str, what: str, why: str, remedy: str) -> None:
        """Note something that stops the level from being used."""
        self.problems.append(self.opened.problem(loc, code, what, why, remedy))

    def warn(self, loc: Loc, code: str, what: str, why: str, remedy: str) -> None:
        """Note something that a person should look at, or accept with a reason."""
        self.problems.append(self.opened.warn(loc, code, what, why, remedy))

    def known(self, loc: Loc, kind: str, name: str, among: Iterable[str]) -> bool:
        """Whether `name` is among the known ones; if not, note it with the nearest."""
        names = tuple(among)
        if name in names:
            return True
        near = did_you_mean(name, names)
        listed = ", ".join(names) or "none"
        self.error(
            loc,
            f"unknown-{kind}",
            f"there is no {kind} {excerpt(name)}",
            f"the level knows: {listed}" if len(names) <= 12 else "the name leads nowhere",
            f"did you mean `{near}`?" if near else f"name a {kind} that exists",
        )
        return False
