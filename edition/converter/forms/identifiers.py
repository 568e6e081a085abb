"""Readable ids from names: valid as xml:id for every program."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_PLAIN = re.compile(r"[a-z0-9α-ωа-яё]")
_LONGEST = 60  # characters: enough to be readable
_BEGINNING = re.compile(r"[^\W\d_]")


def identifier(*words: str) -> str:
    """An id made of `words`, joined by hyphens ("lenin-v-i"); empty where nothing in them can stand in one.

    It is in small letters and begins with one.
    """
    slug = "-".join(filter(None, ("".join(_characters(word)).strip("-") for word in words)))
    slug = re.sub("-{2,}", "-", slug)[:_LONGEST].strip("-")
    return slug if not slug or _BEGINNING.match(slug) else f"n{slug}"


def _characters(word: str) -> Iterator[str]:
    """What of a word may stand in an xml:id: letters without accents, Greek and Cyrillic ones as they are.

    Other letters are given by code: not all programs agree which of them a name may hold (the tables
    of XML 1.0 changed with its fifth edition).
    """
    for character in word.casefold():
        if character.isspace() or character in "-‐‑":
            yield "-"
        elif _PLAIN.fullmatch(character):
            yield character
        elif character.isalnum():
            letters = [c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c)]
            yield from (c if _PLAIN.fullmatch(c) else f"u{ord(c):04x}" for c in letters)
