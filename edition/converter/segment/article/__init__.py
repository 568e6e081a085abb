"""Newspaper pieces: rules in order, the first that matches takes its lines."""

from __future__ import annotations

# `apply` comes first: prose, which `reading` needs, reads its title with it.
from edition.converter.segment.article.cursor import Rule, apply
from edition.converter.segment.article.reading import read, under_masthead
from edition.converter.segment.article.weighing import weigh
from edition.converter.segment.text import Genre

__all__ = ["GENRE", "Rule", "apply", "read", "under_masthead", "weigh"]

GENRE = Genre(read, weigh, most=0.98)
