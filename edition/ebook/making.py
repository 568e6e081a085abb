"""An e-book from drafts: its pages, what stands before them, its package and its container."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import edition
from edition.config import EditionFacts
from edition.config.ebook import EbookChoices
from edition.diagnostics import Diagnostic, diagnose
from edition.ebook.accessibility import Nature, is_certified, statements
from edition.ebook.container import container
from edition.ebook.dividing import LIMIT
from edition.ebook.fonts import FOLDER as FONTS
from edition.ebook.fonts import Fonts, font_faces, read_fonts
from edition.ebook.matter import Draft, Facts, Named, matter_of
from edition.ebook.navigation import navigation
from edition.ebook.package import Item, identifier_of, package
from edition.ebook.pages import Entry, Page, TextPages, link, pages_of
from edition.ebook.pictures import FOLDER as PICTURES
from edition.ebook.pictures import Pictures, take_pictures
from edition.ebook.title_page import cover_page, title_page
from edition.ebook.words import word
from edition.ebook.xhtml import TYPE, document, markup
from edition.resources import resource

VOLUME = "edition"
"""The stem of the one volume with all texts."""

_TEXTS = "text"
_FEW = 12  # authors that a volume of several texts is catalogued under
_XHTML = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class Ebook:
    """The EPUB file, and what there is to say about it."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def make_ebook(
    drafts: Sequence[Draft],
    choices: EbookChoices,
    facts: EditionFacts,
    *,
    stem: str = "",
    limit: int = LIMIT,
) -> Ebook:
    """The e-book of one text, or with `stem` the volume of that name with all of them, in their order.

    `facts` are what edition.toml says. A file holds about `limit` bytes at most. The same drafts give
    the same bytes. Raises CannotRunError when the fonts cannot be read.
    """
    fonts, said = read_fonts(choices.fonts, choices.font_packages)
    texts = list(_texts(drafts, limit))
    others = {text.stem: text for text in texts}
    pictures = Pictures()
    for draft, text in zip(drafts, texts, strict=True):
        link(text, others, facts.site)
        said += take_pictures(text, draft.folder, draft.name, pictures)
    about = _facts_of_volume(texts, facts) if stem else _facts_of_text(texts[0].matter.facts, facts)
    book = _Book(texts, about, pictures, fonts, is_volume=bool(stem))
    files, items = book.files(drafts if choices.tei else ())
    picture = _cover(about, facts, fonts)
    if picture is None:
        said.append(diagnose("EBOOK-COVER", path=f"{stem or texts[0].stem}.epub", title=about.title))
    else:
        files["cover.png"] = picture
        files["cover.xhtml"] = cover_page(about, "cover.png")
        items[:0] = [
            Item("cover.xhtml", _XHTML, in_spine=True),
            Item("cover.png", "image/png", "cover-image"),
        ]
    nature = book.nature()
    opf = package(
        about,
        identifier=identifier_of(about, stem or texts[0].stem, facts.site),
        items=items,
        statements=list(statements(nature, about.interface, choices)),
        languages=list(dict.fromkeys(text.matter.facts.language for text in texts)),
        page_sources=book.page_sources(),
        generator=f"edition {edition.__version__}",
        report=choices.certifier_report if is_certified(nature, choices) else "",
    )
    return Ebook(container({"package.opf": opf, **files}), tuple(said))


def _texts(drafts: Iterable[Draft], limit: int) -> Iterator[TextPages]:
    """The pages of each draft, under names that any reading system takes."""
    taken: set[str] = set()
    for draft in drafts:
        slug = base = re.sub(r"[^A-Za-z0-9_-]+", "_", draft.stem) or "text"
        number = 1
        while slug.lower() in taken:
            number += 1
            slug = f"{base}_{number}"
        taken.add(slug.lower())
        yield pages_of(draft.stem, slug, matter_of(draft), limit=limit)


def _facts_of_text(facts: Facts, edition_facts: EditionFacts) -> Facts:
    """A text's own facts, filled up from edition.toml."""
    editors = tuple(Named(name, "edt") for name in edition_facts.editors)
    has_editor = any(one.role == "edt" for one in facts.contributors)
    return replace(
        facts,
        contributors=facts.contributors if has_editor else (*facts.contributors, *editors),
        publisher=facts.publisher or edition_facts.publisher,
        rights=facts.rights or tuple(filter(None, (edition_facts.licence,))),
    )


def _facts_of_volume(texts: Sequence[TextPages], facts: EditionFacts) -> Facts:
    """What holds for a volume: edition.toml's facts, and what its texts have in common."""
    each = [text.matter.facts for text in texts]
    interface = _commonest([one.interface for one in each])
    authors = tuple(dict.fromkeys(person for one in each for person in one.creators))
    contributors = tuple(dict.fromkeys(person for one in each for person in one.contributors))
    editors = tuple(Named(name, "edt") for name in facts.editors)
    rights = {one.rights for one in each}
    publishers = {one.publisher for one in each}
    return Facts(
        title=facts.title or word("edition", interface),
        language=_commonest([one.language for one in each]),
        interface=interface,
        creators=authors if len(authors) <= _FEW else (),
        contributors=(*editors, *(one for one in contributors if one not in editors))[:_FEW],
        publisher=facts.publisher or ("".join(publishers) if len(publishers) == 1 else ""),
        rights=(facts.licence,) if facts.licence else next(iter(rights)) if len(rights) == 1 else (),
        changed=tuple(day for one in each for day in (*one.changed, one.date)),
    )


def _commonest(values: Sequence[str]) -> str:
    return Counter(values).most_common(1)[0][0]


def _cover(about: Facts, facts: EditionFacts, fonts: Fonts) -> bytes | None:
    from edition.ebook.cover import CoverWords, cover  # noqa: PLC0415  (typst is loaded for books only)

    names = [one.name for one in about.creators]
    words = CoverWords(
        title=about.title,
        subtitle="".join(about.subtitles[:1]),
        authors=", ".join(names) if len(names) <= 3 else "",
        imprint=about.publisher or (facts.title if facts.title != about.title else ""),
        language=about.language,
    )
    return cover(words, fonts=fonts.folders, families=fonts.families)


@dataclass(frozen=True)
class _Book:
    """All that goes into the package beside cover and package document."""

    texts: Sequence[TextPages]
    facts: Facts
    pictures: Pictures
    fonts: Fonts
    is_volume: bool

    def files(self, attached: Sequence[Draft]) -> tuple[dict[str, bytes], list[Item]]:
        """Files by path, and the items of the manifest; TEI documents stand outside of the spine."""
        css = resource("xslt", "epub", "book.css").read_text(encoding="utf-8")
        files = {"title.xhtml": title_page(self.facts), "nav.xhtml": self._navigation()}
        items = [Item("title.xhtml", _XHTML, in_spine=True), Item("nav.xhtml", _XHTML, "nav", in_spine=True)]
        for text in self.texts:
            for page in text.pages:
                path = f"{_TEXTS}/{page.name}"
                files[path] = _content(page, text)
                items.append(Item(path, _XHTML, " ".join(sorted(page.properties)), in_spine=True))
        others = {"book.css": (css + "".join(font_faces(self.fonts))).encode()}
        kinds = {"book.css": "text/css"}
        for name, data in sorted(self.pictures.files.items()):
            others[f"{PICTURES}/{name}"], kinds[f"{PICTURES}/{name}"] = data, self.pictures.types[name]
        for font in self.fonts.fonts:
            others[f"{FONTS}/{font.name}"], kinds[f"{FONTS}/{font.name}"] = font.data, font.media_type
        for name, data in (self.fonts.licences or {}).items():
            safe = re.sub(r"[^A-Za-z0-9_.-]", "_", name)
            others[f"{FONTS}/{safe}"], kinds[f"{FONTS}/{safe}"] = data, "text/plain"
        for draft, text in zip(attached, self.texts, strict=False):
            name = f"tei/{text.pages[0].name.removesuffix('.xhtml')}.xml"
            others[name], kinds[name] = draft.tei, "application/tei+xml"
        return {**files, **others}, [*items, *(Item(path, kinds[path]) for path in others)]

    def _navigation(self) -> bytes:
        interface = self.facts.interface
        first = f"{_TEXTS}/{self.texts[0].pages[0].name}"
        marks = [
            ("titlepage", word("title-page", interface), "title.xhtml"),
            ("toc", word("contents", interface), "nav.xhtml"),
            ("bodymatter", word("text", interface), first),
        ]
        register = next((one for one in self._entries() if ".apparatus" in one.address), None)
        if register is not None and not self.is_volume:
            marks.append(("backmatter", register.words, register.address))
        return navigation(
            language=interface, entries=self._entries(), pages=self._page_list(), landmarks=marks
        )

    def _entries(self) -> list[Entry]:
        """The contents: of one text all headings, of several the texts with the headings in each."""
        if self.is_volume:
            return [
                replace(one, address=f"{_TEXTS}/{one.address}")
                for text in self.texts
                for one in text.entries
                if ".apparatus" not in one.address
            ]
        return [
            replace(one, level=max(1, one.level - 1), address=f"{_TEXTS}/{one.address}")
            for one in self.texts[0].entries
        ]

    def _page_list(self) -> list[tuple[str, str]]:
        paged = [text for text in self.texts if text.page_beginnings]
        return [
            (f"{text.matter.facts.title}, {label}" if len(paged) > 1 else label, f"{_TEXTS}/{to}")
            for text in paged
            for label, to in text.page_beginnings
        ]

    def page_sources(self) -> list[str]:
        """The books whose pages the page list counts; `none` where that is not known."""
        paged = [text.matter.facts.source for text in self.texts if text.page_beginnings]
        return list(dict.fromkeys(source or "none" for source in paged))[:1] if paged else []

    def nature(self) -> Nature:
        """What matters to how the book can be read."""
        properties = {one for text in self.texts for page in text.pages for one in page.properties}
        return Nature(
            pictures=bool(self.pictures.files),
            described=self.pictures.described,
            moving="image/gif" in self.pictures.types.values(),
            source_pages=any(text.page_beginnings for text in self.texts),
            mathematics="mathml" in properties,
            registers=any("index" in _kinds(text) for text in self.texts),
            language_known=all(text.matter.facts.language != "und" for text in self.texts),
        )


def _kinds(text: TextPages) -> Iterator[str]:
    for page in text.pages:
        if page.kind == "apparatus":
            yield from (one.get(TYPE) or "" for one in page.main.iter("{*}section"))


def _content(page: Page, text: TextPages) -> bytes:
    facts = text.matter.facts
    return document(
        title=page.title,
        language=facts.language,
        direction=facts.direction,
        body=markup(page.main),
        style="../book.css",
        attributes=f' class="{page.kind}"',
    )


__all__ = ["VOLUME", "Draft", "Ebook", "make_ebook"]
