"""What is so in every year, and of no year of a story: "in July the temperature averages 20 degrees"."""

from __future__ import annotations

from functools import cache

from edition.converter.forms.dates.expression import Anchor, Expression
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.sentences.sentences import (
    ANY_SENTENCE_END,
    SENTENCE,
    clause_has,
    last_end,
)
from edition.converter.forms.dates.sentences.tenses import tense_of_words, words_of
from edition.converter.forms.dates.telling.story import Story

_FEW = 4  # dates back among which the first of a passage is looked for
_NEAR = 100  # characters on each side in which the word stands that says so
_OF_A_YEAR = frozenset({Unit.MONTH, Unit.SEASON})


def is_said_in_general(story: Story, one: Expression) -> bool:
    """Whether a sentence of a story says of a month, a season or a day without its year what is always so
    then: with a word such as "usually", or with a verb of the present where stories have none.
    """
    if story.writing is not None and (not story.history or story.number in story.present):
        return False
    if not _may_be_of_any_year(one):
        return False
    text, dates = story.text, story.language.dates
    begin = text.rfind(". ", max(0, one.start - _NEAR), one.start) + 1
    end = text.find(". ", one.end, one.end + _NEAR)
    near = text[begin or max(0, one.start - _NEAR) : end if end > 0 else one.end + _NEAR]
    if _words(dates.habitual, dates.general).isdisjoint(near.split()):
        return False
    if one.start not in story.entries and clause_has(text, one.start, one.end, dates.habitual):
        return True
    if not dates.general or story.writing is not None or _is_in_annals(story):
        return False  # with a day of writing, what "is on 8 September" may be to come
    sentence = last_end(ANY_SENTENCE_END, text, max(0, one.start - SENTENCE), one.start)
    stop = ANY_SENTENCE_END.search(text, one.end, one.end + SENTENCE)
    before = words_of(text[sentence : one.start])
    after = words_of(text[one.end : stop.start() if stop else one.end + SENTENCE])
    of_day = one.first.unit is Unit.DAY  # "the holiday is 8 September"
    if dates.general.isdisjoint(before) and (of_day or dates.general.isdisjoint(after)):
        return False
    return tense_of_words(before, after, story.language) is None


@cache
def _words(habitual: tuple[str, ...], general: frozenset[str]) -> frozenset[str]:
    """The words that say that something is so in general."""
    return general.union(habitual)


def _is_in_annals(story: Story) -> bool:
    """Whether a passage begins with its date, as annals do, which tell in the present: "1215. The charter is
    sealed on the 15th of June".
    """
    return any(told.place == story.passage.start for told in reversed(story.told[-_FEW:]))


def _may_be_of_any_year(one: Expression) -> bool:
    """Whether an expression has no year, or one that is counted from a date that was told."""
    relation = one.relation
    if relation is None:
        of_a_year = one.first.unit in _OF_A_YEAR or one.first.unit is Unit.DAY
        return one.first.year is None and one.first.number is not None and of_a_year
    if relation.anchor not in (Anchor.TOLD, Anchor.SAME, Anchor.EITHER):
        return False
    return relation.unit is Unit.YEAR or (relation.named is not None and relation.named.unit in _OF_A_YEAR)
