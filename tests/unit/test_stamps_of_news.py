"""The day that an agency or its archive puts on a piece, on a line at its head or foot, and a report's day of
the year of its copyright.
"""

from __future__ import annotations

import re

import pytest

from edition import convert

STORY = "MANILA (AP) - A ferry sank Wednesday, and divers went down yesterday. The search resumes Saturday."
MORE = "The crew of nine was saved by fishermen, the owners said."


def days(text: str) -> list[str]:
    """The values of the days of a text, in its order."""
    written = (convert(text, lang="en").data or b"").decode("utf-8")
    return re.findall(r'<date[^>]* when="(\d{4}-\d\d-\d\d)"', written.partition("<text")[2])


COUNTED = ["1990-03-07", "1990-03-08", "1990-03-10"]


@pytest.mark.parametrize(
    "line",
    [
        "AP-NR-03-09-90 1337EST",
        "03-09-90 1337EST",
        "BC-NY-03-09-90 2115EDT",
        "03/09/90 21:15 EST",
        "19900309 2115",
    ],
)
def test_a_stamp_of_an_agency_says_the_day(line: str) -> None:
    assert days(f"{line}\n\nFerry Sinks\n\n{STORY}\n\n{MORE}\n") == ["1990-03-09", *COUNTED]
    assert days(f"Ferry Sinks\n\n{STORY}\n\n{MORE}\n\n{line}\n") == [*COUNTED, "1990-03-09"]


@pytest.mark.parametrize("line", ["AP900309-0114", "NWS19900309.2130", "DOCNO: TRB900309-0012"])
def test_an_identifier_says_the_day_and_is_no_date(line: str) -> None:
    assert days(f"{line}\n\nFerry Sinks\n\n{STORY}\n\n{MORE}\n") == COUNTED


@pytest.mark.parametrize(
    "line",
    [
        "AP-NR-03-09-90",  # in which order?
        "AP-NR-03-09-90 1337GMT",
        "AP901309-0114",  # no month
        "See AP900309-0114 and the one after it.",
        "Tel. 900309-0114",
        "19900309",
        "ISBN 0900309-0114",
    ],
)
def test_other_figures_do_not(line: str) -> None:
    assert days(f"{line}\n\nFerry Sinks\n\n{STORY}\n\n{MORE}\n") == []


def test_an_identifier_tells_the_order_of_figures() -> None:
    text = f"03/09/90\nTRB900309-0012\n\nFerry Sinks\n\n{STORY}\n\n{MORE}\n"
    assert days(text) == ["1990-03-09", *COUNTED]


@pytest.mark.parametrize("line", ["(c) Reuters Limited 1990", "Copyright 1990 The Associated Press"])
def test_the_year_of_the_copyright_is_that_of_the_report(line: str) -> None:
    story = STORY.replace("(AP)", "March 9 (Reuter)")
    assert days(f"Ferry Sinks\n\n{story}\n\n{MORE}\n\n{line}\n") == ["1990-03-09", *COUNTED]
    assert days(f"Ferry Sinks\n\n{story}\n\n{MORE}\n\nThe ship was built in 1990.\n") == []
    assert days(f"Ferry Sinks\n\n{story}\n\n{MORE}\n\n{line}, 1985\n") == []
