"""The forms of dates, from the language table to patterns over signs.

A form is written as the dates themselves are: `{weekday?}{day} {month},? {year}`. Words and marks stand for
themselves, `(a|b)` for one of several, `?` after a mark or brackets for what may be missing. A blank may be
missing, too.

| piece | stands for |
|---|---|
| `{day}` | 8, 8th, 8., first |
| `{day_ended}` | as `{day}`, but first only where no word follows |
| `{day_figures}` | 8, never 8th or a word |
| `{day_marked}` | 8th, never 8 |
| `{day_stop}` | 8. |
| `{day_bracketed}` | (8) |
| `{day_roman}` | XV, xv |
| `{day2}` | as `{day}`, after `{to}` or `{and}` |
| `{month}`, `{month2}` | a name of a month, or a shortened one with its full stop |
| `{year}` | 1918, '18; and 18 before a word that follows years |
| `{year_short}` | also 18 where the sentence ends |
| `{year_no_day}` | '68, and so 68, which is no day, but never 18 |
| `{year_amid}` | also 89 before any word, in a language whose nouns have a capital letter |
| `{year_any}` | also 79 or 800, and MDCCCXLVIII |
| `{year_long}` | 1918, 800 and MDCCCXLVIII, never 79 |
| `{year_four}` | 1918 and nothing shorter |
| `{year_three}` | 850, before `{to}` and `{year_last}` |
| `{years}` | a year, or two as 1916/17 |
| `{weekday}`, `{weekday?}` | a name of a weekday; with the mark that follows, or nothing |
| `{weekend}` | a word for it, which no other unit is |
| `{season}`, `{feast}` | names from the table |
| `{holy_day}` | a feast, or one of the names that say something else by themselves |
| `{decade}` | 1920, '20, twenty: with what the language writes after it |
| `{decade_four}` | 1920 and nothing shorter |
| `{tens}` | an ordinal, as "twentieth": of a decade |
| `{decade_name}` | a name that the table has for one |
| `{century}` | a name that the table has for one |
| `{ordinal}` | first, 1st, XIX: of a century, a quarter |
| `{ordinal_figures}` | 19, without a mark |
| `{number}`, `{digit}` | two, 2; 2 |
| `{unit}` | day, week, month, year, … |
| `{any}` | also a month, a season, a weekday |
| `{to}`, `{and}` | words and marks of the table: to, a dash; and |
| `{hour}`, `{minute}` | of a day |
| `{clock}` | both as four figures: 0920 |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from edition.converter.forms.dates.expression import ENTRY
from edition.converter.forms.dates.signs.beginnings import Way, starts, ways
from edition.converter.forms.dates.signs.lexicon import NO_SIGN, Lexicon, words_in
from edition.converter.forms.dates.signs.pieces import pattern_of, pieces
from edition.converter.forms.dates.signs.vocabulary import lexicon_of
from edition.converter.languages import Language

# Rules of forms that may go on with a date, or are made of words alone, and how much sooner each is tried.
_SOONER = {
    "month_last_year": 20,
    "after": 50,
    "before": 50,
    "unit_after": 1,
    "unit_before": 1,
    "part_of_day": 100,
}


class Form:
    """A form of the table: its rule, its pattern over signs, and the ways in which it begins."""

    def __init__(self, rule: str, source: str, ways: Sequence[Way]) -> None:
        self.rule = rule
        self.ways = ways
        self._source = source

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first has signs with which it can begin."""
        return re.compile(self._source)

    @cached_property
    def match(self) -> Callable[[str, int], re.Match[str] | None]:
        """The match of the pattern at a place in a row of signs."""
        return self.pattern.match

    @cached_property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """The pieces that the pattern finds, with the numbers of their groups."""
        return tuple(self.pattern.groupindex.items())


class Openings(dict[tuple[str, ...], tuple[Form, ...]]):
    """The forms that can begin with three signs, blanks aside, in their order."""

    def __init__(self, forms: Iterable[Form]) -> None:
        super().__init__()
        self._by_first: dict[str, list[tuple[Form, Way]]] = {}
        for form in forms:
            for way in form.ways:
                for sign in way.firsts:
                    self._by_first.setdefault(sign, []).append((form, way))

    def __missing__(self, signs: tuple[str, ...]) -> tuple[Form, ...]:
        first, second, third = signs
        fitting = (form for form, way in self._by_first[first] if way.goes_on(first, second, third))
        self[signs] = found = tuple(dict.fromkeys(fitting))
        return found


class Grammar(NamedTuple):
    """The forms of one language, and its lexicon.

    `beginnings` finds the signs with which some form begins, and in its groups the next two, blanks aside.
    """

    lexicon: Lexicon
    beginnings: re.Pattern[str]
    openings: Openings


@cache
def grammar(language: Language) -> Grammar:
    """The forms of a language; the longer form is tried first."""
    lexicon = lexicon_of(language)
    written = [
        (rule, _with_short_year(rule, form, language))
        for rule, forms in language.dates.forms.items()
        for form in forms
    ]
    written += [("deictic", words) for words in language.dates.deictic]
    written += [("told", words) for words in language.dates.told]
    written.sort(key=_rank)
    patterns = pieces(lexicon)
    starting = starts(patterns, lexicon)
    forms = [
        Form(rule, pattern_of(words, patterns, lexicon), ways(words, patterns, starting, lexicon))
        for rule, words in written
    ]
    return Grammar(lexicon, _beginnings([way for form in forms for way in form.ways]), Openings(forms))


def _beginnings(several: Sequence[Way]) -> re.Pattern[str]:
    """Finds the signs with which a form can begin, with one after it with which some form goes on."""
    firsts, soles = _class(way.firsts for way in several), _class(way.soles for way in several)
    seconds = _class(way.seconds for way in several)
    return re.compile(rf"{firsts}(?:(?<={soles})|(?= ?{seconds}))(?= ?(.?) ?(.?))")


def _class(several: Iterable[frozenset[str]]) -> str:
    """The pattern of the signs of several sets."""
    return f"[{''.join(map(re.escape, sorted(set[str]().union(*several)))) or NO_SIGN}]"


def _rank(form: tuple[str, str]) -> tuple[bool, int]:
    """Where a form, with its rule, comes among all: the smaller, the sooner it is tried.

    A phrase of words only goes before forms that could take its beginning: "the day before yesterday". And
    "two days after" may go on with a date, "two days later" not: where both match, the date is looked for.
    And the "Mai 16." that begins a passage can be the day of an entry.
    """
    rule, written = form
    sooner = 50 * (rule == ENTRY and "{month}" in written)
    return rule not in ("deictic", "ago_to_the_day"), -_weight(written) - _SOONER.get(rule, sooner)


def _with_short_year(rule: str, form: str, language: Language) -> str:
    """The form with a year that may have two figures, where the day is before the month: "13. September 98".

    So it may after a month or season alone, where a language shortens years.
    """
    day, month, year = (form.find(f"{{{piece}}}") for piece in ("day", "month", "year"))
    alone = rule in ("month", "season") and language.dates.short_years
    may_be_short = 0 <= day < month < year or (alone and month < year)
    short = "{year_amid}" if rule == "season" else "{year_short}"
    return form.replace("{year}", short) if may_be_short else form


def _weight(form: str) -> int:
    """How much of a text a form claims: its required pieces, then its words."""
    bare = re.sub(r"\([^()]*\)\?|\{[a-z_]+2?\?\}|.\?", "", form)
    bare = re.sub(r"\(([^()]*)\)", lambda group: max(group[1].split("|"), key=_length), bare)
    return 100 * bare.count("{") + _length(bare)


def _length(words: str) -> int:
    """How long the words beside the pieces are: a word counts as ten characters more."""
    words = re.sub(r"\{[^}]*\}", "", words)
    return len(words_in([words])) * 10 + len(words)
