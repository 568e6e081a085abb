"""Which signs years that stand alone are made of, and what stands around them: patterns by language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from edition.converter.forms.dates.signs import neighbours
from edition.converter.forms.dates.signs.lexicon import FIGURES, TOKEN, Lexicon
from edition.converter.forms.dates.signs.pieces import phrases, year_tail

BEFORE_YEAR = ("before", "also_before_year", "before_year")
"""The parts of words that stand before years."""

_APART = rf"(?<![{FIGURES}])(?<![{FIGURES}][.,:/-])(?<![{FIGURES}] [.,:/–-] )(?<![$£€#§№@=+×*\\~^])"
_ENDS = rf"(?![.,:][{FIGURES}])(?![%°″′])(?! ?[%°$€£])(?!-[ ,])"
_DASH = r" ?[–—-]{1,2} ?"


@cache
def to(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between two numbers, from the first to the second."""
    return re.compile(rf"(?:{phrases(lexicon.language.dates.ranges.get('to', ()), lexicon)}) ?")


@cache
def circa(lexicon: Lexicon) -> re.Pattern[str]:
    """A shortened word for "about", which stands before years more than before what is counted."""
    short = [phrase for phrase in lexicon.language.dates.vague.get("about", ()) if phrase.endswith(".")]
    return re.compile(rf"(?<!\.)(?:{phrases([*short, 'circa'], lexicon)}) ?$")  # not "H.L.C. 1852"


@cache
def said_vaguely(lexicon: Lexicon) -> re.Pattern[str]:
    """Several words, or one with a hyphen, that say of a date that it is not exact: "end of", "end-"."""
    dates = lexicon.language.dates
    groups = [*dates.vague.values(), *dates.parts.values()]
    several = [phrase for group in groups for phrase in group if " " in phrase or "-" in phrase]
    return re.compile(rf"(?:{phrases(several, lexicon)}) ?$")


@cache
def beginning(lexicon: Lexicon) -> re.Pattern[str]:
    """The signs with which a year can begin: four figures, Roman ones, an apostrophe before two, the words of
    our era; and other figures before an era or a dash.
    """
    eras = lexicon.language.dates.eras
    ours, all_eras = (
        _first_signs((*eras.get("ce", ()), *more), lexicon) for more in ((), eras.get("bce", ()))
    )
    joining = "".join(sorted(neighbours.signs_of("range", lexicon)))
    alone = f"y{lexicon.signs_of('Y')}{ours}"
    return re.compile(
        rf"[fabcdeig'’{alone}](?:(?<=[{alone}])|(?<=['’])(?=[abcdeo])|(?= ?[,–—{all_eras}{joining}-])"
        rf"|(?<=[{_leads(lexicon)}] f))"
    )


def _leads(lexicon: Lexicon) -> str:
    """The signs of words that stand before years, as the body of a class."""
    return lexicon.signs_of(*BEFORE_YEAR)


def _first_signs(phrases_of_eras: Iterable[str], lexicon: Lexicon) -> str:
    """The signs with which phrases begin, as the body of a class."""
    words = sorted({TOKEN.findall(phrase)[0] for phrase in phrases_of_eras})
    return "".join(lexicon.signs_of(f"={word}") if word[0].isalpha() else re.escape(word) for word in words)


@cache
def year(lexicon: Lexicon) -> re.Pattern[str]:
    """A year of four figures, or two of them; one with its era, in Roman figures, of three figures after a
    word that stands before years, or of two with their apostrophe: the group that matched says which.
    """
    eras = lexicon.language.dates.eras
    bce, ce = (phrases(eras.get(name, ()), lexicon) for name in ("bce", "ce"))
    number = "[fabcdeiyg]"
    ranges = lexicon.language.dates.ranges
    to, both = (phrases(filter(str.isalpha, ranges.get(name, ())), lexicon) for name in ("to", "both"))
    last = rf"(?:{_DASH}|/)(?P<last>y|(?<![–—] )[abcdeoi])(?![{FIGURES}])"
    shares = rf"(?: ?, ?{number})* ?,? ?(?:{both}) ?(?P<shares_bce>{number}) ?(?:{bce})"
    roman, tail = lexicon.signs_of("Y"), year_tail(lexicon)
    return re.compile(
        rf"{_APART}(?:"
        rf"(?P<bces>(?P<first_bce>{number})(?:{_DASH}| ?(?:{to}) ?)(?P<last_bce>{number}) ?(?:{bce}))"
        rf"|(?P<bce>(?P<of_bce>{number})(?: ?(?:{bce})|(?={shares})))"
        rf"|(?P<ces>(?P<of_ces>[fabcdeiy]) ?(?:{ce}))"
        rf"|(?P<plain>(?P<year>y)(?:{last})?{_ENDS}(?!-[{FIGURES}])(?P<tail>{tail})?(?![wWRYQ\ue000-\uf8ff])))"
        rf"|(?P<ce>(?:(?:{ce}) ?(?P<of_ce>[fabcdeiy]){_ENDS}(?![{FIGURES}])))"
        rf"|(?P<era_unsaid>(?<=[{_leads(lexicon)}] )f{_ENDS}(?![{FIGURES}]))"
        rf"|(?P<roman>(?<![\w.])[{roman}](?!\w))"
        rf"|(?P<short>(?<!\w)['’][abcdeo](?![{FIGURES}'’\"”])(?!\w))"
    )
