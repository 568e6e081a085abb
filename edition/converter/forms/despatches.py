"""How a despatch came to a paper: who or which agency sent it, in brackets over it or after a dash under it.

"(FROM OUR OWN CORRESPONDENT.)"  "(By Telegraph.)"  "(REUTER.)"  "--Reuter."  "— Havas."
"""

from __future__ import annotations

import re

from edition.converter.forms.letters import DASHES
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.languages.table import agencies

_LONGEST = 80  # characters
_MOST_WORDS = 9
_BRACKETED = re.compile(r"[(\[]([^()\[\]]{2,78})[)\]]\.?")
_DASHED = re.compile(rf"(?:--+|[{DASHES}])\s?[(\[]?([^\W\d_][^()\[\]]{{1,40}}?)[)\]]?\.?")
_POSSESSIVE = re.compile(r"[’'](?:s|S)?(?!\w)")


def is_sender(text: str, language: Language) -> bool:
    """Whether a line in brackets says who sent what stands under it, or by which way it came."""
    match = _BRACKETED.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None:
        return False
    words = words_of(_POSSESSIVE.sub("s", match[1]))
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    table = language.article
    flat = " ".join(words)
    if flat in agencies() or flat in table.wires:
        return True
    by = {word.casefold() for word in table.byline} | table.credits
    led = any(" ".join(words[:count]) in by for count in (1, 2, 3))
    return led and any(word in table.correspondents for word in words)


def agency_in_brackets(text: str) -> tuple[int, int] | None:
    """Where an agency is named in a line that is its name in brackets ("(REUTER.)"); None for any other."""
    match = _BRACKETED.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or " ".join(words_of(_POSSESSIVE.sub("s", match[1]))) not in agencies():
        return None
    return match.start(1), match.start(1) + len(match[1].rstrip(" ."))


def agency_under(text: str) -> tuple[int, int] | None:
    """Where an agency is named in a line that is a dash and its name ("--Reuter."); None for any other."""
    match = _DASHED.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None or " ".join(words_of(_POSSESSIVE.sub("s", match[1]))) not in agencies():
        return None
    lead = len(text) - len(text.lstrip())
    return lead + match.start(1), lead + match.end(1)
