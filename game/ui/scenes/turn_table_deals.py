"""The page of deals: those to answer, those in force, and one to propose."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from game.engine.orders import Order
from game.text.catalogue import mark
from game.text.region_deals import DealKind, DealLine
from game.text.region_table import Action
from game.ui.models.turn_region import RegionView
from game.ui.widget import Widget
from game.ui.widgets.badges import Badge, BadgeTone
from game.ui.widgets.boxes import Column, Grid, Row
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import Card
from game.ui.widgets.choices import RadioCard
from game.ui.widgets.dropdown import Dropdown
from game.ui.widgets.labels import Flag, Label
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.tabs import Option, Segmented

if TYPE_CHECKING:
    from game.ui.scenes.turn import TurnScene

_TONES: dict[str, BadgeTone] = {"answer": "amber", "waiting": "grey", "force": "good"}
_TITLES = {
    "answer": mark("For you to answer"),
    "waiting": mark("You wait for an answer"),
    "force": mark("In force"),
}


class Table(Protocol):
    """The dialog that the page lies in."""

    scene: TurnScene

    def refresh(self) -> None:
        """Show it again."""
        ...

    def give(self, order: Order) -> None:
        """Put an order on the sheet."""
        ...

    def actions(self, id: str, actions: tuple[Action, ...]) -> Widget:
        """Buttons for what can be done."""
        ...


class DealsPage:
    """Remembers which neighbour, kind and terms are picked while the dialog is open."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.state = ""
        self.target = ""
        self.setting = ""

    def build(self, view: RegionView) -> list[Widget]:
        """The page."""
        rows: list[Widget] = []
        say = self.table.scene.words.say
        for stage, title in _TITLES.items():
            found = [each for each in view.deals if each.stage == stage]
            if found:
                rows.append(Label(say(title), 15, "semibold"))
                rows += [self._deal(each) for each in found]
        if not view.deals:
            text = say(mark("No deal with a neighbour is on the table or in force."))
            rows.append(Label(text, 13, tone="muted"))
        if view.proposing:
            rows.append(Label(say(mark("You propose this turn")), 15, "semibold"))
            rows += [self._proposed(order, text) for order, text in view.proposing]
        if view.kinds:
            rows.append(Label(say(mark("Propose a deal")), 15, "semibold"))
            rows.append(self._new(view))
        return rows

    def _deal(self, deal: DealLine) -> Widget:
        flag = self.table.scene.case.flags.get(deal.state, "")
        head = Row(
            gap=10,
            across="center",
            children=[
                Flag(flag, 22),
                Label(deal.title, 15, "semibold"),
                Label(deal.terms, 13, tone="ink_soft", stretch=1),
                Badge(deal.status, _TONES[deal.stage]),
            ],
        )
        rows: list[Widget] = [head, Paragraph(deal.line, 13, tone="ink_soft")]
        if deal.actions:
            rows.append(self.table.actions(f"deal-{deal.id}", deal.actions))
        return Card(f"deal-{deal.id}", rows, padding=(16, 12), gap=6, shadow=False)

    def _proposed(self, order: Order, text: str) -> Widget:
        scene = self.table.scene

        def take_back() -> None:
            scene.take_back(order)
            self.table.refresh()

        back = Button(
            f"unpropose-{order.target}",
            scene.words.say(mark("Take it back")),
            take_back,
            icon="undo-2",
            size=13,
            compact=True,
        )
        return Row(gap=10, across="center", children=[Paragraph(text, 13, stretch=1), back])

    # --- proposing ------------------------------------------------------------------------

    def _new(self, view: RegionView) -> Widget:
        say = self.table.scene.words.say
        states = list(dict.fromkeys((kind.state, kind.state_name) for kind in view.kinds))
        if self.state not in [state for state, _ in states]:
            self.state = states[0][0]
        kinds = [kind for kind in view.kinds if kind.state == self.state]
        kind = next((x for x in kinds if x.target == self.target), kinds[0])
        action = self._action(kind)
        told = say(mark("proposed this turn")) if action.ordered else action.problem or action.price
        rows: list[Widget] = []
        if len(states) > 1:
            shown = [Option(*each) for each in states]
            rows.append(Segmented("deal-state", shown, self.state, self._pick_state))
        rows += [
            self._kinds(kinds, kind),
            Paragraph(kind.line, 13, tone="ink_soft", id="deal-line"),
            Row(
                gap=12,
                across="center",
                children=[
                    Label(say(mark("Terms")), 13, "semibold", rigid=True),
                    Dropdown(
                        "deal-terms",
                        [Option(_key(each), each.text) for each in kind.actions],
                        _key(action),
                        self._pick_terms,
                        size=13,
                    ),
                    Paragraph(told, 12, tone="muted", stretch=1, max_lines=2),
                    Button(
                        "deal-propose",
                        say(mark("Propose to {state}"), state=kind.state_name),
                        partial(self.table.give, action.order),
                        kind="primary",
                        icon_right="send",
                        size=13,
                        enabled=not action.problem and not action.ordered,
                        tooltip=action.problem,
                    ),
                ],
            ),
        ]
        return Card("deal-new", [Column(children=rows, gap=10)], padding=(16, 14), shadow=False)

    def _kinds(self, kinds: list[DealKind], chosen: DealKind) -> Widget:
        cards = [
            RadioCard(
                f"deal-kind-{each.target}",
                each.title,
                partial(self._pick_kind, each.target),
                selected=each is chosen,
                size=13,
            )
            for each in kinds
        ]
        return Grid("deal-kind", cards, columns=2 if self.table.scene.narrow else 3, gap=8)

    def _action(self, kind: DealKind) -> Action:
        return next((x for x in kind.actions if _key(x) == self.setting), kind.actions[0])

    def _pick_state(self, state: str) -> None:
        self.state = state
        self.table.refresh()

    def _pick_kind(self, target: str) -> None:
        self.target = target
        self.table.refresh()

    def _pick_terms(self, setting: str) -> None:
        self.setting = setting
        self.table.refresh()


def _key(action: Action) -> str:
    return "-".join(str(number) for number in action.order.setting)
