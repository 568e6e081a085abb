"""Running text, stanza by stanza: paragraphs and what may stand between them, with its notes and their calls.

Books are made of it, and so are the bodies of letters and the prose between poems.
"""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.references import references_of_note
from edition.converter.segment.diary import has_entry_lines
from edition.converter.segment.divisions import Opening
from edition.converter.segment.endings import signs
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose.headings import is_contents
from edition.converter.segment.prose.notes import Calls, Note, note_block, tie, with_ids
from edition.converter.segment.prose.numbered_verses import chaptered, verses
from edition.converter.segment.prose.parts import (
    endnote_label,
    list_block,
    list_items,
    measured_list,
    note_label,
    own_list,
    picture,
    quotation,
    section_break,
    table,
    verse,
)
from edition.converter.segment.text import Text
from edition.converter.segment.turns.measure import width_of
from edition.model import Annotation, Block, Certainty, Span, spanning

_MOST_QUOTED = 40  # stanzas of a quotation
_MOST_NOTED = 20  # stanzas of a note in brackets
_FIRST_LINES = 0.3  # of the paragraphs begin set in: then a line set in says nothing


class Flow:
    """Reads stanzas into `items`, which grows and may be taken away by its owner at any time."""

    def __init__(self, text: Text) -> None:
        self.items: list[Block | Opening] = []
        self.calls = Calls(text.source)
        self.margin = margin_of(text.stanzas)
        self.width = width_of(text.stanzas)
        self._text = text
        self._source = text.source
        self._notes: list[Note] = []
        self._indented = _indented(text.stanzas, self.margin)

    def tied(self, blocks: Sequence[Block]) -> tuple[tuple[Block, ...], list[Annotation]]:
        """The finished blocks with ids on their notes, and the marks of the calls."""
        ids, marks = tie(self._notes, self.calls.places)
        return with_ids(blocks, ids), marks

    def block(self, stanzas: Sequence[Stanza], index: int, last: int, *, under: bool = False) -> int:
        """Add the block, or blocks, that the stanza at `index` begins; the index of the next stanza.

        No stanza from `last` on is taken. `under` a heading a stanza set in is no quotation.
        """
        stanza = stanzas[index]
        parted = section_break(stanza)
        if parted is not None:
            self.items.append(parted)
            return index + 1
        taken = self._picture(stanza) or self._scripture(stanzas, index)
        if taken:
            return index + taken
        taken = self._note(stanzas, index, last) or self._list(stanzas, index, last)
        if taken:
            return index + taken
        special = table(stanza, self._source)
        if special is not None:
            self._add(special)
            return index + 1
        quoted = 0 if under or self.margin > 0 else self._quoted(stanzas, index, last)
        if quoted:
            self._quotation(stanzas[index : index + quoted])
            return index + quoted
        poem = verse(stanza, self.margin, self.width)
        if poem is not None and not self._says_otherwise(stanza):
            self._add(poem)
            return index + 1
        self._paragraphs(stanza)
        return index + 1

    def _says_otherwise(self, stanza: Stanza) -> bool:
        """Whether lines that break like verse are signed, or the days of a diary."""
        language = self._text.language
        return bool(signs(stanza, language)) or has_entry_lines(stanza, self._source, language)

    def endnote(self, stanza: Stanza) -> bool:
        """Add a stanza of a section of notes as a note, if its label was called for in the text."""
        found = note_label(stanza, self._text.language)
        label = found[0] if found is not None else endnote_label(stanza)
        if not label or not self.calls.places.get(label):
            return False
        self._add_note(Note(label, stanza.span, "end"))
        return True

    def endnotes(self, stanza: Stanza) -> bool:
        """Add the lines of a stanza of a section of notes as notes that nothing calls: they count on, and
        most of them are references.
        """
        items = own_list(stanza) or (stanza.lines,)
        labels = [endnote_label(Stanza(item)) for item in items]
        counts = [int(label) for label in labels if label]
        if (
            not counts
            or len(counts) < len(items)
            or counts != list(range(counts[0], counts[0] + len(counts)))
        ):
            return False
        spans = [Span(item[0].span.start, item[-1].span.end) for item in items]
        found = [references_of_note(self._source.slice(span), self._text.language) for span in spans]
        cited = sum(map(bool, found))
        again = any(one.reference.same for several in found for one in several)
        if 2 * cited < len(spans) + (not again):
            return False
        for label, span in zip(labels, spans, strict=True):
            self._add_note(Note(label, span, "end"))
        return True

    def note(self, stanzas: Sequence[Stanza], index: int) -> Block | None:
        """The note that the stanza at `index` is, taken from `items`; None for other text."""
        if self._note(stanzas, index, index + 1) == 0:
            return None
        note = self.items.pop()
        assert isinstance(note, Block)
        return note

    def _add(self, block: Block) -> None:
        self.items.append(block)
        self.calls.add(block.span)

    def _paragraphs(self, stanza: Stanza) -> None:
        for lines in paragraphs(stanza, self.margin):
            self._add(Block("paragraph", Span(lines[0].span.start, lines[-1].span.end), rule="paragraph"))

    def _picture(self, stanza: Stanza) -> int:
        """1 where a stanza stands in place of a picture, which is added; 0 for other text."""
        shown = picture(stanza, self._text.language)
        if shown is not None:
            self._add(shown)
        return int(shown is not None)

    def _scripture(self, stanzas: Sequence[Stanza], index: int) -> int:
        """1 where a stanza is numbered verses of scripture, which are added; 0 for other text."""
        if not stanzas[index].lines[0].text[0].isdigit():
            return 0
        alone = chaptered(stanzas, index)
        numbered = (alone,) if alone is not None else verses(stanzas[index], self._text.language)
        for found in numbered:
            self._add(found)
        return int(bool(numbered))

    def _list(self, stanzas: Sequence[Stanza], index: int, last: int) -> int:
        """How many stanzas a list takes that is added; 0 for other text."""
        stanza = stanzas[index]
        if is_contents(stanza, self._text.language):
            self.items.append(list_block([(line,) for line in stanza.lines]))
            return 1
        if count := list_items(stanzas, index, last):
            self.items.append(list_block([s.lines for s in stanzas[index : index + count]]))
            for item in stanzas[index : index + count]:
                self.calls.add(item.span)
            return count
        if items := own_list(stanza) or measured_list(stanza, self._text.language):
            self._add(list_block(items))
            return 1
        return 0

    def _note(self, stanzas: Sequence[Stanza], index: int, last: int) -> int:
        """How many stanzas a note takes that is added, up to its closing bracket; 0 for other text."""
        found = note_label(stanzas[index], self._text.language)
        if found is None:
            return 0
        label, how = found
        if how != "bracket" and not self.calls.has(label, stanzas[index].lines[0].text):
            return 0
        if how != "bracket" and self._several_notes(stanzas[index]):
            return 1
        end = index
        if how == "bracket":
            text = self._source.text
            while end + 1 < last and end - index < _MOST_NOTED and not _closed(text, stanzas, index, end):
                end += 1
        self._add_note(Note(label, Span(stanzas[index].span.start, stanzas[end].span.end)))
        return end + 1 - index

    def _several_notes(self, stanza: Stanza) -> bool:
        """Add the notes of a stanza whose lines begin with further called signs; False for one note."""
        starts: list[tuple[int, str]] = []
        for number, line in enumerate(stanza.lines):
            found = note_label(Stanza((line,)), self._text.language)
            if found is not None and found[1] != "bracket" and self.calls.has(found[0], line.text):
                starts.append((number, found[0]))
        if len(starts) < 2:
            return False
        ends = [number for number, _ in starts[1:]] + [len(stanza.lines)]
        for (start, label), end in zip(starts, ends, strict=True):
            span = Span(stanza.lines[start].span.start, stanza.lines[end - 1].span.end)
            self._add_note(Note(label, span))
        return True

    def _add_note(self, note: Note) -> None:
        self._notes.append(note)
        self.items.append(note_block(note))

    def _quoted(self, stanzas: Sequence[Stanza], index: int, last: int) -> int:
        """How many stanzas from `index` on are set in as one quotation; 0 where they are none.

        Among them must be one of several lines that is no verse: a line alone that is set in may begin a
        paragraph.
        """
        found = False
        end = index
        while end < min(last, index + _MOST_QUOTED):
            stanza = stanzas[end]
            alone = len(stanza.lines) == 1
            if alone and (self._indented or stanza.lines[0].indent < self.margin + 2):
                break
            if not alone and not quotation(stanza, self.margin):
                break
            if own_list(stanza) or section_break(stanza) or table(stanza, self._source):
                break
            poem = not alone and verse(stanza, self.margin, self.width) is not None
            if poem and len(stanza.lines) > 2 and not found:
                return 0  # a song; what is set in under it is taken by itself
            if poem and len(stanza.lines) > 2:
                break
            found = found or (not alone and not poem)
            end += 1
        return end - index if found else 0

    def _quotation(self, stanzas: Sequence[Stanza]) -> None:
        inner = tuple(Block("paragraph", stanza.span, rule="paragraph") for stanza in stanzas)
        self._add(spanning("quote", inner, rule="quotation set in", certainty=Certainty.MEDIUM))


def margin_of(stanzas: Sequence[Stanza]) -> int:
    """The column at which most lines begin."""
    counts: dict[int, int] = {}
    for stanza in stanzas[:2000]:
        for line in stanza.lines[1:] or stanza.lines:
            counts[line.indent] = counts.get(line.indent, 0) + 1
    return max(counts, key=lambda column: (counts[column], -column)) if counts else 0


def _indented(stanzas: Sequence[Stanza], margin: int) -> bool:
    """Whether paragraphs begin with a line set in."""
    several = [stanza for stanza in stanzas[:2000] if len(stanza.lines) > 1]
    begun = sum(s.lines[0].indent > margin and s.lines[1].indent <= margin for s in several)
    return begun > _FIRST_LINES * len(several)


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


def _closed(text: str, stanzas: Sequence[Stanza], first: int, last: int) -> bool:
    start, end = stanzas[first].span.start, stanzas[last].span.end
    return text.count("[", start, end) <= text.count("]", start, end)
