"""What a stanza of prose can be beside a paragraph: verse, a quotation, a list, a table, a break, a note."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from edition.converter.forms.dates import find_dates
from edition.converter.forms.letters import fold
from edition.converter.languages import Language
from edition.converter.segment.endings import looks_like_address
from edition.converter.segment.epigraphs import verse_line
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.turns.measure import begins_like_verse, is_verse, room_left
from edition.model import Block, Source, Span, spanning

_BREAK = re.compile(r"[\s*\-–—_=~#•·.⁂❧☙†‡oO]{1,80}")
_ORNAMENTS = set("*#•⁂❧☙~†‡")
_BULLET = re.compile(r"(?P<mark>[•·▪●◦]|[-–—*]|\(?(?P<n>\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)]|\d{1,3}[°º])\s+\S")
_ENDNOTE = re.compile(r"(?P<n>\d{1,4})[.)]\s+\S")
_CELLS = re.compile(r"\s*\|\s*|\t+|\s{3,}")
_NOTE_BEGINS = frozenset("[(¹²³⁴⁵⁶⁷⁸⁹⁰*†‡§")
_FOOTNOTE = re.compile(r"\[(?P<word>[^\W\d_]+)\.?\s*(?P<n>[\w*†‡]{0,5})\s*[:.]")
_NOTE_SIGN = re.compile(
    r"(?:\[(?P<a>\d{1,4}|[*†‡§]{1,3})\]|\((?P<b>\d{1,4})\)|(?P<c>[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4})|"
    r"(?P<d>[*†‡§]{1,3})\)?)\s*(?=\S)"
)
_QUANTITY = re.compile(r"(\d+(?:[/.,]\d+)?|(?:\d+\s?)?[¼½¾⅓⅔⅛])\s*(?:[-–]\s?\d+\s*)?[^\W\d_]")
_FEWEST_ITEMS = 3
_PICTURE = re.compile(r"\[_?([^\W\d_]+)_?(?:\s?\d+)?\s?(?:[:.\]—–-].*\]?|\])")
_DASHES = frozenset("-–—")
_SENTENCES = re.compile(r"[^\W\d_]{3}[.!?] (?:[-–—] )?[^\W\d_]+ [^\W\d_]+ [^\W\d_]")
_RULED = re.compile(r"[-–—_=]{3,}")
_SET_IN = 2  # columns
_SHORT = 0.7  # of the width: verse in small letters is shorter than that
_EVEN = 0.5  # of its longest line is its shortest
_ITEM = 100  # characters of an item after a dash


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
    if set_in and not verdict:
        verdict = _in_small_letters(texts, width)
    if not set_in and looks_like_address(stanza):
        return None  # names and places in a list
    inscribed = len(lines) <= 3 and all(map(str.isupper, texts))
    if not verdict or not (set_in or short) or inscribed or _listed(texts) >= 2:
        return None
    least = min(line.indent for line in lines)
    blocks = tuple(verse_line(line, least) for line in lines)
    return spanning("verse", blocks, rule="verse set in" if set_in else "verse by its lines")


def _in_small_letters(texts: Sequence[str], width: int) -> bool:
    """Whether lines that go on in small letters are verse: a few, much shorter than prose, and even."""
    longest = max(map(len, texts))
    if len(texts) < 3 or longest > _SHORT * width or min(map(len, texts)) < _EVEN * longest:
        return False
    ended = sum(text[-1] in ',;:.!?…»”"' for text in texts)
    return begins_like_verse(texts[0]) and 2 * ended >= len(texts) and room_left(texts, width) == 1


def quotation(stanza: Stanza, margin: int) -> bool:
    """Whether a stanza of several lines is set in as a whole, as quotations are."""
    lines = stanza.lines
    return len(lines) >= 2 and all(line.indent >= margin + _SET_IN for line in lines)


def item_mark(line: Line) -> str:
    """The number or sign with which a line of a list begins; empty for a line that is none."""
    match = _BULLET.match(line.text)
    return match["mark"] if match else ""


def _listed(texts: Sequence[str]) -> int:
    return sum(_BULLET.match(text) is not None for text in texts)


def list_items(stanzas: Sequence[Stanza], first: int, last: int) -> int:
    """How many stanzas from `first` up to `last` are a list: numbers that go up by one, or one sign, three
    at least. Items of several sentences are numbered paragraphs.

    Speech after a dash is no list: the dash must be repeated by short lines of one stanza.
    """
    count = 0
    expected = ""
    for index in range(first, last):
        mark = item_mark(stanzas[index].lines[0])
        if not mark or (count and mark != expected) or mark in "-–—*":
            break
        expected = _next(mark)
        count += 1
    if count < 3 or any(_SENTENCES.search(stanza.text) for stanza in stanzas[first : first + count]):
        return 0
    return count


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
    if len(items) < 2 or (expected in _DASHES and not _listed_by_dashes(items)):
        return ()
    return tuple(tuple(item) for item in items)


def measured_list(stanza: Stanza, language: Language) -> tuple[tuple[Line, ...], ...]:
    """The items of a stanza whose lines begin with quantities, as ingredients do; else none."""
    items: list[list[Line]] = []
    counts: list[str] = []
    for line in stanza.lines:
        match = _QUANTITY.match(line.text)
        if match is not None and len(line.text) <= _ITEM and not _begins_with_date(line, language):
            items.append([line])
            counts.append(match[1])
        elif items and line.indent > items[-1][0].indent:
            items[-1].append(line)
        else:
            return ()
    numbers = [int(count) for count in counts if count.isdigit()]
    counting = len(numbers) == len(counts) and all(b == a + 1 for a, b in pairwise(numbers))
    if len(items) < _FEWEST_ITEMS or counting:
        return ()
    return tuple(tuple(item) for item in items)


def _begins_with_date(line: Line, language: Language) -> bool:
    return any(found.start == 0 for found in find_dates(line.text, language))


def picture(stanza: Stanza, language: Language) -> Block | None:
    """What stands in brackets in place of a picture ("[Illustration: The mill]")."""
    text = stanza.text
    match = _PICTURE.fullmatch(text)
    if match is None or fold(match[1]) not in language.structure.pictures:
        return None
    return spanning("figure", (Block("caption", stanza.span, rule="picture"),), rule="picture")


def _listed_by_dashes(items: Sequence[Sequence[Line]]) -> bool:
    """Whether lines after dashes are a list and not what people say: short, and parted by more than stops."""
    ends = [item[-1].text[-1] for item in items[:-1]]
    listed = sum(end in ";," or end.isalnum() or end == ")" for end in ends)
    return listed >= 0.7 * len(ends) and all(len(item[0].text) <= _ITEM for item in items)


def _next(mark: str) -> str:
    """The mark that the next item must have."""
    core = mark.strip("().°º")
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


def endnote_label(stanza: Stanza) -> str:
    """The label of a note in a section of notes ("3. …"); empty for other text."""
    match = _ENDNOTE.match(stanza.lines[0].text)
    return match["n"] if match else ""


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
