"""The print edition: `python -m benchmarks.printing [PAGES...]` typesets prose of about so many pages.

Whole processes from TEI to PDF/A-3b and PDF/UA-1, with line numbers off and on; a text with notes of
author and editor, an apparatus keyed to numbered lines, and notes in the margin; and an edition of texts of
twenty pages, bound as one volume and as several. The peer is WeasyPrint,
which makes a plain PDF of the same paragraphs as HTML on a page of the same size: EDITION_WEASYPRINT names
its program, installed by hand into an environment of its own; else the one on the path. A peer that isn't
there is left out, and said to be.
"""

from __future__ import annotations

import html
import os
import shutil
import sys
import tempfile
from pathlib import Path

from pypdf import PdfReader

from benchmarks.process import EDITION, Cost, once
from benchmarks.prose import prose
from benchmarks.scholarly import scholarly

_PER_PAGE = 2290  # characters of prose on a page of A5
_SCHOLARLY_PER_PAGE = 1315  # of one with notes
_OF_A_TEXT, _OF_A_VOLUME = 20, 400  # pages
_TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>{title}</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt>
<sourceDesc><p>Made up.</p></sourceDesc></fileDesc></teiHeader><text><body>{body}</body></text></TEI>"""
_AIMS = {29: "at most 1.5 s", 250: "at most 8 s, 1 GiB", 1000: "at most 60 s, 3 GiB"}
_STYLE = """@page { size: A5; margin: 21mm 20mm 26mm 18mm; @top-center { content: string(title) } }
body { font: 10.3pt/13.6pt serif; text-align: justify; hyphens: auto } h1 { string-set: title content() }
p { margin: 0; text-indent: 1.2em; orphans: 2; widows: 2 }"""


def printing(counts: list[int]) -> None:
    """Print the costs for each of `counts` pages."""
    print("\nThe print edition (one run each; pages, and seconds a thousand pages)")
    peer = os.environ.get("EDITION_WEASYPRINT") or shutil.which("weasyprint")
    if not peer:
        print("WeasyPrint isn't there to compare with: EDITION_WEASYPRINT names its program")
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            text = prose(count * _PER_PAGE)
            (folder / "text.txt").write_text(text, encoding="utf-8")
            once([*EDITION, "convert", str(folder / "text.txt"), "-o", str(folder / "tei"), "-q"])
            for numbers in ("none", "page"):
                (folder / "tei" / "edition.toml").write_text(
                    f'title = "Prose"\n[print]\nline-numbers = "{numbers}"\n', encoding="utf-8"
                )
                out = folder / numbers
                tei = str(next((folder / "tei").glob("*.xml")))
                cost = once([*EDITION, "build", tei, "-o", str(out), "--to", "pdf", "-q"])
                aim = _AIMS.get(count, "") if numbers == "none" else ""
                _row(f"edition build, line numbers: {numbers}", [*out.rglob("*.pdf")], cost, aim)
            (folder / "tei" / "scholarly.xml").write_text(
                scholarly(count * _SCHOLARLY_PER_PAGE), encoding="utf-8"
            )
            out = folder / "scholarly"
            tei = str(folder / "tei" / "scholarly.xml")
            cost = once([*EDITION, "build", tei, "-o", str(out), "--to", "pdf", "-q"])
            _row("notes, apparatus, line numbers", [*out.rglob("*.pdf")], cost, "")
            if peer:
                (folder / "text.html").write_text(_page(text), encoding="utf-8")
                cost = once([peer, "-q", str(folder / "text.html"), str(folder / "peer.pdf")])
                _row("peer: weasyprint", [folder / "peer.pdf"], cost, "")
            if count > _OF_A_VOLUME:
                _by_volumes(folder / "many", count)


def _by_volumes(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count // _OF_A_TEXT):
        text = prose(_OF_A_TEXT * _PER_PAGE, number)
        body = "\n".join(f"<p>{html.escape(one)}</p>" for one in text.split("\n\n"))
        tei = _TEI.format(title=f"Text {number + 1}", body=body)
        (folder / f"text-{number + 1}.xml").write_text(tei, encoding="utf-8")
    for numbers in ("none", "page"):
        for volumes in ("", f"volume-pages = {_OF_A_VOLUME}\n"):
            (folder / "edition.toml").write_text(
                f'title = "Prose"\n[print]\nvolumes = "one"\nline-numbers = "{numbers}"\n{volumes}',
                encoding="utf-8",
            )
            out = folder.parent / f"{numbers}-{len(volumes)}"
            cost = once([*EDITION, "build", str(folder), "-o", str(out), "--to", "pdf", "-q"])
            pdfs = sorted(out.glob("*.pdf"))
            _row(f"{len(pdfs)} volume(s), line numbers: {numbers}", pdfs, cost, "")


def _page(text: str) -> str:
    paragraphs = "\n".join(f"<p>{html.escape(one)}</p>" for one in text.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="en"><title>Prose</title><style>{_STYLE}</style>'
        f"<h1>Prose</h1>\n{paragraphs}</html>"
    )


def _row(what: str, pdfs: list[Path], cost: Cost, aim: str) -> None:
    pages = sum(len(PdfReader(pdf).pages) for pdf in pdfs)
    print(
        f"{what:<36} {pages:>5} pages {cost.wall:7.1f} s {cost.cpu:7.1f} s CPU {cost.memory:6.0f} MiB "
        f"{cost.cpu / pages * 1000:6.1f} s CPU/1000  {aim}".rstrip(),
        flush=True,
    )


if __name__ == "__main__":
    printing([int(argument) for argument in sys.argv[1:]] or [29, 250, 1000])
