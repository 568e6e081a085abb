"""The terms on which a file may be used (Guidelines 2.2.4), as every header of ours states them."""

from __future__ import annotations

from edition.config import EditionFacts
from edition.tei.build import TeiBuilder


def write_availability(builder: TeiBuilder, facts: EditionFacts) -> None:
    """`availability` with the licence of the edition; where none is named, that the terms are not known."""
    if not facts.licence:
        with builder.division("availability", status="unknown"):
            # The type lets pages leave out what is only there because TEI wants something here.
            builder.leaf("ab", "No licence is stated.", type_="unstated")
        return
    with builder.division("availability"):
        is_address = facts.licence.startswith(("http://", "https://")) and " " not in facts.licence
        builder.leaf("licence", facts.licence, target=facts.licence if is_address else None)
