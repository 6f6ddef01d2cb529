"""The optional places on the first day, and what only luck knows about the ground."""

from game.engine.draws import draw
from game.engine.figures.variables import FieldPlace, StatePlace
from game.engine.layout.layout import Layout
from game.engine.numbers import BP, part


def open_sites(layout: Layout, row: list[int], seed: int) -> None:
    """Fill in the optional places of a bare world."""
    if not layout.has_sites:
        return
    for state in layout.states:
        _open_state(state, row)
        for chain in state.chains:
            if chain.scrap is not None:
                spec = chain.scrap.spec
                third = spec.in_use // 3
                row[chain.scrap.young] = row[chain.scrap.middle] = third
                row[chain.scrap.old] = spec.in_use - 2 * third
        for province in state.provinces:
            for item in province.fields:
                _open_field(state, item, row)
    draw_reserves(layout, row, seed)


def _open_state(state: StatePlace, row: list[int]) -> None:
    if state.care is not None:
        row[state.care.firm_skill] = state.spec.state_firm
    if state.risk is not None:
        row[state.risk.risk] = state.risk.start
    if state.pledge is not None:
        row[state.pledge.pledged_cut] = state.pledge.spec.cut


def _open_field(state: StatePlace, item: FieldPlace, row: list[int]) -> None:
    if item.hold is not None:
        row[item.hold.held] = item.hold.spec.held
        row[item.hold.holder_tax] = item.hold.spec.tax
        row[item.hold.willing] = item.hold.spec.willing
    if item.papers is not None:
        row[item.papers.until] = item.spec.licence_until
    if item.survey is not None:
        row[item.survey.estimate] = item.spec.reserves
        row[item.survey.doubt] = item.spec.doubt


def draw_reserves(layout: Layout, row: list[int], seed: int) -> None:
    """Draw what doubtful fields hold around what is believed: luck of the match, or of a dream."""
    for state in layout.states:
        for province in state.provinces:
            for item in province.fields:
                if item.survey is not None:
                    subject = f"{state.spec.id}.{item.spec.id}"
                    share = true_share(seed, subject, row[item.survey.doubt])
                    row[item.reserves] = part(row[item.survey.estimate], share)


def true_share(seed: int, subject: str, doubt: int) -> int:
    """Return what lies in the ground against what is believed, bp (R47c).

    Even between ``1 - doubt`` and ``1 + doubt / 2``: old estimates are more often too high.
    """
    width = doubt + doubt // 2
    return BP - doubt + draw(seed, 0, "reserves", subject, width + 1)
