"""The sources that a text cites, in the header: `biblStruct` where something is known of the publication,
else `bibl`, since TEI demands an `imprint` with something in it (Guidelines 3.12.2).
"""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.write.characters import picture
from edition.model import Cited, Named
from edition.model.characters import FORBIDDEN
from edition.tei.build import TeiBuilder

_OF_A_WORK = ("j", "m", "u")


def write_cited(builder: TeiBuilder, sources: Sequence[Cited], language: str | None) -> None:
    """A `listBibl` of all that is cited."""
    if not sources:
        return
    with builder.division("listBibl", type_="cited", xml_lang=language):
        for source in sources:
            if source.date or source.towns or source.publishers or source.scopes:
                _structured(builder, source)
            else:
                _plain(builder, source)


def _structured(builder: TeiBuilder, source: Cited) -> None:
    works = [title for title in source.titles if title[0] in _OF_A_WORK]
    pieces = [title for title in source.titles if title[0] == "a" and works]
    series = [title for title in source.titles if title[0] == "s" and title != source.titles[0]]
    others = [title for title in source.titles if title not in (*pieces, *series)]
    with builder.division("biblStruct", xml_id=source.id):
        if pieces:
            with builder.division("analytic"):
                _names(builder, "author", source.authors)
                _titles(builder, pieces)
        with builder.division("monogr"):
            if not pieces:
                _names(builder, "author", source.authors)
            _names(builder, "editor", source.editors)
            _titles(builder, others, alone=True)
            for kind, value in source.identifiers:
                _leaf(builder, "idno", value, type_=kind)
            if source.edition:
                _leaf(builder, "edition", source.edition)
            _imprint(builder, source)
        for title in series:
            with builder.division("series"):
                _titles(builder, [title])
        for address in source.addresses:
            with builder.line("ptr", target=address):
                pass


def _imprint(builder: TeiBuilder, source: Cited) -> None:
    with builder.division("imprint"):
        for town in source.towns:
            _leaf(builder, "pubPlace", town)
        for house in source.publishers:
            _leaf(builder, "publisher", house)
        if source.date:
            _leaf(builder, "date", source.date, **dict(source.date_attributes))
        for unit, attributes, words in source.scopes:
            _leaf(builder, "biblScope", words, unit=unit or None, **dict(attributes))


def _leaf(builder: TeiBuilder, name: str, words: str, **attributes: str | None) -> None:
    """An element with words of the text, of which XML may not hold all."""
    builder.leaf(name, FORBIDDEN.sub(lambda match: picture(match.group()), words), **attributes)


def _titles(builder: TeiBuilder, titles: Sequence[tuple[str, str]], *, alone: bool = False) -> None:
    """Titles by level; a piece whose work is not known stands `alone`, where a level would be wrong."""
    for level, words in titles:
        _leaf(builder, "title", words, level=level if level and not (alone and level == "a") else None)


def _names(builder: TeiBuilder, element: str, names: Sequence[Named]) -> None:
    for name in names:
        ref = f"#{name.person}" if name.person else None
        _leaf(builder, element, name.words, ref=ref, role=name.role or None)


def _plain(builder: TeiBuilder, source: Cited) -> None:
    """A source of which only author and title are known."""
    with builder.division("bibl", xml_id=source.id):
        _names(builder, "author", source.authors)
        _names(builder, "editor", source.editors)
        _titles(builder, source.titles)
        for kind, value in source.identifiers:
            _leaf(builder, "idno", value, type_=kind)
        for address in source.addresses:
            with builder.line("ptr", target=address):
                pass
