"""Which files a command works on, from the names it was given."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from edition.diagnostics import CannotRunError, Diagnostic, diagnose

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to work on: its `path` (None is standard input), its `name` in messages, and the `stem`
    that its outputs are called by.
    """

    path: Path | None
    name: str
    stem: str

    @property
    def is_xml(self) -> bool:
        """Whether the name says that the file is XML; standard input is taken for plain text."""
        return self.path is not None and self.path.suffix.lower() == ".xml"


def find_inputs(
    sources: Sequence[str],
    *,
    suffixes: Collection[str],
    output: Path | None = None,
    by_stem: bool = True,
) -> list[Input]:
    """The files that `sources` name: a file as it is, a folder for its files with one of `suffixes`.

    Folders are searched all the way down, in alphabetical order, without hidden files and without
    what lies in `output`. A file named twice counts once. Raises CannotRunError for what does not exist,
    for a folder without texts, and, where results are named `by_stem`, for two files of one stem.
    """
    found: dict[str, Input] = {}
    for source in sources:
        for item in _inputs_of(source, suffixes, output):
            key = os.path.realpath(item.path) if item.path is not None else STDIN
            found.setdefault(key, item)
    inputs = list(found.values())
    if by_stem:
        _refuse_collisions(inputs)
    return inputs


def read_input(item: Input) -> tuple[bytes | None, list[Diagnostic]]:
    """The bytes of an input, or None and the finding that says why there are none."""
    try:
        if item.path is None:
            return sys.stdin.buffer.read(), []
        return item.path.read_bytes(), []
    except OSError as error:
        return None, [diagnose("FILE-UNREADABLE", path=item.name, reason=error.strerror or str(error))]


def _inputs_of(source: str, suffixes: Collection[str], output: Path | None) -> Iterator[Input]:
    if source == STDIN:
        yield Input(None, "<stdin>", "stdin")
        return
    path = Path(source)
    if path.is_dir():
        files = list(_files_below(path, suffixes, output))
        if not files:
            wanted = " or ".join(f"*{suffix}" for suffix in sorted(suffixes))
            raise CannotRunError(diagnose("FILE-NONE", path=source, wanted=wanted))
        yield from (Input(file, str(file), file.stem) for file in files)
    elif path.exists():
        yield Input(path, source, path.stem)
    else:
        raise CannotRunError(diagnose("FILE-MISSING", path=source))


def _files_below(folder: Path, suffixes: Collection[str], output: Path | None) -> Iterator[Path]:
    excluded = output.resolve() if output is not None else None
    if excluded == folder.resolve():
        excluded = None  # results beside the texts: the suffix alone tells them apart
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".") and (excluded is None or (Path(place) / name).resolve() != excluded)
        )
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes:
                yield Path(place) / name


def _refuse_collisions(inputs: Sequence[Input]) -> None:
    """Two inputs must not write one file, also where capitals and accents count the same on disk."""
    first: dict[str, Input] = {}
    for item in inputs:
        key = unicodedata.normalize("NFC", item.stem).casefold()
        other = first.setdefault(key, item)
        if other is not item:
            raise CannotRunError(diagnose("FILE-COLLISION", path=item.name, other=other.name, stem=item.stem))
