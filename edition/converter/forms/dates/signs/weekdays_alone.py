"""Whether a weekday that stands alone is a day: "Friday"; not "Man Friday", "every Sunday"."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.sentences.tenses import tense_of
from edition.converter.forms.dates.signs.days_alone import of_a_part
from edition.converter.forms.dates.signs.lexicon import (
    FIGURES,
    NAME,
    Lexicon,
)
from edition.converter.forms.dates.signs.neighbours import (
    after,
    after_preposition,
    before,
    plays_before,
    signs_of,
    word_after,
)
from edition.converter.forms.dates.signs.pieces import phrases
from edition.converter.forms.dates.signs.row import Row
from edition.converter.forms.dates.signs.small_words import small_words
from edition.converter.forms.dates.signs.surroundings import (
    REACH,
    ends_here,
    goes_on_without,
)
from edition.converter.languages.table import may_be_given_name

_FIGURES_OF_ALL = frozenset(FIGURES)
_ENDS = frozenset(".,;")  # a clause
_TIME_BEFORE = re.compile(r"\d\s?[ap]\.?m\.?\s\Z")  # "4 a.m. Sunday Saudi time"
_LONGEST_PLACE = 3  # words
_LONGEST_NAME = 5
_DAYS = 6  # of a week, beside one
_OPEN = 30  # signs back to the hours of other weekdays


def weekday_alone(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name of a weekday is a day, and no part of a name ("Sunday Times", "Man Friday"), and one
    in particular (not "every Sunday", "her Sunday gown").
    """
    goes_on = end < len(row.signs) and row.signs[end] in "-'’" and row.words(end + 1, end + 2)[:1].isalpha()
    if goes_on and not _owns_a_thing(row, end, lexicon):
        return False
    if row.signs[start] not in signs_of("weekday", lexicon) and row.signs[end - 1] != ".":
        return False
    at = before(row, start)
    if row.word(end - 1) == "." and _is_counted(row, at, lexicon):
        return False
    if at >= 0 and f"{row.word(at)} {row.words(start, end)}" in _feasts_on_a_weekday(lexicon):
        return False  # "the Ash Wednesday storm"
    recurring = at >= 0 and row.word(at).lower() in lexicon.language.dates.recurring
    recurring = recurring or _at_hours_of_every_week(row, start, end, lexicon)
    if at > 0 and row.word(at).islower() and row.word(before(row, at)).lower() in lexicon.language.dates.each:
        recurring = True  # "jeden letzten Sonntag"
    recurring = recurring or _beside_one_of_every_week(row, at, lexicon)
    if recurring and row.word(at) in lexicon.language.dates.no_year_numbers:
        recurring = word_after(row, end) not in lexicon.language.dates.held_on  # "a Tuesday deadline"
    if recurring or _of_every_week(row, start, end, lexicon):
        return _of_a_night(row, start, lexicon)
    if row.signs[start] in signs_of("ambiguous", lexicon):
        capital = row.word(start)[:1].isupper() and not word_after(row, end)[:1].isupper()
        return after_preposition(row, start, lexicon) and (capital or ends_here(row, end, lexicon))
    if after_preposition(row, start, lexicon):
        return True
    if plays_before("ordinal", row, start, lexicon):
        return False  # "the first Tuesday in November"
    nouns = lexicon.language.dates.capital_nouns
    named = at >= 0 and row.signs[at] == NAME and row.starts[at] > 0 and not nouns
    named = named and not row.word(start).islower()  # "quittera Paris vendredi"
    following = word_after(row, end)
    if named and row.word(at) not in lexicon.language.dates.zones:
        # "Jack Friday"; but "to arrive in Durango Tuesday afternoon", "flew to Cuba Friday"
        part = following.islower() and row.signs[after(row, end)] in signs_of("unit night", lexicon)
        if part and following not in lexicon.language.dates.plurals:
            return True
        return not following[:1].isupper() and (
            _names_a_place(row, at, lexicon)
            or _names_whom(row, at, end, lexicon)
            or _names_with_article(row, at, end, lexicon)
        )
    capital = following[:1].isupper() and following not in lexicon.language.common_words
    capital = capital and not _is_part_of_day(row, after(row, end), lexicon)
    return nouns or not capital or _TIME_BEFORE.search(row.words(max(0, start - REACH), start)) is not None


def _is_part_of_day(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether a part of the day stands at a place, and no name goes on after it: "Tuesday Evening, 4 May",
    but "Saturday Night Live".
    """
    if at >= len(row.signs) or ("unit night", row.word(at).lower()) not in lexicon.values:
        return False
    return not row.word(after(row, at + 1))[:1].isalpha()


def _is_counted(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether a number stands at a place, or a shortened word for one: "3 Mio. Fr."."""
    if at > 0 and row.word(at) == ".":
        return row.signs[at - 1] in signs_of("counted", lexicon)
    return at >= 0 and row.signs[at] in _FIGURES_OF_ALL


def _names_a_place(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether the name that ends at `at` stands after a preposition, with or without an article."""
    return _before_name(row, at, lexicon) in lexicon.language.quoting.prepositions


def _names_whom(row: Row, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name that ends at `at` is that of someone to whom something was done, right after the verb,
    before a weekday that ends at `end`: "told Congress Wednesday that".
    """
    verb, following, language = _before_name(row, at, lexicon), word_after(row, end), lexicon.language
    if verb in language.dates.naming or tense_of("", verb, language) is not False:
        return False  # "a man named Jack Friday"
    if following in language.dates.ranges.get("both", ()):
        return False
    if verb in language.quoting.says and not following[:1].isupper():
        return not may_be_given_name(row.word(at))  # "said Low Monday after"
    if _ends_clause(row, end):
        return not may_be_given_name(row.word(at))  # "met Mr. Low Friday."; but "met Jack Friday."
    return following in language.quoting.prepositions or following in language.dates.conjunctions


def _ends_clause(row: Row, end: int) -> bool:
    """Whether a clause ends with the weekday that ends at `end`."""
    at = after(row, end)
    return at >= len(row.signs) or row.word(at) in _ENDS


def _names_with_article(row: Row, at: int, end: int, lexicon: Lexicon) -> bool:
    """Whether the name that ends at `at` has an article and a few words of its own, or is that of several, so
    that the weekday after it is no part of it: "beat the White Sox Monday", "beat the Phillies Sunday"; not
    "after the Bloody Sunday", "the New York Times Sunday magazine".
    """
    language, first = lexicon.language, at
    if not _ends_clause(row, end) and word_after(row, end) not in language.quoting.prepositions:
        return False
    for _ in range(_LONGEST_NAME):
        back = before(row, first)
        if back < 0 or (row.signs[back] != NAME and not _is_of_name(row.word(back), lexicon)):
            break
        first = back
    article = row.word(before(row, first)).lower()
    if article not in language.quoting.determiners or article not in language.dates.spanning:
        return False
    several = language.dates.counted_nouns
    return first < at or (bool(several) and re.fullmatch(several, row.word(at).lower()) is not None)


def _before_name(row: Row, at: int, lexicon: Lexicon) -> str:
    """The word before the name that ends at `at`, of one word or a few, and before its article."""
    for _ in range(_LONGEST_PLACE):
        at = before(row, at)
        if row.word(at) == "." and row.word(at - 1) in lexicon.language.persons.abbreviated:
            at -= 1  # "met Sen. Low Friday"
        if at < 0 or (row.signs[at] != NAME and not _is_of_name(row.word(at), lexicon)):
            break
    lead = row.word(at).lower() if at >= 0 else ""
    if lead in lexicon.language.quoting.determiners:
        at = before(row, at)
        lead = row.word(at).lower() if at >= 0 else ""
    return lead


def _is_of_name(word: str, lexicon: Lexicon) -> bool:
    """Whether a word that can be another begins a name all the same: "in New York"."""
    quoting = lexicon.language.quoting
    return word[:1].isupper() and word.lower() not in quoting.prepositions | quoting.determiners


def _owns_a_thing(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether what happens on a weekday is named after it: "Sunday's election", not "Friday's Child"."""
    possessive = lexicon.language.dates.possessive
    if not possessive or row.signs[end] == "-" or row.word(end + 1) != possessive:
        return False
    word = word_after(row, end + 2)
    if word[:1].isupper() and _is_thing_with_name(row, after(row, end + 2), lexicon):
        return True
    if row.signs[after(row, end + 2) : after(row, end + 2) + 1] in _FIGURES_OF_ALL:
        return True  # "Friday's 360 million"
    return word[:1].islower() and word not in lexicon.language.quoting.determiners  # "Friday's a good day"


def _is_thing_with_name(row: Row, place: int, lexicon: Lexicon) -> bool:
    """Whether a name of a few words begins at `place` and says more of a thing: "Sunday's World Cup final";
    not "Friday's Child sang" or "Friday's Child in".
    """
    language, at = lexicon.language, place
    for _ in range(_LONGEST_PLACE):
        if not row.word(at)[:1].isupper():
            break
        at = after(row, at + 1)
    word = row.word(at)
    if at == place or not word.isalpha() or not word.islower() or word in small_words(language):
        return False
    return not goes_on_without(word, language) and tense_of("", word, language) is None


@cache
def _feasts_on_a_weekday(lexicon: Lexicon) -> frozenset[str]:
    """The names of feasts of two words, the second of which can be a weekday: "Good Friday"."""
    return frozenset(name for names in lexicon.language.dates.feasts.values() for name in names)


def _of_every_week(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a weekday is one of two between which something is so in all weeks: "open from Monday to
    Friday".
    """
    first, second = _stretch_of_week(lexicon)
    return bool(second.match(row.signs, end) or first.search(row.signs, max(0, start - REACH), start))


def _beside_one_of_every_week(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether the sign before a weekday, at `at`, joins it to one that is of every week: "every Sunday and
    Monday", "every Monday, Wednesday and Friday", "daily except Monday or Tuesday".
    """
    dates, both, weekdays = lexicon.language.dates, signs_of("both", lexicon), signs_of("weekday", lexicon)
    for _ in range(_DAYS):
        if at >= 1 and row.signs[at] in both and row.word(before(row, at)) == ",":
            at = before(row, at)  # ", and Friday"
        first = before(row, at) if at >= 1 and (row.signs[at] in both or row.word(at) == ",") else -1
        if first < 1 or row.signs[first] not in weekdays:
            return False
        at = before(row, first)
        word = row.word(at).lower()
        if word in dates.recurring and word not in dates.no_year_numbers:
            return True
    return False


def _at_hours_of_every_week(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a weekday has its hours right after it, and stands after others that have theirs in all weeks:
    "Di bis Sa 9–17 Uhr, So 14–18 Uhr", "Mo–Fr: 9–12 Uhr, Do: 14–18 Uhr".
    """
    at = after(row, end)
    if row.word(at) == ":":
        at = after(row, at + 1)
    if at >= len(row.signs) or row.signs[at] not in _FIGURES_OF_ALL or after_preposition(row, start, lexicon):
        return False  # "am Samstag 14 Uhr Eröffnung"
    return _weeks(lexicon).search(row.signs, max(0, start - _OPEN), start) is not None


@cache
def _weeks(lexicon: Lexicon) -> re.Pattern[str]:
    """Two weekdays between which something is so in all weeks, and their hours, on a line or that before."""
    to = phrases(lexicon.language.dates.ranges.get("weekdays", ()), lexicon)
    weekday = rf"[{lexicon.signs_of('weekday', 'weekday.')}]\.?"
    same_line = r"[^\n]*(?:\n[^\n]{0,12})?$"
    return re.compile(rf"{weekday} ?(?:{to}) ?{weekday}[,:]?\s?[{FIGURES}]{same_line}")


def _of_a_night(row: Row, start: int, lexicon: Lexicon) -> bool:
    """Whether a weekday is one of the two of a night: "dans la nuit de samedi à dimanche"."""
    first = _stretch_of_week(lexicon)[0].search(row.signs, max(0, start - REACH), start)
    return of_a_part(row, first.start() if first else start, lexicon)


@cache
def _stretch_of_week(lexicon: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A weekday with what joins another to it, before that other; and what joins another, with that."""
    to = phrases(lexicon.language.dates.ranges.get("weekdays", ()), lexicon)
    weekday = rf"[{lexicon.signs_of('weekday', 'weekday.')}]"
    return re.compile(rf"{weekday}\.? ?(?:{to}) ?$"), re.compile(rf" ?(?:{to}) ?{weekday}")
