"""The web page: the words of the text, its structure, and what goes along with it."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from edition.publish import Published, publish
from edition.publish.page import script
from edition.resources import resource
from edition.saxon import Setup, Task
from edition.saxon.transformer import Transformer
from edition.tei import TeiDocument, parse
from tests.unit.reading_text import words_of_page, words_of_tei

CASES = sorted((Path(__file__).parents[1] / "cases" / "html").glob("*.xml"))
NAMES = [case.stem for case in CASES]


def tei(data: bytes, stem: str = "document") -> TeiDocument:
    document, findings = parse(data, name=f"{stem}.xml", stem=stem)
    assert document, findings
    return document


def case(name: str) -> TeiDocument:
    return tei((CASES[0].parent / f"{name}.xml").read_bytes(), name)


@cache
def published() -> dict[str, Published]:
    documents = [tei(path.read_bytes(), path.stem) for path in CASES]
    return {result.stem: result for result in publish(documents, targets=["html"])}


def page(name: str) -> str:
    return published()[name].files[f"{name}.html"].decode()


def parsed(text: str) -> Any:
    return html.document_fromstring(text.encode(), parser=html.HTMLParser(encoding="utf-8"))


def page_of(body: str, header: str = "", profile: str = "") -> Any:
    """The page of a small document; `body` is what stands in its body."""
    text = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
      <titleStmt><title>A title</title>{header}</titleStmt><publicationStmt><p/></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc>{profile}</teiHeader><text><body>{body}</body></text></TEI>"""
    done = transformer()(Task(text, {"html": {}}))
    assert not done.faults
    return parsed(done.results["html"])


@cache
def transformer() -> Transformer:
    """Saxon in this process: quicker for many small documents than a process for each."""
    return Transformer(
        Setup(str(resource("xslt", "prepare.xsl")), {"html": str(resource("xslt", "html.xsl"))})
    )


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_the_page_are_the_words_of_the_text(name: str) -> None:
    assert words_of_page(page(name)) == words_of_tei(case(name).root)


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_one_h1_a_main_and_a_language(name: str) -> None:
    root = parsed(page(name))
    assert len(root.xpath("//h1")) == 1
    assert root.xpath("normalize-space(//h1)") != ""
    assert len(root.xpath("//main")) == 1
    assert root.get("lang")


@pytest.mark.parametrize("name", NAMES)
def test_identifiers_are_unique_and_links_within_the_page_arrive(name: str) -> None:
    root = parsed(page(name))
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {href[1:] for href in root.xpath("//@href") if href.startswith("#")} <= set(ids)


@pytest.mark.parametrize("name", NAMES)
def test_no_page_asks_another_host_for_anything_or_runs_another_program(name: str) -> None:
    root = parsed(page(name))
    assert root.xpath("//script[not(@type='application/ld+json')]/text()") == [script()[0]]
    assert not root.xpath("//script/@src | //iframe | //object | //embed | //base")
    assert not root.xpath("//@*[starts-with(name(), 'on')]")
    assert root.xpath("//link[@rel='icon']/@href") == [
        "data:,"
    ]  # without it a browser asks the server for one
    others = "//link[not(@rel='alternate' or @rel='license' or @rel='icon')]/@href"
    loaded = root.xpath(f"//img/@src | {others} | //@srcset")
    assert not [address for address in loaded if re.match(r"[a-z]+:|//", address)]
    assert "javascript:" not in page(name)
    assert "url(" not in page(name)
    assert "@import" not in page(name)


@pytest.mark.parametrize("kind", ["style", "script"])
def test_the_security_policy_lets_in_the_style_and_script_of_the_page_and_no_other(kind: str) -> None:
    root = parsed(page("newspaper"))
    (content,) = root.xpath(f"//{kind}[not(@type)]/text()")
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert f"{kind}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy and "connect-src 'self'" in policy
    assert "//" not in policy and "unsafe" not in policy


def test_the_piece_of_a_newspaper_is_set_out_as_one() -> None:
    root = parsed(page("newspaper"))
    (article,) = root.xpath("//article")
    assert article.xpath("string(.//h1)") == "Marking the 1917 October Revolution"
    assert article.xpath("string(.//hgroup/p[@class='rubric'])") == "(Quote of the Week)"
    assert len(article.xpath("normalize-space(.//*[@class='div masthead'])")) > 0
    assert len(article.xpath(".//figure/blockquote//p")) == 3
    assert article.xpath("string(.//figcaption//cite)") == "Speech on the International Situation"
    assert article.xpath(".//time/@datetime") == ["2018-11-16", "1917", "1917", "1918-11-08"]
    assert len(root.xpath("//title[contains(., 'Marking')]")) == 1


def test_a_mention_leads_to_the_person_and_the_person_back_to_every_mention() -> None:
    root = parsed(page("newspaper"))
    mentions = root.xpath("//article//a[@href='#lenin-v-i']")
    assert len(mentions) == 2
    (person,) = root.xpath("//*[@id='lenin-v-i']")
    back = person.xpath("p[@class='mentions']/a/@href")
    assert back == [f"#{mention.get('id')}" for mention in mentions]
    assert [form.text for form in person.xpath("p[@class='forms']/span")] == [
        "V.I. Lenin",
        "V.\u200aI. Lenin",
    ]


def test_a_speaker_leads_to_what_was_said() -> None:
    root = parsed(page("newspaper"))
    (speech,) = root.xpath("//*[@id='lenin-v-i']/p[@class='speech']/a/@href")
    assert root.xpath("//*[@id=$id]", id=speech[1:])[0].tag == "blockquote"


def test_what_was_inferred_is_marked_and_listed() -> None:
    root = parsed(page("newspaper"))
    (mark,) = root.xpath("//article//a[contains(@class, 'inferred')]")
    (entry,) = root.xpath("//*[@id=$id]", id=mark.get("href")[1:])
    assert "(edition 0.1.0, certainty: high)" in entry.xpath("string()")
    assert mark.get("aria-label")


def test_reference_managers_and_search_engines_are_told_the_source() -> None:
    root = parsed(page("newspaper"))
    told = {meta.get("name"): meta.get("content") for meta in root.xpath("//meta[@name]")}
    assert told["citation_title"] == "Marking the 1917 October Revolution"
    assert told["citation_journal_title"] == "Workers Vanguard"
    assert told["citation_issue"] == "1144"
    assert told["citation_publication_date"] == "2018/11/16"
    data = json.loads(root.xpath("string(//script)"))
    assert data["isPartOf"]["isPartOf"]["name"] == "Workers Vanguard"
    assert data["datePublished"] == "2018-11-16"


def test_a_title_cannot_break_out_of_the_data_in_the_head() -> None:
    text = case("strange").data.replace(
        b"<title>Strange", b"<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    )
    (result,) = publish([tei(text)], targets=["html"])
    root = parsed(result.files["document.html"].decode())
    assert len(root.xpath("//script")) == 2
    assert "alert(1)" in json.loads(root.xpath("string(//script)"))["name"]


@pytest.mark.parametrize(
    ("attributes", "datetime"),
    [
        ('when="1917"', "1917"),
        ('when="1918-11"', "1918-11"),
        ('when="1918-11-08"', "1918-11-08"),
        ('when="--05-01"', "05-01"),
        ('when="1918-11-08T10:30:00+01:00"', "1918-11-08T10:30:00+01:00"),
        ('when="1918-11-08T10:30"', "1918-11-08T10:30"),
        ('when="0476"', "0476"),
        ('when="--11"', None),
        ('when="---08"', None),
        ('when="-0043-03-15"', None),
        ('when="0000"', None),
        ('when="-0043"', None),
        ('when="-0043-03"', None),
        ('when="-0043-03-15T10:30:00"', None),
        ('when="1732-02-22" when-custom="1732-02-11" calendar="#julian"', "1732-02-22"),
        ('when-custom="1732-02-11" calendar="#julian"', None),
        ('from-custom="0002-01" to-custom="0002-13" from="1793-09-22" to="1794-09-21"', None),
        ('when="1520" precision="low"', "1520"),
        ('from="1848-05-05" to="1848-05-25" dur="P21D"', None),
        ('dur="P21D"', None),
        ('when="1918-02-30"', None),
        ('when="--02-30"', None),
        ('when="yesterday"', None),
        ('from="1914" to="1918"', None),
        ('notBefore="1900" notAfter="1910"', None),
    ],
)
def test_only_dates_that_html_can_say_become_datetime(attributes: str, datetime: str | None) -> None:
    root = page_of(f"<p><date {attributes}>then</date></p>")
    assert root.xpath("//article//@datetime") == ([datetime] if datetime else [])
    assert root.xpath("string(//article/div)") == "then"


@pytest.mark.parametrize(
    ("attributes", "datetime"),
    [
        ('when="17:30:00"', "17:30:00"),
        ('when="1843-07-10T17:30:00"', "1843-07-10T17:30:00"),
        ('when="-0043-03-15T17:30:00"', None),
        ('from="10:00:00" dur="PT2H"', None),
    ],
)
def test_a_time_of_day_becomes_datetime_with_its_day(attributes: str, datetime: str | None) -> None:
    root = page_of(f"<p><time {attributes}>then</time></p>")
    assert root.xpath("//article//@datetime") == ([datetime] if datetime else [])


@pytest.mark.parametrize(
    ("born", "died", "shown"),
    [
        ("-0105-01-03", "-0042-12-07", "Cicero (106\xa0BCE–43\xa0BCE)"),
        ("-0062-09-23", "0014", "Cicero (63\xa0BCE–14)"),
        ("1749-08-28", "1832", "Cicero (1749–1832)"),
    ],
)
def test_years_of_a_life_are_shown_as_readers_count_them(born: str, died: str, shown: str) -> None:
    life = f'<birth when="{born}"/><death when="{died}"/>'
    person = f'<person xml:id="cicero"><persName>Cicero</persName>{life}</person>'
    persons = f"<profileDesc><particDesc><listPerson>{person}</listPerson></particDesc></profileDesc>"
    root = page_of('<p><persName ref="#cicero">Cicero</persName></p>', profile=persons)
    assert shown in root.xpath("string(//*[@id='cicero'])")


def test_the_calendars_of_the_header_leave_no_trace_on_the_page() -> None:
    calendars = "<calendarDesc><calendar xml:id='julian'><p>Julian calendar</p></calendar></calendarDesc>"
    root = page_of(
        '<p><date when="1732-02-22" calendar="#julian">then</date></p>',
        profile=f"<profileDesc>{calendars}</profileDesc>",
    )
    assert root.xpath("string(//article/div)") == "then"
    assert "Julian calendar" not in root.xpath("string(//main)")


def test_quotation_marks_are_those_of_the_text() -> None:
    root = page_of("<p>He: <q>“No.”</q> and <quote>“yes”</quote>.</p>")
    assert root.xpath("string(//article/div)") == "He: “No.” and “yes”."
    style = resource("xslt", "page", "page.css").read_text()
    assert "q { quotes: none; }" in style


def test_marks_that_the_encoder_took_out_are_set_by_the_page() -> None:
    none = "<encodingDesc><editorialDecl><quotation marks='none'/></editorialDecl></encodingDesc>"
    assert page_of("<p><q>No.</q></p>", profile=none).xpath("//q/@class") == ["q unmarked"]
    assert page_of("<p><q>“No.”</q></p>").xpath("//q/@class") == ["q"]


def test_a_quotation_without_an_address_on_the_web_has_no_cite_attribute() -> None:
    with_address = '<cit><quote source="https://example.org/x">a</quote><bibl>b</bibl></cit>'
    assert page_of(with_address).xpath("//blockquote/@cite") == ["https://example.org/x"]
    assert page_of(with_address.replace("https://example.org/x", "#b")).xpath("//blockquote/@cite") == []


def test_the_title_is_not_printed_twice() -> None:
    root = page_of("<div><head>A Title!</head><p>x</p></div>")
    assert root.xpath("string(//h1)") == "A Title!"
    root = page_of("<div><head>Chapter one</head><p>x</p></div>")
    assert root.xpath("string(//h1)") == "A title"
    assert root.xpath("string(//h2)") == "Chapter one"


@pytest.mark.parametrize(
    ("target", "links"),
    [
        ("https://example.org/", 1),
        ("mailto:a@example.org", 1),
        ("other.html", 1),
        ("javascript:alert(1)", 0),
        ("file:///etc/passwd", 0),
        ("//example.org/x", 0),
        ("#nobody", 0),
        ("data:text/html,x", 0),
        ("https://", 0),
        ("https://example.org/a b", 1),
    ],
)
def test_only_harmless_addresses_become_links(target: str, links: int) -> None:
    root = page_of(f'<p>See <ref target="{target}">this</ref>.</p>')
    assert len(root.xpath("//article//a")) == links
    assert root.xpath("string(//article/div)") == "See this."


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en-GB", "Source"),
        ("de", "Quelle"),
        ("fr", "Source"),
        ("es", "Fuente"),
        ("it", "Fonte"),
        ("la", "Source"),
    ],
)
def test_the_page_speaks_the_language_of_the_text_or_english(language: str, word: str) -> None:
    data = case("letter").data.replace(b'xml:lang="de"', f'xml:lang="{language}"'.encode())
    (result,) = publish([tei(data)], targets=["html"])
    root = parsed(result.files["document.html"].decode())
    assert root.get("lang") == language
    assert root.xpath("string(//*[@id='page:source'])") == word


def test_a_link_is_written_like_the_identifier_that_it_leads_to() -> None:
    data = case("letter").data.replace(
        b"</body>", '<p xml:id="müller">See <ref target="#müller">it</ref>.</p></body>'.encode()
    )
    (result,) = publish([tei(data)], targets=["html"])
    page = result.files["document.html"].decode()
    assert 'id="müller"' in page and 'href="#müller"' in page


@pytest.mark.parametrize("table", ["words", "parts"])
def test_every_language_has_every_word_of_the_interface(table: str) -> None:
    lines = resource("xslt", "common", f"{table}.txt").read_text(encoding="utf-8").splitlines()
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    assert rows[0][1:] == ["en", "de", "fr", "es", "it", "pt", "nl"]
    assert {len(row) for row in rows} == {8}
    assert all(all(row) for row in rows)
    assert len({row[0] for row in rows}) == len(rows)


def test_an_unknown_element_keeps_its_words_and_is_reported_once_with_its_place() -> None:
    (finding,) = published()["strange"].diagnostics
    assert finding.code == "PUBLISH-ELEMENT-UNKNOWN"
    assert "<specimen>" in finding.message
    line = case("strange").data.decode().splitlines()[finding.position.line - 1]  # type: ignore[union-attr]
    assert line[finding.position.column - 1 :].startswith("<specimen>")  # type: ignore[union-attr]


def elements_with_a_template() -> list[str]:
    names: set[str] = set()
    for sheet in resource("xslt", "html").rglob("*.xsl"):
        tree: Any = etree.parse(str(sheet))
        for match in tree.xpath("//*[local-name()='template']/@match"):
            bare = re.sub(r"\[[^\[\]]*(\[[^\[\]]*\][^\[\]]*)*\]", "", match)
            names |= {step for step in re.split(r"[\s|/]+", bare) if re.fullmatch(r"[a-zA-Z]+\d?", step)}
    return sorted(names - {"text", "TEI"})


def test_every_element_with_a_template_can_stand_anywhere_without_a_fault() -> None:
    """Not that it should; but whatever a file holds, its words come through."""
    places = ("<div>{}</div>", "<div><p>a {} b</p></div>", "<div><list><item>{}</item></list></div>")
    contents = ("words", "<p>words</p>", "<hi>words</hi> more", "")
    documents = []
    for name in elements_with_a_template():
        inner = "".join(
            place.format(f"<{name}>{content}</{name}>") for place in places for content in contents
        )
        documents.append(
            tei(
                f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{inner}</body></text></TEI>'.encode(),
                name,
            )
        )
    assert len(documents) > 150
    for result in publish(documents, targets=["html"]):
        assert [d for d in result.diagnostics if d.code != "PUBLISH-ELEMENT-UNKNOWN"] == [], result.stem
        assert f"{result.stem}.html" in result.files


def test_signs_of_a_typeface_become_the_typeface_and_a_parted_word_one_word() -> None:
    body = (
        '<p>It was <hi rend="italic">_never_</hi> so, <hi rend="bold">=not <persName>once</persName>=</hi> '
        'in the har<pc force="weak">-</pc>\n<lb break="no"/>bour, and <hi rend="italic">a_b</hi> stays.</p>'
    )
    text = page_of(body).find_class("text")[0]
    shown = text.xpath(".//text()[not(ancestor::*[@hidden])]")
    assert " ".join("".join(shown).split()) == (
        "A titleIt was never so, not once in the harbour, and a_b stays."
    )
    assert "har-bour" in text.text_content()  # for the diplomatic text


def test_an_item_of_a_cast_list_between_signs_is_in_their_typeface() -> None:
    body = (
        '<castList><castItem>RUTH, <roleDesc><hi rend="italic">_his daughter_</hi></roleDesc></castItem>'
        '<castItem rend="italic">_<role>Smiths</role>, <roleDesc>a <hi rend="bold">=few=</hi></roleDesc>'
        "._</castItem>"
        '<castItem rend="italic"><role>Boys</role>, <roleDesc>_three_</roleDesc></castItem></castList>'
    )
    items = [(one.get("class"), one.text_content()) for one in page_of(body).find_class("cast-item")]
    assert items == [
        ("cast-item", "RUTH, his daughter"),
        ("cast-item italic", "Smiths, a few."),
        ("cast-item italic", "Boys, _three_"),
    ]


def test_a_note_stands_where_the_text_calls_it() -> None:
    body = (
        '<p>So it was.<ref type="note-call" target="#n1">[1]</ref></p>'
        '<note xml:id="n1" place="foot" n="1">[1] Was it?</note>'
    )
    page = page_of(body)
    (call,) = page.xpath("//*[@role='doc-noteref']")
    assert (call.text_content().strip(), call.get("href")) == ("[1]", "#n1")
    assert page.xpath("//*[@id='n1']//*[@role='doc-backlink']/@href") == [f"#{call.get('id')}"]


def test_a_line_number_of_the_source_stands_in_the_margin_once() -> None:
    body = '<lg><l>One</l><l n="5">five <fw type="lineNum">5</fw></l><l n="10">ten</l></lg>'
    page = page_of(body)
    assert page.xpath("//*[@data-n]/@data-n") == ["10"]
    assert [number.text_content() for number in page.find_class("line-number")] == ["5"]


# -- reading choices


def choices(page: Any) -> list[str]:
    """What is offered to choose on a page: the ids of the radio buttons."""
    return [str(one)[len("reading:") :] for one in page.xpath("//details//input/@id")]


ALWAYS = [
    "light-system", "light-light", "light-dark", "size-small", "size-normal", "size-large", "size-larger",
]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "offered"),
    [
        ("<p>Plain words.</p>", []),
        ("<p>The <choice><sic>quik</sic><corr>quick</corr></choice> fox</p>", ["reading-text", "diplomatic"]),
        ("<p>The <choice><abbr>bro.</abbr><expan>brown</expan></choice></p>", ["reading-text", "diplomatic"]),
        ("<p>The quick<lb/> fox</p>", ["reading-text", "diplomatic"]),
        ("<p>The qui<lb break='no'/>ck fox</p>", ["reading-text", "diplomatic"]),
        ("<lg><l>The quick<lb/> fox</l></lg>", []),
        ("<p>The <app><lem>quick</lem><rdg>slow</rdg></app> fox</p>", []),
        ("<p>The <sic>quik</sic> fox</p>", []),
        ("<p><persName>Ada</persName> came</p>", ["marks-links", "marks-all", "marks-none"]),
        ("<p>In <date when='1848'>1848</date></p>", ["marks-links", "marks-all", "marks-none"]),
        ("<p>The <term>fox</term></p>", []),
    ],
)
def test_only_what_makes_a_difference_is_offered_to_choose(body: str, offered: list[str]) -> None:
    assert choices(page_of(body)) == [*offered, *ALWAYS]


def test_the_usual_choices_are_made_and_each_question_has_a_name() -> None:
    page = page_of("<p>In <date>1848</date> a <choice><sic>x</sic><corr>y</corr></choice></p>")
    assert [one[len("reading:") :] for one in page.xpath("//details//input[@checked]/@id")] == [
        "reading-text",
        "marks-links",
        "light-system",
        "size-normal",
    ]
    assert page.xpath("//details//legend/text()") == ["Text", "Names and dates", "Light", "Type"]


def test_the_form_of_the_source_stands_beside_that_of_the_reading_text_and_is_hidden() -> None:
    word = "<choice><sic>quik</sic><corr>quick</corr></choice>"
    page = page_of(f"<p>The {word} <choice><reg>fox</reg><orig>foxe</orig></choice></p>")
    assert [one.text_content() for one in page.xpath("//*[@class='written'][@hidden]")] == ["quik", "foxe"]
    assert page.xpath("//*[@class='corr' or @class='reg']/text()") == ["quick", "fox"]


def test_an_editors_expansion_is_read_and_the_mark_of_the_scribe_written() -> None:
    page = page_of("<p>eu<choice><am>ꝰ</am><ex>er</ex></choice>y</p>")
    assert page.xpath("//*[@hidden][@class='written']")[0].text_content() == "ꝰ"
    assert page.xpath("string(//*[@class='ex'])") == "er"


@pytest.mark.parametrize(
    ("body", "sign"),
    [
        ("on<lb break='no'/>ward", True),
        ("on-<lb break='no'/>ward", False),
        ("on<pc force='weak'>-</pc><lb break='no'/>ward", False),
    ],
)
def test_a_word_parted_without_a_hyphen_gets_a_sign_of_the_style_in_the_diplomatic_text(
    body: str, sign: bool
) -> None:
    assert bool(page_of(f"<p>{body}</p>").xpath("//*[contains(@class, 'parted')]")) is sign


def test_a_note_on_the_form_of_the_source_is_hidden_with_it() -> None:
    page = page_of(
        "<p>a <choice><sic>quik<note>So.</note></sic><corr>quick<note>Mended.</note></corr></choice></p>"
    )
    assert [
        (li.get("hidden") is not None, li.xpath("string(div)")) for li in page.find_class("notes")[1]
    ] == [
        (True, "So."),
        (False, "Mended."),
    ]


def test_the_contents_name_a_division_by_one_reading() -> None:
    head = "<head>Of <choice><orig>Foxe</orig><reg>Fox</reg></choice></head>"
    page = page_of(f"<div>{head}<p>a</p></div><div><head>Two</head></div><div><head>Three</head></div>")
    assert page.xpath("//nav[@class='contents']//a/text()") == ["Of Fox", "Two", "Three"]


@pytest.mark.parametrize(
    ("body", "signs"),
    [
        ("Plain words, <hi>said</hi> plainly.", {}),
        ("a <gap reason='lost'/> b", {"[…]": "left out, lost or illegible"}),
        ("a <ellipsis><metamark>...</metamark></ellipsis> b", {}),
        ("a <supplied>b</supplied> c", {"[abc]": "supplied by the editor"}),
        ("a <unclear>b</unclear> c", {"abc[?]": "hard to read"}),
        ("a <secl>b</secl> <surplus>c</surplus>", {"{abc}": "superfluous in the source"}),
        (
            "a <subst><del>b</del><add>c</add></subst>",
            {"abc": "deleted in the source", "\\abc/": "added in the source"},
        ),
        ("a <damage>b</damage> c", {"xyz": "damaged in the source"}),
        ("a <app><lem>b</lem><rdg>c</rdg></app>", {"*": "leads to another reading"}),
        ("a <app><lem>b</lem><rdg><add>c</add></rdg></app>", {"*": "leads to another reading"}),
        ("a <pb n='3'/>b <pb/>", {"[1]": "here a page of the source begins"}),
        ("a <pb/>b", {}),
        ("<date cert='low'>then</date>", {"°": "inferred, not stated in the source"}),
        ("<persName cert='high'>Ada</persName>", {}),
        ("a<note>In a note: <gap/></note>", {"[…]": "left out, lost or illegible"}),
    ],
)
def test_the_legend_has_the_signs_that_are_on_the_page_and_no_others(
    body: str, signs: dict[str, str]
) -> None:
    legend = page_of(f"<p>{body}</p>").find_class("legend")
    rows = [row for one in legend for row in one.xpath(".//dl/div")]
    assert {row.xpath("string(dt)").strip(): row.xpath("string(dd)") for row in rows} == signs
    assert len(legend) == bool(signs)


def test_the_legend_speaks_the_language_of_the_text() -> None:
    document = tei(
        b"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="nl"><teiHeader><fileDesc>
        <titleStmt><title>A</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>
        <text><body><p>De <gap/></p></body></text></TEI>"""
    )
    (result,) = publish([document], targets=["html"])
    (legend,) = parsed(result.files["document.html"].decode()).find_class("legend")
    assert list(legend.itertext()) == ["Tekens", "[…]", "weggelaten, verloren of onleesbaar"]


def test_a_record_that_points_elsewhere_is_still_on_the_register_of_its_kind() -> None:
    listed = """<standOff><listPlace><place xml:id="dorne" {0}><placeName>Dorne</placeName></place>
      </listPlace></standOff>"""
    written = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>
      <publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc></teiHeader>{0}
      <text><body><p>In <placeName ref="#dorne">Dorne</placeName></p></body></text></TEI>"""
    for attribute in ("", 'ref="https://p.example/dorne"', 'key="D-1"'):
        text = written.format(listed.format(attribute))
        done = transformer()(Task(text, {"html": {}}))
        assert parsed(done.results["html"]).xpath("//section[@class='places']//li/@id") == ["dorne"]
    assert not page_of("<p>In <placeName ref='https://p.example/dorne'>Dorne</placeName></p>").xpath(
        "//section[@class='places']"
    )


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("https://example.org/by/4.0/", "https://example.org/by/4.0/"),
        ("CC BY 4.0", "CC BY 4.0 https://example.org/by/4.0/"),
    ],
)
def test_a_licence_that_is_its_address_is_shown_once(words: str, shown: str) -> None:
    data = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
      <title>A</title>
      </titleStmt><publicationStmt><publisher>P</publisher><availability><licence
      target="https://example.org/by/4.0/">{words}</licence></availability></publicationStmt>
      <sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><p>B</p></body></text></TEI>"""
    root = parsed(transformer()(Task(data, {"html": {}})).results["html"])
    (line,) = root.xpath(
        "//section[@class='about']//*[self::p or self::dd][a[@href='https://example.org/by/4.0/']]"
    )
    assert " ".join(line.text_content().split()) == shown


@pytest.mark.parametrize(
    ("title", "shown"), [("Dear Tom,", "Dear Tom, 1849."), ("Dear Tom", "Dear Tom, 1849.")]
)
def test_a_title_that_ends_in_a_comma_gets_no_other(title: str, shown: str) -> None:
    data = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
      <title>A</title>
      </titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><biblStruct><monogr><title>{title}</title>
      <imprint><date>1849</date></imprint></monogr></biblStruct></sourceDesc></fileDesc></teiHeader>
      <text><body><p>B</p></body></text></TEI>"""
    root = parsed(transformer()(Task(data, {"html": {}})).results["html"])
    (line,) = root.xpath("//section[@class='source']//p")
    assert " ".join(line.text_content().split()) == shown
