"""Turns: who speaks when, in plays, debates, interviews. Read `finding_convention.py` first."""

from __future__ import annotations

import re
from weakref import WeakKeyDictionary

from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.text import Text
from edition.converter.segment.turns.convention import Convention
from edition.converter.segment.turns.directions import is_reaction, speaks
from edition.converter.segment.turns.finding_convention import find_convention
from edition.converter.segment.turns.headings import act_or_scene, is_cast_heading
from edition.converter.segment.turns.stagecraft import is_cue, is_setting

__all__ = ["Convention", "convention_of", "density", "is_list"]

_SAID = 2  # paragraphs in which someone says I or you
_FRONT = 200  # stanzas among which the list of roles stands
_LONGEST_CAST = 12  # stanzas of the list
_MOST_WORDS = 5  # of a role's name
_AFTER_NAME = re.compile(r"[,.(\[;:{}—–]|\s-\s|\s{2,}")
_KNOWN: WeakKeyDictionary[Text, Convention | None] = WeakKeyDictionary()


def convention_of(text: Text) -> Convention | None:
    """The convention by which a text marks its speakers, found once for each text."""
    if text not in _KNOWN:
        _KNOWN[text] = find_convention(text, _cast(text))
    return _KNOWN[text]


def _cast(text: Text) -> list[tuple[str, ...]]:
    """The folded names of the list of roles, if a heading says that there is one."""
    stanzas = text.stanzas
    language = text.language
    start = next(
        (i for i, s in enumerate(stanzas[:_FRONT]) if is_cast_heading(s.lines[0].text, language)), None
    )
    if start is None:
        return []
    names: list[tuple[str, ...]] = []
    for index, stanza in enumerate(stanzas[start : start + _LONGEST_CAST]):
        lines = stanza.lines if index else stanza.lines[1:]
        if lines and _begins_play(lines[0].text, language):
            break
        listed = [words_of(_AFTER_NAME.split(line.text, maxsplit=1)[0]) for line in lines]
        if names and listed and listed[0] in names:
            break  # someone who is in the list already: the first to speak
        names.extend(listed)
    return [name for name in names if 0 < len(name) <= _MOST_WORDS]


def _begins_play(line: str, language: Language) -> bool:
    """Whether a line under the roles belongs to the play: a heading, where it is set, what is heard."""
    return act_or_scene(line, language) is not None or is_setting(line, language) or is_cue(line, language)


def density(text: Text) -> float:
    """How many turns there are for each stanza; 0 where speakers are not marked."""
    convention = convention_of(text)
    return convention.turns / max(len(text.stanzas), 1) if convention is not None else 0.0


def is_list(text: Text, convention: Convention) -> bool:
    """Whether what stands before full stops may as well be words that a list explains: no titles, no offices
    in capitals, no parties, nobody asks, nobody says I or you, and no audience is heard.
    """
    language = text.language
    if convention.affiliated or not all(form == "period" for form, _ in convention.kinds):
        return False
    table = language.labels
    capitals = any(face == "capitals" for _, face in convention.kinds)
    for label in convention.labels:
        if (len(label) > 1 or capitals) and not (table.called | table.roles).isdisjoint(label):
            return False
    said = 0
    for stanza in text.stanzas:
        words = stanza.text
        said += speaks(words, language)
        heard = words[-1] in ")]" and is_reaction(
            words[max(words.rfind("("), words.rfind("["), 0) :], language
        )
        if said >= _SAID or heard or any(mark in words for mark in language.turns.question_marks):
            return False
    return True
