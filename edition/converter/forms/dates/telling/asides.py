"""Dates that only date a thing, and from which a story does not go on: "the plan (1914)", "born in 1809"."""

from __future__ import annotations

import re

from edition.converter.forms.dates.expression import Anchor, Expression
from edition.converter.forms.dates.moment import DAY, MONTH, YEAR, Moment
from edition.converter.forms.dates.sentences.sentences import (
    begins_sentence,
    follows,
    in_brackets,
    is_attribute,
    is_limit,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future, tells_of_before
from edition.converter.forms.dates.telling.passing import says_more
from edition.converter.forms.dates.telling.story import Story

_LONG_AGO = 10  # years back to which a year named in the middle of a sentence does not take a story, nor one
# that begins a sentence from those of its heading
_PHRASE = 40  # characters before the date of a life
_APART = re.compile(r"[,(;–—]\s*(?P<word>[^\W\d_]+\.?)(?:\s[^\W\d_]+\.?){0,3}\s?\Z")
_LEAD = 2  # words
_JUMP = 2  # years by which a year named in passing differs


def is_aside(story: Story, one: Expression, first: Moment) -> bool:
    """Whether a date only dates a thing, and the story does not go on from it: "the plan (1914)"."""
    text, language, start = story.text, story.language, one.start
    counted = one.relation is not None
    if not counted and follows(text, start, language.dates.likening):
        return True  # "es wird gehamstert wie im Juni 1948"
    latest = story.latest
    if latest is None:
        return _began_long_ago(story, one, first)
    if counted and (_is_flashback(story, one) or _is_next_year(story, one, first)):
        return True
    if _is_of_a_life(story, one):
        return True
    if not counted and one.first.unit is not DAY and is_attribute(text, start, one.end, language):
        return True
    unit, told = first.unit, latest.moment
    goes_back = first.last() < told.first()
    # What is told of a month since when something was goes by that month: "ill since May, he died in June".
    earlier = unit is not MONTH and goes_back
    if not counted and (earlier or unit <= YEAR) and _begins_what_goes_on(story, one):
        return True
    if unit >= MONTH and not counted and one.last is None:
        # "The fleet, which had left in October, was sunk in May."
        if goes_back:
            return says_more(text, start, language) or in_brackets(text, start)
        later = story.writing is None and (first.year or 0) > (latest.last.year or 0)
        return later and _is_limit_to_come(story, one)
    if in_brackets(text, start):
        return True
    year, now = first.year or 0, told.year or 0
    opens = begins_sentence(text, start)
    earlier = unit <= YEAR and not counted and year < now
    earlier = earlier and not (opens and _opens_passage(story, one))
    if earlier and tells_of_before(text, start, one.end, language):
        return True
    if unit <= YEAR and story.outside(year, 0 if not opens else _LONG_AGO):
        return True
    # A story that is at a month or a day does not go back by a year that its passage names in passing.
    at_month = told.unit > YEAR
    back = at_month and year < now and latest.passage == story.number
    jumps = back or now - year > _LONG_AGO or (at_month and abs(year - now) > _JUMP)
    return unit <= YEAR and jumps and not opens


def _begins_what_goes_on(story: Story, one: Expression) -> bool:
    """Whether a date only says since when something is so: "since 1993"."""
    return follows(story.text, one.start, story.language.dates.since)


def _began_long_ago(story: Story, one: Expression, first: Moment) -> bool:
    """Whether a text of its time tells since when something is so, before any date that it goes on from: "its
    first loss since the second quarter of 1982".
    """
    if one.relation is not None:
        return False
    if story.writing is None:
        return first.unit <= YEAR and _begins_what_goes_on(story, one)
    if story.history:
        return False
    far = (story.writing.year or 0) - (first.year or 0) > 1
    return far and _begins_what_goes_on(story, one)


def _is_of_a_life(story: Story, one: Expression) -> bool:
    """Whether a date is that of a birth or a death in words set apart from what is told: "Captain Low, born
    3 March 1809 in Visby, was buried".
    """
    text, start, lived = story.text, one.start, story.language.dates.lived
    begin = max(0, start - _PHRASE)
    if not lived or lived.isdisjoint(text[begin:start].replace("(", " ").split()):
        return False
    lead = _APART.search(text, begin, start)
    return lead is not None and lead["word"] in lived


def _is_next_year(story: Story, one: Expression, first: Moment) -> bool:
    """Whether a year to come is counted from that of writing: a text goes on from its own day."""
    if story.writing is None or one.relation is None or one.relation.anchor is not Anchor.WRITING:
        return False
    return first.unit <= YEAR and (first.year or 0) > (story.writing.year or 0)


def _is_flashback(story: Story, one: Expression) -> bool:
    """Whether a date is counted back from the story's, to what had been before it: "who had landed four days
    before".
    """
    relation = one.relation
    if relation is None or relation.anchor is not Anchor.TOLD or relation.amount >= 0:
        return False
    return tells_of_before(story.text, one.start, one.end, story.language)


def _is_limit_to_come(story: Story, one: Expression) -> bool:
    """Whether a story names a later date as one by which or until which something would be, to which it has
    not come: "would not be ready until at least February 1969".
    """
    if not is_limit(story.text, one.start, story.language):
        return False
    return is_future(story.text, one.start, one.end, story.language) is True


def _opens_passage(story: Story, one: Expression) -> bool:
    """Whether a date stands at the beginning of its passage, with hardly more than a preposition before."""
    begin = story.passage.start
    return len(story.text[begin : min(one.start, begin + _PHRASE)].split()) <= _LEAD
