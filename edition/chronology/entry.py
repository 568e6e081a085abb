"""One date of a list: its value in a compact form, and its place in the order of time.

1871-03-03, 1871, -0043          a day, a year, 44 BCE      (@when)
--06-03                          a day without its year     (@when)
1914/1918                        from and to
1905..1907, ..1848, 1848..       not before, not after
~1520, 1918?                     about; of low certainty
1732-02-22 = julian 1732-02-11   with the day in its own calendar
1848-05-05/1848-05-25 P21D       with its length
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from edition.model import Position

_DAY = re.compile(r"(?P<year>-?\d{4,})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?(?P<time>T[\d:.]+)?")
_UNKNOWN = "-"


@dataclass(frozen=True, slots=True)
class Entry:
    """A date where it stands: the name of its file, line and column, TEI element, words, value.

    `rule`, `evidence`, `certainty` and `resp` say where the value comes from, as far as that is said; `note`
    what there is to doubt. `when` is what it is sorted by: the earliest day, month or year that it can mean.
    """

    file: str
    position: Position
    element: str
    words: str
    value: str
    when: str
    rule: str = ""
    evidence: str = ""
    certainty: str = ""
    resp: str = ""
    note: str = ""


def compact(attributes: Mapping[str, str], certainty: str) -> str:
    """The value that TEI attributes give (Guidelines 13.1.2), as it is written here."""
    value = attributes.get("when", "")
    if "from" in attributes or "to" in attributes:
        value = f"{attributes.get('from', '')}/{attributes.get('to', '')}"
    elif "notBefore" in attributes or "notAfter" in attributes:
        value = f"{attributes.get('notBefore', '')}..{attributes.get('notAfter', '')}"
    if not value:
        value = _UNKNOWN
    elif attributes.get("precision") == "low":
        value = f"~{value}"
    if "dur" in attributes:
        value += f" {attributes['dur']}"
    custom = attributes.get("when-custom") or "/".join(
        attributes[name] for name in ("from-custom", "to-custom") if name in attributes
    )
    if custom:
        calendar = attributes.get("calendar", "").lstrip("#")
        value += f" = {calendar} {custom}" if calendar else f" = {custom}"
    return f"{value}?" if certainty == "low" else value


def earliest(attributes: Mapping[str, str]) -> str:
    """The value that says where a date begins; empty where none does."""
    names = ("when", "from", "notBefore", "to", "notAfter")
    return next((attributes[name] for name in names if attributes.get(name)), "")


def chronological(entries: Iterable[Entry]) -> list[Entry]:
    """The entries in the order of time: a year before its months, these before their days; what has no year
    at the end. Those of one value stay in their order.
    """
    return sorted(entries, key=lambda entry: moment(entry.when))


def moment(value: str) -> tuple[bool, int, int, int, str]:
    """What a TEI value is sorted by: its year, month, day and time, those without a year last."""
    match = _DAY.match(value)
    if match is None:
        return True, 0, 0, 0, ""
    year, month, day = (int(match[name] or 0) for name in ("year", "month", "day"))
    return False, year, month, day, match["time"] or ""
