"""Letters that a text quotes, with how they open and close (Guidelines 4.3.2).

They stand in quotation marks, which open again with each paragraph or do not, are set in from the margin, or
follow a colon. What shows nothing of a letter but its marks stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from edition.converter.forms.letters import QUOTE_PAIRS
from edition.converter.languages import Language
from edition.converter.segment.endings import folded, is_date_alone, is_initials, is_signature
from edition.converter.segment.letter.closer import closer_block
from edition.converter.segment.letter.closing import Closer, find_closer
from edition.converter.segment.letter.opening import Opener, after_opener, find_opener, opener_block
from edition.converter.segment.letter.parts import closes, is_postscript, run_in_salute
from edition.converter.segment.letter.run_in import cut_closer, with_name
from edition.converter.segment.lines import Line, Stanza
from edition.model import Block, Source, Span, spanning

RULE = "letter quoted in the text"
_MARKS = "\"“”„«»'‘’‚‹›"
_LEAD = re.compile(rf"[{_MARKS}]{{1,3}}\s?")
_TAIL = re.compile(rf"[{_MARKS}][{_MARKS}.,;:!?_)\]]*$")
_CLOSERS = {**QUOTE_PAIRS, "'": "'’", '"': '"”', "»": "«", "”": "”"}
_AGAIN = {"«": "«»", "»": "»", "„": "„", "“": "“", '"': '"'}  # what opens a further paragraph
_NEXT_LINE = re.compile(rf"\n[ \t]*[{_MARKS}]+")  # marks that each line opens with again
_AT_THE_RIGHT = re.compile(rf"\n[ \t]{{12,}}[{_MARKS}]+")
_APOSTROPHES = "'’‘"
_MOST = 60  # paragraphs of a quoted letter
_SIGNS = 2  # that must speak for a letter
_SALUTE = 45  # characters of a greeting on a line by itself
_FAR = 12  # blanks that set a line apart at the right
_FIRST = 80  # characters in which a greeting ends
_CALL = 4  # words of a greeting that is not known
_FOOT = 60  # characters of a line of its foot
_BEGINNING = 120  # characters
_SIGNATURE = 6  # words
_TEXT = frozenset({"paragraph", "verse"})
_INSIDE = frozenset({"note", "list", "section-break", "table", "page"})
_HOLDING = frozenset({"division", "front", "back", "introduction"})


def quoted_letters(blocks: Sequence[Block], source: Source, language: Language) -> tuple[Block, ...]:
    """The blocks with the paragraphs of each quoted letter in a `quote` that holds a `letter`."""
    return tuple(_Reader(source, language).among(blocks))


class _Reader:
    def __init__(self, source: Source, language: Language) -> None:
        self._text = source.text
        self._language = language
        letters = language.letters
        self._greeting = letters.salutes | letters.dictions | letters.telegrams
        self._leaving = letters.closings | letters.devotion | letters.leaves

    def among(self, blocks: Sequence[Block]) -> Iterator[Block]:
        """The blocks in order, those of each letter as one."""
        index = 0
        while index < len(blocks):
            block = blocks[index]
            taken, letter = self._at(blocks, index) if block.kind in _TEXT else (0, None)
            if letter is not None:
                yield Block("quote", letter.span, (letter,), rule=RULE)
                index += taken
                continue
            if block.kind in _HOLDING:
                inner = tuple(self.among(block.children))
                changed = len(inner) != len(block.children) or inner != block.children
                block = replace(block, children=inner) if changed else block
            elif block.kind == "quote" and all(child.kind in _TEXT for child in block.children):
                letter = self._letter(block.children, 0)
                block = replace(block, children=(letter,)) if letter is not None else block
            yield block
            index += 1

    def _at(self, blocks: Sequence[Block], index: int) -> tuple[int, Block | None]:
        """How many blocks from `index` on are a letter, and the letter."""
        block = blocks[index]
        introduced = self._introduces(blocks[index - 1]) if index else 0
        if self._text[block.span.start] in _MARKS:
            count = self._in_marks(blocks, index)
        else:
            count = self._to_its_foot(blocks, index) if introduced else 0
        if not count or not (introduced or self._may_be_letter(blocks[index : index + count])):
            return 0, None
        return count, self._letter(blocks[index : index + count], introduced)

    def _may_be_letter(self, blocks: Sequence[Block]) -> bool:
        """Whether blocks begin as letters do, with a greeting or a date, and end so, with a formula or name.

        Most of what stands in quotation marks is talk. Of several paragraphs beginning or end will do.
        """
        first, last = blocks[0].span, blocks[-1].span
        begin = self._text[first.start : min(first.end, first.start + _BEGINNING)]
        begins = any(map(str.isdigit, begin)) or not self._greeting.isdisjoint(folded(begin))
        if begins is (len(blocks) > 1):
            return begins
        end = self._text[max(last.start, last.end - _BEGINNING) : last.end]
        if not self._leaving.isdisjoint(folded(end)):
            return True
        words = end.rpartition("\n")[2].split() if len(blocks) > 1 else end.split()[-2:]
        return len(words) <= _SIGNATURE and all(word.strip(_MARKS)[:1].isupper() for word in words[-2:])

    def _introduces(self, block: Block) -> int:
        """1 where a paragraph ends in a colon, 2 where it speaks of a letter besides."""
        if block.kind != "paragraph" or self._text[block.span.end - 1] != ":":
            return 0
        words = folded(self._text[block.span.start : block.span.end][-300:])
        return 2 if self._language.letters.headings & set(words) else 1

    def _in_marks(self, blocks: Sequence[Block], index: int) -> int:
        """How many blocks from `index` on stand in the marks that open the first; 0 if none closes."""
        lead = self._lead(blocks[index]).rstrip()
        if self._is_closed(blocks[index], lead):
            return int(self._is_shaped(blocks[index]))
        if not self._stays_open(blocks[index], lead):
            return 0
        again: bool | None = None
        for end in range(index + 1, min(len(blocks), index + _MOST)):
            block = blocks[end]
            if block.kind in _INSIDE:
                continue
            if block.kind not in _TEXT:
                return 0
            opens = self._text.startswith(tuple(self._reopenings(lead)), block.span.start)
            if again is None:
                again = opens
            if opens != again or (not again and self._text[block.span.start] in _MARKS):
                return 0
            if len(self._lead(block).rstrip()) > len(lead):
                return 0  # what is quoted in the quotation is the letter
            if self._is_closed(block, lead):
                return end + 1 - index
            if not self._stays_open(block, lead):
                return 0
        return 0

    def _is_shaped(self, block: Block) -> bool:
        """Whether one paragraph can be a letter: its first lines greet or are short, or its last is apart.

        Most of what stands in marks is talk; it is not looked at any further.
        """
        end = self._text.find("\n", block.span.start, block.span.end)
        if end < 0:
            return self._greets(self._text[block.span.start : block.span.end])
        last = self._text.rfind("\n", block.span.start, block.span.end) + 1
        apart = self._text[last : last + _FAR].isspace()
        second = self._text[end + 1 : block.span.end].partition("\n")[0].strip()
        first = self._text[block.span.start : end]
        return apart or len(first) <= _SALUTE or self._greets(first) or self._greets(second)

    def _greets(self, text: str) -> bool:
        line = Line(text[:_FIRST].strip(_MARKS + " \t"), Span(0, 0))
        return bool(line.text) and run_in_salute(line, self._language) > 0

    def _lead(self, block: Block) -> str:
        match = _LEAD.match(self._text, block.span.start)
        return match.group() if match else ""

    def _reopenings(self, lead: str) -> Iterator[str]:
        for last in _AGAIN.get(lead[-1], lead[-1]):
            yield lead[:-1] + last

    def _is_closed(self, block: Block, lead: str) -> bool:
        """Whether the marks that were opened close with the block."""
        tail = _TAIL.search(self._text[max(block.span.start + 2, block.span.end - 12) : block.span.end])
        if tail is None or not any(sign in _CLOSERS.get(lead[-1], "") for sign in tail.group()):
            return False
        return len(lead) > 1 or lead in _APOSTROPHES or self._open(block, lead) < 1

    def _stays_open(self, block: Block, lead: str) -> bool:
        """Whether the marks at the beginning of a block are not closed in it, as those of talk are."""
        return lead[0] in _APOSTROPHES or self._open(block, lead[0]) == 1

    def _open(self, block: Block, mark: str) -> int:
        """How many more marks are opened in a block than closed; the first of all opens."""
        words = self._text[block.span.start + 1 : block.span.end]
        words = _AT_THE_RIGHT.sub("", words)
        if words.count("\n") == len(_NEXT_LINE.findall(words)):
            words = _NEXT_LINE.sub("", words)
        if mark == '"':
            return 1 - words.count(mark) % 2
        closing = sum(words.count(sign) for sign in _CLOSERS.get(mark, ""))
        return 1 + words.count(mark) - closing

    def _to_its_foot(self, blocks: Sequence[Block], index: int) -> int:
        """How many blocks from `index` on are a letter without marks, which a formula must close."""
        first = self._stanza(blocks[index])
        opener = find_opener([first, *map(self._stanza, blocks[index + 1 : index + 3])], self._language, 0)
        if not (opener.greets or opener.datelines):
            return 0
        for end in range(index + 1, min(len(blocks), index + _MOST)):
            if blocks[end].kind not in _TEXT | _INSIDE:
                return 0
            foot = self._stanza(blocks[end])
            short = len(foot.lines) <= 4 and all(len(line.text) <= _FOOT for line in foot.lines)
            if short and closes(foot.lines, self._language):
                below = self._stanza(blocks[end + 1]) if end + 1 < len(blocks) else None
                named = below is not None and len(below.lines) == 1 and self._signs(below.lines[0])
                return end + 1 - index + named
        return 0

    def _signs(self, line: Line) -> bool:
        return is_initials(line) or is_signature(line, self._language)

    def _stanza(self, block: Block) -> Stanza:
        """The lines of a block, without the quotation marks at their ends; their spans keep them."""
        lines: list[Line] = []
        position = block.span.start
        for raw in self._text[block.span.start : block.span.end].split("\n"):
            stripped = raw.strip()
            if stripped:
                start = position + len(raw) - len(raw.lstrip())
                margin = start - (self._text.rfind("\n", 0, start) + 1)
                lines.append(Line(stripped, Span(start, start + len(stripped)), margin))
            position += len(raw) + 1
        return _bare(Stanza(tuple(lines)))

    def _raw(self, stanza: Stanza) -> Stanza:
        """The lines as the source has them."""
        return Stanza(
            tuple(line._replace(text=self._text[line.span.start : line.span.end]) for line in stanza.lines)
        )

    def _letter(self, blocks: Sequence[Block], introduced: int) -> Block | None:
        """The blocks as a letter; None where too little shows one."""
        stanzas = [self._stanza(block) for block in blocks]
        opener = find_opener(stanzas, self._language, 0)
        if not opener.greets and not _dated(stanzas[0], self._language):
            opener = Opener()
        rest, run_in = self._after(stanzas, opener)
        closer = find_closer(rest, self._language, 0) if rest else None
        if closer is not None and not self._is_foot(rest, closer):
            closer = None
        if rest and (closer is None or closer.signs_only):
            at = len(rest) - 1 if closer is None else closer.first
            cut = cut_closer(self._raw(rest[at]), self._language)
            if cut is not None:
                rest[at : at + 1] = map(_bare, cut)
                closer = Closer(at + 1, 0, at + 2)
        if closer is not None and not (opener.lines or opener.run_in) and _calls(stanzas):
            opener, rest = Opener(1, (0,)), rest[1:]
            closer = Closer(closer.first - 1, closer.line, closer.last - 1)
        signs = opener.greets + bool(opener.datelines) + (introduced > 1)
        signs += self._weight(rest, closer) if closer is not None else 0
        if signs < _SIGNS or not (opener.greets or opener.datelines or closer is not None):
            return None
        children: list[Block] = []
        if opener.lines or opener.run_in:
            lines = [line for stanza in stanzas[: opener.lines + 1] for line in stanza.lines]
            children.append(opener_block(lines, opener._replace(run_in=run_in), self._language))
        body = rest if closer is None else rest[: closer.first]
        whole = {block.span: block for block in blocks}
        children += [_paragraph(stanza, whole) for stanza in body]
        if closer is not None:
            children += self._foot(rest, closer, whole)
        if all(child.kind in ("opener", "closer", "postscript", "note") for child in children):
            return None
        return spanning("letter", tuple(children), rule=RULE)

    def _after(self, stanzas: list[Stanza], opener: Opener) -> tuple[list[Stanza], int]:
        """The stanzas after the opener; the length of a greeting with text after it, and its marks."""
        if not opener.run_in:
            return after_opener(stanzas, opener), 0
        line = [line for stanza in stanzas for line in stanza.lines][opener.lines]
        shift = self._text.index(line.text, line.span.start) - line.span.start
        rest = after_opener(stanzas, opener)
        first = rest[0].lines[0]
        start = first.span.start + shift
        rest[0] = Stanza((first._replace(span=Span(start, first.span.end)), *rest[0].lines[1:]))
        return rest, opener.run_in + shift

    def _is_foot(self, rest: Sequence[Stanza], closer: Closer) -> bool:
        """Whether what closes is short, and something of the letter stands over it."""
        lines = [line for stanza in rest[closer.first : closer.last] for line in stanza.lines][closer.line :]
        if closer.first == closer.line == 0 or any(len(line.text) > 2 * _FOOT for line in lines):
            return False
        return closes(lines, self._language) or self._signs(lines[-1])

    def _weight(self, rest: Sequence[Stanza], closer: Closer) -> int:
        lines = [line for stanza in rest[closer.first : closer.last] for line in stanza.lines][closer.line :]
        formula = any(closes(lines[: count + 1], self._language) for count in range(len(lines)))
        return formula + (len(lines) > 1 or not formula)

    def _foot(self, rest: Sequence[Stanza], closer: Closer, whole: dict[Span, Block]) -> Iterator[Block]:
        """The closer with the end of the paragraph over it, and the postscripts under it."""
        if closer.line:
            yield _paragraph(Stanza(rest[closer.first].lines[: closer.line]), whole)
        foot = [line for stanza in rest[closer.first : closer.last] for line in stanza.lines][closer.line :]
        if len(foot) == 1 and (cut := with_name(self._raw(Stanza(tuple(foot))).lines, self._language)):
            foot = [*_bare(Stanza(cut)).lines]
        yield closer_block(foot, rest[closer.first + 1 : closer.last], self._language)
        inner = [_paragraph(stanza, whole) for stanza in rest[closer.last :]]
        while inner and inner[0].kind == "note":
            yield inner.pop(0)
        labelled = inner and is_postscript(rest[closer.last].lines[0], self._language)
        if inner:
            yield spanning("postscript", tuple(inner), rule="postscript" if labelled else RULE)


def _bare(stanza: Stanza) -> Stanza:
    """The lines without the quotation marks at their ends, which their spans keep."""
    return Stanza(
        tuple(line._replace(text=line.text.strip(_MARKS).strip() or line.text) for line in stanza.lines)
    )


def _dated(stanza: Stanza, language: Language) -> bool:
    return any(is_date_alone(line, language) for line in stanza.lines)


def _calls(stanzas: Sequence[Stanza]) -> bool:
    """Whether a line by itself over a letter that closes as one can be its greeting in any language."""
    lines = stanzas[0].lines
    short = len(lines) == 1 and len(lines[0].text.split()) <= _CALL
    return short and len(stanzas) > 2 and lines[0].text.endswith((",", ":", "!"))


def _paragraph(stanza: Stanza, whole: dict[Span, Block]) -> Block:
    """The block that a stanza was, else a paragraph of what is left of it."""
    return whole.get(stanza.span) or Block("paragraph", stanza.span, rule="paragraph")
