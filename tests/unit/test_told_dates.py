"""Where a story is, from one passage to the next: what takes it to another year, and what is in passing."""

from __future__ import annotations

import pytest

from edition.converter.forms.dates.context import dated
from edition.converter.languages import language


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # A new passage goes back by the year of its first sentence.
        (
            "By August 1782 the west was quiet.\n\nThe armies met in 1781. In early May they won.",
            ["1782-08", "1781", "1781-05-01"],
        ),
        # The same year in a passage that is at a month does not.
        (
            "By August 1782 the west was quiet. Its chief was the victor of 1781. In early May they won.",
            ["1782-08", "1781", "1782-05-01"],
        ),
        # What is open every year is of no year.
        ("The tomb was restored in 1985. It may be seen daily from April to October.", ["1985"]),
    ],
)
def test_a_story_goes_on_from_what_it_tells(text: str, values: list[str]) -> None:
    found = [dict(one.attributes) for one in dated(text, language("en"))]
    assert [has.get("when") or has.get("notBefore") for has in found] == values
