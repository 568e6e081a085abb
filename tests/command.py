"""Runs the command line inside the test's own process: quick, and with everything it said."""

from __future__ import annotations

import io
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

from edition.cli.main import run

SAMPLE = Path(__file__).parents[1] / "examples" / "workers-vanguard-1144.txt"


@dataclass(frozen=True)
class Said:
    """Exit code, standard output, standard error."""

    code: int
    out: str
    err: str


def edition(*arguments: str | Path, stdin: bytes = b"") -> Said:
    """Run `edition` with these arguments."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    given = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(err), mock.patch.object(sys, "stdin", given):
        code = run([str(argument) for argument in arguments])
    for stream in (out, err):
        stream.flush()
    return Said(
        code,
        out.buffer.getvalue().decode(),
        err.buffer.getvalue().decode(),
    )
