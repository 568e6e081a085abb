"""Pages of an edition's own: its style sheet, its CSS, and what is said where they are not sound."""

from __future__ import annotations

import base64
import hashlib
import shutil
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from edition.diagnostics import CannotRunError
from edition.publish import own_css
from tests.command import edition

DOCS = Path(__file__).parents[2] / "docs"
LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>{title}</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>
</fileDesc></teiHeader><text><body><div>
<p>Sent <measure type="currency" quantity="12" unit="guilders">fl. 12</measure> and <measure>a sack</measure>
of <hi rend="italic">tea</hi>.</p><closer><signed>A. B.</signed></closer></div></body></text></TEI>"""
SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="urn:edition:modes" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
{}
</xsl:stylesheet>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The edition of docs/stylesheets.md, with a letter."""
    shutil.copytree(DOCS / "stylesheets", tmp_path / "own")
    (tmp_path / "own" / "letter.xml").write_text(LETTER.format(title="To his Brother"))
    return tmp_path / "own"


def test_the_example_of_the_docs_shows_what_it_says_and_the_rest_as_ever(folder: Path) -> None:
    assert edition("build", folder, "-o", folder / "site", "--to", "html").code == 0
    text = (folder / "site" / "letter.html").read_text(encoding="utf-8")
    page: Any = html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))
    assert [(one.get("title"), one.text) for one in page.xpath("//article//abbr")] == [
        ("12 guilders", "fl. 12")
    ]
    assert page.xpath("//*[@class='closer']/preceding-sibling::*[1]/self::hr")
    assert page.xpath("string(//span[@class='measure'])") == "a sack"
    style = page.xpath("string(//style)")
    assert style.endswith((folder / "my.css").read_text())
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in text


def test_the_pages_of_the_edition_follow_the_css_too(folder: Path) -> None:
    (folder / "other.xml").write_text(LETTER.format(title="Other"))
    assert edition("build", folder, "-o", folder / "site", "--to", "html").code == 0
    for name in ("index.html", "letter.html"):
        page: Any = html.parse(str(folder / "site" / name))
        assert page.xpath("string(//style)").endswith((folder / "my.css").read_text())


def test_the_docs_show_the_template_and_the_rule_of_the_example() -> None:
    told = " ".join((DOCS / "stylesheets.md").read_text(encoding="utf-8").split())
    for piece in (
        '<xsl:template match="measure[@type = \'currency\'][@unit]" mode="m:text">',
        '<abbr title="{@quantity} {@unit}">',
    ):
        assert piece in told
        assert piece in (DOCS / "stylesheets" / "my.xsl").read_text(encoding="utf-8")
    assert ":root { --paper: #fbf6ea; }" in told
    assert ":root { --paper: #fbf6ea; }" in (DOCS / "stylesheets" / "my.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("sheet", "said"),
    [
        (SHEET.format('<xsl:template match="p"><xsl:value-of select="f("/></xsl:template>'), "my.xsl:3:"),
        (SHEET.format("<xsl:template match='p'>"), "my.xsl:3:"),
        (SHEET.format("<xsl:nothing/>"), "my.xsl:3:"),
        (None, "my.xsl error PUBLISH-OWN-SHEET"),
    ],
)
def test_a_sheet_that_does_not_compile_is_told_with_its_line_and_nothing_is_made(
    folder: Path, sheet: str | None, said: str
) -> None:
    if sheet is None:
        (folder / "my.xsl").unlink()
    else:
        (folder / "my.xsl").write_text(sheet)
    run = edition("build", folder, "-o", folder / "site", "--to", "html")
    assert run.code == 2
    assert said in run.err
    assert "PUBLISH-OWN-SHEET" in run.err
    assert not (folder / "site").exists()


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        ("<xsl:value-of select=\"doc('/etc/hostname')\"/>", "prohibited"),
        ("<xsl:value-of select=\"unparsed-text('/etc/hostname')\"/>", "my.xsl:3:"),
        ('<xsl:value-of select="1 idiv (count(*) - count(*))"/>', "my.xsl:3:"),
    ],
)
def test_a_sheet_that_fails_on_a_document_or_reads_a_file_costs_that_document_its_page(
    folder: Path, made: str, reason: str
) -> None:
    (folder / "my.xsl").write_text(
        SHEET.format(f"<xsl:template match='hi' mode='m:text'>{made}</xsl:template>")
    )
    (folder / "other.xml").write_text(
        LETTER.format(title="Other").replace("hi>", "emph>").replace("<hi", "<emph")
    )
    run = edition("build", folder, "-o", folder / "site", "--to", "html")
    assert run.code == 1
    assert "PUBLISH-OWN-SHEET-FAILED" in run.err
    assert reason in run.err
    assert "SAXON-SHEET-FAILED" not in run.err
    assert (folder / "site" / "other.html").exists()
    assert not (folder / "site" / "letter.html").exists()


@pytest.mark.parametrize(
    ("css", "place", "reason"),
    [
        ("a { color: red;\nb { color: blue; }\n", "1:3", "{ is never closed"),
        ("a { color: red; } }", "1:19", "} closes nothing"),
        ("\n/* a comment\na { color: red; }", "2:1", "a comment is never closed"),
        ("a::before { content: 'x; }\n", "1:22", "a text in ' is never closed"),
        ('@import "other.css";', "1:1", "@import asks for another file"),
        ("a { color: red; }\n</STYLE>", "2:1", "</style ends the style"),
    ],
)
def test_css_that_would_do_something_else_is_told_with_its_place(
    tmp_path: Path, css: str, place: str, reason: str
) -> None:
    path = tmp_path / "my.css"
    path.write_text(css)
    with pytest.raises(CannotRunError) as caught:
        own_css(path)
    said = caught.value.diagnostic
    assert (said.code, str(said.path)) == ("PUBLISH-OWN-CSS", "my.css")
    assert said.position
    assert f"{said.position.line}:{said.position.column}" == place
    assert reason in said.message


@pytest.mark.parametrize(
    "css",
    [
        "/* { an open bracket in a comment */ a { color: red; }",
        "a::before { content: '}'; } b::after { content: \"/*\"; }",
        "a[href^='x'] { width: calc(1px * (2 + 3)); }",
        "/* @import and </style are words here */",
        r"a::before { content: '\''; }",
    ],
)
def test_css_that_is_sound_is_taken_as_it_is(tmp_path: Path, css: str) -> None:
    (tmp_path / "my.css").write_text(css)
    assert own_css(tmp_path / "my.css") == css


def test_a_file_that_is_not_called_css_never_gets_into_the_pages(tmp_path: Path) -> None:
    private = tmp_path / "private.conf"
    private.write_text("secret = { 1 }")
    (tmp_path / "linked.css").symlink_to(private)
    for path in (private, tmp_path / "linked.css"):
        with pytest.raises(CannotRunError, match="not a file called"):
            own_css(path)


def test_css_that_is_not_there_or_not_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError, match="No such file"):
        own_css(tmp_path / "my.css")
    (tmp_path / "my.css").write_bytes(b"a { content: '\xe9' }")
    with pytest.raises(CannotRunError, match="UTF-8"):
        own_css(tmp_path / "my.css")
