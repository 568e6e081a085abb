"""Letters quoted in a paragraph of their own, which begin with their place and day: "Leeds, May 3,
1779. Sir, I was told". Their days count from the day of the letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.passages import Passage, number_of
from edition.converter.forms.letters import UPPER

_NAME = rf"[{UPPER}][\w'’.-]{{1,20}}"
_LEAD = re.compile(rf"[\"“„»«‘]\s?[_*\[]{{0,2}}(?:{_NAME}(?: {_NAME}){{0,2}}[,.:] (?:[a-z]{{1,3}} )?)?")
_SET_OFF = re.compile(r"[_*\]]{0,2}[.:;,]?[_*\]]{0,2}\s?(?:[—–-]|[\"“„»«‘]?[^\W\d_])")
_STOPS = frozenset(".:;—–-")
_CLOSES = frozenset('"”“«»’')


def with_quoted_letters(
    passages: Sequence[Passage], expressions: Iterable[Expression], text: str
) -> list[Passage]:
    """The passages, those of such letters told to be quotations that were written on their day. Both are in
    the order of the text.
    """
    found = list(passages)
    for one in expressions:
        if not one.absolute or one.last is not None or one.first.unit is not Unit.DAY:
            continue
        number = number_of(found, one.start)
        if found[number].quotation < 0 and _begins_letter(text, found[number], one):
            _quote(found, number, one.first, text)
    return found


def _begins_letter(text: str, passage: Passage, one: Expression) -> bool:
    """Whether a day with at most its place before it, and a stop after it, opens a quotation."""
    if _LEAD.fullmatch(text, passage.start, one.start) is None:
        return False
    stopped = text[one.end : one.end + 3].lstrip("_*]")[:1] in _STOPS or text[one.end - 1] == "."
    return stopped and _SET_OFF.match(text, one.end, passage.end) is not None


def _quote(passages: list[Passage], number: int, day: Moment, text: str) -> None:
    """Let a passage be the quotation of a letter of a day, with those after it that open as it does, until
    one closes.
    """
    quotation = len(text) + passages[number].start  # no number of a block
    opening = text[passages[number].start]
    while number < len(passages) and text[passages[number].start] == opening:
        one = passages[number]
        passages[number] = one._replace(kind="quote", quotation=quotation, written=day)
        if text[one.start : one.end].rstrip()[-1:] in _CLOSES:
            break
        number += 1
