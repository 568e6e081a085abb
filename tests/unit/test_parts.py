"""Long texts in parts: where they are cut, and where everything leads from there."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from lxml import html

from edition.publish import Frame, publish
from edition.publish.cutting import LONG, Split
from edition.publish.wording import interface_language, page_word
from edition.tei import parse
from tests.reading_order import said_by_page

HEADER = """<teiHeader><fileDesc><titleStmt><title>A Long Play</title></titleStmt>
  <publicationStmt><p/></publicationStmt><sourceDesc><p>Made up.</p></sourceDesc></fileDesc><profileDesc>
  <particDesc><listPerson><person xml:id="ann"><persName>Ann</persName></person></listPerson></particDesc>
  </profileDesc></teiHeader>"""


def published(text: str, split: Split = "auto", language: str = "en", **more: Any) -> dict[str, str]:
    document = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{language}">{HEADER}{text}</TEI>'
    parsed, findings = parse(document.encode(), name="play.xml", stem="play")
    assert parsed, findings
    (result,) = publish([parsed], targets=["html"], frame=Frame(split=split, **more))
    assert not result.diagnostics
    return {name: page.decode() for name, page in result.files.items()}


def tree(page: str) -> Any:
    return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))


def act(number: int, lines: int = 2, name: str = "Act") -> str:
    """An act of two scenes; the first line of each has a note, the first speech is Ann's."""
    speech = (
        '<sp who="#ann"><speaker>Ann.</speaker><l>A line{note} of <rs ref="#ann">hers</rs>.</l>{more}</sp>'
    )
    more = "".join(f"<l>Line {line} of act {number}, and some more words.</l>" for line in range(lines))
    scenes = "".join(
        f'<div xml:id="s{number}.{scene}"><head>Scene {scene}</head>'
        f"{speech.format(note=f'<note>Note {number}.{scene}.</note>', more=more)}</div>"
        for scene in (1, 2)
    )
    return f'<div xml:id="a{number}"><head>{name} {number}</head>{scenes}</div>'


def play(acts: int = 3, lines: int = 2) -> str:
    front = "<front><div><head>Persons</head><p>Ann. See <ref target='#s2.2'>there</ref>.</p></div></front>"
    return f"<text>{front}<body>{''.join(act(number, lines) for number in range(1, acts + 1))}</body></text>"


@cache
def by_act() -> dict[str, str]:
    return published(play(), 1)


def test_a_short_text_has_one_page_and_a_long_one_a_page_for_each_act_too() -> None:
    assert list(published(play())) == ["play.html"]
    long = published(play(lines=500))
    assert len(long["play.html"]) > LONG
    assert list(long) == ["play.html", "play-1.html", "play-2.html", "play-3.html"]
    assert list(published(play(lines=500), "never")) == ["play.html"]


@pytest.mark.parametrize(("level", "pages"), [(1, 4), (2, 7), (3, 7)])
def test_a_level_of_divisions_can_be_asked_for_whatever_the_length(level: int, pages: int) -> None:
    assert len(published(play(), level)) == 1 + pages


def test_the_parts_together_are_the_text_and_the_whole_is_as_it_was() -> None:
    parts = [page for name, page in by_act().items() if name != "play.html"]
    whole = said_by_page(by_act()["play.html"])
    assert "".join(said_by_page(page).text for page in parts) == whole.text
    alone = said_by_page(published(play(), "never")["play.html"])
    assert whole == alone


@pytest.mark.parametrize("make", [by_act, lambda: published(play(), 2)])
def test_every_link_arrives_and_no_identifier_is_there_twice(make: Callable[[], dict[str, str]]) -> None:
    pages = {name: tree(page) for name, page in make().items()}
    ids = {name: page.xpath("//@id") for name, page in pages.items()}
    assert all(len(found) == len(set(found)) for found in ids.values())
    for name, page in pages.items():
        for link in page.xpath("//a/@href"):
            file, _, target = link.partition("#")
            assert not target or target in ids[file or name], (name, link)


def test_what_is_linked_is_looked_for_on_the_same_part_then_on_its_own_then_on_the_whole() -> None:
    first = tree(by_act()["play-1.html"])
    assert first.xpath("//a[.='there']/@href") == ["play-3.html#s2.2"]
    second = tree(by_act()["play-2.html"])
    assert second.xpath("//a[.='hers']/@href") == ["play.html#ann", "play.html#ann"]
    call, *_ = second.xpath("//*[@role='doc-noteref']/@href")
    assert call.startswith("#")


def test_contents_lead_to_the_parts_from_a_part_and_within_the_page_from_the_whole() -> None:
    contents = "//nav[@class='contents']//a/@href"
    assert tree(by_act()["play-1.html"]).xpath(contents)[1:] == [
        "play-2.html#a1",
        "play-3.html#a2",
        "play-4.html#a3",
    ]
    assert tree(by_act()["play.html"]).xpath(contents)[1:] == ["#a1", "#a2", "#a3", "play-1.html"]


def test_a_part_has_the_notes_that_it_calls_and_no_others() -> None:
    notes = tree(by_act()["play-3.html"]).find_class("note-text")
    assert [note.text_content() for note in notes] == ["Note 2.1.", "Note 2.2."]
    assert not tree(by_act()["play-3.html"]).xpath("//section[@class='persons']")


def test_a_part_is_named_and_leads_on_and_back_and_to_the_whole() -> None:
    page = tree(by_act()["play-3.html"])
    assert page.xpath("string(//title)") == "Act 2 · A Long Play"
    assert page.xpath("//link[@rel='prev']/@href | //link[@rel='next']/@href") == [
        "play-2.html",
        "play-4.html",
    ]
    assert page.xpath("//nav[@class='parts']/a/@href") == [
        "play-2.html",
        "play-1.html#page:contents",
        "play.html",
        "play-4.html",
    ]
    assert page.xpath("//article/*[1][self::h1]//text()") == ["A Long Play"] == page.xpath("//h1//text()")
    last = tree(by_act()["play-4.html"])
    assert last.xpath("//nav[@class='neighbours']/a/@href") == ["play-3.html"]


def test_the_first_part_is_named_by_its_first_division_not_by_the_title() -> None:
    assert tree(by_act()["play-1.html"]).xpath("string(//title)") == "Persons · A Long Play"
    assert tree(by_act()["play-2.html"]).xpath("//nav[@class='parts']/a[@rel='prev']//text()") == [
        "← ",
        "Persons",
    ]
    long_front = f"<front><p>{'Many words. ' * 400}</p></front>"
    pages = published(f"<text>{long_front}<body>{act(1)}{act(2)}</body></text>", 1)
    assert tree(pages["play-1.html"]).xpath("string(//title)") == "1 · A Long Play"  # Act 1 is on the next


def test_the_address_of_a_part_on_the_web_is_its_own() -> None:
    pages = published(play(), 1, site="https://example.org/plays/")
    canonical = "//link[@rel='canonical']/@href"
    assert tree(pages["play.html"]).xpath(canonical) == ["https://example.org/plays/play.html"]
    assert tree(pages["play-2.html"]).xpath(canonical) == ["https://example.org/plays/play-2.html"]


def test_a_scene_on_a_page_of_its_own_says_which_act_it_is_in() -> None:
    pages = published(play(), 2)
    scene = tree(pages["play-3.html"])
    assert scene.xpath("string(//title)") == "Act 1, Scene 2 · A Long Play"
    assert [one.text for one in scene.find_class("carried")] == ["Act 1"]
    assert not tree(pages["play-2.html"]).find_class("carried")  # it begins with the head of the act


def test_a_speech_that_goes_on_in_the_next_part_says_who_speaks() -> None:
    words = "<p>" + "Words and words. " * 1000 + "</p>"
    speech = f"<sp><speaker>The <hi>Minister</hi>:</speaker>{words * 11}</sp>"
    pages = published(f"<text><body><sp><speaker>Ann:</speaker><p>Yes.</p></sp>{speech}</body></text>")
    assert list(pages) == ["play.html", "play-1.html", "play-2.html"]
    carried = tree(pages["play-2.html"]).find_class("carried")
    assert [one.text_content() for one in carried] == ["The Minister: (continued)"]
    assert not tree(pages["play-1.html"]).find_class("carried")
    parts = [said_by_page(pages[f"play-{number}.html"]).text for number in (1, 2)]
    assert "".join(parts) == said_by_page(pages["play.html"]).text


def test_a_text_without_contents_lists_its_parts_above() -> None:
    paragraphs = ("<p>" + "Words and words. " * 600 + "</p>") * 20
    pages = published(f"<text><body>{paragraphs}</body></text>")
    assert tree(pages["play.html"]).xpath("//nav[@class='parts']//a/@href") == ["play-1.html", "play-2.html"]


def test_short_divisions_share_a_page() -> None:
    poems = "".join(f"<div><head>Poem {n}</head><p>{'Some words. ' * 50}</p></div>" for n in range(300))
    pages = published(f"<text><body>{poems}</body></text>")
    assert 10 < len(pages) < 60


def test_a_part_is_not_called_like_another_text() -> None:
    document = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{HEADER}{play()}</TEI>'.encode()
    texts = [parse(document, name=f"{stem}.xml", stem=stem)[0] for stem in ("play", "Play-2")]
    first, second = publish([text for text in texts if text], targets=["html"], frame=Frame(split=1))
    assert list(first.files)[:3] == ["play.html", "play-part-1.html", "play-part-2.html"]
    assert list(second.files)[:2] == ["Play-2.html", "Play-2-1.html"]


def test_the_words_around_a_part_are_in_the_language_of_the_interface() -> None:
    german = tree(published(play(), 1, "de")["play-2.html"])
    assert german.xpath("//nav[@class='parts']/@aria-label") == ["Teile dieses Textes"]
    assert not german.xpath("//nav[@class='parts']/@lang")
    latin = tree(published(play(), 1, "la")["play-2.html"])
    assert latin.xpath("//nav[@class='parts']/@lang") == ["en"]


def test_words_of_the_page_are_those_of_the_sheets() -> None:
    assert page_word("contents", "de-AT") == "Inhalt"
    assert page_word("contents", "la") == "Contents"
    assert (interface_language("pt-BR"), interface_language("la")) == ("pt", "en")
    with pytest.raises(KeyError):
        page_word("no such word", "en")


def test_signs_of_markup_in_attributes_do_not_lead_astray() -> None:
    body = "".join(
        f'<div xml:id="d{n}"><head>Part {n}</head><p><ref target="https://example.org/?a=%3C/div%3E&amp;b">x</ref></p>'
        f"<table><head>a &lt;/section&gt; b</head><row><cell>{n}</cell></row></table></div>"
        for n in range(3)
    )
    pages = published(f"<text><body>{body}</body></text>", 1)
    assert len(pages) == 4
    assert all(len(re.findall("<section", page)) == page.count("</section>") for page in pages.values())
