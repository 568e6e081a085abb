"""A character that XML cannot hold stands in the header as a picture, wherever its words come from."""

from __future__ import annotations

import pytest

import edition


@pytest.mark.parametrize(
    ("genre", "text"),
    [
        ("speech", "AA\x08: Who is there?"),
        ("debate", "AA\x08: Who is there?\n\nBB: I am.\n"),
        ("prose", "“Come,” said the por\x08ter.\n\n“Go,” said Tom\x08my."),
        (
            "letter",
            "Lon\x08don, 3 May 1899\n\nDear Mr. Ho\x08lm,\n\nCome.\n\nYours sincerely,\n\nAnna L\x08und\n",
        ),
    ],
)
def test_control_characters_in_names_stand_as_pictures(genre: str, text: str) -> None:
    converted = edition.convert(text, genre=genre, lang="en")
    assert converted.data is not None
    header, _, body = converted.data.decode().partition("</teiHeader>")
    assert "␈" in header
    assert body.count("<g ") == text.count("\x08")
