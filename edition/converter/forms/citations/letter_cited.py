"""A letter that is cited by who wrote it, to whom, and when: "Marx to Engels, 11 December 1858"."""

from __future__ import annotations

from edition.converter.forms.citations.citation import Citation
from edition.converter.forms.citations.named import is_surname
from edition.converter.forms.dates import find_dates
from edition.converter.forms.letters import Part
from edition.converter.forms.names import is_organisation, parse_name
from edition.converter.languages import Language


def letter_cited(text: str, start: int, end: int, language: Language) -> Citation | None:
    """ "Marx to Engels, 11 December 1858": a letter by who wrote it, to whom, and when."""
    head, comma, tail = text[start:end].partition(",")
    dates = find_dates(tail, language) if comma else []
    if len(dates) != 1 or tail[: dates[0].start].strip() or tail[dates[0].end :].strip(" ."):
        return None
    words = head.split()
    place = next((i for i, w in enumerate(words) if w in language.citations.to and 0 < i < len(words) - 1), 0)
    if not place or len(words) > 9:
        return None
    writer, reader = " ".join(words[:place]), " ".join(words[place + 1 :])
    if " ".join(words) != head or not all(_is_person(name, language) for name in (writer, reader)):
        return None
    to = start + len(head) - len(reader)
    date = dates[0].part()
    offset = start + len(head) + 1
    return Citation(
        start,
        end,
        "letter",
        (
            Part("author", start, start + len(writer)),
            Part("persName", to, to + len(reader)),
            date._replace(start=offset + date.start, end=offset + date.end),
        ),
    )


def _is_person(name: str, language: Language) -> bool:
    return is_surname(name) or (
        parse_name(name, language) is not None and not is_organisation(name, language)
    )
