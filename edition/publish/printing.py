"""The print edition: typst source text in, PDF/A-3b and PDF/UA-1 in one file out, in worker processes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from edition.diagnostics import Diagnostic, diagnose
from edition.engine import Failure, ordered_map
from edition.model import Position, Source
from edition.publish.design import Design, design
from edition.publish.fonts_for import packages_for

TYPESETTER = "edition.publish.typesetting:Typesetter"
PATIENCE = 600.0
"""Seconds one document may take: a thousand pages are set in about a minute."""

_NAMED = 8


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A document to be set.

    `stem` names the output, `name` is what messages call the document. `markup` is what the sheet
    xslt/print.xsl made of it; `tei` the bytes to be attached to the PDF under the name `tei_name`, none if
    that is empty. `pictures` are paths of files, by the names that the markup calls them by. With
    `asks_mentions` it is told on which pages the marks for registers stand; `volumes_before` is what that was
    for the volumes whose places the registers of this one name (xslt/print/volume.typ), as JSON.
    """

    stem: str
    name: str
    markup: str
    tei: bytes
    tei_name: str
    pictures: Mapping[str, str] = field(default_factory=dict)
    asks_mentions: bool = False
    volumes_before: str = ""


@dataclass(frozen=True, slots=True)
class Printed:
    """The PDF of one document, None where it could not be set, and what there is to say about it.

    `mentions` are the pages of its marks for registers, as JSON, where the job asked for them.
    """

    stem: str
    pdf: bytes | None
    diagnostics: tuple[Diagnostic, ...]
    mentions: str = ""


@dataclass(frozen=True, slots=True)
class Typeset:
    """What the typesetter answers: the PDF, and in its own words what went wrong.

    `unshown` are the characters that no font has (their codes stand in the page); `beyond_standard`
    says why the PDF is none for archives; `fault` why there is none at all; `remarks` are warnings.
    `unsettled` says that numbers of lines in the apparatus may be wrong: each time the text was set with
    them, lines fell otherwise. `unset` are the pictures that typst could not read. `mentions` are the pages
    of marks for registers, as JSON, where they were asked for.
    """

    pdf: bytes | None
    unshown: tuple[str, ...] = ()
    beyond_standard: str = ""
    fault: str = ""
    remarks: tuple[str, ...] = ()
    unsettled: bool = False
    unset: tuple[str, ...] = ()
    mentions: str = ""


def typeset(
    print_jobs: Sequence[PrintJob], *, jobs: int = 1, look: Design | None = None
) -> Iterator[Printed]:
    """A `Printed` for each of `print_jobs`, in their order, set by up to `jobs` worker processes.

    `look` is the design of the pages; ours where there is none.
    """
    look = look or design()
    outcomes = ordered_map(TYPESETTER, print_jobs, setup=look, jobs=jobs, timeout=PATIENCE)
    for job, outcome in zip(print_jobs, outcomes, strict=True):
        if outcome.failure is not None:
            yield Printed(job.stem, None, (_failed(job, outcome.failure),))
        else:
            result: Typeset = outcome.value
            yield Printed(job.stem, result.pdf, tuple(_findings(job, result, look)), result.mentions)


def _failed(job: PrintJob, failure: Failure) -> Diagnostic:
    match failure.kind:
        case "timeout":
            return diagnose("PRINT-TOO-SLOW", path=job.name, minutes=f"{PATIENCE / 60:g}")
        case "crashed":
            return diagnose("PRINT-GAVE-OUT", path=job.name)
        case "raised":
            return diagnose("PRINT-FAILED", path=job.name, reason=failure.detail.strip().split("\n")[-1])


def _findings(job: PrintJob, result: Typeset, look: Design) -> Iterator[Diagnostic]:
    if result.fault:
        yield diagnose("PRINT-FAILED", path=job.name, reason=result.fault)
    if result.beyond_standard:
        yield diagnose("PRINT-NOT-ARCHIVAL", path=job.name, reason=result.beyond_standard)
    if result.unshown:
        yield diagnose(
            "PRINT-GLYPH-MISSING",
            path=job.name,
            position=_place(job, result.unshown),
            count=len(result.unshown),
            characters=_named(result.unshown),
            remedy=_remedy(result.unshown, look),
        )
    for name in result.unset:
        yield diagnose("PRINT-PICTURE", path=job.name, name=name)
    if result.unsettled:
        yield diagnose("PRINT-UNSETTLED", path=job.name)
    for remark in result.remarks:
        yield diagnose("PRINT-REMARK", path=job.name, remark=remark)


def _named(characters: Sequence[str]) -> str:
    """The first few of `characters` with their codes: `中 (U+4E2D), 文 (U+6587) and 3 more`."""
    shown = [f"{text} ({' '.join(f'U+{ord(c):04X}' for c in text)})" for text in characters[:_NAMED]]
    more = len(characters) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


def _remedy(characters: Sequence[str], look: Design) -> str:
    """Which font to get: a package that is not taken already, else one of the reader's own finding."""
    names = [name for name in packages_for(characters) if name not in look.packages]
    if not names:
        return 'put a font that has them into a folder and name that in edition.toml: [print] fonts = "fonts"'
    listed = ", ".join(f'"{name}"' for name in (*look.packages, *names))
    return (
        f"fonts that have them: python -m pip install {' '.join(names)}, and in edition.toml "
        f"[print] font-packages = [{listed}]"
    )


def _place(job: PrintJob, characters: Sequence[str]) -> Position | None:
    """Where the first of `characters` stands in the TEI document, if it stands there as itself."""
    try:
        text = job.tei.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    offsets = [offset for character in characters if (offset := text.find(character)) >= 0]
    return Source(job.name, job.stem, text).position(min(offsets)) if offsets else None
