"""Joint ventures: what terms make stay at home (R63; S09)."""

from game.engine.draft import Draft, PlantGroup
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part
from game.engine.rules.levers import MILLION
from game.engine.world import Contract

LIFE_YEARS = 20
"""How long a venture without a stated length lasts."""
OPENS = "opens"
"""Name under which a contract keeps the turn in which its plant begins to work."""


def of_chain(draft: Draft, state: StatePlace, chain: ChainPlace, term: str) -> list[Contract]:
    """Return the ventures at work in a chain whose contracts have a term."""
    return [
        x
        for x in draft.contracts
        if x.kind == "plant"
        and x.seat == state.spec.id
        and x.mineral == chain.mineral.spec.id
        and x.term(term)
        and x.term(OPENS) <= draft.turn
    ]


def _feed_share(contract: Contract, feed: int) -> int:
    """Return the venture's part of some feed, bp."""
    return clamp(muldiv(contract.term("feed") * MILLION, BP, feed)) if feed else 0


def local_buying(draft: Draft, state: StatePlace, chain: ChainPlace) -> int:
    """R63: return what ventures buy at home beyond the usual, bp of all running cost.

    Each buys the share that its terms say, as far as firms at home can supply it: at most twice
    the skills meter.
    """
    ventures = of_chain(draft, state, chain, "local_buying")
    if not ventures:
        return 0
    whole = sum(group.feed for group in draft.groups[chain.fed])
    reach = part(draft.row[state.skills], draft.parameters.local_buying_reach)
    return sum(part(min(x.term("local_buying"), reach), _feed_share(x, whole)) for x in ventures)


def home_part(
    draft: Draft, state: StatePlace, chain: ChainPlace, group: PlantGroup, profit: int
) -> int:
    """R63: return what partners at home earn of a foreign owner's profit, US$.

    Each venture pays the share that its terms leave to firms at home.
    """
    found = 0
    for contract in of_chain(draft, state, chain, "home_share"):
        if contract.partner == group.owner:
            share = part(contract.term("home_share"), _feed_share(contract, group.feed))
            found += part(profit, share)
    return min(found, profit)
