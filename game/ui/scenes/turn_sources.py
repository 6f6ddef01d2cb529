"""Texts with citation links, as levels write them, and what a link opens."""

from __future__ import annotations

from game.text.catalogue import Catalogue, mark
from game.ui.scene import Scene
from game.ui.scenes.frame import sure_mark
from game.ui.services import Case, Source
from game.ui.widget import Widget
from game.ui.widgets.dialog import open_dialog
from game.ui.widgets.labels import Label
from game.ui.widgets.paragraphs import Paragraph, RichText


def cited_text(
    scene: Scene, case: Case, catalogue: Catalogue, id: str, text: str, size: float = 13
) -> Widget:
    """A paragraph whose `[1]` opens the level's first source."""

    def open_link(link: str) -> None:
        found = next((x for x in case.sources if str(x.number) == link), None)
        if found is not None:
            open_source(scene, catalogue, found)

    return RichText(id, text, size, on_link=open_link)


def open_source(scene: Scene, catalogue: Catalogue, source: Source) -> None:
    """Say where something comes from, and how sure it is."""
    place = ", ".join(part for part in (source.publisher, source.year, source.place) if part)
    body: list[Widget] = [Paragraph(source.title, 15, "semibold", "ink")]
    if place:
        body.append(Label(place, 13, tone="ink_soft"))
    body.append(sure_mark(catalogue, source.sure))
    title = catalogue.say(mark("Source {number}"), number=source.number)
    open_dialog(scene.root, "source", title, body, width=480)
