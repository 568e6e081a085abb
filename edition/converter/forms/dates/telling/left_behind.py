"""Dates that a text has named, and from which nothing after them is counted."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.sentences.sentences import ends_between, in_relative_clause
from edition.converter.forms.dates.sentences.tense_of_sentence import tells_of_before
from edition.converter.forms.dates.telling.story import Story, Told

_LONG_PAST = 3  # years


def has_left_years(story: Story, one: Expression) -> bool:
    """Whether "this year" can be none that a text has told, which has named a time since that is no year, or
    is in another: "der Prozeß von 1977, in den fünfziger Jahren, im Mai dieses Jahres".
    """
    named, told = story.named, story.recent_year(one.start)
    if story.writing is None or named is None or told is None:
        return False
    return not named.says_a_year() or named.last.year != told.last.year


def is_of_another_time(story: Story, beside: Told, told: Told) -> bool:
    """Whether a day of long before the day told last was named since, in a clause of what was said or found:
    "On Thursday he was acquitted. It was proved that he was there on 21 October 1942. The next morning".
    """
    if beside.place <= told.place or not beside.is_day() or not beside.explicit:
        return False
    far = (told.moment.year or 0) - (beside.moment.year or 0) >= _LONG_PAST
    return far and in_relative_clause(story.text, beside.place, story.language)


def had_been_before(story: Story, beside: Told, one: Expression) -> bool:
    """Whether a date was named in a clause that only says more of someone, of what had been before, in a
    sentence that is over: "… a team that had won in 1966. Two years later".
    """
    if not ends_between(story.text, beside.place, one.start):
        return False
    aside = in_relative_clause(story.text, beside.place, story.language)
    return aside and tells_of_before(story.text, beside.place, beside.place, story.language)
