"""Certificates: what a label for clean metal earns, and what it costs (R30; S34, S35)."""

from game.engine.draft import MARKET, Draft
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, part, ratio
from game.engine.rules.region import effects as region


def certified(draft: Draft, state: StatePlace, chain: ChainPlace) -> bool:
    """Whether a certificate is in force for a state's metal: its own, or the region's."""
    if draft.region is not None and region.labelled(draft, state):
        return True
    return _own(draft, state, chain)


def _own(draft: Draft, state: StatePlace, chain: ChainPlace) -> bool:
    """Whether a state signed for a certificate of its own."""
    mineral = chain.mineral.spec.id
    return any(
        x.kind == "certificate" and x.seat == state.spec.id and x.mineral == mineral
        for x in draft.contracts
    )


def price_premium(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R30: a label earns only what buyers recognise and auditors can vouch for.

    ``premium = 5 % x share of metal bought by careful partners x audit``; ``audit = inspection
    x (1 - share of feed on coal)``, halved in the turn after an accident. Without a certificate
    there is none; with one, running costs rise by 2 % whatever it earns.
    """
    if not certified(draft, state, chain):
        return 0
    p, row = draft.parameters, draft.row
    feed = coal = 0
    for group in draft.groups[chain.fed]:
        feed += group.feed
        coal += group.coal
    audit = part(row[state.enforcement], BP - ratio(coal, feed))
    if any(draft.before[province.accident] for province in state.provinces):
        audit //= 2
    premium = part(part(p.certificate_premium, recognised(draft, chain)), audit)
    if draft.region is not None:
        own = premium if _own(draft, state, chain) else 0
        premium = max(own, region.label_premium(draft, state, chain))
        premium += region.club_premium(draft, state, chain)
    reads: tuple[int, ...] = (state.enforcement, chain.coal_kw)
    if draft.region is not None:
        reads += (draft.region.label_trust, draft.region.strictness)
    draft.put(chain.premium, premium, "certificate_premium", MARKET, reads)
    return premium


def recognised(draft: Draft, chain: ChainPlace) -> int:
    """Return the share of metal buying that partners with standards of their own do, bp."""
    buying = chain.mineral.metal_buying
    careful = sum(
        share
        for share, partner in zip(buying, draft.level.partners, strict=True)
        if partner.threshold
    )
    return ratio(careful, sum(buying))
