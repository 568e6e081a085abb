"""The whole TEI document: teiHeader, front, body."""

from __future__ import annotations

from edition.config import EditionFacts
from edition.converter.write.body import write_blocks
from edition.converter.write.calendars import with_calendars
from edition.converter.write.characters import forbidden_in
from edition.converter.write.entries import write_entries
from edition.converter.write.header import write_header
from edition.converter.write.inline import InlineWriter
from edition.model import Document
from edition.tei.build import TeiBuilder


def write_document(document: Document, facts: EditionFacts, version: str) -> bytes:
    """The TEI document that `document` becomes, in UTF-8; `facts` are what the edition says, `version` is
    this program's.
    """
    builder = TeiBuilder()
    characters = forbidden_in(document.source.text)
    document, calendars = with_calendars(document)
    with builder.division("TEI", xml_lang=document.metadata.language):
        write_header(builder, document, facts, version, characters, calendars=calendars)
        write_entries(builder, document.metadata)
        with builder.division("text"):
            write_blocks(builder, document, InlineWriter(builder, document, bool(characters)))
    return builder.document()
