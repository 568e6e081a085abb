"""The pattern of each piece of a form, over signs. What the pieces stand for is told in `grammar`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from edition.converter.forms.dates.signs import lexicon as signs
from edition.converter.forms.dates.signs.lexicon import FIGURES, Lexicon

# A piece with its mark of question, a word, figures, blanks, a mark.
PIECE = re.compile(r"\{([a-z_]+2?)(\?)?\}|([^\W\d_]+)|(\d+)|( +)|(.)")
_YEAR_ENDS = rf"(?![.,:]?[{FIGURES}])"
_APART = rf"(?<![{FIGURES}][.,:/])"  # no figures and mark before: the last part of another number


def pieces(lexicon: Lexicon) -> dict[str, str]:
    """The pattern of each piece by its name."""
    return {**_days_and_years(lexicon), **_names(lexicon), **_numbers(lexicon)}


def _days_and_years(lexicon: Lexicon) -> dict[str, str]:
    suffixed, tail, mark, dayname = suffix(lexicon), year_tail(lexicon), _mark(lexicon), _dayname(lexicon)
    year_words = phrases(lexicon.language.dates.after_year, lexicon)
    figures = "[foabcde]" if lexicon.language.dates.short_years else "[oabcde]"
    # 13. September 98: two figures are a year where the sentence or the line ends, where a word is stuck to
    # them, and before a word that follows years.
    place = f" ?{signs.NAME} ?$"  # "29. Aug 94 Ischl"
    ends_here = rf"[.,;:)\]\n|]|[–—](?! ?[{FIGURES}])"
    short_year = rf"{figures}(?= ?$|{place}| ?(?:{ends_here})|[^ ,.;:/0-9'’–—-]| ?(?:{year_words}))"
    # "im Herbst 89 kam er": what a number counts would have a capital letter; see `read_season`
    amid = f"|[oabcde](?= [{signs.ANY_WORD}])" if lexicon.language.dates.capital_nouns else ""
    two_short = "|[oabcde](?=/[oabcde])" if lexicon.language.dates.short_years else ""  # 46/47
    figures_of_day = rf"[iabc](?:{suffixed}|){mark}"
    day = rf"{figures_of_day}|{dayname}"
    ends = rf"{_YEAR_ENDS}(?:{tail}|)"
    return {
        "day": rf"{_APART}(?P<day>{day})(?![{FIGURES}])",
        "day_ended": rf"{_APART}(?P<day>{figures_of_day}|{dayname}(?! ?[{signs.ANY_WORD}]))(?![{FIGURES}])",
        "day2": rf"(?P<day2>{day})(?!:?[{FIGURES}]|,f)",  # "July 3, 8:05 am", "July 3, 5,000 men"
        "day_figures": rf"{_APART}(?P<day>[iabc])(?!{suffixed}|[-.]?°)(?![{FIGURES}{signs.ANY_WORD}])",
        "day_bracketed": r"\((?P<day>[iabc])\)",
        "day_marked": rf"(?P<day>[iabc]{suffixed})",
        "day_stop": rf"{_APART}(?P<day>[iabc])\.(?![{FIGURES}])",
        "day_roman": rf"(?P<day>[{lexicon.signs_of(signs.ROMAN_MONTH, signs.ROMAN_NUMBER)}])",
        "year": rf"(?P<year>y|['’][oabcde]|[oabcde](?= ?(?:{year_words}))){ends}",
        "year_short": rf"(?P<year>y|['’][oabcde]|{short_year}){ends}",
        "year_no_day": rf"(?P<year>['’][oabcde]|[de](?! ?[%°€£$/])){ends}",
        "year_amid": rf"(?P<year>y|['’][oabcde]|{short_year}{amid}){ends}",
        "year_any": rf"(?P<year>[yfabcde{signs.ROMAN_YEAR}])(?! ?[/–-] ?[abcdeo](?![{FIGURES}])){ends}",
        "year_long": rf"(?P<year>[yf{signs.ROMAN_YEAR}{lexicon.signs_of('Y')}]){ends}",
        "year_three": r"(?P<year>f)",
        "year_last": rf"(?P<year2>[yf]){ends}",
        "year_four": rf"(?P<year>y){ends}",
        "years": rf"(?P<year>y|['’][oabcde]{two_short})(?: ?[/–—-] ?(?P<year2>[yabcdeo])|){ends}",
        "clock": rf"(?<![.,:{FIGURES}])(?P<clock>[yg])(?![.,:]?[{FIGURES}])",
        "hour": rf"(?<![.,:{FIGURES}])(?P<hour>[0oiab])",
        "minute": rf"(?P<minute>[oabcd])(?![.,:]?[{FIGURES}])",
    }


def _names(lexicon: Lexicon) -> dict[str, str]:
    dates = lexicon.language.dates
    month, stop = _name("month", lexicon)
    weekday, weekday_stop = _name("weekday", lexicon)
    units = [f"unit {unit}" for unit in dates.units]
    names = [name for feasts in dates.feasts.values() for name in feasts]
    saints = [name for feasts in dates.saints.values() for name in feasts]
    return {
        "month": rf"(?P<month>{month}){stop}",
        "month2": rf"(?P<month2>{month}){stop}",
        "weekday": rf"(?P<weekday>{weekday}){weekday_stop}",
        "weekday?": rf"(?:(?P<weekday>{weekday}){weekday_stop},? ?|)",
        "season": rf"(?P<season>[{lexicon.signs_of('season')}])",
        "feast": rf"(?P<feast>{phrases(names, lexicon)})",
        "holy_day": rf"(?P<feast>{phrases([*names, *saints], lexicon)})",
        "decade_name": rf"(?P<tens>[{lexicon.signs_of('decade_name')}])",
        "century": rf"(?P<century>[{lexicon.signs_of('century')}])",
        "unit": rf"(?P<unit>[{lexicon.signs_of(*units)}])",
        "weekend": rf"(?P<unit>[{lexicon.signs_of('unit weekend')}])",
        "any": rf"(?P<any>[{lexicon.signs_of(*units, 'month', 'season', 'weekday')}])",
        "to": rf"(?: ?(?:{phrases(dates.ranges.get('to', ()), lexicon)}) ?)",
        "and": rf"(?: ?(?:{phrases(dates.ranges.get('both', ()), lexicon)}) ?)",
    }


def _numbers(lexicon: Lexicon) -> dict[str, str]:
    number, suffixed = lexicon.signs_of("number"), suffix(lexicon)
    roman = f"{signs.ROMAN_MONTH}{signs.ROMAN_NUMBER}{lexicon.signs_of('R', 'Q')}"
    joint = phrases(lexicon.language.dates.year_joints, lexicon)
    return {
        "decade": rf"(?<![{FIGURES}][.,:/-])(?P<decade>[yf]|['’]?[oabcde]|[{number}])",
        "decade_four": rf"(?<![{FIGURES}][.,:/-])(?P<decade>y)",
        "tens": rf"(?P<tens>[{lexicon.signs_of('tens')}])",
        "ordinal": rf"(?P<ordinal>{_dayname(lexicon)}|[{roman}]{suffixed}?(?:{_mark(lexicon)})"
        rf"|{signs.ROMAN_ORDINAL}|[iab](?:{suffixed}|[.ºª°]))",
        "ordinal_figures": rf"(?<![{FIGURES}][.,:/–-])(?P<ordinal>[ab])",
        "number": rf"(?P<number>(?:[{number}](?: ?- ?| | (?:{joint}) ))?[{number}]|(?<![.,:/-])[iabcdef])",
        "digit": r"(?P<digit>[i])",
    }


def suffix(lexicon: Lexicon) -> str:
    """The pattern of letters after a number, and of the mark between: 3rd, 25-го, 3:e, 5'inci."""
    ordinals = lexicon.language.dates.ordinals
    marks = {"-", ".", *(ordinal[0] for ordinal in ordinals if len(ordinal) > 1 and not ordinal[0].isalnum())}
    return f"(?:[{''.join(map(re.escape, sorted(marks)))}]?[{lexicon.signs_of('suffix')}])"


def year_tail(lexicon: Lexicon) -> str:
    """The pattern of what may follow a year as a part of its date: 1917-го, 1848 г., w 1848 r."""
    words = f" ?(?:{phrases(lexicon.language.dates.after_year, lexicon)})"
    return f"-[{lexicon.signs_of('suffix')}](?:{words})?|{words}"


def phrases(several: Iterable[str], lexicon: Lexicon) -> str:
    """The pattern of one of several words or phrases, the longest first; of nothing where there are none."""
    ordered = sorted(several, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(literal(phrase, lexicon) for phrase in ordered) or "(?!)"


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


def pattern_of(form: str, patterns: Mapping[str, str], lexicon: Lexicon) -> str:
    """The pattern of a form or a part of one, with a group for each of its pieces."""
    pattern = []
    for piece, optional, word, figures, blank, mark in PIECE.findall(form):
        if piece:
            pattern.append(patterns[piece + optional])
        elif word or figures:
            pattern.append(literal(word or figures, lexicon))
        elif blank:
            pattern.append(" ?")
        elif mark == "?" and pattern[-1:] == [")"]:
            pattern[-1] = "|)"
        else:
            pattern.append(
                {"(": "(?:", "'": "['’]"}.get(mark) or (mark if mark in "|)?" else re.escape(mark))
            )
    return "".join(pattern)


def _mark(lexicon: Lexicon) -> str:
    """The pattern of a mark after a number that makes it the number of a day: 3., 3º."""
    ordinals = lexicon.language.dates.ordinals
    marks = "".join(re.escape(mark) for mark in ordinals if len(mark) == 1 and not mark.isalnum())
    return f"(?: ?[{marks}]|)" if marks else ""


def _dayname(lexicon: Lexicon) -> str:
    """The pattern of an ordinal in words, one or two: "twenty-first"."""
    number, ordinal = lexicon.signs_of("number"), lexicon.signs_of("ordinal")
    return rf"(?:[{number}{ordinal}](?: ?- ?| )|)[{ordinal}]"


def _name(part: str, lexicon: Lexicon) -> tuple[str, str]:
    """The pattern of a month or weekday, and of the full stop of a shortened one. `re` sees sooner that one
    of two is nothing than that something may be missing.
    """
    short, stopped, full = lexicon.signs_of(f"{part}."), lexicon.signs_of(f"{part}.!"), lexicon.signs_of(part)
    only_short = "".join(sign for sign in short if sign not in full) or short
    return rf"(?:[{full}{short}]|[{stopped}](?=\.))", rf"(?:\.(?<=[{only_short}{stopped}].)|)"
