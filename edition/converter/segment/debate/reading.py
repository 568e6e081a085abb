"""A debate or an interview, stanza by stanza."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.segment.debate.examination import Examination
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.lines import Line
from edition.converter.segment.prose import reading as prose
from edition.converter.segment.text import Evidence, Reading, Text
from edition.converter.segment.turns import Convention, convention_of, density
from edition.converter.segment.turns.directions import covered, is_procedure
from edition.converter.segment.turns.headings import act_or_scene
from edition.converter.segment.turns.reader import Style, TurnReader, split_at_labels
from edition.model import Annotation, Block, Certainty, Span

_DENSE = 0.08  # turns a stanza: in a debate one may speak for many paragraphs
_PERSONS = 3  # with so many speakers it is a debate, with fewer an interview
_SHORT = 250  # characters of a heading of the agenda
_LONG_NOTE = 400  # characters: a longer bracket is read out, not noted


def weigh(text: Text) -> Evidence:
    """How much speaks for a debate: turns of several people, offices, reactions."""
    return _weigh(text, interview=False)


def weigh_interview(text: Text) -> Evidence:
    """How much speaks for an interview or a hearing: turns of two people, or of Q and A."""
    return _weigh(text, interview=True)


def _weigh(text: Text, *, interview: bool) -> Evidence:
    convention = convention_of(text)
    if convention is None or density(text) < _DENSE or convention.turns < 4:
        return Evidence(0)
    letters = any(face == "letter" for _, face in convention.kinds)
    recurring = [label for label, count in convention.counts.items() if count > 1]
    if interview != (letters or len(recurring) < _PERSONS):
        return Evidence(0)
    signs = [f"{convention.turns} turns of {len(recurring)} speakers"]
    weight = 0.6
    if density(text) > 0.4:
        weight += 0.1
    roles = text.language.labels.roles
    if any(not roles.isdisjoint(label) for label in convention.labels):
        weight += 0.1
        signs.append("offices among the speakers")
    if any(act_or_scene(stanza.lines[0].text, text.language) for stanza in text.stanzas[:60]):
        weight -= 0.1
    return Evidence(weight, ", ".join(signs))


def read(text: Text) -> Reading:
    """The blocks of a debate; a text that marks no speakers is read as prose."""
    convention = convention_of(text)
    if convention is None:
        return prose.read(text)
    return _Debate(text, convention).reading()


class _Debate:
    def __init__(self, text: Text, convention: Convention) -> None:
        self._text = text
        self._source = text.source.text
        self._reader = TurnReader(text, convention, Style("([", verse=False, notes=True))
        self._examination = Examination(text.language)
        self._items: list[Block | Opening] = []
        self._begun = False
        self._caps = sum(face == "capitals" for _, face in convention.kinds) > 0

    def reading(self) -> Reading:
        """The whole debate."""
        stanzas = self._text.stanzas
        first = next(
            (i for i, s in enumerate(stanzas) if self._reader.label_of(s.lines[0], first=True)), len(stanzas)
        )
        for index, stanza in enumerate(stanzas):
            self._begun = index >= first
            for label, lines in split_at_labels(self._reader, stanza):
                if label is None:
                    self._loose(lines, index)
                    continue
                self._close()
                named = self._examination.label(label.key)
                self._reader.begin(lines[0], label, lines[1:], who=named)
        self._close()
        marks = tuple(sorted(self._reader.marks, key=_by_place))
        return Reading(divide(self._items), marks)

    def _loose(self, lines: Sequence[Line], index: int) -> None:
        """Lines without a label: a note of the record, a heading of the agenda, or the speech going on."""
        span = Span(lines[0].span.start, lines[-1].span.end)
        words = self._source[span.start : span.end]
        if self._examination.reads(lines):
            self._close()
            self._items.append(Block("stage", span, rule="examination", attributes=(("type", "procedure"),)))
            return
        directions = self._reader.directions(span)
        own = list(covered(self._source, span, directions))
        if (own and len(words) <= _LONG_NOTE) or self._reader.is_declared_reaction(words):
            self._note(span)
            return
        if len(lines) == 1 and self._is_procedure(words, index):
            self._close()
            self._items.append(
                Block("stage", span, rule="note of the sitting", attributes=(("type", "procedure"),))
            )
            return
        declared = self._text.conventions.heading
        if self._text.conventions.is_heading(words) if declared else self._is_heading(lines, index):
            self._close()
            head = Block("head", span, rule="heading of the agenda", certainty=Certainty.MEDIUM)
            self._items.append(Opening(1, head, "item"))
            return
        if self._reader.is_open:
            self._reader.go_on(lines)
            return
        if not self._begun and index == 0 and len(lines) == 1 and len(words) <= _SHORT and not _ends(words):
            self._items.append(Block("head", span, rule="head"))
            return
        self._items.append(Block("paragraph", span, rule="paragraph"))

    def _note(self, span: Span) -> None:
        """A note in brackets on lines of its own: what the audience did, or what happened."""
        note = self._reader.stage(span)
        if self._reader.is_open:
            self._reader.add(note)
        else:
            self._items.append(note)

    def _is_procedure(self, words: str, index: int) -> bool:
        """A sentence about the sitting, where nobody speaks yet or the speech above has ended."""
        return (
            len(words) <= _SHORT
            and is_procedure(words, self._text.language)
            and (not self._begun or _ends(words))
        )

    def _is_heading(self, lines: Sequence[Line], index: int) -> bool:
        """A short stanza that ends like no sentence, with a speaker's label under it.

        In a speech such a stanza may be a heading someone reads out: a heading in capitals, or one with white
        space over it, is the record's.
        """
        words = " ".join(line.text for line in lines)
        following = self._text.stanzas[index + 1 : index + 2]
        if (
            not following
            or len(words) > 2 * _SHORT
            or _ends(words)
            or words[0].islower()
            or words[0] in '-–—•“"«'
        ):
            return False
        labelled = self._reader.label_of(following[0].lines[0], first=True) is not None
        set_off = words.isupper() or lines[0].blanks >= 2
        return labelled and (set_off or not self._reader.is_open or len(words) > 40)

    def _close(self) -> None:
        turn = self._reader.close()
        if turn is not None:
            self._items.append(turn)


def _ends(words: str) -> bool:
    return words.rstrip(" _*\"”»’')]").endswith((".", "!", "?", "…", ":", ";", ",", "-", "–", "—"))


def _by_place(mark: Annotation) -> tuple[int, int]:
    return mark.span.start, -mark.span.end
