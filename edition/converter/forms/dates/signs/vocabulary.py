"""The lexicon of a language, from its table: which parts its words play in dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from edition.converter.forms.dates.signs.lexicon import Lexicon, words_in
from edition.converter.languages import Language
from edition.converter.languages.subjects.dates import DateWords

_TENS = frozenset(range(10, 100, 10))


def lexicon_of(language: Language) -> Lexicon:
    """The lexicon of a language, with all words of its table."""
    dates, lexicon = language.dates, Lexicon(language)
    _add_names(lexicon, dates)
    _add_numbers(lexicon, dates)
    for word in _literals(lexicon, dates):
        lexicon.literal(word)
    for part, words in _parts(dates):
        for word in words:
            lexicon.add(part, word)
    lexicon.freeze()
    return lexicon


def _add_names(lexicon: Lexicon, dates: DateWords) -> None:
    """The names of the calendar. A part ends with a stop where the name is a shortened one, and with a mark
    of exclamation, too, where such a name is another word without the stop.
    """
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
    for name, number in dates.centuries.items():
        lexicon.add("century", name, number)
    for name, number in dates.decades.items():
        lexicon.add("decade_name", name, number)


def _add_numbers(lexicon: Lexicon, dates: DateWords) -> None:
    for word, value in dates.ordinal_words.items():
        lexicon.add("ordinal", word, value)
        if value in _TENS:
            lexicon.add("tens", word, value)
    for word, value in dates.numbers.items():
        lexicon.add("number", word, value)


def _literals(lexicon: Lexicon, dates: DateWords) -> Iterator[str]:
    """The words that stand for themselves in forms and phrases."""
    for table in (dates.feasts, dates.saints):
        yield from words_in((name for names in table.values() for name in names), lexicon.token)
    forms = (form for forms in dates.forms.values() for form in forms)
    yield from words_in(re.sub(r"\{[^}]*\}", " ", form) for form in forms)
    phrases = [*dates.deictic, *dates.told]
    for table in (dates.ranges, dates.parts, dates.fractions, dates.vague, dates.eras, dates.styles):
        phrases += [phrase for group in table.values() for phrase in group]
    yield from words_in(phrases, lexicon.token)
    yield from words_in(dates.after_year)


def _parts(dates: DateWords) -> Iterator[tuple[str, Iterable[str]]]:
    """The other parts, and the words that play each."""
    for unit, words in dates.units.items():
        yield f"unit {unit}", words
    yield "suffix", words_in(dates.ordinals)
    yield "before", words_in(dates.before)
    yield "also_before_year", words_in(dates.also_before_year)
    yield "before_year", words_in(dates.before_year)
    yield "year_article", words_in(dates.year_articles)
    yield "before_month", words_in(dates.before_month)
    yield "before_day", words_in(dates.before_day)
    yield "before_lone_day", words_in(dates.before_lone_day or dates.before_day)
    yield "before_time", words_in(dates.before_time)
    yield "article", words_in(dates.articles)
    yield "before_year_noun", dates.before_year_noun
    yield "determiner", words_in(dates.determiners)
    both = words_in(dates.ranges.get("both", ()))
    yield "both", both
    yield "range", [*words_in((*dates.ranges.get("to", ()), *dates.ranges.get("and", ()))), *both]
    yield "counted", dates.counted
    for word in dates.numbered:
        stopped = len(word) > 1 and word.endswith(".")
        yield "numbered." if stopped else "numbered", [word.rstrip(".")]
