"""The forms of dates, from the language table to patterns over signs.

A form is written as the dates themselves are: `{weekday?}{day} {month},? {year}`. Words and marks stand for
themselves, `(a|b)` for one of several, `?` after a mark or brackets for what may be missing. A blank may be
missing, too.

| piece | stands for |
|---|---|
| `{day}` | 8, 8th, 8., first |
| `{day_figures}` | 8, never 8th or a word |
| `{day_marked}` | 8th, never 8 |
| `{day_roman}` | XV, xv |
| `{day2}` | as `{day}`, after `{to}` or `{and}` |
| `{month}`, `{month2}` | a name of a month, or a shortened one with its full stop |
| `{year}` | 1918, '18; and 18 before a word that follows years |
| `{year_short}` | also 18 where the sentence ends |
| `{year_any}` | also 79 or 800, and MDCCCXLVIII |
| `{year_long}` | 1918, 800 and MDCCCXLVIII, never 79 |
| `{year_four}` | 1918 and nothing shorter |
| `{years}` | a year, or two as 1916/17 |
| `{weekday}`, `{weekday?}` | a name of a weekday; with the mark that follows, or nothing |
| `{season}`, `{feast}` | names from the table |
| `{decade}` | 1920, '20, twenty: with what the language writes after it |
| `{decade_four}` | 1920 and nothing shorter |
| `{tens}` | an ordinal, as "twentieth": of a decade |
| `{century}` | a name that the table has for one |
| `{ordinal}` | first, 1st, XIX: of a century, a quarter |
| `{ordinal_figures}` | 19, without a mark |
| `{number}`, `{digit}` | two, 2; 2 |
| `{unit}` | day, week, month, year, … |
| `{any}` | also a month, a season, a weekday |
| `{to}`, `{and}` | words and marks of the table: to, a dash; and |
| `{hour}`, `{minute}` | of a day |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property, reduce
from typing import NamedTuple

from edition.converter.forms.dates.lexicon import BLANK, NO_SIGN, Lexicon, is_word, words_in
from edition.converter.forms.dates.pieces import PIECE, literal, pieces, suffix, year_tail
from edition.converter.forms.dates.vocabulary import lexicon_of
from edition.converter.languages import Language

_GROUP_NAME = re.compile(r"\(\?P<\w+>")
# What a pattern has besides the signs that it begins with: looks ahead and back, brackets, repetition.
_LOOKING = re.compile(r"\(\?<?[!=][^()]*\)|\(\?P<\w*>|\(\?:|[()\[\]{}?*+|\\^$ ]")
_INNERMOST = re.compile(r"\(([^()]*)\)(\??)")
_MISSING = re.compile(r"\{[a-z_]+2?\?\}|[^\W\d_]+\?|.\?")  # what may be missing, beside brackets
_SOMETHING = "·"  # stands for what brackets hold
_FEAST_ALONE = "feast of one word"
_JOINTS = frozenset(("to", "and"))  # pieces that begin with a mark


class Form:
    """A form of the table: its rule, how it is written, and its pattern over signs.

    It begins with one of `firsts`, and may be no more than one of `soles`.
    """

    def __init__(self, rule: str, source: str, firsts: frozenset[str], soles: frozenset[str]) -> None:
        self.rule = rule
        self.firsts = firsts
        self.soles = soles
        self._source = source

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when a text first has signs with which it can begin."""
        return re.compile(self._source)

    @cached_property
    def groups(self) -> tuple[tuple[str, int], ...]:
        """The pieces that the pattern finds, with the numbers of their groups."""
        return tuple(self.pattern.groupindex.items())

    @cached_property
    def signs(self) -> frozenset[str]:
        """All signs that it can have (and some more)."""
        return frozenset(_GROUP_NAME.sub("", self._source)) - {BLANK}


class Openings(dict[tuple[str, ...], tuple[Form, ...]]):
    """The forms that can begin with a sign and go on with another, blanks aside, in their order."""

    def __init__(self, forms: Iterable[Form]) -> None:
        super().__init__()
        self._by_first: dict[str, list[Form]] = {}
        for form in forms:
            for sign in form.firsts:
                self._by_first.setdefault(sign, []).append(form)

    def __missing__(self, two: tuple[str, ...]) -> tuple[Form, ...]:
        first, second = two
        fitting = (form for form in self._by_first[first] if first in form.soles or second in form.signs)
        self[two] = found = tuple(fitting)
        return found


class Grammar(NamedTuple):
    """The forms of one language, and its lexicon.

    `beginnings` finds the signs with which some form begins, and in its group the next that is no blank.
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
    starts = _starts(patterns, lexicon)
    forms = [
        Form(rule, _compiled(words, patterns, lexicon), *_first_signs(words, starts, lexicon))
        for rule, words in written
    ]
    return Grammar(lexicon, _beginnings(forms), Openings(forms))


def _beginnings(forms: Sequence[Form]) -> re.Pattern[str]:
    """Finds the signs with which a form can begin, with one after it with which some form goes on."""
    firsts = _class(form.firsts for form in forms)
    soles, signs = _class(form.soles for form in forms), _class(form.signs for form in forms)
    return re.compile(rf"{firsts}(?:(?<={soles})|(?= ?{signs}))(?= ?(.?))")


def _class(several: Iterable[frozenset[str]]) -> str:
    """The pattern of the signs of several sets."""
    return f"[{''.join(map(re.escape, sorted(set[str]().union(*several)))) or NO_SIGN}]"


def _rank(form: tuple[str, str]) -> tuple[bool, int]:
    """Where a form, with its rule, comes among all: the smaller, the sooner it is tried.

    A phrase of words only goes before forms that could take its beginning: "the day before yesterday". And
    "two days after" may go on with a date, "two days later" not: where both match, the date is looked for.
    """
    rule, written = form
    return rule != "deictic", -_weight(written) - 50 * (rule in ("after", "before"))


def _with_short_year(rule: str, form: str, language: Language) -> str:
    """The form with a year that may have two figures, where the day is before the month: "13. September 98".

    So it may after a month alone, where a language shortens years.
    """
    day, month, year = (form.find(f"{{{piece}}}") for piece in ("day", "month", "year"))
    alone = rule == "month" and language.dates.short_years
    may_be_short = 0 <= day < month < year or (alone and month < year)
    return form.replace("{year}", "{year_short}") if may_be_short else form


def _starts(patterns: Mapping[str, str], lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The signs with which each piece can begin (and perhaps some more); and those of feasts of one word."""
    endings = suffix(lexicon), year_tail(lexicon)
    found: dict[str, frozenset[str]] = {}
    for piece, pattern in patterns.items():
        signs = _LOOKING.sub("", reduce(lambda rest, ending: rest.replace(ending, ""), endings, pattern))
        found[piece] = frozenset(sign for sign in signs if piece in _JOINTS or not _is_mark(sign))
    feasts = [
        lexicon.token.findall(feast) for feasts in lexicon.language.dates.feasts.values() for feast in feasts
    ]
    for name, several in (("feast", feasts), (_FEAST_ALONE, [feast for feast in feasts if len(feast) == 1])):
        words = {feast[0] for feast in several}
        found[name] = frozenset(sign for word in words for sign in _LOOKING.sub("", literal(word, lexicon)))
    return found


def _is_mark(sign: str) -> bool:
    """Whether a sign is a mark with which no piece begins: an apostrophe begins '48."""
    return not (sign.isalnum() or sign in "'’" or is_word(sign))


def _first_signs(
    form: str, starts: Mapping[str, frozenset[str]], lexicon: Lexicon
) -> tuple[frozenset[str], frozenset[str]]:
    """The signs with which a form can begin (and perhaps some more): those of its first piece or word, and of
    what may be missing before it. And those of them that can be all of it.
    """
    found: set[str] = set()
    tokens = PIECE.findall(form)
    depth = 0
    for place, (piece, optional, word, figures, _, mark) in enumerate(tokens):
        if piece:
            found |= starts[piece + optional]
        elif word or figures:
            found.update(_LOOKING.sub("", literal(word or figures, lexicon)))
        elif mark == "(":
            depth += 1
        elif mark == ")":
            depth -= 1
        elif mark not in ("", "|", "?"):
            found.add(mark)
        following = tokens[place + 1][5] if place + 1 < len(tokens) else ""
        ends = depth == 0 and (piece or word or figures or mark) and mark != "?" and not optional
        if ends and following != "?":
            break
    firsts = frozenset(found - {BLANK})
    required = _required(form)
    if len(required) > 1:
        return firsts, frozenset()
    sole = required[0][1] if required else ""
    return firsts, starts.get(_FEAST_ALONE if sole == "feast" else sole, firsts)


def _required(form: str) -> list[re.Match[str]]:
    """What all that a form matches has: pieces, words, marks, and something of brackets. Nothing where a form
    is one of several.
    """
    bare = form
    while group := _INNERMOST.search(bare):
        choices, optional = group.groups()
        something = not optional and all(choice.strip() for choice in choices.split("|"))
        bare = f"{bare[: group.start()]}{_SOMETHING if something else ''}{bare[group.end() :]}"
    if "|" in bare:
        return []
    return [found for found in PIECE.finditer(_MISSING.sub("", bare)) if not found.group().isspace()]


def _weight(form: str) -> int:
    """How much of a text a form claims: its required pieces, then its words."""
    bare = re.sub(r"\([^()]*\)\?|\{[a-z_]+2?\?\}|.\?", "", form)
    bare = re.sub(r"\(([^()]*)\)", lambda group: max(group[1].split("|"), key=_length), bare)
    return 100 * bare.count("{") + _length(bare)


def _length(words: str) -> int:
    """How long the words beside the pieces are: a word counts as ten characters more."""
    words = re.sub(r"\{[^}]*\}", "", words)
    return len(words_in([words])) * 10 + len(words)


def _compiled(form: str, patterns: Mapping[str, str], lexicon: Lexicon) -> str:
    """The pattern of a form, with a group for each of its pieces."""
    pattern = []
    for piece, optional, word, figures, blank, mark in PIECE.findall(form):
        if piece:
            pattern.append(patterns[piece + optional])
        elif word or figures:
            pattern.append(literal(word or figures, lexicon))
        elif blank:
            pattern.append(" ?")
        else:
            pattern.append(
                {"(": "(?:", "'": "['’]"}.get(mark) or (mark if mark in "|)?" else re.escape(mark))
            )
    return "".join(pattern)
