"""Numbers of sections that look like days in figures: "2.1.22" and "2.1.23" at the beginnings of lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from edition.converter.forms.dates.expression import Expression

_NUMBER = re.compile(r"(\d{1,2}\.\d{1,2})\.(\d\d)")


def without_section_numbers(expressions: Sequence[Expression], text: str) -> Sequence[Expression]:
    """Expressions in order, without those at beginnings of lines that count on by one in their last part, as
    sections do: no two days are a year apart so often.
    """
    numbers = [(one, said) for one in expressions if (said := _number(one, text)) is not None]
    sections = {
        one.start
        for (first, (part, count)), (second, (other, then)) in pairwise(numbers)
        if part == other and then == count + 1
        for one in (first, second)
    }
    return [one for one in expressions if one.start not in sections] if sections else expressions


def _number(one: Expression, text: str) -> tuple[str, int] | None:
    """What a day in figures is as the number of a section, if it stands first on its line."""
    if not one.century_unsaid:
        return None
    match = _NUMBER.fullmatch(text, one.start, one.end)
    line = text[text.rfind("\n", 0, one.start) + 1 : one.start]
    return (match[1], int(match[2])) if match is not None and not line.strip() else None
