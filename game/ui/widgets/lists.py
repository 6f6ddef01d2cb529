"""A list of lines to choose from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pygame

from game.ui.look import Look
from game.ui.widget import Widget


@dataclass(frozen=True, slots=True)
class ListItem:
    """One line: a stable key, title, caption below, icon or flag left, a note right."""

    key: str
    title: str
    caption: str = ""
    icon: str = ""
    flag: str = ""
    note: str = ""
    enabled: bool = True


class ListView(Widget):
    """Lines below one another; one stop for Tab, arrows choose, Enter or a click opens.

    `on_change(key)` follows the choice, `on_open(key)` Enter or a second click. Put it into a
    `ScrollArea` if it may be long.
    """

    focusable = True
    pointer = True

    def __init__(
        self,
        id: str,
        items: Sequence[ListItem],
        selected: str = "",
        on_change: Callable[[str], None] | None = None,
        on_open: Callable[[str], None] | None = None,
        *,
        size: float = 14,
        **kwargs: Any,
    ) -> None:
        super().__init__(id, **kwargs)
        self.items = list(items)
        self.selected = selected
        self.on_change = on_change
        self.on_open = on_open
        self.size = size
        self._item_height = 1

    def item_height(self, look: Look) -> int:
        """Pixels of one line (all have the same)."""
        height = look.text.line_height(self.size) + look.px(12)
        if any(item.caption for item in self.items):
            height += look.text.line_height(self.size - 2)
        return height

    def content_width(self, look: Look) -> int:
        """The widest line."""
        widest = max((self._width(look, item) for item in self.items), default=0)
        return widest + look.gap(24)

    def _width(self, look: Look, item: ListItem) -> int:
        title = look.text.width(item.title, self.size, "semibold")
        caption = look.text.width(item.caption, self.size - 2)
        note = look.text.width(item.note, self.size - 1) + look.gap(12) if item.note else 0
        return max(title, caption) + note + self._picture(look, item)

    def _picture(self, look: Look, item: ListItem) -> int:
        return look.px(22) + look.gap(10) if item.icon or item.flag else 0

    def content_least_width(self, look: Look) -> int:
        """Some letters."""
        return min(self.content_width(look), look.px(self.size * 9))

    def content_height(self, look: Look, width: int) -> int:
        """All lines."""
        return self.item_height(look) * len(self.items)

    def place(self, look: Look, rect: pygame.Rect) -> None:
        """Remember the height of a line at this scale."""
        super().place(look, rect)
        self._item_height = self.item_height(look)

    def _cell(self, number: int) -> pygame.Rect:
        return pygame.Rect(
            self.rect.x, self.rect.y + number * self._item_height, self.rect.w, self._item_height
        )

    def parts(self) -> dict[str, pygame.Rect]:
        """The lines by key."""
        return {item.key: self._cell(n) for n, item in enumerate(self.items)}

    def focus_rect(self) -> pygame.Rect:
        """The chosen line."""
        return self.parts().get(self.selected, self.rect).inflate(-6, -6)

    def item_at(self, pos: tuple[int, int]) -> ListItem | None:
        """The line at a place."""
        if not self.rect.collidepoint(pos):
            return None
        number = (pos[1] - self.rect.y) // self._item_height
        return self.items[number] if number < len(self.items) else None

    def select(self, key: str) -> bool:
        """Choose a line, scroll to it and report it; False if nothing changed."""
        item = next((i for i in self.items if i.key == key), None)
        if item is None or not item.enabled or key == self.selected or not self.usable():
            return False
        self.selected = key
        self.invalidate()
        if self.root is not None:
            self.root.reveal(self)
        if self.on_change is not None:
            self.on_change(key)
        return True

    def activate(self) -> bool:
        """Open the chosen line."""
        if self.on_open is None or not self.selected or not self.usable():
            return False
        self.on_open(self.selected)
        return True

    def paint(self, look: Look, surface: pygame.Surface) -> None:
        """Draw the lines that can be seen."""
        clip = surface.get_clip()
        under = self.item_at(self.root.mouse) if self.root is not None and self.hovered else None
        for number, item in enumerate(self.items):
            cell = self._cell(number)
            if cell.colliderect(clip):
                self._paint_item(look, surface, item, cell, item is under)

    def _paint_item(
        self,
        look: Look,
        surface: pygame.Surface,
        item: ListItem,
        cell: pygame.Rect,
        under: bool,
    ) -> None:
        inner = cell.inflate(-2, -4)
        if item.key == self.selected:
            look.shapes.box(
                surface, inner, look.gap(8), look.color("blue_tint"), look.color("blue")
            )
        elif under and item.enabled:
            look.shapes.box(surface, inner, look.gap(8), look.color("blue_faint"))
        left = cell.x + look.gap(12)
        self._paint_picture(look, surface, item, left, cell.centery)
        left += self._picture(look, item)
        right = cell.right - look.gap(12)
        if item.note:
            drawn = look.text.draw(
                surface,
                item.note,
                (right, cell.centery),
                self.size - 1,
                "regular",
                look.color("muted"),
                "midright",
                max_width=max(0, (right - left) // 2),
            )
            right = drawn.left - look.gap(12)
        self._paint_texts(look, surface, item, cell, left, max(0, right - left))

    def _paint_texts(
        self,
        look: Look,
        surface: pygame.Surface,
        item: ListItem,
        cell: pygame.Rect,
        left: int,
        room: int,
    ) -> None:
        ink = look.color("ink" if item.enabled else "disabled_ink")
        y = cell.centery
        if item.caption:
            step = look.text.line_height(self.size - 2)
            look.text.draw(
                surface,
                item.caption,
                (left, y + look.text.line_height(self.size) / 2),
                self.size - 2,
                "regular",
                look.color("muted"),
                "midleft",
                max_width=room,
            )
            y -= step // 2
        look.text.draw(
            surface,
            item.title,
            (left, y),
            self.size,
            "semibold" if item.caption else "medium",
            ink,
            "midleft",
            max_width=room,
        )

    def _paint_picture(
        self, look: Look, surface: pygame.Surface, item: ListItem, left: int, y: int
    ) -> None:
        side = look.px(22)
        if item.flag:
            image = look.icons.flag(item.flag, side)
            surface.blit(image, image.get_rect(midleft=(left, y)))
        elif item.icon:
            look.icons.draw(
                surface, item.icon, (left + side / 2, y), look.px(18), look.color("ink_soft")
            )

    def on_hover(self, pos: tuple[int, int]) -> None:
        """Show which line is meant."""
        self.invalidate()

    def on_release(self, pos: tuple[int, int]) -> None:
        """Choose the line; open it if it was chosen already."""
        item = self.item_at(pos)
        if item is not None and not self.select(item.key) and item.key == self.selected:
            self.activate()

    def on_key(self, key: int, mod: int) -> bool:
        """Up and down, Home and End choose; Enter and Space open."""
        if key in (pygame.K_RETURN, pygame.K_SPACE) and not mod & pygame.KMOD_CTRL:
            return self.activate()
        keys = [item.key for item in self.items if item.enabled]
        if not keys:
            return False
        at = keys.index(self.selected) if self.selected in keys else -1
        wanted = {
            pygame.K_UP: at - 1,
            pygame.K_DOWN: at + 1,
            pygame.K_HOME: 0,
            pygame.K_END: len(keys) - 1,
        }.get(key)
        if wanted is None or not 0 <= wanted < len(keys):
            return False
        self.select(keys[wanted])
        return True
