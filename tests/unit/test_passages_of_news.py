"""Dates in news that go by what the paragraphs before have told, or leave it."""

from __future__ import annotations

import pytest

from edition.converter.forms.dates.context import dated
from edition.converter.languages import language

BANK = "Profit rose in the fourth quarter.\n\nDemand will weaken in the first half.\n\n"


def last_of(text: str, day: str) -> dict[str, str]:
    """The attributes of the last date of a text."""
    return dict(dated(text, language("en"), day)[-1].attributes)


def test_results_are_compared_with_those_before_a_part_of_the_year_that_is_over() -> None:
    earlier = last_of(f"{BANK}It was up from the year-earlier period.", "2008-01-24")
    assert (earlier["from"], earlier["to"]) == ("2006-10", "2006-12")
    after = last_of(
        f"{BANK}It was up from the year-earlier period. October-December sales rose.", "2008-01-24"
    )
    assert (after["from"], after["to"]) == ("2007-10", "2007-12")


@pytest.mark.parametrize(("day", "time"), [("Thursday", "2008-01-24T11:20:00"), ("Tuesday", "11:20:00")])
def test_a_time_with_its_zone_is_of_the_day_of_news(day: str, time: str) -> None:
    text = f"Shares fell on {day}.\n\nIn May they had risen.\n\nThey were down 2% by 1120 GMT."
    assert last_of(text, "2008-01-24")["when"] == time


@pytest.mark.parametrize(
    ("since", "day"),
    [("since the war began Nov. 1", "2003-11-03"), ("after that of Nov. 2", "2003-11-02")],
)
def test_since_when_something_is_so_is_not_the_day_that_is_told(since: str, day: str) -> None:
    text = f"A helicopter fell today, the worst loss {since}.\n\nIt was hit at 9 a.m., they said."
    assert last_of(text, "2003-11-03")["when"] == f"{day}T09:00:00"


def test_a_time_is_of_no_day_that_news_have_named_long_before() -> None:
    text = (
        "He came on Monday.\n\nThe storm of September 21, 1938, killed 600.\n\n{}Trading resumed at 9:30 a.m."
    )
    assert last_of(text.format(""), "2012-10-31")["when"] == "09:30:00"
    assert last_of(text.format("On Tuesday it snowed. "), "2012-10-31")["when"] == "2012-10-30T09:30:00"
