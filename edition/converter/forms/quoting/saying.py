"""Clauses beside a quotation that say who speaks: "said Anna", "the girl answered", "He asked her:".

Only the clause next to the marks is read, and only what its form decides: a verb of saying, writing or
thinking with its subject before or after it. A subject is a name, a pronoun, or a description by a noun for
people.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from edition.converter.languages import Language
from edition.converter.languages.subjects import QuotingWords

SubjectKind = Literal["name", "he", "she", "they", "i", "we", "description"]
Manner = Literal["says", "writes", "thinks"]

# Where the name of a person that begins at an offset ends, -1 where none begins there.
NameAt = Callable[[int], int]

_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[^\w\s]|_+")
_AFTER = 220  # characters after a quotation in which the clause stands
_BEFORE = 320  # characters before it
_NOUN = 4  # words between determiner and noun, the noun included
_NAME_WORDS = 4
_ADVERBS = 3
_ABBREVIATION = 5  # letters of a title before its full stop
_APPOSITION = 24  # words between commas
_LED = 6  # words up to a name
_BREAKS = ",-–—"
_SENTENCE_END = ".!?;…"
_POSSESSIVE = ("'s", "’s")


class Subject(NamedTuple):
    """Who is meant: what kind of words, and where they stand (offsets into the text)."""

    kind: SubjectKind
    start: int
    end: int


class Saying(NamedTuple):
    """A clause with its `subject` (None where it names no one), its `verb` in small letters, and the
    manner.
    """

    subject: Subject | None
    verb: str
    manner: Manner


class _Word(NamedTuple):
    word: str
    start: int
    end: int

    @property
    def low(self) -> str:
        return self.word.lower()


class ClauseReader:
    """Reads the clauses beside quotations in one text."""

    def __init__(self, text: str, language: Language, name_at: NameAt) -> None:
        self._text = text
        self._words: QuotingWords = language.quoting
        self._language = language
        self._name_at = name_at

    def after(self, at: int, end: int) -> Saying | None:
        """The clause that begins at `at`, right after a quotation, in a paragraph that ends at `end`."""
        words = self._tokens(at, min(end, at + _AFTER))
        while words and words[0].word in "-–—,_*":
            words = words[1:]
        if not words:
            return None
        according = self._according(words)
        if according is not None:
            return according
        ended = self._text[max(0, at - 3) : at]
        same_sentence = words[0].word[0].islower() or "," in ended
        manner = self._manner(words[0].low)
        if manner is not None and words[0].word[0].islower():
            subject, _ = self._subject(words, 1)
            if subject is None and len(words) > 1 and words[1].low in self._words.adverbs:
                subject, _ = self._subject(words, 2)
            if subject is not None:
                return Saying(subject, words[0].low, manner)
            unknown = len(words) > 1 and words[1].low in self._words.determiners
            return Saying(None, words[0].low, manner) if unknown else None
        glued = self._glued(words[0])
        if glued is not None:
            return glued
        subject, place = self._subject(words, 0)
        if subject is None:
            subject, place = self._named_later(words)
        if subject is None:
            return self._by_a_thing(words) if same_sentence else None
        subject, place = self._past_apposition(words, subject, place)
        place = self._past_adverbs(words, place)
        if place >= len(words):
            return None
        manner = self._manner(words[place].low)
        if manner is None or self._says_nothing(words, place):
            return None
        if not same_sentence and ended[-1:] and "." in ended:
            return None
        return Saying(subject, words[place].low, manner)

    def _past_apposition(self, words: Sequence[_Word], subject: Subject, place: int) -> tuple[Subject, int]:
        """The place after what stands between commas beside a subject ("Ana Reyes, a driver, said"), and the
        subject: a name there is more than a description before it.
        """
        if place < len(words) and words[place].word == "(":
            for close in range(place + 1, min(len(words), place + _APPOSITION)):
                if words[close].word == ")":
                    place = close + 1
                    break
        if place >= len(words) or words[place].word != ",":
            return subject, place
        for close in range(place + 2, min(len(words) - 1, place + _APPOSITION)):
            after = self._past_adverbs(words, close + 1)
            if words[close].word == "," and after < len(words) and self._manner(words[after].low):
                inside, stop = self._subject(words, place + 1)
                if subject.kind == "description" and inside is not None and stop == close:
                    subject = inside if inside.kind == "name" else subject
                return subject, close + 1
        return subject, place

    def _named_later(self, words: Sequence[_Word]) -> tuple[Subject | None, int]:
        """A name on record after a few words for what someone is ("union president Ana Reyes")."""
        for place, word in enumerate(words[:_LED]):
            if place and (self._name_at(word.start) > 0 or self._past_titles(words, place) > place):
                return self._subject(words, place)
            if not (word.word[0].isalpha() or word.word == ".") or self._manner(word.low):
                break
        return None, 0

    def _according(self, words: Sequence[_Word]) -> Saying | None:
        """ "According to Anna Lund" as the whole of a clause, or its beginning."""
        for cue in self._words.according:
            parts = cue.split()
            if [word.low for word in words[: len(parts)]] == parts:
                subject, _ = self._subject(words, len(parts))
                if subject is not None and subject.kind in ("name", "description"):
                    return Saying(subject, parts[0], "says")
        return None

    def _by_a_thing(self, words: Sequence[_Word]) -> Saying | None:
        """A clause with a subject that is no person ("the letter ran"): someone speaks, unknown who."""
        if words[0].low not in self._words.determiners:
            return None
        for word in words[1:_NOUN]:
            manner = self._manner(word.low)
            if manner is not None:
                return Saying(None, word.low, manner)
        return None

    def before(self, start: int, at: int) -> Saying | None:
        """The clause that ends at `at`, right before a quotation, and begins not before `start`."""
        first = max(start, at - _BEFORE)
        ahead = self._text[first:at].rstrip(" \n\u00a0-–—")
        if not ahead:
            return None
        colon = ahead[-1] == ":"
        words = self._tokens(self._sentence_start(first, at), at)
        while words and words[-1].word in ",:-–—_*":
            words.pop()
        if not words or words[-1].word in _SENTENCE_END:
            return None
        according = self._according(words) if ahead[-1] in ",:" else None
        if according is not None:
            return according
        if ahead[-1] not in ",:" and self._manner(words[-1].low) is None and not self._ends_by_name(words):
            return None
        return self._in_clause(words, whole=colon)

    def subject_at(self, start: int, end: int) -> Subject | None:
        """The subject that begins at `start`."""
        words = self._tokens(start, min(end, start + _AFTER))
        return self._subject(words, 0)[0] if words else None

    def _ends_by_name(self, words: Sequence[_Word]) -> bool:
        """Whether the clause ends "said Anna" without a comma before the marks."""
        return any(
            self._manner(words[i].low) is not None for i in range(max(0, len(words) - 3), len(words) - 1)
        )

    def _in_clause(self, words: Sequence[_Word], *, whole: bool) -> Saying | None:
        floor = 0 if whole else max(0, len(words) - 12)
        for place in range(len(words) - 1, floor - 1, -1):
            manner = self._manner(words[place].low)
            if manner is None or not words[place].word[0].islower():
                continue
            if place and words[place - 1].low in self._words.passive:
                return None
            if self._says_nothing(words, place):
                continue
            subject = self._subject_of(words, place)
            if subject is not None:
                return Saying(subject, words[place].low, manner)
            return Saying(None, words[place].low, manner)
        return None

    def _subject_of(self, words: Sequence[_Word], place: int) -> Subject | None:
        """The subject of the verb at `place`: right before it, after it, or at the sentence's beginning."""
        left = place
        while left > 0 and place - left < _ADVERBS and self._is_adverb(words[left - 1]):
            left -= 1
        for begin in range(max(0, left - 7), left):
            subject, stop = self._subject(words, begin)
            if subject is not None and stop == left and not self._is_object(words, begin):
                return subject
        if place + 1 < len(words):
            subject, stop = self._subject(words, place + 1)
            led = words[:left]
            if subject is not None and stop >= len(words) and all(map(self._may_lead, led)):
                return subject
        joined = left > 0 and (words[left - 1].low in self._words.joining or words[left - 1].word in _BREAKS)
        if joined or left > 0:
            return self._first_subject(words, left) if joined else None
        return None

    def _may_lead(self, word: _Word) -> bool:
        """Whether a word may stand before a verb that has its subject after it ("Then said Ann")."""
        return not word.word[0].isalpha() or word.low in self._words.joining or self._is_adverb(word)

    def _first_subject(self, words: Sequence[_Word], stop: int) -> Subject | None:
        """The subject with which the sentence begins, where there is no other before the verb."""
        begin = 0
        while begin < stop and (words[begin].low in self._words.joining or self._is_adverb(words[begin])):
            begin += 1
        subject, after = self._subject(words, begin)
        if subject is None or after > stop:
            return None
        if after < len(words) and words[after].low in self._words.prepositions:
            return None
        for place in range(after, stop):
            if words[place].low in self._words.he | self._words.she | self._words.they | self._words.i:
                return None
        return subject

    def _is_object(self, words: Sequence[_Word], begin: int) -> bool:
        """Whether what begins there stands after a preposition or is one part of a row of names."""
        return begin > 0 and words[begin - 1].low in self._words.prepositions

    def _subject(self, words: Sequence[_Word], place: int) -> tuple[Subject | None, int]:
        """A subject that begins with the word at `place`, and the place after it."""
        if place >= len(words):
            return None, place
        word = words[place]
        low = word.low
        table = self._words
        for kind in ("he", "she", "they", "i", "we"):
            if low in getattr(table, kind):
                return Subject(kind, word.start, word.end), place + 1
        if not word.word[0].isalpha():
            return None, place
        named = self._named(words, place)
        if named is not None:
            return named
        if low in table.determiners:
            after = self._past_titles(words, place + 1)
            if after > place + 1 and after < len(words) and words[after].word[0].isupper():
                return self._named(words, after) or (None, place)  # "the Rev. Peter Lund"
            return self._described(words, place)
        return None, place

    def _named(self, words: Sequence[_Word], place: int) -> tuple[Subject, int] | None:
        """A name on record, or capitalised words where a name is wanted."""
        at = self._past_titles(words, place)
        if at >= len(words):
            return None
        end = self._name_at(words[at].start)
        if end < 0 and at > place:
            end, at = (
                self._name_at(words[place].start),
                at if self._name_at(words[place].start) < 0 else place,
            )
        if end > 0:
            after = at
            while after < len(words) and words[after].start < end:
                after += 1
            if self._is_possessive(end):
                return None
            return Subject("name", words[at].start, end), after
        after = at
        while after < len(words) and after - at < _NAME_WORDS and self._may_be_name(words[after]):
            after += 1
            if (
                after < len(words)
                and words[after].start - words[after - 1].end > 1
                and not self._text[words[after - 1].end : words[after].start].isspace()
            ):
                break
        if after == at:
            return None
        last = words[after - 1]
        if last.word.endswith(_POSSESSIVE):
            return None
        return Subject("name", words[at].start, last.end), after

    def _past_titles(self, words: Sequence[_Word], place: int) -> int:
        """The place after what stands before a name: titles, abbreviated ("Del.") or not."""
        while place + 1 < len(words) and self._name_at(words[place].start) < 0:
            dotted = words[place + 1].word == "." and words[place + 1].start == words[place].end
            following = place + 2 if dotted else place + 1
            if following >= len(words) or not (
                words[following].word[0].isupper() or words[following].low in self._words.before_names
            ):
                break
            short = dotted and words[place].word[0].isupper() and 1 < len(words[place].word) <= _ABBREVIATION
            if not short and words[place].low not in self._words.before_names:
                break
            place = following
        return place

    def _may_be_name(self, word: _Word) -> bool:
        text = word.word
        return (
            text[0].isupper()
            and len(text) > 1
            and any(c.islower() for c in text)
            and text not in self._language.persons.not_names
            and word.low not in self._words.determiners
            and word.low not in self._words.adverbs
            and word.low not in self._language.calendar_words
        )

    def _is_possessive(self, end: int) -> bool:
        return self._text[end : end + 2] in _POSSESSIVE

    def _described(self, words: Sequence[_Word], place: int) -> tuple[Subject | None, int]:
        """A description: determiner, adjectives and a noun for people; beside a verb of saying any noun but
        for things that are read, since only people speak.
        """
        table = self._words
        stop = place + 1
        while stop < min(len(words), place + 1 + _NOUN) and self._is_plain(words[stop]):
            stop += 1
        for at in range(stop - 1, place, -1):
            if words[at].low in table.people:
                return Subject("description", words[place].start, words[at].end), at + 1
        if stop == place + 1 or words[stop - 1].low in table.things:
            return None, place
        before = self._manner(words[place - 1].low) if place else None
        after = self._manner(words[stop].low) if stop < len(words) else None
        if "says" not in (before, after):
            return None, place
        return Subject("description", words[place].start, words[stop - 1].end), stop

    def _is_plain(self, word: _Word) -> bool:
        """Whether a word may be an adjective or noun of a description."""
        table = self._words
        return (
            word.word[0].islower()
            and not self._is_adverb(word)
            and word.low not in table.prepositions
            and word.low not in table.joining
            and word.low not in table.determiners
            and self._manner(word.low) is None
        )

    def _glued(self, word: _Word) -> Saying | None:
        """Verb and pronoun in one word ("dit-il", "demanda-t-elle")."""
        first, dash, rest = word.low.partition("-")
        manner = self._manner(first) if dash else None
        if manner is None:
            return None
        pronoun = rest.rpartition("-")[2]
        for kind in ("he", "she", "they", "i", "we"):
            if pronoun in getattr(self._words, kind):
                return Saying(Subject(kind, word.end - len(pronoun), word.end), first, manner)
        return None

    def _manner(self, verb: str) -> Manner | None:
        if verb in self._words.says:
            return "says"
        if verb in self._words.writes:
            return "writes"
        return "thinks" if verb in self._words.thinks else None

    def _says_nothing(self, words: Sequence[_Word], place: int) -> bool:
        return place + 1 < len(words) and words[place + 1].low in self._words.nothing

    def _is_adverb(self, word: _Word) -> bool:
        return word.low in self._words.adverbs or (word.low.endswith("ly") and len(word.word) > 4)

    def _past_adverbs(self, words: Sequence[_Word], place: int) -> int:
        stop = place + _ADVERBS
        while place < min(stop, len(words)) and self._is_adverb(words[place]):
            place += 1
        return place

    def _tokens(self, start: int, end: int) -> list[_Word]:
        return [_Word(m.group(), *m.span()) for m in _TOKEN.finditer(self._text, start, end)]

    def _sentence_start(self, first: int, at: int) -> int:
        """Where the sentence begins that `at` stands in."""
        for match in reversed(list(_SENTENCE.finditer(self._text, first, at))):
            word = self._text[max(first, match.start() - 12) : match.start()].split()
            if word and word[-1].lower().lstrip("(") in self._words.before_names:
                continue  # "Mr. Brown"
            return match.end()
        return first


_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+")
