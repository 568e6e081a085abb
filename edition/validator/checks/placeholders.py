"""Words that a template left in a document: "Title", "Publication Information", "TODO", "Lorem ipsum"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from edition.tei import local_name
from edition.validator.checks.survey import Survey, within, words
from edition.validator.checks.tables import table
from edition.validator.finding import Finding

_IN_HEADER = frozenset(("teiHeader",))
_LONGEST = 80  # characters: a sentence of a template is short


def placeholder_findings(survey: Survey) -> Iterator[Finding]:
    """The placeholders in the header, and those anywhere that are nothing else."""
    known = table("placeholders")
    header, everywhere = frozenset(known["header"]), frozenset(known["everywhere"])
    for name in known["elements"]:
        for element in survey.named(name):
            if len(element) or not element.text or len(element.text) > _LONGEST:
                continue
            text = words(element)
            bare = text.casefold().strip(" .…[]()*{}<>:-")
            left = bare in everywhere or (bare in header and within(element, _IN_HEADER))
            if left or (text in known["capitals"]):
                yield Finding("HEADER-PLACEHOLDER", element, {"element": name, "text": text}, in_text=True)
    for element in survey.elements("p", "ab", "l"):
        if _filler().match(element.text or ""):
            facts = {"element": local_name(element), "text": " ".join((element.text or "").split()[:3])}
            yield Finding("HEADER-PLACEHOLDER", element, facts, in_text=True)


@cache
def _filler() -> re.Pattern[str]:
    """The beginnings of filler text, and of notes to oneself; these with their capitals."""
    known = table("placeholders")
    filler = "|".join(re.escape(text) for text in known["filler"])
    notes = "|".join(re.escape(text) for text in known["notes"])
    return re.compile(rf"\s*(?:(?i:{filler})\b|(?:{notes}))")
