"""Weekdays by a shortened name, which may be an ordinal, too: "na última quinta", "nesta segunda"."""

from __future__ import annotations

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.readings.matched import Pieces
from edition.converter.forms.dates.signs import neighbours, surroundings


def is_ordinal(pieces: Pieces) -> bool:
    """Whether such a name is an ordinal before its noun: "nesta segunda fase", "a última quarta de final"."""
    if ("weekday", pieces.text["weekday"]) in pieces.lexicon.values or pieces.said().endswith("."):
        return False
    if neighbours.followed_by_of(*pieces.closing):
        return True
    word = neighbours.word_after(pieces.row, pieces.end)
    return word[:1].isalpha() and not surroundings.goes_on_without(word, pieces.lexicon.language)


def without_full_stop(pieces: Pieces, found: Expression) -> Expression:
    """A phrase without the full stop of its sentence, which a shortened name may have itself."""
    if "weekday" not in pieces.text or not pieces.said().endswith("."):
        return found
    goes_on = neighbours.word_after(pieces.row, pieces.end).islower()
    return found if goes_on else found._replace(end=found.end - 1)
