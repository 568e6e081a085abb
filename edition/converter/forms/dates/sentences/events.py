"""What happened on a weekday, which is over, whatever may follow from it: "Friday's plunge might hurt"."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.languages import Language

_OWNED = re.compile(r"['’]s((?: [a-z][a-z-]*){1,3})")
_FIGURE = re.compile(r"['’]s(?: [a-z]+){0,2} \d+\.\d+(?!\d*:| ?[ap]\.?m)")
_LEAD = 24  # characters before a weekday in which what happened on it is named


def has_happened(text: str, start: int, end: int, language: Language) -> bool:
    """Whether a weekday between two offsets has what is over: "Friday's plunge", "Monday's fatal shooting",
    "Friday's 71.8", "the quake on Thursday".
    """
    dates = language.dates
    owned = _OWNED.match(text, end)
    if owned is not None and not dates.happened.isdisjoint(owned[1].split()):
        return True
    if dates.happened and _FIGURE.match(text, end) is not None:
        return True
    struck = dates.struck
    return bool(struck) and _struck(language).search(text, max(0, start - _LEAD), start) is not None


@cache
def _struck(language: Language) -> re.Pattern[str]:
    """What no one plans, before the day on which it was, at the end of what is searched."""
    nouns, on = (
        "|".join(map(re.escape, sorted(words)))
        for words in (language.dates.struck, language.dates.happens_on)
    )
    return re.compile(rf"(?<![\w-])(?:{nouns}) (?:(?:{on}) )?\Z")
