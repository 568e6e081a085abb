"""Keeps annotations from crossing: what is left nests or stands apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from edition.model import Annotation, Span

# Which element stands outside where two cover the same stretch.
_OUTSIDE_FIRST = {
    name: rank
    for rank, name in enumerate(
        (
            "bibl",
            "author",
            "editor",
            "docAuthor",
            "title",
            "publisher",
            "pubPlace",
            "edition",
            "idno",
            "biblScope",
            "persName",
            "placeName",
            "orgName",
            "name",
            "date",
            "time",
        )
    )
}
_OUTSIDE_FIRST["hi"] = len(_OUTSIDE_FIRST)  # what is emphasised as a whole is around the emphasis
_IN_BIBL = {
    "author", "editor", "title", "biblScope", "persName", "orgName", "placeName", "name", "date",
    "publisher", "pubPlace", "edition", "idno", "ref",
}  # fmt: skip
# What an annotator finds and what may stand inside it; dates and numbers in a title belong to the title.
_INSIDE: dict[str, Set[str]] = {
    "bibl": _IN_BIBL,
    "author": {"persName", "orgName", "name"},
    "editor": {"persName", "orgName", "name"},
    "publisher": set[str](),
    "pubPlace": set[str](),
    "edition": set[str](),
    "docAuthor": {"persName", "orgName", "name"},
    "persName": set[str](),
    "placeName": set[str](),
    "orgName": set[str](),
    "name": set[str](),
    "title": set[str](),
    "date": set[str](),
    "time": set[str](),
    "biblScope": set[str](),
    "idno": set[str](),
    "ref": set[str](),
    "ellipsis": set[str](),
    "supplied": {"persName", "orgName", "date", "title"},
    "sic": {"persName"},
    "note": {"persName", "orgName", "date", "title", "bibl"},
}
# What may stand inside marks of the structure (stage directions, emphasis): references stand in blocks only.
_QUOTED = frozenset({"said", "quote", "q", "soCalled", "mentioned"})
_IN_MARKS = (_INSIDE.keys() | _QUOTED) - {"bibl"}
_INSIDE |= dict.fromkeys(_QUOTED, _IN_MARKS)
# Points in the text and signs of print, which may stand inside anything.
_POINTS = {"pb", "lb", "cb", "pc", "hi", "fw"}


def nested(found: Iterable[Annotation], marks: Sequence[Annotation] = ()) -> tuple[Annotation, ...]:
    """The annotations in the order of the text, the outer before the inner.

    `marks`, which the structure of the text made and which do not cross one another, all stay. Of two others
    that cross, or that may not stand in one another, the one that begins first stays; of two that begin
    together, the longer.
    """
    ordered = sorted(
        [*marks, *_apart(found, marks)],
        key=lambda a: (a.span.start, *_outer_first(a.span), _OUTSIDE_FIRST.get(a.element, -1)),
    )
    kept: list[Annotation] = []
    open_: list[Annotation] = []
    lost: Annotation | None = None
    for annotation in ordered:
        if _is_part(annotation, lost):
            continue
        while open_ and open_[-1].span.end <= annotation.span.start:
            open_.pop()
        if open_ and annotation.element in _INSIDE:
            outer = open_[-1]
            allowed = _INSIDE.get(outer.element, _IN_MARKS)
            if annotation.span.end > outer.span.end or annotation.element not in allowed:
                lost = annotation if annotation.element == "bibl" else lost
                continue
        kept.append(annotation)
        open_.append(annotation)
    return tuple(kept)


def _is_part(annotation: Annotation, lost: Annotation | None) -> bool:
    """Whether an annotation is a part of a reference that was left out."""
    return lost is not None and annotation.rule == lost.rule and annotation.span.within(lost.span)


def _outer_first(span: Span) -> tuple[bool, int]:
    """Of two that begin together the longer is the outer; a point (a page's beginning) stands before both."""
    return span.start < span.end, -span.end


def _apart(found: Iterable[Annotation], marks: Sequence[Annotation]) -> Iterator[Annotation]:
    """Those of `found` that no mark crosses, and in which no mark stands that is more than a point."""
    rows = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end))
    open_: list[Annotation] = []
    place = 0
    lost: Annotation | None = None
    for annotation in sorted(found, key=lambda a: a.span.start):
        if _is_part(annotation, lost):
            continue
        start, end = annotation.span
        while place < len(rows) and rows[place].span.start < start:
            open_.append(rows[place])
            place += 1
        while open_ and open_[-1].span.end <= start:
            open_.pop()
        crossed = open_ and open_[-1].span.end < end
        if not crossed and all(
            _is_point(rows[index], annotation) for index in _beginning_in(rows, place, end)
        ):
            yield annotation
        elif annotation.element == "bibl":
            lost = annotation


def _beginning_in(rows: Sequence[Annotation], place: int, end: int) -> Iterator[int]:
    while place < len(rows) and rows[place].span.start < end:
        yield place
        place += 1


def _is_point(mark: Annotation, annotation: Annotation) -> bool:
    """Whether a mark that begins in `annotation` may stand in it, or has it inside."""
    start, end = annotation.span
    around = mark.span.start == start and mark.span.end >= end
    return around or (mark.element in _POINTS and mark.span.end <= end)
