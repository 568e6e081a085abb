"""Sources named in a sentence: a title before its imprint in brackets, and a reference after "compare" or
"see".

"in On Liberty (London: Parker, 1859)"  "Mill’s On Liberty (London: Parker, 1859)"
"Compare Carlyle, Past and Present, bk. iii, ch. 11"
"""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.citations.by_pieces import reference
from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.citations.scopes import find_parts
from edition.converter.forms.letters import APOSTROPHES, UPPER, Part, fold
from edition.converter.forms.references import cities
from edition.converter.languages import Language

_IMPRINT = re.compile(
    rf"\((?P<place>[{UPPER}][^\W\d_]+(?:[ -][{UPPER}][^\W\d_]+){{0,2}})"
    rf"(?:[ \u00a0]?: (?P<publisher>[{UPPER}][^():;,\d]{{1,40}}))?, (?P<year>1[4-9]\d\d|20\d\d)\)"
)
_REACH = 110  # characters before the bracket in which the title begins
_MOST_WORDS = 12  # of a title
_SMALL = 4  # letters of a small word inside a title
_FAR = 160  # characters of a reference
_WORD = re.compile(r"\S+")
_OWNER = re.compile(rf"([{UPPER}][^\W\d_]+)(?:[{APOSTROPHES}]s?)")
_BETWEEN = re.compile(r"[,;\s\u00a0]*")
_STOPS = (".", ",", ";", ":", "!", "?", ")", "]", "”", '"')


def running(text: str, language: Language) -> list[Citation]:
    """The sources that sentences name with their imprint or after a word that leads to them, in order."""
    found = []
    if "(" in text and language.citations.within:
        for match in _IMPRINT.finditer(text):
            citation = _imprinted(text, match, language)
            if citation is not None:
                found.append(citation)
    spellings, leads = _leads(language)
    if any(map(text.__contains__, spellings)):
        for match in leads.finditer(text):
            citation = _led(text, match.end(), language)
            if citation is not None:
                found.append(citation)
    return sorted(found, key=lambda citation: citation.start)


def _imprinted(text: str, imprint: re.Match[str], language: Language) -> Citation | None:
    """The work that is named right before its imprint, and whose it is where that stands before it."""
    if " ".join(fold(imprint["place"]).split()) not in cities(language):
        return None
    begun = _title_start(text, imprint.start(), language)
    if begun is None:
        return None
    start, owner, owned = begun
    if not (owned or imprint["publisher"]):
        return None  # "He died in Old Street (London, 1859)"
    end = len(text[: imprint.start()].rstrip())
    parts = [Part("author", *owner)] if owner is not None else []
    parts += [Part("title", start, end, (("level", "m"),)), Part("pubPlace", *imprint.span("place"))]
    if imprint["publisher"]:
        parts.append(Part("publisher", *imprint.span("publisher")))
    parts.append(Part("date", *imprint.span("year"), (("when", imprint["year"]),)))
    return Citation(parts[0].start, imprint.end(), "reference", tuple(parts))


def _title_start(
    text: str, bracket: int, language: Language
) -> tuple[int, tuple[int, int] | None, bool] | None:
    """Where the title before a bracket begins, with the name of its owner, and whether it has one; None where
    nothing bounds it.

    It is bounded by "in" after a word in small letters ("argues, in On Liberty"; in "Democracy in America"
    the word stands between capitals), by "his" and the like, and by a name in the genitive.
    """
    table = language.citations
    words = list(_WORD.finditer(text, max(0, bracket - _REACH), bracket))[-_MOST_WORDS - 2 :]
    start: int | None = None
    for number in range(len(words) - 1, -1, -1):
        word = words[number].group()
        owner = _OWNER.fullmatch(word)
        if start is not None and owner is not None:
            at = words[number].start()
            return start, (at, at + len(owner[1])), True
        if start is not None and word in table.possessing:
            return start, None, True
        above = words[number - 1].group() if number else ""
        if start is not None and word.casefold() in table.within:
            begins = word[0].isupper() and (not above or above.endswith(_STOPS))
            if begins or (word.islower() and above and not above[0].isupper()):
                return start, None, False
        if word[0].isupper() and not word.endswith(_STOPS):
            start = words[number].start()
        elif not (word.isalpha() and word.islower() and len(word) <= _SMALL) or start is None:
            return None
    return None


@cache
def _leads(language: Language) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Words such as "See also" at the beginning of a sentence, or of a part of it after a semicolon, as they
    are written, and as a regex with what stands beside them.
    """
    words = sorted((word for word in language.references.see if len(word) > 2), key=len, reverse=True)
    spellings = tuple(form for word in words for form in (word, word.capitalize()))
    alternatives = "|".join(map(re.escape, spellings)) or "(?!)"
    pattern = re.compile(rf"(?:(?<=[.;(”\"»’)!?] )|\A)(?:{alternatives})\.?:? (?=[{UPPER}])")
    # A small "see" is common: after a semicolon, it leads to a source.
    anchors = {f"; {form}" if form.islower() else form for form in spellings}
    short = {one for one in anchors if not any(other != one and other in one for other in anchors)}
    return tuple(sorted(short)), pattern


def _led(text: str, start: int, language: Language) -> Citation | None:
    """The reference that begins at `start` and ends with the parts of the work that it names."""
    scopes = find_parts(text, start, min(len(text), start + _FAR), language)
    if not scopes:
        return None
    end = scopes[0].end
    for scope in scopes[1:]:
        if not _BETWEEN.fullmatch(text, end, scope.start):
            break
        end = scope.end
    found = reference(text, start, end, language, led=True)
    return found if found is not None and found.parts[0].element == "author" else None
