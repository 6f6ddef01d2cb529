"""The table at which states meet, in words: meetings, votes, deals, institutions, what is known."""

from collections.abc import Iterator

import pytest

from game.engine.options import LEVERS
from game.engine.orders import Order, Sheet
from game.engine.problems import Problem
from game.engine.turn import Turn, resolve_turn
from game.engine.world import World
from game.text.catalogue import Catalogue
from game.text.describe import Words
from game.text.region_deals import deals_on_table, deals_to_propose, proposed_now
from game.text.region_institutions import chronicle, institutions_of
from game.text.region_table import TableReader, meeting_of, next_meeting
from tests.region_for_rules import ARLAND, BORLAND, CORLAND, cheat, opened, pledge, region
from tests.worlds_for_rules import Tweak

Given = tuple[tuple[str, Order], ...]
AUDIT = Order("propose_card", "audit", (1,))


def vote(card: str, way: int) -> Order:
    return Order("vote_card", card, (way,))


class Play:
    """A league played by hand: the sheets of all seats are given turn by turn."""

    def __init__(self, *tweaks: Tweak, seed: int = 1) -> None:
        self.world: World = opened(*tweaks, seed=seed)
        self.turns: list[Turn] = []

    def turn(self, *orders: tuple[str, Order]) -> None:
        sheets = {
            state.spec.id: Sheet(
                state.spec.id,
                self.world.turn,
                tuple(x for seat, x in orders if seat == state.spec.id),
            )
            for state in self.world.layout.states
        }
        done = resolve_turn(self.world, sheets)
        assert [x for x in done.results if x.status != "done"] == []
        self.turns.append(done)
        self.world = done.world

    def table(self, seat: str = ARLAND, *draft: Order, no: str = "") -> TableReader:
        def check(order: Order) -> Iterator[Problem]:
            if order.lever == no:
                yield Problem("capital_short", 0)

        words = Words(Catalogue(), self.world.level, {})
        return TableReader(words, self.world, seat, self.turns, draft, check)


def words_of(seat: str, play: Play, *draft: Order) -> str:
    """Everything that a seat can read at the table."""
    table = play.table(seat, *draft)
    return repr((meeting_of(table), deals_on_table(table), deals_to_propose(table),
                 institutions_of(table), chronicle(table)))  # fmt: skip


def of_members(seat: str, play: Play) -> object:
    """What a seat reads of each member, and of the past."""
    table = play.table(seat)
    return [x.members for x in institutions_of(table)], chronicle(table)


# ---- the meeting


def test_the_next_meeting_is_dated_and_counted() -> None:
    play = Play()
    meeting = meeting_of(play.table())
    assert meeting is not None
    assert not meeting.now
    assert meeting.line == "The ministers meet in 2001, next turn."
    assert "3 members" in meeting.rule
    assert meeting.later == "What you propose now comes to a vote in 2001."
    play.turn()
    now = meeting_of(play.table())
    assert now is not None
    assert now.now
    assert now.line == "The ministers meet at the end of this turn."
    assert now.later == "What you propose now comes to a vote in 2003."


def test_after_the_last_meeting_there_is_none() -> None:
    play = Play(region(meets_every=0))
    play.turn()
    play.turn()
    assert next_meeting(play.world) is None
    meeting = meeting_of(play.table())
    assert meeting is not None
    assert "not meet again" in meeting.line
    assert "No meeting is left" in meeting.later


@pytest.mark.parametrize("tweak", [region(meets_first=-1, cards=())])
def test_a_region_without_meetings_has_no_agenda(tweak: Tweak) -> None:
    assert meeting_of(Play(tweak).table()) is None


def test_a_proposal_goes_from_the_agenda_to_the_vote_and_into_force() -> None:
    play = Play()
    idle = meeting_of(play.table(ARLAND, AUDIT))
    assert idle is not None
    first = idle.proposals[0]
    assert (first.id, first.stage) == ("audit", "idle")
    assert first.changes == (
        "Who checks the label. Now: each state itself. If it passes: outsiders."
    )
    assert first.actions[0].ordered
    play.turn((BORLAND, AUDIT))
    asked = meeting_of(play.table())
    assert asked is not None
    assert asked.to_vote == 1
    agenda = asked.on_agenda[0]
    assert "proposed by Borland" in agenda.status
    assert [x.text for x in agenda.actions] == ["Vote for it", "Vote against it"]
    voted = meeting_of(play.table(ARLAND, vote("audit", 1)))
    assert voted is not None
    assert voted.to_vote == 0
    play.turn((ARLAND, vote("audit", 1)), (CORLAND, vote("audit", 1)))
    done = meeting_of(play.table())
    assert done is not None
    assert done.proposals[0].stage == "adopted"
    assert done.proposals[0].changes == "Who checks the label: outsiders."
    assert done.proposals[0].votes == "Vote of 2001: for you, Corland; against nobody."


def test_an_objection_is_named_and_stops_the_proposal() -> None:
    play = Play()
    play.turn((ARLAND, AUDIT))
    play.turn((ARLAND, vote("audit", 1)), (BORLAND, vote("audit", 2)))
    meeting = meeting_of(play.table(CORLAND))
    assert meeting is not None
    assert meeting.proposals[0].stage == "idle"
    assert meeting.proposals[0].votes == "Vote of 2001: for Arland; against Borland."


def test_what_cannot_be_ordered_says_why() -> None:
    meeting = meeting_of(Play().table(ARLAND, no="propose_card"))
    assert meeting is not None
    assert all(x.actions[0].problem for x in meeting.proposals)


# ---- deals


def loan(other: str) -> Order:
    return Order("propose_deal", f"{other}.loan", (25, 3))


def test_a_deal_is_proposed_answered_in_force_and_left() -> None:
    play = Play()
    assert proposed_now(play.table(ARLAND, loan(BORLAND))) == (loan(BORLAND),)
    play.turn((ARLAND, loan(BORLAND)))
    (mine,) = deals_on_table(play.table(ARLAND))
    (theirs,) = deals_on_table(play.table(BORLAND))
    assert (mine.stage, theirs.stage) == ("waiting", "answer")
    assert mine.actions == ()
    assert theirs.status == "Arland proposes it; answer by 2002"
    assert theirs.line.startswith("Your neighbour lends")
    assert mine.line.startswith("You lend")
    assert deals_on_table(play.table(CORLAND)) == ()
    accept, refuse = theirs.actions
    assert (accept.text, refuse.text) == ("Accept", "Refuse")
    play.turn((BORLAND, accept.order))
    (held,) = deals_on_table(play.table(ARLAND))
    assert held.stage == "force"
    assert held.actions[0].order.lever == "leave_deal"


def test_every_kind_of_deal_can_be_proposed_with_each_of_its_settings() -> None:
    play = Play()
    table = play.table()
    kinds = deals_to_propose(table)
    assert {kind.state for kind in kinds} == {BORLAND, CORLAND}
    state = play.world.layout.state(ARLAND)
    for kind in kinds:
        assert kind.line
        grid = LEVERS["propose_deal"].grid(play.world, state, kind.target)
        assert [x.order.setting for x in kind.actions] == list(grid)


# ---- institutions and what is known


def test_every_institution_of_the_league_is_told() -> None:
    found = {x.id: x for x in institutions_of(Play().table())}
    assert list(found) == [
        "voice", "cartel", "label", "roles", "data", "fund", "award", "window", "initiative",
        "club", "limits",
    ]  # fmt: skip
    assert all(x.line and x.title for x in found.values())
    assert found["cartel"].levers[0][0] == "cartel_pledge"
    assert found["voice"].figures[0].share == pytest.approx(0.5)


def test_only_the_institutions_of_the_level_are_told() -> None:
    tweak = region(cartel="", label=None, roles=(), data=-1, fund=False, award=False, window=None,
                   initiative=None, club=None, restrictions=-1)  # fmt: skip
    assert [x.id for x in institutions_of(Play(tweak).table())] == ["voice"]


def test_a_pledge_is_seen_by_all_and_a_cheat_by_nobody_until_it_is_caught() -> None:
    play = Play()
    play.turn(pledge(ARLAND, 2_000), pledge(BORLAND, 2_000))
    before = words_of(ARLAND, play)
    assert "Borland changed the pledge to cut output: 20" in before
    quiet, loud = Play(), Play()
    for each in (quiet, loud):
        each.turn(pledge(ARLAND, 2_000), pledge(BORLAND, 2_000))
    quiet.turn()
    loud.turn(cheat(BORLAND))
    caught = any(x.rule == "cartel_caught" and not x.path for x in loud.turns[-1].ledger)
    assert not caught, "pick another seed: this cheat was caught at once"
    assert of_members(ARLAND, quiet) == of_members(ARLAND, loud)
    assert "Dig more than agreed, in secret" in words_of(BORLAND, loud)
    assert "Dig more" not in words_of(ARLAND, loud)


def test_who_was_caught_is_named_with_the_date() -> None:
    for seed in range(1, 60):
        play = Play(seed=seed)
        play.turn(pledge(ARLAND, 2_000), pledge(BORLAND, 2_000))
        play.turn(cheat(BORLAND))
        if any(x.rule == "cartel_caught" and not x.path for x in play.turns[-1].ledger):
            break
    cartel = next(x for x in institutions_of(play.table()) if x.id == "cartel")
    told = {x.state: x.warning for x in cartel.members}
    assert told == {ARLAND: "", BORLAND: "caught digging too much in 2001", CORLAND: ""}
    assert any(x.bad and "Borland" in x.text for x in chronicle(play.table()))


def test_the_chronicle_is_short_and_newest_first() -> None:
    play = Play()
    play.turn((ARLAND, AUDIT))
    play.turn((ARLAND, vote("audit", 1)), (BORLAND, vote("audit", 1)))
    told = chronicle(play.table(), most=2)
    assert len(told) == 2
    assert told[0].date == "2001"
    assert chronicle(Play().table()) == ()
