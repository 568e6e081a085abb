"""Where in a text dates can stand: around the words and figures that no date is without.

A form shows itself by one of its pieces (a month, a year), or else by one of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from heapq import merge

from edition.converter.forms.dates.readings.other_calendars import calendar_marks, calendar_words, reign_words
from edition.converter.forms.dates.signs.lexicon import TOKEN, WRITER, spellings, words_in
from edition.converter.forms.dates.signs.pieces import PIECE
from edition.converter.forms.dates.signs.stuck import stuck_after, stuck_before
from edition.converter.forms.letters import LOWER, after_a_mark, any_of
from edition.converter.languages import Language

_BEFORE, _AFTER = 36, 32  # characters on each side of an anchor in which the rest of its date stands
_WORD_CUT = 16  # characters by which a window may grow to the next blank
_HEAD = 120  # characters in which the first anchor of such a window stands
_CENTURIES = (
    *("II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI"),
    *("XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI"),
)
_SHORTENED = re.compile(r"([^\W\d_]+)\.")  # "XIX w.", "19. stol."
_FIGURES = r"(?:\d?\.[/\s]?|\d?[/-])(?:\d|[IVX])|\d?\s[IVX]|\d{3}(?!\d)|(?<!\d.)\d?:\d\d"
# Pieces that show themselves; beside decades (two figures, or a number) longer words do, and beside hours and
# ordinals, which not all show themselves, too.
_SHOWN = frozenset(
    (
        *(
            "month",
            "weekday",
            "season",
            "feast",
            "unit",
            "any",
            "century",
            "decade_name",
            "day_marked",
            "day_stop",
        ),
        *("decade_four", "year", "years", "year_any", "year_long", "year_four"),
    )
)
_DECADES = frozenset(("decade", "tens"))
_HALF_SHOWN = frozenset(("hour", "ordinal"))
_LEAST_WORD = 3  # letters of such a word
_SHORT_BEFORE_ORDINAL = re.compile(r"([^\W\d_]{1,2})\. \{ordinal\}")
_SHORT_YEAR = r"\d\d(?!\d)(?<=['’]..)"
_BLANK = re.compile(r"\s")


def windows(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """Stretches of `text` around anchors, from blank to blank, in order; those that meet are one. Offsets
    count from 0.
    """
    anchor = _anchor(language)
    start, end = 0, -1
    first = anchor.match(f" {text[:_AFTER]}")
    if first is not None:
        start, end = 0, first.end() - 1 + _AFTER
    for match in _anchors(text, anchor, stuck_before(language)):
        if match.start() - _BEFORE > end:
            if end >= 0:
                yield start, _to_blank(text, end)
            start = _from_blank(text, max(0, match.start() - _BEFORE))
        end = match.end() + _AFTER
    if end >= 0:
        yield start, _to_blank(text, end)


def _anchors(text: str, anchor: re.Pattern[str], stuck: re.Pattern[str] | None) -> Iterable[re.Match[str]]:
    """The anchors, and the names to which the word before is stuck, in order."""
    found = anchor.finditer(text)
    if stuck is None or stuck.search(text) is None:
        return found
    return merge(found, stuck.finditer(text), key=lambda match: match.start())


def may_begin_with_date(text: str, language: Language) -> bool:
    """Whether a window can begin where `text` does: to be asked before the whole of it is searched."""
    return _anchor(language).search(f" {text[:_HEAD]}") is not None


def _to_blank(text: str, end: int) -> int:
    blank = _BLANK.search(text, end, end + _WORD_CUT)
    return blank.start() if blank else min(len(text), end + _WORD_CUT)


def _from_blank(text: str, start: int) -> int:
    word = text[max(0, start - _WORD_CUT) : start][::-1]
    blank = _BLANK.search(word)
    return start - (blank.start() if blank else len(word))


@cache
def _anchor(language: Language) -> re.Pattern[str]:
    """Finds what no date is without, with the sign before it."""
    short = {word for form in language.dates.forms.get("century", ()) for word in _SHORTENED.findall(form)}
    words = [*_words(language), *(_CENTURIES if short else ())]
    after = stuck_after(language)
    letters = {spelling for word in words if word[0].isalpha() for spelling in spellings(word)}
    return re.compile(
        after_a_mark(
            letters,
            rf"(?:(?![{LOWER}\d])|(?={after}))" if after else rf"(?![{LOWER}\d])",
            calendar_marks(language, {}),
            after_figure=[_figures(language, words, short)],
            more=[*_openings(language), _SHORT_YEAR],
        )
    )


def _words(language: Language) -> list[str]:
    """Words of the table that show a date: names of the calendar, units, feasts, and "yesterday"."""
    dates = language.dates
    rows = (*dates.months, *dates.short_months, *dates.whole_weekdays, *dates.short_weekdays, *dates.seasons)
    words = [word for names in rows for word in names]
    words += [word for names in dates.units.values() for word in names]
    words += [TOKEN.findall(phrase)[0] for phrase in dates.feasts.get("", ())]
    words += [max(TOKEN.findall(feast), key=len) for feasts in dates.feasts.values() for feast in feasts]
    words += [
        *_words_of_forms(language),
        *dates.centuries,
        *(TOKEN.findall(name)[0] for name in dates.decades),
    ]
    words += [TOKEN.findall(era)[-1] for era in dates.eras.get("bce", ()) if era[-1].isalpha()]
    words += [era.rstrip(".") for era in dates.eras.get("ce", ()) if era[0].isalpha()]
    for phrase in sorted((*dates.deictic, *dates.told), key=len):
        tokens = TOKEN.findall(phrase)
        if not set(tokens) & set(words):
            words.append(max(tokens, key=len))
    words += ["M" + figures for figures in ("D", "C", "M")] if language.code else []
    words += [*calendar_words(), *reign_words(language)]
    return words


def _figures(language: Language, words: list[str], short: set[str]) -> str:
    """Figures that show a date: years, days with a mark, figures with a dot or slash between them."""
    dates = language.dates
    shapes = [_FIGURES]
    suffixes = [re.escape(suffix) for suffix in dates.ordinals if suffix[-1].isalpha()]
    if suffixes:
        shapes.append(rf"\d?(?:{'|'.join(suffixes)})\b")
    eras = [re.escape(era) for eras in dates.eras.values() for era in eras]
    if eras:
        shapes.append(rf"\d{{0,3}}\s?(?:{'|'.join(eras)})")
    if any("a.m." in form for form in dates.forms.get("time", ())):
        shapes.append(r"\d?\s?[AaPp]\.?\s?[Mm](?!\w)")
    if short:
        shapes.append(rf"\d?\.?\s?(?:{'|'.join(sorted(short))})\.")
    if any(form.endswith("{decade}s") for form in dates.forms.get("decade", ())):
        shapes.append(r"0['’]?s(?!\w)")  # "the late 70s"
    if _has_day_figures(language):
        shapes.append(r"\d?\s[^\W\d_]")
    counted = [re.escape(word[1:]) for word in words if word[0].isdigit() and word[1:]]
    if counted:
        shapes.append(rf"(?:{'|'.join(counted)})(?!\w)")  # 7ber: September
    return rf"(?<!\d.)(?:{'|'.join(shapes)})"


def _openings(language: Language) -> Iterator[str]:
    """Words that show a date by the figures after them: "el 5", "s. XIX"."""
    if _has_day_figures(language):
        before_day = {s for word in language.dates.before_day for s in spellings(word) if word.isalpha()}
        yield rf"{any_of(before_day)}\s+\d\d?(?!\d)"
    if language.dates.put_off and _has_day_figures(language):
        yield rf"{any_of(language.dates.put_off)}\s+\d\d?(?!\d)"
    if language.dates.letters:
        letters = {s for word in language.dates.letters for s in spellings(word)}
        of = any_of(language.dates.ranges["of"])
        yield rf"{any_of(letters)}\s+{of}\s+(?:(?:[^\W\d_]+,?\s+){{1,{WRITER}}}{of}\s+)?\d\d?(?!\d)"
    if any("{day_stop}" in form for forms in language.dates.forms.values() for form in forms):
        before_lone_day = {s for word in language.dates.before_lone_day for s in spellings(word)}
        articles = "|".join(map(re.escape, language.dates.lone_day_articles)) or "(?!)"
        yield rf"{any_of(before_lone_day)}\s+(?:(?:{articles})\s+)?\d\d?\."
    before_ordinals = {s for word in _short_words_before_ordinals(language) for s in spellings(word)}
    if before_ordinals:
        yield rf"{any_of(before_ordinals)}\.\s?[IVXivx]"


def _words_of_forms(language: Language) -> list[str]:
    """For each form without a piece that shows itself, the words where the search for it begins."""
    found: list[str] = []
    figures = _has_day_figures(language)
    for form in (f for forms in language.dates.forms.values() for f in forms):
        pieces = {piece[1] for piece in PIECE.finditer(form) if piece[1]}
        decade = bool(pieces & _DECADES)
        if not decade and (pieces & _SHOWN or (figures and pieces & {"day_figures", "hour"})):
            continue
        longer = decade or bool(pieces & _HALF_SHOWN)
        found += [word for word in _telling_words(form) if not longer or len(word) >= _LEAST_WORD]
    return found


def _has_day_figures(language: Language) -> bool:
    """Whether figures alone can be a day, so that every such number is looked at."""
    return any("{day_figures}" in form for forms in language.dates.forms.values() for form in forms)


def _short_words_before_ordinals(language: Language) -> list[str]:
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
