"""Dates as ISO 8601 writes them: whether they exist, whether a span goes forward, what was meant.

The forms are those of TEI's teidata.temporal.w3c (W3C XML Schema Part 2): 1850, 1850-02, 1850-02-27,
--02-27, --02, ---27, each with a time where it is known; years before our era have a minus sign, and there
is no year 0000. Dates by another calendar (`@when-custom` …) are the encoder's own and are not judged.
"""

from __future__ import annotations

import re
from calendar import monthrange

_DATE_ATTRIBUTES = ("when", "notBefore", "notAfter", "from", "to")
_SPANS = (("from", "to"), ("notBefore", "notAfter"))
_DAY = re.compile(
    r"(?P<year>-?\d{4,})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>[\d:.]+))?)?)?"
    r"(?P<zone>Z|[+-]\d\d:\d\d)?"
)
_RECURRING = re.compile(r"--(?P<month>\d\d)(?:-(?P<day>\d\d))?(?:Z|[+-]\d\d:\d\d)?")
_DAY_FIRST = re.compile(r"(?P<day>\d{1,2})\.?[./ -](?P<month>\d{1,2})[./ -](?P<year>\d{4})")
_YEAR_FIRST = re.compile(r"(?P<year>\d{4})[./ -](?P<month>\d{1,2})(?:[./ -](?P<day>\d{1,2}))?")
_CLOCK = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def date_facts(attribute: str, value: str, *, of_day: bool) -> tuple[str, dict[str, object], str | None]:
    """The code and the facts of a finding about a value that is not a date in the normal form, or, where
    `of_day` is set, not a time of day; and the value that was meant, where there is no doubt.
    """
    if of_day:
        clock = _CLOCK.fullmatch(value.strip())
        written = f'{attribute}="{clock["hour"]:0>2}:{clock["minute"]}:00"' if clock else "17:30:00"
        advice = f"times are written hour:minute:second: {written}"
        meant = f"{clock['hour']:0>2}:{clock['minute']}:00" if clock else None
        return "TEI-DATE-VALUE", {"what": "a time of day", "advice": advice}, meant
    reason = impossible(value)
    if reason:
        return "TEI-DATE-IMPOSSIBLE", {"reason": reason}, None
    meant = normalised(value)
    advice = "dates are written year-month-day: 1850-02-27, 1850-02 or 1850; other words go into the text"
    if meant:
        advice = f'dates are written year-month-day: {attribute}="{meant}"'
    return "TEI-DATE-VALUE", {"what": "a date", "advice": advice}, meant


def impossible(value: str) -> str | None:
    """Why `value`, which has the form of a date, is none: "February 1918 has 28 days". Else None."""
    match = _DAY.fullmatch(value.strip()) or _RECURRING.fullmatch(value.strip())
    if match is None:
        return None
    parts = match.groupdict()
    if parts.get("year") and not int(parts["year"]):
        return "XML knows no year 0, which is 1 BCE"
    month, day = parts.get("month"), parts.get("day")
    if month and not 1 <= int(month) <= 12:
        return f"there is no month {month}"
    if not month or not day:
        return None
    year = int(parts["year"]) if parts.get("year") else 4
    # The Gregorian cycle repeats every 400 years; Python's calendar begins with year 1.
    days = monthrange(2000 + year % 400, int(month))[1]
    if 1 <= int(day) <= days:
        return None
    of_year = f" {parts['year']}" if parts.get("year") else ""
    return f"{_MONTHS[int(month) - 1]}{of_year} has {days} days"


def normalised(value: str) -> str | None:
    """The date that figures in another order stand for; None where they leave a doubt.

    Day before month is taken for 27.02.1850; 02/03/1850 could be either and is left alone.
    """
    value = value.strip()
    match = _YEAR_FIRST.fullmatch(value)
    if match:
        parts = [match["year"], match["month"].zfill(2)]
        if match["day"]:
            parts.append(match["day"].zfill(2))
        return _if_possible("-".join(parts))
    match = _DAY_FIRST.fullmatch(value)
    if not match:
        return None
    day, month = int(match["day"]), int(match["month"])
    if "." not in value and day <= 12 and month <= 12 and day != month:
        return None
    if month > 12:
        day, month = month, day
    return _if_possible(f"{match['year']}-{month:02}-{day:02}")


def _if_possible(value: str) -> str | None:
    return value if _DAY.fullmatch(value) and impossible(value) is None else None
