"""Names in running text that show what they are: by initials, by a given name, by a form of address.

What is called after someone is no person: "Rue Jean Jaurès", "Ronald Reagan Airport", "John Wiley & Sons".
"""

from __future__ import annotations

from edition.converter.forms.finding_names.before_degrees import in_capitals
from edition.converter.forms.finding_names.found import NameFound
from edition.converter.forms.finding_names.given import with_given_name
from edition.converter.forms.finding_names.honorifics import addressed
from edition.converter.forms.finding_names.initials import initialled
from edition.converter.forms.finding_names.things import is_thing
from edition.converter.languages import Language


def find_names(text: str, language: Language) -> list[NameFound]:
    """Names that show what they are: by initials, by a given name, by an honorific; in order."""
    found = [
        *(initialled(text, language) if "." in text else ()),
        *with_given_name(text, language),
        *addressed(text, language),
        *in_capitals(text),
    ]
    found = [name for name in found if not is_thing(text, name, language)]
    found.sort(key=lambda name: (name.start, -name.end))
    apart: list[NameFound] = []
    for name in found:
        if not apart or name.start >= apart[-1].end:
            apart.append(name)
    return apart
