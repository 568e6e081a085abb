"""The day that is stamped on the copy of an agency, or that its archive puts into the identifier of a piece,
on a line of its own at the head or foot: "AP-NR-03-05-88 1337EST", "TRB880305-0114", "NWS19880305.2130".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit, exists
from edition.converter.languages import Language

_RULE = "figures, stamp of an agency"
_LINE = 80  # characters
_OLDEST = 1930  # two figures of a machine are of the hundred years from here
_STAMP = re.compile(
    r"^[ \t]*(?:[A-Z]{2,6}-){0,3}"
    r"(?P<date>(?P<one>\d\d)(?P<sign>[-/])(?P<two>\d\d)(?P=sign)(?P<year>\d{4}|\d\d)"
    r"[ \t]+\d\d?:?\d\d ?(?:[AaPp]\.?[Mm]\.?)? ?\(?(?P<zone>[A-Z]{2,4})\)?)[ \t]*$",
    re.M,
)
_PREFIXED = re.compile(
    r"^[ \t]*(?:[A-Z]{2,6}-){1,3}(?P<date>(?P<one>\d\d)-(?P<two>\d\d)-(?P<year>\d{4}|\d\d))[ \t]*$", re.M
)
_COMPACT = re.compile(
    r"^[ \t]*(?P<date>(?P<year>(?:19|20)\d\d)(?P<one>\d\d)(?P<two>\d\d)[ \t]+\d\d:?\d\d(?::\d\d)?)[ \t]*$",
    re.M,
)
_IDENTIFIER = re.compile(
    r"^\W{0,4}(?:[A-Za-z]{2,6}[:>]?[ \t]{1,4})?[A-Za-z]{2,6}"
    r"(?P<date>(?P<year>(?:19|20)\d\d|\d\d)(?P<one>\d\d)(?P<two>\d\d))(?:[.-]\d{3,4}){1,2}(?![\w.-]).{0,12}$",
    re.M,
)


class Stamp(NamedTuple):
    """The day of a stamp or an identifier, with its offsets; `written` where it is a date that one can read,
    and no part of an identifier.
    """

    day: Expression
    written: bool


def stamp_in(words: str, language: Language) -> Stamp | None:
    """The first stamp on a line of a short stretch of text, or else the first identifier with a day."""
    if len(words) > _LINE and "\n" not in words:
        return None
    for pattern in (_STAMP, _PREFIXED, _COMPACT, _IDENTIFIER):
        for match in pattern.finditer(words):
            day = _day(match, language) if len(match.group()) <= _LINE else None
            if day is not None:
                found = Expression(*match.span("date"), _RULE, day)
                return Stamp(found, pattern is not _IDENTIFIER)
    return None


def century_of(figures: int) -> int:
    """The year of two figures that a machine has written."""
    return _OLDEST + (figures - _OLDEST) % 100


def _day(match: re.Match[str], language: Language) -> Moment | None:
    """The day of a stamp: its zone says whether the month goes first, or a number over twelve does."""
    one, two, figures = (int(match[name]) for name in ("one", "two", "year"))
    year = figures if len(match["year"]) > 2 else century_of(figures)
    orders = [(one, two), (two, one)]  # month and day
    zone = match["zone"] if match.re is _STAMP else ""
    if match.re in (_IDENTIFIER, _COMPACT) or zone in language.dates.month_first_zones:
        orders = orders[:1]
    elif zone and zone not in language.dates.zones:
        return None
    days = {Moment(Unit.DAY, year, month, day) for month, day in orders if exists(year, month, day)}
    return days.pop() if len(days) == 1 else None
