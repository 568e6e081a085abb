"""Where in a text dates can stand: around the words and figures that no date is without.

A form shows itself by one of its pieces (a month, a year), or else by one of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from heapq import merge

from edition.converter.forms.dates.readings.other_calendars import calendar_marks, calendar_words, reign_words
from edition.converter.forms.dates.signs.lexicon import TOKEN, WRITER, spellings
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
            "weekend",
            "century",
            "decade_name",
            "day_marked",
            "day_stop",
        ),
        *("decade_four", "year", "years", "year_any", "year_long", "year_four", "year_three"),
    )
)
_DECADES = frozenset(("decade", "tens"))
_HALF_SHOWN = frozenset(("hour", "ordinal"))
_LEAST_WORD = 3  # letters of such a word
_LETTER = 80  # characters before the "of" of its day in which the word for a letter begins
_SHORT_BEFORE_ORDINAL = re.compile(r"([^\W\d_]{1,2})\. \{ordinal\}")
_HOUR_SIGN = re.compile(r"\{hour\} ([^\W\d_])")
_WORD = re.compile(r"[^\W\d_]+\.?")
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
        # "of 12" shows a day only where a letter is named before; no other anchor has a group.
        if match.lastindex and not _follows_letter(text, match.start(), language):
            continue
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
    end = rf"(?<=\.)|(?![{LOWER}\d])" + (f"|(?={after})" if after else "")  # "d.M." goes on after its stop
    return re.compile(
        after_a_mark(
            letters,
            f"(?:{end})",
            calendar_marks(language),
            after_figure=[_figures(language, words, short)],
            openings=_openings(language),
            more=[_SHORT_YEAR],
        )
    )


def _follows_letter(text: str, place: int, language: Language) -> bool:
    """Whether a word for a letter stands before what begins at `place`, at most with who wrote it between."""
    return _letter(language).search(text, max(0, place - _LETTER), place) is not None


@cache
def _letter(language: Language) -> re.Pattern[str]:
    """Finds such a word at the end of what is searched."""
    letters = {spelling for word in language.dates.letters for spelling in spellings(word)}
    of = any_of(language.dates.ranges["of"])
    return re.compile(
        rf"(?<!\w){any_of(letters)}(?:\s+{of}\s+(?:[^\W\d_]+,?\s+){{0,{WRITER - 1}}}[^\W\d_]+,?)?\Z"
    )


def _words(language: Language) -> list[str]:
    """Words of the table that show a date: names of the calendar, units, feasts, and "yesterday"."""
    dates = language.dates
    rows = (*dates.months, *dates.short_months, *dates.whole_weekdays, *dates.short_weekdays, *dates.seasons)
    words = [word for names in rows for word in names]
    words += [word for names in dates.units.values() for word in names]
    words += [*dates.centuries, *(TOKEN.findall(name)[0] for name in dates.decades)]
    words += [TOKEN.findall(phrase)[0] for phrase in dates.feasts.get("", ())]
    words += _telling((feast for feasts in dates.feasts.values() for feast in feasts), words, language)
    words += _words_of_forms(language, words)
    words += [TOKEN.findall(era)[-1] for era in dates.eras.get("bce", ()) if era[-1].isalpha()]
    words += [era.rstrip(".") for era in dates.eras.get("ce", ()) if era[0].isalpha()]
    words += _telling(sorted((*dates.deictic, *dates.told), key=len), words, language)
    words += ["M" + figures for figures in ("D", "C", "M")] if language.code else []
    words += [*calendar_words(), *reign_words(language)]
    return words


def _telling(phrases: Iterable[str], shown: Iterable[str], language: Language) -> list[str]:
    """A word of each phrase by which it shows itself, as rare as can be; none where one is shown anyway."""
    found: list[str] = []
    known = _as_written(shown)
    for phrase in phrases:
        tokens = TOKEN.findall(phrase)
        if known.isdisjoint(tokens):
            found.append(max(tokens, key=lambda token: _rarity([token], language)))
            known |= _as_written(found[-1:])
    return found


def _as_written(words: Iterable[str]) -> set[str]:
    """Words in every spelling in which they show a date."""
    return {spelling for word in words for spelling in spellings(word)}


def _rarity(words: Sequence[str], language: Language) -> tuple[bool, int]:
    """How seldom one of several words is likely to stand in a text: the more, the greater."""
    return language.common_words.isdisjoint(words), min(map(len, words))


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
    signs = {match[1] for form in dates.forms.get("time", ()) if (match := _HOUR_SIGN.fullmatch(form))}
    if signs:
        shapes.append(rf"\d?\s?[{''.join(sorted(signs))}](?!\w)")  # "9 h"
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


def _openings(language: Language) -> Iterator[tuple[Iterable[str], str]]:
    """Words that show a date by the figures after them, and these figures: "el 5", "s. XIX"."""
    if _has_day_figures(language):
        before_day = {s for word in language.dates.before_day for s in spellings(word) if word.isalpha()}
        yield before_day, r"\s+\d\d?(?!\d)"
    if language.dates.put_off and _has_day_figures(language):
        yield language.dates.put_off, r"\s+\d\d?(?!\d)"
    if language.dates.letters:
        yield language.dates.ranges["of"], r"\s+\d\d?(?!\d)()"
    if any("{day_stop}" in form for forms in language.dates.forms.values() for form in forms):
        before_lone_day = {s for word in language.dates.before_lone_day for s in spellings(word)}
        articles = "|".join(map(re.escape, language.dates.lone_day_articles)) or "(?!)"
        yield before_lone_day, rf"\s+(?:(?:{articles})\s+)?\d\d?\."
    before_ordinals = {s for word in _short_words_before_ordinals(language) for s in spellings(word)}
    if before_ordinals:
        yield before_ordinals, r"\.\s?[IVXivx]"


def _words_of_forms(language: Language, shown: Iterable[str]) -> list[str]:
    """For each form without a piece that shows itself, the words where the search for it begins, as far as
    none that `shown` has is in all of it.
    """
    found: list[str] = []
    known = _as_written(shown)
    figures = _has_day_figures(language)
    forms = [form for forms in language.dates.forms.values() for form in forms]
    for options, pieces in sorted(
        ((_options(form), _pieces(form)) for form in forms), key=lambda one: len(one[0])
    ):
        decade = bool(pieces & _DECADES)
        if not decade and (pieces & _SHOWN or (figures and pieces & {"day_figures", "hour"})):
            continue
        longer = decade or bool(pieces & _HALF_SHOWN)
        for word in _telling_words(options, known, language):
            if not longer or len(word) >= _LEAST_WORD:
                found.append(word)
                known |= spellings(word)
    return found


def _pieces(form: str) -> set[str]:
    return {piece[1] for piece in PIECE.finditer(form) if piece[1]}


def _has_day_figures(language: Language) -> bool:
    """Whether figures alone can be a day, so that every such number is looked at."""
    return any("{day_figures}" in form for forms in language.dates.forms.values() for form in forms)


def _short_words_before_ordinals(language: Language) -> list[str]:
    """What is too short to be looked for without the Roman figures after it: the "s" of "s. XIX"."""
    forms = (form for forms in language.dates.forms.values() for form in forms)
    return [match[1] for form in forms if (match := _SHORT_BEFORE_ORDINAL.fullmatch(form))]


def _options(form: str) -> list[list[list[str]]]:
    """Of what is in all that a form matches, the words and those of each choice; a short one has its full
    stop.
    """
    bare = re.sub(r"\{[^}]*\}|\([^()]*\)\?", " ", form)
    found = [[[word]] for word in _WORD.findall(re.sub(r"\([^()]*\)", " ", bare))]
    for group in re.findall(r"\(([^()]*)\)", bare):
        words = [_WORD.findall(choice) for choice in group.split("|")]
        if all(words):
            found.append(words)
    return found


def _telling_words(
    options: Iterable[Sequence[Sequence[str]]], known: Set[str], language: Language
) -> Sequence[str]:
    """The words of a form, one of which is in all that it matches: `known` ones, or as rare as can be."""

    def is_known(word: str) -> bool:
        return word in known or word.rstrip(".") in known

    def best(words: Sequence[str]) -> str:
        return max(words, key=lambda word: (is_known(word), _rarity([word], language)))

    def worth(words: Sequence[str]) -> tuple[bool, bool, int]:
        new = [word for word in words if not is_known(word)]
        return (False, *_rarity(new, language)) if new else (True, True, 0)

    return max(([best(choice) for choice in option] for option in options), key=worth, default=())
