"""From a reference with signs in the places of the values to the citation of one text, as HTML."""

from __future__ import annotations

import html
import re

from edition.citing.shapes import ADDRESS, AUTHOR, TITLE, YEAR, unmasked

_TAGS = re.compile(r"</?(?!/?em>)[a-z][^>]*>")
_TITLE = re.compile(rf"(?P<quoted>“?)(?P<italic>(?:<em>)?){TITLE}(?P<end>(?:</em>)?)(?P<stop>\.?)")
_BEGINNING = re.compile(rf"([.?!…][”’]? ){YEAR}")
_ENDED = re.compile(r"[.?!…][’”»)\]]*$")
_NOT_AT_THE_END = " ,;:–—-"
_NOBODY_AND_DATE = re.compile(
    rf"^{AUTHOR}\. (?P<date>\({YEAR}\)\. )(?P<title>(?:<em>)?{TITLE}(?:</em>)?(?: \([^)]*\))?\.? ?)"
)


def plain(reference: str) -> str:
    """A reference of the library with no markup but `em`, and without what it gets wrong."""
    return _TAGS.sub("", reference).replace(f"({YEAR},)", f"({YEAR})")


def without_nobody(reference: str) -> str:
    """A reference to a text without an author: the title comes first."""
    reference = _NOBODY_AND_DATE.sub(lambda m: f"{m['title'].rstrip()} {m['date']}", reference)
    return reference.removeprefix(f"{AUTHOR}. ")


def after_title(reference: str) -> str:
    """What follows the title of a text: the edition it stands in."""
    return reference.partition(TITLE)[2].partition(" ")[2]


def with_words_after_title(reference: str, words: str) -> str:
    """A reference with a sentence of its own after the title."""
    before, sign, after = reference.partition(TITLE)
    ending, blank, rest = after.partition(" ")
    return f"{before}{sign}{ending}{blank}{_capital(words)}. {rest}" if words else reference


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def as_book(reference: str) -> str:
    """A reference with the title of the text set as that of a book."""
    return reference.replace(f"“{TITLE}.”", f"<em>{TITLE}</em>.")


def filled(reference: str, *, title: str, language: str, date: str, address: str) -> str:
    """The citation as HTML: `title` and `date` are plain text; without an `address` there is none.

    A title in quotation marks has its own turned to single ones; where it ends in a mark, no stop follows,
    and a comma at its end is taken away (The Chicago Manual of Style, 17th ed., 6.42, 6.124 and 13.30).
    """
    if date:
        reference = _BEGINNING.sub(
            lambda match: match[1] + _capital(html.escape(date, quote=False)), reference
        )
        reference = reference.replace(YEAR, html.escape(date, quote=False))
    else:
        reference = re.sub(rf",? \({YEAR}\)|, {YEAR}(?=[.,])|\b{YEAR}[.,] ?", "", reference)
    linked = f'<a href="{html.escape(address)}">{html.escape(address, quote=False)}</a>' if address else ""
    if not address:
        reference = re.sub(rf"[, ]*(?:Retrieved )?{re.escape(ADDRESS)}\.?", "", reference)
        if not re.search(rf"[.?!)…”]$|[{TITLE}]", reference[-1:]):
            reference += "."
    reference = _TITLE.sub(lambda match: _titled(match, title, language), reference)
    reference = reference.replace(ADDRESS, linked)
    return unmasked(reference).replace("<em>", "<cite>").replace("</em>", "</cite>").strip()


def _titled(match: re.Match[str], title: str, language: str) -> str:
    quoted, stop = match["quoted"], match["stop"]
    title = title.rstrip(_NOT_AT_THE_END) or title
    if quoted:
        title = title.translate(str.maketrans("“”", "‘’"))
        title = re.sub(r'"([^"]*)"', r"‘\1’", title)
    if _ENDED.search(title):
        stop = ""
    elif stop and title.endswith(("’", "”")):
        title, stop = f"{title[:-1]}.{title[-1]}", ""
    said = html.escape(title, quote=False)
    if language:
        said = f'<span lang="{html.escape(language)}">{said}</span>'
    return f"{quoted}{match['italic']}{said}{match['end']}{stop}"
