"""Dates in figures: 1918-11-08, 8.11.1918, 8/11/1918, 11. 8. 92, 4/XI 02."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from edition.converter.forms.dates.expression import ENTRY, Expression
from edition.converter.forms.dates.joining.weekdays_beside import fits_weekday
from edition.converter.forms.dates.moment import Moment, Unit, exists, monday_of_week
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import FIGURES, ROMAN_MONTH, Lexicon, roman_value
from edition.converter.forms.dates.signs.pieces import phrases, year_tail
from edition.converter.forms.dates.signs.row import Row

UNDECIDED = "figures, order undecided"
"""The rule of a day in figures of which nothing beside it says whether the month stands first."""
_APART = rf"(?<![{FIGURES}])(?<![{FIGURES}][.,:/-])(?<![{FIGURES.replace('y', '')}][./-] )(?<![-/#§$£€@=])"
_ENDS = rf"(?![.,:/-]?[{FIGURES}])(?! ?[%°])"
# "30.3.1930-8.10.1931": a hyphen between two days with their years
_BEFORE_LAST, _AFTER_FIRST = rf"(?=-[iabc]\.[iabc]\.y{_ENDS})", r"(?<=\.y-)"
_AFTER_DAY = r"(?<=[iabc]\.[-/])"  # "23.-26.8.2017", "25./26.5.2013", "28.7.-3.8.2017"
_BEGUN = re.compile(r"(?<![.])[iabc]\.(?:[ia]\.)?(?: [-–—] |[-–—/])$")  # what a day ends: "23.–26.8."
_GOES_ON = re.compile(r"(?: [-–—] |[-–—])[iabc]\.[ia]\.y")  # what ends another: "28.7.-3.8.2017"
_BEGINNING = 9  # signs of such
_ISO = re.compile(rf"{_APART}(?P<year>y)-(?P<month>a)(?:-(?P<day>[abc]))?(?![./:-]?[{FIGURES}])")
_ISO_WEEK = re.compile(rf"{_APART}(?P<year>y)-[wW](?P<week>[abcd])(?![.,:/-]?[{FIGURES}])")
_SEPARATED = re.compile(rf"[{FIGURES}] ?[./-]")  # in all such dates, save with a Roman month
_WHEN = ("before_time", "before_lone_day")  # "um"; "am", which stands before both
_BEFORE_DAYS = ("before_day", "weekday", "weekday.")
_STRETCH = 12  # signs beside a day and month in which the other of a stretch stands
_MORE = rf"[.,/:]?[{FIGURES}]"
_SHORT_YEARS = range(700, 1000)  # 903 for 1903
_DENOMINATORS = frozenset(("2", "4", "8", "16", "32", "64"))
_MOST_HEADS = 12  # "3. 4." on a line of its own can number a section, "30. 7." dates a letter


def numeric_dates(row: Row, lexicon: Lexicon) -> Iterator[Expression]:
    """Days and months in figures in a row. Where both orders are written, a number over twelve decides."""
    if not _SEPARATED.search(row.signs) and not lexicon.language.dates.short_years:
        return
    if not _pair(lexicon).search(row.signs):
        return
    for match in _ISO.finditer(row.signs):
        found = _iso(match, row)
        if found is not None and not surroundings.numbers_something(row, match.start("year"), lexicon):
            yield found
    for match in _ISO_WEEK.finditer(row.signs):
        week, word = int(row.words(*match.span("week"))), row.words(match.end("year") + 1, match.end("week"))
        if word.startswith("W") and 1 <= week <= 52:
            monday = monday_of_week(int(row.words(*match.span("year"))), week)
            yield _found(match, row, "week of the year", Moment(Unit.WEEK, *monday))
    joined = ".y-" in row.signs or ".-" in row.signs or "./" in row.signs
    for match in _day_month_year(lexicon, joined=joined).finditer(row.signs):
        found = _numeric(match, row, lexicon)
        if found is not None:
            yield _with_weekday(found, row, match.start(), lexicon)
    for match in _day_month(lexicon, joined=joined).finditer(row.signs):
        found = _without_year(match, row, lexicon)
        if found is not None:
            yield found


def _iso(match: re.Match[str], row: Row) -> Expression | None:
    year, month = (int(row.words(*match.span(name))) for name in ("year", "month"))
    if match.start("day") >= 0:
        day = int(row.words(*match.span("day")))
        return (
            _found(match, row, "ISO", Moment(Unit.DAY, year, month, day))
            if exists(year, month, day)
            else None
        )
    if month > year % 100:
        return None  # 1908-12 are years
    return _found(match, row, "ISO", Moment(Unit.MONTH, year, month))


def _numeric(match: re.Match[str], row: Row, lexicon: Lexicon) -> Expression | None:
    if surroundings.numbers_something(row, match.start(), lexicon):
        return None
    first, second, figures = (row.words(*match.span(name)) for name in ("day", "month", "year"))
    marks = (
        row.words(match.end("day"), match.start("month")),
        row.words(match.end("month"), match.start("year")),
    )
    roman = not second.isdigit()
    if marks == ("-", "/") and not roman and _is_fraction(int(second), figures):
        return None  # "9-13/16"
    year = None if _is_hour(match, row, lexicon) else _year(figures, lexicon)
    if year is None or not _alike(marks, roman=roman, short=len(figures) < 4):
        return None
    unsaid = len(figures) == 2
    known = None if unsaid else year
    order = "dmy" if roman or "." in marks[0] else lexicon.language.dates.numeric
    one, two = int(first), roman_value(second) if roman else int(second)
    by_day = Moment(Unit.DAY, year, two, one) if exists(known, two, one) else None
    by_month = Moment(Unit.DAY, year, one, two) if exists(known, one, two) else None
    chosen = {"dmy": by_day, "mdy": by_month}.get(order)
    if order:
        chosen = chosen or (None if "." in marks[0] or roman else by_day or by_month)
        return _found(match, row, "figures", chosen, unsaid=unsaid) if chosen else None
    if by_day is None or by_month is None or by_day == by_month:
        chosen = by_day or by_month
        return _found(match, row, "figures", chosen, unsaid=unsaid) if chosen else None
    moment = Moment(Unit.YEAR, year)
    return _found(match, row, UNDECIDED, moment, unsaid=unsaid, certain=False)


def _is_hour(match: re.Match[str], row: Row, lexicon: Lexicon) -> bool:
    """Whether two figures after a day and month count what follows, and are no year: "am 6.8. 23 Uhr"."""
    if match.end("year") - match.start("year") > 1 or len(row.words(*match.span("year"))) > 2:
        return False
    return _hour(lexicon).match(row.signs, match.end("month") + 1) is not None


def _without_year(match: re.Match[str], row: Row, lexicon: Lexicon) -> Expression | None:
    """Day and month alone: after a word such as "am" or their weekday, or on a line of their own."""
    first, second = (row.words(*match.span(name)) for name in ("day", "month"))
    month = roman_value(second) if not second.isdigit() else int(second)
    if not exists(None, month, int(first)) or surroundings.numbers_something(row, match.start(), lexicon):
        return None
    slash = "/" in row.words(match.end("day"), match.start("month"))
    if slash and _is_of_an_hour(match, row, lexicon):
        return None
    start = _begin(row, match.start())
    placed = any(neighbours.plays_before(part, row, start, lexicon) for part in _BEFORE_DAYS)
    placed = placed or _GOES_ON.match(row.signs, match.end()) is not None
    placed = placed or (slash and _is_of_a_stretch(match, row, lexicon))
    if not placed and _weekday_before(row, match.start(), lexicon)[1] is None:
        alone = not row.signs[: match.start()].strip() and not row.signs[match.end() :].strip(" .")
        if not (alone and (slash or int(first) > _MOST_HEADS)):
            begins = row.starts[match.start()] == 0
            return _found(match, row, ENTRY, Moment(Unit.DAY, None, month, int(first))) if begins else None
    at = neighbours.after(row, match.end())
    if at < len(row.signs) and row.signs[at] in neighbours.signs_of("counted", lexicon):
        return None
    found = _found(match, row, "figures", Moment(Unit.DAY, None, month, int(first)))
    return _with_weekday(found, row, match.start(), lexicon)


def _begin(row: Row, place: int) -> int:
    """The place of the first of two days, of which the day and month at `place` are the last."""
    begun = _BEGUN.search(row.signs, max(0, place - _BEGINNING), place)
    return begun.start() if begun is not None else place


def _is_of_a_stretch(match: re.Match[str], row: Row, lexicon: Lexicon) -> bool:
    """Whether a day and month begin or end a stretch of two, one of which is no part of a whole: "de 5/4 a
    21/4", but not "de 1/4 a 3/4".
    """
    start, end = max(0, match.start() - _STRETCH), match.end() + _STRETCH
    for found in _stretch(lexicon).finditer(row.signs, start, end):
        if found.start() <= match.start() and match.end() <= found.end():
            figures = [int(row.words(*found.span(number))) for number in range(1, 5)]
            return figures[0] > figures[1] or figures[2] > figures[3]
    return False


@cache
def _stretch(lexicon: Lexicon) -> re.Pattern[str]:
    opens, to = (phrases(lexicon.language.dates.ranges.get(part, ()), lexicon) for part in ("from", "to"))
    day = "([iabc])/([ia])"
    return re.compile(rf"(?:{opens}) {day} (?:{to}) {day}(?!{_MORE})")


def _is_of_an_hour(match: re.Match[str], row: Row, lexicon: Lexicon) -> bool:
    """Whether a day and month are the quarters of an hour after a word for when: "um 3/4 auf 8"."""
    if row.words(*match.span()) not in lexicon.language.dates.hour_parts:
        return False
    timed, dated = (neighbours.plays_before(part, row, match.start(), lexicon) for part in _WHEN)
    return timed and not dated


def _with_weekday(day: Expression, row: Row, start: int, lexicon: Lexicon) -> Expression:
    """A day in figures with the weekday before it, if there is one that it can be."""
    place, weekday = _weekday_before(row, start, lexicon)
    if weekday is None or day.first.unit is not Unit.DAY or not fits_weekday(day, weekday):
        return day
    return day._replace(start=row.starts[place], first=day.first._replace(weekday=weekday))


def _weekday_before(row: Row, place: int, lexicon: Lexicon) -> tuple[int, int | None]:
    """The sign and the number of the weekday before the day at `place`, over an article and a mark: "Samstag,
    den 4. 5.", "Sa. 4. 5.", at the beginning "Sa 4. 5."; None for the number where there is none.
    """
    at = neighbours.before(row, place)
    if at >= 0 and row.signs[at] in neighbours.signs_of("determiner", lexicon):
        at = neighbours.before(row, at)
    stopped = at >= 0 and row.word(at) == "."
    if at >= 0 and row.word(at) in (",", "."):
        at = neighbours.before(row, at)
    if at < 0:
        return at, None
    word = row.word(at)
    shortened = stopped or row.starts[at] == 0 or neighbours.opens_sentence(row, at)
    shortened = shortened or neighbours.plays_before("before_lone_day", row, at, lexicon)
    if not stopped and ("weekday", word) in lexicon.values:
        return at, lexicon.values["weekday", word]
    return at, lexicon.values.get(("weekday.", word)) if shortened else None


def _is_fraction(numerator: int, denominator: str) -> bool:
    """Whether two figures are a fraction of prices and rates, after a whole number: "13/16", "1/4"."""
    return denominator in _DENOMINATORS and numerator % 2 == 1 and numerator < int(denominator)


def _year(figures: str, lexicon: Lexicon) -> int | None:
    if len(figures) == 3:
        year = int(figures)
        return 1000 + year if lexicon.language.dates.short_years and year in _SHORT_YEARS else None
    return int(figures)


def _alike(marks: tuple[str, str], *, roman: bool, short: bool) -> bool:
    """Whether the marks between day, month and year are those of one date."""
    first, second = ("".join(mark.split()) for mark in marks)
    if roman:
        return bool(first or second or marks[0])
    if not first:
        return False
    return first[-1:] == second[-1:] or not short or second in ("", ".", "/") or bool(second and first)


def _found(
    match: re.Match[str], row: Row, rule: str, moment: Moment, *, unsaid: bool = False, certain: bool = True
) -> Expression:
    start, end = row.starts[match.start()], row.starts[match.end()]
    return Expression(start, end, rule, moment, certain=certain, century_unsaid=unsaid)


@cache
def _pair(lexicon: Lexicon) -> re.Pattern[str]:
    """A year and a month or week, or two of day and month: what all such dates have."""
    return re.compile(rf"y-[awW]|[iabc](?: ?[./-]{{1,2}} ?| )[iabc{lexicon.signs_of(ROMAN_MONTH)}]")


@cache
def _day_month_year(lexicon: Lexicon, *, joined: bool) -> re.Pattern[str]:
    """Finds days in figures; where they may be joined, also two with a hyphen between."""
    roman = lexicon.signs_of(ROMAN_MONTH)
    figures = "yfabcdeo" if lexicon.language.dates.short_years else "yabcdeo"
    first = rf"(?P<day>[iabc])(?: ?[./-]{{1,2}} ?| (?=[{roman}]))"
    month = rf"(?P<month>[iabc]|[{roman}])"
    apart, ends = (
        (f"(?:{_APART}|{_AFTER_FIRST}|{_AFTER_DAY})", f"(?:{_ENDS}|{_BEFORE_LAST})")
        if joined
        else (_APART, _ENDS)
    )
    year = rf"(?P<year>[{figures}]){ends}(?:{year_tail(lexicon)})?"
    return re.compile(rf"{apart}{first}{month}(?: ?[./-]{{1,2}} ?| ){year}")


@cache
def _before_hour(lexicon: Lexicon) -> str:
    """The pattern of what follows a day and month before an hour or a number of things: "6.8. 23 ½ Uhr"."""
    counted = lexicon.signs_of("counted")
    return rf"(?= [{FIGURES}](?:[:.][{FIGURES}])?(?: ?[w½¼¾])? [{counted}])" if counted else "(?!)"


@cache
def _hour(lexicon: Lexicon) -> re.Pattern[str]:
    return re.compile(_before_hour(lexicon))


@cache
def _day_month(lexicon: Lexicon, *, joined: bool) -> re.Pattern[str]:
    if lexicon.language.dates.numeric != "dmy":
        return re.compile("(?!)")
    roman = lexicon.signs_of(ROMAN_MONTH)
    month = lexicon.signs_of("month", "month.")
    ends = rf"(?:(?<=[{roman}])\.?|(?<=/[ia])(?![.]?[{FIGURES}]|\. ?[{month}])|(?<!/[ia])\.)"
    ends += rf"(?:(?! ?[{FIGURES}%°:]|, ?[{FIGURES}])|{_before_hour(lexicon)})"
    apart = f"(?:{_APART}|{_AFTER_DAY})" if joined else _APART
    return re.compile(rf"{apart}(?P<day>[iabc])(?:\. ?|\.?/)(?P<month>[ia]|[{roman}]){ends}")
