"""What stands in brackets as a citation: "(see WV No. 134, 19 November)", "[Marx to Engels, 11 May 1858]".

Inside the brackets there is nothing but pieces of a reference, parted by commas: author, title, parts of the
work, date. One piece that is none, and the bracket is no citation.
"""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.citations.author_year import author_and_year
from edition.converter.forms.citations.by_pieces import reference
from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.citations.letter_cited import letter_cited
from edition.converter.forms.citations.same_work import same_work
from edition.converter.forms.letters import QUOTE_PAIRS, Part
from edition.converter.languages import Language

_BRACKETED = re.compile(r"[(\[](?=[^()\[\]]{4,200}[)\]])")
_SIGN = re.compile(r"\d|[iI][bd]|cit\.|[eE]b[de]|a\. ?a\. ?O|aaO")
_LONGEST = 200  # characters in brackets
_WORD = re.compile(r"[^\W\d_]+")


def bracketed(text: str, language: Language) -> list[Citation]:
    """The citations in brackets, in the order of the text."""
    found = []
    for match in _BRACKETED.finditer(text):
        start = match.end()
        end = min(place for sign in ")]" if (place := text.find(sign, start, start + _LONGEST + 1)) >= 0)
        if _SIGN.search(text, start, end) is None:
            continue
        citation = _inside(text, start, end, language)
        if citation is not None:
            found.append(_with_title_before(text, match.start(), citation._replace(closes=end + 1)))
    return found


def _inside(text: str, start: int, end: int, language: Language) -> Citation | None:
    """The citation that stands between two offsets, after words that send the reader to it."""
    begun = _after_lead(text, start, end, language)
    led = begun > start
    while end > begun and text[end - 1] in " ;\n":
        end -= 1
    bare = end - 1 if text[end - 1] == "." else end  # without a stop that may be the sentence's
    if begun >= bare:
        return None
    return (
        same_work(text, begun, end, language)
        or letter_cited(text, begun, bare, language)
        or author_and_year(text, begun, bare, language, led=led)
        or reference(text, begun, end, language, led=led)
    )


def _after_lead(text: str, start: int, end: int, language: Language) -> int:
    """Where what is cited begins, after "see", "cf." and the like."""
    begin = start
    words = list(_WORD.finditer(text, start, min(end, start + 40)))[:3]
    for count in range(len(words), 0, -1):
        phrase = " ".join(word.group().casefold() for word in words[:count])
        if phrase in language.citations.leads and not text[start : words[0].start()].strip():
            begin = words[count - 1].end()
            while begin < end and text[begin] in ".: \n\u00a0":
                begin += 1
            break
    while begin < end and text[begin].isspace():
        begin += 1
    return begin


def _with_title_before(text: str, bracket: int, citation: Citation) -> Citation:
    """A citation of a number with the title in quotation marks right before the bracket: “…” (WV No. 12)."""
    if citation.kind != "issue" or any(
        p.element == "title" and ("level", "a") in p.attributes for p in citation.parts
    ):
        return citation
    close = bracket - 1
    while close > 0 and text[close].isspace():
        close -= 1
    openers = _closers().get(text[close], "") if close > 0 else ""
    if not openers:
        return citation
    low = max(0, close - 160)
    opening = max(text.rfind(sign, low, close) for sign in openers)
    if opening < 0 or (opening and text[opening - 1].isalnum()):
        return citation
    title = text[opening + 1 : close]
    if not title.strip() or not (title.strip()[0].isupper() or title.strip()[0].isdigit()) or "\n\n" in title:
        return citation
    left = len(title) - len(title.lstrip())
    start = opening + 1 + left
    part = Part("title", start, start + len(title.strip().rstrip(",")), (("level", "a"),))
    return citation._replace(start=opening, end=citation.closes, parts=(part, *citation.parts))


@cache
def _closers() -> dict[str, str]:
    """What may have opened a quotation that each mark closes."""
    found: dict[str, str] = {}
    for opening, closing in QUOTE_PAIRS.items():
        for sign in closing:
            found[sign] = found.get(sign, "") + opening
    return found
