"""An e-book says all that its text says, once and in its order, however divided; its links lead somewhere."""

from __future__ import annotations

import posixpath
from pathlib import Path

import pytest
from lxml import etree

from edition.config import EbookChoices, EditionFacts
from edition.ebook import make_ebook
from edition.relaxng import Schema, load
from edition.resources import resource
from edition.tei import parse
from tests.random_tei import random_texts
from tests.reading_order import said_by_document, said_by_ebook
from tests.tei_all import tei_all_path
from tests.unit.ebook_press import draft, ebook, parts, tei

ROOT = Path(__file__).parents[2]
CASES = sorted([*ROOT.glob("tests/cases/html/**/*.xml"), *ROOT.glob("tests/cases/print/*.xml")])
SMALL = 3000
"""Bytes of a file: so that short documents are divided."""


def differences(source: bytes, limit: int) -> list[str]:
    """In which respects the e-book of a document does not say what the document says."""
    document, findings = parse(source, name="case.xml", stem="case")
    assert document is not None, findings
    book = make_ebook([draft(source)], EbookChoices(), EditionFacts(), limit=limit)
    of_document, of_book = said_by_document(document.root), said_by_ebook(book.data)
    found = [] if of_document.text == of_book.text else ["text"]
    found += [
        stream
        for stream in ("readings", "annotations", "pictures")
        if sorted(getattr(of_document, stream)) != sorted(getattr(of_book, stream))
    ]
    return found + dangling({name: data for name, data in parts(book).items() if name.endswith(".xhtml")})


def dangling(files: dict[str, bytes]) -> list[str]:
    """Links of the files of a book that lead to no place in it, and ids that stand twice in a file."""
    roots = {name: etree.fromstring(data) for name, data in files.items()}
    ids = {name: [one.get("id") for one in root.iter() if one.get("id")] for name, root in roots.items()}
    found = [f"{name}: twice" for name, own in ids.items() if len(own) != len(set(own))]
    for name, root in roots.items():
        for one in root.iter("{*}a"):
            address = one.get("href") or ""
            if address.startswith(("http", "mailto:")):
                continue
            path, _, fragment = address.partition("#")
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
            if target not in ids or (fragment and fragment not in ids[target]):
                found.append(f"{name}: {address}")
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_a_book_says_all_that_its_text_says(case: Path) -> None:
    assert differences(case.read_bytes(), SMALL) == []


def of_random_texts(schema: Schema, seed: int, count: int) -> list[tuple[int, list[str]]]:
    texts = enumerate(random_texts(schema, seed, count))
    return [(number, found) for number, text in texts if (found := differences(etree.tostring(text), 1000))]


def test_a_book_says_all_that_any_text_says() -> None:
    assert of_random_texts(load(resource("schemas", "edition.rng")), 1848, 30) == []


def test_a_book_says_all_that_any_text_of_the_tei_says() -> None:
    if not tei_all_path().is_file():
        pytest.skip(f"{tei_all_path()} is not there; EDITION_TEI_ALL names the file")
    assert of_random_texts(load(tei_all_path()), 1848, 20) == []


def test_words_that_are_left_out_or_doubled_would_be_seen() -> None:
    source = tei("<body><div><head>One</head><p>two <note>three</note> four</p></div></body>")
    made = draft(source)
    for changed in (made.markup.replace("four", ""), made.markup.replace("four", "four four")):
        wrong = make_ebook(
            [type(made)("text", "text.xml", changed, made.tei)], EbookChoices(), EditionFacts()
        )
        document, _ = parse(source.encode(), name="t.xml", stem="t")
        assert document is not None
        assert said_by_ebook(wrong.data).text != said_by_document(document.root).text
    assert "three" in said_by_ebook(ebook(source).data).text


def test_ids_are_those_of_the_web_page() -> None:
    """So an address of a passage on the web is its address in the book."""
    from edition.saxon import Task
    from edition.tei import plain_xml
    from edition.tei.addresses import addressed
    from tests.unit.ebook_press import transformer

    source = (ROOT / "tests" / "cases" / "html" / "report.xml").read_bytes()
    document, _ = parse(source, name="report.xml", stem="report")
    assert document is not None
    page = transformer()(Task(plain_xml(addressed(document.root)), {"html": {}})).results["html"]
    files = parts(ebook(source))
    ids = {
        one.get("id")
        for name, data in files.items()
        if name.startswith("EPUB/text/")
        for one in etree.fromstring(data).iter()
    }
    of_page = {own for one in etree.HTML(page).iter() if (own := one.get("id"))}
    assert {one for one in of_page if one.startswith(("p:", "note:", "mention:"))} <= ids
    assert any(one.startswith("p:") for one in of_page)
