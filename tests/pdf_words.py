"""Which words of a text are missing on its printed pages, as pdftotext reads them: real words, each counted.

On the page a word may be parted by a hyphen at the end of a line or of a page, a note may be called right
behind it, and a line may end after a sign inside it. So what is not found as it is, is looked for in these
forms among the words of the page that nothing else has claimed. Signs at the edges of words do not count.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from lxml import etree

from tests.reading_order import spoken_by_document

_TEI = "{http://www.tei-c.org/ns/1.0}"
_END_A_WORD = frozenset(
    re.split(
        r"\s+",
        "front body back div p ab head trailer lg l sp speaker stage castList castGroup castItem list item "
        "label table row cell figure figDesc note u opener closer salute signed dateline byline postscript "
        "addrLine titlePart docTitle docAuthor docDate epigraph argument pb cb milestone fw listBibl person "
        "place floatingText imprimatur biblStruct monogr analytic series imprint rdg caesura",
    )
)
"""Elements at whose edges a word ends; all others may begin or end in the midst of one."""
_OF_PARTS = ("biblStruct", "monogr", "analytic", "imprint")
"""Elements that have no words beside their children."""
_UNSEEN = dict.fromkeys((*range(0x2006, 0x2010), *range(0x202A, 0x2030), *range(0x2066, 0x206A)))
"""Marks of direction, and spaces too thin to part words for pdftotext."""
_SIGNS = {"italic": "_", "bold": "="}
_HYPHEN = "\u00ad"  # what pdftotext says for one that stands at the end of a line only
_CALL = re.compile(r"[0-9]{1,4}|\W*[a-z]")
_RIGHTWARDS, _LEFTWARDS = "[A-Za-z0-9]", "[\u0590-\u08ff]"
_TURNS = re.compile(f"(?<={_RIGHTWARDS})(?={_LEFTWARDS})|(?<={_LEFTWARDS})(?={_RIGHTWARDS})")
"""pdftotext says the blank after words that run to the left before them."""
_LONG = 40  # letters: what is longer is parted where it may be
_EDGES = re.compile(rf"^[\W_]+|[^\w{_HYPHEN}]+$")


def words_of_document(document: bytes) -> Counter[str]:
    """The words of the texts of a TEI document, those of notes among them."""
    root: Any = deepcopy(etree.fromstring(document))
    for element in root.iter(f"{_TEI}*"):
        _without_sign(element)
        if _ends_a_word(element):
            element.text = f" {element.text or ''}"
            if len(element):
                element[-1].tail = f"{element[-1].tail or ''} "
            else:
                element.text += " "
    return Counter(_words(spoken_by_document(root)))


def _ends_a_word(element: Any) -> bool:
    name, around = etree.QName(element).localname, element.getparent()
    if name == "lb":
        return bool(element.get("break") != "no")
    return name in _END_A_WORD or bool(around is not None and etree.QName(around).localname in _OF_PARTS)


def _without_sign(element: Any) -> None:
    """Takes off the signs that stand for a look in a plain text: where the look is, they are not printed.

    They stand around words, or around an item of a cast list with what is in it.
    """
    looks = element.tag in (f"{_TEI}hi", f"{_TEI}castItem")
    sign = _SIGNS.get(element.get("rend", "")) if looks else None
    said = "".join(element.itertext())
    if not (sign and len(said) > 2 and said[0] == said[-1] == sign):
        return
    last = element[-1].tail if len(element) else element.text
    if (element.text or "")[:1] != sign or (last or "")[-1:] != sign:
        return
    element.text = element.text[1:]
    if len(element):
        element[-1].tail = element[-1].tail[:-1]
    else:
        element.text = element.text[:-1]


def missing(need: Counter[str], page: str) -> list[str]:
    """The words of `need` that are not in what pdftotext says of the pages, in alphabetical order."""
    found = Counter(_words(re.sub(rf"{_HYPHEN}\n(?=\S)", "", page)))
    left = found - need
    whole = "".join(page.translate(_UNSEEN).split())
    lost = (word for word in (need - found).elements() if len(word) <= _LONG or word not in whole)
    return sorted(word for word in lost if not _claimed(word, left))


def _words(text: str) -> list[str]:
    pieces = _TURNS.sub(" ", unicodedata.normalize("NFKC", text.translate(_UNSEEN))).split()
    return list(filter(None, (_EDGES.sub("", piece) for piece in pieces)))


def _claimed(word: str, left: Counter[str]) -> bool:
    """Whether the word is there in another form; what it is made of is taken out of `left`."""
    for parts in _forms(word, left):
        if not Counter(parts) - left:
            left.subtract(parts)
            return True
    return False


def _forms(word: str, left: Counter[str]) -> Iterator[tuple[str, ...]]:
    """What may stand on the page for a word that is not there as it is."""
    called = [one for one in left if one.startswith(word) and _CALL.fullmatch(one[len(word) :])]
    yield from ((one,) for one in called if left[one] > 0)
    for at in range(1, len(word)):
        first, rest = word[:at], word[at:]
        ends = [rest, *(one for one in left if one.startswith(rest) and _CALL.fullmatch(one[len(rest) :]))]
        for end in ends:
            yield first + _HYPHEN, end
            if not first[-1].isalnum() or not rest[0].isalnum():
                yield _EDGES.sub("", first), _EDGES.sub("", end)
