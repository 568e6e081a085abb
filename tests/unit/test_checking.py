"""`edition validate` as a whole: by which schema, many documents, repairs, forms of the findings, weights."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random

import pytest

from edition.checking import Checked, Order, Paper, check_all
from edition.engine import Failure, Outcome
from edition.resources import resource
from tests.command import edition

HEADER = """\
<teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt>
<publicationStmt><publisher>The editors</publisher><availability><licence>Free</licence></availability>
<date when="2026">2026</date></publicationStmt><sourceDesc><p>Mine.</p></sourceDesc></fileDesc></teiHeader>
"""
SCH = "http://purl.oclc.org/dsdl/schematron"
RNG = "http://relaxng.org/ns/structure/1.0"
SMALL = f"""\
<grammar xmlns="{RNG}" xmlns:sch="{SCH}">
  <start><element name="letter">
    <sch:pattern><sch:rule context="letter">
      <sch:assert test="normalize-space()">a letter says something</sch:assert>
    </sch:rule></sch:pattern>
    <text/></element></start>
</grammar>
"""


def tei(body: str, before: str = "") -> str:
    return (
        f'{before}<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en">\n{HEADER}'
        f"<text><body>\n{body}\n</body></text></TEI>\n"
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, text: str) -> str:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")
    return path


# -- by which schema


def test_a_document_is_measured_by_the_schema_it_names(folder: Path) -> None:
    write("schemas/letter.rng", SMALL)
    model = f'<?xml-model href="../schemas/letter.rng" type="application/xml" schematypens="{RNG}"?>\n'
    assert edition("validate", write("texts/a.xml", f"{model}<letter>Dear Sir</letter>")).code == 0
    said = edition("validate", write("texts/b.xml", f"{model}<note>Dear Sir</note>"))
    assert "the root element is <note>, the schema asks for <letter>" in said.out


def test_the_schema_given_goes_before_the_one_a_document_names(folder: Path) -> None:
    write("letter.rng", SMALL)
    write("note.rng", SMALL.replace("letter", "note"))
    path = write("a.xml", '<?xml-model href="letter.rng"?>\n<note>Dear Sir</note>')
    assert edition("validate", path).code == 1
    assert edition("validate", path, "--schema", "note.rng").code == 0


def test_a_schema_on_a_network_is_not_asked_for_and_that_is_said(folder: Path) -> None:
    href = "https://example.org/tei_all.rng"
    path = write("a.xml", tei("<p>Dear Sir</p>", f'<?xml-model href="{href}" schematypens="{RNG}"?>\n'))
    said = edition("validate", path)
    assert said.code == 0
    assert f"a.xml:1:1 info SCHEMA-REMOTE  the document names the schema {href}" in said.out


def test_a_schema_that_is_not_there_is_no_silent_pass(folder: Path) -> None:
    path = write("a.xml", tei("<p>Dear Sir</p>", '<?xml-model href="gone.rng"?>\n'))
    said = edition("validate", path)
    assert (said.code, "SCHEMA-NAMED" in said.out) == (1, True)
    assert "the document was not checked" in said.out


def test_rules_in_the_schema_are_checked_with_it_unless_they_are_left_out(folder: Path) -> None:
    write("letter.rng", SMALL)
    path = write("a.xml", '<?xml-model href="letter.rng"?>\n<letter> </letter>')
    assert "a letter says something" in edition("validate", path).out
    assert edition("validate", path, "--no-rules").code == 0


def test_rules_can_be_given_apart(folder: Path) -> None:
    rules = f"""<schema xmlns="{SCH}" queryBinding="xslt3">
      <ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
      <pattern><rule context="t:body/t:p"><assert test="@n">a paragraph has a number</assert></rule></pattern>
      </schema>"""
    path = write("a.xml", tei('<p n="1">Dear Sir</p>\n<p>Yours</p>'))
    said = edition("validate", path, "--rules", write("house.sch", rules))
    lines = [line for line in said.out.splitlines() if line.startswith("a.xml")]
    assert lines == ["a.xml:7:1 error RULE-BROKEN  a paragraph has a number"]


# -- many documents


def test_a_folder_without_documents_is_an_error(folder: Path) -> None:
    (folder / "empty").mkdir()
    said = edition("validate", "empty")
    assert (said.code, "FILE-NONE" in said.err) == (2, True)


def test_standard_input_is_checked(folder: Path) -> None:
    said = edition("validate", "-", stdin=tei("<persname>Ada</persname>").encode())
    assert said.out.startswith("<stdin>:6:1 error SCHEMA-ELEMENT-UNKNOWN")


def test_documents_are_checked_together(folder: Path) -> None:
    write("tei/a.xml", tei('<p xml:id="p1">Dear Sir</p>'))
    write(
        "tei/b.xml",
        tei('<p>See <ref target="a.xml#p1">there</ref>, not <ref target="a.xml#p2">here</ref>.</p>'),
    )
    said = edition("validate", "tei")
    assert [line.split()[2] for line in said.out.splitlines() if line.startswith("tei")] == [
        "TEI-FILE-POINTER"
    ]


def test_one_process_and_two_find_the_same() -> None:
    papers = [
        Paper(f"{number}.xml", str(number), None, tei(f'<p n="{number}">x <persname/></p>').encode())
        for number in range(12)
    ]
    order = Order()
    assert list(check_all(papers, order, jobs=2)) == list(check_all(papers, order, jobs=1))


def test_a_document_that_ends_its_process_is_said_to_and_spares_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def ordered_map(work: str, papers: Iterable[Paper], **_: object) -> Iterator[Outcome]:
        for paper in papers:
            dies = paper.name == "1.xml"
            yield (
                Outcome(failure=Failure("crashed", "signal 11")) if dies else Outcome(Checked(paper.name, ()))
            )

    monkeypatch.setattr("edition.engine.ordered_map", ordered_map)
    papers = [Paper(f"{number}.xml", str(number), None, b"<a/>") for number in range(3)]
    found = list(check_all(papers, Order(), jobs=2))
    assert [[one.code for one in checked.findings] for checked in found] == [[], ["FILE-GAVE-OUT"], []]
    assert [checked.name for checked in found] == ["0.xml", "1.xml", "2.xml"]


# -- repairs

BROKEN = '<p lang="de">Ja, <persname>Ada</persname> kam am <date when="27.02.1850">27. Febr.</date></p>'
MENDED = '<p xml:lang="de">Ja, <persName>Ada</persName> kam am <date when="1850-02-27">27. Febr.</date></p>'


def test_what_leaves_no_doubt_is_repaired_and_nothing_else_touched(folder: Path) -> None:
    path = write("a.xml", tei(f"{BROKEN}\n<p   n='1' >and <rdg>more</rdg></p><!-- kept -->"))
    said = edition("validate", path, "--fix")
    assert Path(path).read_text(encoding="utf-8") == tei(
        f"{MENDED}\n<p   n='1' >and <rdg>more</rdg></p><!-- kept -->"
    )
    assert "1 document repaired" in said.err
    assert [line.split()[2] for line in said.out.splitlines() if line.startswith("a.xml")] == [
        "SCHEMA-ELEMENT-LEFT-OUT"
    ]


def test_a_difference_is_shown_and_nothing_changed(folder: Path) -> None:
    path = write("a.xml", tei(BROKEN))
    said = edition("validate", path, "--diff")
    assert f"-{BROKEN}\n+{MENDED}\n" in said.out
    assert Path(path).read_text(encoding="utf-8") == tei(BROKEN)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_repaired_file_keeps_its_encoding_and_line_ends(folder: Path, encoding: str) -> None:
    declared = encoding.removesuffix("-sig").upper()
    declaration = f'<?xml version="1.0" encoding="{declared}"?>\r\n'
    before, after = (
        tei(body, declaration).replace("\n", "\r\n").encode(encoding)
        for body in ("<p lang='de'>\n J\u00e4</p>", "<p xml:lang='de'>\n J\u00e4</p>")
    )
    Path("a.xml").write_bytes(before)
    edition("validate", "a.xml", "--fix")
    assert Path("a.xml").read_bytes() == after


def test_an_ampersand_and_the_entities_of_html_are_repaired(folder: Path) -> None:
    path = write("a.xml", tei("<p>Smith & Sons&nbsp;&amp; <![CDATA[A & B]]></p>"))
    assert edition("validate", path, "--fix").code == 0
    assert "<p>Smith &amp; Sons\u00a0&amp; <![CDATA[A & B]]></p>" in Path(path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "body",
    [
        '<p><date when="02/03/1850">then</date></p>',  # February or March
        "<p><perzName>Ada</perzName></p>",  # a guess
        '<p lang="de" xml:lang="en">Ja</p>',  # two that contradict each other
        "<p>if a < b</p>",
    ],
)
def test_what_leaves_a_doubt_is_not_repaired(folder: Path, body: str) -> None:
    path = write("a.xml", tei(body))
    assert edition("validate", path, "--fix").code == 1
    assert Path(path).read_text(encoding="utf-8") == tei(body)


# -- forms


def test_many_findings_alike_are_counted_as_text_and_all_in_the_other_forms(folder: Path) -> None:
    write("a.xml", tei('<p xml:lang="lat">Ave.</p>\n' * 9))
    text = edition("validate", "a.xml")
    assert text.out.count("TEI-LANGUAGE  ") == 5
    assert "… and 4 more like it in a.xml (edition validate a.xml --format json lists all)" in text.out
    assert "9 warnings" in text.err
    assert len(json.loads(edition("validate", "a.xml", "--format", "json").out)) == 9
    assert len(json.loads(edition("validate", "a.xml", "--format", "sarif").out)["runs"][0]["results"]) == 9
    assert edition("validate", "a.xml", "--format", "github").out.count("title=TEI-LANGUAGE") == 9


def test_sarif_has_rule_place_and_words(folder: Path) -> None:
    said = edition("validate", write("a b.xml", tei("<p>x <persname/></p>")), "--format", "sarif")
    run = json.loads(said.out)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["SCHEMA-ELEMENT-UNKNOWN"]
    (result,) = run["results"]
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b.xml"
    assert place["region"] == {"startLine": 6, "startColumn": 6, "endColumn": 17}
    assert result["message"]["text"].endswith("did you mean <persName>?")


def test_github_gets_one_line_each(folder: Path) -> None:
    said = edition("validate", write("a.xml", tei('<p><date when="50%"/></p>')), "--format", "github")
    assert said.out.startswith("::error file=a.xml,line=6,col=10,endColumn=20,title=TEI-DATE-VALUE::")
    assert '@when="50%25" is not a date%0A' in said.out
    assert said.out.count("\n") == 1


def test_the_findings_of_no_document_are_an_empty_list_in_each_form(folder: Path) -> None:
    path = write("a.xml", tei("<p>Dear Sir</p>"))
    assert edition("validate", path, "--format", "json").out == "[]\n"
    assert json.loads(edition("validate", path, "--format", "sarif").out)["runs"][0]["results"] == []
    assert edition("validate", path, "--format", "github").out == ""


# -- weights


def test_an_edition_may_ignore_a_code_or_weigh_it_otherwise(folder: Path) -> None:
    write("tei/a.xml", tei("<p>x <persname/></p>"))
    write("tei/old/b.xml", tei("<p>x <persname/></p>"))
    code = "SCHEMA-ELEMENT-UNKNOWN"
    for ignored, left, exits in (
        (f'ignore = ["{code}"]', 0, 0),
        (f'ignore = ["{code} old/*.xml"]', 1, 1),
        (f'severity = {{ {code} = "warning" }}', 2, 0),
    ):
        write("edition.toml", f"[validate]\n{ignored}\n")
        said = edition("validate", "tei")
        assert (said.out.count(code + "  "), said.code) == (left, exits), ignored
        assert (f"({2 - left} ignored, as edition.toml asks)" in said.err) == (left < 2)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('ignore = ["SCHEMA-ELEMENT-UNKNOWM"]', "did you mean SCHEMA-ELEMENT-UNKNOWN?"),
        ('severity = { TEI-ROOT = "fatal" }', "error, warning, info"),
        ('ignor = ["TEI-ROOT"]', "did you mean ignore?"),
    ],
)
def test_a_mistake_in_the_weights_is_named(folder: Path, line: str, named: str) -> None:
    write("edition.toml", f"[validate]\n{line}\n")
    said = edition("validate", write("a.xml", tei("<p>x</p>")))
    assert (said.code, named in said.err) == (2, True)
    assert "edition.toml:2:" in said.err
    assert "CONFIG-" in said.err


def test_a_code_to_ignore_that_there_is_not_is_refused(folder: Path) -> None:
    write("edition.toml", '[validate]\nignore = ["TEI-ROT"]\n')
    said = edition("validate", write("a.xml", tei("<p>x</p>")))
    assert "edition.toml:2:12 error CONFIG-CODE  there is no code TEI-ROT" in said.err


def test_a_document_of_one_line_is_told_its_places_as_quickly(folder: Path) -> None:
    body = "".join(f"<p>é{number}<persname/></p>" for number in range(2_000))
    path = write("a.xml", tei(body).replace("\n", ""))
    found = json.loads(edition("validate", path, "--format", "json").out)
    text = Path(path).read_text(encoding="utf-8")
    assert [finding["column"] for finding in found] == [
        match.start() + 1 for match in re.finditer("<persname/>", text)
    ]


def test_a_schema_that_explodes_is_stopped(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("edition.relaxng.patterns.MOST", 1_000)
    either = '<choice><ref name="a"/><ref name="b"/></choice>'
    defines = "".join(
        f'<define name="{name}"><element name="{name}"><empty/></element></define>' for name in "ab"
    )
    write(
        "a.rng",
        f'<grammar xmlns="{RNG}"><start><element name="all"><zeroOrMore>{either}</zeroOrMore>'
        f'<ref name="a"/>{either * 16}</element></start>{defines}</grammar>',
    )
    chance = Random(1)
    body = "".join(f"<{chance.choice('ab')}/>" for _ in range(4_000))
    said = edition("validate", write("a.xml", f"<all>{body}</all>"), "--schema", "a.rng")
    assert (said.code, "SCHEMA-TOO-COMPLEX" in said.out) == (1, True)


def test_our_own_schema_is_found_by_a_document_beside_it(folder: Path) -> None:
    shutil.copy(resource("schemas", "edition.rng"), folder / "edition.rng")
    model = f'<?xml-model href="edition.rng" type="application/xml" schematypens="{RNG}"?>\n'
    assert edition("validate", write("a.xml", tei("<p>Dear Sir</p>", model))).code == 0
