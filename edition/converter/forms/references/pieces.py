"""A reference cut into pieces at its punctuation: words, numbers, dates, labelled numbers, markers.

Nothing is decided here but what a piece looks like by itself; which part of the reference it is, is told from
all of them together (reading.py).
"""

from __future__ import annotations

import re
from functools import cache

from edition.converter.forms.names import degrees
from edition.converter.forms.references.piece import (
    CONTAINER,
    DASHES,
    DATE,
    EDITION,
    NUMBER,
    PHRASE,
    SCOPE,
    WORDS,
    Piece,
)
from edition.converter.forms.references.row import RANGE, ROMAN, Row
from edition.converter.forms.references.signs import sign_of
from edition.converter.forms.references.taken import Found, taken
from edition.converter.forms.references.vocabulary import Vocabulary, vocabulary
from edition.converter.languages import Language

_PAGES = frozenset({"s", "с", "σ"})  # labels of pages that references in any language have
_SYMBOLS = {"№": "issue", "§": "section"}
_WITHIN = "'’ʼ´`*†‡©+=%°²³<>|#@~^"  # signs that part nothing in words
_QUOTES = ("“", "‘", '"', "«", "_")
_FAR = 9  # tokens between the number of an edition and its word


@cache
def _degrees() -> re.Pattern[str]:
    """A comma and a degree that has a syllable, without its last full stop."""
    words = [word.rstrip(".") for word in degrees() if re.search(r"[^\W\d_]{2}", word)]
    return re.compile(
        rf", (?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})(?!\w)"
    )


def pieces(text: str, language: Language) -> list[Piece]:
    """The pieces of one reference, in order; every letter and figure is in one of them."""
    whole = taken(text, language)
    return _Cutter(Row(text, whole), vocabulary(language), whole).cut()


class _Cutter:
    """Walks over a row and puts pieces together; `_start` and `_end` are of the words that are open."""

    def __init__(self, row: Row, words: Vocabulary, whole: list[Found]) -> None:
        self._row = row
        self._words = words
        self._whole = whole
        self._found: list[Piece] = []
        self._signs = ""
        self._start = self._end = -1

    def cut(self) -> list[Piece]:
        """All pieces."""
        index = number = 0
        row, whole = self._row, self._whole
        while index < row.count:
            word, start = row.words[index], row.starts[index]
            while number < len(whole) and whole[number].end <= start:
                number += 1
            if number < len(whole) and whole[number].start <= start:
                one = whole[number]
                while index < row.count and row.starts[index] < one.end:
                    index += 1
                self._add(one.kind, one.start, one.end, one.detail, one.attributes)
            elif word in _SYMBOLS and (after := self._unit(index)):
                index = after
            elif word[0].isalpha():
                index = self._word(index)
            elif word[0].isdigit():
                index = self._number(index)
            elif word == "," and (after := self._degree(index)):
                index = after
            else:
                self._sign(index)
                index += 1
        self._close()
        return self._found

    def _degree(self, index: int) -> int:
        """The end of a degree that goes with the name in a title ("The Life of Samuel Johnson, LL.D."), up to
        its last full stop; 0 for any other comma. What could be initials ("Brown, M.A.") is none.
        """
        if self._start < 0 or not self._found:
            return 0
        row = self._row
        match = _degrees().match(row.text, row.starts[index])
        if match is None:
            return 0
        place = index + 1
        while place < row.count and row.starts[place] < match.end():
            place += 1
        return self._go_on(place - 1, place - 1)

    def _sign(self, index: int) -> None:
        row = self._row
        sign = row.words[index]
        if sign in _WITHIN and self._start >= 0:
            return
        if sign in RANGE and not row.is_spaced(index):
            if sign == "—" or (index and row.words[index - 1] == sign):
                self._dashes(index)
            elif self._start < 0 and not (self._signs == "." and row.is_initial(index + 1)):
                self._signs += "-"
            return
        joined = sign == "." and self._start >= 0 and row.keys[self._end] in self._words.joined
        if joined and self._end == index - 1:
            self._end = index  # "St. Louis"
            return
        self._close()
        self._signs += sign

    def _dashes(self, index: int) -> None:
        """ "———" in place of the author named before."""
        self._close()
        self._signs += "-"
        if self._found or self._signs.strip("-"):
            return
        following = self._row.words[index + 1]
        if following not in ("—", "–", "-") and (index > 0 or following in (".", ",")):
            self._signs = ""
            self._add(DASHES, self._row.starts[0], self._row.ends[index])

    def _word(self, index: int) -> int:
        row = self._row
        key = row.keys[index]
        if found := self._edition(index) or self._marker(index) or self._unit(index):
            return found
        following = row.words[index + 1]
        if key in self._words.containers and row.leads(index, amid=self._start >= 0):
            self._add(CONTAINER, row.starts[index], row.ends[index])
            return index + 2 if following == ":" else index + 1
        begun = self._start >= 0 or self._found
        if key in self._words.connectors and begun and (following[:1].isupper() or following in _QUOTES):
            self._close()
            self._signs += "&"
            return index + 1
        if len(key) == 1 and row.is_figure(index + 1) and row.sticks(index):
            self._add(NUMBER, row.starts[index], row.ends[index + 1])  # "S08002", "D42"
            return index + 2
        return self._go_on(index, index)

    def _go_on(self, first: int, last: int) -> int:
        """Let tokens go on, or begin, words."""
        if self._start < 0:
            self._start = first
        self._end = last
        return last + 1

    def _marker(self, index: int) -> int:
        """The end of a marker ("edited by", "et al."), which is added; 0 for other words."""
        row = self._row
        for words, kind in self._words.markers.get(row.keys[index], ()):
            place = index
            for number, word in enumerate(words):
                while number and row.keys[place] in (".", "-", "’", "'"):
                    place += 1
                if row.keys[place] != word:
                    break
                place += 1
            else:
                if len(words) == 1 and not row.marks(index, kind):
                    continue
                if row.keys[place] == ".":
                    place += 1
                self._add(kind, row.starts[index], row.ends[place - 1], " ".join(words))
                return place
        return 0

    def _unit(self, index: int) -> int:
        """The end of a label with its number ("pp. 3–9", "vol. II"), which is added; 0 for other words."""
        row = self._row
        key = row.keys[index]
        unit = _SYMBOLS.get(key) or self._words.units.get(key)
        if unit is None:
            if key not in _PAGES or not row.is_bounded(index):
                return 0
            unit = "page"
        if key == "n" and row.words[index + 1] in ("°", "º"):
            unit = "issue"
        if len(key) == 1 and row.words[index].isupper() and row.is_name(index):
            return 0
        place = index + 1
        while place < index + 3 and row.words[place] in (".", "°", "º"):
            place += 1
        end = row.numeral(place, strict=len(key) < 2)
        if end:
            number = (("from", str(row.starts[place])),)
            self._add(SCOPE, row.starts[index], row.ends[end - 1], unit, number)
        return end

    def _edition(self, index: int) -> int:
        """ "2nd ed.", "3. Aufl.": the number before the word is taken back from the piece that it ended."""
        row = self._row
        if row.keys[index] not in self._words.editions or not index:
            return 0
        first = index - 1
        if row.keys[first] in self._words.ordinals and self._start == first:
            self._start = -1
            self._add(EDITION, row.starts[first], row.ends[index])
            return index + 1
        while first > 0 and not row.is_figure(first) and index - first < _FAR:
            word = row.words[first]
            if not (word in ".,ªº" or word[0].islower()):
                return 0
            first -= 1
        if not row.is_figure(first) or len(row.words[first]) > 2:
            return 0
        self._take_back(first)
        if self._found and self._found[-1].end > row.starts[first]:
            return 0
        end = index + 2 if row.words[index + 1] == "." else index + 1
        self._add(EDITION, row.starts[first], row.ends[end - 1])
        return end

    def _take_back(self, first: int) -> None:
        """Undo the pieces from the token `first` on; the sign before them is that of the next piece."""
        if self._start >= first:
            self._start = -1
        elif self._start >= 0:
            self._end = first - 1
            self._close()
        begin = self._row.starts[first]
        if self._start < 0 and self._found and self._found[-1].start >= begin:
            while self._found and self._found[-1].start >= begin:
                self._signs = self._found.pop().sign.strip("ia^ ")

    def _number(self, index: int) -> int:
        row = self._row
        following = row.keys[index + 1]
        if row.sticks(index) and following in ("p", "pp", "s", "ss"):
            self._add(PHRASE, row.starts[index], row.ends[index + 1], "extent")
            return index + 2
        if row.sticks(index) and following[:1].isalpha() and len(following) > 1:
            return self._go_on(index, index + 1)  # "4th"
        stop = row.numeral(index)
        if stop == index + 1 and (row.keys[stop] in self._words.units or row.keys[stop] in _PAGES):
            # "670 p.", "3 vols": how much there is of it.
            beyond = stop + 2 if row.words[stop + 1] == "." else stop + 1
            if not row.is_numeral(beyond):
                self._add(PHRASE, row.starts[index], row.ends[stop], "extent")
                return stop + 1
        self._add(NUMBER, row.starts[index], row.ends[stop - 1])
        return stop

    def _close(self) -> None:
        """End the words that are open."""
        if self._start < 0:
            return
        row = self._row
        words = tuple(key for key in row.keys[self._start : self._end + 1] if key[0].isalnum())
        begin, end = row.starts[self._start], row.ends[self._end]
        self._start = -1
        kind = NUMBER if self._is_number(row.text[begin:end], words) else WORDS
        self._put(Piece(kind, begin, end, "", "", words))

    def _is_number(self, text: str, words: tuple[str, ...]) -> bool:
        """Whether words are Roman figures: small ones, or capitals after figures."""
        if len(words) != 1 or not self._found:
            return False
        ends = words[0].split("-")
        if len(ends) > 2 or not all(map(ROMAN.fullmatch, ends)):
            return False
        if text == words[0]:
            return len(text) > 1
        return text.isupper() and self._found[-1].kind in (DATE, NUMBER, SCOPE)

    def _add(
        self, kind: str, start: int, end: int, detail: str = "", attributes: tuple[tuple[str, str], ...] = ()
    ) -> None:
        self._close()
        self._put(Piece(kind, start, end, "", detail, (), attributes))

    def _put(self, piece: Piece) -> None:
        before = self._found[-1] if self._found else None
        sign = sign_of(self._signs, before, self._row.text, self._words)
        self._found.append(piece._replace(sign=sign))
        self._signs = ""
