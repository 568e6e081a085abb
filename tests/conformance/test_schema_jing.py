"""The project's schema against jing, the reference validator, and against TEI's own schema."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from lxml import etree

from edition.diagnostics import Diagnostic
from edition.resources import resource
from edition.tei import parse
from edition.validator import Schema, is_valid, load_schema, validate_document
from tests.conformance import jing
from tests.conformance.mutation import mutated
from tests.random_tei import random_documents

CASES = sorted((Path(__file__).resolve().parents[1] / "cases" / "schema").glob("*.xml"))
MUTANTS = 600
RANDOM = 2000


@pytest.fixture(scope="module")
def schema() -> Schema:
    return load_schema()


@pytest.fixture(scope="module")
def mutants(schema: Schema, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("mutants")
    random = Random(1789)
    roots = [etree.parse(str(path)).getroot() for path in CASES]
    paths = []
    for number in range(MUTANTS):
        path = folder / f"{number:04}.xml"
        path.write_bytes(
            etree.tostring(mutated(random.choice(roots), schema.grammar, random), encoding="utf-8")
        )
        paths.append(path)
    return paths


def findings(path: Path, schema: Schema) -> tuple[bool, list[Diagnostic]]:
    document, malformed = parse(path.read_bytes(), name=path.name, stem=path.stem)
    assert document is not None, malformed
    return is_valid(document.data, schema), validate_document(document, schema)


@pytest.fixture(scope="module")
def random_ones(schema: Schema, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("random")
    paths = []
    for number, data in enumerate(random_documents(schema.grammar, 1848, RANDOM)):
        paths.append(folder / f"{number:04}.xml")
        paths[-1].write_bytes(data)
    return paths


def test_jing_finds_random_documents_of_our_schema_valid_in_it_and_in_tei_all(
    random_ones: list[Path],
) -> None:
    assert jing.invalid(resource("schemas", "edition.rng"), random_ones) == set()
    assert jing.invalid(jing.tei_all(), random_ones) == set()


def test_jing_finds_the_odd_a_valid_tei_document() -> None:
    assert jing.invalid(jing.tei_all(), [resource("schemas", "edition.odd")]) == set()


def test_jing_finds_our_valid_documents_valid_in_our_schema_and_in_tei_all() -> None:
    assert jing.invalid(resource("schemas", "edition.rng"), CASES) == set()
    assert jing.invalid(jing.tei_all(), CASES) == set()


def test_we_and_jing_agree_on_every_mutated_document(schema: Schema, mutants: list[Path]) -> None:
    refused = jing.invalid(resource("schemas", "edition.rng"), mutants)
    assert 0.5 * MUTANTS < len(refused) < MUTANTS
    ours = {path for path in mutants if not findings(path, schema)[0]}
    assert ours ^ refused == set()


def test_what_is_valid_in_our_schema_jing_finds_valid_in_tei_all(schema: Schema, mutants: list[Path]) -> None:
    valid = [path for path in mutants if findings(path, schema)[0]]
    assert len(valid) > 20
    assert jing.invalid(jing.tei_all(), valid) == set()


def test_every_invalid_document_is_explained_in_an_editors_words(schema: Schema, mutants: list[Path]) -> None:
    for path in mutants:
        valid, found = findings(path, schema)
        codes = {finding.code for finding in found}
        assert valid or codes - {"TEI-POINTER-DANGLING", "TEI-DATE-ORDER"}, path.read_text()
        assert "SCHEMA-INVALID" not in codes, path.read_text()
