"""Roman days: "a.d. VI Kal. Nov. 1520", "Idibus Martiis"; in Latin and where it is quoted.

A day is counted back from the Kalends (the 1st), the Nones (the 5th, in four months the 7th) and the Ides
(the 13th or 15th), both ends included. In a leap year two days are the sixth before the Kalends of March; the
first, 24 February, is meant here. The days before the Kalends of January lie in December: the year is taken
for the one in which the writer was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product

from edition.converter.forms.dates.calendar.calendars import ROMAN, has_leap_day
from edition.converter.forms.dates.expression import Expression, Written
from edition.converter.forms.dates.moment import Moment, Unit, exists, iso_day, month_end
from edition.converter.forms.dates.readings.calendar_table import all_spellings, one_of, table
from edition.converter.forms.dates.readings.matched import Pieces
from edition.converter.forms.dates.signs.lexicon import Lexicon, roman_value
from edition.converter.forms.letters import beginning_with

_REACH = 32  # characters before the point from which a day is counted
_RULE = "Roman day"
_LATE_MONTHS = (3, 5, 7, 10)  # with the Nones on the 7th and the Ides on the 15th
_MOST = {"kalends": 19, "nones": 6, "ides": 8}
_COMMON_YEAR = 1999


def roman_words() -> tuple[str, ...]:
    """Words by which Roman days are found. The short names of Nones and Ides are other words, too."""
    roman = table("calendars")[ROMAN]
    full = [word for words in roman["points"].values() for word in words]
    return (*full, *roman["short"]["kalends"])


def roman_names() -> tuple[str, ...]:
    """All names of the days from which Romans counted, the short ones without their full stop."""
    roman = table("calendars")[ROMAN]
    return tuple(word for part in ("points", "short") for words in roman[part].values() for word in words)


def roman_days(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Expression]:
    """The Roman days in a stretch of text."""
    for match in _points().finditer(text, start, end):
        after = _after(lexicon).match(text, match.end(), end)
        if after is not None:
            found = _read(
                match, after, _before().search(text, max(start, match.start() - _REACH), match.start())
            )
            if found is not None:
                yield found


def _read(match: re.Match[str], after: re.Match[str], before: re.Match[str] | None) -> Expression | None:
    point = _kinds()[match.group().rstrip(".").casefold()]
    month = _months()[after["month"].casefold()]
    year = _year(after)
    if (
        before is None
        and match.group().endswith(".")
        and (not after["dot"] or (after["year"] and year is None))
    ):
        return None  # "Id. Dec. 3, 1850"
    found = _day(point, month, _count(before["count"]) if before is not None else 1, year)
    if found is None:
        return None
    month_found, day = found
    begin = before.start() if before is not None else match.start()
    end = after.end() if year is not None else after.end("name")
    if year is None and after["dot"] and after["month"].casefold() not in _shortened():
        end -= 1  # the full stop of the sentence
    if year is None:
        written = Written(ROMAN, f"--{month_found:02d}-{day:02d}")
        return Expression(begin, end, _RULE, Moment(Unit.DAY, None, month_found, day), written=written)
    if not exists(year, month_found, day):
        return None
    written = Written(ROMAN, iso_day((year, month_found, day)))
    moment = Moment(Unit.DAY, year, month_found, day)
    certain = (point, month) != ("kalends", 1) or month_found == 1
    return Expression(begin, end, _RULE, moment, written=written, certain=certain)


def _day(point: str, month: int, count: int, year: int | None) -> tuple[int, int] | None:
    """Month and day of a count back from a point, 0 being the day after; None where nobody counts so far."""
    late = month in _LATE_MONTHS
    if count > _MOST[point] or (point == "nones" and count > 4 and not late):
        return None
    if point != "kalends":
        return month, (5 if point == "nones" else 13) + 2 * late + 1 - count
    if count < 2:
        return month, 2 - count
    before = (month - 2) % 12 + 1
    length = month_end(_COMMON_YEAR, before)[2]
    if before == 2 and count < 6:
        if year is None:
            return None
        length += has_leap_day(year)
    day = length + 2 - count
    return (before, day) if day > (15 if before in _LATE_MONTHS else 13) else None


def _count(words: str) -> int:
    """The number of a count; 2 for the day before, 0 for the day after."""
    roman = table("calendars")[ROMAN]
    word = words.rstrip(".").casefold()
    if word in roman["before"]:
        return 2
    if word in roman["after"]:
        return 0
    counted = int(word) if word.isdigit() else roman["counts"].get(word) or roman_value(words.rstrip("."))
    return counted if counted > 1 else 99


def _year(after: re.Match[str]) -> int | None:
    words = after["year"]
    if words is None:
        return None
    year = int(words) if words.isdigit() else roman_value(words)
    if not year:
        return None
    if after["bce"]:
        return 1 - year
    return year if after["anno"] or year >= 1000 else None


@cache
def _points() -> re.Pattern[str]:
    roman = table("calendars")[ROMAN]
    full = all_spellings(word for words in roman["points"].values() for word in words)
    short = {f"{word}." for words in roman["short"].values() for word in all_spellings(words)}
    return re.compile(beginning_with(full | short, r"(?!\w)"))


@cache
def _kinds() -> dict[str, str]:
    roman = table("calendars")[ROMAN]
    return {
        word.casefold(): point
        for part in ("points", "short")
        for point, words in roman[part].items()
        for word in words
    }


@cache
def _months() -> dict[str, int]:
    """The number of each month by every form of its name."""
    roman = table("calendars")[ROMAN]
    found: dict[str, int] = {}
    for number, (stems, short) in enumerate(zip(roman["months"], roman["short_months"], strict=True), 1):
        for stem, ending in product(stems, roman["endings"]):
            found[f"{stem}{ending}".casefold()] = number
        found |= dict.fromkeys((name.casefold() for name in short), number)
    return found


@cache
def _shortened() -> frozenset[str]:
    rows = table("calendars")[ROMAN]["short_months"]
    return frozenset(name.casefold() for names in rows for name in names)


@cache
def _before() -> re.Pattern[str]:
    roman = table("calendars")[ROMAN]
    counts = one_of(all_spellings((*roman["counts"], *roman["before"], *roman["after"])))
    ante = one_of(roman["ante"])
    return re.compile(
        rf"(?<!\w)(?<!\w[.,:/-])(?:(?:{ante})\s?)?(?P<count>{counts}|(?:[IVX]{{1,6}}|[ivxj]{{2,6}}|\d{{1,2}}|prid|pr)\.?)\s?$"
    )


@cache
def _after(lexicon: Lexicon) -> re.Pattern[str]:
    roman = table("calendars")[ROMAN]
    months = one_of({spelling for name in _months() for spelling in (name, name.capitalize(), name.upper())})
    eras = one_of((*roman["bce"], *lexicon.language.dates.eras.get("bce", ())))
    return re.compile(
        rf"\s?(?P<name>(?P<month>{months})(?!\w)(?P<dot>\.)?)(?:,?\s(?P<anno>(?:{one_of(roman['anno'])})\s)?"
        rf"(?P<year>\d{{1,4}}|[MDCLXVI]{{2,15}})(?!\w)(?![.,:/-]\d)(?P<bce>,?\s?(?:{eras})(?!\w))?)?"
    )


def read_point(pieces: Pieces) -> Expression | None:
    """The Kalends, Nones or Ides of a month, as historians tell them: "the Ides of March, 44 B.C."."""
    month, said = pieces.month(), pieces.said().split()
    points = pieces.lexicon.language.dates.roman_points
    kind = next((kind for kind, names in points.items() if not set(names).isdisjoint(said)), "")
    if not month or not kind:
        return None
    day = _day(kind, month, 1, None)
    return pieces.found(Moment(Unit.DAY, pieces.year(), *day)) if day is not None else None
