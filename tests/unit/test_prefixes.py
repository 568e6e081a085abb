"""Pointers by a prefix that a header declares lead on the pages where they lead in full."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from edition.tei import NS
from edition.tei.prefixes import expand
from tests.command import edition

DECLARED = (
    '<encodingDesc><listPrefixDef><prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="#$1"/>'
    '<prefixDef ident="gnd" matchPattern="(\\d+)" replacementPattern="https://d-nb.info/gnd/$1"/>'
    '<prefixDef ident="scan" matchPattern="(\\d+)" replacementPattern="scans/$1.svg"/>'
    "</listPrefixDef></encodingDesc>"
)


def document(body: str, declared: str = DECLARED) -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>'
        f"<publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc>{declared}"
        f"</teiHeader><text><body>{body}</body></text></TEI>"
    )


@pytest.mark.parametrize(
    ("written", "full"),
    [
        ("psn:ada", "#ada"),
        ("gnd:118", "https://d-nb.info/gnd/118"),
        ("psn:ada gnd:118", "#ada https://d-nb.info/gnd/118"),
        ("psn:Ada", "psn:Ada"),
        ("viaf:118", "viaf:118"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_a_pointer_in_full(written: str, full: str) -> None:
    root = etree.fromstring(document(f'<p><persName ref="{written}">A</persName></p>'))
    expand(root)
    assert root.xpath("string(//tei:persName/@ref)", namespaces=NS) == full


def test_words_that_are_no_pointers_stay() -> None:
    root = etree.fromstring(document('<p><seg n="psn:ada">psn:ada</seg></p>'))
    before = etree.tostring(root)
    expand(root)
    assert etree.tostring(root) == before


def test_pages_lead_where_the_pointers_lead_and_the_document_stays(tmp_path: Path) -> None:
    body = '<pb n="7" facs="scan:7"/><p>See <persName ref="gnd:118">Ada</persName>.</p>'
    (tmp_path / "text.xml").write_text(document(body), encoding="utf-8")
    (tmp_path / "scans").mkdir()
    (tmp_path / "scans" / "7.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>'
    )
    ran = edition("build", tmp_path / "text.xml", "-o", tmp_path / "out", "--to", "tei,html", "-q")
    assert (ran.code, ran.err) == (0, "")
    page = (tmp_path / "out" / "text.html").read_text(encoding="utf-8")
    assert 'href="https://d-nb.info/gnd/118"' in page and 'src="scans/7.svg"' in page
    assert (tmp_path / "out" / "text.xml").read_bytes() == (tmp_path / "text.xml").read_bytes()


def test_a_text_of_a_corpus_has_the_prefixes_of_the_corpus(tmp_path: Path) -> None:
    header = document("", DECLARED).partition("<teiHeader>")[2].partition("</teiHeader>")[0]
    text = document('<p><persName ref="gnd:118">Ada</persName></p>', "")
    corpus = (
        f'<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader>{text}</teiCorpus>'
    )
    (tmp_path / "all.xml").write_text(corpus, encoding="utf-8")
    ran = edition("build", tmp_path / "all.xml", "-o", tmp_path / "out", "--to", "html", "-q")
    assert (ran.code, ran.err) == (0, "")
    page = next((tmp_path / "out").glob("all*.html")).read_text(encoding="utf-8")
    assert 'href="https://d-nb.info/gnd/118"' in page
