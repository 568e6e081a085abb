"""One record for each source that a text cites, from all its references, whoever recognised them.

Two references share a record only on evidence: the same author and the same title, or a title that begins the
other, and no date against it; without authors the same whole title. "Ibid." is the source before it; dashes
are the author of the reference before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from edition.converter.forms.identifiers import identifier
from edition.converter.forms.letters import fold
from edition.converter.forms.references import (
    Reference,
    may_point_back,
    read_name,
    read_reference,
    without_others,
)
from edition.converter.forms.references.vocabulary import vocabulary
from edition.converter.languages import Language
from edition.model import Annotation, Block, Cited, Named, Source, Span

_KINDS = frozenset({"reference", "attribution", "source-lines"})
_MASTHEAD = "masthead"  # the text's own source, and none that it cites
_OF_THE_PLACE = frozenset({"page", "line", "note", "folio", "column"})
_VALUES = frozenset({"when", "from", "to", "notBefore", "notAfter", "precision"})
_WORD = re.compile(r"[^\W\d_]{2,}")
_YEAR = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_WORDS_OF_ID = 3
_PIECE_IN = frozenset({"j", "m"})
_POINTS_NOWHERE = Reference(())


@dataclass
class _Record:
    cited: Cited
    author: str
    title: tuple[str, ...]
    year: str


def cited_sources(
    blocks: Sequence[Block], annotations: Sequence[Annotation], source: Source, language: Language
) -> tuple[Cited, ...]:
    """The sources, in the order in which the text first cites them; `annotations` are in its order, too."""
    starts = [annotation.span.start for annotation in annotations]
    gathering = _Gathering(source, language)
    citing = [
        inner.span
        for block in blocks
        for inner in block.walk()
        if inner.kind == "note" and _may_cite(source.slice(inner.span))
    ]
    before = -1
    for span, kind in _citations(blocks, annotations):
        place = bisect_left(citing, (span.start,)) - 1  # the note above that may cite, or its own
        if place >= 0 and before < citing[place].start and citing[place].end <= span.start:
            gathering.forget()
        before = span.start
        first, last = bisect_left(starts, span.start), bisect_left(starts, span.end)
        gathering.add(span, annotations[first:last], listed=kind == "reference")
    return gathering.sources()


def _citations(blocks: Sequence[Block], annotations: Iterable[Annotation]) -> list[tuple[Span, str]]:
    """All references: blocks that are one, and those in running text; in order, none inside another."""
    found = [(block.span, block.kind) for outer in blocks for block in outer.walk() if block.kind in _KINDS]
    found += [(one.span, "bibl") for one in annotations if one.element == "bibl" and one.rule != _MASTHEAD]
    found.sort(key=lambda one: (one[0].start, -one[0].end))
    apart: list[tuple[Span, str]] = []
    for span, kind in found:
        if not apart or span.start >= apart[-1][0].end:
            apart.append((span, kind))
    return apart


def _may_cite(note: str) -> bool:
    """Whether a note has a year and few words in small letters: it may be a reference that is not
    understood.
    """
    words = _WORD.findall(note) if _YEAR.search(note) is not None else ()
    return bool(words) and 2 * sum(word[0].islower() for word in words) <= len(words)


def pointing(annotations: Sequence[Annotation], cited: Sequence[Cited]) -> tuple[Annotation, ...]:
    """The annotations, each `bibl` in running text with a pointer to the record of its source."""
    records = {place: one.id for one in cited for place in one.places}
    return tuple(
        replace(one, attributes=(*one.attributes, ("corresp", f"#{records[one.span]}")))
        if one.element == "bibl" and one.span in records
        else one
        for one in annotations
    )


class _Gathering:
    def __init__(self, source: Source, language: Language) -> None:
        self._source = source
        self._language = language
        self._records: list[_Record] = []
        self._by_key: dict[tuple[str, str], list[_Record]] = defaultdict(list)
        self._authors: tuple[Named, ...] = ()  # of the reference before
        self._last: _Record | None = None

    def add(self, span: Span, inside: Sequence[Annotation], *, listed: bool) -> None:
        """A reference: to a record that there is, or to a new one."""
        words = self._words(span)
        back = may_point_back(words, self._language)
        read = read_reference(words, self._language) if back else _POINTS_NOWHERE
        found = self._fields(span, inside)
        if listed and read.repeats:
            found = replace(found, authors=self._authors)
        elif listed and found.authors:
            self._authors = found.authors
        if not found.titles:
            same = read.same and self._last is not None and not found.authors
            if same and self._last is not None:
                self._last.cited = replace(self._last.cited, places=(*self._last.cited.places, span))
            elif not read.same:
                self._last = None
            return
        self._last = self._file(found)

    def forget(self) -> None:
        """The note above cites what is not understood: "ibid." may mean that."""
        self._last = None

    def sources(self) -> tuple[Cited, ...]:
        """The records, each with an id of its own."""
        used: dict[str, int] = {}
        named = []
        for record in self._records:
            cited = record.cited
            family = (
                read_name(without_others(cited.authors[0].words), self._language) if cited.authors else None
            )
            first = family.surname if family else (cited.authors[0].words if cited.authors else "")
            title = " ".join(record.title[:_WORDS_OF_ID])
            slug = f"cited-{identifier(*first.split()[:2], *title.split(), record.year) or 'source'}"
            used[slug] = used.get(slug, 0) + 1
            named.append(replace(cited, id=slug if used[slug] == 1 else f"{slug}-{used[slug]}"))
        return tuple(named)

    def _file(self, found: Cited) -> _Record:
        author, title = self._author_key(found), self._title_key(found)
        year = _year(found)
        key = author, title[0] if title else ""
        for record in self._by_key[key]:
            if _agree(record, title, year, authored=bool(author)):
                record.cited = _fuller(record.cited, found)
                record.year = record.year or year
                record.title = max(record.title, title, key=len)
                return record
        record = _Record(found, author, title, year)
        self._records.append(record)
        self._by_key[key].append(record)
        return record

    def _author_key(self, found: Cited) -> str:
        if not found.authors:
            return ""
        words = without_others(found.authors[0].words)
        name = read_name(words, self._language)
        return name.key if name is not None else fold(words)

    def _title_key(self, found: Cited) -> tuple[str, ...]:
        """The words of the title of the piece, or of the work, without its article."""
        words = [word for word in _letters(found.titles[0][1]).split() if word]
        articles = vocabulary(self._language).articles
        while len(words) > 1 and words[0] in articles:
            words.pop(0)
        return tuple(words)

    def _fields(self, span: Span, inside: Sequence[Annotation]) -> Cited:
        by: dict[str, list[Annotation]] = defaultdict(list)
        for one in inside:
            by[one.element].append(one)
        dates = by["date"]
        titles = [(one.get("level") or "", self._words(one.span).replace("_", "")) for one in by["title"]]
        whole = any(level == "a" for level, _ in titles) and any(level in _PIECE_IN for level, _ in titles)
        scopes = [
            (one.get("unit") or "", tuple(p for p in one.attributes if p[0] != "unit"), self._words(one.span))
            for one in by["biblScope"]
            if whole or any(level == "j" for level, _ in titles) or one.get("unit") not in _OF_THE_PLACE
        ]
        return Cited(
            id="",
            authors=tuple(self._named(one, by["persName"]) for one in by["author"]),
            titles=tuple(titles),
            editors=tuple(self._named(one, by["persName"]) for one in by["editor"]),
            edition=self._words(by["edition"][0].span) if by["edition"] else "",
            towns=tuple(self._words(one.span) for one in by["pubPlace"]),
            publishers=tuple(self._words(one.span) for one in by["publisher"]),
            date=self._words(dates[0].span) if dates else "",
            date_attributes=tuple(p for p in dates[0].attributes if p[0] in _VALUES) if dates else (),
            scopes=tuple(scopes),
            identifiers=tuple((one.get("type") or "", self._words(one.span)) for one in by["idno"]),
            addresses=tuple(
                one.get("target") or "" for one in by["ref"] if not (one.get("target") or "#").startswith("#")
            ),
            places=(span,),
        )

    def _named(self, one: Annotation, persons: Sequence[Annotation]) -> Named:
        words = self._words(one.span)
        tied = next((p.get("ref") for p in persons if p.span.within(one.span)), None)
        alone = without_others(words)
        return Named(alone, (tied or "#")[1:], one.get("role") or "", alone != words)

    def _words(self, span: Span) -> str:
        return " ".join(self._source.slice(span).split())


def _letters(text: str) -> str:
    return "".join(
        letter if letter.isalnum() else " " for letter in fold(text).replace("’", "").replace("'", "")
    )


def _year(found: Cited) -> str:
    """The year of a source, in figures."""
    values = dict(found.date_attributes)
    value = values.get("when") or values.get("from") or values.get("notBefore") or ""
    return value.lstrip("-").split("-")[0] if value[:1] != "-" else ""


def _agree(record: _Record, title: tuple[str, ...], year: str, *, authored: bool) -> bool:
    """Whether a reference can be to the source of a record."""
    if record.year and year and record.year != year:
        return False
    short, long = sorted((record.title, title), key=len)
    if short == long:
        return True
    # A short title is the beginning of a fuller one only with the author named.
    return authored and bool(short) and long[: len(short)] == short


def _fuller(one: Cited, other: Cited) -> Cited:
    """What two references say of one source: of each field the fuller, the first where they are alike."""
    rich, poor = (one, other) if _said(one) >= _said(other) else (other, one)
    return Cited(
        id="",
        authors=rich.authors or poor.authors,
        titles=rich.titles,
        editors=rich.editors or poor.editors,
        edition=rich.edition or poor.edition,
        towns=rich.towns or poor.towns,
        publishers=rich.publishers or poor.publishers,
        date=rich.date or poor.date,
        date_attributes=rich.date_attributes if rich.date else poor.date_attributes,
        scopes=rich.scopes or poor.scopes,
        identifiers=rich.identifiers or poor.identifiers,
        addresses=rich.addresses or poor.addresses,
        places=(*one.places, *other.places),
    )


def _said(cited: Cited) -> tuple[int, int]:
    parts = (
        cited.authors,
        cited.titles,
        cited.editors,
        cited.towns,
        cited.publishers,
        cited.date,
        cited.scopes,
    )
    return sum(bool(part) for part in parts), sum(len(words) for _, words in cited.titles)
