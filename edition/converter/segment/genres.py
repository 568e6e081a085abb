"""The genres, each a table: which segment rules in which order, and what shape the blocks then take.

A genre is added by an entry here and, where it needs them, by rule files beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from edition.converter.languages import Language
from edition.converter.segment.body import attribution, paragraph
from edition.converter.segment.cursor import Cursor
from edition.converter.segment.heading import byline, dateline, head, rubric
from edition.converter.segment.masthead import masthead
from edition.converter.segment.quotation import quotations
from edition.converter.segment.sources import source_lines
from edition.model import Block, Source

Rule = Callable[[Cursor], Block | None]
Shape = Callable[[Sequence[Block], Source, Language], list[Block]]


@dataclass(frozen=True)
class Genre:
    """The first rule that matches wins; the last must always match. Shapes then join blocks, in order."""

    rules: tuple[Rule, ...]
    shapes: tuple[Shape, ...] = ()
    # What shows that a text is of this genre: the rule that matched, the words for it, its weight.
    evidence: tuple[tuple[str, str, int], ...] = ()


GENRES: dict[str, Genre] = {
    "article": Genre(
        rules=(masthead, rubric, dateline, byline, head, source_lines, attribution, paragraph),
        shapes=(quotations,),
        evidence=(
            ("masthead", "a masthead", 2),
            ("known rubric", "a rubric", 2),
            ("rubric", "a line in brackets under the headline", 1),
            ("byline", "a byline", 1),
            ("dateline", "a line with the date", 1),
            ("attribution", "a quotation with its attribution", 2),
            ("source-lines", "a quotation with its source", 2),
        ),
    ),
    "prose": Genre(rules=(dateline, head, paragraph)),
}
FALLBACK = "prose"
ENOUGH = 2  # weight of evidence that a genre needs
