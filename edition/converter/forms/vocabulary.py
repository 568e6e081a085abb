"""Which words a text writes in small letters: such a word, capitalised elsewhere, proves no name."""

from __future__ import annotations

import re

from edition.converter.forms.letters import LOWER

_SMALL = re.compile(rf"(?<!\w)[{LOWER}]+(?!\w)")
# Some at a time: a list of all words of a long text would take more room than all that is made of it.
_STRETCH = re.compile(r"(?s).{1,60000}(?:\s|$)|.{1,60000}")


def small_words(text: str) -> frozenset[str]:
    """The different words of `text` that stand in small letters somewhere, as they are written."""
    tokens: set[str] = set()
    for stretch in _STRETCH.finditer(text):
        tokens.update(stretch.group().split())
    plain = {token for token in tokens if token.isascii() and token.isalpha()}
    found = {token for token in plain if token.islower()}
    found.update(word for token in tokens - plain for word in _SMALL.findall(token))
    return frozenset(found)
