"""Directions of a play that no bracket marks: told by their words, and by how they are set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.lines import Line
from edition.converter.segment.text import Text
from edition.converter.segment.turns.directions import says_movement, speaks
from edition.converter.segment.turns.measure import is_verse
from edition.converter.segment.turns.stagecraft import is_cue, is_cut, is_piece, names_setting


def directs(lines: Sequence[Line], language: Language, margin: int) -> bool:
    """Whether lines are no speech by their first words: what is heard or seen, what is sung next."""
    first = lines[0].text
    if is_cue(first, language):
        return True
    if len(lines) == 1 and is_cut(first, language):
        return True
    if len(lines) == 1 and lines[0].indent >= margin + 3 and says_movement(lines[0], language):
        return True
    return lines[0].blanks > 0 and (names_setting(first, language) or is_piece(lines, language))


def is_plain_direction(
    lines: Sequence[Line], text: Text, labels: Iterable[tuple[str, ...]], *, margin: int, width: int
) -> bool:
    """Whether nobody says I or you in a paragraph about those on stage, or set in as directions are."""
    said = text.source.text[lines[0].span.start : lines[-1].span.end]
    if speaks(said, text.language) or said[0] in '“"«„':
        return False
    if is_verse([line.text for line in lines], width):
        return False
    set_in = all(line.indent >= margin + 3 for line in lines) and len(lines) > 1
    words = words_of(lines[0].text[:80])
    table = text.language.turns
    moves = bool(set(words[:6]) & (table.entrances | table.exits | table.business))
    names = bool(words) and any(words[0] == label[0] or words[:2] == label[:2] for label in labels)
    if lines[0].blanks == 0:
        return False
    if len(lines) == 1 and says_movement(lines[0], text.language):
        return True
    return said.rstrip(" _")[-1:] in (".", ")", "]", ":") and (set_in or moves or names)
