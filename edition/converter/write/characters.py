"""Characters that XML cannot hold: a `g` with a picture in the text, a `char` record in the header.

Guidelines 5.2: `g` stands for a character that is documented in `charDecl`. The picture is Unicode's
(U+2400 for controls), U+FFFD for what has none; the record says which character it is, so that the
source can be had back.
"""

from __future__ import annotations

import unicodedata

from edition.model.characters import FORBIDDEN


def forbidden_in(text: str) -> list[str]:
    """The different characters of `text` that XML cannot hold, in code order."""
    return sorted(set(FORBIDDEN.findall(text)))


def character_id(character: str) -> str:
    """The xml:id of the record of `character`: "char-0007"."""
    return f"char-{ord(character):04X}"


def picture(character: str) -> str:
    """What is shown for `character`."""
    code = ord(character)
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def code_point(character: str) -> str:
    """The usual name of the code point: "U+0007"."""
    return f"U+{ord(character):04X}"


def description(character: str) -> str:
    """What kind of character it is, in words."""
    kinds = {"Cc": "control character", "Cs": "surrogate code point", "Cn": "noncharacter"}
    return kinds.get(unicodedata.category(character), "character")


def from_reference(reference: str) -> str:
    """The character that a `g/@ref` of ours points to ("#char-0007"). Raises ValueError for others."""
    prefix, _, code = reference.partition("#char-")
    if prefix or not code:
        raise ValueError(reference)
    return chr(int(code, 16))
