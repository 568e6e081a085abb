"""Work that waits for the disk, done by one thread behind the back of what goes on making more of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeVar

from edition.engine.waiting import Promise, Waiters

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
_AHEAD = 8  # items that wait to be done, at most


def behind(work: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[tuple[_Item, _Result]]:
    """Each of `items` with what `work` made of it, in order; one at a time, while the next items are made.

    What `work` raises is raised in its place; what was begun is done when this ends, however it ends.
    """
    pending: deque[tuple[_Item, Promise[_Result]]] = deque()
    with Waiters(1) as thread:
        for item in items:
            pending.append((item, thread.do(partial(work, item))))
            while pending and (pending[0][1].is_kept() or len(pending) > _AHEAD):
                done, result = pending.popleft()
                yield done, result.result()
        for done, result in pending:
            yield done, result.result()
