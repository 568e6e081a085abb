"""Poems: titles, stanzas, lines (Guidelines 6)."""

from __future__ import annotations

from edition.converter.segment.text import Genre
from edition.converter.segment.verse.reading import read
from edition.converter.segment.verse.weighing import weigh

GENRE = Genre(read, weigh, most=0.75)
