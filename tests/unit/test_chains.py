"""Parts of one quotation point to each other, and to nothing that is not there."""

from __future__ import annotations

from edition.converter.annotate.quoting.chains import sound_chains
from edition.model import Annotation, Span


def part(number: int, start: int, **pointers: str) -> Annotation:
    return Annotation("said", Span(start, start + 5), (("xml:id", f"speech-1-{number}"), *pointers.items()))


def test_pointers_to_parts_that_are_there_are_kept() -> None:
    parts = (part(1, 0, next="#speech-1-2"), part(2, 10, prev="#speech-1-1"))
    assert sound_chains(parts) == parts


def test_a_pointer_to_a_part_that_was_let_go_goes_with_it() -> None:
    assert sound_chains([part(1, 0, next="#speech-1-2")]) == (part(1, 0),)
    assert sound_chains([part(3, 20, prev="#speech-1-2", next="#speech-1-4"), part(4, 30)]) == (
        part(3, 20, next="#speech-1-4"),
        part(4, 30),
    )
