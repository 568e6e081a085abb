"""Whether "after seventeen years" is when something was, or how long it had lasted."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.sentences.sentences import clause_ends_between
from edition.converter.forms.dates.telling.story import Story


def is_how_long(story: Story, one: Expression) -> bool:
    """Whether "after" a number of units says how long something had lasted, in a clause that has its date:
    "on 25 July 2005 he left the firm after 17 years", "after 18 years the club came back in 2014".
    """
    dates = story.language.dates
    first = story.text[one.start : one.end].split(maxsplit=1)[0].lower()
    if one.rule != "later" or first not in dates.vague.get("after", ()):
        return False
    named, ahead = story.named, story.ahead
    here = named is not None and named.explicit and named.passage == story.number
    if named is not None and here and not clause_ends_between(story.text, named.place, one.start):
        return True
    return ahead is not None and not clause_ends_between(story.text, one.end, ahead.start)
