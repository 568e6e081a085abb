"""Words before a date that say how it is meant: "early in", "about", "before", "for three weeks from"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.dates.expression import Expression, Portion, Stretch
from edition.converter.forms.dates.joining.joints import MEASURES, Setting
from edition.converter.forms.dates.joining.quarters_ended import SPAN_ENDED
from edition.converter.forms.dates.moment import Moment, Unit, shifted
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.numbers import number_in

_FRACTIONS = {
    "half": (Portion.FIRST_HALF, Portion.SECOND_HALF),
    "third": (Portion.EARLY, Portion.MIDDLE, Portion.LATE),
    "quarter": (
        Portion.FIRST_QUARTER,
        Portion.SECOND_QUARTER,
        Portion.THIRD_QUARTER,
        Portion.FOURTH_QUARTER,
    ),
}
_PARTS = (Unit.HALF, Unit.QUARTER)  # of a year, but also of what is longer
_DECADES = 10  # in a century
_DURATION = {  # as xs:duration
    Unit.DAY: (1, "D"),
    Unit.WEEK: (7, "D"),
    Unit.MONTH: (1, "M"),
    Unit.YEAR: (1, "Y"),
}


def with_words_before(setting: Setting, found: Sequence[Expression]) -> list[Expression]:
    """Expressions in order, with the words before them that say how they are meant."""
    done, end = list[Expression](), 0
    for one in found:
        done.append(_with_words(setting, one, end))
        end = end if _may_be_taken_in(one) else one.end
    return done


def _may_be_taken_in(one: Expression) -> bool:
    """Whether an expression can be words before another: "před rokem" (a year ago) of "před rokem 1848",
    "last week" of "the last week of July", "the second quarter" of "the second quarter of the 12th century".
    """
    return one.relation is not None or (one.first.unit in _PARTS and one.first.year is None)


def _with_words(setting: Setting, one: Expression, end: int) -> Expression:
    """An expression with the words before it, from the offset `end` on, where the date before it ends."""
    row, joints = setting.row, setting.joints
    signs, place = row.signs, row.place(one.start)
    begin = max(row.place(end) if end else 0, place - surroundings.REACH)
    if joints.meaning.search(signs, begin, place) is None:
        return one
    if joints.parting.search(signs, begin, place) is not None and _may_be_parted(one):
        fraction = _fraction(setting, one, begin, place)
        if fraction is not None:
            return fraction
        match = joints.portions.search(signs[begin:place])
        if match and match.lastgroup and not _says_which(setting, one, place):
            start, portion = row.starts[begin + match.start()], Portion(match.lastgroup)
            return one._replace(start=start, portion=portion, rule=f"{one.rule}, {portion} part")
    lasting = joints.lasting.search(signs, begin, place)
    if lasting is not None and one.absolute and one.last is None:
        return _lasting(setting, one, lasting)
    if joints.doubting.search(signs, begin, place) is None:
        return one
    if one.stretch is Stretch.ONE and one.last is None:
        match = joints.vague.search(signs[begin:place])
        if match and match.lastgroup:
            place, stretch = begin + match.start(), Stretch(match.lastgroup)
            if _may_be_vague(setting, one, stretch, place):
                start = row.starts[place]
                return one._replace(start=start, stretch=stretch, rule=f"{one.rule}, {stretch}")
    return one


def _may_be_parted(one: Expression) -> bool:
    """Whether words before an expression can say which part of it is meant."""
    return one.portion is Portion.WHOLE and one.first.unit is not Unit.DAY and one.rule != SPAN_ENDED


def _says_which(setting: Setting, one: Expression, place: int) -> bool:
    """Whether a year between an article and a noun only says which thing is meant, and words before it a part
    of that thing: "the end of the 1999 season". It stands at the sign `place`.
    """
    if one.rule != "year" or not neighbours.plays_before("determiner", setting.row, place, setting.lexicon):
        return False
    word = neighbours.word_after(setting.row, setting.row.place(one.end))
    return bool(word) and not surroundings.goes_on_without(word, setting.lexicon.language)


def _fraction(setting: Setting, one: Expression, begin: int, place: int) -> Expression | None:
    """A part of a unit that is said by its number: "the second half of the 18th century". The words for it
    stand between the signs `begin` and `place`.
    """
    row = setting.row
    if not setting.lexicon.language.dates.fractions or one.first.unit >= Unit.WEEKEND:
        return None
    match = setting.joints.fraction.search(row.signs, begin, place)
    if match is None:
        return None
    kind = next((kind for kind in _FRACTIONS if match.start(kind) >= 0), "decade")
    parts = _FRACTIONS.get(kind, ())
    number: int | None = len(parts) or _DECADES
    if match.start("last") < 0:
        number = number_in(row.words(*match.span("ordinal")), "ordinal", setting.lexicon)
    if number is None or not 1 <= number <= (len(parts) or _DECADES):
        return None
    start = match.start()
    article = neighbours.before(row, start)
    if row.word(article).lower() in setting.lexicon.language.dates.fractions.get("before", ()):
        start = article
    if not parts:
        return _decade(one, row.starts[start], number)
    portion = parts[number - 1]
    return one._replace(start=row.starts[start], portion=portion, rule=f"{one.rule}, {portion} of it")


def _decade(century: Expression, start: int, number: int) -> Expression | None:
    """The decade with this number in a century; None in what is no century with its number."""
    if century.first.unit is not Unit.CENTURY or not century.absolute or century.last is not None:
        return None
    year = century.first.first()[0] + 10 * (number - 1)
    return century._replace(
        start=start,
        first=Moment(Unit.YEAR, year),
        last=Moment(Unit.YEAR, year + 9),
        stretch=Stretch.PERIOD,
        rule=f"{century.rule}, decade of it",
    )


def _may_be_vague(setting: Setting, one: Expression, stretch: Stretch, begin: int) -> bool:
    """Whether "before" and "after" leave open when something was. They stand at the sign `begin`.

    In brackets they do; else only before years, and not where they open a sentence, for there they tell the
    order of a story. "Before 1848" leaves open how long before, whatever follows; "after 1848" does where its
    clause ends, and with words after it says from when on: "After 1985 the agency changed". And "before the
    1978 exhibition" is before a thing of that year, not before the year.
    """
    row = setting.row
    if one.relation is not None:
        return False
    if stretch is Stretch.ABOUT:
        return one.first.unit is not Unit.DAY or one.first.number is not None
    bracket = neighbours.before(row, begin)
    if bracket >= 0 and row.signs[bracket] in "([?":
        return True
    if one.first.unit is not Unit.YEAR or row.word(begin)[:1].isupper():
        return False
    start, after = row.place(one.start), neighbours.after(row, row.place(one.end))
    if after >= len(row.signs) or not row.word(after)[0].isalnum():
        return True
    bare = row.text[one.start : one.end].isdigit()
    of_thing = bare and neighbours.plays_before("determiner", row, start, setting.lexicon)
    return stretch is Stretch.BEFORE and not of_thing


def _lasting(setting: Setting, one: Expression, match: re.Match[str]) -> Expression:
    """A stretch given by its first day and its length: "for three weeks from 5 May 1848"."""
    row, values = setting.row, setting.lexicon.values
    amount = number_in(row.words(*match.span("number")), "number", setting.lexicon)
    word = row.words(*match.span("unit"))
    kind = next((kind for kind in MEASURES if (f"unit {kind}", word) in values), None)
    if not amount or kind is None:
        return one
    unit = Unit[kind.upper()]
    last = shifted(one.first, amount, unit)
    if last.unit is Unit.DAY:
        last = shifted(last, -1, Unit.DAY)
    elif unit > last.unit:
        return one
    times, letter = _DURATION[unit]
    return one._replace(
        start=row.starts[match.start("number")],
        last=last,
        stretch=Stretch.PERIOD,
        duration=f"P{amount * times}{letter}",
        rule=f"{one.rule}, with its length",
    )
