"""What words look like, wherever in a reference they stand: how much speaks for each role.

The scores are sums of what is seen: a word that names of houses have, a town that is known, small words as
titles have them, initials, given names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from edition.converter.forms.letters import APOSTROPHES, LOWER, UPPER
from edition.converter.forms.memory import remembered
from edition.converter.forms.names import name_particles
from edition.converter.forms.references import roles as role
from edition.converter.forms.references.vocabulary import Vocabulary
from edition.converter.languages.table import given_names

Scores = dict[int, float]
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’‐-](?=[^\W\d_]))*")
_INITIALS = re.compile(rf"(?:[{UPPER}](?:[{LOWER}])?\.?[ -]?){{1,4}}")
_BLOCK_INITIALS = re.compile(rf"(?:[^\W\d_]|[-'’ ]){{1,30}} [{UPPER}]{{1,3}}")
_ENDS_INITIAL = re.compile(rf"(?:.*[\s.-])?[{UPPER}]")


@dataclass(frozen=True, slots=True)
class _Wording:
    """Words counted: `small` are those in small letters that are no particles of names; the others say how
    many are words of houses, bodies, journals, and abbreviations.
    """

    text: str
    found: tuple[str, ...]
    folded: tuple[str, ...]
    small: int
    capitals: int
    house: int
    body: int
    paper: int
    short: int
    town: bool
    article: bool

    @property
    def count(self) -> int:
        return len(self.found)


@remembered(20_000)
def of_words(text: str, folded: tuple[str, ...], words: Vocabulary) -> Scores:
    """How much speaks for each role of some words, without what stands around them."""
    found = tuple(match.group() for match in _WORD.finditer(text))
    if not found or not folded:
        return {role.TITLE: -0.5, role.WORK: -0.5, role.OTHER1: 0.0, role.OTHER0: -0.5}
    lower = [word for word in found if word[0].islower()]
    seen = _Wording(
        text,
        found,
        folded,
        small=sum(word not in name_particles() for word in lower),
        capitals=len(found) - len(lower),
        house=_count(folded, words.publishers),
        body=_count(folded, words.bodies),
        paper=_count(folded, words.journals),
        short=_count(folded, words.abbreviated),
        town=" ".join(folded) in words.cities,
        article=folded[0] in words.articles,
    )
    title = _title(seen)
    other = -0.4 if seen.small else -0.9
    scores: Scores = {role.TITLE: title, role.WORK: title, role.OTHER0: other, role.OTHER1: other}
    scores.update(_names(seen, words))
    if seen.capitals or seen.count == 1:
        scores[role.JOURNAL] = _journal(seen)
        scores[role.HOUSE] = _house(seen)
        scores[role.TOWN] = _town(seen, words)
        scores[role.SERIES] = (1.6 if any(word in words.series for word in folded) else 0.0) - 0.6
    return scores


def _count(folded: tuple[str, ...], known: frozenset[str]) -> int:
    """How many of the words are known."""
    return sum(map(known.__contains__, folded))


def given_name(text: str) -> float:
    """How much a piece looks like the given names that stand behind a family name and a comma."""
    if _INITIALS.fullmatch(text):
        return 1.5
    first = text.split(None, 1)[0]
    if first in given_names() or first.partition("-")[0] in given_names():
        return 1.2
    if _ENDS_INITIAL.fullmatch(text):
        return 0.9
    return 0.1 if first[0].isupper() else -0.5


def _title(seen: _Wording) -> float:
    """Titles are long and hold small words; they are no towns, names or houses."""
    score = 0.2 * min(seen.small, 4) + (0.4 if seen.count > 2 else -0.3 if seen.count == 1 else 0.0)
    score += 0.3 if seen.count > 5 else 0.0
    elided = len(seen.found[0]) > 2 and seen.found[0][1] in APOSTROPHES and seen.found[0][0] in "LD"
    score += 0.7 if seen.article or elided else 0.0
    if _INITIALS.fullmatch(seen.text):
        score -= 2.5
    elif seen.count in (2, 3) and seen.found[0] in given_names() and not seen.small:
        score -= 0.5
    return score - (1.6 if seen.town else 0.0) - (0.9 if seen.house and seen.count <= 4 else 0.0)


def _journal(seen: _Wording) -> float:
    """Journals have words of their kind, are abbreviated, or are one word in capitals."""
    score = (1.4 if seen.paper else 0.0) + (0.9 if seen.short == seen.count else 0.5 if seen.short else 0.0)
    score += 0.6 if seen.count == 1 and seen.text.isupper() and 1 < len(seen.text) < 6 else 0.0
    score -= 0.3 * max(0, seen.count - 6) + 0.6 * max(0, seen.small - 2)
    score -= (1.2 if seen.town else 0.0) + (0.9 if seen.house else 0.0)
    return score - (0.4 if seen.paper or seen.short else 1.0)


def _house(seen: _Wording) -> float:
    """Houses have words of their kind, or the name of one that is known."""
    score = (1.7 if seen.house else 0.0) + (0.5 if seen.house > 1 else 0.0) + (0.4 if seen.body else 0.0)
    score -= 0.5 * max(0, seen.count - 5) + 0.9 * max(0, seen.small - 1)
    return score - (0.8 if seen.found[0][0].islower() else 0.0) - (0.6 if seen.town else 0.0) - 0.6


def _town(seen: _Wording, words: Vocabulary) -> float:
    """Towns are known, begin with one that is, or are two capitals ("MA")."""
    begins = seen.folded[0] in words.cities or " ".join(seen.folded[:2]) in words.cities
    score = 2.2 if seen.town else 0.7 if begins else 0.0
    score += 0.4 if seen.text.isupper() and len(seen.text) == 2 else 0.0
    score -= 0.6 * max(0, seen.count - 2) + 1.2 * seen.small + (1.0 if seen.house else 0.0)
    return score - (1.0 if seen.article else 0.0) - 0.8


def _names(seen: _Wording, words: Vocabulary) -> Scores:
    """What speaks for a name of a person or of a body."""
    text, found, count = seen.text, seen.found, seen.count
    if _INITIALS.fullmatch(text):
        scores = dict.fromkeys((role.GIVEN0, role.GIVEN1), 1.6)
        scores |= dict.fromkeys((role.INITIAL0, role.INITIAL1), 1.2)
        return scores | (dict.fromkeys((role.NAME0, role.NAME1), -1.0) if len(text) > 1 else {})
    scores = _body(seen)
    ranked = seen.folded[-1] in words.ranks or seen.folded[0] in words.ranks
    if seen.small and not ranked:
        return scores
    known = any(word in given_names() for word in found) or found[0].partition("-")[0] in given_names()
    odd = 1.2 * (seen.house + seen.body + seen.paper + seen.short)
    odd += 0.9 if seen.article and found[0] not in ("Le", "La", "De") else 0.0
    if count <= 4 and not ranked:
        plain = sum(word.casefold() not in name_particles() for word in found)
        family = 0.7 - 0.8 * (plain - 1) - 0.1 * (count - plain) - odd - (0.4 if seen.town else 0.0)
        family -= 0.4 if known and count > 1 else 0.0
        scores |= dict.fromkeys((role.FAMILY0, role.FAMILY1), family)
    if count <= 6:
        given = (0.7 if known else 0.1) - 0.3 * max(0, count - 3) - odd
        given += (0.8 if ranked else 0.0) - (0.5 if seen.town else 0.0)
        scores |= dict.fromkeys((role.GIVEN0, role.GIVEN1), given)
        named = _in_natural_order(seen)
        if _ENDS_INITIAL.fullmatch(text) and count > 1:
            scores |= dict.fromkeys((role.INITIAL0, role.INITIAL1), named + 0.3)
            if count - 1 == sum(len(word) > 1 for word in found) < 3 and found[0] not in given_names():
                scores[role.GIVEN0] = 0.5  # "Бахтин М. М."
        named -= odd + 0.5 * max(0, count - 4) + (0.8 if seen.town else 0.0)
        scores[role.NAME0] = named
        scores[role.NAME1] = named - (1.8 if count == 1 else 0.0)
    return scores


def _in_natural_order(seen: _Wording) -> float:
    """How much a whole name looks like one: by a given name, initials behind it, a surname in capitals."""
    found, count = seen.found, seen.count
    if _BLOCK_INITIALS.fullmatch(seen.text) and not seen.text.isupper():
        return 1.5  # "Halpern SD"
    if count > 1 and len(found[0]) > 2 and found[0].isupper() and not found[1].isupper() and not seen.small:
        return 1.3 if found[1][0].isupper() else 0.1  # "SMITH Adam"
    if found[0] in given_names():
        return 1.1 if 2 <= count <= 4 else 0.0
    return 0.1 if 2 <= count <= 3 else -0.1


def _body(seen: _Wording) -> Scores:
    if seen.body and seen.count <= 12 and seen.found[0][0].isupper():
        return {role.BODY0: 1.0 - 0.15 * max(0, seen.count - 6) - (0.5 if seen.small > 3 else 0.0)}
    if seen.text.isupper() and 2 < len(seen.text) < 9 and seen.count == 1:
        return {role.BODY0: 0.2}
    if seen.count > 1 and seen.text[0].isupper():
        return {role.BODY0: -1.2 - 0.2 * max(0, seen.count - 4)}
    return {}
