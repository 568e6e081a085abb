"""What a mention of someone tells: the name taken apart, and what the form of address before it says."""

from __future__ import annotations

import re

from edition.converter.annotate.persons.naming import AUTHOR
from edition.converter.annotate.persons.records import RANKED, Mention
from edition.converter.forms.finding_names.honorifics import is_abbreviated
from edition.converter.forms.letters import fold
from edition.converter.forms.names import Name, form_of, parse_name
from edition.converter.forms.references import read_name
from edition.converter.forms.speakers import Gender
from edition.converter.languages import Language
from edition.converter.languages.table import given_names, pronouns_of_names, womens_names
from edition.model import Annotation, Source

_ADDRESS = 16  # characters before a name in which its form of address stands
_TITLE = re.compile(r"(?<![^\W_])([^\W\d_]+)(\.?)(?:[ \u00a0\t]+|[ \t]*\n[ \t]*)$")


def mention_of(annotation: Annotation, source: Source, language: Language) -> Mention:
    """A persName with all that it tells."""
    form = form_of(source.slice(annotation.span))
    name = read_name(form, language) if annotation.rule == AUTHOR else parse_name(form, language)
    start = annotation.span.start
    before = _TITLE.search(source.text, max(0, start - _ADDRESS), start)
    title = before[1] if before is not None else ""
    if before is not None and before[2] and not is_abbreviated(title, language):
        title = ""  # "... and her sister. Henry Lind"
    gender = gender_of_title(title, language) or (gender_of_name(name) if name is not None else "")
    return Mention(annotation, form, name, gender, _state_of_title(title, language))


def gender_of_title(title: str, language: Language) -> Gender:
    """What a title tells of who bears it; a word for kin only where it has a capital ("Uncle Henry")."""
    folded = fold(title)
    kin = title[:1].isupper()
    if folded in language.labels.women or (kin and folded in language.persons.of_women):
        return "women"
    return "men" if folded in language.labels.men or (kin and folded in language.persons.of_men) else ""


def _state_of_title(title: str, language: Language) -> str:
    persons, folded = language.persons, fold(title)
    if folded in persons.married:
        return "married"
    if folded in persons.unmarried:
        return "unmarried"
    return RANKED if title in persons.ranks else ""


def gender_of_name(name: Name) -> Gender:
    """What the first given name tells, if it is one that is known."""
    first = name.given[0] if name.given else ""
    if first in womens_names():
        return "women"
    return "men" if first in given_names() or pronouns_of_names().get(first) == "he" else ""
