"""The pages that an edition has beside its texts, before the same judges as the pages of its texts."""

from __future__ import annotations

import string
from pathlib import Path
from typing import Any

import pytest

from edition.config import EditionFacts
from edition.registers import TextRecords
from edition.registers.gathering import Record
from edition.site import Site, SiteText
from tests.command import edition
from tests.conformance.test_html_page import complaints, look
from tests.conformance.tools import ROOT
from tests.serving import served

FACTS = """title = "Letters & Papers of the Harbour"
editors = ["Ada Miller", "Tom Weber"]
publisher = "The Harbour Press"
licence = "https://creativecommons.org/licenses/by/4.0/"
site = "https://letters.example.org/"
"""

LETTERS = (("letter-1", "en", "Here are"), ("letter-2", "he", "הנה באו"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Front page, chronology, registers and texts of the examples, one page of each kind."""
    folder = tmp_path_factory.mktemp("site")
    for text in (ROOT / "examples").glob("*.txt"):
        (folder / text.name).write_bytes(text.read_bytes())
    (folder / "edition.toml").write_text(FACTS, encoding="utf-8")
    for stem, language, words in LETTERS:
        (folder / f"{stem}.xml").write_text(_letter(stem, language, words), encoding="utf-8")
    assert edition("build", folder, "-o", folder / "site", "--to", "tei,html", "-q").code == 0
    lists = ("persons", "places", "organisations", "works", "sources", "speakers", "letters")
    texts = ("the-ferry-bell", "a-letter-from-dorne", "letter-1")
    names = ("index", "search", "chronology", "about", *(f"register-{name}" for name in lists), *texts)
    return [*(folder / "site" / f"{name}.html" for name in names), *_parted(folder)]


def _letter(stem: str, language: str, words: str) -> str:
    """A letter with a record of each kind, and somebody who is known by an address only."""
    names = """<persName ref="#ada">Ada</persName>, <placeName ref="#dorne">Dorne</placeName>,
<orgName ref="#board">Board</orgName>, <title ref="#bell">Bell</title>"""
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}"><teiHeader><fileDesc><titleStmt>
<title>{stem}</title></titleStmt><publicationStmt><p>None.</p></publicationStmt><sourceDesc><p>None.</p>
</sourceDesc></fileDesc><profileDesc><correspDesc>
<correspAction type="sent"><persName ref="#ada">Ada</persName>
<date when="1849">1849</date></correspAction><correspAction type="received">
<persName ref="https://viaf.org/viaf/12">Tom</persName></correspAction></correspDesc></profileDesc>
</teiHeader>
<standOff><listPerson><person xml:id="ada"><persName>Ada <surname>Miller</surname></persName>
<birth when="1801"/><occupation>engineer</occupation><idno type="GND">118500001</idno></person></listPerson>
<listPlace><place xml:id="dorne"><placeName>Dorne</placeName><location><geo>51.4 -2.5</geo></location></place>
</listPlace><listOrg><org xml:id="board"><orgName>The Board</orgName></org></listOrg>
<listBibl><bibl xml:id="bell"><title>The Bell</title></bibl></listBibl></standOff>
<text><body><p>{words} {names}, <persName ref="https://viaf.org/viaf/12">Tom</persName></p></body></text>
</TEI>"""


def _parted(folder: Path) -> list[Path]:
    """A register that is too large for one page: the first page of it, and one of a letter."""
    persons = [
        Record("person", f"p-{letter}-{end}", (f"Ada {letter}{end}",), note="A long note. " * 600)
        for letter in string.ascii_uppercase
        for end in ("abel", "ibert")
    ]
    texts = [SiteText(stem, stem.upper(), language="en") for stem in "ab"]
    records = [TextRecords("a", "A", "en", tuple(persons))]
    made = Site(texts, EditionFacts("Papers"), names="ab", records=records).make().files
    names = ("register-persons.html", "register-persons-b.html")
    for name in names:
        (folder / f"parted-{name}").write_bytes(made[name])
    return [folder / f"parted-{name}" for name in names]


@pytest.fixture(scope="module")
def seen(pages: list[Path]) -> dict[str, dict[str, Any]]:
    return look(pages)


def test_the_nu_checker_finds_no_error_and_no_warning(pages: list[Path]) -> None:
    assert complaints(pages) == []


def test_axe_finds_nothing_in_light_and_dark_wide_and_narrow(seen: dict[str, dict[str, Any]]) -> None:
    assert {stem: report["axe"] for stem, report in seen.items() if report["axe"]} == {}


def test_no_page_asks_another_host_or_scrolls_sideways(seen: dict[str, dict[str, Any]]) -> None:
    assert [stem for stem, report in seen.items() if report["requests"] or report["sideways"]] == []


def test_no_page_but_the_search_needs_a_script(seen: dict[str, dict[str, Any]]) -> None:
    assert [stem for stem, report in seen.items() if not report["withoutScript"]] == ["search"]
    assert not [said for report in seen.values() for said in report["complaints"]]


def test_the_search_finds_from_a_server_and_asks_no_other(pages: list[Path]) -> None:
    with served(pages[0].parent) as address:
        found = look([f"{address}/search.html?q=bell"])["search"]
        nothing = look([f"{address}/search.html?q=xylophone"])["search"]
    assert found["found"] and not nothing["found"]
    for report in (found, nothing):
        assert report["axe"] == report["requests"] == report["sideways"] == report["complaints"] == []


def test_what_is_found_comes_in_the_order_of_its_dates(tmp_path: Path) -> None:
    """Texts in two languages are two indexes; one without a date is last either way."""
    for stem, language, date in (
        ("a", "en", "1850-05"),
        ("b", "de", "1849"),
        ("c", "en", ""),
        ("d", "en", "-0043"),
    ):
        sent = f'<date when="{date}">{date}</date>' if date else ""
        written = _letter(stem, language, "A bell for")
        (tmp_path / f"{stem}.xml").write_text(
            written.replace('<date when="1849">1849</date>', sent), encoding="utf-8"
        )
    assert edition("build", tmp_path, "-o", tmp_path / "site", "--to", "html", "-q").code == 0
    with served(tmp_path / "site") as address:
        for order, stems in (("oldest", "dbac"), ("newest", "abdc")):
            page = look([f"{address}/search.html?q=bell&order={order}"])["search"]
            assert (page["found"], page["axe"], page["complaints"]) == ([*stems], [], [])


def test_a_passage_is_found_by_the_spelling_of_the_source_and_shown_in_it(tmp_path: Path) -> None:
    old = "The <choice><orig>fery</orig><reg>ferry</reg></choice> came to"
    for stem in "ab":
        (tmp_path / f"{stem}.xml").write_text(
            _letter(stem, "en", old if stem == "a" else "A ferry"), encoding="utf-8"
        )
    assert edition("build", tmp_path, "-o", tmp_path / "site", "--to", "html", "-q").code == 0
    with served(tmp_path / "site") as address:
        page = look([f"{address}/search.html?q=fery"])["search"]
        assert (page["found"], page["marked"]) == (["a"], ["fery"])
        page = look([f"{address}/search.html?q=ferry"])["search"]
        assert (sorted(page["found"]), page["marked"]) == (["a", "b"], ["ferry", "ferry"])
