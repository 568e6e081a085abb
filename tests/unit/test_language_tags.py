"""Languages by their shortest code, as browsers know them."""

from __future__ import annotations

import pytest

from edition.tei.language_tags import shortest_tag


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("eng", "en"),
        ("ger-AT", "de-AT"),
        ("DEU", "de"),
        ("grc", "grc"),  # no two letters: a language of its own
        ("en", "en"),
        ("und", "und"),
        ("english", "english"),
        ("", ""),
    ],
)
def test_a_language_has_its_shortest_code(written: str, tag: str) -> None:
    assert shortest_tag(written) == tag
