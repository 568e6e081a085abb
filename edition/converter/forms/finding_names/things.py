"""What is called after someone: "Rue Jean Jaurès", "Ronald Reagan Airport", "John Wiley & Sons"."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.finding_names.found import WORD_AFTER, WORD_BEFORE, NameFound, just_before
from edition.converter.forms.letters import APOSTROPHES, HYPHENS, UPPER, fold
from edition.converter.languages import Language

_OWNED = re.compile(rf"[{APOSTROPHES}]s?\s([^\W\d_]+)")
_FIRM = re.compile(
    rf",?\s(?:&|and|und|et|y|e)\s(?:Co|Cie|Comp|Sons|Söhne|Fils|Hijos|Figli|Brothers)\b|\s&\s[{UPPER}]"
)


@cache
def things(language: Language) -> frozenset[str]:
    """Words after a name that make it the name of something else."""
    return language.persons.organisations | language.persons.things


def is_thing(text: str, name: NameFound, language: Language) -> bool:
    """Whether what stands beside a name makes it that of a street, a ship, a school, a firm."""
    before = WORD_BEFORE.search(just_before(text, name.start))
    if before is not None and fold(before[1]) in language.persons.namesakes:
        return True
    if text[name.end : name.end + 1] in HYPHENS and text[name.end + 1 : name.end + 2].isalnum():
        return True  # "Karl-Marx-Allee"
    owned = _OWNED.match(text, name.end) if text[name.start : name.start + 2] == "S." else None
    if owned is not None and owned[1] in things(language):
        return True  # "S. Catherine's Church"
    after = WORD_AFTER.match(text, name.end)
    if after is not None and name.rule != "initials" and after[1] in things(language):
        return True
    return _FIRM.match(text, name.end) is not None
