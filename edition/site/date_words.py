"""Dates as the language of an edition writes them, from the compact values of edition.chronology."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from edition.site.frame import year_words

_DAY = re.compile(r"(?P<year>-?\d{4,9})(-(?P<month>0[1-9]|1[0-2])(-(?P<day>0[1-9]|[12]\d|3[01]))?)?(T\S*)?")
_NO_YEAR = re.compile(r"(?P<year>)--(?P<month>0[1-9]|1[0-2])(-(?P<day>0[1-9]|[12]\d|3[01]))?")
_OUR_MONTHS = ("julian", "gregorian")  # calendars whose months have the names of ours
_LENGTH = re.compile(r" P\S*")


def in_words(value: str, language: str) -> str:
    """`value` in one of the languages of the interface: `1849-05-12` is 12 May 1849, `..1848` not after 1848.

    The length of a stretch and the time of day are left out. What is written in no known form stays as it is.
    """
    forms = _forms()[language]
    bare, _, custom = value.partition(" = ")
    doubtful = bare.endswith("?") or custom.endswith("?")
    bare = _LENGTH.sub("", bare.rstrip("?"))
    about = bare.startswith("~")
    said = _stretch(bare.removeprefix("~"), forms, language)
    if not said:
        return value
    if about:
        said = forms["about"].format(date=said)
    if custom:
        calendar, _, day = custom.rstrip("?").rpartition(" ")
        written = _one(day, forms, language) if calendar in _OUR_MONTHS else ""
        said += f" ({' '.join(filter(None, (calendar, written or day)))})"
    return f"{said} (?)" if doubtful else said


def _stretch(value: str, forms: Mapping[str, Any], language: str) -> str:
    """One day, or a stretch of time between two; empty where an end of it cannot be read."""
    sign = next((sign for sign in ("..", "/") if sign in value), "")
    ends = value.split(sign) if sign else [value]
    written = [_one(end, forms, language) if end else "" for end in ends]
    if len(ends) > 2 or any(end and not said for end, said in zip(ends, written, strict=True)):
        return ""
    if not sign:
        return written[0]
    first, last = written
    if sign == "/":
        return f"{first} – {last}".strip()
    if first and last:
        return str(forms["between"].format(first=first, last=last))
    return str(forms["not-before" if first else "not-after"].format(date=first or last))


def _one(value: str, forms: Mapping[str, Any], language: str) -> str:
    """A day, a month or a year, or a day or month of no year (`--05-12`); empty for what is none of them."""
    match = _DAY.fullmatch(value) or _NO_YEAR.fullmatch(value)
    if match is None:
        return ""
    year = year_words(match["year"], language) if match["year"] else ""
    if not match["month"]:
        return year
    month = forms["months"][int(match["month"]) - 1]
    if not match["day"]:
        return str(forms["month"].format(month=month, year=year) if year else month)
    day = forms["first-day"] if match["day"] == "01" else int(match["day"])
    return str(forms["day" if year else "day-of-month"].format(day=day, month=month, year=year))


@cache
def _forms() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("edition.site").joinpath("dates.toml").read_text(encoding="utf-8"))
