"""Which moments an expression means in the story that is read."""

from __future__ import annotations

from edition.converter.forms.dates.calendar.feasts import FEAST
from edition.converter.forms.dates.expression import Anchor, Expression, Relation
from edition.converter.forms.dates.joining.units_around import IF_FUTURE, WEEKS_ON, weeks_from, within
from edition.converter.forms.dates.moment import (
    Moment,
    Unit,
    containing,
    day_moment,
    shifted,
)
from edition.converter.forms.dates.sentences.sentences import ends_between, follows
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future
from edition.converter.forms.dates.telling.far_years import says_to_come
from edition.converter.forms.dates.telling.in_general import is_said_in_general
from edition.converter.forms.dates.telling.left_behind import is_left_behind
from edition.converter.forms.dates.telling.missing_years import year_for
from edition.converter.forms.dates.telling.parts_of_years import part_that_is_meant
from edition.converter.forms.dates.telling.relative import related
from edition.converter.forms.dates.telling.short_years import century_is_known, with_century
from edition.converter.forms.dates.telling.story import Answer, Story
from edition.model import Certainty

_BESIDE = 40  # characters between two decades that are named together
_SAME_IN_A_YEAR = frozenset({Unit.SEASON, Unit.QUARTER, Unit.HALF, Unit.MONTH, Unit.WEEK})


def moments(story: Story, one: Expression) -> tuple[Answer, Moment | None] | None:
    """The first moment of an expression with what told it, and the last; None where nothing tells them."""
    first, last, source = one.first, one.last, -1
    certainty: Certainty | None = None
    of_decade = one.century_unsaid and first.unit is Unit.DECADE
    if of_decade and (_is_to_come(story, one) or not century_is_known(story)):
        return None  # "we should be back in the 80s"
    if one.century_unsaid:
        known = with_century(story, first, one.start)
        ends = last and with_century(story, last, one.start)
        if known is None or (last is not None and ends is None):
            return None
        first, source, certainty, _ = known
        last = ends and ends.moment
    if (first.year is None or one.relation is not None) and is_said_in_general(story, one):
        return None
    if one.relation is not None:
        answer = _related(story, one, one.relation)
        if answer is not None and last is not None and last == one.relation.named:
            return answer._replace(moment=_begins_before(first, answer.moment), last=None), answer.moment
        if answer is not None and last is not None and last.number is None and last.day is not None:
            last = answer.moment._replace(day=last.day)  # "from the 12th to the 15th"
        if answer is not None and last is not None and last.time:
            last = day_moment(answer.moment.first(), last.time)
        return None if answer is None else (answer, answer.last or last)
    if first.year is None and first.number is not None:
        year = year_for(story, one)
        if year is None:
            return None
        value, source = year
        certainty = Certainty.MEDIUM
        first, last = first._replace(year=value), last and last._replace(year=value)
        if last is not None and last.first() < first.first():
            last = last._replace(year=value + 1)
    return Answer(first, source, certainty), last


def _begins_before(first: Moment, last: Moment) -> Moment:
    """The first day, month or season of a stretch before its last: "from October to March last"."""
    if first.number is None:
        return last._replace(day=first.day)
    begin = first._replace(year=last.year)
    return begin if begin.first() <= last.first() else first._replace(year=(last.year or 0) - 1)


def _is_to_come(story: Story, one: Expression) -> bool:
    """Whether the sentence of a decade speaks of what is to come, in a text of its time, and does not only
    say which thing is meant, or name it beside another: "a slump like those of the 70s and the early 80s".
    """
    dates, named = story.language.dates, story.named
    of = tuple(word for word in dates.ranges.get("of", ()) if word not in dates.placing)
    if follows(story.text, one.start, of):
        return False
    beside = named is not None and named.moment.unit is Unit.DECADE and one.start - named.place <= _BESIDE
    if beside and named is not None and not ends_between(story.text, named.place, one.start):
        return False
    if story.writing is None or not is_future(story.text, one.start, one.end, story.language):
        return False
    return says_to_come(story, one)


def _related(story: Story, one: Expression, relation: Relation) -> Answer | None:
    """The moment of an expression by its relation; where it lies in a unit that is counted, with that unit
    found first.
    """
    if one.rule.endswith(IF_FUTURE) and not is_future(story.text, one.start, one.end, story.language):
        return None
    if not relation.within or relation.named is None:
        if _is_of_no_year(story, one, relation):
            return None
        answer = related(story, one, relation)
        return None if answer is not None and is_left_behind(story, one, relation, answer) else answer
    weekday = relation.named.weekday
    if weekday is not None and one.rule.startswith(WEEKS_ON):
        today = related(story, one, Relation(Anchor.WRITING, 0, Unit.DAY))
        return today and Answer(
            weeks_from(today.moment, weekday, relation.amount, story.style), today.source, Certainty.MEDIUM
        )
    named = relation.named
    if named.unit in _SAME_IN_A_YEAR and named.number is None:
        return _same_of_year(story, one, relation, named)
    around = related(story, one, relation._replace(named=None, within=False))
    if around is None:
        return None
    moment = within(named, around.moment)
    return around._replace(moment=moment) if moment is not None else None


def _same_of_year(story: Story, one: Expression, relation: Relation, named: Moment) -> Answer | None:
    """The month, quarter or week that was told, in another year: "in the same quarter of 2005"."""
    told = part_that_is_meant(story, one, named.unit)
    if told is None or told.last.unit < named.unit:
        return None
    year = named.year
    if year is None:
        around = related(story, one, relation._replace(named=None, within=False))
        year = around.moment.year if around is not None else None
    if year is None:
        return None
    day = told.last.first()
    if named.unit is not Unit.WEEK:
        moment = containing(named.unit, day)._replace(year=year)
    else:
        moment = containing(Unit.WEEK, shifted(day_moment(day), year - day[0], Unit.YEAR).first())
    return Answer(moment, told.place, Certainty.MEDIUM)


def _is_of_no_year(story: Story, one: Expression, relation: Relation) -> bool:
    """Whether a feast is told of a century or a decade, and so of no day: "au XVIIe siècle, à Pâques"."""
    latest = story.recent(one.start)
    named = relation.named
    if named is None or not named.time.startswith(FEAST) or latest is None:
        return False
    return story.writing is None and latest.moment.unit < Unit.YEAR
