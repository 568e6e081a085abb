"""The three commands as functions: values in, values out, nothing on disk.

import edition
converted = edition.convert("Workers Vanguard No. 1144 …")
print(converted.data.decode())
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from edition import __version__
from edition.config import TARGETS, EditionFacts, Settings
from edition.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from lxml import etree

    from edition.converter import Converted


@dataclass(frozen=True)
class Built:
    """What was made from one source: `files` maps names ("speech.html") to their content.

    `converted` holds the conversion, where the source was plain text.
    """

    name: str
    stem: str
    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    converted: Converted | None = None

    @property
    def clean(self) -> bool:
        """Whether there is no error among the findings."""
        return all(finding.severity is not Severity.ERROR for finding in self.diagnostics)


def convert(
    text: str | bytes,
    *,
    name: str = "text",
    genre: str = "auto",
    lang: str = "auto",
    date: str | None = None,
    encoding: str | None = None,
    facts: EditionFacts | None = None,
) -> Converted:
    """Encode a plain text as TEI: `Converted.data` holds the document, `diagnostics` what there is to say.

    `lang` is a BCP 47 code or "auto", `date` an ISO day that is used where the text has none. Raises
    OwnFaultError if the result lost text or were invalid, ValueError for a genre there is not.
    """
    settings = Settings(facts or EditionFacts(), genre=genre, lang=lang, date=date, encoding=encoding)
    return convert_with(text, name=name, stem=Path(name).stem, settings=settings)


def convert_with(text: str | bytes, *, name: str, stem: str, settings: Settings) -> Converted:
    """`convert` with everything in one `Settings`."""
    from edition.converter import convert_bytes  # noqa: PLC0415  (only what is used is loaded)
    from edition.converter.segment import GENRES  # noqa: PLC0415

    if settings.genre != "auto" and settings.genre not in GENRES:
        raise ValueError(f"no such genre: {settings.genre}")
    if isinstance(text, str):
        settings = replace(settings, encoding="utf-8")
        text = text.encode("utf-8", errors="surrogatepass")
    return convert_bytes(
        text, name=name, stem=stem, settings=settings, version=__version__, gate=invalid_because
    )


def invalid_because(tree: etree._Element) -> str | None:
    """Why a tree is not valid against the schema of this program; None when it is."""
    from edition.validate import load_schema, validate_tree  # noqa: PLC0415

    schema = load_schema()
    if validate_tree(tree, schema):
        return None
    log = schema.compiled.error_log
    return log[0].message if len(log) else "no reason given"


def validate(
    document: str | bytes, *, name: str = "document", schema: Path | None = None
) -> list[Diagnostic]:
    """The findings for a TEI document, none when it is well-formed, valid and consistent.

    `schema` is a RELAX NG file in XML syntax; None takes the one of this program. Raises
    CannotRunError for a schema that cannot be used.
    """
    from edition.validate import load_schema, validate_bytes  # noqa: PLC0415

    data = document.encode() if isinstance(document, str) else document
    return validate_bytes(data, name=name, stem=Path(name).stem, schema=load_schema(schema))


def build(
    source: str | bytes,
    *,
    name: str = "text.txt",
    targets: Sequence[str] = TARGETS,
    genre: str = "auto",
    lang: str = "auto",
    date: str | None = None,
    facts: EditionFacts | None = None,
) -> Built:
    """Encode a plain text, or take a TEI document (a `name` that ends in .xml), and publish it.

    `targets` are any of "tei", "html", "pdf".
    """
    from edition.building import Material, build_all  # noqa: PLC0415

    settings = Settings(facts or EditionFacts(), targets=tuple(targets), genre=genre, lang=lang, date=date)
    data = source.encode() if isinstance(source, str) else source
    path = Path(name)
    material = Material(name, path.stem, data, path.suffix.lower() == ".xml")
    return next(iter(build_all([material], settings)))


__all__ = ["Built", "build", "convert", "convert_with", "invalid_because", "validate"]
