"""Prose: what is left when nothing shows another genre."""

from __future__ import annotations

from edition.converter.segment.article import apply
from edition.converter.segment.article.body import paragraph
from edition.converter.segment.article.heading import dateline, head
from edition.converter.segment.text import Evidence, Genre, Reading, Text


def read(text: Text) -> Reading:
    """The blocks of a text in prose."""
    return Reading(tuple(apply(text, (dateline, head, paragraph))))


def weigh(text: Text) -> Evidence:
    """Prose is assumed where nothing speaks for anything else."""
    return Evidence(0.5, "nothing in it shows another genre")


GENRE = Genre(read, weigh)
