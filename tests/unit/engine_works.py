"""Work for the engine's tests: what a worker process is asked to do, good and bad."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from typing import Any


class Double:
    """Doubles what it is given; `setup` is added."""

    def __init__(self, setup: Any) -> None:
        self.setup = setup or 0

    def __call__(self, item: Any) -> Any:
        return item * 2 + self.setup


class Obey:
    """Does what the item says: die, hang, raise, print, or echo."""

    def __init__(self, setup: Any) -> None:
        self.setup = setup

    def __call__(self, item: str) -> Any:
        if item == "die":
            os.write(2, b"last words\n")
            os.kill(os.getpid(), signal.SIGKILL)
        if item == "hang":
            time.sleep(600)
        if item == "raise":
            raise ValueError("no such thing")
        if item == "print":
            print("noise among the frames", flush=True)
            os.write(1, b"more noise")
        if item.startswith("die once "):
            mark = Path(item.removeprefix("die once "))
            if not mark.exists():
                mark.touch()
                os._exit(99)
        if item == "pid":
            return os.getpid()
        if item == "edition":
            return sys.modules["edition"].__file__
        if item == "temporary folder":
            return os.environ["TMPDIR"]
        return item


class Unwilling:
    """Cannot even be set up."""

    def __init__(self, setup: Any) -> None:
        raise RuntimeError("not today")
