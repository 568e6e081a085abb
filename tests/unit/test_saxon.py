"""The locked room: what a sheet may not reach, and how faults and findings come out of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.engine import ordered_map
from edition.saxon import DEPTH, TRANSFORMER, Message, Setup, Task, Transformed

SHEET = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:d="urn:edition:diagnostics"
  exclude-result-prefixes="#all"><xsl:output method="{method}"/><xsl:param name="name" select="''"/>
  {body}</xsl:stylesheet>"""
COPY = '<xsl:mode on-no-match="shallow-copy"/>'
MESSAGE = '<d:diagnostic code="X-Y" place="2" element="b"/>'

Run = Callable[..., Transformed]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs sheets, given by what is in them, on a document, in a worker process."""

    def transform(xml: str, *bodies: str, parameters: dict[str, str] | None = None) -> Transformed:
        prepare = tmp_path / "prepare.xsl"
        prepare.write_text(SHEET.format(method="xml", body=COPY))
        entries = {}
        for number, body in enumerate(bodies):
            path = tmp_path / f"sheet{number}.xsl"
            path.write_text(SHEET.format(method="text", body=body))
            entries[str(number)] = str(path)
        task = Task(xml, {name: parameters or {} for name in entries})
        (outcome,) = ordered_map(TRANSFORMER, [task], setup=Setup(str(prepare), entries))
        assert outcome.failure is None, outcome.failure
        result: Transformed = outcome.value
        return result

    return transform


def value_of(expression: str) -> str:
    return f'<xsl:template match="/"><xsl:value-of select="{expression}"/></xsl:template>'


def test_a_document_is_prepared_once_and_every_sheet_gives_its_text(run: Run) -> None:
    done = run("<a>é “x” 😀</a>", value_of("string(.)"), value_of("name(*)"))
    assert done == Transformed({"0": "é “x” 😀", "1": "a"})


def test_parameters_arrive_as_they_are(run: Run) -> None:
    assert (
        run("<a/>", value_of("$name"), parameters={"name": "a 'b' \"c\" <d>"}).results["0"]
        == "a 'b' \"c\" <d>"
    )


@pytest.mark.parametrize(
    "expression",
    [
        "doc('{uri}')",
        "document('{uri}')",
        "doc('')",
        "unparsed-text('{uri}')",
        "unparsed-text-lines('{uri}')",
        "json-doc('{uri}')",
        "string-join(collection('{folder}?select=*'))",
        "string-join(uri-collection('{folder}'))",
        "unparsed-text('https://example.org/')",
        "transform(map{{'stylesheet-location': '{uri}'}})?output",
    ],
)
def test_a_sheet_that_reaches_for_a_file_or_the_network_gets_nothing(
    run: Run, tmp_path: Path, expression: str
) -> None:
    secret = tmp_path / "secret.xml"
    secret.write_text("<a>secret</a>")
    sheet = value_of(expression.format(uri=secret.as_uri(), folder=tmp_path.as_uri()))
    done = run("<a/>", sheet, value_of("'still here'"))
    assert done.results == {"1": "still here"}
    assert [fault.sheet for fault in done.faults] == ["0"]
    assert "secret<" not in str(done)


@pytest.mark.parametrize(
    "expression",
    [
        "environment-variable('PATH')",
        "string-join(available-environment-variables())",
        "doc-available('{uri}')",
        "unparsed-text-available('{uri}')",
        "system-property('user.dir')",
    ],
)
def test_a_sheet_learns_nothing_of_the_machine(run: Run, tmp_path: Path, expression: str) -> None:
    (tmp_path / "there.xml").write_text("<a/>")
    done = run("<a/>", value_of(expression.format(uri=(tmp_path / "there.xml").as_uri())))
    assert done.results["0"] in ("", "false")


@pytest.mark.parametrize(
    "body",
    [
        '<xsl:result-document href="written.xml"><a/></xsl:result-document>',
        "<xsl:evaluate xpath=\"'1'\"/>",
        '<xsl:value-of select="Q{java:java.lang.System}exit(3)"/>',
    ],
)
def test_a_sheet_that_would_write_or_run_something_does_not_even_start(tmp_path: Path, body: str) -> None:
    prepare, sheet = tmp_path / "prepare.xsl", tmp_path / "sheet.xsl"
    prepare.write_text(SHEET.format(method="xml", body=COPY))
    template = f'<xsl:template match="/">{body}</xsl:template>'
    sheet.write_text(SHEET.format(method="text", body=template))
    (outcome,) = ordered_map(
        TRANSFORMER, [Task("<a/>", {"0": {}})], setup=Setup(str(prepare), {"0": str(sheet)})
    )
    assert outcome.failure or outcome.value.faults
    assert sorted(path.name for path in tmp_path.iterdir()) == ["prepare.xsl", "sheet.xsl"]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a SYSTEM "https://example.org/a.dtd">',
        '<!DOCTYPE a [<!ENTITY x "xx">]>',
    ],
)
def test_a_document_with_a_doctype_is_not_read(run: Run, doctype: str) -> None:
    done = run(f"{doctype}<a>b</a>", value_of("string(.)"))
    assert done.results == {}
    assert [fault.kind for fault in done.faults] == ["parse"]


def test_a_document_nested_too_deeply_is_a_fault_and_not_a_crash(run: Run) -> None:
    def nested(depth: int) -> Transformed:
        return run("<a>" * depth + "x" + "</a>" * depth, value_of("string(.)"))

    assert nested(DEPTH).results == {"0": "x"}
    assert [fault.kind for fault in nested(DEPTH + 1).faults] == ["too-deep"]
    assert [fault.kind for fault in nested(100_000).faults] == ["too-deep"]


def test_a_finding_of_a_sheet_comes_out_as_code_place_and_facts(run: Run) -> None:
    body = f'<xsl:template match="/"><xsl:message>{MESSAGE}</xsl:message>x</xsl:template>'
    done = run("<a><b/></a>", body)
    assert done.messages == (Message("X-Y", 2, {"element": "b"}),)
    assert done.results == {"0": "x"}


def test_a_sheet_that_fails_names_itself_and_the_line(run: Run) -> None:
    done = run("<a>x</a>", value_of("xs:integer(string(.))"), value_of("'fine'"))
    assert done.results == {"1": "fine"}
    (fault,) = done.faults
    assert fault.kind == "sheet"
    assert fault.sheet == "0"
    assert "integer" in fault.reason
    assert "sheet0.xsl" in fault.where
    assert "line 4" in fault.where


def test_what_one_document_did_does_not_show_in_the_next(tmp_path: Path) -> None:
    prepare, sheet = tmp_path / "prepare.xsl", tmp_path / "sheet.xsl"
    prepare.write_text(SHEET.format(method="xml", body=COPY))
    body = f"""<xsl:template match="/"><xsl:if test="a = 'tell'"><xsl:message>{MESSAGE}</xsl:message></xsl:if>
      <xsl:value-of select="if (a = 'fail') then error() else $name"/></xsl:template>"""
    sheet.write_text(SHEET.format(method="text", body=body))
    tasks = [
        Task("<a>tell</a>", {"0": {"name": "one"}}),
        Task("<a>fail</a>", {"0": {"name": "two"}}),
        Task("<a>rest</a>", {"0": {}}),
    ]
    told, failed, rest = (
        outcome.value
        for outcome in ordered_map(TRANSFORMER, tasks, setup=Setup(str(prepare), {"0": str(sheet)}))
    )
    assert told.results["0"].strip() == "one"
    assert len(told.messages) == 1
    assert [fault.kind for fault in failed.faults] == ["sheet"]
    assert rest.results["0"].strip() == ""
    assert rest.messages == rest.faults == ()
