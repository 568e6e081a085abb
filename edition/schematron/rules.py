"""Rules as they were found: one Schematron schema, and where each part of it stands."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an element of the rules stands: the file as a user knows it, and the line its tag ends in."""

    file: str
    line: int

    @property
    def short(self) -> str:
        """The file without its folders, and the line: `tei_all.rng:499`."""
        return f"{PurePath(self.file).name}:{self.line}"


@dataclass(frozen=True, slots=True)
class Rules:
    """A schema that is sound, with all that it includes: what `RuleChecker` takes.

    `name` is what messages call it, `schema` its text, in which `edition-rules:at` numbers the `origins`;
    `phases` are the ids of its phases in order, `default_phase` the one for a run that names none, or "#ALL".
    """

    name: str
    schema: str
    origins: tuple[Origin, ...]
    phases: tuple[str, ...] = ()
    default_phase: str = "#ALL"
