"""What "last" and "that" before a unit mean by the words around them: "the last month of the war", "in his
last year", "that September the 11th".
"""

from __future__ import annotations

from edition.converter.forms.dates.readings.in_month_or_year import DAYS
from edition.converter.forms.dates.readings.matched import Pieces
from edition.converter.forms.dates.signs import neighbours
from edition.converter.forms.dates.signs.lexicon import NAME


def day_follows(pieces: Pieces) -> bool:
    """Whether a name of a month goes on with a day of it: "that September the 11th"."""
    at = neighbours.after(pieces.row, pieces.end)
    if pieces.row.word(at) in pieces.lexicon.language.dates.determiners:
        at = neighbours.after(pieces.row, at + 1)
    return at < len(pieces.row.signs) and pieces.row.signs[at] in DAYS


def _lasts_until_now(pieces: Pieces, word: str) -> bool:
    """Whether "the last week" is that of seven days, in a language in which the one before is "last week"."""
    units = pieces.lexicon.language.dates.last_without_article
    led = word in units and neighbours.plays_before("determiner", *pieces.opening)
    return led and not _follows_saying(pieces)


def _follows_saying(pieces: Pieces) -> bool:
    """Whether a clause that someone said begins with a unit: "he said that last year it fell"."""
    row, language = pieces.row, pieces.lexicon.language
    at = neighbours.before(row, pieces.start)
    if row.word(at).lower() not in language.dates.conjunctions:
        return False
    verb = row.word(neighbours.before(row, at)).lower() if at > 0 else ""
    return verb in language.quoting.says or verb in language.dates.announcing


def is_last_of(pieces: Pieces, word: str) -> bool:
    """Whether a unit is the last of something or someone's, and not that before the day of writing: "the last
    month of the war", "in his last year".
    """
    if pieces.form == "last" and neighbours.is_someones(*pieces.opening):
        return True
    lead = pieces.row.word(neighbours.before(pieces.row, pieces.start)) if pieces.start else ""
    if pieces.form == "last" and lead.lower() in pieces.lexicon.language.dates.each:
        return True  # "jeden letzten Sonntag im Monat"
    if pieces.form == "last" and _lasts_until_now(pieces, word):
        return True
    if not pieces.said().endswith(word) or not neighbours.followed_by_of(*pieces.closing):
        return False
    row, start, lexicon = pieces.opening
    return neighbours.plays_before("determiner", row, start, lexicon)


def is_of_a_name(pieces: Pieces) -> bool:
    """Whether letters with a full stop, which can be those of a unit ("Ende v. J."), are those of someone's
    name or kind: "Freiherr v. J.", "Strauß d. J.", "Newark, N. J.".
    """
    if not pieces.said().endswith("."):
        return False
    if pieces.said()[0].isupper():
        return True
    at = neighbours.before(pieces.row, pieces.start)
    return at >= 0 and pieces.row.signs[at] == NAME
