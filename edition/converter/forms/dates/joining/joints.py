"""The patterns of a language for what stands between dates that belong together, and around a date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from edition.converter.forms.dates.expression import Expression, Portion, Stretch
from edition.converter.forms.dates.signs.lexicon import FIGURES, NO_SIGN, TOKEN, Lexicon
from edition.converter.forms.dates.signs.pieces import phrases, pieces, suffix, year_tail
from edition.converter.forms.dates.signs.row import Row
from edition.converter.languages.subjects.dates import DateWords

MEASURES = ("day", "week", "month", "year")  # units in which the length of a stretch is given
_LETTERS = re.compile(r"\w+")
_PORTIONS = (Portion.EARLY, Portion.MIDDLE, Portion.LATE)
_VAGUE = (Stretch.ABOUT, Stretch.BEFORE, Stretch.AFTER)
_FRACTIONS = ("half", "third", "quarter", "decade")
_MARKS = frozenset("/-–—,&)]")  # that link days to a date after them


class Joints(NamedTuple):
    """The patterns of a language. Those for what stands before a date end with `$`."""

    to: re.Pattern[str]  # between two dates: to
    both: re.Pattern[str]  # between two dates: and
    to_part: re.Pattern[str]  # between two dates: to, or and, a part of the second
    of: re.Pattern[str]  # between a date and its year
    year_of: re.Pattern[str]  # between a date and the year that is counted after it
    article: re.Pattern[str]  # between "two days after" and its date
    about: re.Pattern[str]  # before a date: about
    opens: re.Pattern[str]  # before the first of two dates: from
    leaving: re.Pattern[str]  # what the text of the first ends with, in a language without "from": 1902'den
    until: re.Pattern[str]  # in the text after the second: 1905'e kadar
    between: re.Pattern[str]  # before the first of two dates: between
    day_to: re.Pattern[str]  # before a date: a day of its month, to
    day_and: re.Pattern[str]  # before a date: a day of its month, and
    month_to: re.Pattern[str]  # before a month: a month of its year, to
    pair_end: re.Pattern[str]  # after a date in brackets that is the same in another style
    fraction: re.Pattern[str]  # before a date: the second half of
    portions: re.Pattern[str]  # before a date: early in; the group is the part
    vague: re.Pattern[str]  # before a date: about; the group is how it lies
    lasting: re.Pattern[str]  # before a date: three weeks from
    yearly: re.Pattern[str]  # in the text after a date: every year
    again: re.Pattern[str]  # in the text before a date: every, usually in
    recurring: frozenset[str]  # the last words of what says so, in small letters
    daily: re.Pattern[str]  # in the text before a time of day: daily, on Mondays
    old: re.Pattern[str]  # after a date: Old Style
    new: re.Pattern[str]  # after a date: New Style
    bce: re.Pattern[str]  # after a year: B.C.
    linking: frozenset[str]  # signs one of which is in what links days to a date after them
    parting: re.Pattern[str]  # a sign one of which is in what says before a date which part of it is meant
    doubting: re.Pattern[str]  # a sign one of which is in what says before a date how it lies to it
    meaning: re.Pattern[str]  # one of these two, or of units of what lasts from a date
    styling: frozenset[str]  # signs one of which is in what follows a date and says its style or era


class Setting(NamedTuple):
    """A row of signs, and what its language has between dates and around them."""

    row: Row
    joints: Joints
    lexicon: Lexicon

    def gap(self, one: Expression, two: Expression) -> str:
        """The signs between two expressions."""
        return self.row.signs[self.row.place(one.end) : self.row.place(two.start)]


@cache
def joints(lexicon: Lexicon) -> Joints:
    """The patterns of the language of a lexicon."""
    dates = lexicon.language.dates

    def one_of(table: Mapping[str, tuple[str, ...]], name: str) -> str:
        return phrases(table.get(name, ()), lexicon)

    def named(table: Mapping[str, tuple[str, ...]], *names: str) -> str:
        return "|".join(f"(?P<{name}>{one_of(table, name)})" for name in names)

    to, both, both_words = (one_of(dates.ranges, name) for name in ("to", "both", "and"))
    opens, between, of = (one_of(dates.ranges, name) for name in ("from", "between", "of"))
    article = rf"(?:[{lexicon.signs_of('determiner', 'article')}] ?['’]? ?){{0,2}}"
    suffixed = suffix(lexicon)
    day = rf"(?<![{FIGURES}][.,:/-])(?<![{FIGURES}])(?P<day>[iabc]{suffixed}?(?: ?[.°º])?)"
    month = rf"(?P<month>[{lexicon.signs_of('month', 'month.')}])\.?"
    before = rf"(?:(?P<from>{opens}) ?|(?P<between>{between}) ?)?{article}"
    ends = rf"(?: ?(?P<to>{to}|/) ?| ?(?P<and>{both_words}) ?){article}$"
    number = f"[{lexicon.signs_of('number')}iabcde]"
    parts = phrases(_all(dates.parts), lexicon)
    units = lexicon.signs_of(*(f"unit {unit}" for unit in MEASURES))
    fractions = [phrase for kind in _FRACTIONS for phrase in dates.fractions.get(kind, ())]
    parting = _telling_signs((*_all(dates.parts), *fractions), lexicon)
    doubting = _telling_signs(_all(dates.vague), lexicon)
    return Joints(
        to=re.compile(f" ?(?:{to}) ?{article}"),
        to_part=re.compile(f" ?(?:{to}|{both_words}) ?{article}(?:{parts}) ?{article}"),
        both=re.compile(f" ?(?:{both_words}) ?{article}"),
        of=re.compile(rf" ?,? ?(?:{of})? ?"),
        year_of=re.compile(rf" ?(?:{of})?['’]? ?{article}"),
        article=re.compile(f" ?{article}"),
        about=re.compile(rf"(?:{one_of(dates.vague, Stretch.ABOUT)}) ?$"),
        opens=re.compile(rf"(?:{opens}) ?{article}$"),
        leaving=re.compile(rf"(?:{'|'.join(dates.ranges.get('leaving', ())) or '(?!)'})\s+$"),
        until=re.compile(rf"(?:['’]\w{{1,3}})?\s+(?:{'|'.join(dates.ranges.get('until', ())) or '(?!)'})\b"),
        between=re.compile(rf"(?:{between}) ?{article}$"),
        day_to=re.compile(before + day + ends),
        day_and=re.compile(rf"{day} ?(?:{both}) ?(?:[{lexicon.signs_of('before_day')}] ?)?{article}$"),
        month_to=re.compile(before + month + ends),
        pair_end=re.compile(rf" ?[)\]](?:,? ?(?:(?:{of}) ?)?(?P<year>y)(?:{year_tail(lexicon)})?)?"),
        fraction=re.compile(rf"{_fraction(lexicon)} ?{article}$"),
        portions=re.compile(rf"(?<!\w)(?:{named(dates.parts, *_PORTIONS)}) ?{article}$"),
        vague=re.compile(rf"(?<!\.)(?:{named(dates.vague, *_VAGUE)}) ?{article}$"),
        lasting=re.compile(rf"(?P<number>{number}) ?(?P<unit>[{units}]) ?(?:{opens}) ?{article}$"),
        yearly=re.compile(rf" (?:{'|'.join(map(re.escape, dates.yearly)) or '(?!)'})(?!\w)"),
        again=_again(dates.each, dates.habitual),
        recurring=frozenset(
            _LETTERS.findall(phrase.lower())[-1] for phrase in (*dates.each, *dates.habitual)
        ),
        daily=re.compile(
            rf"(?<!\w)(?:{'|'.join((*map(re.escape, dates.daily), _each_weekday(dates))) or '(?!)'})"
            r"(?!\w)(?:[^.!?;]|(?<=\d)\.(?=\d))*\Z",
            re.I,
        ),
        old=re.compile(rf" ?,? ?(?:{one_of(dates.styles, 'old')})"),
        new=re.compile(rf" ?,? ?(?:{one_of(dates.styles, 'new')})"),
        bce=re.compile(rf" ?(?:{one_of(dates.eras, 'bce')})"),
        linking=_MARKS
        | _last_signs((p for name in ("to", "and", "both") for p in dates.ranges.get(name, ())), lexicon),
        parting=one_sign_of(parting),
        doubting=one_sign_of(doubting),
        meaning=one_sign_of(parting | doubting | set(units)),
        styling=_first_signs((*_all(dates.styles), *dates.eras.get("bce", ())), lexicon) | frozenset("/-"),
    )


def _each_weekday(dates: DateWords) -> str:
    """The pattern of weekdays of every week, or of every month: "jeden ersten Samstag", "Di bis Fr"."""
    short = (*(name for names in dates.short_weekdays for name in names), *dates.weekday_names)
    to, each, weekdays, shortened = (
        "|".join(map(re.escape, words))
        for words in (dates.ranges.get("weekdays", ()), dates.each, dates.weekday_names, short)
    )
    patterns = [rf"(?:{each})\s+(?:\w+\.?\s+)?(?:{weekdays})"] if each and weekdays else []
    if to and shortened:
        patterns.append(rf"(?:{shortened})\.?\s?(?:{to})\s?(?:{shortened})")
    return "|".join(patterns) or "(?!)"


def _again(each: Iterable[str], habitual: Iterable[str]) -> re.Pattern[str]:
    """One of the first words right before a date, or of the second with no more than two words between."""
    right, near = ("|".join(map(re.escape, words)) or "(?!)" for words in (each, habitual))
    return re.compile(rf"(?<!\w)(?:(?:{right})|(?:{near})(?:\s+\w+){{0,2}})\s+\Z", re.I)


def _fraction(lexicon: Lexicon) -> str:
    """The second half of, the last decade of, and the like; the number and the kind of part as groups."""
    table = lexicon.language.dates.fractions
    named = {name: phrases(table.get(name, ()), lexicon) for name in (*_FRACTIONS, "last")}
    number = rf"(?:{pieces(lexicon)['ordinal']}|(?P<last>{named.pop('last')}))"
    return rf"{number} ?(?:{'|'.join(f'(?P<{kind}>{words})' for kind, words in named.items())})"


def _all(table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(phrase for group in table.values() for phrase in group)


def _first_signs(several: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The signs with which some of several phrases can begin."""
    return _signs((TOKEN.findall(phrase)[0] for phrase in several if phrase), lexicon)


def _last_signs(several: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The signs with which some of several phrases can end."""
    return _signs((TOKEN.findall(phrase)[-1] for phrase in several if phrase), lexicon)


def _telling_signs(several: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    """The signs of the longest word in each of several phrases, no article where there is another."""
    small = {*lexicon.language.dates.articles, *lexicon.language.dates.determiners}
    each = (TOKEN.findall(phrase) for phrase in several if phrase)
    longest = (max(tokens, key=lambda token: (token not in small, len(token))) for tokens in each)
    return _signs(longest, lexicon)


def one_sign_of(several: Iterable[str]) -> re.Pattern[str]:
    """Finds one of several signs in a row of them, sooner than a set of them does."""
    return re.compile(f"[{''.join(map(re.escape, sorted(several))) or NO_SIGN}]")


def _signs(tokens: Iterable[str], lexicon: Lexicon) -> frozenset[str]:
    return frozenset(
        sign for token in tokens for sign in (lexicon.signs_of(f"={token}") if token[0].isalpha() else token)
    )
