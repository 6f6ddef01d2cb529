"""Gallery pages of things to operate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui.widget import Widget
from game.ui.widgets.badges import Badge, Flow
from game.ui.widgets.boxes import Column, Row, Spacer
from game.ui.widgets.buttons import Button, IconButton
from game.ui.widgets.cards import Card
from game.ui.widgets.choices import Checkbox, radio_group
from game.ui.widgets.dialog import ask, toast
from game.ui.widgets.dropdown import Dropdown
from game.ui.widgets.entry import Entry
from game.ui.widgets.labels import Icon, Label
from game.ui.widgets.lists import ListItem, ListView
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph, RichText
from game.ui.widgets.sliders import Slider, Stepper
from game.ui.widgets.tables import Table, TableColumn
from game.ui.widgets.tabs import Option, Pills, Segmented

if TYPE_CHECKING:
    from game.ui.gallery import Gallery


def controls_page(scene: Gallery) -> Widget:
    """Buttons, choices, fields, list and table."""
    return Row(
        gap=16,
        even=True,
        children=[
            Column(stretch=3, gap=16, children=[_buttons(scene), _fields(scene), _table(scene)]),
            Column(stretch=2, gap=16, children=[_choices(scene), _list(scene), _texts(scene)]),
        ],
    )


def _buttons(scene: Gallery) -> Card:
    return Card(
        "buttons",
        [
            Label("Buttons", 18, "semibold"),
            Row(
                gap=12,
                children=[
                    Button("advice", "Advice", lambda: _advice(scene), icon="lightbulb"),
                    Button(
                        "locked",
                        "Send counter",
                        enabled=False,
                        tooltip="Save your prediction first.",
                    ),
                    Button(
                        "end",
                        "End turn",
                        lambda: scene.say("end"),
                        kind="primary",
                        stretch=1,
                        shortcut="Ctrl+Enter",
                        icon_right="arrow-right",
                    ),
                ],
            ),
            Row(
                gap=12,
                across="center",
                children=[
                    Button(
                        "ghost",
                        "Why?",
                        lambda: scene.say("why"),
                        kind="ghost",
                        size=13,
                        icon_right="chevron-right",
                    ),
                    Button(
                        "link", "Open site report", kind="link", size=13, icon_right="chevron-right"
                    ),
                    Spacer(),
                    IconButton("zoom-in", "plus", tooltip="Zoom in", framed=True),
                    IconButton("zoom-out", "minus", tooltip="Zoom out", framed=True, enabled=False),
                ],
            ),
        ],
    )


def _advice(scene: Gallery) -> None:
    ask(
        scene.root,
        "ask",
        "Ask the treasury?",
        "The adviser answers in this turn. It costs nothing, and it does not bind you.",
        "Ask",
        "Not now",
        lambda: _answered(scene),
    )


def _answered(scene: Gallery) -> None:
    scene.say("asked")
    toast(scene.root, "The adviser will answer this turn.")


def _fields(scene: Gallery) -> Card:
    minerals = [
        Option("nickel", "Nickel"),
        Option("copper", "Copper"),
        Option("tin", "Tin"),
        Option("rare", "Rare earths"),
    ]
    power = [Option("coal", "Coal"), Option("gas", "Gas"), Option("hydro", "Grid + hydro")]
    return Card(
        "fields",
        [
            Label("Fields", 18, "semibold"),
            Pills("minerals", minerals, "nickel", scene.say),
            _field(
                "Power",
                "for the plant",
                Segmented("power", power, "hydro", scene.say, mark="gas", likely=["gas"]),
            ),
            _field(
                "Your equity",
                "of the company",
                Slider(
                    "equity",
                    11,
                    8,
                    lambda i: scene.say(f"equity {i}"),
                    now=5,
                    band=(5, 9),
                    filled=False,
                    ticks=True,
                ),
            ),
            _field(
                "Training", "places a year", Slider("training", 12, 3, enabled=False, ticks=True)
            ),
            Row(
                gap=12,
                across="center",
                children=[
                    Stepper(
                        "years",
                        8,
                        1,
                        20,
                        lambda v: scene.say(f"years {v}"),
                        show=lambda v: f"{v} years",
                    ),
                    Dropdown(
                        "language",
                        [
                            Option("en", "English"),
                            Option("id", "Bahasa Indonesia"),
                            Option("vi", "Tiếng Việt"),
                        ],
                        "en",
                        scene.say,
                    ),
                    Entry("name", placeholder="Your team's name", stretch=1),
                ],
            ),
        ],
        gap=10,
    )


def _field(title: str, caption: str, control: Widget) -> Row:
    control.stretch = 1
    text = Column(
        gap=0,
        width=130,
        children=[
            Label(title, 14, "semibold"),
            Label(caption, 12, tone="muted"),
        ],
    )
    return Row(gap=16, across="center", children=[text, control])


def _table(scene: Gallery) -> Card:
    columns = [
        TableColumn("Source", 1, strong=True),
        TableColumn("Publisher", 1, tone="muted"),
        TableColumn("Year", align="right"),
        TableColumn("Value", align="right"),
    ]
    rows = [
        ["Mining law", "Parliament", "2009", "1,240"],
        ["Export rule", "Ministry", "2019", "98"],
        ["Panel report", "World Trade Organization", "2022", "11,111"],
    ]
    return Card(
        "sources",
        [
            Label("Sources", 18, "semibold"),
            Table("table", columns, rows, on_row=lambda n: scene.say(f"row {n}")),
        ],
    )


def _choices(scene: Gallery) -> Card:
    signs = [Option("up", "Rises"), Option("same", "Stays"), Option("down", "Falls")]
    reasons = [
        Option("plant", "A new plant takes ore from the port"),
        Option("switch", "Buyers switch to another supplier"),
        Option("power", "Power is too scarce to run it", enabled=False),
    ]
    return Card(
        "choices",
        [
            Row(
                gap=8,
                children=[
                    Icon("target", 16, "amber_ink"),
                    Label("Before you decide", 14, "semibold", "amber_ink"),
                ],
            ),
            Paragraph(
                "What will happen to nickel processing at home in 3 years?", 18, "semibold", "ink"
            ),
            radio_group("sign", signs, "up", scene.say, signs=(1, 0, -1), numbered=True),
            radio_group("reason", reasons, "plant", scene.say),
            Checkbox("motion", "Less motion", True, lambda on: scene.say(f"motion {on}")),
            Checkbox("sound", "Sound", False),
        ],
        border="amber",
        gap=10,
    )


def _list(scene: Gallery) -> Card:
    items = [
        ListItem("plateau", "The red plateau", "Bauxite", flag="vn", note="74"),
        ListItem("nickel", "Nickel: close the port?", "Nickel", flag="id", note="turn 7"),
        ListItem("second", "The second ban", "Bauxite", icon="sun"),
        ListItem("later", "Not open yet", "Tin", icon="lock", enabled=False),
    ]
    return Card(
        "cases",
        [
            ListView("levels", items, "nickel", scene.say, lambda key: scene.say(f"open {key}")),
        ],
        padding=(12, 12),
    )


def _texts(scene: Gallery) -> Card:
    return Card(
        "texts",
        [
            Label("What history did", 18, "semibold"),
            RichText(
                "rich",
                "Indonesia **banned raw ore exports** in 2014, eased the ban in 2017 and "
                "restored it in January 2020. [1] [2] [3]",
                on_link=scene.say,
            ),
            Flow(
                gap=6,
                children=[
                    Badge("Accepted", "good", icon="check"),
                    Badge("Countered", "amber"),
                    Badge("Retaliated", "bad", icon="undo-2"),
                    Badge("Waits", "grey"),
                    Badge("Nickel", "blue"),
                    Badge("ore dearer abroad", "outline"),
                ],
            ),
            callout(
                "Each step multiplies value, yet only 3 of 100 tonnes finish the journey here."
            ),
        ],
    )
