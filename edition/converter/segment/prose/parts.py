"""What a stanza of prose can be beside a paragraph: verse, a quotation, a list, a table, a break, a note."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.speakers import fold
from edition.converter.languages import Language
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.turns.measure import begins_like_verse, is_verse
from edition.model import Block, Source, Span, spanning

_BREAK = re.compile(r"[\s*\-–—_=~#•·.⁂❧☙†‡oO]{1,80}")
_ORNAMENTS = set("*#•⁂❧☙~†‡")
_BULLET = re.compile(r"(?P<mark>[•·▪●◦]|[-–—*]|\(?(?P<n>\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)])\s+\S")
_CELLS = re.compile(r"\s*\|\s*|\t+|\s{3,}")
_NOTE_BEGINS = frozenset("[(¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§")
_FOOTNOTE = re.compile(r"\[(?P<word>[^\W\d_]+)\.?\s*(?P<n>[\w*†‡]{0,5})\s*[:.]")
_NOTE_SIGN = re.compile(
    r"(?:\[(?P<a>\d{1,4}|[*†‡§]{1,3})\]|\((?P<b>\d{1,4})\)|(?P<c>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4})|"
    r"(?P<d>[*†‡§]{1,3}))\s*(?=\S)"
)
_RULED = re.compile(r"[-–—_=]{3,}")
_SET_IN = 2  # columns


def section_break(stanza: Stanza) -> Block | None:
    """A line of stars, dashes or ornaments that parts what stands under one heading."""
    text = stanza.text
    if not _BREAK.fullmatch(text) or not (_ORNAMENTS & set(text) or _RULED.search(text)):
        return None
    if any(c.isalpha() for c in text):
        return None
    return Block("section-break", stanza.span, rule="section break")


def verse(stanza: Stanza, margin: int, width: int) -> Block | None:
    """Lines that break where prose would not, set in from the margin or plainly short."""
    lines = stanza.lines
    texts = [line.text for line in lines]
    set_in = all(line.indent >= margin + _SET_IN for line in lines)
    if len(lines) == 1:
        return None
    verdict = is_verse(texts, width)
    if set_in and len(lines) == 2:
        verdict = all(map(begins_like_verse, texts)) and len(texts[0]) <= 0.85 * width
    short = max(map(len, texts)) <= 0.8 * width and len(lines) >= 4 and all(map(begins_like_verse, texts))
    if not verdict or not (set_in or short) or _listed(texts) >= 2:
        return None
    blocks = tuple(_verse_line(line, margin, lines) for line in lines)
    return spanning("verse", blocks, rule="verse set in" if set_in else "verse by its lines")


def _verse_line(line: Line, margin: int, lines: Sequence[Line]) -> Block:
    """A line of verse; lines set in further say so (`rend`)."""
    least = min(other.indent for other in lines)
    deeper = (line.indent - least) // 2
    attributes = (("rend", f"indent{min(deeper, 9)}"),) if deeper else ()
    return Block("verse-line", line.span, rule="verse", attributes=attributes)


def quotation(stanza: Stanza, margin: int, width: int) -> bool:
    """Whether a stanza of several lines is set in as a whole, as quotations are."""
    lines = stanza.lines
    return len(lines) >= 2 and all(line.indent >= margin + _SET_IN for line in lines)


def item_mark(line: Line) -> str:
    """The number or sign with which a line of a list begins; empty for a line that is none."""
    match = _BULLET.match(line.text)
    return match["mark"] if match else ""


def _listed(texts: Sequence[str]) -> int:
    return sum(_BULLET.match(text) is not None for text in texts)


def list_items(stanzas: Sequence[Stanza], first: int) -> int:
    """How many stanzas from `first` on are a list: numbers that go up by one, or one sign, three at least.

    Speech after a dash is no list: the dash must be repeated by short lines of one stanza.
    """
    count = 0
    expected = ""
    for stanza in stanzas[first:]:
        mark = item_mark(stanza.lines[0])
        if not mark or (count and mark != expected) or mark in "-–—*":
            break
        expected = _next(mark)
        count += 1
    return count if count >= 3 else 0


def own_list(stanza: Stanza) -> tuple[tuple[Line, ...], ...]:
    """The items of a stanza whose lines are a list, each with the lines that go on with it; else none."""
    items: list[list[Line]] = []
    expected = ""
    for line in stanza.lines:
        mark = item_mark(line)
        if mark and (not items or mark == expected):
            items.append([line])
            expected = _next(mark)
        elif items and line.indent > items[-1][0].indent:
            items[-1].append(line)
        else:
            return ()
    return tuple(tuple(item) for item in items) if len(items) >= 2 else ()


def _next(mark: str) -> str:
    """The mark that the next item must have."""
    core = mark.strip("().")
    if core.isdigit():
        return mark.replace(core, str(int(core) + 1), 1)
    if len(core) == 1 and core.isalpha():
        return mark.replace(core, chr(ord(core) + 1), 1)
    return mark


def list_block(items: Sequence[Sequence[Line]]) -> Block:
    """A list with an item for each row of lines."""
    blocks = tuple(
        Block("item", Span(lines[0].span.start, lines[-1].span.end), rule="list") for lines in items
    )
    return spanning("list", blocks, rule="list")


def table(stanza: Stanza, source: Source) -> Block | None:
    """Lines of the same number of cells, parted by bars, tabs or wide blanks."""
    lines = stanza.lines
    if len(lines) < 2:
        return None
    if not _CELLS.search(lines[0].text):
        return None
    rows = [_cells(line, source) for line in lines]
    columns = len(rows[0])
    bars = all("|" in line.text or "\t" in line.text for line in lines)
    if columns < 2 or any(len(row) != columns for row in rows) or not (bars or len(lines) >= 3):
        return None
    return spanning("table", tuple(spanning("row", tuple(row), rule="table") for row in rows), rule="table")


def _cells(line: Line, source: Source) -> list[Block]:
    cells: list[Block] = []
    position, end = line.span.start, line.span.end
    text = line.text
    start = 0
    for match in [*_CELLS.finditer(text), None]:
        stop = match.start() if match else len(text)
        if match and "|" in match.group():
            stop = match.end()  # a bar stays with the cell before it
        piece = text[start:stop]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            cells.append(
                Block("cell", Span(position + left, position + start + len(piece.rstrip())), rule="table")
            )
        start = match.end() if match else end
    return cells


def note_label(stanza: Stanza, language: Language) -> tuple[str, str] | None:
    """The label of a footnote that a stanza is, and how it is written; None for other text.

    It is written as "bracket" ("[Footnote 1: …]") or after a "sign" ("[1] …", "* …").
    """
    text = stanza.lines[0].text
    if text[0] not in _NOTE_BEGINS:
        return None
    match = _FOOTNOTE.match(text)
    if match and fold(match["word"]) in language.structure.notes:
        return match["n"], "bracket"
    match = _NOTE_SIGN.match(text)
    if match is None or text.strip("*†‡§ ") == "":
        return None
    label = next(group for group in match.groups() if group)
    return label, "sign"
