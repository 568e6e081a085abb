"""The builder writes what a parser reads: signs escaped, empty elements closed, lines where they belong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from edition.model.characters import FORBIDDEN
from edition.tei import TEI, read_back
from edition.tei.build import TeiBuilder

TEXT = st.text(max_size=40).map(lambda text: FORBIDDEN.sub("", text))


def test_each_kind_of_element_stands_where_it_belongs() -> None:
    builder = TeiBuilder()
    with builder.division("TEI", xml_lang="en"), builder.division("body", type_=None):
        with builder.line("p", xml_id="p-1", n=""):
            builder.text("Fish & ")
            with builder.phrase("hi", rend='"bold"'):
                builder.text("chips")
            with builder.phrase("lb"):
                pass
        builder.leaf("ab", "1 < 2")
        with builder.division("list"):
            pass
    assert builder.document().decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TEI xmlns="{TEI}" xml:lang="en">\n'
        "  <body>\n"
        '    <p xml:id="p-1" n="">Fish &amp; <hi rend="&quot;bold&quot;">chips</hi><lb/></p>\n'
        "    <ab>1 &lt; 2</ab>\n"
        "    <list>\n"
        "    </list>\n"
        "  </body>\n"
        "</TEI>\n"
    )


@given(TEXT, TEXT)
def test_what_was_written_is_read_back(text: str, value: str) -> None:
    builder = TeiBuilder()
    with builder.division("TEI"):
        builder.leaf("p", text, n=value)
    root = etree.fromstring(builder.document())
    assert (root[0].text or "") == text
    assert root[0].get("n") == value


def test_a_long_document_is_joined_in_order() -> None:
    builder = TeiBuilder()
    with builder.division("TEI"):
        for number in range(50_000):
            builder.leaf("p", str(number))
    assert [int(p.text or "") for p in read_back(builder.document())] == list(range(50_000))
