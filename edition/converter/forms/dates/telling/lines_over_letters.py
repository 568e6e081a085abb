"""Lines that say where and when what stands under them was written, wherever a text has them: "Nohant, 8
décembre 1872.", under a line that says to whom, "[Croisset] Dimanche, 5 heures [23 octobre 1853]."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.telling.hours import only_hours, words_beside
from edition.converter.forms.letters import fold
from edition.converter.languages import Language

LONGEST_OVER_LETTER = 200  # characters of the lines over a letter
_LINE = 80  # of each
_MOST_LINES = 4
_MOST_WORDS = 9  # of place, weekday and hour before the day
_SHORT_WORD = 3  # letters of a word such as "den", "at", "le"
_TEXT = 60  # characters from which on what stands under a line is text
_WORDS = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"[\s_*\[(«“\"]*[^\W_]")
_GOES_ON = (",", ";", "?", "-")
_GREETS = (",", "!", ":", "—", "–", "--")


def stands_over_letter(words: str, found: Sequence[Expression], below: str, language: Language) -> bool:
    """Whether a paragraph, with the dates found in it, is a few lines of which the last says where and when,
    with a text `below` and not the name of who signs.
    """
    if not found or not _is_written(below):
        return False
    day = next((one for one in reversed(found) if one.first.year is not None), None)
    if day is None or day.relation is not None or day.first.unit is not Unit.DAY:
        return False
    start = words.rfind("\n", 0, day.start) + 1
    above, after = words[:start].splitlines(), words[day.end :]
    return (
        len(above) < _MOST_LINES
        and len(words) - start <= _LINE
        and all(map(_is_over, above))
        and _says_where_and_when(words[start : day.start], language)
        and only_hours(after, language)
    )


def _is_written(below: str) -> bool:
    """Whether words are a text, or greet."""
    return len(below) >= _TEXT or below.rstrip().endswith(_GREETS)


def _is_over(line: str) -> bool:
    """Whether a line can stand over the day of a letter: short, and no sentence that goes on."""
    bare = line.strip()
    return len(bare) <= _LINE and not bare.endswith(_GOES_ON) and not bare[:1].islower()


def _says_where_and_when(lead: str, language: Language) -> bool:
    """Whether the words before a day are a place, a weekday, an hour and what joins them, or none at all."""
    words = _WORDS.findall(lead)
    if not words:
        return True
    if _OPENS.match(lead) is None or len(words) > _MOST_WORDS or words[0][0].islower():
        return False
    if words[0].lower() in language.dates.lived or f"{words[0].lower()}." in language.dates.lived:
        return False  # "Né à Paris, le 3 mai 1848"
    hours = words_beside(language)
    return all(word[0].isupper() or len(word) <= _SHORT_WORD or fold(word) in hours for word in words)
