"""The foot of a text: who signed it, where and when. Letters, prefaces and poems close alike.

What is told here is told from a line by itself; the readers decide where a foot may stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.dates import find_dates
from edition.converter.forms.letters import UPPER, fold
from edition.converter.forms.names import name_particles
from edition.converter.languages import Language
from edition.converter.segment.lines import Line, Stanza
from edition.model import Block, spanning

WORDS = re.compile(r"[^\W_]+")
_LONGEST = 90  # characters of a line with place and date
_MOST_WORDS = 14  # of such a line
_LONG_WORD = 4  # letters: a word of so many, in small letters, is no part of a date
_FIGURES = re.compile(
    r"(?<!\d)\d{1,2}\s?[./]\s?(?:\d{1,2}|[IVX]{1,4})\s?[./]?\s?(?:\d{2,4})?(?!\d)|(?<!\d)1[4-9]\d\d(?!\d)|"
    r"(?<!\w)\d{1,2}\s[IVX]{1,4}\s\d{2,4}(?!\w)|\d{1,2}(?:ten|th|st|nd|rd)\b"
)
_YEAR = re.compile(r"[(\[]?1[4-9]\d\d(?:\s?[-–—]\s?\d{2,4})?[)\].]?")
_INITIALS = re.compile(rf"(?:[{UPPER}][a-z]?\.[ -]?){{1,4}}")
_ADDRESSED = 50  # characters of a line of an address
_CAPITALS = 0.6  # of the words of an address, at the least
_ABBREVIATED = re.compile(rf"(?<![^\W\d_])[{UPPER}][^\W\d_]{{0,3}}\.$")  # "Esq.", "St."
_ITEM = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z])[.)]\s")
_READ = 4_000  # characters of one line: no formula, heading or refrain is longer
_FAR = 12  # columns: what is set in so far stands at the right
_MOST = 3  # stanzas of a foot
_SENTENCE = re.compile(rf"\.\s+[{UPPER}][^\W\d_]*(?:\s+[^\W_]+){{2,}}[.!?]$")
_ELIDED = re.compile(rf"d['’][{UPPER}]")  # "Massimo d'Azeglio"
_BRACKETS = ("(", "[")
_SIGNED = re.compile(r"[(\[]([^\W\d_][^()\[\]]{1,20})[)\]][\s:.]*(.*)")


def folded(text: str) -> list[str]:
    """The words of a text in small letters, without accents; of a very long one those it begins with."""
    return [fold(word) for word in WORDS.findall(text, 0, _READ)]


def is_dateline(line: Line, language: Language) -> bool:
    """Whether a line says when, or when and where, something was written: a date, and little beside it."""
    text = line.text
    if text[0] in _BRACKETS:
        return _is_supplied(line, language)
    if len(text) > _LONGEST or text.endswith((":", ";", "?", "!")):
        return False
    words = folded(text)
    if not 0 < len(words) <= _MOST_WORDS or text[0].islower():
        return False
    if find_dates(text, language) or _FIGURES.search(text):
        return True
    weekdays = {fold(day) for day in language.dates.weekday_names}
    times = language.letters.times
    # "Orrin, Sunday night", "Villaseca, a las once de la noche"
    named = any(word in weekdays for word in words)
    return len(words) <= 8 and (named or (words[-1] in times and "," in text))


def _is_supplied(line: Line, language: Language) -> bool:
    """Whether a line is a date in brackets, as editors supply one ("[Bristol, 14 March 1798.]")."""
    inner = line.text[1:].rstrip(" .")
    if not inner.endswith((")", "]")) or any(sign in inner[:-1] for sign in "()[]"):
        return False
    inner = inner[:-1].strip()
    if not inner or inner.isdigit() or not (find_dates(inner, language) or _FIGURES.search(inner)):
        return False
    return is_date_alone(line._replace(text=inner), language)


def _end_of_weekday(text: str, language: Language) -> int:
    """Where a weekday with which a text begins ends; 0 where it begins with none."""
    first = WORDS.match(text)
    weekdays = {fold(day) for day in language.dates.weekday_names}
    return first.end() if first is not None and fold(first[0]) in weekdays else 0


def is_date_alone(line: Line, language: Language) -> bool:
    """Whether a line is a date with its place and no sentence: "Orrin, 1871", not "On 5 March we left"."""
    text = line.text
    if _YEAR.fullmatch(text):
        return True
    if not is_dateline(line, language):
        return False
    dates = find_dates(text, language)
    told = dates[-1].end if dates else _end_of_weekday(text, language)
    if (
        told
        and _SENTENCE.search(text, told - (text[told - 1] == "."))
        and not language.letters.times & set(folded(text))
    ):
        return False  # "Tuesday, 5 January. She did not come."
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + rest[found.end :]
    months = {fold(name) for names in language.dates.all_months for name in names}
    known = months | {fold(day) for day in language.dates.weekday_names} | language.letters.times
    spare = [
        word
        for word in WORDS.findall(rest)
        if len(word) >= _LONG_WORD and word[0].islower() and fold(word) not in known
    ]
    if spare and _ITEM.match(text):
        return False  # "3. In April we grind."
    # A day of the week alone may stand in a sentence.
    return len(spare) <= (1 if dates or _FIGURES.search(text) else 0)


def is_signature(line: Line, language: Language) -> bool:
    """Whether a line is a name and nothing else, with or without "(Signed)" before it."""
    if line.text[0] in _BRACKETS:
        signed = _signed(line, language)
        return signed is not None and (is_initials(signed) or is_signature(signed, language))
    text = line.text.strip(" .—–-_\"”’'")
    words = text.split()
    if not 0 < len(words) <= 5 or len(text) > 50 or not re.match(f"[{UPPER}]", text):
        return False
    if "," in line.text.rstrip(",") or line.text.endswith((",", ";", ":", "?", "!")):
        return False
    if any(c.isdigit() for c in text) or " ".join(folded(text)) in language.structure.ends:
        return False
    return all(
        word[:1].isupper() or word.casefold() in name_particles() or _ELIDED.match(word) for word in words
    )


def _signed(line: Line, language: Language) -> Line | None:
    """The name after "(Signed)"; None for a line that does not begin so."""
    match = _SIGNED.match(line.text)
    if match is None or " ".join(folded(match[1])) not in language.letters.signing or not match[2]:
        return None
    return line._replace(text=match[2])


def signs(stanza: Stanza, language: Language) -> bool:
    """Whether a few lines are a closing formula with a name under it."""
    lines = stanza.lines
    if not 2 <= len(lines) <= 3 or not is_signature(lines[-1], language):
        return False
    words = {word for line in lines[:-1] for word in folded(line.text)}
    return bool(words & (language.letters.closings | language.letters.devotion))


def is_initials(line: Line) -> bool:
    """Whether a line is initials and nothing else ("G. L.")."""
    return _INITIALS.fullmatch(line.text) is not None


def looks_like_address(stanza: Stanza) -> bool:
    """Whether lines are like an address: some short ones of names and numbers, with no sentence in them."""
    lines = stanza.lines
    if not 2 <= len(lines) <= 7 or any(len(line.text) > _ADDRESSED for line in lines):
        return False
    if any(line.text[-1] in ".?!;:" and not _ABBREVIATED.search(line.text) for line in lines[:-1]):
        return False
    if any(not (line.text[0].isupper() or line.text[0].isdigit()) for line in lines):
        return False
    if any(_ITEM.match(line.text) for line in lines):
        return False
    words = [word for line in lines for word in WORDS.findall(line.text)]
    capital = sum(word[0].isupper() or word[0].isdigit() for word in words)
    return capital >= _CAPITALS * len(words) and lines[-1].text[-1] not in "?!;:,"


def at_the_right(line: Line, margin: int) -> bool:
    """Whether a line is set so far in that it stands at the right."""
    return line.indent >= margin + _FAR


def foot(
    stanzas: Sequence[Stanza], floor: int, last: int, language: Language, margin: int
) -> tuple[int, Block] | None:
    """The closer at the foot of the stanzas from `floor` up to `last`: the stanza it begins with, and it.

    Names and dates by themselves, one or both. A name alone must be initials or stand at the right: "Ave
    Maria" may be text.
    """
    first = last
    kinds: list[str] = []
    while first > floor and last - first < _MOST:
        found = _foot_lines(stanzas[first - 1], language, margin)
        if not found or any(kind in kinds for kind in found):
            break
        kinds = [*found, *kinds]
        first -= 1
    if not kinds or (kinds == ["name"]):
        return None
    lines = [line for stanza in stanzas[first:last] for line in stanza.lines]
    children = tuple(
        Block("dateline", line.span, rule="dateline")
        if kind == "date"
        else Block("signed", line.span, rule="signature")
        for line, kind in zip(lines, kinds, strict=True)
    )
    return first, spanning("closer", children, rule="name and date at the foot")


def _foot_lines(stanza: Stanza, language: Language, margin: int) -> list[str]:
    """What each line of a stanza is, if all belong to a foot: "date", "name", or "signed" for a sure one."""
    kinds: list[str] = []
    if len(stanza.lines) > _MOST:
        return []
    for line in stanza.lines:
        if is_date_alone(line, language):
            kinds.append("date")
        elif is_initials(line):
            kinds.append("signed")
        elif is_signature(line, language):
            kinds.append("signed" if at_the_right(line, margin) or line.text[0] in "—–-" else "name")
        else:
            return []
    return kinds
