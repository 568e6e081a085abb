"""Every piece of tests/cases/convert, all the way: TEI, web page and PDF before their judges."""

from __future__ import annotations

from pathlib import Path

import pytest

import edition
from tests.case_files import CASES
from tests.conformance.jing import invalid, tei_all
from tests.conformance.test_html_page import complaints, look
from tests.conformance.test_print_page import judged
from tests.conformance.tools import ROOT

PIECES = sorted((CASES / "convert").glob("*.txt"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all three results of every piece."""
    folder = tmp_path_factory.mktemp("built")
    for piece in PIECES:
        result = edition.build(piece.read_bytes(), name=piece.name)
        assert result.clean, result.diagnostics
        assert len(result.files) == 3
        for name, content in result.files.items():
            (folder / name).write_bytes(content)
    return folder


def test_jing_finds_every_encoding_valid_in_our_schema_and_in_tei_all(built: Path) -> None:
    documents = sorted(built.glob("*.xml"))
    assert len(documents) == len(PIECES)
    assert invalid(ROOT / "schemas" / "edition.rng", documents) == set()
    assert invalid(tei_all(), documents) == set()


def test_the_nu_checker_finds_nothing_in_any_page(built: Path) -> None:
    assert complaints(sorted(built.glob("*.html"))) == []


def test_axe_finds_nothing_in_the_sample_and_in_other_scripts(built: Path) -> None:
    names = ("workers-vanguard-1144", "russian", "german", "an-article-without-quotation")
    seen = look([built / f"{name}.html" for name in names])
    assert {name: seen[name]["axe"] for name in names} == {name: [] for name in names}


def test_every_pdf_keeps_both_standards(built: Path, tmp_path: Path) -> None:
    verdicts = judged(tmp_path, {path.stem: path.read_bytes() for path in sorted(built.glob("*.pdf"))})
    assert len(verdicts) == 2 * len(PIECES)
    assert {name: clauses for name, clauses in verdicts.items() if clauses} == {}
