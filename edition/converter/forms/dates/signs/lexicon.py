"""The words of dates in one language, and a text as signs: one sign a word, a number or a mark.

A date is looked for in the row of signs, not in the letters: "8 November 1918" and "3 May 1901" are the same
row. A word has one sign for all the parts that it can play ("May" is a month and nothing else, "second" is a
day and a unit), so that a pattern for a part is a set of signs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from edition.converter.forms.dates.signs.stuck import names_that_stick, stuck_after
from edition.converter.forms.letters import LOWER, UPPER, any_of
from edition.converter.languages import Language

# A capital letter after a small one begins a token: in transcripts words are stuck together ("heuteAbend").
# What there is most of comes first, and `re` knows the letters of a list faster than "no figure, no capital".
_SMALL = rf"[^\W\d_{UPPER}½¼¾]"
TOKEN = re.compile(
    rf"[{LOWER}]+(?!{_SMALL})|\s+|[{UPPER}]+{_SMALL}*|\d+|{_SMALL}+|[^\w\s]|[_½¼¾]",
)
_ROMAN = re.compile(r"M{0,3}(?:CM|CD|D?C{0,4})(?:XC|XL|L?X{0,4})(?:IX|IV|V?I{0,4})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_ROMAN_LETTERS = frozenset("IVXLCDMivxlcdm")
_LONGEST_ROMAN = 15
_FIRST_SIGN, _LAST_SIGN = "\ue000", "\uf8ff"
_MOST_REMEMBERED = 20_000  # tokens
WRITER = 3  # words for who wrote a letter, before its day: "lettre de ma mère, du 2"

# Signs of numbers: by their value, and by how many figures they have.
ZERO, ONE_FIGURE, MONTH_FIGURES = "0", "i", "a"
DAY_23, DAY_31, TO_59, TO_99, TWO_ZEROS = "b", "c", "d", "e", "o"
THREE, FOUR_YEAR, FOUR, MORE = "f", "y", "g", "h"
FIGURES = "0iabcdeofygh"
WORD = "w"  # a word that plays no part
NAME = "W"  # such a word with a capital letter
ANY_WORD = f"{WORD}{NAME}{_FIRST_SIGN}-{_LAST_SIGN}"  # the body of a regex class
ROMAN_MONTH, ROMAN_YEAR, ROMAN_NUMBER = "R", "Y", "Q"
ROMAN_ORDINAL = "X"  # with what follows an ordinal stuck to it: XIXe
BLANK = " "
NO_SIGN = "\ue8ff"  # stands where no sign can
_PLAIN = set(FIGURES + WORD + NAME + ROMAN_MONTH + ROMAN_YEAR + ROMAN_NUMBER + ROMAN_ORDINAL)


# Parts of short words that headlines in capitals have before a date, too: "PRODUCTION ROSE IN 1986".
_ALSO_IN_CAPITALS = frozenset(("before", "also_before_year", "before_year", "before_month", "before_day"))


class _Signs(dict[str, str]):
    """The sign of each token: those of the table, and those that were asked for, up to a number."""

    def __init__(self, roman_ordinal: re.Pattern[str]) -> None:
        super().__init__()
        self._roman_ordinal = roman_ordinal

    def __missing__(self, token: str) -> str:
        sign = self._sign_of(token)
        if len(self) < _MOST_REMEMBERED:
            self[token] = sign
        return sign

    def _sign_of(self, token: str) -> str:
        """The sign of a token that is in no table as it stands."""
        first = token[0]
        if first.isdigit() and token[-1].isdigit():
            return number_sign(token) if len(token) < 5 and token.isdecimal() else MORE
        if first.isspace():
            return BLANK
        if not token.isalpha() and (blanks := " ".join(token.split())) != token and " " in blanks:
            return self[blanks]
        if not first.isalpha():
            return first if not is_word(first) and not first.isalnum() else WORD
        if first in _ROMAN_LETTERS and len(token) <= _LONGEST_ROMAN:
            roman = roman_sign(token)
            if roman:
                return roman
            if self._roman_ordinal.fullmatch(token):
                return ROMAN_ORDINAL
        return NAME if first.isupper() else WORD


class Lexicon:
    """Which parts each word can play, the sign of each word, and which signs can play a part."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.token = _tokens(language)
        suffixes = "|".join(re.escape(word) for word in words_in(language.dates.ordinals))
        figures = r"([IVX]+|[ivx]*x[ivx]+|[iv]+x)"
        self._roman_ordinal = re.compile(rf"{figures}(?:{suffixes})" if suffixes else "(?!)()")
        self.written: set[tuple[str, str]] = set()  # part and word as the table has it
        self._parts: dict[str, set[str]] = {}
        self.values: dict[tuple[str, str], int] = {}  # part and word to its number in the calendar
        self.signs = _Signs(self._roman_ordinal)
        self._signs: dict[frozenset[str], str] = {}
        self._playing: dict[str, list[str]] = {}  # the signs that can play a part

    def add(self, part: str, word: str, value: int = 0) -> None:
        """Let a word of the table play a part."""
        self.written.add((part, word))
        capitals = part in _ALSO_IN_CAPITALS
        for spelling in (*spellings(word), word.upper()) if capitals else spellings(word):
            self._parts.setdefault(spelling, set()).add(part)
            self.values.setdefault((part, spelling), value)

    def literal(self, word: str) -> None:
        """Let a word stand in a form as itself."""
        if not word[0].isdigit():
            for spelling in (*spellings(word), word.upper()):
                self._parts.setdefault(spelling, set()).add(f"={word}")

    def freeze(self) -> None:
        """Give every word its sign; nothing is added afterwards."""
        for word, parts in self._parts.items():
            self.signs[word] = self._sign(word, frozenset(parts))
        for played, sign in self._signs.items():
            for part in played:
                self._playing.setdefault(part, []).append(sign)

    def _sign(self, word: str, parts: frozenset[str]) -> str:
        roman = roman_sign(word)
        if roman:
            parts = parts | {roman}
        return self._signs.setdefault(parts, chr(ord(_FIRST_SIGN) + len(self._signs)))

    def signs_of(self, *parts: str) -> str:
        """All signs that can play one of the parts, as the body of a regex class."""
        found = dict.fromkeys(sign for part in parts for sign in self._playing.get(part, ()))
        return "".join((*found, *(part for part in parts if part in _PLAIN))) or NO_SIGN

    def words_of(self, part: str) -> list[str]:
        """All spellings that can play a part."""
        return [word for word, parts in self._parts.items() if part in parts]

    def roman_ordinal(self, word: str) -> int:
        """The value of Roman figures with what follows an ordinal stuck to them; 0 where they are none."""
        match = self._roman_ordinal.fullmatch(word)
        return roman_value(match[1]) if match else 0


def is_word(sign: str) -> bool:
    """Whether a sign is that of words of the table."""
    return _FIRST_SIGN <= sign <= _LAST_SIGN


def spellings(word: str) -> set[str]:
    """A word as the table has it, with a capital letter, and in capitals."""
    found = {word, word[:1].upper() + word[1:]}
    if len(word) > 2:
        found.add(word.upper())
    return found | {form.replace("'", "’") for form in found if "'" in form}


def number_sign(figures: str) -> str:
    """The sign of a number in figures."""
    if not figures.isascii():
        return MORE
    value = int(figures)
    if len(figures) == 1:
        return ONE_FIGURE if value else ZERO
    if len(figures) == 2:
        limits = ((0, TWO_ZEROS), (12, MONTH_FIGURES), (24, DAY_23), (31, DAY_31), (59, TO_59))
        return next((sign for limit, sign in limits if value <= limit), TO_99)
    if len(figures) == 3:
        return THREE
    return FOUR_YEAR if len(figures) == 4 and 1000 <= value <= 2099 else FOUR


def roman_sign(word: str) -> str:
    """The sign of a number in Roman figures; empty where it is none."""
    value = roman_value(word)
    if not value:
        return ""
    if value <= 12:
        return ROMAN_MONTH
    return ROMAN_YEAR if 1000 <= value <= 2099 and len(word) >= 4 and word.isupper() else ROMAN_NUMBER


@lru_cache(maxsize=4096)
def roman_value(word: str) -> int:
    """The value of Roman figures in one case, also in the older way (IIII); 0 where they are none."""
    upper = word.upper()
    if not word or word not in (upper, word.lower()) or not _ROMAN.fullmatch(upper):
        return 0
    total = 0
    for figure, following in zip(upper, (*upper[1:], ""), strict=True):
        value = _ROMAN_VALUES[figure]
        total += -value if _ROMAN_VALUES.get(following, 0) > value else value
    return total


def words_in(texts: Iterable[str], tokens: re.Pattern[str] = TOKEN) -> list[str]:
    """The words of table entries, as tokens."""
    return [token for text in texts for token in tokens.findall(text) if token[0].isalpha()]


def _tokens(language: Language) -> re.Pattern[str]:
    """What is one token: also a name of the calendar with marks or blanks in it ("7bre", "segunda-feira")."""
    dates = language.dates
    rows = (dates.months, dates.short_months, dates.weekdays, dates.short_weekdays, dates.seasons)
    listed = [name for part in rows for names in part for name in names]
    listed += [*dates.ordinal_words, *dates.numbers, *dates.decades]
    listed += [word for words in dates.units.values() for word in words]
    compounds = {form for word in listed if len(TOKEN.findall(word)) > 1 for form in spellings(word)}
    stuck = _with_stuck_words(language)
    if not compounds:
        return re.compile("|".join((*stuck, TOKEN.pattern))) if stuck else TOKEN
    rests: dict[str, list[str]] = {}
    for word in sorted(compounds, key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", r"\s+"))
    each = (
        rf"{re.escape(first)}(?<!\w.)(?:{'|'.join(found)})(?!\w)" for first, found in sorted(rests.items())
    )
    return re.compile("|".join((*each, *stuck, TOKEN.pattern)))


def _with_stuck_words(language: Language) -> list[str]:
    """Names of the calendar to which a word is stuck: two tokens."""
    after = stuck_after(language)
    if not after:
        return []
    names = names_that_stick(language)
    firsts = "".join(sorted({name[0] for name in names}))
    return [rf"(?=[{firsts}]){any_of(names)}(?={after})"]
