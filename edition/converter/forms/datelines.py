"""Datelines of newspapers: where and when a despatch was written, on a line of its own or before the text.

`DORNE, 4 December – The dockers …`  `PARIS (Havas), 10 novembre. – …`  `Osterau, 1. Mai`
"""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.dates import find_dates
from edition.converter.forms.letters import DASHES, UPPER, fold
from edition.converter.forms.names import name_particles
from edition.converter.languages import Language

_LONGEST = 100  # characters before the dash
_LONGEST_LINE = 80
_MOST_PARTS = 3  # town, county, country
_MOST_WORDS = 5
# "MADRID, 3 mar (EFE).- Tres …", "МОСКВА, 3 марта. /ТАСС/. Три …"
_DASH = re.compile(rf"\s*(?:--+|[{DASHES}]|\s-(?=\s)|\.-(?=\s)|(?<=[)/])\.(?=\s))\s*")
_BEGINS = re.compile(rf"[\s_]*[“„«»\"'‘‹(\[¿¡]*[{UPPER}\d]")
_LONGEST_STOPPED = 60
_STOP = re.compile(r"(?<=[^\W_])\.\s+(?=\S)")
_SIGN = re.compile(r"(?:[*†‡+=×△□○☉☿♂♀§#]{1,4}|[^\W\d_]\.?)\s+(?=\w)")
_SENDER = re.compile(r"\([^()]{2,40}\)\.?(?=\s)")
_HOUR = re.compile(r"\d{1,2}(?:[.:]\d\d)?,?|[a-z]{3,8}")
_BRACKETS = re.compile(r"\([^()]{2,40}\)|\[[^\[\]]{2,40}\]|/[^/]{2,60}/")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*\.?")
_DAY = re.compile(r"(?:[0-2]?\d|3[01])\.?$")
_CAPITALS = re.compile(rf"[{UPPER}][{UPPER}.'’ -]{{2,30}}[{UPPER}](?:\s?\([^()]{{2,30}}\))?$")


def dateline_end(text: str, language: Language) -> int | None:
    """Where the place, date and dash end with which a despatch begins; None where it begins otherwise.

    The text after the dash begins as sentences do, and nothing but the date stands before it.
    """
    for dash in _DASH.finditer(text, 0, _LONGEST):
        lead = text[: dash.start()].rstrip()
        if _BEGINS.match(text, dash.end()) and is_place_and_date(lead, language):
            return dash.end() - (len(dash.group()) - len(dash.group().rstrip()))
    return None


def stopped_dateline_end(text: str, language: Language) -> int | None:
    """Where the place and date with a full stop end with which older papers begin a report, after the sign of
    the correspondent if there is one ("** Köln, 18. Juni. Die …", "PARIS, Jan. 3. The …"); None without.
    """
    sign = _SIGN.match(text)
    start = sign.end() if sign is not None else 0
    for stop in _STOP.finditer(text, start, _LONGEST_STOPPED):
        lead = text[start : stop.start()]
        counted = _DAY.fullmatch(lead.rsplit(None, 1)[-1]) is not None  # "Köln, 18. Juni."
        if (
            lead.count(",")
            and not counted
            and _BEGINS.match(text, stop.end())
            and is_place_and_date(lead, language)
        ):
            bracket = _SENDER.match(text, stop.end())
            return bracket.end() if bracket is not None else stop.start() + 1
    return None


def place_end(text: str) -> int | None:
    """Where a place in capitals and the dash after it end ("LOS ANGELES—"), with no date; None without."""
    dash = _DASH.search(text, 0, _LONGEST)
    if dash is None or not _CAPITALS.fullmatch(text, 0, dash.start()) or not _BEGINS.match(text, dash.end()):
        return None
    return dash.end() - (len(dash.group()) - len(dash.group().rstrip()))


def is_place_and_date(text: str, language: Language) -> bool:
    """Whether a short text is a place and a date (or a weekday, or a day's number), and nothing else."""
    if not 4 < len(text) <= _LONGEST_LINE or not text.lstrip("([_")[:1].isupper():
        return False
    flat = text.strip("_ ")
    if flat[0] in "([" and flat[-1] in ")]":
        flat = flat[1:-1]
    bare = " ".join(_BRACKETS.sub(" ", flat).split()).replace(" ,", ",")
    timeless = _without_time(bare, language)
    leads = dict.fromkeys((bare, bare.rstrip(" .,:"), timeless))
    return any(_ends_in_date(lead, bare != flat, language) for lead in leads)


def place_before_date(text: str, language: Language) -> str:
    """The place before the date in a dateline ("Berlin" of "Berlin, den 3. Mai 1919"); else empty."""
    lead = text.strip("_ ()[]*†").rstrip(" .,:—–-")
    start = _date_start(lead, language)
    if not start and text.rstrip().endswith("."):
        lead = text.strip("_ ()[]*†")
        start = _date_start(lead, language)  # "Ялта, 27 октября 1904 г."
    if not start and "[" in lead:
        lead = text.strip("_ *†.")
        start = _date_start(lead, language)  # "Bath, 14th April [1772]"
    if not start:
        lead = _without_time(lead, language)
        start = _date_start(lead, language)
    parts = lead[:start].rstrip(" ,.:").split(",")
    if len(parts) > 1 and parts[-1].strip().islower():
        parts.pop()
    place = ",".join(parts).strip()
    return place if start and _is_place(place, language) else ""


def place_in_dateline(text: str, language: Language) -> tuple[int, int] | None:
    """Where the place stands in a dateline; None where there is none that is told by a date after it."""
    place = place_before_date(text.strip(), language)
    start = text.find(place) if place else -1
    return (start, start + len(place)) if start >= 0 and "\n" not in place else None


def _without_time(lead: str, language: Language) -> str:
    """A dateline without the time of day at its end ("COWES, Sunday, 11 p.m.", "Paris, Thursday evening")."""
    times = language.letters.times | {word.replace(".", "") for word in language.citations.times}
    words = lead.split()
    count = len(words)
    while count > 1 and fold(words[count - 1].strip(" ,.:")).replace(".", "") in times:
        count -= 1
    if count < len(words) and _HOUR.fullmatch(words[count - 1]):
        count -= 1
    return " ".join(words[:count]).rstrip(" .,:")


def _ends_in_date(lead: str, bracketed: bool, language: Language) -> bool:
    start = _date_start(lead, language)
    if not start:
        return False
    place = lead[:start].rstrip()
    parted = "," in place or place.endswith((".", ":")) or bracketed or place.isupper()
    return parted and _is_place(place, language)


def _date_start(lead: str, language: Language) -> int:
    """Where the date at the end of `lead` begins; 0 where none ends it."""
    dates = find_dates(lead, language)
    # "Genova, 1911" is where and when a book was printed.
    if (
        dates
        and dates[-1].end == len(lead)
        and dates[-1].form != "year"
        and any(c.isdigit() for c in lead[dates[-1].start :])
    ):
        return dates[-1].start
    last = re.search(r"(?:^|\s)(\S+)$", lead)
    if last is None:
        return 0
    word = last[1].rstrip(".")
    return last.start(1) if word.casefold() in _weekdays(language) or _DAY.fullmatch(word) else 0


def _is_place(text: str, language: Language) -> bool:
    """Whether capitalised words, parted by commas, can be the name of a place."""
    parts = [part.split() for part in text.rstrip(" ,.:").split(",")]
    if len(parts) > 1 and len(parts[-1]) == 1 and parts[-1][0].islower() and len(parts[-1][0]) <= 4:
        parts.pop()  # "Berlin, den", "Paris, le"
    if not 0 < len(parts) <= _MOST_PARTS:
        return False
    return all(_is_name_of_place(part, language) for part in parts)


def _is_name_of_place(words: list[str], language: Language) -> bool:
    if not 0 < len(words) <= _MOST_WORDS or not words[0][:1].isupper():
        return False
    table = language.structure
    if fold(words[0].strip(".")) in table.sections | table.chapters | table.parts:
        return False  # "Art. 2. -- No one may"
    article = words[0] in language.persons.not_names
    if article and (len(words) == 1 or not words[1][0].isupper()):
        return False  # "It was in Dorne"; but "La Paz", "Los Angeles"
    calendar = _weekdays(language) | {word.casefold() for word in language.calendar_words}
    return all(
        _WORD.fullmatch(word)
        and word.casefold() not in calendar
        and (word[0].isupper() or len(word) <= 3 or word.casefold() in name_particles())
        for word in words
    )


@cache
def _weekdays(language: Language) -> frozenset[str]:
    return frozenset(day.casefold() for day in language.dates.weekday_names)
