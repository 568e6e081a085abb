"""The forms of dates in the language tables: written in one way, so that they begin where they say."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from edition.converter.forms.dates import find_expressions, find_in_each
from edition.converter.forms.dates.signs.beginnings import signs_in
from edition.converter.forms.dates.signs.grammar import grammar
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


def test_a_form_does_not_end_with_a_sign_that_only_goes_on_with_its_first_part() -> None:
    """Near-miss: the end of an ordinal with the word after it that the form needs."""
    known = grammar(language("en"))
    figures, th, century, men = (known.lexicon.signs[token] for token in ("9", "th", "century", "men"))
    assert "century" in {form.rule for form in known.openings[figures, th, century]}
    assert "century" not in {form.rule for form in known.openings[figures, th, men]}
    assert "month" in {form.rule for form in known.openings[known.lexicon.signs["May"], "y", men]}


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


def test_several_texts_have_the_dates_that_each_has_by_itself() -> None:
    """Long and short ones, more than are read at a time, and one without dates among them."""
    english = language("en")
    long = "He came on 3 May 1848, and [in April] 1851. " + "The house stood there as it always had. " * 300
    texts = [long, "", "On Friday, 8 November 1918?", "No day.", long[8:], long, "In 1905."]
    each = list(find_in_each(iter(texts), english))
    assert [len(found) for found in each] == [2, 0, 1, 0, 2, 2, 1]
    assert [list(found) for found in each] == [list(find_expressions(text, english)) for text in texts]
