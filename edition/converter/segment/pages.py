"""Page numbers and running heads that a transcript kept: where pages begin, and what was printed there.

They are told by going up, and by standing where a sentence is not finished. A paragraph that a page ends is
one paragraph again, with the page's beginning in it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from edition.converter.languages import Language
from edition.converter.segment.columns import said_pages
from edition.converter.segment.lines import Line, Stanza
from edition.model import Annotation, Block, Source, Span

RULE = "page number or running head"
_LONGEST = 80  # characters of a running head
_NUMBER = re.compile(r"^\W{0,3}(?P<a>\d{1,4})\W{0,3}$|^(?P<b>\d{1,4})\s+\S|\S\s+(?P<c>\d{1,4})\W{0,2}$")
_DIGITS = re.compile(r"\d+")
_FEWEST = 3
_STEP = 4  # pages that may lack a number between two that have one
_BROKEN = 0.4  # of all page beginnings must stand in an unfinished sentence
_ENDS = '.!?…:;"”’»)]*—–-_'
_INLINE = re.compile(r"[\[{](?:[Pp]g?\.?|[Pp]age|[Ss]\.|[Ss]eite|[Pp]ágina|[Pp]agina)?\s?(\d{1,4})[\]}]")


class Page(NamedTuple):
    """Where a page begins: the line with its number, and the number."""

    line: Line
    n: str


def without_pages(stanzas: Sequence[Stanza], language: Language) -> tuple[tuple[Stanza, ...], list[Page]]:
    """The stanzas, those that a page's end had parted joined again; and the pages.

    Page lines stand among the lines of what they parted; those that part nothing stay stanzas of their own.
    """
    found = {**_pages(stanzas), **said_pages(stanzas, language)}
    if not found:
        return tuple(stanzas), []
    result: list[Stanza] = []
    joining = False
    for index, stanza in enumerate(stanzas):
        page = index in found
        if page and result and not joining and _unfinished(result[-1]) and index + 1 < len(stanzas):
            result[-1] = Stanza((*result[-1].lines, *stanza.lines))
            joining = True
        elif joining:
            result[-1] = Stanza((*result[-1].lines, *stanza.lines))
            joining = page
        else:
            result.append(stanza)
    return tuple(result), [Page(stanzas[i].lines[0], n) for i, n in sorted(found.items())]


def _pages(stanzas: Sequence[Stanza]) -> dict[int, str]:
    """The stanzas that are page lines, by index, with their numbers."""
    rows: dict[str, list[tuple[int, int]]] = defaultdict(list)
    numbered: dict[int, int] = {}
    for index, stanza in enumerate(stanzas):
        if len(stanza.lines) == 1 and len(stanza.lines[0].text) <= _LONGEST:
            text = stanza.lines[0].text
            match = _NUMBER.search(text)
            if match is not None:
                number = int(next(group for group in match.groups() if group))
                numbered[index] = number
                rows[_DIGITS.sub("", text).strip().casefold()].append((index, number))
    found: dict[int, str] = {}
    for row in rows.values():
        run = _ascending(row)
        if len(run) < _FEWEST:
            continue
        broken = sum(index > 0 and _unfinished(stanzas[index - 1]) for index, _ in run)
        if broken >= _BROKEN * len(run):
            found.update((index, str(number)) for index, number in run)
    found.update(_between(numbered, {index: int(number) for index, number in found.items()}, stanzas))
    return found


def _between(
    numbered: Mapping[int, int], known: Mapping[int, int], stanzas: Sequence[Stanza]
) -> Iterator[tuple[int, str]]:
    """The lines whose numbers stand between those of pages that are known, whatever else they say.

    On the left page stands the title of the book, on the right that of the chapter.
    """
    places = sorted(known)
    for index, number in numbered.items():
        if index in known or not places:
            continue
        place = bisect_left(places, index)
        before = known[places[place - 1]] if place else number - 1
        after = known[places[place]] if place < len(places) else number + 1
        near = (place > 0 and number - before == 1) or (place < len(places) and after - number == 1)
        if before < number < after and near and (index == 0 or _unfinished(stanzas[index - 1])):
            yield index, str(number)


def _ascending(row: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest stretch of a row in which the numbers go up by a few at a time."""
    best: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for index, number in row:
        if run and not 0 < number - run[-1][1] <= _STEP:
            run = []
        run.append((index, number))
        if len(run) > len(best):
            best = list(run)
    return best


def _unfinished(stanza: Stanza) -> bool:
    text = stanza.lines[-1].text
    hyphen = text[-1] == "-" and text[-2:-1].isalpha()
    return hyphen or text[-1] not in _ENDS


def page_blocks(blocks: Sequence[Block], pages: Sequence[Page]) -> tuple[Block, ...]:
    """The blocks with those that are nothing but a page line as `page`."""
    lines = {page.line.span: page.n for page in pages}
    return tuple(_with_pages(block, lines) for block in blocks) if lines else tuple(blocks)


def _with_pages(block: Block, lines: dict[Span, str]) -> Block:
    if not block.children:
        if block.span in lines and block.kind in ("paragraph", "speech", "head", "stage"):
            return Block(
                "page", block.span, rule=RULE, attributes=(("type", "pageNum"), ("n", lines[block.span]))
            )
        return block
    children = tuple(_with_pages(child, lines) for child in block.children)
    if all(new is old for new, old in zip(children, block.children, strict=True)):
        return block
    return Block(block.kind, block.span, children, block.rule, block.certainty, block.attributes)


def page_marks(leaves: Sequence[Block], pages: Sequence[Page], source: Source) -> list[Annotation]:
    """Where pages begin inside paragraphs: `pb` with the number, and what is printed in `fw`."""
    marks: list[Annotation] = []
    place = 0
    bracketed = _INLINE.search(source.text) is not None
    if not pages and not bracketed:
        return marks
    for leaf in leaves:
        while place < len(pages) and pages[place].line.span.end <= leaf.span.start:
            place += 1
        while place < len(pages) and pages[place].line.span.within(leaf.span):
            if leaf.kind != "page":
                marks.extend(_begins(pages[place].line.span, pages[place].n))
            place += 1
        if bracketed and leaf.kind != "page":
            for match in _INLINE.finditer(source.text, leaf.span.start, leaf.span.end):
                if _is_page(match, leaf):
                    marks.extend(_begins(Span(*match.span()), match[1]))
    return marks


def _is_page(match: re.Match[str], leaf: Block) -> bool:
    """Whether a number in brackets is a page's: it says so, or stands in braces; "[12]" may call a note."""
    return match.group()[0] == "{" or not match.group()[1].isdigit()


def _begins(span: Span, n: str) -> list[Annotation]:
    return [
        Annotation("pb", Span(span.start, span.start), (("n", n),), RULE),
        Annotation("fw", span, (("type", "pageNum"),), RULE),
    ]
