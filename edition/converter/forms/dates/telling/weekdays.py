"""Which weekday or weekend is meant: by the tense of the sentence, or beside one that was named."""

from __future__ import annotations

import re
from itertools import pairwise

from edition.converter.forms.dates.calendar.styles import weekday_in
from edition.converter.forms.dates.expression import Expression, Relation
from edition.converter.forms.dates.moment import (
    Day,
    Moment,
    Unit,
    containing,
    day_moment,
    ordinal,
    shift_days,
    weekday_of,
)
from edition.converter.forms.dates.passages import OVER_LETTER
from edition.converter.forms.dates.sentences.events import has_happened
from edition.converter.forms.dates.sentences.sentences import (
    clause_ends_between,
    clause_has,
    ends_between,
    follows,
    is_limit,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import is_future
from edition.converter.forms.dates.telling.hours import only_hours
from edition.converter.forms.dates.telling.story import Story, Told
from edition.converter.forms.dates.telling.taken_up import takes_up_on_weekday
from edition.converter.forms.dates.telling.weekdays_in_turn import in_turn
from edition.converter.forms.speakers import words_of

_TO_NEXT_DAY = 24  # characters from a weekday to another that is the next day
# From a weekday to come to one of which no verb says when it was.
_WITHOUT_STOP = re.compile(r"[^.!?\n]{1,60}")
_ITEM = re.compile(r"(?:[^.;:\n]|(?<=\d)\.){1,30}:")  # the day of an item in a list
_TWO_DAYS = re.compile(r"[^\W\d_]+ (?:[^\W\d_]+|&) (?:[^\W\d_]+ )?")
_FRIDAY, _SUNDAY = 5, 7
_WEEK = 7  # days
_NEAR_DAYS = 3  # ahead of which "later on Tuesday" is said
_OF_A_WEEK = 60  # characters from a week to the weekday that says more of it
_WORDS_BEFORE_DAY = 3  # "on a cold"
_FEW = 8  # dates back among which some days are looked for
_TO_DATE = 40  # characters from a weekday to its date
_LETTER, _LETTER_WORDS = 40, 5  # characters and words back to the letter that was written on a day


def weekday_of_story(story: Story, one: Expression, base: Moment, relation: Relation) -> Moment:
    """The weekday before a date or after it, as the relation says; or else as the sentence says, and where it
    does not say, the one before, but in a letter the one after.
    """
    day = base.first()
    weekday = relation.named.weekday if relation.named is not None else None
    said = _said_after_hour(story, one, weekday or 0)
    if said is not None:
        return said
    later = in_turn(story, one, weekday or 0)
    if later is not None:
        return later
    gap = ((weekday or 0) - weekday_in(day, story.style)) % 7
    if takes_up_on_weekday(story, one):
        return day_moment(shift_days(day, gap))
    future = is_future(story.text, one.start, one.end, story.language)
    future = False if is_of_a_letter(story, one) else future
    if one.rule == "weekday" and future and has_happened(story.text, one.start, one.end, story.language):
        future = False
    if one.rule == "this" and future is False and is_limit(story.text, one.start, story.language):
        future = True  # "they gave him until this Sunday"
    following = _day_after_weekday(story, one)
    if following is not None and weekday_in(following, story.style) == weekday:
        ahead = ordinal(following) - ordinal(day)
        if future is None or ahead == 0 or future is (ahead > 0) or _joins(story, one):
            return day_moment(following)
    if relation.amount > 0 and not gap and one.rule == "weekday" and story.names_today:
        return day_moment(day)  # "killed Thursday at a rally set for Thursday"
    if relation.amount > 0:
        return day_moment(shift_days(day, (gap or _WEEK) + _WEEK * (relation.amount - 1)))
    if relation.amount < 0:
        return day_moment(shift_days(day, gap + _WEEK * relation.amount))
    if future and gap > _NEAR_DAYS and follows(story.text, one.start, story.language.dates.on_the_day):
        return day_moment(shift_days(day, gap - _WEEK))
    within = _within_stretch(story, weekday or 0, one.start, future=future) if base is story.writing else None
    if within is not None:
        return within
    of_week = _in_week_beside(story, one, weekday or 0)
    if of_week is not None:
        return of_week
    after = _after_one_to_come(story, one) or _goes_on_with_list(story, one)
    ahead = future or (future is None and (story.passage.kind == "letter" or after))
    if future is None and one.rule == "this":
        ahead = weekday_in(day, story.style) + gap <= _SUNDAY
    if ahead:
        return day_moment(shift_days(day, gap))
    return day_moment(shift_days(day, gap - 7 if gap else 0))


def _said_after_hour(story: Story, one: Expression, weekday: int) -> Moment | None:
    """The day of a weekday that stands after it in full, with no more than the hour between them: "Mardi
    soir, minuit [4 août 1846]".
    """
    dated = story.ahead
    if one.rule != "weekday" or dated is None or dated.last is not None or dated.first.unit is not Unit.DAY:
        return None
    if dated.start - one.end > _TO_DATE:
        return None
    gap = story.text[one.end : dated.start]
    over = story.passage.kind in ("dateline", OVER_LETTER)  # "Donnerstag. Münster, den 19. Nov. 1840."
    if "\n" in gap or not (over or only_hours(gap, story.language)):
        return None
    return dated.first if weekday_in(dated.first.first(), story.style) == weekday else None


def is_of_a_letter(story: Story, one: Expression) -> bool:
    """Whether a letter was written on a day, which is over then: "your letter of Friday"."""
    return dates_a_letter(story, one.start)


def dates_a_letter(story: Story, place: int) -> bool:
    """Whether the day at an offset is that of a letter, also after who wrote it: "Brief von Franz vom 9."."""
    dates, quoting = story.language.dates, story.language.quoting
    lead = words_of(story.text[max(0, place - _LETTER) : place])[-_LETTER_WORDS:]
    if len(lead) < 2 or lead[-2] in dates.letters:
        return len(lead) > 1
    if lead[-1] not in dates.names_its_thing:
        return False
    return any(
        word.lower() in dates.letters
        and (following in quoting.prepositions or following in dates.determiners)
        for word, following in pairwise(lead[:-1])
    )


def dates_a_document(story: Story, place: int) -> bool:
    """Whether the day or month at an offset is that of something written or said, which is over then."""
    dates = story.language.dates
    if not dates.documents:
        return False
    lead = story.text[max(0, place - _LETTER) : place].split()[-2:]
    if len(lead) < 2 or lead[1] in dates.placing or lead[1] not in dates.ranges.get("of", ()):
        return False
    return lead[0] in dates.documents or lead[0] in dates.letters


def _within_stretch(story: Story, weekday: int, place: int, *, future: bool | None) -> Moment | None:
    """The weekday in the days that the passage named last, if these are no more than a week: "from 17 to 19
    August. On Saturday"; also where it has named some of them since: "On Friday … On Sunday".
    """
    stretch = _stretch(story)
    if stretch is None or story.writing is None:
        return None
    first, last = stretch.moment.first(), stretch.last.last()
    if ordinal(last) - ordinal(first) >= _WEEK:
        return None  # it has the weekday more than once
    to_come = ordinal(first) > ordinal(story.writing.first())
    over = ordinal(last) < ordinal(story.writing.first())
    if (to_come and future is False) or (over and future is True) or _had_been_then(story, stretch, place):
        return None
    day = shift_days(first, (weekday - weekday_in(first, story.style)) % _WEEK)
    return day_moment(day) if day <= last and (day > first or stretch.moment != stretch.last) else None


def _had_been_then(story: Story, stretch: Told, place: int) -> bool:
    """Whether some days were told of what had been, and the clause of a weekday at `place` is of what was
    since: "vom 16. bis 18. Jänner hatte er noch gepatzt, am Sonntag wurde er Zweiter".
    """
    had, text = story.language.dates.had, story.text
    if not had or not clause_ends_between(text, stretch.place, place):
        return False
    return not set(had).isdisjoint(words_of(text[stretch.place : place])) and not clause_has(
        text, place, place, had
    )


def _stretch(story: Story) -> Told | None:
    """The days that the passage named last, but for such as lie in them."""
    named = story.named
    if named is None or named.passage != story.number or not named.is_day():
        return None
    if not named.counted:
        return named
    recent = (told for told in reversed(story.told[-_FEW:]) if not told.counted)
    stretch = next(recent, None)
    if stretch is None or stretch.passage != story.number or not stretch.is_day():
        return None
    since = [told for told in story.told[-_FEW:] if told.place > stretch.place]
    begins, ends = stretch.moment.first(), stretch.last.last()
    within = all(begins <= told.moment.first() and told.last.last() <= ends for told in [*since, named])
    return stretch if within else None


def _in_week_beside(story: Story, one: Expression, weekday: int) -> Moment | None:
    """The weekday of a week that was counted right before it and of which it says more: "last week, on
    Thursday", "ten years ago this week, on a cold Thursday".
    """
    beside, days = story.named, story.language.dates.before_day
    if one.rule != "weekday" or beside is None or beside.moment.unit is not Unit.WEEK or not beside.counted:
        return None
    between = story.text[beside.place : one.start]
    said, comma, lead = between.rpartition(",")
    words = lead.split()
    if not comma or len(between) > _OF_A_WEEK or set(said) & set(".,;:!?\n"):
        return None
    if not 0 < len(words) <= _WORDS_BEFORE_DAY or words[0] not in days or not lead.islower():
        return None
    return day_moment(shift_days(beside.moment.first(), weekday - 1))


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
    """Whether a weekday stands in a sentence after a day that is to come: "Game 2 is Wednesday; the series
    moves west Friday", "Game 2 is tonight, Game 3 Friday".
    """
    beside, writing = story.named, story.writing
    said_tonight = story.day is not None and (beside is None or story.day.place > beside.place)
    if said_tonight:
        beside = story.day
    if beside is None or writing is None or not beside.counted or not beside.is_day():
        return False
    to_come = ordinal(beside.moment.first()) - ordinal(writing.first()) >= (0 if said_tonight else 1)
    return to_come and _WITHOUT_STOP.fullmatch(story.text, beside.place, one.start) is not None


def _goes_on_with_list(story: Story, one: Expression) -> bool:
    """Whether a weekday heads an item of a list whose last item was of a day to come, or today: "Heute:
    Vortrag. Dienstag: Konzert".
    """
    day, writing = story.day, story.writing
    if (
        day is None
        or writing is None
        or day.passage != story.number
        or story.text[one.end : one.end + 1] != ":"
    ):
        return False
    return day.moment.first() >= writing.first() and _ITEM.match(story.text, day.place) is not None


def _joins(story: Story, one: Expression) -> bool:
    """Whether no more than two words stand between a weekday and the one named before: "for Monday and
    Tuesday", "between late Monday and early Tuesday".
    """
    beside = story.named
    return beside is not None and _TWO_DAYS.fullmatch(story.text, beside.place, one.start) is not None


def weekend_of_story(story: Story, one: Expression, base: Moment) -> Moment:
    """The weekend of the week of a day, where the sentence speaks of what is to come or the day is in it; or
    else the one before.
    """
    ahead = shift_days(base.first(), 6 - weekday_of(base.first()))
    future = is_future(story.text, one.start, one.end, story.language)
    this_one = one.rule == "this" and future is None and story.language.dates.weekend_ahead
    if future or this_one or weekday_of(base.first()) > _FRIDAY:
        return containing(Unit.WEEKEND, ahead)
    return containing(Unit.WEEKEND, shift_days(ahead, -7))
