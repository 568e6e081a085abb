"""Dates that belong together: ranges, two dates of one month, a date in two calendars; and the words around a date
that say how it is meant: "early in", "about", "B.C.", "Old Style".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from edition.converter.forms.dates import surroundings
from edition.converter.forms.dates.calendars import julian_pair, old_style, written_stretch
from edition.converter.forms.dates.expression import Anchor, Expression, Portion, Relation, Stretch
from edition.converter.forms.dates.lexicon import TOKEN, Lexicon, roman_value
from edition.converter.forms.dates.moment import Moment, Unit, exists, ordinal, shifted
from edition.converter.forms.dates.pieces import literal, suffix, year_tail
from edition.converter.forms.dates.row import Row

_LEADING = 6  # signs before a date in which the last of the words that go with it stands
_TO_ITS_DATE = 5  # signs between a weekday and the date that it belongs to
_LONGEST_GAP = 8  # signs between two dates that belong together
_REACH = 14  # signs before a date in which the words that go with it stand
_DURATION = {
    Unit.DAY: (1, "D"),
    Unit.WEEK: (7, "D"),
    Unit.MONTH: (1, "M"),
    Unit.YEAR: (1, "Y"),
}  # as xs:duration
_FIGURE = re.compile(r"\d+")


class Joints(NamedTuple):
    """The patterns of a language for what stands between and around dates."""

    to: re.Pattern[str]
    both: re.Pattern[str]
    between: re.Pattern[str]
    opens: re.Pattern[str]
    pair_end: re.Pattern[str]
    portions: tuple[tuple[Portion, re.Pattern[str]], ...]
    vague: tuple[tuple[Stretch, re.Pattern[str]], ...]
    day_to: re.Pattern[str]
    day_and: re.Pattern[str]
    month_to: re.Pattern[str]
    century_to: re.Pattern[str]
    old: re.Pattern[str]
    new: re.Pattern[str]
    lasting: re.Pattern[str]
    leading: frozenset[str]
    linking: frozenset[str]
    bce: re.Pattern[str]
    of: re.Pattern[str]
    article: re.Pattern[str]


def combined(row: Row, simple: Sequence[Expression], lexicon: Lexicon) -> list[Expression]:
    """The expressions of a row with what belongs to them."""
    joints = _joints(lexicon)
    simple = [
        part for one in simple for part in (_apart(row, one) if one.stretch is Stretch.BOTH else (one,))
    ]
    found = _with_days_before(row, _joined(row, simple, joints, lexicon), joints, lexicon)
    paired = _in_two_calendars(row, found, joints)
    # What is counted from elsewhere may be taken in: "před rokem" (a year ago) of "před rokem 1848".
    ends = [0, *(row.place(one.start if one.relation else one.end) for one in paired)]
    found = [
        _with_words_before(row, one, end, joints, lexicon) for one, end in zip(paired, ends, strict=False)
    ]
    found = [_with_style(row, one, joints) for one in found]
    return _without_covered([one for one in found if not _too_early(one)])


def _too_early(one: Expression) -> bool:
    """Whether figures that are a decade only before our era ("470s") stand without it."""
    return one.rule.startswith("decade") and not one.century_unsaid and 0 < (one.first.year or 0) < 1000


def _without_covered(found: list[Expression]) -> list[Expression]:
    """The expressions that no later one has taken in with the words before it."""
    kept: list[Expression] = []
    for one in found:
        while kept and kept[-1].end > one.start:
            kept.pop()
        kept.append(one)
    return kept


def _apart(row: Row, both: Expression) -> tuple[Expression, ...]:
    """The two dates of "April 7 and 15, 1917"."""
    begin, end = row.place(both.start), row.place(both.end)
    days = [place for place in range(begin, end) if row.signs[place] in "iabc"]
    if len(days) < 2 or both.last is None:
        return ()
    one = replace(
        both, end=row.starts[days[0] + 1], last=None, stretch=Stretch.ONE, rule=f"{both.rule} shared"
    )
    return one, replace(both, start=row.starts[days[1]], first=both.last, last=None, stretch=Stretch.ONE)


def _joined(row: Row, simple: Sequence[Expression], joints: Joints, lexicon: Lexicon) -> list[Expression]:
    """Two dates with "to", "until" or a dash between them, or "between" before and "and" in the middle; and a date
    after so many days "after".
    """
    done: list[Expression] = []
    waiting = list(simple)
    while waiting:
        one = waiting.pop(0)
        if waiting:
            joined = _join(row, one, waiting[0], joints, lexicon)
            if joined is not None:
                waiting[0] = joined
                continue
            if _names_the_day_of(row, one, waiting[0]):
                continue
            one = _sharing_year(row, one, waiting[0], joints)
        if one.rule in ("after", "before") and not _ends_clause(row, one):
            continue  # nothing on the calendar follows: "two days after the vote"
        done.append(one)
    return done


def _names_the_day_of(row: Row, one: Expression, two: Expression) -> bool:
    """Whether a weekday stands a word or two before its date: "Sunday dawn of 25 June 1950"."""
    near = row.place(two.start) - row.place(one.end) <= _TO_ITS_DATE
    return one.rule == "weekday" and near and two.first.unit is Unit.DAY and two.first.number is not None


def _sharing_year(row: Row, one: Expression, two: Expression, joints: Joints) -> Expression:
    """The first of "the spring and summer of 1979", with the year of the second."""
    gap = row.signs[row.place(one.end) : row.place(two.start)]
    alike = one.first.unit is two.first.unit and one.first.unit in (Unit.MONTH, Unit.SEASON)
    if not alike or not two.absolute or one.relation is not None or not joints.both.fullmatch(gap):
        return one
    return _with_year_of(one, two)


def _join(row: Row, one: Expression, two: Expression, joints: Joints, lexicon: Lexicon) -> Expression | None:
    begin, end = row.place(one.end), row.place(two.start)
    if end - begin > _LONGEST_GAP:
        return None
    gap = row.signs[begin:end]
    if two.rule.startswith("year with its era") and one.first.year is None and one.relation is None:
        if joints.of.fullmatch(gap) and one.first.number is not None:
            return replace(
                one,
                end=two.end,
                first=one.first._replace(year=two.first.year),
                rule=f"{one.rule} with its era",
            )
        return None
    if one.rule in ("after", "before"):
        return _from_date(one, two) if joints.article.fullmatch(gap) else None
    opening = row.signs[max(0, row.place(one.start) - _REACH) : row.place(one.start)]
    if joints.to.fullmatch(gap) or (gap == "/" and one.first.unit is two.first.unit is Unit.MONTH):
        stretch = Stretch.PERIOD
        opened = joints.opens.search(opening)
    elif joints.both.fullmatch(gap) and (opened := joints.between.search(opening)):
        stretch = Stretch.BETWEEN
    else:
        return None
    first, last = _with_year_of(one, two), two
    if not _goes_forward(first, last):
        return None
    start = row.starts[row.place(one.start) - len(opened.group())] if opened else one.start
    return replace(
        first,
        start=start,
        end=two.end,
        rule=f"{two.rule}, from and to" if stretch is Stretch.PERIOD else f"{two.rule}, between",
        last=last.first,
        stretch=stretch,
        century_unsaid=one.century_unsaid or two.century_unsaid,
        written=written_stretch(one.written, two.written),
    )


def _ends_clause(row: Row, one: Expression) -> bool:
    """Whether nothing follows in the clause: "two days after, he died"."""
    at = surroundings.after(row, row.place(one.end))
    return at >= len(row.signs) or row.signs[at] in ".,;:!?)"


def _from_date(counted: Expression, date: Expression) -> Expression | None:
    """So many units after a date that is written out."""
    if counted.relation is None or not date.absolute or date.last is not None:
        return None
    unit = counted.relation.unit
    moment = shifted(date.first, counted.relation.amount, unit)
    if unit < date.first.unit:
        moment = moment if moment.unit is date.first.unit else date.first
    return replace(counted, end=date.end, first=moment, relation=None, rule=f"{counted.rule} a date")


def _with_year_of(one: Expression, two: Expression) -> Expression:
    """The first of two dates with the year (or month) that only the second says."""
    first, last = one.first, two.first
    alone = first.number is None and one.relation is not None and one.relation.anchor is Anchor.SAME
    if alone and one.relation is not None and one.relation.unit is Unit.MONTH:
        if last.number is None or two.relation or (first.day or 32) >= (last.day or 0):
            return one
        return replace(one, first=first._replace(year=last.year, number=last.number), relation=None)
    if first.year is None and last.year is not None and first.number is not None:
        year = last.year
        later = (first.number, first.day or 0) > (last.number or 13, last.day or 32)
        first = first._replace(year=year - 1 if later and first.unit is last.unit else year)
    return replace(one, first=first)


def _goes_forward(one: Expression, two: Expression) -> bool:
    """Whether two expressions can be the ends of one stretch."""
    if one.last is not None or two.last is not None or one.relation or two.relation:
        return False
    first, last = one.first, two.first
    if one.century_unsaid or two.century_unsaid:
        return one.century_unsaid == two.century_unsaid
    if first.year is None and last.year is None:
        return first.unit is last.unit and first.number is not None and last.number is not None
    if last.year is None or first.year is None:
        return False
    return ordinal(first.first()) < ordinal(last.last()) and first.first() != last.first()


def _with_days_before(
    row: Row, found: Iterable[Expression], joints: Joints, lexicon: Lexicon
) -> list[Expression]:
    """ "8–12 November", "3 and 4 July 1863", "25/7 November": days before a date that say their month after them."""
    done: list[Expression] = []
    limit = 0
    for one in found:
        expression, more = one, list[Expression]()
        place = row.place(one.start)
        if one.written is not None or joints.linking.isdisjoint(row.signs[max(0, place - _LEADING) : place]):
            pass  # nothing links days before it to it; those of another calendar would not be in its month
        elif one.first.unit is Unit.DAY and one.first.number is not None and one.relation is None:
            alone = 0
            while alone < len(done) and _is_day_alone(done[-1 - alone]):
                alone += 1
            rest = done[: len(done) - alone]
            begin = row.place(rest[-1].end) if rest else 0
            expression, more = _days_before(row, one, place, begin, joints, lexicon)
            first = min(found_day.start for found_day in (*more, expression))
            while done and _is_day_alone(done[-1]) and done[-1].end > first:
                done.pop()  # "el 3 hasta el 5 de mayo"
        elif one.first.unit is Unit.MONTH and one.last is None and one.relation is None:
            expression = _month_before(row, one, place, limit, joints, lexicon)
        elif one.first.unit is Unit.CENTURY and one.last is None:
            expression = _century_before(row, one, place, limit, joints)
        done.extend([*more, expression])
        if not _is_day_alone(expression):
            limit = row.place(expression.end)
    return done


def _is_day_alone(one: Expression) -> bool:
    """Whether a day says its number and nothing else."""
    return one.rule == "day" and one.first.number is None and one.first.weekday is None


def _days_before(
    row: Row, one: Expression, place: int, limit: int, joints: Joints, lexicon: Lexicon
) -> tuple[Expression, list[Expression]]:
    match = joints.day_to.search(row.signs, max(limit, place - _REACH), place)
    day = _day_of(match, row, one) if match else None
    if match and day:
        slash = "/" in (match.group("to") or "")
        if slash:
            pair = julian_pair(day, one.first)
            if pair is not None:
                return replace(
                    one, start=row.starts[match.start("day")], rule="day in two styles", written=pair
                ), []
        elif (
            day.day is not None and one.first.day is not None and day.day < one.first.day and one.last is None
        ):
            between = bool(match.group("between"))
            if between == bool(match.group("and")):
                start = next(
                    row.starts[match.start(g)] for g in ("between", "from", "day") if match.start(g) >= 0
                )
                stretch = Stretch.BETWEEN if between else Stretch.PERIOD
                rule = f"{one.rule}, between" if between else f"{one.rule}, from and to"
                return replace(one, start=start, first=day, last=one.first, stretch=stretch, rule=rule), []
    more = _shared(row, one, place, limit, joints, lexicon)
    if len(more) == 1 and more[0].first.day == (one.first.day or 0) - 1 and one.last is None:
        joined = replace(
            one, start=more[0].start, first=more[0].first, last=one.first, stretch=Stretch.PERIOD
        )
        return replace(joined, rule=f"{one.rule}, two days"), []
    return one, more


def _shared(
    row: Row, one: Expression, place: int, limit: int, joints: Joints, lexicon: Lexicon
) -> list[Expression]:
    """The days before a date that share its month and year: "3, 5 and 9 July 1863"."""
    more: list[Expression] = []
    at = place
    while match := joints.day_and.search(row.signs, max(limit, at - _REACH), at):
        day = _day_of(match, row, one)
        if day is None or surroundings.plays_before("numbered", row, match.start(), lexicon):
            break
        if day.day is not None and one.first.day is not None and day.day >= one.first.day:
            break
        start, end = row.starts[match.start("day")], row.starts[match.end("day")]
        more.insert(0, Expression(start, end, f"{one.rule} shared", day))
        at = match.start("day")
    return more


def _day_of(match: re.Match[str], row: Row, one: Expression) -> Moment | None:
    """The day that a match names, in the month and year of the date after it."""
    figures = _FIGURE.match(row.words(*match.span("day")))
    day = int(figures.group()) if figures else 0
    if not day or not exists(one.first.year, one.first.number or 1, day):
        slashed = figures and "/" in match.group()
        return Moment(Unit.DAY, None, None, day) if slashed and 1 <= day <= 31 else None
    return Moment(Unit.DAY, one.first.year, one.first.number, day)


def _month_before(
    row: Row, one: Expression, place: int, limit: int, joints: Joints, lexicon: Lexicon
) -> Expression:
    """ "May–June 1918", "from May to June 1918"; and "25/7 November 1917", a day in two styles."""
    slashed = _SLASHED.search(row.signs, max(limit, place - _REACH), place)
    if slashed is not None and one.first.year is not None:
        old, new = (int(row.words(*slashed.span(name))) for name in ("old", "new"))
        if exists(one.first.year, one.first.number or 1, new):
            day = Moment(Unit.DAY, one.first.year, one.first.number, new)
            pair = julian_pair(Moment(Unit.DAY, None, None, old), day)
            if pair is not None:
                start = row.starts[slashed.start("old")]
                return replace(one, start=start, first=day, written=pair, rule="day in two styles")
    match = joints.month_to.search(row.signs, max(limit, place - _REACH), place)
    if match is None:
        return one
    name = row.words(*match.span("month"))
    number = lexicon.values.get(("month", name)) or lexicon.values.get(("month.", name)) or 0
    if not number or number >= (one.first.number or 0):
        return one
    between = bool(match.group("between"))
    if between != bool(match.group("and")):
        return one
    start = next(row.starts[match.start(g)] for g in ("between", "from", "month") if match.start(g) >= 0)
    stretch = Stretch.BETWEEN if between else Stretch.PERIOD
    first = one.first._replace(number=number)
    return replace(
        one, start=start, first=first, last=one.first, stretch=stretch, rule=f"{one.rule}, from and to"
    )


def _century_before(row: Row, one: Expression, place: int, limit: int, joints: Joints) -> Expression:
    """ "the 18th–19th centuries"."""
    match = joints.century_to.search(row.signs, max(limit, place - _REACH), place)
    if match is None:
        return one
    word = row.words(*match.span("century"))
    figures = _FIGURE.match(word)
    number = int(figures.group()) if figures else roman_value(word)
    first = Moment(Unit.CENTURY, (number - 1) * 100 + 1)
    if one.first.year is None or not 0 < (first.year or 0) < one.first.year:
        return one
    start = row.starts[match.start("century")]
    rule = f"{one.rule}, from and to"
    return replace(one, start=start, first=first, last=one.first, stretch=Stretch.PERIOD, rule=rule)


def _in_two_calendars(row: Row, found: list[Expression], joints: Joints) -> list[Expression]:
    """ "25 October (7 November) 1917": one day in the old style and in the new."""
    done: list[Expression] = []
    for one in found:
        before = done[-1] if done else None
        if before is not None and one.start < before.end:
            continue  # the year after the bracket
        pair = _pair(row, before, one, joints) if before is not None else None
        if pair is not None:
            done[-1] = pair
        else:
            done.append(one)
    return done


_SLASHED = re.compile(r"(?<![0iabcdeofygh][.,:/-])(?P<old>[iabc]) ?/ ?(?P<new>[iabc])\.? ?$")
_PAIR_GAP = re.compile(r" ?[(\[/=] ?")


def _pair(row: Row, one: Expression, two: Expression, joints: Joints) -> Expression | None:
    if one.first.unit is not Unit.DAY or two.first.unit is not Unit.DAY or one.last or two.last:
        return None
    gap = _PAIR_GAP.fullmatch(row.signs, row.place(one.end), row.place(two.start))
    if gap is None:
        return None
    closing = joints.pair_end.match(row.signs, row.place(two.end))
    bracket = gap.group().strip() in "(["
    if bracket and closing is None:
        return None
    said = int(row.words(*closing.span("year"))) if bracket and closing and closing.group("year") else None
    year = said or two.first.year or one.first.year
    new = two.first._replace(year=year)
    old = one.first._replace(year=one.first.year if one.first.year is not None else None)
    written = julian_pair(old, new) if year is not None else None
    if written is None:
        return None
    end = row.starts[closing.end()] if bracket and closing else two.end
    return replace(two, start=one.start, end=end, first=new, written=written, rule="day in two styles")


def _with_words_before(row: Row, one: Expression, limit: int, joints: Joints, lexicon: Lexicon) -> Expression:
    """The date with the words before it that say which part of it is meant, or that it is not exact; the date before it
    ends at the sign `limit`.
    """
    place = row.place(one.start)
    begin = max(limit, place - _REACH)
    opening = row.signs[begin:place]
    if joints.leading.isdisjoint(opening[-_LEADING:]):
        return one
    if one.portion is Portion.WHOLE:
        for portion, pattern in joints.portions:
            match = pattern.search(opening)
            if match and one.first.unit is not Unit.DAY:
                start = row.starts[place - len(match.group())]
                return replace(one, start=start, portion=portion, rule=f"{one.rule}, {portion} part")
    lasting = joints.lasting.search(opening) if one.absolute and one.last is None else None
    if lasting is not None:
        return _lasting(row, one, begin, lasting, lexicon)
    for stretch, pattern in joints.vague:
        match = pattern.search(opening)
        if (
            match
            and one.stretch is Stretch.ONE
            and one.last is None
            and _may_be_vague(row, one, stretch, match, place)
        ):
            start = row.starts[place - len(match.group())]
            return replace(one, start=start, stretch=stretch, rule=f"{one.rule}, {stretch}")
    return one


def _may_be_vague(row: Row, one: Expression, stretch: Stretch, match: re.Match[str], place: int) -> bool:
    """Whether "before" and "after" say when something was, and are not the order of a story: with a year, or in
    brackets.
    """
    if one.relation is not None:
        return False
    if stretch is Stretch.ABOUT:
        return one.first.unit is not Unit.DAY or one.first.number is not None
    begin = place - len(match.group())
    bracket = surroundings.before(row, begin)
    if bracket >= 0 and row.signs[bracket] in "([?":
        return True
    if one.first.unit is not Unit.YEAR or row.words(begin, begin + 1)[:1].isupper():
        return False
    after = surroundings.after(row, row.place(one.end))
    return (
        stretch is Stretch.BEFORE or after >= len(row.signs) or not row.words(after, after + 1)[0].isalnum()
    )


def _lasting(row: Row, one: Expression, begin: int, match: re.Match[str], lexicon: Lexicon) -> Expression:
    """ "for three weeks from 5 May 1848": a stretch given by its first day and its length."""
    words = row.words(begin + match.start("number"), begin + match.end("number"))
    figures = _FIGURE.match(words)
    amount = int(figures.group()) if figures else lexicon.values.get(("number", words), 0)
    unit_word = row.words(begin + match.start("unit"), begin + match.end("unit"))
    kind = next(
        (k for k in ("day", "week", "month", "year") if (f"unit {k}", unit_word) in lexicon.values), None
    )
    if not amount or kind is None:
        return one
    unit = Unit[kind.upper()]
    last = shifted(one.first, amount, unit)
    if last.unit is Unit.DAY:
        last = shifted(last, -1, Unit.DAY)
    elif unit > last.unit:
        return one
    start = row.starts[begin + match.start("number")]
    times, letter = _DURATION[unit]
    duration = f"P{amount * times}{letter}"
    return replace(
        one,
        start=start,
        last=last,
        stretch=Stretch.PERIOD,
        duration=duration,
        rule=f"{one.rule}, with its length",
    )


def _with_style(row: Row, one: Expression, joints: Joints) -> Expression:
    """ "3 March 1700 O.S.", "11 February 1731/2", "the 4th century B.C."."""
    if one.written is not None:
        return one
    place = row.place(one.end)
    era = joints.bce.match(row.signs, place)
    if era is not None and one.first.year is not None and one.first.year > 0:
        return _before_our_era(one, row.starts[era.end()])
    match = joints.old.match(row.signs, place)
    if match is not None:
        told = replace(one, end=row.starts[match.end()])
        return old_style(told, None, "old style") or told
    match = joints.new.match(row.signs, place)
    if match is not None:
        return replace(one, end=row.starts[match.end()], rule=f"{one.rule}, new style")
    double = _DOUBLE_YEAR.match(row.signs, place)
    if (
        double is not None
        and one.first.unit in (Unit.DAY, Unit.MONTH)
        and one.first.year is not None
        and one.last is None
    ):
        figures = row.words(*double.span("year"))
        year = int(str(one.first.year)[: -len(figures)] + figures)
        if year == one.first.year + 1 and (one.first.number or 12) <= 3:
            told = replace(one, end=row.starts[double.end()])
            return old_style(told, year, "year in two styles") or told
    return one


def _before_our_era(one: Expression, end: int) -> Expression:
    """An expression after which "B.C." stands: "the 3rd century B.C."."""

    def moved(moment: Moment) -> Moment:
        length = {Unit.CENTURY: 99, Unit.DECADE: 9}.get(moment.unit, 0)
        return moment._replace(year=1 - (moment.year or 0) - length)

    last = None if one.last is None else moved(one.last)
    return replace(one, end=end, first=moved(one.first), last=last, century_unsaid=False)


_DOUBLE_YEAR = re.compile(r" ?[/-] ?(?P<year>[iabcdeo]|y)(?![0iabcdeofygh]|[.,:/-][0iabcdeofygh])")


@cache
def _joints(lexicon: Lexicon) -> Joints:
    dates = lexicon.language.dates
    to, both = _any_of(dates.ranges.get("to", ()), lexicon), _any_of(dates.ranges.get("both", ()), lexicon)
    opens, between = (_any_of(dates.ranges.get(name, ()), lexicon) for name in ("from", "between"))
    both_words, of = (_any_of(dates.ranges.get(name, ()), lexicon) for name in ("and", "of"))
    article = rf"(?:[{lexicon.signs_of('determiner', 'article')}] ?['’]? ?){{0,2}}"
    marked = rf"{suffix(lexicon)}?(?: ?[.°º])?"
    day = rf"(?<![0iabcdeofygh][.,:/-])(?<![0iabcdeofygh])(?P<day>[iabc]{marked})"
    before = rf"(?:(?P<from>{opens}) ?|(?P<between>{between}) ?)?{article}"
    month = rf"(?P<month>[{lexicon.signs_of('month', 'month.')}])\.?"
    ends = rf"(?: ?(?P<to>{to}|/) ?| ?(?P<and>{both_words}) ?){article}$"
    units = "".join(lexicon.signs_of(*(f"unit {unit}" for unit in ("day", "week", "month", "year"))))
    return Joints(
        to=re.compile(f" ?(?:{to}) ?{article}"),
        both=re.compile(f" ?(?:{both_words}) ?{article}"),
        between=re.compile(rf"(?:{between}) ?{article}$"),
        opens=re.compile(rf"(?:{opens}) ?{article}$"),
        pair_end=re.compile(rf" ?[)\]](?:,? ?(?:(?:{of}) ?)?(?P<year>y)(?:{year_tail(lexicon)})?)?"),
        portions=tuple(
            (p, re.compile(rf"(?<!\w)(?:{_any_of(dates.parts.get(p, ()), lexicon)}) ?{article}$"))
            for p in Portion
            if p
        ),
        vague=tuple(
            (s, re.compile(rf"(?:{_any_of(dates.vague.get(s, ()), lexicon)}) ?{article}$"))
            for s in (Stretch.ABOUT, Stretch.BEFORE, Stretch.AFTER)
        ),
        day_to=re.compile(before + day + ends),
        day_and=re.compile(rf"(?:(?P<between>(?!))|){day} ?(?:{both}) ?{article}$"),
        month_to=re.compile(before + month + ends),
        century_to=re.compile(
            rf"(?<![.,:/-])(?P<century>[{lexicon.signs_of('R', 'Q')}]|[iab])(?:{suffix(lexicon)}|\.)?"
            rf"(?: ?(?:{to}) ?| ?(?:{both_words}) ?){article}$"
        ),
        old=re.compile(rf" ?,? ?(?:{_any_of(dates.styles.get('old', ()), lexicon)})"),
        new=re.compile(rf" ?,? ?(?:{_any_of(dates.styles.get('new', ()), lexicon)})"),
        lasting=re.compile(
            rf"(?P<number>[{lexicon.signs_of('number')}iabcde]) ?(?P<unit>[{units}]) ?(?:{opens}) ?{article}$"
        ),
        of=re.compile(rf" ?,? ?(?:{_any_of(dates.ranges.get('of', ()), lexicon)})? ?"),
        leading=_last_signs((*_all(dates.parts), *_all(dates.vague), *dates.ranges.get("from", ())), lexicon),
        linking=frozenset("/-–—,&") | _last_signs(_all(dates.ranges), lexicon),
        bce=re.compile(rf" ?(?:{_any_of(dates.eras.get('bce', ()), lexicon)})"),
        article=re.compile(f" ?{article}"),
    )


def _all(table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(phrase for phrases in table.values() for phrase in phrases)


def _last_signs(phrases: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The signs with which some of several phrases can end."""
    last = [TOKEN.findall(phrase)[-1] for phrase in phrases if phrase]
    return frozenset(
        sign for token in last for sign in (lexicon.signs_of(f"={token}") if token[0].isalpha() else token)
    )


def _any_of(phrases: Iterable[str], lexicon: Lexicon) -> str:
    """The pattern of one of several words or marks, the longest first."""
    return (
        "|".join(literal(phrase, lexicon) for phrase in sorted(phrases, key=lambda p: (-len(p), p))) or "(?!)"
    )


def same_month(expression: Expression) -> Relation:
    """The relation of a day that only says its number."""
    return Relation(Anchor.SAME, 0, Unit.MONTH, expression.first)
