"""What texts and TEI documents cite, as a bibliography: one entry a source, with where it is cited."""

from edition.bibliography.entry import Entry, Name, Place, merged
from edition.bibliography.gathering import citations_in, sources_of_document, sources_of_text

__all__ = ["Entry", "Name", "Place", "citations_in", "merged", "sources_of_document", "sources_of_text"]
