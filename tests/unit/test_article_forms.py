"""Datelines, notes of the editors, lines that lead to other pages, and what only looks like them."""

from __future__ import annotations

import pytest

from edition.converter.forms.datelines import dateline_end, is_place_and_date
from edition.converter.forms.jumps import jump
from edition.converter.languages import language
from edition.converter.segment.editorial import is_editorial


@pytest.mark.parametrize(
    ("code", "dateline", "text"),
    [
        ("en", "LOS ANGELES, Calif., Dec. 4—", "The men went."),
        ("en", "DORNE, December 29.--", "The lock froze."),
        ("en", "LONDON, Monday —", " The house sat."),
        ("de", "Berlin, den 3. Mai. –", " Die Ziegelei steht still."),
        ("fr", "Paris (Havas), 3 mai. –", " Le pont est rouvert."),
        ("es", "MADRID, 3. —", " La harina no llegó."),
        ("ru", "Ветлино, 4 марта 1911 г. –", " Дорогу обещали."),
        ("cs", "BRNO, 2. března. –", " Most spadl."),
    ],
)
def test_a_despatch_begins_with_place_and_date(code: str, dateline: str, text: str) -> None:
    assert dateline_end(dateline + text, language(code)) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "Paris, 3 May 1871, was quiet – The town slept.",
        "It was in Dorne, 3 May – The town slept.",
        "On 3 May – The town slept.",
        "Dorne, 3 May – and the night after it.",
    ],
)
def test_a_sentence_with_a_place_and_a_date_is_no_dateline(text: str) -> None:
    assert dateline_end(text, language("en")) is None


def test_a_line_is_a_place_and_a_date_or_it_is_not() -> None:
    assert is_place_and_date("Osterau, 1. Mai", language("de"))
    assert is_place_and_date("Turvo (Portugal), 19 de febrero", language("es"))
    assert not is_place_and_date("Für Sonntag, den 4. Mai", language("de"))
    assert not is_place_and_date("Genova, 1911", language("it"))


def test_a_note_of_the_editors_is_signed_or_labelled_by_them() -> None:
    for text in ("[We print it as it came. – The Editors]", "[It is so.--Ed.]", "Editor’s note: it is so."):
        assert is_editorial(text, language("en"))
    assert is_editorial("(Anm. d. Red.)", language("de"))
    assert is_editorial("[N.D.L.R. – Il a raison.]", language("fr"))
    for text in ("[Applause was heard.]", "[a letter to the editor]", "The quay [north side] is cold. – Ed."):
        assert not is_editorial(text, language("en"))


def test_a_line_leads_to_a_page_and_a_sentence_does_not() -> None:
    assert jump("(Continued on page 4)", language("en")) == "onward"
    assert jump("Viene de la página 1", language("es")) == "back"
    assert jump("Продолжение. Начало на с. 1", language("ru")) == "back"
    assert not jump("Continued on page 4 of the log is the story of the storm", language("en"))
    assert not jump("(To be continued)", language("en"))
