"""The year of a month or day without one in a story, which goes on from the date told last."""

from __future__ import annotations

from functools import cache

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.sentences.sentences import (
    begins_sentence,
    ends_between,
    follows,
    in_relative_clause,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import tells_of_before
from edition.converter.forms.dates.telling.nearest_years import has_weekday
from edition.converter.forms.dates.telling.story import Story, Told
from edition.converter.languages import Language

_BACK, _FORTH = 7, 10  # months by which a story goes back or forth within a year
_FEW = 4  # dates back in which that month stands
_BESIDE = 300  # characters from a date to that with which the next sentence goes on
_MOST_BOUNDS = 12  # years between those that a heading names, for it to say something of each date


def narrative_year(story: Story, one: Expression, told: Told) -> int:
    """The year for a month or day in a story: that of the date told last, or the next where the story would
    otherwise go back more than half a year.
    """
    first = one.first
    anchor = told.last if told.last.unit >= Unit.MONTH else told.moment
    if told.counted and anchor.unit is Unit.YEAR:
        anchor = _month_before(story, told) or anchor
    if anchor.unit < Unit.SEASON or story.outside(anchor.year or 0):
        year = anchor.year or 0
        weekday_year = _of_weekday(story, first, year)
        return weekday_year - (weekday_year == year and _overtakes(story, one, told, year))
    year, month, _ = anchor.last()
    forth = first.first()[1] - month
    step = _goes_on(story, one, forth) - _goes_back(story, one, forth)
    return _within(story, _of_weekday(story, first, year + step))


def _of_weekday(story: Story, moment: Moment, year: int) -> int:
    """A year, or where a day has not its weekday in it, but in the next or the one before, that."""
    if moment.weekday is None:
        return year
    near = (year, year + 1, year - 1)
    return next((other for other in near if has_weekday(story, moment._replace(year=other))), year)


def _month_before(story: Story, told: Told) -> Moment | None:
    """The month or day of a year that was told before the year was named again: "on 3 May … later that year";
    None for no such.
    """
    year = told.moment.year
    same = (one.last for one in reversed(story.told[-_FEW:]) if one.last.unit >= Unit.SEASON)
    latest = next(same, None)
    return latest if latest is not None and latest.year == year else None


def _goes_on(story: Story, one: Expression, months: int) -> bool:
    """Whether a month or day that many months on in the year told last is that of the next year: it would be
    far back, or something lasted until then. But since then something was so before.
    """
    text, language = story.text, story.language
    if follows(text, one.start, language.dates.since):
        return False
    until, by = _limits(language)
    if months <= -_BACK or (months < 0 and follows(text, one.start, until)):
        return True
    return (
        months < 0
        and follows(text, one.start, by)
        and not tells_of_before(text, one.start, one.end, language)
    )


@cache
def _limits(language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words for "until", and those for "by"."""
    to, opening = (language.dates.ranges.get(name, ()) for name in ("to", "from"))
    words = [word for word in language.dates.before_limit if word not in opening]
    return tuple(word for word in words if word in to), tuple(word for word in words if word not in to)


def _goes_back(story: Story, one: Expression, months: int) -> bool:
    """Whether a month or day that many months on in the year told last is that of the year before, since its
    sentence looks back: "They met in January. In December they had quarrelled". And the winter lasts into its
    second year.
    """
    if one.first.unit is Unit.SEASON:
        return months >= _FORTH
    text, language = story.text, story.language
    if months < _BACK or follows(text, one.start, language.dates.before_limit):
        return False  # "by December he had left"
    if tells_of_before(text, one.start, one.end, language):
        return True
    return months >= _FORTH and in_relative_clause(text, one.start, language)


def _overtakes(story: Story, one: Expression, told: Told, year: int) -> bool:
    """Whether a day or month would come after that with which the next sentence goes on, in a year that was
    named before its passage ("on 27 December. Elections were held in the spring of 1789") or counted, perhaps
    in passing: "They fought only a year later. On 20 November they met. On 21 March 1918 they withdrew".
    """
    ahead = story.ahead
    if ahead is None or ahead.first.unit < Unit.SEASON or ahead.first.year != year:
        return False
    if (told.passage == story.number and not told.counted) or ahead.start - one.end > _BESIDE:
        return False
    if not ends_between(story.text, one.end, ahead.start) or not begins_sentence(story.text, ahead.start):
        return False
    last = (ahead.last or ahead.first).last()
    return one.first._replace(year=year).first() > last


def _within(story: Story, year: int) -> int:
    """A year, or the nearest that the heading of the section allows."""
    if story.bounds is None or story.bounds[1] - story.bounds[0] > _MOST_BOUNDS:
        return year
    return min(max(year, story.bounds[0]), story.bounds[1])
