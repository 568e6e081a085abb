"""What an editor supplied or doubted in a date: "14 [April] 1772", "24. 6. [18]92", "[May 1772?]".

Editions of letters and papers put into brackets what the source does not say (TEI Guidelines, 12.3.1.1 and
`supplied`). The date is read as if the brackets were not there, and reaches over all that belongs to it. A
note's number, another day or another year in brackets is no part of the date before it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.lexicon import FIGURES, Lexicon, is_word

_SUPPLIED = re.compile(
    r"(?P<open>[\[⟨])(?P<words>[^\[\]⟨⟩()\n?]{1,24})(?P<close>\??[\]⟩])(?P<right>[^\W_]{0,16})"
)
_DOUBT = re.compile(r"\?[\])⟩]|\s?(?:\(\?\)|\[\?\])")
_STUCK = re.compile(r"[^\W_]+\Z")
_MARKS = " .,'’"
_YEAR_FIGURES = 4
_BACK = 16  # characters in which the word before a bracket is looked for
_SENTENCE_ENDS = '.:;!?”"»'
_NUMBER, _MONTH, _OTHER = "number", "month", "other"


class Supplied(NamedTuple):
    """A text without the brackets of its dates, and where these were: offsets of brackets in the text with
    them, two by two, and whether a question mark stands in the second.
    """

    text: str
    cuts: tuple[int, ...]  # offsets in the shorter text
    added: tuple[int, ...]  # characters that were left out up to each cut
    brackets: tuple[tuple[int, int, bool], ...]

    def placed(self, found: Iterable[Expression]) -> Iterator[Expression]:
        """The expressions of the text without brackets, at their places in the one with them."""
        for one in found:
            start, end = self._offset(one.start), self._offset(one.end - 1) + 1
            touched = [each for each in self.brackets if each[0] < end and start < each[1]]
            across = [each for each in touched if start < each[0] or end > each[1]]
            start = min([start, *(each[0] for each in across)])
            end = max([end, *(each[1] for each in across)])
            rule = f"{one.rule}, supplied in part" if across else one.rule
            certain = one.certain and not any(doubted for _, _, doubted in touched)
            yield one._replace(start=start, end=end, rule=rule, certain=certain)

    def _offset(self, place: int) -> int:
        cut = bisect_right(self.cuts, place)
        return place + (self.added[cut - 1] if cut else 0)


def without_brackets(text: str, lexicon: Lexicon) -> Supplied | None:
    """`text` without the brackets that stand around a date or a part of one; None where there are none."""
    if "[" not in text and "⟨" not in text:
        return None
    found = [match for match in _SUPPLIED.finditer(text) if _is_of_a_date(match, text, lexicon)]
    if not found:
        return None
    pieces: list[str] = []
    cuts: list[int] = []
    added: list[int] = []
    last = out = 0
    for match in found:
        for begin, end in (match.span("open"), match.span("close")):
            pieces.append(text[last:begin])
            out += end - begin
            cuts.append(begin - (out - (end - begin)))
            added.append(out)
            last = end
    pieces.append(text[last:])
    brackets = tuple((m.start("open"), m.end("close"), m["close"].startswith("?")) for m in found)
    return Supplied("".join(pieces), tuple(cuts), tuple(added), brackets)


def with_doubts(text: str, found: Sequence[Expression]) -> Sequence[Expression]:
    """Expressions, those uncertain after which an editor put a question mark: "1772 (?)", "[Bath, 1772?]"."""
    if "?)" not in text and "?]" not in text and "?⟩" not in text:
        return found
    return [one._replace(certain=one.certain and not _DOUBT.match(text, one.end)) for one in found]


def _is_of_a_date(match: re.Match[str], text: str, lexicon: Lexicon) -> bool:
    """Whether the words in brackets can be a part of a date, or one."""
    before = text[max(0, match.start() - _BACK) : match.start()]
    left = _STUCK.search(before)
    words = (left[0] if left else "") + match["words"] + match["right"]
    tokens = _tokens(words, lexicon)
    kinds = [_kind(token, lexicon) for token in tokens]
    if not tokens or None in kinds:
        return False
    if words != match["words"]:  # a part of a word: "F[ebruary]", "[18]92"
        is_year = words.isdecimal() and len(words) == _YEAR_FIGURES
        whole = len(tokens) == 1 or (kinds == [_NUMBER, _OTHER] and left is not None)  # "9[th]"
        return whole and (is_year or not match["words"].strip().isdecimal())
    previous = (_tokens(before, lexicon) or [""])[-1]
    kind = _kind(previous, lexicon) if previous else None
    if kind == _MONTH and _MONTH in kinds:
        return False  # "25 October [7 November] 1917": the day in another style
    if kinds == [_NUMBER] and len(tokens[0]) < _YEAR_FIGURES:
        return _is_day(match, text, before, kind, lexicon)
    return not (kind == kinds[0] == _NUMBER and len(previous) == len(tokens[0]))


def _is_day(match: re.Match[str], text: str, before: str, previous: str | None, lexicon: Lexicon) -> bool:
    """Whether a small number in brackets is a day, and not that of a note or of an item in a list."""
    if previous == _MONTH or match["words"].endswith("."):
        return True
    following = _tokens(text[match.end() : match.end() + _BACK], lexicon)
    if previous == _NUMBER or not following or _kind(following[0], lexicon) != _MONTH:
        return False
    return before[-1:].isspace() and before.rstrip()[-1:] not in ("", *_SENTENCE_ENDS)


def _tokens(text: str, lexicon: Lexicon) -> list[str]:
    return [token for token in lexicon.token.findall(text) if token.strip(_MARKS)]


def _kind(token: str, lexicon: Lexicon) -> str | None:
    """The part that a token plays in a date; None for a word that plays none."""
    sign = lexicon.signs[token]
    if sign in FIGURES:
        return _NUMBER
    if not is_word(sign):
        return None
    return _MONTH if sign in lexicon.signs_of("month", "month.") else _OTHER
