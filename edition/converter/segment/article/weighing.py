"""What speaks for a newspaper piece, and what speaks against one."""

from __future__ import annotations

from collections.abc import Iterator

from edition.converter.forms.masthead import parse_masthead_line
from edition.converter.segment.article.reading import read
from edition.converter.segment.diary import is_diary_from
from edition.converter.segment.letter.headings import letter_head
from edition.converter.segment.prose.headings import heading
from edition.converter.segment.text import Evidence, Reading, Text
from edition.converter.segment.turns import convention_of, density
from edition.converter.segment.turns.measure import begins_like_verse, is_verse, width_of
from edition.model import Block

# What shows a newspaper piece: the rule that matched, the words for it, its weight.
SIGNS = (
    ("masthead", "a masthead", 0.6),
    ("known rubric", "a rubric", 0.6),
    ("rubric", "a line in brackets under the headline", 0.3),
    ("byline", "a byline", 0.3),
    ("place and date before the text", "a place and a date before the text", 0.6),
    ("place and agency before the text", "a place and an agency before the text", 0.6),
    ("dateline", "a line with the date", 0.3),
    ("attribution", "a quotation with its attribution", 0.6),
    ("source-lines", "a quotation with its source", 0.6),
    ("reply to a letter", "a reply of the editors", 0.3),
)
_CERTAIN = "masthead"  # letters, speeches and verse stand in papers too
_SURE, _LIKELY = 0.98, 0.9
_TALK, _FEWEST_TURNS, _TALKED = 0.35, 6, 0.6  # turns for each stanza, and in all; what a masthead weighs then
_FEWEST_LETTERS = 3
_FEWEST_CHAPTERS = 2
_FEWEST_VERSE, _MOST_VERSE = 8, 0.4  # lines, and of all lines
_FIRST, _LAST = 120, 60  # stanzas that are looked at
_DIVIDING = frozenset({"part", "chapter", "section"})


def weigh(text: Text) -> Evidence:
    """How much speaks for a newspaper piece. Only a masthead stands against chapters or verse."""
    ends = _ends(text)
    reading = read(ends)
    matched = {rule for block in reading.blocks for rule in _rules(block)}
    whole = reading if ends is text else None
    seen = [(words, weight) for rule, words, weight in SIGNS if rule in matched]
    if not seen or (_CERTAIN not in matched and _is_book(text)) or _is_diary(ends, reading):
        return Evidence(0)
    if _CERTAIN in matched and _is_talk(text):
        return Evidence(_TALKED, "a masthead over what is said in turn")
    if _CERTAIN in matched and _has_numbered_letters(text):
        return Evidence(_TALKED, "a masthead over letters with their numbers")
    if _CERTAIN in matched:
        return Evidence(_SURE, ", ".join(words for words, _ in seen), whole)
    weight = min(_LIKELY, sum(weight for _, weight in seen))
    return Evidence(weight, ", ".join(words for words, _ in seen), whole)


def _is_talk(text: Text) -> bool:
    """Whether two or more speak in turn all through, as in an interview that a paper printed."""
    convention = convention_of(text)
    return convention is not None and convention.turns >= _FEWEST_TURNS and density(text) >= _TALK


def _has_numbered_letters(text: Text) -> bool:
    """Whether a text has letters under headings that number them ("LETTER XII"), as editions have; what looks
    like a masthead over them says which volume it is.
    """
    heads = (letter_head(stanza, text.language) for stanza in text.stanzas if len(stanza.lines) == 1)
    return sum(head is not None and head.kind == "word" and bool(head.n) for head in heads) >= _FEWEST_LETTERS


def _is_diary(text: Text, reading: Reading) -> bool:
    """Whether a text is a diary, and what stands over it says no number of an issue."""
    heads = [line for block in reading.blocks if block.kind == "masthead" for line in block.children]
    lines = (parse_masthead_line(text.source.text[slice(*line.span)], text.language) for line in heads)
    if any(line is not None and line.has("biblScope") for line in lines):
        return False
    return is_diary_from(text.stanzas, text.source, text.language)


def _ends(text: Text) -> Text:
    """The beginning and the end of a text, where a piece shows what it is."""
    if len(text.stanzas) <= _FIRST + _LAST:
        return text
    some = (*text.stanzas[:_FIRST], *text.stanzas[-_LAST:])
    return Text(text.source, text.language, some, text.conventions)


def _rules(block: Block) -> Iterator[str]:
    """The rules that made a block and what is in it; what stands in a letter speaks for a letter."""
    yield block.rule
    if block.get("type") != "letter":
        for child in block.children:
            yield from _rules(child)


def _is_book(text: Text) -> bool:
    """Whether a text has chapters, or is mostly verse."""
    stanzas = text.stanzas
    chapters = 0
    for index, stanza in enumerate(stanzas[:-1]):
        found = heading(stanza, text.language, stanzas[index + 1])
        chapters += found is not None and found.sure and found.type in _DIVIDING
    if chapters >= _FEWEST_CHAPTERS:
        return True
    width = width_of(stanzas)
    lines = verse = 0
    for stanza in stanzas:
        texts = [line.text for line in stanza.lines]
        lines += len(texts)
        if len(texts) >= 3 and is_verse(texts, width) and all(map(begins_like_verse, texts)):
            verse += len(texts)
    return verse >= max(_FEWEST_VERSE, _MOST_VERSE * lines)
