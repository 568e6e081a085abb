"""Words quoted after a colon in a sentence that says on which day they were said or written: "On 7 November
he wrote: "I have been here since yesterday"". Their days count from that one.
"""

from __future__ import annotations

import re

from edition.converter.forms.dates.sentences.sentences import ends_between
from edition.converter.forms.dates.telling.story import Story, Told

_REACH = 400  # characters of what is quoted
_SENTENCE = 200  # characters from the day to the colon
_FEW = 8  # dates back
_QUOTED = re.compile(r":\s?[\"“„»«][^\"“”„»«]*\Z")
_WORDS = re.compile(r"[^\W\d_]+")
_LEAD = 24  # characters before a day


def quoted_on(story: Story, place: int) -> Told | None:
    """The day on which the words were said or written in which an offset lies; None where no sentence before
    them says it.
    """
    start = max(story.passage.start, place - _REACH)
    colon = story.text.rfind(":", start, place)
    if colon < 0 or _QUOTED.match(story.text[colon:place]) is None:
        return None
    days = (told for told in reversed(story.told[-_FEW:]) if colon - _SENTENCE < told.place < colon)
    day = next((told for told in days if told.is_day() and told.explicit), None)
    if day is None or day.moment != day.last or ends_between(story.text, day.place, colon):
        return None
    return day if _says_when(story, day, colon) else None


def _says_when(story: Story, day: Told, colon: int) -> bool:
    """Whether a sentence up to its colon has a verb of saying, and its day says when that was: not "of the
    attack of 7 November he said".
    """
    language = story.language
    before = _WORDS.findall(story.text[max(0, day.place - _LEAD) : day.place].lower())
    ranges = language.dates.ranges
    if before and before[-1] in (*ranges.get("of", ()), *ranges.get("from", ())):
        return len(before) > 1 and before[-2] in language.dates.letters
    clause = story.text[max(story.passage.start, day.place - _SENTENCE) : colon]
    said = language.quoting.says | language.quoting.writes | language.dates.announcing
    return not said.isdisjoint(_WORDS.findall(clause.lower())[-30:])
