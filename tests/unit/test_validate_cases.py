"""Each diagnostic has a smallest document that provokes it, a right neighbour, and the words expected.

Cases are folders tests/cases/diagnostics/CODE: bad.xml, good.xml, expected.json; a schema.rng beside them
takes the place of the project's own. Codes about the schema itself have bad.rng (or .rnc) and good.rng, codes
about several documents the folders bad/ and good/.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from edition.diagnostics import CannotRunError, Diagnostic
from edition.diagnostics.explain import codes, explain
from edition.diagnostics.render import as_json
from edition.tei import parse
from edition.validator import Schema, is_valid, load_schema, validate_bytes, validate_document
from edition.validator.checks import Summary, edition_findings, gather

CASES = Path(__file__).resolve().parents[1] / "cases" / "diagnostics"
DOCUMENTS = sorted(path.parent for path in CASES.glob("*/bad.xml"))
EDITIONS = sorted(path.parent for path in CASES.glob("*/bad") if path.is_dir())
SCHEMAS = sorted(path for path in CASES.glob("*/bad.rn?"))
# A file that is not there, a folder, and eleven million characters make no case folders; tested further down.
AREAS = ("XML", "TEI", "SCHEMA", "HEADER", "PRACTICE")
EXAMPLE = {"says", "advises", "wrong", "right"}  # test_diagnostics_examples holds these
# What a document says of its schema is tested with the command, in test_checking.
BUILT = {
    "SCHEMA-MISSING", "SCHEMA-UNREADABLE", "XML-TOO-LARGE", "SCHEMA-TOO-COMPLEX", "SCHEMA-REMOTE",
    "SCHEMA-NAMED",
}  # fmt: skip


def findings(path: Path, schema: Schema) -> list[Diagnostic]:
    return validate_bytes(path.read_bytes(), name=path.name, stem=path.stem, schema=schema)


def schema_of(folder: Path) -> Schema:
    own = folder / "schema.rng"
    return load_schema(own if own.exists() else None)


@pytest.mark.parametrize("folder", DOCUMENTS, ids=lambda folder: folder.name)
def test_the_bad_document_is_told_so_in_the_words_expected(folder: Path, rewrite: bool) -> None:
    found = findings(folder / "bad.xml", schema_of(folder))
    if rewrite:
        (folder / "expected.json").write_text(as_json(found), encoding="utf-8")
    assert [finding.code for finding in found] == [folder.name]
    assert json.loads(as_json(found)) == json.loads((folder / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", DOCUMENTS, ids=lambda folder: folder.name)
def test_the_verdict_alone_is_the_same(folder: Path) -> None:
    data = (folder / "bad.xml").read_bytes()
    if folder.name.startswith("SCHEMA-"):
        assert not is_valid(data, schema_of(folder))
    assert is_valid((folder / "good.xml").read_bytes(), schema_of(folder)) or folder.name.startswith("XML-")


@pytest.mark.parametrize("folder", DOCUMENTS, ids=lambda folder: folder.name)
def test_its_right_neighbour_is_left_alone(folder: Path) -> None:
    assert findings(folder / "good.xml", schema_of(folder)) == []


def edition(folder: Path) -> list[Diagnostic]:
    summaries: list[Summary] = []
    for path in sorted(folder.rglob("*.xml")):
        document, _ = parse(path.read_bytes(), name=path.relative_to(folder).as_posix(), stem=path.stem)
        assert document is not None
        assert validate_document(document, load_schema()) == []
        summaries.append(gather(document))
    return edition_findings(summaries, exists=lambda path: (folder / path).exists())


@pytest.mark.parametrize("folder", EDITIONS, ids=lambda folder: folder.name)
def test_bad_documents_that_are_read_together_are_told_so(folder: Path, rewrite: bool) -> None:
    found = edition(folder / "bad")
    if rewrite:
        (folder / "expected.json").write_text(as_json(found), encoding="utf-8")
    assert [finding.code for finding in found] == [folder.name]
    assert json.loads(as_json(found)) == json.loads((folder / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("folder", EDITIONS, ids=lambda folder: folder.name)
def test_their_right_neighbours_are_left_alone(folder: Path) -> None:
    assert edition(folder / "good") == []


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.parent.name)
def test_a_file_that_is_no_usable_schema_is_refused(
    path: Path, monkeypatch: pytest.MonkeyPatch, rewrite: bool
) -> None:
    monkeypatch.chdir(path.parent)
    with pytest.raises(CannotRunError) as refusal:
        load_schema(Path(path.name))
    assert refusal.value.diagnostic.code == path.parent.name
    if rewrite:
        (path.parent / "expected.json").write_text(as_json([refusal.value.diagnostic]), encoding="utf-8")
    expected = json.loads((path.parent / "expected.json").read_text(encoding="utf-8"))
    assert json.loads(as_json([refusal.value.diagnostic])) == expected


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.parent.name)
def test_a_usable_schema_is_loaded(path: Path) -> None:
    (good,) = path.parent.glob("good.rn?")
    assert list(load_schema(good).grammar.read_all())


def test_a_schema_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as refusal:
        load_schema(tmp_path / "letters.rng")
    assert refusal.value.diagnostic.code == "SCHEMA-MISSING"
    assert "letters.rng" in refusal.value.diagnostic.message


def test_a_folder_is_no_schema(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as refusal:
        load_schema(tmp_path)
    assert refusal.value.diagnostic.code == "SCHEMA-UNREADABLE"


def test_one_piece_of_text_without_end_is_refused() -> None:
    data = b"<p>" + b"a" * 11_000_000 + b"</p>"
    found = validate_bytes(data, name="long.xml", stem="long", schema=load_schema())
    assert [finding.code for finding in found] == ["XML-TOO-LARGE"]


def test_every_code_of_these_areas_has_a_case() -> None:
    known = {code for area in AREAS for code in codes(area)}
    assert {folder.name for folder in CASES.iterdir()} | BUILT == known


@pytest.mark.parametrize("code", sorted(code for area in AREAS for code in codes(area)))
def test_every_code_has_title_message_hint_and_reason(code: str) -> None:
    entry = codes()[code]
    assert set(entry) - EXAMPLE == {"severity", "title", "message", "hint", "why"}
    assert entry["title"] in explain(code)
    assert entry["why"] in explain(code.lower())
