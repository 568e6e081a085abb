"""Which pronoun goes with a person, as the text itself shows: by titles, nouns and the pronouns that follow.

It serves to tell who "she" is and is written nowhere.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from edition.converter.forms.letters import fold
from edition.converter.forms.quoting.verbs import gender_told, manner_of
from edition.converter.languages import Language
from edition.converter.languages.subjects import QuotingWords
from edition.converter.languages.table import pronouns_of_names
from edition.model import Annotation

Gender = Literal["", "he", "she"]

_FAR = 140  # characters after a name in which its pronoun stands
_WORD = re.compile(r"[^\W\d_]+")
_STOP = re.compile(r"[.!?;:“”\"«»]")
_BEFORE = re.compile(r"([^\W\d_]+)\.?\s$")
_NAME = 2  # what a given name counts
_LEAST = 2  # pronouns that decide
_SHARE = 0.8


def genders(mentions: Sequence[Annotation], text: str, language: Language) -> dict[str, Gender]:
    """What is known of the persons in `mentions` (in the order of the text), by id."""
    table = language.quoting
    votes: dict[str, Counter[Gender]] = {}
    starts = [mention.span.start for mention in mentions]
    by_ending = bool(table.masculine or table.feminine)
    telling = table.his | table.her
    for place, mention in enumerate(mentions):
        person = (mention.get("ref") or "#")[1:]
        if not person:
            continue
        found = votes.setdefault(person, Counter())
        first = _of_name(text[mention.span.start : mention.span.end].split(maxsplit=1)[0])
        if first is not None:
            found["he" if first == "he" else "she"] += _NAME
        title = _BEFORE.search(text, max(0, mention.span.start - 20), mention.span.start)
        if title is not None:
            word = fold(title[1])
            if word in language.labels.men or word in table.men:
                found["he"] += 4
            elif word in language.labels.women or word in table.women:
                found["she"] += 4
            elif told := _told(title[1].lower(), table):
                found[told] += 2
        stop = mention.span.end + _FAR
        following = bisect_left(starts, mention.span.end, place + 1)
        if following < len(starts):
            stop = min(stop, starts[following])
        ended = _STOP.search(text, mention.span.end, stop)
        for word_found in _WORD.finditer(text, mention.span.end, ended.start() if ended else stop):
            low = word_found.group().lower()
            if low in telling:
                found["he" if low in table.his else "she"] += 1
                break
            if by_ending and (told := _told(low, table)):
                found[told] += 2
                break
    return {person: _decided(found) for person, found in votes.items()}


def _of_name(name: str) -> str | None:
    """The pronoun of a given name, its accents apart."""
    known = pronouns_of_names()
    return known.get(name) or known.get(fold(name).capitalize())


def _told(form: str, table: QuotingWords) -> Gender:
    """The pronoun that a verb of saying beside a name tells by its ending ("сказала")."""
    if manner_of(form, table) is None:
        return ""
    return gender_told(form, table) or ""


def _decided(found: Mapping[Gender, int]) -> Gender:
    he, she = found.get("he", 0), found.get("she", 0)
    most = max(he, she)
    if most < _LEAST or most < _SHARE * (he + she):
        return ""
    return "he" if he > she else "she"
