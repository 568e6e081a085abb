"""Years in words, as deeds and registers write them: "the tenth of May, one thousand eight hundred and six",
"a dos de mayo de mil ochocientos ocho", "am 3. März achtzehnhundertsechs".

A row of words is a year where all of it is made of numbers and their joints, and comes to one from 1000 to
2099.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.joining.joints import Setting
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.signs.lexicon import TOKEN, Lexicon, spellings
from edition.converter.forms.dates.signs.row import Row
from edition.converter.languages import Language

RULE = "year in words"
_FIRST, _LAST = 1000, 2099
_HUNDRED, _THOUSAND = 100, 1000
_MOST = 10  # words of a year
_LONGEST = 4  # words that are one in the table
_WITHOUT_YEAR = (Unit.DAY, Unit.MONTH)
_WORD = re.compile(r"[\s\u00a0-]*([^\W\d_]+)")
_TEENS = range(10, 21)


def worded_years(row: Row, lexicon: Lexicon) -> list[Expression]:
    """Years in words after a word that says that they are: "the year eighteen hundred"."""
    language = lexicon.language
    leads = _leads(language, "year")
    if leads is None or lead_tokens(language).isdisjoint(row.tokens):
        return []
    found = []
    for lead in leads.finditer(row.text, row.starts[0], row.starts[-1]):
        year = _year_at(row.text, lead.end(), language, said=True)
        if year is not None:
            value, end = year
            found.append(Expression(lead.end(), end, RULE, Moment(Unit.YEAR, value)))
    return found


def with_worded_years(setting: Setting, found: Sequence[Expression]) -> list[Expression]:
    """Expressions in order, days and months without a year with that which follows in words."""
    done: list[Expression] = []
    for one in found:
        if done and one.start < done[-1].end:
            continue  # the year that a day has taken
        done.append(_with_year(setting, one))
    return done


def _with_year(setting: Setting, one: Expression) -> Expression:
    first, language = one.first, setting.lexicon.language
    if first.year is not None or first.number is None or first.unit not in _WITHOUT_YEAR or one.relation:
        return one
    leads = _leads(language, "of")
    lead = leads and leads.match(setting.row.text, one.end)
    if lead is None:
        return one
    year = _year_at(setting.row.text, lead.end(), language, said=False)
    if year is None:
        return one
    value, end = year
    last = one.last and one.last._replace(year=value)
    rule = f"{one.rule}, {RULE}"
    return one._replace(end=end, first=first._replace(year=value), last=last, rule=rule)


def _year_at(text: str, start: int, language: Language, *, said: bool) -> tuple[int, int] | None:
    """The year in words that begins at an offset, and where it ends; None where none does. `said` says that
    the words before it tell that it is one: else a round number may count what follows it.
    """
    words, joints = _words(language), frozenset(language.dates.year_joints)
    first = _WORD.match(text, start)
    if first is None or not words.may_begin_with(first[1].lower()):
        return None
    tokens = _tokens(text, start)
    values: list[int] = []
    at = end = 0
    while at < len(tokens):
        if values and tokens[at][0] in joints:
            at += 1
            continue
        parts, at_next = words.longest([word for word, _ in tokens[at:]])
        if not parts:
            break
        values += parts
        at += at_next
        end = tokens[at - 1][1]
    year = _sum(values) if values else None
    if year is None or not _FIRST <= year <= _LAST or not (said or year % _THOUSAND):
        return None
    return year, end


def _tokens(text: str, start: int) -> list[tuple[str, int]]:
    """The words from an offset on, in small letters, with their ends, as many as a year can have."""
    found: list[tuple[str, int]] = []
    while len(found) < _MOST and (word := _WORD.match(text, start)) is not None:
        start = word.end()
        found.append((word[1].lower(), start))
    return found


def _sum(values: Sequence[int]) -> int | None:
    """What a row of numbers comes to: 8, 100, 10 is 810; 18, 48 a year as it is spoken, 1848."""
    total = part = 0
    for value in values:
        if value == _THOUSAND:
            total, part = total + (part or 1) * _THOUSAND, 0
        elif value == _HUNDRED and part < _HUNDRED:
            part = (part or 1) * _HUNDRED
        elif part % 10 and value < _HUNDRED and not (values[0] == part and part in _TEENS):
            return None  # "three five"
        elif values[0] == part and part in _TEENS and not total and 10 <= value < _HUNDRED:
            part = part * _HUNDRED + value
        else:
            part += value
    return total + part


class _NumberWords:
    """The words of numbers in a language: apart, or written together ("achtzehnhundertsechs")."""

    def __init__(self, language: Language) -> None:
        dates = language.dates
        table = {_flat(word): value for word, value in {**dates.numbers, **dates.year_numbers}.items()}
        known = {word: value for word, value in table.items() if word not in dates.no_year_numbers}
        self._values = _simple(known)
        self._joints = tuple(_flat(joint) for joint in dates.year_joints)
        either = sorted((*self._values, *self._joints), key=lambda word: (-len(word), word))
        self._part = re.compile("|".join(map(re.escape, either)) or "(?!)")

    def may_begin_with(self, word: str) -> bool:
        """Whether a number can begin with a word, if only by its first letters."""
        return self._part.match(word) is not None

    def longest(self, words: Sequence[str]) -> tuple[list[int], int]:
        """The numbers at the beginning of a row of words, and how many words these are: several that the
        table has as one ("quatre vingt"), or one, which may be made of several.
        """
        for count in range(min(_LONGEST, len(words)), 1, -1):
            value = self._values.get("".join(words[:count]))
            if value is not None:
                return [value], count
        return self._parts(words[0]), 1

    def _parts(self, word: str) -> list[int]:
        """The numbers that a word is made of, none where it is not made of numbers."""
        found: list[int] = []
        place, joined = 0, False
        while place < len(word):
            part = self._part.match(word, place)
            if part is None or (part.group() not in self._values and not found):
                return []
            value = self._values.get(part.group())
            if value is not None and joined and found[-1] < value:
                found[-1] += value  # acht-und-vierzig
            elif value is not None:
                found.append(value)
            joined = value is None
            place = part.end()
        return found


def _simple(values: Mapping[str, int]) -> dict[str, int]:
    """The words of numbers without those over a hundred that are made of two others: no "hundertfünf", which
    "hundertfünfzig" begins with, too.
    """

    def is_made_of_two(word: str) -> bool:
        halves = ((word[:cut], word[cut:]) for cut in range(1, len(word)))
        pairs = ((values.get(one), values.get(two)) for one, two in halves)
        return any(one and two and _sum((one, two)) == values[word] for one, two in pairs)

    return {word: value for word, value in values.items() if value <= _HUNDRED or not is_made_of_two(word)}


@cache
def _words(language: Language) -> _NumberWords:
    return _NumberWords(language)


@cache
def lead_tokens(language: Language) -> frozenset[str]:
    """The tokens one of which is in each phrase before a year in words."""
    longest = (max(TOKEN.findall(phrase), key=len) for phrase in language.dates.year_leads.get("year", ()))
    return frozenset(form for token in longest for form in (*spellings(token), token.upper()))


@cache
def _leads(language: Language, which: str) -> re.Pattern[str] | None:
    """What stands before a year in words: after a day or month (`of`), or by itself (`year`)."""
    phrases: Iterable[str] = language.dates.year_leads.get(which, ())
    if not language.dates.year_numbers or not phrases:
        return None
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    either = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in ordered)
    if which == "of":
        return re.compile(rf"[\s,]*(?:(?:{either})(?![^\W_]))?[\s,]+", re.I)
    return re.compile(rf"(?<!\w)(?:{either})[\s,]+", re.I)


def _flat(word: str) -> str:
    return "".join(letter for letter in word.lower() if letter.isalpha())
