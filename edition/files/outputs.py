"""Results on disk: written whole or not at all, and never over something that a person edited.

A result that no longer has the checksum it was written with was edited since.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from edition.diagnostics import CannotRunError, Diagnostic, diagnose
from edition.files.checksums import Checksums


@dataclass(frozen=True, slots=True)
class Written:
    """What became of some results: the paths that now hold them, or the findings that forbade it."""

    paths: tuple[Path, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


class Outputs:
    """The folder that results go to."""

    def __init__(self, folder: Path, *, force: bool = False) -> None:
        self._folder = folder
        self._force = force
        self._checksums = Checksums(folder)

    @property
    def folder(self) -> Path:
        """The folder, as the user named it."""
        return self._folder

    def write(self, results: Mapping[str, bytes], *, unless: Path | None = None) -> Written:
        """Write `results` (file name to content): all of them, or none where one was edited by hand.

        A file that is the same file as `unless` is left alone (a document published where it lies).
        Raises CannotRunError when the folder cannot be written to or the disk is full.
        """
        wanted = {name: data for name, data in results.items() if not self._is(name, unless)}
        refused = [] if self._force else [name for name, data in wanted.items() if self._edited(name, data)]
        if refused:
            return Written((), tuple(self._refusal(name) for name in refused))
        if not wanted:
            return Written(tuple(self._folder / name for name in results))
        with self._unwritable():
            put: dict[str, str] = {}
            try:
                for name, data in wanted.items():
                    self._put(name, data)
                    put[name] = hashlib.sha256(data).hexdigest()
            finally:
                # Last: what stops us before leaves a file that counts as edited, never the reverse.
                self._checksums.note(put)
        return Written(tuple(self._folder / name for name in results))

    def copy(self, files: Mapping[str, Path]) -> Written:
        """Write a copy of each of `files` under its name, one after the other: they may be large.

        A file that was edited where it is to go is left as it is, and told. Raises CannotRunError as `write`
        does, and for a file that cannot be read.
        """
        paths: list[Path] = []
        said: list[Diagnostic] = []
        for name, path in files.items():
            try:
                data = path.read_bytes()
            except OSError as error:
                reason = error.strerror or str(error)
                raise CannotRunError(diagnose("FILE-UNREADABLE", path=str(path), reason=reason)) from None
            written = self.write({name: data}, unless=path)
            paths += written.paths
            said += written.diagnostics
        return Written(tuple(paths), tuple(said))

    def replace(self, folder: str, results: Mapping[str, bytes]) -> Written:
        """Write `results`, all below `folder`, and take away what we wrote there before and do not any more.

        A file that was edited since stays. Raises CannotRunError as `write` does.
        """
        written = self.write(results)
        with self._unwritable():
            gone = []
            for name in self._checksums.below(folder):
                if name not in results and not self._edited(name, b""):
                    with contextlib.suppress(OSError):
                        (self._folder / name).unlink(missing_ok=True)
                        gone.append(name)
            self._checksums.forget(gone)
        return written

    def _put(self, name: str, data: bytes) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not _holds(path, data):
            _write_whole(path, data)

    @contextlib.contextmanager
    def _unwritable(self) -> Iterator[None]:
        """What the system refuses is told."""
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise CannotRunError(diagnose("FILE-UNWRITABLE", path=str(self._folder), reason=reason)) from None

    def _is(self, name: str, other: Path | None) -> bool:
        with contextlib.suppress(OSError):
            return other is not None and (self._folder / name).samefile(other)
        return False

    def _edited(self, name: str, data: bytes) -> bool:
        """Whether the file is there with content that is neither ours of last time nor what we bring."""
        try:
            present = (self._folder / name).read_bytes()
        except FileNotFoundError:
            return False
        except OSError as error:
            reason = error.strerror or str(error)
            raise CannotRunError(
                diagnose("FILE-UNWRITABLE", path=str(self._folder / name), reason=reason)
            ) from None
        if present == data:
            return False
        checksum = hashlib.sha256(present).hexdigest()
        with self._unwritable():
            if self._checksums.of(name) == checksum:
                return False
            self._checksums.again()
            return self._checksums.of(name) != checksum

    def _refusal(self, name: str) -> Diagnostic:
        path = str(self._folder / name)
        code = "FILE-EDITED" if self._checksums.of(name) else "FILE-NOT-OURS"
        return diagnose(code, path=path)


def replace_whole(path: Path, data: bytes) -> None:
    """Writes `data` over the file at `path`: a reader sees the old file or the new one.

    Raises CannotRunError where that cannot be done.
    """
    try:
        _write_whole(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRunError(diagnose("FILE-UNWRITABLE", path=str(path), reason=reason)) from None


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _write_whole(path: Path, data: bytes) -> None:
    """Write to a temporary file beside `path`, then rename: a reader sees the old file or the new one."""
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(_mode(path))
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions that `path` has, or those that a new file would get."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(path.stat().st_mode)
    umask = os.umask(0)
    os.umask(umask)
    return 0o666 & ~umask
