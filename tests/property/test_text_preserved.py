"""Whatever goes in comes out: in order, character for character, in a valid document."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

import edition
from edition.config import GENRES
from edition.converter.write.characters import from_reference
from edition.diagnostics import Severity
from edition.tei import NS, tei

# Arbitrary Unicode, and pieces of the forms that rules look for, so that rules do match.
FRAGMENTS = st.sampled_from(
    [
        "Workers Vanguard No. 1144",
        "16 November 2018",
        "(Quote of the Week)",
        "V.I. Lenin",
        "V.\u200aI. Lenin",
        "—V.I. Lenin, “On Speech” (8 November 1918)",
        "Comrades, we",
        "in 1917",
        "\n\n",
        "\n",
        "\n\u00a0\n",
        "\x0c",
        "Rosa Luxemburg and Karl Marx:",
        "Delivered: 8 November 1918",
        "Source: Works, Vol. 2",
        "By Ada Miller",
        "“",
        "”",
        "...",
        "\r\n",
        "\t",
        "—",
        "Lenin's",
        "8–12 November 1918",
        "Mr. Edition Source",
        "&",
        "<p>",
        "]]>",
        "HAMLET. Words, words.",
        "OPHELIA [aside] My lord!",
        "HORATIO: Peace!",
        "POLONIUS",
        "(Exeunt all.)",
        "[Enter a Ghost.]",
        "ACT I.",
        "SCENE 2. A hall",
        "Dramatis personae",
        "The PRESIDENT: Order!",
        "The SECRETARY (Jane Doe): Yes. (Applause.)",
        "Q. Who?",
        "A. I.",
        "CHAPTER II.",
        "PART THE FIRST",
        "* * *",
        "[1] A note.",
        "so he said.[1]",
        "[Footnote 2: Another.]",
        "1. first",
        "2. second",
        "3. third",
        "    Set in, and\n    Broken early",
        "a | b\nc | d",
        "Dear Tom,",
        "Berlin, 3 May 1901",
        "Yours truly,",
        "P.S. One more.",
        "_italics_ and _",
        "hyphen-\nated",
        "*** START OF THE PROJECT GUTENBERG EBOOK X ***",
        "*** END OF THE PROJECT GUTENBERG EBOOK X ***",
        "THE END",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.one_of(FRAGMENTS, st.text(max_size=12)), max_size=24).map("".join),
    st.lists(FRAGMENTS, max_size=16).map("\n\n".join),
)


def written(data: bytes) -> str:
    """The characters inside `text`, a `g` counted as the character that it stands for."""
    root = etree.fromstring(data)
    for g in root.iterfind(".//tei:text//tei:g", NS):
        character = from_reference(g.get("ref", ""))
        g.text = " " if character.isspace() else "\ue000" + character_name(character)
    text = root.find(tei("text"))
    assert text is not None
    return "".join("".join(str(piece) for piece in text.itertext()).split())


def character_name(character: str) -> str:
    return f"{ord(character):04X}"


def expected(text: str) -> str:
    """The non-blank characters of the source, those that XML cannot hold by their code."""
    forbidden = {*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF}
    return "".join(
        "\ue000" + character_name(c) if ord(c) in forbidden else c for c in text if not c.isspace()
    )


@given(TEXTS)
@example("\ufeff\ufeffa")
@example("a\x00b\x1fc\ufffe")
@example("Evening Gazette No. 7\n\n3 June 1848")
@settings(max_examples=300, deadline=None)
def test_every_character_that_is_not_blank_stands_in_order_in_the_text(text: str) -> None:
    converted = edition.convert(text)
    if converted.data is None:
        assert not text.strip("\ufeff").strip(), converted.diagnostics
    else:
        assert written(converted.data) == expected(text.removeprefix("\ufeff"))


@given(TEXTS, st.sampled_from(GENRES), st.sampled_from(["auto", "en", "de", "fr", "ru"]))
@example("_0(A.)_", "speech", "auto")
@example("AA\x08:?", "speech", "auto")
@example("0\n‒00<1000:A-\na", "article", "auto")
@example("'\n\n[No. 5]\n\nThe rest of it.", "article", "en")
@example("„Alles fließt“, —Anna Lund, „Reden“ (1910)", "prose", "de")
@example("0\n\nV.I. Lenin «» 347 U.S. 483 (1954)", "article", "en")
@settings(max_examples=500, deadline=None)
def test_whatever_is_written_is_valid(text: str, genre: str, lang: str) -> None:
    converted = edition.convert(text, genre=genre, lang=lang)
    if converted.data is not None:
        found = edition.validate(converted.data)
        assert [one for one in found if one.severity is Severity.ERROR] == []
        assert written(converted.data) == expected(text.removeprefix("\ufeff"))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_the_same_input_gives_the_same_bytes(text: str) -> None:
    assert edition.convert(text).data == edition.convert(text).data
