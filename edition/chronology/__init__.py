"""The dates of texts and TEI documents as a list: where they stand, what they say, what they mean."""

from edition.chronology.entry import Entry, chronological, compact, earliest, moment
from edition.chronology.gathering import dates_of_document, dates_of_text

__all__ = ["Entry", "chronological", "compact", "dates_of_document", "dates_of_text", "earliest", "moment"]
