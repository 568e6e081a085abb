"""Two dates that belong together: "from … to", "between … and", "April 7 and 15, 1917"; and a date after so
many days "after".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from edition.converter.forms.dates.calendar.calendars import from_julian, written_stretch
from edition.converter.forms.dates.expression import Anchor, Expression, Stretch
from edition.converter.forms.dates.joining.counted_from import (
    from_date,
    goes_on_with_a_date,
    with_date_before,
)
from edition.converter.forms.dates.joining.counted_together import by_its_name, counted_like, with_their_week
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.joining.quarters_ended import SPAN_ENDED
from edition.converter.forms.dates.moment import (
    Unit,
    exists,
    ordinal,
    weekday_of,
)
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.row import Row

_BOTH = Stretch.BOTH
_LONGEST_GAP = 8  # signs between two dates that belong together
_SLASHED = (Unit.MONTH, Unit.DECADE)  # "May/June 1905", "the 1880s/1890s"
_TO_ITS_DATE = 5  # signs between a weekday and the date that it belongs to
_NAMED_AFTER = re.compile(r",\s+(?:[^\W\d_]+\s+){0,2}")  # between a date and its weekday
_NEW_SENTENCE = re.compile(r"[.!?]\s+(?=[^\W\d_])(?![a-z])")
_DAYS_OF_TOLD_MONTH = ("day", "day_same_month")


def apart(row: Row, simple: Iterable[Expression]) -> list[Expression]:
    """The expressions of a row, with both dates of "April 7 and 15, 1917" for the one."""
    return [part for one in simple for part in (_two(row, one) if one.stretch is _BOTH else (one,))]


def _two(row: Row, both: Expression) -> tuple[Expression, ...]:
    begin, end = row.place(both.start), row.place(both.end)
    days = [place for place in range(begin, end) if row.signs[place] in "iabc"]
    if len(days) < 2 or both.last is None:
        return ()
    first_end, second = row.starts[days[0] + 1], row.starts[days[1]]
    one = both._replace(end=first_end, last=None, stretch=Stretch.ONE, rule=f"{both.rule}, shared")
    return one, both._replace(start=second, first=both.last, last=None, stretch=Stretch.ONE)


def joined(setting: Setting, found: Sequence[Expression]) -> list[Expression]:
    """Expressions in order, those that belong together as one: with "to", "until" or a dash between them, or
    "between" before and "and" in the middle; and so many days "after" with their date.
    """
    row = setting.row
    done: list[Expression] = []
    weekdays = False
    waiting = list(reversed(found))
    while waiting:
        one = waiting.pop()
        weekdays = weekdays or one.rule == "weekday"
        if waiting:
            two = waiting[-1]
            whole = _join(setting, one, two)
            if whole is not None:
                waiting[-1] = whole
                continue
            if _is_named_after(setting, one, two):
                waiting[-1] = one
                continue
            if _is_day_and_weekday(setting, one, two):
                waiting[-1] = one._replace(end=two.end)
                continue
            if _names_the_day_of(row, one, two):
                if one.rule != "weekday":
                    waiting[-1] = two._replace(start=one.start)
                elif "(" in setting.gap(one, two) and two.last is None:
                    done.append(two._replace(start=one.start, end=one.end, rule="weekday"))
                continue
            one = _sharing_year(setting, one, two)
            waiting[-1] = _counted_on(setting, one, two)
        said = with_date_before(setting, done[-1] if done else None, one)
        if said is None:
            continue
        one = said
        done.append(one)
    return with_their_week(setting, done) if weekdays else done


def _names_the_day_of(row: Row, one: Expression, two: Expression) -> bool:
    """Whether a weekday stands a word or two before its date ("Sunday dawn of 25 June 1950"), or one that is
    counted right before it ("last Friday, 3 May"), or a feast: "Good Friday, 3 April 1896".
    """
    if two.first.unit is not Unit.DAY or two.first.number is None or two.relation is not None:
        return False
    gap = row.signs[row.place(one.end) : row.place(two.start)]
    if one.rule == "weekday" and two.rule == "feast" and gap.strip(" ,"):
        return False  # "Thursday was New Year's Day"
    if one.rule == "weekday":
        return len(gap) <= _TO_ITS_DATE and _NEW_SENTENCE.match(row.text, one.end) is None
    if one.rule == "feast":
        return one.relation is not None and two.absolute and gap.strip() == ","
    named = one.relation.named if one.relation is not None else None
    return named is not None and named.weekday is not None and not gap.strip(" ,")


def _is_day_and_weekday(setting: Setting, one: Expression, two: Expression) -> bool:
    """Whether a weekday right after "tomorrow" says which one that is: "morgen Donnerstag"."""
    if one.rule != "deictic" or two.rule != "weekday":
        return False
    row = setting.row
    both = setting.lexicon.language.dates.ranges.get("both", ())
    joined = neighbours.word_after(row, row.place(two.end)) in both
    return row.text[one.end : two.start] in (" ", ", ") and not joined


def _is_named_after(setting: Setting, one: Expression, two: Expression) -> bool:
    """Whether a weekday after a date, with a comma and hardly a word between, says which one that was: "18
    juin 1815, un dimanche".
    """
    if two.rule != "weekday" or two.relation is None or two.relation.named is None or one.last is not None:
        return False
    day = one.first
    if one.relation is not None and one.relation.within and one.relation.named is not None:
        day = one.relation.named  # "12. června téhož roku, v pondělí"
    elif one.relation is not None:
        return False
    if day.unit is not Unit.DAY or day.number is None:
        return False
    between = setting.row.text[one.end : two.start]
    if not _NAMED_AFTER.fullmatch(between):
        return False
    weekday = two.relation.named.weekday
    if day.weekday is not None:
        said = setting.lexicon.language.dates.before_said_weekday
        return day.weekday == weekday and not said.isdisjoint(between.split())
    if day.year is None:
        near = setting.lexicon.language.dates
        small = {*near.before, *near.before_day, *near.articles}
        words = between.strip(", ").split()  # none in an entry of a diary: "Feb. 11th, Sunday."
        return bool(words) and all(word.lower() in small for word in words)
    return weekday in (weekday_of(day.first()), weekday_of(from_julian(day.first())))


def _sharing_year(setting: Setting, one: Expression, two: Expression) -> Expression:
    """The first of "the spring and summer of 1979", "mid-May to late June 1830" and "the night from 31
    January to 1 February 1953", with the year of the second.
    """
    if _is_eve(setting, one, two):
        return _with_year_of(one, two)
    if one.first.unit is not two.first.unit or one.relation is not None:
        return one
    gap, joints = setting.gap(one, two), setting.joints
    if two.relation is not None:
        return _counted_too(one, two) if joints.both.fullmatch(gap) else one
    if one.first.unit not in (Unit.MONTH, Unit.SEASON) or not two.absolute:
        return one
    if not joints.both.fullmatch(gap) and not joints.to_part.fullmatch(gap):
        return one
    return _with_year_of(one, two)


def _counted_too(one: Expression, two: Expression) -> Expression:
    """The first of "April and May last", counted as the second is."""
    named = one.first.number is not None and one.last is None and by_its_name(two) is not None
    return counted_like(one, two) if named else one


def _counted_on(setting: Setting, one: Expression, two: Expression) -> Expression:
    """The second of "last April and May", counted as the first is."""
    if two.relation is not None or two.last is not None or one.relation is None:
        return two
    if two.first.unit not in (Unit.MONTH, Unit.SEASON) or two.first.unit is not one.first.unit:
        return two
    both = by_its_name(one) is not None and setting.joints.both.fullmatch(setting.gap(one, two))
    return counted_like(two, one) if both else two


def _is_eve(setting: Setting, one: Expression, two: Expression) -> bool:
    """Whether a day without a year is the one before another that stands a word or two after it."""
    if one.first.unit is not Unit.DAY or one.first.number is None or one.first.year is not None:
        return False
    if two.first.unit is not Unit.DAY or not two.absolute or one.last is not None or one.relation is not None:
        return False
    gap = setting.gap(one, two)
    if len(gap) > _LONGEST_GAP or not set(gap).isdisjoint(".;:!?"):
        return False
    eve, day = _with_year_of(one, two).first.first(), two.first.first()
    return exists(*eve) and exists(*day) and ordinal(eve) + 1 == ordinal(day)


def _join(setting: Setting, one: Expression, two: Expression) -> Expression | None:
    """Two expressions as one; None where they do not belong together."""
    gap, joints = setting.gap(one, two), setting.joints
    if len(gap) > _LONGEST_GAP or one.rule == SPAN_ENDED:
        return None  # "the six months to June 30, 1986"
    if two.rule.startswith("year with its era") and one.first.year is None and one.relation is None:
        if one.first.number is None or not joints.of.fullmatch(gap):
            return None
        first = one.first._replace(year=two.first.year)
        return one._replace(end=two.end, first=first, rule=f"{one.rule}, with its era")
    if goes_on_with_a_date(one):
        return from_date(one, two) if joints.article.fullmatch(gap) else None
    name = by_its_name(two)
    if name is None or name is two:
        return _range(setting, one, two)
    whole = _range(setting, one, name)  # "from April to July last"
    return None if whole is None else counted_like(whole, two)


def _range(setting: Setting, one: Expression, two: Expression) -> Expression | None:
    """The stretch from one date to another, or between them."""
    row, joints, gap = setting.row, setting.joints, _exactly(setting, setting.gap(one, two))
    place = row.place(one.start)
    said = row.signs[max(0, place - surroundings.REACH) : place]
    opening = _exactly(setting, said)
    inexact = opening != said or gap != setting.gap(one, two)
    if gap.startswith(",") and one.first.year is not None and joints.opens.search(opening):
        gap = gap[1:]  # "from Dec. 16, 1995, to Jan. 6, 1996"
        inexact = opening != said
    if joints.to.fullmatch(gap) or (
        gap == "/" and one.first.unit is two.first.unit and one.first.unit in _SLASHED
    ):
        stretch = Stretch.BETWEEN if inexact else Stretch.PERIOD
        rule = f"{two.rule}, from and to"
        opened = joints.opens.search(opening)
    elif joints.both.fullmatch(gap) and (opened := joints.between.search(opening)):
        stretch, rule = Stretch.BETWEEN, f"{two.rule}, between"
    elif until := _until(setting, one, two):
        stretch, rule, opened = Stretch.PERIOD, f"{two.rule}, from and to", None
        two = two._replace(end=until)
    else:
        return None
    first = _with_year_of(one, two)
    if one.first.year is None and two.first.unit < one.first.unit:
        return None  # "every July until 1968"
    if not _goes_forward(first, two):
        return None
    place -= len(said) - len(opening) + (len(opened.group()) if opened else 0)
    return first._replace(
        start=row.starts[place],
        end=two.end,
        rule=rule,
        last=two.first,
        stretch=stretch,
        century_unsaid=one.century_unsaid or two.century_unsaid,
        written=written_stretch(one.written, two.written),
    )


def _until(setting: Setting, one: Expression, two: Expression) -> int:
    """Where a stretch ends whose two dates say "from" and "to" by their endings: "1902'den 1905'e kadar"; 0
    where they are none.
    """
    text = setting.row.text
    if setting.joints.leaving.search(text, one.start, two.start) is None:
        return 0
    until = setting.joints.until.match(text, two.end)
    return until.end() if until else 0


def _exactly(setting: Setting, before: str) -> str:
    """Signs before a date without those at their end that say "about"."""
    about = setting.joints.about.search(before)
    return before if about is None else before[: about.start()]


def _with_year_of(one: Expression, two: Expression) -> Expression:
    """The first of two dates with the year (or month) that only the second says."""
    first, last, relation = one.first, two.first, one.relation
    of_month = relation is not None and (relation.anchor, relation.unit) == (Anchor.SAME, Unit.MONTH)
    if of_month and first.number is None:
        if last.number is None or two.relation or (first.day or 32) >= (last.day or 0):
            return one
        return one._replace(first=first._replace(year=last.year, number=last.number), relation=None)
    if first.year is None and last.year is not None and first.number is not None:
        later = (first.number, first.day or 0) > (last.number or 13, last.day or 32)
        first = first._replace(year=last.year - 1 if later and first.unit is last.unit else last.year)
    return one._replace(first=first)


def _is_day_of_told_month(one: Expression) -> bool:
    """Whether an expression says a day of the month that was told: "the 12th", "the 12th of that month"."""
    relation = one.relation
    if relation is None or (relation.anchor, relation.unit) != (Anchor.SAME, Unit.MONTH):
        return False
    return (
        one.rule.partition(",")[0] in _DAYS_OF_TOLD_MONTH
        and one.first.day is not None
        and one.first.weekday is None
    )


def _goes_forward(one: Expression, two: Expression) -> bool:
    """Whether two expressions can be the ends of one stretch."""
    if one.last is not None or two.last is not None:
        return False
    if one.relation or two.relation:
        in_order = (one.first.day or 0) < (two.first.day or 0)
        return in_order and _is_day_of_told_month(one) and _is_day_of_told_month(two)
    first, last = one.first, two.first
    if one.century_unsaid or two.century_unsaid:
        return one.century_unsaid == two.century_unsaid
    if first.year is None and last.year is None:
        return first.unit is last.unit and first.number is not None and last.number is not None
    if last.year is None or first.year is None:
        return False
    if first.unit is Unit.DAY and not exists(*first.first()):
        return False  # "29 February to 3 March 1918"
    return ordinal(first.first()) < ordinal(last.last()) and first.first() != last.first()
