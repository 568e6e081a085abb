"""The Bible, cited by book, chapter and verse: "Matt. 5:3", "1 Kor 13,4–7", "Gn 1, 1"."""

from __future__ import annotations

import re

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.letters import Part
from edition.converter.languages import Language

_PLACE = re.compile(
    r"(?P<chapter>\d(?<=[\w.][ \u00a0].)\d{0,2})(?P<sign>\s?:\s?|,\s?|\.)(?P<verse>\d{1,3}[a-c]?)"
    r"(?:\s?[-–]\s?(?P<last>\d{1,3}(?::\d{1,3})?)|(?P<on>\s?ff?\.?))?(?P<more>(?:[.,]\s?\d{1,3}(?![\w:.]|,\d)){0,4})"
    r"(?![\w:]|[.,]\d)"
)
_BOOK = re.compile(r"(?:(?<!\w)(?:[1-4]|I{1,3}V?)\.?[ \u00a0]?)?(?<![\w])[^\W\d_]{1,20}\.?[ \u00a0]$")
_MOST_CHAPTERS, _MOST_VERSES = 150, 176  # of Psalms and of Psalm 119
_BEFORE = 28  # characters in which the book stands
_COMMA = frozenset(
    {"de", "fr", "es", "it", "pt", "ca", "gl", "pl", "cs", "sl", "la"}
)  # where a comma parts chapter and verse


def scripture(text: str, language: Language) -> list[Citation]:
    """The passages of the Bible that a text cites, in order."""
    books = language.citations.books
    if not books:
        return []
    found = []
    for match in _PLACE.finditer(text):
        low = max(0, match.start() - _BEFORE)
        book = _BOOK.search(text[low : match.start()])
        if book is None:
            continue
        name = book.group().strip().rstrip(".")
        word = re.sub(r"^(?:[1-4]|I{1,3}V?)\.?\s?", "", name) if name not in books else name
        if word not in books or not _could_be(match, word, name, text, language):
            continue
        start = low + book.start()
        end = start + len(book.group().rstrip())
        verse_end = match.end("last") if match["last"] else match.end("verse")
        parts = (
            Part("title", start, end, (("level", "m"),)),
            Part(
                "biblScope", match.start("chapter"), match.end("chapter"),
                (("unit", "chapter"), ("n", match["chapter"])),
            ),
            Part("biblScope", match.start("verse"), verse_end, (("unit", "verse"), *_verses(match))),
        )  # fmt: skip
        found.append(Citation(start, match.end(), "scripture", parts))
    return found


def _verses(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    if match["last"] and ":" not in match["last"]:
        return (("from", match["verse"]), ("to", match["last"]))
    if match["last"] or match["on"]:
        return (("from", match["verse"]),)
    return (("n", match["verse"]),)


def _could_be(match: re.Match[str], word: str, name: str, text: str, language: Language) -> bool:
    """Whether numbers are chapter and verse: no time of day, score, sum or decimal number."""
    sign = match["sign"].strip()
    verse = int(match["verse"].rstrip("abc"))
    if not (0 < int(match["chapter"]) <= _MOST_CHAPTERS and 0 < verse <= _MOST_VERSES):
        return False
    if match["verse"].startswith("0") or (sign == "," and language.code not in _COMMA):
        return False
    numbered = name != word
    shortened = len(word) <= 5 and (
        text[match.start() - 2] == "." or numbered or match["sign"].startswith((":", ","))
    )
    if sign == "." and not (shortened and text[match.start() - 2] == "."):
        return False
    if sign == "," and not (
        numbered or len(word) <= 5 or "(" in text[max(0, match.start() - 40) : match.start()]
    ):
        return False
    after = text[match.end() : match.end() + 24].strip(" \u00a0.,;)").casefold()
    following = re.match(r"[^\W\d_]+(?:\.[^\W\d_]+|['’][^\W\d_]+)?", after)
    words = {word.casefold() for word in language.citations.times | language.citations.scores}
    return following is None or following.group() not in words
