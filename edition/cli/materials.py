"""The inputs of a command with their bytes."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import replace

from edition.building import Material
from edition.files import Input, read_input
from edition.tei import is_corpus, joined, parse, texts_of_corpus

_CORPUS = b"teiCorpus"


def materials(inputs: Sequence[Input], *, tei: bool) -> list[Material]:
    """Each input read; with `tei`, *.xml counts as a TEI document, else everything is plain text."""
    read = []
    for item in inputs:
        data, findings = read_input(item)
        folder = item.path.parent if item.path is not None else None
        read.append(Material(item.name, item.stem, data, tei and item.is_xml, folder, tuple(findings)))
    return read


def texts_apart(inputs: Sequence[Input], read: Sequence[Material]) -> Iterator[tuple[Input, Material]]:
    """The inputs with what was read of them, but for a corpus in one file each of its texts.

    A text is called by its own name unless another input is; then the name of the corpus stands before it.
    Of a corpus in several files, of which one takes in the others (XInclude), the texts have its records with
    them, and what is no text is left out.
    """
    files = {
        _path(material): material.data for material in read if material.is_tei and material.data is not None
    }
    records, others = joined(files)
    taken = {item.stem.casefold() for item in inputs}
    for item, material in zip(inputs, read, strict=True):
        path = _path(material)
        texts = _texts(material)
        if not texts:
            if path not in others:
                yield item, replace(material, records=records.get(path))
            continue
        for name, data in texts:
            stem = name if name.casefold() not in taken else f"{item.stem}-{name}"
            taken.add(stem.casefold())
            told = f"{item.name} ({name})"
            yield replace(item, name=told, stem=stem), replace(material, name=told, stem=stem, data=data)


def _path(material: Material) -> str:
    """As a corpus names the files that it takes in."""
    return posixpath.normpath(material.name.replace("\\", "/"))


def _texts(material: Material) -> list[tuple[str, bytes]]:
    if not material.is_tei or material.data is None or _CORPUS not in material.data:
        return []
    document, _ = parse(material.data, name=material.name, stem=material.stem)
    return texts_of_corpus(document.root, material.stem) if document and is_corpus(document.root) else []
