"""Public finance: who is paid what, at the turn's new price (R25; S04, S40, S43, S44, S58).

Every payment moves between two accounts; the outside world is one of them.
"""

from game.engine import problems
from game.engine.definitions.places import HOME
from game.engine.draft import MARKET, Draft, PlantGroup
from game.engine.figures.variables import ChainPlace, StatePlace
from game.engine.numbers import BP, dollars, muldiv, part, split
from game.engine.orders import Order
from game.engine.rules.levers import (
    MILLION,
    Lever,
    setting_lever,
    steps,
    whole_state,
)
from game.engine.rules.mines.holders import take_tax, unreached_in
from game.engine.rules.mines.production import price_at_home
from game.engine.rules.partners import loans, offtakes, renewals, ventures
from game.engine.rules.people.care import digging_extra, hidden_left
from game.engine.rules.plants import products
from game.engine.rules.plants.clusters import running_cost
from game.engine.rules.plants.families import price_shift
from game.engine.rules.plants.firms import local_supply
from game.engine.rules.plants.inputs import dearer_inputs, extra_cost
from game.engine.rules.plants.know_how import priced_away
from game.engine.rules.region import effects as region
from game.engine.rules.state import savings
from game.engine.rules.state.payments import earn, levy, spend
from game.engine.rules.trade import nearby, tariffs
from game.engine.rules.trade.certificates import price_premium
from game.engine.rules.trade.markets import share_buyers
from game.engine.rules.trade.outlets import pay_reports, see_price, settle_metal, settle_ore
from game.engine.world import World

_LOANS = (100, 200, 300, 500, 800, 1_200)


def _borrow(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    amount = order.setting[0] * MILLION
    draft.move(draft.layout.world.outside, state.treasury, amount, "borrowed", cause)
    draft.add(state.debt, amount, "borrowed", cause)


def _repay(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """Repay partners first, the largest loan first; what is left goes to other lenders."""
    tied = region.tied_debt(draft.layout, draft.row, draft.pacts, state)
    amount = min(order.setting[0] * MILLION, max(0, draft.row[state.debt] - tied))
    draft.add(state.debt, -amount, "repaid", cause)
    for tie in sorted(state.ties, key=lambda x: (-draft.row[x.debt], x.partner)):
        back = min(amount, draft.row[tie.debt])
        lender = draft.layout.firms[tie.partner]
        draft.move(state.treasury, lender, back, "repaid", cause)
        draft.add(tie.debt, -back, "repaid", cause)
        amount -= back
    draft.move(state.treasury, draft.layout.world.outside, amount, "repaid", cause)


def _check_borrow(world: World, state: StatePlace, order: Order) -> str:
    room = credit_room(world, state)
    return problems.MONEY_SHORT if order.setting[0] * MILLION > room else ""


def _check_repay(world: World, state: StatePlace, order: Order) -> str:
    tied = region.tied_debt(world.layout, world.values, world.pacts, state)
    return "" if world.values[state.debt] > tied else problems.NOTHING_OWED


def credit_room(world: World, state: StatePlace) -> int:
    """Return how much more lenders would lend, US$ (twice a year's mineral budget)."""
    limit = part(state.spec.budget_need, world.level.parameters.credit_limit)
    return max(0, limit - world.values[state.debt])


LEVERS: tuple[Lever, ...] = (
    setting_lever(
        "social_spending",
        "treasury",
        1,
        "state",
        "social_budget",
        steps(*(amount * MILLION for amount in (0, 25, 50, 100, 200, 300))),
        budget=True,
    ),
    Lever(
        id="borrow",
        area="treasury",
        cost=1,
        targets=whole_state,
        grid=lambda world, state, target: steps(*_LOANS),
        now=lambda world, state, target: (0,),
        apply=_borrow,
        check=_check_borrow,
        policy=False,
    ),
    Lever(
        id="repay",
        area="treasury",
        cost=0,
        targets=whole_state,
        grid=lambda world, state, target: steps(*_LOANS),
        now=lambda world, state, target: (0,),
        apply=_repay,
        check=_check_repay,
        money=lambda world, state, order: min(order.setting[0] * MILLION, world.values[state.debt]),
        policy=False,
        in_crisis=True,
    ),
)


def resolve(draft: Draft) -> None:
    """Settle the turn's trade, taxes, wages, dividends and budgets of every state."""
    for state in draft.layout.states:
        for chain in state.chains:
            price_at_home(draft, chain)
            _ore_money(draft, state, chain)
            _plant_money(draft, state, chain)
            _component_money(draft, state, chain)
            if chain.fed in draft.layout.products:
                products.resolve(draft, state, chain)
            if chain.fed in draft.layout.stores:
                savings.settle(draft, state, chain)
            share_buyers(draft, state, chain)
        _budgets(draft, state)


def _ore_money(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R25a: ore is sold; royalty, export tax, wages, supplies and profit follow."""
    row, p, world = draft.row, draft.parameters, draft.layout.world
    abroad = dollars(row[chain.exports], row[chain.export_price])
    if draft.shipments:
        abroad = offtakes.sales(draft, chain)[0]
    home = dollars(row[chain.fed], row[chain.home_price])
    smuggled = dollars(row[chain.leak], row[chain.home_price])
    draft.put(chain.ore_value, abroad, "ore_sold", MARKET, (chain.exports, chain.export_price))
    draft.add(state.export_income, abroad, "ore_sold", MARKET, (chain.ore_value,))
    draft.move(world.outside, state.owners, abroad, "ore_sold", MARKET, (chain.ore_value,))
    draft.move(
        state.smelters, state.owners, home, "ore_bought", MARKET, (chain.fed, chain.home_price)
    )
    street = dollars(row[chain.leak], row[chain.export_price])
    draft.move(world.outside, world.smugglers, street, "ore_smuggled", MARKET, (chain.leak,))
    draft.move(world.smugglers, state.owners, smuggled, "ore_smuggled", MARKET, (chain.leak,))
    lawful = BP - unreached_in(draft, chain.fields) if draft.layout.has_sites else BP
    royalty = part(part(abroad + home, row[chain.royalty]), lawful)
    levy(
        draft, state, state.owners, royalty, "royalty", (chain.ore_value, chain.fed, chain.royalty)
    )
    duty = part(part(abroad, row[chain.tax]), lawful)
    levy(draft, state, state.owners, duty, "export_tax", (chain.ore_value, chain.tax))
    cost, owned = _mining_cost(draft, state, chain)
    reads = (chain.mined,)
    usual = cost - dearer_inputs(draft, chain, cost)
    wages = part(usual, p.mine_wages)
    supplies = part(usual, p.mine_suppliers)
    earn(draft, state, state.owners, state.workers, wages, "mine_wages", reads)
    earn(draft, state, state.owners, state.suppliers, supplies, "mine_supplies", reads)
    draft.move(state.owners, world.outside, cost - wages - supplies, "mine_inputs", MARKET, reads)
    taken = take_tax(draft, state, chain) if draft.layout.has_sites else 0
    profit = abroad + home + smuggled - royalty - duty - cost - taken
    profit += settle_ore(draft, state, chain)
    taxed = part(part(max(0, profit), p.mine_tax), lawful)
    levy(draft, state, state.owners, _after_transfer(draft, state, taxed), "mine_profit_tax", reads)
    left = profit - _after_transfer(draft, state, taxed)
    if draft.layout.concessions:
        left -= renewals.dividends(draft, state, chain, left)
    kept = part(left, owned)
    draft.add(state.home_income, kept, "mine_profit", MARKET, (chain.ore_value, chain.fed))
    draft.move(state.owners, world.outside, left - kept, "mine_profit_abroad", MARKET, reads)


def _after_transfer(
    draft: Draft, state: StatePlace, tax: int, made_by: ChainPlace | None = None
) -> int:
    """Return what is left of a profit tax when profits can be priced away (S43, H082).

    Args:
        made_by: The chain, where plants made the profit: terms for technology may open their books.
    """
    lost = part(draft.parameters.transfer_leak, BP - draft.row[state.enforcement])
    lost = part(lost, hidden_left(draft, state))
    return part(tax, BP - (priced_away(draft, made_by, lost) if made_by else lost))


def _mining_cost(draft: Draft, state: StatePlace, chain: ChainPlace) -> tuple[int, int]:
    """Return what digging cost, US$, and the share of mines owned at home, bp.

    The cheapest mines work first, so the mean cost lies halfway up to the dearest that works.
    Strict environmental rules add up to 5 %.
    """
    row = draft.row
    extra = part(draft.parameters.strict_eia_cost, row[state.eia]) + digging_extra(draft, state)
    extra += extra_cost(draft, chain)
    cost = owned = dug = 0
    for item in chain.fields:
        spec, output = item.spec, row[item.output]
        reached = muldiv(
            spec.cost_high - spec.cost_low, output, 2 * max(1, draft.yearly(row[item.capacity]))
        )
        cost += dollars(output, spec.cost_low + reached)
        owned += output * spec.home_owned
        dug += output
    return part(cost, BP + extra), owned // dug if dug else BP


def _plant_money(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R25b: plants sell metal, pay for ore, power and people; profit goes to their owners.

    Firms at home supply fuel, transport and services: 20 % of running cost without any skills,
    twice that at full skills.
    """
    row, p, world = draft.row, draft.parameters, draft.layout.world
    fed = row[chain.fed]
    fetched = see_price(draft, chain)
    if not fed:
        return
    spec = chain.mineral.spec
    used = row[chain.component_output]
    premium = price_premium(draft, state, chain)
    shift = price_shift(draft, state, chain)
    price = part(part(fetched, spec.refined_share), BP + premium + shift)
    if chain.fed in draft.layout.tariffs:
        price = tariffs.price_after(draft, state, chain, price)
    more = nearby.sell(draft, chain, price) if chain.fed in draft.layout.nearby else 0
    sales = dollars(row[chain.refined], price) + more
    draft.put(
        chain.refined_value,
        dollars(row[chain.refined] - used, price) + more,
        "metal_sold",
        MARKET,
        (chain.refined, chain.mineral.price, chain.premium),
    )
    draft.add(
        state.export_income, row[chain.refined_value], "metal_sold", MARKET, (chain.refined_value,)
    )
    draft.move(world.outside, state.smelters, sales, "metal_sold", MARKET, (chain.refined_value,))
    cost = dollars(fed, running_cost(draft, state, chain))
    reads = (chain.fed,)
    bought_at_home = local_supply(draft, state)
    if draft.contracts:
        bought_at_home += ventures.local_buying(draft, state, chain)
    if bought_at_home > BP - p.plant_wages:
        bought_at_home = BP - p.plant_wages
        draft.capped(state.suppliers, "supply_most", reads=reads)
    usual = cost - dearer_inputs(draft, chain, cost)
    wages, supplies = part(usual, p.plant_wages), part(usual, bought_at_home)
    earn(draft, state, state.smelters, state.workers, wages, "plant_wages", reads)
    earn(
        draft,
        state,
        state.smelters,
        state.suppliers,
        supplies,
        "plant_supplies",
        (chain.fed, state.skills),
    )
    draft.move(
        state.smelters, world.outside, cost - wages - supplies, "plant_inputs", MARKET, reads
    )
    profit = sales - cost - dollars(fed, row[chain.home_price])
    profit += settle_metal(draft, state, chain, fetched)
    _share_profit(draft, state, chain, profit)


def _share_profit(draft: Draft, state: StatePlace, chain: ChainPlace, profit: int) -> None:
    groups: tuple[PlantGroup, ...] = draft.groups[chain.fed]
    feeds = [group.feed for group in groups]
    keys = [group.owner for group in groups]
    sign = 1 if profit >= 0 else -1
    shares = split(abs(profit), feeds, keys)
    for i, group in enumerate(groups):
        amount = sign * shares[i]
        if not amount or not group.feed:
            continue
        taxed = muldiv(max(0, amount), group.taxed, group.feed)
        tax = _after_transfer(draft, state, part(taxed, draft.parameters.profit_tax), chain)
        levy(
            draft,
            state,
            state.smelters,
            tax,
            "plant_profit_tax",
            (chain.refined_value, chain.holiday),
        )
        left = amount - tax
        dividend = muldiv(left, group.state, group.feed)
        levy(
            draft,
            state,
            state.smelters,
            dividend,
            "dividend",
            (chain.refined_value, chain.state_share),
        )
        left -= dividend
        if draft.contracts and left > 0:
            joint = ventures.home_part(draft, state, chain, group, left)
            reads = (chain.refined_value,)
            earn(draft, state, state.smelters, state.owners, joint, "joint_profit", reads)
            left -= joint
        _pay_owner(draft, state, chain, group.owner, left)


def _pay_owner(draft: Draft, state: StatePlace, chain: ChainPlace, owner: str, amount: int) -> None:
    reads = (chain.refined_value,)
    if owner in (HOME, state.spec.id):
        earn(draft, state, state.smelters, state.owners, amount, "plant_profit", reads)
        return
    firms = draft.layout.firms.get(owner, draft.layout.world.outside)
    draft.move(state.smelters, firms, amount, "plant_profit_abroad", MARKET, reads)


def _component_money(draft: Draft, state: StatePlace, chain: ChainPlace) -> None:
    """R24b: components add value to metal; most inputs are foreign, half the profit stays."""
    row, world = draft.row, draft.layout.world
    output = row[chain.component_output]
    if not output:
        return
    spec = chain.mineral.spec
    value = dollars(output, part(row[chain.mineral.price], spec.component_share))
    metal = dollars(output, part(row[chain.mineral.price], spec.refined_share))
    draft.add(state.export_income, value, "components_sold", MARKET, (chain.component_output,))
    if chain.fed in draft.layout.nearby:
        value += nearby.sell_parts(draft, chain)
    added = value - metal
    wages, supplies, profit = (part(added, share) for share in (1_000, 1_000, 2_000))
    reads = (chain.component_output,)
    earn(draft, state, world.outside, state.workers, wages, "component_wages", reads)
    earn(draft, state, world.outside, state.suppliers, supplies, "component_supplies", reads)
    earn(draft, state, world.outside, state.owners, profit // 2, "component_profit", reads)


def _budgets(draft: Draft, state: StatePlace) -> None:
    """R25c: the budget's own plans are paid, districts get their part, interest falls due."""
    row, world = draft.row, draft.layout.world
    pay_reports(draft, state)
    for slot, target, rule in (
        (state.inspection_budget, state.workers, "inspection_paid"),
        (state.training_budget, state.workers, "training_paid"),
        (state.social_budget, state.community, "social_paid"),
    ):
        spend(draft, state, target, draft.yearly(row[slot]), rule, (slot,))
    for province in state.provinces:
        for slot, rule in (
            (province.park_budget, "park_paid"),
            (province.power_budget, "power_paid"),
            (province.exploration_budget, "exploration_paid"),
        ):
            amount = draft.yearly(row[slot])
            spend(draft, state, state.suppliers, amount // 2, rule, (slot,))
            spend(draft, state, world.outside, amount - amount // 2, rule, (slot,))
    shared = part(max(0, row[state.receipts]), row[state.sharing])
    spend(draft, state, state.community, shared, "sharing_paid", (state.sharing,))
    debt = row[state.debt]
    own = loans.service(draft, state) if draft.contracts else 0
    plain = max(0, debt - own)
    interest = part(plain, draft.yearly(draft.parameters.debt_interest))
    spend(draft, state, world.outside, interest, "interest_paid", (state.debt,))
    draft.move(
        state.treasury, state.community, draft.yearly(state.spec.budget_need), "services_paid"
    )
    if state.spec.id in draft.layout.savings:
        savings.save(draft, state)
