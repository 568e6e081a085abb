"""A long text in parts, one page each, beside the page that has all of it.

The page of the whole text keeps its name and all addresses, for what was cited once has to be found without
a script; the parts are for reading. They are cut out of the whole page, so a text is set once.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from html import escape, unescape
from urllib.parse import quote, unquote

from edition.publish.cutting import LONG, Split, cuts, divisions
from edition.publish.markup import Element, elements, words
from edition.publish.wording import interface_language, page_word

_MAIN = re.compile(r'<main id="page:text"[^>]*>')
_LINK = re.compile(r'( href=")#([^"]*)"')
_IDENTIFIER = re.compile(r' id="([^"]*)"')
_LANGUAGE = re.compile(r'<html\b[^>]* lang="([^"]*)"')
_TITLE = re.compile(r"<title>([^<]*)</title>")
_CANONICAL = re.compile(r'(<link rel="canonical" href=")([^"]*)"')
_NEIGHBOURS = re.compile(r'<nav class="neighbours".*?</nav>', re.DOTALL)
_NEIGHBOUR = {way: re.compile(rf'<a rel="{way}".*?</a>', re.DOTALL) for way in ("prev", "next")}
_ARTICLE = re.compile(r'<article(?:[^<>"]|"[^"]*")*>')
_HEADING = re.compile(r"h[1-6]")
_CONTENTS = '<nav class="contents"'


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the text: its file, its heading (with those of the divisions around it), and its HTML.

    Elements that began before are opened anew in it; `carried` says what they are.
    """

    name: str
    title: str
    heading: str
    content: str
    carried: str


def in_parts(stem: str, page: str, split: Split, taken: Collection[str] = ()) -> dict[str, str]:
    """The pages of one text by file name: `stem.html` with the whole, `stem-1.html`, … where it has parts.

    `page` is the HTML of the whole. `taken` are the stems of all texts: no part is called like one.
    """
    whole = f"{stem}.html"
    begin = _MAIN.search(page)
    if begin is None or split == "never" or (split == "auto" and len(page) <= LONG):
        return {whole: page}
    root = elements(page, begin.end(), page.index("</main>", begin.end()))
    articles = [child for child in root.children if child.name == "article"]
    if not articles:
        return {whole: page}
    start, end = articles[0].start, articles[-1].end
    text = Element("", "", start, start, end, end, children=articles)
    places = cuts(text, split)
    if len(places) < 2:
        return {whole: page}
    lists = [section for one in root.children if "apparatus" in one.classes for section in one.children]
    names = [f"{_free(stem, len(places), taken)}{number}.html" for number in range(1, len(places) + 1)]
    return _Splitting(whole, page, text, lists).files(places, names)


def _free(stem: str, count: int, taken: Collection[str]) -> str:
    """What the parts are called, before their number."""
    lower = {name.casefold() for name in taken}
    name = f"{stem}-"
    while any(f"{name}{number}".casefold() in lower for number in range(1, count + 1)):
        name += "part-"
    return name


class _Splitting:
    """One text on its way into parts."""

    def __init__(self, whole: str, page: str, text: Element, lists: list[Element]) -> None:
        self._whole_name = whole
        self._page = page
        self._text = text
        self._lists = lists
        found = _LANGUAGE.search(page)
        self._language = found[1] if found else ""
        title = _TITLE.search(page)
        self._title = title[1] if title else ""
        heading = next((one for one in text.walk() if one.name == "h1"), None)
        self._text_title = words(page, heading) if heading is not None else self._title
        self._starts = {one.start: one for one in reversed(list(text.walk()))}
        self._has_contents = _CONTENTS in page
        self._parts: list[_Part] = []
        self._part_of: dict[str, _Part] = {}

    def files(self, places: list[int], names: list[str]) -> dict[str, str]:
        """The page of the whole text, which leads to the parts, and the parts, which are called `names`."""
        ends = [*places[1:], self._text.end]
        self._parts = [self._part(*one) for one in zip(places, ends, names, strict=True)]
        self._part_of = {
            found[1]: part for part in self._parts for found in _IDENTIFIER.finditer(part.content)
        }
        files = {self._whole_name: self._whole()}
        for number, part in enumerate(self._parts):
            files[part.name] = self._made(number, part)
        return files

    # -- cutting

    def _part(self, start: int, end: int, name: str) -> _Part:
        around = self._around(start)
        closing = "".join(f"</{one.name}>" for one in reversed(self._around(end)))
        content = "".join(one.tag for one in around) + self._page[start:end] + closing
        carried = [self._words(one) for one in map(self._heading, around) if one is not None]
        own = self._starts.get(start)
        if own is not None and own.name == "article":  # its title names the whole, its first division a part
            own = next((one for one in divisions(own) if one.start < end), None)
        first = self._heading(own) if own is not None else None
        heading = self._words(first) if first is not None else ""
        if not heading and carried:
            heading = f"{carried.pop()} ({self._word('continued')})"
        title = ", ".join(filter(None, (*carried, heading)))
        return _Part(name, title, heading, content, self._where(carried if first else [title], around))

    def _around(self, place: int) -> list[Element]:
        """The elements that have begun before a place and go on after it, outermost first."""
        found: list[Element] = []
        inside = self._text.children
        while one := next((one for one in inside if one.start < place < one.end), None):
            found.append(one)
            inside = one.children
        return found

    def _heading(self, element: Element) -> Element | None:
        """The heading of a division, which stands before the divisions in it; not the title of the text."""
        if element.name == "article" or not {"division", "text"} & set(element.classes[:1]):
            return None
        for one in element.walk():
            if one.classes[:1] == ("division",):
                return None
            if _HEADING.fullmatch(one.name):
                return one
        return None

    def _where(self, headings: list[str], around: list[Element]) -> str:
        """Where a part begins in the midst of something: the heads above it, and who goes on speaking."""
        lines = [f'<p class="editorial carried">{heading}</p>' for heading in headings if heading]
        for speech in (one for one in around if {"sp", "utterance"} & set(one.classes)):
            for speaker in (one for one in speech.children if "speaker" in one.classes):
                name = f'<span class="speaker">{self._words(speaker)}</span>'
                lines.append(f'<p class="editorial carried">{name} ({self._word("continued")})</p>')
        return "".join(lines)

    # -- pages

    def _whole(self) -> str:
        """The whole page, which tells of the parts in its contents, or above the text."""
        first = self._parts[0].name
        if self._has_contents:
            at = self._page.index("</nav>", self._page.index(_CONTENTS))
            link = (
                f'<p class="in-parts"{self._lang()}><a href="{quote(first)}">{self._word("in-parts")}</a></p>'
            )
            return self._page[:at] + link + self._page[at:]
        numbers = "".join(
            f'<li><a href="{quote(part.name)}">{part.title or number}</a></li>'
            for number, part in enumerate(self._parts, 1)
        )
        label = self._word("in-parts")
        listed = f'<span class="label">{label}</span> <ol>{numbers}</ol>'
        nav = f'<nav class="parts" aria-label="{label}"{self._lang()}>{listed}</nav>'
        return self._page[: self._text.start] + nav + self._page[self._text.start :]

    def _made(self, number: int, part: _Part) -> str:
        begin = _MAIN.search(self._page)
        assert begin is not None
        end = self._page.index("</main>", self._text.end)
        above = self._title_of(part) + part.carried
        main = _ARTICLE.sub(lambda found: found[0] + above, part.content, count=1) + self._notes(part)
        page = "".join(
            (
                self._head(number, self._page[: begin.end()]),
                self._ways(number),
                main,
                "</main>",
                self._foot(number, self._page[end + len("</main>") :]),
            )
        )
        here = {found[1] for found in _IDENTIFIER.finditer(page)}
        return _LINK.sub(lambda found: self._link(found, here), page)

    def _link(self, found: re.Match[str], here: Collection[str]) -> str:
        """A link within the whole page, from a part: to the same part, to another one, or to the whole."""
        target = escape(unquote(unescape(found[2])))
        if target in here:
            return found[0]
        part = self._part_of.get(target)
        return f'{found[1]}{quote(part.name if part else self._whole_name)}#{found[2]}"'

    def _title_of(self, part: _Part) -> str:
        """A page has one main heading: where the part has not that of the text, it is told again."""
        if "<h1" in part.content:
            return ""
        link = f'<a href="{quote(self._whole_name)}">{self._text_title}</a>'
        return f'<h1 class="editorial-title of-part">{link}</h1>'

    def _head(self, number: int, head: str) -> str:
        part = self._parts[number]
        title = " \N{MIDDLE DOT} ".join(filter(None, (part.title or str(number + 1), self._title)))
        head = _TITLE.sub(lambda _: f"<title>{title}</title>", head, count=1)
        links = "".join(
            f'<link rel="{way}" href="{quote(self._parts[to].name)}">'
            for way, to in (("prev", number - 1), ("next", number + 1))
            if 0 <= to < len(self._parts)
        )
        head = _CANONICAL.sub(
            lambda found: f'{found[1]}{found[2].rpartition("/")[0]}/{quote(part.name)}"',
            head,
            count=1,
        )
        # A search in the edition finds the whole page, with the address of the passage: not everything twice.
        head = head.replace("<body>", '<body data-pagefind-ignore="all">', 1)
        return head.replace("<style>", f"{links}<style>", 1)

    def _ways(self, number: int) -> str:
        """The way to the parts before and after, the contents, and the whole."""
        ways = [self._way("prev", number - 1)]
        if self._has_contents and number:
            ways.append(f'<a href="{quote(self._parts[0].name)}#page:contents">{self._word("contents")}</a>')
        ways.append(f'<a href="{quote(self._whole_name)}">{self._word("whole")}</a>')
        ways.append(self._way("next", number + 1))
        return f'<nav class="parts" aria-label="{self._word("parts")}"{self._lang()}>{"".join(ways)}</nav>'

    def _way(self, rel: str, number: int) -> str:
        if not 0 <= number < len(self._parts):
            return ""
        part = self._parts[number]
        sign = "\N{LEFTWARDS ARROW} {}" if rel == "prev" else "{} \N{RIGHTWARDS ARROW}"
        title = f"<bdi>{part.heading or number + 1}</bdi>"
        return f'<a rel="{rel}" href="{quote(part.name)}">{sign.format(title)}</a>'

    def _foot(self, number: int, foot: str) -> str:
        """Below a part stand the parts beside it; at either end, the text beside this one."""
        found = _NEIGHBOURS.search(foot)
        ways = []
        for rel, to in (("prev", number - 1), ("next", number + 1)):
            if 0 <= to < len(self._parts):
                part = self._parts[to]
                label = self._word("previous" if rel == "prev" else "next")
                ways.append(
                    f'<a rel="{rel}" href="{quote(part.name)}"><span class="label">{label}</span>'
                    f" <bdi>{part.title or to + 1}</bdi></a>"
                )
            elif found is not None and (beside := _NEIGHBOUR[rel].search(found[0])):
                ways.append(beside[0])
        label = self._word("parts-beside")
        nav = f'<nav class="neighbours" aria-label="{label}"{self._lang()}>{"".join(ways)}</nav>'
        return _NEIGHBOURS.sub("", foot, count=1).replace("</body>", f"{nav}</body>", 1)

    def _notes(self, part: _Part) -> str:
        """The notes that a part calls, in the lists of notes of the page."""
        called = {escape(unquote(unescape(found[2]))) for found in _LINK.finditer(part.content)}
        sections = []
        for section in self._lists:
            if not {"notes", "textual-notes"} & set(section.classes):
                continue
            items = [one for one in section.walk() if one.name == "li" and one.id in called]
            if items:
                chosen = "".join(self._page[one.start : one.end] for one in items)
                head = self._page[section.start : section.children[0].end]
                listing = section.children[-1]
                opening = self._page[listing.start : listing.inner]
                sections.append(f"{head}{opening}{chosen}</{listing.name}></section>")
        attributes = self._lang()
        return f'<div class="apparatus"{attributes}>{"".join(sections)}</div>' if sections else ""

    # -- words

    def _words(self, element: Element) -> str:
        return words(self._page, element)

    def _word(self, key: str) -> str:
        return escape(page_word(key, self._language))

    def _lang(self) -> str:
        """lang and dir for words of the interface, where it speaks another language than the text."""
        spoken = interface_language(self._language)
        if self._language.partition("-")[0].lower() == spoken:
            return ""
        return f' lang="{spoken}" dir="ltr"'
