"""An alphabetical list as pages: one, or one a letter where it is large, or several of a large letter."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from edition.site.alphabet import NO_LETTER, Filing, letter, letter_stem
from edition.site.frame import Frame, address, page

LARGE = 300_000
"""Bytes from which on a list is parted."""


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list. `weight` is about how many bytes of HTML it has; `write` makes that: the heading
    and what is below it.
    """

    anchor: str
    name: str
    filing: Filing
    weight: int
    write: Callable[[Frame], Iterator[str]]

    @property
    def letter(self) -> str:
        """The letter that the entry stands under."""
        return letter(self.filing)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page of a list: its stem, its letter (empty where it holds them all) and its entries."""

    stem: str
    letter: str
    items: tuple[Item, ...]

    @property
    def label(self) -> str:
        """What leads to the page: the first and the last of its names."""
        first, last = self.items[0].name, self.items[-1].name
        return first if first == last else f"{first} – {last}"


class Listing:
    """A list called by the word `key`, with pages from `stem` on. Every page is known before one is written,
    so that the texts can lead to the entries.
    """

    def __init__(self, stem: str, key: str, items: Sequence[Item], *, large: int = LARGE) -> None:
        self.stem = stem
        self.key = key
        self.items = sorted(items, key=lambda item: (not item.filing, item.filing, item.anchor))
        self._large = large
        whole = sum(item.weight for item in self.items) <= large
        self._sheets = [_Sheet(stem, "", tuple(self.items))] if whole else list(self._parted())
        self._stems = {item.anchor: sheet.stem for sheet in self._sheets for item in sheet.items}
        self._ways = self._ways_to_letters()

    @property
    def stems(self) -> list[str]:
        """The stems of all its pages."""
        return list(dict.fromkeys([self.stem, *(sheet.stem for sheet in self._sheets)]))

    def href(self, anchor: str) -> str:
        """The way to an entry from any page of the site; empty where there is none such."""
        stem = self._stems.get(anchor)
        return f"{address(stem)}#{anchor}" if stem is not None else ""

    def pages(self, frame: Frame) -> Iterator[tuple[str, bytes]]:
        """The pages with their stems."""
        title = frame.word(self.key)
        if self._sheets[0].stem != self.stem:
            content = "".join([f"<h1>{title}</h1>\n", *self._letters(frame, ""), *self._index()])
            yield self.stem, page(frame, title=title, content=content, stem=self.stem)
        for place, sheet in enumerate(self._sheets):
            parts = [f"<h1>{title}</h1>\n", *self._letters(frame, sheet.letter), *_records(sheet, frame)]
            if len(self._sheets) > 1:
                parts += self._beside(place, frame)
            said = title if sheet.stem == self.stem else f"{title}: {escape(sheet.label)}"
            content = "".join(parts)
            yield sheet.stem, page(frame, title=said, content=content, stem=sheet.stem, within=self.stem)

    def _parted(self) -> Iterator[_Sheet]:
        for heading, several in groupby(self.items, key=lambda item: item.letter):
            stem = f"{self.stem}-{letter_stem(heading)}"
            part: list[Item] = []
            number, weight = 1, 0
            for item in several:
                if part and weight + item.weight > self._large:
                    yield _Sheet(stem if number == 1 else f"{stem}-{number}", heading, tuple(part))
                    number, weight, part = number + 1, 0, []
                part.append(item)
                weight += item.weight
            yield _Sheet(stem if number == 1 else f"{stem}-{number}", heading, tuple(part))

    def _ways_to_letters(self) -> dict[str, str]:
        if len(self._sheets) > 1 or self._sheets[0].letter:
            ways = {sheet.letter: address(sheet.stem) for sheet in reversed(self._sheets)}
            return dict(reversed(ways.items()))
        return {item.letter: f"#{_anchor(item.letter)}" for item in self.items}

    def _letters(self, frame: Frame, current: str) -> Iterator[str]:
        """The ways to the letters, if there are several."""
        if len(self._ways) < 2 or len(self.items) < 12:
            return
        yield f'<nav class="letters" aria-label="{frame.word("letters-of-list")}">\n<ul>\n'
        for heading, to in self._ways.items():
            here = ' aria-current="true"' if heading == current else ""
            yield f'<li><a href="{escape(to)}"{here}>{escape(heading)}</a></li>\n'
        yield "</ul>\n</nav>\n"

    def _index(self) -> Iterator[str]:
        """All names with the ways to their entries; where these alone are too many, those of the pages."""
        names = sum(90 + len(item.name) + 2 * len(item.anchor) for item in self.items) <= self._large
        for heading, sheets in groupby(self._sheets, key=lambda sheet: sheet.letter):
            yield f'<h2 id="{_anchor(heading)}">{escape(heading)}</h2>\n<ul class="names">\n'
            for sheet in sheets:
                to = address(sheet.stem)
                if not names:
                    count = f'<span class="count">{len(sheet.items)}</span>'
                    yield f'<li><a href="{escape(to)}"><bdi>{escape(sheet.label)}</bdi></a> {count}</li>\n'
                    continue
                for item in sheet.items:
                    anchor = escape(item.anchor)
                    link = f'<a href="{escape(to)}#{anchor}"><bdi>{escape(item.name)}</bdi></a>'
                    yield f'<li id="{anchor}">{link}</li>\n'
            yield "</ul>\n"

    def _beside(self, place: int, frame: Frame) -> Iterator[str]:
        """The ways to the page before and the one after."""
        yield f'<nav class="neighbours" aria-label="{frame.word("beside")}">\n'
        for rel, word, at in (("prev", "previous", place - 1), ("next", "next", place + 1)):
            if 0 <= at < len(self._sheets):
                sheet = self._sheets[at]
                yield f'<a rel="{rel}" href="{escape(address(sheet.stem))}"><span class="label">'
                yield f"{frame.word(word)}</span> <bdi>{escape(sheet.label)}</bdi></a>\n"
        yield "</nav>\n"


def _records(sheet: _Sheet, frame: Frame) -> Iterator[str]:
    for heading, several in groupby(sheet.items, key=lambda item: item.letter):
        yield f'<section class="letter" aria-labelledby="{_anchor(heading)}">\n'
        yield f'<h2 id="{_anchor(heading)}">{escape(heading)}</h2>\n<ol class="records">\n'
        for item in several:
            yield f'<li id="{escape(item.anchor)}">\n'
            yield from item.write(frame)
            yield "</li>\n"
        yield "</ol>\n</section>\n"


def _anchor(heading: str) -> str:
    return f"letter:{'other' if heading == NO_LETTER else heading.lower()}"
