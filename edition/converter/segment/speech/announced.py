"""What stands over a speech and says that it is one: its kind, its occasion, whom it greets."""

from __future__ import annotations

from edition.converter.forms.dates import find_dates
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.text import Text

_HEAD = 6  # stanzas over a speech
_LONGEST = 160  # characters of a line over a speech, and of a greeting
_PLACE = 2  # among so many words at the beginning of a line the kind of speech is named
_PARTICLE = 3  # letters
_SHORT = 4  # words of a greeting
_MOST_LINES = 10  # of a greeting


def is_announced(text: Text) -> bool:
    """Whether a line over the text calls it a speech, and a date or a greeting stands by it."""
    head = [line for stanza in text.stanzas[:_HEAD] for line in stanza.lines if len(line.text) <= _LONGEST]
    if not any(_names_kind(line, text.language) for line in head):
        return False
    return any(find_dates(line.text, text.language) for line in head) or greeted(text)


def greeted(text: Text) -> bool:
    """Whether one of the first stanzas greets an audience."""
    return any(greets(stanza, text.language) for stanza in text.stanzas[: _HEAD + 1])


def greets(stanza: Stanza, language: Language) -> bool:
    """Whether lines greet those who are there, and say nothing else ("Mr. President, Excellencies,")."""
    lines = stanza.lines
    if len(lines) > _MOST_LINES or any(len(line.text) > _LONGEST for line in lines):
        return False
    if not all(line.text.endswith((",", ":", "!", "—")) for line in lines):
        return False
    known = language.turns.audience
    return all(not known.isdisjoint(words_of(line.text)) for line in lines) and not _tells(lines)


def _tells(lines: tuple[Line, ...]) -> bool:
    """Whether the words are those of a sentence: most of them are small."""
    words = [word for line in lines for word in line.text.split()]
    small = sum(word[0].islower() and len(word) > _PARTICLE for word in words)
    return small > len(words) / 2 and len(words) > _SHORT


def _names_kind(line: Line, language: Language) -> bool:
    """Whether a line begins with what it is ("Inaugural Address of …", "Speech at …"), no label or number."""
    words = words_of(line.text)
    place = next((i for i, word in enumerate(words[:_PLACE]) if word in language.turns.speeches), -1)
    if place < 0 or (line.text.endswith((".", "?")) and not line.text.isupper()):
        return False
    after = words[place + 1 : place + 2]
    named = f"{words[place]}:" not in line.text.lower()
    return named and not (after and (after[0].isdigit() or len(after[0]) == 1))
