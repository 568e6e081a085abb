"""What no grammar sees, check by check: what is told, and beside it what must not be."""

from __future__ import annotations

import pickle
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.tei import TeiDocument, parse
from edition.validator.checks import Survey, chains, document_findings, edition_findings, gather
from edition.validator.checks.tables import table
from edition.validator.finding import Finding, located

GOLDEN = sorted((Path(__file__).parents[1] / "cases" / "convert").glob("*.xml"))
PERSON = '<listPerson><person xml:id="ada"><persName>Ada</persName></person></listPerson>'
PLACE = '<listPlace><place xml:id="mill"><placeName>The mill</placeName></place></listPlace>'
PREFIXES = (
    "<teiHeader><encodingDesc><listPrefixDef>"
    '<prefixDef ident="psn" matchPattern="([a-z]+)" replacementPattern="#$1"/>'
    '<prefixDef ident="reg" matchPattern="(.+)" replacementPattern="../register.xml#$1"/>'
    '<prefixDef ident="bad" matchPattern="((a+)+)+b" replacementPattern="#$1"/>'
    "</listPrefixDef></encodingDesc></teiHeader>"
)


def document(content: str, name: str = "letter.xml") -> TeiDocument:
    data = f'<TEI xmlns="http://www.tei-c.org/ns/1.0">{content}</TEI>'.encode()
    found, findings = parse(data, name=name, stem="letter")
    assert found is not None, findings
    return found


def findings(content: str) -> list[Finding]:
    return document_findings(Survey(document(content).root))


def told(content: str) -> list[str]:
    return [finding.code for finding in findings(content)]


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_what_this_program_writes_is_left_alone(path: Path) -> None:
    found, _ = parse(path.read_bytes(), name=path.name, stem=path.stem)
    assert found is not None
    assert located(document_findings(Survey(found.root)), found) == []


CASES = sorted((Path(__file__).parents[1] / "cases" / "diagnostics").glob("[!X]*/bad.xml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.parent.name)
def test_elements_that_are_looked_up_give_the_same_findings_as_those_that_are_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a name that occurs often enough no elements are kept; here of none."""
    found, _ = parse(path.read_bytes(), name=path.name, stem=path.stem)
    assert found is not None
    kept = document_findings(Survey(found.root))
    monkeypatch.setattr("edition.validator.checks.survey._KEPT", 0)
    assert document_findings(Survey(found.root)) == kept


@pytest.mark.parametrize("before", ["", "<!-- <TEI> -->\n", f"<!-- {'x' * 100_000} -->\n<?go on?>\n"])
def test_where_a_document_begins_is_found_behind_all_that_may_stand_before_it(before: str) -> None:
    found, _ = parse(f'{before}<TEI\n  xml:id="a"><text/></TEI>'.encode(), name="a.xml", stem="a")
    assert found is not None
    root = gather(found).root
    assert (root.position, root.excerpt) == ((before.count("\n") + 2, 3), '  xml:id="a"><text/></TEI>')


@pytest.mark.parametrize(
    ("pointer", "paths"),
    [("#x", []), ("#x #y", []), ("#x b.xml#y", ["b.xml"]), ("#x&#10;b.xml#y", ["b.xml"])],
)
def test_what_leads_out_of_a_document_is_gathered(pointer: str, paths: list[str]) -> None:
    summary = gather(document(f'<text><ref target="#x"/><ref target="{pointer}"/></text>'))
    assert [one.path for one in summary.pointers] == paths


def test_the_table_of_references_names_groups_that_there_are() -> None:
    known = table("references")
    rules = [
        *known["attributes"].items(),
        *(rule for rules in known["elements"].values() for rule in rules.items()),
    ]
    for attribute, rule in rules:
        assert attribute in known["pointers"]
        assert rule["expected"] and set(rule["allowed"]) <= set(known["groups"])
    named = [name for names in known["groups"].values() for name in names]
    assert len(named) == len(set(named))


# References


@pytest.mark.parametrize(
    ("pointer", "target"),
    [
        ('<said who="#x">Yes</said>', '<place xml:id="x"/>'),
        ('<rdg wit="#x">hare</rdg>', '<person xml:id="x"/>'),
        ('<add hand="#x">hare</add>', '<place xml:id="x"/>'),
        ('<pb facs="#x"/>', '<person xml:id="x"/>'),
        ('<hi rendition="#x">hare</hi>', '<person xml:id="x"/>'),
        ('<add change="#x">hare</add>', '<person xml:id="x"/>'),
        ('<date calendar="#x">then</date>', '<person xml:id="x"/>'),
        ('<catRef target="#x"/>', '<person xml:id="x"/>'),
        ('<persName ref="#x">Ada</persName>', '<place xml:id="x"/>'),
        ('<placeName ref="#x">Ada</placeName>', '<person xml:id="x"/>'),
        ('<addSpan spanTo="#x"/>', '<person xml:id="x"/>'),
    ],
)
def test_a_pointer_to_the_wrong_kind_of_thing_is_told(pointer: str, target: str) -> None:
    assert told(f"<text>{pointer}{target}</text>") == ["TEI-POINTER-KIND"]


@pytest.mark.parametrize(
    ("pointer", "target"),
    [
        ('<sp who="#x"/>', '<castItem xml:id="x"/>'),
        ('<u who="#x">Yes</u>', '<org xml:id="x"/>'),
        ('<rdg wit="#x">hare</rdg>', '<msDesc xml:id="x"/>'),
        ('<add hand="#x">hare</add>', '<person xml:id="x"/>'),
        ('<add resp="#x">hare</add>', '<application xml:id="x"/>'),
        ('<pb facs="#x"/>', '<zone xml:id="x"/>'),
        ('<persName ref="#x">Ada</persName>', '<p xml:id="x">Ada, of whom more elsewhere.</p>'),
        ('<persName ref="#x">Ada</persName>', '<unheardOf xml:id="x"/>'),
        ('<addSpan spanTo="#x"/>', '<anchor xml:id="x"/>'),
        ('<rs ref="#x">she</rs>', '<place xml:id="x"/>'),
        ('<person next="#x"/>', '<person xml:id="x"/>'),
        ('<l corresp="#x">hare</l>', '<place xml:id="x"/>'),
    ],
)
def test_a_pointer_that_may_be_meant_is_left_alone(pointer: str, target: str) -> None:
    assert told(f"<text>{pointer}{target}</text>") == []


def test_of_several_pointers_the_one_that_dangles_is_meant() -> None:
    found = findings(f'<text>{PERSON}<u who="#ada #adda">Yes</u></text>')
    assert [(f.code, f.offset, f.length) for f in found] == [("TEI-POINTER-DANGLING", 5, 5)]


def test_a_pointer_without_its_hash_is_repaired() -> None:
    (found,) = findings(f'<text>{PERSON}<u who="#ada ada">Yes</u></text>')
    assert found.code == "TEI-POINTER-HASH"
    assert found.repair is not None and found.repair.value == "#ada #ada"
    (found,) = findings(f'<text>{PERSON}<u who="ada">Yes</u></text>')
    assert found.repair is not None and found.repair.value == "#ada"


def test_two_repairs_of_one_attribute_are_one() -> None:
    both = '<person xml:id="tom"><persName>Tom</persName></person>'
    repairs = {finding.repair for finding in findings(f'<text>{PERSON}{both}<u who="ada tom">Yes</u></text>')}
    assert [repair.value for repair in repairs if repair] == ["#ada #tom"]


def test_of_many_pointers_to_one_missing_record_the_first_few_are_told() -> None:
    pointer = '<u who="#nobody">Yes</u>'
    found = findings(f"<text>{pointer * 7}</text>")
    assert [finding.facts["more"] for finding in found] == ["", "", "; 4 more pointers lead there"]
    found = findings(f"<text>{pointer * 3}</text>")
    assert [finding.facts["more"] for finding in found] == ["", "", ""]


def test_pointers_that_count_from_elsewhere_are_left_alone() -> None:
    assert told('<text><p><ref target="#there">there</ref></p></text>') == ["TEI-POINTER-DANGLING"]
    assert told('<text xml:base="other.xml"><p><ref target="#there">there</ref></p></text>') == []
    lives = '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:base="https://mill.example/a"><u who="#x"/></TEI>'
    found, _ = parse(lives.encode(), name="a.xml", stem="a")
    assert found is not None
    assert [finding.code for finding in document_findings(Survey(found.root))] == ["TEI-POINTER-DANGLING"]


def test_numbers_dates_and_addresses_are_no_pointers() -> None:
    assert (
        told('<text><p><num value="12">12</num> <ref target="https://mill.example/#x">x</ref></p></text>')
        == []
    )


def test_prefixes_are_understood() -> None:
    assert told(f'{PREFIXES}<text>{PERSON}<u who="psn:ada">Yes</u></text>') == []
    (found,) = findings(f'{PREFIXES}<text>{PERSON}<u who="psn:adda">Yes</u></text>')
    assert found.code == "TEI-POINTER-DANGLING"
    assert found.facts["advice"] == '"psn:adda" stands for "#adda"; did you mean "#ada"?'


def test_a_pattern_that_could_be_tried_for_ever_is_not_tried() -> None:
    assert told(f'{PREFIXES}<text><u who="bad:{"a" * 60}">Yes</u></text>') == []


def test_a_prefix_is_told_once() -> None:
    assert (
        told('<text><p><w ana="mte:Nc">a</w><w ana="mte:Vm ud:x">b</w></p></text>')
        == ["TEI-PREFIX-UNKNOWN"] * 2
    )
    assert (
        told('<text><p><ref target="ftp://mill.example">a</ref><ref target="C:\\x">b</ref></p></text>') == []
    )


def test_a_circle_is_told_once_though_both_sides_name_it() -> None:
    circle = '<l xml:id="a" next="#b" prev="#b">x</l><l xml:id="b" next="#a" prev="#a">y</l>'
    assert told(f"<text>{circle}</text>") == ["TEI-POINTER-CIRCLE"]


def test_a_link_without_its_other_end_is_told_where_the_others_have_both() -> None:
    both = '<l xml:id="a" next="#b">x</l><l xml:id="b" prev="#a">y</l>'
    one = '<l xml:id="c" next="#d">x</l><l xml:id="d">y</l>'
    assert told(f"<text>{both}{one}</text>") == ["TEI-POINTER-ONEWAY"]
    assert told(f"<text>{one}</text>") == []


@given(
    st.lists(
        st.tuples(*[st.sampled_from((None, "#a", "#b", "#c", "#d", "c", "#a #b", "#nn"))] * 2), max_size=4
    )
)
def test_chains_that_seem_in_step_are_those_that_give_no_finding(links: list[tuple[str | None, ...]]) -> None:
    saids = "".join(
        f'<said xml:id="{own}"'
        + "".join(f' {n}="{v}"' for n, v in zip(("next", "prev"), pair, strict=True) if v)
        + ">Aye.</said>"
        for own, pair in zip("abcd", links, strict=False)
    )
    survey = Survey(document(f"<text>{saids}</text>").root)
    if chains._in_step(survey):
        with patch.object(chains, "_in_step", return_value=False):
            assert list(chains.chain_findings(survey)) == []


def test_two_elements_that_lead_to_one_are_not_in_step() -> None:
    two = '<q xml:id="a" next="#c">A</q><q xml:id="b" next="#c">B</q><q xml:id="c" prev="#b">C</q>'
    assert told(f"<text>{two}</text>") == ["TEI-POINTER-ONEWAY"]


def test_an_empty_name_is_not_what_a_bare_word_points_to() -> None:
    """xml:id="" is an error of its own; an attribute without # points to nothing in the document."""
    bare = '<l xml:id="" next="b">x</l><l xml:id="b" next="c">y</l>'
    assert told(f"<text>{bare}</text>") == []


def test_who_has_the_name_of_another_points_to_that_one() -> None:
    first, second = '<l xml:id="a">x</l>', '<l xml:id="a" prev="#a">y</l>'
    assert told(f"<text>{first}{second}</text>") == ["TEI-ID-TWICE"]
    assert told('<text><l xml:id="a" prev="#a">x</l></text>') == ["TEI-POINTER-SELF"]


def test_two_that_are_the_same_as_each_other_are_no_circle() -> None:
    assert told('<text><l xml:id="a" sameAs="#b">x</l><l xml:id="b" sameAs="#a">y</l></text>') == []


def test_records_of_the_texts_of_a_corpus_are_each_their_own() -> None:
    record = '<person xml:id="{}"><persName>Ada</persName><birth when="1815"/></person>'
    assert told(record.format("a") + record.format("b")) == ["TEI-RECORD-TWICE"]
    assert told(f"<TEI>{record.format('a')}</TEI><TEI>{record.format('b')}</TEI>") == []
    assert told(record.format("a") + record.format("b").replace("<person", '<person sameAs="#a"')) == []


# Dates


@pytest.mark.parametrize(
    "date",
    [
        '<date when="1918-11-08">8 November 1819</date>',
        '<date when="1918-11-08">8 December 1918</date>',
        '<date when="1918-11-08">9 November 1918</date>',
        '<date when="1918-11-08">November 9th, 1918</date>',
        '<date when="1918-11-08">den 9. November 1918</date>',
        '<date when="1918-11-08">le 9 novembre</date>',
        '<date when="1918-11">December 1918</date>',
        '<date when="1918">in 1819</date>',
        '<date from="1914" to="1918">1819</date>',
        '<date notBefore="1914">1812</date>',
        '<docDate when="1918">1819</docDate>',
        '<date when="1918">18<hi rend="italic">19</hi></date>',
    ],
)
def test_a_value_that_contradicts_its_words_is_told(date: str) -> None:
    assert told(f"<text><p>{date}</p></text>") == ["TEI-DATE-TEXT"]


@pytest.mark.parametrize(
    "date",
    [
        '<date when="1918-11-08">8 November 1918</date>',
        '<date when="1918-11-08">8 November</date>',
        '<date when="1918-11-08">8.11.1918</date>',
        '<date when="1918">that year</date>',
        '<date when="1920">the year after 1919</date>',
        '<date notBefore="1820">after 1819</date>',
        '<date notAfter="1818">before 1819</date>',
        '<date from="1914" to="1918">1914–1918</date>',
        '<date from="1914" to="1918">1915</date>',
        '<date from="1914-11-03" to="1914-11-08">3–8 November 1914</date>',
        '<date when="1712-02-10">10 February 1711/12</date>',
        '<date when="1689-02-10">10 February 1688</date>',
        '<date when="1917-11-07">25 October 1917</date>',
        '<date when="1919-05-18">the 3rd Sunday of May 1919</date>',
        '<date when="-0043-03-15">Ides of March</date>',
        '<date when="1918-11-08" calendar="#julian">26 October 1819</date>',
        '<date when="1918-11-08">8 November <choice><sic>1819</sic><corr>1918</corr></choice></date>',
        '<date when="1918-11-08">8 November 1918, No. 1144</date>',
        '<date notBefore="1820" notAfter="1829">the 1820s</date>',
        '<date when="--11-08">8 November 1819</date>',
        '<date when="1918-11-08">8 November 5679 (1819 hours)</date>',
    ],
)
def test_a_value_that_may_mean_its_words_is_left_alone(date: str) -> None:
    assert told(f'<calendar xml:id="julian"/><text><p>{date}</p></text>') == []


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        ('<date when="1700-02-20">20 February 1700 O.S.</date>', "1700-03-02"),
        ('<date when="1700-03-03">3. März 1700 a. St.</date>', "1700-03-14"),
        ('<date when="1917-10-25">25 октября 1917 ст. ст.</date>', "1917-11-07"),
    ],
)
def test_a_date_of_the_old_style_is_told_with_its_day_by_the_new(date: str, meant: str) -> None:
    (found,) = findings(f"<text><p>{date}</p></text>")
    assert (found.code, found.facts["meant"]) == ("TEI-DATE-STYLE", meant)


def test_a_life_may_be_dated_by_a_date_within() -> None:
    birth = '<birth><date when="1861-01-02"/></birth>'
    assert told(f'<person>{birth}<death><date when="1839"/></death></person>') == ["TEI-DATE-LIFE"]
    assert told(f'<person>{birth}<death><date when="1939"/></death></person>') == []


# Language tags


@pytest.mark.parametrize(
    ("tag", "meant"),
    [
        ("deu", "de"),
        ("ger", "de"),
        ("English", "en"),
        ("en-UK", "en-GB"),
        ("en_US", "en-US"),
        ("deu-AT", "de-AT"),
        ("zz", None),
        ("en-Xxxx", None),
        ("e n", None),
        ("germanic", None),
        ("en-cockney", None),
    ],
)
def test_a_tag_that_is_none_is_told_and_repaired_where_it_is_sure(tag: str, meant: str | None) -> None:
    (found,) = findings(f'<text><p xml:lang="{tag}">Yes</p></text>')
    assert found.code in ("TEI-LANGUAGE", "TEI-LANGUAGE-FORM")
    assert (found.repair.value if found.repair else None) == meant


@pytest.mark.parametrize(
    "tag",
    [
        "",
        "en",
        "en-GB",
        "EN",
        "grc",
        "la-x-medieval",
        "x-mill",
        "sr-Latn-RS",
        "de-1901",
        "mul",
        "und",
        "qaa",
        "cmn",
        "es-419",
    ],
)
def test_a_tag_of_the_registry_is_left_alone(tag: str) -> None:
    assert told(f'<text><p xml:lang="{tag}">Yes</p></text>') == []


# Practice


def test_images_that_go_backwards_are_told() -> None:
    pages = [f'<pb facs="vol1/p{number:04}.jpg"/>' for number in (1, 2, 31, 4, 5)]
    assert told(f"<text>{''.join(pages)}</text>") == ["PRACTICE-BREAK-ORDER"]
    pages = [f'<pb facs="vol1/p{number:04}.jpg"/>' for number in (1, 2, 3, 7, 8)]
    assert told(f"<text>{''.join(pages)}</text>") == []


def test_pages_of_two_editions_are_two_rows() -> None:
    pages = '<pb ed="A" n="1"/><pb ed="B" n="41"/><pb ed="A" n="2"/><pb ed="B" n="42"/><pb ed="A" n="3"/>'
    assert told(f"<text>{pages}</text>") == []


def test_leaves_that_have_one_number_for_both_sides_are_left_alone() -> None:
    leaves = "".join(f'<pb n="{number}"/>' * 2 for number in range(1, 9))
    assert told(f"<text>{leaves}</text>") == []


def test_marks_of_a_quotation_within_are_not_doubled() -> None:
    assert told("<text><p>“<q>“Yes”</q>”</p></text>") == ["PRACTICE-QUOTES-TWICE"]
    assert told("<text><p>“<q>‘Yes’, said he, and ‘no’</q>” and “<q>“No” or “never”</q>”</p></text>") == []


def test_numbers_of_pages_are_told_from_numbers_of_sections() -> None:
    pages = "<p>The mill was</p><p>41</p><p>old</p><p>and</p><p>42</p><p>small.</p>"
    assert told(f"<text><body>{pages}</body></text>") == ["PRACTICE-PAGE-NUMBER"]
    sections = "<p>1</p><p>The mill</p><p>2</p><p>was old</p><p>3</p><p>and small.</p>"
    assert told(f"<text><body>{sections}</body></text>") == []
    year = '<p>In</p><p>1848</p><pb n="7"/><p>it burnt.</p>'
    assert told(f"<text><body>{year}</body></text>") == []


@pytest.mark.parametrize(
    "text", ["Lorem ipsum dolor sit amet", "TODO: transcribe", "TODO", "FIXME later", "[insert title here]"]
)
def test_placeholders_in_the_text_are_told(text: str) -> None:
    assert told(f"<text><p>{text}</p></text>") == ["HEADER-PLACEHOLDER"]


@pytest.mark.parametrize("text", ["Todo: la casa", "todo", "Title", "TODO EL MUNDO", "Loremi psum", "XXX"])
def test_words_that_may_be_meant_are_no_placeholders(text: str) -> None:
    assert told(f"<text><p>{text}</p></text>") == []


def test_short_types_may_differ_by_capitals() -> None:
    assert told('<text><note type="a"/><note type="A"/></text>'.replace("/>", ">x</note>")) == []


@pytest.mark.parametrize(
    "text",
    [
        "the<hi>king</hi>said",
        "Mc<persName>Donald</persName>, de<placeName>Gaulle</placeName>",
        "<w>the<hi>King</hi></w><w>and<hi>Queen</hi></w>",
        "<persName>Goethe</persName>SCHES und <persName>Marx</persName>SCHES",
        "i<hi>Phone</hi>s and e<hi>Book</hi>s",
        "the<hi>King</hi> once only",
    ],
)
def test_what_may_be_one_word_is_left_alone(text: str) -> None:
    assert told(f"<text><p>{text}</p></text>") == []


def test_code_that_shows_entities_is_left_alone() -> None:
    assert told("<text><p>Write <code>&amp;amp;</code> for it.</p></text>") == []
    assert told("<text><p>Tom &amp;amp; Ada</p></text>") == ["PRACTICE-ESCAPED-TWICE"]


def test_an_element_that_says_all_by_an_attribute_or_a_comment_is_not_empty() -> None:
    assert (
        told(
            '<text><p><persName ref="#ada"/><!-- --></p><p><!-- torn off --></p></text>'.replace(
                "#ada", "http://x.example"
            )
        )
        == []
    )
    assert told('<text><p xml:id="a"> </p></text>') == ["PRACTICE-EMPTY"]


def test_other_vocabularies_are_left_alone() -> None:
    assert told('<text xmlns="http://www.w3.org/1999/xhtml"><p/><date when="1918">1819</date></text>') == []


# Several documents


def test_a_summary_can_be_sent_and_knows_paths_and_places() -> None:
    content = (
        f'{PREFIXES}<text><p><persName ref="reg:ada">Ada</persName>\n'
        '<ref target="my%20notes.xml#n1 https://mill.example/x.xml">notes</ref></p></text>'
    )
    summary = pickle.loads(pickle.dumps(gather(document(content, "letters/one.xml"))))
    assert [(p.path, p.target, p.place.position.line) for p in summary.pointers] == [
        ("register.xml", "ada", 1),
        ("letters/my notes.xml", "n1", 2),
    ]
    assert summary.pointers[1].place.excerpt.startswith("<ref target=")
    assert summary.pointers[1].place.length == len("my%20notes.xml#n1")


def test_whether_a_file_is_there_is_asked_once() -> None:
    links = (
        '<ref target="a.xml">a</ref><ref target="a.xml#x">a</ref>'
        '<graphic url="img/1.png"/><graphic url="img/2.png"/>'
    )
    asked: list[str] = []

    def exists(path: str) -> bool:
        asked.append(path)
        return False

    found = edition_findings([gather(document(f"<text>{links}</text>"))], exists)
    assert [finding.code for finding in found] == ["TEI-FILE-MISSING", "TEI-FILE-MISSING"]
    assert "nor 1 more in that folder" in found[1].message
    assert asked == sorted(set(asked)) == ["a.xml", "img/1.png", "img/2.png"]


def test_pages_of_a_website_need_not_be_there() -> None:
    summary = gather(document('<text><ref target="about.html#x">a</ref><ref target="../map">b</ref></text>'))
    assert edition_findings([summary], lambda path: False) == []


def test_a_file_that_is_there_is_not_opened() -> None:
    summary = gather(document('<text><ref target="a.xml#x">a</ref></text>'))
    assert edition_findings([summary], lambda path: True) == []


def test_a_pointer_into_another_file_is_asked_for_the_kind_of_thing_too() -> None:
    register = gather(document(f"<standOff>{PERSON}{PLACE}</standOff>", "register.xml"))
    right = '<u who="register.xml#ada">Yes</u><placeName ref="register.xml#mill">there</placeName>'
    wrong = '<u who="register.xml#mill">Yes</u>'
    found = edition_findings([gather(document(f"<text>{right}{wrong}</text>")), register], lambda path: False)
    assert [finding.code for finding in found] == ["TEI-POINTER-KIND"]
    assert 'points to "register.xml#mill", which is a <place>' in found[0].message


def test_findings_are_told_in_the_order_of_the_file_one_for_a_place() -> None:
    found = document('<text><p><date when="1918-02-30">8 November 1819</date><emph/></p></text>')
    codes = [finding.code for finding in located(document_findings(Survey(found.root)), found)]
    assert codes == ["TEI-DATE-IMPOSSIBLE", "PRACTICE-EMPTY"]
