"""Dates of other calendars than the Gregorian in a row: by the names of their months, the French Republican,
the Hebrew and the Islamic; and with them Roman days and the years of English reigns.

They are looked for by a name, and read from what stands before and after it, the same way in texts of every
language: a French letter quotes the Republic, a German one the Kalends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from edition.converter.forms.dates.calendar.calendars import (
    HEBREW,
    ISLAMIC,
    REPUBLICAN,
    gregorian_day,
    month_length,
)
from edition.converter.forms.dates.expression import Expression, Stretch, Written
from edition.converter.forms.dates.moment import Moment, Unit, day_moment, iso_day, iso_year
from edition.converter.forms.dates.readings.calendar_table import all_spellings, folded, one_of, table
from edition.converter.forms.dates.readings.regnal_years import REIGN_AFTER_FIGURE, regnal_years, reign_names
from edition.converter.forms.dates.readings.republican_years import (
    year_after,
    year_marks,
    year_names,
    years_alone,
)
from edition.converter.forms.dates.readings.roman_days import roman_days, roman_names, roman_words
from edition.converter.forms.dates.signs.lexicon import TOKEN, Lexicon
from edition.converter.forms.dates.signs.numbers import number_in
from edition.converter.forms.dates.signs.row import Row
from edition.converter.forms.letters import beginning_with
from edition.converter.languages import Language

_REACH = 48  # characters before a month in which its day stands
_DAY = r"\d{1,2}(?:\s?(?:er|ème|ième|me|e|ᵉʳ|ᵉ|º|°|th|st|nd|rd|\.))?"
_DAY_AFTER = re.compile(r"\.?\s(?P<day>\d{1,2})(?:th|st|nd|rd)?(?=,?\s)")
_HEBREW_YEAR = r",?\s(?:in\sthe\syear\s|the\syear\s|year\s)?(?P<year>[3-6]\d{3})(?![\w'’-])(?![.,:]\d)"
_ISLAMIC_YEAR = r",?\s(?:in\sthe\syear\s|the\syear\s|year\s)?(?P<year>\d{1,4})(?!\w)(?![.,:]\d)"
_LEAST_BARE_YEAR = 1000  # of an Islamic year without its era
_ADAR = 12
_RULES = {  # of a day, of days, of a whole month
    REPUBLICAN: ("republican day", "republican days", "republican month"),
    HEBREW: ("Hebrew day", "Hebrew days", "Hebrew month"),
    ISLAMIC: ("Islamic day", "Islamic days", "Islamic month"),
}


_Reading = Callable[[str, int, int, Lexicon], Iterator[Expression]]


class _Said(NamedTuple):
    """A year as the text says it: in its calendar or in ours, and where its words end."""

    year: int
    end: int
    gregorian: bool = False
    era: bool = False


def other_calendars(row: Row, lexicon: Lexicon) -> Iterator[Expression]:
    """The dates of other calendars in a row."""
    for names, read in _readings(lexicon.language):
        if not names.isdisjoint(row.tokens):
            yield from read(row.text, row.starts[0], row.starts[-1], lexicon)


def calendar_tokens(language: Language) -> frozenset[str]:
    """The tokens one of which is in each such date in a text of a language."""
    return frozenset[str]().union(*(names for names, _ in _readings(language)))


@cache
def _readings(language: Language) -> Sequence[tuple[frozenset[str], _Reading]]:
    """The readings of a text in a language, each with the tokens one of which is in all that it finds."""
    readings: list[tuple[frozenset[str], _Reading]] = [
        (_tokens(all_spellings(_month_names())), _named_months),
        (_tokens(all_spellings(year_names())), years_alone),
        (_tokens(all_spellings(roman_names())), roman_days),
    ]
    if language.dates.reigns:
        readings.append((_tokens(reign_names()), regnal_years))
    return readings


def _named_months(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Expression]:
    """The dates with a name of a month in a stretch of text."""
    for match in _names().finditer(text, start, end):
        found = _named(match, text, start, end, lexicon)
        if found is not None:
            yield found


@cache
def calendar_words() -> tuple[str, ...]:
    """Words by which such dates are found in a text."""
    return (*sorted(_tokens(all_spellings(_month_names()))), *roman_words())


def reign_words(language: Language) -> tuple[str, ...]:
    """Words between "year" and a king in the long form: "of the reign of his Majesty King George"."""
    return language.dates.reigns


def calendar_marks(language: Language) -> dict[str, str]:
    """Beginnings of such dates that are no words of their own, by their first character: patterns of what
    follows it. They stand after a blank, a mark or a figure.
    """
    more = year_marks() | dict.fromkeys("NI", r"(?:on|d)\.\s?[IJFMASOND]")
    if language.dates.reigns:
        more |= dict.fromkeys("0123456789", REIGN_AFTER_FIGURE)
    return more


def _tokens(names: Iterable[str]) -> frozenset[str]:
    """The longest token of each name."""
    return frozenset(max(TOKEN.findall(name), key=len) for name in names)


def _named(match: re.Match[str], text: str, begin: int, limit: int, lexicon: Lexicon) -> Expression | None:
    """The date around the name of a month."""
    calendar, month = _months()[folded(match.group())]
    before = _before(lexicon).search(text, max(begin, match.start() - _REACH), match.start())
    start, day, first = match.start(), 0, 0
    if before is not None:
        day = number_in(before["day"], "ordinal", lexicon) or 0
        first = int(before["first"]) if before["first"] else 0
        start = before.start() if day else start
    end = match.end()
    if not day:
        following = _DAY_AFTER.match(text, end, limit)
        if following is not None and _year(calendar, text, following.end(), limit, lexicon):
            day, end = int(following["day"]), following.end()
    said = _year(calendar, text, end, limit, lexicon)
    if said is None:
        if calendar != REPUBLICAN or not 1 <= day <= (30 if month < 13 else 6):
            return None
        written = Written(REPUBLICAN, f"--{month:02d}-{day:02d}")
        return Expression(start, end, _RULES[REPUBLICAN][0], Moment(Unit.DAY), written=written)
    if not day and (not _may_stand_alone(calendar, match.group(), said) or month > 12 == _ADAR):
        return None
    return _dated(calendar, said, month, (first or day, day), (start, folded(match.group())))


def _dated(
    calendar: str, said: _Said, month: int, days: tuple[int, int], place: tuple[int, str]
) -> Expression | None:
    """The expression of days (0: the whole month) in a month and year, beginning at a place with a name."""
    start, name = place
    certain = calendar != ISLAMIC  # the new moon was looked for, not reckoned
    year: int | None = said.year
    if said.gregorian:
        year = _republican_year_in(said.year, month, days)
    elif calendar == HEBREW and name == "adar" and month_length(HEBREW, said.year, _ADAR + 1):
        month, certain = _ADAR + 1, False  # in a year with two the second is what the one is in others
    if year is None:
        return None
    first, last = days if days[1] else (1, month_length(calendar, year, month))
    begin, end = gregorian_day(calendar, (year, month, first)), gregorian_day(calendar, (year, month, last))
    if begin is None or end is None or begin > end:
        return None
    of_day, of_days, of_month = _RULES[calendar]
    one = Written(calendar, iso_day((year, month, first)))
    if first == last:
        return Expression(start, said.end, of_day, day_moment(begin), written=one, certain=certain)
    stretch = Expression(
        start, said.end, of_days, day_moment(begin), day_moment(end), Stretch.PERIOD, certain=certain
    )
    if not days[1]:
        written = Written(calendar, f"{iso_year(year)}-{month:02d}")
        return stretch._replace(rule=of_month, written=written)
    return stretch._replace(written=one._replace(last=iso_day((year, month, last))))


def _republican_year_in(year: int, month: int, days: tuple[int, int]) -> int | None:
    """The republican year of a day or month that lies in a year of ours; None where two do or none."""
    found = []
    for candidate in (year - 1792, year - 1791):
        ends = days if days[1] else (1, month_length(REPUBLICAN, candidate, month))
        moments = [gregorian_day(REPUBLICAN, (candidate, month, day)) for day in ends]
        if all(moment is not None and moment[0] == year for moment in moments):
            found.append(candidate)
    return found[0] if len(found) == 1 else None


def _year(calendar: str, text: str, place: int, limit: int, lexicon: Lexicon) -> _Said | None:
    """The year after a month."""
    if calendar == REPUBLICAN:
        found = year_after(text, place, limit, lexicon)
        return _Said(*found) if found else None
    match = _year_pattern(calendar).match(text, place, limit)
    if match is None:
        return None
    return _Said(int(match["year"]), match.end(), era=bool(match["era"]))


def _may_stand_alone(calendar: str, name: str, said: _Said) -> bool:
    """Whether a name and a year, without a day, are a month."""
    if calendar == REPUBLICAN:
        return not said.gregorian or name[:1].islower()
    if calendar == HEBREW:
        return name[:1].isupper() and name not in table("calendars")[HEBREW]["short"]
    return name[:1].isupper() and (said.era or said.year >= _LEAST_BARE_YEAR)


@cache
def _year_pattern(calendar: str) -> re.Pattern[str]:
    eras = one_of(table("calendars")[calendar]["eras"])
    year = _HEBREW_YEAR if calendar == HEBREW else _ISLAMIC_YEAR
    return re.compile(rf"{year}(?P<era>\s?(?:{eras})(?!\w))?")


@cache
def _months() -> dict[str, tuple[str, int]]:
    """Calendar and number of each month, by its folded name."""
    return {
        folded(name): (calendar, number)
        for calendar in (REPUBLICAN, HEBREW, ISLAMIC)
        for number, names in enumerate(table("calendars")[calendar]["months"], 1)
        for name in names
    }


@cache
def _names() -> re.Pattern[str]:
    return re.compile(beginning_with(all_spellings(_month_names()), r"(?!\w)"))


def _month_names() -> list[str]:
    rows = [
        row for calendar in (REPUBLICAN, HEBREW, ISLAMIC) for row in table("calendars")[calendar]["months"]
    ]
    return [name for names in rows for name in names]


@cache
def _before(lexicon: Lexicon) -> re.Pattern[str]:
    """A day before its month, or the first and the last of some days."""
    words = one_of(word for word in lexicon.words_of("ordinal") if len(word) > 2)
    names = one_of(all_spellings(table("calendars")[REPUBLICAN]["days"]))
    to = r"\s?[–—-]\s?|\s(?:au|to|bis|al|until)\s(?:le\s|the\s)?"
    return re.compile(
        rf"(?<!\w)(?<!\d[.,:/-])(?:(?:le\s)?(?:{names}),?\s)?"
        rf"(?:(?:[Dd]u\s|[Ff]rom\s(?:the\s)?|[Vv]om\s)?(?P<first>\d{{1,2}})(?:er)?(?:{to})"
        r"|(?:[Tt]he|THE|[Ll]e|LE|den)\s)?"
        rf"(?P<day>{_DAY}|{words})\s?(?:day\s)?(?:of\s|de\s|d['’]|del\s)?$"
    )
