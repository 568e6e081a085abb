"""Years for dates without one, and centuries for years of two figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit, exists, ordinal
from edition.converter.forms.dates.nearest_years import OF_THE_NEWS, has_weekday, nearest_year
from edition.converter.forms.dates.ranges import BESIDE_ITS_DATE
from edition.converter.forms.dates.same_unit import only_began
from edition.converter.forms.dates.sentences import (
    begins_clause,
    begins_sentence,
    clause_ends_between,
    clause_has,
    ends_between,
    follows,
    in_relative_clause,
    is_future,
    is_set_apart,
    tells_of_before,
)
from edition.converter.forms.dates.story import Answer, Story, Told
from edition.converter.forms.dates.years_in_news import goes_on_to_come, is_said_of_now, year_of_then
from edition.converter.languages import Language
from edition.model import Certainty

_ABOUT_TO_BEGIN = 5  # years after which a decade begins that is named already
_FORESEEN = 10  # years to come of which one speaks by two figures
_SHORT_YEARS_SINCE = 1700  # two figures are a year of these centuries
_DEFAULT_CENTURY = 1850  # two figures without any other year: the hundred years from here, and doubtful
_WINTER = 4  # the number of the season
_FAR_YEARS = 3  # a text most of whose years lie further back than this tells history
_BACK, _FORTH = 7, 10  # months by which a story goes back or forth within a year
_YEARS_TO_A_DAY = 4  # years for each "on Thursday" up to which a text is news of its day
_BESIDE = 300  # characters back to which a year reaches in texts that tell no story
_MOST_BOUNDS = 12  # years between those that a heading names, for it to say something of each date
_ABOUT_A_WEEK = 7  # days by which "two weeks later" is inexact
_APPOSED = re.compile(r"[^,;:.!?\n]{1,24},\s(?:[^\W\d_]+(?:\s|['’]))?")  # a year, and what says more of it
_FIGURES = 4  # of a year
_GOES_FORTH = 25  # years by which a story rather goes on to a decade than back
_JOINED = 12  # characters between two days that share their year
_RIGHT_BEFORE = 60  # days
_AFTER_DAYS = 40  # characters between "two weeks later" and the day that it is


def years_written(expressions: Iterable[Expression]) -> list[int]:
    """The years that are written out, from the time on in which years were shortened, in order."""
    firsts = (one.first for one in expressions if one.absolute)
    years = (first.year for first in firsts if first.unit >= Unit.YEAR)
    return sorted(year for year in years if year is not None and year >= _SHORT_YEARS_SINCE)


def tells_history(
    years: Sequence[int], writing: Moment | None, days_of_now: int, *, begins_now: bool
) -> bool:
    """Whether a text with these years, in order, tells of times long before it was written, so that its dates
    go by each other. News of a firm founded long ago has many such years, too, but about as many of the
    dates that count back from its own day ("on Thursday", "last week"), of which there are `days_of_now`; the
    fewer of them will do where the first passage with dates has one (`begins_now`), as in news.
    """
    if writing is None:
        return True
    if days_of_now * _YEARS_TO_A_DAY * (1 + begins_now) >= len(years):
        return False
    return len(years) > 2 and (writing.year or 0) - _middle(years) > _FAR_YEARS


def _middle(years: Sequence[int]) -> int:
    return years[len(years) // 2]


def with_century(story: Story, moment: Moment, place: int = -1) -> Answer:
    """A moment in a year of two figures with its century: the one nearest to the years that are known. A
    decade with which a sentence begins, at `place`, is not before what was told.
    """
    short = (moment.year or 0) % 100
    latest = story.latest
    if story.writing is not None:
        near, source, certainty = story.writing.year or 0, story.writing_place, Certainty.HIGH
    elif latest is not None:
        # A decade is that nearest to the end of another: "in the 1870s … in the twenties".
        two_decades = moment.unit is latest.last.unit is Unit.DECADE
        near = latest.last.last()[0] if two_decades else latest.moment.year or 0
        if (
            not two_decades
            and moment.unit is Unit.DECADE
            and place >= 0
            and begins_sentence(story.text, place)
        ):
            near += _GOES_FORTH
        source, certainty = latest.place, Certainty.HIGH
    elif story.years:
        near, source, certainty = _middle(story.years), -1, Certainty.MEDIUM
    else:
        year = _DEFAULT_CENTURY + (short - _DEFAULT_CENTURY) % 100
        return Answer(moment._replace(year=year), -1, Certainty.LOW)
    years = (near // 100 * 100 + step + short for step in (-100, 0, 100))
    if story.writing is not None:
        ahead = _ABOUT_TO_BEGIN if moment.unit is Unit.DECADE else _FORESEEN
        years = (year for year in years if year <= near + ahead)  # "the forties" of 1998 are past
    year = min(years, key=lambda year: (abs(year - near), year))
    return Answer(moment._replace(year=year), source, certainty)


def year_for(story: Story, one: Expression) -> tuple[int, int] | None:
    """The year of an expression without one, and the offset of the date that told it; None for neither.

    It is that nearest to the day of writing, or the one that the story has come to.
    """
    writing, told = story.writing, story.recent_year(one.start)
    beside = story.named
    counted_year = beside is not None and beside.moment.unit is Unit.YEAR
    if (
        beside is not None
        and counted_year
        and (
            _same_clause(story, beside, one)
            or _is_apposed(story, beside, one)
            or _is_in_its_clause(story, beside, one)
        )
    ):
        return _with_its_winter(story, one, beside.moment.year or 0), beside.place
    counted = _year_of_counted(story, one)
    if counted is not None:
        return counted
    then = year_of_then(story, one)
    if then is not None:
        return then
    if one.rule.endswith(BESIDE_ITS_DATE) and beside is not None and beside.moment[2:4] == one.first[2:4]:
        return beside.moment.year or 0, beside.place
    if _shares_year(story, one) and story.ahead is not None:
        return story.ahead.first.year or 0, story.ahead.start
    if one.start in story.entries and writing is not None:
        return _next_entry(story, one, writing), story.writing_place
    if one.start in story.entries and one.start > min(story.entries):
        return None  # the entry before has no year, and one that it names in passing is another
    if story.passage.quotation >= 0 and told is None:
        written = story.passage.written
        return ((written.year or 0), story.passage.start) if written is not None else None
    if writing is None and story.of_today and told is not None and one.start - told.place > _BESIDE:
        return None  # a debate whose day is not known has years of many times in passing
    if (
        writing is None
        and story.number in story.present
        and (told is None or told.place < story.spoke_of_now)
    ):
        return None  # news of a year that is not said
    if writing is None or story.passage.quotation >= 0:
        return (_narrative_year(story, one, told), told.place) if told is not None else None
    nearest = nearest_year(story, one, writing), story.writing_place
    if told is not None and _goes_by_the_story(story, one, told, writing):
        year = _narrative_year(story, one, told)
        weekdays = [has_weekday(story, one.first._replace(year=each)) for each in (year, nearest[0])]
        return nearest if weekdays == [False, True] else (year, told.place)
    return nearest


def _is_apposed(story: Story, counted: Told, one: Expression) -> bool:
    """Whether an expression says more of a year that was counted right before it, with a comma and at most a
    preposition between: "two years ago, on 28 November".
    """
    day_of_year = one.first.unit is Unit.DAY and story.text[one.end : one.end + 1] == ","
    if not (counted.counted and not counted.explicit) and not (
        day_of_year and _is_year_alone(story, counted)
    ):
        return False
    if _APPOSED.fullmatch(story.text, counted.place, one.start) is None:
        return False
    return is_future(story.text, one.start, one.end, story.language) is not True


def _is_in_its_clause(story: Story, year: Told, one: Expression) -> bool:
    """Whether an expression stands in a clause that tells what was in a year: "in 1987, when he spoke on June
    12".
    """
    clause = _clause_of_year(story.language.dates.at_which).match(story.text, year.place, one.start)
    return clause is not None and not clause_ends_between(story.text, clause.end(), one.start)


@cache
def _clause_of_year(words: tuple[str, ...]) -> re.Pattern[str]:
    """A year, and the word that begins a clause of what was in it."""
    return re.compile(rf"[^.,;:!?\n]{{1,24}},?\s(?:{'|'.join(map(re.escape, words)) or '(?!)'})\s")


def _is_year_alone(story: Story, year: Told) -> bool:
    """Whether a year stands right before a comma: "wie er 1914, am 1. August, kam"; not after "since"."""
    end = year.place + _FIGURES
    alone = story.text[year.place : end].isdecimal() and story.text[end : end + 1] == ","
    return alone and not follows(story.text, year.place, story.language.dates.since)


def _with_its_winter(story: Story, one: Expression, year: int) -> int:
    """The year of a month or season of a year that is counted, for a winter that in which it begins: a winter
    that "this year was" cold began in the year before.
    """
    if story.writing is None or one.first.unit is not Unit.SEASON or one.first.number != _WINTER:
        return year
    is_past = one.first._replace(year=year).first() <= story.writing.first()
    return year if is_past or is_future(story.text, one.start, one.end, story.language) else year - 1


def _shares_year(story: Story, one: Expression) -> bool:
    """Whether a day is joined to one that says the year of both: "am 9. Juni und am 30. November 1998"."""
    ahead, dates = story.ahead, story.language.dates
    if ahead is None or one.last is not None or {one.first.unit, ahead.first.unit} != {Unit.DAY}:
        return False
    between = story.text[one.end : min(ahead.start, one.end + _JOINED)].split()
    if ahead.start - one.end > _JOINED or not between or between[0] not in dates.ranges.get("both", ()):
        return False
    return set(between[1:]) <= set(dates.before_day) and one.first[2:4] < ahead.first[2:4]


def _same_clause(story: Story, year: Told, one: Expression) -> bool:
    """Whether a year stands before an expression in its clause: "last year they met in June". One that is
    written out begins the clause, and the story did not go on to it: "in 1783 he had seen it from 19 May".
    """
    passed = story.latest is not None and story.latest.place != year.place
    if year.explicit and not (passed and begins_clause(story.text, year.place)):
        return False
    return not clause_ends_between(story.text, year.place, one.start)


def _year_of_counted(story: Story, one: Expression) -> tuple[int, int] | None:
    """The year of a day that says which day a few words before it mean: "two weeks later, on 21 July"."""
    beside = story.named
    if beside is None or not beside.counted or one.first.unit is not Unit.DAY or one.last is not None:
        return None
    if one.start - beside.place > _AFTER_DAYS or ends_between(story.text, beside.place, one.start):
        return None
    if beside.moment.unit not in (Unit.WEEK, Unit.WEEKEND, Unit.DAY):
        return None
    begin, end = ordinal(beside.moment.first()), ordinal(beside.last.last())
    for year in dict.fromkeys((beside.moment.year or 0, beside.last.last()[0])):
        if exists(year, one.first.number or 0, one.first.day or 0):
            day = ordinal(one.first._replace(year=year).first())
            if begin - _ABOUT_A_WEEK <= day <= end + _ABOUT_A_WEEK:
                return year, beside.place
    return None


def _goes_by_the_story(story: Story, one: Expression, told: Told, writing: Moment) -> bool:
    """Whether a date in the passage that is read goes by the date told last, and not by the day of writing:
    after a date of another time there with no "yesterday" since, or in a history where the passage has none.
    """
    if _opens_with_year(story, one, told, writing) or goes_on_to_come(story, one, told, writing):
        return True
    if story.history and story.number not in story.present:
        if _follows_one_to_come(story, writing):
            return False
        apart = in_relative_clause(story.text, told.place, story.language)
        apart = apart and clause_ends_between(story.text, told.place, one.start)
        to_come = story.given and one.first.unit is Unit.DAY and (apart or told.passage != story.number)
        return not (to_come and is_future(story.text, one.start, one.end, story.language))
    if is_said_of_now(story, one):
        return False
    of_story = told.explicit or (told.goes_on and _comes_beside(story, one, told))
    here = told.passage == story.number and of_story and story.spoke_of_now < told.place
    far = abs((told.moment.year or 0) - (writing.year or 0)) > 1
    if told.moment.year != told.last.year:
        return False  # "between April 2009 and November 2014"
    if (told.moment.year or 0) > (writing.year or 0) + 1:
        return False  # nothing is told of what is to come in years: "bonds due in 2029"
    if told.moment.unit is Unit.YEAR:
        # "founded in 1946"; nor "The firm, which was founded in 1946, closed in May"
        opens = begins_sentence(story.text, told.place)
        here = here and (opens or not ends_between(story.text, told.place, one.start))
        here = here and not is_set_apart(story.text, told.place)
    here = here and not _is_passed(story, one, told) and not _is_since_then(story, one, told)
    if not here or not far or one.first.unit in OF_THE_NEWS:
        return False  # quarters are those of the news, also of a firm "founded in 1946"
    return is_future(story.text, one.start, one.end, story.language) is not True


def _follows_one_to_come(story: Story, writing: Moment) -> bool:
    """Whether the date named right before, in the same passage, is counted from the day of writing to one to
    come: "Next year she leaves. The school holidays begin on 10 July".
    """
    named = story.named
    if named is None or not named.counted or named.passage != story.number:
        return False
    return named.moment.first() > writing.first()


def _is_passed(story: Story, one: Expression, told: Told) -> bool:
    """Whether a date only said more of what was named, in a relative clause that is over ("Mr. Low, who came
    in May 1987, left"), or in a sentence that had told of a day by that of writing, and is over.
    """
    if in_relative_clause(story.text, told.place, story.language):
        return clause_ends_between(story.text, told.place, one.start)
    if only_began(story, told, one):
        return True
    if story.spoke_of_now < 0 or ends_between(story.text, story.spoke_of_now, told.place):
        return False
    return ends_between(story.text, told.place, one.start)


def _is_since_then(story: Story, one: Expression, told: Told) -> bool:
    """Whether a date only says since when something is so, in a sentence after that of another time: "He
    scored in 1983. Kolb, out since Nov. 20, is back".
    """
    since = follows(story.text, one.start, story.language.dates.since)
    return since and ends_between(story.text, told.place, one.start) and not story.history


def _comes_beside(story: Story, one: Expression, told: Told) -> bool:
    """Whether a story that goes on from a date comes to a month or a day after it, or tells what had been
    right before it: "hatte Ende April das Gerüst geprüft".
    """
    there = one.first._replace(year=_narrative_year(story, one, told)).last()
    if there >= told.moment.first():
        return True
    before = ordinal(told.moment.first()) - ordinal(there) <= _RIGHT_BEFORE
    had = story.language.dates.had
    return before and told.is_day() and bool(had) and clause_has(story.text, one.start, one.end, had)


def _opens_with_year(story: Story, one: Expression, told: Told, writing: Moment) -> bool:
    """Whether the sentence of a month or a day begins with its year, one near to that of writing: "For 1986
    they had planned five, in May".
    """
    if one.first.unit in OF_THE_NEWS or abs((told.moment.year or 0) - (writing.year or 0)) > 1:
        return False
    if not told.explicit or told.moment.unit is not Unit.YEAR or told.moment != told.last:
        return False
    lead = story.text[max(0, told.place - _AFTER_DAYS) : told.place].rpartition(".")[2].split()
    if len(lead) > 1:
        return False  # "The budget for 1986"
    return begins_sentence(story.text, told.place) and not ends_between(story.text, told.place, one.start)


def _next_entry(story: Story, one: Expression, before: Moment) -> int:
    """The year of an entry of a diary, which goes forward from the one before."""
    year = before.year or 0
    earlier = (one.first.number or 0, one.first.day or 0) < before.first()[1:]
    return year + 1 if earlier and not story.given else year


def _narrative_year(story: Story, one: Expression, told: Told) -> int:
    """The year for a month or day in a story: that of the date told last, or the next where the story would
    otherwise go back more than half a year.
    """
    anchor = told.last if told.last.unit >= Unit.MONTH else told.moment
    if anchor.unit < Unit.SEASON or story.outside(anchor.year or 0):
        year = anchor.year or 0
        said = (
            other
            for other in (year, year + 1, year - 1)
            if has_weekday(story, one.first._replace(year=other))
        )
        weekday_year = next(said, year)
        return weekday_year - (weekday_year == year and _overtakes(story, one, told, year))
    year, month, _ = anchor.last()
    forth = one.first._replace(year=year).first()[1] - month
    step = _goes_on(story, one, forth) - _goes_back(story, one, forth)
    near = (year + step, year + step + 1, year + step - 1)
    fitting = (other for other in near if has_weekday(story, one.first._replace(year=other)))
    return _within(story, next(fitting, year + step))


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
