"""The year in which a day or month without one is nearest to the day of writing."""

from __future__ import annotations

import re
from functools import cached_property

from edition.converter.forms.dates.calendar.styles import weekday_in
from edition.converter.forms.dates.expression import Expression, Portion, Stretch
from edition.converter.forms.dates.joining.quarters_ended import ENDED, has_ended
from edition.converter.forms.dates.moment import Moment, Unit, exists, ordinal
from edition.converter.forms.dates.sentences.contracts import is_traded
from edition.converter.forms.dates.sentences.put_off import is_meant_now, is_possible, is_put_off, leaning
from edition.converter.forms.dates.sentences.sentences import is_limit, is_reckoned
from edition.converter.forms.dates.sentences.tense_of_sentence import (
    begins_what_was,
    is_future,
    words_of_clause,
    words_to_end,
)
from edition.converter.forms.dates.telling.far_years import Said, says_far
from edition.converter.forms.dates.telling.nearest_days import follows_one_to_come, joins_one_to_come
from edition.converter.forms.dates.telling.story import Story
from edition.converter.forms.dates.telling.weekdays import dates_a_document
from edition.converter.forms.dates.telling.what_was import (
    goes_on,
    happened,
    is_told_after,
    is_told_on,
    was_done,
    was_last,
)

OF_THE_NEWS = frozenset({Unit.QUARTER, Unit.HALF})
# Days that a year counts as further away: on the other side of the day of writing than the sentence speaks of
# (less so for a day to come, as in "a dividend was declared for 1 May"), and where the weekday is another.
# Besides, where a clause tells right after its day what someone did, or right before it ("he died on
# Easter"), and where something is so since then.
_HAS_BEEN = 250
_YEAR = 366  # days
_AGAINST_TENSE, _DAY_TO_COME, _OTHER_WEEKDAY = 330, 180, 1000
_FAR_AHEAD = 100  # days, for what would be told in the tense of what is to come
_SENTENCE = 7  # words beside a date
_HOUR = re.compile(r"[\s,(]+(?P<leads>(?:[^\W\d_]{1,4} ){0,2})\d")  # the hour after a day on a bill
_LEANING = 150  # where it may be on either side, on the less likely one
# What is expected to be announced is of a quarter that is over, or of a month that has just ended.
_OVER_AGAINST_TENSE = {Unit.QUARTER: 100, Unit.HALF: 100, Unit.MONTH: 300}
_THIRD = 10  # days of a month
_QUARTER_SOON = 73  # days to one that begins soon, and from one that has long been over
_QUARTER_OVER = 200
_WORD_BEFORE = 12  # characters before a day in which one stands


def nearest_year(story: Story, one: Expression, writing: Moment) -> int:
    """The year in which a day or month is nearest to that of writing, on the side that the sentence says."""
    year, center = writing.year or 0, ordinal(writing.first())
    future, said, lean = _side(story, one, writing)
    of_document = dates_a_document(story, one.start)
    future = False if of_document else future
    late = one.portion is Portion.LATE and one.first.unit is Unit.MONTH
    beside, best, least = _Beside(story, one), year, None
    for candidate in (year, year - 1, year + 1):
        moment = one.first._replace(year=candidate)
        if moment.unit is Unit.DAY and not exists(candidate, moment.number or 0, moment.day or 0):
            continue
        ends = _end(one, moment, candidate)
        begin, end = ordinal(moment.first()), ordinal(ends.last())
        if late:
            begin = ordinal(moment.last()) - _THIRD  # "the end of December" is to come on the 5th
        distance = 0 if begin <= center <= end else min(abs(begin - center), abs(end - center))
        if future is True and end < center:
            by_then = not story.language.dates.up_to.isdisjoint(_word_before(story, one))
            distance += _AGAINST_TENSE if by_then else _OVER_AGAINST_TENSE.get(moment.unit, _AGAINST_TENSE)
        elif begin > center and (future is False or (future is None and _is_long_to(moment, begin - center))):
            of_thing = moment.unit is Unit.DAY and (one.rule != "feast" or story.is_written_to_someone)
            of_thing = (of_thing and not (future is False and beside.is_over)) or said is Said.VAGUELY
            distance += _DAY_TO_COME if of_thing else _AGAINST_TENSE
            distance += _HAS_BEEN if future is False and beside.is_told_after else 0
            distance += _YEAR if of_document else 0
        if future is None and begin - center > _FAR_AHEAD and beside.is_told:
            distance += _LEANING
        if (lean is True and end < center) or (lean is False and begin > center):
            distance += _LEANING
        if ends is not moment and end > center and _has_ended(one, begin, center, future=future):
            distance += _AGAINST_TENSE
        if not has_weekday(story, moment):
            distance += _OTHER_WEEKDAY
        # Asked only where the year before is not nearer anyway.
        if begin > center and future is not True and said and distance + begin - center < _YEAR:
            distance += _HAS_BEEN * ((future is False and beside.was) or beside.is_so_since)
        if least is None or distance < least:
            best, least = candidate, distance
    return best


def _has_ended(one: Expression, begin: int, center: int, *, future: bool | None) -> bool:
    """Whether a sentence says of a stretch that has begun that it is over; "the first nine months" are so
    anyway.
    """
    if one.rule == "first_months":
        return future is not True
    return future is False and begin <= center


def _is_long_to(part: Moment, days: int) -> bool:
    """Whether a half or quarter that begins in some days is not the one that news are of. A quarter is where
    the one a year before has been over for long: in June the third.
    """
    return part.unit is Unit.HALF or (part.unit is Unit.QUARTER and days >= _QUARTER_SOON)


def is_of_another_year(one: Expression, year: int, writing: Moment) -> bool:
    """Whether a quarter of the year before would have been over for so long that one of a firm's own year is
    meant: "profit fell in the fourth quarter", written in July.
    """
    if one.first.unit is not Unit.QUARTER or year == writing.year:
        return False
    return ordinal(writing.first()) - ordinal(one.first._replace(year=year).last()) > _QUARTER_OVER


def _side(story: Story, one: Expression, writing: Moment) -> tuple[bool | None, Said, bool | None]:
    """On which side of the day of writing a sentence says that a date is, how clearly, and on which it is
    rather, where that may be either.
    """
    text, language = story.text, story.language
    future, lean, said = is_future(text, one.start, one.end, language), None, Said.CLEARLY
    if is_put_off(text, one.start, one.end, language):
        future = True if is_meant_now(text, one.start, one.end, language) else None
        lean = leaning(text, one.start, one.end, language)
    if future is False and is_possible(text, one.start, language):
        future = None
    if future is not None:
        said = says_far(story, one, writing, future=future)
        future = future if said else None
    if future is None and (
        joins_one_to_come(story, one, writing) or follows_one_to_come(story, one, writing)
    ):
        future = True
    if one.rule in ENDED:
        ended = has_ended(text, one.end, language)
        future = False if ended else (future or None)  # "its year ending Sept. 30" may be over, or not
    if one.first.unit is Unit.MONTH and is_reckoned(text, one.start, one.end, language):
        future = None if future is True else False  # "which should help March results"
    if one.first.unit is Unit.MONTH and is_traded(text, one.start, one.end, language):
        future = True
    return future, said, lean


def _word_before(story: Story, one: Expression) -> list[str]:
    """The word before an expression, if there is one."""
    return story.text[max(0, one.start - _WORD_BEFORE) : one.start].lower().split()[-1:]


class _Beside:
    """What the words beside a day say of it, which is asked once for all years, and only where it tells."""

    def __init__(self, story: Story, one: Expression) -> None:
        self._story, self._one = story, one

    @cached_property
    def was(self) -> bool:
        """Whether a verb of what was stands right before it, or says when something last was."""
        return any(asked(self._story, self._one) for asked in (happened, was_last, was_done))

    @cached_property
    def is_told(self) -> bool:
        """Whether it stands in a whole sentence, and not on a bill ("Concert le 12 octobre à 20 h"), in a
        language with a tense for what is to come, which the sentence does not have.
        """
        story, one = self._story, self._one
        if not story.language.dates.would_endings or one.stretch is Stretch.PERIOD:
            return False
        hour, both = _HOUR.match(story.text, one.end), frozenset(story.language.dates.ranges.get("both", ()))
        on_bill = hour is not None and both.isdisjoint(hour["leads"].split())
        if on_bill or story.passage.kind == "head" or is_limit(story.text, one.start, story.language):
            return False
        before, _ = words_of_clause(story.text, one.start, one.end, story.language)
        return len(before) + len(words_to_end(story.text, one.end, story.language)) >= _SENTENCE

    @cached_property
    def is_so_since(self) -> bool:
        """Whether something is so since then: "da giugno"; not from then on: "a partire da giugno"."""
        story, since = self._story, self._story.language.dates.since
        is_since = any(word in since for word in _word_before(story, self._one))
        return is_since and not is_limit(story.text, self._one.start, story.language)

    @cached_property
    def is_over(self) -> bool:
        """Whether a sentence of what was says that it was so on a day, and not of what is to come on it."""
        story, one = self._story, self._one
        begins = begins_what_was(story.text, one.start, one.end, story.language)
        return begins or self.was or goes_on(story, one) or is_told_on(story, one)

    @cached_property
    def is_told_after(self) -> bool:
        """Whether a clause begins with it and tells what someone did."""
        return is_told_after(self._story, self._one)


def _end(one: Expression, first: Moment, year: int) -> Moment:
    """The last moment of a stretch that begins with another in a year, or that itself: what runs "from June 1
    to November 30" is of this year in August.
    """
    last = one.last
    if last is None or last.number is None or one.stretch is not Stretch.PERIOD:
        return first
    moved = last._replace(year=year)
    if moved.unit is Unit.DAY and not exists(year, moved.number or 0, moved.day or 0):
        return first
    return moved if moved.first() >= first.first() else first


def has_weekday(story: Story, moment: Moment) -> bool:
    """Whether a day is the weekday that the text says it is, if it says so."""
    if moment.weekday is None or moment.unit is not Unit.DAY:
        return True
    year, month, day = moment.first()
    return exists(year, month, day) and weekday_in((year, month, day), story.style) == moment.weekday
