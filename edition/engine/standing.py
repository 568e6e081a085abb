"""A worker that stands by: asked one item after the other by someone who waits for each answer."""

from __future__ import annotations

import pickle
from typing import Any

from edition.engine.outcome import Outcome
from edition.engine.process import WorkerProcess


class StandingWorker:
    """Makes `work` ("package.module:Class") once and calls it for each item that it is asked about.

    No process runs before the first item. One that dies or takes longer than `timeout` seconds is replaced,
    and the item tried once more; dying twice makes it a `Failure`, and the next item gets a fresh process.
    """

    def __init__(self, work: str, *, setup: Any = None, timeout: float = 120.0) -> None:
        self._work, self._setup, self._timeout = work, setup, timeout
        self._worker: WorkerProcess | None = None

    def ask(self, item: Any) -> Outcome:
        """What came of one item."""
        pickled = pickle.dumps(item, protocol=5)
        outcome = self._attempt(pickled)
        return outcome if self._worker is not None else self._attempt(pickled)

    def end(self) -> None:
        """End the process, if there is one. May be called twice."""
        if self._worker is not None:
            self._worker.end()
            self._worker = None

    def _attempt(self, item: bytes) -> Outcome:
        if self._worker is None:
            self._worker = WorkerProcess(self._work, self._setup, self._timeout)
        outcome = self._worker.ask(item)
        if outcome.failure is not None and outcome.failure.kind != "raised":
            self.end()
        return outcome
