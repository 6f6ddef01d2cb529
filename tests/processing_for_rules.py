"""Tweaks of the world at rest for rules R34 to R39: a control, know-how, inputs, families.

The partner *east* processes the metal: 600 of 1,000 kt are used inside its market. Outside, plants
without it can make 100 kt a year where the price pays them: the cheapest at 8,000 US$ a tonne, the
dearest at 16,000. At the price of 10,000 a quarter of them work.
"""

from dataclasses import replace

from game.engine.definitions.happenings import Effect, EventPlan
from game.engine.definitions.level import Level
from game.engine.definitions.processing import Control, Inputs, Separation
from tests.nickel_for_rules import nickel_level
from tests.worlds_for_rules import KT, Tweak, mineral, partner, policy

CONTROL = Control(
    holder="east",
    inside=6_000,
    licence=10_000,
    alternatives=100 * KT,
    ceiling=200 * KT,
    speed=20 * KT,
    cost_low=800_000,
    cost_high=1_600_000,
    stock_months=3,
    safety_months=1,
    technology_ban=False,
    shares_from=8_000,
)


def controlled(**changes: object) -> Tweak:
    """Return a tweak that gives the metal a main processor."""
    return mineral(control=replace(CONTROL, **changes))


SEPARATION = Separation(first_yield=5_000, learning=56 * KT, extra_cost=0, batch_loss=2_000)
INPUTS = Inputs(partner="east", dependence=8_000, stock=3, extra_cost=1_000)


def learned(**changes: object) -> Tweak:
    """Return a tweak after which the metal's process must be learned: half yield at first."""
    return mineral(separation=replace(SEPARATION, **changes))


def importing(**changes: object) -> Tweak:
    """Return a tweak after which Arland's mines and plants need imported inputs."""
    return policy(inputs=replace(INPUTS, **changes))


def families(level: Level) -> Level:
    """A tweak: east and south follow one family of standards, west another, isle none."""
    level = replace(level, families=("first", "second"))
    for name, family in (("east", "first"), ("south", "first"), ("west", "second")):
        level = partner(name, family=family)(level)
    return level


def happens(turn: int, figure: str, amount: int) -> Tweak:
    """Return a tweak with a dated event that sets a figure in a turn."""

    def tweak(level: Level) -> Level:
        event = EventPlan(
            id=f"event-{len(level.events)}",
            kind="dated",
            first_turn=turn,
            last_turn=turn,
            chance=10_000,
            conditions=(),
            effects=(Effect("set", figure, amount),),
            repeats=False,
            after="",
            delay=0,
            seat=level.seats[0],
        )
        return replace(level, events=(*level.events, event))

    return tweak


def processed_nickel() -> Level:
    """Return the level of nickel proportions with everything that rules R34 to R39 ask for.

    The first partner processes the metal and lets out a third from the second turn on.
    """
    level = nickel_level(offers=(), events=())
    control = replace(CONTROL, holder=level.partners[0].id, cost_low=1_200_000, cost_high=2_400_000)
    nickel = replace(level.minerals[0], control=control, separation=SEPARATION)
    isles = level.states[0]
    inputs = replace(INPUTS, partner=control.holder)
    chain = replace(isles.chains[0], inputs=inputs, know_how=9_000)
    partners = tuple(
        replace(x, family="first" if x is level.partners[0] else "second") for x in level.partners
    )
    level = replace(
        level,
        minerals=(nickel,),
        states=(replace(isles, chains=(chain,)), *level.states[1:]),
        partners=partners,
        families=("first", "second"),
    )
    return happens(1, "nickel/control/licence", 3_333)(level)
