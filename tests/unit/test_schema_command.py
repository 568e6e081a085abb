"""`edition schema`: printed, written, tied to a document."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from edition.resources import resource
from tests.command import edition

TYPES = {
    "rng": "http://relaxng.org/ns/structure/1.0",
    "sch": "http://purl.oclc.org/dsdl/schematron",
}


def shipped(form: str) -> str:
    return resource("schemas", f"edition.{form}").read_text(encoding="utf-8")


def line(name: str) -> str:
    namespace = TYPES[name.rpartition(".")[2]]
    return f'<?xml-model href="{name}" type="application/xml" schematypens="{namespace}"?>'


@pytest.mark.parametrize("form", ["rng", "odd", "sch"])
def test_it_prints_a_form_and_nothing_else(form: str) -> None:
    said = edition("schema", f"--{form}")
    assert (said.code, said.out, said.err) == (0, shipped(form), "")


def test_it_prints_relax_ng_when_nothing_is_asked_for() -> None:
    assert edition("schema").out == shipped("rng")


def test_it_writes_into_a_folder_and_says_the_line_for_documents(tmp_path: Path) -> None:
    said = edition("schema", "--write", tmp_path / "tei")
    assert said.code == 0
    assert said.out == line("edition.rng") + "\n"
    assert (tmp_path / "tei" / "edition.rng").read_text(encoding="utf-8") == shipped("rng")
    assert "Oxygen" in said.err
    assert "VS Code" in said.err


def test_the_line_makes_a_document_that_names_its_schema(tmp_path: Path) -> None:
    said = edition("schema", "--write", tmp_path)
    root = etree.fromstring(f"{said.out}<TEI/>")
    instruction = root.getprevious()
    assert isinstance(instruction, etree._ProcessingInstruction)
    assert instruction.target == "xml-model"
    said_there = instruction.attrib
    written = etree.parse(str(tmp_path / str(said_there["href"]))).getroot()
    assert etree.QName(written).namespace == said_there["schematypens"]


def test_it_writes_to_a_file_by_the_name_given(tmp_path: Path) -> None:
    said = edition("schema", "--write", tmp_path / "our-letters.rng")
    assert said.code == 0
    assert said.out == line("our-letters.rng") + "\n"
    assert (tmp_path / "our-letters.rng").read_text(encoding="utf-8") == shipped("rng")


def test_it_writes_all_forms_at_once(tmp_path: Path) -> None:
    said = edition("schema", "--write", tmp_path, "--all")
    assert said.out == f"{line('edition.rng')}\n{line('edition.sch')}\n"
    for form in ("rng", "sch", "odd"):
        assert (tmp_path / f"edition.{form}").read_text(encoding="utf-8") == shipped(form)


def test_an_odd_is_no_schema_that_a_document_names(tmp_path: Path) -> None:
    said = edition("schema", "--write", tmp_path, "--odd")
    assert (said.code, said.out) == (0, "")
    assert (tmp_path / "edition.odd").is_file()


def test_a_schema_that_somebody_changed_is_left_alone(tmp_path: Path) -> None:
    edition("schema", "--write", tmp_path)
    mine = tmp_path / "edition.rng"
    mine.write_text("<grammar/>", encoding="utf-8")
    said = edition("schema", "--write", tmp_path, "--all")
    assert said.code == 1
    assert "FILE-EDITED" in said.err
    assert said.out == ""
    assert mine.read_text(encoding="utf-8") == "<grammar/>"
    assert not (tmp_path / "edition.odd").exists()
    assert edition("schema", "--write", tmp_path, "--force").code == 0
    assert mine.read_text(encoding="utf-8") == shipped("rng")


def test_a_second_time_changes_nothing(tmp_path: Path) -> None:
    first = edition("schema", "--write", tmp_path)
    before = (tmp_path / "edition.rng").stat().st_mtime_ns
    assert edition("schema", "--write", tmp_path) == first
    assert (tmp_path / "edition.rng").stat().st_mtime_ns == before


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["--all"], "--write FOLDER"),
        (["--all", "--write", "schemas.rng"], "name a folder"),
        (["--write", "edition.xsd"], "call it edition.rng"),
        (["--odd", "--write", "edition.rng"], "call it edition.odd"),
    ],
)
def test_what_cannot_be_done_is_said(arguments: list[str], reason: str) -> None:
    said = edition("schema", *arguments)
    assert said.code == 2
    assert reason in said.err
    assert not Path(arguments[-1]).exists()
