"""Whether the value of a date contradicts the words it stands on: 1918 on "8 November 1819".

Cautious by design. A year is looked at where the text has exactly one number of four digits, a month where
it has one name of a month, a day where its number stands beside that name. Nothing is said of other
calendars, of two styles ("1711/12"), of words that shift a date ("the day before") and of anything inside
the date that is not plain text. The words are in `date_words.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from lxml import etree

from edition.tei import local_name
from edition.validator.checks.survey import Survey, words
from edition.validator.checks.tables import table
from edition.validator.finding import Finding

_DATES = ("date", "docDate")
_PLAIN = frozenset(("hi", "lb", "seg", "num", "emph", "pb"))
_LONGEST = 60  # characters: more is no plain date
_WORDS = 6
_VALUES = ("when", "from", "to", "notBefore", "notAfter")
_OTHER = frozenset((
    "calendar", "datingMethod", "datingPoint", "dur",
    "when-custom", "from-custom", "to-custom", "notBefore-custom", "notAfter-custom",
    "when-iso", "from-iso", "to-iso", "notBefore-iso", "notAfter-iso",
))  # fmt: skip
_NUMBER = re.compile(r"\d+")
_YEAR = re.compile(r"(?<![\w.,:/–—-])(?P<year>1\d{3}|20\d\d)(?![\w’']|[.,:]\d|\s*[/–—-]\s*\d)")
_SHORT = 4
_VALUE = re.compile(r"(?P<year>\d{4})?(?:-?-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*)?")
_WORD = re.compile(r"(?<!\w)[^\W\d_]+")
_NEW_STYLE = 1753
"""Until then a year began on 25 March in England, and elsewhere on other days than 1 January."""
_JULIAN = range(9, 15)
"""Days between the two calendars, with a day of grace; an encoder may have given the value in the new one."""
_LAST_JULIAN = 1930
_AHEAD = (((1900, 3, 1), 13), ((1800, 3, 1), 12), ((1700, 3, 1), 11), ((1582, 10, 5), 10))
"""From which day of the old style on the new one is so many days ahead; the latest first."""


def date_word_findings(survey: Survey) -> Iterator[Finding]:
    """The dates whose values contradict their words, or whose old style was taken for the new one."""
    for element in survey.elements(*_DATES):
        values = {name: str(value) for name in _VALUES if (value := element.get(name))}
        if not values or not _OTHER.isdisjoint(element.keys()) or not _plain(element):
            continue
        text = words(element)
        if len(text) <= _LONGEST and (meant := _old_style(text, values)):
            facts = {"value": values["when"], "meant": meant}
            yield Finding("TEI-DATE-STYLE", element, facts, attribute="when")
        if len(text) > _LONGEST or len(text.split()) > _WORDS or _shifted(text):
            continue
        found = _contradiction(text, values)
        if found:
            written, attribute = found
            facts = {"attribute": attribute, "value": values[attribute], "written": written}
            yield Finding("TEI-DATE-TEXT", element, facts, attribute=attribute)


def _plain(element: etree._Element) -> bool:
    return all(local_name(child) in _PLAIN for child in element.iterdescendants("*"))


def _shifted(text: str) -> bool:
    """Whether some word makes the date another one than its figures say."""
    shifting = _vocabulary()[1]
    return any(word.casefold() in shifting for word in _WORD.findall(text))


def _contradiction(text: str, values: dict[str, str]) -> tuple[str, str] | None:
    """What is written and the attribute that says otherwise."""
    years = [match["year"] for match in _YEAR.finditer(text)]
    fours = [number for number in _NUMBER.findall(text) if len(number) > 2]
    attribute = next(iter(values))
    if len(fours) == 1 and years == fours and not _has_year(int(years[0]), values):
        return years[0], attribute
    if len(values) != 1 or attribute != "when":
        return None
    value = _VALUE.fullmatch(values["when"])
    months = _months(text)
    if value is None or not value["month"] or len(months) != 1 or not 1 <= int(value["month"]) <= 12:
        return None
    month = _vocabulary()[0][months[0].group().casefold()]
    day = _day_beside(text, months[0])
    others = [number for number in _NUMBER.findall(text) if number not in fours]
    if len(others) > 1 or (others and day is None):
        return None  # two days, or a number that is something else
    given = int(value["day"]) if value["day"] else None
    written_day = day if day is not None and given is not None else None
    if month == int(value["month"]) and (written_day is None or written_day == given):
        return None
    if day is None and given is not None:
        # A month alone with a day as its value: someone knew more, but not another month's end.
        return (months[0].group(), attribute) if _far(month, 15, value) else None
    if day is not None and given is not None and not _far(month, day, value):
        return None
    written = months[0].group() if month != int(value["month"]) else str(day)
    return written, attribute


def _old_style(text: str, values: dict[str, str]) -> str | None:
    """The day by the new style, where the text gives one by the old style and the value is the same figures.

    `@when` counts by the Gregorian calendar (TEI, att.datable.w3c).
    """
    value = _VALUE.fullmatch(values.get("when", ""))
    low = text.casefold()
    if value is None or not (value["year"] and value["day"]) or len(values) != 1:
        return None
    if not any(word in low for word in table("date_words")["old_style"]):
        return None
    months = _months(text)
    years = [match["year"] for match in _YEAR.finditer(text)]
    if len(months) != 1 or years != [value["year"]]:
        return None
    month, day = _vocabulary()[0][months[0].group().casefold()], _day_beside(text, months[0])
    if day is None or (month, day) != (int(value["month"]), int(value["day"])):
        return None
    year = int(value["year"])
    ahead = next((days for first, days in _AHEAD if (year, month, day) >= first), None)
    try:
        return str(date(year, month, day) + timedelta(days=ahead)) if ahead else None
    except ValueError:
        return None


def _has_year(year: int, values: dict[str, str]) -> bool:
    """Whether the values can mean `year`; with a year of grace where a span may not count its ends."""
    given = {name: match["year"] for name, value in values.items() if (match := _VALUE.fullmatch(value))}
    if len(given) < len(values) or not all(given.values()):
        return True  # a value without a year says nothing of it
    numbers = {name: int(text) for name, text in given.items()}
    grace = 1 if year < _NEW_STYLE else 0
    if "when" in numbers:
        return abs(numbers["when"] - year) <= grace
    begin = numbers.get("from", numbers.get("notBefore", 0))
    end = numbers.get("to", numbers.get("notAfter", 9999))
    return begin - 1 <= year <= end + 1


def _far(month: int, day: int, value: re.Match[str]) -> bool:
    """Whether the day written and the value are not one day by the old calendar and by the new one."""
    year = int(value["year"] or 1900)
    if value["year"] and year > _LAST_JULIAN:
        return True
    try:
        given = date(year, int(value["month"]), int(value["day"]))
        written = date(year, month, day)
    except ValueError:
        return False
    distance = abs((given - written).days)
    return min(distance, abs(365 - distance)) not in _JULIAN


def _months(text: str) -> list[re.Match[str]]:
    """The names of months in a date. A short one may be another word ("may", Portuguese "dez"): it counts
    where it is cut by a full stop, or a number stands in the date.
    """
    numbered = any(character.isdecimal() for character in text)
    return [
        match
        for match in _WORD.finditer(text)
        if match.group().casefold() in _vocabulary()[0]
        and (len(match.group()) > _SHORT or numbered or text[match.end() : match.end() + 1] == ".")
    ]


def _day_beside(text: str, month: re.Match[str]) -> int | None:
    """The number that stands beside the name of a month: "8 November", "8. November", "November 8th"."""
    before = re.search(
        r"(?<![\d.,/–—-])(\d{1,2})(?:\.|st|nd|rd|th|er|º|°|ª)?\s*(?:of\s+|the\s+|de\s+|del\s+|d['’]\s*|di\s+|den\s+)?$",
        text[: month.start()],
    )
    if before:
        return int(before[1])
    after = re.match(r"\.?\s*(?:the\s+)?(\d{1,2})(?:st|nd|rd|th)?(?![\w/–—-])", text[month.end() :])
    return int(after[1]) if after else None


@cache
def _vocabulary() -> tuple[dict[str, int], frozenset[str]]:
    """Names of months with their numbers, and words that shift a date."""
    known = table("date_words")
    months = {name: number for number, names in enumerate(known["months"], 1) for name in names}
    return months, frozenset(known["shifting"])
