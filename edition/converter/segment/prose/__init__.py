"""Prose: what is left when nothing shows another genre."""

from __future__ import annotations

from edition.converter.segment.prose.reading import read, weigh
from edition.converter.segment.text import Genre

GENRE = Genre(read, weigh, most=0.7)
