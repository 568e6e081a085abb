"""Annotations inside blocks whose form says what their parts are: mastheads, attributions, sources."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from edition.converter.forms.attribution import parse_attribution, split_names
from edition.converter.forms.citations import find_citations
from edition.converter.forms.credits import POSSESSIVE, read_credit
from edition.converter.forms.dates import find_dates, whole_date
from edition.converter.forms.despatches import agency_in_brackets
from edition.converter.forms.finding_names import find_names
from edition.converter.forms.labels import parse_label
from edition.converter.forms.letters import QUOTE_PAIRS, Part, fold
from edition.converter.forms.locus import without_loci
from edition.converter.forms.masthead import (
    find_scopes,
    parse_masthead_line,
    parse_place_line,
    parse_subtitled_line,
    title_end,
)
from edition.converter.forms.names import parse_name
from edition.converter.forms.references import read_reference
from edition.converter.languages import Language
from edition.converter.languages.table import may_be_given_name
from edition.model import Annotation, Block, Source, Span

SENT = "sender of a despatch"  # rules of the segmenter
CREDIT = "credit under quoted words"
BlockAnnotator = Callable[[Block, Source, Language], list[Annotation]]


def masthead(block: Block, source: Source, language: Language) -> list[Annotation]:
    """A line of a masthead: title, numbers and date, in a `bibl` where there is more than a date."""
    text = source.slice(block.span)
    parsed = (
        parse_masthead_line(text, language)
        or parse_subtitled_line(text, language)
        or parse_place_line(text, language)
    )
    if parsed is None:
        # The title alone, over or under the line of numbers that proves it.
        end = title_end(text, language)
        if not end:
            return []
        span = Span(block.span.start, block.span.start + end)
        title = Annotation("title", span, (("level", "j"),), "masthead")
        return [Annotation("bibl", span, rule="masthead"), title]
    annotations = _placed(parsed.parts, block.span.start, "masthead")
    if any(part.element != "date" for part in parsed.parts):
        whole = Span(annotations[0].span.start, annotations[-1].span.end)
        annotations.insert(0, Annotation("bibl", whole, rule="masthead"))
    return annotations


def attribution(block: Block, source: Source, language: Language) -> list[Annotation]:
    """An attribution: authors, titles, date and volume, in doubt where nothing tells author from title; else
    what is cited in brackets.
    """
    text = source.slice(block.span)
    parsed = parse_attribution(text, language) if block.rule != CREDIT else None
    credit = read_credit(text, language)
    named = parsed.all("author") if parsed is not None else []
    owned = any(POSSESSIVE.search(text, part.start, part.end) for part in named)  # "Hale’s Chronicle"
    if parsed is not None and (credit is None or (named and not owned)):
        return _placed(without_loci(text, parsed.parts), block.span.start, "attribution")
    if credit is None:
        if text[:1] not in ("(", "["):
            return []
        parts = [part for citation in find_citations(text, language) for part in citation.parts]
        return _placed(parts, block.span.start, "citation")
    placed = _placed(without_loci(text, credit.parts), block.span.start, "credit")
    return [
        replace(one, certainty=credit.certainty) if one.element in ("author", "title") else one
        for one in placed
    ]


def reference(block: Block, source: Source, language: Language) -> list[Annotation]:
    """A reference of a list: its parts, each by a rule of its own ("reference: author")."""
    parts = read_reference(source.slice(block.span), language).parts
    start = block.span.start
    return [
        Annotation(
            part.element,
            Span(start + part.start, start + part.end),
            part.attributes,
            f"reference: {part.element}",
        )
        for part in parts
    ]


def source_line(block: Block, source: Source, language: Language) -> list[Annotation]:
    """A labelled line of a source statement, or its author, title or date line."""
    text = source.slice(block.span)
    label = parse_label(text, language)
    if label is None:
        return _placed(_unlabelled(text, language), block.span.start, "source-lines")
    parts: list[Part] = []
    rest = text[label.content :]
    if label.role == "author":
        end = len(rest.rstrip(" ."))
        parts.append(Part("author", label.content, label.content + end))
    else:
        dates = find_dates(rest, language)
        if not dates and (year := whole_date(rest.rstrip(" ."), language)):
            dates = [year]
        found = [*find_scopes(rest, language), *(date.part() for date in dates)]
        stop = min((part.start for part in found), default=len(rest))
        title = rest[:stop].rstrip(" ,;:.(—–-")
        if label.role == "source" and title[:1].isupper():
            parts.append(Part("title", label.content, label.content + len(title), (("level", "m"),)))
        parts.extend(
            part._replace(start=label.content + part.start, end=label.content + part.end) for part in found
        )
    return _placed(parts, block.span.start, "source-lines")


def _unlabelled(text: str, language: Language) -> list[Part]:
    date = whole_date(text.strip("()[]. "), language)
    if date is not None:
        start = text.index(text.strip("()[]. "))
        return [Part("date", start + date.start, start + date.end, date.attributes)]
    start = len(text) - len(text.lstrip("—–- "))
    if parse_name(text[start:], language) is not None and text[start] not in QUOTE_PAIRS:
        return [Part("author", start, len(text))]
    closers = QUOTE_PAIRS.get(text[start], "")
    if closers and text[-1] in closers:
        return [Part("title", start + 1, len(text) - 1, (("level", "a"),))]
    return [Part("title", start, len(text), (("level", "m"),))]


def _is_office(words: str, language: Language) -> bool:
    """Whether words in a byline say what an author is ("Industrial Correspondent"), and no name."""
    first, *_, last = words.split() * 2
    return not may_be_given_name(first) and fold(last) in language.quoting.persons


def byline(block: Block, source: Source, language: Language) -> list[Annotation]:
    """The authors after "By"; in any other byline, the names that show themselves."""
    text = source.slice(block.span)
    if block.rule == SENT:
        named = agency_in_brackets(text)
        return _placed([Part("orgName", *named)], block.span.start, SENT) if named else []
    text = text.partition("\n")[0]  # what the author is may stand under the name
    first, _, rest = text.partition(" ")
    start = len(text) - len(rest) if first in language.article.byline else 0
    names, spans = split_names(text[start:], language)
    if not all(parse_name(name, language) for name in names):
        start = 0
        spans = [(name.start, name.end) for name in find_names(text, language)]
    spans = [(a, b) for a, b in spans if not _is_office(text[start + a : start + b], language)]
    return _placed([Part("docAuthor", start + a, start + b) for a, b in spans], block.span.start, "byline")


def _placed(parts: Iterable[Part], offset: int, rule: str) -> list[Annotation]:
    return [
        Annotation(part.element, Span(offset + part.start, offset + part.end), part.attributes, rule)
        for part in parts
        if part.start < part.end
    ]


BLOCK_ANNOTATORS: dict[str, BlockAnnotator] = {
    "masthead-line": masthead,
    "attribution": attribution,
    "source-line": source_line,
    "byline": byline,
    "reference": reference,
}
