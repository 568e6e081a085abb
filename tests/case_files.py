"""Reads case files: a title, the input, a line with a full stop, the expected result, in fences.

A year alone

```
in 1848
.
in <date when="1848">1848</date>
```
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"
_CASE = re.compile(r"^(?P<title>\S[^\n]*)\n+```\n(?P<input>.*?)^\.\n(?P<expected>.*?)^```$", re.M | re.S)


class Case(NamedTuple):
    """One case; `expected` is the input again where nothing may match."""

    title: str
    input: str
    expected: str


def read_cases(path: Path) -> list[Case]:
    """The cases in a file. A file without any is a mistake."""
    cases = [
        Case(m["title"], m["input"].removesuffix("\n"), m["expected"].removesuffix("\n"))
        for m in _CASE.finditer(path.read_text(encoding="utf-8"))
    ]
    assert cases, f"{path} holds no cases"
    return cases
