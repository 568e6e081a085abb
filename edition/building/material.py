"""What goes into an edition, a source at a time, and what comes of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from edition.citing import Work
from edition.converter import Converted
from edition.diagnostics import Diagnostic, Severity
from edition.ebook import Draft
from edition.registers import TextRecords
from edition.searching import Indexed
from edition.site import Site, SiteText
from edition.tei import Records


@dataclass(frozen=True, slots=True)
class Material:
    """A source: its bytes, and whether they are a TEI document or plain text.

    `data` is None where it could not be read; `findings` then say why. `folder` is where it lies, and the
    pictures that it names. `records` are those of the corpus that takes the text in, if one does.
    """

    name: str
    stem: str
    data: bytes | None
    is_tei: bool = False
    folder: Path | None = None
    findings: tuple[Diagnostic, ...] = ()
    records: Records | None = None


@dataclass(frozen=True)
class Built:
    """What was made from one source: `files` maps names ("speech.html") to their content.

    `pictures` maps further names to files that are to be copied; `printed_pictures` those that print shows.
    `converted` holds the conversion, where the source was plain text, `records` whom and what it names,
    `text` what the pages of the edition say of it, `work` how it is cited; `site` are the pages that the
    edition has beside its texts, `index` is what its search asks, the same for all of them. `part` is the
    source for typst of the text as a part of a volume, `draft` what it is in an e-book.
    """

    name: str
    stem: str
    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]
    converted: Converted | None = None
    records: TextRecords | None = None
    text: SiteText | None = None
    work: Work | None = None
    site: Site | None = None
    index: Indexed | None = None
    pictures: Mapping[str, Path] = field(default_factory=dict)
    printed_pictures: Mapping[str, Path] = field(default_factory=dict)
    part: str = ""
    draft: Draft | None = None

    @property
    def clean(self) -> bool:
        """Whether there is no error among the findings."""
        return all(finding.severity is not Severity.ERROR for finding in self.diagnostics)
