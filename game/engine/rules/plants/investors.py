"""Investors: who has money for plants, what it asks, and what plants earn (R19, R43, R45b)."""

from dataclasses import dataclass, replace
from functools import lru_cache

from game.engine.definitions.level import Level
from game.engine.definitions.places import HOME
from game.engine.draft import Draft
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, clamp, muldiv, part, ratio
from game.engine.rules.partners import agreements, offtakes
from game.engine.rules.partners.risk import bears, risk_premium
from game.engine.rules.people.care import register_hurdle
from game.engine.rules.plants.clusters import capital_cost, running_cost
from game.engine.rules.plants.families import leaning
from game.engine.rules.plants.firms import accepts_terms, terms_weight
from game.engine.rules.plants.know_how import expected_recovery
from game.engine.rules.plants.need import coming_premium
from game.engine.rules.region import effects as region
from game.engine.rules.trade import tariffs
from game.engine.rules.trade.outlets import expected_metal


@dataclass(frozen=True, slots=True)
class Investor:
    """Capital of one origin looking for plants."""

    id: str
    hurdle: int
    threshold: int
    weight: int
    coal: bool
    on_terms: bool = True


def standards_of(draft: Draft, state: StatePlace) -> int:
    """Return what careful investors see: rules times the reach of inspection, bp (S36)."""
    row = draft.row
    rules = row[state.eia] + row[state.safety] + 2_500 * row[state.carbon_reporting]
    rules += 2_500 * row[state.coal_rule]
    return clamp(part(rules // 2, 4_000 + row[state.enforcement]))


def investors_of(draft: Draft, state: StatePlace, standards: int) -> list[Investor]:
    """Return who has capital for plants in a state with these standards, bp."""
    found = [x for x in _capital_of(draft.level) if standards >= x.threshold]
    return _wary(draft, state, found) if draft.layout.has_sites else found


@lru_cache(maxsize=64)
def _capital_of(level: Level) -> tuple[Investor, ...]:
    """Return all the capital that a level's plants may come from; it stays the same all game."""
    p = level.parameters
    found = [Investor(HOME, p.home_hurdle, 0, p.home_weight, coal=True)]
    found += [Investor(x.id, x.hurdle, x.threshold, x.weight, x.coal) for x in level.partners]
    return tuple(x for x in found if x.weight)


def capital_left(draft: Draft, investors: list[Investor]) -> int:
    """Return the share of capital that the terms of entry have not turned away, bp (R45b)."""
    usual = {x.id: x.weight for x in draft.level.partners}
    whole = sum(usual.get(x.id, x.weight) for x in investors)
    return ratio(sum(x.weight for x in investors), whole)


def _wary(draft: Draft, state: StatePlace, found: list[Investor]) -> list[Investor]:
    """Return the investors left by risk, terms and registers, with what they ask (R43, R45b)."""
    exits = {x.id: x.exit_at for x in draft.level.partners}
    extra = risk_premium(draft, state) + register_hurdle(draft, state)
    left = []
    for x in found:
        at_home = x.id == HOME
        if not bears(draft, state, exits.get(x.id, BP)):
            continue
        accepts = accepts_terms(draft, state, x.threshold, at_home)
        asked = 0 if at_home else extra
        if accepts and not asked:
            left.append(x)
            continue
        weight = x.weight if accepts else terms_weight(draft, state, x.weight)
        left.append(replace(x, hurdle=x.hurdle + asked, weight=weight, on_terms=accepts))
    return left


def _margin(draft: Draft, state: StatePlace, chain: ChainPlace, gap: int, holiday: int) -> int:
    """R19: return what a plant keeps a year, US cents per tonne of feed.

    ``(metal value - expected home ore price - running cost) x (1 - tax after holiday)
    x (1 - state share / 2)``.
    """
    row, p, spec = draft.row, draft.parameters, chain.mineral.spec
    ahead = BP + coming_premium(draft, chain)
    expected = part(row[chain.mineral.expected_price], ahead)
    metal = part(expected_metal(draft, chain), ahead)
    metal = part(part(metal, spec.refined_share), expected_recovery(draft, chain))
    if chain.fed in draft.layout.tariffs:
        metal = part(metal, BP - tariffs.cost(draft, state, chain))
    ore = part(part(expected, spec.ore_share), BP - gap)
    running = running_cost(draft, state, chain)
    tax = max(0, p.profit_tax - p.holiday_year_value * holiday)
    margin = part(metal - ore - running, BP - tax)
    return part(margin, BP - part(p.share_drag, row[chain.state_share]))


def appetites_of(
    draft: Draft, state: StatePlace, chain: ChainPlace, investors: list[Investor], gap: int
) -> list[int]:
    """R19: the more a plant earns above what a partner asks, the more of its firms build.

    ``return = margin / capital cost``; capital cost depends on whether the investor may and will
    use coal. R38a: a shared family of standards lowers the hurdle by 1.5 points, another raises it.
    """
    margin = _margin(draft, state, chain, gap, draft.row[chain.holiday])
    clean = ratio(margin, capital_cost(draft, chain, coal=False) * 100)
    dirty = clean
    if not draft.row[state.coal_rule]:
        dirty = ratio(margin, capital_cost(draft, chain, coal=True) * 100)
    secure = offtakes.security(draft, state, chain) if draft.contracts else 0
    least = draft.parameters.policy_hurdle
    eased = [min(secure, max(0, x.hurdle - least)) for x in investors]
    if draft.layout.agreements:
        cuts = [agreements.hurdle_cut(draft, state, x.id) for x in investors]
        eased = [less + cuts[i] for i, less in enumerate(eased)]
    if draft.region is not None:
        friends = [region.club_hurdle(draft, state, chain, x.id) for x in investors]
        eased = [less + friends[i] for i, less in enumerate(eased)]
    if all(x.on_terms for x in investors):
        earned = [dirty if x.coal else clean for x in investors]
    else:
        taxed = _margin(draft, state, chain, gap, 0)
        earned = [_earned_by(x, dirty if x.coal else clean, margin, taxed) for x in investors]
    if state.family:
        leans = draft.parameters.family_hurdle
        shared = [0 if x.id == HOME else leaning(draft, state, x.id, leans) for x in investors]
        eased = [less + shared[i] for i, less in enumerate(eased)]
    half = draft.parameters.appetite_half
    return [willing(earned[i], x.hurdle - eased[i] + half) for i, x in enumerate(investors)]


def willing(earned: int, half: int) -> int:
    """R19: return the share of a partner's firms that build at a return, bp.

    ``return^4 / (return^4 + half^4)``; nobody builds a plant that loses money. Firms behind one
    partner ask different returns: some count cheap credit or ore for works of their own.

    Args:
        earned: Yearly return, bp of capital cost.
        half: The return at which half of the firms build, bp.
    """
    if earned <= 0:
        return 0
    half = max(1, half)
    mine, asked = earned * earned, half * half  # squares of squares: a power is slow compiled
    return muldiv(BP, mine * mine, mine * mine + asked * asked)


def _earned_by(investor: Investor, earned: int, margin: int, taxed: int) -> int:
    """Return the return, bp, of an investor with or without the holiday."""
    return earned if investor.on_terms else part(earned, ratio(taxed, margin))
