"""What an edition needs and a text doesn't say."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """Facts for the header of every document; what is empty is left out there.

    `site` is the address that the edition is published at, with a stroke at its end; no header has it.
    """

    title: str = ""
    editors: tuple[str, ...] = ()
    publisher: str = ""
    place: str = ""
    licence: str = ""
    site: str = ""
