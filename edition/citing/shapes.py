"""A text as an entry of hayagriva, typst's library of citation styles: everything but the values.

Where title, date and address go stand signs (TITLE, YEAR, ADDRESS), and AUTHOR where there is none: so
texts of one newspaper have one shape, the library is asked once for all, and what it would take for
markup never meets it. `filling.py` puts the values in.
"""

from __future__ import annotations

import json
from typing import Any

from edition.bibliography import Entry, Name
from edition.citing.work import Whole

AUTHOR, TITLE, YEAR, ADDRESS = "\ue000", "\ue001", "8642", "https://u.invalid/"
# Signs of the library's own markup, and straight quotation marks, which it would set.
_SIGNS = {sign: chr(0xE010 + number) for number, sign in enumerate("{}$\\`\"'")}
# What no HTML holds (the Unicode standard's controls and noncharacters) the library refuses.
_LAST_OF_PLANES = (plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF))
_NEVER = (*range(0x20), *range(0x7F, 0xA0), *range(0xFDD0, 0xFDF0), *_LAST_OF_PLANES)
_OURS = (0xE000, 0xE001, *range(0xE010, 0xE020))
_MASK = str.maketrans(_SIGNS | {chr(code): " " for code in _NEVER} | {chr(code): None for code in _OURS})
_UNMASK = str.maketrans({mask: sign for sign, mask in _SIGNS.items()})


_TITLE = f"{{{TITLE}}}"


def unmasked(words: str) -> str:
    """Words as they were before they were given to the library."""
    return words.translate(_UNMASK)


def source_shape(source: Entry, authors: tuple[Name, ...]) -> str:
    """A text in the newspaper, journal or book that it was printed in, without an address."""
    entry: dict[str, Any] = {"author": _names(authors), "title": _TITLE, "date": YEAR}
    if source.pages:
        entry["page-range"] = source.pages.translate(_MASK)
    publisher = _publisher(source.publisher, source.place)
    if source.kind in ("newspaper", "article"):
        kind = "newspaper" if source.kind == "newspaper" else "periodical"
        said = (("volume", source.volume), ("issue", source.issue))
        numbers = {name: value.translate(_MASK) for name, value in said if value}
        parent: dict[str, Any] = {"type": kind, "title": _kept(source.container), **numbers}
        return _written(entry | {"type": "article", "parent": parent})
    if source.container:
        parent = {"type": "book", "title": _kept(source.container), **publisher}
        parent |= _editors(source.editors)
        return _written(entry | {"type": "anthos", "parent": parent})
    return _written(entry | {"type": "book", **publisher})


def whole_shape(whole: Whole, authors: tuple[Name, ...]) -> str:
    """A text in the edition that it stands in."""
    parent: dict[str, Any] = {
        "type": "book",
        "title": _kept(whole.title),
        **_publisher(whole.publisher, whole.place),
    }
    parent |= _editors(whole.editors)
    entry = {"type": "anthos", "title": _TITLE, "date": YEAR, "url": ADDRESS, "parent": parent}
    return _written(entry | {"author": _names(authors)})


def lone_shape(whole: Whole, authors: tuple[Name, ...], *, book: bool) -> str:
    """A text that stands for itself, or an edition; of a `book` the title is set as one."""
    entry = {"type": "book" if book else "misc", "title": _TITLE, "date": YEAR, "url": ADDRESS}
    return _written(entry | {"author": _names(authors), **_publisher(whole.publisher, whole.place)})


def _names(names: tuple[Name, ...]) -> list[dict[str, str]]:
    found = []
    for name in names:
        parts = {"name": name.family, "given-name": name.given, "prefix": name.particle}
        said = {
            key: plain for key, words in parts.items() if (plain := " ".join(words.translate(_MASK).split()))
        }
        if "name" in said:
            found.append(said)
    return found or [{"name": AUTHOR}]


def _editors(names: tuple[Name, ...]) -> dict[str, Any]:
    found = _names(names)
    return {} if found == [{"name": AUTHOR}] else {"editor": found}


def _publisher(name: str, place: str) -> dict[str, Any]:
    if not name:
        return {}
    return {"publisher": _said({"name": name, "location": place})}


def _said(parts: dict[str, str]) -> dict[str, str]:
    return {key: _kept(words) for key, words in parts.items() if words}


def _kept(words: str) -> str:
    """Words that no style changes the capitals of, and no sign of which is markup."""
    return f"{{{words.translate(_MASK)}}}"


def _written(entry: dict[str, Any]) -> str:
    return json.dumps({"text": entry}, ensure_ascii=False)
