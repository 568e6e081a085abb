"""The book in several volumes: which texts stand in which."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from edition.config.print import PrintSettings, VolumeBegins
from edition.diagnostics import Diagnostic, diagnose
from edition.site import SiteText

_LETTERS = {"A5": 2200, "Royal": 2390, "A4": 2820, "Letter": 2660}
"""Characters of markup that make a page of each format."""
_NEAREST = ((152, "A5", 148 * 210), (185, "Royal", 156 * 234), (9999, "A4", 210 * 297))
"""Another format is like one of these up to so many millimetres of width (as in xslt/print/measures.typ); the
area of that in square millimetres."""
_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


@dataclass(frozen=True, slots=True)
class Part:
    """A volume: its number (0 where it is the only one), its texts in order, its title if it has one."""

    number: int
    texts: Sequence[SiteText]
    title: str = ""


WHOLE = Part(0, ())


class _Unclear(NamedTuple):
    """What is wrong with the list of volumes, and what to do."""

    entry: VolumeBegins
    reason: str
    remedy: str


def divided(
    texts: Sequence[SiteText], markup: Mapping[str, str], settings: PrintSettings, names: Collection[str]
) -> tuple[list[Part], list[Diagnostic]]:
    """The volumes of `texts`, which stand in the order of the edition; none, and why, where that is unclear.

    `markup` is the source of each text for typst, by stem; `names` are the stems of all sources, also of
    those that came to nothing.
    """
    if settings.volume_begins:
        return _as_listed(texts, settings.volume_begins, names)
    pages = [about_pages(markup[text.stem], settings) for text in texts]
    ends = balanced(pages, settings.volume_pages) if settings.volume_pages else [len(texts)]
    if len(ends) < 2:
        return [Part(0, texts)], []
    spans = zip([0, *ends], ends, strict=False)
    several = [texts[begin:end] for begin, end in spans]
    dated = all(text.year and not text.year.startswith("-") for text in texts)
    return [Part(n, those, _years(those) if dated else "") for n, those in enumerate(several, 1)], []


def about_pages(markup: str, settings: PrintSettings) -> int:
    """How many pages a text will have: told from the length of its source, before it is set."""
    pages = ceil(len(markup) / _letters(settings.format))
    return pages + pages % 2 if settings.openings == "recto" else pages


def balanced(pages: Sequence[int], most: int) -> list[int]:
    """Where each volume ends, as the number of texts up to there: as few volumes as have at most `most`
    pages, as equal as may be. A text of more pages makes a volume of its own.
    """
    count = len(_filled(pages, most))
    low, high = max(pages, default=0), max(most, *pages, 0)
    while low < high:
        middle = (low + high) // 2
        if len(_filled(pages, middle)) <= count:
            high = middle
        else:
            low = middle + 1
    return _filled(pages, low)


def roman(number: int) -> str:
    """A number in capital Roman figures: 4 is IV."""
    written = ""
    for value, figures in _ROMAN:
        written += figures * (number // value)
        number %= value
    return written


def _filled(pages: Sequence[int], most: int) -> list[int]:
    """Where volumes end that are filled one after the other."""
    ends: list[int] = []
    room = most
    for number, size in enumerate(pages):
        if size > room and number:
            ends.append(number)
            room = most
        room -= size
    return [*ends, len(pages)]


def _letters(paper: str) -> float:
    if paper in _LETTERS:
        return _LETTERS[paper]
    width, height = map(int, paper.split("x"))
    near, area = next((name, area) for limit, name, area in _NEAREST if width < limit)
    return _LETTERS[near] * width * height / area


def _years(texts: Sequence[SiteText]) -> str:
    """From the first year to the last one: 1849–1851."""
    first, last = texts[0].year, texts[-1].year
    return first if first == last else f"{first}–{last}"


def _as_listed(
    texts: Sequence[SiteText], listed: Sequence[VolumeBegins], names: Collection[str]
) -> tuple[list[Part], list[Diagnostic]]:
    stems = [text.stem for text in texts]
    unclear = _unclear(stems, listed, names)
    if unclear is not None:
        entry, reason, remedy = unclear
        return [], [
            diagnose("PRINT-VOLUME", path=entry.path, position=entry.position, reason=reason, remedy=remedy)
        ]
    begins = [stems.index(one.text) if one.text else 0 for one in listed]
    ends = [*begins[1:], len(texts)]
    spans = zip(listed, begins, ends, strict=True)
    return [Part(n, texts[begin:end], one.title) for n, (one, begin, end) in enumerate(spans, 1)], []


def _unclear(stems: Sequence[str], listed: Sequence[VolumeBegins], names: Collection[str]) -> _Unclear | None:
    """The first entry that begins with no text, or not where its turn is."""
    before = 0
    for number, entry in enumerate(listed):
        if entry.text in names and entry.text not in stems:
            return _Unclear(entry, f"{entry.text} could not be set", "see what is said of that text")
        if entry.text and entry.text not in stems:
            near = difflib.get_close_matches(entry.text, stems, n=1)
            meant = f"perhaps {near[0]} is meant" if near else "begins names a file, without .xml or .txt"
            return _Unclear(entry, f"there is no text {entry.text}", meant)
        place = stems.index(entry.text) if entry.text else 0
        if number == 0 and place > 0:
            reason = f"{stems[0]} stands before the text that begins the first volume, {entry.text}"
            return _Unclear(entry, reason, "leave out begins in the first volume, or name the first text")
        if number and place <= before:
            reason = f"{entry.text} does not stand after the text that begins the volume before"
            return _Unclear(
                entry, reason, "the order is by date if every text has one, else by name, as in the contents"
            )
        before = place
    return None
