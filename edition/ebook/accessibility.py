"""What the package says of the book's accessibility, as far as it is true (EPUB Accessibility 1.1)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.config import EbookChoices
from edition.ebook.words import word

CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"


@dataclass(frozen=True, slots=True)
class Nature:
    """What a book has in it that matters to how it can be read."""

    pictures: bool = False
    described: bool = True
    moving: bool = False
    source_pages: bool = False
    mathematics: bool = False
    registers: bool = False
    language_known: bool = True

    @property
    def conforms(self) -> bool:
        """Whether nothing in the book stands against WCAG 2.2 AA: a picture that nobody described (1.1.1),
        one that may flash (2.3.1), a language that nobody named (3.1.1).
        """
        return self.described and not self.moving and self.language_known


def is_certified(nature: Nature, choices: EbookChoices) -> bool:
    """Whether the book may say that somebody found it to conform."""
    return bool(choices.certified_by) and nature.conforms


def statements(nature: Nature, language: str, choices: EbookChoices) -> Iterator[tuple[str, str]]:
    """Properties of `meta` in the package with their values.

    That a book conforms to a standard is said of one that somebody evaluated (EPUB Accessibility 1.1,
    Conformance reporting: the claim goes with `a11y:certifiedBy`). A program evaluates nothing: so both are
    said only where edition.toml names who did, and where nothing in the book speaks against it.
    """
    yield "schema:accessMode", "textual"
    if nature.pictures:
        yield "schema:accessMode", "visual"
    if nature.described:
        yield "schema:accessModeSufficient", "textual"
    if nature.pictures:
        yield "schema:accessModeSufficient", "textual,visual"
    for feature, there in (
        ("structuralNavigation", True),
        ("tableOfContents", True),
        ("readingOrder", True),
        ("displayTransformability", True),
        ("ARIA", True),
        ("alternativeText", nature.pictures and nature.described),
        ("pageBreakMarkers", nature.source_pages),
        ("pageNavigation", nature.source_pages),
        ("index", nature.registers),
        ("MathML", nature.mathematics),
    ):
        if there:
            yield "schema:accessibilityFeature", feature
    yield "schema:accessibilityHazard", "unknown" if nature.moving else "none"
    keys = ["accessible"]
    keys += ["accessible-pages"] if nature.source_pages else []
    if nature.pictures:
        keys.append("accessible-pictures" if nature.described else "inaccessible-pictures")
    yield "schema:accessibilitySummary", " ".join(word(key, language) for key in keys)
    if is_certified(nature, choices):
        yield "dcterms:conformsTo", CONFORMS
        yield "a11y:certifiedBy", choices.certified_by
