"""Names in capitals that a degree, an order or a seat after a comma shows ("JAMES REID, M.D.")."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.finding_names.found import NameFound
from edition.converter.forms.letters import APOSTROPHES, HYPHENS, UPPER
from edition.converter.forms.names import degrees
from edition.converter.languages.table import given_names

_LONGEST_NAME = 60  # characters in capitals before a degree
_CAPITALS_BEFORE = re.compile(
    rf"(?<![\w.&{HYPHENS}{APOSTROPHES}])"
    rf"((?:(?:[{UPPER}]\.[ \u00a0]?|[{UPPER}]{{2,20}}[ \u00a0]){{1,3}})"
    rf"[{UPPER}][{UPPER}{APOSTROPHES}]+(?:[{HYPHENS}][{UPPER}]+)?)$"
)


def in_capitals(text: str) -> list[NameFound]:
    """Names in capitals that a degree, an order or a seat after a comma shows ("JAMES REID, M.D.")."""
    if ", " not in text:
        return []
    found = []
    for match in _degree_after().finditer(text):
        name = _CAPITALS_BEFORE.search(text, max(0, match.start() - _LONGEST_NAME), match.start())
        if name is None:
            continue
        first = name[1].split(None, 1)[0]
        if first[1:2] == "." or first.capitalize() in given_names():
            found.append(NameFound(name.start(1), name.end(1), "degree after the name"))
    return found


@cache
def _degree_after() -> re.Pattern[str]:
    words = sorted(degrees(), key=len, reverse=True)
    # (The comma first: `re` looks for a letter that all matches begin with many times faster.)
    return re.compile(rf", (?<=[{UPPER}], )(?:{'|'.join(re.escape(word) for word in words)})(?!\w)")
