"""What stands in marks in a paragraph and is not said by the one who speaks beside it there.

Whoever speaks in a paragraph speaks what stands there for itself. But words that are part of a narrator's
sentence are his only if that sentence is about him: "Ann said no. The paper calls it “a shame”."
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice

from edition.converter.annotate.quoting.gender import Gender
from edition.converter.annotate.quoting.naming import Naming
from edition.converter.annotate.quoting.turns import Turn
from edition.converter.annotate.quoting.utterance import Utterance, narrated
from edition.converter.forms.quoting.subjects import Subject

_FREE = ",:;.!?…—–-)("  # after which words in marks are no part of the narrator's sentence
_ENDED = ".!?…"
_MARKS = "\"'“”„«»‹›‘’"
_NEAR = 12  # characters before words in marks
_MANY = 40  # names that are looked through
_FAR = 600  # characters of a sentence
_CAPITAL = re.compile(r"\W*([^\W\d_])")
_UNKNOWN = frozenset({"unknown", "dropped"})


class Apart:
    """Finds what is not said by the speaker of one turn."""

    def __init__(self, turn: Turn, naming: Naming, text: str) -> None:
        self._naming = naming
        self._text = text
        self._turn = turn
        self._start = turn.passage.span.start
        self._parts = list(narrated(turn.passage))
        self._told = sorted(
            clause.subject.start
            for utterance in turn.spoken
            for clause in (utterance.before, utterance.after)
            if clause is not None and clause.subject is not None and clause.subject.kind not in _UNKNOWN
        )
        self._named = naming.first_of(turn.who, turn.passage.span)

    def offsets(self) -> set[int]:
        """The offsets of the utterances that the speaker does not speak."""
        found: set[int] = set()
        before: Utterance | None = None  # the one before, where it is set apart
        last = self._start
        for utterance in self._turn.spoken:
            interrupted = self._is_told(last, utterance.quoted.start)
            if self._is_apart(utterance, before, interrupted=interrupted):
                found.add(utterance.quoted.start)
                before = utterance
            else:
                before = None
            last = utterance.quoted.end
        return found

    def _is_apart(self, utterance: Utterance, goes_on: Utterance | None, *, interrupted: bool) -> bool:
        if utterance.taken_up:
            return False
        who, naming = self._turn.who, self._naming
        saying, at = utterance.saying, utterance.quoted.start
        if saying is not None and saying.subject is not None and saying.subject.kind != "unknown":
            return self._is_another(utterance, saying.subject)
        if not interrupted and _is_introduced(utterance) and not naming.verb_first:
            return naming.tells_of_another(who, self._sentence_start(at), at)
        ahead = self._text[max(self._start, at - _NEAR) : at].rstrip()[-1:]
        if not ahead or ahead in _FREE or ahead in _MARKS:
            return goes_on is not None and who not in naming.named_between(goes_on.quoted.end, at)
        start = self._sentence_start(at)
        return not self._is_told(start, at) and not self._is_about(who, start, at)

    def _is_told(self, start: int, end: int) -> bool:
        """Whether the subject of a clause of saying stands between two offsets."""
        place = bisect_left(self._told, start)
        return place < len(self._told) and self._told[place] < end

    def _is_another(self, utterance: Utterance, subject: Subject) -> bool:
        """Whether a pronoun beside the words means another than the speaker of the paragraph: the sentence
        before them tells of another and not of him, or he is named only later. (No pronoun waits for its
        name over the end of a sentence.)
        """
        at, who = utterance.quoted.start, self._turn.who
        if subject.kind not in ("he", "she") or subject.start < at or at == self._start:
            return False
        pronoun: Gender = "he" if subject.kind == "he" else "she"
        start, end = self._sentence_before(at)
        if start < end and who not in self._naming.named_between(start, end):
            first = self._naming.subject_first(start, end)
            goes_on = first is not None and (first.kind == pronoun or self._naming.meant(first) == who)
            if not goes_on and self._naming.introduces_another(who, pronoun, start, end):
                return True
        if self._turn.rule == "pronoun":
            return False
        return not 0 <= self._named < at

    def _sentence_before(self, at: int) -> tuple[int, int]:
        """The narrator's last sentence before words that begin at an offset; empty where words in marks end
        right before it.
        """
        place = bisect_left(self._parts, (at, at)) - 1
        if place < 0 or self._parts[place][1] != at:
            return at, at
        start, end = self._parts[place]
        end = start + len(self._text[start:end].rstrip().rstrip(_ENDED))
        return self._naming.sentence_start(start, end), end

    def _is_about(self, who: str, start: int, at: int) -> bool:
        """Whether a sentence is about someone: it begins with his name, or with his pronoun where he is the
        last one whom it can mean.
        """
        subject = self._naming.subject_first(start, at)
        if subject is None:
            return False
        if subject.kind in ("he", "she"):
            fitting = ("", subject.kind)
            named = self._naming.named_back(self._start, start)
            near = next((one for one in islice(named, _MANY) if self._naming.gender(one) in fitting), who)
            return near == who and self._naming.gender(who) in fitting
        return self._naming.meant(subject) == who

    def _sentence_start(self, at: int) -> int:
        """Where the narrator's sentence begins in which words in marks stand at an offset."""
        begin = at
        for place in range(bisect_left(self._parts, (at, at)) - 1, -1, -1):
            begin, end = self._parts[place]
            found = self._naming.sentence_start(begin, end)
            if found > begin or at - begin > _FAR:
                return found
            ended = self._text[max(self._start, begin - _NEAR) : begin].rstrip(_MARKS)[-1:]
            capital = _CAPITAL.match(self._text, begin, end)
            if ended and ended in _ENDED and capital is not None and capital[1].isupper():
                return begin
        return begin


def _is_introduced(utterance: Utterance) -> bool:
    """Whether a clause of saying before the words has a subject that is not known."""
    saying = utterance.before
    return (
        saying is not None
        and (saying.subject is None or saying.subject.kind == "unknown")
        and (utterance.after is None or utterance.after.subject is None)
    )


def set_apart(turns: Iterable[Turn], naming: Naming, text: str) -> None:
    """Notes in each turn with a speaker what is not his."""
    for turn in turns:
        if turn.who and turn.spoken:
            turn.apart = Apart(turn, naming, text).offsets()
