"""Where in its clause the subject of a verb of saying stands, for clauses that lead to the words."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.quoting.subjects import Subject, SubjectReader
from edition.converter.forms.quoting.verbs import Word, bare
from edition.converter.languages.subjects import QuotingWords

_ADVERBS = 3
_APPOSITION = 24  # words between commas
_LED = 6  # words up to a name
_BREAKS = ",-–—"


class SubjectPlaces:
    """Finds subjects in rows of words, with a text's reader of subjects."""

    def __init__(self, table: QuotingWords, subjects: SubjectReader) -> None:
        self._words = table
        self._subjects = subjects

    def first(self, words: Sequence[Word]) -> Subject | None:
        """The subject with which a sentence begins, or what follows its first comma ("In a letter, she")."""
        commas = [place + 1 for place, word in enumerate(words) if word.word == ","]
        for begin in (0, *commas[:1]):
            place = begin
            while place < len(words) and self._leads(words[place]):
                place += 1
            subject, _ = self._subjects.subject(words, place)
            if subject is not None:
                return subject
        return None

    def _leads(self, word: Word) -> bool:
        """Whether a word may stand before the subject with which a sentence begins."""
        light = word.low in self._words.joining or self._subjects.is_adverb(word) or word.word in ",_*"
        return light and not (word.low in self._words.before_names and word.word[0].isupper())

    def of_verb(self, words: Sequence[Word], place: int) -> Subject | None:
        """The subject of the verb at `place`: right before it, after it, or at the sentence's beginning."""
        if self._words.inverts and place + 1 < len(words):
            subject, stop = self._subjects.subject(words, place + 1)
            if subject is not None and stop >= len(words):
                return subject
        left = place
        while left > 0 and place - left < _ADVERBS and self._subjects.is_adverb(words[left - 1]):
            left -= 1
        while (
            0 < left < place + 1
            and words[place].low in self._words.participles
            and (bare(words[left - 1]) in self._words.auxiliaries)
        ):
            left -= 1
        apposition = self._name_between_commas(words, left) or self._name_before_commas(words, left)
        if apposition is not None:
            return apposition
        for begin in range(max(0, left - 7), left):
            if self._words.inverts and begin and self._subjects.goes_on_as_name(words, begin - 1):
                continue  # a name is not cut in two
            subject, stop = self._subjects.subject(words, begin)
            if subject is not None and stop == left:
                if subject.start > words[begin].start and not self._words.inverts and begin + 1 < left:
                    continue  # it begins later
                if not self._is_object(words, begin):
                    return subject
                if self._is_agent(words, begin) or self._subjects.is_on_record(subject):
                    return None  # nor is the rest of this name a subject
        if place + 1 < len(words):
            subject, stop = self._subjects.subject(words, place + 1)
            led = words[:left]
            if subject is not None and stop >= len(words) and all(map(self._may_lead, led)):
                return subject
        joined = left > 0 and (words[left - 1].low in self._words.joining or words[left - 1].word in _BREAKS)
        if joined or left > 0:
            return self._first_subject(words, left) if joined else None
        return None

    def _name_between_commas(self, words: Sequence[Word], stop: int) -> Subject | None:
        """The name that stands between commas before a verb ("Le préfet, M. Henri Valmont, a répondu")."""
        if stop < 4 or words[stop - 1].word != ",":
            return None
        for begin in range(max(1, stop - 1 - _LED), stop - 1):
            if words[begin - 1].word == ",":
                subject, end = self._subjects.subject(words, begin)
                if subject is not None and subject.kind == "name" and end == stop - 1:
                    return subject
        return None

    def _name_before_commas(self, words: Sequence[Word], stop: int) -> Subject | None:
        """The name before what stands between commas before a verb ("Ana Reyes, the mayor, replied")."""
        if stop < 4 or words[stop - 1].word != ",":
            return None
        floor = max(0, stop - 2 - _APPOSITION)
        comma = next((at for at in range(stop - 2, floor, -1) if words[at].word == ","), 0)
        if not comma or not self._is_apposition(words[comma + 1]):
            return None
        for begin in range(max(0, comma - _LED), comma):
            subject, end = self._subjects.subject(words, begin)
            if subject is not None and end == comma:
                found = subject.kind == "name" and not self._is_object(words, begin)
                return subject if found else None
        return None

    def _is_apposition(self, word: Word) -> bool:
        """Whether what says more of someone may begin with a word."""
        table = self._words
        leads = word.low in table.joining or word.low in table.prepositions or word.low in table.gerunds
        return not (leads or self._subjects.is_adverb(word)) and word.word[0].isalpha()

    def _may_lead(self, word: Word) -> bool:
        """Whether a word may stand before a verb that has its subject after it ("Then said Ann")."""
        return not word.word[0].isalpha() or word.low in self._words.joining or self._subjects.is_adverb(word)

    def _first_subject(self, words: Sequence[Word], stop: int) -> Subject | None:
        """The subject with which the sentence begins, where there is no other before the verb."""
        begin = 0
        while begin < stop and (
            words[begin].low in self._words.joining or self._subjects.is_adverb(words[begin])
        ):
            if words[begin].low in self._words.before_names and words[begin].word[0].isupper():
                break  # "M. Roche"
            begin += 1
        subject, after = self._subjects.subject(words, begin)
        if subject is None or after > stop:
            return None
        if after < len(words) and words[after].low in self._words.prepositions:
            return None
        pronouns = self._words.he | self._words.she | self._words.they | self._words.i
        return None if any(word.low in pronouns for word in words[after:stop]) else subject

    def _is_object(self, words: Sequence[Word], begin: int) -> bool:
        """Whether what begins there stands after a preposition or is one part of a row of names."""
        if begin > 0 and words[begin - 1].low in self._words.prepositions:
            return begin > 1 or words[0].low not in self._words.joining  # "“…” and Ana Reyes added “…”"
        return self._is_agent(words, begin)

    def _is_agent(self, words: Sequence[Word], begin: int) -> bool:
        """Whether a preposition makes a name part of another phrase ("signed by president Ana Reyes")."""
        place = begin - 1
        while place > 0 and begin - place < _LED and self._tells_what_one_is(words[place]):
            place -= 1
        return place >= 0 and words[place].low in self._words.agents

    def _tells_what_one_is(self, word: Word) -> bool:
        """Whether a word may stand before a name, to say what someone is ("Danish union leader")."""
        table = self._words
        if word.low in table.before_names or word.low in table.people or word.low in table.determiners:
            return True
        return word.word == "." or (word.word[0].isupper() and word.word in self._subjects.peoples)

    def past_adverbs(self, words: Sequence[Word], place: int) -> int:
        """The place after the adverbs at `place`."""
        stop = place + _ADVERBS
        while place < min(stop, len(words)) and self._subjects.is_adverb(words[place]):
            place += 1
        return place
