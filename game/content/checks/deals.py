"""Whether what a level says about deals fits together."""

from __future__ import annotations

from game.content.checks.findings import Findings
from game.content.models.base import BP
from game.content.models.story import OfferModel

RENEWAL_TERMS = ("years", "share", "price", "smelter")
"""Terms that a renewal may have; the rules know what each is worth to the firm."""


def check_concessions(found: Findings) -> None:
    """Note rights that name no mine of the state, or shares that are more than the whole."""
    file = found.file
    for key, given in file.concessions.items():
        here = ("concessions", key)
        found.known((*here, "partner"), "partner", given.partner, file.partners)
        if not found.known((*here, "state"), "state", given.state, file.states):
            continue
        mines = file.states[given.state].fields
        if not found.known((*here, "field"), "field", given.field, mines):
            continue
        if mines[given.field].home_owned.value + given.state_share.value > BP:
            found.error(
                (*here, "state_share"),
                "more-than-all",
                "private owners at home and the state hold more than the whole mine",
                "what is left belongs to the firm",
                "lower `state_share` here, or `home_owned` of the field",
            )


def check_agreements(found: Findings) -> None:
    """Note treaties that bind nobody who is in the level."""
    file = found.file
    for key, given in file.agreements.items():
        here = ("agreements", key)
        for name in ("states", "members"):
            for index, state in enumerate(getattr(given, name)):
                found.known((*here, name, index), "state", state, file.states)
        for index, partner in enumerate(given.partners):
            found.known((*here, "partners", index), "partner", partner, file.partners)
        for index, state in enumerate(given.members):
            if state in file.states and state not in given.states:
                found.error(
                    (*here, "members", index),
                    "member-not-listed",
                    f"`{state}` is a member and not among `states`",
                    "`states` lists all who may be bound",
                    "add it to `states`",
                )


def check_demand(found: Findings) -> None:
    """Note rungs, goods and nearby buyers that name nothing of the level."""
    file = found.file
    for key, rung in file.substitutes.items():
        here = ("substitutes", key)
        found.known((*here, "source"), "mineral", rung.source, file.minerals)
        if rung.target:
            found.known((*here, "target"), "mineral", rung.target, file.minerals)
    for key, stage in file.goods.items():
        here = ("goods", key)
        if found.known((*here, "state"), "state", stage.state, file.states):
            chains = file.states[stage.state].chains
            found.known((*here, "mineral"), "mineral", stage.mineral, chains)
    for key, scenario in file.scenarios.items():
        for mineral in scenario.demand:
            at = ("scenarios", key, "demand", mineral)
            found.known(at, "mineral", mineral, file.minerals)
    for key, buyer in file.nearby.items():
        found.known(("nearby", key, "mineral"), "mineral", buyer.mineral, file.minerals)


def check_memorandum(found: Findings, key: str, offer: OfferModel) -> None:
    """Note a memorandum without a signal, and names that lead nowhere."""
    here = ("offers", key)
    for index, partner in enumerate(offer.minds):
        found.known((*here, "minds", index), "partner", partner, found.file.partners)
    if offer.follows:
        found.known((*here, "follows"), "offer", offer.follows, found.file.offers)
    if offer.kind == "memorandum" and "signal" not in offer.terms:
        found.error(
            here,
            "no-signal",
            "a memorandum has no term `signal`",
            "it binds nobody; what others read in it is all that it does",
            "add the term, or choose another kind",
        )


def check_renewal(found: Findings, key: str, offer: OfferModel) -> None:
    """Note a renewal without a right to renew, and terms that the firm cannot weigh."""
    here = ("offers", key)
    if offer.kind != "renewal":
        if offer.concession:
            found.error(
                (*here, "concession"),
                "no-renewal",
                "only a renewal is about a firm's right to a mine",
                f"`{key}` is of another kind",
                "write `kind: renewal`, or take `concession` out",
            )
        return
    if not found.known(
        (*here, "concession"), "concession", offer.concession, found.file.concessions
    ):
        return
    right = found.file.concessions[offer.concession]
    if (right.state, right.partner) != (offer.seat, offer.partner):
        found.error(
            here,
            "other-parties",
            "the renewal is offered by or to somebody else",
            f"`{offer.concession}` is held from {right.state} by {right.partner}",
            "give the same seat and partner in both",
        )
    for name in offer.terms:
        if name not in RENEWAL_TERMS:
            found.error(
                (*here, "terms", name),
                "not-weighed",
                f"a firm cannot weigh `{name}` in a renewal",
                f"it knows the terms {', '.join(RENEWAL_TERMS)}",
                "take the term out, or make it an offer of its own",
            )
