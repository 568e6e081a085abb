"""Where a name stands in an alphabetical list."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+")
_INVERTED = re.compile(r"([^,]+),\s+\S.*")
_PART = re.compile(r"\S+")
_NUMBER = re.compile(r"[IVX]+")

NO_LETTER = "#"
"""The letter of names that begin with none."""

Filing = tuple[str, ...]
"""The words of a name, folded, in the order they are filed by."""


def filed_word(name: str, surname: str = "") -> tuple[int, int]:
    """Where in the name of a person the words stand that it is filed under: the surname that the record
    marks, what stands before a comma, what alone is in capitals
    ("O señor GOLDAR GÜIMIL"), else the last word.
    """
    if surname and (place := name.rfind(surname)) >= 0:
        return place, place + len(surname)
    inverted = _INVERTED.fullmatch(name)
    if inverted is not None:
        return 0, inverted.end(1)
    capitals = _capitals(name)
    if capitals is not None:
        return capitals, len(name)
    return len(name) - len(name.rsplit(maxsplit=1)[-1]) if name.split() else 0, len(name)


def _capitals(name: str) -> int | None:
    """Where the last words of a name begin that alone are in capitals: no initials, no number of a king."""
    words = list(_PART.finditer(name))
    first = len(words)
    while first and words[first - 1][0].isupper() and len(words[first - 1][0].rstrip(".")) > 1:
        first -= 1
    if not 0 < first < len(words) or _NUMBER.fullmatch(words[first][0]):
        return None
    return words[first].start()


def filing(name: str, start: int = 0) -> Filing:
    """The key of a name, filed from the word at `start` on, then under what stands before it."""
    return (*_folded(name[start:]), *_folded(name[:start]))


def letter(key: Filing) -> str:
    """The heading that a key stands under: its first letter."""
    first = key[0][0] if key else NO_LETTER
    return first.upper() if first.isalpha() else NO_LETTER


def letter_stem(heading: str) -> str:
    """A heading as part of the name of a file: "m", "u05d0"."""
    if heading == NO_LETTER:
        return "other"
    return heading.lower() if heading.isascii() else "-".join(f"u{ord(sign):04x}" for sign in heading)


def _folded(words: str) -> list[str]:
    plain = words.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return _WORD.findall(plain.replace("'", "").replace("’", ""))
