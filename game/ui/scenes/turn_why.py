"""Why? The causes of a figure's change, in a dialog or a card."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.text.catalogue import Catalogue, mark
from game.ui.models.turn_why import WhyView
from game.ui.scene import Scene
from game.ui.widget import Widget
from game.ui.widgets.boxes import Row, Spacer
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import Callout
from game.ui.widgets.dialog import open_dialog
from game.ui.widgets.labels import Delta, Label
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.whytree import WhyRow, WhyTree


def why_tree(catalogue: Catalogue, view: WhyView, id: str, good_up: bool = True) -> Widget:
    """The tree of a figure's causes."""
    rows = [
        WhyRow(
            row.key,
            row.title,
            row.rule,
            float(row.change),
            row.change_text,
            row.icon,
            row.depth,
            row.decision,
        )
        for row in view.rows
    ]
    say = catalogue.say
    headings = (say(mark("Decision or cause")), say(mark("Rule")), view.effect)
    return WhyTree(id, rows, headings, good_up=good_up)


def sum_line(catalogue: Catalogue, view: WhyView) -> Widget:
    """The line that shows that the rows add up."""
    say = catalogue.say
    parts = [row.change_text for row in view.rows if not row.depth]
    texts: list[Widget] = [Label(say(mark("Adds up")), 13, "semibold", "ink_soft", rigid=True)]
    if len(parts) > 1:
        texts.append(Label("  ".join(parts), 13, tone="ink_soft", stretch=1))
    else:
        texts.append(Spacer())
    texts.append(Label(f"= {view.change_text}", 14, "semibold", _tone(view), rigid=True))
    return Callout("", texts, tone="line_soft", padding=(16, 8))


def _tone(view: WhyView) -> str:
    if not view.direction:
        return "ink"
    worse = (view.direction > 0) == (view.figure == "debt")
    return "bad" if worse else "good"


def heading(view: WhyView, size: float = 20) -> list[Widget]:
    """Name, change, and from what to what."""
    figure: Widget = (
        Label(view.change_text, size, "semibold")
        if view.first
        else Delta(view.change_text, view.direction, size, good=view.figure != "debt")
    )
    return [
        Label(view.title, size, "semibold"),
        figure,
        Label(view.from_to, 13, tone="muted", align="center"),
    ]


def open_why(scene: Scene, catalogue: Catalogue, view: WhyView, about: str = "") -> None:
    """Open the dialog "why?" on a figure."""
    say = catalogue.say

    def buttons(close: Callable[[], None]) -> Sequence[Widget]:
        return (Button("why-ok", say(mark("Close")), close, kind="primary"),)

    body: list[Widget] = [Row(children=heading(view), gap=12, across="center")]
    if about:
        body.append(Paragraph(about, 13, tone="muted"))
    if view.rows:
        body += [
            why_tree(catalogue, view, "why-tree", view.figure != "debt"),
            sum_line(catalogue, view),
            Paragraph(
                say(mark("Rows set in show what drove the row above, each in its own unit.")),
                12,
                tone="muted",
            ),
        ]
    else:
        body.append(Paragraph(say(mark("Nothing moved it in the last turn.")), 14))
    open_dialog(
        scene.root, "why", say(mark("Why?")), body, buttons=buttons, width=920, focus_id="why-ok"
    )
