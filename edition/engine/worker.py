"""The worker process: makes one object, calls it for every item that arrives, ends at end of input.

Run as a script with `-P`, so that no file in the user's folder is taken for one of our modules. It
takes the package it lies in, and no other installed copy, for `edition`.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import os
import pickle
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO


def serve() -> None:
    """Answer frames on standard input with frames on what was standard output."""
    from edition.engine.captured import forget_captured  # noqa: PLC0415 (only after _take_own_package)
    from edition.engine.frames import read_frame, write_frame  # noqa: PLC0415 (likewise)

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends us
    # What we make holds no cycles; looking for them among a million blocks takes a tenth of the time.
    gc.set_threshold(100_000, 50, 100)
    incoming, outgoing = _take_pipes()
    first = read_frame(incoming)
    if first is None:
        return
    path, work, limit, folder, setup = pickle.loads(first)
    sys.path.extend(entry for entry in path if entry not in sys.path)
    try:
        _alarm(limit)
        call = _prepared(work, setup)
        while (item := read_frame(incoming)) is not None:
            forget_captured()
            _alarm(limit)
            write_frame(outgoing, call(item))
            _alarm(0)
    except BrokenPipeError:
        pass
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _prepared(work: str, setup: Any) -> Callable[[bytes], bytes]:
    """The function from pickled item to pickled answer; when setting up fails, every answer says so."""
    try:
        module, _, name = work.partition(":")
        perform = getattr(importlib.import_module(module), name)(setup)
    except Exception:
        failure = pickle.dumps(("raised", traceback.format_exc()))
        return lambda _: failure

    def call(item: bytes) -> bytes:
        try:
            return pickle.dumps(("value", perform(pickle.loads(item))), protocol=5)
        except Exception:
            return pickle.dumps(("raised", traceback.format_exc()))

    return call


def _take_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Both pipes under new numbers, so that nothing a library prints can get among the frames."""
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return incoming, outgoing


def _alarm(seconds: float) -> None:
    """End this process after `seconds`, whatever it is doing: the parent, who watches too, may be dead."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _take_own_package() -> None:
    """Import `edition` from the folder this file lies in, wherever the search path would find one."""
    package = Path(__file__).resolve().parents[1]
    spec = importlib.util.spec_from_file_location(
        "edition", package / "__init__.py", submodule_search_locations=[str(package)]
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["edition"] = module
    spec.loader.exec_module(module)


if __name__ == "__main__":
    _take_own_package()
    serve()
