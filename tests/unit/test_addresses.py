"""The addresses of passages: short, from their own words, the same whatever stands around them."""

from __future__ import annotations

from typing import Any

from lxml import html

from edition.publish import publish
from edition.tei import TeiDocument, parse
from edition.tei.addresses import addressed, addresses


def document(body: str) -> TeiDocument:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><text><body>{body}</body></text></TEI>'
    found, findings = parse(text.encode(), name="a.xml", stem="a")
    assert found, findings
    return found


def given(body: str) -> list[str]:
    return list(addresses(document(body).root).values())


def page(body: str) -> Any:
    (result,) = publish([document(body)], targets=["html"])
    return html.document_fromstring(result.files["a.html"].decode())


def test_an_address_is_six_signs_after_the_kind_of_passage() -> None:
    found = given(
        "<p>One.</p><ab>Two.</ab><sp><speaker>A</speaker><p>Three.</p></sp><lg><l>Four</l></lg><u>Five</u>"
    )
    assert [address[:2] for address in found] == ["p:", "p:", "s:", "p:", "l:", "s:"]
    assert all(len(address) == 8 and address[2:].isalnum() for address in found)
    assert len(set(found)) == len(found)


def test_what_is_added_before_it_leaves_an_address_as_it_was() -> None:
    assert set(given("<p>One.</p><p>Two.</p>")) < set(given("<p>New.</p><p>One.</p><div><p>Two.</p></div>"))


def test_other_words_are_another_address_and_other_markup_and_blanks_are_not() -> None:
    plain = given("<p>One and two.</p>")
    assert given("<p>One and\n   <hi>two</hi>.<!-- sic --><note>A note.</note></p>") == plain
    assert given("<p>One and two!</p>") != plain


def test_the_same_words_are_numbered_from_the_second_on() -> None:
    first, other, second, third = given("<p>Yes.</p><p>No.</p><p>Yes.</p><p>Yes.</p>")
    assert (second, third) == (f"{first}-2", f"{first}-3")
    assert other[:2] == "p:" and not other.startswith(first)


def test_an_encoders_own_id_is_the_address_unless_it_stands_twice() -> None:
    first, second = given('<p xml:id="one">One.</p><p xml:id="one">Two.</p>')
    assert first == "one" and second.startswith("p:")


def test_nothing_outside_the_text_and_nothing_of_another_kind_has_one() -> None:
    assert given("<head>Title</head><list><item>One</item></list>") == []


def test_the_document_itself_is_left_as_it_is() -> None:
    before = document("<p>One.</p>")
    twin = addressed(before.root)
    assert next(iter(twin.iter("{*}p"))).get("edition-address", "").startswith("p:")
    assert before.root.xpath("//@edition-address") == []


def test_the_page_has_them_as_ids_and_a_sign_that_leads_there() -> None:
    body = "<p>One.</p><lg><l>Two</l></lg>"
    root = page(body)
    first, line = given(body)
    assert root.xpath("//p[.='One.']/@id") == [first]
    assert root.xpath("//p[.='One.']/a[@class='here']/@href") == [f"#{first}"]
    assert root.xpath("//p[.='One.']/a/@aria-label") == ["Link to this passage"]
    assert root.xpath("//p[contains(@class, 'verse')]/@id") == [line]
    assert not root.xpath("//p[contains(@class, 'verse')]/a")


def test_a_speech_of_paragraphs_has_a_sign_at_each_of_these_only() -> None:
    speaker = "<speaker>A</speaker>"
    root = page(f"<sp>{speaker}<p>One.</p><p>Two.</p></sp><sp>{speaker}<l>Three</l></sp>")
    assert [one.getparent().get("class") for one in root.xpath("//a[@class='here']")] == [None, None, "sp"]
    assert all(root.xpath("//div[@class='sp']/@id"))


def test_paragraphs_of_notes_have_no_sign() -> None:
    root = page("<p>One<note place='foot'><p>A note.</p></note>.</p>")
    assert len(root.xpath("//a[@class='here']")) == 1
    assert root.xpath("//*[@class='addresses']")
