"""Lists of persons that an edition brings along: read from tables and TEI, and met in the texts."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import edition
from edition.converter.forms.listed import ListedNames
from edition.registers import ListKind, TextRecords, read_persons, read_register
from edition.registers.gathering import Record
from edition.registers.merging import merge
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
    assert (tom.id, tom.forms, tom.identifiers) == ("weber-tom", ("Weber, Tom", "Tom Weber"), ())


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
        ("name,id\nAda Miller,source-1\n", "REGISTER-ID-OURS", 2),
        ("name,id\nTom Weber,tom\nMiller, Ada,ada\n", "REGISTER-CELLS", 3),
    ],
)
def test_what_cannot_be_used_is_named_with_its_line(table: str, code: str, line: int) -> None:
    _, findings = read_persons(table.encode(), name="persons.csv")
    assert [(f.code, f.position and f.position.line) for f in findings] == [(code, line)]


@pytest.mark.parametrize(
    ("kind", "table", "code"),
    [
        ("places", "name,coordinates\nDorne,51.4 -2.5\nOsterau,north\n", "REGISTER-COORDINATES"),
        ("places", "name,latitude,longitude\nDorne,51.4,-2.5\nOsterau,120,0\n", "REGISTER-COORDINATES"),
        ("works", "name,kind\nThe Bell,play\nThe Lamp,lamp\n", "REGISTER-KIND"),
    ],
)
def test_what_is_wrong_in_a_column_of_one_list_is_named_too(kind: ListKind, table: str, code: str) -> None:
    register, (finding,) = read_register({kind: (table.encode(), f"{kind}.csv")})
    assert (finding.code, finding.position and finding.position.line) == (code, 3)
    assert len(register.entries) == 1


def test_ids_are_given_once_over_all_lists() -> None:
    register, (finding,) = read_register(
        {
            "persons": (b"name,id\nAda Miller,ada\n", "persons.csv"),
            "organisations": (b"name,id\nThe Ada,ada\nThe Board,\nTHE BOARD,\n", "organisations.csv"),
        }
    )
    assert (finding.code, finding.path) == ("REGISTER-ID-TWICE", "organisations.csv")
    assert [entry.id for entry in register.entries] == ["org-the-board", "org-the-board-2"]


def test_lists_in_tei_give_places_organisations_and_works() -> None:
    tei = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff>
    <listPlace><place xml:id="dorne"><placeName>Dorne</placeName><location><geo>51.4 -2.5</geo></location>
    <idno type="GeoNames">77</idno></place></listPlace>
    <listOrg><org><orgName>Harbour Board</orgName></org></listOrg>
    <listBibl><bibl xml:id="bell"><author>Ada Miller</author><title level="j">The Bell</title>
    <date>1848</date></bibl>
    <biblStruct><monogr><title>The Lamp</title><imprint><date>1850</date></imprint></monogr></biblStruct>
    </listBibl></standOff><text><body><p><bibl>no entry</bibl></p></body></text></TEI>"""
    kinds: tuple[ListKind, ...] = ("places", "organisations", "works")
    register, findings = read_register({kind: (tei.encode(), "all.xml") for kind in kinds})
    assert findings == []
    dorne, board, bell, lamp = register.entries
    assert (dorne.kind, dorne.coordinates, dorne.identifiers) == ("place", "51.4 -2.5", (("GeoNames", "77"),))
    assert (board.kind, board.id) == ("org", "org-harbour-board")
    assert (bell.id, bell.level, bell.author, bell.date) == ("bell", "j", "Ada Miller", "1848")
    assert (lamp.forms, lamp.level, lamp.date) == (("The Lamp",), "m", "1850")


def test_the_size_of_the_lists_does_not_change_what_a_text_takes() -> None:
    """Counted, not timed: how many keys are looked up for one text, with ten names and with ten thousand."""
    text = "Ada Miller met the smith of Dorne. " * 50
    found = []
    for many in (10, 10_000):
        names = ListedNames([["Ada Miller"], *([f"Ada Miller {n}"] for n in range(many))])
        found.append(list(names.find(text, 0, len(text))))
    assert found[0] == found[1] and len(found[0]) == 50


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


def test_several_texts_have_one_register_of_whom_they_name(tmp_path: Path) -> None:
    texts = {
        "a": "Yesterday V. I. Lenin met Ada Miller in the hall. Mr. Weber was there, and V. I. Lenin spoke.",
        "b": "Vladimir Ilyich Lenin wrote to Ada Miller that the hall was full. Mr. Weber was not there.",
        "c": "It was a quiet day in the hall, and nobody of note was there, as on most of the days.",
    }
    for stem, text in texts.items():
        (tmp_path / f"{stem}.txt").write_text(text)
    out = tmp_path / "out"
    said = run("build", tmp_path, "-o", out, "--to", "tei,html")
    assert said.code == 0 and "register.xml" in said.err
    register = (out / "register.xml").read_text(encoding="utf-8")
    assert edition.validate(register, name="register.xml") == []
    ids = re.findall(r'<person xml:id="([^"]+)"', register)
    assert ids == ["lenin-vladimir-ilyich", "miller-ada", "weber.a", "weber.b"], "a surname alone stays apart"
    assert '<ptr type="text" target="a.xml#lenin-v-i" n="2"/>' in register
    assert "the given names agree in a" in register and "same full name" in register
    page = (out / "register-persons.html").read_text(encoding="utf-8")
    for stem in ("a", "b"):
        assert f'href="{stem}.html#miller-ada"' in page
        of_text = (out / f"{stem}.html").read_text(encoding="utf-8")
        assert 'id="miller-ada"' in of_text and 'href="register-persons.html#miller-ada"' in of_text
    assert 'href="c.html' not in page
    # From the TEI documents the same register comes, and the register is no text of the edition itself.
    again = run("build", out, "-o", tmp_path / "again", "--to", "tei")
    assert again.code == 0
    assert (tmp_path / "again" / "register.xml").read_text(encoding="utf-8") == register
    run("convert", tmp_path, "-o", tmp_path / "tei", "-j", "2")
    assert (tmp_path / "tei" / "register.xml").read_text(encoding="utf-8") == register


def test_who_speaks_as_one_in_a_play_is_not_in_the_register(tmp_path: Path) -> None:
    (tmp_path / "play.txt").write_text(
        "THE MILL\n\nACT I\n\nANNA LUND. Who is there?\n\nALL. We are.\n\n"
        "ANNA LUND. Come in.\n\nALL. Thanks.\n",
        encoding="utf-8",
    )
    (tmp_path / "note.txt").write_text("Anna Lund came in.\n", encoding="utf-8")
    command = ["-m", "edition", "convert", str(tmp_path), "-o", str(tmp_path / "tei"), "--lang", "en"]
    done = subprocess.run([sys.executable, *command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    register = (tmp_path / "tei" / "register.xml").read_text(encoding="utf-8")
    assert "lund-anna" in register and "ALL" not in register
    assert "<personGrp" in (tmp_path / "tei" / "play.xml").read_text(encoding="utf-8")


def test_one_text_has_no_register_and_no_text_is_overwritten_by_one(tmp_path: Path) -> None:
    for stem in ("register", "other"):
        (tmp_path / f"{stem}.txt").write_text("Ada Miller spoke in the hall, and that was all she did.")
    run("convert", tmp_path / "other.txt", "-o", tmp_path / "one")
    assert not (tmp_path / "one" / "register.xml").exists()
    said = run("convert", tmp_path, "-o", tmp_path / "two")
    assert "REGISTER-STEM" in said.err
    assert "<standOff" not in (tmp_path / "two" / "register.xml").read_text(encoding="utf-8")


def text_of(stem: str, *names: str, **more: str) -> TextRecords:
    known = tuple(more.items())
    records = tuple(Record("person", f"p{n}", (name,), known, mentions=1) for n, name in enumerate(names))
    return TextRecords(stem, stem, "en", records)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Ada Miller", "Ada Miller", True),
        ("Miller, Ada", "Ada Miller", True),
        ("A. Miller", "Ada Miller", True),
        ("Ada Miller", "Ada Mary Miller", True),
        ("Ada Miller", "Anna Miller", False),
        ("A. Miller", "A. Miller", False),
        ("Miller", "Ada Miller", False),
        ("Miller", "Miller", False),
    ],
)
def test_records_are_one_on_evidence_only(one: str, other: str, together: bool) -> None:
    assert (len(merge([text_of("a", one), text_of("b", other)])) == 1) is together


def test_initials_that_fit_two_persons_are_tied_to_neither() -> None:
    assert (
        len(merge([text_of("a", "Ada Miller"), text_of("b", "Anna Miller"), text_of("c", "A. Miller")])) == 3
    )


def test_an_identifier_makes_any_two_one() -> None:
    (one,) = merge([text_of("a", "Miller", GND="1"), text_of("b", "Ada Orme", GND="1")])
    assert one.evidence == {"same identifier": None} and one.fullest.forms == ("Ada Orme",)


def test_ids_of_a_register_do_not_change_with_the_texts_beside() -> None:
    few = merge([text_of("a", "Weber", "Ada Miller")])
    many = merge([text_of("b", "Weber"), text_of("a", "Weber", "Ada Miller")])
    assert {one.id for one in few} < {one.id for one in many}


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
