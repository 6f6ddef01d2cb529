"""The negotiation: an offer's terms on their grids, the likely answer, and what is remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.engine.orders import Order
from game.text.catalogue import mark
from game.text.offers import TermLine
from game.ui.models.turn_forecast import ForecastRow
from game.ui.models.turn_offers import (
    AGREES,
    MOOD_STEPS,
    REFUSES,
    Likely,
    Negotiation,
    accept_order,
    counter_order,
    refuse_order,
)
from game.ui.scenes.briefing_parts import cited
from game.ui.scenes.turn_ask import AskDialog
from game.ui.scenes.turn_dialog import LiveDialog, SettingSlider
from game.ui.scenes.turn_outlook import range_marks
from game.ui.widget import Widget
from game.ui.widgets.boxes import Box, Column, Divider, Row, Spacer
from game.ui.widgets.buttons import Button, IconButton
from game.ui.widgets.cards import Callout, Card
from game.ui.widgets.forecast import LegendMark, RangeBar
from game.ui.widgets.labels import Delta, Flag, Icon, Label
from game.ui.widgets.meters import Segments
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Segmented

if TYPE_CHECKING:
    from game.ui.scenes.turn import TurnScene

WIDTH, NARROW_WIDTH = 1080, 760
FEW_STEPS = 3
_LIKELY = {
    AGREES: ("good", "check"),
    REFUSES: ("bad", "x"),
}


class TalkDialog:
    """One offer opened: accept it, refuse it, ask for other terms, or decide later."""

    def __init__(self, scene: TurnScene, offer: str) -> None:
        self.scene = scene
        self.offer = offer
        self.moved: dict[str, int] = {}
        self._dialog = LiveDialog(scene, "talk", self._build, self._keys)

    def show(self) -> None:
        """Open it."""
        self._dialog.show(focus_id="talk-later")

    def _talk(self) -> Negotiation:
        return self.scene.model.negotiation(self.offer, self.moved)

    # --- content --------------------------------------------------------------------------

    def _build(self) -> Widget:
        talk, scene = self._talk(), self.scene
        left = Column(children=[*self._terms(talk), *self._likely(talk)], gap=12, stretch=6)
        right = Column(children=[*self._partner(talk), *self._effects(talk)], gap=10, stretch=4)
        body: Widget
        if scene.narrow:
            body = Column(children=[left, Divider(tone="line_soft"), right], gap=14, padding=4)
        else:
            body = Row(children=[left, Divider("down", tone="line_soft"), right], gap=24, padding=4)
        return Card(
            "talk-card",
            [
                self._heading(talk),
                Divider(tone="line_soft"),
                ScrollArea("talk-scroll", body, stretch=1),
                Divider(tone="line_soft"),
                self._buttons(talk),
            ],
            gap=12,
            width=NARROW_WIDTH if scene.narrow else WIDTH,
        )

    def _heading(self, talk: Negotiation) -> Widget:
        say, card = self.scene.words.say, talk.card
        flag = self.scene.case.flags.get(card.partner, "")
        caption = f"{card.partner_name} \N{MIDDLE DOT} {card.kind} \N{MIDDLE DOT} {card.lasts}"
        texts = Column(
            gap=2,
            stretch=1,
            children=[Label(card.title, 20, "semibold"), Label(caption, 13, tone="muted")],
        )
        mood = Row(
            gap=8,
            across="center",
            align="center",
            children=[
                Label(say(mark("Standing")), 12, tone="muted"),
                Segments(talk.mood, MOOD_STEPS, tooltip=talk.standing_text),
            ],
        )
        close = IconButton("talk-close", "x", self._dialog.close, tooltip=say(mark("Close")))
        return Row(children=[Flag(flag, 44), texts, mood, close], gap=14, across="center")

    def _terms(self, talk: Negotiation) -> list[Widget]:
        say = self.scene.words.say
        legend = Row(
            gap=6,
            across="center",
            children=[
                Label(say(mark("Terms")), 15, "semibold", stretch=1),
                LegendMark("now"),
                Label(say(mark("their offer")), 12, tone="muted", rigid=True),
                LegendMark("ring", "blue"),
                Label(say(mark("you")), 12, tone="muted", rigid=True),
            ],
        )
        rows: list[Widget] = [legend]
        if talk.card.line:
            rows.append(cited("talk-line", talk.card.line, self.scene.open_source, 13))
        rows += [self._term(talk, term) for term in talk.card.terms]
        if not talk.card.can_counter:
            text = say(mark("This is its last word: accept or refuse."))
            rows.append(Label(text, 12, tone="amber_ink"))
        return rows

    def _term(self, talk: Negotiation, term: TermLine) -> Widget:
        say = self.scene.words.say
        at = term.grid.index(talk.moved[term.name])
        offered = term.grid.index(term.value)
        shown = Label(
            term.texts[at], 14, "semibold", "blue", id=f"asked-{term.name}", text_align="right"
        )
        was = Label(say(mark("offer {text}"), text=term.text), 12, tone="muted", text_align="right")
        name = Column(
            gap=0,
            width=150,
            children=[
                Label(term.label, 13, "semibold"),
                Label(self._favour(term), 12, tone="muted"),
            ],
        )
        control = self._control(talk, term, at, offered, shown)
        values = Column(children=[shown, was], gap=0, width=130)
        return Row(children=[name, control, values], gap=12, across="center")

    def _favour(self, term: TermLine) -> str:
        say = self.scene.words.say
        return say(
            mark("higher is better for you") if term.favour > 0 else mark("lower is better for you")
        )

    def _control(
        self, talk: Negotiation, term: TermLine, at: int, offered: int, shown: Label
    ) -> Widget:
        free = talk.card.can_counter
        if len(term.grid) <= FEW_STEPS:
            options = [Option(str(n), text) for n, text in enumerate(term.texts)]
            return Segmented(
                f"term-{term.name}",
                options,
                str(at),
                lambda key: self._move(term, int(key)),
                mark=str(offered),
                size=12,
                stretch=1,
                enabled=free,
            )
        return SettingSlider(
            f"term-{term.name}",
            len(term.grid),
            at,
            lambda index: self._move(term, index),
            lambda index: shown.set_text(term.texts[index]),
            now=offered,
            filled=False,
            ticks=True,
            names=term.texts,
            stretch=1,
            enabled=free,
        )

    def _likely(self, talk: Negotiation) -> list[Widget]:
        if talk.likely is None:
            return []
        say = self.scene.words.say
        return [
            Label(say(mark("Likely answer to your terms")), 15, "semibold"),
            likely_box(talk.likely),
        ]

    def _partner(self, talk: Negotiation) -> list[Widget]:
        say, name = self.scene.words.say, talk.card.partner_name
        rows: list[Widget] = []
        if talk.wants:
            rows += [
                Label(say(mark("What {partner} wants"), partner=name), 15, "semibold"),
                cited("talk-wants", talk.wants, self.scene.open_source, 13),
            ]
        rows.append(Label(say(mark("{partner} remembers"), partner=name), 15, "semibold"))
        for memory in talk.memories:
            change = mark("up") if memory.direction > 0 else mark("down")
            text = say(change) if memory.direction else say(mark("no change"))
            rows.append(
                Row(
                    gap=10,
                    across="center",
                    children=[
                        Label(memory.date, 12, tone="muted", rigid=True),
                        Label(memory.text, 13, stretch=1),
                        Delta(text, memory.direction, 12),
                    ],
                )
            )
        if not talk.memories:
            rows.append(Label(say(mark("no dealings yet")), 13, tone="muted"))
        if talk.also_waiting:
            rows.append(Label(say(mark("Also waiting")), 15, "semibold"))
            for other in talk.also_waiting:
                flag = self.scene.case.flags.get(other.partner, "")
                line = Label(f"{other.partner_name}: {other.title}", 13, stretch=1)
                rows.append(Row(children=[Flag(flag, 18), line], gap=8, across="center"))
        return rows

    def _effects(self, talk: Negotiation) -> list[Widget]:
        say = self.scene.words.say
        order = counter_order(talk) if talk.counters else accept_order(talk)
        if self.scene.match.check(order):
            return []
        title = (
            mark("Next turn, if it agrees to your terms")
            if talk.counters
            else mark("Next turn, if you accept")
        )
        rows = self.scene.model.offer_forecast((order,))
        return [
            Divider(tone="line_soft"),
            Label(say(title), 15, "semibold"),
            *(_effect(row) for row in rows),
        ]

    def _buttons(self, talk: Negotiation) -> Widget:
        say, tight = self.scene.words.say, self.scene.single
        refuse = Button("talk-refuse", say(mark("Refuse")), self._refuse, icon="x", size=14)
        later = Button(
            "talk-later",
            say(mark("Later") if tight else mark("Decide later")),
            self._later,
            icon="clock",
            size=14,
        )
        accept = Button(
            "talk-accept",
            say(mark("Accept") if tight else mark("Accept as offered")),
            self._accept,
            icon="check",
            size=14,
        )
        send = Button(
            "talk-counter",
            say(mark("Ask") if tight else mark("Ask for these terms")),
            self._counter,
            kind="primary",
            icon_right="send",
            size=14,
            enabled=talk.counters and talk.card.can_counter,
            lock=False,
            tooltip="" if talk.counters else say(mark("Move a term first.")),
        )
        return Row(children=[refuse, later, Spacer(), accept, send], gap=10)

    # --- what can be done -----------------------------------------------------------------

    def _move(self, term: TermLine, index: int) -> None:
        self.moved[term.name] = term.grid[index]
        self._dialog.refresh()

    def _keys(self, key: int, mod: int) -> bool:
        if key in (pygame.K_RETURN, pygame.K_KP_ENTER) and mod & pygame.KMOD_CTRL:
            talk = self._talk()
            if talk.counters:
                self._counter()
            else:
                self._accept()
            return True
        return False

    def _accept(self) -> None:
        self._answer(accept_order(self._talk()))

    def _refuse(self) -> None:
        self._answer(refuse_order(self._talk()))

    def _counter(self) -> None:
        self._answer(counter_order(self._talk()))

    def _later(self) -> None:
        order = self._talk().order
        if order is not None:
            self.scene.take_back(order)
        self._dialog.close()

    def _answer(self, order: Order) -> None:
        """Give the answer; a prediction is asked alone, and left it leads back to the terms."""
        scene = self.scene
        prediction = scene.model.asked_before(order)
        self._dialog.close()
        if prediction is not None and not scene.match.check(order):
            AskDialog(scene, prediction, lambda: self._answer(order), self.show).show()
        else:
            scene.give(order)


def likely_box(likely: Likely) -> Widget:
    """How the partner is likely to answer, in words."""
    tone, icon = _LIKELY.get(likely.step, ("amber", "arrow-left-right"))
    ink = "amber_ink" if tone == "amber" else tone
    texts: list[Widget] = [
        Label(likely.title, 14, "semibold", ink),
        Paragraph(f"{likely.line} {likely.moves_most}".strip(), 13, tone="ink"),
    ]
    return Callout(
        "likely",
        [Icon(icon, 18, ink), Column(children=texts, gap=2, stretch=1)],
        tone=f"{tone}_tint",
    )


def _effect(row: ForecastRow) -> Widget:
    return Row(
        gap=8,
        across="center",
        children=[
            Icon(row.icon, 14, "muted"),
            Label(row.short, 12, width=70),
            RangeBar(range_marks(row), stretch=1),
            Box(children=[_range_label(row)], width=140),
        ],
    )


def _range_label(row: ForecastRow) -> Widget:
    """The range; one that spans both sides has no arrow: a dash would read as a minus."""
    if row.direction:
        return Delta(row.text, row.direction, 12)
    return Label(row.text, 12, "semibold", "ink_soft")
