"""Names by a statistical model: below the rules, marked as the model's, and never asked for unasked."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

import edition
from edition.diagnostics import CannotRunError
from edition.ner import load_pipeline
from tests.command import edition as run


class StandIn:
    """Takes every word of a table for a name."""

    name = "stand-in 1.0"

    def __init__(self, **labels: str) -> None:
        self._labels = labels

    def find(self, texts: Iterable[str]) -> Iterator[list[tuple[int, int, str]]]:
        for text in texts:
            words = re.finditer(r"\w+", text)
            yield [(*word.span(), self._labels[word[0]]) for word in words if word[0] in self._labels]


def test_a_model_marks_what_no_rule_finds() -> None:
    model = StandIn(Dorne="GPE", Orrin="PER", Board="ORG", Miller="PERSON", Monday="DATE")
    converted = edition.convert(
        "On Monday Ada Miller met Orrin of the Board in Dorne.", lang="en", genre="prose", model=model
    )
    assert converted.data is not None
    written = converted.data.decode()
    assert edition.validate(written) == []
    assert '<persName resp="#ner" cert="low">Orrin</persName>' in written
    assert '<orgName resp="#ner" cert="low">Board</orgName>' in written
    assert '<placeName resp="#ner" cert="low">Dorne</placeName>' in written
    assert '<persName ref="#miller-ada" resp="#edition" cert="high">Ada Miller</persName>' in written
    assert '<respStmt xml:id="ner">' in written and "stand-in 1.0" in written


def test_without_a_model_nobody_answers_for_one() -> None:
    converted = edition.convert("Orrin was in Dorne.", lang="en")
    assert converted.data is not None and b"ner" not in converted.data.partition(b"<encodingDesc>")[0]
    assert "spacy" not in sys.modules


def test_spacy_that_is_not_installed_is_said_to_be_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "spacy", None)
    load_pipeline.cache_clear()
    with pytest.raises(CannotRunError) as raised:
        load_pipeline("de_core_news_sm")
    assert raised.value.diagnostic.code == "NER-SPACY"
    (tmp_path / "edition.toml").write_text('ner = "no_such_pipeline"')
    (tmp_path / "text.txt").write_text("Orrin was in Dorne.")
    said = run("convert", tmp_path / "text.txt", "-o", tmp_path / "out")
    assert said.code == 2 and re.search("NER-SPACY|NER-PIPELINE", said.err)
