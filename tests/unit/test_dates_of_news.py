"""Dates in news that tell of times long before: which go by the story, and which by the day of writing."""

from __future__ import annotations

import pytest
from lxml import etree

import edition
from edition.converter.forms.dates.context import dated
from edition.converter.languages import language
from edition.tei.names import TEI

STORY = (
    "Er hatte zwischen April 2009 und November 2014 Geld genommen. Gebaut wurde 1997, 2003 und 2006.\n\n"
    "Die Taten von 2009 sind verjährt."
)


@pytest.mark.parametrize(
    ("after", "value"),
    [
        ("\n\nDie Frist läuft am 8. Februar ab.", "2018-02-08"),
        ("\n\nIm Oktober 2011 kam er, am 8. Februar ging er.", "2012-02-08"),  # goes by its own paragraph
    ],
)
def test_a_day_to_come_in_news_goes_by_the_day_of_writing(after: str, value: str) -> None:
    found = dated(STORY + after, language("de"), "2018-01-30")
    assert dict(found[-1].attributes)["when"] == value


def test_years_later_count_from_the_year_of_the_paragraph() -> None:
    text = "Am Montag öffnet das Kino wieder.\n\n{} Drei Jahre danach zog er um."
    founded = "Gegründet wurde der Verein im Jahre 1978 von einer Handvoll Studenten."
    found = dated(text.format(founded), language("de"), "2020-06-12")
    assert dict(found[-1].attributes)["when"] == "1981"
    found = dated(text.format(f"{founded} Im Mai 2016 kam die Krise."), language("de"), "2020-06-12")
    assert dict(found[-1].attributes)["when"] == "2019"  # counts from the date that came since


LIBRARIES = """The first was founded in 1851, the next in 1920. In 1931 it burnt; in 1950 it was built again.

The systems were founded by an act of 1958. Since 1950 they have grown, by 1955 they had grown by half.

{} they had 124 institutions.

This is the reason for National Library Week, April 16-22."""


@pytest.mark.parametrize(("when", "year"), [("Last year", "1961"), ("In 1955", "1955")])
def test_a_year_counted_from_the_day_of_writing_is_none_of_a_history(when: str, year: str) -> None:
    found = dated(LIBRARIES.format(when), language("en"), "1961-04-15")
    assert dict(found[-1].attributes)["from"] == f"{year}-04-16"


NEWSPAPER = """THE DAILY HERALD.

TUESDAY, OCTOBER 5, 1897.

THE STRIKE.

Wilkesboro, October 4.—The miners held a meeting yesterday.

A WOMAN DROWNED.

A woman was found in the mill race yesterday."""


def test_after_a_despatch_a_newspaper_counts_from_its_own_day() -> None:
    tree = etree.fromstring(edition.convert(NEWSPAPER, lang="en").data or b"")
    found = [date.get("when") for date in tree.iter(f"{{{TEI}}}date") if date.text == "yesterday"]
    assert found == ["1897-10-03", "1897-10-04"]


PAPER = """Volksblatt, 3. Februar 1906.

Wien, 31. Jänner. Gestern starb der Statthalter.

Meran, 1. Februar. Die Sparkasse hielt heute die Versammlung ab.

Bozen. Vorgestern kam der Statthalter an."""


def test_each_despatch_of_a_newspaper_counts_from_its_own_day() -> None:
    found = dated(PAPER, language("de"), "1906-02-03")
    days = {PAPER[one.start : one.end]: dict(one.attributes).get("when") for one in found}
    assert days["Gestern"] == "1906-01-30"
    assert days["heute"] == "1906-02-01"
    assert days["Vorgestern"] == "1906-02-01"


def test_a_place_and_a_day_long_before_that_of_the_paper_begin_no_despatch() -> None:
    text = PAPER.replace("31. Jänner", "31. Oktober")
    found = dated(text, language("de"), "1906-02-03")
    days = {text[one.start : one.end]: dict(one.attributes).get("when") for one in found}
    assert days["Gestern"] == "1906-02-02"


MORNING = """Boston, June 16 -- Resentment is rising.

Washington, June 18 -- Congress starts another week tomorrow.

Opposition reported

The panel met today.

Both houses here

Thieves yesterday broke into a house. He is in the hospital today."""


def _days_of_morning(words: str, before: str = "") -> list[str | None]:
    tree = etree.fromstring(edition.convert(before + MORNING, lang="en", date="1961-06-19").data or b"")
    return [date.get("when") for date in tree.iter(f"{{{TEI}}}date") if date.text == words]


def test_a_despatch_after_another_counts_from_its_own_day() -> None:
    assert _days_of_morning("tomorrow") == ["1961-06-19"]


def test_headings_below_a_despatch_without_one_are_its_own_until_the_news_of_the_paper() -> None:
    assert _days_of_morning("yesterday") == ["1961-06-18"]
    assert _days_of_morning("today") == ["1961-06-18", "1961-06-19"]


STAMPED = """10/27/89
Quake Toll Now 63

SAN FRANCISCO -- The death toll from last week's earthquake rose to 63 Thursday.

The quake struck on Oct. 17. It was the worst since April 18, 1906.
"""


def test_a_stamp_of_two_figures_is_not_long_before_the_years_that_its_text_names() -> None:
    tree = etree.fromstring(edition.convert(STAMPED, lang="en").data or b"")
    found = [date.get("when") for date in tree.iter(f"{{{TEI}}}date") if date.get("when")]
    assert found == ["1989-10-27", "1989-10-26", "1989-10-17", "1906-04-18"]
