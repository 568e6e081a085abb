"""The inputs of a command with their bytes."""

from __future__ import annotations

from collections.abc import Sequence

from edition.building import Material
from edition.files import Input, read_input


def materials(inputs: Sequence[Input], *, tei: bool) -> list[Material]:
    """Each input read; with `tei`, *.xml counts as a TEI document, else everything is plain text."""
    read = []
    for item in inputs:
        data, findings = read_input(item)
        folder = item.path.parent if item.path is not None else None
        read.append(Material(item.name, item.stem, data, tei and item.is_xml, folder, tuple(findings)))
    return read
