"""What relative dates mean: counted from the day of writing, or from what was told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.dates.diary import next_entry
from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.feasts import FEAST, feast_day
from edition.converter.forms.dates.moment import (
    Day,
    Moment,
    Unit,
    containing,
    day_moment,
    exists,
    ordinal,
    shift_days,
    shifted,
    weekday_of,
)
from edition.converter.forms.dates.sentences import (
    ends_between,
    follows,
    in_brackets,
    is_future,
    sentence_has_before,
)
from edition.converter.forms.dates.story import Answer, Story, Told
from edition.model import Certainty

_OF_THAT_YEAR = frozenset({"same", "month_same_year", "season_same_year"})
_ENDS = frozenset({"beginning_of_same", "end_of_same"})
_BESIDE = 240  # characters back to a date in passing from which "14 years later" counts
_THAT = 120  # characters back to a year that "that year" means
_THEN = 240  # characters back to which "at that time" can reach
_TO_NEXT_DAY = 24  # characters from a weekday to another that is the next day
_WITHOUT_STOP = re.compile(
    r"[^.!?\n]{1,60}"
)  # from a weekday to come to one of which no verb says when it was
_TWO_DAYS = re.compile(r"[^\W\d_]+ (?:[^\W\d_]+|&) (?:[^\W\d_]+ )?")
_FRIDAY, _SUNDAY = 5, 7
_HALF_A_MONTH = 15
_LATE_DAY = 26  # to which a story has come at the end of a month
_CENTURY = 100  # years between those of one story
_FOUR_FIGURES = 1000
_WINTER = 4  # the number of the season


def related(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """The moment of an expression in the passage that is read, by its relation; None where nothing tells."""
    if relation.anchor is Anchor.EITHER:
        anchor = _anchor_of(story, one, relation.amount)
        if anchor is None:
            return None
        relation = relation._replace(anchor=anchor)
    if relation.anchor is Anchor.WRITING:
        return _from_writing(story, one, relation)
    if story.passage.kind == "head" and relation.named is None:
        return None  # "Ten years after" as a title
    if relation.anchor is Anchor.ERA:
        return _of_era(story, one, relation.amount)
    if one.rule == "time":
        return _at_time(story, one)
    if one.rule == "then":
        return _then(story, one)
    if relation.anchor is Anchor.SAME:
        return _same(story, one, relation)
    return _from_told(story, one, relation)


def _of_era(story: Story, one: Expression, number: int) -> Answer | None:
    """A year of three figures without its era, in a story of years of three figures that are near to it."""
    told = story.recent_year(one.start)
    near = told.moment.year or 0 if told is not None else _FOUR_FIGURES
    year = number if near > 0 else 1 - number
    if told is None or near >= _FOUR_FIGURES or abs(near - year) > _CENTURY:
        return None
    return Answer(Moment(Unit.YEAR, year), told.place, Certainty.MEDIUM)


def _anchor_of(story: Story, one: Expression, amount: int) -> Anchor | None:
    """From where a phrase counts that can count from both: from the day of writing where the text speaks of
    its own time. Where only the tense can say it ("через неделю") and does not, None.
    """
    if story.writing is None or (story.history and story.number not in story.present):
        return Anchor.TOLD if amount else Anchor.SAME
    if one.rule == "gone_here":
        beside = story.named
        here = beside is not None and beside.explicit and _same_sentence(story, beside, one)
        return Anchor.TOLD if here else Anchor.WRITING
    if one.rule != "hence_or_later":
        return Anchor.WRITING
    future = is_future(story.text, one.start, one.end, story.language)
    return {True: Anchor.WRITING, False: Anchor.TOLD}.get(future) if future is not None else None


def _from_writing(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """So much before or after the day of writing: of the text, or of the quotation that is read."""
    base, place = story.writing, story.writing_place
    if story.passage.quotation >= 0:
        base, place = story.passage.written, story.passage.start
    if base is None or _is_nowadays(story, one):
        return None
    named, amount = relation.named, relation.amount
    if one.rule == "weekend" or (one.rule == "this" and relation.unit is Unit.WEEKEND):
        return Answer(_weekend(story, one, base), place, Certainty.MEDIUM)
    if one.rule == "ago_to_the_day":
        day = shifted(day_moment(base.first()), amount, relation.unit)
        return Answer(containing(named.unit if named else Unit.DAY, day.first()), place, Certainty.HIGH)
    if named is None:
        if relation.unit is Unit.WEEKEND and amount > 0 and weekday_of(base.first()) <= _FRIDAY:
            amount -= 1  # the next one is that of this week
        return Answer(_unit_away(base, amount, relation.unit), place, Certainty.HIGH)
    if named.weekday is not None:
        return Answer(_weekday(story, one, base, relation), place, Certainty.MEDIUM)
    if named.day is not None and named.number is None:
        month = shifted(containing(Unit.MONTH, base.first()), amount, Unit.MONTH)
        return Answer(Moment(Unit.DAY, month.year, month.number, named.day), place, Certainty.HIGH)
    near = _named_near(named, base, amount)
    return None if near is None else Answer(near, place, Certainty.HIGH)


def _is_nowadays(story: Story, one: Expression) -> bool:
    """Whether "today" only stands against another time, and is no day: "damals 912 Einwohner, heute 714"."""
    if one.rule != "deictic" or one.relation is None or one.relation.amount or not story.language.dates.once:
        return False
    return sentence_has_before(story.text, one.start, story.language.dates.once)


def _from_told(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """So much later or earlier than the date told last."""
    named, amount, unit = relation.named, relation.amount, relation.unit
    needs_day = unit in (Unit.DAY, Unit.WEEK) or (named is not None and named.weekday is not None)
    told = story.recent_day(one.start) if needs_day else story.recent(one.start)
    if needs_day:
        told = _day_of_entry(story, told) or told
    if needs_day and told is not None and told.place < story.unknown_day:
        return None  # "On Tuesday he came. The next day …"
    beside = story.named
    if beside is not None and (beside.is_day() or not needs_day):
        near = one.start - beside.place <= _BESIDE and _named_since(story, beside, told, unit)
        told = beside if near or _same_sentence(story, beside, one) else told
    if told is None:
        return None
    base = told.last if amount > 0 else told.moment
    moment: Moment | None
    if named is not None and named.weekday is not None:
        moment = _weekday(story, one, base, relation)
    elif named is not None:
        moment = _named_near(named, base, amount)
    elif base.unit < unit:
        return None
    else:
        moment = _unit_away(base, amount, unit)
    if moment is None or _is_yet_to_come(story, one, base, moment):
        return None
    return Answer(moment, told.place, Certainty.MEDIUM)


def _day_of_entry(story: Story, told: Told | None) -> Told | None:
    """The day of the entry of a diary that is read, where it has told of no other."""
    if not story.entries or story.writing is None or story.writing_place < 0:
        return None
    if told is not None and told.place >= story.writing_place:
        return None
    return Told(story.writing, story.writing, story.writing_place, story.number, explicit=True, counted=False)


def _is_yet_to_come(story: Story, one: Expression, base: Moment, later: Moment) -> bool:
    """Whether "three months later" would come after the day of writing, which the date it counts from does
    not, in a sentence that speaks of nothing to come.
    """
    if one.rule != "later" or story.writing is None:
        return False
    now = ordinal(story.writing.last())
    if ordinal(base.first()) > now or ordinal(later.first()) <= now:
        return False
    return is_future(story.text, one.start, one.end, story.language) is not True


def _named_since(story: Story, beside: Told, told: Told | None, unit: Unit) -> bool:
    """Whether years count from a year that was named after the date that the story came to: "which ended in
    445. Just 14 years later".
    """
    if unit is not Unit.YEAR or not beside.explicit or beside.moment.unit is not Unit.YEAR:
        return False
    if in_brackets(story.text, beside.place) or not beside.says_a_year():
        return False
    if told is None:
        return True
    # Not "less in 2017 than in 2007"; and no years are counted from a century.
    forward = (beside.moment.year or 0) > (told.last.year or 0)
    elsewhere = told.passage < beside.passage == story.number
    return beside.place > told.place and (told.moment.unit < unit or forward or elsewhere)


def _same_sentence(story: Story, told: Told, one: Expression) -> bool:
    """Whether a date stands before an expression in its sentence."""
    return not ends_between(story.text, told.place, one.start)


def _same(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """In the unit of the date told last: "that year", "the 13th", a feast of that year."""
    named = relation.named
    needs_day = relation.unit is Unit.DAY or (
        named is not None and named.unit is Unit.DAY and named.number is not None
    )
    if named is not None and named.time.startswith(FEAST):
        return _feast(story, one, named.time.removeprefix(FEAST))
    if one.rule in _ENDS and _is_of_today(story, one) and story.writing is not None:
        now = containing(relation.unit, story.writing.first())
        return Answer(now, story.writing_place, Certainty.MEDIUM)
    if one.start in story.entries and named is not None and named.day is not None:
        return _entry(story, named.day, named.weekday)
    told = story.recent_day(one.start) if needs_day else story.recent(one.start)
    if relation.unit is Unit.YEAR:
        told = _year_beside(story, one, told) or told
    if told is None or _is_counted_apart(story, one, told, relation):
        return _near_writing(story, one, relation)
    if relation.unit is Unit.MONTH and told.place < story.writing_place < one.start:
        return _near_writing(story, one, relation)  # a letter or an entry has begun since
    if _is_to_come(story, one, told, relation):
        return _near_writing(story, one, relation)
    base = told.last
    if relation.unit is Unit.DAY and named is None and _has_left(story, told, one):
        return None
    if named is None:
        moment = containing(relation.unit, base.first()) if base.unit >= relation.unit else None
    elif named.day is not None:
        moment = _day_of_month(told, named.day) if base.unit >= Unit.MONTH else None
        if not _is_on(moment, named.weekday) or (moment and _is_too_late(story, one, moment)):
            return _near_writing(story, one, relation)
    elif named.weekday is not None and base.unit is Unit.DAY:
        ahead = (named.weekday - weekday_of(base.first())) % 7
        moment = day_moment(shift_days(base.first(), ahead))
    elif relation.unit is Unit.YEAR and named.weekday is None:
        moment = named._replace(year=base.year)
    else:
        moment = None
    return Answer(moment, told.place, Certainty.MEDIUM) if moment is not None else None


def _has_left(story: Story, day: Told, one: Expression) -> bool:
    """Whether a sentence before an expression tells of a month since a day, which does not lie in it."""
    latest = story.latest
    if latest is None or latest.place <= day.place or latest.is_day() or latest.moment.unit < Unit.SEASON:
        return False
    if not ends_between(story.text, latest.place, one.start):
        return False
    return not latest.moment.first() <= day.last.first() <= latest.last.last()


def _year_beside(story: Story, one: Expression, told: Told | None) -> Told | None:
    """A year that was named right before "that autumn" or "May of that year", after the date that the story
    came to, be it in passing: "took her degree in 1926. That autumn".
    """
    beside = story.named
    if beside is None or beside.moment.unit is not Unit.YEAR or one.start - beside.place > _THAT:
        return None
    if in_brackets(story.text, beside.place) or not beside.says_a_year():
        return None
    if follows(story.text, beside.place, story.language.dates.since):
        return None  # "the largest since 1910"
    return beside if told is None or beside.place > told.place else None


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
    return not _same_sentence(story, told, one)


def _is_to_come(story: Story, one: Expression, told: Told, relation: Relation) -> bool:
    """Whether a day of the month is still to come in a text that is no story, and not in the month that was
    told: "your letter of the 28th ult. He is to sail on the 20th".
    """
    if relation.unit is not Unit.MONTH or story.writing is None or story.history:
        return False
    past = ordinal(told.last.last()) < ordinal(story.writing.first())
    return past and is_future(story.text, one.start, one.end, story.language) is True


def _is_too_late(story: Story, one: Expression, day: Moment) -> bool:
    """Whether a day would be after that of writing, in a sentence of a text of its time about what was."""
    if story.writing is None or story.history or day.first() <= story.writing.first():
        return False
    return is_future(story.text, one.start, one.end, story.language) is False


def _entry(story: Story, day: int, weekday: int | None) -> Answer | None:
    """The day of an entry of a diary, after the one before or in the month that was told."""
    told = story.heading if story.writing is not None else story.latest
    if story.writing is not None and (told is None or told.place < story.writing_place):
        before, place = story.writing, story.writing_place
    elif told is not None and told.moment.unit >= Unit.MONTH:
        before, place = told.moment, told.place
    else:
        return None
    moment = next_entry(before, day, weekday)
    return moment and Answer(moment, place, Certainty.MEDIUM)


def _feast(story: Story, one: Expression, key: str) -> Answer | None:
    """A feast whose day changes: that nearest to the day of writing, or in a story to the date told last."""
    told = story.recent(one.start)
    if story.writing is not None and not (story.history and told is not None):
        near, place = story.writing, story.writing_place
    elif told is not None:
        near, place = told.last, told.place
    else:
        return None
    year, center = near.year or 0, ordinal(near.first())
    steps = (0,) if near.unit <= Unit.YEAR else (0, -1, 1)
    days = [day for step in steps if (day := feast_day(key, year + step)) is not None]
    if not days:
        return None
    if near is story.writing:
        return Answer(_nearest(story, one, days, near), place, Certainty.MEDIUM)
    return Answer(min(days, key=lambda day: abs(ordinal(day.first()) - center)), place, Certainty.MEDIUM)


def _is_of_today(story: Story, one: Expression) -> bool:
    """Whether "the end of the year" is that of the day of writing: in a text of its time, where a sentence
    speaks of what is to come, or its passage has named no year.
    """
    if story.writing is None or (story.history and story.number not in story.present):
        return False
    told = story.recent(one.start)
    here = told is not None and (
        (told.passage == story.number and told.explicit) or _same_sentence(story, told, one)
    )
    return not here or bool(is_future(story.text, one.start, one.end, story.language))


def _near_writing(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """The day nearest to that of writing, where nothing else has been told: "the 13th" in a letter."""
    named, writing = relation.named, story.writing
    if named is None or writing is None:
        return None
    if named.day is None or relation.unit is not Unit.MONTH:
        return None
    month = containing(Unit.MONTH, writing.first())
    months = [shifted(month, step, Unit.MONTH) for step in (0, -1, 1)]
    days = [
        Moment(Unit.DAY, month.year, month.number, named.day)
        for month in months
        if exists(month.year, month.number or 0, named.day)
    ]
    days = [day for day in days if _is_on(day, named.weekday)] or days
    return Answer(_nearest(story, one, days, writing), story.writing_place, Certainty.MEDIUM)


def _nearest(story: Story, one: Expression, days: Sequence[Moment], writing: Moment) -> Moment:
    """Of several days the nearest to that of writing, on the side that the sentence says."""
    center = ordinal(writing.first())
    future = is_future(story.text, one.start, one.end, story.language)

    def distance(day: Moment) -> tuple[bool, int]:
        away = ordinal(day.first()) - center
        return (away < 0 if future else away > 0) and future is not None, abs(away)

    return min(days, key=distance)


def _is_on(day: Moment | None, weekday: int | None) -> bool:
    """Whether a day is on a weekday, if one is named; "the 31st" of a month of 30 days is on none."""
    if day is None or weekday is None:
        return weekday is None
    return exists(day.year, day.number or 0, day.day or 0) and weekday_of(day.first()) == weekday


def _then(story: Story, one: Expression) -> Answer | None:
    """The date told last, whatever it was, if that was not long before."""
    latest = story.latest
    if latest is None or one.start - latest.place > _THEN:
        return None
    return Answer(latest.moment, latest.place, Certainty.LOW)


def _at_time(story: Story, one: Expression) -> Answer | None:
    """A time of the day told last, in the same passage or the one before, if no other date stands between."""
    told, named = story.day, story.named
    if told is None or story.number - told.passage > 1 or told.moment != told.last:
        return None
    if told.place < story.unknown_day or (named is not None and named.place > told.place):
        return None
    if told.passage != story.number and _is_on_the_other_side(story, one, told):
        return None
    return Answer(day_moment(told.moment.first(), one.first.time), told.place, Certainty.MEDIUM)


def _is_on_the_other_side(story: Story, one: Expression, told: Told) -> bool:
    """Whether a day is to come, seen from that of writing, and a sentence tells of what was; or the other way
    round.
    """
    if story.writing is None or told.moment.first() == story.writing.first():
        return False
    future = is_future(story.text, one.start, one.end, story.language)
    return future is not None and future is not (told.moment.first() > story.writing.first())


def _unit_away(base: Moment, amount: int, unit: Unit) -> Moment:
    """The unit so many units from the one that a moment begins in."""
    return shifted(containing(unit, base.first()), amount, unit)


def _weekday(story: Story, one: Expression, base: Moment, relation: Relation) -> Moment:
    """The weekday before a date or after it, as the relation says; or else as the sentence says, and where it
    does not say, the one before, but in a letter the one after.
    """
    day = base.first()
    weekday = relation.named.weekday if relation.named is not None else None
    gap = ((weekday or 0) - weekday_of(day)) % 7
    future = is_future(story.text, one.start, one.end, story.language)
    following = _day_after_weekday(story, one)
    if following is not None and weekday_of(following) == weekday:
        ahead = ordinal(following) - ordinal(day)
        if future is None or ahead == 0 or future is (ahead > 0) or _joins(story, one):
            return day_moment(following)
    if relation.amount > 0:
        return day_moment(shift_days(day, gap or 7))
    if relation.amount < 0:
        return day_moment(shift_days(day, gap - 7))
    within = _within_stretch(story, weekday or 0) if base is story.writing else None
    if within is not None:
        return within
    ahead = future or (future is None and (story.passage.kind == "letter" or _after_one_to_come(story, one)))
    if future is None and one.rule == "this":
        ahead = weekday_of(day) + gap <= _SUNDAY
    if ahead:
        return day_moment(shift_days(day, gap))
    return day_moment(shift_days(day, gap - 7 if gap else 0))


def _within_stretch(story: Story, weekday: int) -> Moment | None:
    """The weekday in the days that the passage named last, if these are no more than a week: "from 17 to 19
    August. On Saturday".
    """
    named = story.named
    if named is None or named.passage != story.number or not named.is_day() or named.counted:
        return None
    first, last = named.moment.first(), named.last.last()
    day = shift_days(first, (weekday - weekday_of(first)) % 7)
    return day_moment(day) if first < day <= last else None


def _day_after_weekday(story: Story, one: Expression) -> Day | None:
    """The day after a weekday that was named hardly more than a word before another: "on Friday and
    Saturday", "in the night from Saturday to Sunday".
    """
    beside = story.named
    if one.rule != "weekday" or beside is None or not beside.counted or beside.moment != beside.last:
        return None
    if not beside.is_day() or one.start - beside.place > _TO_NEXT_DAY:
        return None
    if ends_between(story.text, beside.place, one.start):
        return None
    return shift_days(beside.moment.first(), 1)


def _after_one_to_come(story: Story, one: Expression) -> bool:
    """Whether a weekday stands in a sentence after one that is to come: "Game 2 is Wednesday; the series
    moves west Friday".
    """
    beside, writing = story.named, story.writing
    if beside is None or writing is None or not beside.counted or not beside.is_day():
        return False
    to_come = beside.moment.first() > writing.first()
    return to_come and _WITHOUT_STOP.fullmatch(story.text, beside.place, one.start) is not None


def _joins(story: Story, one: Expression) -> bool:
    """Whether no more than two words stand between a weekday and the one named before: "for Monday and
    Tuesday", "between late Monday and early Tuesday".
    """
    beside = story.named
    return beside is not None and _TWO_DAYS.fullmatch(story.text, beside.place, one.start) is not None


def _weekend(story: Story, one: Expression, base: Moment) -> Moment:
    """The weekend of the week of a day, where the sentence speaks of what is to come or the day is in it; or
    else the one before.
    """
    ahead = shift_days(base.first(), 6 - weekday_of(base.first()))
    if is_future(story.text, one.start, one.end, story.language) or weekday_of(base.first()) > _FRIDAY:
        return containing(Unit.WEEKEND, ahead)
    return containing(Unit.WEEKEND, shift_days(ahead, -7))


def _named_near(named: Moment, base: Moment, amount: int) -> Moment | None:
    """The next, the last or this year's month, day or season of a name, seen from a date."""
    year, center = base.year or 0, ordinal(base.first())
    winter = named.unit is Unit.SEASON and named.number == _WINTER
    if amount > 0 and base.unit is Unit.YEAR and not winter:
        center = ordinal(base.last())  # "in 1947. The following spring": but the winter begins in it
    if amount == 0:
        return _in_year(named, year)
    # In January the winter before this one began two years ago by its number.
    candidates = [day for step in (-2, -1, 0, 1) if (day := _in_year(named, year + step)) is not None]
    if named.day is not None:
        candidates = [day for day in candidates if day.day == named.day]  # no 28th for a 29th
    if amount < 0:
        return next((day for day in reversed(candidates) if ordinal(day.last()) < center), None)
    return next((day for day in candidates if ordinal(day.first()) > center), None)


def _in_year(named: Moment, year: int) -> Moment | None:
    """A month, season, day or feast in a year; 29 February in others than leap years is the 28th. None for a
    feast that was not kept in it.
    """
    if named.time.startswith(FEAST):
        return feast_day(named.time.removeprefix(FEAST), year)
    if named.unit is Unit.DAY and not exists(year, named.number or 0, named.day or 0):
        return named._replace(year=year, day=28)
    return named._replace(year=year)
