"""From the prepared tree to typst source: every word arrives, and arrives as nothing but words."""

from __future__ import annotations

import re
from itertools import product

import pytest

from tests.unit.print_press import (
    body_letters,
    case,
    case_names,
    code,
    letters,
    literals,
    markup,
    tei,
    text_lines,
    transformed,
    words,
)

PLAIN = ["french", "german", "long-title", "play", "scripts", "unprintable", "verse"]
CALL = re.compile(r"#([a-z][a-z-]*)")


@pytest.mark.parametrize("name", PLAIN)
def test_the_words_of_the_text_are_the_words_of_the_print(name: str) -> None:
    document = case(name)
    # An attribute that is printed (a page number) would be more than the words; these cases have none.
    assert letters(words(text_lines(markup(document)))) == body_letters(document)


def test_a_letter_keeps_its_words_in_order_with_the_editors_signs_around_them() -> None:
    text = words(text_lines(markup(case("letter"))))
    assert "which has keptitsit's(sic)colour. I" in text
    for passage in ("meant", "[…]", "[Hale]", "[2]", "The physician of the family", "The cat is found."):
        assert text.count(passage) == 1, passage


def test_all_readings_are_printed() -> None:
    text = words(markup(case("apparatus")))
    assert all(text.count(reading) == 1 for reading in ("king’s son", "knight"))


@pytest.mark.parametrize("name", case_names())
def test_what_typst_runs_is_calls_of_our_template_and_nothing_else(name: str) -> None:
    from edition.resources import resource

    names = ("book.typ", "measures.typ", "page.typ")
    design = "".join(resource("xslt", "print", name).read_text(encoding="utf-8") for name in names)
    ours = set(re.findall(r"^#let ([a-z-]+)", design, re.MULTILINE))
    taken = {"import", "show", "link", "emph", "linebreak", "parbreak", "h"}
    assert set(CALL.findall(code(markup(case(name))))) <= ours | taken


def test_no_text_however_hostile_changes_what_typst_runs() -> None:
    signs = '"\\#[](){}$*/;`@<_=~\u2028'
    texts = ["".join(pair) for pair in product(signs, repeat=2)]
    texts += [
        '";#panic();"',
        '\\";#panic();',
        '\\\\";#panic("',
        "*/ #panic() /*",
        "\\u{22}",
        "#import",
        "\u202e\u200f",
    ]

    def lines(texts: list[str]) -> list[str]:
        body = "".join(f"<p n='{n}'>{escaped(text)}</p>" for n, text in enumerate(texts))
        return markup(tei(body)).split("\n")

    hostile, benign = lines(texts), lines(["x"] * len(texts))
    assert [code(line) for line in hostile] == [code(line) for line in benign]
    assert [t for line in hostile if line.lstrip().startswith("#p[") for t in literals(line)] == texts


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\u2028", "&#x2028;")


def test_attributes_are_as_harmless_as_text() -> None:
    evil = "&quot;];#panic();"
    body = (
        f'<p xml:lang="{evil}">a <ref target="https://x.org/{evil}">b</ref> <pb n="{evil}"/>c '
        f'<hi rend="{evil}">d</hi></p><figure><graphic url="{evil}"/></figure>'
        f'<table><row><cell cols="{evil}" rows="-1">e</cell></row></table><u who="#{evil}">f</u>'
    )
    assert "panic" not in code(markup(tei(body, title=evil)))


def test_an_unknown_element_keeps_its_words_and_is_reported_once_with_its_place() -> None:
    (result,) = transformed(tei("<p>one <bogus>two</bogus> three <bogus>four</bogus></p>"))
    assert "two" in literals(result.results["print"])
    assert [(m.code, m.facts["element"]) for m in result.messages] == [("PRINT-ELEMENT", "bogus")]
    assert result.messages[0].place is not None


@pytest.mark.parametrize(
    ("element", "call"),
    [
        ('<p><hi rend="italic">x</hi></p>', "#emph["),
        ('<p><hi rend="smallcaps bold">x</hi></p>', "#bold[#capitals["),
        ('<p rend="center">x</p>', "#aligned(center)["),
        ("<p>a<lb/>b</p>", '"; #"'),
        ('<p>a<lb break="no"/>b</p>', '"a";#"b"'),
        ("<p>x<note>y</note></p>", "#note("),
        ('<p>x<ref target="https://x.org/">y</ref></p>', '#link("https://x.org/")['),
        ('<p xml:lang="de">x</p>', '#in-language("de", none)['),
        ('<p xml:lang="de-AT">x</p>', '#in-language("de", "at")['),
        ('<p>a <list type="inline"><item>b</item>, <item>c</item></list></p>', '#p[#"a"; #"b";#","; #"c";];'),
        ("<quote><p>x</p></quote>", "#quotation["),
        ("<p>x <quote>y</quote></p>", '#p[#"x"; #"y";]'),
        ('<div xml:id="a"><p><ref target="#a">x</ref></p></div>', '#anchor("a");'),
        ('<lg><l rend="indent2">x</l></lg>', "#verse-line(4, ["),
    ],
)
def test_the_encoding_says_how_words_are_set(element: str, call: str) -> None:
    assert call in markup(tei(element))


@pytest.mark.parametrize(
    "element",
    [
        '<p><ref target="javascript:alert(1)">x</ref></p>',
        '<p><ref target="file:///etc/passwd">x</ref></p>',
        '<p><ref target="#nowhere">x</ref></p>',
    ],
)
def test_a_pointer_that_no_reader_should_follow_is_printed_without_a_link(element: str) -> None:
    source = markup(tei(element))
    assert "#link(" not in source and "#to(" not in source
    assert "x" in literals(source)


SHARED = (
    '<sp><l part="I">One word</l></sp><sp><l part="{second}"{more}>and two</l></sp>'
    '<sp><l part="F">and three.</l></sp>'
)


def before(source: str) -> list[str]:
    """The words that parts of shared lines stand after."""
    return re.findall(r'#after-words\("([^"]*)"\)', source)


@pytest.mark.parametrize(
    ("parts", "sizes"),
    [
        ("<docTitle><titlePart>One</titlePart></docTitle><titlePart>Or Two</titlePart>", [3, 71]),
        (
            "<docTitle><titlePart type='full'>One</titlePart><titlePart type='sub'>2</titlePart></docTitle>",
            [3, 71],
        ),
        ("<titlePart>One</titlePart><titlePart type='desc'>Or Two</titlePart>", [3]),
    ],
)
def test_a_second_title_is_set_smaller_than_the_first(parts: str, sizes: list[int]) -> None:
    page = tei("<p>x</p>").replace(b"<body>", f"<front><titlePage>{parts}</titlePage></front><body>".encode())
    assert [int(size) for size in re.findall(r"#title-page-title\((\d+)\)", markup(page))] == sizes


@pytest.mark.parametrize(
    ("front", "sizes"),
    [
        ("<docTitle><titlePart>One</titlePart><titlePart>Or Two</titlePart></docTitle>", [3, 71]),
        ("<titlePart>One</titlePart><titlePart>Or Two</titlePart>", [3, 71]),
        ("<titlePage><title>One</title><docAuthor>Ann</docAuthor></titlePage>", [3]),
    ],
)
def test_titles_stand_without_a_title_page_and_title_pages_without_parts_of_a_title(
    front: str, sizes: list[int]
) -> None:
    page = tei("<p>x</p>").replace(b"<body>", f"<front>{front}</front><body>".encode())
    assert [int(size) for size in re.findall(r"#title-page-title\((\d+)\)", markup(page))] == sizes


@pytest.mark.parametrize("signs", [("1. ", "2. "), ("(a) ", "(b) "), ("– ", "– ")])
def test_items_that_bring_their_own_signs_get_no_others(signs: tuple[str, str]) -> None:
    items = "".join(f"<item>{sign}Thing</item>" for sign in signs)
    assert "#plain-list(" in markup(tei(f"<list>{items}</list>"))
    assert "#bulleted(" in markup(tei(f"<list>{items}<item>Another thing</item></list>"))


def test_stars_on_a_line_of_their_own_stand_in_the_middle() -> None:
    assert '#aligned(center)[#"* * *";]' in markup(tei("<p>x</p><p>* * *</p><p>y</p>"))
    assert "#aligned(" not in markup(tei("<p>x</p><p>* * * or not</p>"))


def test_left_hand_heads_tell_the_title_where_right_hand_ones_tell_the_section() -> None:
    author = b"</title><author>Ann West</author></titleStmt>"
    whole = tei("<p>x</p>").replace(b"</title></titleStmt>", author)
    divided = tei("<div><head>One</head><p>x</p></div><div><head>Two</head><p>x</p></div>")
    assert 'verso: "Ann West"' in markup(whole)
    assert 'verso: "A Piece"' in markup(divided.replace(b"</title></titleStmt>", author))


def test_the_rest_of_a_shared_line_begins_where_the_words_before_it_end() -> None:
    assert before(markup(tei(SHARED.format(second="M", more="")))) == ["One word", "One word and two"]


@pytest.mark.parametrize(
    ("second", "more", "told"),
    [
        ("F", "", ["One word"]),  # and the last part has nothing before it that is open
        ("I", "", ["and two"]),
        ("M", ' rend="indent3"', ["One word and two"]),  # the source has its own way
    ],
)
def test_a_line_of_ones_own_begins_as_lines_do(second: str, more: str, told: list[str]) -> None:
    assert before(markup(tei(SHARED.format(second=second, more=more)))) == told


def test_directions_are_italic_unless_the_source_says_what_of_them_is() -> None:
    assert '#stage-block[#"He goes.";]' in markup(tei("<div><stage>He goes.</stage><p>x</p></div>"))
    told = markup(tei("<div><stage>[RUTH <hi>goes</hi>.]</stage><p>x</p></div>"))
    assert '#stage-block[#upright[#"[RUTH"; #emph[#"goes";];#".]";];]' in told
    bold = markup(tei("<div><stage>RUTH <hi rend='bold'>goes</hi>.</stage><p>x</p></div>"))
    assert "#upright[" not in bold


def test_an_item_of_a_cast_is_italic_where_the_source_says_so() -> None:
    items = '<castItem rend="italic">_<role>Smiths</role>._</castItem><castItem><role>Boys</role></castItem>'
    printed = markup(tei(f"<castList>{items}</castList>"))
    assert '#p[#emph[#label-letters[#"Smiths";];#".";];];' in printed
    assert '#p[#label-letters[#"Boys";];];' in printed


def test_the_attribution_closes_the_last_paragraph_of_the_quotation() -> None:
    quotation = "<cit><quote><p>One.</p><p>Two.</p></quote><bibl>—Somebody</bibl></cit>"
    assert '#p[#"Two.";#closing-attribution[#"—Somebody";];];' in markup(tei(quotation))


def test_a_document_without_a_full_date_gets_the_epoch_and_no_invented_one() -> None:
    assert "date: (1970, 1, 1)" in markup(tei("<p>In <date when='1848'>1848</date></p>"))


def test_the_pdf_bears_the_full_date_that_the_header_gives() -> None:
    dated = tei("<p>x</p>").replace(b"<p>Written", b'<bibl><date when="1918-11-08"/></bibl><p>Written')
    assert "date: (1918, 11, 8)" in markup(dated)


def test_a_day_before_our_era_is_no_date_of_a_pdf() -> None:
    dated = tei("<p>x</p>").replace(b"<p>Written", b'<bibl><date when="-0043-03-15"/></bibl><p>Written')
    assert "date: (1970, 1, 1)" in markup(dated)


@pytest.mark.parametrize(
    "attributes",
    [
        'when="-0043-03-15" when-custom="-0043-03-15" calendar="#roman"',
        'from="1848-05-05" to="1848-05-25" dur="P21D"',
        'from-custom="0002-01" to-custom="0002-13" calendar="#republican"',
        'when="1520" precision="low" cert="low"',
    ],
)
@pytest.mark.parametrize("name", ["date", "time"])
def test_a_date_is_printed_as_its_words_whatever_its_value(name: str, attributes: str) -> None:
    assert '#p[#"x"; #"then";];' in markup(tei(f"<p>x <{name} {attributes}>then</{name}></p>"))


def columns_to_the_right(*rows: str) -> list[int]:
    """The columns of which a cell is set to the right; cells of a row are told with | between them."""
    cells = "".join(f"<row><cell>{'</cell><cell>'.join(row.split('|'))}</cell></row>" for row in rows)
    lines = re.findall(r"cell\(\d+, 1, 1, (figures: true, )?\[", markup(tei(f"<table>{cells}</table>")))
    count = len(rows[0].split("|"))
    return sorted({number % count + 1 for number, figures in enumerate(lines) if figures})


@pytest.mark.parametrize(
    ("rows", "right"),
    [
        (["Oats|1,200|12", "Rye|85|7.5"], [2, 3]),
        (["Oats|£12|–", "Rye|−3 %|1 000", "Tares||4"], [2, 3]),
        (["Oats|12 sacks|1848–50", "Rye|3|1851"], []),
        (["Oats|12", "Rye|none"], []),
        (["Oats|12"], []),
    ],
)
def test_columns_of_figures_are_set_to_the_right(rows: list[str], right: list[int]) -> None:
    assert columns_to_the_right(*rows) == right


def test_the_head_of_a_column_of_figures_is_set_as_they_are() -> None:
    head = "<row role='label'><cell>Grain</cell><cell>Sacks</cell></row>"
    rows = "<row><cell>Oats</cell><cell>12</cell></row><row><cell>Rye</cell><cell>3</cell></row>"
    assert 'figures: true, [#"Sacks";]' in markup(tei(f"<table>{head}{rows}</table>"))


def test_a_title_that_ends_in_a_comma_is_not_given_another() -> None:
    def source(title: str) -> str:
        letter = f"<analytic><title>{title}</title></analytic>"
        letter += "<monogr><imprint><date>12 May</date></imprint></monogr>"
        source = f"<biblStruct>{letter}</biblStruct>".encode()
        return words(markup(tei("<p>x</p>").replace(b"<p>Written for this test.</p>", source)))

    assert "Dear Tom, 12 May." in source("Dear Tom,")
    assert "Dear Tom, 12 May." in source("Dear Tom")


def test_pages_without_a_text_are_printed_line_by_line() -> None:
    """Neither language nor text: there was nothing to ask for one."""
    lines = b"<line>one</line><milestone unit='p'/><line>two</line>"
    pages = b"<sourceDoc><surface><zone>%b</zone></surface></sourceDoc>" % lines
    head, _, _ = tei("").partition(b"<text>")
    (result,) = transformed(head + pages + b"</TEI>")
    assert 'one";#linebreak();#"two' in result.results["print"].replace("\n", "")


def test_a_place_told_by_its_ends_is_printed_once_in_the_text() -> None:
    place = (
        '<anchor xml:id="a"/>nunc cecidit<app from="#a"><lem>nunc cecidit</lem><rdg>cecidit nunc</rdg></app>'
    )
    (result,) = transformed(tei(f"<p>Sed {place}</p>"))
    assert (
        literals(result.results["print"]).count("nunc cecidit") == 2
    )  # in the text, and the lemma of the entry
