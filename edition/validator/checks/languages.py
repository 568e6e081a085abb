"""Whether xml:lang and its kin hold language tags: BCP 47 (RFC 5646), as XML and TEI ask for.

A tag is a language (the two-letter code where there is one), then script, region and variants, all of them
registered. Which subtags are registered is known to the langcodes library.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from edition.tei import XML_LANG
from edition.validator.checks.survey import Survey
from edition.validator.checks.tables import table
from edition.validator.finding import Finding, Repair

_FORM = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_CARRIERS = ((XML_LANG, None), ("ident", "language"), ("mainLang", None), ("otherLangs", None))
_SCRIPT = re.compile(r"[A-Za-z]{4}")
_REGION = re.compile(r"[A-Za-z]{2}|\d{3}")


def language_findings(survey: Survey) -> Iterator[Finding]:
    """The tags that are none, at each place."""
    for attribute, only in _CARRIERS:
        elements = None if only is None else frozenset(survey.named(only))
        for element, value in survey.attributes(attribute):
            if elements is not None and element not in elements:
                continue
            tags = value.split() if attribute == "otherLangs" else [value.strip()]
            for tag in tags:
                wrong = _wrong(tag)
                if wrong is None:
                    continue
                reason, meant = wrong
                advice = f'write "{meant}"' if meant else table("languages")["advice"]
                name = "xml:lang" if attribute == XML_LANG else attribute
                facts = {"attribute": name, "tag": tag, "reason": reason, "advice": advice}
                safe = meant is not None and len(tags) == 1
                repair = Repair(attribute=name, value=meant) if safe else None
                code = "TEI-LANGUAGE" if _FORM.fullmatch(tag) else "TEI-LANGUAGE-FORM"
                yield Finding(code, element, facts, attribute=attribute, repair=repair)


@lru_cache(maxsize=1024)
def _wrong(tag: str) -> tuple[str, str | None] | None:
    """Why `tag` is none, and which was certainly meant; None for a good one, and for none at all."""
    known = table("languages")
    if not tag or tag in known["plain"] or tag.lower().startswith(("x-", "i-")):
        return None
    meant = known["names"].get(tag.casefold())
    if meant:
        return "that is the name of a language", meant
    if not _FORM.fullmatch(tag):
        written = tag.replace("_", "-")
        good = "_" in tag and _FORM.fullmatch(written) is not None and _wrong(written) is None
        return "it has the wrong form", written if good else None
    import langcodes  # noqa: PLC0415  (a thirtieth of a second that documents without xml:lang do without)

    language, *rest = tag.split("-")
    for place, subtag in enumerate(rest):
        if len(subtag) == 1:  # extensions and private subtags are the encoder's own
            break
        if _REGION.fullmatch(subtag) and subtag.upper() in known["regions"]:
            rest[place] = known["regions"][subtag.upper()]
    shorter = _two_letters(language)
    if shorter or rest != tag.split("-")[1:]:
        written = "-".join([shorter or language, *rest])
        reason = (
            f'"{language}" has the shorter code "{shorter}"' if shorter else "that is no code of a region"
        )
        return reason, written if _wrong(written) is None else None
    if langcodes.tag_is_valid(tag):
        return None
    if not langcodes.tag_is_valid(language):
        return f'no language has the code "{language}"', None
    for subtag in rest:
        if not langcodes.tag_is_valid(f"{language}-{subtag}"):
            kind = (
                "script"
                if _SCRIPT.fullmatch(subtag)
                else "region"
                if _REGION.fullmatch(subtag)
                else "variant"
            )
            return f'no {kind} is registered as "{subtag}"', None
    return "its parts stand in the wrong order", None


def _two_letters(language: str) -> str | None:
    """The two-letter code of a language that is given by three letters; None where it has none."""
    import langcodes  # noqa: PLC0415

    if len(language) != 3 or not langcodes.tag_is_valid(language):
        return None
    shorter = langcodes.standardize_tag(language.lower())
    if len(shorter) != 2:
        return None
    known = langcodes.Language.get(shorter)
    codes = {known.to_alpha3(), known.to_alpha3(variant="B")}
    return shorter if language.lower() in codes else None
