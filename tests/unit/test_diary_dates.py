"""The dates of a diary: each entry goes on from the one before, and "yesterday" counts from its day."""

from __future__ import annotations

from edition.converter.forms.dates.context import dated
from edition.converter.languages import language

DIARY = """1861

Jan. 1. Tuesday. Cold.

2d. Wednesday. Wrote to Mary, whose letter of December 20 had come on Monday.

Thurs. 3. Paid Hobbs for coal. He says it will be dearer by February.

Sat. 5th. Mr. Allen called, the first time since last March. He returns on the 20th.

Sunday, 6th. Yesterday's headache gone.

Feb. 1st. The pump froze last night.

1862

January 1. Fine day."""

NUMBERS = """MARCH 1660

{}"""


def days(text: str) -> dict[str, str]:
    """The dates of a text by their words, with their days."""
    found = dated(text, language("en"))
    return {text[one.start : one.end]: dict(one.attributes).get("when", "") for one in found}


def test_an_entry_has_the_month_of_the_one_before_it() -> None:
    found = days(DIARY)
    assert found["2d. Wednesday"] == "1861-01-02"
    assert found["Thurs. 3"] == "1861-01-03"
    assert found["Sat. 5th"] == "1861-01-05"
    assert found["Feb. 1st"] == "1861-02-01"
    assert found["January 1"] == "1862-01-01"


def test_an_entry_says_which_day_its_words_count_from() -> None:
    found = days(DIARY)
    assert found["Yesterday"] == "1861-01-05"
    assert found["last night"] == "1861-01-31"
    assert found["last March"] == "1860-03"
    assert found["the 20th"] == "1861-01-20"
    assert found["December 20"] == "1860-12-20"


def test_a_month_as_a_heading_goes_for_the_numbers_below_it() -> None:
    entries = "\n\n".join(f"{number}th. Up betimes." for number in range(4, 15))
    assert days(NUMBERS.format(entries))["14th"] == "1660-03-14"


def test_the_points_of_a_list_are_no_days() -> None:
    points = "\n\n".join(f"{number}. That it be resolved." for number in ("1st", "2d", "3d", "4th", "5th"))
    assert list(days(NUMBERS.format(points))) == ["MARCH 1660"]


def test_the_day_of_an_entry_may_be_set_off() -> None:
    found = days(
        "1893\n\n_3 May. Bistritz_.--Left at noon.\n\n_4 May_.--I asked him yesterday.\n\n_5 May_.--Rain."
    )
    assert found["yesterday"] == "1893-05-03"
