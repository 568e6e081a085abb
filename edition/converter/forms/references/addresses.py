"""Identifiers and addresses in references: DOI, arXiv, ISBN, ISSN, PubMed, Handle, URLs."""

from __future__ import annotations

import re
from typing import NamedTuple


class Address(NamedTuple):
    """An identifier or address between two offsets: `type` as TEI's `idno/@type`, or "URL"; `value` without
    label.
    """

    start: int
    end: int
    type: str
    value: str


_HINTS = ("10.", "://", "www.", "arxiv", "isbn", "issn", "pmid", "pmc", "estc", "stc ", "urn:", "oclc")
_SIGNS = r"[^\s<>\"“”»\[\]{}|\\^`]"
_ADDRESS = re.compile(
    rf"(?P<doi>(?:https?://(?:dx\.)?doi\.org/|(?:doi|DOI)\s?:?\s?)?10\.\d{{4,9}}/{_SIGNS}{{1,200}})"
    rf"|(?P<arxiv>ar[Xx]iv\s?:\s?(?:\d{{4}}\.\d{{4,5}}|(?:[a-z-]{{2,12}}(?:\.[A-Z]{{2}})?/)?\d{{7}})(?:v\d{{1,2}})?)"
    rf"|(?P<url>(?:https?|ftp)://{_SIGNS}{{3,500}}|www\.[\w-]{{1,60}}\.{_SIGNS}{{2,300}})"
    r"|(?P<isbn>ISBN(?:-1[03])?:?\s?[\dXx][\dXx -]{8,16}[\dXx])"
    r"|(?P<issn>ISSN:?\s?\d{4}-\d{3}[\dXx])"
    r"|(?P<pmid>PMID:?\s?\d{1,9})|(?P<pmc>PMC:?\s?\d{4,9})"
    r"|(?P<estc>E?STC\s[A-Z]?\d{1,7}(?:\.\d)?)|(?P<oclc>OCLC:?\s?\d{4,12})"
    rf"|(?P<urn>urn:[a-z]{{2,12}}:{_SIGNS}{{2,200}})"
)
_NAMES = {"doi": "DOI", "arxiv": "arXiv"}
_LABEL = re.compile(
    r"(?i)(?:https?://(?:dx\.)?doi\.org/|(?:doi|arxiv|isbn(?:-1[03])?|issn|pmid|oclc)\s?:?\s?|e?stc\s)"
)
_TRAILING = ".,;:!?'’]}*_"


def find_addresses(text: str) -> list[Address]:
    """The identifiers and addresses in `text`, in order, without the punctuation of the sentence."""
    low = text.lower()
    if not any(hint in low for hint in _HINTS):
        return []
    found = []
    for match in _ADDRESS.finditer(text):
        kind = str(match.lastgroup)
        end = match.end() - (len(match.group()) - len(match.group().rstrip(_TRAILING)))
        # A bracket that closes what was opened before the address is not of it.
        while (
            end > match.start()
            and text[end - 1] == ")"
            and text.count("(", match.start(), end) < text.count(")", match.start(), end)
        ):
            end -= 1
            end -= len(text[match.start() : end]) - len(text[match.start() : end].rstrip(_TRAILING))
        words = text[match.start() : end]
        label = _LABEL.match(words) if kind != "url" else None
        value = words[label.end() :] if label else words
        found.append(Address(match.start(), end, _NAMES.get(kind, kind.upper()), " ".join(value.split())))
    return found
