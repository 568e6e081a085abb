"""What a text directs or notes, by what its genre does with brackets and italics: as blocks and marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from edition.converter.forms.letters import fold
from edition.converter.segment.lines import Line
from edition.converter.segment.text import Text
from edition.converter.segment.turns.directions import (
    Direction,
    brackets,
    covered,
    is_reaction,
    italics,
    kind_of,
    leading_blank,
    says_procedure,
    with_marks,
)
from edition.converter.segment.turns.style import Style
from edition.model import Annotation, Block, Span

_MOST_WORDS = 30  # of a note in brackets
_SHORTLY = 2  # words of a note in small letters ("pause", "laughs softly")
_FEW_WORDS = 4  # of a note that ends like no sentence ("Carried")
_SIGNS_END = '.!?…:—–-"”’»)]_;'


class DirectionReader:
    """Says what a text directs or notes."""

    def __init__(self, text: Text, style: Style) -> None:
        self._text = text
        self._style = style
        self._source = text.source.text

    def stage(self, span: Span, otherwise: str = "business") -> Block:
        """A direction as a block, its type by its words."""
        words = self._source[span.start : span.end]
        if self._style.notes:
            attributes = (("type", self._noted(words)),)
            return Block("stage", span, rule="note in brackets", attributes=attributes)
        kind = kind_of(words, self._text.language)
        type_ = otherwise if kind == "business" else kind
        return Block("stage", span, rule=f"stage direction: {otherwise}", attributes=(("type", type_),))

    def within(self, span: Span) -> list[Direction]:
        """The directions in a stretch of text, in order."""
        found = brackets(
            self._source, span.start, span.end, self._style.signs, open_ended=not self._style.notes
        )
        if self._style.notes:
            found = [direction for direction in found if self._is_note(direction)]
        if self._style.italic:
            inside = [d.span for d in found]
            for one in italics(self._source, span.start, span.end):
                if not any(s.start <= one.span.start and one.span.end <= s.end for s in inside):
                    found.append(one)
            found.sort()
        return found

    def covering(self, span: Span) -> list[Span]:
        """The directions that fill a stretch of text; none where anything else stands in it."""
        return list(covered(self._source, span, self.within(span)))

    def opening(self, span: Span, directions: Sequence[Direction]) -> Span | None:
        """The direction with which a speech begins, with the stop after it."""
        if not directions:
            return None
        begin = leading_blank(self._source, span.start, span.end)
        first = directions[0].span
        while begin < first.start and self._source[begin] == "_":
            begin += 1
        if first.start != begin:
            return None
        whole = with_marks(self._source, first, span.start, span.end)
        return Span(span.start, whole.end)

    def delivery(self, start: int, end: int) -> Span | None:
        """The bracket after a label that says how it is spoken.

        It does so whatever brackets the printer sets other directions in.
        """
        begin = leading_blank(self._source, start, end)
        found = next((d for d in brackets(self._source, begin, end, "([") if d.span.start == begin), None)
        if found is None or self._source[begin] in self._style.signs:
            return None
        return Span(begin, with_marks(self._source, found.span, start, end).end)

    def runs(
        self, lines: Sequence[Line], directions: Sequence[Direction], *, verse: bool
    ) -> list[tuple[Line, ...]]:
        """The lines of a speech, in `verse` or not, parted where directions stand on lines of their own."""
        runs: list[tuple[Line, ...]] = []
        run: list[Line] = []
        index = 0
        while index < len(lines):
            own = self._own_lines(lines, index, directions, verse=verse)
            if own:
                if run:
                    runs.append(tuple(run))
                    run = []
                runs.append(tuple(lines[index : index + own]))
                index += own
            else:
                run.append(lines[index])
                index += 1
        if run:
            runs.append(tuple(run))
        return runs

    def _own_lines(
        self, lines: Sequence[Line], index: int, directions: Sequence[Direction], *, verse: bool
    ) -> int:
        """How many lines from `index` on are filled by directions; 0 where speech stands on them.

        A line of prose may begin and end with brackets by chance: the speech above must have ended.
        """
        line = lines[index]
        if line.text[0] not in self._style.signs and line.text[0] != "_":
            return 0
        if index and lines[index - 1].text[-1] not in _SIGNS_END and not verse:
            return 0
        for count in range(1, min(len(lines) - index, 60) + 1):
            span = Span(line.span.start, lines[index + count - 1].span.end)
            if any(d.span.start < span.end < d.span.end for d in directions):
                continue
            return count if next(covered(self._source, span, directions), None) is not None else 0
        return 0

    def marks(self, directions: Sequence[Direction]) -> Iterator[Annotation]:
        """Directions inside a speech as annotations; italics that stress a word are none."""
        for direction in directions:
            words = self._source[direction.span.start : direction.span.end]
            if direction.sign == "_" and not self._is_italic_direction(direction):
                continue
            type_ = kind_of(words, self._text.language)
            yield (
                Annotation("stage", direction.span, (("type", type_),), "stage direction in a speech")
                if not self._style.notes
                else Annotation("stage", direction.span, (("type", self._noted(words)),), "note in brackets")
            )

    def is_declared_reaction(self, words: str) -> bool:
        """Whether the edition has declared that such words, in brackets or alone, are a reaction."""
        declared = self._text.conventions
        return declared.is_reaction(words) or declared.is_reaction(words.strip("_*()[] "))

    def _is_note(self, direction: Direction) -> bool:
        """Whether a bracket is the record's: a reaction, or a sentence that begins with a capital."""
        words = self._source[direction.span.start + 1 : direction.span.end - 1].strip(" _*")
        if len(words) < 2:
            return words == "?"
        if self._text.conventions.is_reaction(words):
            return True
        if is_reaction(words, self._text.language):
            # "(and applause the dearest)" is someone's aside: what is noted in small letters is short.
            aside = words[0].islower() and fold(words.split()[0]) in self._text.language.common_words
            return not aside and len(words.split()) <= _MOST_WORDS
        if not words[0].isupper():
            doing = self._text.language.turns.business
            return len(words.split()) <= _SHORTLY and fold(words.split()[0]) in doing
        if len(words.split()) <= _FEW_WORDS and says_procedure(words, self._text.language):
            return True
        return words[-1] in '.!?…"”»' and len(words.split()) <= _MOST_WORDS

    def _noted(self, words: str) -> str:
        """The type of a note: what the audience did, or anything else."""
        reaction = is_reaction(words, self._text.language) or self.is_declared_reaction(words)
        return "reaction" if reaction else "business"

    def _is_italic_direction(self, direction: Direction) -> bool:
        """Italics inside a speech stress a word; a direction is a phrase that begins with a small letter or
        ends like a sentence.
        """
        words = self._source[direction.span.start + 1 : direction.span.end - 1].strip()
        return len(words.split()) > 1 and words[-1] in ".)]"
