"""Records on disk: whole lines, torn ends, disks that do not write."""

import errno
import os
from pathlib import Path

import pytest

from game.engine.orders import Order
from game.engine.record import Header, Ordered, RecordFault, write_header, write_line
from game.storage import CouldNotSave, RecordFile, create, read, reopen

HEADER = Header("a-level", "00", "aval", "guardian", 5, (("bora", "holder/1"),), "0.1.0")


def line(number: int) -> str:
    return write_line(Ordered(0, "aval", Order("export_tax", "zinc.ore", (number,))))


def fill(path: Path, count: int) -> None:
    with create(path) as file:
        file.append(write_header(HEADER))
        for number in range(count):
            file.append(line(number))


def numbers(path: Path) -> list[int]:
    return [x.order.setting[0] for x in read(path).lines if isinstance(x, Ordered)]


def test_what_was_appended_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "über ñ 日本.record"
    fill(path, 3)
    assert read(path).header == HEADER
    assert numbers(path) == [0, 1, 2]
    assert not read(path).torn


def test_each_line_is_on_disk_before_append_returns(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    file = create(path)
    file.append(write_header(HEADER))
    file.append(line(1))
    assert numbers(path) == [1]
    file.close()


def test_a_torn_line_is_left_out_and_cut_off_before_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    fill(path, 2)
    with open(path, "ab") as file:
        file.write(line(9).encode()[:20])
    assert read(path).torn
    assert numbers(path) == [0, 1]
    with reopen(path) as again:
        again.append(line(2))
    assert numbers(path) == [0, 1, 2]
    assert not read(path).torn


def test_every_truncation_is_a_prefix_or_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    fill(path, 4)
    data = path.read_bytes()
    cut = tmp_path / "cut.record"
    for size in range(data.index(b"\n") + 1):
        cut.write_bytes(data[:size])
        with pytest.raises(RecordFault):
            read(cut)
    for size in range(data.index(b"\n") + 1, len(data) + 1):
        cut.write_bytes(data[:size])
        assert numbers(cut) == list(range(data[:size].count(b"\n") - 1))


def test_a_record_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    fill(path, 1)
    with pytest.raises(CouldNotSave):
        create(path)
    assert numbers(path) == [0]


def test_a_failing_fsync_is_told_and_the_line_is_written_with_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.record"
    fill(path, 1)
    file = reopen(path)

    def broken(number: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        for number in (1, 2):
            with pytest.raises(CouldNotSave) as told:
                file.append(line(number))
        assert told.value.code == "failed"
        assert told.value.path == path
        assert file.waiting == 2
    file.append(line(3))
    file.close()
    assert file.waiting == 0
    assert numbers(path) == [0, 1, 2, 3]


class HalfWriting:
    """A file on a disk with so many bytes left; writes what fits, then fails."""

    def __init__(self, real: object, room: int) -> None:
        self._real = real
        self.room = room

    def write(self, data: memoryview) -> int:
        if not self.room:
            raise OSError(errno.ENOSPC, "No space left on device")
        taken = self._real.write(data[: self.room])  # type: ignore[attr-defined]  # a raw file
        self.room -= taken
        return taken

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


@pytest.mark.parametrize("room", [0, 1, 30, len(line(2))])
def test_a_full_disk_loses_nothing_that_was_written_and_nothing_that_waits(
    tmp_path: Path, room: int
) -> None:
    path = tmp_path / "a.record"
    fill(path, 2)
    file = reopen(path)
    disk = HalfWriting(file._file, room)
    file._file = disk  # type: ignore[assignment]  # stands in for the raw file
    for number in (2, 3):
        with pytest.raises(CouldNotSave) as told:
            file.append(line(number))
        assert told.value.code == "disk_full"
        assert numbers(path)[:2] == [0, 1]
    disk.room = 10_000
    file.flush()
    file.close()
    assert numbers(path) == [0, 1, 2, 3]


def test_a_real_disk_without_room_is_told() -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("this system has no device that is always full")
    file = RecordFile(full, full.open("wb", buffering=0), 0)
    with pytest.raises(CouldNotSave) as told:
        file.append("x")
    assert told.value.code == "disk_full"
    with pytest.raises(CouldNotSave):
        file.close()


def test_a_file_that_cannot_be_cut_is_closed_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.record"
    fill(path, 1)

    def broken(number: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", broken)
        with pytest.raises(CouldNotSave):
            reopen(path)
    assert numbers(path) == [0]


def test_an_append_to_a_closed_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.record"
    file = create(path)
    file.close()
    with pytest.raises(CouldNotSave):
        file.append("x")


def test_a_record_that_is_no_file_is_told(tmp_path: Path) -> None:
    for wrong in (tmp_path, tmp_path / "missing" / "a.record"):
        with pytest.raises(CouldNotSave) as told:
            reopen(wrong)
        assert told.value.code == "no_folder"
