"""Sections under a heading for sources, in a text of any genre, as lists of references."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from edition.converter.forms.letters import fold
from edition.converter.languages import Language, known_languages
from edition.converter.languages import language as language_of
from edition.converter.segment.bibliography.entries import Entry, entries
from edition.converter.segment.bibliography.evidence import share
from edition.converter.segment.lines import Line
from edition.model import Block, Source, Span, spanning

RULE = "list of references"
TYPE = "bibliography"
_LISTED = frozenset(
    {"paragraph", "list", "verse", "quote", "note", "note-group", "item", "scripture", "table"}
)
_OUTER = frozenset({"division", "back", "front"})
_SHARE = 0.6  # of the entries under a heading
_LONGEST_HEAD = 80  # characters


def with_references(
    blocks: Sequence[Block], lines: Sequence[Line], source: Source, language: Language
) -> tuple[Block, ...]:
    """The blocks with lists of references where a heading announces sources and references stand under it.

    `lines` are those of the text, in order.
    """
    starts: list[int] = []
    return tuple(_among(blocks, (lines, starts), source, language, under=False))


def _among(
    blocks: Sequence[Block],
    lines: tuple[Sequence[Line], list[int]],
    source: Source,
    language: Language,
    *,
    under: bool,
) -> list[Block]:
    result: list[Block] = []
    row: list[Block] = []

    def flush() -> None:
        listed = _list(row, lines, source, language) if row and under else None
        result.extend(row if listed is None else [listed])
        row.clear()

    for block in blocks:
        if block.kind in _LISTED and under:
            row.append(block)
            continue
        flush()
        if block.kind in ("head", "label", "caption"):
            under = is_heading(source.slice(block.span))
        if block.kind in _OUTER and block.children:
            inner = block.get("type") == TYPE or (under and block.kind == "division")
            children = _among(block.children, lines, source, language, under=inner)
            result.append(replace(block, children=tuple(children)))
        else:
            result.append(block)
    flush()
    return result


def is_heading(text: str) -> bool:
    """Whether a line is a heading that announces sources ("Bibliography", "Works Cited", "Literatur:").

    The language of a list of references is often hard to tell: the words of all languages count.
    """
    if len(text) > _LONGEST_HEAD:
        return False
    words = [word for word in (part.strip(".:*_#[]()") for part in fold(text).split()) if not _counts(word)]
    return " ".join(filter(None, words)) in _headings()


@cache
def _headings() -> frozenset[str]:
    tables = (language_of(code).structure.matter.get(TYPE, ()) for code in known_languages())
    return frozenset(words for table in tables for words in table)


def _counts(word: str) -> bool:
    return word.isdigit() or (len(word) <= 4 and bool(word) and all(letter in "ivx" for letter in word))


def _list(
    row: Sequence[Block], lines: tuple[Sequence[Line], list[int]], source: Source, language: Language
) -> Block | None:
    """The blocks of a row as one list, None where most of it is no reference."""
    all_lines, starts = lines
    if not starts:
        starts.extend(line.span.start for line in all_lines)
    first, last = bisect_left(starts, row[0].span.start), bisect_left(starts, row[-1].span.end)
    own = list(all_lines[first:last])
    if not own or own[0].span.start != row[0].span.start:
        return None
    found = entries(own)
    return list_of(found) if share(found, source, language, listed=True) >= _SHARE else None


def list_of(found: Sequence[Entry]) -> Block:
    """A list of references of entries."""
    references = tuple(Block("reference", Span(e[0].span.start, e[-1].span.end), rule=RULE) for e in found)
    return spanning("reference-list", references, rule=RULE)
