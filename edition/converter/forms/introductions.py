"""Sentences that introduce a quotation which stands under them: "As Marx wrote in 1852:"

Only the last sentence of a paragraph introduces; it ends in a colon and says that someone speaks or writes,
or that something is printed below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from edition.converter.forms.letters import APOSTROPHES, HYPHENS, LOWER, UPPER, fold
from edition.converter.languages import Language
from edition.converter.languages.table import given_names

_REACH = 600  # characters before the colon that are looked at
_COLON = re.compile(r":\s*(?:[-–—]{1,2})?\s*$")
_STOP = re.compile(rf"[.!?…]['”“»\"’)\]]*\s+(?=[\"“„«»‘¡¿(\[]*[{UPPER}\d])")
_BRACKET = re.compile(r"[()\[\]]")
_ABBREVIATED = re.compile(r"(?<!\w)(?:[^\W\d_]|[^\W\d_a-z][^\W\d_]{0,2}|Prof|Sept|Capt|Messrs|\d{1,2})$")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ROLE = 60  # characters between such words and a name: "the engineer,"
_LONGEST_PHRASE = 3  # words
_PART = rf"[{UPPER}][^\W\d_]*(?:[{HYPHENS}{APOSTROPHES}][^\W\d_]+){{0,2}}\.?"
_NAME = rf"(?P<name>{_PART}(?:\s(?:(?:de|da|do|di|du|del|della|von|van|der|la|le)\s){{0,2}}{_PART}){{0,4}})"
_NAME_WORD = re.compile(_PART)
_RUN_BEFORE = re.compile(rf"(?<!\w){_NAME}(?:\s[{LOWER}]{{1,8}})?\s$")
_APPOSED = re.compile(
    rf"[^\w]{{0,2}}(?:[^\W\d_]{{1,20}}\s(?:[{LOWER}]{{2,20}}\s){{0,3}})?{_NAME},\s[^.:;]{{2,80}},\s(?:[{LOWER}]{{1,10}}\s){{0,3}}$"
)
_IN_APPOSITION = re.compile(rf"[{LOWER}],\s{_NAME},\s$")  # "A spokesman for the port, Arthur Lane, said"
_LIKE = re.compile(rf"[^\W\d_]{{2,8}}\s{_NAME}\s[^,;:.]{{2,60}}$")  # "Wie Weidner im Jahr 1908 schrieb"
_RUN_AFTER = re.compile(rf"\s(?:[{LOWER}]{{1,20}}\s){{0,4}}{_NAME}(?=\s?[,:;.(]|\s[{LOWER}])")


@dataclass(frozen=True, slots=True)
class Introduction:
    """The sentence from `start` to `end` (offsets of the text), and the words of saying in it.

    `kind` is "said", "wrote", "either", "announced", or empty where nothing but the colon introduces. `verb`
    is where those words stand, (end, end) where there are none. `to_whom` tells that one after them is told.
    """

    start: int
    end: int
    kind: str
    verb: tuple[int, int]
    to_whom: bool = False


def ends_in_colon(text: str) -> bool:
    """Whether a paragraph ends in a colon, with or without a dash after it."""
    return _COLON.search(text, max(0, len(text) - 6)) is not None


def parse_introduction(text: str, language: Language) -> Introduction | None:
    """How a paragraph introduces what stands under it; None where it does not end in a colon."""
    if not ends_in_colon(text):
        return None
    start, end = _last_sentence(text), len(text)
    table = language.introductions
    words = [(m.start(), m.end(), m.group().casefold()) for m in _WORD.finditer(text, start, end)]
    best: tuple[int, int, str, str] | None = None
    for index in range(len(words)):
        for count in range(min(_LONGEST_PHRASE, len(words) - index), 0, -1):
            phrase = " ".join(word for _, _, word in words[index : index + count])
            kind = table.voices.get(phrase) or (
                "either" if count == 1 and _voices(text, words[index], language) else ""
            )
            if kind:
                best = (words[index][0], words[index + count - 1][1], kind, phrase)
                break
    if best is not None:
        return Introduction(start, end, best[2], (best[0], best[1]), best[3] in table.to_whom)
    if _phrase_before(text, start, end, language) is not None:
        return Introduction(start, end, "either", (end, end))
    kind = "announced" if _announces(text[start:end], language) else ""
    return Introduction(start, end, kind, (end, end))


def _phrase_before(text: str, start: int, end: int, language: Language) -> int | None:
    """Where the words end that stand for a verb before the speaker's name ("according to")."""
    low = text[start:end].casefold()
    if len(low) != end - start:
        return None
    for phrase in language.introductions.following:
        match = re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", low)
        if match is not None:
            return start + match.end()
    return None


def _voices(text: str, word: tuple[int, int, str], language: Language) -> bool:
    return text[word[0] : word[1]] in language.article.voice


def _announces(sentence: str, language: Language) -> bool:
    folded = f" {' '.join(_WORD.findall(sentence.casefold()))} "
    return any(f" {phrase} " in folded for phrase in language.article.introductions)


def _last_sentence(text: str) -> int:
    """Where the last sentence begins; full stops after initials and abbreviations end none."""
    low = max(0, len(text) - _REACH)
    start = low
    for match in _STOP.finditer(text, low):
        if text[match.start()] == "." and _ABBREVIATED.search(text, max(0, match.start() - 6), match.start()):
            continue
        bracket = _BRACKET.search(text, match.end())
        if bracket is None or bracket.group() not in ")]":
            start = match.end()
    return start


def named_by_place(text: str, found: Introduction, language: Language) -> tuple[int, int] | None:
    """The capitalised words that stand where the speaker is named, and could be a name: beside the verb, or
    at the head of the sentence with something in commas after them. One word alone
    only after "as" ("As Marx wrote").
    """
    if found.kind in ("", "announced"):
        return None
    head = text[found.start : found.verb[0]]
    match = (
        _RUN_BEFORE.search(head)
        or _with_given_name(_IN_APPOSITION.search(head))
        or _APPOSED.match(head)
        or _LIKE.match(head)
    )
    if match is not None:
        start = found.start + match.start("name")
        place = _shorn(text, start, found.start + match.end("name"), language)
        if match.re is _LIKE and match.group().split()[0].casefold() not in language.introductions.like:
            return None
        return place if place and _could_be(text, place, found, language) else None
    after = None if found.to_whom else _RUN_AFTER.match(text, found.verb[1], found.end)
    if (
        after is None
        or (head.strip() and head.split()[-1][:1].isupper())
        or _pronoun_before(text, found, language)
    ):
        return None
    place = _shorn(text, *after.span("name"), language)
    return place if place and _several(text, place) and _could_be(text, place, found, language) else None


def _with_given_name(match: re.Match[str] | None) -> re.Match[str] | None:
    """A match whose name begins with a given name: "Mill Lane" in commas is a street."""
    return match if match is not None and match["name"].split()[0] in given_names() else None


def _shorn(text: str, start: int, end: int, language: Language) -> tuple[int, int] | None:
    """A run of capitalised words without roles and small words at its head."""
    words = list(_NAME_WORD.finditer(text, start, end))
    roles = (
        language.labels.roles | language.labels.called | {role.casefold() for role in language.persons.roles}
    )
    while words and (
        fold(words[0].group().strip(".")) in roles
        or words[0].group().strip(".") in language.persons.honorifics
        or (words[0].start() == start and words[0].group() in language.persons.not_names)
    ):
        words = words[1:]
    return (words[0].start(), end) if words else None


def _several(text: str, place: tuple[int, int]) -> bool:
    return " " in text[place[0] : place[1]]


def _could_be(text: str, place: tuple[int, int], found: Introduction, language: Language) -> bool:
    words = text[place[0] : place[1]].split()
    table = language.persons
    known = table.organisations | language.periodical.titles | table.not_names
    if len(words) > 4 or any(word.strip(".,") in known or len(word) < 2 or word.isupper() for word in words):
        return False
    above = [word.casefold() for word in _WORD.findall(text[max(0, place[0] - 30) : place[0]])][-1:]
    at_head = not text[found.start : place[0]].strip()
    if len(words) == 1:
        return bool(above) and above[0] in language.introductions.like and len(words[0]) > 2 and not at_head
    return not above or at_head or above[0] not in language.introductions.articles


def speaker_among(
    text: str, found: Introduction, names: Sequence[tuple[int, int]], language: Language
) -> tuple[int, int] | None:
    """Which of the `names` (offsets, in order) says what is quoted; None where that is not sure."""
    inside = [name for name in names if found.start <= name[0] and name[1] <= found.end]
    said_by = _phrase_before(text, found.start, found.end, language)
    if said_by is not None and (place := next((n for n in inside if n[0] >= said_by), None)) is not None:
        return place if place[0] - said_by <= _ROLE else None
    free = [name for name in inside if not _is_other(text, name, language)]
    if found.kind == "announced" or found.verb[0] == found.end:
        return free[0] if found.kind == "announced" and len(free) == 1 else None
    earlier = [name for name in free if name[1] <= found.verb[0]]
    if earlier:
        return _subject(text, found, earlier, language)
    later = [name for name in free if name[0] >= found.verb[1]]
    pronoun = _pronoun_before(text, found, language) or _pronoun_after(text, found, language)
    if later and not found.to_whom and not pronoun and _follows_directly(text, found, later[0]):
        return later[0]
    if pronoun:
        above = [name for name in names if name[1] <= found.start and not _is_other(text, name, language)]
        spelled = {text[a:b].rsplit(maxsplit=1)[-1] for a, b in names if b <= found.start}
        return above[-1] if above and len(spelled) == 1 else None
    return None


def _subject(
    text: str, found: Introduction, names: Sequence[tuple[int, int]], language: Language
) -> tuple[int, int] | None:
    """Of several persons before the verb the last, unless a comma parts it from the verb and none from what
    stands before it ("Clara Venn, who knew Hugh Reid, said").
    """
    for start, end in reversed(names):
        gap = text[end : found.verb[0]]
        if language.introductions.subjects.intersection(_WORD.findall(gap.casefold())):
            return None  # someone else speaks: "the deed of Hugh Reid, in which we read"
        closed = gap.lstrip().startswith(",") and len(gap.split()) <= 2
        before = _without_title(text[found.start : start].rstrip(), language)
        if closed and before and not before.endswith((",", "—", "–", "(")):
            continue
        return start, end
    return None


def _without_title(before: str, language: Language) -> str:
    """What stands before a name without its form of address ("le maire, M.")."""
    rest, _, last = before.rpartition(" ")
    return rest.rstrip() if last.rstrip(".") in language.persons.honorifics else before


def _is_other(text: str, name: tuple[int, int], language: Language) -> bool:
    """Whether someone is spoken of and does not speak: after a preposition, or with something of his."""
    before = _WORD.findall(text[max(0, name[0] - 30) : name[0]].casefold())
    glued = text[: name[0]].rstrip()[-1:] in (",", "(", ":", "—", "–", ";")
    if before and not glued and before[-1] in language.introductions.prepositions:
        return True
    return text[name[1] : name[1] + 2] in ("’s", "'s")


def _pronoun_before(text: str, found: Introduction, language: Language) -> bool:
    words = [word.casefold() for word in _WORD.findall(text[found.start : found.verb[0]])]
    return any(word in language.introductions.pronouns for word in words[-4:])


def _pronoun_after(text: str, found: Introduction, language: Language) -> bool:
    words = _WORD.findall(text[found.verb[1] : found.end])
    return bool(words) and words[0].casefold() in language.introductions.pronouns


def _follows_directly(text: str, found: Introduction, name: tuple[int, int]) -> bool:
    """Whether nothing but a title stands between verb and name ("erklärte Bürgermeister Reiß")."""
    between = text[found.verb[1] : name[0]]
    return len(between) <= 50 and not re.search(r"[,;:()]", between) and len(between.split()) <= 4
