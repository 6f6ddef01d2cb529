"""The parts of the model card that no rule can say about itself."""

HEAD = """
# The model card

*This file is made by `python main.py model-card --write`. Change the rules, not this file.*

## What the model is for

The model is a set of rules for a teaching game. It lets students try policies on minerals, see what
follows, and find out why. It aims at the right direction, the right order of size and the right
timing. It shows one idea above all: the same ban can build an industry in one case and destroy
mines in another, and the reasons can be named.

## What it is not for

- It does not forecast. Its figures are not advice to a government, a firm or an investor.
- It does not say which policy is right. Goals differ, and each mandate weighs them in its own way.
- It does not judge nations. Partners follow their needs, their costs and their memory.
- It must not be quoted as evidence. Quote the sources behind it, which are named with each figure.

Money is whole US dollars, prices are cents a tonne, mass is kilograms of metal inside the ore (dry
ore for bauxite), and shares are ten-thousandths. One rule set serves all levels; only the data of a
level differ.
"""

RULES = """
## The rules

Each rule stands with its number, the place in `game/engine/rules`, its words and formula, and the
parameters that it reads. Numbers are kept from first trials, so some are not in use.
"""

SCORE = """
## The score
"""

BASELINES = """
## Prices and demand

A level states the prices and the demand of history. Those prices hold the effect of the real policy
already. Before play the level is calibrated: the real path is played, and the rules' own effect is
taken out of price and demand. What is left is the baseline. A game then adds the effect of its own
supply. If the real path is played, the real prices come back. If another path is played, the spike
of the real ban is not there.

An error of the rules goes into the baseline with the opposite sign. That is why each back-test runs
twice: with the prices of history fed in, and with the prices that the rules make.
"""

EVIDENCE = """
## Evidence

A back-test plays the real path and looks at what comes out beside what happened. Each value is the
median of a few games with different luck. A star marks a target that a version of the rules must
reach. Nickel is a fit, not a free test: demand, starting meters and the growth of mines were set so
that it is met. The bauxite case uses the same rules and the same parameters.

Two numbers deserve doubt. That ore at home can fall to half its price abroad (H065) is a choice of
ours which one report made likely; it is no estimate from a paper. The size of the fear before a ban
rests on two moments only.
"""

EXPERTS = """
## Where experts disagree

**Do export bans build industry?** Most studies before 2020 say no. A review of forced processing
with the Indonesian ban of 2014 to 2016 as its example found few successes, if any, and advised to
remove what blocks plants (*Mineral Economics* 2019, doi 10.1007/s13563-019-00170-x). Fliess,
Idsardi and Rossouw (2017, OECD Trade Policy Paper 204) looked at four African minerals and saw no
gain in processed exports; raw exports were sometimes weaker. Bosker, van den Herik, Pelzl and
Poelhekke (2025, CEPR DP20791) studied one ban on two ores and found that it worked for nickel and
failed for bauxite. The rules must be able to show both, and the two levels do.

**Tax or ban?** Fung and Korinek (2014, in OECD, *Export Restrictions in Raw Materials Trade*) show
how taxes and quotas shift income from mines to plants. Mahadevan, Nugroho and Amir (2017,
*Economic Modelling* 62) find in a model of the whole economy that export taxes raise poverty unless
smelters follow. Samir and others (2024, *JEP* 25(1)) model the ban itself; only the summary of that
paper was seen.

**Why do states restrict exports at all?** Pothen and Fink (2015, ZEW DP 15-025) weigh the motives
for limits on rare earths. Motives are open to debate, so the rules give partners needs and memory,
but no hidden plan.

**Who gains where ore is dug?** Pelzl and Poelhekke (2021, *Journal of International Economics* 131)
tell mines with many workers from mines with many machines. Lo and others (2024, *One Earth*) find
that nickel brought some gains in well-being and losses of forest and health at the same time. The
rules keep jobs, welfare and nature apart for this reason. Davis and Franks (2014, Harvard CSR
Initiative Report 66) put a price on conflict with villages.

**Figures.** IEA (2025, *Global Critical Minerals Outlook*), S&P Global (2023, 2024) on lead times,
C4ADS (2025), CREA and GEM (2023 to 2025) and Global Witness (2022, 2024) count different things in
different ways. Where counts clash, a level names a range and the game shows the clash.
"""
