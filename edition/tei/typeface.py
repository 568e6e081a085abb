"""Words in the typeface that signs stand for: a plain text writes _so_ for italics and =so= for bold.

An encoding keeps the signs, in a `hi` of that typeface, or in an item of a cast list that is in it as a whole
(no `hi` can hold a role); who reads the text is shown the words. (The pages of
texts leave the signs out in xslt/prepare/20-editorial.xsl, by the same rule.)
"""

from __future__ import annotations

import copy
from collections.abc import Iterator

from lxml import etree

from edition.tei.addresses import addresses
from edition.tei.names import tei

_HIGHLIGHTED = (tei("hi"), tei("castItem"))
_SIGNS = {"italic": "_", "bold": "="}


def as_shown(root: etree._Element) -> tuple[etree._Element, dict[etree._Element, str]]:
    """A document without the signs, and the addresses of its passages, those of the text as it is written.

    It is the document itself where it has no such signs, else a copy.
    """
    known = addresses(root)
    if not any(_is_signed(one) for one in root.iter(*_HIGHLIGHTED)):
        return root, known
    twin = copy.deepcopy(root)
    of_twin = {
        other: known[one] for one, other in zip(root.iter("*"), twin.iter("*"), strict=True) if one in known
    }
    for highlighted in [one for one in twin.iter(*_HIGHLIGHTED) if _is_signed(one)]:
        places = list(_pieces(highlighted))
        for (owner, name, around), cut in ((places[0], slice(1, None)), (places[-1], slice(None, -1))):
            if around is highlighted:
                setattr(owner, name, getattr(owner, name)[cut])
    return twin, of_twin


def _is_signed(highlighted: etree._Element) -> bool:
    sign = _SIGNS.get(highlighted.get("rend", ""))
    words = "".join(map(str, highlighted.itertext())) if sign else ""
    return sign is not None and len(words) > 2 and words[0] == sign == words[-1]


def _pieces(highlighted: etree._Element) -> Iterator[tuple[etree._Element, str, etree._Element]]:
    """The pieces of text in a `hi` or item: whose they are, "text" or "tail", and the nearest around each."""
    around: list[etree._Element] = []
    for event, one in etree.iterwalk(highlighted, events=("start", "end", "comment", "pi")):
        if event == "start":
            if one.tag in _HIGHLIGHTED:
                around.append(one)
            if one.text:
                yield one, "text", around[-1]
            continue
        if event == "end" and one.tag in _HIGHLIGHTED:
            around.pop()
        if one is not highlighted and one.tail:
            yield one, "tail", around[-1]
