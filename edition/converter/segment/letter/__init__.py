"""Letters: opener, body, closer, postscript (Guidelines 4.2.2)."""

from __future__ import annotations

from edition.converter.segment.letter.reading import read, weigh
from edition.converter.segment.text import Genre

GENRE = Genre(read, weigh, most=0.9)
