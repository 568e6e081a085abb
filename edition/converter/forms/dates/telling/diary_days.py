"""Days of a diary that say less than others: only their number ("2. Snow.", "5.—"), after a day with its
month or under a month, or only their weekday ("Thursday. Rain."), after a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from edition.converter.forms.dates.expression import ENTRY, Anchor, Expression, Relation
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.passages import Passage
from edition.converter.forms.dates.signs.grammar import grammar
from edition.converter.forms.dates.signs.lexicon import Lexicon
from edition.converter.forms.dates.telling.diary import (
    SET_OFF,
    beginning,
    beginnings,
    ends_line,
    is_like_a_list,
    is_set_off,
    may_begin,
)
from edition.converter.forms.dates.telling.feast_days import with_feast_days
from edition.converter.forms.dates.telling.lettered_days import lettered_days
from edition.converter.forms.dates.telling.years_over import with_years_over
from edition.converter.languages import Language

_NUMBER = re.compile(
    r"[_*\[]{0,2}(?:(?P<article>[^\W\d_]{1,3}+) )?"
    r"(?P<day>\d{1,3})(?:\.|(?=\s?(?:--|[—–])))(?!\d)(?!\s?[./–—-]?\s?\d)"
)
_ALONE = re.compile(r"[\s_*\[]*(?P<word>[^\W\d_]{3,12})[\s_*\].:—–-]*")
_WORD = re.compile(r"[ _*\[]{0,3}(?P<word>[^\W\d_]+(?:-[^\W\d_]+)?)")
_MOST = 31
_FEWEST_NUMBERS, _FEWEST_DAYS = 2, 4  # numbers, and all days, with those that have their month or weekday
_FEWEST_DATED = 3  # days with their month, after which one number will do
_FEWEST_UNDER_MONTH = 3
_SHORTENED = 3  # letters of a shortened weekday: "So." begins sentences, too
_FEWEST_WITH_WEEKDAYS = 3  # days, with those that are only weekdays


def with_diary_days(
    expressions: Sequence[Expression], passages: Sequence[Passage], text: str, language: Language
) -> list[Expression]:
    """Expressions in order, with the days of a diary that are only numbers, and those that are only weekdays
    as days of it. The passages are in the order of the text.
    """
    lexicon = grammar(language).lexicon
    lettered = [
        _entry(one.start, one.end, Moment(Unit.DAY, None, None, one.day, one.weekday))
        for one in lettered_days(passages, text, language)
    ]
    known = _together(expressions, lettered) if lettered else expressions
    known = with_feast_days(known, passages, text, language)
    numbered = _with_numbers(known, passages, text, lexicon)
    days = _with_weekdays(numbered, passages, text, lexicon)
    return with_years_over(days, passages, text)


class _Numbers:
    """The numbers that begin passages after a day or a month, each higher than the one before, until the next
    such day or month. One number that goes back, or that no month has, and those around it are the points of
    a list; so are those under a month that begin with 1 and leave no day out, if no month has others.
    """

    def __init__(self) -> None:
        self.found: list[Expression] = []
        self.months: list[Expression] = []
        self.over_days: list[Expression] = []  # months right over a day that names them again
        self._group: list[Expression] = []
        self._day: int | None = None  # that was read last; None before the first, and where a list was met
        self._dated = self._told = 0
        self._in_lists = True
        self._month: Expression | None = None

    def begin(self, day: int, month: Expression | None = None, number: int | None = None) -> None:
        """Go on from a day with the number of its month, or (0) from a month."""
        over, told = self._month, self._group or self._day
        if over is not None and not told and over.first.number == number:
            self.over_days.append(over)
        self.end()
        self._day, self._month = day, month
        self._dated += month is None

    def end(self) -> None:
        """Take what was found since the last day or month."""
        if self._month is not None and (self._group or self._day):
            self.months.append(self._month)
            self._in_lists &= is_like_a_list([one.first.day or 0 for one in self._group])
        self.found += self._group
        self._group, self._day, self._month = [], None, None

    def day(self, day: int) -> None:
        """Go on from a day that is told without its month."""
        if self._day is not None:
            self._day, self._told = day or self._day, self._told + 1

    def number(self, start: int, end: int, day: int) -> None:
        """A number at the beginning of a passage."""
        if self._day is None:
            return
        if not self._day < day <= _MOST:
            self._group, self._day, self._month = [], None, None
            return
        self._group.append(_entry(start, end, Moment(Unit.DAY, None, None, day)))
        self._day = day

    def are_days(self) -> bool:
        """Whether what was found is the days of a diary."""
        numbers, dated = len(self.found), self._dated
        listed = self._in_lists and not self._told
        if self.months and not listed and numbers + self._told >= _FEWEST_UNDER_MONTH:
            return True
        fewest = _FEWEST_NUMBERS - (dated >= _FEWEST_DATED)
        return dated > 0 and numbers + self._told >= fewest and numbers + self._told + dated >= _FEWEST_DAYS


def _with_numbers(
    expressions: Sequence[Expression], passages: Sequence[Passage], text: str, lexicon: Lexicon
) -> list[Expression]:
    taken = {one.start: one for one in expressions}
    numbers = _Numbers()
    for passage in passages:
        number = _number(passage, text, lexicon)
        one = taken.get(passage.start if number is None else number[0])
        if one is None and number is None and text[passage.start : passage.start + 1] in SET_OFF:
            one = taken.get(beginning(passage, text))
        month = _month_alone(passage, one, text, lexicon)
        if month is not None:
            numbers.begin(0, month)
        elif one is not None and one.first.unit is Unit.DAY and one.first.number and may_begin(one, text):
            numbers.begin(one.first.day or 0, number=one.first.number)
        elif one is not None and (one.rule == ENTRY or (one.first.weekday and may_begin(one, text))):
            numbers.day(one.first.day or 0)
        elif number is not None:
            numbers.number(*number)
    numbers.end()
    months = numbers.over_days if len(numbers.over_days) > 1 else []
    if not numbers.are_days():
        return _together(expressions, months) if months else list(expressions)
    return _together(expressions, [*numbers.found, *numbers.months, *months])


def _number(passage: Passage, text: str, lexicon: Lexicon) -> tuple[int, int, int] | None:
    """Where a number begins and ends with which a passage begins, also after an article ("Den 14. Schnee"),
    and the number.
    """
    found = _NUMBER.match(text, passage.start, passage.end)
    if found is None:
        return None
    article = found["article"]
    if article and not _is_article(article, lexicon):
        return None
    return found.start("article" if article else "day"), found.end("day"), int(found["day"])


def _is_article(word: str, lexicon: Lexicon) -> bool:
    sign = lexicon.signs[word[0].lower() + word[1:]]
    return word[0].isupper() and sign in lexicon.signs_of("determiner", "article")


def _month_alone(passage: Passage, one: Expression | None, text: str, lexicon: Lexicon) -> Expression | None:
    """The month that a passage is, with its year or without; None where it is more, or no month."""
    if one is not None and one.first.unit is Unit.MONTH and one.last is None:
        after = text[one.end : passage.end].strip(" \t\n_*].:—–-")
        return None if after else one
    if passage.end - passage.start >= _MOST:
        return None
    alone = _ALONE.fullmatch(text, passage.start, passage.end)
    number = alone and lexicon.values.get(("month", alone["word"]))
    if alone is None or not number or not alone["word"][0].isupper():
        return None
    return Expression(*alone.span("word"), "month", Moment(Unit.MONTH, None, number))


def _with_weekdays(
    expressions: Sequence[Expression], passages: Sequence[Passage], text: str, lexicon: Lexicon
) -> list[Expression]:
    """Expressions in order, with those that are only a weekday, at the beginning of a passage and set off
    from it, as days of a diary, if days that say more begin passages, too; one on a line of its own may be
    the day of a newspaper, which tells of the days before it.
    """
    starts = beginnings(passages, text)
    begun = (one for one in expressions if one.start in starts and one.last is None)
    days = [one for one in begun if one.first.unit is Unit.DAY and one.first.day]
    dated = [one for one in days if one.first.number or one.first.weekday]
    if len(dated) < 2 and all(ends_line(one.end, text) for one in dated):
        return list(expressions)
    first = _first_signs(lexicon)
    said = (
        _weekday_alone(passage, text, lexicon)
        for passage in passages
        if text[passage.start : passage.start + 1] in first
    )
    weekdays = [one for one in said if one is not None and one.start > dated[0].start]
    fuller = {one.start for one in days}
    weekdays = [one for one in weekdays if one.start not in fuller]
    if not weekdays or len(weekdays) + len(days) < _FEWEST_WITH_WEEKDAYS:
        return list(expressions)
    taken = {one.start for one in weekdays}
    return sorted([*weekdays, *(one for one in expressions if one.start not in taken)])


@cache
def _first_signs(lexicon: Lexicon) -> frozenset[str]:
    """The signs with which a weekday can begin, also after marks."""
    words = (*lexicon.words_of("weekday"), *lexicon.words_of("weekday."))
    return frozenset(" _*[").union(word[0] for word in words)


def _weekday_alone(passage: Passage, text: str, lexicon: Lexicon) -> Expression | None:
    """The weekday that a passage begins with and that is set off, also with a part of the day ("Saturday
    night."); None where there is none.
    """
    first = _WORD.match(text, passage.start, passage.end)
    if first is None:
        return None
    weekday = lexicon.values.get(("weekday", first["word"]))
    if not weekday and len(first["word"]) >= _SHORTENED and text[first.end() : first.end() + 1] == ".":
        weekday = lexicon.values.get(("weekday.", first["word"]))  # "Mittw. Regen"
    if not weekday:
        return None
    part = _WORD.match(text, first.end(), passage.end)
    end = part.end() if part and ("unit night", part["word"]) in lexicon.values else first.end()
    if not is_set_off(end, text):
        return None
    return _entry(first.start("word"), end, Moment(Unit.DAY, weekday=weekday))


def _entry(start: int, end: int, first: Moment) -> Expression:
    return Expression(start, end, ENTRY, first, relation=Relation(Anchor.SAME, 0, Unit.MONTH, first))


def _is_same_day(entry: Expression, one: Expression) -> bool:
    """Whether an expression says no more than the day of an entry that covers it: the "14." of "Den 14."."""
    return one.first.number is None and one.last is None and one.first.day == entry.first.day


def _together(expressions: Iterable[Expression], numbers: Iterable[Expression]) -> list[Expression]:
    """Both in order, without the numbers that another expression covers in part."""
    kept: list[Expression] = []
    for one in sorted((*expressions, *numbers), key=lambda one: (one.start, one.rule == ENTRY)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
        elif kept[-1].rule == ENTRY and one.rule != ENTRY and not _is_same_day(kept[-1], one):
            kept[-1] = one
    return kept
