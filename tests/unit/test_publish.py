"""Publishing many documents: order, sameness, and how little one bad document does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from edition.engine import Failure
from edition.publish import Frame, Published, publish
from edition.publish.findings import failed, findings
from edition.saxon import Fault, Message, Transformed
from edition.tei import TeiDocument, parse

CASES = sorted((Path(__file__).parents[1] / "cases" / "html").glob("*.xml"))


def document(data: bytes, stem: str) -> TeiDocument:
    found, findings = parse(data, name=f"{stem}.xml", stem=stem)
    assert found, findings
    return found


def documents() -> list[TeiDocument]:
    return [document(path.read_bytes(), path.stem) for path in CASES]


def minimal(body: str, stem: str) -> TeiDocument:
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{body}</body></text></TEI>'
    return document(text.encode(), stem)


def test_one_process_and_two_give_the_same_bytes_in_the_order_of_the_documents() -> None:
    once = list(publish(documents(), targets=["html"], jobs=1))
    again = list(publish(documents(), targets=["html"], jobs=2))
    assert once == again
    assert [result.stem for result in once] == [path.stem for path in CASES]


def test_the_path_of_a_file_does_not_get_into_its_page() -> None:
    data = CASES[0].read_bytes()
    here, _ = parse(data, name="/home/somebody/letters/a.xml", stem="a")
    there, _ = parse(data, name="a.xml", stem="a")
    assert here
    assert there
    first, second = publish([here, there], targets=["html"])
    assert first.files == second.files


def test_no_documents_and_no_targets_come_to_nothing() -> None:
    assert list(publish([])) == []
    assert list(publish([minimal("<p>x</p>", "a")], targets=[])) == [Published("a")]


def test_a_target_there_is_none_of_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="stone"):
        publish([], targets=["stone"])


def test_the_name_of_the_edition_stands_on_the_page() -> None:
    (result,) = publish(
        [minimal("<p>x</p>", "a")], targets=["html"], frame=Frame(edition_title="Letters & Papers")
    )
    assert b"Letters &amp; Papers</p>" in result.files["a.html"]


def test_a_document_that_is_no_tei_is_told_and_the_others_are_published() -> None:
    odd = document(b"<html><p>x</p></html>", "odd")
    results = list(publish([minimal("<p>x</p>", "a"), odd, minimal("<p>y</p>", "b")], targets=["html"]))
    assert [list(result.files) for result in results] == [["a.html"], [], ["b.html"]]
    assert [d.code for d in results[1].diagnostics] == ["PUBLISH-NOT-TEI"]


def test_a_document_with_entities_of_its_own_is_published_with_them_expanded() -> None:
    text = b"""<!DOCTYPE TEI [<!ENTITY who "Lenin">]><TEI xmlns="http://www.tei-c.org/ns/1.0">
      <text><body><p>&who; said</p></body></text></TEI>"""
    (result,) = publish([document(text, "a")], targets=["html"])
    assert b"Lenin said" in result.files["a.html"]


def test_deep_documents_end_in_a_clear_finding_and_the_others_are_published() -> None:
    fine = minimal("<seg>" * 200 + "x" + "</seg>" * 200, "fine")
    deep = minimal("<p>x</p>", "deep")
    inner = deep.root[0][0][0]
    for _ in range(300):
        inner.append(inner.makeelement(inner.tag))
        inner = inner[0]
    good, bad, last = publish([fine, deep, minimal("<p>y</p>", "b")], targets=["html"])
    assert list(good.files) == ["fine.html"]
    assert [d.code for d in bad.diagnostics] == ["PUBLISH-TOO-DEEP"]
    assert list(last.files) == ["b.html"]


def test_the_page_comes_also_when_there_is_neither_header_nor_text_and_that_is_told() -> None:
    (result,) = publish([document(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>', "a")], targets=["html"])
    assert [d.code for d in result.diagnostics] == ["PUBLISH-NO-TEXT"]
    assert b"<h1" in result.files["a.html"]


def test_a_document_of_pages_without_a_text_is_shown_and_no_text_is_missed() -> None:
    pages = b"<sourceDoc><surface><line>one</line></surface></sourceDoc>"
    (result,) = publish(
        [document(b'<TEI xmlns="http://www.tei-c.org/ns/1.0">%b</TEI>' % pages, "a")], targets=["html"]
    )
    assert list(result.diagnostics) == []
    assert b"one" in result.files["a.html"]


def test_importing_publish_loads_neither_saxon_nor_typst() -> None:
    check = "import sys, edition.publish; sys.exit(bool({'saxonche', 'typst'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_a_picture_that_a_pdf_does_not_carry_is_named() -> None:
    body = '<p>A <figure><graphic url="harbour.png"/><figDesc>The harbour</figDesc></figure> picture.</p>'
    (published,) = publish([minimal(body, "a")], targets=("pdf",))
    assert "PRINT-PICTURE" in [finding.code for finding in published.diagnostics]
    assert "a.pdf" in published.files


def test_page_and_book_are_made_in_one_go() -> None:
    (result,) = publish([minimal("<p>x</p>", "a")])
    assert sorted(result.files) == ["a.html", "a.pdf"]
    assert result.files["a.pdf"].startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("failure", "code"),
    [
        (Failure("crashed", "worker ended with -11"), "SAXON-GAVE-OUT"),
        (Failure("timeout", "no answer"), "SAXON-TOO-SLOW"),
        (Failure("raised", "Traceback\nValueError: odd"), "SAXON-FAILED"),
    ],
)
def test_a_document_without_result_is_told_in_words(failure: Failure, code: str) -> None:
    finding = failed(minimal("<p/>", "a"), failure)
    assert finding.code == code
    assert finding.path == "a.xml"
    assert "Traceback" not in finding.message


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (Fault("too-deep", "", "x"), "PUBLISH-TOO-DEEP"),
        (Fault("parse", "", "more than 10000 attributes"), "PUBLISH-NOT-READ"),
        (Fault("sheet", "html", "no integer", "Error on line 3 of core.xsl"), "SAXON-SHEET-FAILED"),
    ],
)
def test_a_fault_is_told_in_words(fault: Fault, code: str) -> None:
    (finding,) = findings(minimal("<p/>", "a"), Transformed({}, faults=(fault,)))
    assert finding.code == code
    assert finding.hint


def test_a_finding_points_to_the_line_and_column_of_its_element() -> None:
    message = Message("PUBLISH-ELEMENT-UNKNOWN", 4, {"element": "b"})
    (finding,) = findings(minimal("\n  <b/>", "a"), Transformed({}, (message,)))
    assert finding.position == (2, 3)
    assert finding.excerpt == "  <b/></body></text></TEI>"


def test_the_processes_end_when_nobody_wants_the_rest() -> None:
    results = publish([minimal("<p>x</p>", str(n)) for n in range(5)], targets=["html"])
    next(results)
    results.close()
    assert list(results) == []
