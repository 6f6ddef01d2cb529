"""Entries re-run in processes: the same verdicts, caps that hold, and nobody else harmed."""

import os
import time
from collections.abc import Sequence

import pytest

from game.classroom import workers
from game.classroom.rounds import Round
from game.classroom.workers import EntryJob, Job, ReferenceJob, run_jobs
from game.engine.definitions.level import Level
from tests.classroom.class_rounds import LEVEL, checked, honest, small_round
from tests.classroom.hostile import _BOMBS

FOUND = small_round()


def test_processes_find_what_this_process_finds_in_the_order_given() -> None:
    entries = [honest(1), honest(2)[:-40], honest(3, "status-quo", "random"), b""]
    jobs: list[Job] = [*map(EntryJob, entries), ReferenceJob("status-quo", 1)]
    assert run_jobs(LEVEL, FOUND, jobs, 2) == run_jobs(LEVEL, FOUND, jobs, 0)


def test_bombs_are_refused_and_the_honest_entry_after_them_counts() -> None:
    entries = [*_BOMBS, honest(1)]
    found = run_jobs(LEVEL, FOUND, map(EntryJob, entries), 1)
    assert found == [checked(data) for data in entries]
    assert [getattr(x, "ok", False) for x in found] == [False] * len(_BOMBS) + [True]


def unfair(level: Level, found: Round, job: Job) -> object:
    """Stands in for the work of a worker, told what to do by the bytes of an entry."""
    assert isinstance(job, EntryJob)
    if job.data == b"sleep":
        time.sleep(60)
    if job.data == b"die":
        os._exit(9)
    if job.data == b"grow":
        return bytearray(workers.MEMORY_BYTES)
    return checked(job.data)


@pytest.fixture
def bent_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "serve", _serve_unfair)
    monkeypatch.setattr(workers, "SECONDS_A_GAME", 1)


def _serve_unfair(*words: object) -> None:
    workers.do_job = unfair  # type: ignore[assignment]  # a stand-in in the worker's own process
    _SERVE(*words)  # type: ignore[arg-type]  # handed on as they came


_SERVE = workers.serve


@pytest.mark.usefixtures("bent_workers")
@pytest.mark.parametrize(
    ("bad", "code"), [(b"sleep", "too_slow"), (b"die", "stopped"), (b"grow", "stopped")]
)
def test_a_worker_that_is_lost_costs_its_entry_a_look_and_the_others_nothing(
    bad: bytes, code: str
) -> None:
    entries: Sequence[bytes] = [honest(1), bad, honest(2)]
    found = run_jobs(LEVEL, FOUND, map(EntryJob, entries), 1)
    assert [getattr(x, "code", None) for x in found] == ["", code, ""]
