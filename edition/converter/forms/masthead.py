"""The masthead of a periodical: its title, volume, issue number, page and date, on one line or several.

"Workers Vanguard No. 1144" / "16 November 2018"; "Le Bolchévik nº 226" / "Décembre 2018";
"The Daily Post, Vol. 3, No. 12, May 4, 1901".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from edition.converter.forms.dates import find_dates, whole_date
from edition.converter.forms.letters import DASHES, UPPER, Part
from edition.converter.languages import Language

_NUMBER = r"\d{1,6}(?:\s?[-–/&]\s?\d{1,6})?[a-z]?|[IVXLCDM]{1,9}(?![A-Za-z])"
_BETWEEN = re.compile(rf"[\s,;:·|•()/{DASHES}\-.]*")
_MAX_TITLE = 60  # characters; the longest titles of real periodicals are shorter
_MAX_LINE = 140
_MAX_PRICE = 40
_MOST_WORDS = 5


@dataclass(frozen=True, slots=True)
class MastheadLine:
    """What a line of a masthead says, as parts with offsets in it."""

    parts: tuple[Part, ...]

    def has(self, element: str, unit: str | None = None) -> bool:
        """Whether the line holds an `element` (of a `unit`, for biblScope)."""
        return any(
            p.element == element and (unit is None or ("unit", unit) in p.attributes) for p in self.parts
        )


def parse_masthead_line(text: str, language: Language) -> MastheadLine | None:
    """The parts of a line that consists of nothing but title, numbers and date; else None.

    A title is only taken where a number or a word that names periodicals proves it.
    """
    if len(text) > _MAX_LINE:
        return None
    parts = find_scopes(text, language)
    parts += [date.part() for date in find_dates(_without(text, parts), language)]
    parts.sort(key=lambda part: (part.start, -part.end))
    apart: list[Part] = []
    for part in parts:
        if not apart or part.start >= apart[-1].end:
            apart.append(part)
    lead = text[: apart[0].start] if apart else text
    title_end = len(lead.rstrip(" ,;:·|•(–—-\u00a0\t"))
    title = text[:title_end]
    if title:
        if not _is_title(title):
            return None
        numbered = any(part.element == "biblScope" for part in apart)
        if not numbered and not names_periodical(title, language):
            return None
        apart.insert(0, Part("title", 0, title_end, (("level", "j"),)))
    position = 0
    for part in apart:
        if not _BETWEEN.fullmatch(text, position, part.start):
            return None
        position = part.end
    rest = text[position:]
    if not apart or not (_BETWEEN.fullmatch(rest) or _is_price(rest, language)):
        return None
    return MastheadLine(tuple(apart))


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


def is_date_line(text: str, language: Language) -> bool:
    """Whether the line is one date and nothing else (a final full stop or brackets may stand)."""
    return whole_date(text.strip("()[]. \u00a0"), language) is not None


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
    return not re.search(r"[.!?:;]\s|[.:;]$", re.sub(rf"\b[{UPPER}]\.", "", text))


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
    return [
        Part("biblScope", m.start(), m.end(), (("unit", _unit(m)), ("n", "".join(m.group("number").split()))))
        for m in _scope_pattern(language).finditer(text)
    ]


def _unit(match: re.Match[str]) -> str:
    return next(unit for unit in ("issue", "volume", "page") if match.group(unit))
