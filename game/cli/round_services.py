"""What the window and the terminal ask for while a round of a class is played.

A game of the round is begun once: from then on its record is taken up. After every visit to the
round's page the file to hand in is written anew, from all games of the player's number.
"""

from game.classroom.entries import SUFFIX, entry_text
from game.classroom.pseudonyms import pseudonym
from game.classroom.rounds import Round
from game.cli.sentences import not_saved_sentence, record_sentence, refusal_sentence
from game.cli.services import GameServices
from game.content.loaded import LoadedLevel
from game.engine.record import RecordFault
from game.match.match import Match
from game.match.refusals import MatchRefused
from game.match.replay import rebuild
from game.players import player_for
from game.storage import record_file, saves
from game.storage.atomic import write_text
from game.storage.faults import CouldNotSave
from game.storage.folder import DataFolder
from game.text.catalogue import mark
from game.ui.services import Case, Refused, RoundCard, RoundGame

_NO_NUMBER = mark("Give the number you were given first: 1 to {most}.")


class RoundServices(GameServices):
    """The services of a run that plays a round.

    Args:
        folder: The player's folder.
        found: The round, opened.
        loaded: Its level.
        says: The rules of the round in words.
        number: The player's number; 0 when it is still to be asked.
    """

    def __init__(
        self,
        folder: DataFolder,
        notice: str,
        found: Round,
        loaded: LoadedLevel,
        says: tuple[str, ...],
        number: int = 0,
    ) -> None:
        super().__init__(folder, notice)
        self._round, self._loaded, self._says = found, loaded, says
        self._number = number

    def round(self) -> RoundCard:
        """Return the round with the player's games; the file to hand in is written anew."""
        own = self._own_saves()
        turns = self._loaded.level.turns
        return RoundCard(
            title=self._loaded.text(self.catalogue.locale)["level.title"],
            says=self._says,
            deadline=self._round.deadline,
            most=self._round.entrants,
            number=self._number,
            name=pseudonym(self._round.id, self._number) if self._number else "",
            games=tuple(
                RoundGame(n, own[seed].turn if seed in own else 0, turns, seed in own)
                for n, seed in enumerate(self._round.seeds, 1)
            ),
            file=self._hand_in(own) if any(save.turn for save in own.values()) else "",
        )

    def give_number(self, number: int) -> None:
        """Remember the player's number.

        Raises:
            Refused: The round has no such number.
        """
        if not 1 <= number <= self._round.entrants:
            raise Refused(self.catalogue.say(_NO_NUMBER, most=self._round.entrants))
        self._number = number

    def level_changed(self, case: Case) -> bool:
        """Never: a game of a round is played to its end on the level it was begun on."""
        return False

    def round_game(self, game: int) -> tuple[Case, Match]:
        """Begin a game of the round, or take it up.

        Raises:
            Refused: No number was given, or the game cannot be taken up.
        """
        self.give_number(self._number)
        seed = self._round.seeds[game - 1]
        save = self._own_saves().get(seed)
        if save is not None:
            return self._resume(save.path, self.case_of(self._loaded))
        case = self.case_of(self._loaded)
        match = self._begin(
            case.level, self._round.seat, self._round.mandate, seed, self._round.id, self._number
        )
        return case, match

    def _own_saves(self) -> dict[int, saves.Save]:
        """Return the first begun game for each luck of the round, by this number."""
        found: dict[int, saves.Save] = {}
        for save in sorted(self._all_saves(), key=lambda each: each.path.name):
            header = save.header
            if (header.round, header.entrant) == (self._round.id, self._number):
                found.setdefault(header.seed, save)
        return found

    def _hand_in(self, own: dict[int, saves.Save]) -> str:
        """Write the file to hand in and return where it is.

        Raises:
            Refused: A game cannot be read, or the file cannot be written.
        """
        folder = self.folder.path / "hand-in" / self._round.id
        path = folder / f"{self._number:02d}{SUFFIX}"
        level = self._loaded.level
        try:
            texts = [
                rebuild(level, record_file.read(own[seed].path), player_for).record_text()
                for seed in self._round.seeds
                if seed in own
            ]
            folder.mkdir(parents=True, exist_ok=True)
            write_text(path, entry_text(texts))
        except RecordFault as fault:
            raise Refused(record_sentence(fault, self.catalogue)) from None
        except MatchRefused as refused:
            raise Refused(refusal_sentence(refused, self.catalogue)) from None
        except OSError as error:
            trouble = error if isinstance(error, CouldNotSave) else CouldNotSave(error, path)
            raise Refused(not_saved_sentence(trouble)) from None
        return str(path)
