"""Speeches: title, occasion, speaker and date, the speech, and what its audience did."""

from __future__ import annotations

from edition.converter.segment.speech.reading import read, weigh
from edition.converter.segment.text import Genre

GENRE = Genre(read, weigh, most=1.1)
