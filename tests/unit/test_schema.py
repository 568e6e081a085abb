"""The project's schema: what it takes, where it is stricter than TEI, how it explains itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from edition.resources import resource
from edition.validator import load_schema, validate_bytes
from tests.declared_in_rng import RNG

CASES = sorted((Path(__file__).resolve().parents[1] / "cases" / "schema").glob("*.xml"))
TEI = Path(__file__).resolve().parents[1] / "cases" / "diagnostics" / "SCHEMA-EMPTY" / "good.xml"


def codes(body: str, *, instead_of: str = "<p>Dear Sir</p>") -> list[str]:
    text = TEI.read_text(encoding="utf-8")
    assert instead_of in text
    data = text.replace(instead_of, body).encode()
    return [finding.code for finding in validate_bytes(data, name="x", stem="x", schema=load_schema())]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_letters_plays_transcripts_and_articles_are_valid(path: Path) -> None:
    assert validate_bytes(path.read_bytes(), name=path.name, stem=path.stem, schema=load_schema()) == []


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<p><title/></p>', "SCHEMA-EMPTY"),
        ('<p><persName> </persName></p>', "SCHEMA-EMPTY"),
        ('<head/>\n<p>x</p>', "SCHEMA-EMPTY"),
        ('<p><date when="12:30:00">x</date></p>', "TEI-DATE-VALUE"),
        ('<p><date when="1850" notBefore="1849">x</date></p>', "SCHEMA-ATTRIBUTE-CONFLICT"),
        ('<p><date when="0000">x</date></p>', "TEI-DATE-IMPOSSIBLE"),
        ('<p><date when="1848" dur="P3W">x</date></p>', "SCHEMA-ATTRIBUTE-VALUE"),
        ('<p><date when="1848" precision="0.5">x</date></p>', "SCHEMA-VALUE-LISTED"),
        ('<p><date when-custom="">x</date></p>', "SCHEMA-ATTRIBUTE-VALUE"),
        ('<p><date calendar="julian">x</date></p>', "SCHEMA-POINTER-FORM"),
        ('<p><time when="1848-05-05">x</time></p>', "TEI-DATE-VALUE"),
        ('<p><said who="ada">x</said></p>', "SCHEMA-POINTER-FORM"),
        ('<p><supplied cert="0.5">x</supplied></p>', "SCHEMA-VALUE-LISTED"),
        ('<p><ref>x</ref></p>', "SCHEMA-ATTRIBUTE-MISSING"),
        ('<cit><quote>x</quote></cit>', "SCHEMA-ELEMENT-MISSING"),
        ('<listPerson><person><persName>Ada</persName></person></listPerson>', "SCHEMA-ATTRIBUTE-MISSING"),
        ('<listPerson><person xml:id="ada"/></listPerson>', "SCHEMA-ELEMENT-MISSING"),
        ('<p>x</p><note>Some words <p>and a paragraph</p></note>', "SCHEMA-ELEMENT-ORDER"),
        ('<p><choice><sic>x</sic></choice></p>', "SCHEMA-ELEMENT-MISSING"),
        ('<lg><head>x</head></lg>', "SCHEMA-ELEMENT-MISSING"),
        ('<sp><p>x</p></sp>', "SCHEMA-ATTRIBUTE-MISSING"),
        ('<sp cert="low"><p>x</p></sp>', "SCHEMA-ATTRIBUTE-MISSING"),
        ('<u>x</u>', "SCHEMA-ATTRIBUTE-MISSING"),
        ('<stage type="applause">x</stage>', "SCHEMA-VALUE-LISTED"),
        ('<p>x</p><note place="footer">x</note>', "SCHEMA-VALUE-LISTED"),
        ('<p><title type="subtitle">x</title></p>', "SCHEMA-VALUE-LISTED"),
        ('<p>x<fw type="page">x</fw></p>', "SCHEMA-VALUE-LISTED"),
        ('<p><corr evidence="guess">x</corr></p>', "SCHEMA-VALUE-LISTED"),
        ('<table><row role="head"><cell>x</cell></row></table>', "SCHEMA-VALUE-LISTED"),
    ],
)  # fmt: skip
def test_it_is_stricter_than_tei_all(body: str, code: str) -> None:
    assert codes(body) == [code]


@pytest.mark.parametrize(
    "body",
    [
        '<sp cert="unknown"><p>x</p></sp>',
        '<sp who="http://example.org/ada" cert="low"><p>x</p></sp>',
        '<u cert="unknown">x</u>',
        '<stage type="exit reaction">x</stage>',
        '<p>x</p><note place="top right" type="of-the-censor">x</note>',
        '<div type="minutes-of-a-club"><p>x</p></div>',
        '<p><gap reason="censored" unit="stanza" quantity="2"/></p>',
    ],
)  # fmt: skip
def test_what_is_not_known_can_be_said_and_open_lists_take_the_words_of_an_edition(body: str) -> None:
    assert codes(body) == []


@pytest.mark.parametrize(
    ("statement", "found"),
    [
        ("<p>Not for print.</p>", []),
        ("<publisher>A press</publisher>", ["SCHEMA-ELEMENT-MISSING"]),
        (
            "<publisher>A press</publisher><date when='1901'>1901</date>"
            "<availability><licence>CC0</licence></availability>",
            [],
        ),
        (
            "<publisher>A press</publisher><pubPlace>Bergen</pubPlace><date when='1901'>1901</date>"
            "<availability status='unknown'><p>Nobody knows.</p></availability><idno>7</idno>",
            [],
        ),
    ],
)  # fmt: skip
def test_who_publishes_a_file_says_on_what_terms(statement: str, found: list[str]) -> None:
    whole = f"<publicationStmt>{statement}</publicationStmt>"
    assert codes(whole, instead_of="<publicationStmt><p>Unpublished.</p></publicationStmt>") == found


@pytest.mark.parametrize("part", ["titleStmt", "publicationStmt", "sourceDesc"])
def test_the_header_says_what_the_file_is_and_where_it_comes_from(part: str) -> None:
    document = etree.parse(str(TEI)).getroot()
    element = next(document.iter(f"{{*}}{part}"))
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    found = validate_bytes(etree.tostring(document), name="x", stem="x", schema=load_schema())
    assert [finding.code for finding in found] == ["SCHEMA-ELEMENT-MISSING"]
    assert f"<{part}>" in found[0].message


def test_every_part_of_the_schema_is_used() -> None:
    root = etree.parse(str(resource("schemas", "edition.rng"))).getroot()
    defined = {str(define.get("name")) for define in root.iter(f"{RNG}define")}
    used = {str(ref.get("name")) for ref in root.iter(f"{RNG}ref")}
    assert defined == used
