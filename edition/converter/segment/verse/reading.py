"""A poem, or several: titles, mottos and dedications, stanzas, and how a poem is signed and dated."""

from __future__ import annotations

import re
from collections import Counter

from edition.converter.segment.divisions import Opening, divide
from edition.converter.segment.endings import (
    at_the_right,
    folded,
    foot,
    is_initials,
    is_signature,
)
from edition.converter.segment.epigraphs import epigraph
from edition.converter.segment.frontmatter import (
    FrontMatter,
    contents_end,
    is_dedication,
)
from edition.converter.segment.lines import Stanza
from edition.converter.segment.prose.flow import Flow
from edition.converter.segment.prose.headings import Heading
from edition.converter.segment.prose.parts import (
    list_block,
    note_label,
    section_break,
)
from edition.converter.segment.prose.reading import BACK
from edition.converter.segment.text import Reading, Text
from edition.converter.segment.verse.stanzas import numbering, stanza_block
from edition.converter.segment.verse.titles import Title, titles
from edition.converter.segment.verse.weighing import LONGEST_LINE, looks_like_verse
from edition.model import Annotation, Block, spanning

_LABEL = re.compile(r"_?([^\W\d_]+(?: [^\W\d_]+){0,2})_?\s?[.:—–-]+_?\s\S")
_AHEAD = 80  # stanzas that a block of prose between poems may take
_DEDICATED = 6  # words of a dedication under a title
_PAGE = 3  # blank lines over the first heading of a book's text


def read(text: Text) -> Reading:
    """The blocks of poems: divisions where there are several, stanzas as `lg`."""
    return _Verse(text).reading()


class _Verse:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._stanzas = text.stanzas
        self._language = text.language
        self._titles = titles(text)
        self._flow = Flow(text)
        self._step = numbering(text.lines)
        self._marks: list[Annotation] = []
        self._feet: dict[int, tuple[int, Block]] = {}
        counts = Counter(" ".join(folded(stanza.text)) for stanza in text.stanzas)
        self._again = {words for words, count in counts.items() if count > 1 and words}

    def reading(self) -> Reading:
        """The whole text."""
        front, first = self._front(self._start())
        self._find_feet(first)
        back = self._back(first)
        self._until(first, back)
        items = self._flow.items
        self._flow.items = []
        self._until(back, len(self._stanzas))
        blocks = [*front, *divide(items)]
        if self._flow.items:
            blocks.append(spanning("back", divide(self._flow.items)))
        tied, marks = self._flow.tied(blocks)
        return Reading(tied, tuple(sorted([*marks, *self._marks], key=lambda mark: mark.span)))

    def _start(self) -> int:
        """The stanza with which the poems begin: the title over the first verse, or over its group."""
        stanzas = self._stanzas
        index = 0
        while index < len(stanzas) and not self._is_text(index):
            title = self._titles[index]
            index = self._contents_end(index) if title is not None and title.kind == "contents" else index + 1
        while index > 0 and (index >= len(stanzas) or self._titles[index] is None):
            index -= 1
            if index and self._titles[index] is None and stanzas[index].lines[0].blanks >= _PAGE:
                return index
        while index > 0 and self._titles[index - 1] is not None and stanzas[index].lines[0].blanks < _PAGE:
            index -= 1
        return index

    def _is_text(self, index: int) -> bool:
        """Whether a stanza is verse, or a paragraph as long as one."""
        stanza = self._stanzas[index]
        if self._titles[index] is not None:
            return False
        if len(stanza.lines) == 1:
            return len(stanza.text) > 2 * LONGEST_LINE
        if epigraph(self._stanzas, index, self._flow.margin, self._flow.width) is not None:
            return False
        return not stanza.text.isupper() and not is_dedication(stanza, self._language)

    def _contents_end(self, index: int) -> int:
        heads = [
            Heading(title.kind, 2, title.n) if title is not None else None
            for title in self._titles[index : index + 200]
        ]
        return index + contents_end(self._stanzas[index : index + 200], heads, 0, self._language)

    def _front(self, first: int) -> tuple[list[Block], int]:
        """The title page and what goes with it; a single title over the first poem is only a head."""
        if first < 2:
            return [], 0
        heads = [
            Heading("contents", 2) if title is not None and title.kind == "contents" else None
            for title in self._titles[:first]
        ]
        measures = (self._flow.margin, self._flow.width)
        return FrontMatter(self._stanzas[:first], heads, self._language, measures).read()

    def _find_feet(self, first: int) -> None:
        """Where a poem, or the whole, is signed and dated at its foot."""
        stanzas = self._stanzas
        starts = [i for i in range(first, len(stanzas)) if self._titles[i] is not None]
        bounds = [*starts, len(stanzas)]
        for start, bound in zip([first - 1, *starts], bounds, strict=True):
            ended = bound == len(stanzas) > 0 and self._is_end(stanzas[-1])
            last = bound - ended
            while last > start + 2 and note_label(stanzas[last - 1], self._language) is not None:
                last -= 1  # notes at the foot
            body = next((i for i in range(start + 1, last) if len(stanzas[i].lines) > 1), last)
            found = foot(stanzas, body + 1, last, self._language, self._flow.margin) if body < last else None
            if found is not None:
                self._feet[found[0]] = (last, found[1])

    def _back(self, first: int) -> int:
        """The stanza with which the notes and the like at the end begin."""
        back = len(self._stanzas)
        for index in range(len(self._stanzas) - 1, first, -1):
            title = self._titles[index]
            if title is not None and title.kind not in BACK:
                break
            if title is not None:
                back = index
        return back

    def _until(self, index: int, last: int) -> None:
        """Read the stanzas from `index` up to `last`."""
        several = self._several(index, last)
        while index < last:
            title = self._titles[index]
            if title is None:
                index = self._block(index, last)
                continue
            taken = self._argument(index, last)
            if taken:
                index += taken
                continue
            self._title(index, title, divides=several and not self._is_common(index))
            index = self._under(index, title, last)

    def _several(self, first: int, last: int) -> bool:
        """Whether titles divide the text: more than one, besides a second line of one."""
        found = [title for title in self._titles[first:last] if title is not None and not title.second]
        return len(found) > 1 or (first > 0 and bool(found))

    def _is_common(self, index: int) -> bool:
        """Whether the first title stands over all others: they are numbers under it, or one of a kind."""
        if index:
            return False
        below = [title for title in self._titles[1:] if title is not None]
        if not below or self._titles[1] is None:
            return False
        return all(title.kind in ("numeral", *BACK) for title in below) or self._titles[0] is below[0]

    def _argument(self, index: int, last: int) -> int:
        """How many stanzas the summary of a canto takes that is added, with its heading; 0 for a poem."""
        stanzas = self._stanzas
        if " ".join(folded(stanzas[index].text)) not in self._language.structure.arguments:
            return 0
        end = index + 1
        while (
            end < last and self._titles[end] is None and not looks_like_verse(stanzas[end], self._flow.width)
        ):
            end += 1
        if end == index + 1 or end == last:
            return 0
        rule = "summary of a poem"
        head = Block("head", stanzas[index].span, rule=rule)
        told = [Block("paragraph", stanza.span, rule=rule) for stanza in stanzas[index + 1 : end]]
        self._flow.items.append(spanning("argument", (head, *told), rule=rule))
        return end - index

    def _title(self, index: int, title: Title, *, divides: bool) -> None:
        stanza = self._stanzas[index]
        self._flow.calls.add(stanza.span)
        rule = "title of a poem"
        head = Block("head", stanza.span, rule=rule)
        if not divides or title.second:
            self._flow.items.append(head)
            return
        self._flow.items.append(Opening(title.level, head, title.type, title.n))

    def _under(self, index: int, title: Title, last: int) -> int:
        """What stands under a title before the text; the index of what comes next."""
        items = self._flow.items
        stanzas = self._stanzas
        index += 1
        if title.kind == "contents":
            end = min(self._contents_end(index - 1), last)
            if end > index:
                items.append(list_block([(line,) for s in stanzas[index:end] for line in s.lines]))
            return max(end, index)
        if title.kind == "notes":
            self._flow.calls.with_apart()
            while index < last and self._titles[index] is None:
                if self._flow.endnote(stanzas[index]):
                    index += 1
                else:
                    index = self._flow.block(stanzas, index, last)
            return index
        if title.kind in self._language.structure.matter:
            while index < last and self._titles[index] is None and index not in self._feet:
                index = self._flow.block(stanzas, index, self._next_title(index, last))
            return index
        while index + 1 < last and self._titles[index] is None:
            taken = self._opens(index)
            if not taken:
                break
            index += taken
        return index

    def _next_title(self, index: int, last: int) -> int:
        end = min(last, index + _AHEAD)
        return next((i for i in range(index, end) if self._titles[i] is not None or i in self._feet), end)

    def _opens(self, index: int) -> int:
        """How many stanzas a motto, a dedication or a summary takes that is added; 0 for the poem itself."""
        items = self._flow.items
        stanza = self._stanzas[index]
        if (kind := self._goes_with_title(stanza)) is not None:
            items.append(Block(kind, stanza.span, rule="title of a poem" if kind == "head" else "byline"))
            return 1
        if self._summarises(stanza):
            inner = Block("paragraph", stanza.span, rule="summary of a poem")
            items.append(spanning("argument", (inner,), rule="summary of a poem"))
            return 1
        motto = epigraph(self._stanzas, index, self._flow.margin, self._flow.width)
        if motto is not None:
            items.append(motto[0])
            return motto[1]
        if len(stanza.lines) > 2 or any(len(line.text) > LONGEST_LINE for line in stanza.lines):
            return 0
        first = stanza.lines[0]
        right = at_the_right(first, self._flow.margin)
        named = right and (is_initials(first) or is_signature(first, self._language))
        given = is_dedication(stanza, self._language) and (right or len(folded(stanza.text)) <= _DEDICATED)
        if not (named or given) or stanza.text in self._again:
            return 0
        salute = Block("salute", stanza.span, rule="dedication")
        items.append(spanning("opener", (salute,), rule="dedication"))
        return 1

    def _goes_with_title(self, stanza: Stanza) -> str | None:
        """ "byline" for the poet's name under the title, "head" for what kind of poem it is."""
        words = stanza.text.split()
        if len(stanza.lines) > 1 or len(words) > _DEDICATED or stanza.text[-1] in ",;:.!?":
            return None
        if words[0] in self._language.article.byline and len(words) > 1 and words[1][0].isupper():
            return "byline"
        kinds = set(folded(stanza.text)) & self._language.structure.subtitles
        return "head" if kinds and self._flow.items and stanza.text[0].isupper() else None

    def _summarises(self, stanza: Stanza) -> bool:
        """Whether a stanza says in prose what the canto tells, after its label ("Argomento. …")."""
        label = _LABEL.match(stanza.lines[0].text)
        return label is not None and " ".join(folded(label[1])) in self._language.structure.arguments

    def _block(self, index: int, last: int) -> int:
        """The block that the stanza at `index` begins; the index of the next."""
        items = self._flow.items
        stanza = self._stanzas[index]
        if index in self._feet:
            end, closer = self._feet[index]
            items.append(closer)
            return end
        parted = section_break(stanza)
        if parted is not None:
            items.append(parted)
            return index + 1
        if self._is_end(stanza):
            items.append(Block("trailer", stanza.span, rule="end of the text"))
            return index + 1
        label = note_label(stanza, self._language)
        if label is not None and (note := self._flow.note(self._stanzas, index)) is not None:
            items.append(note)
            return index + 1
        if any(len(line.text) > 2 * LONGEST_LINE for line in stanza.lines) or (
            len(stanza.lines) == 1 and len(stanza.text) > LONGEST_LINE
        ):
            return self._flow.block(self._stanzas, index, self._next_title(index + 1, last), under=True)
        refrain = " ".join(folded(stanza.text)) in self._again
        kind = "refrain" if refrain else "stanza"
        items.append(stanza_block(stanza, self._step, self._marks, kind))
        self._flow.calls.add(stanza.span)
        return index + 1

    def _is_end(self, stanza: Stanza) -> bool:
        words = " ".join(folded(stanza.text))
        return len(stanza.lines) == 1 and words in self._language.structure.ends
