"""A text that is nothing but references, with its headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from edition.converter.segment.bibliography.entries import Entry, entries
from edition.converter.segment.bibliography.evidence import hints, is_reference, share
from edition.converter.segment.bibliography.sections import TYPE, is_heading, list_of
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.lines import Line
from edition.converter.segment.text import Evidence, Reading, Text
from edition.model import Block, Span

_SHARE, _SHARE_UNDER_HEAD = 0.75, 0.6  # of a text that are references
_LEAST = 3  # references that a text without a heading needs to be a list of them
_YEARS = 0.5  # of the stanzas that have a year, before a closer look is worth its time
_LOOKED_AT = 60  # entries
_LONGEST_HEAD = 80  # characters
_WORDS_OF_HEAD = 5
_SHORT = 5  # letters of a word that headings write small


class _Part(NamedTuple):
    lines: Sequence[Line]
    head: bool = False


def weigh(text: Text) -> Evidence:
    """Most of the text is references, or all of it under a heading that says so."""
    if not text.stanzas:
        return Evidence(0.0)
    headed = is_heading(text.stanzas[0].lines[0].text)
    years = sum(hints(stanza.text[:_LONGEST_HEAD] + stanza.text[-_LONGEST_HEAD:]) for stanza in text.stanzas)
    if not headed and years < _YEARS * len(text.stanzas):
        return Evidence(0.0)
    found = [entry for part in _parts(text) if not part.head for entry in entries(part.lines)]
    if len(found) < (1 if headed else _LEAST):
        return Evidence(0.0)
    if len(found) > _LOOKED_AT:
        found = found[:: len(found) // _LOOKED_AT + 1]
    good = share(found, text.source, text.language, listed=headed)
    if good < (_SHARE_UNDER_HEAD if headed else _SHARE):
        return Evidence(0.0)
    return Evidence(0.97, "a list of references")


def read(text: Text) -> Reading:
    """Headings, lists of references, and paragraphs for what is none."""
    items: list[Block | Opening] = []
    row: list[Entry] = []
    for part in _parts(text):
        if part.head:
            _end(row, items)
            head = Block("head", part.lines[0].span, rule="heading of a list of references")
            listed = is_heading(part.lines[0].text)
            items.append(Opening(1, head, TYPE if listed else "section") if items else head)
            continue
        found = entries(part.lines)
        good = [is_reference(entry, text.source, text.language, listed=True) for entry in found]
        if sum(good) * 2 >= len(good):
            row.extend(found)
            continue
        _end(row, items)
        spans = [Span(entry[0].span.start, entry[-1].span.end) for entry in found]
        items.extend(Block("paragraph", span, rule="paragraph") for span in spans)
    _end(row, items)
    return Reading(divide(items))


def _end(row: list[Entry], items: list[Block | Opening]) -> None:
    """End the list that is open."""
    if row:
        items.append(list_of(row))
        row.clear()


def _parts(text: Text) -> Iterator[_Part]:
    """Headings by themselves, and the lines between them."""
    row: list[Line] = []
    first = True
    for stanza in text.stanzas:
        lines = list(stanza.lines)
        if (len(lines) == 1 and _is_head(lines[0], text, first=first)) or (
            first and is_heading(lines[0].text)
        ):
            if row:
                yield _Part(row)
            yield _Part([lines.pop(0)], head=True)
            row = []
        row.extend(lines)
        first = False
    if row:
        yield _Part(row)


def _is_head(line: Line, text: Text, *, first: bool) -> bool:
    """Whether a line by itself is a heading: short, in capitals as headings are, and no reference."""
    if is_heading(line.text):
        return True
    shown = line.text
    if len(shown) > _LONGEST_HEAD or shown[-1] in ".,;)" or any(map(str.isdigit, shown)):
        return False
    words = shown.split()
    if not first:
        capitals = shown.isupper() or all(word[0].isupper() or len(word) < _SHORT for word in words)
        if "," in shown or len(words) > _WORDS_OF_HEAD or not capitals:
            return False
    return shown[0].isupper() and not is_reference((line,), text.source, text.language)
