"""Ages from which years are counted: "at 17 she left home; a year later she was famous"."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.telling.story import Story, Told
from edition.converter.languages import Language

_FAR = 400  # characters back to the date told last


def counts_from_age(story: Story, told: Told, one: Expression) -> bool:
    """Whether an age was told after a date, from which so many years later count then: "She was born in 1905,
    left school at 17, and a year later". Nothing says in which year that was.
    """
    ages = _ages(story.language)
    return ages.search(story.text, max(told.place, one.start - _FAR), one.start) is not None


@cache
def _ages(language: Language) -> re.Pattern[str]:
    """An age, in figures or words, with no noun after it that it could count."""
    dates = language.dates
    leads = "|".join(map(re.escape, dates.at_age)) or "(?!)"
    words = "|".join(map(re.escape, (word for word in dates.numbers if word not in dates.no_year_numbers)))
    after = "|".join(map(re.escape, dates.after_age))
    return re.compile(rf"(?<!\w)(?:{leads}) (?:\d\d?|{words})(?=[,;.](?!\d)|\s(?:{after})(?!\w))", re.I)
