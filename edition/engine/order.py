"""The ordered map: items go to worker processes, outcomes come back in the order of the items."""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Generator, Iterable
from functools import partial
from threading import Lock
from typing import Any

from edition.engine.outcome import Outcome
from edition.engine.process import WorkerProcess
from edition.engine.waiting import Promise, Waiters

_AHEAD = 3  # items for each worker: it goes on with one while whoever takes the outcomes is busy


def ordered_map(
    work: str,
    items: Iterable[Any],
    *,
    setup: Any = None,
    jobs: int = 1,
    timeout: float = 120.0,
) -> Generator[Outcome]:
    """One `Outcome` for each of `items`, in their order.

    `work` is "package.module:Class". Each worker makes `Class(setup)` once and calls it for every
    item it is given. A worker that dies, or is not done after `timeout` seconds, is replaced and the
    item tried once more in a fresh one; dying twice makes it a `Failure` and the rest goes on.
    Up to `jobs` workers run, none before there is an item for it, none after the iterator is closed.
    """
    crew = _Crew(work, setup, timeout)
    pending: deque[Promise[Outcome]] = deque()
    with Waiters(jobs) as threads:  # a thread only waits for its worker
        try:
            for item in items:
                pending.append(threads.do(partial(crew.do, pickle.dumps(item, protocol=5))))
                while pending and (pending[0].is_kept() or len(pending) > _AHEAD * jobs):
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        finally:
            crew.dismiss()


class _Crew:
    """The workers of one map: idle ones are reused, dead ones replaced when they are needed."""

    def __init__(self, work: str, setup: Any, timeout: float) -> None:
        self._work, self._setup, self._timeout = work, setup, timeout
        self._lock = Lock()
        self._all: set[WorkerProcess] = set()
        self._idle: list[WorkerProcess] = []
        self._dismissed = False

    def do(self, item: bytes) -> Outcome:
        """Have a worker do `item`, a second one if that worker does not survive it."""
        outcome = self._attempt(item)
        lost = outcome.failure is not None and outcome.failure.kind != "raised"
        return self._attempt(item, fresh=True) if lost and not self._dismissed else outcome

    def dismiss(self) -> None:
        """End all workers, busy or idle."""
        with self._lock:
            self._dismissed = True
            for worker in self._all:
                worker.end()
            self._all.clear()

    def _attempt(self, item: bytes, *, fresh: bool = False) -> Outcome:
        worker = self._take(fresh)
        if worker is None:
            return Outcome()  # dismissed: nobody waits for this outcome
        outcome = worker.ask(item)
        with self._lock:
            if outcome.failure is None or outcome.failure.kind == "raised":
                self._idle.append(worker)
            elif worker in self._all:
                self._all.remove(worker)
                worker.end()
        return outcome

    def _take(self, fresh: bool) -> WorkerProcess | None:
        with self._lock:
            if self._dismissed:
                return None
            if self._idle and not fresh:
                return self._idle.pop()
            worker = WorkerProcess(self._work, self._setup, self._timeout)
            self._all.add(worker)
            return worker
