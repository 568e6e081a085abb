"""Texts converted, in parallel where that pays."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from edition import __version__
from edition.building.material import Material
from edition.config import Settings
from edition.converter import GENRES, Converted, convert_bytes
from edition.diagnostics import CannotRunError, Diagnostic, OwnFaultError, Severity, diagnose
from edition.engine import ordered_map
from edition.model import Register
from edition.ner import NameModel, load_pipeline
from edition.registers import KINDS, ListKind, read_register
from edition.validator import is_valid, load_schema, validate_bytes

# A worker process costs about a second before it is as fast as one that has converted a text, and then takes
# 100 KB a second: below this much text in all one process is faster than two.
_WORTH_WORKERS = 500_000  # bytes


def convert_with(
    text: str | bytes,
    *,
    name: str,
    stem: str,
    settings: Settings,
    register: Register,
    model: NameModel | None = None,
) -> Converted:
    """One text encoded; what is written is whole and valid. `register` holds the lists of the edition.

    Raises OwnFaultError if it were not, ValueError for a genre there is not.
    """
    if settings.genre != "auto" and settings.genre not in GENRES:
        raise ValueError(f"no such genre: {settings.genre}")
    if isinstance(text, str):
        settings = replace(settings, encoding="utf-8")
        text = text.encode("utf-8", errors="surrogatepass")
    return convert_bytes(
        text,
        name=name,
        stem=stem,
        settings=settings,
        version=__version__,
        gate=invalid_because,
        register=register,
        model=model,
    )


def register_of(settings: Settings) -> tuple[Register, list[Diagnostic]]:
    """The records of the lists that edition.toml names, and what there is to say about the lists.

    Raises CannotRunError where there is an error in one: another list would tie the texts to other records.
    """
    lists: dict[ListKind, tuple[bytes, str]] = {}
    for kind in KINDS:
        path: Path | None = getattr(settings, kind)
        if path is not None:
            try:
                lists[kind] = (path.read_bytes(), path.name)
            except OSError as error:
                reason = error.strerror or str(error)
                raise CannotRunError(diagnose("REGISTER-UNREADABLE", path=path.name, reason=reason)) from None
    register, findings = read_register(lists)
    for finding in findings:
        if finding.severity is Severity.ERROR:
            raise CannotRunError(finding)
    return register, findings


def invalid_because(data: bytes) -> str | None:
    """Why a document is not valid against the schema of this program; None when it is."""
    if is_valid(data, load_schema()):
        return None
    found = validate_bytes(data, name="", stem="", schema=load_schema())
    return next((one.message for one in found if one.severity is Severity.ERROR), "no reason given")


def convert_all(materials: Sequence[Material], settings: Settings) -> Iterator[Converted]:
    """Each text converted, in order; the same bytes with one process as with many.

    What there is to say about the edition's own lists is said with the first text.
    """
    _, about_lists = register_of(settings)
    if settings.ner:
        load_pipeline(settings.ner)  # what is not installed is said once, and before the work
    texts = [material for material in materials if material.data is not None]
    jobs = _jobs(settings, texts)
    if jobs > 1:
        outcomes = ordered_map(f"{__name__}:TextConverter", texts, setup=settings, jobs=jobs, timeout=3600)
        results = (
            outcome.value
            if outcome.failure is None
            else _failed(material, f"{outcome.failure.kind}: {outcome.failure.detail}")
            for material, outcome in zip(texts, outcomes, strict=True)
        )
    else:
        converter = TextConverter(settings)
        results = (converter(material) for material in texts)
    for material in materials:
        if material.data is None:
            converted = Converted(material.name, material.stem, None, None, material.findings)
        else:
            converted = next(results)
        yield replace(converted, diagnostics=(*about_lists, *converted.diagnostics))
        about_lists = []


class TextConverter:
    """Converts one text after the other; a fault of ours in one does not end the others."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._register, _ = register_of(settings)
        self._model = load_pipeline(settings.ner) if settings.ner else None

    def __call__(self, material: Material) -> Converted:
        """The text of `material` converted; what went wrong through our fault is in its findings."""
        assert material.data is not None
        try:
            return convert_with(
                material.data,
                name=material.name,
                stem=material.stem,
                settings=self._settings,
                register=self._register,
                model=self._model,
            )
        except OwnFaultError as fault:
            return Converted(material.name, material.stem, None, None, (fault.diagnostic,))


def _failed(material: Material, reason: str) -> Converted:
    fault = diagnose("CONVERT-FAILED", path=material.name, reason=reason)
    return Converted(material.name, material.stem, None, None, (fault,))


def processes(settings: Settings) -> int:
    """How many processes may work at a time."""
    return settings.jobs or os.cpu_count() or 1


def _jobs(settings: Settings, texts: Sequence[Material]) -> int:
    if len(texts) < 2 or sum(len(text.data or b"") for text in texts) < _WORTH_WORKERS:
        return settings.jobs if settings.jobs > 1 and len(texts) > 1 else 1
    return min(processes(settings), len(texts))
