"""The sentence in which a date stands: whether it begins with it, and of what time it speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from edition.converter.forms.dates.sentences.verb_places import belongs_to_done, tells_of_present
from edition.converter.languages import Language

# What can end a sentence or a clause begins with one of a few marks, and `re` finds these fastest.
_STOP = r"(?<=[.!?])(?=[\"”’'»]{0,2}\s)(?!\s[a-z])(?<![\s.]\w.)"
_STOP_OF_NO_DAY = rf"{_STOP}(?<!\b\d.)(?<!\b\d\d.)"  # not the full stop of "14. Februar"
_STOP_OF_FIGURE = _STOP.replace(r"\w.", r"[^\W\d].")  # also that of "la linea 8. Domenica"
_BLANK_LINE = r"(?<=\n)\s*\n"
_SENTENCE_END = re.compile(rf"[.!?;·\u0387\n](?:{_STOP}|(?<=[;·\u0387])|{_BLANK_LINE})")
_CLAUSE_END = re.compile(rf"[.!?,:;–—·\u0387\n](?:{_STOP}|(?<=[,:])(?!\d)|(?<=[;–—·\u0387])|{_BLANK_LINE})")
_FULL_STOP = re.compile(rf"[.!?\n](?:{_STOP_OF_NO_DAY}|{_BLANK_LINE})")
_TIME_BETWEEN = r"(?:\d[\d.:]*\s?(?:[ap]\.?m\.?\s+)?(?:[A-Z]{3,4}\s+)?(?:on\s+)?)?"
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_STATISTIC = re.compile(r"(?: [a-z][a-z-]+){1,3}(?![\w-])")
_SENTENCE = 250  # characters of a sentence on each side of a date that are read for its tense
_OPENING = 24  # characters of a sentence in which its time is said
_INFLECTED = 5  # letters of a word whose ending can say its tense
_SHORT = 4  # characters: "need" and "red" are no past
_BRACKET = 24  # characters before a date in which its bracket opens
_SAID_NEAR = 4  # words from a verb of saying to its day
_CLAUSE = 80  # characters of a relative clause before a date
_PHRASE = 40  # characters of a phrase before a date
_FIRST_WORDS = 2  # of a clause: "and in"
_AMIDST = "."  # stands for what is before the words after a date: these do not begin a sentence
_BEFORE = 12  # characters before a date in which a word stands


def ends_between(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two offsets, or they are further apart than those of a sentence."""
    return end - start > _SENTENCE or _SENTENCE_END.search(text, start, end) is not None


def stops_between(text: str, start: int, end: int) -> list[int]:
    """Where sentences end between two offsets."""
    return [match.start() for match in _SENTENCE_END.finditer(text, start, end)]


def clause_ends_between(text: str, start: int, end: int) -> bool:
    """Whether a clause ends between two offsets, or they are further apart than those of a sentence."""
    return end - start > _SENTENCE or _CLAUSE_END.search(text, start, end) is not None


def begins_sentence(text: str, start: int) -> bool:
    """Whether a date at `start` is among the first words of its sentence, as what a story goes on with is."""
    opening = text[max(0, start - _OPENING) : start]
    return start < _OPENING or bool(_SENTENCE_END.search(opening + " ")) or "\n" in opening


def begins_clause(text: str, start: int) -> bool:
    """Whether hardly a word stands in its clause before a date at `start`: "; and in 1783 he saw it"."""
    opening = text[max(0, start - _OPENING) : start]
    clause = _last_end(_CLAUSE_END, opening, 0, len(opening))
    if in_brackets(text, start):
        return False
    return (clause > 0 or start < _OPENING) and len(_WORDS.findall(opening[clause:])) <= _FIRST_WORDS


def in_brackets(text: str, start: int) -> bool:
    """Whether a bracket is open before a date at `start`."""
    before = text[max(0, start - _BRACKET) : start]
    return "(" in before and ")" not in before[before.rfind("(") :]


def is_set_apart(text: str, start: int) -> bool:
    """Whether a year at `start` ends what commas set apart in the midst of a sentence."""
    if text[start + 4 : start + 5] != ",":
        return False
    before = text[max(0, start - _SENTENCE) : start]
    comma = before.rfind(",")
    if comma < 0 or _SENTENCE_END.search(before, comma) is not None:
        return False
    # "Built in 1981" says more; but "Then, in 1981, they left" goes on.
    return len(_WORDS.findall(before[comma:])) > 1 or not begins_sentence(text, start)


def in_relative_clause(text: str, start: int, language: Language) -> bool:
    """Whether a date at `start` is in a clause that says more of what was named: ", who took office in"."""
    comma = text.rfind(",", max(0, start - _CLAUSE), start)
    if comma < 0 or clause_ends_between(text, comma + 1, start):
        return False
    word = _WORDS.search(text, comma, start)
    dates = language.dates
    return word is not None and (word.group() in dates.relatives or word.group() in dates.conjunctions)


def follows(text: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of several words is right before a date at `start`, also where it begins the sentence."""
    return bool(words) and _right_before(words).search(text, max(0, start - _BRACKET), start) is not None


@cache
def _right_before(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds one of several words at the end of what is searched."""
    return re.compile(rf"(?<!\w)(?:{_either(words)})\s*\Z", re.I)


def _either(phrases: tuple[str, ...]) -> str:
    """The pattern of several words, with either apostrophe."""
    return "|".join(map(re.escape, phrases)).replace("'", "['’]") or "(?!)"


def is_said_on(text: str, start: int, language: Language) -> bool:
    """Whether a verb of saying stands a few words before a date at `start` in its clause: "he said on"."""
    begin = _last_end(_ends(language)[0], text, max(0, start - _CLAUSE), start)
    words = [word.lower() for word in _words(text[begin:start])[-_SAID_NEAR:]]
    return not (language.quoting.says | language.dates.announcing).isdisjoint(words)


def sentence_has_before(text: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of several words stands before a date at `start` in its sentence; a semicolon ends none."""
    before = text[max(0, start - _SENTENCE) : start]
    begin = _last_end(_FULL_STOP, before, 0, len(before))
    return not set(_WORDS.findall(before[begin:])).isdisjoint(words)


def has_word_in_clause(text: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of several words stands before a date at `start` in its clause."""
    before = text[max(0, start - _CLAUSE) : start]
    clause = _last_end(_CLAUSE_END, before, 0, len(before))
    return not set(_WORDS.findall(before[clause:])).isdisjoint(words)


def clause_has(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether one of several words stands in the clause of a date between two offsets."""
    stop = _CLAUSE_END.search(text, end, end + _CLAUSE)
    after = text[end : stop.start() if stop else end + _CLAUSE]
    return has_word_in_clause(text, start, words) or not set(_WORDS.findall(after)).isdisjoint(words)


def is_attribute(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a date between two offsets only says which thing is meant: "the August 1792 uprising"."""
    determiners = language.dates.determiners
    if not determiners or text[end : end + 1] != " ":
        return False
    before = _WORDS.findall(text[max(0, start - _BEFORE) : start])
    after = _WORDS.match(text, end + 1)
    if not before or before[-1].lower() not in determiners or after is None:
        return False
    if language.dates.capital_nouns and not text[after.end() : after.end() + 2].lstrip()[:1].isupper():
        return False  # "in den Märztagen 1848 fiel er"; but "der März 1848 begonnene Aufstand"
    return after.group().islower() and after.group() not in language.common_words


def is_future(text: str, start: int, end: int, language: Language, *, by_place: bool = True) -> bool | None:
    """Whether the sentence around a date between two offsets speaks of what is to come (True), of what was
    (False), or does not say.

    Its own clause is asked first: the nearest word before the date that says it, else the first after it, or
    the participle that ends it. Where none does, "by" right before the date speaks of what is to come, and so
    does a verb of the present that is known by its place (`by_place`); then the rest of the sentence says.
    """
    begin, limit = max(0, start - _SENTENCE), end + _SENTENCE
    clause_ends, sentence_ends = _ends(language)
    clause = _last_end(clause_ends, text, begin, start)
    sentence = _last_end(sentence_ends, text, begin, clause + 1)
    # A comma right after the date only sets it apart: "On Friday, they will meet". But after a clause in the
    # midst of a sentence that goes on with what came before: "the sale, put off in June, will be held".
    opens = clause <= sentence
    alone = len(_words(text[clause:start])) <= 1  # "The funeral, on Monday, will be private."
    apart = (opens or alone) and text[end : end + 1] == "," and not _says_more_after(text, end + 1, language)
    stop = clause_ends.search(text, end + apart, limit)
    clause_end = stop.start() if stop else limit
    if belongs_to_done(text, start, end, language):
        return False
    if _present(language).search(text, max(begin, start - _BRACKET), start):
        return True
    said = _tense(_words(text[clause:start]), _words(text[end:clause_end]), language)
    if said is False and _is_said_to_come(text[clause:start], text[end:clause_end], language):
        return True
    limit_said = is_limit(text, start, language)
    if limit_said and (said is None or _is_to_be_done(text[clause:start], language)):
        return True
    if said is not None:
        return said
    full_stop = sentence_ends.search(text, clause_end, limit)
    sentence_end = full_stop.start() if full_stop else limit
    rest = _words(text[clause_end:sentence_end])
    if by_place and not follows(text, start, language.dates.since):
        around = _words(text[clause:start]), _words(text[end:clause_end])
        if tells_of_present(*around, rest, language):
            return True
    rest = rest if opens else []
    return _tense(_words(_without_relative(text[sentence:clause], language)), rest, language)


def _is_said_to_come(before: str, after: str, language: Language) -> bool:
    """Whether a verb of what is to come stands right after a date, and no verb from that of saying to it:
    "officials said the vote on Saturday would be close", "to ask whether Saturday would be"; but "said
    those who met on Saturday would".
    """
    dates = language.dates
    following = _WORDS.match(after.lstrip()) if after[:1] == " " else None
    if following is None or following.group() not in dates.bare or following.group() not in dates.future:
        return False
    says = language.quoting.says | dates.announcing | frozenset((*dates.conjunctions, *dates.whether))
    words = _words(before)
    said = max((at for at, word in enumerate(words) if word.lower() in says), default=-1)
    rest = pairwise(("", *words[said + 1 :]))
    return said >= 0 and all(tense_of(previous, word, language) is None for previous, word in rest)


def _is_to_be_done(before: str, language: Language) -> bool:
    """Whether a clause says what is to be done by a day: "they hope to have it plowed by Thursday"."""
    return _ending(language.dates.to_be_done).fullmatch(" ".join(_words(before))) is not None


def _says_more_after(text: str, place: int, language: Language) -> bool:
    """Whether a clause that only says more of what was named begins at `place`: ", which would have been"."""
    word = _WORDS.match(text, place + 1)
    return word is not None and word.group() in language.dates.relatives and not language.dates.capital_nouns


def _without_relative(words: str, language: Language) -> str:
    """The words of a sentence up to a comma, without the clauses that only say more of something: "they will
    honor Mr. Low, who played until 1988," has no "played".
    """
    first, *rest = words.split(",")
    kept = (part for part in rest if part.lstrip().split(" ", 1)[0] not in language.dates.relatives)
    return ",".join((first, *kept))


def is_past_clause(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the clause around a date between two offsets says by itself that it tells of what was."""
    return tense_of_clause(text, start, end, language) is False


def tense_of_clause(text: str, start: int, end: int, language: Language) -> bool | None:
    """What the clause around a date between two offsets says by itself, as `is_future` does."""
    begin, limit = max(0, start - _SENTENCE), end + _SENTENCE
    clause_ends = _ends(language)[0]
    clause = max((match.end() for match in clause_ends.finditer(text, begin, start)), default=begin)
    stop = clause_ends.search(text, end, limit)
    after = text[end : stop.start() if stop else limit]
    return _tense(_words(text[clause:start]), _words(after), language)


def is_limit(text: str, start: int, language: Language) -> bool:
    """Whether words right before what begins at `start` say up to or from when: "until at least 2025"; or its
    own first word does: "до конца марта".
    """
    first = text.find(" ", start, start + _BEFORE) + 1
    limit = _limit(language)
    begins = bool(first) and limit.fullmatch(text, start, first) is not None
    return begins or limit.search(text, max(0, start - _BRACKET), start) is not None


def is_reckoned(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a month between two offsets is one of which something was reckoned, which is over then:
    "figures for March", "March money supply figures"; not "in March figures come out".
    """
    dates = language.dates
    if follows(text, start, dates.reckoned):
        return True
    lead = _WORDS.findall(text[max(0, start - _BEFORE) : start])[-1:]
    if not set(lead).isdisjoint(dates.before):
        return False
    nouns = {phrase.split()[0] for phrase in dates.reckoned}
    following = _STATISTIC.match(text, end)
    return following is not None and not nouns.isdisjoint(following.group().split())


def tells_of_before(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the sentence of a date between two offsets tells of what was before its story: "since 1678 it
    had been held".
    """
    if not language.dates.pluperfect:
        return False
    begin, limit = max(0, start - _SENTENCE), end + _SENTENCE
    sentence = _last_end(_SENTENCE_END, text, begin, start)
    stop = _SENTENCE_END.search(text, end, limit)
    return _pluperfect(language).search(text, sentence, stop.start() if stop else limit) is not None


@cache
def _pluperfect(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(language.dates.pluperfect)})(?!\w)")


@cache
def _ends(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Find the ends of clauses and of sentences."""
    stop = _STOP_OF_NO_DAY if "." in language.dates.ordinals else _STOP_OF_FIGURE
    titles = sorted(language.persons.abbreviated)
    stop += "".join(rf"(?<!\b{re.escape(title)}\.)" for title in titles)  # "will honor Mr. Low"
    clause, sentence = (end.pattern.replace(_STOP, stop) for end in (_CLAUSE_END, _SENTENCE_END))
    return re.compile(clause), re.compile(sentence)


def _last_end(ends: re.Pattern[str], text: str, begin: int, end: int) -> int:
    """Where the last of such ends between two offsets is over; `begin` for none."""
    last = begin
    for match in ends.finditer(text, begin, end):
        last = match.end()
    return last


@cache
def _limit(language: Language) -> re.Pattern[str]:
    """Finds the word right before a date up to which or from which something is to be: "by Friday"."""
    return re.compile(rf"(?<!\w)(?:{_either(language.dates.before_limit)})\s+{_TIME_BETWEEN}\Z", re.I)


@cache
def _present(language: Language) -> re.Pattern[str]:
    """Finds the words before a date that say what is to be then, with no more than a time of day between: "is
    on Friday", "is at 8:13 p.m. Monday".
    """
    phrases = "|".join(map(re.escape, language.dates.takes_place))
    return re.compile(rf"(?<!\w)(?:{phrases or '(?!)'})\s+{_TIME_BETWEEN}\Z", re.I)


def _tense(before: Sequence[str], after: Sequence[str], language: Language) -> bool | None:
    """What the nearest of the words before a date says, or the first or last of those after it."""
    ended = " ".join((*before, *after)) if len(after) > 1 else ""
    if _ending(language.dates.past_infinitives).fullmatch(ended or " ".join(before)):
        return False
    if _ending(language.dates.unreal).fullmatch(ended or " ".join(before)):
        return None
    for words in (reversed([*pairwise(("", *before))]), pairwise((_AMIDST, *after))):
        for previous, word in words:
            said = tense_of(previous, word, language)
            if said is not None:
                return said
    participle = _participles(language)
    if not after or after[-1] in language.dates.no_past:
        return None
    return False if participle.fullmatch(after[-1]) else None


@cache
def _ending(several: tuple[str, ...]) -> re.Pattern[str]:
    """A clause that ends with words of one of several shapes."""
    shapes = "|".join(f"(?:{shape})" for shape in several)
    return re.compile(rf"(?:.* )?(?:{shapes or '(?!)'})")


@cache
def _participles(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{shape})" for shape in language.dates.past_participles) or "(?!)")


def tense_of(previous: str, written: str, language: Language) -> bool | None:
    """Whether a word, with the one before it, tells of what is to come (True), or of what was (False)."""
    dates, word, previous = language.dates, written.lower(), previous.lower()
    both = f"{previous} {word}"
    if dates.capital_nouns and previous and written[0].isupper():
        return None  # a noun: "beim Treffen am Sonntag", "der Vorstand"
    if dates.pluperfect and _pluperfect(language).fullmatch(both):
        return False  # "had expected"
    if both in dates.past and previous not in dates.bare:
        return False  # "fell due"
    if (word in dates.future and not _is_month(written, language)) or both in dates.future:
        return True
    if previous in dates.present or word in dates.no_past or both in dates.no_past:
        return None
    if word in _past(language):
        return None if previous in dates.bare else False
    if previous in dates.auxiliaries and word.endswith(dates.participles):
        return False
    if len(word) >= _INFLECTED and word.endswith(dates.future_endings):
        return True
    if len(word) <= _SHORT or not dates.past_endings or not word.endswith(dates.past_endings):
        return None
    noun = dates.capital_nouns and word != written  # "Minuten"
    return None if noun or previous in dates.before_adjective else False  # after "die" an adjective


def _is_month(written: str, language: Language) -> bool:
    return any(written in names for names in language.dates.months)


@cache
def _past(language: Language) -> frozenset[str]:
    """The words that tell of what was, also with what may be written with them."""
    dates = language.dates
    return dates.past.union(f"{before}{word}" for before in dates.past_before for word in dates.past)


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.replace("’", "'"))
