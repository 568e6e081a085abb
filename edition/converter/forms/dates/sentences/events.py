"""What happened on a weekday, which is over, whatever may follow from it: "Friday's plunge might hurt"."""

from __future__ import annotations

import re

from edition.converter.languages import Language

_OWNED = re.compile(r"['’]s((?: [a-z][a-z-]*){1,3})")


def has_happened(text: str, end: int, language: Language) -> bool:
    """Whether a weekday that ends at `end` has what is over: "Friday's plunge", "Monday's fatal shooting"."""
    owned = _OWNED.match(text, end)
    return owned is not None and not language.dates.happened.isdisjoint(owned[1].split())
