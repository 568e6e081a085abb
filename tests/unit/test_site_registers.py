"""The registers of an edition: whom and what its texts name, each mention in its words and linked."""

from __future__ import annotations

from typing import Any

import pytest

from edition.registers.authorities import identifier, web_address
from edition.site import describe
from edition.site.alphabet import filed_word, filing, letter
from edition.tei.addresses import addresses
from tests.unit.site_texts import pages_of, person, persons, shown, site_of, tei

ADA = person("ada", "Ada Miller", '<idno type="GND">118500001</idno>')


def entry(root: Any, own: str) -> Any:
    (found,) = root.xpath("//ol[@class='records']/li[@id=$own]", own=own)
    return found


def contexts(element: Any) -> list[str]:
    return [shown(one) for one in element.xpath(".//ul[contains(@class, 'contexts')]/li")]


def test_a_person_of_two_texts_is_one_entry_with_the_mentions_of_each_in_the_order_of_the_texts() -> None:
    dated = '<profileDesc><creation><date when="{}"/></creation></profileDesc>'
    late = tei(
        '<p>Then <persName ref="#ada">Ada</persName> left.</p>',
        "a",
        beside=persons(ADA),
        header=dated.format("1850"),
    )
    early = tei(
        '<p>Here came <persName ref="#am">A. Miller</persName>.</p>',
        "b",
        beside=persons(person("am", "A. Miller", '<idno type="GND">118500001</idno>')),
        header=dated.format("1849"),
    )
    found = entry(pages_of(late, early)["register-persons"], "ada")
    assert contexts(found) == ["Here came A. Miller.", "Then Ada left."]
    assert [shown(one) for one in found.xpath(".//mark")] == ["A. Miller", "Ada"]
    assert found.xpath(".//p[@class='of-text']/a/@href") == ["b.html#am", "a.html#ada"]
    assert shown(found.xpath("./h3")[0]) == "Ada Miller"
    assert found.xpath(".//span[@class='form']/text()") == ["A. Miller"]


def test_two_persons_of_one_name_stay_two() -> None:
    one = tei('<p><persName ref="#w">Weber</persName> sang.</p>', "a", beside=persons(person("w", "Weber")))
    two = tei('<p><persName ref="#w">Weber</persName> sat.</p>', "b", beside=persons(person("w", "Weber")))
    root = pages_of(one, two)["register-persons"]
    assert contexts(entry(root, "w.a")) == ["Weber sang."]
    assert contexts(entry(root, "w.b")) == ["Weber sat."]


def test_a_mention_leads_to_the_lasting_address_of_its_passage() -> None:
    body = (
        '<div><head>To <persName ref="#ada">Ada</persName></head>'
        '<p>One <persName ref="#ada">Miller</persName>.</p>'
        '<p xml:id="own"><persName ref="#ada">She</persName></p></div>'
    )
    document = tei(body, beside=persons(ADA))
    first = next(iter(addresses(document.root).values()))
    root = pages_of(document, tei("<p>x</p>", "b"))["register-persons"]
    links = root.xpath("//ul[@class='contexts']//a/@href")
    assert links == [f"a.html#{first}", f"a.html#{first}", "a.html#own"]  # a heading has the next passage's


def test_a_mention_in_a_note_has_the_words_of_the_note_and_one_beside_it_does_not() -> None:
    body = (
        '<p>Here <persName ref="#ada">Ada</persName> stood'
        '<note>As <persName ref="#ada">Miss Miller</persName> said.</note> still.</p>'
    )
    root = pages_of(tei(body, beside=persons(ADA)), tei("<p>x</p>", "b"))["register-persons"]
    assert contexts(root) == ["Here Ada stood still.", "As Miss Miller said."]


def test_of_two_readings_the_edited_one_is_shown_and_counted_once() -> None:
    name = '<persName ref="#ada">{}</persName>'
    body = (
        f"<p>So <choice><orig>{name.format('Adah')}</orig><reg>{name.format('Ada')}</reg></choice> came.</p>"
    )
    root = pages_of(tei(body, beside=persons(ADA)), tei("<p>x</p>", "b"))["register-persons"]
    assert contexts(root) == ["So Ada came."]
    alone = f"<p>So <orig>{name.format('Adah')}</orig> came.</p>"
    assert contexts(pages_of(tei(alone, beside=persons(ADA)), tei("<p/>", "b"))["register-persons"]) == [
        "So Adah came."
    ]


def test_words_that_run_from_right_to_left_keep_their_language_and_order() -> None:
    body = '<p>באה <persName ref="#ada">עדה</persName> אל הנמל</p>'
    hebrew = tei(body, beside=persons(ADA), lang="he")
    english = [tei("<p>x</p>", stem) for stem in "bc"]
    (listed,) = pages_of(hebrew, *english)["register-persons"].xpath("//ul[@class='contexts']")
    assert (listed.get("lang"), listed.get("dir")) == ("he", "auto")
    assert shown(listed) == "באה עדה אל הנמל"


def test_what_has_an_address_on_the_web_only_is_an_entry_under_the_name_in_the_text() -> None:
    gnd = "https://d-nb.info/gnd/118571605"
    body = (
        f'<p><persName ref="{gnd}">Tom Weber</persName> and <rs type="person" ref="{gnd}">he</rs> and '
        f'<rs ref="{gnd}">something</rs> in '
        '<placeName ref="http://www.geonames.org/77/">Dorne</placeName></p>'
    )
    pages = pages_of(tei(body), tei("<p>x</p>", "b"))
    found = entry(pages["register-persons"], "person-gnd-118571605")
    assert shown(found.xpath("./h3")[0]) == "Tom Weber"
    assert len(contexts(found)) == 3
    assert found.xpath(".//p[@class='identifiers']/a/@href") == [gnd]
    assert pages["register-places"].xpath("//p[@class='identifiers']/a/@href") == [
        "https://www.geonames.org/77"
    ]
    # A name that leads nowhere is no one's, and a program text is no address.
    loose = tei('<p><persName>Ada</persName> <persName ref="javascript:alert(1)">Ada</persName></p>')
    assert "register-persons" not in pages_of(loose, tei("<p>x</p>", "b"))


def test_an_address_is_the_same_person_as_the_record_that_has_its_number() -> None:
    one = tei('<p><persName ref="#ada">Ada</persName></p>', beside=persons(ADA))
    two = tei('<p><persName ref="http://d-nb.info/gnd/118500001">Frau M.</persName></p>', "b")
    root = pages_of(one, two)["register-persons"]
    assert root.xpath("//ol[@class='records']/li/@id") == ["ada"]
    assert contexts(root) == ["Ada", "Frau M."]


@pytest.mark.parametrize("beside", ["standOff", "header"])
def test_records_are_found_where_encoders_put_them_and_in_another_file_of_the_edition(beside: str) -> None:
    listed = f"<listPerson>{ADA}</listPerson>"
    if beside == "standOff":
        own = tei("<p>Persons</p>", "people", beside=f"<standOff>{listed}</standOff>")
    else:
        own = tei("<p/>", "people", header=f"<profileDesc><particDesc>{listed}</particDesc></profileDesc>")
    text = tei(
        '<p><persName ref="../lists/people.xml#ada">Ada</persName> '
        '<persName ref="people.xml#eda">E</persName></p>'
    )
    root = pages_of(own, text)["register-persons"]
    assert contexts(entry(root, "ada")) == ["Ada E"]
    assert site_of(own, text).links("a") == {"../lists/people.xml#ada": "register-persons.html#ada"}


def test_what_is_known_of_a_person_is_said() -> None:
    more = """<birth when="1801-02-03"/><death><date notBefore="1870">in old age</date></death>
    <occupation>engineer</occupation><note>Kept the lamp.</note><note type="evidence">by rule</note>
    <idno type="wikidata">Q42</idno><idno type="VIAF">none</idno>"""
    parts = "<forename>Ada</forename><surname>von Miller</surname>"
    one = tei("<p>x</p>", beside=persons(person("ada", parts, more)))
    found = entry(pages_of(one, tei("<p>x</p>", "b"))["register-persons"], "ada")
    assert shown(found.xpath("./h3")[0]) == "Ada von Miller"
    assert found.xpath("./h3/span[@class='filed']/text()") == ["von Miller"]
    assert shown(found.xpath("./p[@class='record-facts']")[0]) == "1801–1870, engineer"
    assert shown(found.xpath("./p[@class='record-note']")[0]) == "Kept the lamp."
    assert found.xpath("./p[@class='identifiers']/a/@href") == ["https://www.wikidata.org/wiki/Q42"]
    assert found.xpath("./p[@class='identifiers']/span/text()") == ["VIAF\u00a0none"]


def test_what_somebody_says_is_told_by_its_beginning() -> None:
    long = "one two three four five six seven eight nine ten"
    body = f'<sp who="#ada"><speaker>ADA</speaker><p>{long}</p></sp><sp who="#tom"><p>No.</p></sp>'
    root = pages_of(tei(body, beside=persons(ADA, person("tom", "Tom Weber"))), tei("<p/>", "b"))
    found = entry(root["register-persons"], "ada")
    assert shown(found.xpath("./details/summary")[0]) == "What is said 1"
    assert contexts(found) == ["one two three four five six seven eight nine…"]


def test_places_organisations_and_works_have_registers_of_their_own() -> None:
    beside = """<standOff><listPlace><place xml:id="d"><placeName>New Dorne</placeName>
    <location><geo>51.4 -2.5</geo></location></place></listPlace>
    <listOrg><org xml:id="o"><orgName>The Board</orgName></org></listOrg>
    <listBibl><bibl xml:id="w"><author>Ada Miller</author><title>The Bell</title></bibl>
    </listBibl></standOff>"""
    body = '<p><placeName ref="#d">Dorne</placeName> <title ref="#w">Bell</title></p>'
    pages = pages_of(tei(body, beside=beside), tei("<p/>", "b"))
    assert {one for one in pages if one.startswith("register")} == {
        "register-places",
        "register-organisations",
        "register-works",
    }
    assert pages["register-places"].xpath("//h2/text()") == ["N"]
    assert "openstreetmap.org" in pages["register-places"].xpath("//p[@class='identifiers']/a/@href")[0]
    assert shown(entry(pages["register-works"], "w").xpath("./p[@class='record-facts']")[0]) == "Ada Miller"
    assert contexts(pages["register-organisations"]) == []


def test_a_text_is_told_the_way_to_each_entry_it_points_to() -> None:
    one = tei('<p><persName ref="#ada">Ada</persName></p>', beside=persons(ADA))
    two = tei('<p><persName ref="#nobody">Ada</persName></p>', "b")
    site = site_of(one, two)
    assert site.links("a") == {"#ada": "register-persons.html#ada"}
    assert site.links("b") == {}


def test_a_register_whose_page_a_text_is_called_by_is_left_out_and_that_is_told() -> None:
    one = tei('<p><persName ref="#ada">Ada</persName></p>', beside=persons(ADA))
    site = site_of(one, tei("<p/>", "b"), names=("Register-Persons",))
    made = site.make()
    assert [(said.code, said.path) for said in made.diagnostics] == [("SITE-STEM", "register-persons.html")]
    assert "register-persons.html" not in made.files and site.links("a") == {}


def test_all_pages_have_the_same_ways_and_mark_their_own() -> None:
    one = tei(
        '<p><persName ref="#ada">Ada</persName> in <date when="1848">1848</date></p>', beside=persons(ADA)
    )
    pages = pages_of(one, tei("<p/>", "b"))
    ways = ["register-persons.html", "chronology.html", "about.html"]
    assert pages["index"].xpath("//nav[@class='further']//a/@href") == ways
    assert pages["index"].xpath("//nav[@class='further']//span/text()") == ["1", "1"]
    for stem in ("register-persons", "chronology", "about"):
        assert pages[stem].xpath("//nav[@class='of-site']//a/@href") == ways
        assert pages[stem].xpath("//nav[@class='of-site']//a[@aria-current='page']/@href") == [f"{stem}.html"]


def test_words_of_texts_cannot_become_markup() -> None:
    evil = person(
        "e", "&lt;b>Eve &amp; Co", '<note>&lt;i>x</note><idno type="URI">https://x.org/"&gt;</idno>'
    )
    body = '<p>&lt;u>x <persName ref="#e">&lt;s>Eve</persName></p>'
    root = pages_of(tei(body, beside=persons(evil)), tei("<p/>", "b"))["register-persons"]
    assert not root.xpath("//ol//b | //ol//i | //ol//u | //ol//s | //ol//a[contains(@href, 'x.org')]")
    assert contexts(root) == ["<u>x <s>Eve"]


def test_the_same_texts_give_the_same_bytes() -> None:
    documents = [
        tei('<p><persName ref="#ada">Ada</persName></p>', stem, beside=persons(ADA)) for stem in ("a", "b")
    ]
    assert site_of(*documents).make().files == site_of(*documents).make().files


@pytest.mark.parametrize(
    ("name", "surname", "filed"),
    [
        ("Ada Miller", "", "Miller"),
        ("Miller, Ada Mary", "", "Miller"),
        ("Sun Lihua", "Sun", "Sun"),
        ("Ada", "", "Ada"),
        ("Ada Miller", "Weber", "Miller"),
        ("O señor GOLDAR GÜIMIL", "", "GOLDAR GÜIMIL"),
        ("John F. KENNEDY", "", "KENNEDY"),
        ("JOSÉ SAN MARTÍN", "", "MARTÍN"),
        ("Ludwig XIV", "", "XIV"),
        ("Mary J.", "", "J."),
    ],
)
def test_a_person_is_filed_under_the_surname(name: str, surname: str, filed: str) -> None:
    start, end = filed_word(name, surname)
    assert name[start:end] == filed


@pytest.mark.parametrize(
    ("name", "heading"),
    [("Émile", "E"), ("’t Hooft", "T"), ("1848", "#"), ("עדה", "ע"), ("Ёлка", "Е"), ("…", "#")],
)
def test_a_letter_heads_what_begins_with_it_however_it_is_written(name: str, heading: str) -> None:
    assert letter(filing(name)) == heading


@pytest.mark.parametrize(
    ("authority", "value", "address"),
    [
        ("gnd", "118571605", "https://d-nb.info/gnd/118571605"),
        ("URI", "http://www.wikidata.org/entity/Q42", "https://www.wikidata.org/wiki/Q42"),
        ("URI", "https://example.org/ada", "https://example.org/ada"),
        ("Wikidata", "Ada", ""),
        ("shelfmark", "12", ""),
        ("URI", "javascript:alert(1)", ""),
    ],
)
def test_an_identifier_leads_to_the_record_of_its_authority(authority: str, value: str, address: str) -> None:
    assert web_address(identifier(authority, value)) == address


def test_a_text_that_is_empty_or_has_no_ids_is_described_too() -> None:
    document = tei('<p>By <persName key="ada">Ada</persName> <persName key="Ada Miller">A</persName></p>')
    assert [one.key for one in describe(document).mentions] == [("a", "ada")]
    bare = tei("<p/>")
    bare.root.remove(bare.root[-1])
    assert describe(bare).mentions == ()
