"""What texts and TEI documents cite, as a bibliography: one entry a source, with where it is cited."""

from edition.bibliography.bylines import byline_words, without_byline
from edition.bibliography.entry import Entry, Name, Place, merged
from edition.bibliography.gathering import (
    citations_in,
    entry_of,
    name_in,
    name_of,
    sources_of_document,
    sources_of_text,
)

__all__ = [
    "Entry",
    "Name",
    "Place",
    "byline_words",
    "citations_in",
    "entry_of",
    "merged",
    "name_in",
    "name_of",
    "sources_of_document",
    "sources_of_text",
    "without_byline",
]
