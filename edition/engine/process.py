"""One worker process seen from the parent: start it, ask it, end it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, cast

from edition.engine.frames import read_frame, write_frame
from edition.engine.outcome import Failure, Outcome

_WORKER = Path(__file__).with_name("worker.py")
_TAIL = 4000
_GRACE = 1.0


class WorkerProcess:
    """A running worker with a folder of its own for temporary files, gone when it is ended."""

    def __init__(self, work: str, setup: Any, timeout: float) -> None:
        self._timeout = timeout
        self._late = False
        self._folder = tempfile.TemporaryDirectory(prefix="edition-", ignore_cleanup_errors=True)
        self._complaints = Path(self._folder.name, "stderr").open("w+b")  # noqa: SIM115 (closed by `end`)
        self._process = subprocess.Popen(
            [sys.executable, "-P", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._complaints,
            env={**os.environ, "TMPDIR": self._folder.name, "TEMP": self._folder.name},
        )
        path = [str(Path(entry).absolute()) for entry in sys.path]
        first = (path, work, timeout + _GRACE, self._folder.name, setup)
        self._first = pickle.dumps(first, protocol=5)

    def ask(self, item: bytes) -> Outcome:
        """What the worker makes of a pickled item. After `crashed` and `timeout` this worker is over."""
        answer = self._answer(item)
        if answer is not None:
            kind, content = pickle.loads(answer)
            return Outcome(content) if kind == "value" else Outcome(failure=Failure("raised", content))
        self._process.kill()
        code = self._process.wait()
        if self._late:
            return Outcome(failure=Failure("timeout", f"no answer within {self._timeout:g} seconds"))
        return Outcome(failure=Failure("crashed", f"worker ended with {code}\n{self._tail()}".rstrip()))

    def end(self) -> None:
        """End the process now, busy or not, and remove its folder. May be called twice."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._complaints):
            assert stream is not None
            try:
                stream.close()
            except BrokenPipeError:
                continue  # what was buffered for a worker that is gone
        self._folder.cleanup()

    def _answer(self, item: bytes) -> bytes | None:
        alarm = threading.Timer(self._timeout, self._give_up)
        alarm.daemon = True
        alarm.start()
        try:
            stdin, stdout = self._process.stdin, self._process.stdout
            assert stdin is not None and stdout is not None
            if self._first:
                write_frame(cast("Any", stdin), self._first)
                self._first = b""
            write_frame(cast("Any", stdin), item)
            return read_frame(cast("Any", stdout))
        except (BrokenPipeError, ValueError):  # ValueError: ended from outside while we wrote
            return None
        finally:
            alarm.cancel()

    def _give_up(self) -> None:
        self._late = True
        self._process.kill()

    def _tail(self) -> str:
        size = os.fstat(self._complaints.fileno()).st_size
        self._complaints.seek(max(0, size - _TAIL))
        return self._complaints.read().decode("utf-8", errors="replace")
