"""Who said or wrote what a paragraph introduces, and where: read from its last sentence.

"As Ellen Marsh wrote in The Long Street (1926):" names a speaker, a work and a date: together they are a
`bibl` (Guidelines 3.12), to which the quotation points.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from edition.converter.forms.introductions import (
    Introduction,
    ends_in_colon,
    named_by_place,
    parse_introduction,
    speaker_among,
)
from edition.converter.forms.letters import LOWER, QUOTE_PAIRS, UPPER
from edition.converter.forms.masthead import names_periodical
from edition.converter.languages import Language
from edition.model import Annotation, Block, Source, Span

RULE = "named where the quotation is introduced"
_ALONE = "name where a quotation is introduced"
_QUOTED = frozenset({"quote", "quotation"})
_LONGEST = 300  # characters of a reference in a sentence
_TITLE = re.compile(
    rf"(?:(?<=[\s_*])|^)[{UPPER}][\w’'-]{{1,30}}(?:\s(?:[{LOWER}]{{1,5}}\s){{0,3}}[{UPPER}][\w’'-]{{0,30}}){{1,9}}(?=[_*]?\s\()"
)
_EMPHASISED = re.compile(r"(?<![\w_])_([^_\n]{4,120})_(?![\w_])")


@dataclass(frozen=True)
class Introduced:
    """A quotation and what introduces it: spans of the speaker's name, a title and a date.

    `cited` is the id of a citation in the sentence, or at the end of the quotation, which is its source.
    """

    quotation: Block
    sentence: Span
    kind: str
    speaker: Span | None = None
    title: Span | None = None
    level: str = "m"
    date: Span | None = None
    cited: str = ""

    @property
    def reference(self) -> Span | None:
        """From the first to the last of what names the source; None where neither work nor date is named."""
        named = [span for span in (self.title, self.date) if span is not None]
        if self.speaker is not None and self.speaker.start >= self.sentence.start:
            named.append(self.speaker)
        if self.title is None and (self.date is None or len(named) < 2):
            return None
        whole = Span(min(span.start for span in named), max(span.end for span in named))
        return whole if whole.end - whole.start <= _LONGEST else None


def pairs(blocks: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Each block quotation with the paragraph right above it."""
    above: Block | None = None
    for block in blocks:
        if block.kind in _QUOTED and above is not None:
            yield above, block
        elif block.kind == "quotation-division" and above is not None:
            yield above, block.children[0]
        elif block.children:
            yield from pairs(block.children)
        above = block if block.kind == "paragraph" else None
        if block.kind == "introduction":
            above = block.children[-1]


def quoted_names(blocks: Sequence[Block], source: Source, language: Language) -> list[Annotation]:
    """Persons named where they are quoted, whose names do not show that they are ("As Marx wrote:")."""
    found = []
    for above, _ in pairs(blocks):
        text = source.slice(above.span)
        introduction = parse_introduction(text, language)
        place = named_by_place(text, introduction, language) if introduction is not None else None
        if place is not None and not names_periodical(text[place[0] : place[1]], language):
            span = Span(above.span.start + place[0], above.span.start + place[1])
            found.append(Annotation("persName", span, (), _ALONE))
    return found


def introduced(
    blocks: Sequence[Block], annotations: Sequence[Annotation], source: Source, language: Language
) -> tuple[list[Introduced], list[Annotation]]:
    """What introduces each block quotation, and the annotations with ids on the citations that are sources.

    `annotations` are in the order of the text.
    """
    known = list(annotations)
    rows: list[Introduced] = []
    numbers = count(1)
    for above, quotation in pairs(blocks):
        if not ends_in_colon(source.text[max(above.span.start, above.span.end - 6) : above.span.end]):
            continue
        row = _introduced(above, quotation, known, source, language)
        place = _citation(row, known, source)
        if place is None and row.reference is not None:
            row = replace(row, cited=f"cited-{next(numbers)}")
        elif place is not None and quotation.kind == "quote":
            identifier = f"cited-{next(numbers)}"
            known[place] = replace(known[place], attributes=(("xml:id", identifier),))
            row = replace(row, title=None, date=None, cited=identifier)
        rows.append(row)
    return rows, known


def _citation(row: Introduced, annotations: Sequence[Annotation], source: Source) -> int | None:
    """Which annotation is the citation of the quotation: the only one in the sentence that introduces it,
    else the one with which it ends.
    """
    first, last = (bisect_left(annotations, place, key=_start) for place in row.sentence)
    inside = [i for i in range(first, last) if annotations[i].element == "bibl"]
    if len(inside) == 1:
        return inside[0]
    end = row.quotation.span.end
    first, last = (bisect_left(annotations, place, key=_start) for place in (end - _LONGEST, end))
    closing = [
        i
        for i in range(first, last)
        if annotations[i].element == "bibl"
        and annotations[i].span.start >= row.quotation.span.start
        and not source.text[annotations[i].span.end : end].strip(")].\n ")
    ]
    return closing[-1] if closing else None


def _introduced(
    above: Block,
    quotation: Block,
    annotations: Sequence[Annotation],
    source: Source,
    language: Language,
) -> Introduced:
    offset = above.span.start
    text = source.slice(above.span)
    found = parse_introduction(text, language)
    assert found is not None
    first, last = (bisect_left(annotations, place, key=_start) for place in above.span)
    inside = annotations[first:last]
    names = [(a.span.start - offset, a.span.end - offset) for a in inside if a.element == "persName"]
    place = speaker_among(text, found, names, language)
    speaker = Span(offset + place[0], offset + place[1]) if place is not None else None
    sentence = Span(offset + found.start, offset + found.end)
    dates = [a for a in inside if a.element == "date" and a.span.start >= sentence.start]
    title, level = _title(text, found, names)
    titled = Span(offset + title[0], offset + title[1]) if title is not None else None
    dated = [
        a.span
        for a in dates
        if re.search(r"\d", source.slice(a.span))
        and not (titled and a.span.start < titled.end and titled.start < a.span.end)
    ]
    date = dated[0] if len(dated) == 1 else None
    if not found.kind:
        titled = date = None
    return Introduced(quotation, sentence, found.kind, speaker, titled, level, date)


def _start(annotation: Annotation) -> int:
    return annotation.span.start


def _title(
    text: str, found: Introduction, names: Sequence[tuple[int, int]]
) -> tuple[tuple[int, int] | None, str]:
    """The one title in the sentence, and its level: in quotation marks, emphasised, or in capitals before a
    date in brackets.
    """
    quoted = []
    for match in re.finditer(f"[{''.join(QUOTE_PAIRS)}]", text[found.start : found.end]):
        start = found.start + match.start()
        closers = QUOTE_PAIRS[text[start]]
        end = next((i for i in range(start + 1, min(found.end, start + 160)) if text[i] in closers), None)
        if end is not None and text[start + 1 : start + 2].isupper() and text[start - 1 : start].isspace():
            quoted.append((start + 1, start + 1 + len(text[start + 1 : end].rstrip(" ,"))))
    if len(quoted) == 1 and " " in text[quoted[0][0] : quoted[0][1]]:
        return quoted[0], "a"
    plain = [m.span(1) for m in _EMPHASISED.finditer(text, found.start, found.end)]
    if not plain and not quoted:
        plain = [m.span() for m in _TITLE.finditer(text, found.start, found.end)]
    plain = [place for place in plain if not any(a < place[1] and place[0] < b for a, b in names)]
    return (plain[0], "m") if len(plain) == 1 else (None, "m")


def references(rows: Sequence[Introduced]) -> list[Annotation]:
    """The `bibl` of each introduction that names a source, and what is in it; its date is marked already."""
    found: list[Annotation] = []
    for row in rows:
        whole = row.reference
        if whole is None or not row.cited:
            continue
        found.append(Annotation("bibl", whole, (("xml:id", row.cited),), RULE))
        if row.title is not None:
            found.append(Annotation("title", row.title, (("level", row.level),), RULE))
        if row.speaker is not None and row.speaker.within(whole):
            found.append(Annotation("author", row.speaker, (), RULE))
    return found
