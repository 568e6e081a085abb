"""Dates of a chronology as its language writes them."""

from __future__ import annotations

import datetime

import pytest
from babel.dates import format_date, format_skeleton

from edition.site.date_words import in_words
from edition.site.words import LANGUAGES


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("1849-05-12", "12 May 1849"),
        ("1849-05-12T12:30:00", "12 May 1849"),
        ("1849-05", "May 1849"),
        ("1849", "1849"),
        ("--06-03", "3 June"),
        ("--06", "June"),
        ("-0043-03-15", "15 March 44\N{NO-BREAK SPACE}BCE"),
        ("1914/1918", "1914 – 1918"),
        ("1848-05-05/1848-05-25 P21D", "5 May 1848 – 25 May 1848"),
        ("1914/", "1914 –"),
        ("/1918", "– 1918"),
        ("1905..1907", "between 1905 and 1907"),
        ("1848..", "not before 1848"),
        ("..1848-05", "not after May 1848"),
        ("~1520", "about 1520"),
        ("1918?", "1918 (?)"),
        ("~1520?", "about 1520 (?)"),
        ("1732-02-22 = julian 1732-02-11", "22 February 1732 (julian 11 February 1732)"),
        ("1794-07-27 = republican 0002-11-09", "27 July 1794 (republican 0002-11-09)"),
        ("1732-02-22 = XXII", "22 February 1732 (XXII)"),
    ],
)
def test_a_value_in_words(value: str, said: str) -> None:
    assert in_words(value, "en") == said


@pytest.mark.parametrize(
    "value", ["1849-13", "1849-05-32", "some day", "1849/1850/1851", "--13-03", "---03", "1849..x"]
)
def test_what_is_no_date_stays_as_it_is(value: str) -> None:
    assert in_words(value, "en") == value


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_writes_days_as_cldr_has_them(language: str) -> None:
    where = "en_GB" if language == "en" else language
    for month in range(1, 13):
        day = datetime.date(1849, month, 12)
        assert in_words(day.isoformat(), language) == format_date(day, "long", locale=where)
        assert in_words("1849-05", language).split()[-1] == "1849"


def test_the_first_of_a_month_is_written_as_french_and_italian_write_it() -> None:
    assert in_words("1849-05-01", "fr") == "1er mai 1849"
    assert in_words("1849-05-01", "it") == "1º maggio 1849"
    assert in_words("1849-05-01", "de") == "1. Mai 1849"
    assert in_words("--05-01", "fr") == "1er mai"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_writes_days_without_a_year_as_cldr_has_them(language: str) -> None:
    where = "en_GB" if language == "en" else language
    said = format_skeleton("MMMMd", datetime.date(1849, 5, 12), locale=where)
    assert in_words("--05-12", language) == said
