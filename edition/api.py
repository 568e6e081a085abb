"""The three commands as functions: values in, values out, nothing on disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from edition.building import Built, Material, build_all, convert_with
from edition.config import DEFAULT_TARGETS, EditionFacts, HouseConventions, Settings
from edition.converter import Converted
from edition.diagnostics import Diagnostic
from edition.model import Entry, Person, Register
from edition.ner import NameModel
from edition.validator import load_schema, validate_bytes


def convert(
    text: str | bytes,
    *,
    name: str = "text",
    genre: str = "auto",
    lang: str = "auto",
    date: str | None = None,
    encoding: str | None = None,
    facts: EditionFacts | None = None,
    persons: Sequence[Person] = (),
    entries: Sequence[Entry] = (),
    conventions: HouseConventions | None = None,
    decisions: bool = False,
    model: NameModel | None = None,
) -> Converted:
    """Encode a plain text as TEI: `Converted.data` holds the document, `diagnostics` what there is to say.

    `persons` and `entries` (places, organisations, works) are records that the names in the text are tied to
    first; `conventions` say what labels of
    speakers, headings and reactions look like where no rule can know. With `decisions`,
    `Converted.summary.conclusions` lists every decision with its place, rule and certainty.

    `model` finds names where no rule does, as `edition.ner.load_pipeline` gives one.

    `lang` is a BCP 47 code or "auto", `date` an ISO day that overrules the text's own. Raises
    OwnFaultError if the result lost text or were invalid, ValueError for a genre there is not.
    """
    settings = Settings(
        facts or EditionFacts(),
        genre=genre,
        lang=lang,
        date=date,
        encoding=encoding,
        conventions=conventions or HouseConventions(),
        decisions=decisions,
    )
    register = Register(tuple(persons), tuple(entries))
    return convert_with(
        text, name=name, stem=Path(name).stem, settings=settings, register=register, model=model
    )


def validate(
    document: str | bytes, *, name: str = "document", schema: Path | None = None
) -> list[Diagnostic]:
    """The findings for a TEI document, none when it is well-formed, valid and consistent.

    `schema` is a RELAX NG file in XML syntax; None takes the one of this program. Raises
    CannotRunError for a schema that cannot be used.
    """
    data = document.encode() if isinstance(document, str) else document
    return validate_bytes(data, name=name, stem=Path(name).stem, schema=load_schema(schema))


def build(
    source: str | bytes,
    *,
    name: str = "text.txt",
    targets: Sequence[str] = DEFAULT_TARGETS,
    genre: str = "auto",
    lang: str = "auto",
    date: str | None = None,
    facts: EditionFacts | None = None,
) -> Built:
    """Encode a plain text, or take a TEI document (a `name` that ends in .xml), and publish it.

    `targets` are any of "tei", "html", "pdf", "epub", "typ".
    """
    settings = Settings(facts or EditionFacts(), targets=tuple(targets), genre=genre, lang=lang, date=date)
    data = source.encode() if isinstance(source, str) else source
    path = Path(name)
    material = Material(name, path.stem, data, path.suffix.lower() == ".xml")
    return next(iter(build_all([material], settings)))


__all__ = ["build", "convert", "validate"]
