"""What lies in the unit of the date told last, "that year", "the 13th", a feast of that year; or else near to
the day of writing.
"""

from __future__ import annotations

from edition.converter.forms.dates.calendar.feasts import FEAST
from edition.converter.forms.dates.calendar.styles import weekday_in
from edition.converter.forms.dates.expression import Expression, Relation
from edition.converter.forms.dates.joining.years_after import YEAR_COUNTED
from edition.converter.forms.dates.moment import (
    Moment,
    Unit,
    containing,
    day_moment,
    ordinal,
    shift_days,
    shifted,
)
from edition.converter.forms.dates.sentences.sentences import (
    clause_ends_between,
    ends_between,
    follows,
    in_brackets,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future
from edition.converter.forms.dates.telling.diary import next_entry
from edition.converter.forms.dates.telling.feasts_of_story import feast_of_story
from edition.converter.forms.dates.telling.nearest_days import is_on, near_writing
from edition.converter.forms.dates.telling.passing import is_only_said
from edition.converter.forms.dates.telling.story import Answer, Story, Told
from edition.converter.forms.dates.telling.weekdays import dates_a_letter, is_of_a_letter
from edition.model import Certainty

_ENDS = frozenset({"beginning_of_same", "middle_of_same", "midyear", "end_of_same", "year_end"})
_LONG_AGO = 1  # years
_THAT = 120  # characters back to a year that "that year" means
_SINCE = 12  # characters of "since" and the comma before it
_TO_ITS_DAY = 16  # characters from "the same day" to the day that it is
_HALF_A_MONTH = 15
_FEW, _PAGE = 8, 2400  # dates back, and characters, to the day that "that Monday" means
_OF_TOLD_MONTH = "day_same_month"
_LATE_DAY = 26  # to which a story has come at the end of a month


def in_same_sentence(story: Story, told: Told, one: Expression) -> bool:
    """Whether a date stands before an expression in its sentence."""
    return not ends_between(story.text, told.place, one.start)


def in_same_unit(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """In the unit of the date told last: "that year", "the 13th", a feast of that year."""
    named = relation.named
    of_week = named is not None and named.weekday is not None and named.day is None
    needs_day = (
        of_week
        or relation.unit is Unit.DAY
        or (named is not None and named.unit is Unit.DAY and named.number is not None)
    )
    if named is not None and named.time.startswith(FEAST):
        return feast_of_story(story, one, named.time.removeprefix(FEAST))
    of_day = relation.unit is Unit.DAY  # "early in the morning" is of the day that was told
    to_come = _year_to_come(story, one) if one.rule in _ENDS and relation.unit is Unit.YEAR else None
    if to_come is not None:
        return to_come
    if one.rule in _ENDS and not of_day and _is_of_today(story, one) and story.writing is not None:
        now = containing(relation.unit, story.writing.first())
        return Answer(now, story.writing_place, Certainty.MEDIUM)
    if one.start in story.entries and named is not None:
        if named.day is not None:
            return _entry(story, named.day, named.weekday)
        if named.weekday is not None:
            return _weekday_of_entry(story, named.weekday)
    if named is None and of_day and (appointed := _day_right_after(story, one)) is not None:
        return appointed
    told = story.recent_day(one.start) if needs_day else story.recent(one.start)
    if one.rule in _ENDS and not of_day and told is not None and is_of_unknown_day(story, told, one):
        return None
    if relation.unit is Unit.YEAR and not of_week:
        told = _year_beside(story, one, told) or told
    of_told = one.rule.startswith(_OF_TOLD_MONTH)
    if told is None or (not of_told and _is_near_writing(story, one, told, relation)):
        return near_writing(story, one, relation)
    base = told.last
    if relation.unit is Unit.YEAR and told.spans_years():
        return None  # "from 1986 to 1993 … by the end of the year"
    if relation.unit is Unit.DAY and _is_of_another_passage(story, told):
        return None
    if (of_week or (relation.unit is Unit.DAY and named is None)) and _has_left(story, told, one):
        return None
    if named is None:
        moment = containing(relation.unit, base.first()) if base.unit >= relation.unit else None
    elif named.day is not None and named.number is None:
        moment = _day_of_month(told, named.day) if base.unit >= Unit.MONTH else None
        if not is_on(moment, named.weekday, story.style) or (moment and _is_too_late(story, one, moment)):
            return near_writing(story, one, relation)
    elif named.weekday is not None and (named_before := _told_on(story, one, named.weekday)) is not None:
        return Answer(day_moment(named_before.moment.first()), named_before.place, Certainty.MEDIUM)
    elif named.weekday is not None and base.unit is Unit.DAY:
        ahead = (named.weekday - weekday_in(base.first(), story.style)) % 7
        moment = day_moment(shift_days(base.first(), ahead))
    elif relation.unit is Unit.YEAR and named.weekday is None:
        moment = named._replace(year=base.year)
        if one.rule == "same" and _is_not_yet(story, one, moment):
            return _of_year_named(story, one, named)
    else:
        moment = None
    return Answer(moment, told.place, Certainty.MEDIUM) if moment is not None else None


def _is_near_writing(story: Story, one: Expression, told: Told, relation: Relation) -> bool:
    """Whether "the 13th" is no day of the month told last, but one near to the day of writing."""
    if _is_counted_apart(story, one, told, relation):
        return True
    of_month = relation.unit is Unit.MONTH
    if of_month and told.place < story.writing_place < one.start:
        return True  # a letter or an entry has begun since
    if _is_to_come(story, one, told, relation):
        return True
    if not of_month:
        return False
    return (
        only_began(story, told, one) or _is_long_over(story, told, one) or _counts_from_now(story, told, one)
    )


def _day_right_after(story: Story, one: Expression) -> Answer | None:
    """The day that stands right after "the same day": "on the same day, on 6 December 1864"."""
    ahead = story.ahead
    if one.rule != "same" or ahead is None or ahead.first.unit is not Unit.DAY or ahead.last is not None:
        return None
    if ahead.start - one.end > _TO_ITS_DAY:
        return None
    between = story.text[one.end : ahead.start]
    words = between.strip(", ").lower()
    if not between.startswith(",") or (words and words not in story.language.dates.before_day):
        return None
    return Answer(ahead.first, ahead.start, Certainty.MEDIUM)


def _is_not_yet(story: Story, one: Expression, moment: Moment) -> bool:
    """Whether a moment is after the day of writing, in a sentence of what was."""
    if story.writing is None or moment.first() <= story.writing.first():
        return False
    return is_future(story.text, one.start, one.end, story.language) is False


def _of_year_named(story: Story, one: Expression, named: Moment) -> Answer | None:
    """What lies in the year that was named right before, be it in passing: "have not won since Feb. 27, 2012.
    That spring they lost".
    """
    beside = story.named
    if beside is None or not beside.explicit or not beside.says_a_year() or one.start - beside.place > _THAT:
        return None
    moment = named._replace(year=beside.moment.year)
    return None if _is_not_yet(story, one, moment) else Answer(moment, beside.place, Certainty.MEDIUM)


def _told_on(story: Story, one: Expression, weekday: int) -> Told | None:
    """The last of the few days told before that was on a weekday: "that Monday" means it, and none after the
    day told last.
    """
    if one.rule != "same":
        return None
    days = (told for told in reversed(story.told[-_FEW:]) if told.is_day() and told.moment == told.last)
    near = (told for told in days if one.start - told.place <= _PAGE)
    return next((told for told in near if weekday_in(told.moment.first(), story.style) == weekday), None)


def is_of_unknown_day(story: Story, told: Told, one: Expression) -> bool:
    """Whether "the end of the year" or "the next decade" is rather that of the day of writing, which is not
    known, in a text of its time: in a sentence that names no other; and the next one only if the sentence
    does not tell of what was.
    """
    if not story.of_today or story.writing is not None or in_same_sentence(story, told, one):
        return False
    return one.rule in _ENDS or is_future(story.text, one.start, one.end, story.language) is not False


def _is_of_another_passage(story: Story, told: Told) -> bool:
    """Whether a day to come was told in a passage before, in news: "later in the day" is of no such day."""
    if story.writing is None or story.history or told.passage == story.number:
        return False
    return told.last.first() > story.writing.first()


def only_began(story: Story, told: Told, one: Expression) -> bool:
    """Whether a date long before that of writing only said since when nothing was as it is now, in a sentence
    that is over: "the worst since October 1970", or set apart.
    """
    if story.writing is None or story.history:
        return False
    far = (story.writing.year or 0) - (told.moment.year or 0) > _LONG_AGO
    since = far and follows(story.text, told.place, story.language.dates.since)
    return since and (not in_same_sentence(story, told, one) or _is_inserted(story, told, one))


def _is_inserted(story: Story, told: Told, one: Expression) -> bool:
    """Whether a date stands in what commas set apart: "Lefley, seit Oktober 1993 im Amt, geht"."""
    lead = story.text[max(0, told.place - _SINCE) : told.place]
    return "," in lead and clause_ends_between(story.text, told.place, one.start)


def _is_long_over(story: Story, told: Told, one: Expression) -> bool:
    """Whether a month long before the day of writing was told in a sentence that is over, in a text of its
    time that has not gone on with it: "The record was set in May 1980. Cheques, which go out on the 29th".
    """
    if story.writing is None or story.history or in_same_sentence(story, told, one):
        return False
    far = (story.writing.year or 0) - (told.moment.year or 0) > _LONG_AGO
    return far and is_future(story.text, one.start, one.end, story.language) is not False


def _counts_from_now(story: Story, told: Told, one: Expression) -> bool:
    """Whether a day of the month is near to the day of writing in spite of a date before it: after one that
    only said which letter was meant ("yours of 27 September came. We fought on the 16th"), and after "since",
    which leads up to now, if no day is told in its sentence; and after a day since when something was so.
    """
    if story.writing is None or story.history or story.entries:
        return False
    since = story.language.dates.since
    aside = dates_a_letter(story, told.place) or follows(story.text, told.place, since)
    if aside and not in_same_sentence(story, told, one):
        return True
    began = follows(story.text, one.start, since)
    return began and not (told.is_day() and in_same_sentence(story, told, one))


def _has_left(story: Story, day: Told, one: Expression) -> bool:
    """Whether a sentence before an expression tells of a month since a day, or in news of a later year, and
    the day does not lie in it.
    """
    latest = story.latest
    if latest is None or latest.place <= day.place or latest.is_day():
        return False
    if latest.moment.unit < Unit.SEASON and (story.history or latest.moment.first() < day.last.first()):
        return False
    if not ends_between(story.text, latest.place, one.start):
        return False
    return not latest.moment.first() <= day.last.first() <= latest.last.last()


def _year_beside(story: Story, one: Expression, told: Told | None) -> Told | None:
    """A year that was named right before "that autumn" or "May of that year", after the date that the story
    came to, be it in passing: "took her degree in 1926. That autumn".
    """
    beside = story.named
    if beside is None or one.start - beside.place > _THAT:
        return None
    if _is_within_year_of(story, beside, one):
        return beside  # "appointed on July 24, 1897, under the act of June 4 of that year"
    if beside.moment.unit is not Unit.YEAR:
        return None
    if in_brackets(story.text, beside.place) or not beside.says_a_year():
        return None
    of_that_year = told is None and one.rule.endswith(YEAR_COUNTED)  # "since 1866. In May of that year"
    if not of_that_year and follows(story.text, beside.place, story.language.dates.since):
        return None  # "the largest since 1910"
    if told is not None and is_only_said(story, beside, one):
        return None  # "said Mr. Low, who came in 1946, "and that spring …"
    return beside if told is None or beside.place > told.place else None


def _year_to_come(story: Story, one: Expression) -> Answer | None:
    """The year to come of which the sentence has named a part: "will open in the spring of 1991, and close by
    the end of that year".
    """
    beside = story.named
    if story.writing is None or beside is None or not beside.explicit or beside.moment.unit < Unit.HALF:
        return None
    year = beside.last.year or 0
    if beside.moment.year != year or year <= (story.writing.year or 0):
        return None
    if not in_same_sentence(story, beside, one):
        return None
    return Answer(Moment(Unit.YEAR, year), beside.place, Certainty.MEDIUM)


def _is_within_year_of(story: Story, day: Told, one: Expression) -> bool:
    """Whether a day or a month of "that year" stands in the sentence of a day that says its year."""
    within = one.relation is not None and one.relation.within
    return within and day.explicit and day.is_day() and in_same_sentence(story, day, one)


def _day_of_month(told: Told, day: int) -> Moment:
    """The day with a number in the month that was told, or in the next where the story would go back half a
    month or more: "On 29 June … On the 3rd", "At the end of June … On the 10th".
    """
    month = containing(Unit.MONTH, told.last.first())
    reached = (told.last.day or 0) if told.is_day() else _LATE_DAY if told.late else 0
    if reached - day >= _HALF_A_MONTH:
        month = shifted(month, 1, Unit.MONTH)
    return Moment(Unit.DAY, month.year, month.number, day)


def _is_counted_apart(story: Story, one: Expression, told: Told, relation: Relation) -> bool:
    """Whether a date was counted from another in a sentence before, so that a day of its month is one near to
    the day of writing; but "that year" is the one that was counted.
    """
    if not told.counted or told.is_day() or story.writing is None or relation.unit is Unit.YEAR:
        return False
    return not in_same_sentence(story, told, one)


def _is_to_come(story: Story, one: Expression, told: Told, relation: Relation) -> bool:
    """Whether a day of the month is still to come in a text that is no story, and not in the month that was
    told: "your letter of the 28th ult. He is to sail on the 20th".
    """
    if relation.unit is not Unit.MONTH or story.writing is None or story.history:
        return False
    past = ordinal(told.last.last()) < ordinal(story.writing.first())
    return past and is_future(story.text, one.start, one.end, story.language) is True


def _is_too_late(story: Story, one: Expression, day: Moment) -> bool:
    """Whether a day would be after that of writing, in a sentence of a text of its time about what was; or a
    letter would have been written on it.
    """
    if story.writing is None or story.history or day.first() <= story.writing.first():
        return False
    return is_of_a_letter(story, one) or is_future(story.text, one.start, one.end, story.language) is False


def _entry(story: Story, day: int, weekday: int | None) -> Answer | None:
    """The day of an entry of a diary, after the one before or in the month that was told."""
    told = story.heading if story.writing is not None else story.latest
    if story.writing is not None and (told is None or told.place < story.writing_place):
        before, place = story.writing, story.writing_place
    elif told is not None and told.moment.unit >= Unit.MONTH:
        before, place = told.moment, told.place
    else:
        return None
    moment = next_entry(before, day, weekday, story.style)
    return moment and Answer(moment, place, Certainty.MEDIUM)


def _weekday_of_entry(story: Story, weekday: int) -> Answer | None:
    """The day of an entry of a diary of which only the weekday is said: the next after the one before."""
    if story.writing is None or story.writing.unit is not Unit.DAY:
        return None
    day = story.writing.first()
    ahead = (weekday - weekday_in(day, story.style) - 1) % 7 + 1
    return Answer(day_moment(shift_days(day, ahead)), story.writing_place, Certainty.MEDIUM)


def _is_of_today(story: Story, one: Expression) -> bool:
    """Whether "the end of the year" is that of the day of writing: in a text of its time, where a sentence
    speaks of what is to come, or its passage has named no year.
    """
    if story.writing is None or (story.history and story.number not in story.present):
        return False
    if follows(story.text, one.start, story.language.dates.since):
        return True  # "seit Jahresbeginn"
    told = story.recent(one.start)
    here = told is not None and (
        (told.passage == story.number and told.explicit) or in_same_sentence(story, told, one)
    )
    return not here or bool(is_future(story.text, one.start, one.end, story.language))
