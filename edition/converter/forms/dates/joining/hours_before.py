"""The hours that share with a time after them what says that they are such: "von 8 bis 12 Uhr", "3–4 p.m.",
"zwischen 21.00 und 23.40 Uhr", "um 8 und 12 Uhr".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment
from edition.converter.languages import Language

_REACH = 24  # characters before a time in which the hour before it stands
_NOON, _HOURS = 12, 24
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")


def with_hours_before(setting: Setting, found: Sequence[Expression]) -> list[Expression]:
    """Expressions in order, with the hours before the times among them."""
    done: list[Expression] = []
    for one in found:
        hour = _hour_before(setting, one) if one.rule == "time" and one.last is None else None
        if hour is not None and not (done and done[-1].end > hour.start):
            done.append(hour)
        done.append(one)
    return done


def _hour_before(setting: Setting, one: Expression) -> Expression | None:
    """The hour from which a time is the end, or that stands before it; None where none does."""
    language, text = setting.lexicon.language, setting.row.text
    begin = max(setting.row.starts[0], one.start - _REACH)
    match = _hour(language).search(text, begin, one.start)
    relation = one.relation
    if match is None or relation is None or relation.named is None or not relation.named.time:
        return None
    if not match["dash"] and not _is_led(text[begin : match.start()], match, language):
        return None
    time = _time(match, relation.named.time, text[one.start : one.end])
    if not time:
        return None
    moment = Moment(relation.named.unit, time=time)
    start, end = match.span("time")
    return one._replace(start=start, end=end, first=moment, relation=relation._replace(named=moment))


def _is_led(lead: str, match: re.Match[str], language: Language) -> bool:
    """Whether a word before an hour goes with that between the hours: "von … bis", "zwischen … und"; a
    weekday goes with the first, and a word for when with the last.
    """
    dates = language.dates
    word = _LAST_WORD.search(lead.rstrip(" ,"))
    last = word.group() if word is not None else ""
    if match["to"]:
        return last.lower() in dates.ranges.get("from", ()) or last in dates.weekday_names
    return last.lower() in _before_both(language)


def _time(match: re.Match[str], later: str, said: str) -> str:
    """The time of an hour before another, ISO; empty where it would not come before it.

    `said` are the words of the later one, by which hours may count to twelve.
    """
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if hour > _HOURS:
        return ""
    written = re.match(r"\d+", said)
    halved = written is not None and int(written.group()) % _HOURS != int(later[:2]) % _HOURS
    options = (hour % _NOON + _NOON, hour % _NOON) if halved and hour <= _NOON else (hour,)
    times = (f"{each:02d}:{minute:02d}:00" for each in options)
    return next((time for time in times if time < later), "")


@cache
def _hour(language: Language) -> re.Pattern[str]:
    """Finds an hour with what stands between it and a time, at the end of what is searched."""
    ranges = language.dates.ranges
    to, both = (_words(ranges.get(name, ())) for name in ("to", "both"))
    between = _words(ranges.get("and", ()))
    return re.compile(
        r"(?<![\w.,:/–—-])(?P<time>(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?)"
        rf"(?:(?P<dash> ?[-–—] ?)|\s(?P<to>{to})\s|\s(?:{both}|{between})\s)\Z"
    )


@cache
def _before_both(language: Language) -> frozenset[str]:
    """The words before two times of which both are meant, or what is between them."""
    dates = language.dates
    return frozenset((*dates.before_time, *dates.ranges.get("between", ())))


def _words(phrases: Iterable[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in phrases if phrase[0].isalpha()) or "(?!)"
