"""Letters that are taken up again on another day, which stands at the head of a paragraph or of a postscript,
set off from what it tells: "P.S. 15 April. — The box came this morning", "Monday morning. — He is here".
"""

from __future__ import annotations

import re

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit, ordinal
from edition.converter.forms.dates.passages import OVER_LETTER, number_of
from edition.converter.forms.dates.telling.diary import may_begin
from edition.converter.forms.dates.telling.hours import words_of_hours
from edition.converter.forms.dates.telling.story import Story
from edition.converter.forms.speakers import words_of

_NAME = 40  # characters of a name under the day at the foot of a letter
_GREETS = tuple(",!:")
_LABEL = 24  # characters of the label of a postscript
_SOON = 60  # days after which a letter that lay is taken up
_BETWEEN = 2  # passages from the dateline to the first paragraph
_OF_A_LETTER = frozenset(("letter", "dateline", OVER_LETTER))
_WEEKDAYS = frozenset(("weekday", "this"))
# What may stand between a weekday and its stop: a part of the day, or a time of it.
_SET_OFF = re.compile(r"(?P<said>[^.:—–\n]{0,28}?)\s*(?:[.:\n]|--|—|–|\Z)")
_WORDS = re.compile(r"[^\W\d_]+")


def takes_letter_up(story: Story, one: Expression, first: Moment) -> bool:
    """Whether a letter is taken up again on a day soon after."""
    if one.relation is not None:
        return takes_up_on_weekday(story, one) or _takes_up_on_day(story, one, first)
    writing = story.writing
    if writing is None or one.first.number is None or not _opens(story, one):
        return False
    later = ordinal(first.first()) - ordinal(writing.first())
    return may_begin(one, story.text) and 0 < later <= _SOON


def _takes_up_on_day(story: Story, one: Expression, first: Moment) -> bool:
    """Whether a letter is taken up again on a day of which the weekday and the number are said."""
    writing = story.writing
    if writing is None or first.unit is not Unit.DAY or not one.first.weekday or not one.first.day:
        return False
    after = _SET_OFF.match(story.text, one.end)
    if after is None or after["said"] or not _opens(story, one):
        return False
    return 0 < ordinal(first.first()) - ordinal(writing.first()) <= _SOON


def takes_up_on_weekday(story: Story, one: Expression) -> bool:
    """Whether a letter is taken up again on a day of which only the weekday is said, and at most the hour."""
    named = one.relation.named if one.relation is not None else None
    if one.rule not in _WEEKDAYS or named is None or named.weekday is None or named.unit is not Unit.DAY:
        return False
    if story.writing is None or not 0 <= story.writing_place < one.start or not _opens(story, one):
        return False
    if story.number - number_of(story.passages, story.writing_place) < _BETWEEN:
        return False
    after = _SET_OFF.match(story.text, one.end)
    if after is None:
        return False
    return {word.lower() for word in _WORDS.findall(after["said"])} <= words_of_hours(story.language)


def _opens(story: Story, one: Expression) -> bool:
    """Whether a date opens a paragraph of a letter, at most after the label of a postscript."""
    passage = story.passage
    if passage.kind not in _OF_A_LETTER or one.start - passage.start > _LABEL or _is_foot(story, one):
        return False
    label = " ".join(words_of(story.text[passage.start : one.start]))
    return not label or label in story.language.letters.postscripts


def _is_foot(story: Story, one: Expression) -> bool:
    """Whether a day ends its paragraph and a name stands under it, as at the foot of a letter."""
    passage, passages = story.passage, story.passages
    if any(map(str.isalnum, story.text[one.end : passage.end])) or story.number + 1 == len(passages):
        return False
    below = passages[story.number + 1]
    return (
        below.end - below.start <= _NAME and story.text[below.start : below.end].strip()[-1:] not in _GREETS
    )
