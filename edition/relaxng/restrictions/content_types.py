"""Content types: what an element may hold beside data (RELAX NG specification, section 7.2)."""

from __future__ import annotations

from enum import IntEnum

from edition.relaxng.patterns import Kind, Pattern
from edition.relaxng.restrictions.report import Report
from edition.relaxng.restrictions.walking import JOINING, inside

_TOGETHER = {
    Kind.GROUP: "data stands in a group beside other data, text or elements; an element has data only or "
    "text and elements: put several data into a <list>, or write <text> for the data",
    Kind.INTERLEAVE: "data stands in <interleave> or <mixed> beside other data, text or elements; an element "
    "has data only or text and elements: write <text> for the data",
    Kind.MORE: "data is repeated, but nothing would part one from the next; put the repetition into a <list>",
}


class _Content(IntEnum):
    """The content types of section 7.2."""

    EMPTY = 0
    COMPLEX = 1
    DATA = 2


class ContentTypes:
    """The content types of patterns, each found once; what has none is reported."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._types: dict[int, _Content] = {}

    def of(self, pattern: Pattern) -> _Content:
        """The content type of a pattern, which is noted where it has none."""
        known = self._types.get(pattern.number)
        if known is None:
            known = self._types[pattern.number] = self._new(pattern)
        return known

    def _new(self, pattern: Pattern) -> _Content:
        kind = pattern.kind
        if kind in (Kind.DATA, Kind.VALUE, Kind.LIST):
            return _Content.DATA
        if kind in (Kind.TEXT, Kind.ELEMENT):
            return _Content.COMPLEX
        if kind not in JOINING:
            return _Content.EMPTY
        types = [self.of(part) for part in pattern.parts]
        if kind is Kind.MORE:
            types *= 2
        if kind is not Kind.CHOICE and _Content.DATA in types and min(types) is not _Content.EMPTY:
            self._report.add(_TOGETHER[kind], "7.2", _first_data(pattern))
        return max(types)


def _first_data(pattern: Pattern) -> Pattern | None:
    return next((one for one in inside(pattern, (Kind.DATA, Kind.VALUE)) if one.place), None)
