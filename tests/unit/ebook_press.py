"""E-books for tests, made in this process: from TEI to the parts of the file."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

from lxml import etree

from edition.config import EbookChoices, EditionFacts
from edition.ebook import Draft, Ebook, make_ebook
from edition.ebook.dividing import LIMIT
from edition.resources import resource
from edition.saxon import Setup, Task
from edition.saxon.transformer import Transformer
from edition.tei import parse, plain_xml
from edition.tei.addresses import addressed

OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


@cache
def transformer() -> Transformer:
    sheets = {"epub": str(resource("xslt", "epub.xsl")), "html": str(resource("xslt", "html.xsl"))}
    return Transformer(Setup(str(resource("xslt", "prepare.xsl")), sheets))


def tei(body: str, header: str = "", *, title: str = "A Title", file: str = "") -> str:
    """A TEI document in English around the content of a text; `file` follows the title in the fileDesc."""
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>'
        f"<title>{title}</title></titleStmt>{file or '<publicationStmt><p/></publicationStmt>'}"
        f"<sourceDesc><p/></sourceDesc></fileDesc>{header}</teiHeader><text>{body}</text></TEI>"
    )


def draft(source: str | bytes, stem: str = "text", folder: Path | None = None) -> Draft:
    """The draft that xslt/epub.xsl makes of a document."""
    data = source.encode() if isinstance(source, str) else source
    document, findings = parse(data, name=f"{stem}.xml", stem=stem)
    assert document is not None, findings
    done = transformer()(Task(plain_xml(addressed(document.root)), {"epub": {}}))
    assert not done.faults, done.faults
    return Draft(stem, f"{stem}.xml", done.results["epub"], data, folder)


def ebook(
    *sources: str | bytes,
    stem: str = "",
    choices: EbookChoices | None = None,
    facts: EditionFacts | None = None,
    limit: int = LIMIT,
    folder: Path | None = None,
) -> Ebook:
    """The e-book of documents that are called text, text2, text3."""
    drafts = [
        draft(source, f"text{number}" if number > 1 else "text", folder)
        for number, source in enumerate(sources, 1)
    ]
    return make_ebook(drafts, choices or EbookChoices(), facts or EditionFacts(), stem=stem, limit=limit)


def parts(book: Ebook) -> dict[str, bytes]:
    """The files of an e-book by their paths."""
    archive = zipfile.ZipFile(io.BytesIO(book.data))
    return {name: archive.read(name) for name in archive.namelist()}


def package(book: Ebook) -> Any:
    """The package document, parsed."""
    return etree.fromstring(parts(book)["EPUB/package.opf"])


def metas(book: Ebook, prop: str) -> list[str]:
    """The values of the properties of this name in the package."""
    found: list[str] = package(book).xpath("//opf:meta[@property=$name]/text()", namespaces=OPF, name=prop)
    return found
