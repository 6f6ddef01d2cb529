"""The cards of the decision panel: one lever each, closed or opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.text.catalogue import Catalogue, mark
from game.ui.models.turn_decisions import LeverCard, Step
from game.ui.models.turn_forecast import Effect
from game.ui.scenes.turn_dialog import SettingSlider
from game.ui.widget import Widget
from game.ui.widgets.badges import Badge
from game.ui.widgets.boxes import Column, Divider, Grid, Row
from game.ui.widgets.buttons import Button
from game.ui.widgets.cards import SelectCard
from game.ui.widgets.choices import radio_group
from game.ui.widgets.dropdown import Dropdown
from game.ui.widgets.labels import Delta, Icon, Label
from game.ui.widgets.news import callout
from game.ui.widgets.paragraphs import Paragraph
from game.ui.widgets.tabs import Option, Pills, Segmented

MOST_PILLS = 2
MOST_LETTERS = 36
"""Up to so many targets stand side by side; more go into a list to open."""


@dataclass(frozen=True, slots=True)
class CardActions:
    """What a card can ask for."""

    open: Callable[[str], None]
    choose: Callable[[str, str, tuple[int, ...]], None]
    pick_target: Callable[[str, str], None]


def lever_card(
    catalogue: Catalogue,
    card: LeverCard,
    actions: CardActions,
    *,
    opened: bool,
    effects: tuple[Effect, ...] = (),
) -> Widget:
    """A lever: title, price and setting in force; opened, its controls and effects too.

    `effects` is what its order changes in the forecast.
    """
    children: list[Widget] = [_title(card)]
    if opened:
        children += _opened(catalogue, card, actions)
        if effects:
            children += [Divider(tone="line_soft"), _effects(effects)]
    else:
        children.append(_state_line(catalogue, card))
    return SelectCard(
        f"card-{card.lever}",
        children,
        lambda: actions.open("" if opened else card.lever),
        selected=opened or card.ordered,
        gap=6,
        padding=(14, 10),
        tooltip="" if opened else card.line,
    )


def _title(card: LeverCard) -> Widget:
    badge = Badge(card.cost, "grey", icon="lock") if card.locked else Badge(card.cost, "blue")
    title = Paragraph(card.title, 15, "semibold", "ink", max_lines=2, stretch=1)
    return Row(gap=8, across="center", children=[title, badge])


def _state_line(catalogue: Catalogue, card: LeverCard) -> Widget:
    if card.ordered:
        text = catalogue.say(mark("Ordered: {setting}"), setting=card.steps[card.chosen].text)
        return Row(
            gap=6,
            across="center",
            children=[Icon("check", 14, "blue"), Label(text, 12, "semibold", "blue", stretch=1)],
        )
    text = catalogue.say(mark("Now: {setting}"), setting=card.now_text)
    return Label(text, 12, tone="muted")


def _opened(catalogue: Catalogue, card: LeverCard, actions: CardActions) -> list[Widget]:
    children: list[Widget] = [Paragraph(card.line, 12, tone="ink_soft")]
    if len(card.targets) > 1:
        children.append(_targets(card, actions))
    if card.locked:
        now = catalogue.say(mark("Now: {setting}"), setting=card.now_text)
        children.append(Label(now, 12, tone="muted"))
        children.append(callout(card.locked, icon="lock", tone="amber", size=12))
        return children
    children += _controls(catalogue, card, actions)
    if len(card.notices) > 1:
        children.append(_notices(catalogue, card, actions))
    return children


def _targets(card: LeverCard, actions: CardActions) -> Widget:
    options = [Option(target, name) for target, name in card.targets]

    def pick(target: str) -> None:
        actions.pick_target(card.lever, target)

    letters = sum(len(name) for _, name in card.targets)
    if len(options) > MOST_PILLS or letters > MOST_LETTERS:
        return Dropdown(f"target-{card.lever}", options, card.target, pick, size=13)
    return Pills(f"target-{card.lever}", options, card.target, pick, size=12)


def _controls(catalogue: Catalogue, card: LeverCard, actions: CardActions) -> list[Widget]:
    if card.single:
        return [_button(catalogue, card, actions)]
    return _slider(catalogue, card, actions) if card.scale else [_radio(card, actions)]


def _button(catalogue: Catalogue, card: LeverCard, actions: CardActions) -> Widget:
    off, on = (card.steps[card.now], card.steps[1 - card.now])
    if card.ordered:
        return Button(
            f"do-{card.lever}",
            catalogue.say(mark("Take back")),
            lambda: actions.choose(card.lever, card.target, off.setting),
            icon="undo-2",
            compact=True,
            size=13,
        )
    return Button(
        f"do-{card.lever}",
        on.text,
        lambda: actions.choose(card.lever, card.target, on.setting),
        kind="primary",
        compact=True,
        size=13,
    )


def _radio(card: LeverCard, actions: CardActions) -> Widget:
    options = [Option(_key(step), step.text) for step in card.steps]

    def pick(key: str) -> None:
        actions.choose(card.lever, card.target, _setting(key))

    return radio_group(f"set-{card.lever}", options, _key(card.steps[card.chosen]), pick, size=13)


def _slider(catalogue: Catalogue, card: LeverCard, actions: CardActions) -> list[Widget]:
    text = card.steps[card.chosen].text
    shown = Paragraph(text, 14, "semibold", "blue", id=f"value-{card.lever}")

    def settle(index: int) -> None:
        actions.choose(card.lever, card.target, card.steps[index].setting)

    def move(index: int) -> None:
        shown.set_text(card.steps[index].text)

    slider = SettingSlider(
        f"set-{card.lever}",
        len(card.steps),
        card.chosen,
        settle,
        move,
        now=card.now,
        ticks=True,
        names=tuple(step.text for step in card.steps),
    )
    if not card.ordered:
        return [slider, shown]
    now = catalogue.say(mark("Now: {setting}"), setting=card.now_text)
    return [slider, shown, Label(now, 12, tone="muted")]


def _notices(catalogue: Catalogue, card: LeverCard, actions: CardActions) -> Widget:
    """When it begins; a lever whose share is that in force has nothing to announce."""
    options = [Option(_key(step), step.text) for step in card.notices]
    return Column(
        gap=4,
        children=[
            Label(catalogue.say(mark("Begins")), 12, tone="muted"),
            Segmented(
                f"notice-{card.lever}",
                options,
                _key(card.steps[card.chosen]),
                lambda key: actions.choose(card.lever, card.target, _setting(key)),
                size=12,
            ),
        ],
    )


def _effects(effects: tuple[Effect, ...]) -> Widget:
    cells: list[Widget] = [
        Column(
            gap=1,
            children=[
                Label(effect.short, 11, tone="muted"),
                Delta(effect.text, effect.direction, 12),
            ],
        )
        for effect in effects
    ]
    return Grid("effects", cells, columns=3, gap=4, row_gap=6)


def _key(step: Step) -> str:
    return ",".join(str(value) for value in step.setting)


def _setting(key: str) -> tuple[int, ...]:
    return tuple(int(value) for value in key.split(","))
