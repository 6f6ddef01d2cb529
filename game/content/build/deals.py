"""Building what a level says about deals, in the order of ids."""

from __future__ import annotations

from game.content.build.dates import Dates
from game.content.build.market import demand_by_turn
from game.content.models.deals import AgreementModel, ConcessionModel
from game.content.models.level import LevelFile
from game.engine.definitions.deals import (
    Agreement,
    Concession,
    NearbyBuyer,
    ProductStage,
    Substitute,
)


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


def agreements(file: LevelFile, dates: Dates) -> tuple[Agreement, ...]:
    """The treaties."""
    return tuple(_agreement(key, x, dates) for key, x in sorted(file.agreements.items()))


def _agreement(key: str, given: AgreementModel, dates: Dates) -> Agreement:
    return Agreement(
        id=key,
        kind=given.kind,
        states=tuple(sorted(given.states)),
        members=tuple(sorted(given.members)),
        partners=tuple(sorted(given.partners)),
        first=dates.first_turn(given.first),
        cut=given.cut.value,
        phase=max(1, given.phase.value),
    )


def substitutes(file: LevelFile) -> tuple[Substitute, ...]:
    """The rungs by which users leave one mineral for another."""
    return tuple(
        Substitute(
            id=key,
            source=x.source,
            target=x.target,
            above=x.above.value,
            speed=x.speed.value,
            disgust=x.disgust.value,
            worth=x.worth.value,
        )
        for key, x in sorted(file.substitutes.items())
    )


def goods(file: LevelFile) -> tuple[ProductStage, ...]:
    """The stages of finished goods."""
    return tuple(
        ProductStage(x.state, x.mineral, x.capacity.value, x.technology.value, x.most.value)
        for _, x in sorted(file.goods.items())
    )


def nearby(file: LevelFile, dates: Dates) -> tuple[NearbyBuyer, ...]:
    """The buyers inside the region."""
    return tuple(
        NearbyBuyer(key, x.mineral, x.stage, demand_by_turn(x.demand, dates))
        for key, x in sorted(file.nearby.items())
    )
