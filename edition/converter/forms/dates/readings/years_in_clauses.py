"""Bare years in the midst of a clause: "erschien 1952 in Berlin", "1998 waren es mehr"; and what is how many.

In a language whose nouns have a capital letter what a number counts is known by it, also after an adjective,
so that a number before anything else can be the time that the clause tells.
"""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.sentences.tenses import tense_of
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import FIGURES, Lexicon
from edition.converter.forms.dates.signs.row import Row
from edition.converter.forms.dates.signs.small_words import small_words, unlike_adjectives
from edition.converter.languages import Language

_CLAUSE = 16  # signs before a number in which the verb of its clause stands
_QUOTED = 600  # characters
_OF_PRINT = 1500  # the year from which on a number beside a thing is hardly anything else
_OF_OUR_TIME, _ROUND = 1850, 50
_LEAST = 5  # letters of a regular verb
_NO_NOUNS = (
    "counted",
    "numbered",
    "month",
    "weekday",
    "season",
)  # parts of words before a number that is none
_CLOSES = frozenset(("", ")", "]", ",", ";"))


def is_how_many(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number between a word such as "von" or "die" and a noun is how many ("von 1900 Gästen", "die
    1200 neuen Stellen"), or one after "es" that ends its clause ("1997 waren es 1900").
    """
    before, dates = neighbours.before(row, start), lexicon.language.dates
    if before < 0:
        return False
    lead = row.word(before).lower()
    word, at = neighbours.word_after(row, end), neighbours.after(row, end)
    if f"{row.word(neighbours.before(row, before))} {lead}".lower() in dates.out_of:
        return True  # "160 men out of 1100"
    if lead in dates.ends_with_count:
        return not word
    if dates.counted_nouns:
        return lead in dates.before_count and re.fullmatch(dates.counted_nouns, word) is not None
    if lead in dates.begin_clauses and word.endswith(dates.verbs_of_several) and word in dates.past:
        return True  # "daß 1200 kamen"
    if lead in dates.also_before_year and lead not in dates.before_year_noun:
        out_of = word in dates.ranges.get("from", ()) and _number_at(row, at + 1)
        return out_of or (
            re.fullmatch(dates.counted_adjectives, word) is not None and _before_noun(row, at, lexicon)
        )
    if lead not in dates.before_count:
        return False
    if word[:1].isupper():
        return True
    if dates.capital_nouns and word.removesuffix("en") in dates.also_before_year:
        return False  # "die 2006 eingeführten Gebühren"
    return word.endswith(dates.verbs_of_several) and _before_noun(row, at, lexicon) and word not in dates.past


def is_in_inches(row: Row, end: int) -> bool:
    """Whether a straight mark right after a number says what it measures ("1200" long"), and closes no quoted
    words, which begin after the mark before it: "It began in 1958", he said.
    """
    if row.word(end) != '"':
        return False
    at = row.starts[end]
    before = row.text.rfind('"', max(0, at - _QUOTED), at)
    return before < 0 or row.text[before - 1 : before].isalnum() or row.text[before + 1].isspace()


def says_whose_thing(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number stands between whose a thing is and that thing, one that it cannot count: "the
    Rangers' 1994 championship"; not "the Rangers' 2000 fans".
    """
    dates, language = lexicon.language.dates, lexicon.language
    at = neighbours.before(row, start)
    if not dates.possessive or not dates.counted_nouns or at < 2:
        return False
    if int(row.word(start)) < _OF_PRINT:
        return False
    if row.word(at) == dates.possessive:
        at -= 1
    elif not row.word(at - 1).endswith(dates.possessive):
        return False
    if row.word(at) not in ("'", "’") or not row.word(at - 1).isalpha():
        return False
    thing = neighbours.word_after(row, end)
    small = small_words(language)
    if not thing.islower() or thing in small or surroundings.counts(row, end, lexicon):
        return False
    verb = tense_of("", thing, language) is not None
    return not verb and re.fullmatch(dates.counted_nouns, thing) is None


def says_which_thing(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number stands between an article with an adjective and one thing, which it can neither count
    nor measure: "a confidential 2010 report", "the tight 1960 election"; not "a mere 2000 votes", "a new 2000
    seat hall", "the first 1960 black voters".
    """
    language, year = lexicon.language, int(row.word(start))
    dates = language.dates
    at = neighbours.before(row, start)
    if not dates.counted_nouns or at < 0 or year < _OF_PRINT:
        return False
    adjective, thing = row.word(at), neighbours.word_after(row, end)
    small = small_words(language)
    if not (adjective.islower() and adjective.isalpha() and thing.isalpha()) or {adjective, thing} & small:
        return False
    article = row.word(neighbours.before(row, at)).lower()
    if article not in dates.no_year_numbers and not (
        article in language.quoting.determiners and _is_exact(year) and adjective not in dates.own_year
    ):
        return False
    following = neighbours.word_after(row, neighbours.after(row, end) + 1)
    if not thing.islower() and not (_is_exact(year) and thing.istitle()):
        return False
    several = any(re.fullmatch(dates.counted_nouns, word) for word in (thing.lower(), following))
    measure = f"{thing}{dates.possessive}" in dates.counted
    return not several and not measure and not surroundings.counts(row, end, lexicon)


def _is_exact(number: int) -> bool:
    """Whether a number is of no years long ago, and no round one, as those are that only say how many."""
    return number >= _OF_OUR_TIME and number % _ROUND != 0


def is_beside_many(row: Row, start: int, end: int, lexicon: Lexicon, *, placed: bool) -> bool:
    """Whether a word after a number, which can belong to what it counts, begins something else: at the head
    of a sentence ("In 1960 more than 6,000 came", "In 1944 American troops came") or in a name with its
    article ("the 1961 American League"); not "in 1500 more cases", "the 1960 American Marines".
    """
    language, at = lexicon.language, neighbours.before(row, start)
    following = neighbours.word_after(row, end)
    if following not in language.dates.of_many or not _is_exact(int(row.word(start))) or at < 0:
        return False
    if placed:
        return row.word(at).istitle() and neighbours.opens_sentence(row, at)
    name = neighbours.word_after(row, neighbours.after(row, end) + 1)
    several = re.fullmatch(language.dates.counted_nouns, name.lower())
    return row.word(at) in language.dates.spanning and name.istitle() and several is None


def says_what_was_done(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether nothing but a participle that dates things stands after a year and before a mark: "(1862
    vollendet)", "(1904 eingeweiht, …"; not "(1200 verkauft)".
    """
    at = neighbours.after(row, end)
    if at >= len(row.signs) or row.word(at) not in lexicon.language.dates.also_before_year:
        return False
    return row.word(at + 1) in _CLOSES


def opens_with_verb(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with a number and goes on with a verb, and with no subject before it: "1986
    machte er", "1998 waren es", not "1500 kamen um".
    """
    if not neighbours.opens_sentence(row, start):
        return False
    at = neighbours.after(row, end)
    verb = neighbours.word_after(row, end)
    dates = lexicon.language.dates
    if not verb.islower():
        return False
    if verb.endswith(dates.verbs_of_several):
        return verb in dates.past and _subject_at(row, at + 1, lexicon.language)
    adjective = re.fullmatch(dates.adjectives, verb) and _before_noun(row, at, lexicon)
    return verb.endswith(dates.verbs_of_one) or not adjective


def stands_in_clause(row: Row, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a number in the midst of a clause, after a noun, a verb of one or a comma, goes on with what it
    cannot count: "hatten die Verdener 1983 ein Halbfinale", "Das Stadion, 1907 eingeweiht".
    """
    word, at = neighbours.word_after(row, end), neighbours.after(row, end)
    language = lexicon.language
    before = neighbours.before(row, start)
    if _number_at(row, end):  # "habe 2009 2,3 Millionen gekostet"
        return _is_noun(row, before, lexicon) or _is_verb_of_one(row, before, language)
    if not word.islower():
        return False
    if word in language.dates.after_count and not _is_done_by(row, start, at, lexicon):
        return False
    if row.signs[before] == "," and word.endswith(language.dates.verbs_of_several):
        return _participle(language).fullmatch(word) is not None
    if row.signs[before] != "," and not (
        _is_noun(row, before, lexicon) or _is_verb_of_one(row, before, language)
    ):
        return False
    unlike = unlike_adjectives(language)
    adjective = word not in unlike and re.fullmatch(language.dates.adjectives, word)
    return not (adjective and _before_noun(row, at, lexicon))


def _is_done_by(row: Row, start: int, at: int, lexicon: Lexicon) -> bool:
    """Whether the word at `at` says by whom something was done that a number after a noun dates: "Gegründet
    wurde der Betrieb 1936 von Otto", not "Es kamen 1200 von den Gästen".
    """
    dates = lexicon.language.dates
    if row.word(at) not in dates.ranges.get("from", ()):
        return False
    if _number_at(row, at + 1) and len(row.word(neighbours.after(row, at + 1))) >= len(row.word(start)):
        return False  # "1936 von 2000 Häusern", but "1936 von 44 Bauern"
    lead = row.words(max(0, start - _CLAUSE), start).split()
    passive = not frozenset(dates.before_year_noun).isdisjoint(lead)
    noun = neighbours.before(row, start)
    if not _is_noun(row, noun, lexicon):
        return False
    # "der das Amt 1992 von Eugen Locher übernahm": one thing, and no "von den Gästen"
    one_thing = row.word(neighbours.before(row, noun)) in dates.determiners
    return passive or (one_thing and neighbours.word_after(row, at + 1)[:1].isupper())


def _before_noun(row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether the word at `at` stands before a noun, and is no article or preposition."""
    if row.word(at) in lexicon.language.common_words:
        return False
    return neighbours.word_after(row, at + 1)[:1].isupper()


def _subject_at(row: Row, place: int, language: Language) -> bool:
    """Whether what a sentence tells of can begin at `place`: a number, an article or a pronoun."""
    at, dates = neighbours.after(row, place), language.dates
    if row.word(at) in dates.reflexive:
        at = neighbours.after(row, at + 1)
    if at >= len(row.signs):
        return False
    if row.signs[at] in FIGURES:
        return True
    word = row.word(at)
    return word in language.quoting.determiners or word in dates.determiners or word in dates.begins_subject


def _number_at(row: Row, place: int) -> bool:
    at = neighbours.after(row, place)
    return at < len(row.signs) and row.signs[at] in FIGURES


def _is_noun(row: Row, at: int, lexicon: Lexicon) -> bool:
    if at < 0 or neighbours.opens_sentence(row, at):
        return False
    word = row.word(at)
    counted = any(row.signs[at] in neighbours.signs_of(part, lexicon) for part in _NO_NOUNS)
    return word[:1].isupper() and word.isalpha() and len(word) > 2 and not counted


def _is_verb_of_one(row: Row, at: int, language: Language) -> bool:
    word = row.word(at) if at >= 0 else ""
    dates = language.dates
    if not word.islower() or word.endswith(dates.verbs_of_several):
        return False
    return word in dates.past or word in dates.future or _is_regular(word, dates.verbs_of_one)


def _is_regular(verb: str, endings: tuple[str, ...]) -> bool:
    return len(verb) >= _LEAST and verb.endswith(endings)


@cache
def _participle(language: Language) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{shape})" for shape in language.dates.past_participles) or "(?!)")
