"""Months, weeks and years of which the last day is said: "the six months ended July 31", "the week ended
June 4", "the fiscal year ended Jan. 31, 1998".
"""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.expression import Anchor, Expression, Relation, Stretch
from edition.converter.forms.dates.joining.joints import Setting, one_sign_of
from edition.converter.forms.dates.joining.quarters_ended import SPAN_ENDED, ended, one_of, words_of_end
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.signs.lexicon import Lexicon
from edition.converter.languages import Language

_WORD = 9  # characters before a day in which the last of them stands
_LEAD = 48  # characters before a day in which the words for it stand
_HALF = 6  # months
_MOST = {Unit.MONTH: 12, Unit.WEEK: 53, Unit.YEAR: 1}
_UNITS = {"month": Unit.MONTH, "week": Unit.WEEK, "year": Unit.YEAR}


def with_spans_ended(setting: Setting, found: list[Expression]) -> list[Expression]:
    """Expressions in order, and before days and months the time that is said to have ended with them."""
    language, text = setting.lexicon.language, setting.row.text
    last, led, units = _words(language)
    those = {
        one.start
        for one in found
        if one.relation is None
        and one.first.number is not None
        and text[max(0, one.start - _WORD) : one.start - 1].rpartition(" ")[2] in last
        and text.endswith(led, 0, one.start)
    }
    if not those:
        return found
    done: list[Expression] = []
    for one in found:
        begin = max(done[-1].end if done else 0, setting.row.starts[0], one.start - _LEAD)
        if one.start in those and any(unit in text[begin : one.start] for unit in units):
            span = _span(language, text, begin, one)
            done += [span] if span is not None else []
        done.append(one)
    return done


@cache
def units_that_end(lexicon: Lexicon) -> re.Pattern[str]:
    """Finds the sign of a word for what ends, one of which stands in a row that tells of such a time."""
    return one_sign_of(lexicon.signs_of(*(f"unit {kind}" for kind in _UNITS)))


@cache
def _words(language: Language) -> tuple[frozenset[str], tuple[str, ...], tuple[str, ...]]:
    """The last word before a day with which something is said to have ended, what ends there with its blank,
    and the words for what ended.
    """
    dates = language.dates
    ends = {phrase.split()[-1] for phrase in dates.ended}
    small = (*dates.placing, *dates.happens_on)
    units = tuple(word for kind in _UNITS for word in dates.units.get(kind, ()))
    led = tuple(f"{end}{word} " for end in ends for word in ("", *(f" {each}" for each in small)))
    return frozenset((*ends, *small)), led, units


def _span(language: Language, text: str, begin: int, end: Expression) -> Expression | None:
    """The time that is said to have ended with a day or a month."""
    if end.first.unit not in (Unit.DAY, Unit.MONTH) or end.last is not None:
        return None
    match = _before(language).search(text, begin, end.start)
    if match is None:
        return None
    if match["half"]:
        # Not "They have half a year to June", "nearly a half year ended in June".
        return _up_to(match.span("span"), _HALF, Unit.MONTH, end) if match["article"] else None
    kind = next(kind for kind in _UNITS if match[kind])
    unit, counted = _UNITS[kind], match["number"]
    amount = _number(counted, language) if counted else 1
    if not 0 < amount <= _MOST[unit]:
        return None
    if (kind == "month") is not bool(counted) and kind != "week":
        return None  # "two years ended", "the month ended"
    if match["to"] and not (match["article"] and (counted or unit is Unit.YEAR)):
        return None  # "They have three months to June"
    if unit is Unit.WEEK and end.first.unit is not Unit.DAY:
        return None
    return _up_to(match.span("span"), amount, unit, end)


def _up_to(place: tuple[int, int], amount: int, unit: Unit, end: Expression) -> Expression:
    """So many months, weeks or years up to a day or a month, said at some offsets."""
    relation = Relation(Anchor.SAME, amount, unit, end.first)
    span = Expression(*place, SPAN_ENDED, Moment(unit), relation=relation)
    if end.first.year is None:
        return span
    first, last = ended(end.first, amount, unit)
    return span._replace(
        first=first, last=last, stretch=Stretch.PERIOD if last else Stretch.ONE, relation=None
    )


def _number(said: str, language: Language) -> int:
    return int(said) if said.isdigit() else language.dates.numbers.get(said.lower(), 0)


@cache
def _before(language: Language) -> re.Pattern[str]:
    """The words for such a time, and those between it and its day, at the end of what is searched."""
    dates = language.dates
    articles = one_of(dates.before_quarter[1])
    number = rf"\d{{1,2}}|{one_of(dates.numbers)}"
    units = "|".join(rf"(?P<{kind}>{one_of(dates.units.get(kind, ()))})" for kind in _UNITS)
    half = one_of(dates.half_years)
    to = one_of(dates.ranges.get("to", ()))
    between = rf"(?:(?P<to>{to})|{words_of_end(language)})"
    before = rf"(?:(?:{one_of(dates.before_span)})\s+)?"
    counted = rf"(?P<half>{half})|(?:(?P<number>{number})\s+)?(?:{units})"
    span = rf"(?P<span>(?:(?P<article>{articles})\s+)?{before}(?:{counted}))"
    return re.compile(rf"(?<![\w-]){span},?\s+{between}\s+\Z", re.I)
