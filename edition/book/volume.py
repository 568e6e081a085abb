"""A volume: its parts in their order, made of the texts and of what the edition knows of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from edition.book.division import WHOLE, Part, divided, roman
from edition.book.indexes import date_index, marks_of, record_index
from edition.book.setting import VolumeSource, set_volumes
from edition.book.sources import source_list
from edition.book.typst_source import array, call, content, literal
from edition.config import EditionFacts, PrintSettings, Settings
from edition.diagnostics import Diagnostic, diagnose
from edition.publish import SOURCES, design
from edition.registers import TextRecords
from edition.registers.gathering import RecordKind
from edition.site import SiteText, reserved
from edition.site.ordering import in_order
from edition.site.registers import Registers
from edition.site.words import interface_language, word

STEM = "edition"
"""The name of the book's file; each of several volumes has its number after it: edition-2."""

_RECORDS: Mapping[str, RecordKind] = {
    "persons": "person",
    "places": "place",
    "organisations": "org",
    "works": "work",
}


@dataclass(frozen=True)
class _Volume:
    """What the parts are made of. `texts` in the order of the edition, `markup` of each by its stem.

    `schema` is the name of the one that edition.toml names for the documents of editors, empty for none.
    `part` is this volume of all the `parts` of the book. `covered` are the texts of its registers; with
    `for_all` the last volume has those of all.
    """

    texts: Sequence[SiteText]
    markup: Mapping[str, str]
    registers: Registers
    marks: Mapping[str, list[str]]
    facts: EditionFacts
    language: str
    version: str
    schema: str = ""
    part: Part = WHOLE
    parts: Sequence[Part] = ()
    covered: Sequence[SiteText] = ()
    for_all: bool = False

    @property
    def title(self) -> str:
        return self.facts.title or word("edition", self.language)

    @property
    def full_title(self) -> str:
        """The title with that of the volume, as a list of files shows it."""
        return f"{self.title}, {self.named(self.part)}" if self.part.number else self.title

    def label(self, part: Part) -> str:
        """What a volume is called: Volume II."""
        return word("volume", self.language).format(number=roman(part.number))

    def named(self, part: Part) -> str:
        """The same with its title: Volume II: 1849–1851."""
        return f"{self.label(part)}: {part.title}" if part.title else self.label(part)

    def which(self) -> list[str]:
        """The arguments that say which of several volumes this is; none where it is the only one."""
        return [f"volume: {content(self.label(self.part))}"] if self.part.number else []

    def of_all(self) -> str:
        """The number that the locators of this volume have in registers of all; empty in those of its own."""
        return roman(self.part.number) if self.for_all else ""


@dataclass(frozen=True, slots=True)
class VolumeFiles:
    """`files` by relative name, and what there is to say."""

    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...] = ()


def make_volumes(
    texts: Sequence[SiteText],
    markup: Mapping[str, str],
    registers: Registers,
    records: Sequence[TextRecords],
    *,
    settings: Settings,
    version: str,
    names: Collection[str],
    pictures: Mapping[str, Mapping[str, str]] | None = None,
) -> VolumeFiles:
    """The book of `texts` in the forms that `settings` ask for: one volume, or several.

    `markup` is what the print sheet made of each as a part, by stem; `registers` hold whom and what they
    name, by the `records` of each; `version` is that of the program. `names` are the stems of all sources:
    no volume takes the name of one of them. `pictures` are those of each text, by stem: paths of files, by
    the names that the markup calls them by.
    """
    look = design(settings.print)
    ordered = [text for text in in_order(texts) if markup.get(text.stem)]
    parts, said = divided(ordered, markup, settings.print, names)
    taken = [stem for stem in map(stem_of, parts) if reserved(stem, names)]
    said += [diagnose("SITE-STEM", path=f"{stem}.pdf", stem=stem, page=f"{stem}.pdf") for stem in taken]
    if said:
        return VolumeFiles({}, tuple(said))
    language = interface_language(text.language for text in ordered)
    registers_last = len(parts) > 1 and settings.print.volume_registers == "last"
    sources: list[VolumeSource] = []
    for part in parts:
        covered = part.texts
        if registers_last:
            covered = ordered if part is parts[-1] else []
        volume = _Volume(
            part.texts,
            markup,
            registers,
            marks_of(registers, covered, records),
            settings.facts,
            language,
            version,
            settings.schema.name if settings.schema is not None else "",
            part,
            parts,
            covered,
            registers_last,
        )
        shown = {
            name: path for text in part.texts for name, path in (pictures or {}).get(text.stem, {}).items()
        }
        sources.append(VolumeSource(stem_of(part), "".join(_source(volume, settings.print)), shown))
    files: dict[str, bytes] = {}
    if "typ" in settings.targets:
        files |= {f"{SOURCES}/{one.stem}.typ": one.markup.encode() for one in sources}
        files |= {f"{SOURCES}/{name}": content.encode() for name, content in look.files.items()}
    if "pdf" in settings.targets:
        pdfs, found = set_volumes(sources, settings, registers_last=registers_last)
        files |= pdfs
        said += found
    return VolumeFiles(files, tuple(said))


def stem_of(part: Part) -> str:
    """The name of a volume's file: that of the only one, or with its number."""
    return f"{STEM}-{part.number}" if part.number else STEM


def _source(volume: _Volume, settings: PrintSettings) -> Iterator[str]:
    yield '#import "book.typ": *\n#import "volume.typ": *\n#import "theme.typ": *\n'
    authors = array(map(literal, volume.facts.editors))
    yield (
        f"#show: volume.with(title: {literal(volume.full_title)}, authors: {authors}, "
        f"lang: {literal(volume.language)})\n#show: look\n"
    )
    for name in settings.parts:
        yield from _PARTS[name](volume)
    yield "#to-be-asked();\n"
    if volume.for_all:
        yield "#to-be-asked-of-mentions();\n"


def _half_title(volume: _Volume) -> Iterator[str]:
    yield call("half-title", content(volume.title), *volume.which())


def _title_leaf(volume: _Volume) -> Iterator[str]:
    facts = volume.facts
    people = []
    if facts.editors:
        people.append(f"{word('edited-by', volume.language)} {_enumerated(facts.editors)}")
    publisher = [one for one in (facts.publisher, facts.place) if one]
    yield call(
        "title-leaf",
        content(volume.title),
        str(len(volume.title)),
        array(map(content, people)),
        array(map(content, publisher)),
        *volume.which(),
        *([f"about: {content(volume.part.title)}"] if volume.part.title else []),
    )


def _imprint(volume: _Volume) -> Iterator[str]:
    facts = volume.facts
    publisher = ", ".join(filter(None, (facts.publisher, facts.place)))
    stated = (
        ("", volume.full_title),
        ("edited-by", _enumerated(facts.editors)),
        ("publisher", publisher),
        ("licence", facts.licence),
        ("", facts.site),
    )
    pairs = [(word(name, volume.language) if name else "", said) for name, said in stated if said]
    if any(part.title for part in volume.parts):
        pairs += [(volume.label(part), part.title) for part in volume.parts]
    if len(pairs) > 1:
        yield call("imprint", *(array((literal(name), content(said))) for name, said in pairs))


def _contents(volume: _Volume) -> Iterator[str]:
    yield call("contents", literal(word("contents", volume.language)), *volume.which())


def _sources(volume: _Volume) -> Iterator[str]:
    yield from source_list(word("sources", volume.language), volume.texts, volume.language)


def _texts(volume: _Volume) -> Iterator[str]:
    yield call("texts-begin")
    for text in volume.texts:
        yield volume.markup[text.stem]


def _records(name: str) -> Callable[[_Volume], Iterator[str]]:
    def part(volume: _Volume) -> Iterator[str]:
        title = word(name, volume.language)
        if volume.covered:
            marks = volume.marks
            yield from record_index(title, _RECORDS[name], volume.registers, marks, volume.of_all())

    return part


def _chronology(volume: _Volume) -> Iterator[str]:
    title = word("chronology", volume.language)
    yield from date_index(title, volume.covered, volume.language, volume.of_all())


def _colophon(volume: _Volume) -> Iterator[str]:
    said = [word("typeset", volume.language).format(program=f"edition {volume.version}")]
    said.append(word("valid-in", volume.language))
    if volume.schema:
        said.append(word("measured-by", volume.language).format(schema=volume.schema))
    before, _, after = word("set-in", volume.language).partition("{font}")
    yield call("last-words", *map(content, said), f"set-in({literal(before)}, {literal(after)})")


_PARTS: Mapping[str, Callable[[_Volume], Iterator[str]]] = {
    "half-title": _half_title,
    "title": _title_leaf,
    "imprint": _imprint,
    "contents": _contents,
    "sources": _sources,
    "texts": _texts,
    **{name: _records(name) for name in _RECORDS},
    "chronology": _chronology,
    "colophon": _colophon,
}


def _enumerated(names: Sequence[str]) -> str:
    return ", ".join(names)
