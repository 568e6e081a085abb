"""A debate, an interview or a hearing, stanza by stanza."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.attribution import is_byline
from edition.converter.forms.dates import DateFound, find_dates
from edition.converter.forms.masthead import is_date_line
from edition.converter.forms.speakers import first_word, words_of
from edition.converter.segment.debate.agenda import Agenda
from edition.converter.segment.debate.examination import Examination
from edition.converter.segment.debate.margins import is_quarter, is_time
from edition.converter.segment.debate.record import is_record, listed_names, names_officers, without_credits
from edition.converter.segment.debate.unnamed import read_unnamed
from edition.converter.segment.debate.weighing import is_minutes
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose import reading as prose
from edition.converter.segment.prose.parts import list_block, own_list, section_break, table
from edition.converter.segment.text import Reading, Text
from edition.converter.segment.turns import Convention, convention_of
from edition.converter.segment.turns.candidates import candidates
from edition.converter.segment.turns.convention import NOBODY
from edition.converter.segment.turns.directions import is_procedure, speaks
from edition.converter.segment.turns.grouping import split_at_labels
from edition.converter.segment.turns.headings import is_title
from edition.converter.segment.turns.reader import TurnReader
from edition.converter.segment.turns.style import Style
from edition.model import Annotation, Block, Certainty, Span

_SHORT = 250  # characters of a note of the sitting
_LONG_NOTE = 400  # characters: a longer bracket is read out, not noted
_FEW = 7  # words of a reaction that stands without brackets
_DATED = 80  # characters of a line with date and place
_DAY = len("1900-01-01")
_FIELDS = 2  # lines of a form
_FIELD = re.compile(r"[^\W\d_][^:]{1,40}:\s+\S")
_MOST_FIELDS = 6  # lines of a title with who, where and when under it
_MOST_TITLES = 4  # stanzas over a debate that are its title


def read(text: Text) -> Reading:
    """The blocks of a debate; a text that marks no speakers is read as prose, if it is no minutes."""
    convention = convention_of(text)
    if convention is None and not is_minutes(text):
        return prose.read(text)
    return _Debate(text, convention or NOBODY).reading()


def read_interview(text: Text) -> Reading:
    """The blocks of an interview or hearing, with or without names of those who speak."""
    convention = convention_of(text)
    if convention is None:
        return read_unnamed(text) or prose.read(text)
    return _Debate(text, convention, interview=True).reading()


class _Debate:
    def __init__(self, text: Text, convention: Convention, *, interview: bool = False) -> None:
        self._text = text
        self._source = text.source.text
        self._interview = interview
        self._convention = convention
        style = Style("([", verse=False, notes=True, audience=not interview)
        self._reader = TurnReader(text, convention, style)
        self._examination = Examination(text.language)
        self._items: list[Block | Opening] = []
        self._first = self._first_turn()
        self._agenda = Agenda(text, self._first)
        self._recorded = False

    def _first_turn(self) -> int:
        """The index of the stanza with the first turn."""
        return next(
            (
                index
                for index, stanza in enumerate(self._text.stanzas)
                if self._label(stanza.lines[0])
                and not is_record(stanza.text, self._text.language)
                and not listed_names(stanza)
                and not names_officers(stanza, self._text.language)
                and not self._is_sheet(stanza)
            ),
            len(self._text.stanzas),
        )

    def _is_sheet(self, stanza: Stanza) -> bool:
        """Whether lines are filled in like a form ("Place: …", "Date: …"), under words that no one speaks."""
        if len(stanza.lines) < _FIELDS or not all(_FIELD.match(line.text) for line in stanza.lines):
            return False
        labels = [self._reader.label_of(line, first=True) for line in stanza.lines]
        return not any(label is not None and label.key in self._convention.counts for label in labels)

    def _label(self, line: Line) -> bool:
        return self._reader.label_of(line, first=True) is not None

    def reading(self) -> Reading:
        """The whole debate."""
        for index, stanza in enumerate(self._text.stanzas):
            if index < self._first or is_record(stanza.text, self._text.language):
                self._apart(index, stanza)
                continue
            for label, lines in split_at_labels(self._reader, stanza):
                if label is None:
                    self._loose(lines, index)
                    continue
                self._close()
                self._recorded = False
                named = self._examination.label(label.key)
                self._reader.begin(lines[0], label, lines[1:], who=named)
        self._close()
        if self._interview:
            self._items = without_credits(self._items, self._source, self._text.language, self._convention)
        marks = tuple(sorted(self._reader.marks, key=_by_place))
        return Reading(divide(self._items), marks)

    def _apart(self, index: int, stanza: Stanza) -> None:
        """What stands before the first turn, and what the record lists: nobody says it."""
        if index >= self._first:
            self._close()
            self._recorded = True
        if self._examination.reads(stanza.lines) or self._own_note(stanza):
            self._loose(stanza.lines, index)
            return
        if self._is_margin(stanza.lines):
            self._items.append(_margin(stanza))
            return
        parting = section_break(stanza)
        if parting is not None:
            self._items.append(parting)
            return
        if index == 0 < self._first and self._is_title_and_fields(stanza):
            self._title_and_fields(stanza)
            return
        items = self._lists(stanza)
        special = table(stanza, self._text.source)
        if special is not None or items:
            self._items.append(special or list_block(items))
        elif is_record(stanza.text, self._text.language) or self._is_sheet(stanza):
            self._items.append(Block("paragraph", stanza.span, rule="list of the record"))
        elif index < self._first and self._is_dated(stanza.text):
            self._items.append(Block("dateline", stanza.span, rule="dateline"))
        elif index < self._first and self._names_author(stanza):
            self._items.append(Block("byline", stanza.span, rule="byline"))
        elif index < self._first and self._is_title(index, stanza):
            self._items.append(Block("head", stanza.span, rule="head"))
        elif self._is_heading(stanza.lines, index):
            self._head(stanza.span)
        elif self._is_procedure(stanza.lines):
            self._procedure(stanza.span, "note of the sitting")
        else:
            self._examination.witness(stanza.text)
            self._items.append(Block("paragraph", stanza.span, rule="paragraph"))

    def _is_title_and_fields(self, stanza: Stanza) -> bool:
        """Whether a text begins with its title and, on lines of their own, who, where and when: the last is
        filled in like a form, or is a date.
        """
        lines = [line.text for line in stanza.lines]
        if not 1 < len(lines) <= _MOST_FIELDS or max(map(len, lines)) > _DATED or not is_title(lines[0]):
            return False
        last = lines[-1]
        return _FIELD.match(lines[0]) is None and (_FIELD.match(last) is not None or self._is_dated(last))

    def _title_and_fields(self, stanza: Stanza) -> None:
        head, *rest = stanza.lines
        self._items.append(Block("head", head.span, rule="head"))
        for line in rest:
            dated = self._is_dated(line.text)
            kind, rule = ("dateline", "dateline") if dated else ("paragraph", "list of the record")
            self._items.append(Block(kind, line.span, rule=rule))

    def _names_author(self, stanza: Stanza) -> bool:
        """Whether a line under the title of an interview says who wrote it down ("By Ada Dane")."""
        over = any(isinstance(item, Block) and item.kind == "head" for item in self._items)
        alone = len(stanza.lines) == 1 and self._interview and over
        return alone and is_byline(stanza.text, self._text.language)

    def _is_dated(self, words: str) -> bool:
        """Whether a line is a date, with at most a place beside it."""
        if is_date_line(words, self._text.language):
            return True
        if len(words) > _DATED or words.endswith("."):
            return False
        days = self._days(words)
        return len(days) == 1 and days[0].start < _DAY

    def _names_day(self, words: str) -> bool:
        """Whether a line under a title says on which day the sitting was ("Sitting of 4 May 1933")."""
        return len(words) <= _DATED and len(self._days(words)) == 1

    def _ends_with_day(self, words: str) -> bool:
        """Whether a line names a sitting by its day, whatever stops it has ("Sitting of 3 May 1894.")."""
        days = self._days(words) if len(words) <= _DATED else []
        sits = is_procedure(words, self._text.language) and " — " not in words
        return len(days) == 1 and days[0].end >= len(words.rstrip(".")) and not sits

    def _days(self, words: str) -> list[DateFound]:
        found = find_dates(words, self._text.language)
        return [d for d in found if len(dict(d.attributes).get("when", "")) == _DAY]

    def _own_note(self, stanza: Stanza) -> bool:
        if _is_bracket(self._source[stanza.span.start : stanza.span.end]):
            return True
        return bool(self._reader.directions.covering(stanza.span))

    def _lists(self, stanza: Stanza) -> tuple[tuple[Line, ...], ...]:
        """The items of a list, of names with their pages or of the agenda; none of any other stanza."""
        return own_list(stanza) or listed_names(stanza)

    def _is_title(self, index: int, stanza: Stanza) -> bool:
        """One of the first lines, set like a title; the last of several heads what is debated."""
        over = index == 0 and self._first > 1 and stanza.text.isupper()
        words = stanza.text.rstrip(".") if over else stanza.text
        if index == 0:
            words = words.replace(": ", " ")  # "The river and the town: a round table"
        if index == 0 and len(stanza.lines) == 1 and self._ends_with_day(words):
            return True
        if index >= _MOST_TITLES or len(stanza.lines) > 2 or not is_title(words):
            return False
        following = self._text.stanzas[index + 1]
        if self._lists(following):
            return False
        above = all(
            isinstance(item, Block) and item.kind in ("head", "byline", "dateline") for item in self._items
        )
        last = index == self._first - 1 and not self._names_day(words)
        return above and (self._interview or index == 0 or not last)

    def _loose(self, lines: Sequence[Line], index: int) -> None:
        """Lines without a label: a note of the record, a heading of the agenda, or the speech going on."""
        span = Span(lines[0].span.start, lines[-1].span.end)
        words = self._source[span.start : span.end]
        if self._examination.reads(lines):
            self._close()
            self._procedure(span, "examination")
            return
        if self._examination.witness(" ".join(line.text for line in lines)):
            self._close()
            self._items.append(Block("paragraph", span, rule="paragraph"))
            return
        parting = section_break(Stanza(tuple(lines)))
        if parting is not None:
            if self._reader.is_open:
                self._reader.add(parting)
            else:
                self._items.append(parting)
            return
        own = self._reader.directions.covering(span) or _is_bracket(words)
        noted = self._reader.directions.is_declared_reaction(words) or self._is_plain_reaction(lines)
        if self._is_margin(lines):
            self._print(Stanza(tuple(lines)), index)
        elif (own and len(words) <= _LONG_NOTE) or noted:
            self._note(span)
        elif self._is_procedure(lines) and not self._agenda.lists(words):
            self._close()
            self._procedure(span, "note of the sitting")
        elif (self._reader.has_spoken or not self._reader.is_open) and self._is_heading(lines, index):
            self._close()
            self._head(span)
        elif self._reader.has_spoken and self._opens_with_name(lines[0]):
            # Someone speaks whom we do not know: a turn missed is better than words given to another.
            self._close()
            self._items.append(Block("paragraph", span, rule="label not known", certainty=Certainty.LOW))
        elif self._reader.is_open and not self._recorded:
            self._reader.go_on(lines)
        elif (special := table(Stanza(tuple(lines)), self._text.source)) is not None:
            self._items.append(special)
        else:
            items = listed_names(Stanza(tuple(lines)))
            self._items.append(list_block(items) if items else Block("paragraph", span, rule="paragraph"))

    def _is_margin(self, lines: Sequence[Line]) -> bool:
        """Whether a line is a time or a mark of the printed page."""
        return len(lines) == 1 and (is_time(lines[0].text, self._text.language) or is_quarter(lines[0].text))

    def _print(self, stanza: Stanza, index: int) -> None:
        """What is printed in the margin: over the next turn, if one begins under it, else in the one open."""
        stanzas = self._text.stanzas
        if index + 1 < len(stanzas) and self._label(stanzas[index + 1].lines[0]):
            self._close()
        if self._reader.is_open:
            self._reader.add(_margin(stanza))
        else:
            self._items.append(_margin(stanza))

    def _note(self, span: Span) -> None:
        """A note in brackets on lines of its own: what the audience did, or what happened."""
        note = self._reader.directions.stage(span)
        if self._reader.is_open:
            self._reader.add(note)
        else:
            self._items.append(note)

    def _procedure(self, span: Span, rule: str) -> None:
        self._items.append(Block("stage", span, rule=rule, attributes=(("type", "procedure"),)))

    def _is_procedure(self, lines: Sequence[Line]) -> bool:
        """A sentence about the sitting in which nobody says I or you."""
        words = " ".join(line.text for line in lines)
        language = self._text.language
        if words.isupper() or self._opens_with_name(lines[0]):
            return False
        return len(words) <= _SHORT and is_procedure(words, language) and not speaks(words, language)

    def _is_plain_reaction(self, lines: Sequence[Line]) -> bool:
        """A short paragraph without brackets that begins with what an audience does ("Risos do PS.")."""
        words = words_of(lines[0].text)
        language = self._text.language
        short = len(lines) == 1 and 0 < len(words) <= _FEW and lines[0].text.endswith(".")
        spoken = self._reader.has_spoken
        return (
            spoken and short and words[0] in language.turns.reactions and not speaks(lines[0].text, language)
        )

    def _opens_with_name(self, line: Line) -> bool:
        """Whether a paragraph begins as turns do, though its label is none we know ("Mr. KLINE. …")."""
        beside = self._text.language.labels
        titles = beside.called
        if first_word(line.text) not in titles:
            return False
        readings = candidates(line, self._text.language, first=True)
        return any(c.form in ("colon", "period", "bracket") and c.face != "loose" for c in readings)

    def _is_heading(self, lines: Sequence[Line], index: int) -> bool:
        declared = self._text.conventions
        if declared.heading:
            return declared.is_heading(" ".join(line.text for line in lines))
        stanzas = self._text.stanzas
        following = stanzas[index + 1] if index + 1 < len(stanzas) else None
        labelled = following is not None and (self._label(following.lines[0]) or bool(self._lists(following)))
        listed = index >= self._first and self._agenda.lists(" ".join(line.text for line in lines))
        if labelled and listed:
            return True
        return self._agenda.heads(lines, following, labelled=labelled, speaking=self._reader.is_open)

    def _head(self, span: Span) -> None:
        head = Block("head", span, rule="heading of the agenda", certainty=Certainty.MEDIUM)
        # A heading right under another one stands over the same speeches.
        over = self._items and isinstance(self._items[-1], Opening)
        self._items.append(head if over else Opening(1, head, "item"))

    def _close(self) -> None:
        self._items.extend(self._reader.close())


def _margin(stanza: Stanza) -> Block:
    attributes = (("type", "mark" if is_quarter(stanza.text) else "time"),)
    return Block("stage", stanza.span, rule="time or mark in the margin", attributes=attributes)


def _is_bracket(words: str) -> bool:
    """Whether a bracket, and nothing else, fills a paragraph: what it says, the record says."""
    inside = words.rstrip(".")
    whole = (inside[:1], inside[-1:]) in {("(", ")"), ("[", "]")}
    return whole and inside[1:2].isupper() and not any(sign in inside[1:-1] for sign in "()[]")


def _by_place(mark: Annotation) -> tuple[int, int]:
    return mark.span.start, -mark.span.end
