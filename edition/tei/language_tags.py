"""Tags of languages as BCP 47 has them: the shortest code of a language (RFC 5646, 2.2.1)."""

from __future__ import annotations

from functools import cache

from edition.resources import resource


def shortest_tag(tag: str) -> str:
    """`tag` with the two letters of its language where ISO 639 has them ("eng" is "en", "ger-AT" is "de-AT").

    Libraries and early text collections write three letters; browsers know such a language by two only.
    What has no shorter code comes back as it is.
    """
    language, hyphen, rest = tag.partition("-")
    return f"{_codes().get(language.lower(), language)}{hyphen}{rest}"


@cache
def _codes() -> dict[str, str]:
    rows = resource("xslt", "common", "language-codes.txt").read_text(encoding="utf-8").splitlines()
    return {long: short for long, _, short in (row.partition(" ") for row in rows)}
