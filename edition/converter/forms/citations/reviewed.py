"""The book at the head of a review: "The Mill at Orrin. By Ruth Hale. 2 vols. London: Fenn. 1887. 6s."

The whole paragraph is title, author, place, publisher, year and price, and says nothing else.
"""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.letters import UPPER, Part
from edition.converter.forms.names import degrees, parse_name
from edition.converter.languages import Language

_LONGEST = 300  # characters
_PRICE = 40  # characters after the year
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_IMPRINT = re.compile(
    rf"(?P<place>[{UPPER}][^\W\d_]+(?:[ -](?:[{UPPER}][^\W\d_]+|and|und|et|y|e))*)(?:[ \u00a0]?:|,)\s"
    rf"(?P<publisher>[{UPPER}][^:;\d()]{{1,60}}?)[.,]?\s(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
)
_STOP = re.compile(r"(?<=[^\W\d_]{3})\.\s|(?<=[.)])\s(?=[^\W_])")
_BEFORE_NAME = re.compile(r"(?:[^\W\d_]{2,6}\.?\s){1,3}(?=[^\W\d_])")


def reviewed(text: str, language: Language) -> list[Citation]:
    """The book that a paragraph names and nothing else; no citation for any other paragraph."""
    if len(text) > _LONGEST or _YEAR.search(text) is None or not (text[:1].isupper() or text[:1] in "“„«\"'"):
        return []
    by = _by(language).search(text)
    if by is None:
        return []
    imprint = _IMPRINT.search(text, by.end())
    if imprint is None or len(text) - imprint.end() > _PRICE:
        return []
    author = _author(text, by.end(), imprint.start(), language)
    title = text[: by.start()].rstrip(" .,")
    rest = text[imprint.end() :].strip(" .;,\n")
    if author is None or re.search(r"[.!?]\s", title) or (rest and not any(map(str.isdigit, rest))):
        return []
    parts = (
        Part("title", 0, len(title), (("level", "m"),)),
        Part("author", *author),
        Part("pubPlace", *imprint.span("place")),
        Part("publisher", *imprint.span("publisher")),
        Part("date", *imprint.span("year"), (("when", imprint["year"]),)),
    )
    return [Citation(0, imprint.end(), "reference", parts)]


@cache
def _by(language: Language) -> re.Pattern[str]:
    """A full stop and the word before an author."""
    words = sorted({form for word in language.article.byline for form in (word, word.capitalize())})
    return re.compile(rf"[.,]\s(?:{'|'.join(map(re.escape, words)) or '(?!)'})\s(?=[^\W\d_])")


def _author(text: str, start: int, end: int, language: Language) -> tuple[int, int] | None:
    """The name between two offsets, without title and degree; None where none is told by a given name."""
    for stop in [*(match.start() for match in _STOP.finditer(text, start, end)), end]:
        found = _named(text, start, stop, language)
        if found is not None:
            return found
    return None


def _named(text: str, start: int, end: int, language: Language) -> tuple[int, int] | None:
    """The name that ends at `end`, after titles ("the Rev. A. Hussey, M.A.")."""
    said = text[start:end].rstrip(" .,")
    for degree in degrees():
        said = said.removesuffix(f", {degree.rstrip('.')}")
    lead = 0
    while parse_name(said[lead:], language) is None or said[lead].islower():
        title = _BEFORE_NAME.match(said, lead)
        following = said.find(" ", lead) + 1
        if title is None or not following:
            return None
        lead = following
    name = parse_name(said[lead:], language)
    return (start + lead, start + len(said)) if name is not None and name.given else None
