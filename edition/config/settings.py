"""All settings with their defaults: the one place where they are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from edition.config.conventions import HouseConventions
from edition.config.ebook import EbookChoices
from edition.config.facts import EditionFacts
from edition.config.html import HtmlSettings
from edition.config.print import PrintSettings
from edition.diagnostics.weighing import Weights

FORMATS = ("text", "json", "sarif", "github")
TARGETS = ("tei", "html", "pdf", "epub", "typ")
"""What can be made."""
DEFAULT_TARGETS = ("tei", "html", "pdf")
GENRES = ("auto", "article", "drama", "debate", "interview", "speech", "letter", "verse", "prose")


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one run. `lang` is "auto" or a BCP 47 code; `date` an ISO day or None.

    `encoding` None tells the encoding from the bytes; `schema` None is the schema of this program.
    `persons`, `places`, `organisations` and `works` are lists (CSV or TEI) that names in the texts are
    tied to first.
    `ner` is a pipeline of spaCy that finds names where no rule does.
    `conventions` are patterns for speakers' labels, headings and reactions.
    `decisions` asks for every decision with its place, for a report.
    `rules` is a Schematron schema for `validate`, `phase` the phase of it (None: its default); `weights`
    say which findings are not wanted, or weigh otherwise.
    `html` is about the web pages, `print` about the printed ones, `epub` about e-books.
    `jobs` is the number of worker processes, 0 for as many as there are processors.
    """

    facts: EditionFacts = field(default_factory=EditionFacts)
    output: Path = Path("output")
    targets: tuple[str, ...] = DEFAULT_TARGETS
    genre: str = "auto"
    lang: str = "auto"
    date: str | None = None
    encoding: str | None = None
    schema: Path | None = None
    persons: Path | None = None
    places: Path | None = None
    organisations: Path | None = None
    works: Path | None = None
    ner: str | None = None
    conventions: HouseConventions = field(default_factory=HouseConventions)
    rules: Path | None = None
    phase: str | None = None
    weights: Weights = field(default_factory=Weights)
    html: HtmlSettings = field(default_factory=HtmlSettings)
    print: PrintSettings = field(default_factory=PrintSettings)
    epub: EbookChoices = field(default_factory=EbookChoices)
    format: str = "text"
    jobs: int = 0
    force: bool = False
    decisions: bool = False

    @property
    def binds(self) -> bool:
        """Whether several texts become one volume."""
        return self.print.volumes != "each" and not {"pdf", "typ"}.isdisjoint(self.targets)
