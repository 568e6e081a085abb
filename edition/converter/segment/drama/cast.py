"""The list of roles at the beginning of a play (Guidelines 7.1.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from edition.converter.forms.letters import fold
from edition.converter.forms.names import name_particles
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.inline import typeface
from edition.converter.segment.lines import Line
from edition.model import Annotation, Block, Source, Span, spanning

RULE = "cast list"
_PARTING = re.compile(
    r"\s*(?:[{}⎫⎬⎭⎱⎰]|,|\.{2,}|(?:\. ){2,}|\s[-–—]+\s|—|–|:|;|\t|\s{2,}|(?=[(\[])|\s[-–—]+$)\s*"
)
_CAPITAL = re.compile(r"[^\W\d_]+[’'.\-]?[^\W\d_]*")
_BRACE = re.compile(r"[{}⎫⎬⎭⎱⎰]|\s\|\s|\s\|$")
_SIGNS = ("_", "=")
_EDGE = " .,;:_*—–-"
_LONGEST = 300  # characters of an item
_BEFORE_DASH = re.compile(r"^(?P<roles>[^—–]{1,200}?)\s+[—–]\s+(?P<said>\S.*)$", re.S)


def cast_list(
    head: Line | None, groups: Sequence[Sequence[Line]], source: Source, language: Language
) -> tuple[Block, list[Annotation]]:
    """The list with its items, and the marks around roles and their descriptions.

    `groups` are lines that stand together; an item is a line, with the lines set further in that go on
    with it.
    """
    blocks: list[Block] = []
    marks: list[Annotation] = []
    if head is not None:
        blocks.append(Block("head", head.span, rule=RULE))
    for lines in groups:
        for braced, together in groupby(lines, key=lambda line: _BRACE.search(line.text) is not None):
            items = [_item(item, source, language, marks) for item in _items(list(together))]
            # A brace at the ends of lines says the same of several roles.
            blocks.extend([spanning("cast-group", tuple(items), rule=RULE)] if braced else items)
    return spanning("cast-list", tuple(blocks), rule=RULE), marks


def _items(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each item."""
    margin = min(line.indent for line in lines)
    items: list[list[Line]] = []
    for line in lines:
        if items and line.indent >= margin + 2 and _goes_on(items[-1][-1], line):
            items[-1].append(line)
        else:
            items.append([line])
    return items


def _goes_on(above: Line, line: Line) -> bool:
    """Whether a line set further in belongs to the item above: that one is not finished, or this is small."""
    return line.text[:1].islower() or not above.text.endswith(".")


def _item(lines: Sequence[Line], source: Source, language: Language, marks: list[Annotation]) -> Block:
    span = Span(lines[0].span.start, lines[-1].span.end)
    text = source.slice(span)
    places = []
    if len(text) <= _LONGEST:
        for element, *bounds in _parts(text, language):
            start, end = _with_signs(text, *bounds)
            places.append(Span(span.start + start, span.start + end))
            marks.append(Annotation(element, places[-1], rule=RULE))
    # No `hi` can hold a role (Guidelines 7.1.4): where signs are around several parts, the item has the look.
    rend = typeface(text) if places and span not in places else None
    return Block("cast-item", span, rule=RULE, attributes=(("rend", rend),) if rend else ())


def _parts(text: str, language: Language) -> list[tuple[str, int, int]]:
    """The roles in an item, and what is said of them, as element and offsets."""
    dashed = _BEFORE_DASH.match(text)
    if dashed and "," in dashed["roles"] and _all_capitalised(dashed["roles"].split(",")):
        parts = _several(text, 0, dashed.end("roles"))
        return [*parts, ("roleDesc", *_trimmed(text, dashed.start("said"), len(text)))]
    start, end = _trimmed(text, 0, len(text))
    if start >= end:
        return []
    match = _PARTING.search(text, start + 1, end)
    name_end = match.start() if match else _name_end(text, start, end, language)
    role = _trimmed(text, start, name_end)
    if role[0] >= role[1]:
        return []
    parts = [("role", *role)]
    said = _trimmed(text, match.end() if match else name_end, end)
    if match and said[0] < said[1] and "," in match.group() and _all_capitalised([text[slice(*said)]]):
        # "Lords, Attendants": two roles, not a role and what it is.
        return (
            [*parts, *_several(text, said[0], said[1])]
            if _plain(text[slice(*said)])
            else [
                *parts,
                ("roleDesc", *said),
            ]
        )
    if said[0] < said[1]:
        parts.append(("roleDesc", *said))
    return parts


def _several(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    parts = []
    for match in re.finditer(r"[^,]+", text[start:end]):
        place = _trimmed(text, start + match.start(), start + match.end())
        if place[0] < place[1]:
            parts.append(("role", *place))
    return parts


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _EDGE):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _EDGE):
        end -= 1
    return start, end


def _with_signs(text: str, start: int, end: int) -> tuple[int, int]:
    """With the signs of a typeface around it or some of it ("_his daughter_", "WIDOW _Craig_")."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before == after and before in _SIGNS and before not in text[start:end]:
        return start - 1, end + 1
    if after in _SIGNS and text.count(after, start, end) == 1:
        return start, end + 1
    if before in _SIGNS and text.count(before, start, end) == 1:
        return start - 1, end
    return start, end


def _all_capitalised(names: Sequence[str]) -> bool:
    return all(name.strip()[:1].isupper() for name in names)


def _plain(words: str) -> bool:
    """Whether words are roles only: every one capitalised, no article before."""
    found = _CAPITAL.findall(words)
    return bool(found) and all(word[0].isupper() for word in found) and len(found) <= 3


def _name_end(text: str, start: int, end: int, language: Language) -> int:
    """Where the name ends in an item without a sign between name and description ("Fleance his son")."""
    place = start
    joining = name_particles() | language.labels.genitives
    for match in _CAPITAL.finditer(text, start, end):
        word = match.group()
        if word[0].islower() and fold(word) not in joining and place > start:
            return place
        if word[0].isupper() or match.start() == start:
            place = match.end()
    return end


def looks_like_cast(lines: Sequence[Line], labels: frozenset[tuple[str, ...]]) -> bool:
    """Whether lines without a heading are a list of roles: short ones, many of whom speak later."""
    if len(lines) < 4 or any(len(line.text) > 120 for line in lines):
        return False
    spoken = {word for label in labels for word in label if len(word) > 2}
    known = sum(not spoken.isdisjoint(words_of(line.text)) for line in lines)
    sentences = sum(line.text.endswith((".", "!", "?")) and line.text.count(" ") > 8 for line in lines)
    return known >= 0.4 * len(lines) and sentences <= 0.1 * len(lines)
