"""Two centuries as one stretch: "the 18th and 19th centuries", "du XVe au XVIIe siècle"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from edition.converter.forms.dates.expression import Expression, Stretch
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.signs.lexicon import Lexicon
from edition.converter.forms.dates.signs.numbers import number_in
from edition.converter.forms.dates.signs.pieces import phrases, pieces
from edition.converter.forms.dates.signs.surroundings import REACH

_YEARS = 100


def with_other_century(setting: Setting, one: Expression, begin: int) -> Expression:
    """A century with the one that shares its name before it, from the sign `begin` on, or after it."""
    row, beside = setting.row, _beside(setting.lexicon)
    place = row.place(one.start)
    before = beside.before.search(row.signs, begin, place)
    if before is not None:
        if not _differs(setting, one, before):
            return one
        at = before.start("other")
        if any(map(str.isalpha, row.words(before.end("other"), place))):
            opened = setting.joints.opens.search(row.signs, max(0, begin - REACH), at)
            at = opened.start() if opened is not None else at
        return _both(setting, one, before)._replace(start=row.starts[at])
    said = row.text[one.start : one.end].lower().split()
    after = (beside.after if not beside.plurals.isdisjoint(said) else beside.until).match(
        row.signs, row.place(one.end)
    )
    if after is None or not _differs(setting, one, after):
        return one
    return _both(setting, one, after)._replace(end=row.starts[after.end()])


class _Beside(NamedTuple):
    """The number of another century, before a century or after it, or after "to" alone; and the plurals."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    until: re.Pattern[str]
    plurals: frozenset[str]


@cache
def _beside(lexicon: Lexicon) -> _Beside:
    dates = lexicon.language.dates
    to, both = (phrases(dates.ranges.get(name, ()), lexicon) for name in ("to", "and"))
    article = rf"(?:[{lexicon.signs_of('determiner', 'article')}] ?['’]? ?){{0,2}}"
    number = rf"(?P<other>{pieces(lexicon)['ordinal']}|[iab]\.?)"
    roman = rf"(?P<other>[{lexicon.signs_of('R', 'Q')}])(?![\w-])"
    return _Beside(
        re.compile(rf"(?<![.,:/-]){number}(?: ?(?:{to}) ?| ?(?:{both}) ?){article}$"),
        re.compile(rf"(?: ?(?:{to}) ?| ?(?:{both}) ?){article}{roman}"),
        re.compile(rf" ?(?:{to}) ?{article}{roman}"),
        dates.plurals,
    )


def _differs(setting: Setting, one: Expression, match: re.Match[str]) -> bool:
    """Whether a match names another century than an expression, and in its order, if that is known."""
    other, year = _first_year(setting, match), one.first.year
    if year is None or other <= 0 or other == year:
        return False
    after = match.start("other") >= setting.row.place(one.end)
    return _is_before_our_era(setting, one, match) or (other > year if after else other < year)


def _both(setting: Setting, one: Expression, match: re.Match[str]) -> Expression:
    """The stretch of an expression and of the century that a match names; before our era, of that with the
    higher number first.
    """
    other = Moment(Unit.CENTURY, _first_year(setting, match))
    earlier, later = sorted((one.first, other), key=lambda century: century.year or 0)
    if _is_before_our_era(setting, one, match):
        earlier, later = later, earlier
    return one._replace(first=earlier, last=later, stretch=Stretch.PERIOD, rule=f"{one.rule}, from and to")


def _first_year(setting: Setting, match: re.Match[str]) -> int:
    words = setting.row.words(*match.span("other"))
    return ((number_in(words, "ordinal", setting.lexicon) or 0) - 1) * _YEARS + 1


def _is_before_our_era(setting: Setting, one: Expression, match: re.Match[str]) -> bool:
    end = max(setting.row.place(one.end), match.end())
    return setting.joints.bce.match(setting.row.signs, end) is not None
