"""The day on which a report was written or appeared: after its place, at the head of its first paragraph
("SHEFFIELD (Reuters) - 8 Nov 1997 -"), or on a line of its own ("Posted: 10:15 a.m., June 4, 2001").
"""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.letters import DASHES
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.languages.table import agencies

_LONGEST = 60  # characters before the date
_SMALL_WORD = 3  # letters of words within the name of a place: "Rio de Janeiro"
_DASH = rf"(?:-{{1,2}}|_|[{DASHES}])"
_OPENS = re.compile(r"[(\[]\s*\Z")
_CLOSES = re.compile(r"\s*[)\]]")
_AGENCY = re.compile(r"[(\[/]([^()\[\]/]{2,40})[)\]/]")
_APART = re.compile(rf"(?:,|:|{_DASH})\s*\Z")  # between the place and its date
_SET_OFF = re.compile(rf"\s*(?:{_DASH}\s|[.:;|(/])")  # after a date that belongs to no sentence
_SET_OFF_SHARPLY = re.compile(rf"\s*(?:{_DASH}\s|\()")  # where nothing stands between the place and its date


def begins_report(words: str, one: Expression, language: Language) -> bool:
    """Whether a paragraph begins with a place, or nothing, and a date, both set off from what it tells:
    "Torino, 19 maggio 2003. Nato a Cuneo", "Brno 19. května 2003 - Policie", "LEEDS (May 3, 1998) -- A man".
    """
    if one.last is not None or one.start > _LONGEST:
        return False
    before, after = words[: one.start], words[one.end :]
    opens, closes = _OPENS.search(before), _CLOSES.match(after)
    if opens is not None:
        if closes is None:
            return False
        before, after = before[: opens.start()], after[closes.end() :]
        return not before.strip() or (_is_place(before, language) and _SET_OFF.match(after) is not None)
    if not before.strip():
        return after.lstrip().startswith("|")
    if not _is_place(before, language):
        return False
    apart = _APART.search(before) is not None or _without_agency(before) != before.strip()
    return (_SET_OFF if apart else _SET_OFF_SHARPLY).match(after) is not None


def says_when_it_appeared(line: str, language: Language) -> bool:
    """Whether a line with a date says when a piece appeared: by its first words, or after who wrote it, or
    between bars.
    """
    table = language.article
    opening = line.lstrip(" \t([|").casefold()
    published = (word.casefold() for word in table.labels.get("published", ()))
    lead = next((word for word in (*table.appeared, *published) if opening.startswith(word)), None)
    if lead is not None:
        return not opening[len(lead) : len(lead) + 1].isalpha()
    return "|" in line or line.split(" ", 1)[0] in table.byline


def _is_place(text: str, language: Language) -> bool:
    """Whether words can be a place, with an agency or without: all with a capital letter but small ones, the
    first no preposition, and one at least that is nothing else.
    """
    words = re.findall(r"[^\W\d_]+", _without_agency(text))
    if not words or words[0].lower() in _before_dates(language) or any(map(str.isdigit, text)):
        return False
    if "(" in _without_agency(text):
        return False  # "Waldmann, Josef (b. Brno, 14 Feb 1761; d. London, 1829)"
    if any(not word[0].isupper() and len(word) > _SMALL_WORD for word in words):
        return False
    return any(word[0].isupper() and word.lower() not in language.common_words for word in words)


def _without_agency(text: str) -> str:
    """A place without the agency that stands in brackets after it."""
    found = _AGENCY.search(text)
    if found is None or " ".join(words_of(found[1])) not in agencies():
        return text.strip()
    return (text[: found.start()] + text[found.end() :]).strip()


@cache
def _before_dates(language: Language) -> frozenset[str]:
    """The words that stand before dates and are no places, in small letters."""
    dates = language.dates
    ranges = (phrase for group in dates.ranges.values() for phrase in group)
    words = (dates.before, dates.before_day, dates.before_month, dates.before_year, dates.also_before_year)
    cities = {word.lower() for word in dates.cities}
    return frozenset(word.lower() for group in (*words, ranges) for word in group) - cities
