"""Dates that are told in passing, and leave a story where it is."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Unit
from edition.converter.forms.dates.sentences.sentences import (
    begins_sentence,
    clause_ends_between,
    ends_between,
    follows,
    in_relative_clause,
)
from edition.converter.forms.dates.sentences.tense_of_sentence import tells_of_before
from edition.converter.forms.dates.sentences.tenses import tense_of, words_of
from edition.converter.forms.dates.telling.story import Story, Told
from edition.converter.languages import Language

_BEFORE = 24  # characters before a date in which two words stand
_CLAUSE = 80  # characters of a clause before a date and after it
# Nothing but what is named stands before it: "Mr. Low, for the workers, spoke in May 1940, when".
_PARTICIPLE = re.compile(r"(?:^|[.!?\n])[^,;:!?\n]*, (?P<word>[^\W\d_]+) (?P<after>[a-z]+) [^,.;:!?\n]*\Z")
_TO_COMMA = re.compile(r"[^,;:!?\n]{0,60}?,(?: \d{4},)?\s(?P<word>[^\W\d_]+)")
_PARTICIPLE_ALONE = re.compile(r"(?:^|[.!?\n])[^,;:!?\n]*, (?P<word>[^\W\d_]+) \Z")


def says_more(text: str, start: int, language: Language) -> bool:
    """Whether a date at `start` is in a clause that says more of what was named: a relative clause, or a
    participle with what belongs to it, set apart by commas (", annexed in August 1940,").
    """
    return (
        in_relative_clause(text, start, language)
        or _is_with_participle(text, start, language)
        or _is_of_thing_made(text, start, language)
    )


def _is_of_thing_made(text: str, start: int, language: Language) -> bool:
    """Whether a date says when a thing was made to which something is done: "upheld a law enacted in May
    1987"; not "said a law passed in May 1987".
    """
    dates = language.dates
    if dates.made.isdisjoint(text[max(0, start - _BEFORE) : start].split()[-2:]):
        return False
    thing = _thing(language).search(text, max(0, start - _CLAUSE), start)
    if thing is None or thing["verb"] in language.quoting.says:
        return False
    return tense_of("", thing["verb"], language) is False


@cache
def _thing(language: Language) -> re.Pattern[str]:
    """A verb, a thing and a participle that says when it was made, at the end of what is searched."""
    dates = language.dates
    article, made = ("|".join(map(re.escape, words)) for words in (dates.before_adjective, dates.made))
    return re.compile(rf"(?<!\w)(?P<verb>[a-z]+) (?:{article}) (?:[\w-]+ ){{1,4}}?(?:{made}) (?:[a-z]+ )?\Z")


def _is_with_participle(text: str, start: int, language: Language) -> bool:
    """Whether a participle begins the clause of a date at `start`, which a comma ends; but not one of several
    things that someone did: "came, signed in May 1940, and left".
    """
    if language.dates.capital_nouns:
        return False
    after = _TO_COMMA.match(text, start)
    if after is None:
        return False
    lead = text[max(0, start - _CLAUSE) : start]
    phrase = _PARTICIPLE.search(lead)
    if phrase is not None and phrase["after"] not in language.quoting.prepositions:
        return False
    before = phrase or _PARTICIPLE_ALONE.search(lead)  # ", hired May 3, 1940,"
    if before is None:
        return False
    goes_on = {*language.dates.ranges.get("both", ()), *language.dates.relatives, *language.dates.at_which}
    return after["word"] not in goes_on and tense_of("", before["word"], language) is False


def is_since_then(text: str, start: int, language: Language) -> bool:
    """Whether a date only says since when something is so: "since May 1", "since the war began March 20"."""
    since = language.dates.since
    return follows(text, start, since) or (
        bool(since) and _since_clause(since).search(text, max(0, start - _CLAUSE), start) is not None
    )


@cache
def _since_clause(words: tuple[str, ...]) -> re.Pattern[str]:
    """A clause of a few words since something was, at the end of what is searched."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?: [^\W\d_]+){{2,5}} \Z")


def is_in_passing(story: Story, named: Told, one: Expression) -> bool:
    """Whether a date leaves the day of a story as it is, for a time of day after it: one on which something
    was only said, one since when something is so, a year in the midst of a sentence, or a month of what had
    been before, or in a relative clause that is over: "On Monday Mr. Low, who was elected in June, climbed
    on a tank. At 5 p.m. …"
    """
    if named.place == story.said_on or is_since_then(story.text, named.place, story.language):
        return True
    if named.is_day():
        return False
    if named.moment.unit <= Unit.YEAR and not begins_sentence(story.text, named.place):
        return True
    if _tells_of_before(story, named, one):
        return True
    return is_only_said(story, named, one)


def is_of_thing_in_brackets(story: Story, named: Told, one: Expression) -> bool:
    """Whether a date says, in brackets that are closed, when the thing before them was made or done: "entered
    the university (founded in 1479) and the following spring"; not "it was founded (1479) and two years
    later".
    """
    opened = story.text.rfind("(", max(0, named.place - _CLAUSE), named.place)
    if opened < 0 or ")" in story.text[opened : named.place]:
        return False
    if ")" not in story.text[named.place : one.start]:
        return False
    words = words_of(story.text[opened : named.place])
    return any(tense_of(*pair, story.language) is False for pair in pairwise(["", *words]))


def is_only_said(story: Story, named: Told, one: Expression) -> bool:
    """Whether a date said more of what was named, in a clause that is over: "Mr. Low, who came in 1946, said
    that spring was cold".
    """
    more = says_more(story.text, named.place, story.language)
    return more and clause_ends_between(story.text, named.place, one.start)


def _tells_of_before(story: Story, named: Told, one: Expression) -> bool:
    """Whether the sentence of a date, which is over, tells of what had been before: "he had bought it in
    May".
    """
    over = ends_between(story.text, named.place, one.start)
    return over and tells_of_before(story.text, named.place, named.place, story.language)
