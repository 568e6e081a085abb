"""Records of places, organisations and works, beside the text: `standOff` (Guidelines 16.10)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from edition.model import Entry, Metadata
from edition.tei.build import TeiBuilder


def write_entries(builder: TeiBuilder, metadata: Metadata) -> None:
    """`standOff` with a list for each kind of record that the text points to; nothing where it does not."""
    lists = [
        (name, write, found)
        for kind, name, write in _LISTS
        if (found := [entry for entry in metadata.entries if entry.kind == kind])
    ]
    if lists:
        with builder.division("standOff"):
            for name, write, entries in lists:
                write_list(builder, name, write, entries)


def write_list(
    builder: TeiBuilder, name: str, write: Callable[[TeiBuilder, Entry], None], entries: Sequence[Entry]
) -> None:
    """A list of entries, each with an element of its own."""
    with builder.division(name):
        for entry in entries:
            write(builder, entry)


def _place(builder: TeiBuilder, entry: Entry) -> None:
    with builder.division("place", xml_id=entry.id):
        _names(builder, "placeName", entry)
        if entry.coordinates:
            with builder.division("location"):
                builder.leaf("geo", entry.coordinates)
        _known(builder, entry)


def _org(builder: TeiBuilder, entry: Entry) -> None:
    with builder.division("org", xml_id=entry.id):
        _names(builder, "orgName", entry)
        _known(builder, entry)


def _work(builder: TeiBuilder, entry: Entry) -> None:
    with builder.division("bibl", xml_id=entry.id):
        if entry.author:
            builder.leaf("author", entry.author)
        for form in entry.forms:
            builder.leaf("title", form, level=entry.level or None)
        if entry.date:
            builder.leaf("date", entry.date)
        _known(builder, entry)


def _names(builder: TeiBuilder, element: str, entry: Entry) -> None:
    for form in entry.forms:
        builder.leaf(element, form)


def _known(builder: TeiBuilder, entry: Entry) -> None:
    for authority, value in entry.identifiers:
        builder.leaf("idno", value, type_=authority)
    if entry.description:
        builder.leaf("note", entry.description)


_LISTS: tuple[tuple[str, str, Callable[[TeiBuilder, Entry], None]], ...] = (
    ("place", "listPlace", _place),
    ("org", "listOrg", _org),
    ("work", "listBibl", _work),
)
