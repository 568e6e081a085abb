"""The e-book before its judges: epubcheck, and axe on its pages."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from edition.config import EbookChoices, PrintSettings
from edition.publish import typeset
from edition.publish.design import design
from edition.relaxng import load
from edition.resources import resource
from tests.command import edition
from tests.conformance.test_html_page import seen_of
from tests.conformance.tools import ROOT, require
from tests.random_tei import random_texts
from tests.unit.ebook_press import ebook
from tests.unit.print_press import fonts, print_jobs, reader, tei

CASES = sorted([*ROOT.glob("tests/cases/html/**/*.xml"), *ROOT.glob("tests/cases/print/*.xml")])
PIECE = tei("<p>Words of a <hi rend='italic'>font</hi>.</p>")
EPUBS = Path(__file__).with_name("Epubs.java")


def complaints(books: list[Path]) -> list[str]:
    """What epubcheck says of books, from the slightest remark on."""
    java, jar = require("java"), require(".tools/epubcheck/epubcheck/epubcheck.jar")
    libraries = str(Path(jar).parent / "lib" / "*")
    command = [java, "-Xmx700m", "-cp", f"{jar}:{libraries}", str(EPUBS), *map(str, books)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=900)
    lines = [line.split("\t") for line in done.stdout.splitlines() if "\t" in line]
    assert [line[0] for line in lines if line[1] == "CHECKED"] == list(map(str, books)), done.stderr
    return [" ".join([Path(line[0]).name, *line[1:]]) for line in lines if line[1] != "CHECKED"]


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A book of each case, and one of several files."""
    folder = tmp_path_factory.mktemp("books")
    for case in CASES:
        made = ebook(case.read_bytes(), folder=case.parent)
        (folder / f"{case.parent.name}-{case.stem}.epub").write_bytes(made.data)
    report = ROOT / "tests" / "cases" / "html" / "report.xml"
    (folder / "divided.epub").write_bytes(ebook(report.read_bytes(), limit=2500).data)
    return sorted(folder.glob("*.epub"))


def test_epubcheck_finds_nothing_in_a_book_of_each_case(books: list[Path]) -> None:
    assert len(books) > 40
    assert complaints(books) == []


def test_epubcheck_finds_nothing_in_books_of_an_edition(tmp_path: Path) -> None:
    """One volume and a book of each text, with the TEI documents in them."""
    (tmp_path / "edition.toml").write_text(
        'title = "An Edition"\neditors = ["Ada Miller"]\n[epub]\nvolumes = "both"\ntei = true\n',
        encoding="utf-8",
    )
    for example in (ROOT / "examples").iterdir():
        (tmp_path / example.name).write_bytes(example.read_bytes())
    done = edition("build", str(tmp_path), "-o", str(tmp_path / "out"), "--to", "epub")
    made = sorted((tmp_path / "out").glob("*.epub"))
    assert tmp_path / "out" / "edition.epub" in made and len(made) > 3, done
    assert complaints(made) == []


def test_epubcheck_finds_nothing_in_books_of_texts_made_up_at_random(tmp_path: Path) -> None:
    made = []
    for number, text in enumerate(random_texts(load(resource("schemas", "edition.rng")), 1871, 30)):
        made.append(tmp_path / f"{number:02}.epub")
        made[-1].write_bytes(ebook(etree.tostring(text), limit=2000).data)
    assert [found for found in complaints(made) if " ERROR " in found or " FATAL " in found] == []


def test_epubcheck_sees_what_is_wrong(books: list[Path], tmp_path: Path) -> None:
    """A page with a link to nowhere and an id twice is told; so the silence above says something."""
    wrong = tmp_path / "wrong.epub"
    with zipfile.ZipFile(books[0]) as source, zipfile.ZipFile(wrong, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "EPUB/title.xhtml":
                data = data.replace(b"</main>", b'<p id="x"/><p id="x"><a href="none.xhtml">x</a></p></main>')
            target.writestr(entry, data)
    assert {found.split()[2] for found in complaints([wrong])} == {"RSC-005", "RSC-007"}


def test_axe_finds_nothing_on_pages_of_books(books: list[Path], tmp_path: Path) -> None:
    """In light and dark, wide and narrow."""
    wanted = ("divided", "html-hebrew")
    pages = []
    for book in books:
        if book.stem in wanted:
            with zipfile.ZipFile(io.BytesIO(book.read_bytes())) as archive:
                archive.extractall(tmp_path / book.stem)
            pages += sorted((tmp_path / book.stem).rglob("*.xhtml"))
    assert len(pages) > 8
    seen = seen_of(pages)
    assert {report["page"]: report["axe"] for report in seen if report["axe"]} == {}
    assert {report["page"]: report["sideways"] for report in seen if report["sideways"]} == {}


def test_ace_finds_nothing_in_the_book_of_an_edition(tmp_path: Path) -> None:
    """Ace by DAISY, which looks at the package too; a page that does not say its language is found."""
    for example in (ROOT / "examples").iterdir():
        (tmp_path / example.name).write_bytes(example.read_bytes())
    edition("build", str(tmp_path), "-o", str(tmp_path / "out"), "--to", "epub")
    assert found_by_ace(tmp_path / "out" / "edition.epub", tmp_path / "report") == []
    (tmp_path / "wrong.epub").write_bytes(without_language(tmp_path / "out" / "edition.epub"))
    assert "html-has-lang" in found_by_ace(tmp_path / "wrong.epub", tmp_path / "report of wrong")


def found_by_ace(book: Path, folder: Path) -> list[str]:
    """The names of the rules that Ace sees broken."""
    node, ace = require("node"), require(".tools/ace/node_modules/@daisy/ace/bin/ace-puppeteer.js")
    surroundings = {
        **os.environ,
        "PUPPETEER_EXECUTABLE_PATH": require("chromium"),
        "CI": "true",  # without the sandbox of the browser, which wants more rights than builds have
        "XDG_CONFIG_HOME": str(folder.parent),
        "XDG_STATE_HOME": str(folder.parent),
    }
    command = [node, ace, "--force", "--outdir", str(folder), str(book)]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False, timeout=300)
    report = folder / "report.json"
    assert report.is_file(), done.stdout + done.stderr
    return [
        one["earl:test"]["dct:title"]
        for page in json.loads(report.read_bytes())["assertions"]
        for one in page["assertions"]
        if one["earl:result"]["earl:outcome"] == "fail"
    ]


def without_language(book: Path) -> bytes:
    """The book with one page that does not say its language."""
    made = io.BytesIO()
    with zipfile.ZipFile(book) as source, zipfile.ZipFile(made, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "EPUB/title.xhtml":
                data = re.sub(rb' (xml:)?lang="[^"]*"', b"", data)
            target.writestr(entry, data)
    return made.getvalue()


def test_fonts_of_a_python_package_are_in_the_book_and_on_the_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(Path(require(".tools/fonts/fontpkg_eb_garamond")).parent))
    packages = ("fontpkg-eb-garamond",)
    made = ebook(PIECE, choices=EbookChoices(font_packages=packages))
    names = zipfile.ZipFile(io.BytesIO(made.data)).namelist()
    assert {Path(name).name for name in names if name.startswith("EPUB/fonts/")} == {
        "EBGaramond-Italic_wght_.ttf",
        "EBGaramond_wght_.ttf",
        "fontpkg-eb-garamond-LICENSE",
    }
    (tmp_path / "book.epub").write_bytes(made.data)
    assert complaints([tmp_path / "book.epub"]) == []
    look = design(PrintSettings(font="EB Garamond", font_packages=packages))
    (printed,) = typeset(print_jobs(PIECE), look=look)
    assert printed.pdf is not None and printed.diagnostics == ()
    assert any("EBGaramond" in name for name, _ in fonts(reader(printed.pdf)))
