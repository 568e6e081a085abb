"""Words that say which one is meant and stand after its name: "in December last", "on the 4th of March next",
"in May following".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from edition.converter.forms.dates.expression import Anchor, Expression
from edition.converter.forms.dates.readings import calendar_readings as calendar
from edition.converter.forms.dates.readings import feast_readings as feasts
from edition.converter.forms.dates.readings.matched import Pieces, Reading
from edition.converter.forms.dates.readings.relative_readings import neighbour
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import Lexicon
from edition.converter.forms.dates.signs.row import Row

_READERS: dict[str, Reading] = {
    "month": calendar.read_month,
    "season": calendar.read_season,
    "feast": feasts.read_feast,
}
_TOLD = {
    "last": neighbour(Anchor.WRITING, -1),
    "next": neighbour(Anchor.WRITING, 1),
    "following": neighbour(Anchor.TOLD, 1),
    "preceding": neighbour(Anchor.TOLD, -1),
}
_FROM_WRITING = ("last", "next")


def read_put_after(pieces: Pieces) -> Expression | None:
    """A name and the words after it that say which one is meant, by the rule of those before a name. Where
    these belong to what follows ("the rains of May last three weeks", "in May following the battle"), it is
    the name's alone.
    """
    rule = _rule(pieces)
    goes_on = _is_verb if rule in _FROM_WRITING else _counts_from_what_follows
    if rule is None or goes_on(*pieces.closing):
        return _name_alone(pieces)
    return _TOLD[rule](pieces._replace(form=rule))


def _rule(pieces: Pieces) -> str | None:
    """The rule of the words after the name: of the longest of its phrases."""
    said = " ".join(pieces.said().lower().split())
    ends = [
        (len(phrase), rule)
        for rule, phrases in pieces.lexicon.language.dates.put_after.items()
        for phrase in phrases
        if said.endswith(f" {phrase}")
    ]
    return max(ends, default=(0, None))[1]


def _is_verb(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether "last" says how long, or "next" belongs to a unit: "May last a year", "in May next year", "in
    June last for the first time"; not "in June last for the security of all".
    """
    dates = lexicon.language.dates
    at = neighbours.after(row, end)
    word = row.word(at)
    says_how_long = word in dates.lasting and row.word(end - 1) in _ends_of_last(lexicon)
    if says_how_long:
        if word not in dates.purpose:
            return True
        at = neighbours.after(row, at + 1)
        word = row.word(at)
    if word in dates.determiners or word in dates.no_year_numbers:
        at = neighbours.after(row, at + 1)
    counts = row.word(at)[:1].isdigit() or _is(
        ("number", "ordinal") if says_how_long else (), row, at, lexicon
    )
    if counts and says_how_long:
        return True
    if counts or _is(("number",), row, at, lexicon):
        at = neighbours.after(row, at + 1)
    return at < len(row.signs) and row.signs[at] in _units(lexicon)


def _is(kinds: Sequence[str], row: Row, at: int, lexicon: Lexicon) -> bool:
    """Whether the sign at a place is one of some kinds."""
    return at < len(row.signs) and any(row.signs[at] in neighbours.signs_of(kind, lexicon) for kind in kinds)


@cache
def _ends_of_last(lexicon: Lexicon) -> frozenset[str]:
    """The last words of what says that one was the last: "last", "last past"."""
    return frozenset(phrase.split()[-1] for phrase in lexicon.language.dates.put_after.get("last", ()))


@cache
def _units(lexicon: Lexicon) -> frozenset[str]:
    """The signs of words for units: "year", "weeks"."""
    return frozenset(lexicon.signs_of(*(f"unit {unit}" for unit in lexicon.language.dates.units)))


def _counts_from_what_follows(row: Row, end: int, lexicon: Lexicon) -> bool:
    """Whether "following" goes on with what it is after: "in May following protests"."""
    word = neighbours.word_after(row, end)
    if not word or surroundings.verb_follows(row, end, lexicon):
        return False
    language = lexicon.language
    return word in language.quoting.determiners or word not in language.common_words


def _name_alone(pieces: Pieces) -> Expression | None:
    """What the name says without the word after it."""
    row, end = pieces.row, pieces.end
    kind = next(kind for kind in ("month", "season", "feast") if kind in pieces.text)
    names = [name for piece, name in pieces.text.items() if piece in (kind, "day")]
    while end > pieces.start + 1 and not any(name.endswith(row.word(end - 1)) for name in names):
        end -= 1
    rule = "day" if "day" in pieces.text else kind
    reader = calendar.read_day if rule == "day" else _READERS[kind]
    return reader(pieces._replace(end=end, form=rule))
