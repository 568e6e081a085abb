"""Whole pieces, as an editor would encode them: each NAME.txt of tests/cases/convert becomes NAME.xml."""

from __future__ import annotations

from pathlib import Path

import pytest

import edition
from tests.case_files import CASES

PIECES = sorted((CASES / "convert").glob("*.txt"))


@pytest.mark.parametrize("piece", PIECES, ids=lambda path: path.stem)
def test_a_piece_is_encoded_as_its_golden_file(piece: Path, rewrite: bool) -> None:
    converted = edition.convert(piece.read_bytes(), name=piece.name)
    golden = piece.with_suffix(".xml")
    assert converted.data is not None, converted.diagnostics
    written = converted.data.decode().replace(edition.__version__, "VERSION")
    if rewrite:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def test_the_sample_has_a_golden_file() -> None:
    sample = Path(__file__).parents[2] / "examples" / "workers-vanguard-1144.txt"
    assert sample.read_bytes() == (CASES / "convert" / sample.name).read_bytes()
