"""Some items of many given to others, the rest passed by, and all again in one order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


def passing(
    items: Iterable[_Item],
    taken: Callable[[_Item], bool],
    work: Callable[[Iterator[_Item]], Generator[_Result]],
) -> Generator[tuple[_Item, _Result | None]]:
    """Each of `items`, in order, with what `work` makes of it; None for those that are not `taken`.

    `work` gets those that are, and has one result for each in their order, however far ahead it reads.
    """
    waiting: deque[_Item] = deque()

    def given() -> Iterator[_Item]:
        for item in items:
            waiting.append(item)
            if taken(item):
                yield item

    with closing(work(given())) as results:
        for result in results:
            while not taken(waiting[0]):
                yield waiting.popleft(), None
            yield waiting.popleft(), result
    for item in waiting:
        yield item, None
