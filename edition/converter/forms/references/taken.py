"""What in a reference is told by its own form: addresses, titles in marks, dates, years."""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.converter.forms.dates import find_dates
from edition.converter.forms.letters import QUOTE_PAIRS
from edition.converter.forms.references.addresses import Address, find_addresses
from edition.converter.forms.references.piece import ADDRESS, DATE, ITALIC, QUOTED
from edition.converter.languages import Language

YEAR = re.compile(r"(?<![\w/.:-])(?:1[4-9]|20)\d\d(?:\s?[-–/]\s?(?:\d\d|\d{4}))?[a-z]?(?![\w/])(?!\.\d)")
_OPENING = re.compile(rf"[_{re.escape(''.join(QUOTE_PAIRS))}']")
_FIGURES = re.compile(r"[\d\s–-]+")
_LONGEST = 400  # characters in quotation marks or italics


class Found(NamedTuple):
    """A stretch that shows by itself what it is, as a piece will have it."""

    start: int
    end: int
    kind: str
    detail: str = ""
    attributes: tuple[tuple[str, str], ...] = ()


def taken(text: str, language: Language) -> list[Found]:
    """What is told by its own form: addresses, titles in marks, dates, years; apart, in order."""
    found = [Found(a.start, a.end, ADDRESS, *_address(a)) for a in find_addresses(text)]
    found += _titles_in_marks(text, found)
    dates = [Found(d.start, d.end, DATE, "day", d.attributes) for d in find_dates(text, language)]
    found += [d for d in dates if not _crosses(d, found) and not _FIGURES.fullmatch(text, d.start, d.end)]
    for match in YEAR.finditer(text):
        value = _year_value(match.group())
        kind = "range" if len(value) > 1 and len(match.group()) > 5 else ""
        year = Found(match.start(), match.end(), DATE, kind, value)
        if len(value) == 1 and (whole := _year_first(text, year, found)):
            found.remove(whole)
            rest = dict(whole.attributes)["when"].lstrip("-")
            when = (("when", f"{value[0][1]}-{rest}"),)
            found.append(Found(year.start, whole.end, DATE, "day", when))
            continue
        if not _crosses(year, found):
            found.append(year)
    return sorted(found)


def _address(address: Address) -> tuple[str, tuple[tuple[str, str], ...]]:
    return address.type, (("value", address.value),)


def _year_value(words: str) -> tuple[tuple[str, str], ...]:
    first = words[:4]
    last = words[4:].strip(" -–/").rstrip("abcdefghijklmnopqrstuvwxyz")
    if not last:
        return (("when", first),)
    last = first[: 4 - len(last)] + last
    return (("from", first), ("to", last)) if first < last else (("when", first),)


def _year_first(text: str, year: Found, found: list[Found]) -> Found | None:
    """The month, or day, that stands right after a year ("2002 Jul 25")."""
    for one in found:
        if one.kind == DATE and 0 < one.start - year.end < 3 and not text[year.end : one.start].strip():
            when = dict(one.attributes).get("when", "")
            return one if when.startswith("--") else None
    return None


def _crosses(one: Found, others: list[Found]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)


def _titles_in_marks(text: str, others: list[Found]) -> list[Found]:
    """Stretches in quotation marks or between the signs of italics."""
    found: list[Found] = []
    place = 0
    while (opening := _OPENING.search(text, place)) is not None:
        place = opening.start()
        sign = text[place]
        closers = sign if sign in "_'" else QUOTE_PAIRS.get(sign)
        if closers is None or (place and text[place - 1].isalnum()):
            place += 1
            continue
        end = _closing(text, place, closers)
        if end is None:
            place += 1
            continue
        if sign == "_":
            one = Found(place, end + 1, ITALIC)
        else:
            inner = text[place + 1 : end]
            start = place + 1 + len(inner) - len(inner.lstrip())
            one = Found(start, start + len(inner.strip().rstrip(",.").rstrip()), QUOTED)
        if one.end > one.start and not _crosses(one, others):
            found.append(one)
        place = end + 1
    return found


def _closing(text: str, start: int, closers: str) -> int | None:
    limit = min(len(text), start + _LONGEST)
    fallback = None
    for place in range(start + 2, limit):
        if text[place] in closers:
            if text[place + 1 : place + 2].isalnum() and not (
                closers == '"' and text[:place].rstrip()[-1:] in (",", ".")
            ):
                continue
            if (
                closers[0] not in "’'"
                or text[place - 1] in ",.!?"
                or text[place + 1 : place + 2] in ("", ",", ".", ")", ";", ":")
            ):
                return place
            fallback = place if fallback is None else fallback
    return fallback
