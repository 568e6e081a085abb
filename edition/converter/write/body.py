"""Blocks as TEI elements: front matter, the piece with its heads, paragraphs and quotations."""

from __future__ import annotations

from collections.abc import Callable

from edition.converter.write.inline import RESPONSIBLE, InlineWriter
from edition.model import Block, Document, Quotation
from edition.tei.build import TeiBuilder


def write_blocks(builder: TeiBuilder, document: Document, inline: InlineWriter) -> None:
    """`front` with the masthead, if there is one, and `body` with one division, the piece."""
    mastheads = [block for block in document.blocks if block.kind == "masthead"]
    others = [block for block in document.blocks if block.kind != "masthead"]
    writer = _BlockWriter(builder, document, inline)
    if mastheads:
        with builder.division("front"):
            for block in mastheads:
                writer.write(block)
    with builder.division("body"), builder.division("div", type_=document.genre):
        for block in others:
            writer.write(block)


class _BlockWriter:
    """Writes blocks by kind; counts quotations, so that each has an id."""

    def __init__(self, builder: TeiBuilder, document: Document, inline: InlineWriter) -> None:
        self._builder = builder
        self._inline = inline
        self._quotations: dict[int, Quotation] = {q.span.start: q for q in document.metadata.quotations}
        self._count = 0

    def write(self, block: Block) -> None:
        """The element of `block` and all in it. Raises KeyError for a kind without a writer."""
        _WRITERS[block.kind](self, block)

    def _masthead(self, block: Block) -> None:
        with self._builder.division("div", type_="masthead"):
            for line in block.children:
                self._line("ab", line)

    def _introduction(self, block: Block) -> None:
        with self._builder.division("div", type_="introduction"):
            self._children(block)

    def _quotation_division(self, block: Block) -> None:
        with self._builder.division("div", type_="quotation"):
            self._children(block)

    def _quotation(self, block: Block) -> None:
        """`cit` with `quote` and `bibl` (Guidelines 3.3.3); `said` inside where it was spoken."""
        quote, source = block.children
        self._count += 1
        number = self._count
        tied = self._quotations.get(quote.span.start)
        with self._builder.division("cit"):
            with self._builder.division(
                "quote",
                xml_id=f"quote-{number}",
                source=f"#source-{number}",
                resp=RESPONSIBLE if block.certainty else None,
                cert=str(block.certainty) if block.certainty else None,
            ):
                if tied is not None and tied.who and tied.spoken:
                    who = " ".join(f"#{person}" for person in tied.who)
                    with self._builder.division("said", who=who, direct="true"):
                        self._children(quote)
                else:
                    self._children(quote)
            self._source(source, f"source-{number}")

    def _source(self, block: Block, identifier: str) -> None:
        if not block.children:
            self._line("bibl", block, xml_id=identifier)
            return
        with self._builder.line("bibl", xml_id=identifier):
            for number, line in enumerate(block.children):
                if number:
                    self._builder.text("\n")
                    with self._builder.phrase("lb"):
                        pass
                self._inline.write(line.span)

    def _children(self, block: Block) -> None:
        for child in block.children:
            self.write(child)

    def _unquoted_source(self, block: Block) -> None:
        """An attribution with nothing above it to belong to."""
        self._source(block, f"source-loose-{block.span.start}")

    def _line(self, name: str, block: Block, **attributes: str | None) -> None:
        with self._builder.line(name, **attributes):
            self._inline.write(block.span)


def _element(name: str, type_: str | None = None) -> Callable[[_BlockWriter, Block], None]:
    def write(writer: _BlockWriter, block: Block) -> None:
        writer._line(name, block, type_=type_)

    return write


_WRITERS: dict[str, Callable[[_BlockWriter, Block], None]] = {
    "masthead": _BlockWriter._masthead,
    "head": _element("head"),
    "rubric": _element("head", "rubric"),
    "byline": _element("byline"),
    "dateline": _element("dateline"),
    "paragraph": _element("p"),
    "introduction": _BlockWriter._introduction,
    "quotation-division": _BlockWriter._quotation_division,
    "quotation": _BlockWriter._quotation,
    "attribution": _BlockWriter._unquoted_source,
    "source-lines": _BlockWriter._unquoted_source,
}
