"""A level with a region on screen: its tab of measures, and what a neighbour digs stays hidden."""

from dataclasses import replace

import pytest

from game.match.match import start
from game.players import player_for
from game.text.describe import Words
from game.ui.models.turn import TurnModel
from game.ui.models.turn_decisions import areas
from game.ui.models.turn_map import rival_site
from tests.region_for_rules import ARLAND, BORLAND, CORLAND, league, region
from tests.ui.fakes import FakeServices
from tests.worlds_for_rules import Tweak


def model(*tweaks: Tweak) -> TurnModel:
    services = FakeServices()
    level = league(*tweaks)
    others = {x: player_for("reciprocator") for x in (BORLAND, CORLAND)}
    match = start(level, ARLAND, "plain", 7, others, program="test")
    match.seal()
    case = replace(services.case(), level=level)
    return TurnModel(case, match, Words(services.catalogue, level, case.texts))


def test_the_region_has_a_tab_of_its_own() -> None:
    shown = model()
    assert "region" in areas(shown.match)
    shown.show_area("region")
    shown.show_everything()
    levers = {card.lever for card in shown.cards()[0]}
    assert {"cartel_pledge", "join_label", "draw_window"} <= levers
    assert "propose_deal" not in levers, "deals are made at the table"


@pytest.mark.parametrize(("cartel", "facts"), [("metal", 0), ("", 1)])
def test_what_a_neighbour_digs_is_shown_only_where_no_cut_can_be_cheated_on(
    cartel: str, facts: int
) -> None:
    shown = model(region(cartel=cartel))
    assert len(rival_site(shown.seen, shown.words, "delta").facts) == facts
