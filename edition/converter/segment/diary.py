"""Diaries: each entry, which its day begins, as a division with the day as its dateline (Guidelines 4.1).

Days are entries where several begin paragraphs of one division, and little stands between them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence, Sized
from dataclasses import replace
from functools import cache, partial

from edition.converter.forms.dates import Expression, find_expressions
from edition.converter.forms.dates.context import Passage
from edition.converter.forms.dates.expression import ENTRY
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.signs.lexicon import spellings
from edition.converter.forms.dates.telling.diary import (
    after_place,
    ends_line,
    entries,
    has_short_weekday,
)
from edition.converter.forms.dates.telling.diary_days import with_diary_days
from edition.converter.forms.dates.telling.feast_days import feast_beginning, feast_days
from edition.converter.languages import Language
from edition.converter.segment.diary_divisions import RULE, Level, divided
from edition.converter.segment.diary_lines import entry_lines
from edition.converter.segment.lines import Stanza
from edition.model import Block, Certainty, Source, Span

_OUTER = frozenset({"division", "front", "back"})
_BEGIN = frozenset({"paragraph", "dateline"})
_READ = frozenset({"paragraph", "head", "dateline"})
_MONTH = 30  # characters of a line that is only a month
_YEAR = re.compile(r"\d{4}")
_YEAR_ALONE = re.compile(r"[_*\[]{0,2}(?:1\d|20)\d\d[_*\].:]{0,3}")
_FOOT = frozenset({"closer", "trailer", "postscript"})
_LOOKED_AT = 60  # characters of a paragraph in which its day stands
_FEWEST = 3
_SENTENCE_ENDS = (".", "!", "?", ":", ";", ",")
_SHARE = 0.3  # of the paragraphs
_AFTER = re.compile(r"[\s.,;:—–_*\[\]()/-]*")
_STOPS = re.compile(r"[.,:;\]_*/)]*(?:\s?(?:--|[—–]))?")


def with_entries(blocks: Sequence[Block], source: Source, language: Language) -> tuple[Block, ...]:
    """The blocks, those of each entry of a diary in a division, and those under a month in one more."""
    blocks = tuple(
        replace(block, children=with_entries(block.children, source, language))
        if block.kind in _OUTER and block.children
        else block
        for block in entry_lines(blocks, source, partial(_begun_by, source=source, language=language))
    )
    days, months = _days_and_months(blocks, source, language)
    paragraphs = sum(block.kind == "paragraph" for block in blocks)
    if not _are_many(days, paragraphs):
        return blocks
    if min(days) and (title := _titled(blocks[0], source, language)):
        blocks = (*title, *blocks[1:])
        days, months = _days_and_months(blocks, source, language)
    days = _with_first(days, blocks, source, language)
    starts = list(days)
    last = len(blocks)
    while last > starts[-1] + 1 and blocks[last - 1].kind in _FOOT:
        last -= 1
    opened = {place: _opened(blocks[place], said, source) for place, said in days.items()}
    return (*divided(blocks, opened, _headings(months, starts, blocks, source), last), *blocks[last:])


def _begun_by(blocks: Sequence[Block], source: Source, language: Language) -> list[int]:
    """The places of the blocks that begin an entry."""
    if not any(_opening(language).match(source.text, *block.span) for block in blocks):
        return []
    return sorted(_days_and_months(blocks, source, language)[0])


def has_entry_lines(stanza: Stanza, source: Source, language: Language) -> bool:
    """Whether lines of a stanza, from its first on, begin entries of a diary."""
    if len(stanza.lines) < _FEWEST:
        return False
    lines = [Block("paragraph", line.span) for line in stanza.lines]
    begun = _begun_by(lines, source, language)
    return begun[:1] == [0] and _are_many(begun, len(lines))


def is_diary(stanzas: Sequence[Stanza], source: Source, language: Language) -> bool:
    """Whether stanzas are the paragraphs of a diary, where each entry begins with its day."""
    paragraphs = [Block("paragraph", stanza.span) for stanza in stanzas]
    days, _ = _days_and_months(paragraphs, source, language)
    return _are_many(days, len(paragraphs))


def is_diary_from(stanzas: Sequence[Stanza], source: Source, language: Language) -> bool:
    """Whether the first lines of a diary have its title and its first day, from which its entries go on. A
    newspaper has its own day there, and then tells of the days before.
    """
    if _is_of_lines(stanzas, source, language):
        return True
    if not is_diary(stanzas, source, language):
        return False
    paragraphs = [Block("paragraph", stanza.span) for stanza in stanzas]
    days, _ = _days_and_months(paragraphs, source, language)
    if all(said[0].start > paragraphs[place].span.start + 1 for place, said in days.items()):
        return False  # each has its place, as the reports of a paper have
    titled = source.text[stanzas[0].span.start : paragraphs[min(days)].span.start]
    own = [one.first for one in find_expressions(titled, language) if one.absolute and one.last is None]
    first = next(iter(days.values()))[0].first
    if not own or own[-1].unit is not Unit.DAY:
        return bool(min(days))
    begin = own[-1].first()
    number, day = first.number or begin[1], first.day or begin[2]
    return (first.year or begin[0], number, day) >= begin


def _is_of_lines(stanzas: Sequence[Stanza], source: Source, language: Language) -> bool:
    """Whether most lines begin entries that stand on lines of their own, and none before them has a day."""
    paragraphs = [Block("paragraph", stanza.span) for stanza in stanzas]
    parted = entry_lines(paragraphs, source, partial(_begun_by, source=source, language=language))
    if len(parted) == len(paragraphs):
        return False
    days = _begun_by(parted, source, language)
    if 2 * len(days) < len(parted):
        return False
    titled = source.text[stanzas[0].span.start : parted[days[0]].span.start]
    return all(one.first.unit is not Unit.DAY for one in find_expressions(titled, language))


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


def _headings(
    months: set[int], starts: Sequence[int], blocks: Sequence[Block], source: Source
) -> dict[int, Level]:
    """The months right over an entry, and the years right over an entry or such a month; a heading or a
    dateline is one only where there are others.
    """
    over_entry = {place for place in months if place + 1 in starts}
    years = {place for place, block in enumerate(blocks) if block.kind in _READ and _is_year(block, source)}
    over = {place for place in years if place + 1 in {*starts, *over_entry}}
    found: dict[int, Level] = {}
    for level, places in ((Level.YEAR, over), (Level.MONTH, over_entry)):
        found |= {p: level for p in places if len(places) > 1 or blocks[p].kind == "paragraph"}
    return found


def _is_year(block: Block, source: Source) -> bool:
    return _YEAR_ALONE.fullmatch(source.text, *block.span) is not None


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
    opens = _opening(language).match(source.text, start, end)
    if opens is None and feast_beginning(language).match(source.text, start, end) is None:
        return []
    words = source.text[start : min(end, start + _LOOKED_AT)]
    found = [one.moved(start) for one in find_expressions(words, language)]
    found = feast_days(found, [Passage(start, end, "text")], source.text, language)
    begin = start + len(words) - len(words.lstrip("_*/["))
    begins = (begin, *after_place(source.text, start, end))
    if not found or found[0].start not in begins or found[0].first.unit is not Unit.DAY:
        return []
    days = found[:1]
    for one in found[1:]:
        between = source.text[days[-1].end : one.start]
        named = one.first.weekday is not None and one.first.day in (None, days[0].first.day)
        if not named or _AFTER.fullmatch(between) is None:
            break
        days.append(one)
    return days


def _titled(block: Block, source: Source, language: Language) -> tuple[Block, ...]:
    """The title and the first day of a diary, of a paragraph that is both ("The Journal of Captain Rowe" /
    "Tuesday, June 6th, 1758."); empty for others.
    """
    title, _, day = source.slice(block.span).rpartition("\n")
    found = find_expressions(day.strip(), language)
    if block.kind != "paragraph" or not title or len(found) != 1 or title.rstrip()[-1:] in _SENTENCE_ENDS:
        return ()
    one = found[0]
    if not one.absolute or one.first.unit is not Unit.DAY or one.start or day.strip()[one.end :].strip("."):
        return ()
    start = block.span.end - len(day.lstrip())
    head = Block("head", Span(block.span.start, block.span.start + len(title.rstrip())), rule=RULE)
    return head, Block("dateline", Span(start, block.span.end), rule=RULE, certainty=Certainty.MEDIUM)


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
    if not day or titled or not ends_line(day[-1].end, source.text):
        return days
    return {place: day} | days


def _goes_on(days: Sequence[Expression], block: Block, source: Source) -> bool:
    """Whether what follows the day begins as a sentence does, or nothing does: "5 May was cold" is one."""
    after = _AFTER.match(source.text, days[-1].end, block.span.end)
    assert after is not None
    following = source.text[after.end() : block.span.end][:1]
    in_figures = days[-1].rule == ENTRY and days[-1].first.number is not None
    shortened = has_short_weekday(days[0], source.text)
    stopped = after.group().strip() or source.text[days[-1].end - 1] in ".)]" or in_figures or shortened
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
