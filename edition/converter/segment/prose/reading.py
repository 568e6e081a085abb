"""Prose: title page, chapters with their mottos, running text, notes at the end."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.letters import fold
from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.endings import foot
from edition.converter.segment.epigraphs import epigraph
from edition.converter.segment.frontmatter import LISTS, FrontMatter, contents_end, is_title_stanza
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.flow import Flow
from edition.converter.segment.prose.headings import Heading, goes_with, heading, is_numeral
from edition.converter.segment.prose.numbered import with_numbered
from edition.converter.segment.prose.parts import list_block
from edition.converter.segment.prose.title import title_blocks
from edition.converter.segment.text import Evidence, Reading, Text
from edition.model import Block, Certainty, spanning

BACK = frozenset({"notes", "contents", "index", "glossary", "bibliography", "errata", "abbreviations"})
_SIGNED = frozenset(
    {"preface", "introduction", "dedication", "afterword", "acknowledgements", "advertisement", "conclusion"}
)
_DIVIDING = frozenset({"part", "chapter"})
_LAST = 3  # stanzas from the end in which "The End" may stand
_LONGEST_END = 80  # characters


def weigh(text: Text) -> Evidence:
    """Prose is assumed where nothing speaks for anything else; chapters speak for it."""
    chapters = sum(found is not None and found.type in _DIVIDING and found.sure for found in _headings(text))
    if chapters >= 2:
        return Evidence(0.7, f"{chapters} headings of chapters")
    return Evidence(0.5, "nothing in it shows another genre")


def read(text: Text) -> Reading:
    """The blocks of a text in prose."""
    return _Prose(text).reading()


def _headings(text: Text) -> list[Heading | None]:
    """What each stanza heads, None for text."""
    stanzas = text.stanzas
    found = [
        heading(stanza, text.language, _at(stanzas, index + 1), text.conventions)
        for index, stanza in enumerate(stanzas)
    ]
    return list(found if text.conventions.heading else with_numbered(stanzas, found))


class _Prose:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._stanzas = list(text.stanzas)
        self._flow = Flow(text)
        self._heads = _trusted(_counting(_headings(text), text.stanzas))
        for index, stanza in enumerate(text.stanzas):
            if self._heads[index] is not None and self._is_end(stanza):
                self._heads[index] = None
        self._levels = {found.level for found in self._heads if found is not None}
        self._feet: dict[int, tuple[int, Block]] = {}
        self._stops: list[int] = []

    def reading(self) -> Reading:
        """The whole text."""
        front, index = self._front()
        back = self._back(index)
        self._find_feet(index, back)
        self._stops = self._find_stops()
        index = self._until(index, back)
        assert index == back
        items = self._flow.items
        self._flow.items = []
        self._until(back, len(self._stanzas))
        blocks = [*front, *divide(items)]
        if self._flow.items:
            blocks.append(spanning("back", divide(self._flow.items)))
        tied, marks = self._flow.tied(blocks)
        return Reading(tied, tuple(marks))

    def _front(self) -> tuple[list[Block], int]:
        """The front matter, and where the text goes on.

        A text without chapters has its title over its first paragraph.
        """
        if any(found is not None and found.type not in BACK for found in self._heads):
            flow = self._flow
            self._clear_front()
            measures = (flow.margin, flow.width)
            return FrontMatter(self._stanzas, self._heads, self._text.language, measures).read()
        blocks, index = title_blocks(self._stanzas, self._text.language)
        self._flow.items.extend(blocks)
        measures = (self._flow.margin, self._flow.width)
        motto = epigraph(self._stanzas, index, *measures) if blocks else None
        if motto is not None:
            self._flow.items.append(motto[0])
            index += motto[1]
        return [], index

    def _clear_front(self) -> None:
        """Take the lines of a title page out of the headings that were told by their capitals."""
        heads = self._heads
        end = next((i for i, found in enumerate(heads) if found is not None and found.sure), len(heads))
        text = next((i for i in range(end) if not is_title_stanza(self._stanzas[i])), end)
        # The last line before running text heads it, where nothing surer does.
        stop = text if text == end and end < len(heads) else text - 1
        for index in range(stop):
            heads[index] = None

    def _find_feet(self, first: int, back: int) -> None:
        """Where prefaces are signed and dated at their foot, and where the text is dated as a whole."""
        heads = self._heads
        opened = [i for i in range(first, len(heads)) if heads[i] is not None]
        for place, start in enumerate(opened):
            found = heads[start]
            last = opened[place + 1] if place + 1 < len(opened) else len(heads)
            if found is not None and found.type in _SIGNED:
                self._find_foot(start + 2, last)
        last = back - 1 if back > first and self._is_end(self._stanzas[back - 1]) else back
        start = max((i for i in opened if i < last), default=first)
        # A year alone may be the last word of a tale.
        found_foot = foot(self._stanzas, start + 2, last, self._text.language, self._flow.margin)
        if found_foot is not None and any(
            child.kind == "dateline" and " " in self._text.source.slice(child.span)
            for child in found_foot[1].children
        ):
            self._feet[found_foot[0]] = (last, found_foot[1])

    def _find_foot(self, floor: int, last: int) -> None:
        found = foot(self._stanzas, floor, last, self._text.language, self._flow.margin)
        if found is not None:
            self._feet[found[0]] = (last, found[1])

    def _back(self, first: int) -> int:
        """The stanza with which the notes, the contents and the like at the end begin."""
        back = len(self._stanzas)
        for index in range(len(self._stanzas) - 1, first, -1):
            found = self._heads[index]
            if found is not None and found.type not in BACK:
                listed = self._listed_at(index, back)
                if not listed:
                    break
            elif found is not None:
                back = index
        return back

    def _listed_at(self, index: int, back: int) -> bool:
        """Whether a heading is an entry of a list of contents: another stands right under it."""
        return index + 1 < len(self._stanzas) and self._heads[index + 1] is not None and index + 1 != back

    def _until(self, index: int, last: int) -> int:
        """Read the stanzas from `index` up to `last`."""
        under = notes = False
        while index < last:
            found = self._heads[index]
            if found is not None:
                notes = found.type == "notes"
                if notes:
                    self._flow.calls.with_apart()
                index, under = self._heading(found, index, last), True
                continue
            index, under = self._block(index, last, under=under, notes=notes), False
        return index

    def _heading(self, found: Heading, index: int, last: int) -> int:
        """Open a division; the stanza after its heading, its title and its motto."""
        stanzas = self._stanzas
        stanza = stanzas[index]
        items = self._flow.items
        rule = f"heading: {found.type}" if found.sure else "heading by capitals and white space"
        block = Block("head", stanza.span, rule=rule, certainty=None if found.sure else Certainty.MEDIUM)
        self._flow.calls.add(stanza.span)
        level = sum(other < found.level for other in self._levels) + 1
        items.append(Opening(level, block, found.type, found.n))
        index += 1
        if found.type in LISTS:
            end = min(contents_end(stanzas, self._heads, index - 1, self._text.language), last)
            if end > index:
                items.append(list_block([(line,) for s in stanzas[index:end] for line in s.lines]))
            return end
        following = _at(stanzas, index)
        if following is not None and found.sure and goes_with(following, _at(stanzas, index + 1)):
            inner = self._heads[index]
            if inner is None or not inner.sure:
                items.append(Block("head", following.span, rule="title under a heading"))
                self._flow.calls.add(following.span)
                index += 1
        motto = epigraph(stanzas, index, self._flow.margin, self._flow.width) if index < last else None
        if motto is not None and index + motto[1] < last:
            items.append(motto[0])
            return index + motto[1]
        return index

    def _block(self, index: int, last: int, *, under: bool, notes: bool) -> int:
        """The block that the stanza at `index` begins; the index of the next."""
        stanza = self._stanzas[index]
        if index in self._feet:
            end, closer = self._feet[index]
            self._flow.items.append(closer)
            return end
        if notes and (self._flow.endnote(stanza) or self._flow.endnotes(stanza)):
            return index + 1
        if self._is_end(stanza) and (index >= len(self._stanzas) - _LAST or index == last - 1):
            self._flow.items.append(Block("trailer", stanza.span, rule="end of the text"))
            return index + 1
        return self._flow.block(self._stanzas, index, min(self._stops[index], last), under=under)

    def _find_stops(self) -> list[int]:
        """For each stanza the next after it that is a heading or a foot: no block reaches beyond."""
        stops = [len(self._stanzas)] * len(self._stanzas)
        for index in range(len(stops) - 2, -1, -1):
            special = self._heads[index + 1] is not None or index + 1 in self._feet
            stops[index] = index + 1 if special else stops[index + 1]
        return stops

    def _is_end(self, stanza: Stanza) -> bool:
        if len(stanza.lines) > 1 or len(stanza.text) > _LONGEST_END:
            return False
        words = " ".join(fold(stanza.text).strip(" .!*_—-").split())
        return words in self._text.language.structure.ends


def _counting(heads: Sequence[Heading | None], stanzas: Sequence[Stanza]) -> list[Heading | None]:
    """The headings without single numerals that count nothing: what signs "V." or stands for a page.

    Of two numerals in a row one must be the next of the other; they may begin anew.
    """
    numerals = [
        i for i, found in enumerate(heads) if found is not None and found.n and is_numeral(stanzas[i])
    ]
    counts = [int(found.n) for i in numerals if (found := heads[i]) is not None]
    kept = list(heads)
    for place, index in enumerate(numerals):
        near = counts[max(place - 1, 0) : place] + counts[place + 1 : place + 2]
        if not any(abs(other - counts[place]) == 1 for other in near):
            kept[index] = None
    return kept


def _trusted(heads: Sequence[Heading | None]) -> list[Heading | None]:
    """The headings without those that only look like one, where they are too few or too many to be any.

    Capitals with white space over them are headings in a text that has other headings, or several such.
    """
    unsure = sum(found is not None and not found.sure for found in heads)
    sure = sum(found is not None and found.sure for found in heads)
    if not unsure:
        return list(heads)
    paragraphs = len(heads) - unsure - sure
    believed = (sure or unsure >= 2) and unsure <= max(3, paragraphs)
    return [found if found is None or found.sure or believed else None for found in heads]


def _at(stanzas: Sequence[Stanza], index: int) -> Stanza | None:
    return stanzas[index] if index < len(stanzas) else None
