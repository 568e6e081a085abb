"""Dates with what belongs to them in their row: other dates, and the words around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from edition.converter.forms.dates.expression import PART_OF_DAY, Expression
from edition.converter.forms.dates.joining.days_after import with_days_after
from edition.converter.forms.dates.joining.decades_beside import with_decades_beside
from edition.converter.forms.dates.joining.hours_before import with_hours_before
from edition.converter.forms.dates.joining.joints import Setting, joints
from edition.converter.forms.dates.joining.quarters_after import with_quarters_after
from edition.converter.forms.dates.joining.quarters_ended import QUARTERS, with_quarters_ended
from edition.converter.forms.dates.joining.ranges import apart, joined
from edition.converter.forms.dates.joining.shared_month import with_days_before
from edition.converter.forms.dates.joining.spans_ended import units_that_end, with_spans_ended
from edition.converter.forms.dates.joining.two_styles import paired, with_style
from edition.converter.forms.dates.joining.units_around import with_units_around
from edition.converter.forms.dates.joining.weekdays_beside import (
    with_days_said_twice,
    with_weekdays_beside,
)
from edition.converter.forms.dates.joining.worded_years import with_worded_years
from edition.converter.forms.dates.joining.wording import with_words_before
from edition.converter.forms.dates.joining.years_after import with_years_after
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.signs.lexicon import BLANK, Lexicon
from edition.converter.forms.dates.signs.row import Row

_DECADE = Unit.DECADE
_AGAIN = 60  # characters before a date in which words say that it happens again
_NEAR = 3  # words of a text before it, of which one is the last word of those
_WORDS = re.compile(r"\w+")
_LEAST_DECADE = 1000  # figures that are a decade by themselves


def combined(row: Row, simple: Sequence[Expression], lexicon: Lexicon) -> list[Expression]:
    """The expressions of a row with what belongs to them. `simple` are in order and apart from one another,
    and so are those that come out.
    """
    setting = Setting(row, joints(lexicon), lexicon)
    found = with_worded_years(setting, apart(row, simple))
    if len(found) > 1:
        found = with_units_around(setting, with_years_after(setting, found))
    quarters = decades = ends = times = False
    for one in found:
        if one.rule in QUARTERS:
            quarters = True
        elif one.first.unit is _DECADE:
            decades = True
        elif one.rule == "time":
            times = True
        elif one.first.number is not None and one.relation is None:
            ends = True
    if quarters:
        found = with_quarters_after(setting, with_quarters_ended(setting, found))
    if decades:
        found = with_decades_beside(setting, found)
    if ends and lexicon.language.dates.ended and units_that_end(lexicon).search(row.signs):
        found = with_spans_ended(setting, found)
    found = joined(setting, with_weekdays_beside(setting, found))
    found = with_days_before(setting, found)
    if len(found) > 1:
        found = with_days_said_twice(setting, found)
        found = paired(setting, found)
    worded = with_words_before(setting, with_days_after(setting, found))
    found = [with_style(setting, one) for one in worded]
    if times:
        found = with_hours_before(setting, found)
    found = [one for one in found if not _too_early(one) and not _happens_again(setting, one)]
    return _without_covered(_without_parts_of_days(setting, found)) if len(found) > 1 else found


def _happens_again(setting: Setting, one: Expression) -> bool:
    """Whether words before a date say that it is of every year: "every 5 November", "usually from June to
    November".
    """
    if one.rule != "time" and (one.absolute or one.relation is not None or one.first.unit is Unit.DECADE):
        return False
    if one.rule != "time" and setting.joints.yearly.match(setting.row.text, one.end):
        return True
    joints, text, begin = setting.joints, setting.row.text, max(0, one.start - _AGAIN)
    if one.rule == "time":
        return joints.daily.search(text, begin, one.start) is not None
    if joints.recurring.isdisjoint(_WORDS.findall(text[begin : one.start].lower())[-_NEAR:]):
        return False
    return joints.again.search(text, begin, one.start) is not None


def _too_early(one: Expression) -> bool:
    """Whether figures that are a decade only before our era ("470s") stand without it."""
    is_decade = one.rule.startswith("decade") and not one.century_unsaid
    return is_decade and 0 < (one.first.year or 0) < _LEAST_DECADE


def _without_parts_of_days(setting: Setting, found: Sequence[Expression]) -> list[Expression]:
    """The expressions without parts of the day right after the day that they are part of: "ayer por la
    noche", "Freitag morgen".
    """
    later = (
        one
        for before, one in pairwise(found)
        if before.first.unit is not Unit.DAY
        or not _is_part_of_day(setting, one)
        or setting.gap(before, one) != BLANK
    )
    return [found[0], *later]


def _is_part_of_day(setting: Setting, one: Expression) -> bool:
    """Whether an expression is a part of the day, or a word that is one and a day as well: "morgen"."""
    if one.rule != "deictic":
        return one.rule == PART_OF_DAY
    word = setting.row.text[one.start : one.end]
    return any(("unit night", each) in setting.lexicon.values for each in (word, word.capitalize()))


def _without_covered(found: Iterable[Expression]) -> list[Expression]:
    """The expressions that no later one has taken in with the words before it."""
    kept: list[Expression] = []
    for one in found:
        while kept and kept[-1].end > one.start:
            kept.pop()
        kept.append(one)
    return kept
