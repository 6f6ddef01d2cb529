"""Level packs: levels in one zip file or folder, to be handed on and kept, safely.

A pack holds level files, an optional ``README.md`` and ``pack.yaml`` with its title and format.
Nothing is ever unpacked by the path stored in a zip: members are read into memory by name, names
are from a short alphabet, and sizes are counted while inflating. Levels are checked before they
are kept.
"""

from __future__ import annotations

import re
import shutil
import struct
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from game.content.checks.levels import check_file
from game.content.faults import LevelError, Problem, Severity, excerpt
from game.content.file.reader import examine_bytes

FORMAT = 1
"""What this game reads and writes; a pack of a later format is refused."""

MOST_BYTES = 4 * 1024 * 1024
MOST_ENTRIES = 200
MOST_ENTRY_BYTES = 1024 * 1024
MOST_INFLATED = 20 * 1024 * 1024
MOST_RATIO = 100
MANIFEST = "pack.yaml"
README = "README.md"
_NAME = re.compile(r"[a-z0-9_-]{1,40}\.(?:yaml|md)")
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\..*")
_DIRECTORY_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was read: its name and title, and the bytes of each member by file name."""

    name: str
    title: str
    members: dict[str, bytes]

    @property
    def levels(self) -> tuple[str, ...]:
        """The ids of its levels, in alphabetical order."""
        named = (x for x in self.members if x.endswith(".yaml") and x != MANIFEST)
        return tuple(sorted(x.removesuffix(".yaml") for x in named))


def write_pack(files: list[Path], title: str, target: Path) -> None:
    """Write level files as a pack. The same files give the same bytes. Raises `OSError`."""
    members = {path.name: path.read_bytes() for path in files}
    quoted = title.replace("\\", "\\\\").replace('"', '\\"')
    manifest = f'format: {FORMAT}\ntitle: "{quoted}"\n'
    members[MANIFEST] = manifest.encode()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members):
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), members[name])


def read_pack(path: Path) -> Pack:
    """The pack in a zip file or folder. Raises `LevelError` with the first thing wrong with it."""
    members = _of_folder(path) if path.is_dir() else _of_zip(path)
    title = _title(path, members)
    pack = Pack(_plain_name(path), title, members)
    if not pack.levels:
        raise _fault(path, "empty-pack", "the pack holds no level", "level files end in .yaml",
                     "put a level file into it")  # fmt: skip
    return pack


def install(pack: Pack, folder: Path, known: frozenset[str]) -> tuple[str, ...]:
    """Keep a pack in a folder of its own under ``folder``; return the ids of its levels.

    Nothing is kept unless every level passes the check and no id is taken.

    Args:
        pack: What to keep; a pack of the same name is replaced.
        folder: Where teachers' levels lie.
        known: Ids that other levels have already.

    Raises:
        LevelError: A level has errors, or an id is taken.
        OSError: The folder cannot be written to.
    """
    taken = sorted(set(pack.levels) & known)
    if taken:
        raise _fault(
            Path(pack.name), "id-taken", f"there is a level {excerpt(taken[0])} already",
            "two levels cannot have one id", "change the id and the file's name in the pack",
        )  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".new-") as scratch:
        ready = Path(scratch) / pack.name
        ready.mkdir()
        for name, data in sorted(pack.members.items()):
            (ready / name).write_bytes(data)
        errors = []
        for level_id in pack.levels:
            report = check_file(ready / f"{level_id}.yaml")
            errors += [x for x in report.problems if x.severity is Severity.ERROR]
            if report.levels != (level_id,) and not errors:
                errors.append(_misnamed(level_id, report.levels[0]))
        if errors:
            raise LevelError([_without_scratch(x, ready) for x in errors])
        target = folder / pack.name
        if target.exists():
            shutil.rmtree(target)
        ready.rename(target)
    return pack.levels


def _misnamed(file: str, level_id: str) -> Problem:
    return Problem(
        f"{file}.yaml", 1, 1, "file-name", Severity.ERROR,
        f"`{level_id}` stands in the file {file}.yaml",
        "levels are found by the name of their file",
        f"name the file {level_id}.yaml",
    )  # fmt: skip


def _without_scratch(problem: Problem, scratch: Path) -> Problem:
    """The finding with the name of the file in the pack, not of a folder that will be gone."""
    name = Path(problem.file).name
    return Problem(
        name, problem.line, problem.column, problem.code, problem.severity,
        problem.what, problem.why, problem.remedy,
    )  # fmt: skip


def _plain_name(path: Path) -> str:
    """A folder name made of the pack's file name: short, lower case, without surprises."""
    words = re.findall(r"[a-z0-9]+", path.stem.lower())
    name = "-".join(words)[:40].strip("-")
    return f"pack-{name}" if not name or _DEVICES.fullmatch(f"{name}.") else name


def _of_folder(path: Path) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for file in sorted(path.iterdir()):
        if file.is_symlink() or not file.is_file():
            continue  # baselines and whatever else lies there is no part of a pack
        if file.suffix not in (".yaml", ".md"):
            continue
        _allow(path, file.name, found)
        if file.stat().st_size > MOST_ENTRY_BYTES:
            raise _too_large(path, file.name)
        found[file.name] = file.read_bytes()
        if len(found) > MOST_ENTRIES:
            raise _too_many(path)
    return found


def _of_zip(path: Path) -> dict[str, bytes]:
    if not path.is_file():
        raise _fault(path, "no-pack", "there is no such file", "a pack is a .zip file or a folder",
                     "give the path of one")  # fmt: skip
    if path.stat().st_size > MOST_BYTES:
        raise _fault(
            path, "pack-too-large", f"the file is larger than {MOST_BYTES // 2**20} MB",
            "level files are small", "take out what is no level",
        )  # fmt: skip
    data = path.read_bytes()
    _check_directory(path, data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _members(path, archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as error:
        raise _no_zip(path) from error
    except (zlib.error, OSError) as error:
        raise _no_zip(path) from error


def _check_directory(path: Path, data: bytes) -> None:
    """Look at the end record before the directory of the zip is read: it may be huge."""
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or at + 22 > len(data):
        raise _no_zip(path)
    entries, size = struct.unpack("<HI", data[at + 10 : at + 16])
    if entries > MOST_ENTRIES or size > _DIRECTORY_BYTES:
        raise _too_many(path)


def _members(path: Path, archive: zipfile.ZipFile) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    infos = archive.infolist()
    if len(infos) > MOST_ENTRIES:
        raise _too_many(path)
    whole = 0
    for info in infos:
        _allow(path, info.orig_filename, found)
        if info.external_attr >> 28 == 0xA:
            raise _fault(path, "pack-link", f"{excerpt(info.filename)} is a link",
                         "a pack holds plain files", "put the file itself into it")  # fmt: skip
        with archive.open(info) as member:
            data = member.read(MOST_ENTRY_BYTES + 1)
        whole += len(data)
        if len(data) > MOST_ENTRY_BYTES or whole > MOST_INFLATED:
            raise _too_large(path, info.filename)
        if len(data) > MOST_RATIO * max(1, info.compress_size):
            raise _too_large(path, info.filename)
        found[info.filename] = data
    return found


def _allow(path: Path, name: str, found: dict[str, bytes]) -> None:
    """Refuse a member whose name is not a plain, new, short file name."""
    device = _DEVICES.fullmatch(name)
    if name != README and (device or not _NAME.fullmatch(name)):
        raise _fault(
            path, "pack-name", f"{excerpt(name)} is no name for a file in a pack",
            "names are at most 40 small letters, digits, - and _, ending in .yaml or .md",
            "rename it, and put no folders into the pack",
        )  # fmt: skip
    if name.lower() in {x.lower() for x in found}:
        raise _fault(path, "pack-twice", f"{excerpt(name)} is in the pack twice",
                     "only one of them could be kept", "take one out")  # fmt: skip


def _title(path: Path, members: dict[str, bytes]) -> str:
    data = members.get(MANIFEST)
    if data is None:
        return path.stem
    seen = examine_bytes(data, MANIFEST)
    if seen.document is None or seen.problems:
        raise LevelError(seen.problems)
    plain = seen.document.plain()
    made = plain.get("format")
    if not isinstance(made, int) or isinstance(made, bool) or made < 1:
        raise _fault(path, "pack-format", "pack.yaml has no `format`", "it says who can read it",
                     f"write `format: {FORMAT}`")  # fmt: skip
    if made > FORMAT:
        raise _fault(path, "pack-too-new", f"the pack has format {made}",
                     f"this game reads format {FORMAT}", "install a newer game")  # fmt: skip
    title = plain.get("title")
    return title[:60] if isinstance(title, str) else path.stem


def _fault(path: Path, code: str, what: str, why: str, remedy: str) -> LevelError:
    return LevelError([Problem(path.name, 1, 1, code, Severity.ERROR, what, why, remedy)])


def _no_zip(path: Path) -> LevelError:
    return _fault(path, "bad-zip", "this is no zip file that can be read",
                  "it may be cut off, locked or of another kind",
                  "make it with `python main.py share`")  # fmt: skip


def _too_many(path: Path) -> LevelError:
    return _fault(path, "pack-too-many", f"the pack holds more than {MOST_ENTRIES} files",
                  "a pack holds level files only", "take out what is no level")  # fmt: skip


def _too_large(path: Path, name: str) -> LevelError:
    return _fault(path, "pack-too-large", f"{excerpt(name)} is too large when unpacked",
                  "level files are small", "take it out of the pack")  # fmt: skip
