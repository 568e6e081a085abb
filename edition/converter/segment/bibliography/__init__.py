"""Lists of references: a text of nothing else, and the sections of any text that are one."""

from edition.converter.segment.bibliography.reading import read, weigh
from edition.converter.segment.bibliography.sections import with_references
from edition.converter.segment.text import Genre

GENRE = Genre(read, weigh, most=0.97)

__all__ = ["GENRE", "with_references"]
