"""Files that a corpus takes in by XInclude (XInclude 1.1, 4.2): together with it they are one document."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from edition.tei.corpus import Records, is_corpus
from edition.tei.document import parse
from edition.tei.names import NS, tei

_INCLUDE = "{http://www.w3.org/2001/XInclude}include"
_XINCLUDE = b"/XInclude"


def joined(files: Mapping[str, bytes]) -> tuple[dict[str, Records], set[str]]:
    """Of `files`, by their paths: for each text that a corpus takes in the records of that corpus, and which
    files are no texts, but such a corpus or its lists.

    A corpus of which no text is among the files is left what it is.
    """
    records: dict[str, Records] = {}
    others: set[str] = set()
    for path, data in files.items():
        corpus = _root(data) if _XINCLUDE in data else None
        if corpus is None or not is_corpus(corpus):
            continue
        members = _members(corpus, path, files)
        texts = [one for one in members if root_name(files[one]) == tei("TEI")]
        if texts:
            lists = [one for one in members if one not in texts]
            others.update({path, *lists})
            roots = [root for one in lists if (root := _root(files[one])) is not None]
            records.update(dict.fromkeys(texts, Records([*corpus.findall("tei:teiHeader", NS), *roots])))
    return records, others


def _members(corpus: etree._Element, path: str, files: Mapping[str, bytes]) -> list[str]:
    """The files that a corpus takes in, and what those take in, as far as they are there."""
    found = {path: None}
    waiting = [*includes(corpus, path)]
    while waiting:
        one = waiting.pop(0)
        if one in files and one not in found:
            found[one] = None
            root = _root(files[one]) if _XINCLUDE in files[one] else None
            waiting += includes(root, one) if root is not None else ()
    return [one for one in found if one != path]


def _root(data: bytes) -> etree._Element | None:
    document, _ = parse(data, name="", stem="")
    return document.root if document is not None else None


def includes(root: etree._Element, name: str) -> tuple[str, ...]:
    """The paths of the files that the document called `name` takes in, as `included` gives them."""
    return tuple(included(name, str(one.get("href"))) for one in root.iter(_INCLUDE) if one.get("href"))


def included(name: str, href: str) -> str:
    """The path of the file that a document called `name` takes in by `href`."""
    folder = posixpath.dirname(name.replace("\\", "/"))
    return posixpath.normpath(posixpath.join(folder, unquote(href)))


def root_name(data: bytes) -> str:
    """The name of the outermost element of a document, as lxml writes it; empty where there is none.

    Only the beginning is read, and nothing from outside.
    """
    events = etree.iterparse(
        BytesIO(data), events=("start",), resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        return str(next(element.tag for _, element in events))
    except (etree.XMLSyntaxError, StopIteration, OSError):
        return ""
