"""Labels that a verb follows ("MR. BRIGHT said, he must oppose it"), in the records of older parliaments.

Such a record reports in the third person, and sets the names of those who speak in capitals.
"""

from __future__ import annotations

import re

from edition.converter.forms.letters import LOWER, UPPER
from edition.converter.forms.speakers import first_word
from edition.converter.languages import Language

_PARTS = rf"[{UPPER}][{LOWER}]{{0,4}}\.\s|[{UPPER}]\.\s?|[{UPPER}’'\-]{{2,}}\.?\s|(?:of|the|de|von|OF|THE)\s"
_NAME = re.compile(rf"(?:{_PARTS}){{2,9}}(?P<beside>[(\[][^()\[\]]{{1,60}}[)\]]\s)?(?=[{LOWER}])")
_BEGINS = re.compile(
    rf"[{UPPER}]{{2}}|[{UPPER}][{LOWER}]{{0,4}}\.\s[{UPPER}]{{2}}|[{UPPER}][{LOWER}]{{1,3}}\s[{UPPER}]{{2}}"
)
_VERB = re.compile(rf"[{LOWER}]+")
_WORDS = 3  # after the name, among which the verb must be ("then said", "again rose")


def name_before_verb(text: str, start: int, language: Language) -> int:
    """Where a name with a title ends that a verb of saying follows; 0 where none does."""
    if not _BEGINS.match(text, start):
        return 0
    match = _NAME.match(text, start)
    if match is None:
        return 0
    labels = language.labels
    titles = labels.before_names
    if first_word(match.group()) not in titles:
        return 0
    verbs = _VERB.findall(text, match.end(), match.end() + 40)[:_WORDS]
    if language.turns.saying.isdisjoint(verbs):
        return 0
    return start + len(match.group().rstrip())
