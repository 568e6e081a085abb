"""Classical authors, cited as philologists do: "Hom. Il. 1.1", "Cic. Att. 2.1", "Hdt. 7.226"."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.letters import Part

# (A look-behind stands after the first letter: `re` scans for a set of letters many times faster.)
_ABBREVIATED = re.compile(r"(?P<author>[A-Z](?<![\w.].)[a-z]{1,6})\.,?\s?")
_NUMBERS = (
    r"(?P<n>(?:\d{1,4}|[IVXLC]{1,7}(?=[,.] ?\d))(?:[.,]\s?\d{1,4}){0,3}[a-e]?"
    r"(?:[-–]\d{1,4}(?:\.\d{1,4})?)?)(?![\w.]{0,20}\w)"
)


@cache
def works() -> dict[str, dict[str, list[str]]]:
    """The table of works that are cited alike in all languages."""
    path = files("edition.converter.languages").joinpath("shared", "works.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _rest(author: str) -> re.Pattern[str]:
    titles = sorted(works()["classical"][author], key=len, reverse=True)
    spelled = "|".join(rf"{re.escape(title.rstrip('.'))}\.?(?!\w)" for title in titles if title)
    optional = "?" if "" in titles else ""
    work = rf"(?:(?P<work>{spelled}),?\s?){optional}" if spelled else "(?P<work>(?!))?"
    return re.compile(work + _NUMBERS)


def classical(text: str) -> list[Citation]:
    """The passages of classical authors that a text cites, in order."""
    found = []
    authors = works()["classical"]
    for match in _ABBREVIATED.finditer(text):
        if f"{match['author']}." not in authors:
            continue
        rest = _rest(match["author"] + ".").match(text, match.end())
        if rest is None:
            continue
        author_end = match.end("author") + 1
        parts = [Part("author", match.start(), author_end)]
        if rest["work"]:
            parts.append(Part("title", *rest.span("work"), (("level", "m"),)))
        numbers = "".join(rest["n"].split()).replace(",", ".")
        span = re.fullmatch(r"(.*?)[-–](.*)", numbers)
        value = (("from", span[1]), ("to", span[2])) if span is not None else (("n", numbers),)
        parts.append(Part("biblScope", *rest.span("n"), (("unit", "passage"), *value)))
        found.append(Citation(match.start(), rest.end(), "classical", tuple(parts)))
    return found
