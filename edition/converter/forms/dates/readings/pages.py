"""Pages of what is cited, whose numbers look like years: "Transactions 23 (7): 1739–1752", "GRUR 2005,
1061".
"""

from __future__ import annotations

import re

from edition.converter.forms.dates.signs import neighbours
from edition.converter.forms.dates.signs.lexicon import FOUR_YEAR
from edition.converter.forms.dates.signs.row import Row

# A volume, its number or year in brackets, and a colon; or a volume and a colon without a blank, and the
# first of two pages: "273:1939–1951".
_BEFORE_PAGES = re.compile(r"\d ?\((?:[^()\n]{1,40}[ /–-])?\d{1,4}\): ?(?:\d{4}[–-])?\Z|\d:\d{3,4}[–-]\Z")
_REACH = 60  # characters
_MARKS = frozenset(":–-")
_BELOW, _MOST = 100, 4  # how far below a year numbers after it are pages, and how many are listed


def is_page(row: Row, start: int, mark: int) -> bool:
    """Whether a number is the page of a journal, as the marks and figures before it say. `mark` is the place
    of the sign before it.
    """
    if mark < 0:
        return False
    if row.signs[mark] == ",":
        return _is_listed(row, start)
    if row.signs[mark] not in _MARKS:
        return False
    place = row.starts[start]
    return _BEFORE_PAGES.search(row.text, max(0, place - _REACH), place) is not None


def _is_listed(row: Row, start: int) -> bool:
    """Whether a number is a page after the year of a journal that is cited by its capitals, or after another
    such page: "NJW-RR 2002, 1700, 1701"; not "bei der WM 2014, 2010 und 2006".
    """
    number, at = int(row.word(start)), start
    for _ in range(_MOST):
        at = neighbours.before(row, at)
        if at < 0 or row.word(at) != ",":
            return False
        at = neighbours.before(row, at)
        if at < 0 or row.signs[at] != FOUR_YEAR:
            return False
        journal = row.word(neighbours.before(row, at))
        if journal.isalpha():
            below = int(row.word(at)) - number
            return journal.isupper() and len(journal) > 1 and below > _BELOW
    return False
