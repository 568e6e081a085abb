"""Ids of records: which are our own, and one for an entry that its list gives none."""

from __future__ import annotations

import re
import unicodedata

# What else bears an xml:id in the documents that are written (`converter.write`).
_OURS = re.compile(r"edition|source|register|ner|(?:quote|source|note|char|calendar)-.*")


def is_taken(identifier: str) -> bool:
    """Whether the documents use an id for something else than a record."""
    return _OURS.fullmatch(identifier) is not None


def surname_first(name: str, surname: str) -> str:
    """A name as it is filed: the surname, which the list may say, with its particles, then the rest."""
    if surname:
        return " ".join([surname, *(word for word in name.split() if word not in surname.split())])
    if "," in name:
        return name
    words = name.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].islower():
        start -= 1
    return " ".join([*words[start:], *words[:start]])


def free_id(name: str, used: set[str], kind: str = "") -> str:
    """An id for what is called `name`, not one of `used`: the same for the same list."""
    folded = name.casefold()
    if not folded.isascii():
        decomposed = unicodedata.normalize("NFKD", folded)
        folded = "".join(c for c in decomposed if not unicodedata.combining(c))
    words = re.findall(r"[a-z0-9α-ωа-я]+", folded.replace("'", "").replace("’", ""))
    base = "-".join(filter(None, [kind, *words]))[:60].strip("-") or "person"
    if base[0].isdigit() or is_taken(base):
        base = f"n-{base}"
    number = 1
    identifier = base
    while identifier in used:
        number += 1
        identifier = f"{base}-{number}"
    return identifier
