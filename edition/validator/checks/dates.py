"""Dates as values: whether they exist, whether spans and lives go forward, by which calendar they count.

The forms are those of `edition.validator.dates`. Values in custom calendars (`@when-custom` …) are the
encoder's own and are not judged; but the calendar must be named (TEI, att.datable.custom: `@datingMethod`
"supplies a pointer to a calendar element or other means of interpreting the values").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from edition.tei import local_name, tei
from edition.validator.checks.survey import Survey
from edition.validator.dates import impossible
from edition.validator.finding import Finding

_DATE_ATTRIBUTES = ("when", "notBefore", "notAfter", "from", "to")
_CUSTOM = ("when-custom", "notBefore-custom", "notAfter-custom", "from-custom", "to-custom")
_SPANS = (("from", "to"), ("notBefore", "notAfter"))
_NO_DATES = ("biblScope", "citedRange")  # their @from and @to are pages
_DAY = re.compile(
    r"(?P<year>-?\d{4,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>[\d:.]+))?)?)?"
    r"(?P<zone>Z|[+-]\d\d:\d\d)?"
)


def date_findings(survey: Survey) -> Iterator[Finding]:
    """Dates that no calendar has, spans and lives that end before they begin, calendars without a name."""
    for name in _DATE_ATTRIBUTES:
        for element, value in survey.attributes(name):
            if local_name(element) in _NO_DATES:
                continue
            reason = impossible(value) if value else None
            if reason:
                facts = {"attribute": name, "value": value, "reason": reason}
                yield Finding("TEI-DATE-IMPOSSIBLE", element, facts, attribute=name)
    for first, second in _SPANS:
        for element, begin in survey.attributes(first):
            end = element.get(second)
            if begin and end and local_name(element) not in _NO_DATES and _later(begin, end):
                facts = {"first": first, "begin": begin, "second": second, "end": end}
                yield Finding("TEI-DATE-ORDER", element, facts, attribute=second)
    yield from _lives(survey)
    yield from _calendars(survey)


def _lives(survey: Survey) -> Iterator[Finding]:
    """Persons who died before they were born."""
    for person in survey.elements("person", "persona"):
        birth, death = person.find(tei("birth")), person.find(tei("death"))
        if birth is None or death is None:
            continue
        born, died = _first(birth, "when", "notBefore", "from"), _first(death, "when", "notAfter", "to")
        if born and died and _later(born, died):
            yield Finding("TEI-DATE-LIFE", death, {"born": born, "died": died}, first=birth)


def _first(event: etree._Element, *names: str) -> str | None:
    """The first of these values that an event has itself, or that its one date has."""
    dates = event.findall(tei("date"))
    for holder in (event, *(dates if len(dates) == 1 else ())):
        value = next((value for name in names if (value := holder.get(name))), None)
        if value:
            return str(value)
    return None


def _calendars(survey: Survey) -> Iterator[Finding]:
    """Values of a calendar that is not named."""
    for name in _CUSTOM:
        for element, value in survey.attributes(name):
            named = element.get("datingMethod") or element.get("calendar")
            if (
                value.strip()
                and not named
                and not any(ancestor.get("datingMethod") for ancestor in element.iterancestors())
            ):
                facts = {"attribute": name, "value": value}
                yield Finding("TEI-DATE-CALENDAR", element, facts, attribute=name)


def _later(begin: str, end: str) -> bool:
    """Whether a span from `begin` to `end` holds no day: begins after the last day `end` can mean."""
    first, last = _DAY.fullmatch(begin.strip()), _DAY.fullmatch(end.strip())
    if not first or not last:
        return False
    earliest = (int(first["year"]), int(first["month"] or 1), int(first["day"] or 1))
    latest = (int(last["year"]), int(last["month"] or 12), int(last["day"] or 31))
    if earliest == latest and first["time"] and last["time"] and first["zone"] == last["zone"]:
        return first["time"] > last["time"]
    return earliest > latest
