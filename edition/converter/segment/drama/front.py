"""What stands before a play: title page, preface, list of roles."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from edition.converter.forms.letters import fold
from edition.converter.forms.names import parse_name
from edition.converter.forms.speakers import first_word, words_of
from edition.converter.languages.table import given_names
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.drama.cast import cast_list, looks_like_cast
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.text import Text
from edition.converter.segment.turns.headings import act_or_scene, is_cast_heading
from edition.converter.segment.turns.stagecraft import is_cue, is_cut, is_setting
from edition.model import Annotation, Block, Span, spanning

_SHORT = 90  # characters of a line of a title page
_MOST_TITLES = 8  # stanzas of a title page
_SENTENCE = 6  # words
_TOLD = 100  # characters between two headings that are no list of them
_NEAR = 40  # stanzas between the first heading and the first turn


class Place(NamedTuple):
    """Where things stand, as indices of stanzas: the cast from `cast` to `cast_end`, the play from `body`."""

    cast: int
    cast_end: int
    body: int


def places(text: Text, first_turn: int, labels: frozenset[tuple[str, ...]]) -> Place:
    """Where the cast and the play itself begin, before the stanza of the first turn."""
    stanzas = text.stanzas
    language = text.language
    cast = cast_end = -1
    for index in range(first_turn):
        if is_cast_heading(stanzas[index].lines[0].text, language):
            cast = index
            break
    if cast >= 0:
        cast_end = cast + 1
        while cast_end < first_turn and _goes_on_cast(text, cast_end):
            cast_end += 1
    else:
        for index in range(first_turn):
            heading = act_or_scene(stanzas[index].lines[0].text, language)
            if heading is not None and heading.type != "part" and not _is_contents(stanzas[index], text):
                break
            if looks_like_cast(stanzas[index].lines, labels) and not _is_contents(stanzas[index], text):
                cast, cast_end = index, index + 1
                break
    start = max(cast_end, 0)
    body = _first_heading(text, start, first_turn)
    if body > max(start, 0) and (
        _is_part(stanzas[body - 1]) or is_cut(stanzas[body - 1].lines[0].text, language)
    ):
        body -= 1
    return Place(cast, cast_end, body)


def _first_heading(text: Text, start: int, first_turn: int) -> int:
    """The stanza with which the play begins: the heading nearest above the first turn, and what is over it.

    Above a scene may stand the act. Two headings of one type in a row, with no text between them, are a list
    of the acts, not the play.
    """
    body, type_ = first_turn, ""
    for index in range(first_turn, max(start, first_turn - _NEAR) - 1, -1):
        heading = act_or_scene(text.stanzas[index].lines[0].text, text.language)
        if heading is None or _is_contents(text.stanzas[index], text):
            continue
        if heading.type == type_ and _is_told(text.stanzas[index + 1 : body]):
            body = index  # a scene in which nobody is named
            continue
        if heading.type == type_ or (type_ and heading.type == "scene"):
            break
        body, type_ = index, heading.type
    if not type_:
        while body > start and _leads_in(text.stanzas[body - 1], text):
            body -= 1
    return body


def _is_told(stanzas: Sequence[Stanza]) -> bool:
    """Whether running text stands between two headings."""
    return sum(len(line.text) for stanza in stanzas for line in stanza.lines) > _TOLD


def _leads_in(stanza: Stanza, text: Text) -> bool:
    """Whether a stanza over the first speech is a direction: in brackets, someone enters, or a setting."""
    first = stanza.lines[0].text
    if is_cue(first, text.language) or is_cut(first, text.language):
        return True
    return first[0] in "([" or first_word(first) in text.language.turns.entrances or _is_setting(stanza, text)


def heads_division(stanza: Stanza, text: Text) -> bool:
    """Whether a stanza begins with the heading of an act or scene, and is no table of contents."""
    return act_or_scene(stanza.lines[0].text, text.language) is not None and not _is_contents(stanza, text)


def _is_contents(stanza: Stanza, text: Text) -> bool:
    return sum(act_or_scene(line.text, text.language) is not None for line in stanza.lines) >= 3


def _is_part(stanza: Stanza) -> bool:
    """A line in capitals that stands alone over the first act."""
    line = stanza.lines[0]
    return len(stanza.lines) == 1 and line.text.isupper() and len(line.text) <= 60 and line.blanks >= 2


def _goes_on_cast(text: Text, index: int) -> bool:
    stanza = text.stanzas[index]
    first = stanza.lines[0].text
    if _is_setting(stanza, text) or _heads_setting(first, text) or is_cue(first, text.language):
        return False
    if heads_division(stanza, text) or first[0] in "([" or _is_part(stanza):
        return False
    return stanza.lines[0].blanks <= 2 and sum(len(line.text) for line in stanza.lines) <= 120 * len(
        stanza.lines
    )


def _is_setting(stanza: Stanza, text: Text) -> bool:
    """A sentence that says where a play is set: it names the scene or the action, and is no role."""
    words = words_of(stanza.text)
    turns = text.language.turns
    if is_setting(stanza.lines[0].text, text.language):
        return True
    names = not turns.divisions.isdisjoint(words[:5])
    return names and len(words) >= _SENTENCE and stanza.text.rstrip("_ ").endswith(".")


def _heads_setting(line: str, text: Text) -> bool:
    """Whether a line stands over what says where and when a play is set ("TIME AND PLACE")."""
    return " ".join(words_of(line)) in text.language.turns.settings


def front_matter(text: Text, place: Place) -> tuple[list[Block], list[Annotation]]:
    """The front matter, one block `front`, if there is any."""
    marks: list[Annotation] = []
    blocks: list[Block] = []
    before = place.cast if place.cast >= 0 else place.body
    title_end = _title_end(text, before)
    if title_end:
        blocks.append(_title_page(text, text.stanzas[:title_end]))
    blocks.extend(_prefatory(text, text.stanzas[title_end:before]))
    if place.cast >= 0:
        lines = [line for stanza in text.stanzas[place.cast : place.cast_end] for line in stanza.lines]
        groups = [list(stanza.lines) for stanza in text.stanzas[place.cast : place.cast_end]]
        head = None
        if is_cast_heading(lines[0].text, text.language):
            head = groups[0].pop(0)
        groups = [group for group in groups if group]
        if groups:
            cast, marks = cast_list(head, groups, text.source, text.language)
            blocks.append(cast)
        elif head is not None:
            alone = Block("paragraph", head.span, rule="paragraph")
            blocks.append(spanning("division", (alone,), attributes=(("type", "preface"),)))
        blocks.extend(_prefatory(text, text.stanzas[place.cast_end : place.body]))
    return ([spanning("front", tuple(blocks))] if blocks else []), marks


def _title_end(text: Text, before: int) -> int:
    """Up to which stanza the title page reaches: short lines, before any prose or its heading."""
    end = 0
    for index, stanza in enumerate(text.stanzas[: min(before, _MOST_TITLES)]):
        if len(stanza.lines) > 4 or any(len(line.text) > _SHORT for line in stanza.lines):
            break
        if index and (heads_division(stanza, text) or _leads_in(stanza, text)):
            break
        following = text.stanzas[index + 1] if index + 1 < before else None
        if index and following is not None and _is_prose(following) and not _says_by(stanza, text):
            break
        end = index + 1
    return end


def _says_by(stanza: Stanza, text: Text) -> bool:
    first = stanza.lines[0].text.split()[0]
    return first in text.language.article.byline


def _is_prose(stanza: Stanza) -> bool:
    return len(stanza.lines) > 4 or any(len(line.text) > 160 for line in stanza.lines)


def _title_page(text: Text, stanzas: Sequence[Stanza]) -> Block:
    children: list[Block] = []
    for stanza in stanzas:
        for line in stanza.lines:
            first = line.text.split()[0]
            by = first in text.language.article.byline or first.capitalize() in text.language.article.byline
            under = bool(children) and text.source.slice(children[-1].span).capitalize()
            if not children:
                children.append(Block("doc-title", line.span, rule="title page"))
            elif under in text.language.article.byline and children[-1].kind == "doc-author":
                # "BY" on a line of its own
                above = children.pop()
                whole = Span(above.span.start, line.span.end)
                children.append(Block("doc-author", whole, rule="title page"))
            elif by or _is_author(line.text, children, text):
                children.append(Block("doc-author", line.span, rule="title page"))
            elif line.text.isdigit() and len(line.text) == 4:
                children.append(Block("doc-date", line.span, rule="title page"))
            else:
                children.append(Block("title-part", line.span, rule="title page"))
    return spanning("title-page", tuple(children))


def _is_author(line: str, above: Sequence[Block], text: Text) -> bool:
    """Whether a line under the title is the name of a person, given name and surname."""
    name = parse_name(line.title() if line.isupper() else line, text.language)
    alone = not any(block.kind == "doc-author" for block in above)
    return alone and name is not None and bool(name.given) and name.given[0] in given_names()


def _prefatory(text: Text, stanzas: Sequence[Stanza]) -> tuple[Block, ...]:
    """Prefaces and the like, divisions under their headings; and where and when the play is set."""
    items: list[Block | Opening] = []
    for index, stanza in enumerate(stanzas):
        following = stanzas[index + 1] if index + 1 < len(stanzas) else None
        line = stanza.lines[0]
        if following is not None and _is_heading(stanza):
            head = Block("head", line.span, rule="front matter")
            items.append(Opening(1, head, "setting" if _heads_setting(line.text, text) else "preface"))
        elif _is_setting(stanza, text) and not any(isinstance(item, Opening) for item in items):
            kind = (("type", "setting"),)
            items.append(Block("stage", stanza.span, rule="stage direction: setting", attributes=kind))
        else:
            items.append(Block("paragraph", stanza.span, rule="paragraph"))
    divided = divide(items)
    # What stands without a heading comes before the first, so all keep the order of the text.
    loose = tuple(block for block in divided if block.kind != "division")
    if not loose:
        return divided
    kinds = {block.kind for block in loose}
    type_ = "setting" if kinds == {"stage"} else "preface"
    return (
        spanning("division", loose, attributes=(("type", type_),)),
        *(block for block in divided if block.kind == "division"),
    )


def _is_heading(stanza: Stanza) -> bool:
    line: Line = stanza.lines[0]
    if len(stanza.lines) > 1 or len(line.text) > 80 or line.text.endswith((",", ";", ":")):
        return False
    words = fold(line.text).split()
    return line.text.isupper() or (line.blanks >= 2 and len(words) <= 8 and not line.text.endswith("."))
