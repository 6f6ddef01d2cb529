"""Level packs: a good one is kept whole; a bad one leaves nothing behind, whatever it holds."""

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest

from game.content.faults import LevelError
from game.content.pack import FORMAT, MOST_BYTES, MOST_ENTRIES, install, read_pack, write_pack
from game.content.starting import new_level_text

LEVEL = new_level_text("my-tin").encode()
MANIFEST = f'format: {FORMAT}\ntitle: "Tin and more"\n'.encode()


def tree(folder: Path) -> set[str]:
    """Every path below a folder."""
    return {x.relative_to(folder).as_posix() for x in folder.rglob("*")}


def zipped(path: Path, *members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in members:
            archive.writestr(zipfile.ZipInfo(name), data, compress_type=method)
    return path


def refused(path: Path, folder: Path) -> str:
    """The code with which a pack is refused; nothing may be left behind."""
    before = tree(folder.parent)
    with pytest.raises(LevelError) as error:
        install(read_pack(path), folder, frozenset({"indonesia-nickel"}))
    folder.mkdir(exist_ok=True)
    assert tree(folder.parent) - before <= {folder.name}
    problem = error.value.problems[0]
    assert problem.what
    assert problem.why
    assert problem.remedy
    return problem.code


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def test_what_is_shared_is_installed_byte_for_byte(tmp_path: Path, own: Path) -> None:
    level = tmp_path / "my-tin.yaml"
    level.write_bytes(LEVEL)
    pack = tmp_path / "Tin Week 1.zip"
    write_pack([level], 'Tin, "week 1"', pack)
    again = tmp_path / "again.zip"
    write_pack([level], 'Tin, "week 1"', again)
    assert pack.read_bytes() == again.read_bytes()
    read = read_pack(pack)
    assert (read.name, read.title, read.levels) == ("tin-week-1", 'Tin, "week 1"', ("my-tin",))
    assert install(read, own, frozenset()) == ("my-tin",)
    assert tree(own) == {"tin-week-1", "tin-week-1/my-tin.yaml", "tin-week-1/pack.yaml"}
    assert (own / "tin-week-1" / "my-tin.yaml").read_bytes() == LEVEL


def test_a_newer_pack_of_the_same_name_takes_the_place_of_the_old(
    tmp_path: Path, own: Path
) -> None:
    install(read_pack(zipped(tmp_path / "tin.zip", ("my-tin.yaml", LEVEL))), own, frozenset())
    other = new_level_text("other-tin").encode()
    install(read_pack(zipped(tmp_path / "tin.zip", ("other-tin.yaml", other))), own, frozenset())
    assert tree(own) == {"tin", "tin/other-tin.yaml"}


def test_a_folder_is_a_pack(tmp_path: Path, own: Path) -> None:
    folder = tmp_path / "shared"
    (folder / "baselines").mkdir(parents=True)
    (folder / "my-tin.yaml").write_bytes(LEVEL)
    (folder / "baselines" / "my-tin.yaml").write_text("rest: 1\n", encoding="utf-8")
    (folder / "notes.txt").write_text("not part of it", encoding="utf-8")
    assert install(read_pack(folder), own, frozenset()) == ("my-tin",)
    assert tree(own) == {"shared", "shared/my-tin.yaml"}


BAD_NAMES = (
    "../my-tin.yaml", "..\\my-tin.yaml", "/etc/my-tin.yaml", "C:\\my-tin.yaml", "C:/my-tin.yaml",
    "\\\\host\\share\\my-tin.yaml", "a/my-tin.yaml", "a\\my-tin.yaml", "./my-tin.yaml",
    "my-tin.yaml/", "my-tin.yaml/..", "..", ".", "....//my-tin.yaml", "..%2fmy-tin.yaml",
    "%2e%2e/my-tin.yaml", "..%c0%af/my-tin.yaml", "..%252f/my-tin.yaml", "CON.yaml", "con.yaml",
    "prn.yaml", "aux.md", "nul.yaml", "com1.yaml", "lpt9.yaml", "My-Tin.yaml", "my tin.yaml",
    "my-tin.YAML", "my-tin.yml", "my-tin.py", "my-tin.yaml.exe", "my-tin", ".yaml", "~root.yaml",
    "my-tin.yaml\n", "my-tin.yaml ", "mÿ-tin.yaml", "my\u202etin.yaml", "x" * 41 + ".yaml",
    "my-tin.yaml:stream", "$(id).yaml", "`id`.yaml", "file:///my-tin.yaml", "-" * 60,
)  # fmt: skip


@pytest.mark.parametrize("name", BAD_NAMES)
def test_names_that_lead_elsewhere_are_refused(tmp_path: Path, own: Path, name: str) -> None:
    path = zipped(tmp_path / "p.zip", ("my-tin.yaml", LEVEL), (name, LEVEL))
    assert refused(path, own) in {"pack-name", "pack-twice"}


def test_links_and_doubles_are_refused(tmp_path: Path, own: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate name"):
        twice = zipped(tmp_path / "p.zip", ("my-tin.yaml", LEVEL), ("my-tin.yaml", LEVEL))
    assert refused(twice, own) == "pack-twice"
    link = zipfile.ZipInfo("other.yaml")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "q.zip", "w") as archive:
        archive.writestr("my-tin.yaml", LEVEL)
        archive.writestr(link, "/etc/passwd")
    assert refused(tmp_path / "q.zip", own) == "pack-link"


def test_levels_with_errors_keep_the_whole_pack_out(tmp_path: Path, own: Path) -> None:
    broken = LEVEL.replace(b"trust: 50 %", b"trust: 50")
    path = zipped(tmp_path / "p.zip", ("good.yaml", new_level_text("good").encode()),
                  ("my-tin.yaml", broken))  # fmt: skip
    before = tree(tmp_path)
    with pytest.raises(LevelError) as error:
        install(read_pack(path), own, frozenset())
    assert [(x.file, x.code) for x in error.value.problems] == [("my-tin.yaml", "missing-unit")]
    assert tree(tmp_path) - before == {"own"}


def test_ids_that_are_taken_or_misnamed_are_refused(tmp_path: Path, own: Path) -> None:
    taken = zipped(tmp_path / "p.zip", ("indonesia-nickel.yaml", LEVEL))
    assert refused(taken, own) == "id-taken"
    assert refused(zipped(tmp_path / "q.zip", ("other.yaml", LEVEL)), own) == "file-name"


@pytest.mark.parametrize(
    ("manifest", "code"),
    [
        (b"format: 2\n", "pack-too-new"),
        (b"format: 99\ntitle: x\n", "pack-too-new"),
        (b"format: 0\n", "pack-format"),
        (b"format: true\n", "pack-format"),
        (b"title: x\n", "pack-format"),
    ],
)
def test_packs_of_a_later_format_are_refused(
    tmp_path: Path, own: Path, manifest: bytes, code: str
) -> None:
    path = zipped(tmp_path / "p.zip", ("my-tin.yaml", LEVEL), ("pack.yaml", manifest))
    assert refused(path, own) == code


def inflated(size: int) -> bytes:
    return b"# " + b"a" * size


def many(count: int) -> list[tuple[str, bytes]]:
    return [(f"level-{number}.yaml", b"") for number in range(count)]


def lying(path: Path, entries: int, size: int) -> Path:
    """A zip whose end record says something else about its directory."""
    zipped(path, ("my-tin.yaml", LEVEL))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x05\x06")
    data[at + 10 : at + 16] = struct.pack("<HI", entries, size)
    path.write_bytes(bytes(data))
    return path


def bombs(folder: Path) -> list[Path]:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("my-tin.yaml", inflated(10_000_000))
    made = [
        zipped(folder / "one.zip", ("my-tin.yaml", inflated(50_000_000))),
        zipped(folder / "ratio.zip", ("my-tin.yaml", inflated(900_000))),
        zipped(folder / "many.zip", *many(MOST_ENTRIES + 1)),
        zipped(folder / "most.zip", *many(65_000)),
        zipped(folder / "nested.zip", ("inner.zip", inner.getvalue())),
        zipped(folder / "bz.zip", ("my-tin.yaml", inflated(900_000)), method=zipfile.ZIP_BZIP2),
        zipped(folder / "xz.zip", ("my-tin.yaml", inflated(900_000)), method=zipfile.ZIP_LZMA),
        lying(folder / "count.zip", 60_000, 100),
        lying(folder / "size.zip", 1, 4_000_000_000),
        lying(folder / "none.zip", 0, 0),
        folder / "large.zip",
        folder / "text.zip",
        folder / "empty.zip",
        folder / "cut.zip",
    ]
    made[-4].write_bytes(b"PK" + bytes(MOST_BYTES))
    made[-3].write_text("this is no zip file", encoding="utf-8")
    made[-2].write_bytes(b"")
    made[-1].write_bytes(zipped(folder / "whole.zip", ("my-tin.yaml", LEVEL)).read_bytes()[:-30])
    return made


def test_bombs_and_broken_zips_are_refused_before_they_unfold(tmp_path: Path, own: Path) -> None:
    for path in bombs(tmp_path):
        started = time.process_time()
        refused(path, own)
        assert time.process_time() - started < 2, path.name
    assert refused(tmp_path / "not-there.zip", own) == "no-pack"


def test_damaged_bytes_let_only_level_errors_out(tmp_path: Path, own: Path) -> None:
    whole = zipped(tmp_path / "w.zip", ("my-tin.yaml", LEVEL), ("pack.yaml", MANIFEST)).read_bytes()
    path = tmp_path / "d.zip"
    for place in range(0, len(whole), 37):
        for bit in (1, 128):
            damaged = bytearray(whole)
            damaged[place] ^= bit
            path.write_bytes(bytes(damaged))
            try:
                pack = read_pack(path)
            except LevelError:
                continue
            assert pack.levels
