"""Times of day by a part of an hour before it or after it: "half-past four", "halb fünf Uhr", "½5 Uhr"."""

from __future__ import annotations

import re

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.readings.matched import Pieces
from edition.converter.forms.dates.readings.times_of_day import (
    flat,
    half_of_day,
    hour_of,
    of_day,
    of_either_half,
    read_time,
    time_of,
)
from edition.converter.forms.dates.signs import neighbours, surroundings

_HOUR, _TWELVE = 60, 12
_NEAR = 16  # characters on each side
_FRACTION = r"(?:[½¼¾]|\d/\d)"
# "4 1/2 o'clock", "½ past 4 o'clock", "3/4 auf 8 Uhr"; "10 h. 1/2".
_PART_BEFORE = re.compile(rf"(?:\d/|{_FRACTION}\s?|{_FRACTION}\s+[^\W\d_]+\s+)\Z")
_PART_AFTER = re.compile(rf"\s?{_FRACTION}")


def read_time_of_day(pieces: Pieces) -> Expression | None:
    """A time of day, also with the sign of a part of an hour before it: "½5 Uhr"."""
    at = neighbours.before(pieces.row, pieces.start)
    sign = pieces.row.word(at) if at >= 0 else ""
    minutes = pieces.lexicon.language.dates.hour_parts.get(sign) if sign and not sign.isalpha() else None
    if minutes is not None and ("hour" in pieces.text or "number" in pieces.text):
        return _from_hour(pieces._replace(start=at), minutes)
    return None if _has_part_of_hour(pieces) else read_time(pieces)


def _has_part_of_hour(pieces: Pieces) -> bool:
    """Whether a part of an hour beside a time, which its form does not read, makes it another."""
    row = pieces.row
    start, end = row.starts[pieces.start], row.starts[pieces.end]
    if _PART_BEFORE.search(row.text, max(0, start - _NEAR), start) or _PART_AFTER.match(row.text, end):
        return True
    after = row.text[end : end + _NEAR].lstrip()
    return after.startswith(pieces.lexicon.language.dates.hour_goes_on)


def read_part_of_hour(pieces: Pieces) -> Expression | None:
    """Some minutes from a full hour, after a word that says when, or with one that it is an hour."""
    said, parts = pieces.said(), pieces.lexicon.language.dates.hour_parts
    words = max((part for part in parts if flat(said).startswith(flat(part))), key=len, default="")
    placed = neighbours.plays_before("before_time", *pieces.opening)
    placed = placed or said.split()[0].lower() in pieces.lexicon.language.dates.hour_leads
    if "ordinal" in pieces.text and _names_something(pieces):
        return None  # "в половине десятого века"
    if not words or not (placed or not said.endswith(_last(pieces))):
        return None
    return _from_hour(pieces, parts[words])


def _last(pieces: Pieces) -> str:
    return pieces.text.get("hour") or pieces.text.get("ordinal") or pieces.text["number"]


def _names_something(pieces: Pieces) -> bool:
    """Whether a word follows to which an ordinal can belong."""
    if not pieces.said().endswith(_last(pieces)):
        return False
    word = neighbours.word_after(pieces.row, pieces.end)
    return word[:1].isalpha() and not surroundings.goes_on_without(word, pieces.lexicon.language)


def _from_hour(pieces: Pieces, minutes: int) -> Expression | None:
    """So many minutes from the hour that a match says, which is counted to twelve; but "halb drei der" what
    belongs to it is no time.
    """
    hour = hour_of(pieces)
    if not 0 < hour <= _TWELVE:
        return None
    if pieces.said().endswith(_last(pieces)) and neighbours.followed_by_of(*pieces.closing):
        return None
    half = half_of_day(pieces, flat(pieces.said()), hour)
    hours, minute = divmod((hour % _TWELVE * _HOUR + minutes) % (_TWELVE * _HOUR), _HOUR)
    timed = pieces._replace(form="time")
    if not half:
        return of_either_half(timed, hours, minute)
    return of_day(timed, time_of(hours + _TWELVE * (half == "pm"), minute))
