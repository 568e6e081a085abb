"""Signs of a typeface in what an edition shows of its texts beside their pages: _so_, =so=."""

from __future__ import annotations

import pytest
from lxml import etree

from edition.tei.addresses import addresses
from edition.tei.names import TEI, local_name
from edition.tei.typeface import as_shown

ITALIC, BOLD = '<hi rend="italic">', '<hi rend="bold">'


def paragraph(content: str) -> etree._Element:
    return etree.fromstring(f'<TEI xmlns="{TEI}"><text><body><p>{content}</p></body></text></TEI>')


def shown(content: str) -> str:
    root, _ = as_shown(paragraph(content))
    return "".join(map(str, root.itertext()))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (f"not {ITALIC}_so_</hi> fast", "not so fast"),
        (f"not {BOLD}=so=</hi> fast", "not so fast"),
        (f"{ITALIC}_a <persName>Lamp</persName>_</hi>.", "a Lamp."),
        (f"{ITALIC}<persName>_Lamp_</persName></hi>.", "Lamp."),
        (f"{ITALIC}_one<!-- a remark --> two_</hi>.", "one two."),
    ],
)
def test_the_signs_that_a_typeface_stands_for_are_not_shown(content: str, words: str) -> None:
    assert shown(content) == words


@pytest.mark.parametrize(
    "content",
    [
        f"{ITALIC}so</hi>",
        f"{ITALIC}=so=</hi>",
        f"{ITALIC}_so</hi>",
        f"{ITALIC}__</hi>",
        "<hi>_so_</hi>",
        "<hi rend='red'>_so_</hi>",
        "snake_case_",
    ],
)
def test_other_signs_are_words_like_any(content: str) -> None:
    root, _ = as_shown(given := paragraph(content))
    assert root is given


def item(content: str, rend: str = "italic") -> str:
    """What is shown of an item of a cast list."""
    listed = f'<castList><castItem rend="{rend}">{content}</castItem></castList>'
    root, _ = as_shown(etree.fromstring(f'<TEI xmlns="{TEI}"><text><front>{listed}</front></text></TEI>'))
    return "".join(map(str, root.itertext()))


def test_an_item_of_a_cast_list_may_stand_between_signs_as_a_whole() -> None:
    assert item("_<role>Villagers</role>, <roleDesc>etc</roleDesc>._") == "Villagers, etc."
    assert item("=<role>Villagers</role>=", "bold") == "Villagers"
    assert item('_<role>A</role>, <roleDesc>a <hi rend="bold">=boy=</hi></roleDesc>_') == "A, a boy"
    assert item('<role>A</role>, <roleDesc><hi rend="italic">_a boy_</hi></roleDesc>', "bold") == "A, a boy"
    assert item("_<role>Villagers</role>, <roleDesc>etc</roleDesc>._", "large") == "_Villagers, etc._"
    assert item("_<role>Villagers</role>, <roleDesc>etc</roleDesc>.") == "_Villagers, etc."


def test_a_passage_keeps_the_address_of_its_words_as_they_are_written() -> None:
    given = paragraph(f"not {ITALIC}_so_</hi> fast")
    root, known = as_shown(given)
    assert root is not given
    assert [(local_name(one), address) for one, address in known.items()] == [
        ("p", address) for address in addresses(given).values()
    ]
    assert next(iter(known)).getroottree().getroot() is root
    assert "".join(map(str, given.itertext())) == "not _so_ fast"
