"""The summary of a conversion names those who speak the turns, and not those whom they quote."""

from __future__ import annotations

import edition

TURNS = """Q. Who said that?

A. As Ann Orlow wrote, "the river knows no Sunday."

Q. And what do you say?

A. I say so too.
"""


def test_who_is_quoted_in_a_turn_speaks_none() -> None:
    summary = edition.convert(TURNS).summary
    assert summary is not None
    assert (summary.turns, summary.speakers) == (4, ("Q", "A"))


def test_in_a_text_without_turns_those_who_are_quoted_speak() -> None:
    summary = edition.convert('"The river knows no Sunday," said Ann Orlow.', lang="en").summary
    assert summary is not None
    assert (summary.turns, summary.speakers) == (0, ("Ann Orlow",))
