"""Notes that the editors of a paper or a book put into someone's text, and signed as theirs.

"[We print this as it came to us. – The Editors]", "(Anm. d. Red.)", "N. de la R.: …"
"""

from __future__ import annotations

import re

from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.model import Block, Span

RULE = "note of the editors"
_END = 60  # characters in which the editors sign
_LABEL = 60  # characters in which a label stands
_PARTED = re.compile(r"[.!?…:;,—–)\]»”\"\n]|--|\s-\s")
_AFTER_LABEL = re.compile(r":|\.?\s?[–—]|--|\.\s[–—-]")
_BRACKETS = {"[": "]", "(": ")"}


def is_editorial(text: str, language: Language) -> bool:
    """Whether a whole paragraph is a note of the editors: in brackets and signed or labelled by them, or
    labelled as a note ("Editor's note: …").
    """
    stripped = text.strip("_* \n")
    closing = _BRACKETS.get(stripped[:1], "")
    inside = stripped.rstrip(".")
    bracketed = bool(closing) and inside.endswith(closing) and len(inside) > 2
    if not bracketed:
        return _labelled(stripped, language, fewest=2)
    inner = inside[1:-1].strip()
    return _labelled(inner, language, fewest=1) or _signed(inner, language)


def editorial_note(span: Span) -> Block:
    """The block of such a note."""
    return Block("note", span, rule=RULE, attributes=(("type", "editorial"),))


def _labelled(text: str, language: Language, *, fewest: int) -> bool:
    start = text[:_LABEL].replace("’", "'")
    labels = (words_of(start[: match.start()]) for match in _AFTER_LABEL.finditer(start))
    return any(len(words) >= fewest and " ".join(words) in language.article.editors for words in labels)


def _signed(inner: str, language: Language) -> bool:
    """Whether what stands in brackets is the editors' name alone, or ends in it after a stop or a dash."""
    tail = inner[-_END:].replace("’", "'")
    starts = [match.end() for match in _PARTED.finditer(tail)]
    if len(inner) <= _END:
        starts.append(0)
    return any(" ".join(words_of(tail[start:])) in language.article.editors for start in starts)
