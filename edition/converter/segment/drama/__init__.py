"""Plays: front matter, list of roles, acts and scenes, turns and stage directions (Guidelines 7)."""

from __future__ import annotations

from edition.converter.segment.drama.reading import read
from edition.converter.segment.drama.weighing import weigh
from edition.converter.segment.text import Genre

GENRE = Genre(read, weigh, most=0.98)
