"""The three commands as functions: values in, values out, nothing on disk.

import edition
converted = edition.convert("Workers Vanguard No. 1144 …")
print(converted.data.decode())
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from edition.config import TARGETS, EditionFacts, Settings
from edition.diagnostics import Diagnostic

if TYPE_CHECKING:
    from edition.building import Built
    from edition.converter import Converted


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
    from edition.building import convert_with  # noqa: PLC0415  (only what is used is loaded)

    settings = Settings(facts or EditionFacts(), genre=genre, lang=lang, date=date, encoding=encoding)
    return convert_with(text, name=name, stem=Path(name).stem, settings=settings)


def validate(
    document: str | bytes, *, name: str = "document", schema: Path | None = None
) -> list[Diagnostic]:
    """The findings for a TEI document, none when it is well-formed, valid and consistent.

    `schema` is a RELAX NG file in XML syntax; None takes the one of this program. Raises
    CannotRunError for a schema that cannot be used.
    """
    from edition.validator import load_schema, validate_bytes  # noqa: PLC0415

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


__all__ = ["build", "convert", "validate"]
