"""The names of months and days that Unicode's CLDR gives for a language stand in its table."""

from __future__ import annotations

import re

import pytest
from babel import Locale

from edition.converter.languages import known_languages, language

_PREPOSITION = re.compile(r"^(?:de |d['’])")  # Catalan: "de gener", "d’abril"; forms have it, not names
_FORMS, _WIDTHS = ("format", "stand-alone"), ("wide", "abbreviated")


def _names(code: str, kind: str) -> list[tuple[int, str]]:
    """Names with their number in the year or week (Monday is 0), without the full stop of a shortened one."""
    table = getattr(Locale.parse(code), kind)
    first = 1 if kind == "months" else 0
    return [
        (number - first, name.removesuffix("."))
        for form in _FORMS
        for width in _WIDTHS
        for number, name in table[form][width].items()
    ]


def _missing(code: str, kind: str, rows: list[tuple[str, ...]]) -> set[str]:
    return {name for number, name in _names(code, kind) if _PREPOSITION.sub("", name) not in rows[number]}


@pytest.mark.parametrize("code", known_languages())
def test_months_of_cldr_are_known(code: str) -> None:
    assert not _missing(code, "months", list(language(code).dates.all_months))


@pytest.mark.parametrize("code", known_languages())
def test_weekdays_of_cldr_are_known(code: str) -> None:
    dates = language(code).dates
    rows = [(*full, *short) for full, short in zip(dates.weekdays, dates.short_weekdays, strict=True)]
    assert not _missing(code, "days", rows)
