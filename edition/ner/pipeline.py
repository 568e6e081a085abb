"""An installed spaCy pipeline as a finder of names. spaCy is loaded when one is asked for only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, Protocol

from edition.diagnostics import CannotRunError, diagnose


class NameModel(Protocol):
    """Finds names in texts: for each text (offset, offset, label), in order and apart. `name` says what it
    is, with its version, for the header.
    """

    @property
    def name(self) -> str:
        """The model and its version."""

    def find(self, texts: Iterable[str]) -> Iterator[list[tuple[int, int, str]]]:
        """The names of each text."""


class _Pipeline:
    """A pipeline of spaCy."""

    def __init__(self, nlp: Any, spacy_version: str) -> None:
        self._nlp = nlp
        known = [f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')}", nlp.meta.get("version", "")]
        self._name = f"{' '.join(filter(None, known))} (spaCy {spacy_version})"

    @property
    def name(self) -> str:
        """The pipeline and its version, and spaCy's."""
        return self._name

    def find(self, texts: Iterable[str]) -> Iterator[list[tuple[int, int, str]]]:
        """The entities of each text with spaCy's labels."""
        for document in self._nlp.pipe(texts):
            yield [(entity.start_char, entity.end_char, entity.label_) for entity in document.ents]


@cache
def load_pipeline(name: str) -> NameModel:
    """The installed pipeline called `name`, or in the folder `name`. Raises CannotRunError where spaCy or the
    pipeline is not there.
    """
    try:
        spacy = import_module("spacy")
    except ImportError:
        raise CannotRunError(diagnose("NER-SPACY", path="edition.toml", name=name)) from None
    try:
        nlp = spacy.load(name)
    except (OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise CannotRunError(
            diagnose("NER-PIPELINE", path="edition.toml", name=name, reason=reason)
        ) from None
    return _Pipeline(nlp, spacy.__version__)
