"""What stands before a book's text: title page, dedication, contents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from edition.converter.forms.names import parse_name
from edition.converter.languages import Language
from edition.converter.languages.table import given_names
from edition.converter.segment.endings import folded, is_initials
from edition.converter.segment.epigraphs import epigraph
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.prose.headings import Heading, is_contents, lists_headings
from edition.converter.segment.prose.parts import list_block, picture
from edition.model import Block, Span, spanning

RULE = "title page"
_APART = 3  # blank lines
LISTS = frozenset({"contents", "illustrations"})
_PAGED = re.compile(r"(?:(?:\.\s?){3,}|\s{3,})_?(?:\d{1,4}|[ivxlc]{1,7}|[A-Z][a-z]+)_?\.?$")
_SHORT = 90  # characters of a line of a title page
_TALK = frozenset("—–―„«»‹")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]\s+[^\W\d_]")
_FEW_SMALL = 4  # words in small letters that make a line text
_MOST_PARTS = 40  # of a title page
_MOST_LINES = 4  # of one of its stanzas
_DEDICATED = 60  # characters of a line of a dedication
_NAMED = 5  # words of an author's name after "By"
_FEW = 4  # words of an author's name over the title
_FIRST = 6  # stanzas in which "By" would stand
_FIRST_PARTS = 3  # parts of a title page after which no author is guessed from a name alone
_YEAR = re.compile(r"[(\[]?(?:1[4-9]\d\d|20\d\d|M[DCLXVI]{3,})[)\].]?")
_PLACE_YEAR = re.compile(r"[^\W\d_][^\d:;!?]{1,40}(?:,\s?|\s)(?:1[4-9]|20)\d\d\.?")


class FrontMatter:
    """Reads the stanzas before the first heading of the text."""

    def __init__(
        self,
        stanzas: Sequence[Stanza],
        heads: Sequence[Heading | None],
        language: Language,
        measures: tuple[int, int],
    ) -> None:
        self._stanzas = stanzas
        self._heads = heads
        self._language = language
        self._margin, self._width = measures
        self._page: list[Block] = []
        self._by = False  # whether the last line is "By" and nothing else
        self._divisions: list[Block] = []

    def read(self) -> tuple[list[Block], int]:
        """The front matter, if there is any, and the stanza with which the text goes on."""
        index = 0
        while index < len(self._stanzas):
            found = self._heads[index]
            if found is not None and found.type not in LISTS:
                if not self._half_title(index, found):
                    break
                index += 1
                continue
            taken = self._contents(index) if found is not None else self._stanza(index)
            if not taken:
                break
            index += taken
        parts: list[Block] = []
        if self._page and all(block.kind == "figure" for block in self._page):
            return [], 0
        if self._page:
            parts.append(spanning("title-page", tuple(self._page), rule=RULE))
        parts += self._divisions
        return ([spanning("front", tuple(parts))] if parts else []), index

    def _stanza(self, index: int) -> int:
        """How many stanzas what begins at `index` takes: 0 where the text begins."""
        stanza = self._stanzas[index]
        shown = picture(stanza, self._language) if not self._divisions else None
        if shown is not None:
            self._page.append(shown)
            return 1
        if self._page and (taken := self._dedication(index)):
            return taken
        if self._page and is_contents(stanza, self._language):
            inner = (list_block([(line,) for line in stanza.lines]),)
            attributes = (("type", "contents"),)
            self._divisions.append(spanning("division", inner, rule="list", attributes=attributes))
            return 1
        if not is_title_stanza(stanza) or self._divisions or len(self._page) > _MOST_PARTS:
            return 0
        if self._page and _is_text(stanza):
            return 0
        motto = epigraph(self._stanzas, index, self._margin, self._width) if self._page else None
        if motto is not None:
            self._page.append(motto[0])
            return motto[1]
        following = self._stanzas[index + 1].lines[0].text if index + 1 < len(self._stanzas) else ""
        for place, line in enumerate(stanza.lines):
            below = stanza.lines[place + 1].text if place + 1 < len(stanza.lines) else following
            self._line(line, below)
        return 1

    def _line(self, line: Line, below: str) -> None:
        kind = self._part(line, below)
        above = self._page[-1] if self._page else None
        if kind == "doc-author" and above is not None and self._by:
            self._page[-1] = replace(above, kind=kind, span=Span(above.span.start, line.span.end))
        else:
            self._page.append(Block(kind, line.span, rule=RULE))
        self._by = line.text in self._language.article.byline

    def _part(self, line: Line, below: str) -> str:
        """What a line of the title page is."""
        text = line.text
        words = text.split()
        known = {block.kind for block in self._page}
        if "doc-title" not in known:
            first = not self._page
            return "doc-author" if first and self._author_above(text, below) else "doc-title"
        by = self._language.article.byline
        if words[0] in by and len(words) > 1:
            return "doc-author"
        if _YEAR.fullmatch(text):
            return "doc-date"
        if self._is_imprint(text, below, authored="doc-author" in known):
            return "doc-imprint"
        if "doc-author" in known:
            return "title-part"
        if self._by:
            return "doc-author"
        name = parse_name(text.title() if text.isupper() else text, self._language)
        named = name is not None and bool(name.given) and len(words) <= _NAMED
        if named and set(folded(text)) & self._language.structure.subtitles:
            return "title-part"
        return "doc-author" if named and len(self._page) <= _FIRST_PARTS else "title-part"

    def _author_above(self, text: str, below: str) -> bool:
        """Whether the first line names the author over the title, as many houses print it.

        A title can be a name too; then the kind of work stands under it, or "By" and who wrote it.
        """
        words = text.split()
        name = parse_name(text.title() if text.isupper() else text, self._language)
        if name is None or not name.given or len(words) > _FEW or not below or _YEAR.fullmatch(below):
            return False
        initials = words[0].endswith(".") and len(words[0]) == 2
        known = initials or words[0].title() in given_names()
        if not known and (text.isupper() or not below.isupper()):
            return False
        by = self._language.article.byline
        rest = [line.text.split() for stanza in self._stanzas[:_FIRST] for line in stanza.lines]
        if any(row[0] in by and len(row) <= _NAMED for row in rest):
            return False
        kinds = self._language.structure.subtitles | self._language.labels.articles
        return not set(folded(below)) <= kinds

    def _is_imprint(self, text: str, below: str, *, authored: bool) -> bool:
        if set(folded(text)) & self._language.structure.publishers or "&" in text:
            return True
        if _PLACE_YEAR.fullmatch(text):
            return True
        # The place alone, over the year.
        return authored and bool(_YEAR.fullmatch(below)) and len(text.split()) <= 3 and '"' not in text

    def _dedication(self, index: int) -> int:
        """To whom the work is given: a stanza by itself, and what stands close under it."""
        stanzas = self._stanzas
        if not is_dedication(stanzas[index], self._language) or stanzas[index].lines[0].blanks < 2:
            return 0
        end = index + 1
        while end < len(stanzas) and self._heads[end] is None and stanzas[end].lines[0].blanks < 2:
            if not is_title_stanza(stanzas[end]):
                return 0
            end += 1
        inner = tuple(Block("paragraph", s.span, rule="dedication") for s in stanzas[index:end])
        attributes = (("type", "dedication"),)
        self._divisions.append(spanning("division", inner, rule="dedication", attributes=attributes))
        return end - index

    def _half_title(self, index: int, found: Heading) -> bool:
        """Add the title that is printed once more, under the contents and over the first chapter."""
        title = next((block for block in self._page if block.kind == "doc-title"), None)
        stanza = self._stanzas[index]
        if found.sure or title is None or folded(stanza.text) != self._words(title):
            return False
        inner = (Block("doc-title", stanza.span, rule=RULE),)
        self._divisions.append(spanning("title-page", inner, rule=RULE, attributes=(("type", "half-title"),)))
        return True

    def _words(self, block: Block) -> list[str]:
        for stanza in self._stanzas:
            for line in stanza.lines:
                if line.span == block.span:
                    return folded(line.text)
        return []

    def _contents(self, index: int) -> int:
        """The heading of the contents, or of the pictures, with what it lists."""
        end = contents_end(self._stanzas, self._heads, index, self._language)
        if end == index + 1:
            return 0
        found = self._heads[index]
        self._divisions.append(contents(self._stanzas, index, end, found.type if found else "contents"))
        return end - index


def is_title_stanza(stanza: Stanza) -> bool:
    """Whether a stanza is short lines, as title pages are made of."""
    return len(stanza.lines) <= _MOST_LINES and all(len(line.text) <= _SHORT for line in stanza.lines)


def _is_text(stanza: Stanza) -> bool:
    """Whether a stanza is running text, however short: a sentence, talk, or lines that go on."""
    words = stanza.text
    goes_on = any(
        line.text[0].islower() and not above.text.endswith((".", "!", "?"))
        for above, line in pairwise(stanza.lines)
    )
    talk = words[0] in _TALK or words.endswith(":")
    small = sum(word[0].islower() for word in words.split())
    sentence = _SENTENCE.search(words) is not None and small >= _FEW_SMALL
    ended = words.endswith((".", "!", "?")) and small > len(words.split()) / 2
    return talk or sentence or ended or (goes_on and small >= _FEW_SMALL)


def is_dedication(stanza: Stanza, language: Language) -> bool:
    """Whether a stanza says to whom a work is given: it begins as such words do, or is initials."""
    lines = stanza.lines
    if len(lines) > _MOST_LINES or any(len(line.text) > _DEDICATED for line in lines):
        return False
    if len(lines) == 1 and is_initials(lines[0]):
        return True
    words = folded(stanza.text)
    starts = language.structure.dedications
    begun = any(" ".join(words[:count]) in starts for count in (1, 2, 3, 4))
    return begun and len(words) > 1 and lines[-1].text[-1] not in ",;:?!"


def contents_end(
    stanzas: Sequence[Stanza], heads: Sequence[Heading | None], index: int, language: Language
) -> int:
    """The stanza after the list under the heading of the contents at `index`.

    A heading in it is followed by another at once; where the first entry comes again, the text begins.
    """
    end = index + 1
    if end < len(stanzas) and _heads_columns(stanzas[end], language):
        end += 1
    first = folded(stanzas[end].text) if end < len(stanzas) else []
    start = end
    while end < len(stanzas):
        found = heads[end]
        if end > start and folded(stanzas[end].text) == first:
            break
        if found is not None and found.type in LISTS:
            break
        if found is not None and end > start and _stands_apart(stanzas[end], found):
            break
        if all(_PAGED.search(line.text) for line in stanzas[end].lines):
            end += 1
            continue
        if found is not None and (end + 1 >= len(stanzas) or heads[end + 1] is None):
            break
        if found is not None and found.n == "1" and end > start and heads[start] is None:
            break
        if found is None and not lists_headings(stanzas[end], language):
            break
        end += 1
    return end


def _stands_apart(stanza: Stanza, found: Heading) -> bool:
    """Whether white space parts a line in capitals from the list above: the title once more."""
    return not found.sure and stanza.lines[0].blanks >= _APART


def _heads_columns(stanza: Stanza, language: Language) -> bool:
    """Whether a line says what stands in the columns under it ("CHAP.      PAGE")."""
    words = folded(stanza.text)
    pages = {word for label in language.periodical.page for word in folded(label)}
    return 0 < len(words) <= _FEW and all(word in language.structure.chapters | pages for word in words)


def contents(stanzas: Sequence[Stanza], index: int, end: int, kind: str = "contents") -> Block:
    """The division of the contents: its heading and its list, a line an item."""
    head = Block("head", stanzas[index].span, rule="heading: contents")
    lines = [(line,) for stanza in stanzas[index + 1 : end] for line in stanza.lines]
    attributes = (("type", kind),)
    return spanning("division", (head, list_block(lines)), rule="heading: contents", attributes=attributes)
