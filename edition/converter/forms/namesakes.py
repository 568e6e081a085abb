"""Whether a name of one word stands for its bearer, by what stands beside it.

"Lenin said", but not "Ben Lenin", "X. Lenin", "Rue Lenin", "Lenin Library".
"""

from __future__ import annotations

import re

from edition.converter.forms.letters import UPPER, fold
from edition.converter.forms.names import name_particles
from edition.converter.languages import Language
from edition.converter.languages.table import may_be_given_name
from edition.model import Span

_OTHER_NAME_AFTER = re.compile(rf"[ \u00a0-][{UPPER}]")
_INITIAL_BEFORE = re.compile(rf"(?<!\w)[{UPPER}]\.\s?$")
_WORDS_BEFORE = re.compile(r"(?:([^\W\d_]+)\.?\s)?([^\W\d_]+)(\.?)\s$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:…]|\n\s*\n)[\s\"“„«»‘‚'(\[_—–-]*$")
_WORD_AFTER = re.compile(r"\s([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"(?<!\w)([^\W\d_]+)\s$")
_MANY = 500  # words in small letters: what is not among them is seldom a common word
_BEFORE = 40  # characters that are looked at before a name


def is_form_of_address(word: str, language: Language) -> bool:
    """Whether a word is what people are called by ("Mrs", "President", "Herr", "The"), and no name."""
    persons, labels = language.persons, language.labels
    tables = (persons.not_names, persons.roles, persons.honorifics, persons.ranks)
    if any(word in table for table in tables):
        return True
    folded = fold(word)
    return any(folded in table for table in (labels.called, labels.roles, persons.addressed))


def name_goes_on(text: str, end: int) -> bool:
    """Whether another word in capitals follows ("Lenin Library"): the name is part of something else's."""
    return _OTHER_NAME_AFTER.match(text, end) is not None


def is_called_after(text: str, start: int, floor: int, language: Language) -> bool:
    """Whether a word before a name makes it that of something ("Rue Jules Moreau")."""
    return fold(_word_before(text, start, floor)) in language.persons.namesakes


def names_family(text: str, name: Span, language: Language) -> bool:
    """Whether a surname stands for a family, or for what is called after someone ("the Byrd family")."""
    families = language.persons.families
    after = _WORD_AFTER.match(text, name.end)
    if after is not None and fold(after[1]) in families:
        return True
    return fold(_word_before(text, name.start, 0)) in families


def _word_before(text: str, start: int, floor: int) -> str:
    """The word before `start`, one blank between them; empty if none stands there."""
    first = max(floor, start - _BEFORE)
    # The search begins with that word: from farther ahead it would try each word in turn.
    first = max(first, text.rfind(" ", first, max(first, start - 1)))
    before = _WORD_BEFORE.search(text, first, start)
    return before[1] if before is not None else ""


def begins_sentence(text: str, start: int, floor: int) -> bool:
    """Whether a sentence begins at `start`, where any word has a capital letter; `floor` begins the block."""
    return _SENTENCE_BEGINS.search(text[max(floor, start - _BEFORE) : start]) is not None


def belongs_to_other(text: str, start: int, floor: int, language: Language, small: frozenset[str]) -> bool:
    """Whether what stands before makes the word at `start` part of another name: an initial, a given name, a
    word for things called after someone ("Mount", "Rue de"), or, inside a sentence, any word in capitals that
    is no form of address. `small` are the words that the text writes in small letters.
    """
    before = text[max(floor, start - _BEFORE) : start]
    if before.rstrip().endswith(".") and _INITIAL_BEFORE.search(before):
        return True
    if not before[-1:].isspace():
        return False
    two = before.rsplit(None, 2)
    match = _WORDS_BEFORE.search(before, len(two[0]) if len(two) > 2 else 0)
    if match is None:
        return False
    further, last, stop = match.groups()
    things = language.persons.namesakes
    if last[0].isupper() and not stop and may_be_given_name(last.capitalize()):
        return True
    if fold(last) in things or (
        fold(last) in name_particles() and further is not None and fold(further) in things
    ):
        return True
    if not last[0].isupper() or language.persons.nouns_in_capitals:
        return False
    if last.casefold() in language.calendar_words:
        return True
    if last.casefold() in small or is_form_of_address(last, language):
        return False
    # At the beginning of a sentence any word may stand, if the text is too short to have it in small letters.
    return len(small) > _MANY or not _SENTENCE_BEGINS.search(before[: match.start(2)])
