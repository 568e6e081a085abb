"""Signs of print inside running text: italics between underscores, words parted at the end of a line."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from edition.converter.forms.letters import LOWER, UPPER
from edition.model import Annotation, Block, Source, Span

_EMPHASIS = re.compile(
    r"(?<![\w_])_(?=[^\s_])[^_]{1,800}_(?![\w_])|(?<![\w=])=(?=[^\s=])[^=\n]{1,200}=(?![\w=])"
)
_REND = {"_": "italic", "=": "bold"}
_HYPHEN = re.compile(rf"(?<=[{LOWER}{UPPER}])-\n[ \t]*(?=[{LOWER}])")


def inline_marks(leaves: Sequence[Block], marks: Sequence[Annotation], source: Source) -> list[Annotation]:
    """`hi` for emphasised words and `pc` with `lb` for parted ones (Guidelines 3.3.2.2, 3.2.2).

    The signs stay in the text. What would cross one of `marks` is left alone, and what would hold a role:
    that stands in an item of a cast list only (Guidelines 7.1.4).
    """
    taken = sorted(mark.span for mark in marks if mark.span.start < mark.span.end)
    starts = [span.start for span in taken]
    text = source.text
    signs = tuple(sign for sign in _REND if sign in text)
    parted = "-\n" in text
    roles = sorted(mark.span for mark in marks if mark.element in ("role", "roleDesc"))
    found: list[Annotation] = []
    for leaf in leaves:
        if signs and any(text.find(sign, *leaf.span) >= 0 for sign in signs):
            for match in _EMPHASIS.finditer(text, leaf.span.start, leaf.span.end):
                span = Span(*match.span())
                if not _crosses(span, taken, starts) and not _holds(span, roles):
                    rend = _REND[match.group()[0]]
                    found.append(Annotation("hi", span, (("rend", rend),), "emphasis between signs"))
        if parted and text.find("-\n", *leaf.span) >= 0:
            found.extend(_parted(source, leaf))
    return found


def typeface(text: str) -> str | None:
    """What `rend` calls the typeface of words that stand between its signs as a whole ("_so_")."""
    return _REND[text[0]] if _EMPHASIS.fullmatch(text) else None


def _parted(source: Source, leaf: Block) -> Iterator[Annotation]:
    for match in _HYPHEN.finditer(source.text, leaf.span.start, leaf.span.end):
        hyphen = Span(match.start(), match.start() + 1)
        yield Annotation("pc", hyphen, (("force", "weak"),), "word parted at a line's end")
        yield Annotation(
            "lb", Span(match.end(), match.end()), (("break", "no"),), "word parted at a line's end"
        )


def _holds(span: Span, others: Sequence[Span]) -> bool:
    """Whether the first of `others` (in order) to begin in `span` ends in it too, and is not the same."""
    place = bisect_left(others, span.start, key=lambda other: other.start)
    return place < len(others) and others[place].end <= span.end and others[place] != span


def _crosses(span: Span, taken: Sequence[Span], starts: Sequence[int]) -> bool:
    """Whether a mark begins or ends in the middle of `span`, seen from the marks near it."""
    place = bisect_left(starts, span.start)
    for other in taken[max(place - 4, 0) : place]:
        if other.start < span.start < other.end < span.end:
            return True
    while place < len(taken) and taken[place].start < span.end:
        if taken[place].end > span.end and taken[place].start > span.start:
            return True
        place += 1
    return False
