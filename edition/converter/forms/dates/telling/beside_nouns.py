"""Whether a day or month only says which thing is meant, so that the sentence tells nothing of when it is.

In April "L'accord du 22 février sera soumis au Parlement" speaks of what is to come, and of an accord that is
made.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.sentences.sentences import (
    ANY_SENTENCE_END,
    NEAR,
    SENTENCE,
    follows,
    last_end,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import start_of_clause, words_of_clause
from edition.converter.forms.dates.sentences.tenses import (
    ending,
    pluperfect,
    tense_of,
    tense_of_words,
    words_of,
)
from edition.converter.forms.dates.sentences.verb_places import is_present
from edition.converter.forms.dates.telling.story import Story
from edition.converter.forms.dates.telling.what_was import words_before
from edition.converter.languages import Language

_ITS_WORDS = 3  # a participle that begins a clause, and what leads to its day
_PHRASE = 5  # words of a noun, what leads to its date, and what stands before it
_BEFORE_VERB = 4  # words from a date to the verb that its phrase stands before


def belongs_to_noun(story: Story, one: Expression) -> bool:
    """Whether a noun and its article stand before a date with a preposition that ties both: "l'accord du 22
    février", "las elecciones del 5 de junio"; not "au cours du mois", "antes del 30 de junio".
    """
    lead = words_before(story.text, one.start)
    if len(lead) < 2 or lead[-1].lower() not in story.language.dates.of_thing:
        return False
    return _is_noun(lead[:-1], story.language, adjectives=1)


def is_for_noun(story: Story, one: Expression) -> bool:
    """Whether something is for such a noun, or up to it: "un candidato para las elecciones de junio"."""
    lead = words_before(story.text, one.start)
    return not story.language.dates.up_to.isdisjoint(word.lower() for word in lead[:-2])


def was_done_to_noun(story: Story, one: Expression) -> bool:
    """Whether a participle right before a date tells what was done then to the noun before it: "la loi votée
    le 22 février entrera"; not "sera votée le 22 février", "verra son mandat renouvelé en mars".
    """
    language = story.language
    if not language.dates.done_to:
        return False
    lead = _without_time(words_before(story.text, one.start), language)
    if not lead or not _is_done(lead[-1], language):
        return False
    if len(lead) == 1:
        return _begins_clause(story.text, one.start, language)
    if len(lead) > 3 and lead[-4].lower() in language.dates.has_then:
        return False
    if lead[-2].lower() in language.dates.before_nouns or tense_of("", lead[-2], language) is not None:
        return False
    return _is_noun(lead[:-1], language, adjectives=0)


def stands_before_verb(story: Story, one: Expression) -> bool:
    """Whether a sentence begins with a noun and its date, and the verb comes only then, in a language in
    which one phrase alone stands before it: "Nach der Niederlage im März will der Verein".
    """
    text, language = story.text, story.language
    if not language.dates.before_fronted or not language.dates.capital_nouns:
        return False
    before, after = words_of_clause(text, one.start, one.end, language)
    if len(before) < 3 or not before[-2][0].isupper() or before[0].lower() in language.dates.begin_clauses:
        return False
    clause = start_of_clause(text, one.start, language)
    if last_end(ANY_SENTENCE_END, text, max(0, one.start - SENTENCE), one.start) != clause:
        return False
    if any(
        is_present(pair[1], language) or tense_of(*pair, language) is not None for pair in pairwise(before)
    ):
        return False
    return any(word.islower() and tense_of("", word, language) for word in after[:_BEFORE_VERB])


def comes_after_occasion(story: Story, one: Expression) -> bool:
    """Whether a date is that of an occasion after which or since which something is to be: "wird nach dem
    Verlust im März sparen"; not "nach einem Umbau im März öffnen", "nach der Wahl das Amt im März abgeben".
    """
    text, language = story.text, story.language
    dates = language.dates
    if not dates.capital_nouns or not dates.before_occasion:
        return False
    words = words_of(text[start_of_clause(text, one.start, language) : one.start])
    begins = (at for at, word in enumerate(words) if word.lower() in dates.before_occasion)
    occasion = words[max(begins, default=len(words)) + 1 : -1]
    if len(occasion) < 2 or occasion[0] not in dates.determiners or not occasion[-1][0].isupper():
        return False
    # After its noun only what is of it: "nach dem Streik der Fahrer"
    nouns = (at for at, word in enumerate(occasion) if word[0].isupper())
    rest = occasion[next(nouns) :]
    return all(word[0].isupper() or word in dates.genitives for word in rest)


def may_be_to_come(story: Story, one: Expression) -> bool:
    """Whether a clause of what was does not tell that what is named by its date is over: "les pourparlers de
    juin ont été annulés"; not "lors des élections de juin", "aux élections de juin, elle avait".
    """
    text, language = story.text, story.language
    if follows(text, one.start, language.dates.reckoned):
        return False  # "les chiffres de juin"
    before, after = words_of_clause(text, one.start, one.end, language)
    if not before or not language.dates.before_occasion.isdisjoint(
        word.lower() for word in before[-_PHRASE:]
    ):
        return False
    if language.dates.pluperfect and pluperfect(language).search(" ".join((*before, *after))):
        return False
    first = before[0].lower().partition("'")[0]
    return first in language.quoting.determiners or tense_of_words(before, (), language) is not None


def was_to_be(story: Story, one: Expression) -> bool:
    """Whether the last verb of a clause before a date says what was to come when something was said: "anunció
    que el programa terminaría en junio".
    """
    language = story.language
    if not language.dates.would_endings:
        return False
    words = words_of(story.text[start_of_clause(story.text, one.start, language) : one.start])
    for previous, word in reversed([*pairwise(("", *words))]):
        if word.islower() and word.endswith(language.dates.would_endings):
            return previous not in language.dates.begin_nouns and word not in language.dates.past
        if tense_of(previous, word, language) is not None:
            return False
    return False


def _is_noun(lead: Sequence[str], language: Language, *, adjectives: int) -> bool:
    """Whether the last of some words is a noun with an article, and at most so many adjectives between."""
    dates, noun = language.dates, lead[-1].lower()
    if noun in dates.no_thing or noun in dates.begin_nouns or noun in _units(language):
        return False
    begun = (word.lower() for word in lead[-2 - adjectives : -1])
    return noun.startswith(_elided(language)) or not dates.begin_nouns.isdisjoint(begun)


def _without_time(lead: Sequence[str], language: Language) -> Sequence[str]:
    """Words before a date without those that only lead to it: "en", "no dia"."""
    end = len(lead)
    while end and lead[end - 1].lower() in language.dates.leads_to_day:
        end -= 1
    return lead[:end]


def _is_done(word: str, language: Language) -> bool:
    """Whether a word is a participle of what was done, and not of what is meant: "prévue"."""
    dates, low = language.dates, word.lower()
    return low not in dates.future and ending(dates.done_to).fullmatch(low) is not None


def _begins_clause(text: str, start: int, language: Language) -> bool:
    """Whether the participle before a date begins a clause which says more of what was named: "L'homme,
    arrêté le 3 mars, sera extradé"; not one of several verbs: "il sera jugé, condamné en mars".
    """
    clause = start_of_clause(text, start, language)
    if any(sign.isdigit() for sign in text[clause:start]) or len(text[clause:start].split()) > _ITS_WORDS:
        return False
    lead = words_of(text[max(0, clause - NEAR) : clause])[-1:]
    return not lead or (not _is_done(lead[0], language) and tense_of("", lead[0], language) is None)


@cache
def _elided(language: Language) -> tuple[str, ...]:
    """How words begin that have their article stuck to them: "l'", "dell'"."""
    return tuple(f"{word}'" for word in language.dates.begin_nouns)


@cache
def _units(language: Language) -> frozenset[str]:
    """The words for spans of time, which are no things that have a date: "la nuit du 3 mars"."""
    return frozenset(word for words in language.dates.units.values() for word in words)
