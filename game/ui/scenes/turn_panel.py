"""The panel at the right of a turn: decisions by tab, the forecast, and the end of the turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.text.catalogue import mark
from game.ui.models.turn_dashboard import Tile
from game.ui.models.turn_offers import OfferLine
from game.ui.scenes.turn_cards import CardActions, lever_card
from game.ui.scenes.turn_outlook import forecast_heading, forecast_rows
from game.ui.scenes.turn_table import table_card
from game.ui.widget import Widget
from game.ui.widgets.badges import Badge
from game.ui.widgets.boxes import Box, Column, Divider, Row, Spacer
from game.ui.widgets.buttons import Button, IconButton
from game.ui.widgets.cards import SelectCard
from game.ui.widgets.labels import Delta, Flag, Icon, Label
from game.ui.widgets.meters import Dots
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Segmented, Tabs

if TYPE_CHECKING:
    from game.ui.scenes.turn import TurnScene

PANEL_WIDTH = 400
NARROW_PANEL_WIDTH = 356
DECIDE, FORECAST = "decide", "forecast"
_SHORT_AREAS = {
    "trade": mark("Trade"),
    "partners": mark("Partners"),
    "people": mark("People"),
    "industry": mark("Industry"),
    "region": mark("Region"),
    "treasury": mark("Treasury"),
}


def wide_panel(scene: TurnScene) -> Widget:
    """Decisions above, the forecast always in sight below."""
    pad = Column(
        gap=10,
        padding=(20, 14, 20, 0),
        stretch=1,
        children=[heading(scene), means(scene), tabs(scene), cards(scene)],
    )
    below = Column(
        gap=4, padding=(20, 8, 20, 8), children=[*forecast_heading(scene), *forecast_rows(scene)]
    )
    return Column(
        "panel",
        [pad, Divider(), below, Divider(), foot(scene)],
        gap=0,
        fill="surface",
        width=PANEL_WIDTH,
    )


def narrow_panel(scene: TurnScene) -> Widget:
    """Decisions or the forecast, by choice; the panel can be folded away."""
    say = scene.words.say
    fold = IconButton(
        "fold", "chevron-right", scene.fold, tooltip=say(mark("Fold this panel away"))
    )
    switch = Row(gap=6, across="center", children=[view_switch(scene), fold])
    body = Column(
        gap=8, padding=(14, 10, 14, 0), stretch=1, children=[switch, *panel_body(scene, scene.view)]
    )
    return Column(
        "panel", [body, Divider(), foot(scene)], gap=0, fill="surface", width=NARROW_PANEL_WIDTH
    )


def folded_panel(scene: TurnScene) -> Widget:
    """The strip that is left of a folded panel: unfold, points, end the turn."""
    say = scene.words.say
    left, _ = scene.model.points()
    return Column(
        "panel",
        [
            IconButton("unfold", "chevron-left", scene.fold, tooltip=say(mark("Decisions"))),
            Badge(str(left), "blue", tooltip=say(mark("Points of political capital left"))),
            Spacer(),
            IconButton(
                "end-turn",
                "arrow-right",
                scene.ask_end,
                tooltip=say(mark("End turn (Ctrl+Enter)")),
                framed=True,
            ),
        ],
        padding=(6, 10),
        gap=10,
        fill="surface",
    )


def view_switch(scene: TurnScene) -> Widget:
    """The choice between decisions and the forecast."""
    say = scene.words.say
    options = [
        Option(DECIDE, say(mark("Decisions")), "landmark"),
        Option(FORECAST, say(mark("Forecast")), "target"),
    ]
    return Segmented("panel-view", options, scene.view, scene.show_view, stretch=1, size=13)


def panel_body(scene: TurnScene, view: str) -> list[Widget]:
    """What a narrow panel shows in a view."""
    if view == FORECAST:
        rows = Column(
            gap=10,
            children=[*forecast_heading(scene), *forecast_rows(scene, tall=True)],
            padding=(0, 0, 8, 0),
        )
        return [means(scene), ScrollArea("forecast-scroll", rows, stretch=1)]
    return [heading(scene, titled=False), tabs(scene), cards(scene)]


# --- decisions --------------------------------------------------------------------------------


def heading(scene: TurnScene, titled: bool = True) -> Widget:
    """Title, and the points of political capital left; without a title the money left too."""
    say = scene.words.say
    left, whole = scene.model.points()
    name = mark("Political capital") if titled else mark("Points")
    label = Label(say(name), 12, tone="muted", rigid=not titled)
    tip = "\n".join(
        (
            say(mark("{left} of {whole} points left this turn"), left=left, whole=whole),
            say(
                mark(
                    "Political capital: what people let you change in one turn. New points come "
                    "every turn; at most {kept} unused ones are kept."
                ),
                kept=scene.model.points_kept,
            ),
        )
    )
    dots = Dots(left, whole, tooltip=tip, id="points")
    if titled:
        title = Label(say(mark("Decisions")), 20, "semibold")
        return Row(children=[title, Spacer(), label, dots], gap=10, across="center")
    money = Button(
        "tile-treasury",
        scene.words.numbers.money(scene.match.money_left),
        lambda: scene.open_why("treasury"),
        kind="ghost",
        icon="landmark",
        size=13,
        tooltip=say(mark("Treasury, less what your orders reserve")),
    )
    draft = draft_button(scene) if scene.single else []
    return Row(children=[label, dots, Spacer(), money, *draft], gap=8, across="center")


def means(scene: TurnScene) -> Widget:
    """Treasury, trust and debt: means, not ends."""
    tiles = scene.model.means()
    return Row("means", [_mean(scene, tile) for tile in tiles], gap=8, even=True)


def _mean(scene: TurnScene, tile: Tile) -> Widget:
    figures: list[Widget] = [Label(tile.value, 14, "semibold", rigid=True)]
    if tile.change and len(scene.model.means()) < 3:
        figures.append(Delta(tile.brief_change, tile.direction, 11, good=tile.good_up))
    return SelectCard(
        f"tile-{tile.figure}",
        [
            Row(
                gap=5,
                across="center",
                children=[Icon(tile.icon, 13, "muted"), Label(tile.name, 11, tone="muted")],
            ),
            Row(gap=6, across="center", children=figures),
        ],
        lambda: scene.open_why(tile.figure),
        gap=1,
        padding=(10, 5),
        stretch=1,
        tooltip=tile.about,
    )


def tabs(scene: TurnScene) -> Widget:
    """The areas of decision; offers on the table are counted."""
    offers = len(scene.model.offers())
    options = []
    for area in scene.model.areas():
        text = scene.words.say(_SHORT_AREAS[area])
        if area == "partners" and offers:
            text = f"{text} ({offers})"
        if area == "region" and (waiting := scene.model.waiting_at_table()):
            text = f"{text} ({waiting})"
        options.append(Option(area, text, tooltip=scene.words.area(area)))
    gap, size = (8, 12) if len(options) > 5 else (14, 13)  # six tabs share the room of five
    return Tabs("areas", options, scene.model.area, scene.show_area, gap=gap, size=size)


def cards(scene: TurnScene) -> Widget:
    """The cards of the tab, below them what else there is."""
    model, words = scene.model, scene.words
    shown, hidden = model.cards()
    actions = CardActions(scene.open_card, scene.choose, scene.pick_target)
    children: list[Widget] = []
    if model.area == "partners":
        children += [_offer(scene, line) for line in model.offers()]
    if model.area == "region":
        children += table_card(scene)
    for card in shown:
        opened = model.opened == card.lever
        effects = model.effects(card.lever, card.target) if opened and card.ordered else ()
        children.append(
            lever_card(
                words.catalogue,
                card,
                actions,
                opened=opened,
                effects=effects,
            )
        )
    if hidden:
        children.append(_more(scene, hidden))
    if tip := model.hint():
        children.insert(0, callout(tip, title=words.say(mark("Try this")), id="hint", size=12))
    if scene.refusal:
        children.insert(0, callout(scene.refusal, icon="circle-alert", tone="bad", id="refusal"))
    return ScrollArea(
        f"cards-{model.area}", Column(children=children, gap=10, padding=2), stretch=1
    )


def _more(scene: TurnScene, hidden: tuple[str, ...]) -> Widget:
    text = scene.words.catalogue.count("{count} more option", "{count} more options", len(hidden))
    return SelectCard(
        "more",
        [
            Row(
                gap=8,
                across="center",
                children=[
                    Label(text, 13, "semibold", rigid=True),
                    Label(" \N{MIDDLE DOT} ".join(hidden), 12, tone="muted", stretch=1),
                    Icon("chevron-down", 16, "muted"),
                ],
            )
        ],
        scene.show_everything,
        padding=(14, 8),
    )


def _offer(scene: TurnScene, line: OfferLine) -> Widget:
    card = line.card
    flag = scene.case.flags.get(card.partner, "")
    state: Widget = (
        Row(
            gap=6,
            across="center",
            children=[
                Icon("check", 14, "blue"),
                Paragraph(line.answered, 12, "semibold", "blue", max_lines=2, stretch=1),
            ],
        )
        if line.answered
        else Label(card.lasts, 12, tone="amber_ink")
    )
    terms = " \N{MIDDLE DOT} ".join(f"{term.label}: {term.text}" for term in card.terms)
    return SelectCard(
        f"offer-{card.id}",
        [
            Row(
                gap=10,
                across="center",
                children=[
                    Flag(flag, 22),
                    Paragraph(card.title, 14, "semibold", "ink", max_lines=2, stretch=1),
                    Icon("chevron-right", 16, "blue"),
                ],
            ),
            Paragraph(terms, 12, max_lines=3),
            state,
        ],
        lambda: scene.open_offer(card.id),
        selected=bool(line.answered),
        gap=4,
        padding=(14, 10),
        tooltip=card.line,
    )


# --- the end of the turn ----------------------------------------------------------------------


def draft_button(scene: TurnScene) -> list[Widget]:
    """The orders given so far, to look through, and undo."""
    orders = scene.model.draft()
    if not orders:
        return []
    text = scene.words.catalogue.count("{count} order", "{count} orders", len(orders))
    undo = IconButton(
        "undo",
        "undo-2",
        scene.undo,
        tooltip=scene.words.say(mark("Undo (Ctrl+Z)")),
        size=16,
        enabled=scene.match.can_undo,
    )
    return [
        Button("orders", text, scene.open_orders, kind="ghost", size=13, icon="list"),
        undo,
    ]


def foot(scene: TurnScene) -> Widget:
    """Advice, the orders so far, and the button that ends the turn."""
    say = scene.words.say
    advice = Button(
        "advice",
        say(mark("Advice")),
        scene.open_advice,
        icon="lightbulb",
        size=14,
        enabled=bool(scene.model.advice()),
        lock=False,
    )
    end = Button(
        "end-turn",
        say(mark("End turn")),
        scene.ask_end,
        kind="primary",
        shortcut=say(mark("Ctrl+Enter")),
        icon_right="arrow-right",
        stretch=1,
    )
    rows: list[Widget] = []
    if not scene.single and (draft := draft_button(scene)):
        rows.append(Row(gap=6, across="center", children=[_saved(scene), Spacer(), *draft]))
    elif not scene.single or scene.services.save_trouble(scene.match):
        rows.append(_saved(scene))
    rows.append(Row(gap=10, children=[advice, end]))
    return Box(children=[Column(gap=6, children=rows)], padding=(16, 8, 16, 12))


def _saved(scene: TurnScene) -> Widget:
    trouble = scene.services.save_trouble(scene.match)
    if trouble:
        return callout(trouble, icon="triangle-alert", tone="bad", size=12, id="save-trouble")
    return Row(
        gap=5,
        across="center",
        children=[
            Icon("check", 13, "good"),
            Label(scene.words.say(mark("Saved")), 12, tone="muted", id="saved"),
        ],
    )
