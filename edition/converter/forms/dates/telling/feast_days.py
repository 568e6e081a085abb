"""Feasts with which the entries of a diary begin: "Palm Sunday. Rain", "Ash Wednesday, 24th. To church"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from edition.converter.forms.dates.calendar.feasts import FEAST, feast_key
from edition.converter.forms.dates.expression import ENTRY, Anchor, Expression, Relation
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.passages import Passage
from edition.converter.forms.dates.telling.diary import is_set_off, may_begin
from edition.converter.languages import Language

_FEWEST = 3  # days that begin passages
_FAR = 12  # characters from a feast to its day
_NUMBER = re.compile(r",? (?P<day>[1-9]|[12]\d|3[01])(?![\d/:-]|\.\d)")
_TO_DAY = re.compile(r"[_*]{0,2},? ?(?:[a-z]{2,3}\.? )?")


def with_feast_days(
    expressions: Sequence[Expression], passages: Sequence[Passage], text: str, language: Language
) -> list[Expression]:
    """Expressions in order, with those of feasts that begin entries, where other days begin passages, too."""
    starts = {passage.start for passage in passages}
    begun = (one for one in expressions if one.start in starts and one.first.unit is Unit.DAY)
    if sum(1 for _ in islice((one for one in begun if may_begin(one, text)), _FEWEST)) < _FEWEST:
        return list(expressions)
    return feast_days(expressions, passages, text, language)


def feast_days(
    expressions: Sequence[Expression], passages: Sequence[Passage], text: str, language: Language
) -> list[Expression]:
    """Expressions in order, with feasts at the beginning of passages as days of a diary: those that are set
    off, and those with their day after them as one expression.
    """
    found = list(expressions)
    place = 0
    for feast in _feasts(passages, text, language):
        start, end = feast.start("words"), feast.end()
        while place < len(found) and found[place].end <= start:
            place += 1
        day = next((n for n in range(place, len(found)) if _is_its_day(found[n], end, text)), None)
        if day is not None:
            found[place : day + 1] = [found[day]._replace(start=start)]
        elif (number := _NUMBER.match(text, end)) is not None and is_set_off(number.end(), text):
            named = Moment(Unit.DAY, None, None, int(number["day"]))
            relation = Relation(Anchor.SAME, 0, Unit.MONTH, named)
            entry = Expression(start, number.end(), ENTRY, named, relation=relation)
            found[place:place] = [entry]
        elif is_set_off(end, text):
            covered = place
            while covered < len(found) and found[covered].start < end:
                covered += 1
            found[place:covered] = [_entry(start, end, feast["feast"], language)]
    return found


def _feasts(passages: Sequence[Passage], text: str, language: Language) -> Iterator[re.Match[str]]:
    """The feasts with which passages begin."""
    feast, first = feast_beginning(language), _first_signs(language)
    for passage in passages:
        if text[passage.start : passage.start + 1] in first:
            found = feast.match(text, passage.start, passage.end)
            if found is not None:
                yield found


@cache
def _first_signs(language: Language) -> frozenset[str]:
    """The signs with which a feast can begin, also after a preposition or marks."""
    names = (name for several in language.dates.feasts.values() for name in several)
    words = (word.capitalize() for word in language.dates.before_day)
    return frozenset("_*[").union(word[0] for word in (*names, *words) if word)


def _is_its_day(one: Expression, end: int, text: str) -> bool:
    """Whether an expression is a day right after a feast that ends at `end`, or has its last word."""
    if one.first.unit is not Unit.DAY or one.first.day is None or one.last is not None:
        return False
    if one.start < end:
        return one.end > end
    return one.start - end <= _FAR and _TO_DAY.fullmatch(text, end, one.start) is not None


def _entry(start: int, end: int, name: str, language: Language) -> Expression:
    named = Moment(Unit.DAY, time=f"{FEAST}{feast_key(name, language)}")
    return Expression(
        start, end, ENTRY, Moment(Unit.DAY), relation=Relation(Anchor.SAME, 0, Unit.YEAR, named)
    )


@cache
def feast_beginning(language: Language) -> re.Pattern[str]:
    """The name of a feast, also after a preposition, with which words begin."""
    names = {name for several in language.dates.feasts.values() for name in several}
    words = sorted({*names, *(name.replace("'", "’") for name in names)}, key=len, reverse=True)
    one_of = "|".join(map(re.escape, words)) or "(?!)"
    before = "|".join(re.escape(word.capitalize()) for word in language.dates.before_day) or "(?!)"
    return re.compile(rf"[_*\[]{{0,2}}(?P<words>(?:(?:{before}) )?(?P<feast>{one_of}))(?![\w'’-])")
