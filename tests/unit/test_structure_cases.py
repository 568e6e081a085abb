"""What stands in a text, as an outline: short cases with their near-misses, and whole texts, genre by genre.

A title that ends in "(as drama)" gives the genre; any other leaves it to be told from the text.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import edition
from tests.case_files import CASES, Case, read_cases
from tests.outline import outline

STRUCTURE = CASES / "structure"
SHORT = [(path.stem, case) for path in sorted(STRUCTURE.glob("*.txt")) for case in read_cases(path)]
WHOLE = sorted(STRUCTURE.glob("*/*.txt"))
_GIVEN = re.compile(r"\(as (\w+)\)$")


@pytest.mark.parametrize(("genre", "case"), SHORT, ids=[f"{genre}: {case.title}" for genre, case in SHORT])
def test_a_short_text_has_the_structure_noted_under_it(genre: str, case: Case) -> None:
    given = _GIVEN.search(case.title)
    assert _outline(case.input.encode(), "case.txt", given[1] if given else "auto") == case.expected


@pytest.mark.parametrize("piece", WHOLE, ids=lambda path: f"{path.parent.name}: {path.stem}")
def test_a_whole_text_has_the_structure_of_its_outline(piece: Path, rewrite: bool) -> None:
    golden = piece.with_suffix(".outline")
    written = _outline(piece.read_bytes(), piece.name, "auto") + "\n"
    if rewrite:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


def test_every_genre_has_its_cases() -> None:
    for genre in ("article", "debate", "drama", "interview", "letter", "prose", "speech", "verse"):
        assert len([1 for name, _ in SHORT if name == genre]) >= 15
        assert len([piece for piece in WHOLE if piece.parent.name == genre]) >= 3


def _outline(data: bytes, name: str, genre: str) -> str:
    converted = edition.convert(data, name=name, genre=genre)
    assert converted.data is not None and converted.summary is not None, converted.diagnostics
    return outline(converted.data, converted.summary.genre if genre == "auto" else "")
