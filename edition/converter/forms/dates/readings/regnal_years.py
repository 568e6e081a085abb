"""Years of English reigns: "3 Geo. III", "1 & 2 Vict.", "the third year of King George III".

A year begins on the day of accession. Until 2 September 1752 it is a year of the Julian calendar; its first
and last day are given in ours, and as they were written then.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

from edition.converter.forms.dates.calendar.calendars import JULIAN, from_julian
from edition.converter.forms.dates.expression import Expression, Stretch, Written
from edition.converter.forms.dates.moment import Day, day_moment, iso_day
from edition.converter.forms.dates.readings.calendar_table import one_of, table
from edition.converter.forms.dates.signs.lexicon import Lexicon, roman_value
from edition.converter.forms.dates.signs.numbers import number_in
from edition.converter.forms.letters import beginning_with

REIGN_AFTER_FIGURE = (
    r"\d?(?:st|nd|rd|th)?\s(?:Geo|Hen|Edw?|Eliz|Jac|Jas|Car|Chas|Ric|Will|Wm|Gul|Vict?|Ann)[.a-z]"
)
_RULE = "regnal year"
_ALONE = frozenset(("Anne", "Elizabeth", "Victoria"))  # the first of their name need no number
_REACH = 96
_FIRST_GREGORIAN = date(1752, 9, 14)
_WORDS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_STATUTE = re.compile(
    r"(?<![\w.,:/£$§-])(?<!No\.\s)(?:(?P<first>\d{1,2})\s?(?:&|and|-|–)\s?)?(?P<last>\d{1,2})(?:st|nd|rd|th)?\s$"
)
_THE_FIRST = rf"the\s(?:{'|'.join(word.capitalize() for word in _WORDS)})"
_NUMBER = re.compile(
    rf"(?P<dot>\.)?(?:,?\s(?P<number>[IVX]{{1,4}}|[1-8]|{_THE_FIRST})(?!\w)(?!['’]\d))?(?P<reign>['’]s\sreign)?"
)


def regnal_years(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Expression]:
    """The regnal years in a stretch of English text."""
    for match in _names().finditer(text, start, end):
        after = _NUMBER.match(text, match.end(), end)
        found = after and _read(match, after, text, start, lexicon)
        if found:
            yield found


def _read(
    match: re.Match[str], after: re.Match[str], text: str, start: int, lexicon: Lexicon
) -> Expression | None:
    name = _spellings()[match.group()]
    short = match.group() != name
    number = _number(after["number"])
    if not number and name not in _ALONE:
        return None
    begin = max(start, match.start() - _REACH)
    statute = _STATUTE.search(text, begin, match.start())
    phrase = None if statute else _phrase(lexicon).search(text, begin, match.start())
    if statute is not None:
        if not _is_cited(after, short):
            return None
        first, last = int(statute["first"] or statute["last"]), int(statute["last"])
        opening = statute.start()
    elif phrase is not None:
        first = number_in(phrase["first"], "ordinal", lexicon) or 0
        last = number_in(phrase["last"] or phrase["first"], "ordinal", lexicon) or 0
        opening = phrase.start()
    else:
        return None
    if last - first not in (0, 1):
        return None
    begins, ends = _year(name, number or 1, first), _year(name, number or 1, last)
    if begins is None or ends is None:
        return None
    closing = after.end() if number or after["reign"] else match.end() + bool(after["dot"])
    return _expression(opening, closing, begins[0], ends[1])


def _is_cited(after: re.Match[str], short: bool) -> bool:
    """Whether a name after a figure is that of a reign: it has a full stop, or a Roman number after it."""
    if short and after["dot"]:
        return True
    return bool(after["number"]) and not after["number"].isdigit() and not after["number"].startswith("the")


def _expression(start: int, end: int, first: date, last: date) -> Expression:
    days = [_day(first), _day(last)]
    if first >= _FIRST_GREGORIAN:
        moments = [day_moment(day) for day in days]
        return Expression(start, end, _RULE, moments[0], moments[1], Stretch.PERIOD)
    written = Written(JULIAN, iso_day(days[0]), iso_day(days[1]))
    moments = [day_moment(from_julian(day)) for day in days]
    return Expression(start, end, _RULE, moments[0], moments[1], Stretch.PERIOD, written=written)


def _day(one: date) -> Day:
    return one.year, one.month, one.day


def _number(words: str | None) -> int:
    if words is None:
        return 0
    if words.isdigit():
        return int(words)
    return _WORDS.index(words[4:].lower()) + 1 if words.startswith("the") else roman_value(words)


def _year(name: str, number: int, year: int) -> tuple[date, date] | None:
    """The first and last day of a year of a reign, in the calendar of its time; None where it had none."""
    for reign in table("regnal")["reigns"]:
        if (reign["name"], reign["number"]) != (name, number):
            continue
        first, last = _span(reign, year)
        if year >= reign.get("from_year", 1) and first <= reign["last"]:
            return first, last
    return None


def _span(reign: dict[str, Any], year: int) -> tuple[date, date]:
    accession: date = reign["first"]
    first = accession.replace(year=accession.year + year - int(reign.get("from_year", 1)))
    return first, min(first.replace(year=first.year + 1) - timedelta(1), reign["last"])


@cache
def _spellings() -> dict[str, str]:
    return {spelling: name for name, words in table("regnal")["names"].items() for spelling in (name, *words)}


def reign_names() -> tuple[str, ...]:
    """The names of kings and queens, and their short forms."""
    return tuple(_spellings())


@cache
def _names() -> re.Pattern[str]:
    return re.compile(beginning_with(_spellings(), r"(?!\w)"))


@cache
def _phrase(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before a name: "the third year of the reign of his late Majesty King"."""
    numbers = one_of(lexicon.words_of("number"))
    ordinals = one_of(lexicon.words_of("ordinal"))
    ordinal = rf"(?:(?:{numbers})-)?(?:{ordinals})|\d{{1,2}}(?:st|nd|rd|th)"
    titles = "the|reign|of|his|her|our|late|present|said|[Ss]overeign|Majesty|Lord|Lady|[Kk]ing|[Qq]ueen"
    return re.compile(
        rf"(?<![\w-])(?:[Tt]he\s)?(?P<first>{ordinal})(?:\sand\s(?P<last>{ordinal}))?"
        rf"\syears?\sof\s(?:(?:{titles}),?\s)*$"
    )
