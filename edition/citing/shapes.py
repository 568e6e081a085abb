"""A text as an entry of hayagriva, typst's library of citation styles: everything but the values.

Where title, date and address go stand signs (TITLE, YEAR, ADDRESS), and for a text without an author one for that:
so texts of one newspaper have one shape, the library is asked once for all, and what it takes for
markup or a name of a month never meets it. `filling.py` puts the values in.
"""

from __future__ import annotations

import json
from typing import Any

from edition.bibliography import Entry, Name
from edition.citing.work import Whole

AUTHOR, TITLE, YEAR, ADDRESS = "\ue000", "\ue001", "8642", "https://u.invalid/"
# Signs of the library's own markup, and straight quotation marks, which it would set.
_SIGNS = {sign: chr(0xE010 + number) for number, sign in enumerate("{}$\\`\"'")}
_MASK = str.maketrans(_SIGNS | {chr(code): None for code in (0xE000, 0xE001, *range(0xE010, 0xE020))})
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
        if source.editors:
            parent["editor"] = _names(source.editors)
        return _written(entry | {"type": "anthos", "parent": parent})
    return _written(entry | {"type": "book", **publisher})


def whole_shape(whole: Whole, authors: tuple[Name, ...]) -> str:
    """A text in the edition that it stands in."""
    parent: dict[str, Any] = {"type": "book", "title": _kept(whole.title), **_publisher(whole.publisher, whole.place)}
    if whole.editors:
        parent["editor"] = _names(whole.editors)
    entry = {"type": "anthos", "title": _TITLE, "date": YEAR, "url": ADDRESS, "parent": parent}
    return _written(entry | {"author": _names(authors)})


def lone_shape(whole: Whole, authors: tuple[Name, ...], *, book: bool) -> str:
    """A text that stands for itself, or an edition; of a `book` the title is set as one."""
    entry = {"type": "book" if book else "misc", "title": _TITLE, "date": YEAR, "url": ADDRESS}
    return _written(entry | {"author": _names(authors), **_publisher(whole.publisher, whole.place)})


def _names(names: tuple[Name, ...]) -> list[dict[str, str]]:
    if not names:
        return [{"name": AUTHOR}]
    parts = ({"name": name.family, "given-name": name.given, "prefix": name.particle} for name in names)
    return [{key: words.translate(_MASK) for key, words in one.items() if words} for one in parts]


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
