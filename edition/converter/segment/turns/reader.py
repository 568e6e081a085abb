"""Turns from stanzas, once it is known how a text marks its speakers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from sys import intern

from edition.converter.segment.lines import Line, lines_from
from edition.converter.segment.text import Text
from edition.converter.segment.turns.candidate import Candidate
from edition.converter.segment.turns.convention import Convention
from edition.converter.segment.turns.directing import DirectionReader
from edition.converter.segment.turns.directions import Direction, covered, filling, leading_blank
from edition.converter.segment.turns.indented import first_line_column, set_in
from edition.converter.segment.turns.inside import has_turns_inside, parted
from edition.converter.segment.turns.label_ends import directs_after_comma, end_of_label
from edition.converter.segment.turns.labelling import LabelReader
from edition.converter.segment.turns.lineation import Lineation, lineation, shared_lines
from edition.converter.segment.turns.measure import begins_like_verse, is_verse, room_left, width_of
from edition.converter.segment.turns.single_lines import SONG, UNTOLD
from edition.converter.segment.turns.style import Style
from edition.converter.segment.turns.tails import end_of_speech, with_notes
from edition.model import Annotation, Block, Span, spanning


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
        self.directions = DirectionReader(text, style)
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
        language = self.text.language
        end = end_of_label(line, label, rest, language, self.style)
        rule = "turn: declared" if label.form == "declared" else intern(f"turn: {label.face}, {label.form}")
        speaker = Block("speaker", Span(line.span.start, end), rule=rule)
        self._turn = _Turn([speaker], rule=rule, who=who or label.named)
        if directs_after_comma(line, label, language, self.style):
            after = line.span.start + label.end
            self._turn.children.append(self.directions.stage(Span(end, after), "delivery"))
            end = after
        if label.form == "bracket" and not self.style.notes:
            spoken = self.directions.delivery(end, line.span.end)
            if spoken is not None:
                self._turn.children.append(self.directions.stage(spoken, "delivery"))
                end = spoken.end
        if label.inside and not self.style.notes:
            after = line.span.start + label.end
            said = Span(leading_blank(self._source, end, after), after)
            self._turn.children.append(self.directions.stage(said, "delivery"))
            end = after
        lines = lines_from([line, *rest], end, self._source)
        if lines:
            self.go_on(lines)

    def sing(self, lines: Sequence[Line]) -> None:
        """What is sung next by whoever is speaking: verse, whatever its lines look like."""
        assert self._turn is not None
        self._turn.said = True
        self._turn.children.extend(Block("verse-line", line.span, rule=SONG) for line in lines)
        directions = self.directions.within(Span(lines[0].span.start, lines[-1].span.end))
        for line in lines:
            self._mark([d for d in directions if d.span.within(line.span)])

    def go_on(self, lines: Sequence[Line]) -> None:
        """What is said next by whoever is speaking: lines that stand together."""
        assert self._turn is not None
        span = Span(lines[0].span.start, lines[-1].span.end)
        directions = self.directions.within(span)
        if not directions:
            self._say(lines, directions)
            return
        children = self._turn.children
        start = span.start
        opening = self.directions.opening(span, directions)
        if opening is not None and not self._turn.said:
            children.append(self.directions.stage(opening, "delivery"))
            start = leading_blank(self._source, opening.end, span.end)
            if start > opening.end and self._source[opening.end : start].strip():
                # A dash between direction and speech belongs to the direction.
                children[-1] = self.directions.stage(
                    Span(opening.start, _rstrip(self._source, opening.end, start)), "delivery"
                )
        rest = lines_from(lines, start, self._source)
        for run in self.directions.runs(rest, directions, verse=self._verse):
            self._say(run, directions)

    def add(self, block: Block) -> None:
        """A block inside the turn that is open."""
        assert self._turn is not None
        self._turn.children.append(block)

    def add_stage(self, span: Span, otherwise: str = "business") -> None:
        """A direction inside the turn that is open."""
        assert self._turn is not None
        self._turn.children.append(self.directions.stage(span, otherwise))

    def _mark(self, directions: Sequence[Direction]) -> None:
        self.marks.extend(self.directions.marks(directions))

    def _say(self, run: Sequence[Line], directions: Sequence[Direction]) -> None:
        """A run of lines as directions, verse or prose."""
        assert self._turn is not None
        children = self._turn.children
        span = Span(run[0].span.start, run[-1].span.end)
        inside = [d for d in directions if span.start <= d.span.start and d.span.end <= span.end]
        own = list(covered(self._source, span, inside)) if inside else []
        if own:
            children.extend(self.directions.stage(one) for one in filling(own, span, self._source))
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
            after.append(self.directions.stage(note))
            end = _rstrip(self._source, span.start, note.start)
        if end > span.start:
            self._turn.children.append(Block("speech", Span(span.start, end), rule="prose"))
            self._mark(directions)
        if after:
            self._turn.tails[len(self._turn.children)] = len(after)
        self._turn.children.extend(reversed(after))

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
