"""Wrapped text, plain or with bold words and citation links."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pygame

from game.ui.fonts import Weight
from game.ui.look import Look
from game.ui.rich_text import PlacedRun, parse_runs, place_runs
from game.ui.widget import Widget
from game.ui.widgets.labels import TEXT_ANCHORS, TextAlign, faded

COMFORTABLE_EMS = 34


class Paragraph(Widget):
    """Text wrapped to the width it gets; with `max_lines` the last line ends in "…"."""

    def __init__(
        self,
        text: str,
        size: float = 14,
        weight: Weight = "regular",
        tone: str = "ink_soft",
        *,
        id: str = "",
        text_align: TextAlign = "left",
        max_lines: int = 0,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.text = text
        self.size = size
        self.weight: Weight = weight
        self.tone = tone
        self.text_align: TextAlign = text_align
        self.max_lines = max_lines

    def set_text(self, text: str) -> None:
        """Change the text."""
        if text != self.text:
            self.text = text
            self.relayout()

    def lines(self, look: Look, width: int) -> tuple[str, ...]:
        """The lines drawn at a width."""
        lines = look.text.wrap(self.text, max(1, width), self.size, self.weight)
        if self.max_lines and len(lines) > self.max_lines:
            last = " ".join(lines[self.max_lines - 1 :])
            cut = look.text.fit(last, width, self.size, self.weight)
            lines = (*lines[: self.max_lines - 1], cut)
        return lines

    def content_width(self, look: Look) -> int:
        """The longest line, at most a comfortable reading width."""
        widest = max(
            look.text.width(part, self.size, self.weight) for part in self.text.split("\n")
        )
        return min(widest, look.px(self.size * COMFORTABLE_EMS))

    def content_least_width(self, look: Look) -> int:
        """Some words."""
        return min(self.content_width(look), look.px(self.size * 7))

    def content_height(self, look: Look, width: int) -> int:
        """All lines."""
        return len(self.lines(look, width)) * look.text.line_height(self.size)

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the lines that fit; the last one that fits ends in "…" if more would follow."""
        step = look.text.line_height(self.size)
        lines = self.lines(look, self.rect.w)
        room = max(1, self.rect.h // step)
        if len(lines) > room:
            cut = look.text.fit(" ".join(lines[room - 1 :]), self.rect.w, self.size, self.weight)
            lines = (*lines[: room - 1], cut)
        anchor = TEXT_ANCHORS[self.text_align]
        x = getattr(self.rect, anchor)[0]
        color = look.color(self.tone if self.usable() else faded(self.tone))
        for number, line in enumerate(lines):
            y = self.rect.y + (number + 0.5) * step
            look.text.draw(
                surface,
                line,
                (x, y),
                self.size,
                self.weight,
                color,
                anchor,
            )


class RichText(Widget):
    """A paragraph with `**bold**` words and `[1]` links; `on_link("1")` opens a source.

    Focusable if it has links: left and right choose one, Enter opens it.
    """

    pointer = True

    def __init__(
        self,
        id: str,
        text: str,
        size: float = 14,
        tone: str = "ink_soft",
        *,
        on_link: Callable[[str], None] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.runs = parse_runs(text)
        self.size = size
        self.tone = tone
        self.on_link = on_link
        self.links = [run.link for run in self.runs if run.link]
        self.chosen = 0
        self.focusable = bool(self.links) and on_link is not None
        self._placed: list[PlacedRun] = []

    def _place_runs(self, look: Look, width: int) -> list[PlacedRun]:
        return place_runs(
            self.runs, max(1, width), lambda part, weight: look.text.width(part, self.size, weight)
        )

    def content_width(self, look: Look) -> int:
        """All in one line, at most a comfortable reading width."""
        whole = "".join(run.text for run in self.runs)
        return min(
            look.text.width(whole, self.size, "semibold"), look.px(self.size * COMFORTABLE_EMS)
        )

    def content_least_width(self, look: Look) -> int:
        """Some words."""
        return min(self.content_width(look), look.px(self.size * 7))

    def content_height(self, look: Look, width: int) -> int:
        """All lines."""
        placed = self._place_runs(look, width)
        lines = placed[-1].line + 1 if placed else 1
        return lines * look.text.line_height(self.size)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Set the words on lines."""
        super().place(look, rect)
        self._placed = self._place_runs(look, rect.w)
        self._line_height = look.text.line_height(self.size)

    def _run_rect(self, run: PlacedRun) -> pygame.Rect:
        step = self._line_height
        return pygame.Rect(self.rect.x + run.x, self.rect.y + run.line * step, run.width, step)

    def _link_runs(self) -> list[PlacedRun]:
        return [run for run in self._placed if run.link]

    def parts(self) -> dict[str, pygame.Rect]:
        """The links by name."""
        return {run.link: self._run_rect(run) for run in self._link_runs()}

    def focus_rect(self) -> pygame.Rect:
        """The chosen link."""
        links = self._link_runs()
        return self._run_rect(links[min(self.chosen, len(links) - 1)]) if links else self.rect

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the words."""
        for run in self._placed:
            rect = self._run_rect(run)
            tone = "blue" if run.link else "ink" if run.bold else self.tone
            weight: Weight = "semibold" if run.bold or run.link else "regular"
            look.text.draw(
                surface, run.text, rect.midleft, self.size, weight, look.color(tone), "midleft"
            )
            if run.link and self.on_link and rect.collidepoint(self._mouse()):
                y = rect.centery + look.px(self.size * 0.55)
                surface.fill(look.color("blue"), (rect.x, y, rect.w, 1))

    def _mouse(self) -> tuple[int, int]:
        return self.root.mouse if self.root is not None else (-1, -1)

    def on_hover(self, pos: tuple[int, int]) -> None:
        """Underline the link below the mouse."""
        if self.links:
            self.invalidate()

    def on_release(self, pos: tuple[int, int]) -> None:
        """Open the link below the mouse."""
        for link, rect in self.parts().items():
            if rect.collidepoint(pos) and self.on_link is not None:
                self.on_link(link)
                return

    def activate(self) -> bool:
        """Open the chosen link."""
        if not self.links or self.on_link is None:
            return False
        self.on_link(self.links[self.chosen])
        return True

    def on_key(self, key: int, mod: int) -> bool:
        """Left and right choose a link, Enter opens it."""
        step = {pygame.K_LEFT: -1, pygame.K_RIGHT: 1}.get(key, 0)
        if step and 0 <= self.chosen + step < len(self.links):
            self.chosen += step
            self.invalidate()
            return True
        return key in (pygame.K_RETURN, pygame.K_SPACE) and self.activate()
