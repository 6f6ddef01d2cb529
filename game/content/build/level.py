"""From a level file to the engine's definitions: whole numbers and ids, in a fixed order.

Things that a file keeps under ids are sorted by id, so that the order of keys means nothing.
Conditions and effects take their unit from the figure that they name, so they are built last,
once the layout of the level's figures is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace

from game.content.build.dates import Dates
from game.content.build.deals import agreements, concessions, goods, nearby, substitutes
from game.content.build.market import build_mineral
from game.content.build.processing import build_inputs, plan_by_turn
from game.content.build.region import build_region, with_cards
from game.content.digest import level_digest
from game.content.models.base import Comparison, whole_setting
from game.content.models.level import LevelFile
from game.content.models.story import EffectModel, EventModel, OfferModel, PredictionModel
from game.content.models.world import ChainModel, FieldModel, PartnerModel, PlantModel, StateModel
from game.content.numbers.figure_units import in_unit_of, slot_of
from game.engine.definitions.happenings import Condition, Effect, EventPlan, OfferPlan, Term
from game.engine.definitions.level import OUTCOMES, Anchors, Level, Mandate, Prediction
from game.engine.definitions.places import (
    Field,
    Partner,
    Province,
    Rival,
    StartChain,
    StartPlant,
    State,
)
from game.engine.layout.layout import Layout, layout_of
from game.engine.orders import Order
from game.engine.parameters.rules import Parameters


def dates_of(file: LevelFile) -> Dates:
    """The calendar of a level file, by turn."""
    months = file.months * file.steps_per_turn
    return Dates(file.start, file.start_month, months, file.turns)


def steps_of(file: LevelFile) -> Dates:
    """The calendar of a level file, by step of the rules; most turns are one step."""
    return Dates(file.start, file.start_month, file.months, file.turns * file.steps_per_turn)


def bare_level(file: LevelFile) -> Level:
    """The engine's level without what names figures: offers, events and predictions."""
    dates = dates_of(file)
    return Level(
        id=file.id,
        digest="",
        months=file.months,
        turns=file.turns,
        first_year=file.start,
        first_month=file.start_month,
        seats=tuple(file.seats),
        minerals=tuple(
            build_mineral(key, file.minerals[key], steps_of(file)) for key in sorted(file.minerals)
        ),
        states=tuple(
            _state(key, file.states[key], dates, steps_of(file)) for key in sorted(file.states)
        ),
        partners=tuple(_partner(key, file.partners[key]) for key in sorted(file.partners)),
        rivals=_rivals(file),
        offers=(),
        events=(),
        mandates=_mandates(file),
        predictions=(),
        anchors=_anchors(file),
        parameters=_parameters(file),
        prices_fed=file.prices_fed,
        steps=file.steps_per_turn,
        concessions=concessions(file, dates),
        shocks=file.shocks.built() if file.shocks else None,
        region=build_region(file.region, file.steps_per_turn) if file.region else None,
        families=tuple(sorted(file.families)),
        agreements=agreements(file, dates),
        substitutes=substitutes(file),
        products=goods(file),
        nearby=nearby(file, dates),
    )


def build_level(file: LevelFile) -> Level:
    """The engine's level, without a baseline: price and demand are the historical ones.

    Raises `QuantityError` when a condition, effect or setting names an unknown figure or has a
    wrong unit; `reference_problems` reports both with their place.
    """
    dates, steps = dates_of(file), steps_of(file)
    bare = bare_level(file)
    layout = layout_of(bare)
    whole = replace(
        bare,
        region=with_cards(file.region, bare.region, layout),
        offers=tuple(_offer(k, file.offers[k], layout, steps) for k in sorted(file.offers)),
        events=tuple(_event(k, file.events[k], layout, steps) for k in sorted(file.events)),
        mandates=tuple(
            replace(
                mandate,
                aims=tuple(
                    (name, conditions(aim.holds, layout))
                    for name, aim in sorted(file.mandates[mandate.id].aims.items())
                ),
            )
            for mandate in bare.mandates
        ),
        predictions=tuple(
            _prediction(k, file.predictions[k], layout, dates) for k in sorted(file.predictions)
        ),
    )
    return replace(whole, digest=level_digest(whole))


def _rivals(file: LevelFile) -> tuple[Rival, ...]:
    return tuple(
        Rival(
            key,
            rival.mineral,
            rival.output.value,
            rival.ceiling.value,
            rival.speed.value,
            rival.keeps.value,
            plan_by_turn(rival, dates_of(file)),
        )
        for key, rival in sorted(file.rivals.items())
    )


def _mandates(file: LevelFile) -> tuple[Mandate, ...]:
    """Mandates by id; the order in which they are shown is the order of the file."""
    return tuple(
        Mandate(key, tuple(getattr(mandate.weights, name) for name in OUTCOMES))
        for key, mandate in sorted(file.mandates.items())
    )


def _anchors(file: LevelFile) -> Anchors:
    given = file.anchors
    return Anchors(
        value=given.value.value,
        revenue=given.revenue.value,
        jobs=given.jobs.value,
        emissions=given.emissions.value,
        forest=given.forest.value,
    )


def _parameters(file: LevelFile) -> Parameters:
    known = {item.name for item in fields(Parameters)}
    chosen = {
        name: whole_setting(value.set) for name, value in file.parameters.items() if name in known
    }
    return Parameters(**chosen)


def _state(key: str, state: StateModel, dates: Dates, steps: Dates) -> State:
    return State(
        id=key,
        persona=state.persona,
        provinces=tuple(
            Province(
                id=name,
                infrastructure=province.infrastructure.value,
                green_kw=province.green_power.value,
                green_kw_growth=province.green_power_growth.value,
                grievance=province.grievance.value,
                longitude=province.longitude.value,
                latitude=province.latitude.value,
            )
            for name, province in sorted(state.provinces.items())
        ),
        fields=tuple(_field(name, item, steps) for name, item in sorted(state.fields.items())),
        chains=tuple(_chain(name, item) for name, item in sorted(state.chains.items())),
        plants=tuple(_plant(name, item) for name, item in sorted(state.plants.items())),
        treasury=state.treasury.value,
        debt=state.debt.value,
        budget_need=state.budget_need.value,
        fx_reserves=state.fx_reserves.value,
        fx_need=state.fx_need.value,
        trust=state.trust.value,
        enforcement=state.enforcement.value,
        skills=state.skills.value,
        credibility=state.credibility.value,
        welfare=state.welfare.value,
        levers=tuple(sorted({lever for step in state.levers.values() for lever in step})),
        path=_path(state, dates),
        risk=state.risk.value if state.risk else None,
        pledge=state.pledge.built() if state.pledge else None,
        state_firm=state.state_firm.value,
        family=state.family,
    )


def _field(key: str, item: FieldModel, dates: Dates) -> Field:
    return Field(
        id=key,
        province=item.province,
        mineral=item.mineral,
        capacity=item.capacity.value,
        reserves=item.reserves.value,
        cost_low=item.cost_low.value,
        cost_high=item.cost_high.value,
        growth=item.growth.value,
        home_owned=item.home_owned.value,
        resource=item.resource.value,
        holder=item.holder.built() if item.holder else None,
        licence_until=dates.first_turn(item.licence_until) if item.licence_until else 0,
        doubt=item.doubt.value,
    )


def _plant(key: str, item: PlantModel) -> StartPlant:
    return StartPlant(key, item.province, item.mineral, item.feed.value, item.owner, item.coal)


def _chain(mineral: str, item: ChainModel) -> StartChain:
    return StartChain(
        mineral=mineral,
        royalty=item.royalty.value,
        tax=item.tax.value,
        ban=item.ban.value,
        holiday=item.holiday.value,
        old_trade=item.old_trade.value,
        component_capacity=item.components.value,
        scrap=item.scrap.built() if item.scrap else None,
        know_how=item.know_how.value,
        inputs=build_inputs(item.inputs),
    )


def _path(state: StateModel, dates: Dates) -> tuple[tuple[Order, ...], ...]:
    """The orders of the historical path by turn; none at all for a state without a path."""
    if not state.path:
        return ()
    turns: list[tuple[Order, ...]] = [()] * dates.turns
    for year, block in state.path.items():
        turn = dates.first_turn(int(year))
        if 0 <= turn < dates.turns:
            turns[turn] += tuple(
                Order(x.order, x.target, tuple(whole_setting(number) for number in x.set))
                for x in block.orders
            )
    return tuple(turns)


def _partner(key: str, partner: PartnerModel) -> Partner:
    buys = sorted(partner.buys.items())
    return Partner(
        id=key,
        hurdle=partner.hurdle.value,
        threshold=partner.threshold.value,
        weight=partner.weight.value,
        patience=partner.patience.value,
        ore_demand=tuple((mineral, share.ore.value) for mineral, share in buys),
        refined_demand=tuple((mineral, share.refined.value) for mineral, share in buys),
        standing=partner.standing.value,
        coal=partner.coal,
        litigates=partner.litigates,
        exit_at=partner.exit_at.value,
        family=partner.family,
        when_short=tuple((key, worth.value) for key, worth in sorted(partner.when_short.items())),
        tariffs=tuple((name, x.tariff.value) for name, x in buys if x.tariff.value),
    )


def _offer(key: str, offer: OfferModel, layout: Layout, dates: Dates) -> OfferPlan:
    return OfferPlan(
        id=key,
        partner=offer.partner,
        seat=offer.seat,
        kind=offer.kind,
        mineral=offer.mineral,
        province=offer.province,
        first_turn=dates.first_turn(offer.when.first),
        last_turn=dates.last_turn(offer.when.last),
        chance=offer.chance.value,
        gate=conditions(offer.gate, layout),
        terms=tuple(
            Term(name, tuple(term.grid), term.offered, term.worth.value)
            for name, term in sorted(offer.terms.items())
        ),
        reserve=offer.reserve.value,
        concession=offer.concession,
        again=offer.again,
        minds=tuple(sorted(offer.minds)),
        follows=offer.follows,
    )


def _event(key: str, event: EventModel, layout: Layout, dates: Dates) -> EventPlan:
    return EventPlan(
        id=key,
        kind=event.kind,
        first_turn=dates.first_turn(event.when.first),
        last_turn=dates.last_turn(event.when.last),
        chance=event.chance.value,
        conditions=conditions(event.conditions, layout),
        effects=tuple(effect(item, layout) for item in event.effects),
        repeats=event.repeats,
        after=event.after,
        delay=event.delay,
        seat=event.seat,
    )


def _prediction(key: str, asked: PredictionModel, layout: Layout, dates: Dates) -> Prediction:
    slot_of(asked.figure, layout)
    return Prediction(
        id=key,
        seat=asked.seat,
        turn=dates.first_turn(asked.year) if asked.year else -1,
        lever=asked.lever,
        figure=asked.figure,
        turns=asked.turns,
        deadband=asked.deadband.value,
        reasons=tuple(
            (name, conditions(reason.true_if, layout))
            for name, reason in sorted(asked.reasons.items())
        ),
    )


def conditions(given: Iterable[Comparison], layout: Layout) -> tuple[Condition, ...]:
    """Comparisons with their amounts in the units of their figures."""
    return tuple(Condition(x.figure, x.op, in_unit_of(x.figure, x.amount, layout)) for x in given)


def effect(given: EffectModel, layout: Layout) -> Effect:
    """An effect with its amount in the unit of its figure."""
    return Effect(given.do, given.figure, in_unit_of(given.figure, given.amount.amount, layout))
