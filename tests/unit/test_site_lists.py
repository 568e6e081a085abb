"""What an edition lists besides: speakers, letters, sources, itself; and lists that grow large."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from edition.config import EditionFacts
from edition.site.alphabet import filing
from edition.site.frame import Frame
from edition.site.listing import Item, Listing
from tests.unit.site_texts import pages_of, person, persons, shown, tei

LETTER = """<profileDesc><correspDesc><correspAction type="sent"><persName ref="#ada">Ada</persName>
<placeName>Dorne</placeName><date when="{0}">{0}</date></correspAction>
<correspAction type="received"><persName>Tom</persName></correspAction></correspDesc></profileDesc>"""
ADA = persons(person("ada", "Ada Miller"))


def test_speakers_are_counted_over_all_texts_and_a_label_without_record_in_its_own() -> None:
    body = """<sp who="#ada"><speaker>ADA</speaker><p>One two.<note>Not said.</note></p></sp>
    <sp><speaker>ALL.</speaker><p>Yes!</p></sp>"""
    root = pages_of(tei(body, beside=ADA), tei(body, "b", beside=ADA))["register-speakers"]
    rows = [(shown(one.find("h3")), shown(one.find("p"))) for one in root.xpath("//ol[@class='records']/li")]
    assert rows == [
        ("ALL", "Speeches 1 · Words 1"),
        ("ALL", "Speeches 1 · Words 1"),
        ("Ada Miller", "Speeches 2 · Words 4"),
    ]
    assert root.xpath("//h3/a/@href") == ["register-persons.html#ada"]
    assert len(set(root.xpath("//ol[@class='records']/li/@id"))) == 3


def test_letters_stand_by_correspondent_in_the_order_of_their_dates() -> None:
    later = tei("<p>x</p>", header=LETTER.format("1850-02-01"), beside=ADA)
    earlier = tei("<p>x</p>", "b", header=LETTER.format("1849-12-24"), beside=ADA)
    root = pages_of(later, earlier)["register-letters"]
    tom, ada = root.xpath("//ol[@class='records']/li")[::-1]
    assert shown(ada.find("h3")) == "Ada Miller" and ada.xpath("./h3/a/@href") == [
        "register-persons.html#ada"
    ]
    assert shown(tom.find("h3")) == "Tom" and not tom.xpath("./h3/a")
    assert [shown(one) for one in ada.xpath(".//li")] == [
        "1849-12-24 To Tom: Text b Dorne",
        "1850-02-01 To Tom: Text a Dorne",
    ]
    assert [shown(one) for one in tom.xpath(".//li/span[@class='in-context']")] == [
        "From Ada: Text b",
        "From Ada: Text a",
    ]


def test_texts_that_are_no_letters_have_no_correspondents() -> None:
    assert "register-letters" not in pages_of(tei("<p>Dear Tom,</p>"), tei("<p/>", "b"))


def test_somebody_known_by_an_address_only_is_a_correspondent_and_on_register() -> None:
    header = LETTER.format("1850").replace("#ada", "https://viaf.org/viaf/12")
    pages = pages_of(tei("<p>x</p>", header=header), tei("<p>x</p>", "b", header=header))
    assert pages["register-persons"].xpath("//ol[@class='records']/li/@id") == ["person-viaf-12"]
    assert "register-persons.html#person-viaf-12" in pages["register-letters"].xpath("//h3/a/@href")


def test_a_source_of_two_texts_is_one_entry_with_each_place_that_cites_it() -> None:
    record = """<bibl xml:id="cited-x"><author>Miller, Ada</author><title level="a">The Bell</title>
    <title level="j">Daily Lamp</title><date when="1848">1848</date><idno type="DOI">10.1/x</idno></bibl>"""
    listed = f'<listBibl type="cited">{record}</listBibl>'
    cite = '<p>As <bibl corresp="#cited-x">Miller 1848</bibl> says.</p>'
    root = pages_of(*(tei(cite, stem, source=listed) for stem in ("a", "b")))["register-sources"]
    (found,) = root.xpath("//ol[@class='records']/li")
    assert shown(found.find("h3")) == "Miller, Ada: “The Bell”, in Daily Lamp, 1848"
    assert found.xpath(".//p[@class='identifiers']/a/@href") == ["https://doi.org/10.1/x"]
    assert [shown(one) for one in found.xpath(".//ul[@class='contexts']/li")] == ["As Miller 1848 says."] * 2


PRINCIPLES = """<encodingDesc><editorialDecl><hyphenation><p>Hyphens stay.</p></hyphenation>
<correction><p>{}</p></correction></editorialDecl><appInfo><application ident="tool" version="2"/></appInfo>
</encodingDesc>"""


def test_the_edition_says_by_which_principles_its_texts_were_encoded_each_once() -> None:
    texts = [
        tei("<p>x</p>", "a", header=PRINCIPLES.format("Slips are put right.")),
        tei('<p resp="#x" cert="low">x</p>', "b", header=PRINCIPLES.format("Slips stay.")),
    ]
    facts = EditionFacts("Papers & Notes", ("Ada Miller",), "The Press", "Dorne", site="https://p.example/")
    root = pages_of(*texts, facts=facts)["about"]
    said = shown(root.xpath("//section[@aria-labelledby='about:principles']")[0])
    assert said.count("Hyphens stay.") == 1
    assert "Slips are put right. Text a" in said and "Slips stay. Text b" in said
    assert "Hyphens Hyphens stay. Corrections" in said  # what holds for all names none
    assert "concluded it: 1." in shown(root.xpath("//section[@aria-labelledby='about:concluded']")[0])
    assert "tool 2" in shown(root.xpath("//section[@aria-labelledby='about:programs']")[0])
    cited = shown(root.xpath("//p[@class='bibliography']")[0])
    assert cited == "Papers & Notes. Edited by Ada Miller. Dorne: The Press. https://p.example/"
    assert root.xpath("//section[@class='data']//a")


def test_texts_that_say_nothing_of_their_encoding_have_an_about_page_without_it() -> None:
    root = pages_of(tei("<p>x</p>"), tei("<p>x</p>", "b"))["about"]
    assert not root.xpath(
        "//section[@aria-labelledby='about:principles' or @aria-labelledby='about:concluded']"
    )
    assert root.xpath("//section[@aria-labelledby='about:holdings']")


def test_terms_that_only_the_header_states_are_told_and_those_of_the_edition_not_again() -> None:
    document = tei("<p>x</p>")
    stated = document.root.find(".//{*}publicationStmt")
    assert stated is not None
    availability = etree.SubElement(stated, "{http://www.tei-c.org/ns/1.0}availability")
    etree.SubElement(availability, "{http://www.tei-c.org/ns/1.0}p").text = "Free to quote"

    def sections(licence: str) -> list[str]:
        about = pages_of(document, tei("<p>y</p>", "b"), facts=EditionFacts("Papers", licence=licence))[
            "about"
        ]
        return list(about.xpath("//section[@aria-labelledby='about:licences']//p/text()"))

    assert sections("") == ["Free to quote (in 1 of 2 texts)"]
    assert sections("Free to quote") == []


def item(name: str, weight: int = 100) -> Item:
    def write(frame: Frame) -> Iterator[str]:
        yield f"<h3>{name}</h3>\n"

    return Item(name.casefold(), name, filing(name), weight, write)


def named(root: Any) -> list[Any]:
    """What the first page of a parted list lists."""
    return list(root.xpath("//ul[@class='names']/li"))


def pages(listing: Listing) -> dict[str, str]:
    return {stem: data.decode() for stem, data in listing.pages(Frame("", "en"))}


def test_a_list_is_one_page_until_it_is_large() -> None:
    names = [item(name) for name in ("Brook", "Abel", "Adam")]
    assert list(pages(Listing("x", "persons", names, large=300))) == ["x"]
    parted = Listing("x", "persons", names, large=299)
    assert list(pages(parted)) == ["x", "x-a", "x-b"]
    assert (parted.href("adam"), parted.href("brook"), parted.href("nobody")) == (
        "x-a.html#adam",
        "x-b.html#brook",
        "",
    )


def test_a_letter_that_is_large_has_several_pages_and_one_entry_is_never_parted() -> None:
    listing = Listing("x", "persons", [item("Abel", 500), item("Adam"), item("Ahab"), item("Ayn")], large=299)
    made = pages(listing)
    assert list(made) == ["x", "x-a", "x-a-2", "x-a-3"]
    assert (
        '<a rel="next" href="x-a-2.html">' in made["x-a"]
        and '<a rel="prev" href="x-a.html">' in made["x-a-2"]
    )
    assert 'aria-current="true"' not in made["x"]


def test_the_first_page_of_a_parted_list_has_every_entry_under_its_anchor() -> None:
    listing = Listing("x", "persons", [item("Abel", 400), item("Brook", 400), item("עדה", 400)], large=999)
    root = html.document_fromstring(pages(listing)["x"])
    assert [one.get("id") for one in named(root)] == ["abel", "brook", "עדה"]
    assert [one[0].get("href") for one in named(root)][2] == "x-u05e2.html#עדה"


def test_of_more_names_than_a_page_holds_the_pages_are_told() -> None:
    listing = Listing("x", "persons", [item(f"A{n}") for n in range(9)], large=299)
    root = html.document_fromstring(pages(listing)["x"])
    assert not any(one.get("id") for one in named(root))
    assert [shown(one) for one in named(root)][:2] == ["A0 – A1 2", "A2 – A3 2"]


def test_of_somebody_who_is_named_everywhere_the_texts_are_told_when_words_are_too_many() -> None:
    many = "".join(f'<p>{n} <persName ref="#ada">Ada</persName></p>' for n in range(299))
    few = '<p>x <persName ref="#ada">Ada</persName></p>' * 4
    root = pages_of(tei(many, beside=ADA), tei(few, "b", beside=ADA))["register-persons"]
    assert len(root.xpath("//ul[@class='contexts']/li")) == 300
    assert [shown(one) for one in root.xpath("//p[@class='of-text']")] == ["Text a 299", "Text b 4"]
