"""Who wrote to whom, where and when: as letters say it in their openers and closers (Guidelines 2.4.6)."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from edition.converter.forms.datelines import place_before_date
from edition.converter.forms.letters import fold
from edition.converter.forms.names import name_particles
from edition.converter.languages import Language
from edition.converter.languages.table import given_names
from edition.model import Annotation, Block, Certainty, Correspondent, Letter, Source

_ELIDED = re.compile(r"d['’][^\W\d_a-z]")  # "d'Azeglio"
_MOST_WORDS = 4  # of a name
_EDGES = " \t\n_*.,;:!—–-()[]"


def correspondence(
    blocks: Sequence[Block], annotations: Sequence[Annotation], source: Source, language: Language
) -> tuple[Letter, ...]:
    """One record for each letter of the text that says who wrote it, to whom, where or when."""
    reader = _Reader(annotations, source, language)
    found = (reader.letter(parts) for parts in _letters(blocks))
    return tuple(letter for letter in found if letter is not None)


def _letters(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks of each letter: of a division that is one, or of the whole text."""
    if any(block.kind == "opener" for block in blocks):
        yield blocks
    for block in blocks:
        for inner in block.walk():
            if inner.kind == "division" and inner.get("type") == "letter":
                yield inner.children


class _Reader:
    def __init__(self, annotations: Sequence[Annotation], source: Source, language: Language) -> None:
        self._annotations = annotations
        self._starts = [annotation.span.start for annotation in annotations]
        self._source = source
        self._language = language

    def letter(self, parts: Sequence[Block]) -> Letter | None:
        """The record of one letter, None where it says nothing."""
        opener = [inner for part in parts if part.kind == "opener" for inner in part.walk()]
        closer = [inner for part in parts if part.kind == "closer" for inner in part.walk()]
        place, words, attributes = self._where_and_when([*opener, *closer])
        sender = next((self._signed(block) for block in closer if block.kind == "signed"), None)
        addressee = self._addressee([*opener, *closer])
        if not (sender or addressee):
            return None
        return Letter(sender or Correspondent(), addressee or Correspondent(), place, words, attributes)

    def _where_and_when(self, blocks: Sequence[Block]) -> tuple[str, str, tuple[tuple[str, str], ...]]:
        """The place and the date of the first dateline that has one: the date's words and value."""
        for block in blocks:
            if block.kind == "dateline":
                date = next((a for a in self._inside(block) if a.element == "date"), None)
                if date is not None:
                    words = " ".join(self._source.slice(date.span).split())
                    return place_before_date(self._words(block), self._language), words, _with_certainty(date)
        return "", "", ()

    def _signed(self, block: Block) -> Correspondent | None:
        """Who signs: the name in the signature, without what he or she calls themselves ("your son Tom")."""
        letters = self._language.letters
        beside = letters.closings | letters.devotion | letters.salutes
        words = self._words(block).split()
        while words and (words[0][:1].islower() or fold(words[0].strip(_EDGES)) in beside):
            words.pop(0)
        name = " ".join(words).strip(_EDGES)
        named = self._named(block)
        if named is not None and self._ends_line(block):
            return named  # the place stands in the next line
        if not self._is_name(words) or (named is not None and named.name.strip(_EDGES) == name):
            return named
        return Correspondent(name)

    def _ends_line(self, block: Block) -> bool:
        """Whether the first person named in a block ends a line of it that is not the last."""
        named = next(a for a in self._inside(block) if a.element == "persName")
        return self._source.text[named.span.end : block.span.end].lstrip(" \t,.").startswith("\n")

    def _addressee(self, blocks: Sequence[Block]) -> Correspondent | None:
        """Whom the address names, else the greeting ("Dear Clara")."""
        for block in blocks:
            if block.kind in ("address", "address-line") and not block.children:
                named = self._named(block)
                if named is not None:
                    return named
        greeting = next((block for block in blocks if block.kind == "salute"), None)
        return self._greeted(greeting) if greeting is not None else None

    def _greeted(self, block: Block) -> Correspondent | None:
        """The name at the end of a greeting: a given name, or one with a title; no "Mother", no "Sir"."""
        named = self._named(block)
        if named is not None:
            return named
        table, salutes = self._language.labels, self._language.letters.salutes
        titles = table.called
        words: list[str] = []
        for word in reversed(self._words(block).strip(_EDGES).split()):
            folded = fold(word.strip(_EDGES))
            if not word[:1].isupper() or (folded in salutes and folded not in titles):
                break
            words.insert(0, word)
        bare = [word for word in words if fold(word.strip(_EDGES)) not in titles]
        titled = len(bare) < len(words)
        known = any(word.strip(_EDGES) in given_names() for word in bare)
        if not bare or not (titled or known) or not self._is_name(bare):
            return None
        return Correspondent(" ".join(words).strip(_EDGES))

    def _named(self, block: Block) -> Correspondent | None:
        """The first person whom the words of a block name for certain."""
        for annotation in self._inside(block):
            if annotation.element == "persName":
                words = " ".join(self._source.slice(annotation.span).split())
                return Correspondent(words, (annotation.get("ref") or "").removeprefix("#"))
        return None

    def _is_name(self, words: Sequence[str]) -> bool:
        return 0 < len(words) <= _MOST_WORDS and all(
            word[:1].isupper() or fold(word) in name_particles() or _ELIDED.match(word) for word in words
        )

    def _inside(self, block: Block) -> Sequence[Annotation]:
        first, last = (bisect_left(self._starts, offset) for offset in block.span)
        return self._annotations[first:last]

    def _words(self, block: Block) -> str:
        return " ".join(self._source.slice(block.span).split())


def _with_certainty(date: Annotation) -> tuple[tuple[str, str], ...]:
    """The attributes of a date; of one whose century is only likely, that it is."""
    unsure = date.certainty is Certainty.LOW
    return (*date.attributes, ("cert", str(Certainty.LOW))) if unsure else date.attributes
