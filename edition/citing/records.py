"""An edition and its texts as records for programs that keep references."""

from __future__ import annotations

from collections.abc import Sequence

from edition.citing.citing import FILES
from edition.citing.formats import as_bibtex, as_csl_json, as_ris
from edition.citing.work import Work, whole_of
from edition.config import EditionFacts

_FILE = "data/citations"

RECORDS = {f"{_FILE}.{suffix}": name for suffix, name in FILES.items()}
"""The files of an edition that hold the records, and the names of their formats."""


def records_of_all(works: Sequence[Work], facts: EditionFacts) -> dict[str, bytes]:
    """The edition, if it has a title, and its texts in their order: a file a format, by relative name."""
    if not works:
        return {}
    every = [whole_of(facts), *works] if facts.title else list(works)
    written = {"bib": as_bibtex(every), "ris": as_ris(every), "csl.json": as_csl_json(every)}
    return {f"{_FILE}.{suffix}": content.encode() for suffix, content in written.items()}
