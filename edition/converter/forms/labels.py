"""Labelled lines about a source: "Delivered: 8 November 1918", "Source: Collected Works, Volume 28"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from edition.converter.languages import Language


class Labelled(NamedTuple):
    """A labelled line: the `role` of its label in the language table, and where its content begins."""

    role: str
    content: int


def parse_label(text: str, language: Language) -> Labelled | None:
    """The label at the start of `text`, or None. The content's offset counts in `text`, from 0."""
    pattern = _pattern(language)
    match = pattern.match(text) if pattern else None
    if match is None or not text[match.end() :].strip():
        return None
    word = match.group(1).casefold()
    role = next(
        role for role, words in language.article.labels.items() if word in (w.casefold() for w in words)
    )
    return Labelled(role, match.end())


@cache
def _pattern(language: Language) -> re.Pattern[str] | None:
    words = sorted({w for ws in language.article.labels.values() for w in ws}, key=lambda w: (-len(w), w))
    if not words:
        return None
    return re.compile(rf"({'|'.join(map(re.escape, words))})\s?:\s+", re.IGNORECASE)
