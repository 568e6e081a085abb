"""What stands around a word that can be a date, and what that says: "in May" is a month, "May I" is none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from edition.converter.forms.dates.sentences.tenses import tense_of
from edition.converter.forms.dates.signs.lexicon import (
    FIGURES,
    FOUR_YEAR,
    WORD,
    Lexicon,
    is_word,
    words_in,
)
from edition.converter.forms.dates.signs.neighbours import (
    after,
    before,
    opened,
    plays_before,
    signs_of,
    word_after,
)
from edition.converter.forms.dates.signs.pieces import phrases
from edition.converter.forms.dates.signs.row import Row
from edition.converter.forms.letters import any_of
from edition.converter.languages import Language

_COUNTS = frozenset(FIGURES) - {FOUR_YEAR}
_AFTER_NUMBERED = frozenset(".:°ºª")
REACH = 14  # signs before a date in which the words that go with it stand
_LONGEST_NAME = 24
_SENTENCES = 400  # characters before a date and after it that say what a text is of
_WORDS = re.compile(r"[^\W\d_]+")
_SCORE = re.compile(r"(?<![\w-])\d{1,3}[-–]\d{1,3}(?![\w/-])")
_SHORT = 4  # letters of a word whose ending does not say that it is a verb


def before_month(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether a word after which months and seasons stand alone is before `place` or begins there: "in May",
    "the end of May", "April and May", "enero a mayo".
    """
    like = signs_of("month", lexicon) | signs_of("month.", lexicon) | signs_of("season", lexicon)
    within = opened if row.signs[place] not in like else plays_before
    if any(within(part, row, place, lexicon) for part in ("before", "before_month")):
        return True
    if after_a_part(row, place, lexicon):
        return True
    at = before(row, place)
    if at < 1 or row.signs[at] not in signs_of("range", lexicon):
        return False
    return row.signs[before(row, at)] in like and row.word(at).isalpha()


def after_a_part(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether words before say which part of a date is meant: "the end of", "early in"."""
    return _portion(lexicon).search(row.signs, max(0, place - REACH), place) is not None


@cache
def _portion(lexicon: Lexicon) -> re.Pattern[str]:
    """Words before a date that say which part of it is meant: "the end of"."""
    parts = [phrase for group in lexicon.language.dates.parts.values() for phrase in group]
    return re.compile(rf"(?:{phrases(parts, lexicon)}) ?$")


def is_of_someone(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether a decade is one of someone's life: "in her early 40's"."""
    part = _portion(lexicon).search(row.signs, max(0, place - REACH), place)
    whose = row.word(before(row, part.start() if part else place))
    return whose.lower() in lexicon.language.citations.possessing


def after_clock_word(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether a word that only stands before an hour is before a number: "alle 6"."""
    at = before(row, place)
    return at >= 0 and row.word(at).lower() in _clock_words(lexicon)


@cache
def _clock_words(lexicon: Lexicon) -> frozenset[str]:
    """The words that stand before an hour, and before no day."""
    dates = lexicon.language.dates
    times = (form.partition("{hour}") for form in dates.forms.get("time", ()))
    leads = (lead for lead, hour, _ in times if hour)
    ranges = (phrase for group in dates.ranges.values() for phrase in group)
    days = {*words_in(ranges), *dates.before_day, *dates.articles}
    return frozenset(word.lower() for word in words_in(leads)) - days


def numbers_something(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether a number at `place` numbers something: "No. 1144", "nº 1144", "Tel.: 1848"."""
    at, stopped = before(row, place), False
    while at > 0 and row.word(at) in _AFTER_NUMBERED:
        at, stopped = before(row, at), True
    if at < 0:
        return False
    if _names_street(row, at, lexicon):
        return True
    word = row.word(at)
    if stopped and len(word) >= _SHORT and word in lexicon.language.common_words:
        return False  # "It was over. 1987 saw"
    sign = row.signs[at]
    return sign in signs_of("numbered", lexicon) or (stopped and sign in signs_of("numbered.", lexicon))


def _names_street(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether a number after the word at `at` is the day after which a street is called: "rue du 8 mai"."""
    dates = lexicon.language.dates
    if row.word(at) in before_the_name(lexicon):
        at = before(row, at)
    word = row.word(at).lower()
    return word in dates.streets or (bool(dates.street_endings) and word.endswith(dates.street_endings))


@cache
def before_the_name(lexicon: Lexicon) -> frozenset[str]:
    """The words between a street and its name: "rue du", "улица"."""
    dates = lexicon.language.dates
    return frozenset((*dates.ranges.get("of", ()), *dates.determiners))


def counts(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether the word after a number is what it counts."""
    at = after(row, end)
    if at >= len(row.signs):
        return False
    if row.signs[at] in signs_of("counted", lexicon):
        return row.signs[at + 1 : at + 2] not in ("'", "’") or len(row.word(at)) > 1  # "du 2 m'apprend"
    endings, word = lexicon.language.dates.counted_endings, row.word(at)
    return (
        bool(endings)
        and row.signs[at] == WORD
        and len(word) > 3
        and word.endswith(endings)
        and (word not in lexicon.language.common_words)
    )


def beside_count(row: Row, start: int) -> bool:
    """Whether a number stands a few words before `start`, beside which another is how many, too: "im Juni
    waren es 12, im Sommer 30".
    """
    said = row.signs[max(0, start - REACH) : start]
    return not _COUNTS.isdisjoint(said[max(said.rfind("."), said.rfind(";")) + 1 :])


def compares(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether a word such as "more" at `start` stands after a number, with what it counts or without: "110
    weniger als ein Jahr zuvor".
    """
    at = before(row, start)
    if not row.word(start)[:1].isalpha() or at < 0:
        return False
    if row.signs[at] in signs_of("counted", lexicon) or row.word(at) == "%":
        at = before(row, at)
    return at >= 0 and row.signs[at] in FIGURES


def ends_here(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether a name does not belong to a word after it: "in the lute" where a month is called so, too."""
    at = after(row, end)
    if at == len(row.signs) or row.signs[at] in signs_of("range", lexicon):
        return True
    word = row.word(at)
    if word in ("'", "’"):
        return not row.words(at + 1, at + 2)[:1].isalpha()  # "in May's view"
    return not word[0].isalpha() or goes_on_without(word, lexicon.language)


def goes_on_without(word: str, language: Language) -> bool:
    """Whether a word after a name does not belong to it: a small word, or a verb that says a time."""
    small = word in language.common_words or word in _pronouns(language)
    small = small or word in language.quoting.determiners
    return small or tense_of("", word, language) is not None


def may_be_year(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether nothing stands after the figures at `place` that they could count."""
    following = row.word(after(row, place + 1))
    if following[:1].isdigit() or counts(row, place + 1, lexicon):
        return False
    return not following[:1].islower() or following in lexicon.language.common_words


def has_era(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether letters of an era stand after a year: "480 B.C."."""
    return _era(lexicon).match(row.signs, after(row, place)) is not None


@cache
def _era(lexicon: Lexicon) -> re.Pattern[str]:
    eras = lexicon.language.dates.eras.values()
    return re.compile(phrases((era for spellings in eras for era in spellings), lexicon))


def after_day(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether a number stands right before a month: a day that the month does not have ("31 June 1918")."""
    at = before(row, start)
    if _is_street(row, at, lexicon):
        return True
    while at > 0 and (row.signs[at] == "." or row.signs[at] in signs_of("suffix", lexicon)):
        at -= 1
    street = before(row, at)
    if street >= 0 and row.signs[at] in FIGURES and _names_street(row, street, lexicon):
        return True  # "Ulica 9. maja"
    apart = at > 0 and row.signs[at - 1] in ".,:/"
    return at >= 0 and row.signs[at] in "0abcdeo" and not apart and not _is_year_end(row, at)


def _is_street(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether the month after the word at `at` is in the name of a street: "rua 25 de Março"."""
    if at < 1:
        return False
    of = row.word(at) in lexicon.language.dates.ranges.get("of", ())
    number = before(row, at) if of else at  # "улица 8 Марта, 1917"
    street = before(row, number)
    return street >= 0 and row.signs[number] in FIGURES and _names_street(row, street, lexicon)


def _is_year_end(row: Row, at: int) -> bool:
    """Whether two figures end a pair of years: "1914/15 May"."""
    return at > 1 and row.signs[at - 1] in "/–-" and row.signs[at - 2] == "y"


def goes_on(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether a match that ends so goes on with what it is counted from: "the day after" the vote, "the
    Tuesday following" his birth.
    """
    dates, last = lexicon.language.dates, row.words(end - 1, end).lower()
    if _counted_from(last, row, end, lexicon):
        return True
    if last in dates.counts_from or last not in (
        *dates.vague.get("before", ()),
        *dates.vague.get("after", ()),
    ):
        return False
    at = after(row, end)
    if at >= len(row.signs) or row.word(at) in dates.before_time:
        return False  # "the night before at Dover"
    return row.word(at)[0].isalnum() and not verb_follows(row, end, lexicon)


def _counted_from(last: str, row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether what follows the last word of a match is what it is counted from: with its article, or where a
    language has none, as any noun ("накануне смерти", not "накануне он" or "накануне вечером").
    """
    word = word_after(row, end)
    language = lexicon.language
    if f"{last} {word}" in language.dates.counts_from:
        return True
    if last not in language.dates.counts_from:
        return False
    if row.signs[after(row, end) : after(row, end) + 1] == "y":
        return True  # "the decade following 2002"
    if not language.quoting.bare_nouns or word in language.quoting.determiners:
        return word in language.quoting.determiners
    if not word or word in language.common_words or verb_follows(row, end, lexicon):
        return False
    return row.signs[after(row, end)] not in signs_of("unit night", lexicon)


def verb_follows(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether a match that ends so goes on with who does something or with what was done, and not with what
    it could be counted from: "tre anni dopo si laureò", "trois jours après il mourut".
    """
    word, language = word_after(row, end), lexicon.language
    if not word or not language.dates.after_alone:
        return False
    if word.lower() in language.quoting.determiners or word in language.dates.ranges.get("of", ()):
        return False
    if word in language.dates.articles:
        return False
    if word.lower() in _pronouns(language) or word in language.dates.past:
        return True
    if word in language.quoting.prepositions:
        return True  # "lasciò sei anni dopo senza prendere gli ordini"
    endings = language.dates.past_endings
    return bool(endings) and len(word) > _SHORT and word.endswith(endings)


@cache
def _pronouns(language: Language) -> frozenset[str]:
    """The words for who does something, and those that stand between it and its verb."""
    words = language.quoting
    return (words.he | words.she | words.they | words.i | words.we | words.clitics) - words.determiners


def joined_by_and(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether two days are both meant, and not all between them."""
    return any(sign in signs_of("both", lexicon) for sign in row.signs[start:end])


def is_of_business(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether the text around a sign tells of business, whose parts of years go without saying: "the first
    half".
    """
    words = _WORDS.findall(_around(row, place))
    return not lexicon.language.dates.of_business.isdisjoint((*words, *map(str.lower, words)))


def is_of_game(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether the text around a sign tells of a game, which has quarters, too: by words, or by a score."""
    around = _around(row, place)
    if not lexicon.language.dates.of_games.isdisjoint(_WORDS.findall(around)):
        return True
    return _SCORE.search(around) is not None and not is_of_business(row, place, lexicon)


def is_of_degrees(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether the text around a sign tells of degrees: "highs in the 80s"."""
    return not lexicon.language.dates.of_degrees.isdisjoint(
        map(str.lower, _WORDS.findall(_around(row, place)))
    )


def _around(row: Row, place: int) -> str:
    """The text some sentences before and after a sign."""
    at = row.starts[place]
    return row.text[max(0, at - _SENTENCES) : at + _SENTENCES]


class _Names(NamedTuple):
    """Names that look like dates: what finds them, a token of each ("Times" of "Sunday Times"), and of how
    many tokens the longest is.
    """

    pattern: re.Pattern[str]
    tokens: frozenset[str]
    longest: int


def is_name(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a match stands in one of the names that look like dates."""
    names = _names(lexicon)
    if names.tokens.isdisjoint(row.tokens[max(0, start - names.longest) : end + names.longest]):
        return False
    first, last = row.starts[start], row.starts[end]
    for match in names.pattern.finditer(row.text, max(0, first - _LONGEST_NAME), last + _LONGEST_NAME):
        inside = first <= match.start() and match.end() <= last and match.end() - match.start() < last - first
        if match.start() < last and match.end() > first and not inside:
            return True
    return False


@cache
def _names(lexicon: Lexicon) -> _Names:
    names = sorted(lexicon.language.dates.names, key=lambda name: (-len(name), name))
    each = [lexicon.token.findall(name) for name in names]
    telling = frozenset(_telling(tokens, lexicon) for tokens in each)
    return _Names(re.compile(any_of(names)), telling, max(map(len, each), default=0))


def _telling(tokens: Iterable[str], lexicon: Lexicon) -> str:
    """The token of a name that says most: no blank, and where there is such a one, one that is in no date."""
    words = (token for token in tokens if not token.isspace())
    return max(words, key=lambda word: (not is_word(lexicon.signs[word]), len(word)))
