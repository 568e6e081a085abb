"""What a search finds in a text, and the index and page of an edition."""

from __future__ import annotations

import gzip
import json
import os
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from edition.searching import FOLDER, Index, indexer, voices
from edition.searching.steady import _opened, steadied
from edition.site import describe
from edition.tei import parse
from tests.command import edition

needs_pagefind = pytest.mark.skipif(
    indexer() is None and "CI" not in os.environ, reason="Pagefind is an extra; the tests bring it along"
)


def tei(body: str, *, title: str = "The Ferry", language: str = "en") -> bytes:
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}"><teiHeader><fileDesc>
    <titleStmt><title>{title}</title></titleStmt><publicationStmt><p/></publicationStmt>
    <sourceDesc><bibl><date when="1849-05-12">12 May 1849</date></bibl></sourceDesc></fileDesc>
    <profileDesc><particDesc><listPerson><person xml:id="ada"><persName>Ada Lund</persName></person>
    </listPerson></particDesc></profileDesc></teiHeader><text><body>{body}</body></text></TEI>""".encode()


def said(body: str) -> dict[tuple[str, ...], list[str]]:
    document, findings = parse(tei(body), name="t.xml", stem="t")
    assert document is not None, findings
    return {voice.names: [one.words for one in voice.passages] for voice in voices(document)}


def written(body: str) -> list[str]:
    """The passages that the source has otherwise, as it has them."""
    document, findings = parse(tei(body), name="t.xml", stem="t")
    assert document is not None, findings
    return [one.written for voice in voices(document) for one in voice.passages if one.written]


def test_a_speech_is_its_speakers_and_what_stands_around_is_nobodys() -> None:
    assert said(
        """<head>Act one</head><sp who="#ada"><speaker>ADA.</speaker>
        <p>Row <stage>She points.</stage> on!</p></sp>
        <sp><speaker>Boy:</speaker><p>Where?</p></sp><sp who="#ada"><p>Over.</p></sp>"""
    ) == {
        (): ["Act one", "She points."],
        ("Ada Lund",): ["Row on!", "Over."],
        ("Boy",): ["Where?"],
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>The <choice><orig>fery</orig><reg>ferry</reg></choice> sank.</p>", ["The ferry sank."]),
        ("<p>The <orig>fery</orig> sank.</p>", ["The fery sank."]),
        ('<p>The fer<lb break="no"/>ry<lb/>sank.</p>', ["The ferry sank."]),
        ("<p>It sank.<note>In May.</note> They swam.</p>", ["It sank. They swam.", "In May."]),
        ("<list><item>one</item><item>two</item></list>", ["one", "two"]),
        ("<p>The <app><lem>king</lem><rdg>queen</rdg></app> came.</p>", ["The king came.", "queen"]),
        ("<p>A <app>\n<rdg>king</rdg>\n<rdg>queen</rdg></app> came.</p>", ["A king came.", "queen"]),
        (
            "<p>A <app><lem>king</lem><rdgGrp><rdg>a</rdg><rdg>b</rdg></rdgGrp></app> came.</p>",
            ["A king came.", "a", "b"],
        ),
        ("<!-- none --><p>a<!-- none -->b</p>", ["ab"]),
        ("<p> </p>", []),
    ],
)
def test_passages_read_as_the_edited_text(body: str, expected: list[str]) -> None:
    assert said(body).get((), []) == expected


@pytest.mark.parametrize(
    ("body", "edited", "as_written"),
    [
        ("<p>The <choice><orig>fery</orig><reg>ferry</reg></choice> sank.</p>", "The ferry sank.",
         ["The fery sank."]),
        ("<p>The <choice><reg>ferry</reg><orig>fery</orig></choice> sank.</p>", "The ferry sank.",
         ["The fery sank."]),
        ("<p>The <choice><sic>fery</sic><corr>ferry</corr></choice>.</p>", "The ferry.", ["The fery."]),
        ("<p>The <choice><abbr>f.</abbr><expan>ferry</expan></choice>.</p>", "The ferry.", ["The f.."]),
        ("<p>v<choice>\n<orig>pp</orig>\n<reg>p</reg>\n</choice>on</p>", "vpon", ["vppon"]),
        ("<p><choice><orig>to day</orig><reg>today</reg></choice></p>", "today", ["to day"]),
        (
            "<p><choice><sic>a</sic><corr>b</corr><corr>c</corr></choice>d</p>",
            "b cd",
            ["ad"],
        ),
        (
            "<p><choice><orig>vpō</orig><reg>up<choice><abbr>ō</abbr><expan>on</expan></choice></reg></choice></p>",
            "upon",
            ["vpō"],
        ),
        (
            "<p><choice><orig>v<choice><abbr>ō</abbr><expan>on</expan></choice></orig><reg>upon</reg></choice></p>",
            "upon",
            ["vō"],
        ),
        ("<p>It <choice><sic>sank</sic><corr/></choice>sank.</p>", "It sank.", ["It sanksank."]),
        ("<p>The <orig>fery</orig> <abbr>s.</abbr></p>", "The fery s.", []),
        ("<p><choice><orig>ferry</orig><reg>ferry</reg></choice></p>", "ferry", []),
        ("<p><choice><unclear>a</unclear><unclear>b</unclear></choice></p>", "a b", []),
    ],
)  # fmt: skip
def test_the_reading_of_the_source_is_found_too_where_it_is_another(
    body: str, edited: str, as_written: list[str]
) -> None:
    assert said(body)[()] == [edited]
    assert written(body) == as_written


def test_a_word_that_the_editor_takes_away_is_found_as_it_is_written() -> None:
    assert said("<p><choice><sic>and</sic><corr/></choice></p>") == {(): [""]}
    assert written("<p><choice><sic>and</sic><corr/></choice></p>") == ["and"]


def test_the_label_of_a_speaker_is_in_no_reading() -> None:
    body = "<sp><speaker>A<choice><orig>da</orig><reg>dah</reg></choice></speaker><p>Row.</p></sp>"
    assert [*said(body).values()] == [["Row."]]
    assert written(body) == []


def test_a_passage_has_the_address_it_has_on_the_page_and_a_heading_that_of_what_follows() -> None:
    document, _ = parse(tei('<head>One</head><p xml:id="x">Words.</p>'), name="t.xml", stem="t")
    assert document is not None
    ((voice),) = voices(document)
    assert [(one.address, one.words) for one in voice.passages] == [("x", "One"), ("x", "Words.")]


def indexed(tmp_path: Path, name: str) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir(exist_ok=True)
    for stem, language in (("a", "en"), ("b", "de"), ("c", "en")):
        speeches = "".join(
            f'<sp who="#ada"><p>Ferry {n}.</p></sp><sp><speaker>S{n}</speaker><p>No.</p></sp>'
            for n in range(9)
        )
        (folder / f"{stem}.xml").write_bytes(tei(speeches, title=f"Text &lt;{stem}&gt;", language=language))
    assert edition("build", folder, "-o", tmp_path / name, "--to", "html", "-q").code == 0
    return tmp_path / name


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@needs_pagefind
def test_an_index_is_the_same_each_time_and_names_files_that_are_there(tmp_path: Path) -> None:
    site, again = indexed(tmp_path, "one"), indexed(tmp_path, "two")
    assert files(site) == files(again)
    entry = json.loads((site / FOLDER / "pagefind-entry.json").read_bytes())
    assert set(entry["languages"]) == {"en", "de"}
    for language in entry["languages"].values():
        meta = gzip.decompress((site / FOLDER / f"pagefind.{language['hash']}.pf_meta").read_bytes())
        named = re.findall(rb"(?:en|de)_[0-9a-f]{7}", meta)
        kept = {path.stem.encode() for path in (site / FOLDER).rglob("*.pf_*")}
        assert named and set(named) <= kept


@needs_pagefind
def test_an_index_knows_the_order_of_dates_both_ways_and_where_none_is(tmp_path: Path) -> None:
    for stem, when in (("a", "1850-05"), ("b", "1850"), ("c", ""), ("d", "-0043"), ("e", "0999-12-31")):
        written = tei("<p>Words.</p>", title=stem).replace(b'when="1849-05-12"', f'when="{when}"'.encode())
        (tmp_path / f"{stem}.xml").write_bytes(written)
    assert edition("build", tmp_path, "-o", tmp_path / "site", "--to", "html", "-q").code == 0
    folder = tmp_path / "site" / FOLDER
    (language,) = json.loads((folder / "pagefind-entry.json").read_bytes())["languages"].values()
    meta = _opened((folder / f"pagefind.{language['hash']}.pf_meta").read_bytes())
    stems = []
    for page in meta[1]:
        fragment = gzip.decompress((folder / "fragment" / f"{page[0]}.pf_fragment").read_bytes())
        stems.append(json.loads(fragment.removeprefix(b"pagefind_dcd"))["filters"]["text"][0][0])
    orders = {name: "".join(stems[number] for number in pages) for name, pages in meta[4]}
    assert orders == {"oldest": "debac", "newest": "abedc"}
    root: Any = html.parse(str(tmp_path / "site" / "search.html"))
    assert root.xpath("//select[@name='order']/option/@value") == ["", "oldest", "newest"]
    assert len(root.xpath("//option[@data-when]")) == 4


@needs_pagefind
def test_what_an_index_holds_no_more_is_taken_away(tmp_path: Path) -> None:
    site = indexed(tmp_path, "one")
    before = set(files(site / FOLDER))
    edited = next((site / FOLDER / "fragment").iterdir())
    edited.write_bytes(b"by hand")
    (tmp_path / "texts" / "toml").mkdir()
    (tmp_path / "texts" / "edition.toml").write_text("[html]\nsearch = false\n")
    assert edition("build", tmp_path / "texts", "-o", site, "--to", "html", "-q").code == 0
    assert len(before) > 5 and set(files(site / FOLDER)) == {f"fragment/{edited.name}"}
    assert "search.html" not in (site / "index.html").read_text()


@needs_pagefind
def test_the_page_offers_what_there_is_to_choose_and_says_what_it_needs(tmp_path: Path) -> None:
    site = indexed(tmp_path, "one")
    root: Any = html.parse(str(site / "search.html"))
    options = root.xpath("//select[@name='speaker']/option/@value")
    assert options == ["", "Ada Lund", *(f"S{number}" for number in range(9))]
    assert root.xpath("//select[@name='text']/option/@value") == ["", "a.html", "b.html", "c.html"]
    assert root.xpath("//option[@data-date='12 May 1849']/text()") == ["Text <a>", "Text <b>", "Text <c>"]
    assert not root.xpath(
        "//select[@name='genre' or @name='order'] | //input[@name='from']"
    )  # one genre, one date
    assert root.xpath("//noscript") and root.xpath("//*[@hidden]//code[.='edition serve .']")
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids)) and set(root.xpath("//label/@for")) <= set(ids)
    policy = root.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)")
    assert "'wasm-unsafe-eval'" in policy and "unsafe-inline" not in policy
    assert policy.count("connect-src 'self'") == 1
    front = (site / "index.html").read_text()
    assert '<a href="search.html">Search</a>' in front and "wasm" not in front


@needs_pagefind
def test_texts_lead_to_the_search_in_the_language_of_their_interface(tmp_path: Path) -> None:
    site = indexed(tmp_path, "one")
    for stem, words in (("a", "Search"), ("b", "Suche")):
        root: Any = html.parse(str(site / f"{stem}.html"))
        (way,) = root.xpath("//header//a[@rel='search']")
        assert (way.get("href"), way.text) == ("search.html", words)


@needs_pagefind
def test_a_text_that_has_the_name_of_the_search_keeps_it_and_nothing_leads_there(tmp_path: Path) -> None:
    for stem in ("search", "b"):
        (tmp_path / f"{stem}.xml").write_bytes(tei("<p>Words.</p>"))
    ended = edition("build", tmp_path, "-o", tmp_path / "site", "--to", "html")
    assert ended.err.count("SITE-STEM") == 1 and not (tmp_path / "site" / FOLDER).exists()
    assert 'rel="search"' not in (tmp_path / "site" / "b.html").read_text()
    assert "Words." in (tmp_path / "site" / "search.html").read_text()


def test_without_pagefind_that_is_said_once_and_nothing_leads_to_a_search(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("edition.searching.making.indexer", lambda: None)
    for stem in "ab":
        (tmp_path / f"{stem}.xml").write_bytes(tei("<p>Words.</p>"))
    ended = edition("build", tmp_path, "-o", tmp_path / "site", "--to", "html")
    assert ended.code == 0 and ended.err.count("SITE-NO-SEARCH") == 1 and "edition[search]" in ended.err
    assert not (tmp_path / "site" / "search.html").exists()
    assert 'rel="search"' not in (tmp_path / "site" / "a.html").read_text()
    alone = edition("build", tmp_path / "a.xml", "-o", tmp_path / "one", "--to", "html")
    assert "SITE-NO-SEARCH" not in alone.err


def test_a_program_that_fails_costs_the_search_and_no_more(tmp_path: Path) -> None:
    document, _ = parse(tei("<p>Words.</p>"), name="t.xml", stem="t")
    assert document is not None
    with Index(tmp_path / "no-such-program") as index:
        assert index.made().diagnostics == ()  # nothing to find
        index.add(describe(document), voices(document))
        (said,) = index.made().diagnostics
    assert said.code == "SITE-INDEX-FAILED" and "no-such-program" in said.message


def test_an_index_in_another_shape_is_left_as_it_is() -> None:
    strange = {
        "pagefind-entry.json": b'{"languages": {"en": {"hash": "en_1"}}}',
        "pagefind.en_1.pf_meta": b"?",
    }
    assert steadied(strange) == strange
