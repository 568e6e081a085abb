"""Numbers of four figures that are years in a text of their time: "1986 net rose", "base 1980".

By themselves such numbers say nothing. Near to the day of writing, or to a year that the text tells, they are
years where they stand beside a thing that is no number of things: a number counts things of which there are
several ("1986 workers"), or it measures ("1986 seat hall").
"""

from __future__ import annotations

import re

from edition.converter.forms.dates.sentences.tenses import tense_of
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import FIGURES, FOUR_YEAR, Lexicon
from edition.converter.forms.dates.signs.row import Row
from edition.converter.forms.dates.signs.small_words import small_words

_LEAST = 2  # letters of a word
_LONGEST = 5  # words of what a year says which it is
_OF_OUR_TIME, _ROUND, _DECADE = 1850, 50, 10
_FIGURES = frozenset(FIGURES)
_SETS_APART = frozenset("–—|)")  # marks after a number that counts nothing
_APOSTROPHES = frozenset("'’")


def may_be_near(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number that nothing says to be a year is one if it is near to the time of its text."""
    dates, year = lexicon.language.dates, int(row.word(start))
    if year < _OF_OUR_TIME or year % _ROUND == 0:
        return False
    if dates.capital_nouns:
        return _counts_no_noun(row, start, end, lexicon)
    if not dates.of_one_year:
        return False
    if _owns(row, end, lexicon):
        return year % _DECADE != 0
    if _is_numbered(row, start, lexicon):
        return False
    lead = row.word(neighbours.before(row, start)).lower()
    return _says_which(row, end, lead, lexicon) or _ends_here(row, start, end, lexicon)


def _counts_no_noun(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number can count nothing, in a language whose nouns have a capital letter: "was 2018
    geschah", "die Erhöhungen 2013 –"; not "2018 Gäste", "2018 geladene Gäste".
    """
    before, after = neighbours.before(row, start), neighbours.after(row, end)
    if before < 0 or not row.word(before).isalpha() or _is_numbered(row, start, lexicon):
        return False
    how_many = row.word(before).lower() in lexicon.language.dates.before_count
    if how_many or surroundings.counts(row, end, lexicon):
        return False
    word = row.word(after)
    if not word[:1].isalpha():
        return word in _SETS_APART
    return word.islower() and not neighbours.word_after(row, after + 1)[:1].isupper()


def _says_which(row: Row, end: int, lead: str, lexicon: Lexicon) -> bool:
    """Whether what follows a number is a part of a year, a verb or a thing by which it is one."""
    dates, after = lexicon.language.dates, neighbours.after(row, end)
    thing = _thing(row, after, lexicon)
    if lead in dates.before_count:
        return _is_of_one_year(thing, lexicon)
    if _part_of_year(row, after, lexicon) or row.word(after).lower() in dates.done_by_year:
        return True
    if row.word(after) in dates.ranges.get("both", ()) or row.word(after) in dates.either:
        second = neighbours.after(row, after + 1)
        return row.signs[second : second + 1] == FOUR_YEAR and _says_which(row, second + 1, "", lexicon)
    return bool(thing) and not _is_counted(thing, lexicon)


def _ends_here(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number stands alone after a word by which it is a year: "base 1980", or one that compares
    something with what was in it: "a rise over 1985".
    """
    dates = lexicon.language.dates
    after = neighbours.after(row, end)
    if not _stands_alone(row, after, lexicon):
        return False
    at = neighbours.before(row, start)
    lead = row.word(at).lower()
    if lead in dates.before_near_year:
        return True
    if lead in dates.begins_year:
        return row.word(after).isalpha()
    if lead not in dates.compared_with:
        return False
    at = neighbours.before(row, at)
    return row.word(at).lower() in dates.changes or (at >= 0 and row.signs[at] == FOUR_YEAR)


def _owns(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether something is the number's: "1987's results"."""
    possessive = lexicon.language.dates.possessive
    return bool(possessive) and row.word(end) in _APOSTROPHES and row.word(end + 1) == possessive


def _is_numbered(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether a number at `start` numbers something, and does not begin what a remark says ("Note: 1986 net")
    or follow what may also stand before a year ("over 1986 levels").
    """
    if not surroundings.numbers_something(row, start, lexicon):
        return False
    at = neighbours.before(row, start)
    dates = lexicon.language.dates
    if row.word(at) == ":":
        return row.word(neighbours.before(row, at)).lower() not in dates.opens_remark
    return row.word(at).lower() not in dates.amount_or_year


def _part_of_year(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether a part of a year stands at `at`: "1986 4th qtr", "1987 nine mths", "1987 year"."""
    dates = lexicon.language.dates
    parts = dates.parts_of_years
    if row.word(at).lower() in parts:
        return True
    if row.word(at + 1) in dates.ordinals:  # "4th"
        return row.word(neighbours.after(row, at + 2)).lower() in parts
    word = row.word(at).lower()
    number = row.signs[at : at + 1] in _FIGURES
    number = number or (word in dates.numbers and word not in dates.no_year_numbers)
    if not number and word not in dates.ordinal_words and word not in dates.spanning:
        return False
    unit = row.word(at + 2 if row.word(at + 1) == "-" else neighbours.after(row, at + 1)).lower()
    return unit in parts or (number and unit in dates.months_of_years)


def _thing(row: Row, at: int, lexicon: Lexicon) -> list[str]:
    """The words at `at` up to the next small word, verb or mark: those of what a year says which it is."""
    language = lexicon.language
    small, found = small_words(language), list[str]()
    while len(found) < _LONGEST:
        at = at if found else _after_initials(row, at)
        written = row.word(at)
        word = written.lower()
        if not found and word in language.dates.per_each:
            at = neighbours.after(row, at + 1)  # "1986 per share earnings"
            found.append(word)
            at = neighbours.after(row, at + 1)
            continue
        if len(word) < _LEAST or not word.isalpha() or word in small:
            break
        if found and tense_of(found[-1], word, language) is not None:
            break
        if written != word and not written.isupper() and row.word(at + 1) != " ":
            return []  # a name at the end
        found.append(word)
        if row.word(at + 1) == "-":
            at += 2
            continue
        at = neighbours.after(row, at + 1)
    return found


def _after_initials(row: Row, at: int) -> int:
    """The place of the word at `at`, or after initials there: "1986 U.S. output"."""
    start = at
    while len(row.word(at)) == 1 and row.word(at).isupper() and row.word(at + 1) == ".":
        at += 2
    return at if at == start else neighbours.after(row, at)


def _is_counted(thing: list[str], lexicon: Lexicon) -> bool:
    """Whether a number before these words can count or measure what they name."""
    dates = lexicon.language.dates
    first = thing[0]
    if first in dates.after_amount or re.fullmatch(dates.like_after_amount, first) is not None:
        return True
    if tense_of("", first, lexicon.language) is not None and first not in dates.follows_year:
        # "1986 died", but "1986 projected earnings"
        return not (first.endswith(dates.past_endings) and _is_of_one_year(thing[1:], lexicon))
    several = re.compile(dates.counted_nouns)
    for word in thing:
        if word in dates.parts_of_years or _is_of_one_year([word], lexicon):
            return False
        if word in dates.done_by_year:
            break
        if word in dates.per_each:
            return not _is_of_one_year(thing[1:2], lexicon)
        measure = word in dates.counted or f"{word}{dates.possessive}" in dates.counted
        if measure and word not in dates.of_many:
            return True
        if several.fullmatch(word) is not None:
            return True
    return False


def _is_of_one_year(thing: list[str], lexicon: Lexicon) -> bool:
    """Whether one of these words is a noun that no number counts."""
    dates = lexicon.language.dates
    return any(word in dates.of_one_year or word in dates.follows_year for word in thing)


def _stands_alone(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether a mark, or a small word, or nothing, stands at `at`."""
    word = row.word(at).lower()
    if not word[:1].isalnum() or word in small_words(lexicon.language):
        return True
    return word in lexicon.language.dates.compared_with
