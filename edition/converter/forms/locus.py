"""Where in a work, by numbers that all its editions share: act and scene, book and chapter, canto and line.

"As You Like It, II. i"  "Macbeth, V, 5, 19"  "Essays, II. xi"  "Purgatorio, XXIII": no label says what each
counts, so no unit is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from edition.converter.forms.letters import Part

_LOCUS = re.compile(
    r",\s+(?P<place>(?:[IVX]{1,6}(?![\w’'])|[ivx]{1,6}(?![\w’']))"
    r"(?:(?:\.\s?|,\s?|:)(?:[IVXLC]{1,7}|[ivxlc]{1,7}|\d{1,3})(?!\w))?(?:(?:\.\s?|,\s?|:)\d{1,4}(?:\s?[-–]\s?\d{1,4})?(?!\w))?)"
    r"[.,;]?$"
)
_NUMBERS = re.compile(r"[IVXLCivxlc]+|\d+(?:\s?[-–]\s?\d+)?")


def without_loci(text: str, parts: Iterable[Part]) -> list[Part]:
    """The parts of an attribution, a title that ends in numbers as a title and a `biblScope`. "Henry IV" ends
    in none: a comma stands before them.
    """
    result: list[Part] = []
    for part in parts:
        match = _LOCUS.search(text, part.start, part.end) if part.element == "title" else None
        if match is None or match.start() <= part.start:
            result.append(part)
            continue
        n = ".".join(_NUMBERS.findall(match["place"]))
        result.append(part._replace(end=match.start()))
        result.append(
            Part("biblScope", match.start("place"), match.end("place"), (("n", n.replace(" ", "")),))
        )
    return result
