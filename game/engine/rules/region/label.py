"""R51: a certificate that states share (S34).

It costs from the first day. It earns only when enough of the members' metal carries it, when
careful buyers find it strict enough, and while its audits are believed.
"""

from game.engine.draft import RULE, Draft
from game.engine.figures.region import MemberPlace, RegionPlace
from game.engine.numbers import clamp, muldiv, part, ratio
from game.engine.rules.levers import Lever, steps
from game.engine.rules.plants.investors import standards_of
from game.engine.rules.region.effects import partner_of
from game.engine.rules.region.members import member_lever

LEVERS: tuple[Lever, ...] = (
    member_lever(
        "join_label", 1, "labelled", steps(0, 1), lambda region: region.spec.label is not None
    ),
)


def resolve(draft: Draft, region: RegionPlace) -> None:
    """Expose empty labels, count what carries the label, let trust follow the audits."""
    carriers = [x for x in region.members if draft.row[x.labelled]]
    for member in carriers:
        _scandal(draft, region, member)
    _cover(draft, region)
    _trust(draft, region, carriers)


def _scandal(draft: Draft, region: RegionPlace, member: MemberPlace) -> None:
    """R51b: ``chance a year = 30 % x share of the asked-for standards that is only on paper``.

    A scandal halves the trust in the label, for everybody who carries it.
    """
    row, p = draft.row, draft.parameters
    asked = row[region.strictness]
    real = standards_of(draft, draft.state(member.state))
    empty = clamp(ratio(asked - real, asked))
    if not empty or not draft.chance("greenwash", member.state, part(p.scandal_chance, empty)):
        return
    reads = (region.strictness,)
    draft.note("greenwash", RULE, member.state, reads)
    lost = part(row[region.label_trust], p.scandal_loss)
    draft.add(region.label_trust, -lost, "greenwash", RULE, reads)
    for bond in member.bonds:
        if partner_of(draft, bond.partner).threshold:
            draft.remember(member.state, bond.partner, "greenwash", -300, f"partner:{bond.partner}")


def _cover(draft: Draft, region: RegionPlace) -> None:
    """R51a: coverage is the share of the members' metal that carries the label."""
    row = draft.row
    whole = covered = 0
    for member in region.members:
        made = sum(row[chain.refined_value] for chain in draft.state(member.state).chains)
        whole += made
        covered += made if row[member.labelled] else 0
    reads = tuple(x.labelled for x in region.members)
    draft.put(region.coverage, ratio(covered, whole), "label_coverage", RULE, reads)


def _trust(draft: Draft, region: RegionPlace, carriers: list[MemberPlace]) -> None:
    """R51c: trust moves to what audits can vouch for, a quarter of the gap a year.

    ``goal = mean inspection of who carries it + 20 points a step of the audit body
    - 15 points if another label counts as equal``.
    """
    row, p = draft.row, draft.parameters
    if not carriers:
        return
    mean = sum(row[draft.state(x.state).enforcement] for x in carriers) // len(carriers)
    goal = clamp(mean + p.audit_step * row[region.audit] - p.mutual_doubt * row[region.equal])
    step = muldiv(goal - row[region.label_trust], 1, p.trust_in_label_years)
    reads = (region.audit, region.equal, *(draft.state(x.state).enforcement for x in carriers))
    draft.add(region.label_trust, draft.yearly(step), "label_trust", RULE, reads)
