"""Newspaper pieces of different make-up, field by field as an editor would say what they are."""

from __future__ import annotations

from pathlib import Path

import pytest

import edition
from tests.case_files import CASES
from tests.piece_answers import encoded, expected, mistakes

PIECES = sorted((CASES / "pieces").rglob("*.txt"))


@pytest.mark.parametrize("piece", PIECES, ids=lambda path: path.stem)
def test_a_piece_is_understood_as_its_editor_says(piece: Path) -> None:
    converted = edition.convert(piece.read_bytes(), name=piece.name)
    assert converted.data is not None, converted.diagnostics
    answers = expected(piece.with_suffix(".toml"))
    assert mistakes(answers, encoded(converted.data, answers)) == {}
