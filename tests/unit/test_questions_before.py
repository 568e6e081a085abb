"""Questions that are asked before a costly one: "perhaps" may be said too often, "no" only where it is so."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.converter.forms.dates import whole_date
from edition.converter.forms.references import may_point_back, read_reference
from edition.converter.forms.vocabulary import small_words
from edition.converter.languages import language
from edition.converter.read import read_source
from edition.converter.segment.genres import GENRES
from edition.converter.segment.lines import stanzas
from edition.converter.segment.text import Text
from tests.case_files import CASES, read_cases

TEXTS = sorted([*(CASES / "structure").glob("*/*.txt"), *(CASES / "pieces").glob("*.txt")])
REFERENCES = [
    (path.stem.rpartition(".")[2], case.input)
    for path in sorted((CASES / "forms").glob("references.*.txt"))
    for case in read_cases(path)
]


def read(data: bytes) -> Text:
    source, _ = read_source(data, name="text", stem="text", encoding=None)
    assert source is not None
    return Text(source, language("en"), tuple(stanzas(source)))


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_no_genre_weighs_more_than_the_most_that_it_says_of_itself(path: Path) -> None:
    text = read(path.read_bytes())
    for name, genre in GENRES.items():
        assert genre.weigh(text).weight <= genre.most, name


def test_some_text_weighs_as_much_as_its_genre_can() -> None:
    # Else a genre could claim so much that the others are always asked.
    masthead = b"The Watchword No. 866\n\n17 March 2006\n\nOf lamps\n\nWe said so then, and we say it now.\n"
    assert GENRES["article"].weigh(read(masthead)).weight == GENRES["article"].most


@pytest.mark.parametrize(
    "written", ["———. The Mill. Leeds: Fenn, 1911.", "— The Mill, 1911.", "Ibid., p. 12.", "3. Idem, p. 12."]
)
def test_dashes_and_ibid_at_the_beginning_may_point_back(written: str) -> None:
    assert may_point_back(written, language("en"))


@pytest.mark.parametrize(
    "written",
    ["Hale, Ruth. The Mill — a Chronicle. 1911.", "Hale, Ruth, ibid., p. 12.", "The men went on—and came."],
)
def test_dashes_and_ibid_further_on_do_not(written: str) -> None:
    assert not may_point_back(written, language("en"))


@pytest.mark.parametrize(("code", "written"), REFERENCES)
def test_what_points_back_is_always_read(code: str, written: str) -> None:
    found = read_reference(written, language(code))
    assert may_point_back(written, language(code)) or not (found.repeats or found.same)


@pytest.mark.parametrize(
    "text", ["3 May 1901", "May 1901", "Friday, 3 May 1901", "from 3 May 1901 to 10 June 1902"]
)
def test_a_text_that_is_a_date_from_end_to_end_is_one(text: str) -> None:
    assert whole_date(text, language("en")) is not None


@pytest.mark.parametrize(
    "text",
    [
        "3 May 1901, and they said",
        "They came on 3 May 1901",
        "On the morning on which the ferry was to leave Orrin there was no wind at all, in May 1901",
        "3 May 1901" + " and the lamp was lit" * 20 + " on 4 May 1901",
    ],
)
def test_a_text_with_a_date_in_it_is_none(text: str) -> None:
    assert whole_date(text, language("en")) is None


def test_words_in_small_letters_are_found_beside_marks_and_accents_and_no_part_of_a_word_is_one() -> None:
    text = "The mill (and “été”) is one-eyed; iPhone ABCdef x2 don't, Ärger – ärger."
    assert small_words(text) == {"mill", "and", "été", "is", "one", "eyed", "don", "t", "ärger"}
