"""The left side of a turn: the map with its cards, and the value chain below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.text.catalogue import mark
from game.text.reports import Warning
from game.ui.map_content import HitRegion, PixelRect
from game.ui.models.turn_chain import Chain
from game.ui.models.turn_map import RIVAL, Site, partner_site, rival_site, site
from game.ui.scenes.briefing_parts import cited
from game.ui.scenes.frame import tell
from game.ui.scenes.map_panel import CornerCard, MapPanel
from game.ui.scenes.turn_table import table_button
from game.ui.widget import Widget
from game.ui.widgets.boxes import Box, Column, Row, Spacer
from game.ui.widgets.buttons import Button, IconButton
from game.ui.widgets.cards import Card
from game.ui.widgets.chain import ChainStage, ChainStrip
from game.ui.widgets.forecast import LegendMark
from game.ui.widgets.labels import Flag, Icon, Label
from game.ui.widgets.news import callout
from game.ui.widgets.tabs import Option, Pills

if TYPE_CHECKING:
    from game.ui.scenes.turn import TurnScene

ZOOM = 1.25
MOST_WARNINGS = 2


def map_area(scene: TurnScene) -> Widget:
    """The map; over its corners what waits, the picked site, and the zoom buttons."""
    panel = MapPanel(
        "map",
        scene.map_view,
        scene.model.map(),
        scene.pick,
        kinds=("marker", "partner", "flow"),
        avoid=_covered(scene),
        stretch=1,
    )
    over: list[Widget] = [panel, CornerCard("top-left", _waiting(scene), margin=12)]
    if scene.picked is not None:
        over.append(CornerCard("top-right", site_card(scene, scene.picked), margin=12))
    else:
        over.append(CornerCard("top-right", _zoom(scene), margin=12))
    return Box("map-area", over, stretch=1)


def _covered(scene: TurnScene) -> list[PixelRect]:
    """About where cards lie over the map, so that names and chips keep clear of them."""
    look = scene.app.look
    warned = len(_warned(scene))
    offers = any(not line.answered for line in scene.model.offers())
    table = bool(scene.model.waiting_at_table())
    if not (warned or offers or table):
        return []
    each = 42 if scene.narrow else 78
    height = 12 + (42 if offers else 0) + (42 if table else 0) + each * warned
    return [(0, 0, look.px(266 if warned and not scene.narrow else 190), look.px(height))]


def _warned(scene: TurnScene) -> list[Warning]:
    return [each for each in scene.model.warnings() if each.kind != "offer"][:MOST_WARNINGS]


def _zoom(scene: TurnScene) -> Widget:
    say = scene.words.say
    return Column(
        gap=6,
        children=[
            IconButton(
                "zoom-in",
                "plus",
                lambda: scene.zoom(ZOOM),
                tooltip=say(mark("Closer")),
                framed=True,
            ),
            IconButton(
                "zoom-out",
                "minus",
                lambda: scene.zoom(1 / ZOOM),
                tooltip=say(mark("Further away")),
                framed=True,
            ),
        ],
    )


def _waiting(scene: TurnScene) -> Widget:
    """Offers and warnings that should not be missed."""
    words = scene.words
    children: list[Widget] = []
    unanswered = sum(1 for line in scene.model.offers() if not line.answered)
    if unanswered:
        text = words.catalogue.count("{count} offer waits", "{count} offers wait", unanswered)
        children.append(
            Button(
                "to-offers",
                text,
                lambda: scene.show_area("partners"),
                icon="handshake",
                compact=True,
                size=13,
                align="start",
            )
        )
    children += table_button(scene)
    children += [_warning(scene, each, n) for n, each in enumerate(_warned(scene))]
    return Column("waiting", children, gap=8)


def _warning(scene: TurnScene, warning: Warning, number: int) -> Widget:
    """A warning in full, or in a narrow window its title, which opens the rest."""
    if scene.narrow:
        return Button(
            f"warning-{number}",
            warning.title,
            lambda: tell(scene, warning.title, warning.line),
            icon="triangle-alert",
            compact=True,
            size=13,
            align="start",
        )
    return callout(
        warning.line,
        title=warning.title,
        icon="triangle-alert",
        tone="amber",
        size=12,
        id=f"warning-{number}",
        width=250,
    )


def picked_site(scene: TurnScene, hit: HitRegion) -> Site | None:
    """What is known of a place on the map; None for one that tells nothing."""
    if hit.kind == "partner":
        return partner_site(scene.model.seen, scene.words, hit.id)
    if hit.kind == "marker":
        kind, _, province = hit.id.partition(":")
        look_at = rival_site if kind == RIVAL else site
        return look_at(scene.model.seen, scene.words, province)
    return None


def site_card(scene: TurnScene, hit: HitRegion) -> Widget:
    """The card of a picked place."""
    found = picked_site(scene, hit)
    if found is None:
        return Column()
    flag = scene.case.flags.get(hit.id, "") if hit.kind == "partner" else ""
    picture: Widget = Flag(flag, 26) if flag else Icon("map-pin", 20, "blue", ground="blue_tint")
    close = IconButton(
        "close-site", "x", scene.unpick, tooltip=scene.words.say(mark("Close")), size=16
    )
    rows: list[Widget] = [
        Row(
            gap=10,
            across="center",
            children=[picture, Label(found.title, 15, "semibold", stretch=1), close],
        )
    ]
    if found.caption:
        rows.append(cited("site-line", found.caption, scene.open_source, 12))
    for fact in found.facts:
        rows.append(
            Row(
                gap=12,
                children=[
                    Label(fact.name, 12, tone="ink_soft", stretch=1),
                    Label(fact.value, 12, "semibold", text_align="right"),
                ],
            )
        )
    return Card("site", rows, padding=(14, 10), gap=5, width=290)


# --- the value chain --------------------------------------------------------------------------


def chain_area(scene: TurnScene) -> Widget:
    """Where 100 tonnes mined go, and who owns each stage."""
    chain = scene.model.chain(brief=scene.narrow)
    stages = [
        ChainStage(
            stage.title,
            stage.icon,
            stage.multiple,
            stage.onward,
            stage.onward_text,
            stage.exported,
            stage.exported_text,
            stage.home_share,
        )
        for stage in chain.stages
    ]
    strip: Widget = ChainStrip("chain", stages, tooltip=chain.lesson)
    if not scene.narrow:
        lesson = callout(chain.lesson, width=260, size=12)
        strip = Box(children=[strip, CornerCard("bottom-right", lesson, margin=0)])
    return Column(
        "chain-area",
        [_chain_heading(scene, chain), strip],
        gap=8,
        padding=(20, 10, 20, 20),
        fill="surface",
    )


def _chain_heading(scene: TurnScene, chain: Chain) -> Widget:
    say = scene.words.say
    row: list[Widget] = [Label(say(mark("Value chain")), 18, "semibold", rigid=True)]
    minerals = scene.model.minerals()
    if len(minerals) > 1:
        options = [Option(mineral, name) for mineral, name in minerals]
        row.append(Pills("minerals", options, chain.mineral, scene.show_mineral, size=12))
    row.append(Label(chain.caption, 12, tone="muted", stretch=1))
    for tone, text in (
        ("amber", mark("National owners")),
        ("amber_soft", mark("Foreign owners")),
        ("slate", mark("Exported")),
    ):
        row += [LegendMark("swatch", tone), Label(say(text), 12, tone="ink_soft", rigid=True)]
    if scene.narrow:
        row = row[:-6]
        row.append(Spacer())
    return Row(gap=8, across="center", children=row)
