"""The Bible, cited by book, chapter and verse: "Matt. 5:3", "1 Kor 13,4–7", "Gn 1, 1", "1 Cor. xiii. 4-7"."""

from __future__ import annotations

import re

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.letters import Part
from edition.converter.languages import Language

_PLACE = re.compile(
    r"(?P<chapter>[0-9](?<=[\w.][ \u00a0].)\d{0,2})(?P<sign>\s?:\s?|,\s?|\.)(?P<verse>\d{1,3}[a-c]?)"
    r"(?:\s?[-–]\s?(?P<last>\d{1,3}(?::\d{1,3})?)|(?P<on>\s?ff?\.?))?(?P<more>(?:[.,]\s?\d{1,3}(?![\w:.]|,\d)){0,4})"
    r"(?![\w:]|[.,]\d)"
)
# Chapters in Roman numbers, as books before 1950 print them: "Matt. v. 3", "Ps. cxix. 105", "Joh. iii, 16".
_ROMAN_PLACE = re.compile(
    r"(?P<chapter>(?:[ivxlc](?<=[\w.,][ \u00a0].)[ivxlc]{0,7}|[IVXLC](?<=[\w.,][ \u00a0].)[IVXLC]{0,7}))"
    r"(?P<sign>\.\s?|,\s?|\s?:\s?|[ \u00a0])(?:(?:v|vv|ver)\.\s?)?(?P<verse>\d{1,3}[a-c]?)"
    r"(?:\s?[-–]\s?(?P<last>\d{1,3})(?!\d|:)|(?P<on>\s?ff?\.?(?!\w)))?"
    r"(?P<more>(?:,\s?\d{1,3}(?![\w:.]|,\d)){0,4})(?![\w:]|[.,]\d)"
)
# What no such chapter is without, to be asked first: a figure after a sign or a Roman one, then a Roman one.
_MAY_HAVE_ROMAN = re.compile(r"[0-9](?<=[ivxlcrIVXLC.,:][ .,:\u00a0\n][0-9])")
_HAS_ROMAN = re.compile(r"[ \u00a0][ivxlcIVXLC]{1,8}(?:[.,:]\s?|[ \u00a0])(?:vv?\.|ver\.)?\s?\d")
_ROMAN = re.compile(r"(?=.)(c{0,1})(xc|xl|l?x{0,4})(ix|iv|v?i{0,4})", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
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
    places = [*_PLACE.finditer(text)]
    if _MAY_HAVE_ROMAN.search(text) is not None and _HAS_ROMAN.search(text) is not None:
        places += _ROMAN_PLACE.finditer(text)
    for match in places:
        low = max(0, match.start() - _BEFORE)
        book = _BOOK.search(text[low : match.start()])
        if book is None:
            continue
        name = book.group().strip().rstrip(".")
        word = re.sub(r"^(?:[1-4]|I{1,3}V?)\.?\s?", "", name) if name not in books else name
        roman = not match["chapter"].isdigit()
        could = _could_be_roman(match, word, name, book.group(), language) if roman else None
        if word not in books or not (could if roman else _could_be(match, word, name, text, language)):
            continue
        start = low + book.start()
        end = start + len(book.group().rstrip())
        verse_end = match.end("last") if match["last"] else match.end("verse")
        parts = (
            Part("title", start, end, (("level", "m"),)),
            Part(
                "biblScope", match.start("chapter"), match.end("chapter"),
                (("unit", "chapter"), ("n", str(_value(match["chapter"])) if roman else match["chapter"])),
            ),
            Part("biblScope", match.start("verse"), verse_end, (("unit", "verse"), *_verses(match))),
        )  # fmt: skip
        found.append(Citation(start, match.end(), "scripture", parts))
    found.sort(key=lambda citation: citation.start)
    return found


def _verses(match: re.Match[str]) -> tuple[tuple[str, str], ...]:
    if match["last"] and ":" not in match["last"]:
        return (("from", match["verse"]), ("to", match["last"]))
    if match["last"] or match["on"]:
        return (("from", match["verse"]),)
    return (("n", match["verse"]),)


def _value(roman: str) -> int:
    """What a Roman number says."""
    values = [_VALUES[letter] for letter in roman.lower()]
    return sum(-one if after > one else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _could_be_roman(match: re.Match[str], word: str, name: str, book: str, language: Language) -> bool:
    """Whether a Roman number and another are chapter and verse: capitals, and a blank between the two, only
    after the short form of a book, which has its full stop ("Matt. V. 3"); "John V. 3" is anyone.
    """
    chapter, sign = match["chapter"], match["sign"].strip()
    verse = int(match["verse"].rstrip("abc"))
    if (
        not _ROMAN.fullmatch(chapter)
        or not 0 < _value(chapter) <= _MOST_CHAPTERS
        or not 0 < verse <= _MOST_VERSES
    ):
        return False
    shortened = book.rstrip().endswith(".") or name != word
    if len(word) < 2 or (len(word) < 3 and not shortened):
        return False
    return shortened or (chapter.islower() and bool(sign))


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
