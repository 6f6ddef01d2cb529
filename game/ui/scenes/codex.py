"""The codex: words, facts and figures, disagreements and sources, with a search."""

from __future__ import annotations

import pygame

from game.ui.models.codex import CodexEntry, CodexModel
from game.ui.scene import Scene
from game.ui.scenes import frame
from game.ui.widget import Widget
from game.ui.widgets.boxes import Box, Column, Divider, Row
from game.ui.widgets.cards import Card
from game.ui.widgets.entry import Entry
from game.ui.widgets.labels import Caption, Icon, Label
from game.ui.widgets.lists import ListItem, ListView
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Tabs

LIST_WIDTH = 460


class CodexScene(Scene):
    """A list on the left follows the search; the chosen entry stands on the right in full."""

    title = "Codex – Downstream"

    def __init__(self, query: str = "", section: str = "") -> None:
        self.query = query
        self.section = section
        self.chosen = ""
        self._model: CodexModel | None = None

    @property
    def model(self) -> CodexModel:
        """The entries, read from the services at first use."""
        if self._model is None:
            self._model = CodexModel(self.services.codex(), self.services.catalogue)
            self.section = self.section or self._model.best_section(self.query)
        return self._model

    # --- building -------------------------------------------------------------------------

    def build(self) -> Widget:
        """Bar with search, tabs, list and entry."""
        say, model = self.services.catalogue.say, self.model
        found = model.find(self.section, self.query)
        if self.chosen not in [each.key for each in found]:
            self.chosen = found[0].key if found else ""
        bar = frame.title_bar(
            say("Codex"),
            say("Words, figures and where they come from"),
            picture=Icon("book-open", 24, "on_navy"),
            right=[frame.back_button(self)],
            compact=frame.is_short(self),
        )
        compact = frame.is_short(self)
        body = Column(
            fill="page",
            padding=(20, 8, 20, 12) if compact else (32, 12, 32, 20),
            gap=8 if compact else 12,
            children=[self._tabs(), self._columns(found)],
        )
        return frame.paint_page(bar, body)

    def _tabs(self) -> Widget:
        options = [Option(key, name) for key, name in self.model.sections]
        return Tabs("sections", options, self.section, self.turn_to, size=14)

    def _columns(self, found: tuple[CodexEntry, ...]) -> Row:
        catalogue = self.services.catalogue
        search = Entry(
            "search",
            self.query,
            self.search,
            placeholder=catalogue.say("Search: all words must occur"),
            stretch=1,
        )
        items = [ListItem(each.key, each.title, each.caption) for each in found]
        listing = ListView("entries", items, self.chosen, self.choose, size=14)
        left = Card(
            "finder",
            [
                Row(gap=10, across="center", children=[Icon("search", 18, "muted"), search]),
                Label(self.model.count(self.section, self.query), 12, tone="muted"),
                ScrollArea("entries-scroll", listing, stretch=1),
            ],
            padding=(16, 14),
            width=min(LIST_WIDTH, frame.nominal_size(self)[0] * 42 // 100),
        )
        return Row(gap=16, stretch=1, children=[left, self._entry(found)])

    def _entry(self, found: tuple[CodexEntry, ...]) -> Widget:
        say = self.services.catalogue.say
        entry = next((each for each in found if each.key == self.chosen), None)
        if entry is None:
            empty = say("Nothing was found. Try fewer or other words, or another tab.")
            return Box(children=[Column(children=[callout(empty, id="nothing")])], stretch=1)
        parts: list[Widget] = [Paragraph(entry.title, 20, "semibold", "ink")]
        if entry.sure:
            parts.append(frame.sure_mark(self.services.catalogue, entry.sure))
        if entry.text:
            parts.append(Paragraph(entry.text, 15, tone="ink"))
        for line in entry.lines:
            parts.append(
                Row(gap=10, children=[Icon("dot", 18, "blue", align="start"),
                                      Paragraph(line, 15, tone="ink", stretch=1)])
            )  # fmt: skip
        for name, value in entry.facts:
            parts += [
                Divider(tone="line_soft"),
                Column(gap=2, children=[Caption(name), Paragraph(value, 15, tone="ink")]),
            ]
        scroll = ScrollArea("entry-scroll", Column(gap=12, children=parts), stretch=1)
        return Card("entry", [scroll], stretch=1)

    # --- what a person does ---------------------------------------------------------------

    def turn_to(self, section: str) -> None:
        """Show another section with the same search."""
        self.section = section
        self.rebuild()
        self._to_top()

    def _to_top(self) -> None:
        """Show the first of what was found."""
        self.root.ensure_layout()
        scroll = self.root.find("entries-scroll")
        if isinstance(scroll, ScrollArea):
            scroll.scroll_to(0)

    def search(self, query: str) -> None:
        """Show what holds all words; go to a section that has something."""
        self.query = query
        if not self.model.find(self.section, query):
            self.section = self.model.best_section(query)
        self.rebuild()
        self._to_top()

    def choose(self, key: str) -> None:
        """Show another entry."""
        self.chosen = key
        self.rebuild()

    # --- the scene ------------------------------------------------------------------------

    def on_enter(self) -> None:
        """The keyboard starts in the search field."""
        self.root.set_focus(self.root.find("search"), visible=False)

    def on_shortcut(self, key: int, mod: int) -> bool:
        """Ctrl+F goes to the search field."""
        if key == pygame.K_f and mod & pygame.KMOD_CTRL:
            self.root.set_focus(self.root.find("search"))
            return True
        return False

    def on_back(self) -> bool:
        """Escape goes back."""
        self.app.pop()
        return True
