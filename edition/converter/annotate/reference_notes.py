"""Notes that are references and nothing else: "12. Hale, The Mill at Orrin (Leeds: Fenn, 1911), p. 4"."""

from __future__ import annotations

import re

from edition.converter.forms.letters import fold
from edition.converter.forms.references import read_reference
from edition.converter.languages import Language
from edition.model import Annotation, Block, Source, Span

RULE = "note that is a reference"
_LABEL = re.compile(r"\s*(?:\[[^\[\]\n]{1,12}\]|\(\d{1,4}\)|\d{1,4}[.)]?|[*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰]{1,4})\s*")
_LONGEST = 400  # characters
_PARTED = re.compile(r";\s+")
_CONVINCING = 0.45  # score of a reading: a sentence reaches less
_FACTS = ("date", "biblScope", "publisher", "pubPlace", "idno")


def reference_notes(block: Block, source: Source, language: Language) -> list[Annotation]:
    """A `bibl` with its parts for each reference that a note is made of; nothing where a note says more."""
    if block.kind != "note" or block.span.end - block.span.start > _LONGEST:
        return []
    text = source.slice(block.span)
    label = _LABEL.match(text)
    start = label.end() if label else 0
    found: list[Annotation] = []
    for begin, end in _references(text, start):
        lead = _lead(text[begin:end], language)
        read = read_reference(text[begin + lead : end], language)
        facts = any(read.all(element) for element in _FACTS)
        sure = read.score >= _CONVINCING and read.all("author") and read.all("title") and facts
        if not (sure or read.same):
            return []
        offset = block.span.start + begin + lead
        found.append(Annotation("bibl", Span(offset, block.span.start + end), (), RULE))
        found += [
            Annotation(
                p.element, Span(offset + p.start, offset + p.end), p.attributes, f"reference: {p.element}"
            )
            for p in read.parts
        ]
    return found


def _references(text: str, start: int) -> list[tuple[int, int]]:
    """The stretches between semicolons, without the blanks and stops at their ends."""
    edges = [(m.start(), m.end()) for m in _PARTED.finditer(text, start)]
    begins = [start, *(after for _, after in edges)]
    ends = [*(before for before, _ in edges), len(text)]
    return [(a, a + len(text[a:b].rstrip())) for a, b in zip(begins, ends, strict=True) if text[a:b].strip()]


def _lead(text: str, language: Language) -> int:
    """The length of a word such as "See" before a reference."""
    words = text.split(None, 3)
    for count in (2, 1):
        said = " ".join(fold(word).strip(".,") for word in words[:count])
        if len(words) > count and said in language.references.see:
            return text.index(words[count])
    return 0
