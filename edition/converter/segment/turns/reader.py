"""Turns from stanzas, once it is known how a text marks its speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from sys import intern

from edition.converter.forms.letters import fold
from edition.converter.forms.speakers import first_word
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.text import Text
from edition.converter.segment.turns.candidate import Candidate
from edition.converter.segment.turns.closings import (
    closing_of,
    is_affiliation,
    only_brackets,
)
from edition.converter.segment.turns.convention import Convention
from edition.converter.segment.turns.directions import (
    Direction,
    brackets,
    covered,
    is_reaction,
    italics,
    kind_of,
    leading_blank,
    says_movement,
    says_procedure,
    with_marks,
)
from edition.converter.segment.turns.indented import first_line_column, set_in
from edition.converter.segment.turns.initials import office_end
from edition.converter.segment.turns.inside import has_turns_inside, parted
from edition.converter.segment.turns.labelling import LabelReader
from edition.converter.segment.turns.lineation import Lineation, lineation, shared_lines
from edition.converter.segment.turns.measure import begins_like_verse, is_verse, room_left, width_of
from edition.converter.segment.turns.single_lines import SONG, UNTOLD
from edition.converter.segment.turns.stagecraft import is_cue
from edition.converter.segment.turns.style import Style
from edition.converter.segment.turns.tails import end_of_speech, with_notes
from edition.model import Annotation, Block, Span, spanning

_MOST_WORDS = 30  # of a note in brackets
_SET_IN = 3  # columns by which a direction is set in under a speech
_SHORTLY = 2  # words of a note in small letters ("pause", "laughs softly")
_FEW_WORDS = 4  # of a note that ends like no sentence ("Carried")
_SIGNS_END = '.!?…:—–-"”’»)]_;'


@dataclass
class _Turn:
    children: list[Block] = field(default_factory=list)
    rule: str = ""
    who: str = ""
    said: bool = False
    tails: dict[int, int] = field(default_factory=dict)  # notes at a paragraph's end: the first, how many


class TurnReader:
    """Reads labels and what is said; what stands between turns is the genre's to name."""

    def __init__(self, text: Text, convention: Convention, style: Style) -> None:
        self.text = text
        self.convention = convention
        self.style = style
        self.marks: list[Annotation] = []
        self._source = text.source.text
        self.width = width_of(text.stanzas)
        self._labels = LabelReader(text, convention, style)
        self.turns_inside = style.verse and has_turns_inside(
            text.stanzas, convention.labels, convention.turns, text.language
        )
        self._lines = lineation(self._labels.speeches(), self.width) if style.verse else Lineation()
        if self.turns_inside:
            self._lines = shared_lines(self._lines)
        self.mostly_verse = self._verse = self._lines.mostly or (
            style.verse and self._lines.width == 0 and self._labels.over_verse(self.width)
        )
        self._column = first_line_column(text.stanzas) if style.notes else None
        self._turn: _Turn | None = None

    def label_of(self, line: Line, *, first: bool) -> Candidate | None:
        """The label at the beginning of a line, None where there is none."""
        return self._labels.label_of(line, first=first)

    def parted(self, lines: Sequence[Line]) -> Sequence[Line]:
        """Lines, parted where turns begin inside of them."""
        if not self.turns_inside or self.label_of(lines[0], first=True) is None:
            return lines
        return [part for line in lines for part in parted(line, self.convention.labels, self.text.language)]

    def on_one_line(self, before: Line, line: Line) -> bool:
        """Whether two parts stand on one line of the source."""
        return self.turns_inside and "\n" not in self._source[before.span.end : line.span.start]

    @property
    def breaks_like_verse(self) -> bool:
        """Whether enough lines show that the speeches are in verse."""
        return self._lines.mostly and self._lines.width > 0

    @property
    def is_open(self) -> bool:
        """Whether someone is speaking."""
        return self._turn is not None

    @property
    def has_spoken(self) -> bool:
        """Whether the one who is speaking has said anything yet."""
        return self._turn is not None and self._turn.said

    def close(self) -> list[Block]:
        """The turn that was open, and what the record notes after it; nothing where nobody was speaking."""
        turn, self._turn = self._turn, None
        if turn is None:
            return []
        if len(turn.children) == 1 and turn.children[0].kind == "speaker":
            return [Block("paragraph", turn.children[0].span, rule="label without speech")]
        known = (("who-label", turn.who),) if turn.who else ()
        end = len(turn.children)
        if self.style.audience:
            end = end_of_speech(turn.children, turn.tails, self._source)
        children, marks = with_notes(turn.children[:end], turn.tails)
        self.marks.extend(marks)
        return [spanning("turn", children, rule=turn.rule, attributes=known), *turn.children[end:]]

    def begin(self, line: Line, label: Candidate, rest: Sequence[Line], who: str = "") -> None:
        """Open a turn with its label; `rest` are the lines of its stanza that follow the label's.

        `who` is a label by which the speaker is known elsewhere, where this one does not tell.
        """
        start = line.span.start
        end = self._end_of_label(line, label)
        if label.opens:
            end = self._end_of_office(end, rest)
        elif label.form == "alone" and self.style.notes and rest and self._says_where(rest[0]):
            end = rest[0].span.end
        rule = "turn: declared" if label.form == "declared" else intern(f"turn: {label.face}, {label.form}")
        speaker = Block("speaker", Span(start, end), rule=rule)
        self._turn = _Turn([speaker], rule=rule, who=who or label.named)
        if self._directs_after_comma(line, label):
            after = line.span.start + label.end
            self._turn.children.append(self.stage(Span(end, after), "delivery"))
            end = after
        if label.form == "bracket" and not self.style.notes:
            end = self._delivery(end, line.span.end)
        if label.inside and not self.style.notes:
            after = line.span.start + label.end
            said = Span(leading_blank(self._source, end, after), after)
            self._turn.children.append(self.stage(said, "delivery"))
            end = after
        lines = self._after(end, [line, *rest])
        if lines:
            self.go_on(lines)

    def _says_where(self, line: Line) -> bool:
        """Whether a line under a name says in brackets to what place or party someone belongs."""
        inside = line.text
        return (
            only_brackets(inside) and is_affiliation(inside) and not is_reaction(inside, self.text.language)
        )

    def _end_of_office(self, end: int, rest: Sequence[Line]) -> int:
        """Where an office ends that goes on in the lines below its label."""
        found = office_end([line.text for line in rest])
        return rest[found[0]].span.start + found[1] if found is not None else end

    def _delivery(self, start: int, end: int) -> int:
        """Where the bracket after a label ends that says how it is spoken; `start` where there is none.

        It does so whatever brackets the printer sets other directions in.
        """
        assert self._turn is not None
        begin = leading_blank(self._source, start, end)
        found = next((d for d in brackets(self._source, begin, end, "([") if d.span.start == begin), None)
        if found is None or self._source[begin] in self.style.signs:
            return start
        whole = with_marks(self._source, found.span, start, end)
        self._turn.children.append(self.stage(Span(begin, whole.end), "delivery"))
        return whole.end

    def _end_of_label(self, line: Line, label: Candidate) -> int:
        """Where the label ends: after its colon or stop; before a direction."""
        if self.style.notes and label.form in ("bracket", "alone") and self._is_part_of_label(line, label):
            return line.span.end
        if label.form == "bracket" and self.style.notes:
            closing = closing_of(line.text, label.name)
            return line.span.start + (closing.end if closing is not None else label.name)
        if label.form == "bracket":
            return line.span.start + label.name
        if label.inside and not self.style.notes:
            before = line.text[: line.text.rfind(label.inside, 0, label.name) - 1]
            return line.span.start + len(before.rstrip())
        if label.form == "alone" and label.stopped == "colon" and self.style.notes:
            return line.span.end
        if label.form == "alone":
            text = line.text
            cut = text.find("(") if "(" in text else text.find("[")
            if cut > 0 and cut >= label.name:
                return line.span.start + len(text[:cut].rstrip())
            return line.span.end
        if self._directs_after_comma(line, label):
            return line.span.start + label.name
        return line.span.start + label.end

    def _directs_after_comma(self, line: Line, label: Candidate) -> bool:
        """Whether a play says after the name and a comma how something is said or what is done; an office or
        a second name that stands there belongs to the label ("Mr. SMITH, chairman.").
        """
        if self.style.notes or label.form not in ("comma", "period") or line.text[label.name] != ",":
            return False
        words = line.text[label.name + 1 : label.end].lstrip(" _")
        return words[:1].islower() and first_word(words) not in self.text.language.labels.roles

    def _is_part_of_label(self, line: Line, label: Candidate) -> bool:
        """Whether the bracket after a name on a line of its own says who that is: a place, a party."""
        inside = line.text[label.name :].strip()
        return only_brackets(inside) and not is_reaction(inside, self.text.language)

    def sing(self, lines: Sequence[Line]) -> None:
        """What is sung next by whoever is speaking: verse, whatever its lines look like."""
        assert self._turn is not None
        self._turn.said = True
        self._turn.children.extend(Block("verse-line", line.span, rule=SONG) for line in lines)
        directions = self.directions(Span(lines[0].span.start, lines[-1].span.end))
        for line in lines:
            self._mark([d for d in directions if d.span.within(line.span)])

    def go_on(self, lines: Sequence[Line]) -> None:
        """What is said next by whoever is speaking: lines that stand together."""
        assert self._turn is not None
        span = Span(lines[0].span.start, lines[-1].span.end)
        directions = self.directions(span)
        if not directions:
            self._say(lines, directions)
            return
        children = self._turn.children
        start = span.start
        opening = self._opening_direction(span, directions)
        if opening is not None and not self._turn.said:
            children.append(self.stage(opening, "delivery"))
            start = leading_blank(self._source, opening.end, span.end)
            if start > opening.end and self._source[opening.end : start].strip():
                # A dash between direction and speech belongs to the direction.
                children[-1] = self.stage(
                    Span(opening.start, _rstrip(self._source, opening.end, start)), "delivery"
                )
        for run in self._runs(lines, start, directions):
            self._say(run, directions)

    def stage(self, span: Span, otherwise: str = "business") -> Block:
        """A direction as a block, its type by its words."""
        words = self._source[span.start : span.end]
        if self.style.notes:
            attributes = (("type", self._noted(words)),)
            return Block("stage", span, rule="note in brackets", attributes=attributes)
        kind = kind_of(words, self.text.language)
        type_ = otherwise if kind == "business" else kind
        return Block("stage", span, rule=f"stage direction: {otherwise}", attributes=(("type", type_),))

    def directions(self, span: Span) -> list[Direction]:
        """The directions in a stretch of text, in order."""
        found = brackets(
            self._source, span.start, span.end, self.style.signs, open_ended=not self.style.notes
        )
        if self.style.notes:
            found = [direction for direction in found if self._is_note(direction)]
        if self.style.italic:
            inside = [d.span for d in found]
            for one in italics(self._source, span.start, span.end):
                if not any(s.start <= one.span.start and one.span.end <= s.end for s in inside):
                    found.append(one)
            found.sort()
        return found

    def _is_note(self, direction: Direction) -> bool:
        """Whether a bracket is the record's: a reaction, or a sentence that begins with a capital."""
        words = self._source[direction.span.start + 1 : direction.span.end - 1].strip(" _*")
        if len(words) < 2:
            return words == "?"
        if self.text.conventions.is_reaction(words):
            return True
        if is_reaction(words, self.text.language):
            # "(and applause the dearest)" is someone's aside: what is noted in small letters is short.
            aside = words[0].islower() and fold(words.split()[0]) in self.text.language.common_words
            return not aside and len(words.split()) <= _MOST_WORDS
        if not words[0].isupper():
            doing = self.text.language.turns.business
            return len(words.split()) <= _SHORTLY and fold(words.split()[0]) in doing
        if len(words.split()) <= _FEW_WORDS and says_procedure(words, self.text.language):
            return True
        return words[-1] in '.!?…"”»' and len(words.split()) <= _MOST_WORDS

    def add(self, block: Block) -> None:
        """A block inside the turn that is open."""
        assert self._turn is not None
        self._turn.children.append(block)

    def add_stage(self, span: Span, otherwise: str = "business") -> None:
        """A direction inside the turn that is open."""
        assert self._turn is not None
        self._turn.children.append(self.stage(span, otherwise))

    def _opening_direction(self, span: Span, directions: Sequence[Direction]) -> Span | None:
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

    def _runs(
        self, lines: Sequence[Line], start: int, directions: Sequence[Direction]
    ) -> list[tuple[Line, ...]]:
        """The lines from `start` on, parted where directions stand on lines of their own."""
        rest = self._after(start, lines)
        runs: list[tuple[Line, ...]] = []
        run: list[Line] = []
        index = 0
        while index < len(rest):
            own = self._own_lines(rest, index, directions)
            if own:
                if run:
                    runs.append(tuple(run))
                    run = []
                runs.append(tuple(rest[index : index + own]))
                index += own
            else:
                run.append(rest[index])
                index += 1
        if run:
            runs.append(tuple(run))
        return runs

    def _after(self, start: int, lines: Sequence[Line]) -> list[Line]:
        """What the lines hold from an offset on."""
        rest: list[Line] = []
        for line in lines:
            if line.span.end <= start:
                continue
            if line.span.start < start:
                text = self._source[start : line.span.end]
                skipped = len(text) - len(text.lstrip())
                if text.strip():
                    rest.append(Line(text.strip(), Span(start + skipped, line.span.end), line.indent, 0))
                continue
            rest.append(line)
        return rest

    def _own_lines(self, lines: Sequence[Line], index: int, directions: Sequence[Direction]) -> int:
        """How many lines from `index` on are filled by directions; 0 where speech stands on them.

        A line of prose may begin and end with brackets by chance: the speech above must have ended.
        """
        line = lines[index]
        if line.text[0] not in self.style.signs and line.text[0] != "_":
            return 0
        if index and lines[index - 1].text[-1] not in _SIGNS_END and not self._verse:
            return 0
        for count in range(1, min(len(lines) - index, 60) + 1):
            span = Span(line.span.start, lines[index + count - 1].span.end)
            if any(d.span.start < span.end < d.span.end for d in directions):
                continue
            return count if next(covered(self._source, span, directions), None) is not None else 0
        return 0

    def _say(self, run: Sequence[Line], directions: Sequence[Direction]) -> None:
        """A run of lines as directions, verse or prose."""
        assert self._turn is not None
        children = self._turn.children
        span = Span(run[0].span.start, run[-1].span.end)
        inside = [d for d in directions if span.start <= d.span.start and d.span.end <= span.end]
        own = list(covered(self._source, span, inside)) if inside else []
        if own:
            children.extend(self.stage(Span(one.start, one.end)) for one in self._joined(own, span))
            return
        self._turn.said = True
        if self.style.verse and len(run) == 1 and len(run[0].text) <= self.width:
            children.append(Block(UNTOLD, span, rule="verse"))
            self._mark(inside)
            return
        if self.style.verse and self._in_verse(run, inside):
            children.extend(Block("verse-line", line.span, rule="verse") for line in run)
            for line in run if inside else ():
                self._mark(
                    [d for d in inside if line.span.start <= d.span.start and d.span.end <= line.span.end]
                )
            return
        for stretch in self._stretches(run, span):
            self._paragraph(stretch, [d for d in inside if d.span.within(stretch)])

    def _stretches(self, run: Sequence[Line], span: Span) -> list[Span]:
        """The paragraphs of a run of prose: single lines, or told by a first line that is set in."""
        if any(len(line.text) > 160 for line in run):
            return [line.span for line in run]
        if self._column is None or len(run) < 2:
            return [span]
        return [Span(group[0].span.start, group[-1].span.end) for group in set_in(run, self._column)]

    def _paragraph(self, span: Span, directions: list[Direction]) -> None:
        """A paragraph of speech; what the record notes at its end is set apart until the turn ends."""
        assert self._turn is not None
        end = span.end
        after: list[Block] = []
        while self.style.notes and directions and directions[-1].span.end == end > span.start:
            note = directions.pop().span
            after.append(self.stage(note))
            end = _rstrip(self._source, span.start, note.start)
        if end > span.start:
            self._turn.children.append(Block("speech", Span(span.start, end), rule="prose"))
            self._mark(directions)
        if after:
            self._turn.tails[len(self._turn.children)] = len(after)
        self._turn.children.extend(reversed(after))

    def _joined(self, own: Sequence[Span], span: Span) -> list[Span]:
        """The directions of a stretch that holds nothing else, with every mark between them."""
        starts = [span.start, *(one.start for one in own[1:])]
        ends = [
            *(_rstrip(self._source, one.start, following.start) for one, following in pairwise(own)),
            span.end,
        ]
        return [Span(start, end) for start, end in zip(starts, ends, strict=True)]

    def _mark(self, directions: Sequence[Direction]) -> None:
        for direction in directions:
            words = self._source[direction.span.start : direction.span.end]
            if direction.sign == "_" and not self._is_italic_direction(direction):
                continue
            type_ = kind_of(words, self.text.language)
            self.marks.append(
                Annotation("stage", direction.span, (("type", type_),), "stage direction in a speech")
                if not self.style.notes
                else Annotation("stage", direction.span, (("type", self._noted(words)),), "note in brackets")
            )

    def _noted(self, words: str) -> str:
        """The type of a note: what the audience did, or anything else."""
        reaction = is_reaction(words, self.text.language) or self.is_declared_reaction(words)
        return "reaction" if reaction else "business"

    def is_declared_reaction(self, words: str) -> bool:
        """Whether the edition has declared that such words, in brackets or alone, are a reaction."""
        declared = self.text.conventions
        return declared.is_reaction(words) or declared.is_reaction(words.strip("_*()[] "))

    def _is_italic_direction(self, direction: Direction) -> bool:
        """Italics inside a speech stress a word; a direction is a phrase that begins with a small letter or
        ends like a sentence.
        """
        words = self._source[direction.span.start + 1 : direction.span.end - 1].strip()
        return len(words.split()) > 1 and words[-1] in ".)]"

    def _in_verse(self, run: Sequence[Line], directions: Sequence[Direction]) -> bool:
        if any(d.span.start < line.span.end < d.span.end for d in directions for line in run):
            return False  # a direction over two lines: a line of verse is not broken
        texts = [line.text for line in run]
        told = self._lines.tells(run)
        if told is not None:
            return told
        verdict = is_verse(texts, self.width)
        if verdict is not None:
            if len(run) == 2 and verdict and not self._verse:
                return False
            return verdict or (
                self._verse and all(map(begins_like_verse, texts)) and room_left(texts, self.width) >= 0.5
            )
        return False


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def split_at_labels(reader: TurnReader, stanza: Stanza) -> list[tuple[Candidate | None, tuple[Line, ...]]]:
    """The lines of a stanza in groups, each with the label it begins with, if it has one."""
    groups: list[tuple[Candidate | None, list[Line]]] = []
    lines = reader.parted(stanza.lines)
    play = reader.style.verse
    for index, line in enumerate(lines):
        # A label inside of a line is as sure as one at the beginning of a stanza.
        first = index == 0 or reader.on_one_line(lines[index - 1], line)
        label = reader.label_of(line, first=first)
        if label is not None or not groups or (play and is_cue(line.text, reader.text.language)):
            groups.append((label, [line]))
        elif play and _moves_apart(line, lines[index - 1], lines[index + 1 :], reader):
            groups.append((None, [line]))
        else:
            groups[-1][1].append(line)
    return [(label, tuple(group)) for label, group in groups]


def _moves_apart(line: Line, above: Line, below: Sequence[Line], reader: TurnReader) -> bool:
    """Whether a line set in under a speech says who comes or goes, and nobody goes on to speak under it."""
    if line.indent < above.indent + _SET_IN or not says_movement(line, reader.text.language):
        return False
    return not below or reader.label_of(below[0], first=False) is not None
