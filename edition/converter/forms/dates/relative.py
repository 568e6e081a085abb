"""What relative dates mean: counted from the day of writing, or from what was told."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.feasts import FEAST, feast_day
from edition.converter.forms.dates.moment import (
    Moment,
    Unit,
    containing,
    day_moment,
    exists,
    ordinal,
    shifted,
    weekday_of,
)
from edition.converter.forms.dates.same_unit import in_same_sentence, in_same_unit
from edition.converter.forms.dates.sentences import (
    follows,
    in_brackets,
    is_future,
    is_past_clause,
    sentence_has_before,
)
from edition.converter.forms.dates.story import Answer, Story, Told
from edition.converter.forms.dates.styles import new_style_of
from edition.converter.forms.dates.weekdays import weekday_of_story, weekend_of_story
from edition.model import Certainty

_BESIDE = 240  # characters back to a date in passing from which "14 years later" counts
_THEN = 240  # characters back to which "at that time" can reach
_FRIDAY = 5
_BEFORE_NIGHT = 16  # characters: "bis heute Nachmittag"
_LONG_PAST = 3  # years
_FEW = 16  # dates back among which it is looked for
_YEAR_BEFORE = 1200  # characters back to the quarter of which one is the "year-earlier quarter"
_PARTS_OF_YEARS = frozenset({Unit.HALF, Unit.QUARTER})
_YEARS_AND_PARTS = frozenset({Unit.YEAR, Unit.HALF, Unit.QUARTER, Unit.MONTH})
_CENTURY = 100  # years between those of one story
_FOUR_FIGURES = 1000
_WINTER = 4  # the number of the season
_WINTER_ENDS, _SPRING_ENDS = 2, 5  # months
_REPORTED_BY = 4  # the month up to which a year before is reported


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
    if one.rule == "year_before":
        return _year_before(story, one)
    if one.rule in ("same_part", "part_of_year"):
        return _same_part(story, one)
    if relation.anchor is Anchor.SAME:
        return in_same_unit(story, one, relation)
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
        if beside is not None and _goes_on_to_now(story, one, beside):
            return Anchor.WRITING
        here = beside is not None and beside.explicit and in_same_sentence(story, beside, one)
        return Anchor.TOLD if here else Anchor.WRITING
    if one.rule != "hence_or_later":
        return Anchor.WRITING
    future = is_future(story.text, one.start, one.end, story.language)
    return {True: Anchor.WRITING, False: Anchor.TOLD}.get(future) if future is not None else None


def _goes_on_to_now(story: Story, one: Expression, beside: Told) -> bool:
    """Whether a year that is joined by "and" to one long past is that before the day of writing: "das 1969
    bezogen und im Vorjahr erweitert wurde".
    """
    if story.writing is None or (story.writing.year or 0) - (beside.moment.year or 0) < _LONG_PAST:
        return False
    lead = story.text[max(0, one.start - _BEFORE_NIGHT) : one.start].split()
    return bool(lead) and lead[-1] in story.language.dates.ranges.get("and", ())


def _from_writing(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """So much before or after the day of writing: of the text, or of the quotation that is read."""
    base, place = story.writing, story.writing_place
    if story.passage.quotation >= 0:
        base, place = story.passage.written, story.passage.start
    if base is None or _is_nowadays(story, one) or _lasted(story, one):
        return None
    named, amount = relation.named, relation.amount
    if relation.unit in (Unit.WEEK, Unit.WEEKEND) and named is None:
        base = new_style_of(base, story.style)
    if one.rule == "weekend" or (one.rule == "this" and relation.unit is Unit.WEEKEND):
        return Answer(weekend_of_story(story, one, base), place, Certainty.MEDIUM)
    if one.rule == "ago_to_the_day":
        day = shifted(day_moment(base.first()), amount, relation.unit)
        return Answer(containing(named.unit if named else Unit.DAY, day.first()), place, Certainty.HIGH)
    if named is None:
        if one.rule == "reported" and _tells_of_one_before(story, one, base, relation.unit):
            amount -= 1
        if relation.unit is Unit.WEEKEND and amount > 0 and weekday_of(base.first()) <= _FRIDAY:
            amount -= 1  # the next one is that of this week
        return Answer(_unit_away(base, amount, relation.unit), place, Certainty.HIGH)
    if named.weekday is not None:
        return Answer(weekday_of_story(story, one, base, relation), place, Certainty.MEDIUM)
    if named.day is not None and named.number is None:
        month = shifted(containing(Unit.MONTH, base.first()), amount, Unit.MONTH)
        return Answer(Moment(Unit.DAY, month.year, month.number, named.day), place, Certainty.HIGH)
    near = _named_near(named, base, amount)
    if near is not None and not amount and _is_winter_before(story, one, near, base):
        near = shifted(near, -1, Unit.YEAR)
    return None if near is None else Answer(near, place, Certainty.HIGH)


def _tells_of_one_before(story: Story, one: Expression, base: Moment, unit: Unit) -> bool:
    """Whether a report in the first months of a year tells of the year before ("for the year, it earned"), or
    one before Friday of the week before.
    """
    if unit is Unit.WEEK:
        return weekday_of(base.first()) < _FRIDAY
    if base.first()[1] > _REPORTED_BY:
        return False
    return is_future(story.text, one.start, one.end, story.language) is not True


def _is_winter_before(story: Story, one: Expression, near: Moment, base: Moment) -> bool:
    """Whether "this winter" is that which began in the year before: in its last months, and in spring where
    nothing is to come.
    """
    if near.unit is not Unit.SEASON or near.number != _WINTER or base.first()[1] > _SPRING_ENDS:
        return False
    within = base.first()[1] <= _WINTER_ENDS
    return within or is_future(story.text, one.start, one.end, story.language) is not True


def _is_nowadays(story: Story, one: Expression) -> bool:
    """Whether "today" only stands against another time, and is no day: "damals 912 Einwohner, heute 714"."""
    dates = story.language.dates
    if one.rule != "deictic" or one.relation is None or one.relation.amount:
        return False
    if dates.once and sentence_has_before(story.text, one.start, dates.once):
        return True
    if story.text[one.start : one.end].lower() not in dates.nowadays or story.passage.kind == "letter":
        return False
    if follows(story.text, one.start, dates.to_this_day):
        following = story.text[one.end : one.end + _BEFORE_NIGHT].split()
        return not following or following[0].strip(".,;") not in dates.units.get("night", ())
    if not _is_after_long_past(story, one) or is_past_clause(story.text, one.start, one.end, story.language):
        return False
    return is_future(story.text, one.start, one.end, story.language) is not True


def _is_after_long_past(story: Story, one: Expression) -> bool:
    """Whether a year long past was named right before: "1961 ging der Sohn. Heute lebt das Dorf"."""
    named, writing = story.named, story.writing
    if named is None or writing is None or one.start - named.place > _BESIDE or story.entries:
        return False
    long_past = (writing.year or 0) - (named.last.year or 0) >= _LONG_PAST
    return named.moment.unit <= Unit.YEAR and long_past


def _lasted(story: Story, one: Expression) -> bool:
    """Whether "in zwei Wochen" is how long something took, in a sentence of what was."""
    if one.rule != "hence" or not story.language.dates.capital_nouns:
        return False
    return is_past_clause(story.text, one.start, one.end, story.language)


def _from_told(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """So much later or earlier than the date told last."""
    named, amount, unit = relation.named, relation.amount, relation.unit
    if one.rule == "earlier" and amount == -1 and unit is Unit.YEAR:
        part = _part_a_year_before(story, one)
        if part is not None:
            return part
    needs_day = unit in (Unit.DAY, Unit.WEEK) or (named is not None and named.weekday is not None)
    told = story.recent_day(one.start) if needs_day else story.recent(one.start)
    if needs_day:
        told = _day_of_entry(story, told) or told
    if needs_day and told is not None and told.place < story.unknown_day:
        return None  # "On Tuesday he came. The next day …"
    beside = story.named
    if beside is not None and (beside.is_day() or not needs_day):
        near = one.start - beside.place <= _BESIDE and _named_since(story, beside, told, unit)
        told = beside if near or in_same_sentence(story, beside, one) else told
    if told is None or told.place < story.unknown:
        return None  # "Last spring she joined a club that had been founded ten years earlier"
    base = told.last if amount > 0 else told.moment
    moment: Moment | None
    if named is not None and named.weekday is not None:
        moment = weekday_of_story(story, one, base, relation)
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
    not, in a sentence that speaks of nothing to come; or "three months earlier", in one of what was.
    """
    if one.rule not in ("later", "earlier") or story.writing is None:
        return False
    now = ordinal(story.writing.last())
    if ordinal(later.first()) <= now or (one.rule == "later" and ordinal(base.first()) > now):
        return False
    future = is_future(story.text, one.start, one.end, story.language)
    # "bis Mai. Drei Monate vorher hatte er"; but "drei Monate vorher" alone may be to come as May is.
    return future is False if one.rule == "earlier" else future is not True


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


def _then(story: Story, one: Expression) -> Answer | None:
    """The date told last, whatever it was, if that was not long before."""
    latest = story.latest
    if latest is None or one.start - latest.place > _THEN:
        return None
    return Answer(latest.moment, latest.place, Certainty.LOW)


def _year_before(story: Story, one: Expression) -> Answer | None:
    """The year or part of one that was told last by itself, a year before: "the year-earlier quarter"."""
    for told in reversed(story.told[-_FEW:]):
        if told.counted or told.moment.unit not in _YEARS_AND_PARTS or told.moment != told.last:
            continue
        if one.first.unit not in (Unit.YEAR, told.moment.unit) or one.start - told.place > _YEAR_BEFORE:
            return None
        return Answer(shifted(told.moment, -1, Unit.YEAR), told.place, Certainty.MEDIUM)
    return None


def _same_part(story: Story, one: Expression) -> Answer | None:
    """The quarter that was told last, if that was not long before; or that part of a year that is said:
    "the 1988 period".
    """
    kinds = _PARTS_OF_YEARS if one.rule == "part_of_year" else {one.first.unit}
    parts = (told for told in reversed(story.told[-_FEW:]) if told.moment.unit in kinds)
    told = next((told for told in parts if not told.counted), None)
    if told is None or one.start - told.place > _YEAR_BEFORE:
        # "the 1988 period" is in that year in any case.
        return Answer(one.first, -1, None) if one.first.year is not None else None
    moment = told.moment if one.first.year is None else told.moment._replace(year=one.first.year)
    return Answer(moment, told.place, Certainty.MEDIUM)


def _part_a_year_before(story: Story, one: Expression) -> Answer | None:
    """The quarter or half year of which a passage tells, a year before: "profit in the quarter rose from
    4 million a year earlier". None where it tells of several, or has named a year since.
    """
    here = [told for told in story.told[-_FEW:] if told.passage == story.number]
    parts = {told.moment: told for told in here if told.moment.unit in _PARTS_OF_YEARS}
    if len(parts) != 1:
        return None
    ((moment, told),) = parts.items()
    if any(other.moment.unit is Unit.YEAR and other.place > told.place for other in here):
        return None
    return Answer(shifted(moment, -1, Unit.YEAR), told.place, Certainty.MEDIUM)


def _at_time(story: Story, one: Expression) -> Answer | None:
    """A time of the day told last, in the same passage or the one before, if no other date stands between."""
    told, named = story.day, story.named
    if told is None or story.number - told.passage > 1 or told.moment != told.last:
        return None
    if told.place < story.unknown_day:
        return None
    if named is not None and named.place > told.place and not _is_in_passing(story, named):
        return None
    if told.passage != story.number and _is_on_the_other_side(story, one, told):
        return None
    return Answer(day_moment(told.moment.first(), one.first.time), told.place, Certainty.MEDIUM)


def _is_in_passing(story: Story, named: Told) -> bool:
    """Whether a date leaves the day of a story as it is: one on which something was only said, or a year
    since when something is so.
    """
    if named.place == story.said_on:
        return True
    return named.moment.unit is Unit.YEAR and follows(story.text, named.place, story.language.dates.since)


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


def _named_near(named: Moment, base: Moment, amount: int) -> Moment | None:
    """The next, the last or this year's month, day or season of a name, seen from a date."""
    year, center = base.year or 0, ordinal(base.first())
    winter = named.unit is Unit.SEASON and named.number == _WINTER
    if amount > 0 and base.unit is Unit.YEAR and not winter:
        center = ordinal(base.last())  # "in 1947. The following spring": but the winter begins in it
    if amount == 0:
        return _in_year(named, year)
    # In January the winter before this one began two years ago by its number.
    reach = abs(amount)  # "the summer before last" is the second before a date
    steps = range(-1 - reach, 1 + reach)
    candidates = [day for step in steps if (day := _in_year(named, year + step)) is not None]
    if named.day is not None:
        candidates = [day for day in candidates if day.day == named.day]  # no 28th for a 29th
    if amount < 0:
        before = [day for day in reversed(candidates) if ordinal(day.last()) < center]
        return before[reach - 1] if len(before) >= reach else None
    after = [day for day in candidates if ordinal(day.first()) > center]
    return after[reach - 1] if len(after) >= reach else None


def _in_year(named: Moment, year: int) -> Moment | None:
    """A month, season, day or feast in a year; 29 February in others than leap years is the 28th. None for a
    feast that was not kept in it.
    """
    if named.time.startswith(FEAST):
        return feast_day(named.time.removeprefix(FEAST), year)
    if named.unit is Unit.DAY and not exists(year, named.number or 0, named.day or 0):
        return named._replace(year=year, day=28)
    return named._replace(year=year)
