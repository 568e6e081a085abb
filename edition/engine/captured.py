"""Inside a worker: what libraries wrote to file descriptor 2 while one item was worked on."""

from __future__ import annotations

import os

_STDERR = 2
_KEPT = 4 << 20  # a line of a trace names a sheet by its address, which may hold all of it


def forget_captured() -> None:
    """Start afresh: `captured` tells only what is written from now on."""
    try:
        os.ftruncate(_STDERR, 0)
        os.lseek(_STDERR, 0, os.SEEK_SET)
    except OSError:
        return  # not a file: run by hand at a terminal, where nothing is captured


def captured() -> str:
    """The last 4 MiB written to file descriptor 2 since `forget_captured`; empty where it is no file."""
    try:
        size = os.fstat(_STDERR).st_size
        data = os.pread(_STDERR, _KEPT, max(0, size - _KEPT))
    except (OSError, AttributeError):
        return ""
    return data.decode("utf-8", errors="replace")
