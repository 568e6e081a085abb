"""The parts of a work that are cited: "Vol. 28", "pp. 12–15", "S. 12 f." (Guidelines 3.12.2.5)."""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.letters import Part
from edition.converter.languages import Language

_NUMBER = r"\d{1,5}[a-z]?|[IVXLCDM]{1,8}|[ivxlc]{1,7}"
_FURTHER = r"ff?\.|sqq?\.|et seq\.|ss\.|sgg?\.|e segg?\."
_RANGE = (
    rf"(?P<n>{_NUMBER})(?:\s?(?P<to>[-–—/]\s?(?:{_NUMBER}))|\s?(?P<on>{_FURTHER}))?"
    r"(?P<more>(?:,\s?\d{1,3}(?:[-–]\d{1,3})?(?![\w/]|\.?\s[^\W\d_]{3})){1,4})?(?!\w)"
)


@cache
def scope_pattern(language: Language) -> re.Pattern[str] | None:
    """A label of a part and its number, in a language; None where its table has no labels."""
    labels = language.citations.scopes
    if not labels:
        return None
    groups = []
    for unit, spellings in labels.items():
        words = sorted(spellings, key=lambda word: (-len(word), word))
        alternatives = "|".join(
            re.escape(word) + (r"(?![\w])" if word[-1].isalpha() else "") for word in words
        )
        groups.append(f"(?P<{unit}>{alternatives})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})[\s\u00a0\u202f]?{_RANGE}")


def scope_part(match: re.Match[str], unit: str, offset: int = 0) -> Part:
    """The `biblScope` of a match of a number or range, which stands at `offset` in the text."""
    first = match["n"]
    if match["more"]:
        value: tuple[tuple[str, str], ...] = ()
    elif match["to"]:
        last = match["to"].lstrip("-–—/ ")
        if last.isdigit() and first.isdigit() and len(last) < len(first):
            last = first[: len(first) - len(last)] + last  # "151–53"
        value = (("from", first), ("to", last))
    elif match["on"]:
        value = (("from", first),)
    else:
        value = (("n", first),)
    return Part("biblScope", offset + match.start(), offset + match.end(), (("unit", unit), *value))


def find_parts(text: str, start: int, end: int, language: Language) -> list[Part]:
    """The labelled parts between two offsets, in order."""
    pattern = scope_pattern(language)
    if pattern is None:
        return []
    units = language.citations.scopes
    return [
        scope_part(match, next(unit for unit in units if match[unit]))
        for match in pattern.finditer(text, start, end)
    ]


BARE = re.compile(rf"[\s\u00a0]?{_RANGE}")
"""A number or a range without a label, as pages stand after a year or a volume."""

YEAR = re.compile(r"(?:1[0-9]\d\d|20\d\d)[a-d]?(?:[-–/]\d{2,4})?(?!\w)")
"""A year, which is no page; with a letter of the system of author and year, or as a range."""


def masked(text: str, start: int, end: int, parts: list[Part]) -> str:
    """A stretch of text with blanks in the place of parts."""
    left = text[start:end]
    for part in parts:
        a, b = part.start - start, part.end - start
        left = f"{left[:a]}{' ' * (b - a)}{left[b:]}"
    return left


def without(text: str, start: int, end: int, parts: list[Part]) -> str:
    """What a stretch of text holds besides parts and blanks."""
    return "".join(masked(text, start, end, parts).split(" "))
