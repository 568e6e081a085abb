"""The names in a text that point to a record, where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from edition.registers import MENTIONS, Key, key_of, pointers
from edition.site.context import Contexts, Passage
from edition.tei import tei

_NAMES = tuple(map(tei, MENTIONS))


@dataclass(frozen=True, slots=True)
class Mention:
    """A name that points to a record: `pointer` as it is written, `key` the record, `passage` the name."""

    pointer: str
    key: Key
    passage: Passage


def mentions(text: etree._Element, stem: str, contexts: Contexts) -> Iterator[Mention]:
    """The mentions in a text, in their order; a name that points to two records is one of each."""
    for element in text.iter(*_NAMES):
        passage: Passage | None = None
        for pointer in pointers(element):
            key = key_of(pointer, stem)
            if key is None:
                continue
            passage = passage or contexts.passage(element)
            if passage.words:
                yield Mention(pointer, key, passage)
