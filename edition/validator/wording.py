"""How names and numbers are put into words, and which name a misspelt one was meant to be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from functools import lru_cache

from edition.relaxng.names import XML_NAMESPACE, expanded, parts_of
from edition.tei import TEI
from edition.validator.habits import tei_elements


def local(name: str) -> str:
    """The local part of an expanded name."""
    return name.rpartition("}")[2]


def written(name: str) -> str:
    """An attribute's name as an editor writes it: `xml:id` for XML's own."""
    namespace, last = parts_of(name)
    return f"xml:{last}" if namespace == XML_NAMESPACE else last


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The one of `known` that `word` was probably meant to be; capitals are looked at last."""
    return _closest(word, frozenset(known))


def near(name: str, known: Iterable[str]) -> str | None:
    """The same for expanded names: one of the same namespace. What TEI calls so was meant so."""
    namespace, word = parts_of(name)
    if namespace == TEI and word in tei_elements():
        return None
    found = did_you_mean(word, {parts_of(one)[1] for one in known if parts_of(one)[0] == namespace})
    return expanded(namespace, found) if found is not None else None


_SHORT = 2


@lru_cache(maxsize=1024)
def _closest(word: str, known: frozenset[str]) -> str | None:
    by_lower = {candidate.lower(): candidate for candidate in sorted(known, reverse=True)}
    if word.lower() in by_lower:
        return by_lower[word.lower()]
    if len(word) <= _SHORT:  # one letter too much, in a name of one
        return by_lower.get(word[:1].lower()) if len(word) == _SHORT else None
    close = difflib.get_close_matches(word.lower(), sorted(by_lower), n=1, cutoff=0.7)
    return by_lower[close[0]] if close else None


def enumeration(names: Iterable[str], last: str = "or", limit: int = 8) -> str:
    """Names as a phrase: "a", "a or b", "a, b or c"; more than `limit` end in an ellipsis."""
    listed = list(names)
    if len(listed) > limit:
        return ", ".join(listed[:limit]) + " …"
    if len(listed) < 2:
        return "".join(listed)
    return f"{', '.join(listed[:-1])} {last} {listed[-1]}"


def elements(names: Iterable[str], limit: int = 6, *, text: bool = False) -> str:
    """Expanded names of elements as a phrase, those an editor meets every day first; `text` with "text"."""
    locals_ = {local(name) for name in names}
    common = [name for name in _COMMON if name in locals_]
    ordered = [f"<{name}>" for name in (*common, *sorted(locals_ - set(common)))]
    return enumeration(["text", *ordered] if text else ordered, limit=limit)


def usual(names: Iterable[str], limit: int = 6) -> str:
    """The same for elements that hold others; where there are usual ones, those alone."""
    locals_ = {local(name) for name in names}
    common = [name for name in _HOLDING if name in locals_] or sorted(locals_)
    return enumeration((f"<{name}>" for name in common), limit=limit)


def shortened(text: str, limit: int = 40) -> str:
    """The text on one line, cut with an ellipsis where it is long."""
    words = " ".join(text.split())
    return words if len(words) <= limit else f"{words[:limit]}…"


# The names an editor meets every day, in the order of a document: named first where many are possible.
_COMMON = (
    "teiHeader", "fileDesc", "titleStmt", "title", "publicationStmt", "sourceDesc", "text", "body",
    "div", "head", "p", "ab", "lg", "l", "sp", "speaker", "stage", "quote", "said", "q", "cit", "bibl",
    "persName", "placeName", "orgName", "date", "note", "list", "item", "table", "row", "cell",
)  # fmt: skip
_HOLDING = (
    "TEI", "teiHeader", "fileDesc", "titleStmt", "publicationStmt", "sourceDesc", "text", "body",
    "div", "front", "back", "p", "ab", "lg", "l", "sp", "quote", "cit", "bibl", "biblStruct", "monogr",
    "analytic", "imprint", "list", "item", "table", "row", "cell", "choice", "app", "profileDesc",
    "encodingDesc", "particDesc", "person", "opener", "closer", "castList", "figure", "note",
)  # fmt: skip
