"""The sentence in which a date stands: where it and its clauses end, and which words are beside the date."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.sentences.tenses import WORD, words_of
from edition.converter.languages import Language

# What can end a sentence or a clause begins with one of a few marks, and `re` finds these fastest.
_STOP = r"(?<=[.!?])(?=[\"”’'»]{0,2}\s)(?!\s[a-z])(?<![\s.]\w.)"
_STOP_OF_NO_DAY = rf"{_STOP}(?<!\b\d.)(?<!\b\d\d.)"  # not the full stop of "14. Februar"
_STOP_OF_FIGURE = _STOP.replace(r"\w.", r"[^\W\d].")  # also that of "la linea 8. Domenica"
_BLANK_LINE = r"(?<=\n)\s*\n"
ANY_SENTENCE_END = re.compile(rf"[.!?;·\u0387\n](?:{_STOP}|(?<=[;·\u0387])|{_BLANK_LINE})")
"""The end of a sentence, or what comes to one: a line, a semicolon."""
_CLAUSE_END = re.compile(rf"[.!?,:;–—·\u0387\n](?:{_STOP}|(?<=[,:])(?!\d)|(?<=[;–—·\u0387])|{_BLANK_LINE})")
_YEAR_AND_COMMA = re.compile(r"(?:[^\W\d_]+ )?\d{4}(?: [^\W\d_]+\.?)?,")  # also "leta 1952", "1952 roku"
_FULL_STOP = re.compile(rf"[.!?\n](?:{_STOP_OF_NO_DAY}|{_BLANK_LINE})")
TIME_BETWEEN = r"(?:\d[\d.:]*\s?(?:[ap]\.?m\.?\s+)?(?-i:[A-Z]{3,4}\s+)?(?:on\s+)?)?"
"""A time of day that can stand between a word and the date to which it belongs."""
_STATISTIC = re.compile(r"(?: [a-z][a-z-]+){1,3}(?![\w-])")
SENTENCE = 250
"""Characters of a sentence on each side of a date that are read for its tense."""
_OPENING = 24  # characters of a sentence in which its time is said
NEAR = 24
"""Characters right before a date in which the word stands that is looked for, or its bracket opens."""
_SAID_NEAR = 4  # words from a verb of saying to its day
_CLAUSE = 80  # characters of a relative clause before a date
_PHRASE = 40  # characters of a phrase before a date
_SHORT_CLAUSE = 60  # characters
_FIRST_WORDS = 2  # of a clause: "and in"
_BEFORE = 12  # characters before a date in which a word stands


def ends_between(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two offsets, or they are further apart than those of a sentence."""
    return end - start > SENTENCE or ANY_SENTENCE_END.search(text, start, end) is not None


def stops_between(text: str, start: int, end: int) -> list[int]:
    """Where sentences end between two offsets."""
    return [match.start() for match in ANY_SENTENCE_END.finditer(text, start, end)]


def clause_ends_between(text: str, start: int, end: int) -> bool:
    """Whether a clause ends between two offsets, or they are further apart than those of a sentence."""
    return end - start > SENTENCE or _CLAUSE_END.search(text, start, end) is not None


def begins_sentence(text: str, start: int) -> bool:
    """Whether a date at `start` is among the first words of its sentence, as what a story goes on with is."""
    opening = text[max(0, start - _OPENING) : start]
    return start < _OPENING or bool(ANY_SENTENCE_END.search(opening + " ")) or "\n" in opening


def begins_clause(text: str, start: int) -> bool:
    """Whether hardly a word stands in its clause before a date at `start`: "; and in 1783 he saw it"."""
    opening = text[max(0, start - _OPENING) : start]
    clause = last_end(_CLAUSE_END, opening, 0, len(opening))
    if in_brackets(text, start):
        return False
    return (clause > 0 or start < _OPENING) and len(WORD.findall(opening[clause:])) <= _FIRST_WORDS


def in_brackets(text: str, start: int) -> bool:
    """Whether a bracket is open before a date at `start`."""
    before = text[max(0, start - NEAR) : start]
    return "(" in before and ")" not in before[before.rfind("(") :]


def is_set_apart(text: str, start: int) -> bool:
    """Whether a year at `start` ends what commas set apart in the midst of a sentence."""
    if _YEAR_AND_COMMA.match(text, start) is None:
        return False
    before = text[max(0, start - SENTENCE) : start]
    comma = before.rfind(",")
    if comma < 0 or ANY_SENTENCE_END.search(before, comma) is not None:
        return False
    # "Built in 1981" says more; but "Then, in 1981, they left" goes on.
    return len(WORD.findall(before[comma:])) > 1 or not begins_sentence(text, start)


def in_relative_clause(text: str, start: int, language: Language) -> bool:
    """Whether a date at `start` is in a clause that says more of what was named: ", who took office in"."""
    comma = text.rfind(",", max(0, start - _CLAUSE), start)
    if comma < 0 or clause_ends_between(text, comma + 1, start):
        return False
    word = WORD.search(text, comma, start)
    dates = language.dates
    return word is not None and (word.group() in dates.relatives or word.group() in dates.conjunctions)


def follows(text: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of several words is right before a date at `start`, also where it begins the sentence."""
    if not words or not ends_with(text[max(0, start - NEAR) : start], words):
        return False
    return _right_before(words).search(text, max(0, start - NEAR), start) is not None


def ends_with(lead: str, words: tuple[str, ...]) -> bool:
    """Whether what stands before a date ends, blanks aside, with the letters of one of several words: soon
    said, and so asked before a pattern is.
    """
    return lead.rstrip().lower().endswith(_endings(words))


@cache
def _endings(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words in small letters, with either apostrophe."""
    small = [word.lower() for word in words]
    return tuple(dict.fromkeys((*small, *(word.replace("'", "’") for word in small))))


@cache
def _right_before(words: tuple[str, ...]) -> re.Pattern[str]:
    """Finds one of several words at the end of what is searched."""
    return re.compile(rf"(?<!\w)(?:{_either(words)})\s*\Z", re.I)


def _either(phrases: tuple[str, ...]) -> str:
    """The pattern of several words, with either apostrophe."""
    return "|".join(map(re.escape, phrases)).replace("'", "['’]") or "(?!)"


def is_said_on(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a verb of saying stands a few words before a date between two offsets in its clause, or one of
    announcing after it: "he said on", "wie die Polizei am Montag mitteilte".
    """
    dates, ends = language.dates, clause_and_sentence_ends(language)[0]
    begin = last_end(ends, text, max(0, start - _CLAUSE), start)
    near = _SAID_NEAR * (1 + follows(text, start, dates.night_before))
    words = [word.lower() for word in words_of(text[begin:start])[-near:]]
    if not (language.quoting.says.isdisjoint(words) and dates.announcing.isdisjoint(words)):
        return True
    if not dates.announcing:
        return False
    stop = ends.search(text, end, end + _CLAUSE)
    after = words_of(text[end : stop.start() if stop else end + _CLAUSE])[:_SAID_NEAR]
    return not dates.announcing.isdisjoint(after)


def sentence_has_before(text: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of several words stands before a date at `start` in its sentence; a semicolon ends none."""
    before = text[max(0, start - SENTENCE) : start]
    begin = last_end(_FULL_STOP, before, 0, len(before))
    return not set(WORD.findall(before[begin:])).isdisjoint(words)


def has_word_in_clause(text: str, start: int, words: tuple[str, ...]) -> bool:
    """Whether one of several words stands before a date at `start` in its clause."""
    before = text[max(0, start - _CLAUSE) : start]
    clause = last_end(_CLAUSE_END, before, 0, len(before))
    return not set(WORD.findall(before[clause:])).isdisjoint(words)


def clause_has(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether one of several words stands in the clause of a date between two offsets."""
    stop = _CLAUSE_END.search(text, end, end + _CLAUSE)
    after = text[end : stop.start() if stop else end + _CLAUSE]
    return has_word_in_clause(text, start, words) or not set(WORD.findall(after)).isdisjoint(words)


def is_attribute(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a date between two offsets only says which thing is meant: "the August 1792 uprising"."""
    determiners = language.dates.determiners
    if not determiners or text[end : end + 1] != " ":
        return False
    before = WORD.findall(text[max(0, start - _BEFORE) : start])
    after = WORD.match(text, end + 1)
    if not before or before[-1].lower() not in determiners or after is None:
        return False
    if language.dates.capital_nouns and not text[after.end() : after.end() + 2].lstrip()[:1].isupper():
        return False  # "in den Märztagen 1848 fiel er"; but "der März 1848 begonnene Aufstand"
    return after.group().islower() and after.group() not in language.common_words


def is_limit(text: str, start: int, language: Language) -> bool:
    """Whether words right before what begins at `start` say up to or from when: "until at least 2025"; or its
    own first word does: "до конца марта".
    """
    first = text.find(" ", start, start + _BEFORE) + 1
    limit = _limit(language)
    begins = bool(first) and limit.fullmatch(text, start, first) is not None
    return begins or limit.search(text, max(0, start - NEAR), start) is not None


def is_reckoned(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a month between two offsets is one of which something was reckoned, which is over then:
    "figures for March", "March money supply figures"; not "in March figures come out".
    """
    dates = language.dates
    if follows(text, start, dates.reckoned):
        return True
    lead = WORD.findall(text[max(0, start - _BEFORE) : start])[-1:]
    if not set(lead).isdisjoint(dates.before):
        return False
    nouns = {phrase.split()[0] for phrase in dates.reckoned}
    following = _STATISTIC.match(text, end)
    return following is not None and not nouns.isdisjoint(following.group().split())


@cache
def clause_and_sentence_ends(language: Language) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Find the ends of clauses and of sentences."""
    stop = _STOP_OF_NO_DAY if "." in language.dates.ordinals else _STOP_OF_FIGURE
    titles = sorted(language.persons.abbreviated)
    stop += "".join(rf"(?<!\b{re.escape(title)}\.)" for title in titles)  # "will honor Mr. Low"
    clause, sentence = (end.pattern.replace(_STOP, stop) for end in (_CLAUSE_END, ANY_SENTENCE_END))
    return re.compile(clause), re.compile(sentence)


def last_end(ends: re.Pattern[str], text: str, begin: int, end: int) -> int:
    """Where the last of such ends between two offsets is over; `begin` for none. Most clauses are short, so
    that it is looked for right before the second offset first.
    """
    near = end - _SHORT_CLAUSE
    found = begin
    for match in ends.finditer(text, near if near > begin else begin, end):
        found = match.end()
    if found == begin < near:
        for match in ends.finditer(text, begin, end):
            found = match.end()
    return found


@cache
def _limit(language: Language) -> re.Pattern[str]:
    """Finds the word right before a date up to which or from which something is to be: "by Friday"."""
    return re.compile(rf"(?<!\w)(?:{_either(language.dates.before_limit)})\s+{TIME_BETWEEN}\Z", re.I)
