"""Where calendar expressions stand in a text.

The text is searched for anchors: names of months and days, years, words such as "year" and "yesterday". Only
around these is it turned into signs and held against the forms of its language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from edition.converter.forms.dates.combining import combined
from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.grammar import (
    Grammar,
    anchors_of_forms,
    grammar,
    has_day_figures,
    short_words_before_ordinals,
)
from edition.converter.forms.dates.lexicon import TOKEN, spellings
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.numeric import numeric_dates
from edition.converter.forms.dates.other_calendars import (
    calendar_marks,
    calendar_words,
    other_calendars,
    reign_words,
)
from edition.converter.forms.dates.reading import read_form
from edition.converter.forms.dates.row import Row
from edition.converter.forms.dates.values import Attributes, attributes_of, partial
from edition.converter.forms.dates.years import bare_years
from edition.converter.forms.letters import LOWER, Part
from edition.converter.languages import Language

_BEFORE, _AFTER = 44, 40  # characters on each side of an anchor in which the rest of its date stands
_CENTURIES = (
    *("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"),
    *("XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI"),
)
_SHORTENED = re.compile(r"([^\W\d_]+)\.")  # "XIX w.", "19. stol."
_WORD_CUT = 16  # characters by which a window may grow to the next blank


class DateFound(NamedTuple):
    """A date between two offsets of the text, its TEI attributes, and the rule by which it was read."""

    start: int
    end: int
    attributes: tuple[tuple[str, str], ...]
    form: str

    def part(self) -> Part:
        """The date as a part of the text."""
        return Part("date", self.start, self.end, self.attributes)


def find_expressions(text: str, language: Language) -> list[Expression]:
    """All calendar expressions in `text`, in order and apart from one another. Offsets count from 0."""
    known = grammar(language)
    found: list[Expression] = []
    covered = 0
    for start, end in _windows(_anchor(language), text):
        row = Row.of(text, max(start, covered), end, known.lexicon)
        found.extend(combined(row, _simple(row, known), known.lexicon))
        covered = found[-1].end if found else 0
    return found


def find_dates(text: str, language: Language) -> list[DateFound]:
    """The dates that `text` writes out, with a year or with a day and a month. Offsets count from 0."""
    return [
        DateFound(found.start, found.end, own_value(found), found.rule)
        for found in find_expressions(text, language)
        if found.written_out
    ]


def whole_date(text: str, language: Language) -> DateFound | None:
    """The date that `text` is, from its first to its last character (a bare year counts)."""
    if len(text) == 4 and text.isascii() and text.isdigit() and 1000 <= int(text) <= 2199:
        return DateFound(0, len(text), (("when", text),), "year")
    dates = find_dates(text, language)
    if len(dates) == 1 and (dates[0].start, dates[0].end) == (0, len(text)):
        return dates[0]
    return None


def own_value(expression: Expression) -> Attributes:
    """The value of an expression as far as it says it itself."""
    if expression.relation is not None:
        return ()
    if expression.absolute:
        return attributes_of(expression, expression.first, expression.last)
    return partial(expression.first, expression.last, expression.portion)


def _simple(row: Row, known: Grammar) -> list[Expression]:
    """Single dates of a row: those of the forms, those in figures, and bare years, none over another."""
    found = [*numeric_dates(row, known.lexicon), *_of_forms(row, known), *bare_years(row, known.lexicon)]
    found += other_calendars(row, known.lexicon)
    found.sort(key=lambda expression: (expression.start, -expression.end))
    kept: list[Expression] = []
    for expression in found:
        if kept and expression.start < kept[-1].end:
            if expression.end - expression.start > kept[-1].end - kept[-1].start:
                kept[-1] = expression
            continue
        kept.append(expression)
    return kept


def _of_forms(row: Row, known: Grammar) -> Iterator[Expression]:
    patterns, place = known.patterns, 0
    for beginning in known.beginnings.finditer(row.signs):
        start = beginning.start()
        if start < place:
            continue
        match = patterns[beginning.group()].match(row.signs, start)
        if match is None:
            continue
        expression = read_form(match, row, known)
        if expression is not None:
            yield expression
            place = match.end()


def _windows(anchor: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Stretches around anchors, from blank to blank; those that meet are one."""
    start = end = -1
    first = anchor.match(f" {text[:_AFTER]}")
    if first is not None:
        start, end = 0, min(len(text), first.end() - 1 + _AFTER)
    for match in anchor.finditer(text):
        if match.start() - _BEFORE > end:
            if end >= 0:
                yield start, _to_blank(text, end)
            start = _from_blank(text, max(0, match.start() - _BEFORE))
        end = min(len(text), match.end() + _AFTER)
    if end >= 0:
        yield start, _to_blank(text, end)


def _to_blank(text: str, end: int) -> int:
    limit = min(len(text), end + _WORD_CUT)
    while end < limit and not text[end].isspace():
        end += 1
    return end


def _from_blank(text: str, start: int) -> int:
    limit = max(0, start - _WORD_CUT)
    while start > limit and not text[start - 1].isspace():
        start -= 1
    return start


@cache
def _anchor(language: Language) -> re.Pattern[str]:
    """Finds what no date is without, with the sign before it: `re` looks fastest for one of a few characters."""
    dates = language.dates
    rows = (*dates.months, *dates.short_months, *dates.whole_weekdays, *dates.short_weekdays, *dates.seasons)
    words = [word for names in rows for word in names]
    words += [word for names in dates.units.values() for word in names]
    words += [TOKEN.findall(phrase)[0] for phrase in dates.feasts.get("", ())]
    words += [max(TOKEN.findall(feast), key=len) for feasts in dates.feasts.values() for feast in feasts]
    words += [*anchors_of_forms(language), *dates.centuries]
    words += [TOKEN.findall(era)[-1] for era in dates.eras.get("bce", ()) if era[-1].isalpha()]
    words += [era.rstrip(".") for era in dates.eras.get("ce", ()) if era[0].isalpha()]
    for phrase in sorted((*dates.deictic, *dates.told), key=len):
        tokens = TOKEN.findall(phrase)
        if not set(tokens) & set(words):
            words.append(max(tokens, key=len))
    words += ["M" + figures for figures in ("D", "C", "M")] if language.code else []
    words += [*calendar_words(), *reign_words(language)]
    short = {word for form in dates.forms.get("century", ()) for word in _SHORTENED.findall(form)}
    words += _CENTURIES if short else ()
    letters = {spelling for word in words if word[0].isalpha() for spelling in spellings(word)}
    suffixes = "|".join(re.escape(suffix) for suffix in dates.ordinals if suffix[-1].isalpha())
    marked = rf"|\d?(?:{suffixes})\b" if suffixes else ""
    eras = "|".join(re.escape(era) for words_of in dates.eras.values() for era in words_of)
    era = rf"|\d{{0,3}}\s?(?:{eras})" if eras else ""
    era += rf"|\d?\.?\s?(?:{'|'.join(sorted(short))})\." if short else ""
    alone = r"|\d?\s[^\W\d_]" if has_day_figures(language) else ""
    digits = "|".join(re.escape(word[1:]) for word in words if word[0].isdigit() and word[1:])
    counted = rf"|(?:{digits})(?!\w)" if digits else ""  # 7ber: September
    figures = (
        r"(?:(?:\d?\.[/\s]?|\d?[/-])(?:\d|[IVX])|\d?\s[IVX]|\d{3}(?!\d)|(?<!\d.)\d?:\d\d"
        + rf"{marked}{era}{alone}{counted})"
    )
    openings = ""
    if has_day_figures(language):
        prepositions = {s for word in dates.before_day for s in spellings(word) if word.isalpha()}
        openings = rf"|(?:{_by_first_letter(prepositions)})\s+\d\d?(?!\d)"  # "el 5"
    before_ordinals = {s for word in short_words_before_ordinals(language) for s in spellings(word)}
    if before_ordinals:
        openings += rf"|(?:{_by_first_letter(before_ordinals)})\.\s?[IVXivx]"  # "s. XIX"
    marks = calendar_marks(language, {})
    others = "".join(f"|{re.escape(first)}{rest}" for first, rest in marks.items() if not first.isdigit())
    reigns = "".join(
        f"|(?<=\\d){rest}" for rest in {rest for first, rest in marks.items() if first.isdigit()}
    )
    return re.compile(
        rf"[{_SEPARATORS}\d](?:(?<=\d)(?<!\d.){figures}|(?:{_by_first_letter(letters)})(?![{LOWER}\d_]){openings}{others}{reigns}"
        r"|(?<=['’])\d\d(?!\d))"
    )


_SEPARATORS = r"\s(\[{'\"“”„«»‘’‚‹›—–\-/_*.,;:|>"


def _by_first_letter(words: Iterable[str]) -> str:
    """The pattern of any of several words: by first letters, which `re` tells apart fastest."""
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(rests.items()))


def known_moment(value: str) -> Moment:
    """A day of the settings (ISO 8601) as a moment."""
    year, month, day = value.split("-")
    return Moment(Unit.DAY, int(year), int(month), int(day))
