"""Whether an edition has a search, and the index of its texts as they come."""

from __future__ import annotations

from edition.config import Settings
from edition.diagnostics import diagnose
from edition.searching.index import Index, Indexed, indexer
from edition.searching.voices import voices
from edition.site import SiteText
from edition.tei import TeiDocument


class Indexing:
    """Takes the texts of an edition as they pass, where it is to have a search; none is kept."""

    def __init__(self, settings: Settings) -> None:
        asked = "html" in settings.targets and settings.html.search
        program = indexer() if asked else None
        self._missing = asked and program is None
        self._index = Index(program) if program is not None else None

    def __enter__(self) -> Indexing:
        return self

    def __exit__(self, *_: object) -> None:
        if self._index is not None:
            self._index.close()

    def add(self, text: SiteText, document: TeiDocument) -> None:
        """A text, of which the site has `text`."""
        if self._index is not None:
            self._index.add(text, voices(document))

    def made(self) -> Indexed:
        """The index; what is missing for one that is asked for is said."""
        if self._index is None:
            return Indexed(diagnostics=(diagnose("SITE-NO-SEARCH"),) if self._missing else ())
        return self._index.made()
