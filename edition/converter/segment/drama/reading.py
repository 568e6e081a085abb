"""A play, stanza by stanza."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.drama.front import front_matter, heads_division, places
from edition.converter.segment.drama.layout import italics, margin, signs
from edition.converter.segment.drama.sharing import shared_lines
from edition.converter.segment.drama.songs import is_sung, verse_apart
from edition.converter.segment.drama.unmarked import directs, is_plain_direction
from edition.converter.segment.lines import Line
from edition.converter.segment.prose import reading as prose
from edition.converter.segment.text import Reading, Text
from edition.converter.segment.turns import Convention, convention_of
from edition.converter.segment.turns.candidate import Candidate
from edition.converter.segment.turns.directions import filling
from edition.converter.segment.turns.grouping import split_at_labels
from edition.converter.segment.turns.headings import Heading, act_or_scene, is_cast_heading, is_end
from edition.converter.segment.turns.reader import TurnReader
from edition.converter.segment.turns.single_lines import told
from edition.converter.segment.turns.stagecraft import slug
from edition.converter.segment.turns.style import Style
from edition.model import Annotation, Block, Span

_FRONT = 120  # stanzas of front matter
_SENTENCE = 40  # characters of a line that says no more


def read(text: Text) -> Reading:
    """The blocks of a play; what marks no speaker is read as prose."""
    convention = convention_of(text)
    if convention is None:
        return prose.read(text)
    play = _Play(text, convention)
    return play.reading()


class _Play:
    def __init__(self, text: Text, convention: Convention) -> None:
        self._text = text
        self._source = text.source.text
        self._reader = TurnReader(text, convention, Style(signs(text), verse=True, italic=italics(text)))
        self._items: list[Block | Opening] = []
        self._held: list[Block] = []
        self._labels = convention.labels
        self._after_heading = True
        self._margin = margin(text, self._reader)
        self._is_film = sum(slug(s.lines[0].text, text.language) is not None for s in text.stanzas) > 1

    def reading(self) -> Reading:
        """The whole play."""
        stanzas = self._text.stanzas
        place = places(self._text, self._first_turn(), self._labels)
        front, marks = front_matter(self._text, place)
        for index in range(place.body, len(stanzas)):
            self._stanza(index)
        self._close()
        items = shared_lines(told(self._items, self._reader.mostly_verse), self._source)
        blocks = (*front, *divide(items))
        return Reading(blocks, tuple(sorted((*marks, *self._reader.marks), key=_by_place)))

    def _first_turn(self) -> int:
        """The index of the stanza with the first turn; in a play with a list of roles it is after the list.

        The title of a play, and what the list says of a role, may look like labels.
        """
        stanzas = self._text.stanzas
        language = self._text.language
        start = next(
            (i + 1 for i, s in enumerate(stanzas[:_FRONT]) if is_cast_heading(s.lines[0].text, language)), 0
        )
        if start:
            headed = range(start, min(start + _FRONT, len(stanzas)))
            divided = (
                i
                for i in headed
                if heads_division(stanzas[i], self._text) and not self._speaks(stanzas[i].lines[0])
            )
            listed = len(stanzas[start - 1].lines) == 1 and start < len(stanzas) - 1
            start = next(divided, start + listed)
        return next(
            (i for i in range(start, len(stanzas)) if self._speaks(stanzas[i].lines[0])), len(stanzas) - 1
        )

    def _speaks(self, line: Line) -> bool:
        label = self._reader.label_of(line, first=True)
        return label is not None and (label.form != "comma" or label.spoken or line.text[-1] in ".:)]")

    def _stanza(self, index: int) -> None:
        stanza = self._text.stanzas[index]
        if len(stanza.lines) == 1 and self._is_part_title(index):
            self._head(Heading("part", 0), stanza.lines)
            return
        if len(stanza.lines) == 1 and self._is_place(stanza.lines[0]):
            self._head(Heading("scene", 2), stanza.lines)
            return
        for label, lines in split_at_labels(self._reader, stanza):
            if label is None:
                self._loose(lines)
            elif self._after_heading and self._lists_persons(index, label, lines):
                self._setting(lines[0].span)
            elif label.described and not self._is_answered(index, lines):
                self._stage(Span(lines[0].span.start, lines[-1].span.end))
            else:
                self._close()
                self._reader.begin(lines[0], label, lines[1:])
                self._after_heading = False

    def _lists_persons(self, index: int, label: Candidate, lines: Sequence[Line]) -> bool:
        """Whether a line under a heading names who is on, with full stops ("MENAECHMUS. PENICULUS."): nothing
        but names in capitals, or the one who speaks next stands first.
        """
        rest = lines[0].text[label.end :].strip(" .—–-")
        if label.form != "period" or len(lines) > 1 or not rest or rest[-1] in "?!" or len(rest) > _SENTENCE:
            return False
        if label.face == "capitals":
            return rest.isupper()
        following = self._text.stanzas[index + 1 : index + 2]
        again = self._reader.label_of(following[0].lines[0], first=True) if following else None
        return again is not None and again.key == label.key and len(self._text.stanzas[index].lines) == 1

    def _is_answered(self, index: int, lines: Sequence[Line]) -> bool:
        """Whether what is said stands under a label: in its stanza, or in the next, which has no label."""
        if len(lines) > 1:
            return True
        following = self._text.stanzas[index + 1 : index + 2]
        return bool(following) and not self._speaks(following[0].lines[0])

    def _is_part_title(self, index: int) -> bool:
        """A line in capitals directly over the heading of an act: the title of a part."""
        line = self._text.stanzas[index].lines[0]
        following = self._text.stanzas[index + 1 : index + 2]
        if not following or not line.text.isupper() or len(line.text) > 60 or line.blanks < 2:
            return False
        heading = act_or_scene(following[0].lines[0].text, self._text.language)
        return (
            heading is not None and heading.type == "act" and not act_or_scene(line.text, self._text.language)
        )

    def _is_place(self, line: Line) -> bool:
        """A line in capitals with white space over it that is nobody's label: where the next scene is set."""
        if not line.text.isupper() or line.blanks < 2 or len(line.text) > 60 or line.text[0] in "([_*":
            return False
        if is_end(line.text, self._text.language) or self._reader.label_of(line, first=True) is not None:
            return False
        return act_or_scene(line.text, self._text.language) is None and not self._after_heading

    def _loose(self, lines: Sequence[Line]) -> None:
        """Lines without a label: a heading, a direction, or what the last speaker goes on to say."""
        heading = act_or_scene(lines[0].text, self._text.language)
        if self._text.conventions.heading:
            declared = self._text.conventions.is_heading(lines[0].text)
            heading = Heading("scene", 2) if declared else None
        if heading is not None and not self._is_speech_line(lines[0]):
            count = _heading_lines(lines)
            self._head(heading, lines[:count])
            if len(lines) > count:
                self._loose(lines[count:])
            return
        if is_end(lines[0].text, self._text.language) and len(lines) == 1:
            self._close()
            self._items.append(Block("trailer", lines[0].span, rule="end of a division"))
            return
        if self._directs(lines):
            self._stage(Span(lines[0].span.start, lines[-1].span.end))
            return
        span = Span(lines[0].span.start, lines[-1].span.end)
        own = self._reader.directions.covering(span)
        if own:
            for stage in filling(own, span, self._source):
                self._stage(stage)
            return
        if self._reader.is_open and is_sung(lines, self._text, self._margin, self._reader.width):
            self._flush()
            self._reader.sing(lines)
        elif self._reader.is_open and not self._reader.has_spoken:
            self._speak(lines)
        elif not self._reader.is_open and (verse := verse_apart(lines, self._reader)):
            self._close()
            self._items.extend(verse)
            self._after_heading = False
        elif self._after_heading:
            self._setting(span)
        elif is_plain_direction(
            lines, self._text, self._labels, margin=self._margin, width=self._reader.width
        ):
            self._stage(span)
        elif self._reader.is_open:
            self._speak(lines)
        else:
            self._setting(span)

    def _directs(self, lines: Sequence[Line]) -> bool:
        """Whether lines are no speech: by their first words, or as they stand apart in a film."""
        if directs(lines, self._text.language, self._margin):
            return True
        return self._is_film and self._reader.has_spoken and lines[0].blanks > 0

    def _is_speech_line(self, line: Line) -> bool:
        """Whether a line that looks like a heading is a line of someone's speech: no blank line before it."""
        return self._reader.is_open and line.blanks == 0

    def _speak(self, lines: Sequence[Line]) -> None:
        self._flush()
        self._reader.go_on(lines)

    def _flush(self) -> None:
        """Directions after which the same speaker goes on stand in the speech."""
        for stage in self._held:
            self._reader.add_stage(stage.span)
        self._held.clear()

    def _stage(self, span: Span) -> None:
        otherwise = "setting" if self._after_heading else "business"
        self._held.append(self._reader.directions.stage(span, otherwise))

    def _setting(self, span: Span) -> None:
        self._close()
        self._items.append(self._reader.directions.stage(span, "setting"))

    def _head(self, heading: Heading, lines: Sequence[Line]) -> None:
        self._close()
        head = Block("head", Span(lines[0].span.start, lines[-1].span.end), rule=f"heading: {heading.type}")
        self._items.append(Opening(heading.level + 1, head, heading.type, heading.n))
        self._after_heading = True

    def _close(self) -> None:
        self._items.extend(self._reader.close())
        self._items.extend(self._held)
        self._held.clear()


def _heading_lines(lines: Sequence[Line]) -> int:
    """How many lines a heading takes: as far as the italics reach in which it says where the scene is."""
    count = 1
    signs = lines[0].text.count("_")
    while signs % 2 and count < min(len(lines), 6):
        signs += lines[count].text.count("_")
        count += 1
    return count if signs % 2 == 0 else 1


def _by_place(mark: Annotation) -> tuple[int, int]:
    return mark.span.start, -mark.span.end
