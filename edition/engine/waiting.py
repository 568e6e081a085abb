"""Threads that do what takes its time, and what is promised of it: Ctrl-C leaves no lock behind.

The futures of the standard library take their locks in Python. An interrupt between the taking and the code
that gives back leaves the lock taken, and the thread that has the answer waits for it for ever. A
`SimpleQueue` is waited for, and given to, in one step. An interrupt that comes right before the waiting does
not end it: so it is begun again each moment.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Generic, Self, TypeVar

_Result = TypeVar("_Result")
_MOMENT = 0.2  # seconds until an interrupt is seen that came right before the waiting began


class Promise(Generic[_Result]):
    """The result of something that a thread does, or what it raised. It is taken once."""

    def __init__(self) -> None:
        self._kept: SimpleQueue[Callable[[], _Result]] = SimpleQueue()

    def keep(self, work: Callable[[], _Result]) -> None:
        """Do what was promised."""
        try:
            result = work()
        except BaseException as error:
            raised = error

            def fail() -> _Result:
                raise raised

            self._kept.put(fail)
        else:
            self._kept.put(lambda: result)

    def is_kept(self) -> bool:
        """Whether the result is there, or what was raised instead."""
        return not self._kept.empty()

    def result(self) -> _Result:
        """Wait for the result; raises what was raised instead of it."""
        while True:
            try:
                kept = self._kept.get(timeout=_MOMENT)
            except Empty:
                continue
            return kept()


class Waiters:
    """Up to so many threads, none before there is something to do. As a context they end with it, when all is
    done that was asked for.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._threads: list[Thread] = []

    def do(self, work: Callable[[], _Result]) -> Promise[_Result]:
        """Have a thread do `work` when one is free."""
        promise = Promise[_Result]()
        self._tasks.put(lambda: promise.keep(work))
        if len(self._threads) < self._most:
            thread = Thread(target=self._serve, daemon=True)
            self._threads.append(thread)
            thread.start()
        return promise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for _thread in self._threads:
            self._tasks.put(None)
        for thread in self._threads:
            if thread.is_alive():
                thread.join()

    def _serve(self) -> None:
        while (task := self._tasks.get()) is not None:
            task()
