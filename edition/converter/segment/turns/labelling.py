"""The labels of a text's lines, once its convention is known, and the speeches that stand under them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from edition.converter.forms.letters import UPPER
from edition.converter.forms.speakers import first_word
from edition.converter.segment.lines import Line, sample
from edition.converter.segment.text import Text
from edition.converter.segment.turns.candidate import Candidate
from edition.converter.segment.turns.candidates import after_count, candidates, declared
from edition.converter.segment.turns.closings import goes_on_small
from edition.converter.segment.turns.convention import Convention
from edition.converter.segment.turns.faces import LONGEST_OFFICE
from edition.converter.segment.turns.headings import is_cast_heading
from edition.converter.segment.turns.measure import is_verse
from edition.converter.segment.turns.style import Style
from edition.model import Span

_EARLY_DIGIT = re.compile(r"\D{0,9}\d")  # of a number or a time before a label
_CAPITALS = re.compile(rf".{{0,{LONGEST_OFFICE}}}?[{UPPER}]{{2}}")  # a label in capitals


class LabelReader:
    """Says which label a line begins with."""

    def __init__(self, text: Text, convention: Convention, style: Style) -> None:
        self._text = text
        self._convention = convention
        self._style = style
        self._begins = {label[0] for label in convention.labels if label}
        self._labelled: dict[tuple[Span, bool], Candidate] = {}  # lines are looked at more than once

    def label_of(self, line: Line, *, first: bool) -> Candidate | None:
        """The label at the beginning of a line, None where there is none."""
        if self._text.conventions.speaker:
            return declared(line, self._text.conventions, first=first)
        if first_word(line.text) not in self._begins and (
            _EARLY_DIGIT.match(line.text) is None or first_word(after_count(line.text)) not in self._begins
        ):
            return None
        if self._convention.only_first and not first and _CAPITALS.match(line.text) is None:
            return None
        known = self._labelled.get((line.span, first))
        if known is not None:
            return known
        found = self._label_of(line, first=first)
        if found is not None:
            self._labelled[line.span, first] = found
        return found

    def _label_of(self, line: Line, *, first: bool) -> Candidate | None:
        for candidate in candidates(line, self._text.language, first=first):
            if candidate.described and not self._style.verse:
                continue  # what an officer of a sitting does
            if self._convention.reads(candidate) and not self._is_no_label(candidate, line):
                return candidate
        return None

    def _is_no_label(self, candidate: Candidate, line: Line) -> bool:
        """Whether a record names someone who does not speak there: nothing but pages or a time follows, or
        the sentence goes on after the bracket.
        """
        if not self._style.notes:
            return False
        listed = candidate.numbers and candidate.face != "letter"
        return listed or (candidate.form == "bracket" and goes_on_small(line.text, candidate.name))

    def over_verse(self, width: int) -> bool:
        """Whether the stanzas with labels in them are in verse: for a text with too few speeches to tell."""
        verse = prose = 0
        for stanza in self._text.stanzas:
            if len(stanza.lines) >= 3 and self.label_of(stanza.lines[0], first=True) is not None:
                if self.label_of(stanza.lines[1], first=True) is not None:
                    continue  # one label under the other: a list of roles
                verdict = is_verse([line.text for line in stanza.lines[1:]], width)
                verse += len(stanza.lines) - 1 if verdict else 0
                prose += len(stanza.lines) - 1 if verdict is False else 0
        return verse > 2 * prose and verse > 4

    def speeches(self) -> Iterator[list[Line]]:
        """The lines of longer speeches from all over the text, without the line of the label."""
        listed = alone = False
        for stanza in sample(self._text.stanzas):
            heads = is_cast_heading(stanza.lines[-1].text, self._text.language)
            if listed or heads:
                listed, alone = heads, False
                continue
            if len(stanza.lines) == 1:
                # A speech may stand under its label as a stanza of its own.
                alone = self.label_of(stanza.lines[0], first=True) is not None
                continue
            yield from self._speeches_in(stanza.lines, said=alone)
            alone = False

    def _speeches_in(self, stanza: Sequence[Line], *, said: bool) -> Iterator[list[Line]]:
        """The speeches of a stanza; with `said` its first lines go with the label over it."""
        lines: list[Line] | None = [] if said else None
        for index, line in enumerate(stanza):
            label = self.label_of(line, first=index == 0)
            if label is not None:
                if lines is not None and len(lines) > 1:
                    yield lines
                # In columns what is said begins where its other lines do.
                lines = [line._replace(text=line.text[label.end :])] if label.form == "gap" else []
            elif lines is not None and line.text[0] not in self._style.signs:
                lines.append(line)
        if lines is not None and len(lines) > 1:
            yield lines
