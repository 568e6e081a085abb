"""Blocks as TEI elements: front matter, body and back matter, each block by its kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from edition.converter.write.inline import RESPONSIBLE, InlineWriter
from edition.model import Block, Document, Quotation
from edition.tei.build import TeiBuilder

_FRONT = ("front", "masthead")
_COLLECTIONS = ("verse",)  # genres in which what has a title over its parts is the book and no text


def write_blocks(builder: TeiBuilder, document: Document, inline: InlineWriter) -> None:
    """`front` and `back` where there are any, and `body` with one division, the text, or with its parts.

    Where the front matter is all there is, it is the text.
    """
    front = [block for block in document.blocks if block.kind in _FRONT]
    back = [block for block in document.blocks if block.kind == "back"]
    body = [block for block in document.blocks if block.kind not in (*_FRONT, "back")]
    writer = _BlockWriter(builder, document, inline)
    if front:
        with builder.division("front"):
            for block in front:
                writer.write(block)
    with builder.division("body"):
        parts = [block for block in body if block.kind != "head" or document.genre not in _COLLECTIONS]
        if parts and all(block.kind == "division" for block in parts):
            writer.write_all(body)
        else:
            with builder.division("div", type_=document.genre):
                writer.write_all(body)
                if not body:
                    with builder.line("p"):
                        pass
    if back:
        with builder.division("back"):
            for block in back:
                writer.write(block)


class _BlockWriter:
    """Writes blocks by kind; counts quotations, so that each has an id."""

    def __init__(self, builder: TeiBuilder, document: Document, inline: InlineWriter) -> None:
        self._builder = builder
        self._inline = inline
        self._quotations: dict[int, Quotation] = {q.span.start: q for q in document.metadata.quotations}
        self._turns = {turn.span.start: turn for turn in document.metadata.turns}
        self._cited = {place.start: f"#{one.id}" for one in document.metadata.cited for place in one.places}
        self._count = 0

    def write(self, block: Block) -> None:
        """The element of `block` and all in it. Raises KeyError for a kind without a writer."""
        own = _WRITERS.get(block.kind)
        if own is not None:
            own(self, block)
            return
        name, type_ = _ELEMENTS[block.kind]
        given: dict[str, str | None] = dict(block.attributes)
        if type_:
            given.setdefault("type", type_)
        self._element(name, block, given)

    def write_all(self, blocks: Sequence[Block]) -> None:
        """Each of `blocks`, in order."""
        for block in blocks:
            self.write(block)

    def _element(self, name: str, block: Block, attributes: dict[str, str | None]) -> None:
        """An element that holds the children of the block, or its text where it has none."""
        if block.children:
            with self._builder.division(name, **attributes):
                self.write_all(block.children)
        elif attributes or (text := self._inline.plain(block.span)) is None:
            with self._builder.line(name, **attributes):
                self._inline.write(block.span)
        else:
            self._builder.plain(name, text)

    def _transparent(self, block: Block) -> None:
        """The children without an element around them: `front` and `back` are opened once for all."""
        self.write_all(block.children)

    def _turn(self, block: Block) -> None:
        """`sp` (Guidelines 7.2.2), tied to who speaks; where that is not known, it says so."""
        turn = self._turns.get(block.span.start)  # (its attribute `who-label` has done its work)
        sure = turn.certainty if turn is not None else None
        who = " ".join(f"#{person}" for person in turn.who) if turn is not None else ""
        with self._builder.division(
            "sp",
            who=who or None,
            resp=RESPONSIBLE if who and sure else None,
            cert=(str(sure) if sure else None) if who else "unknown",
        ):
            self.write_all(block.children)

    def _quoted_letter(self, block: Block) -> None:
        """A letter inside another text (Guidelines 4.3.2)."""
        with self._builder.division("floatingText", type_="letter"), self._builder.division("body"):
            self.write_all(block.children)

    def _page(self, block: Block) -> None:
        """The beginning of a page, and what is printed at its head or foot (Guidelines 3.11.3, 12.6)."""
        attributes = dict(block.attributes)
        number = attributes.pop("n", None)
        with self._builder.line("pb", n=number):
            pass
        self._element("fw", block, dict(attributes))

    def _inside(self, outer: str, inner: str) -> Callable[[Block], None]:
        def write(block: Block) -> None:
            with self._builder.division(outer):
                self._element(inner, block, dict(block.attributes))

        return write

    def _doc_title(self, block: Block) -> None:
        self._inside("docTitle", "titlePart")(block)

    def _doc_author(self, block: Block) -> None:
        self._inside("byline", "docAuthor")(block)

    def _masthead(self, block: Block) -> None:
        with self._builder.division("div", type_="masthead"):
            for line in block.children:
                self._line("ab", line)

    def _quotation(self, block: Block) -> None:
        """`cit` with `quote` and `bibl` (Guidelines 3.3.3); `said` inside where it was spoken."""
        quote, source = block.children
        self._count += 1
        number = self._count
        tied = self._quotations.get(quote.span.start)
        attributes: dict[str, str | None] = {
            "xml_id": f"quote-{number}",
            "source": f"#source-{number}",
            "resp": RESPONSIBLE if block.certainty else None,
            "cert": str(block.certainty) if block.certainty else None,
        }
        with self._builder.division("cit"):
            if not quote.children:
                self._line("quote", quote, **attributes)
            else:
                with self._builder.division("quote", **attributes):
                    self._quoted(quote, tied if tied is not None and tied.spoken else None)
            self._source(source, f"source-{number}")

    def _quoted(self, quote: Block, tied: Quotation | None) -> None:
        """What is quoted, in `said` where it is known who spoke; a letter says itself whose it is."""
        if tied is None or not tied.who or any(child.kind == "letter" for child in quote.children):
            self.write_all(quote.children)
            return
        who = " ".join(f"#{person}" for person in tied.who)
        aloud = {True: None, False: "false", None: "unknown"}[tied.spoken]
        with self._builder.division("said", who=who, direct="true", aloud=aloud):
            self.write_all(quote.children)

    def _quote(self, block: Block) -> None:
        """A quotation without an attribution: it points to where it is taken from, if that is said."""
        tied = self._quotations.get(block.span.start) if block.children else None
        if tied is None:
            self._element("quote", block, dict(block.attributes))
            return
        cited = tied.cited and f"#{tied.cited}"
        certainty = tied.certainty
        with self._builder.division(
            "quote",
            source=cited or None,
            resp=RESPONSIBLE if certainty else None,
            cert=str(certainty) if certainty else None,
        ):
            self._quoted(block, None if tied.spoken is False and tied.cited else tied)

    def _source(self, block: Block, identifier: str) -> None:
        if not block.children:
            self._line("bibl", block, xml_id=identifier, corresp=self._cited.get(block.span.start))
            return
        with self._builder.line("bibl", xml_id=identifier, corresp=self._cited.get(block.span.start)):
            for number, line in enumerate(block.children):
                if number:
                    self._builder.text("\n")
                    with self._builder.phrase("lb"):
                        pass
                self._inline.write(line.span)

    def _unquoted_source(self, block: Block) -> None:
        """An attribution with nothing above it to belong to."""
        self._source(block, f"source-loose-{block.span.start}")

    def _reference(self, block: Block) -> None:
        """A reference of a list, with a pointer to the record of its source."""
        self._line("bibl", block, corresp=self._cited.get(block.span.start))

    def _line(self, name: str, block: Block, **attributes: str | None) -> None:
        with self._builder.line(name, **attributes):
            self._inline.write(block.span)


# What most kinds are in TEI: the element, and its type where the block gives none.
_ELEMENTS: dict[str, tuple[str, str]] = {
    "address": ("address", ""),
    "address-line": ("addrLine", ""),
    "argument": ("argument", ""),
    "byline": ("byline", ""),
    "caption": ("head", ""),
    "cast-group": ("castGroup", ""),
    "cast-item": ("castItem", ""),
    "cast-list": ("castList", ""),
    "cell": ("cell", ""),
    "closer": ("closer", ""),
    "continuation": ("fw", "continuation"),
    "dateline": ("dateline", ""),
    "division": ("div", ""),
    "doc-date": ("docDate", ""),
    "doc-imprint": ("docImprint", ""),
    "epigraph": ("epigraph", ""),
    "figure": ("figure", ""),
    "head": ("head", ""),
    "introduction": ("div", "introduction"),
    "item": ("item", ""),
    "label": ("label", ""),
    "licence": ("div", "licence"),
    "navigation": ("div", "navigation"),
    "list": ("list", ""),
    "note": ("note", ""),
    "note-group": ("ab", "notes"),
    "opener": ("opener", ""),
    "ornament": ("fw", "ornament"),
    "paragraph": ("p", ""),
    "postscript": ("postscript", ""),
    "quotation-division": ("div", "quotation"),
    "quote": ("quote", ""),
    "reference-list": ("listBibl", ""),
    "row": ("row", ""),
    "rubric": ("head", "rubric"),
    "salute": ("salute", ""),
    "scripture": ("ab", "verse"),
    "section-break": ("ab", "section-break"),
    "signed": ("signed", ""),
    "speaker": ("speaker", ""),
    "speech": ("p", ""),
    "stage": ("stage", ""),
    "table": ("table", ""),
    "title-page": ("titlePage", ""),
    "title-part": ("titlePart", ""),
    "trailer": ("trailer", ""),
    "verse": ("lg", ""),
    "verse-line": ("l", ""),
}

# What needs more than an element around it.
_WRITERS: dict[str, Callable[[_BlockWriter, Block], None]] = {
    "attribution": _BlockWriter._unquoted_source,
    "back": _BlockWriter._transparent,
    "doc-author": _BlockWriter._doc_author,
    "doc-title": _BlockWriter._doc_title,
    "front": _BlockWriter._transparent,
    "letter": _BlockWriter._quoted_letter,
    "masthead": _BlockWriter._masthead,
    "page": _BlockWriter._page,
    "quotation": _BlockWriter._quotation,
    "quote": _BlockWriter._quote,
    "reference": _BlockWriter._reference,
    "source-lines": _BlockWriter._unquoted_source,
    "turn": _BlockWriter._turn,
}
