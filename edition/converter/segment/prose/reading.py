"""Prose, stanza by stanza: title page, chapters, paragraphs and what stands between them."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.names import parse_name
from edition.converter.segment.article import apply
from edition.converter.segment.article.heading import dateline, head
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose.headings import Heading, goes_with, heading, is_contents
from edition.converter.segment.prose.notes import Calls, Note, note_block, tie
from edition.converter.segment.prose.parts import (
    list_block,
    list_items,
    note_label,
    own_list,
    quotation,
    section_break,
    table,
    verse,
)
from edition.converter.segment.text import Evidence, Reading, Text
from edition.converter.segment.turns.measure import width_of
from edition.model import Block, Certainty, Span, spanning

_MOST_TITLES = 12  # stanzas of a title page
_SHORT = 90  # characters of a line of a title page


def weigh(text: Text) -> Evidence:
    """Prose is assumed where nothing speaks for anything else."""
    return Evidence(0.5, "nothing in it shows another genre")


def read(text: Text) -> Reading:
    """The blocks of a text in prose."""
    return _Prose(text).reading()


class _Prose:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._source = text.source
        self._stanzas = list(text.stanzas)
        self._margin = _margin(text.stanzas)
        self._width = width_of(text.stanzas)
        self._items: list[Block | Opening] = []
        self._notes: list[Note] = []
        self._calls = Calls(text.source)
        self._under_heading = False

    def reading(self) -> Reading:
        """The whole text."""
        stanzas = self._stanzas
        declared = self._text.conventions
        heads = [
            heading(s, self._text.language, _at(stanzas, i + 1), declared) for i, s in enumerate(stanzas)
        ]
        heads = self._trusted(heads)
        first = next((i for i, found in enumerate(heads) if found is not None), len(stanzas))
        front, index = self._front(first)
        levels = {found.level for found in heads if found is not None}
        while index < len(stanzas):
            found = heads[index]
            index = self._heading(found, index, levels) if found is not None else self._block(index)
        ids, marks = tie(self._notes, self._calls.places)
        for place, (identifier, label) in ids.items():
            block = self._items[place]
            assert isinstance(block, Block)
            self._items[place] = note_block(block, identifier, label, "foot")
        return Reading((*front, *divide(self._items)), tuple(marks))

    def _trusted(self, heads: Sequence[Heading | None]) -> list[Heading | None]:
        """The headings without those that only look like one, where they are too few or too many to be any.

        Capitals with white space over them are headings in a text that has other headings, or several such.
        """
        unsure = sum(found is not None and not found.sure for found in heads)
        sure = sum(found is not None and found.sure for found in heads)
        if not unsure:
            return list(heads)
        paragraphs = len(heads) - unsure - sure
        believed = (sure or unsure >= 2) and unsure <= max(3, paragraphs)
        return [found if found is None or found.sure or believed else None for found in heads]

    def _front(self, first: int) -> tuple[list[Block], int]:
        """The title page, if short stanzas stand before the first heading; and where the text goes on.

        A text without chapters has its title over its first paragraph.
        """
        stanzas = self._stanzas
        if first == len(stanzas) or first > _MOST_TITLES:
            blocks = apply(self._text, (dateline, head), stop=True)
            self._items.extend(blocks)
            return [], self._rest_after(blocks[-1].span.end if blocks else -1)
        end = 0
        while end < first and _is_title(stanzas[end]):
            end += 1
        if end == 0 or any(is_contents(stanza, self._text.language) for stanza in stanzas[:1]):
            return [], 0
        page: list[Block] = []
        for stanza in stanzas[:end]:
            for line in stanza.lines:
                page.append(Block(self._part(line, page), line.span, rule="title page"))
        return [spanning("front", (spanning("title-page", tuple(page), rule="title page"),))], end

    def _rest_after(self, taken: int) -> int:
        """The stanza with which the text goes on after the offset `taken`, without the lines before it."""
        for index, stanza in enumerate(self._stanzas):
            if stanza.span.end > taken:
                lines = tuple(line for line in stanza.lines if line.span.start >= taken)
                self._stanzas[index] = Stanza(lines)
                return index
        return len(self._stanzas)

    def _part(self, line: Line, above: Sequence[Block]) -> str:
        if not above:
            return "doc-title"
        words = line.text.split()
        by = self._text.language.article.byline
        if words[0] in by and len(words) > 1:
            return "doc-author"
        if line.text.strip(".").isdigit() and len(line.text.strip(".")) == 4:
            return "doc-date"
        name = parse_name(line.text.title() if line.text.isupper() else line.text, self._text.language)
        after_by = self._source.slice(above[-1].span) in by
        named = name is not None and bool(name.given) and len(words) <= 5
        known = any(block.kind == "doc-author" for block in above)
        return "doc-author" if not known and (after_by or (named and len(above) <= 3)) else "title-part"

    def _heading(self, found: Heading, index: int, levels: set[int]) -> int:
        stanzas = self._stanzas
        stanza = stanzas[index]
        rule = f"heading: {found.type}" if found.sure else "heading by capitals and white space"
        block = Block("head", stanza.span, rule=rule, certainty=None if found.sure else Certainty.MEDIUM)
        level = sum(other < found.level for other in levels) + 1
        self._items.append(Opening(level, block, found.type, found.n))
        self._under_heading = True
        following = _at(stanzas, index + 1)
        if following is not None and found.sure and goes_with(following, _at(stanzas, index + 2)):
            inner = heading(following, self._text.language, _at(stanzas, index + 2))
            if inner is None or not inner.sure:
                self._items.append(Block("head", following.span, rule="title under a heading"))
                return index + 2
        return index + 1

    def _block(self, index: int) -> int:
        """The block, or blocks, that the stanza at `index` is; the index of the next."""
        stanzas = self._stanzas
        stanza = stanzas[index]
        language = self._text.language
        under, self._under_heading = self._under_heading, False
        parted = section_break(stanza)
        if parted is not None:
            self._items.append(parted)
            return index + 1
        label = note_label(stanza, language)
        if label is not None and (label[1] == "bracket" or self._calls.has(label[0], stanza.lines[0].text)):
            return self._note(index, *label)
        if is_contents(stanza, language):
            self._items.append(list_block([(line,) for line in stanza.lines]))
            return index + 1
        if count := list_items(stanzas, index):
            self._items.append(list_block([s.lines for s in stanzas[index : index + count]]))
            for item in stanzas[index : index + count]:
                self._calls.add(item.span)
            return index + count
        if items := own_list(stanza):
            self._items.append(list_block(items))
            self._calls.add(stanza.span)
            return index + 1
        special = table(stanza, self._source)
        if special is not None:
            self._items.append(special)
            return index + 1
        poem = verse(stanza, self._margin, self._width)
        if poem is not None:
            self._items.append(poem)
            self._calls.add(stanza.span)
            return index + 1
        if quotation(stanza, self._margin, self._width) and not under and not self._all_set_in():
            inner = Block("paragraph", stanza.span, rule="paragraph")
            self._items.append(
                spanning("quote", (inner,), rule="quotation set in", certainty=Certainty.MEDIUM)
            )
            self._calls.add(stanza.span)
            return index + 1
        if self._is_end(stanza) and index >= len(stanzas) - 3:
            self._items.append(Block("trailer", stanza.span, rule="end of the text"))
            return index + 1
        for lines in paragraphs(stanza, self._margin):
            span = Span(lines[0].span.start, lines[-1].span.end)
            self._items.append(Block("paragraph", span, rule="paragraph"))
            self._calls.add(span)
        return index + 1

    def _note(self, index: int, label: str, how: str) -> int:
        """A note over one or more stanzas: up to its closing bracket."""
        stanzas = self._stanzas
        last = index
        if how == "bracket":
            text = self._source.text
            while last + 1 < len(stanzas) and last - index < 20 and not _closed(text, stanzas, index, last):
                last += 1
        span = Span(stanzas[index].span.start, stanzas[last].span.end)
        self._notes.append(Note(len(self._items), label, span))
        self._items.append(Block("note", span, rule="footnote and its call"))
        return last + 1

    def _is_end(self, stanza: Stanza) -> bool:
        words = " ".join(stanza.text.casefold().strip(" .!*_—-").split())
        return len(stanza.lines) == 1 and words in self._text.language.structure.ends

    def _all_set_in(self) -> bool:
        """Whether nearly every stanza is set in, so that it says nothing."""
        return self._margin > 0


def _at(stanzas: Sequence[Stanza], index: int) -> Stanza | None:
    return stanzas[index] if index < len(stanzas) else None


def _is_title(stanza: Stanza) -> bool:
    return len(stanza.lines) <= 4 and all(len(line.text) <= _SHORT for line in stanza.lines)


def _closed(text: str, stanzas: Sequence[Stanza], first: int, last: int) -> bool:
    start, end = stanzas[first].span.start, stanzas[last].span.end
    return text.count("[", start, end) <= text.count("]", start, end)


def _margin(stanzas: Sequence[Stanza]) -> int:
    """The column at which most lines begin."""
    counts: dict[int, int] = {}
    for stanza in stanzas[:2000]:
        for line in stanza.lines[1:] or stanza.lines:
            counts[line.indent] = counts.get(line.indent, 0) + 1
    return max(counts, key=lambda column: (counts[column], -column)) if counts else 0


def paragraphs(stanza: Stanza, margin: int) -> list[tuple[Line, ...]]:
    """The paragraphs of a stanza: a line set in from the margin begins one, without a blank line above."""
    lines = stanza.lines
    if len(lines) < 2 or not any(margin < line.indent <= margin + 8 for line in lines[1:]):
        return [lines]
    groups: list[list[Line]] = []
    for line in lines:
        if not groups or line.indent > margin:
            groups.append([line])
        else:
            groups[-1].append(line)
    # Every line its own paragraph is no paragraphing: the stanza is set in as a whole.
    return [tuple(group) for group in groups] if len(groups) <= 0.7 * len(lines) + 1 else [lines]
