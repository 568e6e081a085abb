"""The masthead of a periodical: its title, volume, issue number, page and date, on one line or several.

"Workers Vanguard No. 1144" / "16 November 2018"; "Le Bolchévik nº 226" / "Décembre 2018";
"The Daily Post, Vol. 3, No. 12, May 4, 1901".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from edition.converter.forms.datelines import is_place_and_date, place_in_dateline
from edition.converter.forms.dates import find_dates, whole_date
from edition.converter.forms.letters import DASHES, UPPER, Part, fold
from edition.converter.forms.memory import remembered
from edition.converter.forms.names import name_particles
from edition.converter.languages import Language

_RANGE = r"(?:\s?[-–/&]\s?\d{1,6}(?!\d|\.?\s[^\W\d_]{3}))?"
_NUMBER = rf"\d{{1,3}}(?:[.,]\d{{3}})+(?!\d)|\d{{1,6}}{_RANGE}[a-z]?|[IVXLCDM]{{1,9}}(?![A-Za-z])"
_BETWEEN = re.compile(rf"[\s,;:·|•()/{DASHES}\-.]*")
_MAX_TITLE = 60  # characters; the longest titles of real periodicals are shorter
_MAX_LINE = 160
_MAX_SUBTITLE = 90
_MOST_SUBTITLES = 2
_MAX_PRICE = 40
_MOST_WORDS = 6
_MOST_PLACE = 3  # words of the town that a paper is printed in
_PIECES = re.compile(rf"\s{{3,}}|\t|--+|[{DASHES}|•·()\[\]]|\.{{3,}}|\.\s|,\s")
_EDGES = " ,;:.·|•()[]–—-\u00a0\t\"'"
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_TITLE_ENDS = re.compile(r"(?<=\w{3})\. ")  # no "St.", "Mr."
_GROUPED = re.compile(r"(?<=\d)[.,](?=\d{3})")


@dataclass(frozen=True, slots=True)
class MastheadLine:
    """What a line of a masthead says, as parts with offsets in it."""

    parts: tuple[Part, ...]

    def has(self, element: str, unit: str | None = None) -> bool:
        """Whether the line holds an `element` (of a `unit`, for biblScope)."""
        return any(
            p.element == element and (unit is None or ("unit", unit) in p.attributes) for p in self.parts
        )


@remembered(256)  # the segmenter asks about the same few lines again and again, and the annotator after it
def parse_masthead_line(text: str, language: Language) -> MastheadLine | None:
    """The parts of a line that consists of nothing but title, numbers and date; else None.

    A title is only taken where a number or a word that names periodicals proves it.
    """
    if len(text) > _MAX_LINE:
        return None
    parts = find_scopes(text, language)
    parts += [part for part in _counted_years(text, language) if not _overlaps(part, parts)]
    parts += [date.part() for date in find_dates(_without(text, parts), language)]
    parts.sort(key=lambda part: (part.start, -part.end))
    apart: list[Part] = []
    for part in parts:
        if not apart or part.start >= apart[-1].end:
            apart.append(part)
    numbered = any(part.element == "biblScope" for part in apart)
    lead = text[: apart[0].start] if apart else text
    title_end = len(lead.rstrip(" ,;:·|•([–—-\u00a0\t"))
    title = text[:title_end]
    dated = any(part.element == "date" for part in apart)
    if numbered and title.endswith("."):
        title_end = _before_stop(title, language, dated=dated)
        title = text[:title_end]
    if title and not (numbered and _says_known(title, language, placed=False)):
        if not _is_title(title):
            return None
        if not numbered and not names_periodical(title, language):
            return None
        apart.insert(0, Part("title", 0, title_end, (("level", "j"),)))
    titled = bool(apart) and apart[0].element == "title"
    rest_of = apart[1:] if titled else apart
    position = rest_of[0].start if numbered and rest_of else apart[0].end if apart else 0
    for part in rest_of:
        between = text[position : part.start]
        if not (_BETWEEN.fullmatch(between) or (numbered and _says_known(between, language, placed=dated))):
            return None
        position = part.end
    rest = text[position:]
    known = _BETWEEN.fullmatch(rest) or _is_price(rest, language)
    if not apart or not (known or (numbered and _says_known(rest, language, placed=dated))):
        return None
    if numbered and dated:
        apart = sorted([*apart, *_towns(text, apart, language)], key=lambda part: part.start)
    return MastheadLine(tuple(apart))


def parse_subtitled_line(text: str, language: Language) -> MastheadLine | None:
    """The parts of a line under the title of a paper that begins with what the paper calls itself and a full
    stop, before its number and date ("Organ der Demokratie. Nr. 19. Köln, 19. Juni 1848"); else None.
    """
    stop = text.find(". ")
    first = text[:stop]
    if not 0 < stop <= _MAX_TITLE or not text[0].isupper() or any(map(str.isdigit, first)):
        return None
    rest = parse_masthead_line(text[stop + 2 :], language)
    if rest is None or rest.has("title") or not (rest.has("biblScope", "issue") and rest.has("date")):
        return None
    moved = [part._replace(start=part.start + stop + 2, end=part.end + stop + 2) for part in rest.parts]
    return MastheadLine((Part("title", 0, stop, (("type", "sub"),)), *moved))


def parse_place_line(text: str, language: Language) -> MastheadLine | None:
    """The parts of a line under the title of a paper that says where and on which day it came out, with the
    weekday and the year ("LONDON: MONDAY, MAY 14, 1832."); None for any other.
    """
    if len(text) > _MAX_LINE or not is_place_and_date(text, language):
        return None
    dates = find_dates(text, language)
    place = place_in_dateline(text, language)
    days = {fold(day) for day in language.dates.weekday_names}
    weekday = any(fold(word) in days for word in re.findall(r"[^\W\d_]+", text))
    if not dates or place is None or not weekday or _YEAR.search(text, dates[-1].start) is None:
        return None
    return MastheadLine((Part("pubPlace", *place), dates[-1].part()))


def _before_stop(title: str, language: Language, *, dated: bool) -> int:
    """Where the title of a paper ends that has a full stop ("THE MORNING POST. No. 12"), or one and what the
    paper calls itself ("Neue Zeitung. Organ der Demokratie. Nr. 19"); its own length where it is no title.
    """
    first, *others = _TITLE_ENDS.split(title.removesuffix("."))
    named = names_periodical(first, language)
    short_name = first.isupper() and len(first.split()) <= _MOST_PLACE
    if not others and (named or title.isupper()):
        return len(first)
    short = all(other[:1].isupper() and len(other) <= _MAX_SUBTITLE for other in others)
    return (
        len(first)
        if (named or short_name) and dated and short and len(others) <= _MOST_SUBTITLES
        else len(title)
    )


def _towns(text: str, parts: Sequence[Part], language: Language) -> list[Part]:
    """The town that a paper is printed in, between its number and its date ("No. 12. LONDON, MONDAY, …")."""
    found: list[Part] = []
    for above, below in pairwise(parts):
        if below.element != "date":
            continue
        start = above.end
        for piece in _PIECES.split(text[above.end : below.start]):
            bare = piece.strip(_EDGES)
            if bare and _is_town(bare, language) and not _is_known(bare, language, False):
                begin = text.index(bare, start)
                found.append(Part("pubPlace", begin, begin + len(bare)))
                break
            start += len(piece)
    return found


def _overlaps(part: Part, others: Sequence[Part]) -> bool:
    return any(part.start < other.end and other.start < part.end for other in others)


def _counted_years(text: str, language: Language) -> list[Part]:
    """The count of a paper's years before its word ("51. Jahrgang", "3e année", "Seizième année")."""
    pattern = _years_pattern(language)
    if pattern is None:
        return []
    found: list[Part] = []
    for match in pattern.finditer(text):
        if fold(match["word"]) not in language.periodical.years:
            continue
        number = re.match(r"\d+|[IVXLC]+(?![^\W\d_])", match["count"])
        n = (("n", number.group()),) if number is not None else ()
        found.append(Part("biblScope", match.start(), match.end(), (("unit", "volume"), *n)))
    return found


@cache
def _years_pattern(language: Language) -> re.Pattern[str] | None:
    words = language.periodical.years
    if not words:
        return None
    figures = r"\d{1,3}(?:\.|[ºª°]|er|ère|e|ème|me|th|st|nd|rd)?|[IVXLC]{1,7}\.?"
    spelled = r"[^\W\d_]{4,}(?:-[^\W\d_]{4,})?"
    return re.compile(rf"(?<![\w.])(?P<count>{figures}|{spelled})\s(?=[^\W\d_])(?P<word>[^\W\d_]+)(?!\w)")


def _says_known(text: str, language: Language, *, placed: bool) -> bool:
    """Whether every piece of what stands between numbers and date is a price, an edition, a day, or a town
    where one may be `placed`.
    """
    pieces = [piece.strip(_EDGES) for piece in _PIECES.split(text)]
    if any(len(piece) > _MAX_PRICE for piece in pieces):
        return False
    if _is_price(text, language):
        return True
    return all(not piece or _is_known(piece, language, placed) for piece in pieces)


def _is_known(piece: str, language: Language, placed: bool) -> bool:
    words = piece.split()
    flat = [fold(word.strip(_EDGES)) for word in words]
    table = language.periodical
    if len(words) > _MOST_WORDS:
        return False
    if any(
        part.lstrip("0123456789") in table.coins for word in flat for part in word.split("-")
    ) or _is_price(piece, language):
        return True
    if any(part in table.editions for word in flat for part in word.split("-")):
        return True
    days = {fold(day) for day in language.dates.weekday_names} | language.letters.times
    if all(word in days for word in flat) or (piece.isdigit() and len(piece) <= 6):
        return True
    return placed and _is_town(piece, language)


def _is_town(piece: str, language: Language) -> bool:
    """Whether a few capitalised words can be the name of a town."""
    words = piece.split()
    if len(words) > _MOST_PLACE or fold(words[0].strip(_EDGES)) in language.periodical.titles:
        return False
    if not words[0][0].isupper():
        return False
    return all((word[0].isupper() and word.isalpha()) or word in name_particles() for word in words)


def _without(text: str, parts: Sequence[Part]) -> str:
    """The text with blanks for `parts`: "No. 12 – 13 May" has a number and a date, and no range of days."""
    for part in parts:
        text = f"{text[: part.start]}{' ' * (part.end - part.start)}{text[part.end :]}"
    return text


def _is_price(text: str, language: Language) -> bool:
    """Whether the end of a line says what the number costs, and nothing else ("Price One Penny")."""
    price = text.strip(" ,;:·|•()–—-\u00a0\t")
    if not price or len(price) > _MAX_PRICE or len(price.split()) > _MOST_WORDS:
        return False
    return price.lower().startswith(tuple(word.lower() for word in language.periodical.price))


def could_be_title(text: str, language: Language) -> bool:
    """Whether a line of a masthead that says no number can be its title: no motto, no terms, no edition."""
    if is_terms(text, language) or text.endswith("!") or ": " in text or not any(map(str.isalpha, text)):
        return False
    words = [fold(word.strip(_EDGES)) for word in text.split()]
    edition = len(words) <= _MOST_PLACE and any(word in language.periodical.editions for word in words)
    return not edition and (text.isupper() or not text.endswith("."))


def title_end(text: str, language: Language) -> int:
    """Where the title ends that a line of a masthead is, without a full stop after it; 0 for other lines."""
    if could_be_title(text, language):
        return len(text.removesuffix(".") if text.isupper() else text)
    bare = text.rstrip(".")
    named = len(bare.split()) <= _MOST_PLACE and names_periodical(bare.replace("-", " "), language)
    return len(bare) if named and bare != text and could_be_title(bare, language) else 0


def is_terms(text: str, language: Language) -> bool:
    """Whether a line says what the paper costs, how to subscribe to it, or who edits it."""
    words = [fold(word.strip(_EDGES)) for word in text.split()]
    if not words or len(text) > _MAX_LINE:
        return False
    priced = len(words) <= _MOST_WORDS and any(
        word.lstrip("0123456789") in language.periodical.coins for word in words
    )
    return words[0] in language.periodical.terms or priced or _is_price(text, language)


def is_date_line(text: str, language: Language) -> bool:
    """Whether the line is one date and nothing else (a final full stop or brackets may stand)."""
    return whole_date(text.strip("()[].| \u00a0"), language) is not None


def names_periodical(title: str, language: Language) -> bool:
    """Whether a word of `title` is one that periodicals are called by ("Gazette", "Zeitung")."""
    words = re.findall(r"[^\W\d_]+", title)
    return any(
        word in language.periodical.titles or word.capitalize() in language.periodical.titles
        for word in words
    )


def _is_title(text: str) -> bool:
    """A title begins with a capital (or a digit: "20 Minutes"), is short, and is no sentence."""
    if len(text) > _MAX_TITLE or not (text[0].isupper() or text[0].isdigit() or text[0] in "“„«\"'‘"):
        return False
    stops = r"[.!?:]\s|[.:;]$" if text.isupper() else r"[.!?:;]\s|[.:;]$"  # "THE GAZETTE; OR, ADVERTISER"
    return not re.search(stops, re.sub(rf"\b[{UPPER}]\w?\.", "", text))


@cache
def _scope_pattern(language: Language) -> re.Pattern[str]:
    words = language.periodical
    labels = []
    for unit, spellings in (("issue", words.issue), ("volume", words.volume), ("page", words.page)):
        alternatives = "|".join(
            re.escape(s) + (r"(?!\w)" if s[-1].isalnum() else "")
            for s in sorted({v for s in spellings for v in (s, s.upper())}, key=lambda w: (-len(w), w))
        )
        labels.append(rf"(?P<{unit}>(?<!\w)(?:{alternatives}))")
    return re.compile(rf"(?:{'|'.join(labels)})[\s\u00a0\u202f]*(?P<number>{_NUMBER})(?!\w)")


def find_scopes(text: str, language: Language) -> list[Part]:
    """Issue, volume and page statements in `text`: the label and its number, the number again in @n."""
    return [_scope(match) for match in _scope_pattern(language).finditer(text)]


def _scope(match: re.Match[str]) -> Part:
    n = _GROUPED.sub("", "".join(match.group("number").split()))
    return Part("biblScope", match.start(), match.end(), (("unit", _unit(match)), ("n", n)))


def _unit(match: re.Match[str]) -> str:
    return next(unit for unit in ("issue", "volume", "page") if match.group(unit))
