"""What no grammar sees: where pointers lead, what values mean, and how a document was encoded.

Each module knows one subject and has a function `..._findings` that takes the survey of a document and
yields findings. Tables stand beside the code as TOML. `across` looks at several documents at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edition.validator.checks.across import edition_findings
from edition.validator.checks.breaks import break_findings
from edition.validator.checks.chains import chain_findings
from edition.validator.checks.characters import character_findings
from edition.validator.checks.date_words import date_word_findings
from edition.validator.checks.dates import date_findings
from edition.validator.checks.emptiness import empty_findings
from edition.validator.checks.header import header_findings
from edition.validator.checks.joined import joined_findings
from edition.validator.checks.languages import language_findings
from edition.validator.checks.numbering import numbering_findings
from edition.validator.checks.placeholders import placeholder_findings
from edition.validator.checks.prefixes import prefix_findings
from edition.validator.checks.quotation import quotation_findings
from edition.validator.checks.records import record_findings
from edition.validator.checks.references import reference_findings
from edition.validator.checks.rendition import rendition_findings
from edition.validator.checks.summary import Summary, gather
from edition.validator.checks.survey import Survey
from edition.validator.checks.types import type_findings
from edition.validator.checks.wholes import Wholes
from edition.validator.finding import Finding

# Where two findings have one place, the first is told: what is certainly wrong goes before what may be.
_CHECKS: tuple[Callable[[Survey], Iterator[Finding]], ...] = (
    date_findings,
    reference_findings,
    prefix_findings,
    chain_findings,
    language_findings,
    date_word_findings,
    record_findings,
    header_findings,
    placeholder_findings,
    empty_findings,
    character_findings,
    quotation_findings,
    joined_findings,
    rendition_findings,
    break_findings,
    numbering_findings,
    type_findings,
)


def document_findings(survey: Survey) -> list[Finding]:
    """All findings that one document gives without its grammar, in no order."""
    return [finding for check in _CHECKS for finding in check(survey)]


__all__ = ["Summary", "Survey", "Wholes", "document_findings", "edition_findings", "gather"]
