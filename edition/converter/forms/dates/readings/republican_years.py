"""Years of the French Republic: "an II", "Year II of the Republic"; those after a month, and those alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from edition.converter.forms.dates.calendar.calendars import REPUBLICAN, gregorian_day, month_length
from edition.converter.forms.dates.expression import Expression, Stretch, Written
from edition.converter.forms.dates.moment import day_moment, iso_year
from edition.converter.forms.dates.readings.calendar_table import all_spellings, one_of, table
from edition.converter.forms.dates.signs.lexicon import Lexicon, roman_value
from edition.converter.forms.letters import beginning_with

_LAST_YEAR = 14
_FIGURES = r"[IVX]{1,4}|[ivx]{1,4}|\d{1,2}"
_NO_YEAR = re.compile(r"(?<!\w)(?:un|cet|par|chaque|premier|[Uu]n)\s$")
_ARTICLE = re.compile(r"(?:(?<!\w)[Ll]['’]|(?<!\w)[Tt]he\s)$")


def year_names() -> tuple[str, ...]:
    """The words for a year, one of which stands before its number."""
    return tuple(table("calendars")[REPUBLICAN]["years"])


def year_marks() -> dict[str, str]:
    """Beginnings of years without a month, by the first character: what follows it."""
    rests: dict[str, list[str]] = {}
    for word in all_spellings(year_names()):
        rests.setdefault(word[0], []).append(word[1:])
    year = r"\.?\s(?:[IVX]{1,4}(?:er)?(?!\w)|\d{1,2}\s[do])"
    return {first: rf"(?:{one_of(found)}){year}" for first, found in rests.items()}


def year_after(text: str, place: int, limit: int, lexicon: Lexicon) -> tuple[int, int, bool] | None:
    """The year after a month: its number, its end, and whether it is one of ours ("9 thermidor 1794")."""
    match = _after(lexicon).match(text, place, limit)
    if match is None:
        return None
    if match["gregorian"]:
        return int(match["gregorian"]), match.end("gregorian"), True
    number = _number(match["year"], lexicon)
    return (number, match.end(), False) if 1 <= number <= _LAST_YEAR else None


def years_alone(text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Expression]:
    """Years without a month: with the name of the Republic, and in French in Roman figures."""
    for word in _words_for_year().finditer(text, start, end):
        match = _alone().match(text, word.end(), end)
        if match is None:
            continue
        number = _number(match["year"], lexicon)
        figures = lexicon.language.dates.republican_figures
        french = figures and match["year"].isupper() and word.group().lower() == "an"
        if not 1 <= number <= _LAST_YEAR or not (match["era"] or (french and not match["other"])):
            continue
        if _NO_YEAR.search(text, max(start, word.start() - 10), word.start()):
            continue
        article = _ARTICLE.search(text, max(start, word.start() - 4), word.start())
        first = gregorian_day(REPUBLICAN, (number, 1, 1))
        last = gregorian_day(REPUBLICAN, (number, 13, month_length(REPUBLICAN, number, 13)))
        if first is not None and last is not None:
            begins, ends = (
                article.start() if article else word.start(),
                match.end("era" if match["era"] else "said"),
            )
            moments = day_moment(first), day_moment(last)
            written = Written(REPUBLICAN, iso_year(number))
            yield Expression(begins, ends, "republican year", *moments, Stretch.PERIOD, written=written)


def _number(words: str, lexicon: Lexicon) -> int:
    """The number of a year in figures or words."""
    if words.isdigit():
        return int(words)
    known = lexicon.values.get(("number", words)) or lexicon.values.get(("ordinal", words))
    return known or roman_value(words)


@cache
def _years() -> tuple[str, str]:
    words = table("calendars")[REPUBLICAN]
    eras = one_of(words["eras"])
    return one_of(all_spellings(year_names())), rf",?\s(?:{eras})(?:\sfrançaise)?(?!\w)"


@cache
def _after(lexicon: Lexicon) -> re.Pattern[str]:
    years, era = _years()
    words = one_of(w for part in ("number", "ordinal") for w in lexicon.words_of(part) if len(w) > 2)
    return re.compile(
        rf"\.?,?\s(?:(?:de|of|in|im|des|dell|nell)\s?)?(?:the\s|['’]|[Ll]['’])?(?:{years})\.?\s"
        rf"(?P<year>{_FIGURES}|{words})(?:er|ᵉʳ)?(?!\w)(?!['’-]\w)(?:{era})?"
        r"|,?\s(?P<gregorian>1[78]\d\d)(?!\w)(?![.,:]\d)"
    )


@cache
def _words_for_year() -> re.Pattern[str]:
    return re.compile(beginning_with(all_spellings(year_names()), r"(?!\w)"))


@cache
def _alone() -> re.Pattern[str]:
    _, era = _years()
    others = one_of(table("calendars")[REPUBLICAN]["other_eras"])
    return re.compile(
        rf"\.?\s(?P<said>(?P<year>{_FIGURES})(?:er|ᵉʳ)?)(?!\w)(?!['’-]\w)(?:(?P<era>{era})|(?P<other>\s(?:{others})))?"
    )
