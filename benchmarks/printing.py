"""The print edition: `python -m benchmarks.printing [PAGES...]` typesets prose of about so many pages.

Whole processes from TEI to PDF/A-3b and PDF/UA-1, with line numbers off and on; and a text with notes of
author and editor, an apparatus keyed to numbered lines, and notes in the margin. The peer is WeasyPrint,
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
                _row(f"edition build, line numbers: {numbers}", next(out.rglob("*.pdf")), cost, aim)
            (folder / "tei" / "scholarly.xml").write_text(
                scholarly(count * _SCHOLARLY_PER_PAGE), encoding="utf-8"
            )
            out = folder / "scholarly"
            tei = str(folder / "tei" / "scholarly.xml")
            cost = once([*EDITION, "build", tei, "-o", str(out), "--to", "pdf", "-q"])
            _row("notes, apparatus, line numbers", next(out.rglob("*.pdf")), cost, "")
            if peer:
                (folder / "text.html").write_text(_page(text), encoding="utf-8")
                cost = once([peer, "-q", str(folder / "text.html"), str(folder / "peer.pdf")])
                _row("peer: weasyprint", folder / "peer.pdf", cost, "")


def _page(text: str) -> str:
    paragraphs = "\n".join(f"<p>{html.escape(one)}</p>" for one in text.split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="en"><title>Prose</title><style>{_STYLE}</style>'
        f"<h1>Prose</h1>\n{paragraphs}</html>"
    )


def _row(what: str, pdf: Path, cost: Cost, aim: str) -> None:
    pages = len(PdfReader(pdf).pages)
    print(
        f"{what:<36} {pages:>5} pages {cost.wall:7.1f} s {cost.cpu:7.1f} s CPU {cost.memory:6.0f} MiB "
        f"{cost.cpu / pages * 1000:6.1f} s CPU/1000  {aim}".rstrip(),
        flush=True,
    )


if __name__ == "__main__":
    printing([int(argument) for argument in sys.argv[1:]] or [29, 250, 1000])
