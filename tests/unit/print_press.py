"""What the tests of the print edition share: documents to print, and what can be read off a printed page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from lxml import etree
from pypdf import PageObject, PdfReader

from edition.engine import ordered_map
from edition.publish.printing import Printed, PrintJob, typeset
from edition.resources import resource
from edition.saxon import TRANSFORMER, Setup, Task, Transformed
from edition.tei import NS

CASES = Path(__file__).parents[1] / "cases" / "print"
_LITERAL = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_CONTENT = re.compile(r'#"(?:[^"\\]|\\.)*";', re.DOTALL)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0"
    "000003010100c9fe92ef0000000049454e44ae426082"
)
"""One pixel."""
HEAD_ROOM, FOOT_ROOM = 545, 60
"""Points from the foot of the page: above the one stands the running head, below the other the folio."""


def case(name: str) -> bytes:
    return (CASES / f"{name}.xml").read_bytes()


def case_names() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.xml"))


def tei(body: str, *, title: str = "A Piece", header: str = "", lang: str = "en") -> bytes:
    """A small TEI document around the elements of a body."""
    return f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{lang}"><teiHeader><fileDesc><titleStmt>
    <title>{title}</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt><sourceDesc>
    <p>Written for this test.</p></sourceDesc></fileDesc>{header}</teiHeader>
    <text><body>{body}</body></text></TEI>""".encode()


def transformed(*documents: bytes) -> list[Transformed]:
    """What the prepare pass and the print sheet make of the documents."""
    setup = Setup(
        prepare=str(resource("xslt", "prepare.xsl")), entries={"print": str(resource("xslt", "print.xsl"))}
    )
    tasks = [Task(etree.tostring(etree.fromstring(d), encoding="unicode"), {"print": {}}) for d in documents]
    results = []
    for outcome in ordered_map(TRANSFORMER, tasks, setup=setup):
        assert outcome.failure is None, outcome.failure
        assert not outcome.value.faults, outcome.value.faults
        results.append(outcome.value)
    return results


def markup(document: bytes) -> str:
    return transformed(document)[0].results["print"]


def print_jobs(*documents: bytes) -> list[PrintJob]:
    return [
        PrintJob(f"piece-{n}", f"piece-{n}.xml", result.results["print"], document, f"piece-{n}.xml")
        for n, (document, result) in enumerate(zip(documents, transformed(*documents), strict=True))
    ]


def printed(*documents: bytes, jobs: int = 1) -> list[Printed]:
    return list(typeset(print_jobs(*documents), jobs=jobs))


def pdf_of(document: bytes) -> bytes:
    (result,) = printed(document)
    assert result.pdf is not None, result.diagnostics
    return result.pdf


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def letters(text: str) -> str:
    """The text without blanks and without the hyphens of broken lines."""
    return re.sub(r"[\s\u00ad]+", "", text)


def body_letters(document: bytes) -> str:
    text = etree.fromstring(document).find("tei:text", NS)
    assert text is not None
    return letters("".join(str(part) for part in text.itertext()))


def literals(source: str) -> list[str]:
    """The texts of the string literals in typst source."""
    return [re.sub(r"\\(.)", r"\1", found[1:-1]) for found in _LITERAL.findall(source)]


def words(source: str) -> str:
    """The words that typst source prints: its literals that are content, not arguments."""
    return "".join(re.sub(r"\\(.)", r"\1", found[2:-2]) for found in _CONTENT.findall(source))


def code(source: str) -> str:
    """What is left of typst source without its string literals: the part that typst runs."""
    return _LITERAL.sub('""', source)


def text_lines(source: str) -> str:
    """The part of the markup that is the text itself: no settings, no added title, no colophon."""
    added = ("#import", "#show", "#document-title", "#colophon")
    return "\n".join(line for line in source.split("\n") if not line.lstrip().startswith(added))


def page_text(page: PageObject, *, bottom: float = FOOT_ROOM, top: float = HEAD_ROOM) -> str:
    """The text of a page without its running head and folio, in the order of the PDF."""
    parts: list[str] = []

    def keep(text: str, cm: Sequence[float], tm: Sequence[float], *_: Any) -> None:
        if bottom < cm[3] * tm[5] + cm[5] < top:
            parts.append(text)

    page.extract_text(visitor_text=keep)
    return "".join(parts)


def fonts(pdf: PdfReader) -> Iterator[tuple[str, bool]]:
    """Every font a page uses, and whether it is embedded."""
    for page in pdf.pages:
        resources: Any = page["/Resources"]
        for reference in resources.get("/Font", {}).values():
            font = reference.get_object()
            (descendant,) = font.get("/DescendantFonts", [font])
            descriptor = descendant.get_object()["/FontDescriptor"].get_object()
            yield font["/BaseFont"], any(f"/FontFile{n}" in descriptor for n in ("", "2", "3"))
