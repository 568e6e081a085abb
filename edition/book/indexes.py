"""The registers at the end of a volume: records and dates, with the marks in the texts that name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from edition.book.typst_source import array, call, literal
from edition.registers import TextRecords
from edition.registers.gathering import RecordKind
from edition.site.alphabet import filed_word, filing, letter
from edition.site.chronology_page import in_time
from edition.site.date_words import in_words
from edition.site.registers import Registered, Registers, pointed_at
from edition.site.text import SiteText


def record_index(
    title: str, kind: RecordKind, registers: Registers, marks: Mapping[str, list[str]], volume: str = ""
) -> Iterator[str]:
    """The register of one kind of records; nothing where the texts name none.

    `marks` are the names of the marks in the texts, by the id of the record that they name. `volume` is the
    number of this volume where the register is that of several.
    """
    entries = []
    for registered in registers.records:
        found = marks.get(registered.gathered.id, [])
        if registered.gathered.kind == kind and found:
            start = (
                filed_word(registered.name, registered.gathered.fullest.surname)[0] if kind == "person" else 0
            )
            key = filing(registered.name, start)
            entries.append((key, _filed_name(registered, start), _about(registered), found))
    if entries:
        rows = (_entry(letter(key), name, about, found) for key, name, about, found in sorted(entries))
        yield call("register", literal(title), *_of_several(volume), *rows)


def marks_of(
    registers: Registers, texts: Sequence[SiteText], records: Iterable[TextRecords]
) -> dict[str, list[str]]:
    """The names of the marks that texts bear for each record, by the id of the record."""
    by_stem = {one.stem: one for one in records}
    found: dict[str, list[str]] = {}
    for text in texts:
        if text.stem not in by_stem:
            continue
        for pointer, key in pointed_at(text, by_stem[text.stem]).items():
            registered = registers.of(key)
            if registered is not None:
                found.setdefault(registered.gathered.id, []).append(f"{text.stem} {pointer}")
    return found


def date_index(title: str, texts: Sequence[SiteText], language: str, volume: str = "") -> Iterator[str]:
    """The dates of the texts in the order of time, each once, as `language` writes them.

    Nothing where none has a year. `volume` as in `record_index`.
    """
    numbers = {(text.stem, id(place)): n for text in texts for n, place in enumerate(text.dates, 1)}
    by_words: dict[str, list[str]] = {}
    years: dict[str, str] = {}
    for place in in_time(texts):
        if place.year:
            said = in_words(place.value, language)
            by_words.setdefault(said, []).append(f"{place.stem} date:{numbers[place.stem, id(place)]}")
            years[said] = place.year
    if by_words:
        entries = (
            array((literal(said), literal(years[said]), '""', array(map(literal, found))))
            for said, found in by_words.items()
        )
        yield call("register", literal(title), *_of_several(volume), *entries)


def _of_several(volume: str) -> list[str]:
    return [f"volume: {literal(volume)}"] if volume else []


def _entry(initial: str, name: str, about: str, marks: Sequence[str]) -> str:
    return array((literal(name), literal(initial), literal(about), array(map(literal, marks))))


def _filed_name(registered: Registered, start: int) -> str:
    """The name as it is filed: Moor, Anna M."""
    name = registered.name
    return f"{name[start:]}, {name[:start].strip()}" if start else name


def _about(registered: Registered) -> str:
    """What tells the record from others of its name: years of life, what someone was, who wrote it."""
    record = registered.gathered.fullest
    return ", ".join(filter(None, (record.author, record.life, record.occupation)))
