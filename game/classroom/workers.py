"""Entries re-run in processes of their own, so that a hostile file harms nobody.

A worker has a cap on memory where the system knows one, and is ended when it takes too long. What
an entry is worth never depends on that: a worker that was ended leads to "a person has to look".
Work is bounded before by a count that is the same on every machine.
"""

import contextlib
import multiprocessing
import os
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from game.classroom import faults
from game.classroom.portable import make_portable
from game.classroom.references import Reference, reference
from game.classroom.rounds import Round
from game.classroom.verifying import Verdict, verify_entry
from game.engine.definitions.level import Level
from game.players import player_for

MEMORY_BYTES = 256 * 1024 * 1024
SECONDS_A_GAME = 5
REFERENCE_SECONDS = 300
_TRIES = 2
_START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class EntryJob:
    """Verify the bytes of an entry."""

    data: bytes


@dataclass(frozen=True, slots=True)
class ReferenceJob:
    """Let a reference player play a game of the round."""

    player: str
    game: int


class NoWorkers(RuntimeError):
    """No process for the verification could be started."""


Job = EntryJob | ReferenceJob
Result = Verdict | Reference


def do_job(level: Level, found: Round, job: Job) -> Result:
    """Do a job in this process."""
    if isinstance(job, EntryJob):
        return verify_entry(level, found, job.data, player_for)
    return reference(level, found, job.player, job.game, player_for)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows has no such module; the count of work bounds memory too
        return
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))


def serve(pipe: Connection, level: Level, found: Round) -> None:
    """Do the jobs that come through a pipe until there is none; the life of a worker."""
    make_portable()
    _limit_memory()
    with contextlib.suppress(EOFError, KeyboardInterrupt, BrokenPipeError):
        pipe.send(None)
        while (job := pipe.recv()) is not None:
            try:
                result: Result | None = do_job(level, found, job)
            except MemoryError:
                result = Verdict(code=faults.STOPPED)
            pipe.send(result)


class _Worker:
    """A process, and the job it is at: its number, how often it was tried, when it must end."""

    def __init__(self, level: Level, found: Round) -> None:
        make_portable()
        spawn = multiprocessing.get_context("spawn")
        self.pipe, theirs = spawn.Pipe()
        self.process: BaseProcess = spawn.Process(
            target=serve, args=(theirs, level, found), daemon=True
        )
        self.process.start()
        theirs.close()
        self.ready = False
        self.number = -1
        self.ends = time.monotonic() + _START_SECONDS

    def give(self, number: int, job: Job, seconds: float) -> None:
        self.number = number
        self.ends = time.monotonic() + seconds
        self.pipe.send(job)

    def end(self) -> None:
        self.process.kill()
        self.process.join()
        self.pipe.close()


def run_jobs(
    level: Level, found: Round, jobs: Iterable[Job], workers: int | None = None
) -> list[Result | None]:
    """Return the result of each job, in order.

    Args:
        level: The round's level.
        found: The round, opened.
        jobs: What is to be done.
        workers: How many processes; None takes one for each core, 0 works in this process, where
            nothing caps memory and time.

    Returns:
        Results; an entry whose worker was ended has a verdict that says so, a reference None.

    Raises:
        NoWorkers: The system starts no process.
    """
    listed = list(jobs)
    if workers == 0:
        return [do_job(level, found, job) for job in listed]
    most = workers or os.cpu_count() or 1
    return _Run(level, found, listed, min(most, len(listed))).results()


class _Run:
    """Jobs handed to workers as they become free."""

    def __init__(self, level: Level, found: Round, jobs: list[Job], workers: int) -> None:
        self._level, self._found, self._jobs = level, found, jobs
        self._left = deque(range(len(jobs)))
        self._tries = [0] * len(jobs)
        self._results: list[Result | None] = [None] * len(jobs)
        self._open = len(jobs)
        self._workers = [_Worker(level, found) for _ in range(workers)]

    def results(self) -> list[Result | None]:
        try:
            while self._open:
                self._step()
            return self._results
        finally:
            for worker in self._workers:
                worker.end()

    def _step(self) -> None:
        soonest = min(worker.ends for worker in self._workers)
        pause = max(0.0, min(1.0, soonest - time.monotonic()))
        heard = wait([worker.pipe for worker in self._workers], pause)
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.pipe in heard:
                self._hear(worker)
            elif now > worker.ends:
                self._lose(worker, faults.TOO_SLOW)

    def _hear(self, worker: _Worker) -> None:
        try:
            result = worker.pipe.recv()
        except (EOFError, OSError):
            self._lose(worker, faults.STOPPED)
            return
        if worker.ready:
            self._note(worker.number, result)
        worker.ready = True
        self._feed(worker)

    def _feed(self, worker: _Worker) -> None:
        worker.number = -1
        if not self._left:
            worker.ends = float("inf")
            return
        number = self._left.popleft()
        job = self._jobs[number]
        self._tries[number] += 1
        seconds = SECONDS_A_GAME * self._found.games
        worker.give(number, job, seconds if isinstance(job, EntryJob) else REFERENCE_SECONDS)

    def _lose(self, worker: _Worker, code: str) -> None:
        """End a worker that died or takes too long; another takes its place while jobs are left."""
        worker.end()
        self._workers.remove(worker)
        number = worker.number
        if number >= 0:
            again = code == faults.STOPPED and self._tries[number] < _TRIES
            if again:
                self._left.appendleft(number)
            else:
                entry = isinstance(self._jobs[number], EntryJob)
                self._note(number, Verdict(code=code) if entry else None)
        elif not worker.ready:
            raise NoWorkers
        if self._open:
            self._workers.append(_Worker(self._level, self._found))

    def _note(self, number: int, result: Result | None) -> None:
        self._results[number] = result
        self._open -= 1
