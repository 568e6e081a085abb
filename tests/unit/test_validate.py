"""Checks of whole documents: places, several mistakes at once, one finding for one cause."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from edition.diagnostics import CannotRunError, Diagnostic
from edition.tei import parse
from edition.validator import is_valid, load_schema, validate_bytes, validate_document

TEI = """\
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>A letter</title></titleStmt>
      <publicationStmt><p>Unpublished.</p></publicationStmt>
      <sourceDesc><p>A private collection.</p></sourceDesc>
    </fileDesc>
  </teiHeader>
  <text>
    <body>
{body}
    </body>
  </text>
</TEI>
"""


def check(body: str) -> list[Diagnostic]:
    return check_bytes(TEI.format(body=body).encode())


def check_bytes(data: bytes) -> list[Diagnostic]:
    return validate_bytes(data, name="letter.xml", stem="letter", schema=load_schema())


def places(found: list[Diagnostic]) -> list[tuple[str, int, int]]:
    return [(f.code, f.position.line, f.position.column) for f in found if f.position]


def hints(body: str) -> list[str]:
    return [finding.hint for finding in check(body)]


def test_several_mistakes_are_told_at_once_each_at_its_own_place() -> None:
    found = check(
        '<p>On <date when="1.2.1850">Friday</date> <persname>Ada</persname> wrote.</p>\n'
        '<p rendd="big">to <persName ref="#nobody">him</persName></p>\n'
        "and that was all."
    )
    assert places(found) == [
        ("TEI-DATE-VALUE", 11, 13),
        ("SCHEMA-ELEMENT-UNKNOWN", 11, 43),
        ("SCHEMA-ATTRIBUTE-UNKNOWN", 12, 4),
        ("TEI-POINTER-DANGLING", 12, 34),
        ("SCHEMA-TEXT-PLACE", 13, 1),
    ]


def test_a_pointer_is_shown_where_it_stands_among_others() -> None:
    found = check('<p xml:id="a"><persName ref="#a #b">A and B</persName></p>')
    assert places(found) == [("TEI-POINTER-DANGLING", 11, 33)]


@pytest.mark.parametrize(
    ("encoding", "bom", "newline"),
    [
        ("utf-8", b"", "\n"),
        ("utf-8", b"", "\r\n"),
        ("utf-8", b"", "\r"),
        ("utf-8", b"\xef\xbb\xbf", "\n"),
        ("utf-16-le", b"\xff\xfe", "\r\n"),
        ("utf-16-be", b"\xfe\xff", "\n"),
    ],
)
def test_columns_count_characters_whatever_the_encoding(encoding: str, bom: bytes, newline: str) -> None:
    text = TEI.format(body='<p>Ελένη 𝄞 é</p><p><date when="x">then</date></p>').replace("\n", newline)
    assert places(check_bytes(bom + text.encode(encoding))) == [("TEI-DATE-VALUE", 11, 26)]


def test_a_declared_eight_bit_encoding_is_read() -> None:
    text = '<?xml version="1.0" encoding="windows-1252"?>\n' + TEI.format(body='<p>“é”<date when="x"/></p>')
    assert places(check_bytes(text.encode("cp1252"))) == [("TEI-DATE-VALUE", 12, 13)]


def test_a_tag_over_several_lines_is_found_where_it_begins_and_its_attribute_where_it_stands() -> None:
    found = check('<p><date\n  n=">"\n  when="x"\n>then</date><persname/></p>')
    assert places(found) == [("TEI-DATE-VALUE", 13, 3), ("SCHEMA-ELEMENT-UNKNOWN", 14, 13)]


def test_comments_and_sections_that_look_like_tags_do_not_disturb_places() -> None:
    found = check("<p><!-- <p> --><![CDATA[<q>]]><?pi <q> ?>\n<persname/></p>")
    assert places(found) == [("SCHEMA-ELEMENT-UNKNOWN", 12, 1)]


def test_elements_that_come_from_an_entity_count_where_it_is_used() -> None:
    name = "<persName xmlns='http://www.tei-c.org/ns/1.0'>Ada</persName>"
    doctype = f'<!DOCTYPE TEI [<!ENTITY name "{name}"><!ENTITY two "&name; &name;">]>\n'
    data = doctype + TEI.format(body="<p>&two; and &name;<persname/></p>")
    assert places(check_bytes(data.encode())) == [("SCHEMA-ELEMENT-UNKNOWN", 12, 20)]


def test_one_cause_gives_one_finding() -> None:
    data = TEI.format(body="<p>Dear Sir</p>").replace("sourceDesc", "sourcedesc")
    assert [f.code for f in check_bytes(data.encode())] == ["SCHEMA-ELEMENT-UNKNOWN"]
    data = TEI.format(body='<listPerson><person id="ada"><persName>Ada</persName></person></listPerson>')
    assert [(f.code, f.hint) for f in check_bytes(data.encode())] == [
        ("SCHEMA-ATTRIBUTE-HABIT", "did you mean @xml:id?")
    ]


def test_elements_of_another_vocabulary_get_one_finding() -> None:
    data = b"<html><head><title>A</title></head><body><p>B</p><p>C</p></body></html>"
    assert [finding.code for finding in check_bytes(data)] == ["TEI-ROOT"]


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ('<p><date when="27.02.1850">x</date></p>', 'dates are written year-month-day: when="1850-02-27"'),
        ('<p><date when="2/27/1850">x</date></p>', 'dates are written year-month-day: when="1850-02-27"'),
        ('<p><time when="17:30">x</time></p>', 'times are written hour:minute:second: when="17:30:00"'),
        ('<p><time when="noon">x</time></p>', "times are written hour:minute:second: 17:30:00"),
        (
            '<p><date when="1848" dur="P3W">x</date></p>',
            "a length of time is written P21D, P2M, P1Y or PT2H; three weeks are 21 days",
        ),
        ('<p><date when="1850-2">x</date></p>', 'dates are written year-month-day: when="1850-02"'),
        ('<p><persname>Ada</persname></p>', "did you mean <persName>?"),
        (
            '<p><said who="ada">Yes</said></p>',
            'write who="#ada", and the same name without # as xml:id of the record',
        ),
        ('<quote who="#x"><p>Yes</p></quote>', 'say who speaks with <said who="..."> inside the <quote>'),
        ("<p>Yes</p><head>Late</head>", "move it before <p>"),
        ("<div><p>Yes</p></div><p>Late</p>", "move it before <div>"),
        ("<p>one <b>two</b></p>", 'bold type is <hi rend="bold">'),
        ('<p lang="de">Ja</p>', "did you mean @xml:lang?"),
        ('<p class="big">Ja</p>', 'what kind of thing it is says type="...", how it looks rend="..."'),
    ],
)  # fmt: skip
def test_the_hint_says_what_to_write(body: str, hint: str) -> None:
    assert hint in hints(body)


def test_a_date_that_could_be_read_two_ways_is_not_guessed() -> None:
    assert all(
        "1850-0" not in hint.partition(":")[0] for hint in hints('<p><date when="2/3/1850">x</date></p>')
    )
    assert 'when="1850' not in hints('<p><date when="2/3/1850">x</date></p>')[0]


@pytest.mark.parametrize(
    "value", ["2000-02-29", "1900-02-28", "-0044-03-15", "--02-29", "1850-02-27T17:00:00"]
)
def test_dates_that_exist_are_left_alone(value: str) -> None:
    assert check(f'<p><date when="{value}">then</date></p>') == []


@pytest.mark.parametrize(
    "value",
    ["1900-02-29", "1850-04-31", "1850-13", "--02-30", "1850-00-10", "0000", "0000-03-01", "-0043-02-29"],
)
def test_dates_that_no_calendar_has_are_told(value: str) -> None:
    assert [f.code for f in check(f'<p><date when="{value}">then</date></p>')] == ["TEI-DATE-IMPOSSIBLE"]


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("1850", "1850-02"),
        ("1850-02", "1850"),
        ("-0044", "0014"),
        ("-0100-07-13", "-0043-03-15"),
        ("-0043-03-15", "-0043"),
        ("-0043", "-0043-03-15"),
        ("1850", "1850"),
        ("1850-02-27T10:00:00", "1850-02-27"),
        ("1850-02-27T10:00:00", "1850-02-27T10:00:00"),
        ("1850-02-27T17:00:00+01:00", "1850-02-27T16:30:00Z"),
        ("--11-01", "--02-28"),
    ],
)
def test_a_span_goes_forward_as_long_as_it_can_hold_a_day(begin: str, end: str) -> None:
    assert check(f'<p><date from="{begin}" to="{end}">then</date></p>') == []


@pytest.mark.parametrize("names", [("from", "to"), ("notBefore", "notAfter")])
@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("-0043", "-0044"),
        ("-0043-03-15", "-0100-07-13"),
        ("0014", "-0043"),
        ("1850-03", "1850-02-27"),
        ("1851", "1850-12-31"),
        ("1850-02-27T17:00:00", "1850-02-27T10:00:00"),
    ],
)
def test_a_span_that_holds_no_day_is_told(begin: str, end: str, names: tuple[str, str]) -> None:
    found = check(f'<p><date {names[0]}="{begin}" {names[1]}="{end}">then</date></p>')
    assert [finding.code for finding in found] == ["TEI-DATE-ORDER"]


def test_dates_by_another_calendar_are_the_encoders_own() -> None:
    custom = 'when-custom="0002-13-05" from-custom="prairial" to-custom="0001-02-30 floréal"'
    assert check(f'<p xml:id="republican"><date {custom} calendar="#republican">then</date></p>') == []
    found = check(f'<p><date {custom} calendar="#republican">then</date></p>')
    assert [finding.code for finding in found] == ["TEI-POINTER-DANGLING"]


def test_the_verdict_on_a_document_is_the_same_each_time_and_agrees_with_the_findings() -> None:
    schema = load_schema()
    for body, valid in (('<p xml:id="a">x</p>', True), ('<p xml:id="a">x</p><p xml:id="a">y</p>', False)):
        document, _ = parse(TEI.format(body=body).encode(), name="x.xml", stem="x")
        assert document is not None
        for _ in range(3):
            assert bool(validate_document(document, schema)) is not valid
        if valid:
            assert is_valid(document.data, schema) is True


def test_a_dangling_pointer_is_no_matter_of_the_schema_but_is_told() -> None:
    document, _ = parse(TEI.format(body='<p corresp="#x"/>').encode(), name="x.xml", stem="x")
    assert document is not None
    assert is_valid(document.data, load_schema())
    assert [f.code for f in validate_document(document, load_schema())] == ["TEI-POINTER-DANGLING"]


def test_a_schema_in_several_files_is_read_from_its_own_folder(tmp_path: Path) -> None:
    rng = 'xmlns="http://relaxng.org/ns/structure/1.0"'
    (tmp_path / "parts.rng").write_text(
        f'<grammar {rng}><start><element name="a"><ref name="inside"/></element></start>'
        '<define name="inside"><text/></define></grammar>'
    )
    main = tmp_path / "main.rng"
    main.write_text(
        f'<grammar {rng}><include href="parts.rng"><define name="inside">'
        '<element name="b"><text/></element></define></include></grammar>'
    )
    schema = load_schema(main)
    assert validate_bytes(b"<a><b/></a>", name="x", stem="x", schema=schema) == []
    assert [f.code for f in validate_bytes(b"<a>b</a>", name="x", stem="x", schema=schema)] == [
        "SCHEMA-TEXT-PLACE"
    ]


def test_a_schema_does_not_read_files_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "secret.rng").write_text('<text xmlns="http://relaxng.org/ns/structure/1.0"/>')
    folder = tmp_path / "schemas"
    folder.mkdir()
    (folder / "a.rng").write_text(
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="../secret.rng"/></grammar>'
    )
    with pytest.raises(CannotRunError) as refusal:
        load_schema(folder / "a.rng")
    assert refusal.value.diagnostic.code == "SCHEMA-INCLUDE-OUTSIDE"


def test_a_container_in_the_wrong_place_is_one_finding_however_much_it_holds() -> None:
    found = check("<date><p>One</p><p>Two</p><table><row><cell>3</cell></row></table></date><p>Four</p>")
    assert [finding.code for finding in found] == ["SCHEMA-ELEMENT-PLACE"]


def test_the_same_child_in_the_wrong_parent_is_told_once() -> None:
    found = check("<p>Dear <hi>Sir<p>One</p><p>Two</p></hi> <persname/> and <persname/></p>")
    assert [finding.code for finding in found] == [
        "SCHEMA-ELEMENT-PLACE",
        "SCHEMA-ELEMENT-UNKNOWN",
        "SCHEMA-ELEMENT-UNKNOWN",
    ]


def test_what_may_come_once_only_is_called_so() -> None:
    data = TEI.format(body="<p>x</p>").replace(
        "<sourceDesc>", "<titleStmt><title>B</title></titleStmt><sourceDesc>"
    )
    found = check_bytes(data.encode())
    assert [finding.message for finding in found] == ["<titleStmt> cannot come again in <fileDesc>"]


def test_a_schema_that_changed_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "a.rng"
    rng = 'xmlns="http://relaxng.org/ns/structure/1.0"'
    for number, name in enumerate(("a", "b")):
        path.write_text(f'<element name="{name}" {rng}><empty/></element>')
        os.utime(path, (number, number))
        found = validate_bytes(f"<{name}/>".encode(), name="x", stem="x", schema=load_schema(path))
        assert found == []
