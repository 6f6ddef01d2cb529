"""Fourth step of the debrief: the real case, the other side, and the model's limits."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from game.ui.scenes.debrief_parts import (
    heading,
    is_one_column,
    listed_card,
    text_card,
    two_columns,
)
from game.ui.scenes.frame import sure_mark
from game.ui.services import Source
from game.ui.widget import Widget
from game.ui.widgets.boxes import Column, Divider, Grid, Row
from game.ui.widgets.buttons import IconButton
from game.ui.widgets.cards import Card
from game.ui.widgets.labels import Label
from game.ui.widgets.paragraphs import RichText

if TYPE_CHECKING:
    from game.ui.scenes.debrief import DebriefScene


def case_step(scene: DebriefScene) -> Widget:
    """What really happened with its sources; arguments for what was not done; limits."""
    model = scene.model
    left: list[Widget] = [text_card(scene, "case", scene.say("What happened in reality"),
                                    [model.case_text()])]  # fmt: skip
    if model.scenario is not None:
        said = model.scenario
        left.insert(0, text_card(scene, "scenario", said.title, [f"{said.line} {said.about}"]))
    path = model.path_lines()
    if path:
        left.append(_path_card(scene, path))
    sides = model.other_sides()
    if sides:
        caption = scene.say("The strongest arguments for what you did not do.")
        left.append(listed_card(scene, "sides", scene.say("The other side"), sides,
                                caption=caption))  # fmt: skip
    right: list[Widget] = []
    limits = model.left_out()
    if limits:
        rows = [("", text) for text in limits]
        right.append(listed_card(scene, "limits", scene.say("What the model leaves out"), rows))
    columns = two_columns(
        scene, Column(gap=16, children=left), Column(gap=16, children=right), share=1
    )
    if not scene.case.sources:
        return columns
    return Column(gap=16, children=[columns, _sources_card(scene)])


def _path_card(scene: DebriefScene, path: tuple[tuple[str, str], ...]) -> Widget:
    rows: list[Widget] = [heading(scene.say("What history did"))]
    for number, (date, line) in enumerate(path):
        text = RichText(f"path-{number}", line, 14, on_link=scene.open_source, stretch=1)
        rows += [
            Divider(tone="line_soft"),
            Row(
                gap=12,
                across="start",
                children=[Label(date, 13, "semibold", "muted", width=84), text],
            ),
        ]
    return Card("real-path", rows, gap=8)


def _sources_card(scene: DebriefScene) -> Widget:
    lines = [_source(scene, source) for source in scene.case.sources]
    grid = Grid(columns=1 if is_one_column(scene) else 2, gap=32, row_gap=2, children=lines)
    return Card("case-sources", [heading(scene.say("Sources")), grid], gap=8)


def _source(scene: DebriefScene, source: Source) -> Widget:
    number = str(source.number)
    return Row(
        gap=10,
        across="center",
        children=[
            Label(f"[{number}]", 13, "semibold", "blue", rigid=True),
            Label(source.title or source.publisher, 13, "medium"),
            Label(source.publisher if source.title else "", 12, tone="muted", stretch=1),
            sure_mark(scene.services.catalogue, source.sure, named=False),
            IconButton(
                f"source-{number}",
                "info",
                partial(scene.open_source, number),
                size=16,
                tooltip=scene.say("Details of this source"),
            ),
        ],
    )
