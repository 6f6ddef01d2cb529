"""Figures of deals. A place here exists only in a level that asks for it."""

from dataclasses import dataclass

from game.engine.deal_definitions import Concession
from game.engine.figure import figure, flow, meter
from game.engine.variables import ChainPlace, FieldPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcessionPlace:
    """A firm's right to a mine: the government's share, its last turn, what was pledged."""

    spec: Concession
    field: FieldPlace
    chain: ChainPlace
    state_share: int = meter()
    expires: int = figure("turn")
    pledge: int = figure("kg/year")
    pledge_due: int = figure("turn")
    ended: int = figure("switch", high=1)
    held: int = flow("bp")
