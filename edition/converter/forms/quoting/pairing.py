"""Which marks belong together: what stands in quotation marks in a paragraph, and what goes on in the next.

A mark without its other half swallows nothing. A paragraph that opens and does not close goes on where the
next begins with the same mark (Chicago Manual 13.32: each paragraph opens, only the last closes).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.forms.quoting.marks import Mark, Usage, is_single, marks_in

_LATER = re.compile(r"[.,!?…;:][’'](?!\w)")
_DEEPEST = 6  # quotations in one another
_FARTHEST = 600  # characters in which a single mark closes


class Quoted(NamedTuple):
    """Words in quotation marks between two offsets, the marks included; `inner` bounds are those of the
    words.

    `depth` counts the quotations around it. `open` says that no mark closes it in this paragraph.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    sign: str
    depth: int = 0
    open: bool = False


class Paragraph(NamedTuple):
    """What stands in marks in one paragraph, the outer before the inner; and the marks without another
    half.
    """

    quoted: tuple[Quoted, ...]
    unbalanced: tuple[int, ...] = ()


def quoted_in(text: str, start: int, end: int, used: Usage, elisions: frozenset[str]) -> Paragraph:
    """What stands in quotation marks between two offsets of `text`: a paragraph."""
    found: list[Quoted] = []
    stack: list[Mark] = []
    lost: list[int] = []
    for mark in marks_in(text, start, end, used, elisions):
        place = _opened(stack, mark, used) if mark.closes else -1
        if place >= 0 and is_single(mark.sign) and _is_possessive(text, mark, end):
            continue
        if place >= 0 and not (mark.opens and _reopens(text, stack[place], mark)):
            opener = stack[place]
            lost.extend(dropped.start for dropped in stack[place + 1 :] if not is_single(dropped.sign))
            del stack[place:]
            found.append(Quoted(opener.start, mark.end, opener.end, mark.start, opener.sign))
        elif mark.opens:
            if stack and stack[-1].sign == mark.sign and _at_line_start(text, mark.start, start):
                continue  # printed again at the beginning of each line
            stack.append(mark)
        elif not is_single(mark.sign):
            lost.append(mark.start)
    left = [mark for mark in stack if not is_single(mark.sign)]
    if left and not any(q.sign == left[0].sign and q.start > left[0].start for q in found):
        first = left.pop(0)
        tail = len(text[first.end : end].rstrip()) + first.end
        found.append(Quoted(first.start, tail, first.end, tail, first.sign, open=True))
    lost.extend(mark.start for mark in left)
    return Paragraph(nested(found), tuple(sorted(lost)))


def _opened(stack: list[Mark], mark: Mark, used: Usage) -> int:
    """Place in the stack of the mark that this one closes, -1 if none."""
    for place in range(len(stack) - 1, max(-1, len(stack) - 1 - 2 * _DEEPEST), -1):
        opener = stack[place]
        if used.closes(opener.sign, mark.sign):
            return -1 if is_single(opener.sign) and mark.start - opener.start > _FARTHEST else place
        if not is_single(opener.sign) and is_single(mark.sign):
            return -1  # an apostrophe inside
    return -1


def _reopens(text: str, opener: Mark, mark: Mark) -> bool:
    """Whether a mark that could close stands before a word, after a blank: the first was never closed."""
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    return before.isspace() and after.isalnum() and opener.sign == mark.sign


def _is_possessive(text: str, mark: Mark, end: int) -> bool:
    """Whether a mark after a plural ("the boys' books") is more likely its ending."""
    if text[mark.start - 1].lower() != "s" or text[mark.end : mark.end + 1] != " ":
        return False
    return text[mark.end + 1 : mark.end + 2].islower() and (
        _LATER.search(text, mark.end, min(end, mark.end + _FARTHEST)) is not None
    )


def _at_line_start(text: str, at: int, start: int) -> bool:
    line = text.rfind("\n", start, at)
    return line >= 0 and not text[line + 1 : at].strip()


def nested(found: Sequence[Quoted]) -> tuple[Quoted, ...]:
    """In the order of the text with their depths; of two that cross, the first stays."""
    kept: list[Quoted] = []
    around: list[Quoted] = []
    for quoted in sorted(found, key=lambda q: (q.start, -q.end)):
        while around and around[-1].end <= quoted.start:
            around.pop()
        if len(around) == _DEEPEST or (around and quoted.end > around[-1].end):
            continue
        kept.append(quoted._replace(depth=len(around)))
        around.append(quoted)
    return tuple(kept)
