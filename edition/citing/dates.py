"""Dates as citations write them: whole and partial, about, between, and before our era."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

_VALUE = re.compile(r"(?P<year>-?\d{4,})(-(?P<month>0[1-9]|1[0-2])(-(?P<day>0[1-9]|[12]\d|3[01]))?)?(T.*)?")


@dataclass(frozen=True, slots=True)
class Date:
    """The day, month or year of a text as TEI values (att.datable); `words` are those of the document.

    A `first` and a `last` are the ends of a stretch of time if `lasting`, else the bounds of a day unknown;
    `circa` says that the date is about right.
    """

    first: str = ""
    last: str = ""
    lasting: bool = False
    circa: bool = False
    words: str = ""

    def __bool__(self) -> bool:
        return bool(self.first or self.last)

    @property
    def value(self) -> str:
        """The one value there is, or the earlier."""
        return self.first or self.last

    @property
    def single(self) -> bool:
        """Whether it is one day, month or year."""
        return self.first == self.last


def date_of(element: etree._Element) -> Date:
    """The date that the attributes of an element say (TEI Guidelines, 3.6.4 and 14.4); an empty one for none.

    Times of day are left out, and so is what has no year.
    """
    words = " ".join("".join(map(str, element.itertext())).split())
    circa = any((element.get(name) or "") in ("low", "medium") for name in ("cert", "precision"))
    circa = circa or element.find("{*}precision") is not None
    pairs: tuple[tuple[str, str], ...] = (("when", "when"), ("from", "to"), ("notBefore", "notAfter"))
    for names in pairs:
        first, last = (
            next((value for suffix in ("", "-iso") if (value := _day(element.get(f"{name}{suffix}")))), "")
            for name in names
        )
        if first or last:
            return Date(first, last, names[0] == "from", circa, words)
    return Date()


def _day(value: str | None) -> str:
    match = _VALUE.fullmatch((value or "").strip())
    return match[0].partition("T")[0] if match else ""


def written(date: Date, style: Mapping[str, Any], months: list[str]) -> str:
    """A date in a style of styles.toml; empty for an empty one."""
    if not date:
        return ""
    first, last = (_one(value, style, months) if value else "" for value in (date.first, date.last))
    if date.single:
        said = first
    elif first and last:
        said = f"{first}–{last}" if date.lasting else f"between {first} and {last}"
    elif date.lasting:
        said = f"{first}–" if first else f"–{last}"
    else:
        said = f"after {first}" if first else f"before {last}"
    return str(style["circa"]).format(date=said) if date.circa else said


def _one(value: str, style: Mapping[str, Any], months: list[str]) -> str:
    match = _VALUE.fullmatch(value)
    assert match is not None
    year = int(match["year"])
    said = str(year) if year > 0 else f"{1 - year} BCE"
    if not match["month"]:
        return said
    month = (style["short"] or months)[int(match["month"]) - 1]
    if not match["day"]:
        return str(style["month"]).format(month=month, year=said)
    return str(style["day"]).format(month=month, year=said, day=int(match["day"]))


def date_parts(value: str) -> list[int]:
    """Year, month and day in numbers, as CSL-JSON has them: no year 0, years before our era below it."""
    match = _VALUE.fullmatch(value)
    if match is None:
        return []
    year = int(match["year"])
    rest = [int(match[part]) for part in ("month", "day") if match[part]]
    return [year if year > 0 else year - 1, *rest]
