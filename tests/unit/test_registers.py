"""Lists of persons that an edition brings along: read from tables and TEI, and met in the texts."""

from __future__ import annotations

from pathlib import Path

import pytest

import edition
from edition.registers import read_persons
from tests.command import edition as run

TABLE = """name,id,spellings,GND,wikidata,note
Ada Miller,miller-ada,Ada M. | A. Miller,1001,Q1,engineer
"Weber, Tom",,Tom Weber,,,
"""
TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>
<person xml:id="miller-ada"><persName>Ada <surname>Miller</surname></persName><persName>A. Miller</persName>
<idno type="GND">1001</idno><note>engineer</note></person>
<personGrp xml:id="jury"><persName>The Jury</persName></personGrp>
</listPerson></standOff></TEI>"""


def test_a_table_gives_names_spellings_and_identifiers() -> None:
    (ada, tom), findings = read_persons(TABLE.encode(), name="persons.csv")
    assert findings == []
    assert (ada.id, ada.forms) == ("miller-ada", ("Ada Miller", "Ada M.", "A. Miller"))
    assert ada.identifiers == (("GND", "1001"), ("wikidata", "Q1"))
    assert ada.description == "engineer"
    assert (tom.id, tom.forms, tom.identifiers) == ("", ("Weber, Tom", "Tom Weber"), ())


def test_columns_may_be_parted_as_spreadsheets_do_it() -> None:
    for sign in (";", "\t"):
        (person,), _ = read_persons(f"id{sign}name\nx1{sign}Ada Miller\n".encode("utf-8-sig"), name="p.csv")
        assert (person.id, person.forms) == ("x1", ("Ada Miller",))


def test_a_list_in_tei_gives_the_same() -> None:
    (ada, jury), findings = read_persons(TEI.encode(), name="persons.xml")
    assert findings == []
    assert (ada.id, ada.forms, ada.identifiers) == (
        "miller-ada",
        ("Ada Miller", "A. Miller"),
        (("GND", "1001"),),
    )
    assert (jury.kind, jury.id) == ("group", "jury")


@pytest.mark.parametrize(
    ("table", "code", "line"),
    [
        ("label,id\nAda Miller,ada\n", "REGISTER-COLUMN", 1),
        ("name,id\nAda Miller,ada\n,tom\n", "REGISTER-NAME", 3),
        ("name,id\nAda Miller,1a\n", "REGISTER-ID", 2),
        ("name,id\nAda Miller,ada\nTom Weber,ada\n", "REGISTER-ID-TWICE", 3),
        ('name,note\n"Ada\nMiller",x\n,no name\n', "REGISTER-NAME", 4),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(table: str, code: str, line: int) -> None:
    _, findings = read_persons(table.encode(), name="persons.csv")
    assert [(f.code, f.position and f.position.line) for f in findings] == [(code, line)]


def test_a_table_in_another_encoding_is_said_to_be_so() -> None:
    people, (finding,) = read_persons("name\nAda\nJosé\n".encode("latin-1"), name="persons.csv")
    assert people == ()
    assert (finding.code, finding.position and finding.position.line) == ("REGISTER-ENCODING", 3)


def test_a_broken_list_in_tei_is_explained_like_any_document() -> None:
    people, findings = read_persons(b"<TEI><person></TEI>", name="persons.xml")
    assert people == () and findings


def test_names_of_the_list_are_met_first_and_bring_their_identifiers() -> None:
    people, _ = read_persons(TABLE.encode(), name="persons.csv")
    converted = edition.convert("Yesterday Ada Miller spoke. Miller said so.", persons=people, lang="en")
    assert converted.data is not None
    written = converted.data.decode()
    assert '<person xml:id="miller-ada">' in written
    assert '<idno type="GND">1001</idno>' in written
    assert written.count('ref="#miller-ada"') == 2
    assert "Weber" not in written, "who is not in the text has no record in it"


def test_edition_toml_names_the_list(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").write_text('persons = "people.csv"\nlanguage = "en"\n')
    (tmp_path / "text.txt").write_text("Ada Miller spoke in the hall, and that was all.")
    missing = run("convert", tmp_path / "text.txt", "-o", tmp_path / "out")
    assert missing.code == 2 and "REGISTER-UNREADABLE" in missing.err
    (tmp_path / "people.csv").write_text(TABLE + "Nobody,miller-ada\n")
    said = run("convert", tmp_path / "text.txt", "-o", tmp_path / "out")
    assert said.code == 0
    assert "people.csv:4:1 warning REGISTER-ID-TWICE" in said.err
    assert "GND" in (tmp_path / "out" / "text.xml").read_text(encoding="utf-8")
    (tmp_path / "people.csv").write_text("who\nAda Miller\n")
    assert run("convert", tmp_path / "text.txt", "-o", tmp_path / "out").code == 2
