"""What an editor supplied or doubted in a date: "14 [April] 1772", "24. 6. [18]92", "[May 1772?]".

Editions of letters and papers put into brackets what the source does not say (TEI Guidelines, 12.3.1.1 and
`supplied`). The date is read as if the brackets were not there, and reaches over all that belongs to it. A
note's number, another day or another year in brackets is no part of the date before it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from edition.converter.forms.dates.expression import Expression
from edition.converter.forms.dates.signs.lexicon import FIGURES, Lexicon, is_word

_SUPPLIED = re.compile(
    r"(?P<open>[\[⟨])(?P<words>[^\[\]⟨⟩()\n?]{1,24})(?P<close>\??[\]⟩])(?P<right>[^\W_]{0,16})"
)
_YEAR_AFTER = re.compile(r"(?P<open>\()(?<=[\w.] .)(?P<words>1[0-9]\d\d|20\d\d)(?P<close>\))")
_ITALIC = re.compile(r"_(?P<words>[^_\n]{1,32})_")
_ENDING = re.compile(r"[^\W\d_]{1,3}\.?(?=\s|\Z)")  # "8_th_", "28_th December_ 1787"
_LEADS_ON = re.compile(r"[\s.,]*\[?\w")
_DOUBT = re.compile(r"\?[\])⟩]|\s?(?:\(\?\)|\[\?\])")
_DOUBT_WITHIN = re.compile(
    r"[\[⟨][^\[\]⟨⟩\n?]{0,40}[\w.](\?)(?=,?\s[^\[\]⟨⟩\n?]{1,24}[\]⟩])"
)  # [3 May? 1772]
_STUCK = re.compile(r"[^\W_]+\Z")
_MARKS = " .,'’"
_YEAR_FIGURES = 4
_LONGEST = 32  # characters of brackets and what is in them
_BACK = 16  # characters in which the word before a bracket is looked for
_SENTENCE_ENDS = '.:;!?”"»'
_NUMBER, _MONTH, _OTHER = "number", "month", "other"


class Supplied(NamedTuple):
    """A text without the brackets of its dates, and where these were: offsets of brackets in the text with
    them, two by two and in order, and whether a question mark stands there.
    """

    text: str
    cuts: tuple[int, ...]  # offsets in the shorter text
    added: tuple[int, ...]  # characters that were left out up to each cut
    brackets: tuple[tuple[int, int, bool], ...]
    italics: frozenset[int] = frozenset()  # the offsets of those that are marks of italics

    def placed(self, found: Iterable[Expression]) -> Iterator[Expression]:
        """The expressions of the text without brackets, at their places in the one with them."""
        opens = [begin for begin, _, _ in self.brackets]
        those, done = list(found), 0
        for one, two in zip_longest(those, those[1:]):
            start, end = self._offset(one.start), self._offset(one.end - 1) + 1
            limit = self._offset(two.start) if two is not None else end + _LONGEST
            near = self.brackets[bisect_left(opens, start - _LONGEST) : bisect_left(opens, end)]
            touched = [each for each in near if start < each[1]]
            across = [each for each in touched if start < each[0] or end > each[1]]
            # Marks around two dates are neither's: "that _Saturday Evening, Dec_. 8_th_".
            start = max(done, min([start, *(each[0] for each in across)]))
            done = end = min(limit, max([end, *(each[1] for each in across)]))
            supplied = any(each[0] not in self.italics for each in across)
            rule = f"{one.rule}, supplied in part" if supplied else one.rule
            certain = one.certain and not any(doubted for _, _, doubted in touched)
            yield one._replace(start=start, end=end, rule=rule, certain=certain)

    def _offset(self, place: int) -> int:
        cut = bisect_right(self.cuts, place)
        return place + (self.added[cut - 1] if cut else 0)


def without_brackets(text: str, lexicon: Lexicon) -> Supplied | None:
    """`text` without the brackets that stand around a date or a part of one; None where there are none."""
    years = _years_after(text, lexicon) if "(" in text else []
    if not years and "[" not in text and "⟨" not in text and "_" not in text:
        return None
    supplied = _SUPPLIED.finditer(text)
    brackets = years + [match for match in supplied if _Bracket(match, text, lexicon).is_of_a_date()]
    within = [match.span(1) for match in _DOUBT_WITHIN.finditer(text)]
    italics = _italics(text, lexicon) if "_" in text else []
    closing = _closing_before_days(text, lexicon) if "_" in text else []
    signs = sorted(
        [
            *within,
            *closing,
            *(match.span(end) for match in brackets for end in ("open", "close")),
            *((at, at + 1) for match in italics for at in (match.start(), match.end() - 1)),
        ]
    )
    if not signs:
        return None
    pieces: list[str] = []
    cuts: list[int] = []
    added: list[int] = []
    last = out = 0
    for begin, end in signs:
        pieces.append(text[last:begin])
        cuts.append(begin - out)
        out += end - begin
        added.append(out)
        last = end
    pieces.append(text[last:])
    marks = [(m.start("open"), m.end("close"), m["close"].startswith("?")) for m in brackets]
    marks += [(begin, end, True) for begin, end in within]
    marks += [(*match.span(), False) for match in italics]
    slanted = frozenset(match.start() for match in italics)
    return Supplied("".join(pieces), tuple(cuts), tuple(added), tuple(sorted(marks)), slanted)


def _years_after(text: str, lexicon: Lexicon) -> list[re.Match[str]]:
    """The years in brackets right after a day with its month."""
    return [match for match in _YEAR_AFTER.finditer(text) if _follows_day(text, match.start(), lexicon)]


def _follows_day(text: str, place: int, lexicon: Lexicon) -> bool:
    """Whether a day with its month stands right before the bracket around a year: "2 September (1823)"."""
    before = text[max(0, place - _BACK) : place]
    tokens = _tokens(before, lexicon)[-3:] if before.endswith(" ") else []
    kinds = [_kind(token, lexicon) for token in tokens]
    days = [token for token, kind in zip(tokens, kinds, strict=True) if kind == _NUMBER]
    return _MONTH in kinds and len(days) == 1 and len(days[0]) < _YEAR_FIGURES - 1 and None not in kinds[-2:]


def _italics(text: str, lexicon: Lexicon) -> list[re.Match[str]]:
    """The marks of italics around a part of a date that goes on beside them: "_Oct._ 21, 1745", "8_th_"."""
    found = []
    for match in _ITALIC.finditer(text):
        words = match["words"]
        if text[match.start() - 1 : match.start()].isdecimal():
            ending = _ENDING.match(words)
            rest = _tokens(words[ending.end() :], lexicon) if ending is not None else None
            if rest is not None and (not rest or _all_of_a_date(rest, lexicon)):
                found.append(match)
            continue
        beside = text[max(0, match.start() - 2) : match.start()].strip() or _LEADS_ON.match(text, match.end())
        if beside and _all_of_a_date(_tokens(words, lexicon), lexicon):
            found.append(match)
    return found


def _closing_before_days(text: str, lexicon: Lexicon) -> list[tuple[int, int]]:
    """The marks that close italics between a month and its day: "_Florence, August_ 24"."""
    return [
        (match.end() - 1, match.end())
        for match in _ITALIC.finditer(text)
        if text[match.end() : match.end() + 2].strip().isdigit() and _ends_with_month(match["words"], lexicon)
    ]


def _ends_with_month(words: str, lexicon: Lexicon) -> bool:
    """Whether the last of words that are not all of a date is a month."""
    tokens = _tokens(words, lexicon)
    last = bool(tokens) and _kind(tokens[-1], lexicon) == _MONTH
    return last and not _all_of_a_date(tokens, lexicon)


def _all_of_a_date(tokens: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether tokens are parts of dates, or of the day, and one of them is a month, a weekday or a number."""
    kinds = [_kind(token, lexicon) for token in tokens]
    if not kinds or all(kind is None for kind in kinds):
        return False
    return all(
        kind is not None or ("unit night", token.lower()) in lexicon.values
        for kind, token in zip(kinds, tokens, strict=True)
    )


def with_doubts(text: str, found: Sequence[Expression]) -> Sequence[Expression]:
    """Expressions, those uncertain after which an editor put a question mark: "1772 (?)", "[Bath, 1772?]"."""
    if "?)" not in text and "?]" not in text and "?⟩" not in text:
        return found
    return [one._replace(certain=one.certain and not _DOUBT.match(text, one.end)) for one in found]


class _Bracket:
    """Words in brackets, with the parts that they and those beside them play in a date."""

    def __init__(self, match: re.Match[str], text: str, lexicon: Lexicon) -> None:
        self._match = match
        self._lexicon = lexicon
        self._before = text[max(0, match.start() - _BACK) : match.start()]
        self._after = text[match.end() : match.end() + _BACK]
        stuck = _STUCK.search(self._before)
        self._left = stuck[0] if stuck else ""
        self._tokens = _tokens(self._left + match["words"] + match["right"], lexicon)
        self._kinds = [_kind(token, lexicon) for token in self._tokens]

    def is_of_a_date(self) -> bool:
        """Whether they can be a part of a date, or one."""
        if not self._tokens or None in self._kinds:
            return False
        if self._left or self._match["right"]:
            return self._is_part_of_word()
        previous = (_tokens(self._before, self._lexicon) or [""])[-1]
        kind = _kind(previous, self._lexicon) if previous else None
        if kind == _MONTH and _MONTH in self._kinds:
            return False  # "25 October [7 November] 1917": the day in another style
        if self._kinds == [_NUMBER] and len(self._tokens[0]) < _YEAR_FIGURES:
            return self._is_day(kind)
        return not (kind == self._kinds[0] == _NUMBER and len(previous) == len(self._tokens[0]))

    def _is_part_of_word(self) -> bool:
        """Whether they end or begin a word or number of a date: "F[ebruary]", "Thurs[day 16 May]", "[18]92",
        "2[4] May", "9[th]".
        """
        tokens, kinds, words = self._tokens, self._kinds, self._match["words"]
        if kinds[0] != _NUMBER:
            completes = bool(self._left) and not self._match["right"] and words[0].isalpha()
            return completes or (len(tokens) == 1 and not words.isdecimal())
        if len(tokens) == 1:
            of_month = self._precedes_month() or self._after.startswith(".")
            return len(tokens[0]) == _YEAR_FIGURES or (len(tokens[0]) < _YEAR_FIGURES - 1 and of_month)
        return kinds == [_NUMBER, _OTHER] and len(tokens[0]) < _YEAR_FIGURES - 1

    def _is_day(self, previous: str | None) -> bool:
        """Whether a small number is a day, and not that of a note or of an item in a list."""
        if previous == _MONTH or self._match["words"].endswith("."):
            return True
        if previous == _NUMBER or not self._precedes_month():
            return False
        return self._before[-1:].isspace() and self._before.rstrip()[-1:] not in ("", *_SENTENCE_ENDS)

    def _precedes_month(self) -> bool:
        following = _tokens(self._after, self._lexicon)
        return bool(following) and _kind(following[0], self._lexicon) == _MONTH


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
