"""What encoding projects write, beside the text and in its smallest parts, on the web page."""

from __future__ import annotations

from typing import Any

import pytest

from edition.publish.page import dressed
from edition.saxon import Task
from tests.unit.test_html import page_of, parsed, transformer

LETTER = """<profileDesc><correspDesc>
<correspAction type="sent"><persName>Ada</persName><date when="1849-05-03"/></correspAction>
<correspAction type="forwarded"><persName>Tom</persName>
<date notBefore="1849-06" notAfter="1849-07"/></correspAction>
<correspAction type="received"><placeName>Hull</placeName>
<date>in June</date><date from="1850"/></correspAction>
</correspDesc></profileDesc>"""


def test_a_letter_says_when_it_was_sent_though_the_date_has_no_words() -> None:
    source = page_of("<p>Sir</p>", profile=LETTER).get_element_by_id("page:source").getparent()
    assert [" ".join(line.text_content().split()) for line in source.iter("p")] == [
        "Sent Ada, 1849-05-03",
        "Forwarded Tom, 1849-06–1849-07",
        "Received Hull, in June, 1850–",
    ]


def page_with(source: str, text: str) -> Any:
    """The page of a document with something in its sourceDesc, and what stands beside the header."""
    document = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
      <titleStmt><title>A title</title></titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc>{source}</sourceDesc></fileDesc></teiHeader>{text}</TEI>"""
    return parsed(transformer()(Task(document, {"html": {}})).results["html"])


def test_the_witnesses_of_a_text_stand_with_their_sigla() -> None:
    page = page_with(
        """<listWit><witness xml:id="A">Abbey
        <listWit><witness xml:id="A1" n="A¹">its corrector</witness></listWit></witness></listWit>""",
        "<text><body><p>x</p></body></text>",
    )
    source = page.get_element_by_id("page:source").getparent()
    assert [" ".join(line.text_content().split()) for line in source.iter("p")] == [
        "A Abbey",
        "A¹ its corrector",
    ]


def test_whose_note_it_is_is_no_inference_but_whose_reading_is() -> None:
    page = page_of(
        '<p>A <note resp="#ed">b</note> <gap resp="#ed"/> <supplied resp="#ed">c</supplied></p>'
    ).text_content()
    assert page.count("Passage:") == 1
    assert "Passage: c" in page


def test_a_surface_says_which_page_it_is() -> None:
    lines = '<surface n="1r"><line>one</line></surface><surface><line>two</line></surface>'
    page = page_with("<p/>", f"<sourceDoc>{lines}</sourceDoc>")
    assert [name.text_content() for name in page.find_class("surface-name")] == ["1r"]


@pytest.mark.parametrize(
    ("made", "dressed_page"),
    [
        ("m<span class='am'>\u0304</span>", "m\u0304<span class='am'></span>"),
        ("co<span><i>\u0304m</i></span>", "co\u0304<span><i>m</i></span>"),
        ("<p>\u0304m</p>", "<p>\u0304m</p>"),  # no letter before it
        ("a <i>\u0304m</i>", "a <i>\u0304m</i>"),
        ("a<i>ä</i>", "a<i>ä</i>"),
    ],
)
def test_an_accent_stands_with_the_letter_that_bears_it(made: str, dressed_page: str) -> None:
    assert dressed(made) == dressed_page


def test_tables_of_one_name_are_told_apart_and_others_need_no_number() -> None:
    plain = "<table><row><cell>a</cell></row></table>"
    named = "<table><head>Rain</head><row><cell>b</cell></row></table>"
    page = page_of(plain + named + plain)
    names = [table.get("aria-label") for table in page.find_class("table")]
    assert names == ["Table 1", "Rain", "Table 2"]


def test_a_short_reference_is_large_enough_to_touch_where_it_stands_beside_others() -> None:
    page = page_of(
        '<list><item xml:id="a"><ref target="#a">I</ref> <ref target="#a">part</ref></item>'
        '<item>see <ref target="#a">I</ref></item></list>'
    )
    assert [link.get("class") for link in page.iter("a") if link.get("href") == "#a"] == [
        "ref short",
        "ref",
        "ref",
    ]


@pytest.mark.parametrize("subtitle", ["", "<titlePart>a play</titlePart>"])
def test_a_title_without_a_title_page_is_followed_by_the_contents(subtitle: str) -> None:
    title = f"<docTitle><titlePart>A title</titlePart>{subtitle}</docTitle>"
    acts = "".join(f"<div><head>Act {n}</head><p>x</p></div>" for n in range(4))
    page = page_with("<p/>", f"<text><front>{title}</front><body>{acts}</body></text>")
    assert len(page.xpath("//h1")) == len(page.xpath("//article//nav")) == 1
