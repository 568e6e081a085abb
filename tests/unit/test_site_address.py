"""What an edition tells search engines and reference managers, once it says where it is published."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from edition.config import read_settings
from edition.diagnostics import CannotRunError
from tests.command import edition

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title>A letter</title><editor>Ada Miller</editor></titleStmt><publicationStmt>
<publisher>The Press</publisher>
</publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><head>A letter</head>
<p>Dear &amp; <hi>old</hi> Tom, it rains.</p><p>Yours.</p></body></text></TEI>"""
ADDRESS = "https://letters.example.org/harbour/"


def built(place: Path, *stems: str, site: str = "", to: str = "tei,html") -> Path:
    """The site of some letters; `site` is what edition.toml gives as its address."""
    for stem in stems:
        (place / f"{stem}.xml").write_text(LETTER, encoding="utf-8")
    facts = 'title = "Letters"\n' + (f'site = "{site}"\n' if site else "")
    (place / "edition.toml").write_text(facts, encoding="utf-8")
    said = edition("build", place, "-o", place / "site", "--to", to)
    assert said.code == 0, said.err
    return place / "site"


def head(path: Path) -> dict[str, list[str]]:
    """What the head of a page says, by name or property; under "canonical" its one address."""
    root: Any = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    found: dict[str, list[str]] = {"canonical": root.xpath("//link[@rel='canonical']/@href")}
    for meta in root.xpath("//meta[@name or @property]"):
        found.setdefault(meta.get("name") or meta.get("property"), []).append(meta.get("content"))
    return found


def test_every_page_of_an_edition_with_an_address_is_on_the_list_once(tmp_path: Path) -> None:
    site = built(tmp_path, "a", "b c", site=ADDRESS)
    listed = etree.parse(site / "sitemap.xml").xpath("//*[local-name() = 'loc']/text()")
    assert listed == [ADDRESS, *(f"{ADDRESS}{page}.html" for page in ("about", "a", "b%20c"))]


@pytest.mark.parametrize("given", ["https://letters.example.org/harbour", ADDRESS])
def test_pages_say_their_one_address(tmp_path: Path, given: str) -> None:
    site = built(tmp_path, "a", "b c", site=given)
    found = head(site / "b c.html")
    for name in ("canonical", "og:url", "DC.identifier", "citation_public_url", "citation_fulltext_html_url"):
        assert found[name] == [f"{ADDRESS}b%20c.html"], name
    assert head(site / "index.html")["canonical"] == [ADDRESS]
    root: Any = html.parse(str(site / "b c.html"))
    assert root.xpath("//section[contains(@class, 'cite')]//a/@href") == [f"{ADDRESS}b%20c.html"]
    assert json.loads(root.xpath("string(//script)"))["url"] == f"{ADDRESS}b%20c.html"


def test_without_an_address_nothing_is_made_up(tmp_path: Path) -> None:
    site = built(tmp_path, "a", "b")
    found = head(site / "a.html")
    assert not (site / "sitemap.xml").exists()
    assert found["canonical"] == [] and not {"og:url", "DC.identifier", "citation_public_url"} & set(found)
    assert head(site / "index.html")["canonical"] == []


def test_a_page_says_what_it_is_to_those_who_pass_it_on(tmp_path: Path) -> None:
    found = head(built(tmp_path, "a", "b") / "a.html")
    assert found["og:title"] == found["citation_title"] == ["A letter"]
    assert found["og:site_name"] == found["DC.relation.isPartOf"] == ["Letters"]
    assert found["description"] == found["og:description"] == ["Dear & old Tom, it rains."]
    assert found["DC.contributor"] == found["citation_editor"] == ["Ada Miller"]
    assert found["citation_publisher"] == ["The Press"]


def test_the_tei_is_the_other_form_of_a_page_where_it_lies_beside_it(tmp_path: Path) -> None:
    root: Any = html.parse(str(built(tmp_path, "a", "b") / "a.html"))
    assert root.xpath("//link[@rel='alternate'][@type='application/tei+xml']/@href") == ["a.xml"]
    root = html.parse(str(built(tmp_path, "a", "b", to="html") / "b.html"))
    assert not root.xpath("//link[@rel='alternate']")


def test_a_text_called_sitemap_is_not_written_over(tmp_path: Path) -> None:
    site = built(tmp_path, "sitemap", "b", site=ADDRESS)
    assert b"<TEI" in (site / "sitemap.xml").read_bytes()
    assert (site / "index.html").is_file()
    said = edition("build", tmp_path, "-o", tmp_path / "site", "--to", "tei,html")
    assert "SITE-STEM" in said.err and "sitemap.xml" in said.err


def test_without_an_address_a_text_called_sitemap_stands_in_no_ones_way(tmp_path: Path) -> None:
    built(tmp_path, "sitemap", "b")
    assert "SITE-STEM" not in edition("build", tmp_path, "-o", tmp_path / "site").err


def test_the_list_of_pages_is_no_text_when_results_lie_beside_the_texts(tmp_path: Path) -> None:
    for stem in ("a", "b"):
        (tmp_path / f"{stem}.xml").write_text(LETTER, encoding="utf-8")
    (tmp_path / "edition.toml").write_text(f'title = "Letters"\nsite = "{ADDRESS}"\n', encoding="utf-8")
    for _ in range(2):
        said = edition("build", tmp_path, "-o", tmp_path, "--to", "html")
        assert said.code == 0 and "sitemap.html" not in said.err and "PUBLISH" not in said.err
    assert not (tmp_path / "sitemap.html").exists()


@pytest.mark.parametrize(
    "site", ["letters.example.org", "ftp://example.org/", "https://", "https://x.org/?q=1"]
)
def test_an_address_that_is_none_is_refused_with_its_line(tmp_path: Path, site: str) -> None:
    (tmp_path / "edition.toml").write_text(f'title = "x"\nsite = "{site}"\n', encoding="utf-8")
    with pytest.raises(CannotRunError) as refused:
        read_settings(tmp_path / "edition.toml")
    assert refused.value.diagnostic.code == "CONFIG-VALUE"
    assert refused.value.diagnostic.position and refused.value.diagnostic.position.line == 2
