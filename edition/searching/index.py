"""The index of an edition, made by Pagefind (an extra of its own: pip install "edition[search]")."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path

from edition.diagnostics import Diagnostic, diagnose
from edition.searching.steady import steadied
from edition.searching.voices import Passage, Voice
from edition.site import Searchable, SiteText, address, newest, oldest

FOLDER = "pagefind"
"""The folder of an edition that holds the index, and what reads it in the browser."""

_KEPT = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_KEPT_KINDS = {".pagefind", ".pf_meta", ".pf_index", ".pf_filter", ".pf_fragment"}
_LONGEST = 3_600  # seconds
_TOP, _WRITTEN = ".", "~"
"""What stands for the address of a passage that has none, and before that of its reading as it is written:
signs that no xml:id begins with, known to search.js.
"""


@dataclass(frozen=True, slots=True)
class Indexed:
    """The `files` of an index by relative name, and what it offers; None where there is no index."""

    files: dict[str, bytes] = field(default_factory=dict)
    offered: Searchable | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


def indexer() -> Path | None:
    """The program that makes an index; None where it is not installed."""
    try:
        from pagefind.service import get_executable  # noqa: PLC0415  (only an edition with search needs it)
    except ImportError:
        return None
    return get_executable()


class Index:
    """Takes the texts of an edition one after the other; what they say waits on the disk, not in memory."""

    def __init__(self, program: Path) -> None:
        self._program = program
        self._folder = tempfile.TemporaryDirectory(prefix="edition-search-")
        self._count = 0
        self._speakers: set[str] = set()

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """What waits on the disk is taken away."""
        self._folder.cleanup()

    def add(self, text: SiteText, voices: Sequence[Voice]) -> None:
        """A text with all that is said in it."""
        for voice in voices:
            self._speakers.update(voice.names)
            path = Path(self._folder.name, "records", f"{self._count:07}.html")
            path.parent.mkdir(exist_ok=True)
            path.write_text(_record(text, voice, self._count), encoding="utf-8", errors="replace")
            self._count += 1

    def made(self) -> Indexed:
        """The index of all texts; the same for the same texts. Without one word there is none."""
        if not self._count:
            return Indexed()
        site, out = Path(self._folder.name, "records"), Path(self._folder.name, FOLDER)
        call = [str(self._program), "--site", str(site), "--output-path", str(out), "--silent"]
        try:
            ended = subprocess.run(
                call, capture_output=True, check=False, cwd=self._folder.name, timeout=_LONGEST
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return _failed(str(error))
        if ended.returncode or not (out / _KEPT[0]).is_file():
            said = (ended.stderr or ended.stdout).decode(errors="replace").split()
            return _failed(" ".join(said) or f"it ended with {ended.returncode}")
        files = {
            path.relative_to(out).as_posix(): path.read_bytes()
            for path in sorted(out.rglob("*"))
            if path.name in _KEPT or path.suffix in _KEPT_KINDS
        }
        steady = steadied(files)
        counts = {
            name: int(one["page_count"])
            for name, one in json.loads(steady["pagefind-entry.json"])["languages"].items()
        }
        offered = Searchable(
            tuple(sorted(counts, key=lambda name: (-counts[name], name))),
            tuple(sorted(self._speakers, key=lambda name: (name.casefold(), name))),
        )
        return Indexed({f"{FOLDER}/{name}": data for name, data in sorted(steady.items())}, offered)


def _failed(reason: str) -> Indexed:
    return Indexed(diagnostics=(diagnose("SITE-INDEX-FAILED", reason=reason[:500]),))


def _record(text: SiteText, voice: Voice, number: int) -> str:
    """A voice as a page that Pagefind reads; the passages are phrasing, for it puts stops after blocks.

    What is said of it are filters: words of metadata would be found as if the voice had said them. `number`
    keeps the order of pages of one date.
    """
    filters = [("speaker", name) for name in voice.names]
    filters += [("text", address(text.stem)), ("genre", text.genre), ("year", text.year)]
    said = [
        f'<meta data-pagefind-filter="{name}[content]" content="{escape(value)}">'
        for name, value in filters
        if value
    ]
    said += [
        f'<meta data-pagefind-sort="{order}[content]" content="{key} {number:07}">'
        for order, key in (("oldest", oldest(text)), ("newest", newest(text)))
    ]
    passages = "".join(map(_passage, voice.passages))
    language = f' lang="{escape(text.language)}"' if text.language not in ("", "und") else ""
    return (
        f"<!DOCTYPE html>\n<html{language}><head>{''.join(said)}</head>"
        f"<body data-pagefind-body>{passages}</body></html>\n"
    )


def _passage(passage: Passage) -> str:
    """A passage in its readings, the edited one first: search.js shows words of one of them."""
    readings = [(passage.address or _TOP, passage.words)]
    if passage.written:
        readings.append((f"{_WRITTEN}{passage.address}", passage.written))
    return "".join(
        f'<span id="{escape(name)}">{escape(words, quote=False)}</span>\n' for name, words in readings
    )
