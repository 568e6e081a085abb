"""The forms of dates in the language tables: written in one way, so that they begin where they say."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from edition.converter.forms.dates.beginnings import signs_in
from edition.converter.forms.dates.grammar import grammar
from edition.converter.forms.letters import any_of
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


def test_the_third_sign_of_a_form_is_asked_too() -> None:
    """Near-miss: the same two first signs with a third that no day goes on with."""
    known = grammar(language("en"))
    the, five, of, may, men = (known.lexicon.signs[token] for token in ("the", "5", "of", "May", "men"))
    assert "day" in {form.rule for form in known.openings[five, of, may]}
    assert "day" not in {form.rule for form in known.openings[five, of, men]}
    assert known.openings[the, five, of]


def test_a_pattern_takes_in_what_it_does_not_only_look_at() -> None:
    """Near-miss: what stands in brackets that look ahead or back, also with others in them."""
    assert signs_in(r"(?<![.,])(?P<day>[ab\-])(?:\.| ?c)?(?! (?:d|e))f") == frozenset("ab-.cf")
    assert signs_in(r"(?=a)(?:b)") == frozenset("b")


def test_the_longest_word_is_found_that_goes_with_its_end() -> None:
    """Near-miss: a longer word after which something else stands."""
    words = re.compile(any_of(["Mar", "March", "May"]) + r"(?!\w)")
    assert [match.group() for match in words.finditer("Mar March May")] == ["Mar", "March", "May"]
    assert words.search("Marche Maya") is None
    assert re.search(any_of([]), "May") is None
