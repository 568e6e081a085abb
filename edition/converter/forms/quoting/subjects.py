"""Who a clause beside a quotation is about: a name, a pronoun, or a description by a noun for people."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from edition.converter.forms.quoting.verbs import SubjectKind, Verb, Word, bare, manner_of
from edition.converter.languages import Language
from edition.converter.languages.subjects import QuotingWords
from edition.converter.languages.table import given_names, may_be_given_name

# Where the name of a person that begins at an offset ends, -1 where none begins there.
NameAt = Callable[[int], int]

NOUN = 4
"""Words between determiner and noun, the noun included."""

_NAME_WORDS = 4
_ADVERB = 4  # letters of an adverb told by its ending
_PRONOUNS: tuple[SubjectKind, ...] = ("he", "she", "they", "i", "we")
_ABBREVIATION = 5  # letters of a title before its full stop
_POSSESSIVE = ("'s", "’s")


class Subject(NamedTuple):
    """Who is meant: what kind of words, and where they stand (offsets into the text)."""

    kind: SubjectKind
    start: int
    end: int


class SubjectReader:
    """Reads the subjects of clauses in one text."""

    def __init__(self, text: str, language: Language, name_at: NameAt) -> None:
        self._text = text
        self._words: QuotingWords = language.quoting
        self._language = language
        self._name_at = name_at
        self.peoples = language.persons.peoples

    def subject(
        self, words: Sequence[Word], place: int, *, told: Verb | None = None
    ) -> tuple[Subject | None, int]:
        """A subject that begins with the word at `place`, and the place after it. `told` is the verb that
        stands before it.
        """
        if place >= len(words):
            return None, place
        word = words[place]
        low = bare(word)
        table = self._words
        for kind in _PRONOUNS:
            if low in getattr(table, kind):
                pronoun = "they" if told is not None and told.told == "they" and kind == "she" else kind
                return Subject(pronoun, word.start, word.end), place + 1
        if not word.word[0].isalpha():
            return None, place
        if low in table.articles:
            named = self._with_article(words, place)
            if named is not None:
                return named
        named = self._named(words, place, fresh=told is not None or (place > 0 and not table.capital_nouns))
        if named is not None:
            return named
        if low in table.determiners:
            after = self.past_titles(words, place + 1)
            if after > place + 1 and after < len(words) and words[after].word[0].isupper():
                return self._named(words, after, fresh=True) or (None, place)  # "the Rev. Peter Lund"
            return self._described(words, place)
        if table.bare_nouns and not (table.capital_nouns and told is None):
            return self._described_by_noun(words, place, bare_noun=True)
        return None, place

    def is_on_record(self, subject: Subject) -> bool:
        """Whether a subject is the name of someone on record."""
        return self._name_at(subject.start) > 0

    def is_known(self, words: Sequence[Word], place: int, subject: Subject) -> bool:
        """Whether a name at `place` is on record, or shows itself by a title or a given name: not every word
        with a capital is a person.
        """
        if self._name_at(subject.start) > 0 or subject.start > words[place].start:
            return True
        return may_be_given_name(self._text[subject.start : subject.end].split()[0])

    def _with_article(self, words: Sequence[Word], place: int) -> tuple[Subject, int] | None:
        """A name after an article ("o João", "le comte de Lille"), no noun for people alone."""
        at = place + 1
        while at < len(words) and words[at].low in self._words.before_names:
            at += 1
        if at >= len(words):
            return None
        if at > place + 1 and bare(words[at]) in self._words.particles and at + 1 < len(words):
            at += 1
        if not words[at].word[0].isupper() or self._is_person(words[at]):
            return None
        named = self._named(words, place + 1, fresh=not self._words.capital_nouns, titled=True)
        return named if named is not None and named[0].kind == "name" else None

    def _is_person(self, word: Word) -> bool:
        table = self._words
        return word.low in table.men or word.low in table.women or word.low in table.persons

    def _named(
        self, words: Sequence[Word], place: int, *, fresh: bool, titled: bool = False
    ) -> tuple[Subject, int] | None:
        """A name on record, or capitalised words where a name is wanted; `fresh` says that the first of
        them need not be a name that is known, `titled` that words before names stand after an article.
        """
        at = self.past_titles(words, place)
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
        while after < len(words) and after - at < _NAME_WORDS and self.goes_on_as_name(words, after):
            after += 1
            if (
                after < len(words)
                and words[after].start - words[after - 1].end > 1
                and not self._text[words[after - 1].end : words[after].start].isspace()
            ):
                break
        for inside in range(at + 1, after):
            if self._name_at(words[inside].start) > 0:  # "Finanzminister Karl Brandt"
                return self._named(words, inside, fresh=True)
        if after == at:
            if at > place and bare(words[at]) in self._words.determiners and self._words.inverts:
                subject, after = self._described(words, at)
                return (subject, after) if subject is not None else None
            return None
        last = words[after - 1]
        if last.word.endswith(_POSSESSIVE):
            return None
        if not self._words.inverts and after < len(words) and words[after].low in self._words.people:
            return self._named(words, after + 1, fresh=True)  # "Pentagon spokeswoman Ana Reyes"
        loose = at == place or (titled and not fresh)
        if self._words.inverts and loose and self._is_no_new_name(words[at:after], fresh=fresh):
            return None
        return Subject("name", words[at].start, last.end), after

    def goes_on_as_name(self, words: Sequence[Word], place: int) -> bool:
        """Whether a word may belong to a name: capitalised, or a particle before such a word ("de Lille")."""
        if self._may_be_name(words[place]):
            return True
        return (
            place + 1 < len(words)
            and bare(words[place]) in self._words.particles
            and self._may_be_name(words[place + 1])
        )

    def _is_no_new_name(self, words: Sequence[Word], *, fresh: bool) -> bool:
        """Whether capitalised words that stand for no one on record are likely something else: a noun, the
        first word of a sentence, a name in a case that is no subject's.
        """
        first, last = words[0].word, words[-1].word
        if len(words) == 1 and self._is_person(words[0]) and self._words.bare_nouns:
            return True
        if self._words.oblique and last.lower().endswith(self._words.oblique) and first not in given_names():
            return True
        return not fresh and first not in given_names()

    def past_titles(self, words: Sequence[Word], place: int) -> int:
        """The place after what stands before a name: titles, abbreviated ("Del.") or not."""
        while place + 1 < len(words) and self._name_at(words[place].start) < 0:
            dotted = words[place + 1].word == "." and words[place + 1].start == words[place].end
            following = place + 2 if dotted else place + 1
            if following >= len(words) or not (
                words[following].word[0].isupper()
                or words[following].low in self._words.before_names
                or self._leads_to_name(words, following)
            ):
                break
            short = dotted and words[place].word[0].isupper() and 1 < len(words[place].word) <= _ABBREVIATION
            short = short and not self._words.inverts
            if not short and words[place].low not in self._words.before_names:
                break
            place = following
        return place

    def _leads_to_name(self, words: Sequence[Word], place: int) -> bool:
        """Whether a particle or article follows a title ("M. de Lille", "M. le comte")."""
        if not self._words.inverts:
            return False
        word = bare(words[place])
        return word in self._words.determiners or self.goes_on_as_name(words, place)

    def _may_be_name(self, word: Word) -> bool:
        text = word.word
        return (
            text[0].isupper()
            and len(text) > 1
            and any(c.islower() for c in text)
            and text not in self._language.persons.not_names
            and text not in self.peoples
            and bare(word) not in self._words.determiners
            and word.low not in self._words.adverbs
            and word.low not in self._language.calendar_words
        )

    def _is_possessive(self, end: int) -> bool:
        return self._text[end : end + 2] in _POSSESSIVE

    def _described(self, words: Sequence[Word], place: int) -> tuple[Subject | None, int]:
        """A description: determiner, adjectives and a noun for people; beside a verb of saying any noun but
        for things that are read, since only people speak.
        """
        table = self._words
        if table.inverts:
            return self._described_by_noun(words, place)
        stop = place + 1
        while stop < min(len(words), place + 1 + NOUN) and self._is_plain(words[stop]):
            stop += 1
        for at in range(stop - 1, place, -1):
            if words[at].low in table.people:
                return Subject("description", words[place].start, words[at].end), at + 1
        if stop == place + 1 or words[stop - 1].low in table.things:
            return None, place
        before = manner_of(words[place - 1].low, table) if place else None
        after = manner_of(words[stop].low, table) if stop < len(words) else None
        if "says" not in (before, after):
            return None, place
        return Subject("description", words[place].start, words[stop - 1].end), stop

    def _is_plain(self, word: Word) -> bool:
        """Whether a word may be an adjective or noun of a description."""
        table = self._words
        return (
            word.word[0].islower()
            and not self.is_adverb(word)
            and word.low not in table.prepositions
            and word.low not in table.joining
            and word.low not in table.determiners
            and not self.is_said(word)
        )

    def _described_by_noun(
        self, words: Sequence[Word], place: int, *, bare_noun: bool = False
    ) -> tuple[Subject | None, int]:
        """A description: determiner, adjectives and a noun for people; or the noun alone."""
        if bare_noun:
            while place < len(words) and self.is_adverb(words[place]):
                place += 1
        first = place if bare_noun else place + 1
        for at in range(first, min(len(words), place + 1 + NOUN)):
            if self._is_person(words[at]):
                if at + 1 < min(len(words), place + 1 + NOUN) and self._is_person(words[at + 1]):
                    continue
                if self._words.inverts and at + 1 < len(words) and self._may_be_name(words[at + 1]):
                    return self._named(words, at + 1, fresh=True) or (None, place)
                return Subject("description", words[place].start, words[at].end), at + 1
            if not words[at].word[0].islower() or (bare_noun and words[at].low in self._words.prepositions):
                break
        return None, place

    def is_said(self, word: Word) -> bool:
        """Whether a word is a verb of saying, writing or thinking."""
        return manner_of(word.low, self._words) is not None

    def is_adverb(self, word: Word) -> bool:
        """Whether a word is an adverb, or stands beside a verb like one (a clitic, an auxiliary)."""
        table = self._words
        if word.low in table.adverbs or (word.low.endswith("ly") and len(word.word) > 4):
            return True
        if bare(word) in table.clitics or word.low in table.auxiliaries:
            return True
        return (
            bool(table.adverb_endings)
            and len(word.word) >= _ADVERB
            and word.low.endswith(table.adverb_endings)
        )
