"""Rounds and entries in words: the rules of a round, and why an entry is refused."""

from game.text.catalogue import Catalogue, mark
from game.text.problem_words import RECORD_FAULTS, REFUSALS

ROUND_FAULTS: dict[str, str] = {
    "not_a_round": mark("This file is no round of Downstream. Ask for the file again."),
    "round_format": mark(
        "This round was made by another version of Downstream. Use that version, or pack a new "
        "round."
    ),
    "round_rules": mark(
        "This round was made for other rules. Use the version that made it, or pack a new round."
    ),
    "round_malformed": mark(
        "This round cannot be read at “{detail}”. Ask the organiser for the file again."
    ),
    "wrong_luck": mark(
        "The luck in this round is not the one it promised. Ask the organiser for the file again."
    ),
    "luck_sealed": mark(
        "The luck of this round is still sealed. Ask the organiser for the opened file."
    ),
    "round_level": mark(
        "This round was made for another “{detail}” than the one here. Use the same version of "
        "the game and of the level."
    ),
    "searching_player": mark(
        "“{detail}” looks ahead, and no such player may sit in a ranked round. Choose another "
        "level or seat."
    ),
}

ENTRY_FAULTS: dict[str, str] = {
    "no_round": mark("The game was not played for a round. Start it with the round's file."),
    "other_round": mark("The game was played for another round, “{detail}”."),
    "other_setup": mark("The game was played on something else than the round: see “{detail}”."),
    "no_such_number": mark("The round has no number {detail}."),
    "two_numbers": mark("The file holds games of several numbers: {detail}."),
    "other_luck": mark("A game was played with luck that is not one of the round's: {detail}."),
    "same_game_twice": mark("The file holds one game of the round twice."),
    "too_many_games": mark("The file holds more games than the round has."),
    "nothing_played": mark("No turn was ended, so there is nothing to count."),
    "too_slow": mark("Playing it again took too long here: a person has to look at it."),
    "stopped": mark("Playing it again was stopped by the system: a person has to look at it."),
    "empty": mark("The file is empty."),
    "too_large": mark("The file is larger than any honest entry."),
    "not_text": mark("Line {line} holds signs that no game writes."),
    "not_a_record": mark("The file does not begin as a saved game does."),
    "other_format": mark("It was written by another version of Downstream."),
    "other_rules": mark("It was played by rules of version {detail}, so it cannot be ranked here."),
    "malformed": mark("Line {line} cannot be read."),
    "unknown_field": mark("Line {line} says something that this version does not know."),
    "too_long": mark("Line {line} is too long to be real."),
    "wrong_digest": mark("The orders of this turn do not lead to the world that the file names."),
    "other_sheets": mark("The neighbours ordered something else in this turn."),
    "illegal_order": mark("An order of this turn was not allowed: {detail}."),
    "not_on_sheet": mark("An order is taken back that was never given."),
    "wrong_turn": mark("The lines are in the wrong order: one is for turn {detail}."),
    "wrong_seat": mark("An order is for another country: {detail}."),
    "too_much_work": mark("Orders are given and taken back far more often than a game needs."),
}
"""Why an entry is refused, where the words for a saved game would not fit."""

OTHER_BUILD = mark("It was played with another build of the rules, which may be why.")

RANKING: tuple[str, ...] = (
    mark("The mean over all games of the points above the reference players; more is better."),
    mark("The points above the reference players in the worst game; more is better."),
    mark("The lowest of the six parts of the score, mean over all games; more is better."),
    mark("The file that was received earlier."),
)
"""How entries are ranked; each rule decides where those before it leave a tie."""


def round_says(
    say: Catalogue, level: str, seat: str, mandate: str, games: int, sealed: bool
) -> tuple[str, ...]:
    """Return the rules of a round, one sentence or two each, for the people who play it."""
    luck = (
        mark(
            "The luck of the games is sealed at first: only its hash is here. The organiser hands "
            "out the opened file when play begins. Whoever has both can check that the luck was "
            "not chosen afterwards."
        )
        if sealed
        else mark(
            "Players hold the luck of the games in this file, so that they can play without a "
            "network. Luck could be known: somebody may try a game before the one that is handed "
            "in. That is why there are several games."
        )
    )
    ranked = " ".join(f"{place}. {say.say(rule)}" for place, rule in enumerate(RANKING, 1))
    return (
        say.say(
            mark("Everybody plays {level}: you govern {seat}, and your goal is {mandate}."),
            level=level,
            seat=seat,
            mandate=mandate,
        ),
        say.count(
            "There is one game.",
            "There are {count} games, each with luck of its own, the same for everybody.",
            games,
        ),
        say.say(luck),
        say.say(mark("The first file that is received from a number and can be verified counts.")),
        say.say(
            mark(
                "A game that was not finished is played on without orders, and so is a game that "
                "was not begun."
            )
        ),
        say.say(
            mark(
                "Neighbours are governed by plain rules that do not look ahead. What they order "
                "is worked out again when a file is verified."
            )
        ),
        say.say(mark("Ranking: {rules}"), rules=ranked),
        say.say(mark("Files hold a number and an assigned name of two words, nothing else.")),
    )


def round_sentence(code: str, detail: str, say: Catalogue) -> str:
    """Return why a round cannot be used."""
    return say.say(ROUND_FAULTS[code], detail=detail)


def entry_sentence(code: str, line: int, detail: str, say: Catalogue) -> str:
    """Return why an entry is refused."""
    words = ENTRY_FAULTS.get(code) or RECORD_FAULTS.get(code) or REFUSALS[code]
    return say.say(words, line=line, detail=detail)


_PAGE: dict[str, str] = {
    "table": mark("Standings"),
    "outcomes": mark("What their countries came to at the end"),
    "ranked": mark("How the ranking was made"),
    "rules": mark("The rules of the round"),
    "luck": mark("Luck, for those who want to check it"),
    "rank": mark("Rank"),
    "who": mark("Player"),
    "above": mark("Above the references"),
    "score": mark("Score"),
    "game": mark("Game {number}"),
    "hidden": mark("–"),
    "reference": mark("{name} (computer)"),
    "status-quo": mark("Changes nothing"),
    "greedy": mark("Looks one turn ahead"),
    "above_means": mark(
        "“Above the references” compares each game with what two computer players reached from "
        "the same seat with the same luck. They are not ranked. The score itself goes from 0 to "
        "100."
    ),
    "unfinished": mark(
        "Players with a game that was played on without orders, because it was not finished: "
        "{count}."
    ),
    "refused": mark("Files that do not count (later ones, and ones that do not verify): {count}."),
    "round": mark("Round"),
    "luck_hash": mark("Hash that was published at first"),
    "luck_text": mark("Luck of the round"),
    "seeds": mark("Seed of each game"),
    "digest": mark("Digest of the whole table"),
    "check": mark(
        "The hash was fixed when the round was made. The luck below it gives that hash, so nobody "
        "chose it afterwards. The same files give the same table, and the same digest."
    ),
}

OUTCOME_HEADS: tuple[str, ...] = (
    mark("Value added, US$ m a turn"),
    mark("Public revenue, US$ m a turn"),
    mark("Jobs, 0–100"),
    mark("Environment, 0–100"),
    mark("Autonomy, 0–100"),
    mark("Standing, 0–100"),
)
"""The six outcomes of the last turn with their units, in the order of ``OUTCOMES``."""


def page_words(say: Catalogue) -> dict[str, str]:
    """Return the fixed words of the page of standings."""
    return {name: say.say(words) for name, words in _PAGE.items()}
