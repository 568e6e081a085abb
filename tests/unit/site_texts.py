"""Small TEI documents as an edition, and its pages, for the tests of what stands beside the texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import html

from edition.config import EditionFacts
from edition.registers import records_of
from edition.site import Site, describe
from edition.tei import TeiDocument, parse


def tei(
    body: str,
    stem: str = "a",
    *,
    beside: str = "",
    header: str = "",
    source: str = "<p/>",
    lang: str = "en",
) -> TeiDocument:
    """A document with `body` in its text, `beside` before that, `header` after the title, from a `source`."""
    written = f"""<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="{lang}"><teiHeader><fileDesc>
    <titleStmt><title>Text {stem}</title></titleStmt><publicationStmt><p/></publicationStmt>
    <sourceDesc>{source}</sourceDesc></fileDesc>{header}</teiHeader>{beside}
    <text><body>{body}</body></text></TEI>"""
    found, findings = parse(written.encode(), name=f"{stem}.xml", stem=stem)
    assert found is not None, findings
    return found


def persons(*records: str) -> str:
    """Records of persons beside a text."""
    return f"<standOff><listPerson>{''.join(records)}</listPerson></standOff>"


def person(own: str, name: str, more: str = "") -> str:
    """The record of a person."""
    return f'<person xml:id="{own}"><persName>{name}</persName>{more}</person>'


def site_of(*documents: TeiDocument, facts: EditionFacts | None = None, names: tuple[str, ...] = ()) -> Site:
    """The site of some documents, `names` being stems of further sources."""
    texts = [describe(one) for one in documents]
    records = [records_of(one.root, one.stem) for one in documents]
    every = (*(one.stem for one in documents), *names)
    return Site(texts, facts or EditionFacts("Papers"), names=every, records=records)


def pages_of(*documents: TeiDocument, facts: EditionFacts | None = None) -> Mapping[str, Any]:
    """The pages of the site of some documents, parsed, by their stems."""
    files = site_of(*documents, facts=facts).make().files
    return {
        name.removesuffix(".html"): html.document_fromstring(data.decode())
        for name, data in files.items()
        if name.endswith(".html")
    }


def shown(element: Any) -> str:
    """The words of an element, blanks as one."""
    return " ".join(str(element.text_content()).split())
