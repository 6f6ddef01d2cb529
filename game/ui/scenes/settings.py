"""The settings: text size, contrast, motion, sound, full screen, language."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

from game.ui.scene import Scene
from game.ui.scenes import frame
from game.ui.services import Settings
from game.ui.theme import TEXT_PERCENTS
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Divider, Row
from game.ui.widgets.cards import Card
from game.ui.widgets.choices import Checkbox
from game.ui.widgets.dropdown import Dropdown
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Segmented

WIDEST = 760


class SettingsScene(Scene):
    """Each change takes effect at once and is kept."""

    title = "Settings – Downstream"

    def __init__(self) -> None:
        self._held: Settings | None = None

    @property
    def held(self) -> Settings:
        """The settings in force; they hold even where they cannot be kept for the next start."""
        known = self._held if self._held is not None else self.services.settings()
        # Text size and full screen may have been changed by key.
        return replace(known, text_percent=self.app.text_percent, fullscreen=self.app.fullscreen)

    def build(self) -> Widget:
        """A card with a line for each setting."""
        say, kept = self.services.catalogue.say, self.held
        lines = [
            self._line("type", say("Text size"), say("Ctrl+plus and Ctrl+minus do the same."),
                       self._text_size(kept)),
            self._line("contrast", say("High contrast"), say("Darker text and stronger lines."),
                       self._switch("high_contrast", kept.high_contrast)),
            self._line("pause", say("Less motion"), say("What changes, changes at once."),
                       self._switch("reduced_motion", kept.reduced_motion)),
            self._line("volume-2" if kept.sound else "volume-x", say("Sound"),
                       self._sound_caption(), self._switch("sound", kept.sound)),
            self._line("maximize", say("Full screen"), say("F11 does the same."),
                       self._switch("fullscreen", kept.fullscreen)),
            self._line("languages", say("Language"), say("The words of game and levels."),
                       self._language(kept)),
        ]  # fmt: skip
        parts: list[Widget] = []
        for line in lines:
            parts += [line, Divider(tone="line_soft")]
        parts.append(Label(say("Settings are kept on this computer."), 12, tone="muted"))
        content: list[Widget] = [Card("settings", parts, gap=10)]
        if notice := self.services.play_folder_notice:
            content.append(callout(notice, icon="folder-open", tone="amber", id="folder-notice"))
        wide = min(WIDEST, frame.nominal_size(self)[0] - 32)
        body = Column(gap=16, padding=(4, 20), width=wide, align="center", children=content)
        bar = frame.title_bar(
            say("Settings"),
            picture=Icon("settings", 24, "on_navy"),
            right=[frame.back_button(self)],
            compact=frame.is_short(self),
        )
        scroll = ScrollArea("settings-scroll", Column(children=[body], gap=0), stretch=1)
        return frame.paint_page(bar, Column(fill="page", gap=0, children=[scroll]))

    def _line(self, icon: str, title: str, caption: str, control: Widget) -> Row:
        texts = Column(
            gap=1,
            stretch=1,
            children=[Label(title, 15, "semibold"), Paragraph(caption, 13, tone="muted")],
        )
        tile = Icon(icon, 18, "blue", ground="blue_tint")
        return Row(gap=16, across="center", padding=(0, 2), children=[tile, texts, control])

    def _text_size(self, kept: Settings) -> Segmented:
        options = [Option(str(percent), f"{percent} %") for percent in TEXT_PERCENTS]
        return Segmented("text-size", options, str(kept.text_percent), self.set_text_size)

    def _switch(self, name: str, on: bool) -> Checkbox:
        say = self.services.catalogue.say
        return Checkbox(name, say("On"), on, partial(self._set_flag, name))

    def _language(self, kept: Settings) -> Widget:
        options = [Option(code, name) for code, name in self.services.languages()]
        return Dropdown("language", options, kept.language, partial(self._keep_one, "language"))

    def _sound_caption(self) -> str:
        say, sounds = self.services.catalogue.say, self.app.sounds
        if sounds.silent_reason:
            return say("No sound device was found; the game plays silently.")
        return say("Short sounds for decisions. All they say can be read too.")

    # --- what a person does ---------------------------------------------------------------

    def set_text_size(self, percent: str) -> None:
        """Draw text and controls at another size."""
        self._keep_one("text_percent", int(percent))

    def _set_flag(self, name: str, on: bool) -> None:
        self._keep_one(name, on)
        if name == "sound" and on:
            self.app.sounds.play("click")

    def _keep_one(self, name: str, value: Any) -> None:
        """Apply a setting at once; if it cannot be kept, say so and go on with it."""
        self._held = replace(self.held, **{name: value})
        frame.apply_settings(self, self._held)
        self.rebuild()
        title = self.services.catalogue.say("The setting holds, but could not be kept")
        frame.attempt(self, title, partial(self.services.keep_settings, self._held))

    # --- the scene ------------------------------------------------------------------------

    def on_back(self) -> bool:
        """Escape goes back."""
        self.app.pop()
        return True
