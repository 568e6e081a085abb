"""A play, stanza by stanza."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from edition.converter.forms.speakers import first_word, words_of
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.drama.front import front_matter, heads_division, places
from edition.converter.segment.drama.sharing import shared_lines
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose import reading as prose
from edition.converter.segment.text import Evidence, Reading, Text
from edition.converter.segment.turns import Convention, convention_of, density, is_list
from edition.converter.segment.turns.candidate import Candidate
from edition.converter.segment.turns.closings import only_brackets
from edition.converter.segment.turns.directions import filling, kind_of, says_movement, speaks
from edition.converter.segment.turns.grouping import split_at_labels
from edition.converter.segment.turns.headings import Heading, act_or_scene, is_cast_heading, is_end
from edition.converter.segment.turns.measure import is_verse, room_left
from edition.converter.segment.turns.reader import TurnReader
from edition.converter.segment.turns.single_lines import told
from edition.converter.segment.turns.stagecraft import is_cue, is_cut, is_piece, names_setting, slug
from edition.converter.segment.turns.style import Style
from edition.converter.segment.verse.stanzas import stanza_block
from edition.model import Annotation, Block, Span

_DENSE = 0.15  # turns a stanza
_SHORT = 90  # characters of a line that only says who comes and goes
_FRONT = 120  # stanzas of front matter
_STANZA = 4  # lines of verse that nobody is said to speak
_WORDS = 3  # of each of them
_SUNG = 120  # characters before a song that say so
_DIRECTING = frozenset({"period", "alone"})  # signs of labels beside which directions stand
_DIRECTED = 2  # labels with directions
_LOOKED = 200  # stanzas
_SURE = 0.75  # from which on no more signs are looked for
_CUES = 2  # lines of a radio play that say what is heard
_MOVES = 4  # words among which stands who comes or goes, and that they do
_SENTENCE = 40  # characters of a line that says no more
_MOST_LEFT = 0.1  # of labels in square brackets where round ones are none of the printer's directions


def weigh(text: Text) -> Evidence:
    """How much speaks for a play: turns, and acts, roles and directions beside them."""
    convention = convention_of(text)
    if convention is None or density(text) < _DENSE or convention.turns < 4:
        return Evidence(0)
    signs: list[str] = [f"{convention.turns} turns"]
    weight = 0.45
    if any(heads_division(stanza, text) for stanza in text.stanzas):
        weight += 0.3
        signs.append("acts or scenes")
    if any(is_cast_heading(stanza.lines[0].text, text.language) for stanza in text.stanzas[:200]):
        weight += 0.3
        signs.append("a list of roles")
    if any(form == "bracket" for form, _ in convention.kinds) and not convention.affiliated:
        weight += 0.15
        signs.append("directions after the speaker's name")
    if sum(is_cue(line.text, text.language) for line in text.lines) >= _CUES:
        weight += 0.3
        signs.append("what is heard")
    moving = sum(_is_movement(stanza.lines[0].text, text) for stanza in text.stanzas)
    if moving >= 2:
        weight += 0.15
        signs.append("entrances and exits")
    if any(is_end(stanza.lines[-1].text, text.language) for stanza in text.stanzas[-3:]):
        weight += 0.1
        signs.append("a line that ends the play")
    if len(signs) == 1 and is_list(text, convention):
        return Evidence(0)
    if weight < _SURE:
        reader = TurnReader(text, convention, Style("(", verse=True))
        if not signs[-1].startswith("directions") and _directed(text, convention, reader) >= _DIRECTED:
            weight += 0.3
            signs.append("directions beside the speaker's name")
        if reader.breaks_like_verse or reader.turns_inside:
            weight += 0.3
            signs.append("speeches in verse")
    return Evidence(min(weight, 0.98), ", ".join(signs))


def _directed(text: Text, convention: Convention, reader: TurnReader) -> int:
    """How many labels have a direction in small letters: after a comma, or in brackets on the line below."""
    if not _DIRECTING & {form for form, face in convention.kinds if face == "capitals"}:
        return 0
    found = 0
    for stanza in text.stanzas[:_LOOKED]:
        label = reader.label_of(stanza.lines[0], first=True)
        if label is None or label.face != "capitals":
            continue
        below = stanza.lines[1].text if len(stanza.lines) > 2 else ""
        if label.form == "comma":
            found += label.spoken and not label.named
        elif label.form == "alone":
            found += only_brackets(below) and below[1:2].islower()
    return found


def _is_movement(line: str, text: Text) -> bool:
    if line[0] in "([_":
        return kind_of(line, text.language) in ("entrance", "exit", "mixed")
    turns = text.language.turns
    moving = turns.movements
    if len(line) > _SHORT or line[-1] not in ".,":
        return False
    # "Enter Mara.", "MARA enters."
    return first_word(line) in moving or not moving.isdisjoint(
        words_of(line)[1:_MOVES] if line.split(maxsplit=1)[0].isupper() or len(line) <= _SENTENCE else ()
    )


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
        self._reader = TurnReader(text, convention, Style(_signs(text), verse=True, italic=_italics(text)))
        self._items: list[Block | Opening] = []
        self._held: list[Block] = []
        self._labels = convention.labels
        self._after_heading = True
        self._margin = _margin(text, self._reader)
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
        if self._reader.is_open and self._is_sung(lines):
            self._flush()
            self._reader.sing(lines)
        elif self._reader.is_open and not self._reader.has_spoken:
            self._speak(lines)
        elif not self._reader.is_open and self._verse(lines):
            self._after_heading = False
        elif self._after_heading:
            self._setting(span)
        elif self._is_plain_direction(lines):
            self._stage(span)
        elif self._reader.is_open:
            self._speak(lines)
        else:
            self._setting(span)

    def _directs(self, lines: Sequence[Line]) -> bool:
        """Whether lines are no speech by their first words: what is heard or seen, what is sung next."""
        language = self._text.language
        first = lines[0].text
        if is_cue(first, language):
            return True
        if len(lines) == 1 and is_cut(first, language):
            return True
        if len(lines) == 1 and lines[0].indent >= self._margin + 3 and says_movement(lines[0], language):
            return True
        if lines[0].blanks and (names_setting(first, language) or is_piece(lines, language)):
            return True
        return self._is_film and self._reader.has_spoken and lines[0].blanks > 0

    def _is_speech_line(self, line: Line) -> bool:
        """Whether a line that looks like a heading is a line of someone's speech: no blank line before it."""
        return self._reader.is_open and line.blanks == 0

    def _is_sung(self, lines: Sequence[Line]) -> bool:
        """Lines set in, with room left after each, under words that say that someone sings."""
        before = self._source[max(0, lines[0].span.start - _SUNG) : lines[0].span.start]
        songs = self._text.language.turns.songs
        texts = [line.text for line in lines]
        return (
            len(lines) > 1
            and all(line.indent > self._margin for line in lines)
            and room_left(texts, self._reader.width) == 1
            and not songs.isdisjoint(words_of(before))
        )

    def _verse(self, lines: Sequence[Line]) -> bool:
        """Add lines of verse that nobody is said to speak, the directions between them, and the prose after
        them; False for lines that are none.
        """
        blocks: list[Block] = []
        place = 0
        while place < len(lines):
            own = next(
                (n for n, line in enumerate(lines[place:]) if line.text[0] not in "(["), len(lines) - place
            )
            if own:
                span = Span(lines[place].span.start, lines[place + own - 1].span.end)
                blocks.append(self._reader.directions.stage(span, "setting"))
                place += own
            sung = self._sung(lines[place:])
            if not sung:
                break
            blocks.append(stanza_block(Stanza(tuple(lines[place : place + sung])), 0, self._reader.marks))
            place += sung
        if not any(block.kind == "verse" for block in blocks):
            return False
        if place < len(lines):
            span = Span(lines[place].span.start, lines[-1].span.end)
            blocks.append(Block("paragraph", span, rule="prose"))
        self._close()
        self._items.extend(blocks)
        return True

    def _sung(self, lines: Sequence[Line]) -> int:
        """How many lines from the first on are verse, and no list of those on stage; 0 for other text."""
        texts = [line.text for line in takewhile(lambda line: line.text[0] not in "([", lines)]
        width = self._reader.width
        count = next((n for n, pair in enumerate(pairwise(texts)) if room_left(pair, width) == 0), len(texts))
        words = sum(len(text.split()) for text in texts[:count])
        if count < _STANZA or words < _WORDS * count or not is_verse(texts[:count], width):
            return 0
        return count

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

    def _is_plain_direction(self, lines: Sequence[Line]) -> bool:
        """A paragraph in which nobody says I or you, about those on stage, or set in as directions are."""
        text = self._source[lines[0].span.start : lines[-1].span.end]
        if speaks(text, self._text.language) or text[0] in '“"«„':
            return False
        if is_verse([line.text for line in lines], self._reader.width):
            return False
        set_in = all(line.indent >= self._margin + 3 for line in lines) and len(lines) > 1
        words = words_of(lines[0].text[:80])
        table = self._text.language.turns
        moves = bool(set(words[:6]) & (table.entrances | table.exits | table.business))
        names = bool(words) and any(words[0] == label[0] or words[:2] == label[:2] for label in self._labels)
        if lines[0].blanks == 0:
            return False
        if len(lines) == 1 and says_movement(lines[0], self._text.language):
            return True
        return text.rstrip(" _")[-1:] in (".", ")", "]", ":") and (set_in or moves or names)


def _heading_lines(lines: Sequence[Line]) -> int:
    """How many lines a heading takes: as far as the italics reach in which it says where the scene is."""
    count = 1
    signs = lines[0].text.count("_")
    while signs % 2 and count < min(len(lines), 6):
        signs += lines[count].text.count("_")
        count += 1
    return count if signs % 2 == 0 else 1


def _signs(text: Text) -> str:
    """The brackets in which this printer sets directions: those that follow labels or stand alone."""
    counts = {"(": 0, "[": 0}
    for stanza in text.stanzas:
        for line in stanza.lines:
            if line.text[0] in counts:
                counts[line.text[0]] += 2
            for sign in counts:
                place = line.text.find(sign, 0, 60)
                if place > 0:
                    counts[sign] += 1
    if counts["["] == 0:
        return "("
    if counts["("] <= _MOST_LEFT * counts["["]:
        return "["
    return "(["


def _italics(text: Text) -> bool:
    """Whether directions stand between underscores, as many that stand alone show."""
    return (
        sum(
            stanza.lines[0].text.startswith("_") and stanza.lines[-1].text.endswith("_")
            for stanza in text.stanzas
        )
        >= 2
    )


def _margin(text: Text, reader: TurnReader) -> int:
    """The column at which most labels begin."""
    columns: dict[int, int] = {}
    for stanza in text.stanzas[:400]:
        if reader.label_of(stanza.lines[0], first=True) is not None:
            column = stanza.lines[0].indent
            columns[column] = columns.get(column, 0) + 1
    return max(columns, key=lambda column: columns[column]) if columns else 0


def _by_place(mark: Annotation) -> tuple[int, int]:
    return mark.span.start, -mark.span.end
