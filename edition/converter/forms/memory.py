"""What is remembered while a text is read, because it is asked again and again, and how to forget it."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

_Function = TypeVar("_Function", bound=Callable[..., Any])
_FORGET: list[Callable[[], None]] = []


def remembered(most: int) -> Callable[[_Function], _Function]:
    """A function that remembers its last `most` answers until `forget_all` is called."""

    def wrap(function: _Function) -> _Function:
        remembering = lru_cache(maxsize=most)(function)
        _FORGET.append(remembering.cache_clear)
        return cast(_Function, remembering)

    return wrap


def forget_all() -> None:
    """Let go of every remembered answer.

    Those of a long text lie scattered over all the memory that its blocks took, and hold it.
    """
    for forget in _FORGET:
        forget()
