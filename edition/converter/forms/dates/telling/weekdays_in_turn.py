"""Weekdays of which each comes after the one before: "last Wednesday, then Saturday, then on Sunday"."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.calendar.styles import weekday_in
from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, day_moment, shift_days
from edition.converter.forms.dates.telling.story import Story
from edition.converter.languages import Language

_WEEK = 7  # days


def in_turn(story: Story, one: Expression, weekday: int) -> Moment | None:
    """The weekday after a day that was named right before it in its sentence, with a word between that says
    that it comes after: "on Wednesday, then on Saturday".
    """
    days = (told for told in (story.day, story.named) if told is not None)
    told = max(days, key=lambda told: told.place, default=None)
    if one.rule != "weekday" or told is None or not told.is_day() or told.moment != told.last:
        return None
    if _then(story.language).fullmatch(story.text, told.place, one.start) is None:
        return None
    day = told.moment.first()
    return day_moment(shift_days(day, (weekday - weekday_in(day, story.style) - 1) % _WEEK + 1))


@cache
def _then(language: Language) -> re.Pattern[str]:
    """A day without a stop after it, the word for "then", and at most a preposition."""
    dates = language.dates
    then = "|".join(map(re.escape, dates.in_turn)) or "(?!)"
    before = "|".join(map(re.escape, (*dates.before_day, *dates.before_coming))) or "(?!)"
    return re.compile(rf"[^.;:!?\n]{{1,30}}(?<!\w)(?:{then}) (?:(?:{before}) )?")
