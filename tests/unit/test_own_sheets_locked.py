"""A sheet of an edition's own reads nothing: not while it is compiled, nor while it runs.

Editions travel: whoever builds one that came from somebody else lends its sheet this machine.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from edition.diagnostics import CannotRunError
from edition.engine import ordered_map
from edition.model import Position
from edition.publish import Frame, publish
from edition.publish.own_sheet import own_sheet
from edition.resources import resource
from edition.saxon import TRANSFORMER, Setup, Task
from edition.tei import parse

LETTER = b"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Letter</title></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>
</fileDesc></teiHeader><text><body><div><p>Of <hi rend="italic">tea</hi>.</p></div></body></text></TEI>"""
DOCUMENT = "<hi>tea</hi>"
OURS = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text"/>
  <xsl:template match="hi" expand-text="yes">({.})</xsl:template>
</xsl:stylesheet>"""
AS_IT_IS = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:mode on-no-match="shallow-copy"/></xsl:stylesheet>"""
HEAD = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="#all">
"""
SHEET = HEAD + "{}\n</xsl:stylesheet>"
SECRET = "the combination is 4711"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of an edition, beside which something private lies."""
    private = tmp_path / "private"
    private.mkdir()
    (private / "secret.txt").write_text(SECRET)
    (private / "secret.xml").write_text(f"<private>{SECRET}</private>")
    (private / "secret.json").write_text(f'"{SECRET}"')
    (private / "secret.xsl").write_text(SHEET.format(shown(f"'{SECRET}'")))
    own = tmp_path / "own"
    own.mkdir()
    return own


def shown(expression: str, before: str = "") -> str:
    """A sheet's inside that shows what an expression gives in place of italics."""
    return f'{before}<xsl:template match="hi"><xsl:value-of select="{expression}"/></xsl:template>'


def static(expression: str) -> str:
    """The same, where the expression is worked out while the sheet is compiled."""
    return shown("$v", f'<xsl:variable name="v" static="yes" select="{expression}"/>')


def results(folder: Path, sheets: Mapping[str, str]) -> dict[str, str]:
    """What each sheet makes of the document, or why it makes nothing, all in one worker process."""
    entry, prepare = folder.parent / "ours.xsl", folder.parent / "prepare.xsl"
    entry.write_text(OURS)
    prepare.write_text(AS_IT_IS)
    own, done = {}, {}
    for number, (name, sheet) in enumerate(sheets.items()):
        path = folder / f"my{number}.xsl"
        path.write_text(sheet, encoding="utf-8")
        try:
            own[name] = own_sheet(path, entry).text
        except CannotRunError as refused:
            done[name] = f"fault: {refused.diagnostic.message}"
    setup = Setup(str(prepare), dict.fromkeys(own, str(entry)), own=own)
    (outcome,) = ordered_map(TRANSFORMER, [Task(DOCUMENT, {name: {} for name in own})], setup=setup)
    if outcome.failure is not None:
        return dict.fromkeys(sheets, f"fault: {outcome.failure.kind}")
    faults = {fault.sheet: f"fault: {fault.reason} {fault.where}" for fault in outcome.value.faults}
    return done | faults | dict(outcome.value.results)


def result(folder: Path, sheet: str) -> str:
    return results(folder, {"": sheet})[""]


def refusal(folder: Path, sheet: str | None = None) -> str:
    """What is said of a sheet before anything is compiled; empty where nothing is."""
    path = folder / "my.xsl"
    if sheet is not None:
        path.write_text(sheet)
    try:
        own_sheet(path, Path(str(resource("xslt", "html.xsl"))))
    except CannotRunError as refused:
        one = refused.diagnostic
        at = f"{one.position.line}:{one.position.column}" if one.position else ""
        return f"{one.path}:{at} {one.code} {one.message}"
    return ""


READING = {
    "doc": "string(doc('{uri}.xml'))",
    "document": "string(document('{uri}.xml'))",
    "unparsed-text": "unparsed-text('{uri}.txt')",
    "unparsed-text-lines": "string-join(unparsed-text-lines('{uri}.txt'))",
    "json-doc": "json-doc('{uri}.json')",
    "collection": "string-join(collection('{folder}?select=*.xml'))",
    "uri-collection": "string-join(uri-collection('{folder}'))",
    "by name": (
        "function-lookup(QName('http://www.w3.org/2005/xpath-functions', 'unparsed-text'), 1)('{uri}.txt')"
    ),
    "by reference": "('{uri}.txt') ! unparsed-text(.)",
    "a sheet": (
        "string(transform(map{{'stylesheet-location': '{uri}.xsl', 'source-node': "
        "parse-xml('&lt;hi/>')}})?output)"
    ),
    "an entity": (
        "string(parse-xml('&lt;!DOCTYPE a [&lt;!ENTITY e SYSTEM &quot;{uri}.txt&quot;>]>"
        "&lt;a>&amp;e;&lt;/a>'))"
    ),
}
LOOKING = {
    "doc-available": "doc-available('{uri}.xml')",
    "unparsed-text-available": "unparsed-text-available('{uri}.txt')",
}
OF_THE_MACHINE = {
    "environment-variable": "environment-variable('PATH')",
    "available-environment-variables": "string-join(available-environment-variables())",
    "system-property": "system-property('user.home')",
}
HARMLESS = {
    "a text": "'tea'",
    "a table": "map{{'a': 'tea'}}?a",
    "words": "string-join(('t', 'e', 'a'))",
    "a document in the sheet": "string(parse-xml('&lt;a>tea&lt;/a>'))",
    "a name like that of a function": "'tea'[. ne 'doc(x)']",
}


def written(expression: str, folder: Path) -> str:
    private = folder.parent / "private"
    return expression.format(uri=(private / "secret").as_uri(), folder=private.as_uri())


WHEN = {"run": shown, "compiled": static}


def both(ways: Mapping[str, str], folder: Path) -> dict[str, str]:
    """Sheets in which each way is tried while they run and while they are compiled."""
    return {
        f"{way}, {when}": SHEET.format(sheet(written(expression, folder)))
        for way, expression in ways.items()
        for when, sheet in WHEN.items()
    }


def test_no_file_is_read(folder: Path) -> None:
    sheets = both(READING, folder)
    crashing = sheets.pop("collection, compiled")  # Saxon itself gives out
    done = results(folder, sheets) | {"collection, compiled": result(folder, crashing)}
    assert len(done) == 2 * len(READING)
    for way, made in done.items():
        assert made.startswith("fault: "), way
        assert SECRET not in made, way


def test_these_ways_lead_somewhere_where_nothing_is_locked(folder: Path) -> None:
    """Without this, a mistake in them would look like a lock."""
    sheets = both(READING, folder)
    for way in ("collection, compiled", "document, compiled"):
        del sheets[way]  # Saxon itself cannot do it
    open_room = (
        "import json, sys; from saxonche import PySaxonProcessor as P; p = P(license=False); "
        "given = json.load(sys.stdin); document = p.parse_xml(xml_text=given[0]); json.dump([(way, "
        "p.new_xslt30_processor().compile_stylesheet(stylesheet_text=sheet).transform_to_string(xdm_node=document)"
        ") for way, sheet in given[1].items()], sys.stdout)"
    )
    given = json.dumps([DOCUMENT, sheets])
    run = subprocess.run(
        [sys.executable, "-c", open_room], input=given, capture_output=True, text=True, check=True
    )
    for way, made in json.loads(run.stdout):
        assert SECRET in made or "secret.xml" in made, way


def test_what_the_gathering_would_overlook_saxon_cannot_open(folder: Path) -> None:
    """The text that is compiled, with an address of a file in it after all."""
    entry, secret = folder.parent / "ours.xsl", folder.parent / "private" / "secret.xsl"
    entry.write_text(OURS)
    (folder.parent / "prepare.xsl").write_text(AS_IT_IS)
    own = SHEET.format(f'<xsl:include href="{secret.as_uri()}"/>')
    setup = Setup(str(folder.parent / "prepare.xsl"), {"html": str(entry)}, own={"html": own})
    (outcome,) = ordered_map(TRANSFORMER, [Task(DOCUMENT, {"html": {}})], setup=setup)
    (fault,) = outcome.value.faults
    assert fault.kind == "own"
    assert "prohibited" in fault.reason


def test_it_is_not_even_learnt_whether_a_file_is_there(folder: Path) -> None:
    assert set(results(folder, both(LOOKING, folder)).values()) == {"false"}


def test_nothing_is_learnt_of_the_machine(folder: Path) -> None:
    assert set(results(folder, both(OF_THE_MACHINE, folder)).values()) == {""}


def test_what_reads_nothing_works_at_either_time(folder: Path) -> None:
    done = results(folder, both(HARMLESS, folder))
    assert done == dict.fromkeys(done, "tea")


def test_conditions_and_attributes_that_are_worked_out_read_nothing_and_work_where_they_need_not(
    folder: Path,
) -> None:
    secret = (folder.parent / "private" / "secret.txt").as_uri()
    use_when = '<xsl:template match="hi" use-when="{}">own</xsl:template>'
    match = '<xsl:template _match="{{{}}}">own</xsl:template>'
    made = results(
        folder,
        {
            name: SHEET.format(sheet)
            for name, sheet in {
                "condition reads": use_when.format(f"contains(unparsed-text('{secret}'), '4711')"),
                "condition holds": use_when.format("1 + 1 = 2"),
                "condition fails": use_when.format("1 + 1 = 3"),
                "attribute reads": match.format(f"unparsed-text('{secret}')"),
                "attribute": match.format("'h' || 'i'"),
            }.items()
        },
    )
    assert made.pop("condition reads").startswith("fault: ")
    assert made.pop("attribute reads").startswith("fault: ")
    assert made == {"condition holds": "own", "condition fails": "(tea)", "attribute": "own"}


@pytest.mark.parametrize("asking", ["include", "import"])
@pytest.mark.parametrize(
    "href",
    ["{uri}.xsl", "../private/secret.xsl", "%2E%2E/private/secret.xsl", "{path}.xsl", "linked.xsl",
     "linked/secret.xsl", "http://localhost:1/a.xsl", "//localhost/a.xsl", "jar:{uri}.jar!/a.xsl",
     "data:application/xml,%3Ca/%3E", "", "part.xsl#id", "part.xsl?x"],
)  # fmt: skip
def test_a_sheet_from_elsewhere_is_refused_with_the_place_that_asks_for_it(
    folder: Path, asking: str, href: str
) -> None:
    private = folder.parent / "private"
    if href.startswith("linked"):
        target = private / "secret.xsl" if href.endswith("d.xsl") else private
        (folder / href.partition("/")[0]).symlink_to(target)
    href = href.format(uri=(private / "secret").as_uri(), path=private / "secret")
    (folder / "part.xsl").write_text(SHEET.format(""))
    made = refusal(folder, SHEET.format(f'\n  <xsl:{asking} href="{href}"/>'))
    assert made.startswith(f"my.xsl:4:{len(asking) + 9} PUBLISH-OWN-SHEET ")
    assert "is no file in the folder of the sheet" in made


def test_a_sheet_in_the_folder_is_taken_along_with_those_that_it_includes(folder: Path) -> None:
    (folder / "below").mkdir()
    part = SHEET.format('<xsl:include href="inner%20part.xsl"/>')
    for place in (folder, folder / "below"):
        (place / "part.xsl").write_text(part)
        (place / "inner part.xsl").write_text(SHEET.format(shown("'té ' || name()")), encoding="utf-8")
    (folder / "inside.xsl").symlink_to(folder / "part.xsl")
    hrefs = ("part.xsl", "./part.xsl", "part%2Exsl", "below/../part.xsl", "below/part.xsl", "inside.xsl")
    made = results(
        folder,
        {
            f"{asking} {href}": SHEET.format(f'<xsl:{asking} href = "{href}" />')
            for asking in ("include", "import")
            for href in hrefs
        },
    )
    assert len(made) == 12
    assert made == dict.fromkeys(made, "té hi")


def test_what_imports_goes_before_what_is_imported_and_both_before_ours(folder: Path) -> None:
    around = '<xsl:template match="hi" {}>{}<xsl:next-match/>{}</xsl:template>'
    (folder / "part.xsl").write_text(SHEET.format(around.format("", "[", "]")))
    outer = '<xsl:import href="part.xsl"/>' + around.format('priority="-9"', "{", "}")
    assert result(folder, SHEET.format(outer)) == "{[(tea)]}"


@pytest.mark.parametrize(
    ("asking", "reason"),
    [
        ("<xsl:include _href=\"{'part.xsl'}\"/>", "worked out (_href)"),
        ('<xsl:include href="part.xsl" _href="{\'other.xsl\'}"/>', "worked out (_href)"),
        ('<xsl:include href="part.xsl" xml:base="../private/"/>', "xml:base"),
        ('<xsl:include href="nowhere.xsl"/>', "nowhere.xsl: there is no such file"),
        ('<xsl:include href="my.xsl"/>', "includes itself"),
        ('<xsl:include href="round.xsl"/>', "includes itself"),
        ('<xsl:include href="."/>', "directory"),
    ],
)
def test_what_cannot_be_followed_is_refused_with_its_reason(folder: Path, asking: str, reason: str) -> None:
    (folder / "part.xsl").write_text(SHEET.format(""))
    (folder / "round.xsl").write_text(SHEET.format('<xsl:include href="my.xsl"/>'))
    made = refusal(folder, SHEET.format(asking))
    assert "PUBLISH-OWN-SHEET " in made
    assert reason in made


def test_sheets_that_double_at_each_step_are_refused(folder: Path) -> None:
    for number in range(20):
        twice = f'<xsl:import href="s{number + 1}.xsl"/>' * 2
        (folder / f"s{number}.xsl").write_text(SHEET.format(twice))
    (folder / "s20.xsl").write_text(SHEET.format(""))
    assert "more than 200 sheets" in refusal(folder, SHEET.format('<xsl:import href="s0.xsl"/>'))
    assert not refusal(folder, SHEET.format('<xsl:import href="s16.xsl"/>'))


@pytest.mark.parametrize(
    ("doctype", "template", "line"),
    [
        ('<!DOCTYPE a [<!ENTITY e SYSTEM "{uri}.txt">]>', shown("'&e;'"), 3),
        ('<!DOCTYPE a [<!ENTITY % e SYSTEM "{uri}.txt">%e;]>', "", 1),
        ('<!DOCTYPE a SYSTEM "{uri}.txt">', "", 1),
    ],
)
def test_a_sheet_that_brings_a_file_in_by_its_doctype_is_refused(
    folder: Path, doctype: str, template: str, line: int
) -> None:
    bringing = doctype.format(uri=(folder.parent / "private" / "secret").as_uri()) + SHEET.format(template)
    (folder / "part.xsl").write_text(bringing)
    assert refusal(folder, bringing).startswith(f"my.xsl:{line}:")
    assert refusal(folder, SHEET.format('<xsl:include href="part.xsl"/>')).startswith(f"part.xsl:{line}:")


def test_entities_of_the_sheet_itself_stand_for_signs_and_for_declarations(folder: Path) -> None:
    include = '<xsl:include xmlns:xsl="http://www.w3.org/1999/XSL/Transform" href="part.xsl"/>'
    doctype = f"<!DOCTYPE a [\n<!ENTITY tea 'té'>\n<!ENTITY in '{include}'>\n]>\n"
    (folder / "part.xsl").write_text(SHEET.format(shown("'tea'")))
    made = results(
        folder,
        {
            "sign": doctype + SHEET.format(shown("'&tea;'")),
            "declaration": doctype + SHEET.format("&in;"),
            "fault": doctype + SHEET.format("\n<xsl:nothing/>"),
        },
    )
    assert made["sign"] == "té"
    assert made["declaration"] == "tea"
    assert "on line 8 column 15 of my2.xsl" in made["fault"]


def test_a_sheet_writes_nothing_and_calls_nothing(folder: Path) -> None:
    secret = (folder.parent / "private" / "secret").as_uri()
    written_to = folder.parent / "written.xml"
    hi = '<xsl:template match="hi">{}</xsl:template>'
    calling = '<xsl:value-of xmlns:t="java:java.lang.System" select="t:getProperty(\'user.home\')"/>'
    sheets = {
        "writes": hi.format(f'<xsl:result-document href="{written_to.as_uri()}"><a/></xsl:result-document>'),
        "reads": hi.format(f'<xsl:source-document href="{secret}.xml"><a/></xsl:source-document>'),
        "evaluates": hi.format("<xsl:evaluate xpath=\"'1'\"/>"),
        "calls": hi.format(calling),
        "schema": f'<xsl:import-schema schema-location="{secret}.xml"/>',
        "package": f'<xsl:use-package name="{secret}.xsl"/>',
        "harmless": hi.format("<xsl:document>own</xsl:document>"),
    }
    made = results(folder, {name: SHEET.format(sheet) for name, sheet in sheets.items()})
    assert made.pop("harmless") == "own"
    assert len(made) == 6
    assert all(said.startswith("fault: ") for said in made.values())
    assert not written_to.exists()


def test_a_fault_in_an_included_sheet_is_told_in_that_sheet(folder: Path) -> None:
    (folder / "parts").mkdir()
    asking = SHEET.format('<xsl:include href="parts/a%20part.xsl"/>')
    part = folder / "parts" / "a part.xsl"
    part.write_text(SHEET.format('\n<xsl:template match="hi" select="f("/>'))
    assert "on line 4 column 39 of parts/a part.xsl:" in result(folder, asking)
    part.write_text(SHEET.format("\n" + shown("1 idiv string-length(@none)")))
    assert "on line 4 column 78 of parts/a part.xsl:" in result(folder, asking)
    part.write_text(SHEET.format("<xsl:template"))
    assert refusal(folder, asking).startswith("parts/a part.xsl:3:1 ")


def test_a_fault_in_an_included_sheet_costs_a_document_its_page(folder: Path) -> None:
    document, _ = parse(LETTER, name="letter.xml", stem="letter")
    assert document is not None
    (folder / "my.xsl").write_text(SHEET.format('<xsl:include href="part.xsl"/>'))
    failing = shown("1 idiv count(@none)").replace(
        'match="hi"', 'match="*:hi" mode="Q{urn:edition:modes}text"'
    )
    (folder / "part.xsl").write_text(SHEET.format("\n" + failing))
    (made,) = publish([document], targets=("html",), frame=Frame(stylesheet=folder / "my.xsl"))
    (said,) = made.diagnostics
    assert (said.code, str(said.path), said.position) == (
        "PUBLISH-OWN-SHEET-FAILED",
        "part.xsl",
        Position(4, 104),
    )
    assert not made.files


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "iso-8859-1"])
def test_a_sheet_in_any_encoding_keeps_its_letters(folder: Path, encoding: str) -> None:
    sheet = SHEET.format(shown("'thé'"))
    if encoding == "iso-8859-1":
        sheet = f'<?xml version="1.0" encoding="{encoding}"?>' + sheet
    (folder / "part.xsl").write_bytes(sheet.encode(encoding))
    assert result(folder, SHEET.format('<xsl:include href="part.xsl"/>')) == "thé"


def test_the_text_that_is_compiled_does_not_depend_on_where_the_edition_lies(folder: Path) -> None:
    (folder / "my.xsl").write_text(SHEET.format(shown("static-base-uri()")))
    entry = Path(str(resource("xslt", "html.xsl")))
    first = own_sheet(folder / "my.xsl", entry)
    moved = folder.parent / "moved"
    shutil.copytree(folder, moved)
    assert own_sheet(moved / "my.xsl", entry) == first
    assert str(folder) not in first.text
    assert first.files == ("my.xsl",)
