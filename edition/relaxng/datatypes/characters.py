"""Classes of characters in the patterns of XML Schema (XSD 1.0, appendix F.1).

A class is asked about one character at a time and answers by the Unicode database that Python brings; the
names of blocks, which that does not have, come from elementpath, and only a pattern with `\\p{Is…}` asks for
them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import category

from edition.relaxng.datatypes.texts import name_classes

CATEGORIES = frozenset((
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No",
    "P", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z", "Zs", "Zl", "Zp",
    "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Cs", "Co", "Cn",
))  # fmt: skip
"""General categories of Unicode, and the letters that stand for a group of them."""

_ASCII_NAME_START = re.compile(r"[:A-Za-z_]")
_ASCII_NAME = re.compile(r"[:A-Za-z_0-9.\-]")


@dataclass(frozen=True)
class CharacterClass:
    """Characters between two (`ranges`), of a category (`categories`), in other classes (`others`).

    `negated` turns that round; what is in `subtracted` is out in any case.
    """

    ranges: tuple[tuple[str, str], ...] = ()
    categories: tuple[str, ...] = ()
    others: tuple[CharacterClass, ...] = ()
    name_part: str = ""
    negated: bool = False
    subtracted: CharacterClass | None = None

    def has(self, character: str) -> bool:
        """Whether `character` belongs to the class."""
        return self._lists(character) != self.negated and not (
            self.subtracted and self.subtracted.has(character)
        )

    def _lists(self, character: str) -> bool:
        if any(first <= character <= last for first, last in self.ranges):
            return True
        if self.categories and category(character).startswith(self.categories):
            return True
        if self.name_part and _in_names(character, self.name_part):
            return True
        return any(other.has(character) for other in self.others)

    def complement(self) -> CharacterClass:
        """All other characters."""
        return CharacterClass(others=(self,), negated=True)


def single(character: str) -> CharacterClass:
    """One character alone."""
    return CharacterClass(ranges=((character, character),))


def _in_names(character: str, part: str) -> bool:
    if character.isascii():
        return (_ASCII_NAME_START if part == "start" else _ASCII_NAME).match(character) is not None
    return _name_pattern(part).match(character) is not None


@cache
def _name_pattern(part: str) -> re.Pattern[str]:
    start, further = name_classes()
    return re.compile(f"[:{start if part == 'start' else further}]")


EXCEPT_LINE_ENDS = CharacterClass(ranges=(("\n", "\n"), ("\r", "\r")), negated=True)
"""What a full stop stands for."""

_POSITIVE = {
    "s": CharacterClass(ranges=((" ", " "), ("\t", "\n"), ("\r", "\r"))),
    "d": CharacterClass(categories=("Nd",)),
    "w": CharacterClass(categories=("P", "Z", "C"), negated=True),
    "i": CharacterClass(name_part="start"),
    "c": CharacterClass(name_part="further"),
}
SHORTHANDS = {**_POSITIVE, **{letter.upper(): one.complement() for letter, one in _POSITIVE.items()}}
"""What the letters after a backslash stand for: white space, digits, words, characters of names, and all
others.
"""


def block(name: str) -> CharacterClass | None:
    """The characters of a block of Unicode by its name without spaces, e.g. `GreekExtended`; None if there is
    none.
    """
    if name == "BasicLatin":
        return CharacterClass(ranges=(("\0", "\x7f"),))
    if name == "PrivateUse":
        return CharacterClass(categories=("Co",))
    from elementpath.regex import RegexError  # noqa: PLC0415 - it takes 0.1 s
    from elementpath.regex.unicode_subsets import unicode_subset  # noqa: PLC0415 - as above

    try:
        subset = unicode_subset(f"Is{name}")
    except RegexError:
        return None
    runs = ((point, point + 1) if isinstance(point, int) else point for point in subset.codepoints)
    return CharacterClass(ranges=tuple((chr(first), chr(end - 1)) for first, end in runs))
