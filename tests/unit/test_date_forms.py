"""The forms of dates in the language tables: written in one way, so that they begin where they say."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from edition.converter.forms.dates.grammar import grammar
from edition.converter.languages import language

LANGUAGES = sorted(
    folder.name
    for folder in files("edition.converter.languages").iterdir()
    if folder.joinpath("dates.toml").is_file()
)


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_form_says_twice_that_a_blank_may_be_missing(code: str) -> None:
    """A blank may be missing anyway, and a mark of question after it would mean what stands before it."""
    forms = [form for forms in language(code).dates.forms.values() for form in forms]
    assert forms
    assert [form for form in forms if re.search(r" \?|\( \)", form)] == []


def test_a_form_is_tried_only_where_it_begins() -> None:
    """Near-miss: the words after an hour without the hour."""
    known = grammar(language("en"))
    five, in_, the = (known.lexicon.signs[token] for token in ("5", "in", "the"))
    assert "time" in {form.rule for form in known.openings[five, in_, the]}
    assert "time" not in {form.rule for form in known.openings[in_, the, five]}
