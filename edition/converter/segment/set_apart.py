"""Block quotations without an attribution: what a colon introduces and marks or voice set apart.

In quotation marks that open with each paragraph and close with the last, or, after a sentence that says that
someone speaks or writes, without marks (Guidelines 3.3.3, `quote`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from edition.converter.forms.attribution import parse_attribution
from edition.converter.forms.citations import find_citations
from edition.converter.forms.introductions import ends_in_colon, parse_introduction
from edition.converter.forms.letters import DASHES, QUOTE_PAIRS
from edition.converter.languages import Language
from edition.model import Block, Certainty, Source, Span, spanning

MARKED = "quotation marks after a colon"
UNMARKED = "text after a colon"
RUN_ON = "source after a quotation"
CITED = "citation under a quotation"
_LONGEST_SOURCE = 240  # characters
_REACH = 1000  # characters of the paragraph that introduces
_MOST = 40  # paragraphs of a quotation
_FEWEST = 25  # characters of one without marks
_LABEL = 80  # characters
_TAIL = 90  # characters that may stand after the closing mark: a citation, the call of a note
_HOLDING = frozenset({"division", "front", "back"})
_AFTER = re.compile(r"[.,;:!?]?\s*(?:[(\[][^()\[\]]{1,80}[)\]]\.?|[¹²³⁴⁵⁶⁷⁸⁹*†]{0,3})?\s*")
_AGAIN = {
    "«": "«»",
    "»": "»«",
    "„": "„“",
    "“": "“",
    '"': '"',
    "‘": "‘",
    "”": "”",
    "‹": "‹",
    "›": "›",
    "‚": "‚",
}
_LINE_BEGINS = re.compile(r"\n[ \t]*$")
_NEW_LINE = re.compile(r"\n[ \t]*")
_STOPS = frozenset(".!?:;,")
_REPLY = "reply"
_SOURCE = re.compile(rf"(?P<mark>[”“\"»«’])[.,]?\s*(?P<source>(?:[{DASHES}]|--|-\s)\s?\S)")


def set_apart(
    blocks: Sequence[Block], source: Source, language: Language, *, printed: bool
) -> tuple[Block, ...]:
    """The blocks with such paragraphs in a `quote` each. Where the text is not a piece `printed` in a paper,
    only several paragraphs in marks count, written or announced ones: in a novel people speak.
    """
    return tuple(_Reader(source, language, printed).among(blocks))


class _Reader:
    def __init__(self, source: Source, language: Language, printed: bool) -> None:
        self._text = source.text
        self._source = source
        self._language = language
        self._printed = printed

    def among(self, blocks: Sequence[Block], *, replying: bool = False) -> Iterator[Block]:
        """The blocks in order; those of each quotation as one. What labels a reply introduces nothing."""
        index = 0
        while index < len(blocks):
            block = blocks[index]
            if block.kind in _HOLDING:
                inner = tuple(self.among(block.children, replying=block.get("type") == _REPLY))
                block = replace(block, children=inner) if inner != block.children else block
            if block.kind == "paragraph" and (parted := self._with_source(block)) is not None:
                yield parted
                index += 1
                continue
            introducing = (
                index
                and blocks[index - 1].kind == "paragraph"
                and not (replying and self._is_label(blocks, index))
            )
            count, rule, certainty = self._quoted(blocks, index) if introducing else (0, "", Certainty.LOW)
            if count:
                words = tuple(part for one in blocks[index : index + count] for part in self._by_marks(one))
                quote = spanning("quote", words, rule=rule, certainty=certainty)
                index += count
                if index < len(blocks) and self._cites(blocks[index]):
                    source = replace(blocks[index], kind="attribution", rule=CITED)
                    yield spanning("quotation", (quote, source), rule=rule, certainty=certainty)
                    index += 1
                else:
                    yield quote
                continue
            yield block
            index += 1

    def _is_label(self, blocks: Sequence[Block], index: int) -> bool:
        """Whether the block before is the label of a reply ("The Lamp replies:")."""
        return index == 1 and blocks[0].span.end - blocks[0].span.start <= _LABEL

    def _quoted(self, blocks: Sequence[Block], index: int) -> tuple[int, str, Certainty]:
        """How many blocks from `index` on are quoted, by which rule, and how sure that is."""
        none = 0, "", Certainty.LOW
        start, end = blocks[index - 1].span
        if blocks[index].kind not in ("paragraph", "verse"):
            return none
        if not ends_in_colon(self._text[max(start, end - 6) : end]):
            return none
        found = parse_introduction(self._text[max(start, end - _REACH) : end], self._language)
        assert found is not None
        run = []
        for block in blocks[index : index + _MOST]:
            if block.kind != "paragraph":
                break
            run.append(self._source.slice(block.span))
        if run and run[0][:1] in QUOTE_PAIRS:
            count = in_marks(run)
            told = self._printed or (count > 1 and found.kind in ("wrote", "announced"))
            sure = Certainty.HIGH if found.kind else Certainty.MEDIUM
            return (count, MARKED, sure) if count and told else none
        if not self._printed or not found.kind:
            return none
        if blocks[index].kind == "verse":
            return 1, UNMARKED, Certainty.MEDIUM
        count = self._without_marks(run)
        return (count, UNMARKED, Certainty.MEDIUM) if count else none

    def _by_marks(self, block: Block) -> Iterator[Block]:
        """A paragraph in parts, where each of its lines opens with the mark and the one above has its stop:
        what is said, and the names under it.
        """
        start, end = block.span
        places = [start, *(match.end() for match in _NEW_LINE.finditer(self._text, start, end))]
        mark = self._text[start]
        parted = len(places) > 1 and all(
            self._text[place] in _AGAIN.get(mark, mark) and self._text[start:place].rstrip()[-1] in _STOPS
            for place in places[1:]
        )
        if block.kind != "paragraph" or mark not in QUOTE_PAIRS or not parted:
            yield block
            return
        for place, stop in zip(places, [*places[1:], end], strict=True):
            yield replace(block, span=Span(place, place + len(self._text[place:stop].rstrip())))

    def _with_source(self, block: Block) -> Block | None:
        """A paragraph that is a quotation in marks, then a dash and its source."""
        start, end = block.span
        if self._text[start] not in QUOTE_PAIRS:
            return None
        if _SOURCE.search(self._text, max(start + 2, end - _LONGEST_SOURCE), end) is None:
            return None
        closed = _closing(self._text[start:end], self._text[start])
        tail = _SOURCE.match(self._text, start + closed, end) if closed is not None else None
        if tail is None:
            return None
        dash = tail.start("source")
        parsed = parse_attribution(self._text[dash:end], self._language)
        if parsed is None or not (parsed.all("author") and parsed.all("title")):
            return None
        inner = replace(block, span=Span(start, start + len(self._text[start:dash].rstrip())))
        quote = spanning("quote", (inner,), rule=RUN_ON)
        source = Block("attribution", Span(dash, end), rule=RUN_ON)
        return spanning("quotation", (quote, source), rule=RUN_ON)

    def _cites(self, block: Block) -> bool:
        """Whether a paragraph is a citation in brackets and nothing else."""
        if block.kind != "paragraph" or block.span.end - block.span.start > _LONGEST_SOURCE:
            return False
        text = self._source.slice(block.span)
        if text[0] not in "([":
            return False
        found = find_citations(text, self._language)
        return len(found) == 1 and not text[found[0].closes :].strip(" .") and found[0].closes > 0

    def _without_marks(self, run: Sequence[str]) -> int:
        """How many paragraphs are quoted: the first, and those after it that go on in its first person."""
        if len(run[0]) < _FEWEST or ends_in_colon(run[0]):
            return 0
        count = 1
        while (
            count < len(run)
            and self._speaks(run[0])
            and self._speaks(run[count])
            and not ends_in_colon(run[count])
            and run[count][:1] not in QUOTE_PAIRS
        ):
            count += 1
        return count

    def _speaks(self, text: str) -> bool:
        return any(word in self._language.article.first_person for word in re.findall(r"[^\W\d_]+", text))


def in_marks(texts: Sequence[str]) -> int:
    """How many paragraphs from the first on stand in the marks that open each of them; 0 where the marks
    close before the end of a paragraph, or never.
    """
    mark = texts[0][0]
    for count, text in enumerate(texts, 1):
        if text[0] not in _AGAIN.get(mark, mark):
            return 0
        closed = _closing(text, mark)
        if closed is not None:
            rest = text[closed + 1 :]
            return count if len(rest) <= _TAIL and _AFTER.fullmatch(rest) else 0
    return 0


def _closing(text: str, mark: str) -> int | None:
    """Where the mark that opens a text is closed in it; None where it stays open."""
    closers = QUOTE_PAIRS[mark]
    depth = 1
    for match in re.finditer(f"[{re.escape(mark + closers)}]", text[1:]):
        place = match.start() + 1
        sign = text[place]
        before, after = text[place - 1], text[place + 1 : place + 2]
        if sign in "’'" and (after.isalnum() or (mark == "‘" and place + 1 < len(text.rstrip()) - _TAIL)):
            continue  # an apostrophe
        if sign == mark and _LINE_BEGINS.search(text, max(0, place - 20), place):
            continue  # repeated at the beginning of a line
        if sign == mark and sign not in closers:
            depth += 1
        elif sign in closers:
            if sign == mark and before.isspace() and after.isalnum():
                depth += 1  # the same mark opens and closes
                continue
            depth -= 1
            if depth == 0:
                return place
    return None
