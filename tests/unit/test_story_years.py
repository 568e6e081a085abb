"""The years that a story of several paragraphs goes by, where a date does not say its own."""

from __future__ import annotations

import pytest

from edition.converter.forms.dates.context import dated
from edition.converter.languages import language


def values(text: str) -> list[str]:
    """The dates of an English text, each with its value: one day or month, or where a stretch begins."""
    found = []
    for one in dated(text, language("en")):
        has = dict(one.attributes)
        value = has.get("when") or has.get("from") or has.get("notBefore") or "-"
        found.append(f"{text[one.start : one.end]}: {value}")
    return found


@pytest.mark.parametrize(
    ("then", "year"),
    [
        ("In the spring of 1789 elections were held.", "1788"),
        ("In the spring of 1790 elections were held.", "1789"),  # of another year
        ("All was left as it had been decided upon in the spring of 1789.", "1789"),  # in passing
        ("", "1789"),
    ],
)
def test_a_day_does_not_come_after_that_with_which_the_next_sentence_goes_on(then: str, year: str) -> None:
    text = f"The year 1789 came to be known for it.\n\nThe King agreed on 27 December. {then}"
    assert f"27 December: {year}-12-27" in values(text)


def test_a_day_of_a_year_that_its_own_paragraph_names_stays_in_it() -> None:
    text = "It began in 1789. The King agreed on 27 December. Elections had been held in the spring of 1789."
    assert "27 December: 1789-12-27" in values(text)


def test_the_days_between_share_the_year_of_what_comes_before_that_sentence() -> None:
    siege = "The siege went on through the fall. In early March 1776 guns were brought."
    text = f"It came by the end of 1776.\n\n{siege}"
    assert "the fall: 1775-09" in values(text)


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("1987 saw a new wave of attacks.", "1987"),  # a sentence begins with it, and the story goes on
        ("1961 had seen a new wave of attacks.", "1986"),  # long ago
        ("The plan was to be thought of again by everyone in 1987.", "1986"),  # it is not the heading's
    ],
)
def test_a_story_leaves_the_years_of_its_heading_where_a_sentence_begins(sentence: str, year: str) -> None:
    text = f"War of attrition (1982-1986)\n\nIn October 1986 it was quiet. {sentence} On 20 July they met."
    assert values(text)[-1] == f"20 July: {year}-07-20"


def test_years_count_from_that_of_another_time_that_was_named_last() -> None:
    war = "The war ended in 445 BC. Just 14 years later it began again."
    text = f"The treaty (449-448 BC)\n\nOf the 4th century BC little is known. {war}"
    assert values(text)[-1] == "14 years later: -0430"
