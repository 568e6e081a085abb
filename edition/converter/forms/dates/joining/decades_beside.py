"""A decade that shares its noun with the one beside it: "les années 60 et 70", "60-е и 70-е годы"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.languages import Language

_BEFORE = 20  # characters before a decade in which one stands that shares its noun
_CENTURY = 100
_TENS = r"['’]?(?P<tens>(?:\d\d)?[1-9]0)"
_LAST_FIGURES = re.compile(r"(?:\d\d)?\d0(?P<tail>\D{0,4})\Z")  # "années 60", "the 1960s", "latach 60."
_FIRST_FIGURES = re.compile(r"(?:\d\d)?\d0(?P<tail>[^\w\s]?[^\W\d_]*)")  # "70-е годы", "70. letech"
_NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")


def with_decades_beside(setting: Setting, found: Iterable[Expression]) -> list[Expression]:
    """Expressions in order, with the decades that stand as mere numbers beside others."""
    those = list(found)
    decades = [one for one in those if one.first.unit is Unit.DECADE and one.last is None]
    more = [
        two for one in decades for two in (_before(setting, one), _after(setting, one)) if two is not None
    ]
    if not more:
        return those
    added: list[Expression] = []
    for two in sorted(_apart_from(more, decades), key=_start):
        if not added or added[-1].end <= two.start:
            added.append(two)
    return sorted([*_apart_from(those, added), *added], key=_start)


def _start(one: Expression) -> int:
    return one.start


def _apart_from(ones: Iterable[Expression], others: Sequence[Expression]) -> list[Expression]:
    """Those that none of some others, which are in order, covers in part."""
    starts = [one.start for one in others]
    apart = []
    for one in ones:
        at = bisect_left(starts, one.end)
        if at == 0 or others[at - 1].end <= one.start:
            apart.append(one)
    return apart


def _after(setting: Setting, one: Expression) -> Expression | None:
    """The decade after one with whose noun it goes on, in figures that end as those of the first do."""
    language, text = setting.lexicon.language, setting.row.text
    figures = _LAST_FIGURES.search(text, one.start, one.end)
    match = _more(language).match(text, one.end) if figures is not None else None
    if match is None or figures is None:
        return None
    end = match.end() + len(figures["tail"])
    if text[match.end() : end] != figures["tail"] or text[end : end + 1].isalnum():
        return None
    following = _NEXT_WORD.match(text, end)
    if following is not None and following[1] in language.dates.counted:
        return None
    return _decade(one, match, end)


def _before(setting: Setting, one: Expression) -> Expression | None:
    """The decade before one whose noun follows that: "60-е и 70-е годы"."""
    text = setting.row.text
    figures = _FIRST_FIGURES.match(text, one.start, one.end)
    if figures is None or not figures["tail"]:
        return None
    match = _less(setting.lexicon.language).search(text, max(0, one.start - _BEFORE), one.start)
    if match is None or not figures["tail"].startswith(match["tail"]):
        return None
    return _decade(one, match, match.end("tail"))


def _decade(one: Expression, match: re.Match[str], end: int) -> Expression:
    """The decade that a match says, of the century of another where it says none."""
    tens = int(match["tens"])
    said = tens >= _CENTURY
    year = tens if said else (one.first.year or 0) // _CENTURY * _CENTURY + tens
    start = match.start("tens")
    if match.string[start - 1] in "'’" and start > match.start():
        start -= 1
    unsaid = one.century_unsaid and not said
    return one._replace(start=start, end=end, first=Moment(Unit.DECADE, year), century_unsaid=unsaid)


@cache
def _more(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?:{_both(language)})\s+|\s?[-–]\s?){_TENS}(?!\d|[.,]\d| ?%)")


@cache
def _less(language: Language) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,]){_TENS}(?P<tail>[^\w\s]?[^\W\d_]{{0,3}})\s+(?:{_both(language)})\s+\Z")


def _both(language: Language) -> str:
    words = (word for word in language.dates.ranges.get("both", ()) if word.isalpha())
    return "|".join(map(re.escape, words)) or "(?!)"
