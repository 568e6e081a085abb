"""The forms of dates, from the language table to patterns over signs.

A form is written as the dates themselves are: `{weekday?}{day} {month},? {year}`. Words and marks stand for
themselves, `(a|b)` for one of several, `?` after a mark or brackets for what may be missing. A blank may be missing, too.

| piece | stands for |
|---|---|
| `{day}` | 8, 8th, 8., first |
| `{day_marked}` | 8th, never 8 |
| `{month}` | a name of a month, or a shortened one with its full stop |
| `{day_roman}` | XV, xv |
| `{day_figures}` | 8, never 8th or a word |
| `{year}` | 1918; `{year_any}` also 79 or 800, and MDCCCXLVIII; `{year_long}` 800, never 79 |
| `{year_four}` | 1918 and nothing shorter |
| `{years}` | a year, or two as 1916/17 |
| `{weekday}`, `{weekday?}` | with the mark that follows |
| `{season}`, `{feast}` | names from the table |
| `{decade}` | 1920, '20, twenty: with what the language writes after it; `{decade_four}` only 1920 |
| `{tens}` | an ordinal, as "twentieth": of a decade |
| `{century}` | a name that the table has for one |
| `{ordinal}` | first, 1st, XIX: of a century, a quarter; `{ordinal_figures}` also 19 without a mark |
| `{number}`, `{digit}` | two, 2 |
| `{unit}` | day, week, month, year, …; `{any}` also a month, a season, a weekday |
| `{day2}`, `{month2}` | as `{day}` and `{month}`, after `{to}` or `{and}` |
| `{hour}`, `{minute}` | of a day |
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from edition.converter.forms.dates import lexicon as signs
from edition.converter.forms.dates.lexicon import Lexicon, words_in
from edition.converter.languages import Language

_PIECE = re.compile(r"\{([a-z_]+2?)(\?)?\}|([^\W\d_]+)|(\d+)|( +)|(.)")
_SHORT_BEFORE_ORDINAL = re.compile(r"([^\W\d_]{1,2})\. \{ordinal\}")
_YEAR_ENDS = r"(?![.,:]?[0iabcdeofygh])"
_RAISED = frozenset("ºª°")
_TENS = frozenset(range(10, 100, 10))
_DECADES = frozenset(("decade", "tens"))  # two figures or a number: the words beside them show them
_ANCHORED = frozenset(
    (
        "month",
        "weekday",
        "season",
        "feast",
        "unit",
        "any",
        "decade",
        "decade_four",
        "tens",
        "century",
        "ordinal",
    )
    + ("year", "years", "year_any", "year_long", "year_full", "year_four", "day_marked", "hour")
    + ("republican", "hebrew", "islamic")
)


class Form(NamedTuple):
    """A form of the table: the rule that it belongs to, as what it is written, and its pieces with the numbers
    of their groups in the pattern.
    """

    rule: str
    written: str
    groups: tuple[tuple[str, int], ...] = ()


class Grammar(NamedTuple):
    """The compiled forms of one language, and its lexicon.

    `beginnings` finds the signs with which some form begins; `patterns` has for each of these signs the forms that
    begin with it, the longer first. The number of a form is that of its group.
    """

    lexicon: Lexicon
    beginnings: re.Pattern[str]
    patterns: dict[str, re.Pattern[str]]
    forms: dict[str, tuple[Form, ...]]


@cache
def grammar(language: Language) -> Grammar:
    """The forms of a language as one pattern; the longer form is tried first."""
    lexicon = _lexicon(language)
    forms = [
        Form(rule, _with_short_year(rule, form, language))
        for rule, forms in language.dates.forms.items()
        for form in forms
    ]
    forms += [Form("deictic", words) for words in language.dates.deictic]
    forms += [Form("told", words) for words in language.dates.told]
    # A phrase of words only goes before forms that could take its beginning: "the day before yesterday". And "two days
    # after" may go on with a date, "two days later" not: where both match, the date is looked for.
    forms.sort(
        key=lambda form: (
            form.rule != "deictic",
            -_weight(form.written) - 50 * (form.rule in ("after", "before")),
        )
    )
    pieces = _pieces(lexicon)
    by_sign: dict[str, list[Form]] = {}
    for form in forms:
        for sign in _first_signs(form.written, pieces, lexicon):
            by_sign.setdefault(sign, []).append(form)
    compiled = {sign: _together(tuple(several), pieces, lexicon) for sign, several in by_sign.items()}
    firsts = "".join(map(re.escape, by_sign))
    return Grammar(
        lexicon,
        re.compile(f"[{firsts}]" if firsts else "(?!)"),
        {sign: pattern for sign, (pattern, _) in compiled.items()},
        {sign: numbered for sign, (_, numbered) in compiled.items()},
    )


_Together = tuple[re.Pattern[str], tuple[Form, ...]]


def _together(forms: tuple[Form, ...], pieces: Mapping[str, str], lexicon: Lexicon) -> _Together:
    """Several forms as one pattern, and the forms with the numbers of their groups."""
    written = (f"(?P<f{n}>{_compiled(form.written, pieces, lexicon, n)})" for n, form in enumerate(forms))
    pattern = re.compile("|".join(written))
    groups: dict[str, list[tuple[str, int]]] = {}
    for name, group in pattern.groupindex.items():
        piece, _, number = name.rpartition("_")
        if piece:
            groups.setdefault(number, []).append((piece, group))
    return pattern, tuple(form._replace(groups=tuple(groups.get(str(n), ()))) for n, form in enumerate(forms))


def _with_short_year(rule: str, form: str, language: Language) -> str:
    """The form with a year that may have two figures, where the day stands before the month: "13. September 98"."""
    day, month, year = (form.find(f"{{{piece}}}") for piece in ("day", "month", "year"))
    alone = rule == "month" and language.dates.short_years
    return (
        form.replace("{year}", "{year_short}")
        if (0 <= day < month < year or (alone and month < year))
        else form
    )


def anchors_of_forms(language: Language) -> list[str]:
    """For each form without a piece that shows itself, the words where the search for it begins."""
    found: list[str] = []
    figures = has_day_figures(language)
    for form in (f for forms in language.dates.forms.values() for f in forms):
        pieces = {piece[1] for piece in _PIECE.finditer(form) if piece[1]}
        if pieces & _DECADES:
            found += [word for word in _telling_words(form) if len(word) > 2]
            continue
        if pieces & _ANCHORED - {"hour", "ordinal"} or (figures and pieces & {"day_figures", "hour"}):
            continue
        words = _telling_words(form)
        if pieces & {"hour", "ordinal"}:
            words = [word for word in words if len(word) > 2]  # figures with a colon show themselves
        found += words
    return found


def has_day_figures(language: Language) -> bool:
    """Whether figures alone can be a day, so that every such number is looked at."""
    return any("{day_figures}" in form for forms in language.dates.forms.values() for form in forms)


def short_words_before_ordinals(language: Language) -> list[str]:
    """What is too short to be looked for without the Roman figures after it: the "s" of "s. XIX"."""
    forms = (form for forms in language.dates.forms.values() for form in forms)
    return [match[1] for form in forms if (match := _SHORT_BEFORE_ORDINAL.fullmatch(form))]


def _telling_words(form: str) -> list[str]:
    """The words of a form, one of which is in all that it matches: as long as can be."""
    bare = re.sub(r"\{[^}]*\}|\([^()]*\)\?", " ", form)
    options = [[word] for word in words_in([re.sub(r"\([^()]*\)", " ", bare)])]
    for group in re.findall(r"\(([^()]*)\)", bare):
        words = [words_in([choice]) for choice in group.split("|")]
        if all(words):
            options.append([max(choice, key=len) for choice in words])
    return max(options, key=lambda option: min(map(len, option)), default=[])


_LOOKING = re.compile(r"\(\?<?[!=][^()]*\)|\(\?P<\w*#?>|\(\?:|[()\[\]{}?*+|\\^$ ]")


def _first_signs(form: str, pieces: Mapping[str, str], lexicon: Lexicon) -> set[str]:
    """The signs with which a form can begin (and perhaps some more): those of its first piece or word, and of what
    may be missing before it.
    """
    found: set[str] = set()
    tokens = _PIECE.findall(form)
    depth = 0
    for place, (piece, optional, word, figures, _, mark) in enumerate(tokens):
        if piece:
            found.update(_LOOKING.sub("", pieces[piece + optional].replace("_#>", ">")))
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
    words = re.sub(r"\{[^}]*\}", "", words)
    return len(words_in([words])) * 10 + len(words)


def _lexicon(language: Language) -> Lexicon:
    dates, lexicon = language.dates, Lexicon(language)
    for part, rows in (
        ("month", dates.months),
        ("month.", dates.short_months),
        ("weekday", dates.whole_weekdays),
        ("weekday.", dates.short_weekdays),
        ("season", dates.seasons),
    ):
        for number, names in enumerate(rows, 1):
            for name in names:
                stopped = part.endswith(".") and name in dates.ambiguous
                lexicon.add(f"{part}!" if stopped else part, name, number)
                if name in dates.ambiguous:
                    lexicon.add("ambiguous", name)
    for word, value in dates.ordinal_words.items():
        lexicon.add("ordinal", word, value)
        if value in _TENS:
            lexicon.add("tens", word, value)
    for word, value in dates.numbers.items():
        lexicon.add("number", word, value)
    for unit, words in dates.units.items():
        for word in words:
            lexicon.add(f"unit {unit}", word)
    for suffix in dates.ordinals:
        for word in words_in([suffix]):
            lexicon.add("suffix", word)
    for feast in (f for feasts in dates.feasts.values() for f in feasts):
        for word in words_in([feast], lexicon.token):
            lexicon.literal(word)
    for form in (f for forms in dates.forms.values() for f in forms):
        for word in words_in([re.sub(r"\{[^}]*\}", " ", form)]):
            lexicon.literal(word)
    listed = [*dates.deictic, *dates.told, *(w for words in dates.ranges.values() for w in words)]
    for words in (dates.parts, dates.vague, dates.eras, dates.styles):
        listed += [w for group in words.values() for w in group]
    for word in words_in(listed, lexicon.token):
        lexicon.literal(word)
    for word in dates.after_year:
        for one in words_in([word]):
            lexicon.literal(one)
    for name, value in dates.centuries.items():
        lexicon.add("century", name, value)
    for part, listed_words in (
        ("before", dates.before),
        ("also_before_year", dates.also_before_year),
        ("before_year", dates.before_year),
        ("before_month", dates.before_month),
    ):
        for word in words_in(listed_words):
            lexicon.add(part, word)
    for word in words_in(dates.before_day):
        lexicon.add("before_day", word)
    for word in words_in(dates.before_time):
        lexicon.add("before_time", word)
    for word in words_in(dates.articles):
        lexicon.add("article", word)
    for word in words_in(dates.determiners):
        lexicon.add("determiner", word)
    for word in words_in((*dates.ranges.get("to", ()), *dates.ranges.get("and", ()))):
        lexicon.add("range", word)
    for word in words_in(dates.ranges.get("both", ())):
        lexicon.add("range", word)
        lexicon.add("both", word)
    for word in dates.counted:
        lexicon.add("counted", word)
    for word in dates.numbered:
        lexicon.add("numbered." if len(word) > 1 and word.endswith(".") else "numbered", word.rstrip("."))
    lexicon.freeze()
    return lexicon


def _pieces(lexicon: Lexicon) -> dict[str, str]:
    """The pattern of each piece; `#` is the number of its form, since group names must differ."""
    dates = lexicon.language.dates
    marks = "".join(re.escape(mark) for mark in dates.ordinals if len(mark) == 1 and not mark.isalnum())
    mark = f"(?: ?[{marks}])?" if marks else ""
    number = lexicon.signs_of("number")
    ordinal_word = lexicon.signs_of("ordinal")
    dayname = rf"(?:[{number}{ordinal_word}](?: ?- ?| ))?[{ordinal_word}]"
    units = [part for unit in dates.units for part in [f"unit {unit}"]]
    feasts = "|".join(
        literal(feast, lexicon)
        for feast in sorted((f for feasts in dates.feasts.values() for f in feasts), key=lambda f: -len(f))
    )
    figures = "[foabcde]" if dates.short_years else "[oabcde]"
    # 13. September 98: two figures are a year where the sentence or the line ends, or a word is stuck to them.
    # So they are before a word that follows years.
    year_words = _year_words(lexicon)
    short_year = rf"{figures}(?= ?$| ?[.,;:)\]–—\n]|[^ ,.;:/0-9'’-]| ?(?:{year_words}))"
    to = _one_of(dates.ranges.get("to", ()), lexicon)
    both = _one_of(dates.ranges.get("both", ()), lexicon)
    suffixed, tail = suffix(lexicon), year_tail(lexicon)
    ordinal = (
        rf"(?P<ordinal_#>{dayname}|[{signs.ROMAN_MONTH}{signs.ROMAN_NUMBER}{lexicon.signs_of('R', 'Q')}]{suffixed}?"
        rf"(?:{mark})|{signs.ROMAN_ORDINAL}|[iab](?:{suffixed}|[.ºª°]))"
    )
    month, stop = _names("month", lexicon)
    weekday, weekday_stop = _names("weekday", lexicon)
    return {
        "day": rf"(?<![0iabcdeofygh][.,:/])(?P<day_#>[iabc](?:{suffixed})?{mark}|{dayname})(?![0iabcdeofygh])",
        "day_roman": rf"(?P<day_#>[{lexicon.signs_of(signs.ROMAN_MONTH, signs.ROMAN_NUMBER)}])",
        "day_figures": rf"(?<![0iabcdeofygh][.,:/])(?P<day_#>[iabc])(?!{suffixed}|[-.]?°)(?![0iabcdeofygh])",
        "day_marked": rf"(?P<day_#>[iabc]{suffixed})",
        "month": rf"(?P<month_#>{month}){stop}",
        "year": rf"(?P<year_#>y|['’][oabcde]|[oabcde](?= ?(?:{year_words}))){_YEAR_ENDS}(?:{tail})?",
        "year_short": rf"(?P<year_#>y|['’][oabcde]|{short_year}){_YEAR_ENDS}(?:{tail})?",
        "year_any": rf"(?P<year_#>[yfabcde{signs.ROMAN_YEAR}]){_YEAR_ENDS}(?:{tail})?",
        "year_long": rf"(?P<year_#>[yf{signs.ROMAN_YEAR}{lexicon.signs_of('Y')}]){_YEAR_ENDS}(?:{tail})?",
        "year_full": rf"(?P<year_#>[yf{signs.ROMAN_YEAR}{lexicon.signs_of('Y')}]){_YEAR_ENDS}(?:{tail})?",
        "year_four": rf"(?P<year_#>y){_YEAR_ENDS}(?:{tail})?",
        "years": rf"(?P<year_#>[y])(?: ?[/–-] ?(?P<year2_#>[yabcdeo]))?{_YEAR_ENDS}(?:{tail})?",
        "weekday": rf"(?P<weekday_#>{weekday}){weekday_stop}",
        "weekday?": rf"(?:(?P<weekday_#>{weekday}){weekday_stop},? ?)?",
        "season": rf"(?P<season_#>[{lexicon.signs_of('season')}])",
        "feast": rf"(?P<feast_#>{feasts or '(?!)'})",
        "decade": rf"(?<![0iabcdeofygh][.,:/-])(?P<decade_#>[yf]|['’]?[oabcde]|[{number}])",
        "decade_four": r"(?<![0iabcdeofygh][.,:/-])(?P<decade_#>y)",
        "tens": rf"(?P<tens_#>[{lexicon.signs_of('tens')}])",
        "century": rf"(?P<century_#>[{lexicon.signs_of('century')}])",
        "ordinal": ordinal,
        "ordinal_figures": r"(?<![0iabcdeofygh][.,:/–-])(?P<ordinal_#>[ab])",
        "number": rf"(?P<number_#>(?:[{number}](?: ?- ?| ))?[{number}]|(?<![.,:/-])[iabcde])",
        "digit": r"(?P<digit_#>[i])",
        "unit": rf"(?P<unit_#>[{lexicon.signs_of(*units)}])",
        "any": rf"(?P<any_#>[{lexicon.signs_of(*units, 'month', 'season', 'weekday')}])",
        "day2": rf"(?P<day2_#>[iabc](?:{suffixed})?{mark}|{dayname})(?![0iabcdeofygh])",
        "month2": rf"(?P<month2_#>{month}){stop}",
        "to": to,
        "and": both,
        "hour": r"(?<![.,:0iabcdeofygh])(?P<hour_#>[0oiab])",
        "minute": r"(?P<minute_#>[oabcd])(?![.,:]?[0iabcdeofygh])",
    }


def suffix(lexicon: Lexicon) -> str:
    """The pattern of letters after a number, and of the mark between: 3rd, 25-го, 3:e, 5'inci."""
    ordinals = lexicon.language.dates.ordinals
    marks = {"-", ".", *(ordinal[0] for ordinal in ordinals if len(ordinal) > 1 and not ordinal[0].isalnum())}
    return f"(?:[{''.join(map(re.escape, sorted(marks)))}]?[{lexicon.signs_of('suffix')}])"


def year_tail(lexicon: Lexicon) -> str:
    """The pattern of what may follow a year as a part of its date: 1917-го, 1848 г., w 1848 r."""
    words = f" ?(?:{_year_words(lexicon)})"
    return f"-[{lexicon.signs_of('suffix')}](?:{words})?|{words}"


def _year_words(lexicon: Lexicon) -> str:
    words = sorted(lexicon.language.dates.after_year, key=lambda word: -len(word))
    return "|".join(literal(word, lexicon) for word in words) or "(?!)"


def _names(part: str, lexicon: Lexicon) -> tuple[str, str]:
    """The pattern of a month or weekday, and of the full stop of a shortened one."""
    short, stopped, full = lexicon.signs_of(f"{part}."), lexicon.signs_of(f"{part}.!"), lexicon.signs_of(part)
    only_short = "".join(sign for sign in short if sign not in full) or short
    return rf"(?:[{full}{short}]|[{stopped}](?=\.))", rf"(?:(?<=[{only_short}{stopped}])\.)?"


def _one_of(phrases: tuple[str, ...], lexicon: Lexicon) -> str:
    """The pattern of one of several words or marks, with the blanks around it."""
    inner = "|".join(literal(phrase, lexicon) for phrase in sorted(phrases, key=lambda phrase: -len(phrase)))
    return f"(?: ?(?:{inner or '(?!)'}) ?)"


def literal(text: str, lexicon: Lexicon) -> str:
    """The pattern of words that stand for themselves."""
    pattern = []
    for token in lexicon.token.findall(text):
        if token[0].isalpha():
            pattern.append(f"[{lexicon.signs_of('=' + token)}]")
        elif token[0].isdigit():
            pattern.append(signs.number_sign(token))
        else:
            pattern.append(" ?" if token.isspace() else "['’]" if token in "'’" else re.escape(token))
    return "".join(pattern)


def _compiled(form: str, pieces: dict[str, str], lexicon: Lexicon, number: int) -> str:
    pattern = []
    for piece, optional, word, figures, blank, mark in _PIECE.findall(form):
        if piece:
            pattern.append(pieces[piece + optional].replace("_#>", f"_{number}>"))
        elif word or figures:
            pattern.append(literal(word or figures, lexicon))
        elif blank:
            pattern.append(" ?")
        else:
            pattern.append(
                {"(": "(?:", "'": "['’]"}.get(mark) or (mark if mark in "|)?" else re.escape(mark))
            )
    return "".join(pattern)
