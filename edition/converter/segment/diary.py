"""Diaries: each entry, which its day begins, as a division with the day as its dateline (Guidelines 4.1).

Days are entries where several begin paragraphs of one division, and little stands between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Sized
from dataclasses import replace
from functools import cache

from edition.converter.forms.dates import Expression, find_expressions
from edition.converter.forms.dates.context import Passage
from edition.converter.forms.dates.diary import ENTRY, entries
from edition.converter.forms.dates.diary_days import with_diary_days
from edition.converter.forms.dates.lexicon import spellings
from edition.converter.forms.dates.moment import Unit
from edition.converter.languages import Language
from edition.converter.segment.lines import Stanza
from edition.model import Block, Certainty, Source, Span, spanning

RULE = "entry of a diary"
_OUTER = frozenset({"division", "front", "back"})
_BEGIN = frozenset({"paragraph", "dateline"})
_READ = frozenset({"paragraph", "head", "dateline"})
_MONTH = 30  # characters of a line that is only a month
_YEAR = re.compile(r"\d{4}")
_FOOT = frozenset({"closer", "trailer", "postscript"})
_LOOKED_AT = 60  # characters of a paragraph in which its day stands
_FEWEST = 3
_SHARE = 0.3  # of the paragraphs
_AFTER = re.compile(r"[\s.,;:—–_*\]/-]*")
_STOPS = re.compile(r"[.,:;\]_*/)]*(?:\s?(?:--|[—–]))?")


def with_entries(blocks: Sequence[Block], source: Source, language: Language) -> tuple[Block, ...]:
    """The blocks, those of each entry of a diary in a division, and those under a month in one more."""
    divided = tuple(
        replace(block, children=with_entries(block.children, source, language))
        if block.kind in _OUTER and block.children
        else block
        for block in blocks
    )
    days, months = _days_and_months(divided, source, language)
    paragraphs = sum(block.kind == "paragraph" for block in divided)
    if not _are_many(days, paragraphs):
        return divided
    days = _with_first(days, divided, source, language)
    starts = list(days)
    last = len(divided)
    while last > starts[-1] + 1 and divided[last - 1].kind in _FOOT:
        last -= 1
    months = _headed(months, starts, divided)
    result: list[Block] = list(divided[: min(months | {starts[0]})])
    month: list[Block] = []
    edges = sorted({*starts, *months})
    for place, stop in zip(edges, [*edges[1:], last], strict=True):
        if place in months:
            result += _division(month)
            month = [replace(divided[place], kind="head", rule=RULE, certainty=Certainty.MEDIUM)]
            continue
        inner = (*_opened(divided[place], days[place], source), *divided[place + 1 : stop])
        (month or result).append(_entry(inner))
    return (*result, *_division(month), *divided[last:])


def is_diary(stanzas: Sequence[Stanza], source: Source, language: Language) -> bool:
    """Whether stanzas are the paragraphs of a diary, where each entry begins with its day."""
    paragraphs = [Block("paragraph", stanza.span) for stanza in stanzas]
    days, _ = _days_and_months(paragraphs, source, language)
    return _are_many(days, len(paragraphs))


def _are_many(days: Sized, paragraphs: int) -> bool:
    return len(days) >= _FEWEST and len(days) >= _SHARE * paragraphs


def _days_and_months(
    blocks: Sequence[Block], source: Source, language: Language
) -> tuple[dict[int, list[Expression]], set[int]]:
    """The places of the paragraphs that begin an entry, each with its days, and of the blocks that are only a
    month over such.
    """
    found = {
        place: said
        for place, block in enumerate(blocks)
        if block.kind in _BEGIN and (said := _days(block, source, language))
    }
    by_start = {block.span.start: place for place, block in enumerate(blocks) if block.kind in _READ}
    if not found and len(by_start) < _FEWEST:
        return {}, set()
    starts = sorted(by_start)
    passages = [Passage(start, blocks[by_start[start]].span.end, "text") for start in starts]
    written = [
        one
        for place, block in enumerate(blocks)
        for one in found.get(place, [])[:1] or _month(block, source, language)
    ]
    expressions = with_diary_days(written, passages, source.text, language)
    begun = entries(expressions, passages, source.text)
    days: dict[int, list[Expression]] = {}
    months: set[int] = set()
    for one in expressions:
        place = by_start[starts[bisect_right(starts, one.start) - 1]]
        if one.first.unit is Unit.MONTH:
            months.add(place)
            continue
        first = [one, *found.get(place, [])[1:]]
        if (
            one.start in begun
            and blocks[place].kind == "paragraph"
            and _goes_on(first, blocks[place], source)
        ):
            days.setdefault(place, first)
    return days, months


def _headed(months: set[int], starts: Sequence[int], blocks: Sequence[Block]) -> set[int]:
    """The months right over an entry; a heading is one only where there are others."""
    over = {place for place in months if place + 1 in starts}
    return over if len(over) > 1 else {place for place in over if blocks[place].kind == "paragraph"}


def _month(block: Block, source: Source, language: Language) -> list[Expression]:
    """The month with its year that a short block begins with."""
    start, end = block.span
    if block.kind not in _READ or end - start > _MONTH or _YEAR.search(source.text, start, end) is None:
        return []
    found = find_expressions(source.text[start:end], language)[:1]
    return [one.moved(start) for one in found if one.first.unit is Unit.MONTH]


@cache
def _opening(language: Language) -> re.Pattern[str]:
    """Figures within the first words, or a weekday, with which an entry may begin."""
    weekdays = {
        spelling for names in language.dates.weekdays for name in names for spelling in spellings(name)
    }
    word = r"[^\W\d_]{1,14}[.,]?\s"
    figure = rf"\d|{word}(?:the\s)?(?:{word})?\d"
    return re.compile(rf"[_*\[/]{{0,2}}(?:{figure}|(?:{'|'.join(sorted(weekdays)) or '(?!)'})(?!\w))")


def _days(block: Block, source: Source, language: Language) -> list[Expression]:
    """The day with which a paragraph begins, and what is said of it right after: the weekday."""
    start, end = block.span
    if _opening(language).match(source.text, start, end) is None:
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
    days: dict[int, list[Expression]], blocks: Sequence[Block], source: Source, language: Language
) -> dict[int, list[Expression]]:
    """The days of the entries, with a first whose day, on a line of its own, was taken for a heading or for
    the dateline of the whole.
    """
    place = next((at for at in range(min(days) - 1, -1, -1) if blocks[at].kind != "paragraph"), -1)
    if place < 0 or blocks[place].kind not in ("head", "dateline"):
        return days
    day = _days(blocks[place], source, language)
    titled = blocks[place].kind == "head" and bool(day) and day[0].first.year is not None
    if not day or titled or day[-1].end < blocks[place].span.end:
        return days
    return {place: day} | days


def _goes_on(days: Sequence[Expression], block: Block, source: Source) -> bool:
    """Whether what follows the day begins as a sentence does, or nothing does: "5 May was cold" is one."""
    after = _AFTER.match(source.text, days[-1].end, block.span.end)
    assert after is not None
    following = source.text[after.end() : block.span.end][:1]
    in_figures = days[-1].rule == ENTRY and days[-1].first.number is not None
    stopped = after.group().strip() or source.text[days[-1].end - 1] == "." or in_figures
    return bool(stopped) or not following


def _opened(block: Block, days: Sequence[Expression], source: Source) -> tuple[Block, ...]:
    """The day as a dateline, and the rest of the paragraph."""
    start, end = block.span
    stops = _STOPS.match(source.text, days[-1].end, end)
    edge = stops.end() if stops is not None else days[-1].end
    rest = source.text[edge:end]
    begin = edge + len(rest) - len(rest.lstrip())
    dateline = Block("dateline", Span(start, edge), rule=RULE, certainty=Certainty.MEDIUM)
    return (dateline, replace(block, span=Span(begin, end))) if rest.strip() else (dateline,)


def _division(month: Sequence[Block]) -> tuple[Block, ...]:
    """The division of a month, if there is one."""
    return (spanning("division", tuple(month), rule=RULE),) if month else ()


def _entry(inner: tuple[Block, ...]) -> Block:
    return spanning("division", inner, rule=RULE, attributes=(("type", "entry"),))
