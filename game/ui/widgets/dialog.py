"""Dialogs, questions and short messages over a scene."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final

from game.ui.layers import Layer, bottom_placer, center_placer
from game.ui.root import Root
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Row, Spacer
from game.ui.widgets.buttons import Button, IconButton
from game.ui.widgets.cards import Callout, Card
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea

TOAST_MS: Final = 4000


class Dialog(Card):
    """Title, body in a scroll area, buttons below; the close button is `<id>-close`."""

    def __init__(
        self,
        id: str,
        title: str,
        body: Sequence[Widget],
        buttons: Sequence[Widget] = (),
        *,
        on_close: Callable[[], None],
        caption: str = "",
        width: float = 560,
        **kwargs: Any,
    ) -> None:
        heading: list[Widget] = [Label(title, 20, "semibold")]
        if caption:
            heading.append(Label(caption, 13, tone="muted"))
        close = IconButton(f"{id}-close", "x", on_close, tooltip="Close", align="start")
        rows: list[Widget] = [
            Row(children=[Column(children=heading, gap=2, stretch=1), close], gap=16),
            ScrollArea(f"{id}-scroll", Column(children=body, gap=10, padding=4), stretch=1),
        ]
        if buttons:
            rows.append(Row(children=[Spacer(), *buttons], gap=12))
        super().__init__(id, rows, gap=14, width=width, **kwargs)


def open_dialog(
    root: Root,
    id: str,
    title: str,
    body: Sequence[Widget],
    *,
    buttons: Callable[[Callable[[], None]], Sequence[Widget]] | None = None,
    caption: str = "",
    width: float = 560,
    on_close: Callable[[], None] | None = None,
    focus_id: str = "",
) -> Layer:
    """Open a dialog over the scene; `buttons(close)` makes its buttons. Esc closes it."""
    holder: list[Layer] = []

    def close() -> None:
        root.close_layer(holder[0])

    made = buttons(close) if buttons is not None else ()
    dialog = Dialog(id, title, body, made, on_close=close, caption=caption, width=width)
    holder.append(root.open_layer(dialog, "dialog", center_placer, on_close, focus_id=focus_id))
    return holder[0]


def ask(
    root: Root, id: str, title: str, text: str, yes: str, no: str, on_yes: Callable[[], None]
) -> Layer:
    """A question with two answers: buttons `<id>-yes` and `<id>-no`; Esc means no.

    "No" has the focus at first, so that Enter alone changes nothing.
    """

    def buttons(close: Callable[[], None]) -> Sequence[Widget]:
        def accept() -> None:
            close()
            on_yes()

        return (
            Button(f"{id}-no", no, close),
            Button(f"{id}-yes", yes, accept, kind="primary"),
        )

    body = [Paragraph(text)]
    return open_dialog(root, id, title, body, buttons=buttons, width=460, focus_id=f"{id}-no")


def toast(root: Root, text: str, *, icon: str = "info", lasts_ms: int = TOAST_MS) -> Layer:
    """A short message at the bottom that goes away by itself and takes no focus."""
    body = Callout(
        "toast",
        [Icon(icon, 18, "amber"), Label(text, 14, "medium", "on_navy")],
        tone="navy_raised",
        dark=True,
    )
    return root.open_layer(body, "toast", bottom_placer, lasts_ms=lasts_ms)
