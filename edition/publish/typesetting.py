"""Inside a worker process: typst sets one document after another, each in a folder of its own.

typst reads whatever its root folder holds, follows links out of it and fetches packages from the
network; so its root is a new temporary folder with our three files in it, and its network is shut.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typst

from edition.publish.design import Design
from edition.publish.page_boxes import with_boxes
from edition.publish.placed import NOTHING_DISPLACED, NOTHING_PLACED, AllPlaced, Displaced
from edition.publish.printing import PrintJob, Typeset
from edition.publish.rounds import Known

if TYPE_CHECKING:
    from typst import PDFStandard

STANDARDS: list[PDFStandard] = ["a-3b", "ua-1"]
MEMORY = 4 << 30
"""Bytes one worker may take: a thousand pages take some 600 MiB, with numbers of lines three times that."""

_NOWHERE = "http://127.0.0.1:9"  # the discard port: refused at once
_ASKED = "query(<asked>).map(it => it.value.map(asked => asked()))"
_ASKED_OF_MENTIONS = "(query(<asked-of-mentions>).first().value)()"
_ROUNDS = 9
_KEPT_RUNS = 10  # typst keeps what it did in so many runs
_MISSING = re.compile(
    r'^error: [^\n]*?(?:the text|contains the codepoint) `"((?:[^"\\\n]|\\.)+)"`', re.MULTILINE
)
_ERROR = re.compile(r"^error: ([^\n]*)", re.MULTILINE)
_ESCAPE = re.compile(r"\\u\{([0-9a-fA-F]+)\}|\\(.)")
_LETTERS = re.compile("[^\0-\u024f\u0370-\u03ff\u0400-\u045f\u2010-\u2027\u2030-\u203a\\s]")


class Typesetter:
    """Sets one `PrintJob` after another by one design; fonts are read once."""

    def __init__(self, design: Design) -> None:
        _limit_memory()
        for name in ("http_proxy", "https_proxy", "all_proxy"):
            os.environ[name] = os.environ[name.upper()] = _NOWHERE
        self._system_fonts = design.system_fonts
        self._fonts = typst.Fonts(include_system_fonts=design.system_fonts, font_paths=list(design.fonts))
        self._files = design.files
        self._cut = design.cut
        self._full = False

    def __call__(self, job: PrintJob) -> Typeset:
        """The PDF of one document. Characters that no font has are set as their codes, and named."""
        with tempfile.TemporaryDirectory(prefix="edition-print-") as folder:
            root = Path(folder)
            for name, content in self._files.items():
                (root / name).write_text(content, encoding="utf-8")
            (root / "source.xml").write_bytes(job.tei)
            (root / "main.typ").write_text(job.markup, encoding="utf-8")
            (root / "volumes-before.json").write_text(job.volumes_before, encoding="utf-8")
            there = self._pictures(root, job.pictures)
            if self._full:
                self._forget(root)
            result = self._set(root, job, there)
            if self._cut is not None and result.pdf is not None:
                boxed = with_boxes(result.pdf, self._cut)
                remark = () if boxed else ("the PDF does not say where the sheet is to be cut",)
                result = replace(result, pdf=boxed or result.pdf, remarks=(*result.remarks, *remark))
            return replace(result, unset=tuple(name for name in job.pictures if name not in there))

    def _pictures(self, root: Path, pictures: Mapping[str, str]) -> list[str]:
        """The names of the pictures that typst can read, which are laid beside the text."""
        there = []
        for name, path in pictures.items():
            place = root / "pictures" / name
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                shutil.copyfile(path, place)
                sheet = f'#set document(title: [x])\n#image({json.dumps(f"pictures/{name}")}, alt: "x")\n'
                (root / "picture.typ").write_text(sheet, encoding="utf-8")
                typst.compile(root / "picture.typ", root=root, font_paths=self._fonts)
            except (OSError, typst.TypstError):
                place.unlink(missing_ok=True)
            else:
                there.append(name)
        return there

    def _set(self, root: Path, job: PrintJob, pictures: Sequence[str]) -> Typeset:
        known = Known(job.markup, self._without_glyph(root, job.markup))
        self._full = known.is_large
        given = self._given(job, pictures)
        report = ""
        inputs = given | known.inputs()
        pages = self._pages(root, inputs)
        for number in range(_ROUNDS):
            _tell(root, known.files())
            try:
                done = known.learn(*_where_things_stand(pages))
                if done or number == _ROUNDS - 1:
                    _tell(root, known.beside())
                    pdf, remarks = _pdf(pages, STANDARDS)
                    mentions = pages.eval(_ASKED_OF_MENTIONS) if job.asks_mentions else ""
                    return Typeset(
                        pdf, known.unshown, remarks=remarks, unsettled=not known.settled, mentions=mentions
                    )
            except typst.TypstError as error:
                report = error.diagnostic
                found = _characters(report)
                if found <= set(known.unshown):
                    break
                known.unshown = (*known.unshown, *sorted(found - set(known.unshown)))
                inputs = given | known.inputs()
                pages = self._pages(root, inputs)
            if known.is_large:
                self._forget(root, but_last=True)
        return self._below_standard(root, inputs, known.unshown, _reason(report), job)

    def _given(self, job: PrintJob, pictures: Sequence[str]) -> dict[str, str]:
        """What the design is told in every round."""
        given = {}
        if job.volumes_before:
            given["volumes-before"] = "yes"
        if pictures:
            given["pictures"] = json.dumps(pictures)
        if "#last-words(" in job.markup:
            given["families"] = json.dumps(sorted(self._fonts.families()))
        if job.tei_name:
            given["tei-name"] = job.tei_name
            given["tei-description"] = f"The TEI document this was printed from: {job.tei_name}"
        return given

    def _below_standard(
        self, root: Path, inputs: dict[str, str], unshown: tuple[str, ...], reason: str, job: PrintJob
    ) -> Typeset:
        """A PDF that claims no standard, where it is only a standard that typst says is broken."""
        if not reason.startswith(("PDF/", "internal error")):
            return Typeset(None, fault=reason)
        try:
            pages = self._pages(root, inputs)
            pdf, remarks = _pdf(pages, [])
            mentions = pages.eval(_ASKED_OF_MENTIONS) if job.asks_mentions else ""
        except typst.TypstError as error:
            return Typeset(None, fault=error.message)
        return Typeset(pdf, unshown, beyond_standard=reason, remarks=remarks, mentions=mentions)

    def _pages(self, root: Path, inputs: dict[str, str], main: str = "main.typ") -> typst.Compiler:
        """A text to be set."""
        return typst.Compiler(
            str(root / main),
            root=str(root),
            font_paths=self._fonts,
            ignore_system_fonts=not self._system_fonts,
            sys_inputs=inputs,
            package_path=str(root),
            package_cache_path=str(root),
        )

    def _forget(self, root: Path, *, but_last: bool = False) -> None:
        """Give back the memory of what was set, by runs on nothing; `but_last`: of all rounds before the last
        one, of which typst sets anew only what changes.
        """
        (root / "nothing.typ").write_text("", encoding="utf-8")
        for _ in range(_KEPT_RUNS - 1 if but_last else _KEPT_RUNS + 1):
            self._pages(root, {}, "nothing.typ").compile()

    def _without_glyph(self, root: Path, markup: str) -> tuple[str, ...]:
        """Uncommon characters of `markup` that no font has, found out on a page with nothing else on it.

        typst repeats a whole source line in each complaint: over a long Chinese text that would be gigabytes.
        """
        uncommon = sorted(c for c in set(_LETTERS.findall(markup)) if unicodedata.category(c)[0] in "LNPS")
        if not uncommon:
            return ()
        sheet = "#set document(title: [x], date: datetime(year: 1970, month: 1, day: 1))\n"
        sheet += '#set text(font: "Libertinus Serif")\n' + "".join(f'#"{c}";\n\n' for c in uncommon)
        (root / "characters.typ").write_text(sheet, encoding="utf-8")
        try:
            _pdf(self._pages(root, {}, "characters.typ"), STANDARDS)
        except typst.TypstError as error:
            found = _characters(error.diagnostic)
            return tuple(c for c in uncommon if c in found)
        return ()


def _tell(root: Path, files: Mapping[str, str]) -> None:
    """Lay `files` beside the text."""
    for name, content in files.items():
        (root / name).write_text(content, encoding="utf-8")


def _where_things_stand(pages: typst.Compiler) -> tuple[AllPlaced, Displaced]:
    """What the design tells of a text once it is set, which it is if it wasn't; nothing where it has no such
    mark. Raises RuntimeError where the text cannot be set.
    """
    for placed, displaced in json.loads(pages.eval(_ASKED)):
        return placed, displaced
    return NOTHING_PLACED, NOTHING_DISPLACED


def _pdf(pages: typst.Compiler, standards: list[PDFStandard]) -> tuple[bytes, tuple[str, ...]]:
    """The PDF, and the warnings, each once. Raises typst.TypstError."""
    pdf, warnings = pages.compile_with_warnings(
        format="pdf", pdf_standards=standards, pdf_tags=bool(standards)
    )
    assert isinstance(pdf, bytes)  # a PDF is one file; only pictures of pages come as a list
    return pdf, tuple(dict.fromkeys(warning.message for warning in warnings))


def _reason(report: str) -> str:
    """The first complaint of a report that is not about a character."""
    complaints: list[str] = _ERROR.findall(report)
    others = [complaint for complaint in complaints if not _MISSING.match(f"error: {complaint}")]
    return (others or complaints or [report.strip()])[0]


def _characters(report: str) -> set[str]:
    """The characters a report of typst complains of (a letter with its marks counts as one)."""
    return {_ESCAPE.sub(_unescape, quoted) for quoted in _MISSING.findall(report)}


def _unescape(escape: re.Match[str]) -> str:
    if escape[1]:
        return chr(int(escape[1], 16))
    return {"n": "\n", "t": "\t", "r": "\r", "0": "\0"}.get(escape[2], escape[2])


def _limit_memory() -> None:
    """Let the system refuse more than MEMORY, where it can: better this process ends than the computer."""
    with suppress(ImportError, ValueError, OSError):
        import resource as system  # noqa: PLC0415 (not on Windows)

        _, hard = system.getrlimit(system.RLIMIT_DATA)
        system.setrlimit(system.RLIMIT_DATA, (MEMORY, hard))
