"""From a `Document` to a TEI document: the header, and the text with its mark-up."""

from edition.converter.write.document import write_document
from edition.converter.write.preservation import lost_text

__all__ = ["lost_text", "write_document"]
