"""Calendar dates in running text, with the values they are written for.

The forms come from the language tables: a form such as `{weekday?}{day} {month} {year}` is compiled
to a pattern here, and its ranges ("8–12 November 1918") are derived from it. Values follow
the Guidelines (13.1.2 and 3.6.4): ISO 8601 of the precision written, `from`/`to` for a range, `--11-08`
for a day without a year.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from edition.converter.forms.letters import LOWER, UPPER, Part, beginning_with
from edition.converter.languages import Language
from edition.converter.languages.subjects import DateWords

_YEAR = r"(?:1\d{3}|20\d{2})"
_NOT_IN_NUMBER_BEFORE = r"(?<![\w.,/:$£€#№-])"
_NOT_IN_NUMBER_AFTER = r"(?![\w/]|[.,:]\d|-\d)"
_WINDOW = 48  # characters on each side of a month or a year in which the rest of its date stands


class DateFound(NamedTuple):
    """A date between two offsets of the text, its TEI attributes, and the form it has."""

    start: int
    end: int
    attributes: tuple[tuple[str, str], ...]
    form: str

    def part(self) -> Part:
        """The date as a part of the text."""
        return Part("date", self.start, self.end, self.attributes)


@dataclass(frozen=True)
class _Patterns:
    """The compiled forms of one language."""

    anchor: re.Pattern[str]
    forms: re.Pattern[str] | None
    names: tuple[str, ...]
    months: dict[str, int]
    year_before: re.Pattern[str]
    language: Language


_ISO = re.compile(rf"{_NOT_IN_NUMBER_BEFORE}({_YEAR})-(\d\d)(?:-(\d\d))?{_NOT_IN_NUMBER_AFTER}")
_NUMERIC = re.compile(
    rf"{_NOT_IN_NUMBER_BEFORE}(\d{{1,2}})([./-])[ \u00a0\u202f]?(\d{{1,2}})\2[ \u00a0\u202f]?"
    rf"({_YEAR}){_NOT_IN_NUMBER_AFTER}"
)
_BARE_YEAR = re.compile(rf"{_NOT_IN_NUMBER_BEFORE}({_YEAR})(?:([–-])(\d{{4}}|\d\d))?{_NOT_IN_NUMBER_AFTER}")
_NEXT_WORD = re.compile(rf"\s+([{UPPER}{LOWER}]+)")


def find_dates(text: str, language: Language) -> list[DateFound]:
    """The dates in `text`, in order and apart from one another. Offsets count from 0 in `text`."""
    patterns = _patterns(language)
    found: list[DateFound] = []
    covered = 0
    for start, end in _windows(patterns.anchor, text):
        for date in _in_window(text, max(start, covered), end, patterns):
            found.append(date)
            covered = date.end
    return found


def whole_date(text: str, language: Language) -> DateFound | None:
    """The date that `text` is, from its first to its last character (a bare year counts)."""
    if re.fullmatch(_YEAR, text):
        return DateFound(0, len(text), (("when", text),), "year")
    dates = find_dates(text, language)
    if len(dates) == 1 and (dates[0].start, dates[0].end) == (0, len(text)):
        return dates[0]
    return None


def _windows(anchor: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """Stretches around months and years; the only places where the costly patterns run."""
    start = end = -1
    for match in anchor.finditer(text):
        if match.start() - _WINDOW > end:
            if end >= 0:
                yield start, end
            start = max(0, match.start() - _WINDOW)
        end = min(len(text), match.end() + _WINDOW)
    if end >= 0:
        yield start, end


def _in_window(text: str, start: int, end: int, patterns: _Patterns) -> Iterator[DateFound]:
    candidates = [
        *_word_dates(text, start, end, patterns),
        *_numeric_dates(text, start, end, patterns.language),
        *_bare_years(text, start, end, patterns),
    ]
    candidates.sort(key=lambda date: (date.start, -date.end))
    covered = start
    for date in candidates:
        if date.start >= covered:
            yield date
            covered = date.end


def _word_dates(text: str, start: int, end: int, patterns: _Patterns) -> Iterator[DateFound]:
    if patterns.forms is None:
        return
    for match in patterns.forms.finditer(text, start, end):
        number = match.lastgroup or "f0"
        suffix = number[1:]
        group = {
            key: value
            for name, value in match.groupdict().items()
            if value is not None and (key := _key(name, suffix)) is not None
        }
        attributes = _value(group, patterns)
        if attributes:
            yield DateFound(*match.span(), attributes, patterns.names[int(suffix)])


def _key(name: str, suffix: str) -> str | None:
    key, _, number = name.partition("_")
    return key if number == suffix else None


def _value(group: dict[str, str], patterns: _Patterns) -> tuple[tuple[str, str], ...] | None:
    """TEI attributes for the pieces of a date; None when the calendar has no such day."""
    year = group.get("year")
    if "year2" in group:
        last = group["year2"]
        full = last if len(last) == 4 else str(year)[:2] + last
        return (("from", str(year)), ("to", full)) if int(full) == int(str(year)) + 1 else None
    if "season" in group:
        # A season has no days that calendars agree on: the year is what the text says for sure.
        return (("when", str(year)),)
    month = patterns.months[_fold(group["month"])]
    if "month2" in group:
        last_month = patterns.months[_fold(group["month2"])]
        if last_month <= month or year is None:
            return None
        return (("from", _iso(year, month)), ("to", _iso(year, last_month)))
    if "day" not in group:
        return (("when", _iso(year, month)),) if year else None
    day = int(group["day"])
    if not _exists(year, month, day):
        return None
    if "day2" in group:
        last_day = int(group["day2"])
        if last_day <= day or not _exists(year, month, last_day):
            return None
        return (("from", _iso(year, month, day)), ("to", _iso(year, month, last_day)))
    return (("when", _iso(year, month, day)),)


def _numeric_dates(text: str, start: int, end: int, language: Language) -> Iterator[DateFound]:
    for match in _ISO.finditer(text, start, end):
        year, month, day = match.groups()
        if 1 <= int(month) <= 12 and (day is None or _exists(year, int(month), int(day))):
            yield DateFound(*match.span(), (("when", match.group()),), "iso")
    for match in _NUMERIC.finditer(text, start, end):
        first, _, second, year = match.groups()
        day, month = int(first), int(second)
        order = language.dates.numeric or ("dmy" if day > 12 else "mdy" if month > 12 else "")
        if order == "mdy":
            day, month = month, day
        if not order:
            # "8/11/1918" in English: the day and the month cannot be told apart, the year can.
            if 1 <= month <= 12 and 1 <= day <= 12:
                yield DateFound(*match.span(), (("when", year),), "numeric, order undecided")
        elif _exists(year, month, day):
            yield DateFound(*match.span(), (("when", _iso(year, month, day)),), "numeric")


def _bare_years(text: str, start: int, end: int, patterns: _Patterns) -> Iterator[DateFound]:
    """A year alone counts after words such as "in" and "since", before a name ("the 1917 October
    Revolution"), or alone in brackets; never before something counted ("1848 francs").
    """
    for match in _BARE_YEAR.finditer(text, start, end):
        before = text[max(0, match.start() - 24) : match.start()]
        following = _NEXT_WORD.match(text, match.end())
        word = following.group(1) if following else ""
        if word.lower() in patterns.language.dates.counted or word in patterns.language.dates.counted:
            continue
        if text[match.end() : match.end() + 2].lstrip()[:1] in ("%", "°"):
            continue
        in_brackets = before.endswith("(") and text[match.end() : match.end() + 1] in (")", ",", ";")
        if not (in_brackets or _year_context(before, word, patterns)):
            continue
        first, dash, last = match.groups()
        if not dash:
            yield DateFound(*match.span(), (("when", first),), "year")
        elif last:
            full = last if len(last) == 4 else first[:2] + last
            if int(full) > int(first):
                yield DateFound(*match.span(), (("from", first), ("to", full)), "years")


def _year_context(before: str, word: str, patterns: _Patterns) -> bool:
    found = patterns.year_before.search(before)
    if not found:
        return False
    if found.lastgroup == "determiner":
        return bool(word) and word[0].isupper()
    return True


def _exists(year: str | None, month: int, day: int) -> bool:
    """Whether a calendar has this day; without a year, whether any year has it."""
    if not 1 <= month <= 12 or day < 1:
        return False
    return day <= monthrange(int(year) if year else 2000, month)[1]


def _iso(year: str | None, month: int, day: int | None = None) -> str:
    return f"{year or '-'}-{month:02d}" + (f"-{day:02d}" if day is not None else "")


def _fold(word: str) -> str:
    return word.rstrip(".").casefold()


@cache
def _patterns(language: Language) -> _Patterns:
    dates = language.dates
    months = {_fold(name): number for number, names in enumerate(dates.months, 1) for name in names}
    forms = [variant for form in dates.forms for variant in (*_ranges(form), form)]
    # A longer form must be tried before one that is its beginning, whatever their order in the table.
    forms.sort(key=lambda form: -len(form))
    pieces = _pieces(dates.months, dates.weekdays, dates.seasons, dates.ordinals, dates.ranges)
    compiled = [f"(?P<f{number}>{_compile(form, pieces, number)})" for number, form in enumerate(forms)]
    start = rf"{_NOT_IN_NUMBER_BEFORE}(?=[{_first_letters(dates)}])"
    month_words = _spellings(name for names in dates.months for name in names)
    anchor = beginning_with(
        month_words, r"(?!\w)", {"1": r"(?<!\d.)\d{3}(?!\d)", "2": r"(?<!\d.)0\d\d(?!\d)"}
    )
    before = [rf"\b(?:{_words(dates.before_year)})\s+$"] if dates.before_year else []
    if dates.determiners:
        before.append(rf"(?P<determiner>\b(?:{_words(dates.determiners)})\s+$)")
    return _Patterns(
        anchor=re.compile(anchor),
        forms=re.compile(start + "(?:" + "|".join(compiled) + ")") if compiled else None,
        names=tuple(forms),
        months=months,
        year_before=re.compile("|".join(before) or r"(?!)"),
        language=language,
    )


def _ranges(form: str) -> Iterator[str]:
    """Forms of the ranges that a form allows: two days of a month, two months of a year, a winter."""
    if "{day}" in form:
        yield form.replace("{day}", "{day}{to}{day2}")
    elif "{season}" in form:
        yield form.replace("{year}", "{years}")
    elif form.startswith("{month}"):
        yield form.replace("{month}", "{month}{to}{month2}")


def _pieces(
    months: tuple[tuple[str, ...], ...],
    weekdays: tuple[str, ...],
    seasons: tuple[str, ...],
    ordinals: tuple[str, ...],
    ranges: tuple[str, ...],
) -> dict[str, str]:
    # Only a shortened month has a full stop of its own: "3 June." ends a sentence, "3 Jun." need not.
    full = _alternatives(names[0] for names in months)
    short = _alternatives(name for names in months for name in names[1:]) or "(?!)"
    month = rf"(?:(?:{full})\b|(?:{short})\b\.?)"
    ordinal = rf"(?:\s?(?:{_words(ordinals)}))?" if ordinals else ""
    words = [word for word in ranges if word.isalpha()]
    marks = "".join(re.escape(mark) for mark in ranges if len(mark) == 1 and not mark.isalpha())
    to = rf"(?:\s?[{marks}]\s?" + (rf"|\s+(?:{_words(words)})\s+" if words else "") + ")"
    return {
        "day": rf"(?P<day_#>[0-3]?\d){ordinal}(?!\d)",
        "day2": rf"(?P<day2_#>[0-3]?\d){ordinal}(?!\d)",
        "month": rf"(?P<month_#>{month})",
        "month2": rf"(?P<month2_#>{month})",
        "year": rf"(?P<year_#>{_YEAR}){_NOT_IN_NUMBER_AFTER}",
        "years": rf"(?P<year_#>{_YEAR})\s?[/–-]\s?(?P<year2_#>\d{{4}}|\d\d){_NOT_IN_NUMBER_AFTER}",
        "season": rf"(?P<season_#>{_alternatives(seasons)})\b",
        "weekday?": rf"(?:(?:{_alternatives(weekdays)})\b[,.]?\s+)?",
        "to": to,
    }


def _compile(form: str, pieces: dict[str, str], number: int) -> str:
    """The pattern of one form; groups are numbered by form, since names must be unique."""
    pattern = []
    for piece in re.split(r"(\{[^}]+\})", form):
        if piece.startswith("{"):
            pattern.append(pieces[piece[1:-1]].replace("_#>", f"_{number}>"))
        else:
            words = re.sub(r"[^\W\d_]{2,}", lambda word: f"(?:{word[0]}|{word[0].upper()})", re.escape(piece))
            pattern.append(re.sub(r"(?:\\ )+", r"\\s+", words).replace(r",\s+", r",\s*"))
    ends_in_word = form.endswith("}") or form[-1].isalnum()
    return "".join(pattern) + (r"(?!\w)" if ends_in_word else "")


def _first_letters(dates: DateWords) -> str:
    """The characters that a form can begin with, as a regex class body: most places are none of them."""
    words = [*(name for names in dates.months for name in names), *dates.weekdays, *dates.seasons]
    words += [form for form in dates.forms if not form.startswith("{")]
    words += [form.removeprefix("{weekday?}") for form in dates.forms if form.startswith("{weekday?}")]
    letters = {letter for word in words if word[0].isalpha() for letter in (word[0], word[0].upper())}
    return r"\d" + "".join(sorted(letters))


def _alternatives(words: Iterable[str]) -> str:
    """Spellings as in the table, capitalised and in capitals; the longest first."""
    return "|".join(
        re.escape(word) for word in sorted(_spellings(words), key=lambda word: (-len(word), word))
    )


def _spellings(words: Iterable[str]) -> set[str]:
    return {form for word in words for form in (word, word[:1].upper() + word[1:], word.upper())}


def _words(words: Iterable[str]) -> str:
    return "|".join(
        re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=lambda w: (-len(w), w))
    )
