"""Codes of storage, records and matches as the one sentence a command ends with."""

from game.engine.record import RecordFault
from game.match.refusals import MatchRefused
from game.storage.faults import DISK_FULL, IN_USE, NO_FOLDER, READ_ONLY, CouldNotSave
from game.text.catalogue import Catalogue
from game.text.problem_words import RECORD_FAULT_OTHER, RECORD_FAULTS, REFUSALS

_LONGEST_NAME = 120
_NOT_SAVED = {
    DISK_FULL: (
        "The game could not be saved because the disk is full: free some space; playing goes on."
    ),
    READ_ONLY: (
        "The game could not be saved because the folder cannot be written to: "
        "choose another with --data-dir; playing goes on."
    ),
    NO_FOLDER: (
        "The game could not be saved because its folder is gone: "
        "choose another with --data-dir; playing goes on."
    ),
    IN_USE: "The game could not be saved because another game is open: close that one first.",
}
_NOT_SAVED_OTHERWISE = "The game could not be saved: check the disk; playing goes on."


def record_sentence(fault: RecordFault, say: Catalogue) -> str:
    """Return why a record cannot be read."""
    return say.say(RECORD_FAULTS.get(fault.code, RECORD_FAULT_OTHER), line=fault.line)


def refusal_sentence(refused: MatchRefused, say: Catalogue) -> str:
    """Return why a match is refused."""
    return say.say(REFUSALS[refused.code], detail=refused.detail)


def not_saved_sentence(trouble: CouldNotSave) -> str:
    """Return why something did not reach the disk."""
    return _NOT_SAVED.get(trouble.code, _NOT_SAVED_OTHERWISE)


def system_sentence(error: OSError) -> str:
    """Return why the system stopped a command that nothing else explains."""
    reason = error.strerror or str(error)
    name = str(error.filename or "")
    about = f"{reason}: {name[:_LONGEST_NAME]}" if name else reason
    return f"The system stopped this command ({about}): check the name, the folder and the disk."
