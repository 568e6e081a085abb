"""Days that gave what happened on them its name, so that no one says their year: "the Sept. 11 attacks"."""

from __future__ import annotations

from functools import cache

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Day, Unit, day_of_iso
from edition.converter.forms.dates.sentences.tenses import WORD
from edition.converter.forms.dates.telling.story import Story
from edition.converter.languages import Language

_AFTER, _BEFORE = 40, 24  # characters in which the name stands
_WORDS = 3  # of it: "the Sept. 11 suicide attacks"


def year_of_known_day(story: Story, one: Expression) -> int | None:
    """The year of a day that a word beside it tells to be that of a known day, in a text written since."""
    if one.first.unit is not Unit.DAY or one.last is not None:
        return None
    known = _known(story.language).get(one.first[2:4])
    if known is None or story.writing is None or story.writing.first() <= known[0]:
        return None
    return known[0][0] if _is_named(story, one, known[1]) else None


@cache
def _known(language: Language) -> dict[tuple[int | None, int | None], tuple[Day, tuple[str, ...]]]:
    """The known days of a language by month and day, with what happened on them."""
    days = ((day_of_iso(day), names) for day, names in language.dates.known_days.items())
    return {day[1:]: (day, names) for day, names in days}


def _is_named(story: Story, one: Expression, names: tuple[str, ...]) -> bool:
    """Whether one of some words stands right after a day, or before it with a preposition between."""
    text, dates = story.text, story.language.dates
    after = text[one.end : one.end + _AFTER]
    words = WORD.findall(after[: next((at for at, mark in enumerate(after) if mark in ",.;:!?"), len(after))])
    if not set(words[:_WORDS]).isdisjoint(names):
        return True
    before = WORD.findall(text[max(0, one.start - _BEFORE) : one.start])[-2:]
    between = (*dates.ranges.get("of", ()), *dates.happens_on)
    return len(before) > 1 and before[0] in names and before[1] in between
