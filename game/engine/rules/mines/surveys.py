"""Surveys: what everybody believes to lie in the ground, and what is there (R47c; S70)."""

from game.engine.draft import RULE, Draft
from game.engine.figures.sites import SurveyPlace
from game.engine.figures.variables import ChainPlace, FieldPlace, StatePlace
from game.engine.numbers import BP, dollars, muldiv, part, ratio
from game.engine.orders import Order
from game.engine.rules.levers import MILLION, Lever, field_of, steps
from game.engine.rules.state.payments import spend
from game.engine.world import World


def _in_doubt(world: World, state: StatePlace) -> tuple[str, ...]:
    return tuple(
        item.spec.id
        for province in state.provinces
        for item in province.fields
        if item.survey is not None and world.values[item.survey.doubt]
    )


def _survey(draft: Draft, state: StatePlace, order: Order, cause: str) -> None:
    """R47c: drilling narrows the doubt and moves the estimate as far towards the truth.

    ``found = money / (money + 5 m)`` of the doubt.
    """
    item = field_of(state, order.target)[1]
    survey, row = item.survey, draft.row
    assert survey is not None
    money = order.setting[0] * MILLION
    spend(draft, state, state.suppliers, money // 2, "survey_paid", cause=cause)
    outside = draft.layout.world.outside
    spend(draft, state, outside, money - money // 2, "survey_paid", cause=cause)
    found = ratio(money, money + draft.parameters.survey_half * MILLION)
    gap = row[item.reserves] - row[survey.estimate]
    draft.add(survey.estimate, part(gap, found), "survey", cause, (survey.doubt,))
    left = part(row[survey.doubt], BP - found)
    draft.put(survey.doubt, left if left >= 200 else 0, "survey", cause)
    draft.note("survey", cause, item.spec.id, (survey.estimate, survey.doubt))


LEVERS: tuple[Lever, ...] = (
    Lever(
        id="survey",
        area="industry",
        cost=1,
        targets=_in_doubt,
        grid=lambda world, state, target: steps(1, 2, 5, 10, 20),
        now=lambda world, state, target: (0,),
        apply=_survey,
        money=lambda world, state, order: order.setting[0] * MILLION,
        policy=False,
    ),
)


def follow_digging(draft: Draft) -> None:
    """Take what was dug off each estimate, and work out what the option on the rest is worth."""
    for state in draft.layout.states:
        for chain in state.chains:
            for item in chain.fields:
                if item.survey is not None:
                    _take_dug(draft, chain, item, item.survey)


def _take_dug(draft: Draft, chain: ChainPlace, item: FieldPlace, survey: SurveyPlace) -> None:
    """R47c: an option on ore is worth what firms expect to earn on it, as far as it is sure.

    ``estimate x (expected ore price - mean cost) x (1 - doubt)``, never below zero.
    """
    row, spec = draft.row, item.spec
    draft.add(survey.estimate, -row[item.output], "mine_output", RULE, (item.output,))
    expected = part(row[chain.mineral.expected_price], chain.mineral.spec.ore_share)
    margin = max(0, expected - (spec.cost_low + spec.cost_high) // 2)
    worth = part(dollars(row[survey.estimate], margin), BP - row[survey.doubt])
    draft.put(survey.option_value, worth, "option_value", RULE, (survey.estimate, survey.doubt))


def sure_share(draft: Draft, chain: ChainPlace) -> int:
    """R47c: return how far firms dare to build on a chain's ore, bp.

    ``1 - 60 % x doubt``, weighed by what each field is believed to hold.
    """
    weight = dared = 0
    for item in chain.fields:
        if item.survey is None:
            continue
        held = draft.row[item.survey.estimate]
        weight += held
        dared += part(held, part(draft.parameters.doubt_drag, draft.row[item.survey.doubt]))
    if not dared:
        return BP
    certain = sum(draft.row[x.reserves] for x in chain.fields if x.survey is None)
    return BP - muldiv(dared, BP, max(1, weight + certain))
