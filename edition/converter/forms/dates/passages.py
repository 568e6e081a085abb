"""The stretches of a text in which dates are looked for, and the dates with their values."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from edition.converter.forms.dates.expression import Anchor, Expression
from edition.converter.forms.dates.moment import Moment
from edition.converter.forms.dates.values import Attributes
from edition.model import Certainty

_PARAGRAPH = re.compile(r"\n\s*\n")
OVER_LETTER = "over"
"""The kind of a paragraph that says where and when what stands under it was written."""
LONGEST_HEAD = 80
"""Characters of a heading; longer ones are sentences."""


class Passage(NamedTuple):
    """A stretch of the text in which dates are looked for. Offsets count from the beginning of the text.

    `kind` is "head", "dateline", "over", "letter", "quote" or "text". A quotation counts by itself: passages
    of one have the same number in `quotation`, and in `written` the day on which it was written, if that is
    known.
    """

    start: int
    end: int
    kind: str = "text"
    quotation: int = -1
    written: Moment | None = None


class Dated(NamedTuple):
    """A calendar expression with its value: its offsets in the text, TEI element, attributes, and rule.

    `source` is the offset of the date from which year, month or day was taken; -1 where the expression says
    all. `certainty` is None where nothing was concluded.
    """

    start: int
    end: int
    element: str
    attributes: Attributes
    rule: str
    source: int = -1
    certainty: Certainty | None = None


def paragraphs(text: str) -> list[Passage]:
    """The paragraphs of a text, each with the blank line after it; the short ones are heads."""
    places = [0, *(match.end() for match in _PARAGRAPH.finditer(text)), len(text)]
    return [
        Passage(start, end, "head" if is_head(text[start:end].strip()) else "text")
        for start, end in pairwise(places)
    ]


def number_of(passages: Sequence[Passage], place: int) -> int:
    """The number of the passage in which an offset lies."""
    return max(bisect_right(passages, place, key=attrgetter("start")) - 1, 0)


def speaking_of_now(
    expressions: Iterable[Expression], passages: Sequence[Passage], text: str
) -> frozenset[int]:
    """The numbers of the passages that count a date from the day of writing ("yesterday", "last week"; but
    every history says "today").
    """
    return frozenset(number_of(passages, one.start) for one in expressions if speaks_of_now(one, text))


def speaks_of_now(one: Expression, text: str) -> bool:
    """Whether a date counts back from the day of writing. Histories have speeches of what is to come, and all
    texts say "today", or how long ago a day is: "on 20 July 1969 (57 years ago)".
    """
    relation = one.relation
    if relation is None or relation.anchor is not Anchor.WRITING:
        return False
    if text[one.start - 1 : one.start] == "(" and text[one.end : one.end + 1] == ")":
        return False
    return relation.amount < 0 or (relation.amount == 0 and relation.named is not None)


def is_head(text: str) -> bool:
    """Whether a paragraph is as short as a heading, and does not end as sentences do."""
    return 0 < len(text) < LONGEST_HEAD and "\n" not in text and text[-1] not in ".!?,;:"
