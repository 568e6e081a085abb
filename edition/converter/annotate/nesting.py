"""Keeps annotations from crossing: what is left nests or stands apart."""

from __future__ import annotations

from collections.abc import Iterable

from edition.model import Annotation

# Which element stands outside where two cover the same stretch.
_OUTSIDE_FIRST = {
    name: rank
    for rank, name in enumerate(
        ("bibl", "author", "docAuthor", "title", "biblScope", "persName", "orgName", "date")
    )
}
# What may stand inside an annotation; dates and numbers in a title belong to the title.
_INSIDE = {
    "bibl": {"author", "title", "biblScope", "persName", "orgName", "date"},
    "author": {"persName", "orgName"},
    "docAuthor": {"persName", "orgName"},
    "persName": set[str](),
    "orgName": set[str](),
    "title": set[str](),
    "date": set[str](),
    "biblScope": set[str](),
}


def nested(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """The annotations in the order of the text, the outer before the inner.

    Of two that cross, or that may not stand in one another, the one that begins first stays; of two
    that begin together, the longer.
    """
    ordered = sorted(
        annotations,
        key=lambda a: (a.span.start, -a.span.end, _OUTSIDE_FIRST.get(a.element, 99)),
    )
    kept: list[Annotation] = []
    open_: list[Annotation] = []
    for annotation in ordered:
        while open_ and open_[-1].span.end <= annotation.span.start:
            open_.pop()
        if open_:
            outer = open_[-1]
            if annotation.span.end > outer.span.end or annotation.element not in _INSIDE[outer.element]:
                continue
        kept.append(annotation)
        open_.append(annotation)
    return tuple(kept)
