"""Where each of several letters begins under headings that number them or say to whom they go."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.languages import Language
from edition.converter.segment.endings import is_date_alone
from edition.converter.segment.letter.closing import find_closer
from edition.converter.segment.letter.headings import LetterHead, letter_head, says_more
from edition.converter.segment.letter.opening import find_opener
from edition.converter.segment.letter.parts import begins_with_dash, is_salute
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.headings import heading
from edition.converter.segment.text import Text

_ABOVE = 14  # stanzas over the first letter of a few
_MANY = 5  # letters before which a whole introduction may stand
_FOOT = 6  # stanzas from the end of a letter in which it closes
_HEAD = 5  # stanzas under a heading in which a letter opens
_TELLING = 2  # sentences in quotation marks or after a dash that make a tale
_YEAR = re.compile(r"[\[(]?1[4-9]\d\d[\])]?\.?")
_SKIPPED = 60  # numbers that a selection may leave out between two letters
# Of the letters under such headings so many must open or close as letters do.
_NEEDED = {"word": 0.5, "addressed": 0.3, "plain": 0.6, "number": 0.6}


class Part(NamedTuple):
    """A letter is the stanzas from `first` up to `last`; the first `heads` of them are its headings.

    With a `group` the stanzas are the heading of several letters ("1817.", "Part the second").
    """

    first: int
    last: int
    heads: int = 0
    n: str = ""
    group: bool = False


class _Start(NamedTuple):
    place: int
    heads: int
    head: LetterHead


def headed_letters(text: Text, margin: int) -> list[Part]:
    """The letters under headings, if there are several and they open or close as letters do."""
    found = _candidates(text)
    for family in ("word", "addressed", "plain", "number"):
        starts = _family(found, family)
        if len(starts) < 2 or not _may_begin(starts, len(text.stanzas)):
            continue
        if _letterlike(text, starts, margin) >= _NEEDED[family] * len(starts):
            return _parts(text, starts)
    return []


def _candidates(text: Text) -> list[_Start]:
    stanzas, language = text.stanzas, text.language
    result: list[_Start] = []
    index = 0
    while index < len(stanzas) - 1:
        head = letter_head(stanzas[index], language)
        if head is None:
            index += 1
            continue
        heads = 1
        below = stanzas[index + 1]
        if (
            head.kind in ("number", "word", "enclosed")
            and index + 2 < len(stanzas)
            and says_more(below, language)
        ):
            heads = 2
            head = head._replace(kind="addressed") if head.kind == "number" else head
        result.append(_Start(index, heads, head))
        index += heads
    return result


def _family(found: Sequence[_Start], family: str) -> list[_Start]:
    """The headings of one form; among numbered ones only those whose numbers go up."""
    if family == "word":
        return [start for start in found if start.head.kind == "word"]
    if family == "plain":
        plain = [start for start in found if start.head.kind == "addressed" and not start.head.n]
        return _of_correspondents(plain)
    numbered = [start for start in found if start.head.n and start.head.kind != "word"]
    if family == "addressed":
        addressed = [start for start in numbered if start.head.kind == "addressed"]
        rising = _rising(numbered, addressed)
        enclosed = [start for start in found if start.head.kind == "enclosed" and start.heads > 1]
        if not rising or len(addressed) + len(enclosed) < 2:
            return []
        return sorted([*rising, *(start for start in enclosed if start.place > rising[0].place)])
    return _rising(numbered, numbered)


def _of_correspondents(plain: Sequence[_Start]) -> list[_Start]:
    """The headings that say to whom, and those of who writes to whom where a name comes again.

    "Goethe an Schiller" and "Schiller an Goethe"; not "Cruelty to Pit Ponies".
    """
    counts = Counter(name for start in plain for name in start.head.names)
    return [
        start for start in plain if not start.head.names or any(counts[name] > 1 for name in start.head.names)
    ]


def _rising(numbered: Sequence[_Start], sure: Sequence[_Start]) -> list[_Start]:
    """The headings whose numbers follow one another, from the first that is `sure` on.

    A number that is not sure must be the very next.
    """
    known = {start.place for start in sure}
    only = len(known) == len(numbered)
    result: list[_Start] = []
    for start in numbered:
        count = int(start.head.n)
        if not result:
            if start.place in known:
                result.append(start)
            continue
        last = int(result[-1].head.n)
        trusted = start.place in known and not (only and start.head.kind in ("number", "named"))
        if count == last + 1 or (trusted and last < count <= last + _SKIPPED):
            result.append(start)
    return result


def _may_begin(starts: Sequence[_Start], count: int) -> bool:
    first = starts[0].place
    return first <= _ABOVE or (len(starts) >= _MANY and 2 * first <= count)


def _letterlike(text: Text, starts: Sequence[_Start], margin: int) -> int:
    """How many of the letters open or close as letters do."""
    ends = [start.place for start in starts[1:]] + [len(text.stanzas)]
    return sum(
        _opens(text.stanzas[start.place + start.heads : end], text.language, margin)
        or _closes(text.stanzas[start.place + start.heads : end], text.language, margin)
        for start, end in zip(starts, ends, strict=True)
    )


def _opens(stanzas: Sequence[Stanza], language: Language, margin: int) -> bool:
    if not stanzas:
        return False
    if is_date_alone(stanzas[0].lines[0], language):
        return True
    opener = find_opener(stanzas[:_HEAD], language, margin)
    if opener.run_in:
        return True
    lines = [line for stanza in stanzas[:_HEAD] for line in stanza.lines]
    return any(
        is_salute(lines[index], language)
        and not (index + 1 < len(lines) and begins_with_dash(lines[index + 1]))
        for index in opener.salutes
    )


def _closes(stanzas: Sequence[Stanza], language: Language, margin: int) -> bool:
    """Whether a formula, and no name alone, closes the stanzas; what tells of talk closes none."""
    foot = stanzas[-_FOOT:]
    if len(foot) < 2 or sum(begins_with_dash(stanza.lines[0]) for stanza in foot) >= _TELLING:
        return False
    closer = find_closer(foot, language, margin)
    if closer is None or closer.first == closer.line == 0:
        return False
    lines = [line for stanza in foot[closer.first : closer.last] for line in stanza.lines][closer.line :]
    return len(lines) > 1 or closer.last < len(foot)


def _parts(text: Text, starts: Sequence[_Start]) -> list[Part]:
    """The letters, and between them the headings of several ("1817.", "Part the second")."""
    result: list[Part] = []
    ends = [start.place for start in starts[1:]] + [len(text.stanzas)]
    for start, end in zip(starts, ends, strict=True):
        last = end
        floor = start.place + start.heads + 1
        while end < len(text.stanzas) and last > floor and _groups(text, last - 1):
            last -= 1
        result.append(Part(start.place, last, start.heads, start.head.n))
        result.extend(Part(index, index + 1, 1, group=True) for index in range(last, end))
    return result


def _groups(text: Text, index: int) -> bool:
    stanza = text.stanzas[index]
    if len(stanza.lines) == 1 and _YEAR.fullmatch(stanza.text):
        return True
    found = heading(stanza, text.language, text.stanzas[index + 1])
    return found is not None and found.sure and found.type == "part"
