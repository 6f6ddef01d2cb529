"""Building what a level says about deals, in the order of ids."""

from __future__ import annotations

from game.content.dates import Dates
from game.content.model_deals import ConcessionModel
from game.content.models import LevelFile
from game.engine.deal_definitions import Concession


def concessions(file: LevelFile, dates: Dates) -> tuple[Concession, ...]:
    """The rights of firms to mines."""
    return tuple(_concession(key, x, dates) for key, x in sorted(file.concessions.items()))


def _concession(key: str, given: ConcessionModel, dates: Dates) -> Concession:
    return Concession(
        id=key,
        state=given.state,
        field=given.field,
        partner=given.partner,
        expires=dates.first_turn(given.expires),
        state_share=given.state_share.value,
        claim=given.claim.value,
    )
