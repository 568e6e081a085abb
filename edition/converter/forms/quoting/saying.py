"""Clauses beside a quotation that say who speaks: "said Anna", "the girl answered", "He asked her:".

Only the clause next to the marks is read, and only what its form decides: a verb of saying, writing or
thinking with its subject before or after it. A subject is a name, a pronoun, or a description by a noun for
people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.forms.letters import UPPER
from edition.converter.forms.quoting.subject_places import SubjectPlaces
from edition.converter.forms.quoting.subjects import NOUN, NameAt, Subject, SubjectReader
from edition.converter.forms.quoting.verbs import (
    Manner,
    SubjectKind,
    Verb,
    Word,
    bare,
    is_noun,
    is_verb,
    manner_of,
    verb_at,
    words_in,
)
from edition.converter.languages import Language
from edition.converter.languages.subjects import QuotingWords

_AFTER = 220  # characters after a quotation in which the clause stands
_SHORT = 90  # the same, where it begins with a verb
_ENOUGH = 14  # words of its beginning, beyond which only an apposition reaches
_BEFORE = 320  # characters before it
_FIRST = 140  # characters in which the subject stands that begins a sentence
_ADVERBS = 3
_APPOSITION = 24  # words between commas
_LED = 6  # words up to a name
_SENTENCE_END = ".!?;…"
_CLOSED = ('"', "”", "’", "'", "»")
_SPOKEN = (",", "!", "?", "—")  # what ends words right before their clause
_SOMEONE = 12  # words for someone before a verb


class Saying(NamedTuple):
    """A clause with its `subject` (None where it names no one), its `verb` in small letters, and the
    manner.
    """

    subject: Subject | None
    verb: str
    manner: Manner

    def told_by_verb_only(self) -> bool:
        """Whether nothing but the verb says who speaks."""
        return self.subject is None or self.subject.kind == "dropped"


class ClauseReader:
    """Reads the clauses beside quotations in one text."""

    def __init__(self, text: str, language: Language, name_at: NameAt) -> None:
        self._text = text
        self._words: QuotingWords = language.quoting
        self._language = language
        self._name_at = name_at
        self._subjects = SubjectReader(text, language, name_at)
        self._places = SubjectPlaces(self._words, self._subjects)
        self._known: dict[tuple[int, int], Subject | None] = {}
        self._according_to: dict[str, list[list[str]]] = {}  # by the first word
        for cue in self._words.according:
            self._according_to.setdefault(cue.split()[0], []).append(cue.split())

    def after(self, at: int, end: int) -> Saying | None:
        """The clause that begins at `at`, right after a quotation, in a paragraph that ends at `end`."""
        if _NEW_SENTENCE.match(self._text, at, end) is not None:
            return None  # "«…». Полковник Макаров заявил:" leads to the next words
        stop = min(end, at + self._reach(at, end))
        beginning = self._tokens(at, stop, _ENOUGH)
        words = self._led(beginning)
        if not words:
            return None
        ended = self._text[max(0, at - 3) : at]
        same_sentence = words[0].word[0].islower() or "," in ended
        according = self._according(words) if same_sentence else None
        if according is not None:
            return according
        verb = verb_at(words, 0, self._words) if words[0].word[0].islower() else None
        if verb is None and self._words.inverts and words[0].word[0].islower():
            verb = self._verb_past_adverbs(words)
        if verb is not None:
            spoken = ended[-1:] in _CLOSED and ended[-2:-1] in _SPOKEN
            return None if verb.form in self._words.gerunds else self._after_verb(words, verb, spoken=spoken)
        if len(beginning) >= _ENOUGH and any(word.word in "(," for word in words):
            words = self._led(self._tokens(at, stop))  # an apposition may be long
        subject, place = self._subjects.subject(words, 0)
        if subject is None:
            subject, place = self._named_later(words)
        if subject is None:
            return self._by_someone(words, long="," in ended) if same_sentence else None
        place = self._past_attribute(words, subject, place)
        subject, place = self._past_apposition(words, subject, place)
        place = self._places.past_adverbs(words, place)
        if place >= len(words):
            return None
        manner = is_verb(words, place, self._words) if words[place].low not in self._words.gerunds else None
        if manner is None or self._says_nothing(words, place) or is_noun(words, place, self._words):
            return None
        if not same_sentence and ended[-1:] and "." in ended:
            return None
        return Saying(subject, words[place].low, manner)

    def _reach(self, at: int, end: int) -> int:
        """The characters in which a clause at `at` stands: few where it begins with its verb."""
        if not self._words.inverts:
            return _AFTER
        begin = _BEGIN.match(self._text, at, end)
        return _SHORT if begin is not None and self._text[begin.end() - 1].islower() else _AFTER

    def _led(self, words: list[Word]) -> list[Word]:
        """The words of a clause, without what only leads to it."""
        begin = 0
        while begin < len(words) and (
            words[begin].word in "-–—―,_*" or words[begin].low in self._words.leads
        ):
            begin += 1
        return words[begin:] if begin else words

    def _verb_past_adverbs(self, words: Sequence[Word]) -> Verb | None:
        """A verb after an adverb or two ("тихо сказал")."""
        place = 0
        while place < min(_ADVERBS, len(words)) and self._subjects.is_adverb(words[place]):
            place += 1
        return verb_at(words, place, self._words) if place else None

    def _after_verb(self, words: Sequence[Word], verb: Verb, *, spoken: bool) -> Saying | None:
        """The clause that begins with a verb: its subject follows, hangs on it, or is told by its form."""
        if verb.pronoun is not None:
            return Saying(Subject(verb.pronoun, verb.start, verb.end), verb.form, verb.manner)
        place = verb.after
        subject, stop = self._subjects.subject(words, place, told=verb)
        if subject is None and place < len(words) and self._leans(words[place]):
            subject, stop = self._subjects.subject(words, place + 1, told=verb)
        if subject is not None:
            if subject.kind == "name" and self._are_two(words, stop, verb.form):
                return Saying(None, verb.form, verb.manner)  # "say Holm and Reyes"
            return Saying(subject, verb.form, verb.manner)
        following = words[place] if place < len(words) else None
        if following is not None and bare(following) in self._words.determiners:
            return Saying(None, verb.form, verb.manner)
        if verb.told is None and not self._words.drops_subject:
            someone = spoken and following is not None and not self._is_no_noun(following)
            return Saying(None, verb.form, verb.manner) if someone else None  # "said both at once"
        if following is not None and not self._is_no_noun(following):
            return Saying(None, verb.form, verb.manner)
        last = words[verb.after - 1]
        return Saying(Subject(verb.told or "dropped", last.start, last.end), verb.form, verb.manner)

    def _are_two(self, words: Sequence[Word], place: int, form: str) -> bool:
        """Whether a second name is joined to one that ends before `place`, as far as the verb allows two."""
        if place + 1 >= len(words) or words[place].low not in self._words.joining:
            return False
        if self._words.plural and form not in self._words.plural:
            return False
        return self._subjects.goes_on_as_name(words, place + 1)

    def _leans(self, word: Word) -> bool:
        return word.low in self._words.adverbs or word.low in self._words.clitics

    def _is_no_noun(self, word: Word) -> bool:
        """Whether a word after the verb can't be a subject that the tables do not know."""
        table = self._words
        return (
            not word.word[0].isalpha()
            or word.low in table.prepositions
            or word.low in table.joining
            or word.low in table.nothing
            or self._leans(word)
            or (bool(table.adverb_endings) and word.low.endswith(table.adverb_endings))
        )

    def _past_apposition(self, words: Sequence[Word], subject: Subject, place: int) -> tuple[Subject, int]:
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
            after = self._places.past_adverbs(words, close + 1)
            if words[close].word == "," and after < len(words) and self._subjects.is_said(words[after]):
                inside, stop = self._subjects.subject(words, place + 1)
                if subject.kind == "description" and inside is not None and stop == close:
                    subject = inside if inside.kind == "name" else subject
                return subject, close + 1
        return subject, place

    def _past_attribute(self, words: Sequence[Word], subject: Subject, place: int) -> int:
        """The place after what belongs to a noun for someone ("a spokesman for the mayor Ana Reyes said")."""
        if subject.kind != "description" or place >= len(words) or words[place].low not in self._words.agents:
            return place
        for at in range(place + 2, min(len(words), place + _SOMEONE)):
            if self._subjects.is_said(words[at]):
                return at
            if words[at].word in ",;:":
                break
        return place

    def _named_later(self, words: Sequence[Word]) -> tuple[Subject | None, int]:
        """A name on record after a few words for what someone is ("union president Ana Reyes")."""
        for place, word in enumerate(words[:_LED]):
            if place and (self._name_at(word.start) > 0 or self._subjects.past_titles(words, place) > place):
                return self._subjects.subject(words, place)
            if not (word.word[0].isalpha() or word.word == ".") or self._subjects.is_said(word):
                break
            if word.low in self._words.joining or (not place and word.low in self._words.prepositions):
                break  # "and Anna continued", "to which Anna replied" lead to the next words
        return None, 0

    def _according(self, words: Sequence[Word]) -> Saying | None:
        """ "According to Anna Lund" as the whole of a clause, or its beginning."""
        for parts in self._according_to.get(words[0].low, ()):
            if [word.low for word in words[: len(parts)]] == parts:
                subject, _ = self._subjects.subject(words, len(parts))
                if subject is not None and subject.kind in ("name", "description"):
                    known = subject.kind != "name" or self._subjects.is_known(words, len(parts), subject)
                    return Saying(subject if known else None, parts[0], "says")
        return None

    def _by_someone(self, words: Sequence[Word], *, long: bool) -> Saying | None:
        """A clause whose subject is no person ("the letter ran"), or does not show itself: it is not
        known who speaks. A `long` subject stands only where a comma says that the sentence goes on.
        """
        named = long and words[0].word[0].isupper() and not self._words.inverts
        if not named and bare(words[0]) not in self._words.determiners:
            return None
        for word in words[1 : _SOMEONE if long and not self._words.inverts else NOUN]:
            manner = manner_of(word.low, self._words) if word.word[0].islower() else None
            if manner is not None:
                return None if word.low in self._words.gerunds else Saying(None, word.low, manner)
            if word.word in ",;:":
                return None
        return None

    def before(self, start: int, at: int) -> Saying | None:
        """The clause that ends at `at`, right before a quotation, and begins not before `start`."""
        first = max(start, at - _BEFORE)
        ahead = self._text[first:at].rstrip(" \n\u00a0-–—")
        if not ahead or ahead[-1] in _SENTENCE_END:
            return None
        colon = ahead[-1] == ":"
        words = self._tokens(self.sentence_start(first, at), at)
        while words and words[-1].word in ",:-–—_*":
            words.pop()
        if not words or words[-1].word in _SENTENCE_END:
            return None
        according = self._according(words) if ahead[-1] in ",:" else None
        if according is not None:
            return according
        if ahead[-1] not in ",:" and not self._subjects.is_said(words[-1]) and not self._ends_by_name(words):
            return None
        return self._in_clause(words, whole=colon)

    def subject_at(self, start: int, end: int) -> Subject | None:
        """The subject that begins at `start`; the same place is asked for again and again."""
        end = min(end, start + _FIRST)
        if (start, end) not in self._known:
            words = self._tokens(start, end, _ENOUGH)
            self._known[start, end] = self._subjects.subject(words, 0)[0] if words else None
        return self._known[start, end]

    def subject_first(self, start: int, end: int) -> Subject | None:
        """The subject with which the sentence begins that begins at `start`."""
        return self._places.first(self._tokens(start, min(end, start + _FIRST), _ENOUGH))

    def ahead(self, start: int, at: int, clause: Saying) -> Saying:
        """A clause whose verb stands after the words, with the subject before them ("Ayşe, “…” dedi")."""
        words = self._tokens(self.sentence_start(max(start, at - _BEFORE), at), at)
        while words and (words[-1].word in ",:" or self._subjects.is_adverb(words[-1])):
            words.pop()
        subject, stop = self._subjects.subject(words, 0, told=Verb(clause.verb, clause.manner, 0))
        return clause._replace(subject=subject) if subject is not None and stop == len(words) else clause

    def _ends_by_name(self, words: Sequence[Word]) -> bool:
        """Whether the clause ends "said Anna" without a comma before the marks."""
        return any(
            self._subjects.is_said(words[i])
            and not (self._words.inverts and words[i + 1].low in self._words.prepositions)
            for i in range(max(0, len(words) - 3), len(words) - 1)
        )

    def _in_clause(self, words: Sequence[Word], *, whole: bool) -> Saying | None:
        floor = 0 if whole else max(0, len(words) - 12)
        for place in range(len(words) - 1, floor - 1, -1):
            manner = is_verb(words, place, self._words)
            if manner is None or not words[place].word[0].islower():
                verb = self._hung_pronoun(words, place)
                if verb is not None:
                    return verb
                continue
            if place and words[place - 1].low in self._words.passive:
                return None
            if self._says_nothing(words, place):
                continue
            if is_noun(words, place, self._words):
                return Saying(None, words[place].low, manner)
            subject = self._places.of_verb(words, place)
            if subject is not None:
                return Saying(subject, words[place].low, manner)
            following = bare(words[place + 1]) if place + 1 < len(words) else ""
            someone = any(word.word[0].isupper() for word in words[1:place] if len(word.word) > 1)
            if self._words.inverts and following not in self._words.determiners:
                # Where a name stands before the verb it may be that one's who speaks, or not.
                kind: SubjectKind = "unknown" if someone else "dropped"
                subject = Subject(kind, words[place].start, words[place].end)
            return Saying(subject, words[place].low, manner)
        return None

    def _hung_pronoun(self, words: Sequence[Word], place: int) -> Saying | None:
        """The clause of a verb with a pronoun on it ("alors, demanda-t-elle :")."""
        if "-" not in words[place].word:
            return None
        verb = verb_at(words, place, self._words)
        if verb is None or verb.pronoun is None:
            return None
        return Saying(Subject(verb.pronoun, verb.start, verb.end), verb.form, verb.manner)

    def _says_nothing(self, words: Sequence[Word], place: int) -> bool:
        return place + 1 < len(words) and words[place + 1].low in self._words.nothing

    def _tokens(self, start: int, end: int, most: int | None = None) -> list[Word]:
        return words_in(self._text, start, end, self._words, most)

    def sentence_start(self, first: int, at: int) -> int:
        """Where the sentence begins that `at` stands in."""
        for match in reversed(list(_SENTENCE.finditer(self._text, first, at))):
            word = self._text[max(first, match.start() - 12) : match.start()].split()
            last = word[-1].lower().lstrip("(") if word else ""
            if last in self._words.before_names or last in self._language.labels.abbreviations:
                continue  # "Mr. Brown"
            return match.end()
        return first


_NEW_SENTENCE = re.compile(rf"[.!?…]\s+[{UPPER}]")
_BEGIN = re.compile(r"[^\w]{0,6}\w")
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*\s+")
