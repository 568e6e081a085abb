"""The register of an edition as a document beside its texts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from edition import __version__
from edition.building.converting import invalid_because
from edition.building.encoding import Encoded
from edition.building.material import Built, Material
from edition.building.publishing import Surroundings, published
from edition.config import Settings
from edition.diagnostics import OwnFaultError, diagnose
from edition.registers import REGISTER, TextRecords, register_document
from edition.site import Site
from edition.tei import parse


def build_register(
    texts: Sequence[TextRecords | None],
    settings: Settings,
    *,
    names: Collection[str],
    site: Site | None = None,
) -> Built | None:
    """The register of an edition of several texts as TEI; None where it would say nothing.

    `names` are the stems of all sources: the register takes the name of none of them. `site` has the records
    of the texts as one already.
    """
    known = [text for text in texts if text is not None]
    if len(known) < 2 or {"tei", "epub"}.isdisjoint(settings.targets):
        return None
    merged = site.registers.merged if site is not None else None
    data = register_document(known, settings.facts, __version__, merged)
    if data is None:
        return None
    if REGISTER in names:
        said = diagnose("REGISTER-STEM", path=f"{REGISTER}.xml")
        return Built(REGISTER, REGISTER, {}, (said,))
    document, findings = parse(data, name=f"{REGISTER}.xml", stem=REGISTER)
    reason = invalid_because(data) if document is not None else findings[0].message
    if document is None or reason is not None:
        raise OwnFaultError(diagnose("CONVERT-INVALID", path=f"{REGISTER}.xml", reason=reason))
    files = {f"{REGISTER}.xml": data} if "tei" in settings.targets else {}
    if "epub" not in settings.targets:
        return Built(document.name, REGISTER, files, ())
    book = replace(settings, targets=("epub",), epub=settings.epub._replace(volumes="one"))
    material = Material(document.name, REGISTER, data, is_tei=True)
    (made,) = published([Encoded(material, None, document, ())], book, Surroundings([REGISTER]))
    return replace(made, files=files)
