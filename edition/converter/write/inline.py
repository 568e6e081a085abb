"""Text with its annotations: characters come from the source, elements from the annotations."""

from __future__ import annotations

from bisect import bisect_left

from edition.converter.write.characters import character_id, picture
from edition.model import Annotation, Document, Span
from edition.model.characters import FORBIDDEN
from edition.tei.build import TeiBuilder

RESPONSIBLE = "#edition"


class InlineWriter:
    """Writes the characters of a span with the elements that the annotations put around them."""

    def __init__(self, builder: TeiBuilder, document: Document, has_forbidden: bool) -> None:
        self._builder = builder
        self._text = document.source.text
        self._annotations = document.annotations
        self._starts = [annotation.span.start for annotation in document.annotations]
        self._has_forbidden = has_forbidden

    def write(self, span: Span) -> None:
        """The text of `span`, marked up."""
        place = bisect_left(self._starts, span.start)
        position, place = self._write(span, place)
        assert position == span.end

    def plain(self, span: Span) -> str | None:
        """The text of `span`, where nothing in it is marked up and XML can hold it all; else None."""
        place = bisect_left(self._starts, span.start)
        if self._has_forbidden or (place < len(self._starts) and self._starts[place] <= span.end):
            return None
        return self._text[span.start : span.end] or None

    def annotations_in(self, span: Span) -> list[Annotation]:
        """The annotations that lie in `span`, the outer before the inner."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return list(self._annotations[first:last])

    def _write(self, span: Span, place: int) -> tuple[int, int]:
        """Write `span` with the annotations from index `place` on; where text and list then stand."""
        position = span.start
        while place < len(self._annotations) and self._annotations[place].span.start < span.end:
            annotation = self._annotations[place]
            self._characters(position, annotation.span.start)
            with self._builder.phrase(annotation.element, **attributes(annotation)):
                if annotation.element == "ellipsis":
                    # The mark itself stands in an element of its own (Guidelines 3.5.3).
                    with self._builder.phrase("metamark", function="ellipsis"):
                        position, place = self._write(annotation.span, place + 1)
                else:
                    position, place = self._write(annotation.span, place + 1)
        self._characters(position, span.end)
        return span.end, place

    def _characters(self, start: int, end: int) -> None:
        if start >= end:
            return
        if not self._has_forbidden:
            self._builder.text(self._text[start:end])
            return
        for match in FORBIDDEN.finditer(self._text, start, end):
            if start < match.start():
                self._builder.text(self._text[start : match.start()])
            with self._builder.phrase("g", ref=f"#{character_id(match.group())}"):
                self._builder.text(picture(match.group()))
            start = match.end()
        if start < end:
            self._builder.text(self._text[start:end])


def attributes(annotation: Annotation) -> dict[str, str | None]:
    """The attributes of an annotation; what was inferred names who answers for it, and how surely."""
    given: dict[str, str | None] = dict(annotation.attributes)
    if annotation.certainty is not None:
        given.setdefault("resp", RESPONSIBLE)
        given["cert"] = str(annotation.certainty)
    return given
