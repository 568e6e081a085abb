"""What relative dates mean: counted from the day of writing, or from what was told."""

from __future__ import annotations

from dataclasses import replace

from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.feasts import feast_day
from edition.converter.forms.dates.moment import (
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
from edition.converter.forms.dates.sentences import is_future
from edition.converter.forms.dates.story import Answer, Story
from edition.model import Certainty

_THEN = 240  # characters back to which "at that time" can reach
_FEAST = "feast "  # begins the time of a day that is a feast


def related(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """The moment of an expression in the passage that is read, by its relation; None where nothing tells."""
    if relation.anchor is Anchor.EITHER:
        anchor = _anchor_of(story, one, relation.amount)
        if anchor is None:
            return None
        relation = replace(relation, anchor=anchor)
    if relation.anchor is Anchor.WRITING:
        return _from_writing(story, one, relation)
    if story.passage.kind == "head" and relation.named is None:
        return None  # "Ten years after" as a title
    if one.rule == "time":
        return _at_time(story, one)
    if one.rule == "then":
        return _then(story, one)
    if relation.anchor is Anchor.SAME:
        return _same(story, one, relation)
    return _from_told(story, one, relation)


def _anchor_of(story: Story, one: Expression, amount: int) -> Anchor | None:
    """From where a phrase counts that can count from both: from the day of writing where the text speaks of
    its own time. Where only the tense can say it ("через неделю") and does not, None.
    """
    if story.writing is None or (story.history and story.number not in story.present):
        return Anchor.TOLD if amount else Anchor.SAME
    if one.rule != "hence_or_later":
        return Anchor.WRITING
    future = is_future(story.text, one.start, one.end, story.language)
    return {True: Anchor.WRITING, False: Anchor.TOLD}.get(future) if future is not None else None


def _from_writing(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """So much before or after the day of writing: of the text, or of the quotation that is read."""
    base, place = story.writing, story.writing_place
    if story.passage.quotation >= 0:
        base, place = story.passage.written, story.passage.start
    if base is None:
        return None
    named, amount = relation.named, relation.amount
    if named is None:
        return Answer(_unit_away(base, amount, relation.unit), place, Certainty.HIGH)
    if named.weekday is not None:
        return Answer(_weekday(story, one, base, relation), place, Certainty.MEDIUM)
    if named.day is not None and named.number is None:
        month = shifted(containing(Unit.MONTH, base.first()), amount, Unit.MONTH)
        return Answer(Moment(Unit.DAY, month.year, month.number, named.day), place, Certainty.HIGH)
    near = _named_near(named, base, amount)
    return None if near is None else Answer(near, place, Certainty.HIGH)


def _from_told(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """So much later or earlier than the date told last."""
    named, amount, unit = relation.named, relation.amount, relation.unit
    needs_day = unit in (Unit.DAY, Unit.WEEK) or (named is not None and named.weekday is not None)
    told = story.recent_day(one.start) if needs_day else story.recent(one.start)
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
    return None if moment is None else Answer(moment, told.place, Certainty.MEDIUM)


def _same(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """In the unit of the date told last: "that year", "the 13th", a feast of that year."""
    named = relation.named
    needs_day = relation.unit is Unit.DAY or (
        named is not None and named.unit is Unit.DAY and named.number is not None
    )
    told = story.recent_day(one.start) if needs_day else story.recent(one.start)
    if told is None:
        return _near_writing(story, relation)
    base = told.last
    if named is None:
        moment = containing(relation.unit, base.first()) if base.unit >= relation.unit else None
    elif named.time.startswith(_FEAST):
        moment = feast_day(named.time.removeprefix(_FEAST), base.year)
    elif named.day is not None:
        month = base.first()[1]
        moment = Moment(Unit.DAY, base.year, month, named.day) if base.unit >= Unit.MONTH else None
    elif relation.unit is Unit.YEAR and named.weekday is None:
        moment = named._replace(year=base.year)
    else:
        moment = None
    return Answer(moment, told.place, Certainty.MEDIUM) if moment is not None else None


def _near_writing(story: Story, relation: Relation) -> Answer | None:
    """The day nearest to that of writing, where nothing else has been told: "the 13th" in a letter."""
    named, writing = relation.named, story.writing
    if named is None or writing is None:
        return None
    if named.time.startswith(_FEAST):
        key = named.time.removeprefix(_FEAST)
        days = [feast_day(key, (writing.year or 0) + step) for step in (0, -1, 1)]
    elif named.day is not None and relation.unit is Unit.MONTH:
        month = containing(Unit.MONTH, writing.first())
        months = [shifted(month, step, Unit.MONTH) for step in (0, -1, 1)]
        days = [
            Moment(Unit.DAY, month.year, month.number, named.day)
            for month in months
            if exists(month.year, month.number or 0, named.day)
        ]
    else:
        return None
    center = ordinal(writing.first())
    nearest = min(days, key=lambda day: abs(ordinal(day.first()) - center))
    return Answer(nearest, story.writing_place, Certainty.MEDIUM)


def _then(story: Story, one: Expression) -> Answer | None:
    """The date told last, whatever it was, if that was not long before."""
    latest = story.latest
    if latest is None or one.start - latest.place > _THEN:
        return None
    return Answer(latest.moment, latest.place, Certainty.LOW)


def _at_time(story: Story, one: Expression) -> Answer | None:
    """A time of the day told last, in the same passage or the one before."""
    told = story.recent_day(one.start)
    if told is None or story.number - told.passage > 1:
        return None
    return Answer(day_moment(told.moment.first(), one.first.time), told.place, Certainty.MEDIUM)


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
    if relation.amount > 0:
        return day_moment(shift_days(day, gap or 7))
    if relation.amount < 0:
        return day_moment(shift_days(day, gap - 7))
    future = is_future(story.text, one.start, one.end, story.language)
    if future or (future is None and story.passage.kind == "letter"):
        return day_moment(shift_days(day, gap))
    return day_moment(shift_days(day, gap - 7 if gap else 0))


def _named_near(named: Moment, base: Moment, amount: int) -> Moment | None:
    """The next, the last or this year's month, season or day of a month, seen from a date; None where no year
    close by has such a day.
    """
    year, center = base.year or 0, ordinal(base.first())
    if amount == 0:
        return named._replace(year=year)
    # In January the winter before this one began two years ago by its number.
    candidates = [named._replace(year=year + step) for step in (-2, -1, 0, 1)]
    if named.day is not None:
        candidates = [day for day in candidates if exists(day.year, day.number or 0, day.day or 0)]
    if amount < 0:
        return next((day for day in reversed(candidates) if ordinal(day.last()) < center), None)
    return next((day for day in candidates if ordinal(day.first()) > center), None)
