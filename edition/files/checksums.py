"""Checksums of the files that we wrote into a folder, by which one that was edited since is told.

They stand in one file, `.edition/SHA256SUMS`, in the form that `sha256sum --check` reads from the folder. A
line is added for each file written; of several lines of one file the last counts.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

if sys.platform != "win32":
    import fcntl

FOLDER = ".edition"
_FILE = "SHA256SUMS"
_FORMER = ".sha256"  # 0.1.0 kept a file for each result
_LINE = re.compile(r"(\\?)([0-9a-f]{64})  (.+)")
_SPARE = 1000  # lines that no longer count, before the file is written anew


class Checksums:
    """The checksums on record in `folder`, read when the first is asked for.

    Raises OSError where the file cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._read: dict[str, str] | None = None

    def of(self, name: str) -> str | None:
        """The SHA-256 of the file as we wrote it, 64 hexadecimal digits; None where we did not."""
        return self._known.get(name)

    def below(self, folder: str) -> list[str]:
        """The names on record that begin with that folder, in order."""
        return sorted(name for name in self._known if name.startswith(f"{folder}/"))

    def again(self) -> None:
        """Forget what was read: another process may have written here since."""
        self._read = None

    def note(self, checksums: Mapping[str, str]) -> None:
        """Put files that were written on record."""
        new = {name: one for name, one in checksums.items() if self._known.get(name) != one}
        if new:
            with self._locked() as file:
                file.write(_lines(new))
            self._known.update(new)

    def forget(self, names: Collection[str]) -> None:
        """Take files that are gone off the record."""
        if names:
            self._rewrite(frozenset(names))

    @property
    def _known(self) -> dict[str, str]:
        if self._read is None:
            self._read, count = self._stored()
            if count > 2 * len(self._read) + _SPARE:
                self._rewrite(frozenset())
        return self._read

    def _stored(self) -> tuple[dict[str, str], int]:
        """What is on record, and in how many lines."""
        try:
            return _parsed((self._folder / _FILE).read_bytes())
        except FileNotFoundError:
            return self._taken_over(), 0

    def _taken_over(self) -> dict[str, str]:
        """The records of 0.1.0, put into our file and taken away."""
        found = {}
        former = sorted(self._folder.rglob(f"*{_FORMER}")) if self._folder.is_dir() else []
        for path in former:
            name = path.relative_to(self._folder).as_posix().removesuffix(_FORMER)
            found[name] = path.read_text(encoding="utf-8", errors="replace")[:64]
        if found:
            with self._locked() as file:
                file.write(_lines(found))
        for path in former:
            path.unlink(missing_ok=True)
        return found

    def _rewrite(self, gone: Collection[str]) -> None:
        with self._locked() as file:
            file.seek(0)
            kept, _ = _parsed(file.read())
            for name in gone:
                kept.pop(name, None)
            # In its place, under the lock: a file of another name would lose what another process adds.
            file.truncate(0)
            file.write(_lines(kept))
        self._read = kept

    @contextlib.contextmanager
    def _locked(self) -> Iterator[BinaryIO]:
        """The file, to add to; another process that wants to waits."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with (self._folder / _FILE).open("a+b") as file:
            if sys.platform != "win32":
                fcntl.flock(file, fcntl.LOCK_EX)  # until it is closed
            if file.seek(0, os.SEEK_END):
                file.seek(-1, os.SEEK_END)
                if file.read() != b"\n":  # a line that was not finished
                    file.write(b"\n")
            yield file


def _lines(checksums: Mapping[str, str]) -> bytes:
    return "".join(map(_line, checksums.items())).encode("utf-8", "surrogateescape")


def _line(record: tuple[str, str]) -> str:
    """A line; with a sign before it where the name has one that would break lines."""
    name, checksum = record
    safe = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r")
    return f"{'' if safe == name else chr(92)}{checksum}  {safe}\n"


def _parsed(data: bytes) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    lines = data.decode("utf-8", "surrogateescape").split("\n")
    for line in lines:
        if read := _LINE.fullmatch(line):
            marked, checksum, name = read.groups()
            found[re.sub(r"\\(.)", _meant, name) if marked else name] = checksum
    return found, len(lines)


def _meant(sign: re.Match[str]) -> str:
    return {"n": "\n", "r": "\r"}.get(sign[1], sign[1])
