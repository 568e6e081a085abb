"""Ids of records: which are our own, and one for an entry that its list gives none."""

from __future__ import annotations

import re
import unicodedata

# What else bears an xml:id in the documents that are written (`converter.write`).
_OURS = re.compile(r"edition|source|register|ner|(?:quote|source|note|char|calendar)-.*")


def is_taken(identifier: str) -> bool:
    """Whether the documents use an id for something else than a record."""
    return _OURS.fullmatch(identifier) is not None


def free_id(name: str, kind: str, used: set[str]) -> str:
    """An id for what is called `name`, not one of `used`: the same for the same list."""
    letters = (c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9]+", "".join(letters))
    base = "-".join([kind, *words])[:60].strip("-")
    number = 1
    identifier = base
    while identifier in used:
        number += 1
        identifier = f"{base}-{number}"
    return identifier
