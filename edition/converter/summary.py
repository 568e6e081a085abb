"""What a conversion found, in figures, and every conclusion with its place and its rule."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from edition.converter.languages import language
from edition.model import Annotation, Block, Document, Position, Quotation, Span, Turn

_EXCERPT = 48  # characters of the text shown with a conclusion


@dataclass(frozen=True, slots=True)
class Conclusion:
    """Something that was recognised: where, what (a TEI element), its words, its value, by which rule.

    `certainty` is empty for what stands in the text and needed no conclusion.
    """

    position: Position
    element: str
    words: str
    value: str
    rule: str
    certainty: str


@dataclass(frozen=True, slots=True)
class Summary:
    """A conversion in figures; `conclusions`, where they were asked for, are in the order of the text.

    With them come `citations`: the id of each source that is cited, and where. `speakers` are those who speak
    the turns, in a text without turns those whose words are quoted; `sources` are the different ones cited.
    """

    title: str
    genre: str
    evidence: str
    language: str
    date: str
    encoding: str
    quotations: int
    speakers: tuple[str, ...]
    persons: int
    mentions: int
    dates: int
    sources: int
    turns: int
    stages: int
    conclusions: tuple[Conclusion, ...]
    citations: tuple[tuple[str, Position], ...] = ()


def summarise(document: Document, evidence: str, *, decisions: bool = False) -> Summary:
    """The summary of a converted text; with `decisions`, each of them as a conclusion."""
    metadata = document.metadata
    in_turns = {person for turn in metadata.turns for person in turn.who}
    elements = [annotation.element for annotation in document.annotations]
    blocks = [inner for block in document.blocks for inner in block.walk()]
    return Summary(
        title=metadata.title,
        genre=document.genre,
        evidence=evidence,
        language=language(metadata.language).name or metadata.language or "",
        date=metadata.date_words or metadata.date or "",
        encoding=document.source.encoding,
        quotations=len(metadata.quotations) + sum(map(_is_quotation, document.annotations)),
        speakers=tuple(
            person.forms[0]
            for person in metadata.persons
            if (person.id in in_turns if metadata.turns else person.speaks)
        ),
        persons=len(metadata.persons),
        mentions=elements.count("persName"),
        dates=elements.count("date"),
        sources=len(metadata.cited),
        turns=sum(block.kind == "turn" for block in blocks),
        stages=sum(block.kind == "stage" for block in blocks) + elements.count("stage"),
        conclusions=_conclusions(document, blocks) if decisions else (),
        citations=_citations(document) if decisions else (),
    )


def _citations(document: Document) -> tuple[tuple[str, Position], ...]:
    return tuple(
        (one.id, document.source.position(place.start))
        for one in document.metadata.cited
        for place in one.places
    )


def _is_quotation(annotation: Annotation) -> bool:
    """Whether an annotation is a quotation in running text, or its first part."""
    return annotation.element in ("said", "quote") and annotation.get("prev") is None


def _conclusions(document: Document, blocks: Sequence[Block]) -> tuple[Conclusion, ...]:
    """Every decision on the text: what its blocks are, who speaks, what stands in it."""
    metadata = document.metadata
    found = [
        *(_conclusion(one, one.kind, _said(one.attributes), document) for one in blocks if one.rule),
        *(_conclusion(one, "who", _pointing(one.who), document) for one in metadata.turns),
        *(_conclusion(one, "quote", _pointing(one.who), document) for one in metadata.quotations),
        *(_conclusion(one, one.element, _said(one.attributes), document) for one in document.annotations),
    ]
    return tuple(sorted(found, key=lambda conclusion: conclusion.position))


def _conclusion(
    one: Block | Turn | Quotation | Annotation, element: str, value: str, document: Document
) -> Conclusion:
    return Conclusion(
        document.source.position(one.span.start),
        element,
        _words(one.span, document),
        value,
        one.rule,
        str(one.certainty or ""),
    )


def _said(attributes: Iterable[tuple[str, str]]) -> str:
    return " ".join(f'{name}="{value}"' for name, value in attributes)


def _pointing(persons: Iterable[str]) -> str:
    return " ".join(f"#{person}" for person in persons)


def _words(span: Span, document: Document) -> str:
    words = " ".join(document.source.text[span.start : min(span.end, span.start + 2 * _EXCERPT)].split())
    return words if len(words) <= _EXCERPT else f"{words[: _EXCERPT - 1]}…"
