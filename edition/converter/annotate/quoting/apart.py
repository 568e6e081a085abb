"""What stands in marks in a paragraph and is not said by the one who speaks beside it there.

Whoever speaks in a paragraph speaks what stands there for itself. But words that are part of a narrator's
sentence are his only if that sentence is about him: "Ann said no. The paper calls it “a shame”."
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from edition.converter.annotate.quoting.gender import Gender
from edition.converter.annotate.quoting.naming import Naming
from edition.converter.annotate.quoting.turns import Turn
from edition.converter.annotate.quoting.utterance import Passage, Utterance, narrated
from edition.converter.forms.quoting.subjects import Subject

_FREE = ",:;.!?…—–-)("  # after which words in marks are no part of the narrator's sentence
_ENDED = ".!?…"
_MARKS = "\"'“”„«»‹›‘’"
_FAR = 600  # characters of a sentence
_CAPITAL = re.compile(r"\W*([^\W\d_])")
_UNKNOWN = frozenset({"unknown", "dropped"})


class Apart:
    """Finds, in one text, what is not said by the speaker of its paragraph."""

    def __init__(self, naming: Naming, text: str) -> None:
        self._naming = naming
        self._text = text

    def of(self, turn: Turn) -> set[int]:
        """The offsets of the utterances of a turn that its speaker does not speak."""
        told = sorted(
            clause.subject.start
            for utterance in turn.spoken
            for clause in (utterance.before, utterance.after)
            if clause is not None and clause.subject is not None and clause.subject.kind not in _UNKNOWN
        )
        found: set[int] = set()
        before: Utterance | None = None  # the one before, where it is set apart
        last = turn.passage.span.start
        for utterance in turn.spoken:
            at = utterance.quoted.start
            interrupted = any(last <= place < at for place in told)
            if self._is_apart(turn, utterance, told, before, interrupted=interrupted):
                found.add(at)
                before = utterance
            else:
                before = None
            last = utterance.quoted.end
        return found

    def _is_apart(
        self,
        turn: Turn,
        utterance: Utterance,
        told: Sequence[int],
        goes_on: Utterance | None,
        *,
        interrupted: bool,
    ) -> bool:
        if utterance.taken_up:
            return False
        saying, at = utterance.saying, utterance.quoted.start
        if saying is not None and saying.subject is not None and saying.subject.kind != "unknown":
            return self._is_another(turn, utterance, saying.subject)
        if not interrupted and _is_introduced(utterance) and not self._naming.verb_first:
            return self._naming.tells_of_another(turn.who, self._sentence_start(turn.passage, at), at)
        ahead = self._text[turn.passage.span.start : at].rstrip()[-1:]
        if not ahead or ahead in _FREE or ahead in _MARKS:
            return goes_on is not None and turn.who not in self._naming.named_between(goes_on.quoted.end, at)
        start = self._sentence_start(turn.passage, at)
        if any(start <= place < at for place in told):
            return False
        return not self._is_about(turn.who, start, at, turn.passage)

    def _is_another(self, turn: Turn, utterance: Utterance, subject: Subject) -> bool:
        """Whether a pronoun beside the words means another than the speaker of the paragraph: the sentence
        before them tells of another and not of him, or he is named only later. (No pronoun waits for its
        name over the end of a sentence.)
        """
        at, who = utterance.quoted.start, turn.who
        if subject.kind not in ("he", "she") or subject.start < at or at == turn.passage.span.start:
            return False
        pronoun: Gender = "he" if subject.kind == "he" else "she"
        start, end = self._sentence_before(turn.passage, at)
        if start < end and who not in self._naming.named_between(start, end):
            first = self._naming.subject_first(start, end)
            goes_on = first is not None and (first.kind == pronoun or self._naming.meant(first) == who)
            if not goes_on and self._naming.introduces_another(who, pronoun, start, end):
                return True
        if turn.rule == "pronoun" or self._naming.gender(who) == "":
            return False
        return who not in self._naming.named_first(turn.passage, utterance)

    def _sentence_before(self, passage: Passage, at: int) -> tuple[int, int]:
        """The narrator's last sentence before words that begin at an offset; empty where words in marks end
        right before it.
        """
        parts = [part for part in narrated(passage) if part[0] < at]
        if not parts or parts[-1][1] != at:
            return at, at
        start, end = parts[-1]
        end = start + len(self._text[start:end].rstrip().rstrip(_ENDED))
        return self._naming.sentence_start(start, end), end

    def _is_about(self, who: str, start: int, at: int, passage: Passage) -> bool:
        """Whether a sentence is about someone: it begins with his name, or with his pronoun where he is the
        last one whom it can mean.
        """
        subject = self._naming.subject_first(start, at)
        if subject is None:
            return False
        if subject.kind in ("he", "she"):
            fitting = ("", subject.kind)
            named = list(self._naming.named_between(passage.span.start, start))
            near = next((one for one in reversed(named) if self._naming.gender(one) in fitting), who)
            return near == who and self._naming.gender(who) in fitting
        return self._naming.meant(subject) == who

    def _sentence_start(self, passage: Passage, at: int) -> int:
        """Where the narrator's sentence begins in which words in marks stand at an offset."""
        parts = list(takewhile(lambda part: part[0] < at, narrated(passage)))
        begin = at
        for start, end in reversed(parts):
            begin = start
            found = self._naming.sentence_start(start, end)
            if found > start:
                return found
            if at - start > _FAR:
                return start
            ended = self._text[passage.span.start : start].rstrip(_MARKS)[-1:] in tuple(_ENDED)
            capital = _CAPITAL.match(self._text, start, end)
            if ended and capital is not None and capital[1].isupper():
                return start
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
    apart = Apart(naming, text)
    for turn in turns:
        if turn.who and turn.spoken:
            turn.apart = apart.of(turn)
