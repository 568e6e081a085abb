"""A letter, from its opener to its postscript; several letters, where one follows another."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from edition.converter.languages import Language, detect_language, known_languages, language
from edition.converter.segment.diary import is_diary
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.endings import folded
from edition.converter.segment.frontmatter import FrontMatter
from edition.converter.segment.letter.closer import closer_block
from edition.converter.segment.letter.closing import Closer, dated_foot, find_closer
from edition.converter.segment.letter.headed import Part
from edition.converter.segment.letter.headings import letter_head
from edition.converter.segment.letter.opening import (
    after_opener,
    find_opener,
    is_routed_title,
    is_second_head,
    is_title,
    opener_block,
    telegram,
)
from edition.converter.segment.letter.parts import ends_like_salute, is_subject, routed
from edition.converter.segment.letter.postscripts import after_closer
from edition.converter.segment.letter.run_in import cut_closer
from edition.converter.segment.letter.several import letters, parted
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.flow import Flow, margin_of
from edition.converter.segment.prose.headings import heading
from edition.converter.segment.text import Evidence, Reading, Text
from edition.converter.segment.turns import density
from edition.model import Block, spanning

_LONG = 400  # stanzas: no letter is longer
_DIVIDED = frozenset({"part", "chapter"})
_MOST_HEADS = 2  # headings of a paper that are too many for a letter
_SPOKEN = 0.3  # turns a stanza, from which on a text is no letter
_SAMPLE = 2_000  # characters by which the language of one of several letters is told


def weigh(text: Text) -> Evidence:
    """How much speaks for a letter: a greeting, a date above it, a closing formula, a signature."""
    if not text.stanzas or density(text) >= _SPOKEN:
        return Evidence(0)  # ("LADY. This way the noise was": a speaker, no greeting)
    margin = margin_of(text.stanzas)
    text = Text(text.source, text.language, tuple(parted(text.stanzas, text.language)), text.conventions)
    several = letters(text, margin)
    if _is_column(text):
        return Evidence(0)
    if several and (several[0].heads or not _is_book(text)):
        return Evidence(0.85, f"{len(several)} letters, each with its greeting")
    if len(text.stanzas) > _LONG:
        return Evidence(0)
    opener = find_opener(text.stanzas, text.language, margin)
    closer = find_closer(after_opener(text.stanzas, opener), text.language, margin)
    signs: list[str] = []
    weight = 0.0
    if opener.greets:
        lines = text.lines
        sure = opener.run_in or any(ends_like_salute(lines[index]) for index in opener.salutes)
        weight += 0.45 if sure or opener.datelines or closer is not None else 0.3
        signs.append("a greeting")
    if opener.datelines:
        weight += 0.2
        signs.append("a date at the head")
    head = text.stanzas[1:] if is_routed_title(text.stanzas, text.language) else text.stanzas
    if routed([line for stanza in head[:3] for line in stanza.lines], text.language):
        weight += 0.75
        signs.append("lines that say from whom and to whom")
    elif any(is_subject(line, text.language) for line in text.lines[: opener.lines]):
        weight += 0.5
        signs.append("a line that says what it is about")
    if closer is not None:
        weight += 0.3
        signs.append("a closing formula or signature")
    if not signs or _is_book(text) or (not opener.greets and (_is_paper(text) or _is_diary(text))):
        return Evidence(0)
    return Evidence(min(weight, 0.9), ", ".join(signs))


def _is_column(text: Text) -> bool:
    """Whether the first line is a standing heading over the letters of a paper's readers."""
    first = text.stanzas[0]
    words = " ".join(folded(first.text))
    alone = len(first.lines) == 1 and words not in text.language.letters.headings
    return alone and words in text.language.article.letters


def _is_diary(text: Text) -> bool:
    return is_diary(text.stanzas, text.source, text.language)


def _is_book(text: Text) -> bool:
    """Whether headings divide the text into chapters."""
    stanzas = text.stanzas
    found = 0
    for index in range(len(stanzas) - 1):
        if len(stanzas[index].lines) <= 2:
            head = heading(stanzas[index], text.language, stanzas[index + 1])
            found += head is not None and head.sure and head.type in _DIVIDED
    return found >= 2


def _is_paper(text: Text) -> bool:
    """Whether two headings or more are numbers, or words like "Notes" and "References"."""
    stanzas, types = text.stanzas, text.language.structure.matter_types
    found = 0
    for stanza, following in pairwise(stanzas):
        if len(stanza.lines) == 1 and not (stanza.text[0] in "([" or stanza.text.isdigit()):
            head = heading(stanza, text.language, following)
            found += head is not None and head.sure and (bool(head.n) or head.type in types.values())
    return found >= _MOST_HEADS


def read(text: Text) -> Reading:
    """The blocks of a letter, or of each of several."""
    margin = margin_of(text.stanzas)
    text = Text(text.source, text.language, tuple(parted(text.stanzas, text.language)), text.conventions)
    flow = Flow(text)
    several = letters(text, margin)
    if not several:
        blocks, marks = flow.tied(_letter(text.stanzas, flow, text.language, margin))
        return Reading(blocks, tuple(marks))
    items: list[Block | Opening] = []
    front = _front(text, several[0].first, flow, items)
    for part in several:
        _read_part(text, part, flow, margin, items)
    blocks, marks = flow.tied([*front, *divide(items)])
    return Reading(blocks, tuple(marks))


def _front(text: Text, first: int, flow: Flow, items: list[Block | Opening]) -> list[Block]:
    """The title page over the first letter; what stands there and is none is text."""
    if not first:
        return []
    measures = (flow.margin, flow.width)
    front, index = FrontMatter(text.stanzas[:first], [None] * first, text.language, measures).read()
    while index < first:
        index = flow.block(text.stanzas, index, first)
    items.extend(flow.items)
    flow.items = []
    return front


def _read_part(text: Text, part: Part, flow: Flow, margin: int, items: list[Block | Opening]) -> None:
    """One of several letters, in its own language; or the heading over several."""
    stanzas = text.stanzas[part.first : part.last]
    if not part.heads:
        inner = tuple(_letter(stanzas, flow, _tongue(text, stanzas), margin))
        items.append(spanning("division", inner, attributes=(("type", "letter"),)))
        return
    if part.group:
        head = Block("head", stanzas[0].span, rule="heading over several letters")
        items.append(Opening(1, head, "part"))
        return
    heads, stanzas = stanzas[: part.heads], stanzas[part.heads :]
    tongue = _tongue(text, stanzas or heads)
    items.append(Opening(2, Block("head", heads[0].span, rule="heading of a letter"), "letter", part.n))
    items.extend(Block("head", stanza.span, rule="title under a heading") for stanza in heads[1:])
    for stanza in heads:
        flow.calls.add(stanza.span)
    if part.heads == 1 and len(stanzas) > 1 and _is_title(stanzas[0], heads[0], tongue):
        items.append(Block("head", stanzas[0].span, rule="title under a heading"))
        stanzas = stanzas[1:]
    items.extend(_letter(stanzas, flow, tongue, margin) if stanzas else ())


def _is_title(stanza: Stanza, head: Stanza, tongue: Language) -> bool:
    """Whether a line under a heading belongs to it; under a name only what is set apart by its marks."""
    found = letter_head(head, tongue)
    called = found is not None and found.kind == "word"
    return is_second_head(stanza, tongue) and (called or stanza.text[0] in "([_" or stanza.text.isupper())


def _tongue(text: Text, stanzas: Sequence[Stanza]) -> Language:
    """The language of a letter: the text's, unless its words tell another."""
    start = stanzas[0].span.start
    code = detect_language(text.source.text[start : min(stanzas[-1].span.end, start + _SAMPLE)])
    return language(code) if code in known_languages() else text.language


def _letter(stanzas: Sequence[Stanza], flow: Flow, tongue: Language, margin: int) -> list[Block]:
    """Opener, paragraphs, closer, and what follows it."""
    blocks, begun = telegram(stanzas, tongue)
    dated = bool(begun)
    if begun:
        stanzas = stanzas[begun:]
    else:
        if len(stanzas) > 1 and (is_title(stanzas[0], tongue) or is_routed_title(stanzas, tongue)):
            blocks.append(Block("head", stanzas[0].span, rule="heading of a letter"))
            stanzas = stanzas[1:]
        opener = find_opener(stanzas, tongue, margin)
        dated = bool(opener.datelines)
        if opener.lines or opener.run_in:
            lines = [line for stanza in stanzas[: opener.lines + 1] for line in stanza.lines]
            blocks.append(opener_block(lines, opener, tongue))
            stanzas = after_opener(stanzas, opener)
    closer = find_closer(stanzas, tongue, margin)
    if closer is not None and closer.first == closer.line == 0:
        closer = None
    if stanzas and (closer is None or closer.signs_only):
        at = len(stanzas) - 1 if closer is None else closer.first
        cut = cut_closer(stanzas[at], tongue) if blocks or len(stanzas) > 1 else None
        if cut is not None:
            stanzas = [*stanzas[:at], *cut, *stanzas[at + 1 :]]
            closer = Closer(at + 1, 0, at + 2)
    if closer is None and not dated:
        closer = dated_foot(stanzas, tongue)
    if closer is None:
        return [*blocks, *_body(stanzas, flow)]
    foot = [line for stanza in stanzas[closer.first : closer.last] for line in stanza.lines]
    body = list(stanzas[: closer.first])
    if closer.line:
        body.append(Stanza(stanzas[closer.first].lines[: closer.line]))
    blocks += _body(body, flow)
    blocks.append(closer_block(foot[closer.line :], stanzas[closer.first + 1 : closer.last], tongue))
    blocks += after_closer(stanzas[closer.last :], flow, tongue)
    return blocks


def _body(stanzas: Sequence[Stanza], flow: Flow) -> list[Block]:
    """The text of a letter, with all that may stand in running text."""
    index = 0
    while index < len(stanzas):
        index = flow.block(stanzas, index, len(stanzas), under=index == 0)
    blocks = [item for item in flow.items if isinstance(item, Block)]
    flow.items = []
    return blocks
