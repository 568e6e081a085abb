"""Whether a name of the calendar that stands alone is a date: "in May", "that summer", "at Easter"."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.sentences.sentences import follows
from edition.converter.forms.dates.sentences.tense_of_sentence import is_past_clause
from edition.converter.forms.dates.signs.lexicon import (
    FIGURES,
    NAME,
    THREE,
    Lexicon,
)
from edition.converter.forms.dates.signs.neighbours import (
    after,
    after_preposition,
    before,
    followed_by_of,
    opens_sentence,
    plays_before,
    signs_of,
    word_after,
)
from edition.converter.forms.dates.signs.row import Row
from edition.converter.forms.dates.signs.surroundings import (
    before_month,
    ends_here,
    goes_on_without,
    has_era,
    may_be_year,
)

_FIGURES_OF_ALL = frozenset(FIGURES)
_ENDS = frozenset(".,;")  # a clause
_SETS_APART = frozenset(",.;:)")
_TIME_BEFORE = re.compile(r"\d\s?[ap]\.?m\.?\s\Z")  # "4 a.m. Sunday Saudi time"
_JOINS = frozenset("-–—/")  # a month to another
_LONGEST_PLACE = 3  # words
_WORDS_OF_STATISTIC = 3
_SHORT = 4  # letters of a word whose ending does not say that it is a verb
_OPEN = 30  # signs back to the hours of other weekdays


def month_alone(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a name of a month, with nothing that belongs to it, is a month."""
    if before_month(row, start, lexicon) and not _may_be_verb(row, start, end, lexicon):
        # A word that is something else, too, is followed as months are.
        return row.signs[start] not in signs_of("ambiguous", lexicon) or ends_here(row, end, lexicon)
    at = after(row, end)
    if row.words(start, end) in lexicon.language.dates.months_alone and _amid_small_words(row, start, at):
        return True
    dates = lexicon.language.dates
    if row.words(start, end) in dates.months_when:
        return True
    opens = row.words(start, end) in dates.months_alone and opens_sentence(row, start)
    if opens and word_after(row, end) in dates.follows_year:
        return True  # "September was the worst month"
    named = row.words(start, end)[0].isupper() and row.word(before(row, start)) not in dates.bare
    if named and _names_a_statistic(row, end, lexicon):
        return True  # "they released March figures"
    if named and _says_which(row, start, end, lexicon):
        return True  # "in a May interview"
    follows = row.signs[at] if at < len(row.signs) else ""
    if follows == THREE:
        return True  # June 479 BC
    months = signs_of("month", lexicon) | signs_of("month.", lexicon)
    if follows and (follows in _JOINS or follows in signs_of("range", lexicon)):
        then = after(row, at + 1)
        return then < len(row.signs) and row.signs[then] in months
    return start > 1 and row.signs[start - 1] in _JOINS and row.signs[start - 2] in months  # "July-September"


def _may_be_verb(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a name in capitals may be a verb after "to", for all that its letters say: "WORKERS TO MARCH";
    not in "FROM JANUARY TO MARCH".
    """
    dates, at = lexicon.language.dates, before(row, start)
    if row.words(start, end) not in dates.months_as_verbs or row.word(at).lower() not in dates.bare:
        return False
    return at < 1 or row.signs[before(row, at)] not in signs_of("month", lexicon)


def _names_a_statistic(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether what is of a month follows its name, with a word or two that are not common between: "March
    figures", "January employment figures".
    """
    for _ in range(_WORDS_OF_STATISTIC):
        word = word_after(row, end)
        if word in lexicon.language.dates.follows_month:
            return True
        if not word.islower() or word in lexicon.language.common_words or word in lexicon.language.dates.past:
            return False
        end = after(row, end) + 1
    return False


def _says_which(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a name of a month stands between a determiner and a noun in small letters, and says of which
    month that is: "the May uprising"; not "the March on Rome".
    """
    language, word = lexicon.language, word_after(row, end)
    if (
        language.dates.capital_nouns
        or row.word(before(row, start)).lower() not in language.dates.before_adjective
    ):
        return False
    small = word.isalpha() and word.islower() and word not in language.dates.not_of_month
    return small and not goes_on_without(word, language) and word not in language.quoting.prepositions


def _amid_small_words(row: Row, start: int, after: int) -> bool:
    """Whether a word without a capital letter stands before `start`, and no name from the sign `after` on."""
    at = before(row, start)
    follows = row.word(after)[:1] if after < len(row.signs) else ""
    return at >= 0 and row.word(at).islower() and not follows.isupper() and not follows.isdigit()


def season_alone(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name of a season is one: "in the spring", not "the fall of Paris" or "spring water"."""
    at = after(row, end)
    word = row.word(at)
    if word == "-" and row.words(at + 1, at + 2)[:1].isalpha():
        return False
    if word in lexicon.language.dates.ranges.get("of", ()):
        then = after(row, at + 1)  # a year of four figures has a form of its own; "a fall of 480 points"
        if then < len(row.signs) and row.signs[then] in FIGURES:
            three = row.signs[then] == THREE and may_be_year(row, then, lexicon)
            return three or has_era(row, then + 1, lexicon)
        if word not in lexicon.language.dates.placing:
            return False  # "the fall of Paris"; but "they spent the winter in Rome"
    if _says_when(row, start, end, lexicon):
        return True
    if not before_month(row, start, lexicon):
        return False
    joined = before(row, start)
    if joined > 0 and row.signs[joined] in signs_of("both", lexicon) and row.word(joined).isalpha():
        return True  # "the spring and summer" goes on with anything
    if not word[:1].isalpha():
        return not word[:1].isdigit()
    if lexicon.language.dates.capital_nouns:
        return True  # "im Herbst fortgesetzt"
    if word[0].isupper():
        return not row.words(start, end).split()[-1][0].isupper()  # not "the Winter Olympics"
    return goes_on_without(word, lexicon.language)


def _says_when(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name of a season says by itself when something was: "Осенью решили"; not what is so each
    autumn, nor what a preposition has before it.
    """
    if row.words(start, end).lower() not in lexicon.language.dates.seasons_when:
        return False
    if before_month(row, start, lexicon):
        return False
    return is_past_clause(row.text, row.starts[start], row.starts[end], lexicon.language)


def feast_alone(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a feast is meant as a day: "at Easter", and not the beginning of a longer name."""
    named = " " in row.words(start, end) and plays_before("article", row, start, lexicon)
    if lexicon.language.dates.before_time:
        placed = plays_before("before_time", row, start, lexicon) or _during(row, start, end, lexicon)
    else:
        placed = after_preposition(row, start, lexicon)
    placed = placed or follows(row.text, row.starts[start], _before_or_after(lexicon))
    if not named and not placed and not _feast_by_itself(row, start, end, lexicon):
        return False
    if end < len(row.signs) and row.signs[end] == "-":
        return False
    at = after(row, end)
    if followed_by_of(row, end, lexicon):
        at = after(row, at + 1)  # "San Juan de Dios"
    return at >= len(row.signs) or row.signs[at] != NAME


@cache
def _before_or_after(lexicon: Lexicon) -> tuple[str, ...]:
    """The phrases that say before or after what something was: "antes de"."""
    vague = lexicon.language.dates.vague
    return (*vague.get("before", ()), *vague.get("after", ()))


def _during(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a word before a feast says that something lasted through it, or to it: "over Easter"; not "over
    Easter weekend".
    """
    at = before(row, start)
    return (
        ends_here(row, end, lexicon)
        and at >= 0
        and row.word(at).lower() in lexicon.language.dates.before_feast
    )


def _is_a_week(name: str, lexicon: Lexicon) -> bool:
    """Whether a feast is a week or a night, which have their article: "in der Karwoche"."""
    units = lexicon.language.dates.units
    words = (*units.get("week", ()), *units.get("night", ()))
    return name.lower().endswith(tuple(word.lower() for word in words))


def _feast_by_itself(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a feast is all that a sentence says ("Easter Monday. Walked far."), or one of several words
    stands after a verb: "died New Year's Day".
    """
    at = before(row, start)
    if row.words(start, end) in lexicon.language.dates.feasts_alone:
        word = row.word(at).lower()
        if _is_a_week(row.words(start, end), lexicon):
            return word not in lexicon.language.dates.recurring
        nouns = lexicon.language.dates.before_noun | lexicon.language.dates.recurring
        return word not in nouns and word not in lexicon.language.quoting.determiners
    dates = lexicon.language.dates
    opens = at < 0 or row.word(at) == "," or opens_sentence(row, start)
    if dates.capital_nouns and opens and word_after(row, end) in dates.past | dates.future:
        return True  # "Weihnachten wollten wir zu Hause sein"
    if at < 0 or opens_sentence(row, start):
        return row.word(end) == "." and (at >= 0 or " " in row.words(start, end))
    word = row.word(at)
    if word == "," and " " in row.words(start, end) and row.word(end) in _SETS_APART:
        return True  # "on the 9th, Easter Monday, we went"
    ended = bool(dates.past_endings) and len(word) > _SHORT and word.endswith(dates.past_endings)
    return dates.feasts_after_verbs and " " in row.words(start, end) and (ended or word in dates.past)
