"""Types whose values are texts: names, tokens, languages, and lists of them.

Names are those of XML 1.0 up to its fourth edition, on which XSD 1.0 rests, and which jing holds to; the
fifth edition allows many more letters. ASCII names are decided by a regular expression; the table is read
when another letter turns up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files

_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*")
_ASCII_START = "A-Za-z_"
_ASCII_FURTHER = r"0-9.\-"


def anything(text: str) -> bool:
    """Any text is a string, and with its white space normalized a token."""
    return True


def is_language(text: str) -> bool:
    """A language tag of the form of RFC 3066: `de`, `grc-Latn`."""
    return _LANGUAGE.fullmatch(text) is not None


@cache
def name_classes() -> tuple[str, str]:
    """The characters with which names begin, and those that may follow, as insides of a class of `re`; no
    colon.
    """
    table = tomllib.loads(files(__package__).joinpath("name_characters.toml").read_text("utf-8"))
    first, further = (
        "".join("-".join(f"\\u{int(end, 16):04x}" for end in run.split("-")) for run in table[key].split())
        for key in ("first", "further")
    )
    return _ASCII_START + first, _ASCII_START + first + _ASCII_FURTHER + further


def _names(start: str, further: str) -> Callable[[str], bool]:
    """A test of names that begin with `start` and go on with `further`: templates around the two classes of
    names.
    """
    ascii_form = re.compile(_form(start, further, (_ASCII_START, _ASCII_START + _ASCII_FURTHER)))

    def allows(text: str) -> bool:
        if text.isascii():
            return ascii_form.fullmatch(text) is not None
        return _full_form(start, further).fullmatch(text) is not None

    return allows


def _form(start: str, further: str, classes: tuple[str, str]) -> str:
    first, following = classes
    return (start + further).replace("FIRST", first).replace("FURTHER", following)


@cache
def _full_form(start: str, further: str) -> re.Pattern[str]:
    return re.compile(_form(start, further, name_classes()))


is_name = _names("[:FIRST]", "[:FURTHER]*")
"""A name with or without colons, as XML 1.0 has it."""
is_ncname = _names("[FIRST]", "[FURTHER]*")
"""A name without colons, as Namespaces in XML 1.0 has it."""
is_nmtoken = _names("", "[:FURTHER]+")
"""One or more characters of a name, in any order."""
is_qname = _names("(?:[FIRST][FURTHER]*:)?", "[FIRST][FURTHER]*")
"""A name with at most one prefix."""


def is_entity(text: str) -> bool:
    """No text names an unparsed entity: they are declared in document type definitions, which this engine
    doesn't read.
    """
    return False


def a_list_of(allows: Callable[[str], bool]) -> Callable[[str], bool]:
    """A test of one or more items, parted by a space each, which `allows` accepts."""

    def each(text: str) -> bool:
        return bool(text) and all(allows(item) for item in text.split(" "))

    return each


def item_count(text: str) -> int:
    """How many items a list has."""
    return len(text.split(" ")) if text else 0
