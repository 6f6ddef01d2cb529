"""The table at which states meet: ministers' meeting, deals, institutions, what was done openly."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from game.engine.orders import Order
from game.text.catalogue import mark
from game.text.region_table import Action, Meeting, Proposal
from game.ui.models.turn_region import RegionView, waiting_lines
from game.ui.scenes.turn_ask import AskDialog
from game.ui.scenes.turn_dialog import LiveDialog
from game.ui.scenes.turn_table_deals import DealsPage
from game.ui.scenes.turn_table_pages import happenings_page, institutions_page
from game.ui.widget import Widget
from game.ui.widgets.badges import Badge, BadgeTone
from game.ui.widgets.boxes import Column, Divider, Row, Spacer
from game.ui.widgets.buttons import Button, IconButton
from game.ui.widgets.cards import Card, SelectCard
from game.ui.widgets.labels import Flag, Icon, Label
from game.ui.widgets.meters import Dots
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.scroll import ScrollArea
from game.ui.widgets.tabs import Option, Tabs

if TYPE_CHECKING:
    from game.ui.scenes.turn import TurnScene

MEETING, DEALS, INSTITUTIONS, PAST = "meeting", "deals", "institutions", "past"
WIDTH, NARROW_WIDTH = 1080, 760
_TONES: dict[str, BadgeTone] = {"agenda": "amber", "adopted": "good", "idle": "grey"}
_ORDER = ("agenda", "idle", "adopted")


class TableDialog:
    """The table, page by page. What is ordered here stands on the sheet at once."""

    def __init__(self, scene: TurnScene, page: str = "") -> None:
        self.scene = scene
        self.page = page
        self.refusal = ""
        self.deals = DealsPage(self)
        self._dialog = LiveDialog(scene, "table", self._build)

    @property
    def view(self) -> RegionView:
        """The table as it stands."""
        found = self.scene.model.region()
        if found is None:
            raise ValueError("this level has no region")
        return found

    def show(self) -> None:
        """Open it."""
        self._dialog.show(focus_id="table-pages")

    def refresh(self) -> None:
        """Show it again after something changed in it."""
        self._dialog.refresh()

    # --- content --------------------------------------------------------------------------

    def _build(self) -> Widget:
        view = self.view
        pages = self._pages(view)
        if self.page not in [page.key for page in pages]:
            self.page = pages[0].key
        body = Column(children=self._body(view), gap=12, padding=4)
        rows: list[Widget] = [
            self._heading(view),
            Tabs("table-pages", pages, self.page, self.turn_to, size=14),
        ]
        if self.refusal:
            rows.append(callout(self.refusal, icon="circle-alert", tone="bad", id="table-refusal"))
        rows += [
            ScrollArea(f"table-{self.page}", body, stretch=1),
            Divider(tone="line_soft"),
            self._foot(),
        ]
        wide = NARROW_WIDTH if self.scene.narrow else WIDTH
        high = round(self.scene.app.size[1] / self.scene.app.look.theme.text_scale) - 60
        return Card("table-card", rows, gap=12, width=wide, height=min(760, high))

    def _heading(self, view: RegionView) -> Widget:
        say = self.scene.words.say
        flags = [Flag(self.scene.case.flags.get(each, ""), 30) for each in view.members[:4]]
        caption = view.meeting.line if view.meeting else say(mark("What members do together"))
        texts = Column(
            gap=2,
            stretch=1,
            children=[
                Label(say(mark("{region}: the table"), region=view.title), 20, "semibold"),
                Label(caption, 13, tone="muted", id="table-caption"),
            ],
        )
        close = IconButton("table-close", "x", self._dialog.close, tooltip=say(mark("Close")))
        return Row(children=[*flags, texts, close], gap=12, across="center")

    def _pages(self, view: RegionView) -> list[Option]:
        say = self.scene.words.say
        found = []
        if view.meeting is not None:
            found.append(Option(MEETING, _counted(say(mark("Meeting")), view.to_vote), "users"))
        if view.deals or view.kinds or view.proposing:
            text = _counted(say(mark("Deals")), view.to_answer)
            found.append(Option(DEALS, text, "handshake"))
        found.append(Option(INSTITUTIONS, say(mark("Institutions")), "landmark"))
        found.append(Option(PAST, say(mark("So far")), "history"))
        return found

    def _body(self, view: RegionView) -> list[Widget]:
        if self.page == MEETING and view.meeting is not None:
            return self._meeting(view.meeting)
        if self.page == DEALS:
            return self.deals.build(view)
        if self.page == INSTITUTIONS:
            return institutions_page(self.scene, view, self.open_lever)
        return happenings_page(self.scene)

    def _foot(self) -> Widget:
        say = self.scene.words.say
        left, whole = self.scene.model.points()
        return Row(
            gap=10,
            across="center",
            children=[
                Label(say(mark("Political capital")), 12, tone="muted", rigid=True),
                Dots(left, whole, id="table-points"),
                Spacer(),
                Button("table-done", say(mark("Done")), self._dialog.close, kind="primary"),
            ],
        )

    # --- the meeting ----------------------------------------------------------------------

    def _meeting(self, meeting: Meeting) -> list[Widget]:
        say = self.scene.words.say
        icon = "gavel" if meeting.now else "calendar"
        rows: list[Widget] = [
            callout(
                meeting.rule,
                icon=icon,
                tone="amber" if meeting.now else "blue",
                title=meeting.line,
                id="next-meeting",
            )
        ]
        for stage, title in zip(
            _ORDER,
            (mark("On the agenda"), mark("Can be proposed"), mark("In force")),
            strict=True,
        ):
            found = [each for each in meeting.proposals if each.stage == stage]
            if found:
                rows.append(Label(say(title), 15, "semibold"))
                if stage == "idle":
                    rows.append(Paragraph(meeting.later, 13, tone="muted", id="comes-to-vote"))
                rows += [self._proposal(each) for each in found]
            elif stage == "agenda":
                empty = say(mark("Nothing is on the agenda yet."))
                rows += [Label(say(title), 15, "semibold"), Label(empty, 13, tone="muted")]
        return rows

    def _proposal(self, proposal: Proposal) -> Widget:
        head = Row(
            gap=10,
            across="center",
            children=[
                Label(proposal.title, 15, "semibold", stretch=1),
                Badge(proposal.status, _TONES[proposal.stage]),
            ],
        )
        rows: list[Widget] = [head, Paragraph(proposal.changes, 13, tone="ink_soft")]
        if proposal.votes:
            rows.append(Paragraph(proposal.votes, 12, tone="muted"))
        if proposal.actions:
            rows.append(self.actions(proposal.id, proposal.actions))
        return Card(f"proposal-{proposal.id}", rows, padding=(16, 12), gap=6, shadow=False)

    def actions(self, id: str, actions: tuple[Action, ...]) -> Widget:
        """Buttons for what can be done; one that is ordered is filled, and takes it back."""
        row: list[Widget] = []
        why = ""
        for number, each in enumerate(actions):
            free = not each.problem
            row.append(
                Button(
                    f"{id}-{number}",
                    each.text,
                    partial(self.order, each),
                    kind="primary" if each.ordered else "secondary",
                    icon="check" if each.ordered else "",
                    size=13,
                    compact=True,
                    enabled=free,
                    tooltip=each.problem,
                )
            )
            why = why or each.problem
        told = why or actions[0].price
        row.append(Paragraph(told, 12, tone="muted", stretch=1, align="center", max_lines=2))
        return Row(gap=10, children=row, across="center")

    # --- what can be done -----------------------------------------------------------------

    def turn_to(self, page: str) -> None:
        """Show another page."""
        self.page, self.refusal = page, ""
        self.refresh()

    def order(self, action: Action) -> None:
        """Put an action on the sheet, or take it off again."""
        if action.ordered:
            self.scene.take_back(action.order)
            self.refusal = ""
            self.refresh()
        else:
            self.give(action.order)

    def give(self, order: Order) -> None:
        """Put an order on the sheet, after the prediction it asks for."""
        scene = self.scene
        prediction = scene.model.asked_before(order)
        if prediction is not None and not scene.match.check(order):
            self._dialog.close()
            AskDialog(scene, prediction, lambda: self._go_on(order), self.show).show()
            return
        self.refusal = scene.model.give(order)
        scene.app.sounds.play("warning" if self.refusal else "confirm")
        scene.rebuild()
        self.refresh()

    def _go_on(self, order: Order) -> None:
        """Back from the prediction."""
        self.show()
        self.give(order)

    def open_lever(self, lever: str) -> None:
        """Leave the table for the card of a lever."""
        self._dialog.close()
        self.scene.show_area("region")
        self.scene.model.show_everything()
        self.scene.open_card(lever)


def _counted(text: str, count: int) -> str:
    return f"{text} ({count})" if count else text


def table_card(scene: TurnScene) -> list[Widget]:
    """The card that leads to the table; none in a level without a region."""
    view = scene.model.region()
    if view is None:
        return []
    say = scene.words.say
    waiting = waiting_lines(view, scene.words)
    voice = view.institutions[0].figures[0]
    caption = view.meeting.line if view.meeting else ""
    rows: list[Widget] = [
        Row(
            gap=10,
            across="center",
            children=[
                Icon("users", 18, "blue", ground="blue_tint"),
                Label(say(mark("{region}: the table"), region=view.title), 14, "semibold",
                      stretch=1),
                Icon("chevron-right", 16, "blue"),
            ],
        )
    ]  # fmt: skip
    if caption:
        rows.append(Paragraph(caption, 12, tone="ink_soft"))
    line = say(mark("{name}: {value} of 100"), name=voice.name, value=voice.text)
    rows.append(Label(line, 12, tone="muted"))
    if waiting:
        rows.append(Label(" \N{MIDDLE DOT} ".join(waiting), 12, "semibold", "amber_ink"))
    return [
        SelectCard(
            "to-table", rows, scene.open_table, selected=bool(waiting), gap=4, padding=(14, 10),
            tooltip=say(mark("Meetings, deals with neighbours, institutions (T)")),
        )
    ]  # fmt: skip


def table_button(scene: TurnScene) -> list[Widget]:
    """What waits at the table, as a button over the map; none where nothing waits."""
    view = scene.model.region()
    waiting = waiting_lines(view, scene.words) if view else ()
    open_it: Callable[[], None] = scene.open_table
    return [
        Button("table-waits", line, open_it, icon="users", compact=True, size=13, align="start")
        for line in waiting[:1]
    ]
