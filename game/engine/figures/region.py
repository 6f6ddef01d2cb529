"""Figures of a region's institutions; they exist only in levels that have a region."""

from dataclasses import dataclass

from game.engine.definitions.region import Card, Region
from game.engine.figures.figure import HIDDEN, OWN, figure, flow, meter, money
from game.engine.figures.variables import ChainPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPlace:
    """A proposal: 0 not raised, 1 on the agenda, 2 adopted; votes of the present turn."""

    spec: Card
    stage: int = figure("step", high=2)
    ayes: int = flow("step")
    noes: int = flow("step")


@dataclass(frozen=True, slots=True, kw_only=True)
class BondPlace:
    """How a partner is seen at home, and its answer to what was done."""

    partner: str
    opinion: int = meter()
    answer_until: int = figure("turn")


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberPlace:
    """A state as a member of the region."""

    state: str
    chain: ChainPlace | None
    bonds: tuple[BondPlace, ...]
    # cartel
    pledge: int = meter()
    cheats: int = figure("switch", high=1, shown=OWN)
    caught: int = figure("turn")
    excess: int = flow("kg", shown=HIDDEN)
    # certificate
    labelled: int = figure("switch", high=1)
    # roles, data, fund
    role: int = figure("step", high=9)
    role_income: int = flow("usd")
    shares_data: int = figure("switch", high=1)
    contribution: int = figure("usd")
    grant: int = flow("usd")
    awards: int = figure("step")
    # window
    window_debt: int = figure("usd", shown=OWN)
    # clubs
    initiative: int = figure("step", high=2)
    drift: int = meter()
    club: int = figure("step", high=2)
    club_due: int = figure("turn")


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionPlace:
    """What the members have in common."""

    spec: Region
    members: tuple[MemberPlace, ...]
    cards: tuple[CardPlace, ...]
    cohesion: int = meter()
    cut: int = meter()
    joint_share: int = flow("bp")
    compliance: int = flow("bp", shown=HIDDEN)
    strictness: int = meter()
    audit: int = figure("step", high=2)
    equal: int = figure("switch", high=1)
    label_trust: int = meter()
    coverage: int = flow("bp")
    lead_body: int = figure("switch", high=1)
    data_quality: int = meter()
    fund: int = money("public")
    window: int = money("public")
    restrictions: int = meter()

    def member(self, state_id: str) -> MemberPlace | None:
        """Return a state's place in the region, None when it is no member."""
        for place in self.members:
            if place.state == state_id:
                return place
        return None
