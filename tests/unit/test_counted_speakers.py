"""Speakers who are only counted ("First", "Third") lend no surname to a name in what is said."""

from __future__ import annotations

import edition

TEXT = """SCENE I. A square.

First: Who rides there?

Second: The king.

Third: Which of them?

First: Peter Third, they say, whom nobody has seen.

Third: Then it is not he.

Second: It is the other.
"""


def test_a_name_that_ends_in_a_number_is_someone_else() -> None:
    data = edition.convert(TEXT, genre="drama").data
    assert data is not None
    third = data.decode().partition('<person xml:id="third">')[2].partition("</person>")[0]
    assert "<persName>Third</persName>" in third
    assert "Peter" not in third
