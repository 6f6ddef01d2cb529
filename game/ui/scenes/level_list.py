"""The list of levels: as many columns as fit, filled downwards; one stop for Tab."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

import pygame

from game.ui.look import Look
from game.ui.models.picker import LevelRow
from game.ui.widget import Widget
from game.ui.widgets.scroll import ScrollArea

ROW_HEIGHT: Final = 44
LEAST_COLUMN: Final = 236
WIDEST_COLUMN: Final = 440
ROWS_BEFORE_NEXT_COLUMN: Final = 4


class LevelList(Widget):
    """Arrows choose, Enter or a click on the chosen line opens."""

    focusable = True
    pointer = True

    def __init__(
        self,
        id: str,
        rows: Sequence[LevelRow],
        selected: str,
        on_change: Callable[[str], None],
        on_open: Callable[[str], None],
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.rows = list(rows)
        self.selected = selected
        self.on_change = on_change
        self.on_open = on_open
        self._cells: dict[str, pygame.Rect] = {}
        self._per_column = 1

    # --- place ----------------------------------------------------------------------------

    def columns_in(self, look: Look, width: int) -> int:
        """How many columns the list has at a width: few levels stay in few columns."""
        room = max(1, width // look.px(LEAST_COLUMN))
        wanted = -(-len(self.rows) // ROWS_BEFORE_NEXT_COLUMN)
        return max(1, min(room, wanted, 4))

    def _lines(self, look: Look, width: int) -> int:
        return -(-len(self.rows) // self.columns_in(look, width))

    def content_width(self, look: Look) -> int:
        """Two columns; the list takes what it gets."""
        return look.px(2 * LEAST_COLUMN)

    def content_least_width(self, look: Look) -> int:
        """A narrow column."""
        return look.px(LEAST_COLUMN * 0.7)

    def content_height(self, look: Look, width: int) -> int:
        """The longest column."""
        return self._lines(look, width) * look.px(ROW_HEIGHT)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Work out where each line lies."""
        self.rect = rect
        columns, high = self.columns_in(look, rect.w), look.px(ROW_HEIGHT)
        self._per_column = max(1, self._lines(look, rect.w))
        wide = min(rect.w // columns, look.px(WIDEST_COLUMN))
        self._cells = {
            row.key: pygame.Rect(
                rect.x + number // self._per_column * wide,
                rect.y + number % self._per_column * high,
                wide,
                high,
            )
            for number, row in enumerate(self.rows)
        }

    def parts(self) -> dict[str, pygame.Rect]:
        """The lines by level id."""
        return dict(self._cells)

    def focus_rect(self) -> pygame.Rect:
        """The chosen line."""
        return self._cells.get(self.selected, self.rect).inflate(-6, -6)

    def row_at(self, pos: tuple[int, int]) -> LevelRow | None:
        """The line at a place."""
        return next((r for r in self.rows if self._cells[r.key].collidepoint(pos)), None)

    # --- drawing --------------------------------------------------------------------------

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the lines that can be seen."""
        clip = surface.get_clip()
        under = self.row_at(self.root.mouse) if self.root is not None and self.hovered else None
        for row in self.rows:
            if self._cells[row.key].colliderect(clip):
                self._paint_row(look, surface, row, row is under)

    def _paint_row(self, look: Look, surface: pygame.Surface, row: LevelRow, under: bool) -> None:
        cell = self._cells[row.key].inflate(-look.gap(6), -look.gap(4))
        chosen = row.key == self.selected
        if chosen:
            tint, blue = look.color("blue_tint"), look.color("blue")
            look.shapes.box(surface, cell, look.gap(8), tint, blue)
        elif under:
            look.shapes.box(surface, cell, look.gap(8), look.color("blue_faint"))
        left = self._paint_number(look, surface, row, cell, chosen)
        left = self._paint_flags(look, surface, row, left, cell.centery)
        right = self._paint_state(look, surface, row, cell.right - look.gap(10), cell.centery)
        self._paint_texts(look, surface, row, left, right, cell.centery)

    def _paint_number(
        self, look: Look, surface: pygame.Surface, row: LevelRow, cell: pygame.Rect, chosen: bool
    ) -> int:
        left = cell.x + look.gap(12)
        if len(self.rows) == 1 and row.number == 1:
            return left
        wide = look.text.width("00", 13, "semibold")
        tone = "blue" if chosen else "muted"
        look.text.draw(
            surface, str(row.number), (left + wide, cell.centery), 13, "semibold",
            look.color(tone), "midright",
        )  # fmt: skip
        return left + wide + look.gap(10)

    def _paint_flags(
        self, look: Look, surface: pygame.Surface, row: LevelRow, left: int, middle: int
    ) -> int:
        side = look.px(24)
        for code in row.flags[:3]:
            image = look.icons.flag(code, side)
            box = image.get_rect(midleft=(left, middle))
            surface.blit(image, box)
            look.shapes.disc(surface, box.center, side, None, look.color("line"))
            left += side * 2 // 3
        return left + side // 3 + look.gap(10) if row.flags else left

    def _paint_state(
        self, look: Look, surface: pygame.Surface, row: LevelRow, right: int, middle: int
    ) -> int:
        if row.state in ("finished", "started"):
            side = look.px(18)
            done = row.state == "finished"
            center = (right - side // 2, middle)
            fill, ink = ("good", "surface") if done else ("amber", "amber_deep")
            look.shapes.disc(surface, center, side, look.color(fill))
            icon = "check" if done else "play"
            look.icons.draw(surface, icon, center, look.px(11), look.color(ink))
            right -= side + look.gap(8)
        if row.note:
            drawn = look.text.draw(
                surface, row.note, (right, middle), 13, "semibold", look.color("amber_ink"),
                "midright",
            )  # fmt: skip
            right = drawn.left - look.gap(8)
        return right

    def _paint_texts(
        self, look: Look, surface: pygame.Surface, row: LevelRow, left: int, right: int, middle: int
    ) -> None:
        room = max(0, right - left)
        broken = row.state == "broken"
        dots = bool(row.difficulty) and not broken
        above, below = middle - look.px(9), middle + look.px(9)
        look.text.draw(
            surface, row.title, (left, above), 14, "semibold", look.color("ink"), "midleft",
            max_width=room,
        )  # fmt: skip
        tone = look.color("bad" if broken else "muted")
        icon = look.px(13)
        look.icons.draw(surface, row.icon, (left + icon / 2, below), icon, tone)
        drawn = look.text.draw(
            surface, row.caption, (left + icon + look.gap(5), below), 12, "regular", tone,
            "midleft", max_width=max(0, room - icon - look.gap(5) - (look.px(39) if dots else 0)),
        )  # fmt: skip
        if dots:
            draw_difficulty(look, surface, drawn.right + look.gap(14), below, row.difficulty)

    def tooltip_at(self, pos: tuple[int, int]) -> str:
        """The whole title: it may be cut."""
        row = self.row_at(pos)
        return row.title if row else ""

    # --- input ----------------------------------------------------------------------------

    def select(self, key: str) -> bool:
        """Choose a line and report it; False if it was chosen already."""
        if key == self.selected or key not in self._cells:
            return False
        self.selected = key
        self.invalidate()
        if self.root is not None:
            self.root.reveal(self)
        self.on_change(key)
        return True

    def activate(self) -> bool:
        """Open the chosen line."""
        if not self.selected or not self.usable():
            return False
        self.on_open(self.selected)
        return True

    def on_hover(self, pos: tuple[int, int]) -> None:
        """Show which line is meant."""
        self.invalidate()

    def on_release(self, pos: tuple[int, int]) -> None:
        """Choose the line; open it if it was chosen already."""
        row = self.row_at(pos)
        if row is not None and not self.select(row.key):
            self.activate()

    def on_key(self, key: int, mod: int) -> bool:
        """Arrows, Home and End choose; Enter and Space open."""
        if mod & (pygame.KMOD_CTRL | pygame.KMOD_ALT):
            return False
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE):
            return self.activate()
        keys = [row.key for row in self.rows]
        at = keys.index(self.selected) if self.selected in keys else -1
        wanted = {
            pygame.K_UP: at - 1,
            pygame.K_DOWN: at + 1,
            pygame.K_LEFT: at - self._per_column,
            pygame.K_RIGHT: at + self._per_column,
            pygame.K_HOME: 0,
            pygame.K_END: len(keys) - 1,
        }.get(key)
        if wanted is None or not 0 <= wanted < len(keys):
            return False
        self.select(keys[wanted])
        return True


class ShortScroll(ScrollArea):
    """A scroll area that asks for at most `most_px` pixels."""

    def __init__(self, id: str, child: Widget, *, most_px: int, **kwargs: Any) -> None:
        super().__init__(id, child, **kwargs)
        self.most_px = most_px

    def content_height(self, look: Look, width: int) -> int:
        """The child's height as far as allowed."""
        return min(self.most_px, super().content_height(look, width))


def draw_difficulty(
    look: Look, surface: pygame.Surface, left: int, middle: int, difficulty: int
) -> None:
    """Three dots, as many of them dark as the level is difficult (1 to 3)."""
    for number in range(3):
        tone = "ink_soft" if number < difficulty else "slate_wash"
        center = (left + look.px(3 + number * 9), middle)
        look.shapes.disc(surface, center, look.px(6), look.color(tone))
