"""Names as references write them: family names first, initials without stops, "et al." behind them."""

from __future__ import annotations

import re

from edition.converter.forms.letters import UPPER, fold
from edition.converter.forms.names import Name, is_organisation, parse_name
from edition.converter.forms.references.vocabulary import vocabulary
from edition.converter.languages import Language

_BLOCK = re.compile(rf"(?P<family>[^,]{{2,40}}?) (?P<given>[{UPPER}]{{1,3}})")
_LOOSE = re.compile(rf"(?P<family>[^\W\d_][^\s,]{{1,30}}) (?P<given>(?:[{UPPER}]\.\s?){{1,4}})")
_CAPITALS = re.compile(
    rf"(?P<family>[{UPPER}][{UPPER}'’-]{{2,30}}) (?P<given>[{UPPER}][^\W\d_{UPPER}].{{0,40}})"
)
_OTHERS = re.compile(
    r"[\s,;]*(?:(?:and|&)\s+)?(?:et\.?\s+al(?:ii|\.)?|and others|u\.\s?a|и др|e outros|y otros|i in)\.?$"
)


def without_others(text: str) -> str:
    """A name without "et al." after it."""
    return _OTHERS.sub("", text)


def natural_order(text: str, language: Language) -> str:
    """A name with the given names first: "Adams, Douglas", "Halpern SD", "SMITH Adam" turned round."""
    family, comma, given = text.partition(",")
    if comma:
        given, _, suffix = given.partition(",")
        given = given.strip()
        if fold(given).rstrip(".") in vocabulary(language).ranks and not suffix:
            return text
        turned = f"{given} {family.strip()}"
        return f"{turned} {suffix.strip()}" if suffix.strip() else turned
    if (match := _CAPITALS.fullmatch(text)) is not None:
        return f"{match['given']} {match['family']}"
    if (match := _LOOSE.fullmatch(text)) is not None:
        return f"{match['given'].strip()} {match['family']}"
    if (match := _BLOCK.fullmatch(text)) is not None:
        return f"{' '.join(f'{letter}.' for letter in match['given'])} {match['family']}"
    return text


def read_name(text: str, language: Language) -> Name | None:
    """The name of a person in a reference; None for a body, or for words that are no name."""
    words = " ".join(text.split())
    if is_organisation(words, language):
        return None
    return parse_name(natural_order(words, language), language)
