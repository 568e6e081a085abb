"""Diaries: each entry, which its day begins, as a division with the day as its dateline (Guidelines 4.1).

Days are entries where several begin paragraphs of one division, and little stands between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from edition.converter.forms.dates import Expression, find_expressions
from edition.converter.forms.dates.context import Passage
from edition.converter.forms.dates.diary import entries
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.numbered_days import with_numbered_days
from edition.converter.languages import Language
from edition.model import Block, Certainty, Source, Span, spanning

RULE = "entry of a diary"
_OUTER = frozenset({"division", "front", "back"})
_FOOT = frozenset({"closer", "trailer", "postscript"})
_LOOKED_AT = 60  # characters of a paragraph in which its day stands
_FEWEST = 3
_SHARE = 0.3  # of the paragraphs
_FIGURE = re.compile(r"[_*\[/]{0,2}(?:\d|[^\W\d_]{1,14}[.,]?\s(?:the\s)?(?:[^\W\d_]{1,14}[.,]?\s)?\d)")
_AFTER = re.compile(r"[\s.,;:—–_*\]/-]*")
_STOPS = re.compile(r"[.,:;\]_*/)]*(?:\s?(?:--|[—–]))?")


def with_entries(blocks: Sequence[Block], source: Source, language: Language) -> tuple[Block, ...]:
    """The blocks, those of each entry of a diary in a division."""
    divided = [
        replace(block, children=with_entries(block.children, source, language))
        if block.kind in _OUTER and block.children
        else block
        for block in blocks
    ]
    found = {place: days for place, block in enumerate(divided) if (days := _days(block, source, language))}
    if not found:
        return tuple(divided)
    paragraphs = {place: block for place, block in enumerate(divided) if block.kind == "paragraph"}
    passages = [Passage(block.span.start, block.span.end, "text") for block in paragraphs.values()]
    first = with_numbered_days([days[0] for days in found.values()], passages, source.text)
    found = _by_place(first, found, paragraphs)
    if len(found) < _FEWEST:
        return tuple(divided)
    begun = entries(first, passages, source.text)
    starts = [
        place
        for place, days in found.items()
        if days[0].start in begun and _goes_on(days, divided[place], source)
    ]
    if len(starts) < _FEWEST or len(starts) < _SHARE * len(paragraphs):
        return tuple(divided)
    starts, found = _with_first(starts, found, divided, source, language)
    last = len(divided)
    while last > starts[-1] + 1 and divided[last - 1].kind in _FOOT:
        last -= 1
    result = divided[: starts[0]]
    for place, stop in zip(starts, [*starts[1:], last], strict=True):
        inner = (*_opened(divided[place], found[place], source), *divided[place + 1 : stop])
        result.append(_entry(inner))
    return (*result, *divided[last:])


def _by_place(
    first: Sequence[Expression], found: dict[int, list[Expression]], paragraphs: Mapping[int, Block]
) -> dict[int, list[Expression]]:
    """The days of the paragraphs by their place: those that were found, and those that are only numbers."""
    by_start = {paragraph.span.start: place for place, paragraph in paragraphs.items()}
    starts = sorted(by_start)
    for one in first:
        place = by_start[starts[bisect_right(starts, one.start) - 1]]
        found.setdefault(place, [one])
    return dict(sorted(found.items()))


def _days(block: Block, source: Source, language: Language) -> list[Expression]:
    """The day with which a paragraph begins, and what is said of it right after: the weekday."""
    start, end = block.span
    if block.kind != "paragraph" or _FIGURE.match(source.text, start, end) is None:
        return []
    words = source.text[start : min(end, start + _LOOKED_AT)]
    found = [one.moved(start) for one in find_expressions(words, language)]
    begin = start + len(words) - len(words.lstrip("_*/["))
    if not found or found[0].start != begin or found[0].first.unit is not Unit.DAY:
        return []
    days = found[:1]
    for one in found[1:]:
        between = source.text[days[-1].end : one.start]
        named = one.first.weekday is not None and one.first.day is None
        if not named or _AFTER.fullmatch(between) is None:
            break
        days.append(one)
    return days


def _with_first(
    starts: list[int],
    found: dict[int, list[Expression]],
    blocks: Sequence[Block],
    source: Source,
    language: Language,
) -> tuple[list[int], dict[int, list[Expression]]]:
    """The entries and their days, with a first whose day, on a line of its own, was taken for a heading."""
    place = next((at for at in range(starts[0] - 1, -1, -1) if blocks[at].kind != "paragraph"), -1)
    if place < 0 or blocks[place].kind != "head":
        return starts, found
    day = _days(replace(blocks[place], kind="paragraph"), source, language)
    if not day or day[-1].end < blocks[place].span.end or day[0].first.year is not None:
        return starts, found
    return [place, *starts], found | {place: day}


def _goes_on(days: Sequence[Expression], block: Block, source: Source) -> bool:
    """Whether what follows the day begins as a sentence does, or nothing does: "5 May was cold" is one."""
    after = _AFTER.match(source.text, days[-1].end, block.span.end)
    assert after is not None
    following = source.text[after.end() : block.span.end][:1]
    return bool(after.group().strip()) or not following


def _opened(block: Block, days: Sequence[Expression], source: Source) -> tuple[Block, ...]:
    """The day as a dateline, and the rest of the paragraph."""
    start, end = block.span
    stops = _STOPS.match(source.text, days[-1].end, end)
    edge = stops.end() if stops is not None else days[-1].end
    rest = source.text[edge:end]
    begin = edge + len(rest) - len(rest.lstrip())
    dateline = Block("dateline", Span(start, edge), rule=RULE, certainty=Certainty.MEDIUM)
    return (dateline, replace(block, span=Span(begin, end))) if rest.strip() else (dateline,)


def _entry(inner: tuple[Block, ...]) -> Block:
    return spanning("division", inner, rule=RULE, attributes=(("type", "entry"),))
