"""Names of the calendar from which a transcript has lost a blank: "am Freitagsind", "auchSamstag".

Only certain words are looked for after a name, or else "Maiglöckchen" and "Augustin" were dates; and before
it, only what a capital letter in the midst of a word gives away.
"""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.letters import LOWER, any_of
from edition.converter.languages import Language

_LEAST = 3  # letters of such a name, and of what stands before it


def stuck_after(language: Language) -> str:
    """A pattern for a word of the table that is stuck to a name, and no "Dich"; empty for none."""
    words = language.dates.stuck
    return rf"(?<=[{LOWER}][{LOWER}]){any_of(words)}(?![{LOWER}\d])" if words else ""


def names_that_stick(language: Language) -> list[str]:
    """The names that are looked for with a word stuck to them: months, weekdays, and "today"."""
    dates = language.dates
    rows = (*dates.months, *dates.weekdays)
    names = [name for names in rows for name in names] + list(dates.deictic)
    found = {spelling for name in names for spelling in (name, name[:1].upper() + name[1:])}
    return sorted(name for name in found if name.isalpha() and len(name) >= _LEAST)


@cache
def stuck_before(language: Language) -> re.Pattern[str] | None:
    """Finds a name of a month or weekday to which the word before is stuck; None where a language has no
    table of stuck words.
    """
    after = stuck_after(language)
    if not after:
        return None
    dates = language.dates
    rows = (*dates.months, *dates.whole_weekdays)
    listed = {name for names in rows for name in names if name[0].isupper() and name.isalpha()}
    names = sorted(listed, key=lambda name: (-len(name), name))
    firsts = "".join(sorted({name[0] for name in names}))
    rests = "|".join(
        rf"(?<={first})(?:{'|'.join(name[1:] for name in names if name[0] == first)})" for first in firsts
    )
    small = f"[{LOWER}]" * _LEAST
    return re.compile(rf"[{firsts}](?<={small}.)(?:{rests})(?:(?![{LOWER}\d])|(?={after}))")
