"""Paragraphs that go on on another page: one paragraph again, with the lines that led there in it
(Guidelines 12.6, `fw`).
"""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.jumps import jump
from edition.converter.languages import Language
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose.parts import section_break
from edition.model import Annotation

RULE = "continued on another page"
_LONGEST_HEAD = 100  # characters of the headline that is repeated over the continuation
_SHORT = 30  # characters: no running text
_ENDS = '.!?…:;"”’»)]*—–_'


def without_jumps(
    stanzas: Sequence[Stanza], language: Language
) -> tuple[tuple[Stanza, ...], list[Annotation]]:
    """The stanzas, those joined again that such lines had parted in a sentence; and the lines as marks."""
    if not language.article.onward:
        return tuple(stanzas), []
    groups: list[list[Line]] = []
    marks: list[Annotation] = []
    index = 0
    while index < len(stanzas):
        stanza = stanzas[index]
        index += 1
        cut = groups and len(stanza.lines) == 1 and _unfinished(groups[-1])
        if not cut or jump(stanza.lines[0].text, language) != "onward":
            groups.append(list(stanza.lines))
            continue
        marks.append(_mark(stanza))
        groups[-1].extend(stanza.lines)
        last = _return(stanzas, index, language)
        if last:
            marks.extend(_mark(between) for between in stanzas[index:last])
            groups[-1].extend(line for other in stanzas[index : last + 1] for line in other.lines)
            index = last + 1
    return tuple(Stanza(tuple(lines)) for lines in groups), marks


def _return(stanzas: Sequence[Stanza], index: int, language: Language) -> int:
    """The stanza with which the text goes on, where a line that leads back stands next; else 0.

    Over it the headline may be repeated, and an ornament may part it from what went before.
    """
    if index < len(stanzas) and section_break(stanzas[index]) is not None:
        index += 1
    for ahead in (index, index + 1):
        if ahead + 1 >= len(stanzas):
            return 0
        stanza = stanzas[ahead]
        if jump(stanza.lines[-1].text, language) == "back" and len(stanza.lines) <= 3:
            return ahead + 1
        if len(stanza.text) > _LONGEST_HEAD:
            return 0
    return 0


def _unfinished(lines: Sequence[Line]) -> bool:
    """Whether running text breaks off in the middle of a sentence."""
    return lines[-1].span.end - lines[0].span.start > _SHORT and lines[-1].text[-1] not in _ENDS


def _mark(stanza: Stanza) -> Annotation:
    """A line that leads to or from a page, or the ornament between two of them."""
    kind = "ornament" if section_break(stanza) is not None else "continuation"
    return Annotation("fw", stanza.span, (("type", kind),), RULE)
