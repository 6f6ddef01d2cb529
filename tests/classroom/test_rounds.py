"""Rounds: what they fix, the luck they commit to, and files that are none."""

import json
from dataclasses import replace

import pytest

from game.classroom.faults import ROUND_CODES, RoundFault
from game.classroom.pseudonyms import pseudonym
from game.classroom.rounds import (
    Round,
    check_level,
    hash_of,
    make_round,
    read_round,
    write_round,
)
from game.players import PERSONA_IDS, PLAYER_IDS
from game.text.catalogue import Catalogue
from game.text.classroom_words import RANKING, ROUND_FAULTS, round_says
from tests.classroom.class_rounds import HELD, LEVEL, LUCK, small_round
from tests.worlds import AVAL


def new_round(**changed: object) -> Round:
    asked: dict[str, object] = {"games": 3, "entrants": 30, "program": "0.1.0"}
    return make_round(LEVEL, AVAL, "industrialiser", **asked | changed)  # type: ignore[arg-type]  # any case of the test


def test_a_round_reads_back_as_it_was_written() -> None:
    for found in (small_round(), small_round().closed, new_round(sealed=True, deadline="Noël")):
        assert read_round(write_round(found, ("a rule",)).encode()) == found


def test_every_round_has_luck_of_its_own() -> None:
    rounds = [new_round() for _ in range(50)]
    assert len({found.luck for found in rounds}) == 50
    assert len({seed for found in rounds for seed in found.seeds}) == 150


def test_the_luck_comes_from_the_systems_random_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("secrets.token_hex", lambda size: "ab" * size)
    assert new_round().luck == "ab" * 16


def test_a_sealed_copy_commits_to_the_luck_and_does_not_tell_it() -> None:
    found = new_round(sealed=True)
    sealed = found.closed
    text = write_round(sealed)
    assert found.luck not in text
    assert not any(str(seed) in text for seed in found.seeds)
    assert sealed.id == found.id
    assert sealed.luck_hash == hash_of(found.luck)
    with pytest.raises(RoundFault) as refused:
        _ = sealed.seeds
    assert refused.value.code == "luck_sealed"


def test_luck_chosen_afterwards_does_not_fit_the_hash() -> None:
    text = write_round(replace(new_round(), luck="0" * 32))
    with pytest.raises(RoundFault) as refused:
        read_round(text.encode())
    assert refused.value.code == "wrong_luck"


def test_the_id_stands_for_everything_but_the_opened_luck() -> None:
    found = small_round()
    others = [
        replace(found, games=1),
        replace(found, mandate="guardian"),
        replace(found, deadline=""),
        replace(found, luck=LUCK[::-1], luck_hash=hash_of(LUCK[::-1])),
        replace(found, level_digest="0" * 64),
    ]
    assert len({found.id, *(other.id for other in others)}) == 6


def test_what_a_round_says_in_words_changes_nothing() -> None:
    found = small_round()
    assert read_round(write_round(found, ("Play as you like.",)).encode()).id == found.id


@pytest.mark.parametrize("player", PLAYER_IDS)
def test_a_player_that_looks_ahead_never_sits_in_a_round(player: str) -> None:
    states = tuple(replace(state, persona=player) for state in LEVEL.states)
    level = replace(LEVEL, states=states)
    if player in PERSONA_IDS:
        assert make_round(level, AVAL, "industrialiser", games=1, entrants=1, program="1")
        return
    with pytest.raises(RoundFault) as refused:
        make_round(level, AVAL, "industrialiser", games=1, entrants=1, program="1")
    assert refused.value.code == "searching_player"


def test_a_searching_player_cannot_be_written_into_a_round() -> None:
    text = write_round(small_round()).replace("open_trader/1", "greedy/1")
    with pytest.raises(RoundFault) as refused:
        read_round(text.encode())
    assert refused.value.code == "searching_player"


def test_another_level_is_refused() -> None:
    with pytest.raises(RoundFault) as refused:
        check_level(small_round(), HELD)
    assert refused.value.code == "round_level"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("games", 0), ("games", 10), ("games", "3"), ("games", True), ("entrants", 0),
        ("entrants", 1_000), ("level", "../x"), ("level", 5), ("seat", ""), ("mandate", None),
        ("level_digest", "00"), ("luck_hash", "zz"), ("luck", "short"), ("sealed", 1),
        ("deadline", "x" * 81), ("deadline", "a\u202eb"), ("deadline", "two\nlines"),
        ("program", 1), ("others", []), ("others", {"../x": "holder/1"}), ("others", {"a": 1}),
        ("surprise", 1),
    ],
)  # fmt: skip
def test_a_round_that_says_what_cannot_be_is_refused(field: str, value: object) -> None:
    said = json.loads(write_round(small_round())) | {field: value}
    with pytest.raises(RoundFault) as refused:
        read_round(json.dumps(said).encode())
    assert refused.value.code == "round_malformed"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_round"), (b"[]", "not_a_round"), (b"\xff", "not_a_round"),
        (b"[" * 10_000, "not_a_round"), (b'{"magic": "x"}', "not_a_round"),
        (b" " * 20_000, "not_a_round"), (b'{"magic": "downstream-round"}', "round_format"),
        (b'{"magic": "downstream-round", "format": 1, "rules": 99}', "round_rules"),
        (b'{"magic": "downstream-round", "format": 1, "rules": 3}', "round_malformed"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_round_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(RoundFault) as refused:
        read_round(data)
    assert refused.value.code == code


def test_every_refusal_of_a_round_has_a_sentence() -> None:
    assert set(ROUND_FAULTS) == set(ROUND_CODES)
    assert all(words.endswith(".") for words in ROUND_FAULTS.values())


def test_a_round_says_what_players_must_know() -> None:
    open_luck = " ".join(round_says(Catalogue(), "L", "S", "M", 3, False))
    assert "Luck could be known" in open_luck
    assert "3 games" in open_luck
    assert "first file that is received from a number" in open_luck
    assert all(rule in open_luck for rule in RANKING)
    sealed = " ".join(round_says(Catalogue(), "L", "S", "M", 1, True))
    assert "sealed" in sealed
    assert "Luck could be known" not in sealed


def test_no_two_numbers_of_a_round_share_a_name() -> None:
    for round_id in ("a", "b", small_round().id):
        names = [pseudonym(round_id, number) for number in range(1, 1_000)]
        assert len(set(names)) == 999
        assert all(len(name.split()) == 2 and name.isascii() for name in names)
    assert pseudonym("a", 1) != pseudonym("b", 1) or pseudonym("a", 2) != pseudonym("b", 2)
