"""Pages of what is cited, whose numbers look like years: "Transactions 23 (7): 1739–1752"."""

from __future__ import annotations

import re

from edition.converter.forms.dates.signs.row import Row

# A volume, its number or year in brackets, and a colon; or a volume and a colon without a blank, and the
# first of two pages: "273:1939–1951".
_BEFORE_PAGES = re.compile(r"\d ?\((?:[^()\n]{1,40}[ /–-])?\d{1,4}\): ?(?:\d{4}[–-])?\Z|\d:\d{3,4}[–-]\Z")
_REACH = 60  # characters
_MARKS = frozenset(":–-")


def is_page(row: Row, start: int, mark: int) -> bool:
    """Whether a number is the page of a journal, as the marks and figures before it say. `mark` is the place
    of the sign before it.
    """
    if mark < 0 or row.signs[mark] not in _MARKS:
        return False
    place = row.starts[start]
    return _BEFORE_PAGES.search(row.text, max(0, place - _REACH), place) is not None
