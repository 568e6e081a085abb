"""The forms of dates, from the language table to patterns over signs.

A form is written as the dates themselves are: `{weekday?}{day} {month},? {year}`. Words and marks stand for
themselves, `(a|b)` for one of several, `?` after a mark or brackets for what may be missing. A blank may be
missing, too.

| piece | stands for |
|---|---|
| `{day}` | 8, 8th, 8., first |
| `{day_figures}` | 8, never 8th or a word |
| `{day_marked}` | 8th, never 8 |
| `{day_stop}` | 8. |
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
| `{decade_name}` | a name that the table has for one |
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
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from edition.converter.forms.dates.lexicon import Lexicon, words_in
from edition.converter.forms.dates.pieces import PIECE, literal, pieces
from edition.converter.forms.dates.vocabulary import lexicon_of
from edition.converter.languages import Language

# What a pattern has besides the signs that it begins with: looks ahead and back, brackets, repetition.
_LOOKING = re.compile(r"\(\?<?[!=][^()]*\)|\(\?P<\w*#?>|\(\?:|[()\[\]{}?*+|\\^$ ]")


class Form(NamedTuple):
    """A form of the table: its rule, how it is written, and its pieces with the numbers of their groups."""

    rule: str
    written: str
    groups: tuple[tuple[str, int], ...] = ()


class Grammar(NamedTuple):
    """The compiled forms of one language, and its lexicon.

    `beginnings` finds the signs with which some form begins; `patterns` has for each of these signs the forms
    that begin with it, the longer first. The number of a form in `forms` is that of its group.
    """

    lexicon: Lexicon
    beginnings: re.Pattern[str]
    patterns: dict[str, re.Pattern[str]]
    forms: dict[str, tuple[Form, ...]]


@cache
def grammar(language: Language) -> Grammar:
    """The forms of a language, compiled; the longer form is tried first."""
    lexicon = lexicon_of(language)
    forms = [
        Form(rule, _with_short_year(rule, form, language))
        for rule, forms in language.dates.forms.items()
        for form in forms
    ]
    forms += [Form("deictic", words) for words in language.dates.deictic]
    forms += [Form("told", words) for words in language.dates.told]
    forms.sort(key=_rank)
    patterns = pieces(lexicon)
    by_sign: dict[str, list[Form]] = {}
    for form in forms:
        for sign in _first_signs(form.written, patterns, lexicon):
            by_sign.setdefault(sign, []).append(form)
    compiled = {sign: _together(tuple(several), patterns, lexicon) for sign, several in by_sign.items()}
    firsts = "".join(map(re.escape, by_sign))
    return Grammar(
        lexicon,
        re.compile(f"[{firsts}]" if firsts else "(?!)"),
        {sign: pattern for sign, (pattern, _) in compiled.items()},
        {sign: numbered for sign, (_, numbered) in compiled.items()},
    )


def _rank(form: Form) -> tuple[bool, int]:
    """Where a form comes among all: the smaller, the sooner it is tried.

    A phrase of words only goes before forms that could take its beginning: "the day before yesterday". And
    "two days after" may go on with a date, "two days later" not: where both match, the date is looked for.
    """
    return form.rule != "deictic", -_weight(form.written) - 50 * (form.rule in ("after", "before"))


def _together(
    forms: tuple[Form, ...], patterns: Mapping[str, str], lexicon: Lexicon
) -> tuple[re.Pattern[str], tuple[Form, ...]]:
    """Several forms as one pattern, and the forms with the numbers of their groups."""
    written = (f"(?P<f{n}>{_compiled(form.written, patterns, lexicon, n)})" for n, form in enumerate(forms))
    pattern = re.compile("|".join(written))
    groups: dict[str, list[tuple[str, int]]] = {}
    for name, group in pattern.groupindex.items():
        piece, _, number = name.rpartition("_")
        if piece:
            groups.setdefault(number, []).append((piece, group))
    return pattern, tuple(form._replace(groups=tuple(groups.get(str(n), ()))) for n, form in enumerate(forms))


def _with_short_year(rule: str, form: str, language: Language) -> str:
    """The form with a year that may have two figures, where the day is before the month: "13. September 98".

    So it may after a month alone, where a language shortens years.
    """
    day, month, year = (form.find(f"{{{piece}}}") for piece in ("day", "month", "year"))
    alone = rule == "month" and language.dates.short_years
    may_be_short = 0 <= day < month < year or (alone and month < year)
    return form.replace("{year}", "{year_short}") if may_be_short else form


def _first_signs(form: str, patterns: Mapping[str, str], lexicon: Lexicon) -> set[str]:
    """The signs with which a form can begin (and perhaps some more): those of its first piece or word, and of
    what may be missing before it.
    """
    found: set[str] = set()
    tokens = PIECE.findall(form)
    depth = 0
    for place, (piece, optional, word, figures, _, mark) in enumerate(tokens):
        if piece:
            found.update(_LOOKING.sub("", patterns[piece + optional].replace("_#>", ">")))
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
    return found - {" "}


def _weight(form: str) -> int:
    """How much of a text a form claims: its required pieces, then its words."""
    bare = re.sub(r"\([^()]*\)\?|\{[a-z_]+2?\?\}|.\?", "", form)
    bare = re.sub(r"\(([^()]*)\)", lambda group: max(group[1].split("|"), key=_length), bare)
    return 100 * bare.count("{") + _length(bare)


def _length(words: str) -> int:
    """How long the words beside the pieces are: a word counts as ten characters more."""
    words = re.sub(r"\{[^}]*\}", "", words)
    return len(words_in([words])) * 10 + len(words)


def _compiled(form: str, patterns: Mapping[str, str], lexicon: Lexicon, number: int) -> str:
    """The pattern of a form; the names of its groups end with its number."""
    pattern = []
    for piece, optional, word, figures, blank, mark in PIECE.findall(form):
        if piece:
            pattern.append(patterns[piece + optional].replace("_#>", f"_{number}>"))
        elif word or figures:
            pattern.append(literal(word or figures, lexicon))
        elif blank:
            pattern.append(" ?")
        else:
            pattern.append(
                {"(": "(?:", "'": "['’]"}.get(mark) or (mark if mark in "|)?" else re.escape(mark))
            )
    return "".join(pattern)
