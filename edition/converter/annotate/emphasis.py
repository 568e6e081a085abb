"""Parts of references in italics: TEI has no author inside `hi`, but `hi` in an author (Guidelines 3.12)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from edition.model import Annotation, Source, Span

_PARTS = frozenset({"author", "editor", "publisher", "pubPlace", "biblScope", "edition", "idno"})
_PERSONS = frozenset({"author", "editor"})
_SIGNS = " _=*.,;:\n"


def around_emphasis(
    found: Iterable[Annotation], marks: Sequence[Annotation], source: Source, rule: str
) -> Iterator[Annotation]:
    """The annotations, none that only references have inside a `hi`.

    A part that is all that is emphasised goes around the emphasis; of one with other words a person's name is
    left, by `rule`.
    """
    spans = sorted(mark.span for mark in marks if mark.element == "hi")
    starts = [span.start for span in spans]
    for one in found:
        place = bisect_right(starts, one.span.start) - 1
        outer = spans[place] if place >= 0 else None
        if one.element not in _PARTS or outer is None or not one.span.within(outer):
            yield one
            continue
        before = source.text[outer.start : one.span.start]
        after = source.text[one.span.end : outer.end]
        if not (before + after).strip(_SIGNS):
            yield replace(one, span=Span(*outer))
        elif one.element in _PERSONS:
            yield Annotation("persName", one.span, (), rule)
