"""Readings of decades and centuries: "the 1920s", "in the twenties", "the nineteenth century"."""

from __future__ import annotations

import re

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.moment import Moment, Unit
from edition.converter.forms.dates.readings.matched import Pieces
from edition.converter.forms.dates.signs import neighbours, surroundings
from edition.converter.forms.dates.signs.lexicon import words_in
from edition.converter.forms.dates.signs.numbers import number_in

_SHILLINGS = re.compile(r"\d\ds")
_LAST_CENTURY = 21
_BARE = "{decade_name}"  # the form of a language whose names of decades are no ages
_TENTH = 11  # centuries before this are not known by their number alone
_WORDS_OF_ERA = 8  # signs


def read_decade(pieces: Pieces) -> Expression | None:
    """Ten years, in figures (1920, '20) or as a number in words ("twenty")."""
    figures = pieces.text["decade"].strip("'’")
    if not figures.isdigit():
        figures = str(number_in(figures, "number", pieces.lexicon) or 1)
    if len(figures) < 2 or int(figures) % 10:
        return None
    if _SHILLINGS.fullmatch(pieces.said()) and not surroundings.after_a_part(*pieces.opening):
        return None  # "£4 10s."; but "the 20s", "the late 70s"
    plain = pieces.text["decade"] == figures and pieces.row.word(pieces.start - 1) not in ("'", "’")
    if plain and len(figures) == 2 and surroundings.is_of_degrees(*pieces.opening):
        return None
    if len(figures) == 2:
        return _decade_of_century(pieces, int(figures))
    if not int(figures) % 100 and int(figures) < pieces.lexicon.language.dates.hundreds_before:
        return pieces.found(Moment(Unit.CENTURY, int(figures)))  # "the 1500s"
    return pieces.found(Moment(Unit.DECADE, int(figures)))


def read_tens(pieces: Pieces) -> Expression | None:
    """Ten years as an ordinal or by a name: "the twentieth years", "the twenties"."""
    name, said = pieces.text["tens"], pieces.said()
    known = _BARE in pieces.lexicon.language.dates.forms["tens"] or surroundings.after_a_part(*pieces.opening)
    if _lacks_its_noun(pieces):
        if not _shares_its_noun(pieces):
            return None  # "ein vierziger"
    elif said == name and not known and not _says_years(pieces):
        return None  # "in his nineties"
    if _is_age(pieces):
        return None
    tens = pieces.named("tens", name) or pieces.named("decade_name", name)
    if said.endswith(name) and _counts_too(pieces, name) and not _says_years(pieces):
        return _decade_by_number(pieces, tens)
    if "number" in pieces.text:  # "eighteen-nineties"
        hundreds = number_in(pieces.text["number"], "number", pieces.lexicon) or 0
        first = Moment(Unit.DECADE, hundreds * 100 + tens)
        return pieces.found(first) if 10 <= hundreds <= _LAST_CENTURY else None
    return _decade_of_century(pieces, tens)


def _lacks_its_noun(pieces: Pieces) -> bool:
    """Whether the name of a decade is an adjective, where its noun has a capital letter: "die vierziger"."""
    name = pieces.text["tens"]
    return pieces.lexicon.language.dates.capital_nouns and name.islower() and "number" not in pieces.text


def _shares_its_noun(pieces: Pieces) -> bool:
    """Whether another decade follows, of whose noun it is, too: "die dreißiger und vierziger Jahre"."""
    row, lexicon, at = pieces.row, pieces.lexicon, neighbours.after(pieces.row, pieces.end)
    if at >= len(row.signs) or row.signs[at] not in neighbours.signs_of("range", lexicon) | {","}:
        return False
    then = neighbours.after(row, at + 1)
    return then < len(row.signs) and row.signs[then] in neighbours.signs_of("decade_name", lexicon)


def _is_age(pieces: Pieces) -> bool:
    """Whether the name of a decade can say how old someone is ("ein Mann in den Fünfzigern") or who someone
    is ("die Sechziger"). Asked only where it is a noun.
    """
    name = pieces.text["tens"]
    if not pieces.lexicon.language.dates.capital_nouns or not name[:1].isupper() or "ahr" in name:
        return False
    if not name.endswith("n"):
        return not surroundings.after_a_part(*pieces.opening)
    row, at = pieces.row, neighbours.before(pieces.row, pieces.start)
    language = pieces.lexicon.language
    if row.word(at) not in language.dates.aged_in:
        return False
    whose = row.word(neighbours.before(row, at))
    small = whose.lower() in language.common_words  # "Noch in den Achtzigern"
    return (whose[:1].isupper() and not small) or whose in language.dates.aged


def _counts_too(pieces: Pieces, name: str) -> bool:
    """Whether the name of a decade is a number, too: "los noventa", "в девяностых"."""
    return any((part, name.lower()) in pieces.lexicon.values for part in ("number", "ordinal", "tens"))


def _says_years(pieces: Pieces) -> bool:
    """Whether a form says that its number is one of years: "w latach trzydziestych"."""
    values = pieces.lexicon.values
    return any(("unit year", word) in values for word in words_in([pieces.said()]))


def _decade_by_number(pieces: Pieces, tens: int) -> Expression | None:
    """A decade by a number in words that counts nothing: "en los noventa", without the preposition."""
    row, _, end, lexicon = pieces.whole
    goes_on = neighbours.word_after(row, end) in lexicon.language.dates.ranges.get("both", ())
    if goes_on or surroundings.counts(*pieces.closing) or not surroundings.ends_here(row, end, lexicon):
        return None
    found = pieces.found(Moment(Unit.DECADE, tens))._replace(century_unsaid=True)
    first = pieces.said().split()[0].lower()
    if first not in lexicon.language.dates.before:
        return found
    return found._replace(start=row.starts[neighbours.after(row, pieces.start + 1)])


def _decade_of_century(pieces: Pieces, tens: int) -> Expression | None:
    """A decade whose century the form says ("the twenties of the 19th century") or does not."""
    if "ordinal" not in pieces.text:
        if surroundings.is_of_someone(*pieces.opening):
            return None
        return pieces.found(Moment(Unit.DECADE, tens))._replace(century_unsaid=True)
    number = number_in(pieces.text["ordinal"], "ordinal", pieces.lexicon)
    if not number or number > _LAST_CENTURY:
        return None
    return pieces.found(Moment(Unit.DECADE, (number - 1) * 100 + tens))


def read_hundred(pieces: Pieces) -> Expression | None:
    """The hundred years from 1800, or ten from 1820, where a language writes both in one way."""
    figures = pieces.text["decade"].strip("'’")
    if len(figures) == 4 and int(figures) % 100 == 0:
        return pieces.found(Moment(Unit.CENTURY, int(figures)))
    return read_decade(pieces) if len(figures) != 3 else None


def _is_of_something(pieces: Pieces) -> bool:
    """Whether a century is counted from where something began: "the first century of our existence"; but not
    "of our era".
    """
    row, dates = pieces.row, pieces.lexicon.language.dates
    if not dates.of_era or not neighbours.followed_by_of(*pieces.closing):
        return False
    at = neighbours.after(row, pieces.end)
    following = row.words(at, min(at + _WORDS_OF_ERA, len(row.signs)))
    return not any(word in following for word in dates.of_era)


def read_century(pieces: Pieces) -> Expression | None:
    """A hundred years, by their number or by a name of the table ("Novecento")."""
    if "century" in pieces.text:
        if surroundings.counts(*pieces.closing):
            return None
        number: int | None = pieces.named("century", pieces.text["century"])
    else:
        number = number_in(pieces.text["ordinal"], "ordinal", pieces.lexicon)
    if not number or number > _LAST_CENTURY:
        return None
    if number < _TENTH and _is_of_something(pieces):
        return None
    return pieces.found(Moment(Unit.CENTURY, (number - 1) * 100 + 1))
