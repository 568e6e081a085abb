"""A quarter that is a mere number after another: "grew in the third quarter, and may slow in the fourth"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.sentences.sentences import ends_between
from edition.converter.languages import Language

_RULE = "quarter"
_LAST = 4


def with_quarters_after(setting: Setting, found: Iterable[Expression]) -> list[Expression]:
    """Expressions in order, with the quarters that stand as mere numbers after others in their sentence."""
    those = list(found)
    if not any(one.rule == _RULE for one in those):
        return those
    end = setting.row.starts[-1]
    limits = [two.start for _, two in pairwise(those)]
    done: list[Expression] = []
    for one, limit in zip(those, [*limits, end], strict=True):
        done.append(one)
        if one.rule == _RULE and one.last is None and one.first.number is not None:
            done += _after(setting, one, limit)
    return done


def _after(setting: Setting, quarter: Expression, limit: int) -> Iterator[Expression]:
    language, text = setting.lexicon.language, setting.row.text
    match = _number_alone(language).search(text, quarter.end, limit)
    if match is None or ends_between(text, quarter.end, match.start()):
        return
    number = language.dates.ordinal_words[match["number"].lower()]
    if number > _LAST or number == quarter.first.number:
        return
    yield Expression(*match.span("quarter"), _RULE, Moment(Unit.QUARTER, quarter.first.year, number))


@cache
def _number_alone(language: Language) -> re.Pattern[str]:
    """An ordinal with nothing after it to which it could belong, after a word for when and an article."""
    dates = language.dates
    leads, articles = ("|".join(map(re.escape, words)) or "(?!)" for words in dates.before_quarter)
    words = "|".join(map(re.escape, dates.ordinal_words)) or "(?!)"
    number = rf"(?P<quarter>(?:{articles})\s+(?P<number>{words}))"
    return re.compile(rf"(?<!\w)(?:{leads})\s+{number}(?=[,;:.)]|\Z)")
