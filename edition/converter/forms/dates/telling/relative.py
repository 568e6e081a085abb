"""What relative dates mean: counted from the day of writing, or from what was told."""

from __future__ import annotations

from edition.converter.forms.dates.calendar.styles import new_style_of
from edition.converter.forms.dates.expression import PART_OF_DAY, Anchor, Expression, Relation
from edition.converter.forms.dates.joining.quarters_ended import ENDED
from edition.converter.forms.dates.moment import (
    Moment,
    Unit,
    containing,
    day_moment,
    ordinal,
    shift_days,
    shifted,
    weekday_of,
)
from edition.converter.forms.dates.sentences.sentences import (
    follows,
    in_brackets,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import (
    is_future,
    is_past_clause,
    tense_of_clause,
)
from edition.converter.forms.dates.telling.after_tomorrow import before_one_to_come, of_tomorrow
from edition.converter.forms.dates.telling.ages import counts_from_age
from edition.converter.forms.dates.telling.from_both import anchor_of
from edition.converter.forms.dates.telling.lasting import is_how_long
from edition.converter.forms.dates.telling.left_behind import (
    BESIDE_A_DAY,
    had_been_before,
    has_left,
    is_of_another_time,
    is_only_told_of,
)
from edition.converter.forms.dates.telling.nowadays import is_nowadays
from edition.converter.forms.dates.telling.parts_of_years import (
    MIDYEAR,
    NEW_YEAR,
    YEAR_END,
    midyear,
    new_year,
    part_a_year_before,
    same_part,
    year_before,
    year_end,
)
from edition.converter.forms.dates.telling.passing import is_of_thing_in_brackets
from edition.converter.forms.dates.telling.quoted_on_a_day import quoted_on
from edition.converter.forms.dates.telling.same_unit import in_same_sentence, in_same_unit, is_of_unknown_day
from edition.converter.forms.dates.telling.spans import span_ended
from edition.converter.forms.dates.telling.story import Answer, Story, Told
from edition.converter.forms.dates.telling.units_away import named_near, unit_away
from edition.converter.forms.dates.telling.weekdays import weekday_of_story, weekend_of_story
from edition.converter.forms.dates.telling.weeks_on_sunday import weeks_more
from edition.converter.forms.dates.telling.within_day import at_time, in_day
from edition.converter.languages import Language
from edition.model import Certainty

_BESIDE = 240  # characters back to a date in passing from which "14 years later" counts
_THEN = 240  # characters back to which "at that time" can reach
_FRIDAY, _WEEK = 5, 7
_DECADE = 10
_CENTURY = 100  # years between those of one story
_FOUR_FIGURES = 1000
_WINTER = 4  # the number of the season
_WINTER_ENDS, _SPRING_ENDS = 2, 5  # months
_LONG_PAST = 50  # years, with which nobody compares "this year" in passing
_REPORTED_BY = 4  # the month up to which a year before is reported


def related(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """The moment of an expression in the passage that is read, by its relation; None where nothing tells."""
    if relation.anchor is Anchor.EITHER:
        anchor = anchor_of(story, one, relation)
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
        return at_time(story, one)
    if one.rule == PART_OF_DAY:
        return in_day(story, one)
    if one.rule == "then":
        return _then(story, one)
    if one.rule in ENDED:
        return span_ended(story, one, relation)
    if one.rule == "year_before":
        return year_before(story, one)
    if one.rule in ("same_part", "part_of_year"):
        return same_part(story, one)
    if relation.anchor is Anchor.SAME:
        answer = in_same_unit(story, one, relation)
        if answer is not None and one.rule == YEAR_END:
            return year_end(story, one, answer)
        return midyear(story, one, answer) if answer is not None and one.rule == MIDYEAR else answer
    return _from_told(story, one, relation)


def _of_era(story: Story, one: Expression, number: int) -> Answer | None:
    """A year of three figures without its era, in a story of years of three figures that are near to it."""
    told = story.recent_year(one.start)
    near = told.moment.year or 0 if told is not None else _FOUR_FIGURES
    year = number if near > 0 else 1 - number
    if told is None or near >= _FOUR_FIGURES or abs(near - year) > _CENTURY:
        return None
    return Answer(Moment(Unit.YEAR, year), told.place, Certainty.MEDIUM)


def _from_writing(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """So much before or after the day of writing: of the text, or of the quotation that is read."""
    base, place = story.writing, story.writing_place
    if story.passage.quotation >= 0:
        base, place = story.passage.written, story.passage.start
    elif (quoted := quoted_on(story, one.start)) is not None:
        base, place = quoted.moment, quoted.place
    if base is None or is_nowadays(story, one) or _lasted(story, one):
        return None
    named, amount = relation.named, relation.amount
    if relation.unit in (Unit.WEEK, Unit.WEEKEND) and named is None:
        base = new_style_of(base, story.style)
    if one.rule == "weekend" or (one.rule == "this" and relation.unit is Unit.WEEKEND):
        return Answer(weekend_of_story(story, one, base), place, Certainty.MEDIUM)
    if one.rule == "ago_to_the_day":
        return Answer(_to_the_day(story, one, relation, base), place, Certainty.HIGH)
    if named is None:
        if one.rule.startswith(NEW_YEAR):
            turn = new_year(base)
            return None if turn is None else Answer(turn, place, Certainty.HIGH)
        if one.rule == "this" and relation.unit is Unit.YEAR and (of_annals := _year_of_annals(story, base)):
            return of_annals
        if one.rule == "reported" and _tells_of_one_before(story, one, base, relation.unit):
            amount -= 1
        if relation.unit is Unit.WEEKEND and amount > 0 and weekday_of(base.first()) <= _FRIDAY:
            amount -= 1  # the next one is that of this week
        amount += weeks_more(story, one, relation, base)
        return Answer(unit_away(base, amount, relation.unit), place, Certainty.HIGH)
    if named.weekday is not None:
        return Answer(weekday_of_story(story, one, base, relation), place, Certainty.MEDIUM)
    if named.day is not None and named.number is None:
        month = shifted(containing(Unit.MONTH, base.first()), amount, Unit.MONTH)
        return Answer(Moment(Unit.DAY, month.year, month.number, named.day), place, Certainty.HIGH)
    near = named_near(named, base, amount)
    if near is not None and not amount and _is_winter_before(story, one, near, base):
        near = shifted(near, -1, Unit.YEAR)
    return None if near is None else Answer(near, place, Certainty.HIGH)


def _year_of_annals(story: Story, base: Moment) -> Answer | None:
    """The year long past with which a passage begins, as the entries of a chronicle do: "1591 – Auch hier
    sind in diesem Jahr"; None for other passages.
    """
    told = story.named
    if told is None or told.moment.unit is not Unit.YEAR or told.place - story.passage.start > 1:
        return None
    if told.place < story.passage.start or (base.year or 0) - (told.moment.year or 0) < _LONG_PAST:
        return None
    return Answer(told.moment, told.place, Certainty.MEDIUM)


def _to_the_day(story: Story, one: Expression, relation: Relation, base: Moment) -> Moment:
    """The day so many years from that of writing, or the week, month or season then that is near to it: "ten
    years ago last week".
    """
    near, day = relation.near, base.first()
    answer = _from_writing(story, one._replace(rule=""), near) if near is not None else None
    if near is None or answer is None:
        return shifted(day_moment(day), relation.amount, relation.unit)
    if near.unit is Unit.WEEK:
        day = shift_days(day, _WEEK * near.amount)
    elif near.amount or near.named is not None:
        day = answer.moment.first()
    then = shifted(day_moment(day), relation.amount, relation.unit)
    return containing(answer.moment.unit, then.first())


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


def _lasted(story: Story, one: Expression) -> bool:
    """Whether "in zwei Wochen" is how long something took, in a sentence of what was; or "vor zwei Wochen"
    how long it will take, in one of what is to come: "vor drei Monaten wird er nicht gehen".
    """
    if not story.language.dates.capital_nouns:
        return False
    if one.rule == "ago":
        return tense_of_clause(story.text, one.start, one.end, story.language) is True
    return one.rule == "hence" and is_past_clause(story.text, one.start, one.end, story.language)


def _from_told(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """So much later or earlier than the date told last."""
    named, amount, unit = relation.named, relation.amount, relation.unit
    if one.rule == "earlier" and amount == -1 and unit is Unit.YEAR:
        part = part_a_year_before(story, one)
        if part is not None:
            return part
    needs_day = unit in (Unit.DAY, Unit.WEEK) or (named is not None and named.weekday is not None)
    told = story.recent_day(one.start) if needs_day else story.recent(one.start)
    if needs_day:
        told = _day_of_entry(story, told) or told
    if (
        needs_day
        and told is not None
        and (told.place < story.unknown_day or is_only_told_of(story, told, one))
    ):
        return None  # "On Tuesday he came. The next day …"
    if needs_day and told is not None and has_left(story, told):
        return None
    beside = story.named
    if needs_day and told is not None and beside is not None and is_of_another_time(story, beside, told):
        return None
    if beside is not None and (beside.is_day() or not needs_day):
        near = one.start - beside.place <= _BESIDE and _named_since(story, beside, told, unit)
        near = near and not had_been_before(story, beside, one)
        near = near or in_same_sentence(story, beside, one)
        told = beside if near and not is_of_thing_in_brackets(story, beside, one) else told
    told = of_tomorrow(story, one, told) or told
    told = before_one_to_come(story, one, told) or told
    if one.rule == "following" and told is not None and is_of_unknown_day(story, told, one):
        return None
    if amount == 1 and _is_from_now_on(story, one, told, relation):
        return None
    if told is None or told.place < story.unknown:
        return None  # "Last spring she joined a club that had been founded ten years earlier"
    if (not needs_day and counts_from_age(story, told, one)) or is_how_long(story, one):
        return None
    base = told.last if amount > 0 else told.moment
    if one.rule == "told" and amount == 1 and _is_after_its_night(story, told, one):
        return Answer(base, told.place, Certainty.MEDIUM)
    moment: Moment | None
    if named is not None and base.unit < Unit.YEAR:
        return None  # "In the fifties he taught. The following May he fell ill"
    if named is not None and named.weekday is not None:
        moment = weekday_of_story(story, one, base, relation)
    elif named is not None:
        moment = named_near(named, base, amount)
    elif base.unit is Unit.DECADE and unit is Unit.YEAR and not amount % _DECADE:
        moment = shifted(base, amount // _DECADE, Unit.DECADE)
    elif base.unit < unit or (unit is Unit.DECADE and _is_over(story, one)):
        return None  # "over the next decade" are the ten years from then
    else:
        moment = unit_away(base, amount, unit)
    if moment is None or _is_yet_to_come(story, one, base, moment):
        return None
    return Answer(moment, told.place, Certainty.MEDIUM)


def _is_from_now_on(story: Story, one: Expression, told: Told | None, relation: Relation) -> bool:
    """Whether "the next year" is the time from the day of writing on, in a sentence of what is to come: "most
    of it will be paid in the next year".
    """
    if story.writing is None or told is None or relation.named is not None or relation.unit is Unit.DAY:
        return False
    if one.rule != "following" or told.last.last() > story.writing.last():
        return False
    if story.history and story.number not in story.present:
        return False
    return is_future(story.text, one.start, one.end, story.language) is True


def _is_over(story: Story, one: Expression) -> bool:
    """Whether "the next decade" is the ten years from a date on: "over the next decade"."""
    return follows(story.text, one.start, story.language.dates.over)


def _is_after_its_night(story: Story, told: Told, one: Expression) -> bool:
    """Whether "the next morning" is that of the day told last, which was named with the night before it: "in
    der Nacht auf den 7. November".
    """
    dates = story.language.dates
    said = story.text[one.start : one.end].split()[-1]
    if not dates.night_before or said not in dates.units.get("night", ()):
        return False
    return follows(story.text, told.place, dates.night_before)


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
    if story.writing is None:
        return False
    now = ordinal(story.writing.last())
    if one.rule in BESIDE_A_DAY:  # "am 3. Mai tagt man. Die Aktie, die am Vortag gefallen war"
        ahead = ordinal(later.first()) > now and not story.entries
        return ahead and is_future(*_where(story, one)) is False
    if one.rule not in ("later", "earlier"):
        return False
    if ordinal(later.first()) <= now:
        return False
    future = is_future(*_where(story, one))
    if one.rule == "later" and ordinal(base.first()) > now:
        return future is False  # "The sixth game would be on Saturday. He hurt his knee two days later"
    # "bis Mai. Drei Monate vorher hatte er"; but "drei Monate vorher" alone may be to come as May is.
    return future is False if one.rule == "earlier" else future is not True


def _where(story: Story, one: Expression) -> tuple[str, int, int, Language]:
    return story.text, one.start, one.end, story.language


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
    of_now = told.counted and not told.explicit and not told.goes_on
    return beside.place > told.place and (told.moment.unit < unit or forward or elsewhere or of_now)


def _then(story: Story, one: Expression) -> Answer | None:
    """The date told last, whatever it was, if that was not long before."""
    latest = story.latest
    if latest is None or one.start - latest.place > _THEN:
        return None
    return Answer(latest.moment, latest.place, Certainty.LOW)
