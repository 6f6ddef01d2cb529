"""Files of the player: records, saves and settings, written without loss."""

from game.storage.faults import CouldNotSave
from game.storage.folder import DataFolder, NoFolder, data_folder
from game.storage.lock import FolderLock, take_lock
from game.storage.record_file import RecordFile, create, read, reopen
from game.storage.saves import Save, Unreadable, list_saves, new_save, set_aside
from game.storage.settings import Settings, read_settings, write_settings

__all__ = [
    "CouldNotSave",
    "DataFolder",
    "FolderLock",
    "NoFolder",
    "RecordFile",
    "Save",
    "Settings",
    "Unreadable",
    "create",
    "data_folder",
    "list_saves",
    "new_save",
    "read",
    "read_settings",
    "reopen",
    "set_aside",
    "take_lock",
    "write_settings",
]
