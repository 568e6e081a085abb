"""Newspaper pieces: rules in order, the first that matches takes its lines."""

from __future__ import annotations

from collections.abc import Callable

from edition.converter.segment.article.body import attribution, paragraph
from edition.converter.segment.article.cursor import Cursor
from edition.converter.segment.article.heading import byline, dateline, head, rubric
from edition.converter.segment.article.masthead import masthead
from edition.converter.segment.article.quotation import quotations
from edition.converter.segment.article.sources import source_lines
from edition.converter.segment.text import Evidence, Genre, Reading, Text
from edition.model import Block

Rule = Callable[[Cursor], Block | None]

# The first rule that matches wins; the last always does.
RULES: tuple[Rule, ...] = (masthead, rubric, dateline, byline, head, source_lines, attribution, paragraph)

# What shows a newspaper piece: the rule that matched, the words for it, its weight.
SIGNS = (
    ("masthead", "a masthead", 0.6),
    ("known rubric", "a rubric", 0.6),
    ("rubric", "a line in brackets under the headline", 0.3),
    ("byline", "a byline", 0.3),
    ("dateline", "a line with the date", 0.3),
    ("attribution", "a quotation with its attribution", 0.6),
    ("source-lines", "a quotation with its source", 0.6),
)


def read(text: Text) -> Reading:
    """The blocks of a piece: heads, paragraphs, and each quotation with its introduction and source."""
    return Reading(tuple(quotations(apply(text, RULES), text.source, text.language)))


def weigh(text: Text) -> Evidence:
    """How much speaks for a newspaper piece."""
    matched = {block.rule for block in apply(text, RULES)}
    seen = [(words, weight) for rule, words, weight in SIGNS if rule in matched]
    return Evidence(min(0.9, sum(weight for _, weight in seen)), ", ".join(words for words, _ in seen))


def apply(text: Text, rules: tuple[Rule, ...], *, stop: bool = False) -> list[Block]:
    """The blocks that `rules` make of a text, each rule tried in order at each place.

    With `stop`, the first place at which no rule matches is the end.
    """
    cursor = Cursor(text.source, text.language, text.stanzas)
    while cursor.peek() is not None:
        block = next((block for rule in rules if (block := rule(cursor)) is not None), None)
        if block is None and stop:
            break
        assert block is not None
        cursor.add(block)
    return cursor.blocks


GENRE = Genre(read, weigh)
