"""The parts of a letter, each told from a line or a stanza: salute, dateline, closing formula, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.dates import find_dates
from edition.converter.forms.letters import UPPER
from edition.converter.forms.names import name_particles
from edition.converter.forms.speakers import fold
from edition.converter.languages import Language
from edition.converter.segment.lines import Line

_WORDS = re.compile(r"[^\W_]+")
_LONGEST = 90  # characters of a line that opens or closes a letter
_FIGURES = re.compile(
    r"(?<!\d)\d{1,2}\s?[./]\s?(?:\d{1,2}|[IVX]{1,4})\s?[./]?\s?(?:\d{2,4})?(?!\d)|(?<!\d)1[4-9]\d\d(?!\d)|"
    r"(?<!\w)\d{1,2}\s[IVX]{1,4}\s\d{2,4}(?!\w)|\d{1,2}(?:ten|th|st|nd|rd)\b"
)
_FAR = 12  # columns: what is set in so far stands at the right


def folded(text: str) -> list[str]:
    """The words of a text in small letters, without accents."""
    return [fold(word) for word in _WORDS.findall(text)]


def is_salute(line: Line, language: Language) -> bool:
    """Whether a line greets someone: it begins as greetings begin, and is a line by itself."""
    text = line.text
    words = folded(text)
    if not words or len(text) > _LONGEST or len(words) > 12 or text.endswith(("?", ";")):
        return False
    salutes = language.letters.salutes
    if words[0] not in salutes:
        return False
    # "My dear Tom," needs no stop; "Dear me, what a day it was" is no line by itself.
    closed = text.rstrip("”\"’'").endswith((",", "!", ":", ".", "—", "–", "--", "-"))
    return closed or len(words) <= 5


def is_dateline(line: Line, language: Language) -> bool:
    """Whether a line says when, or when and where, a letter was written: a date, and little beside it."""
    text = line.text
    if len(text) > _LONGEST or text.endswith((":", ";", "?")) or len(folded(text)) > 14:
        return False
    if find_dates(text, language) or _FIGURES.search(text):
        return not text[0].islower()
    weekdays = {fold(day) for day in language.dates.weekdays}
    return any(word in weekdays for word in folded(text)) and len(folded(text)) <= 8


def closes(lines: Sequence[Line], language: Language) -> bool:
    """Whether lines are a closing formula, with or without the name."""
    words = [word for line in lines for word in folded(line.text)]
    if not 0 < len(words) <= 40 or len(lines) > 5:
        return False
    table = language.letters
    if _signs_devoted(lines, language):
        return True
    formula = any(word in table.closings for word in words[:8])
    return formula and len(words) <= 14 and _ends_in_name(lines[-1])


def _signs_devoted(lines: Sequence[Line], language: Language) -> bool:
    """Whether lines end in a word of devotion, with nothing but a name after it ("Dein Paul")."""
    words = _WORDS.findall(" ".join(line.text for line in lines))
    devotion = language.letters.devotion
    for place in range(len(words) - 1, max(len(words) - 8, -1), -1):
        if fold(words[place]) in devotion:
            after = words[place + 1 :]
            names = [word for word in after if word[0].isupper()]
            if len(names) > 4 or len(after) - len(names) > 2 or (after and not after[-1][0].isupper()):
                return False
            closings = language.letters.closings
            return len(words) <= 10 or any(fold(word) in closings for word in words)
    return False


def _ends_in_name(line: Line) -> bool:
    """Whether a line ends in a capitalised word, or in the comma after which the name follows."""
    words = _WORDS.findall(line.text)
    return line.text.endswith((",", "!")) or (bool(words) and words[-1][0].isupper())


def is_signature(line: Line, language: Language) -> bool:
    """Whether a line is a name and nothing else."""
    text = line.text.strip(" .—–-_\"”’'()")
    words = text.split()
    if not 0 < len(words) <= 5 or len(text) > 50 or not re.match(f"[{UPPER}]", text):
        return False
    if (
        "," in line.text.rstrip(",")
        or line.text.endswith((",", ";", ":", "?", "!"))
        or any(c.isdigit() for c in text)
    ):
        return False
    return all(word[:1].isupper() or word.casefold() in name_particles() for word in words)


def is_postscript(line: Line, language: Language) -> bool:
    """Whether a line begins with a label of postscripts ("P.S.", "Nachschrift")."""
    return _labelled(line, language.letters.postscripts)


def is_enclosure(line: Line, language: Language) -> bool:
    """Whether a line begins with a label of enclosures ("Encl.", "Anlage:")."""
    return len(line.text) <= 200 and _labelled(line, language.letters.enclosures, stopped=True)


def _labelled(line: Line, labels: frozenset[str], *, stopped: bool = False) -> bool:
    words = folded(line.text[:40])
    for count in (1, 2):
        if " ".join(words[:count]) in labels and len(words) >= count:
            after = line.text[_end_of(line.text, count) :][:1]
            return after in {".", ":", "-", "—", "–", "", "("} or (not stopped and line.text[:2].isupper())
    return False


def _end_of(text: str, count: int) -> int:
    matches = list(_WORDS.finditer(text[:60]))
    return matches[count - 1].end() if len(matches) >= count else len(text)


def at_the_right(line: Line, margin: int) -> bool:
    """Whether a line is set so far in that it stands at the right."""
    return line.indent >= margin + _FAR
