"""Names of persons in blocks: those that show what they are, and authors; the agency under a despatch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from edition.converter.forms.despatches import agency_in_brackets, agency_under
from edition.converter.forms.finding_names import find_names
from edition.converter.forms.letters import fold
from edition.converter.forms.names import is_organisation, parse_name
from edition.converter.forms.references import read_name, without_others
from edition.converter.languages import Language
from edition.model import Annotation, Block, Source, Span

AUTHOR = "author: reference"  # whose name may stand with the family name first
_IN_REFERENCE = ("reference:", "credit")
_AGENCY = "agency under a despatch"
_FIRST_WORD = re.compile(r"\s*([^\W\d_]+)\s+")
_ENDED = re.compile(r"([^\W\d_])\.\s+([^\W\d_]+)")
_SIGNS = "_=* .,;\n"


def names(block: Block, source: Source, language: Language) -> list[Annotation]:
    """Names in the block that show by themselves that they are names of persons."""
    if block.rule == _AGENCY:
        return agency(block, source)
    spans = _signing(block, source, language) if block.kind == "signed" else [block.span]
    return [
        Annotation("persName", Span(span.start + found.start, span.start + found.end), (), found.rule)
        for span in spans
        for found in find_names(source.slice(span), language)
    ]


def agency(block: Block, source: Source) -> list[Annotation]:
    """The agency that is named under a despatch."""
    words = source.slice(block.span)
    named = agency_under(words) or agency_in_brackets(words)
    start = block.span.start
    return [Annotation("orgName", Span(start + named[0], start + named[1]), (), _AGENCY)] if named else []


def _signing(block: Block, source: Source, language: Language) -> Iterator[Span]:
    """The lines of a signature, of which each says something of its own: the name, the place. What the writer
    is to the reader is no part of a name ("Dein K. Marx").
    """
    letters = language.letters
    beside = letters.closings | letters.devotion
    start = block.span.start
    for line in source.slice(block.span).splitlines(keepends=True):
        begin, end = 0, len(line.rstrip())
        while (word := _FIRST_WORD.match(line, begin, end)) is not None and fold(word[1]) in beside:
            begin = word.end()
        yield Span(start + begin, start + end)
        start += len(line)


def without_ended_sentences(
    found: Iterable[Annotation], source: Source, small: frozenset[str]
) -> list[Annotation]:
    """What is found without the names that are the end of a sentence and the beginning of the next ("So did
    I. Grave was her face"): the letter stands in the text without a full stop as well, the word in small
    letters.
    """
    alone: dict[str, bool] = {}

    def stands_alone(letter: str) -> bool:
        if letter not in alone:
            alone[letter] = re.search(rf"(?<=[^\W_A-Z] ){letter}(?=[ ,;:])", source.text) is not None
        return alone[letter]

    kept = []
    for annotation in found:
        if annotation.element == "persName" and annotation.rule == "initials":
            ends = _ENDED.fullmatch(source.slice(annotation.span))
            if ends is not None and ends[2].casefold() in small and stands_alone(ends[1]):
                continue
        kept.append(annotation)
    return kept


def authors(annotations: Iterable[Annotation], source: Source, language: Language) -> list[Annotation]:
    """A persName, or an orgName for a body, inside each `author`, `editor` and `docAuthor`."""
    found = []
    for annotation in annotations:
        if annotation.rule.startswith(_IN_REFERENCE) and annotation.element in ("author", "editor"):
            words = source.slice(annotation.span)
            inner = words.strip(_SIGNS) if words[:1] in _SIGNS else words  # italics
            name = without_others(inner)
            start = annotation.span.start + words.index(inner)
            span = Span(start, start + len(name))
            if read_name(name, language) is not None:
                found.append(Annotation("persName", span, (), AUTHOR))
            elif is_organisation(" ".join(name.split()), language):
                found.append(Annotation("orgName", span, (), AUTHOR))
            continue
        if annotation.element in ("author", "docAuthor"):
            name = source.slice(annotation.span)
            if parse_name(name, language) is not None:
                found.append(Annotation("persName", annotation.span, (), "author"))
            elif is_organisation(name, language):
                found.append(Annotation("orgName", annotation.span, (), "author"))
    return found
