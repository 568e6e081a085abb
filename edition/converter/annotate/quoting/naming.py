"""Who is named where in a text: in the narrator's words, inside the marks, as one who is called or acts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from edition.converter.annotate.quoting.descriptions import Descriptions
from edition.converter.annotate.quoting.gender import Gender, genders
from edition.converter.annotate.quoting.utterance import Passage, Utterance, narrated
from edition.converter.forms.letters import LOWER, UPPER
from edition.converter.forms.quoting.saying import ClauseReader
from edition.converter.forms.quoting.subjects import Subject
from edition.converter.forms.quoting.verbs import manner_of
from edition.converter.languages import Language
from edition.model import Annotation, Span

_CAPITALISED = re.compile(rf"[{UPPER}](?<!\w.)[{LOWER}]{{1,20}}(?!\w)")
_PUNCTUATION = ",;:()"
_NEAR = 30  # characters before a name in which a preposition stands
_OPENING = 3  # characters before the first word of a sentence
_CLAUSE = 80  # characters after a pronoun in which its clause goes on
_CALLED = ',.!?;—-”"'  # what stands after someone's name who is called
_CALLING = ",“\"‘'"  # and before it


class Naming:
    """The mentions of persons in one text; `described` takes those without a name."""

    def __init__(
        self, mentions: Sequence[Annotation], text: str, language: Language, described: Descriptions
    ) -> None:
        tied = sorted((m for m in mentions if m.get("ref")), key=lambda mention: mention.span)
        self._text = text
        self._table = language.quoting
        self._before_names = language.quoting.before_names
        self._prepositions = language.quoting.prepositions - language.quoting.joining
        self._no_names = language.quoting.before_names | language.calendar_words
        self.verb_first = (
            language.quoting.inverts
        )  # its subject follows: who is not known there is no one else
        self._described = described
        self._starts = [mention.span.start for mention in tied]
        self._who = {m.span.start: (m.get("ref") or "#")[1:] for m in tied}
        self._ends = {m.span.start: m.span.end for m in tied}
        self._given = _given_names(tied, text)
        self._acting: dict[int, str] = {}
        self._genders = genders(tied, text, language)
        self._reader = ClauseReader(text, language, lambda at: self._ends.get(at, -1))

    def meant(self, subject: Subject) -> str:
        """Whom a subject means; empty where that is not known from its words."""
        words = self._text[subject.start : subject.end]
        match subject.kind:
            case "name":
                return self._who.get(subject.start, "")
            case "description":
                return self._described.record(words)
            case "i":
                return self._described.narrator(words)
        return ""

    def gender(self, who: str) -> Gender:
        """Which pronoun goes with someone, as far as it is known."""
        return self._described.gender(who) or self._genders.get(who, "")

    def told_of(self, passage: Passage) -> Iterator[str]:
        """Who is named in the narrator's words of a paragraph."""
        for start, end in narrated(passage):
            yield from self.named_between(start, end)

    def named_first(self, passage: Passage, utterance: Utterance) -> Iterator[str]:
        """Who is named in a paragraph before an utterance."""
        return self.named_between(passage.span.start, utterance.quoted.start)

    def told_of_first(self, passage: Passage, utterance: Utterance) -> Iterator[str]:
        """Of whom a paragraph tells before an utterance: who is named there and not after a preposition."""
        for place in self._places(passage.span.start, utterance.quoted.start):
            before = self._text[max(0, place - _NEAR) : place].lower().split()
            while before and before[-1].rstrip(".") in self._before_names:
                before.pop()
            if not before or before[-1] not in self._prepositions:
                yield self._who[place]

    def spoken_to(self, utterance: Utterance) -> Iterator[str]:
        """Who is named in a clause after its pronoun ("said he to Ann")."""
        subject = utterance.saying.subject if utterance.saying is not None else None
        if subject is not None and subject.kind in ("he", "she"):
            stop = self._text.find(".", subject.end, subject.end + _CLAUSE)
            yield from self.named_between(subject.end, stop if stop > 0 else subject.end + _CLAUSE)

    def spoken_of(self, passage: Passage) -> Iterator[tuple[str, bool]]:
        """Who is named inside the marks, and whether as one who is called; by the given name too."""
        for utterance in passage.outer:
            first, last = (bisect_left(self._starts, offset) for offset in utterance.span)
            for start in self._starts[first:last]:
                yield self._who[start], self._is_called(start, self._ends[start])
            for word in _CAPITALISED.finditer(self._text, *utterance.span):
                who = self._given.get(word.group())
                if who is not None and word.start() not in self._who:
                    yield who, self._is_called(*word.span())

    def actor(self, passage: Passage) -> str:
        """Who acts at the beginning of the narrator's words in a paragraph: a record, "he" or "she"."""
        known = self._acting.get(passage.span.start)
        if known is None:
            known = self._acting[passage.span.start] = self._read_actor(passage)
        return known

    def _read_actor(self, passage: Passage) -> str:
        for start, end in narrated(passage):
            words = self._text[start:end]
            begin = start + len(words) - len(words.lstrip(" \n—–-"))
            subject = self._reader.subject_at(begin, end)
            if subject is not None:
                who = subject.kind if subject.kind in ("he", "she") else self.meant(subject)
                if who:
                    return who
        return ""

    def subject_first(self, start: int, end: int) -> Subject | None:
        """The subject with which a sentence between two offsets begins."""
        return self._reader.subject_first(start, end)

    def sentence_start(self, start: int, end: int) -> int:
        """Where the last sentence between two offsets begins."""
        return self._reader.sentence_start(start, end)

    def tells_of_another(self, who: str, start: int, end: int) -> bool:
        """Whether a sentence names another than `who` between two offsets, or may do so by a capital."""
        last = start
        for place in self._places(start, end):
            if self._who[place] != who or self._has_capitals(start, last, place):
                return True
            last = self._ends[place]
        return self._has_capitals(start, last, end)

    def introduces_another(self, who: str, pronoun: Gender, start: int, end: int) -> bool:
        """Whether a sentence tells of another than `who` for whom a pronoun may stand: someone on record, or
        a word with a capital that says something or has a noun for people before it ("spokesman Lund").
        """
        if any(one != who and self.gender(one) in ("", pronoun) for one in self.named_between(start, end)):
            return True
        if not self.tells_of_another(who, start, end):
            return False
        words = self._text[start:end].split()
        if any(manner_of(word.lower().strip(_PUNCTUATION), self._table) == "says" for word in words):
            return True
        return any(one in self._table.people and other[0].isupper() for one, other in pairwise(words))

    def _has_capitals(self, start: int, begin: int, end: int) -> bool:
        """Whether a word with a capital stands between two offsets that may be a name; the first one of the
        sentence that begins at `start` is none.
        """
        for word in _CAPITALISED.finditer(self._text, begin, end):
            if word.start() - start > _OPENING and word.group().lower() not in self._no_names:
                return True
        return False

    def named_between(self, start: int, end: int) -> Iterator[str]:
        """Who is named between two offsets, in the order of the text."""
        for place in self._places(start, end):
            yield self._who[place]

    def named_back(self, start: int, end: int) -> Iterator[str]:
        """Who is named between two offsets, the last one first."""
        for place in reversed(range(bisect_left(self._starts, start), bisect_left(self._starts, end))):
            yield self._who[self._starts[place]]

    def first_of(self, who: str, span: Span) -> int:
        """Where someone is named first between two offsets; -1: nowhere."""
        return next((place for place in self._places(*span) if self._who[place] == who), -1)

    def _places(self, start: int, end: int) -> Sequence[int]:
        """Where the names between two offsets begin."""
        return self._starts[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _is_called(self, start: int, end: int) -> bool:
        ahead = self._text[max(0, start - 12) : start].rstrip()
        if self._text[end : end + 1] not in _CALLED:
            return False
        return ahead[-1:] in _CALLING or ahead.rpartition(" ")[2].lower() in self._before_names


def _given_names(tied: Sequence[Annotation], text: str) -> dict[str, str]:
    """The given names that one person alone has, with the person."""
    having: dict[str, set[str]] = {}
    for mention in tied:
        first, _, rest = text[mention.span.start : mention.span.end].partition(" ")
        if rest and len(first) > 1 and "." not in first:
            having.setdefault(first, set()).add((mention.get("ref") or "#")[1:])
    return {given: min(who) for given, who in having.items() if len(who) == 1}
