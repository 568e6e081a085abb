"""The line under a motto or a quoted passage that says whose words these are, after a dash.

"—Author: Title", "—Author, “Title” (date)", "—Author’s Title", "—Title", "—Author". Which of the two stands
alone is told by titles that are known, articles and small words, given names, initials and ranks; where
nothing tells, one or two words are taken for an author and more for a title, with low certainty: so it is in
most books.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from edition.converter.forms.attribution import parse_attribution
from edition.converter.forms.dates import find_dates
from edition.converter.forms.letters import APOSTROPHES, DASHES, QUOTE_PAIRS, UPPER, Part, fold
from edition.converter.forms.memory import remembered
from edition.converter.forms.names import name_particles, parse_name
from edition.converter.forms.references import credit_words, find_numbers
from edition.converter.languages import Language
from edition.converter.languages.table import given_names
from edition.model import Certainty

MARK = re.compile(rf"[{DASHES}]{{1,2}}(?![{DASHES}])|--(?!-)|-\s")  # what no credit is without
LEAD = re.compile(rf"\s*_?(?:{MARK.pattern})\s*_?")
_LONGEST = 320  # characters
POSSESSIVE = re.compile(rf"[^\W\d_](?:[{APOSTROPHES}]s|(?<=s)[{APOSTROPHES}])\s+(?=[{UPPER}“\"‘_])")
_STOP = re.compile(r"\.\s+(?=[^\W\d_])")
_ROMAN = re.compile(r"[IVX]{1,5}\.?")
_INITIAL = re.compile(rf"[{UPPER}]\.")
_YEAR = re.compile(r"(?<![\w–-])(1\d{3}|20\d{2})(?![\w–-])")
_WORD = re.compile(r"[^\W\d_][^\W_]*")
_NUMBERED = re.compile(r"(?:\d|[IVXLC]+\b)")
_MOST_NAMES = 5  # words of a name


@dataclass(frozen=True, slots=True)
class Credit:
    """What a line says, as parts in order; `certainty` is of what was concluded, if it was."""

    parts: tuple[Part, ...]
    certainty: Certainty | None = None


@remembered(1024)
def read_credit(text: str, language: Language) -> Credit | None:
    """The parts of a line that begins with a dash; None where it can be no credit."""
    lead = LEAD.match(text)
    if lead is None or len(text) > _LONGEST:
        return None
    start, end = lead.end(), len(text.rstrip(" _"))
    said = text[start:end]
    if not said or said[-1] in "!?,;:…" or "?" in said or not _may_begin(said, language):
        return None
    quoted = parse_attribution(text, language) if any(mark in QUOTE_PAIRS for mark in said) else None
    if quoted is not None and quoted.parts:
        return Credit(quoted.parts)
    for word in sorted(language.article.from_words, key=len, reverse=True):
        if said.startswith(f"{word} "):
            start += len(word) + 1
            break
    return _Reader(text, start, end, language).read()


def _may_begin(said: str, language: Language) -> bool:
    """Whether most words of what stands first are in capitals, as in names and titles."""
    first = said[0]
    if not (first.isupper() or first in QUOTE_PAIRS or first == "_" or first.isdigit()):
        return fold(said.split(None, 1)[0]) in {fold(word) for word in language.article.from_words}
    words = _WORD.findall(re.split(r"[,:.(]", said, maxsplit=1)[0])
    small = (
        credit_words(language).articles | name_particles() | {fold(w) for w in language.article.connectors}
    )
    own = [word for word in words if fold(word) not in small and len(word) > 3]
    lower = sum(word[0].islower() for word in own)
    if len(words) < 3 and "," in said:
        # "And you, good ferrymen, go home": a word or two, and then a sentence.
        rest = [
            word
            for word in _WORD.findall(said.partition(",")[2])
            if fold(word) not in small and len(word) > 3
        ]
        if sum(word[0].islower() for word in rest) > max(1, len(rest) // 2):
            return False
    return 2 * lower <= len(own) - lower or not own


class _Reader:
    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        self._text = text
        self._start, self._end = start, end
        self._language = language
        self._words = credit_words(language)
        self._parts: list[Part] = []
        self._certainty: Certainty | None = None

    def read(self) -> Credit:
        """All that the line says."""
        text = self._text
        stops = [
            m.start() for m in _STOP.finditer(text, self._start, self._end) if not self._shortens(m.start())
        ]
        edges = [self._start, *(stop + 1 for stop in stops), self._end]
        for number, (edge, last) in enumerate(pairwise(edges)):
            first = last - len(text[edge:last].lstrip())
            (self._rest if number else self._first)(first, len(text[:last].rstrip(" .")))
        parts = sorted(
            {part.start: part for part in self._parts if part.start < part.end}.values(),
            key=lambda p: p.start,
        )
        apart = [part for place, part in enumerate(parts) if not place or parts[place - 1].end <= part.start]
        return Credit(tuple(apart), self._certainty)

    def _shortens(self, stop: int) -> bool:
        """Whether a full stop ends an initial or a title ("T. Browne", "Rev. Henry")."""
        word = self._text[self._text.rfind(" ", 0, stop) + 1 : stop].lstrip(DASHES)
        return len(word) == 1 or fold(word) in {
            *self._words.ranks,
            *map(fold, self._language.persons.honorifics),
        }

    def _first(self, start: int, end: int) -> None:
        """What stands before the first full stop: author and title."""
        text = self._text
        facts = self._facts(start, end)
        stop = min((part.start for part in facts), default=end)
        stop = len(text[start:stop].rstrip(" ,;(–—-")) + start
        if stop <= start:
            return
        by = self._after(start, stop, self._words.by)
        if by is not None:
            self._author(*by)
            stop = by[0] - 1
            stop = (
                len(text[:stop].rstrip(" ,;")) if text[:stop].rstrip()[-1:] in ",;" else self._cut_word(stop)
            )
        colon = text.find(":", start, stop)
        if colon > 0:
            self._colon(start, colon, stop)
        elif (owned := POSSESSIVE.search(text, start, stop)) is not None and self._owns(
            start, owned.start() + 1
        ):
            self._parts.append(Part("author", start, owned.start() + 1))
            self._title(owned.end(), stop)
        else:
            self._comma(start, stop, cited=bool(facts))

    def _cut_word(self, stop: int) -> int:
        before = self._text[:stop].rstrip()
        return len(before[: before.rfind(" ")].rstrip(" ,;(")) if " " in before else stop

    def _colon(self, start: int, colon: int, stop: int) -> None:
        text = self._text
        left, right = text[start:colon], text[colon + 1 : stop].strip()
        if _NUMBERED.match(right):
            self._title(start, colon)
            return
        if not self._is_name(left):
            self._title(start, stop)
            return
        self._author(start, colon)
        begin = colon + 1 + len(text[colon + 1 : stop]) - len(text[colon + 1 : stop].lstrip())
        if right[:1].islower():
            # "quoted in Southey’s Life of Wesley": the work in which the words were found.
            owned = POSSESSIVE.search(text, begin, stop)
            if owned is not None:
                self._title(owned.end(), stop)
            return
        self._title(begin, self._before_comma(begin, stop))

    def _before_comma(self, start: int, stop: int) -> int:
        comma = self._text.find(",", start, stop)
        return comma if comma > 0 and _NUMBERED.match(self._text[comma + 1 :].lstrip()) else stop

    def _comma(self, start: int, stop: int, *, cited: bool) -> None:
        """A name, a title, or a name and a title with a comma between."""
        text = self._text
        comma = text.find(",", start, stop)
        if comma > 0:
            rest = text[comma + 1 : stop].strip()
            if rest[:1] in QUOTE_PAIRS and self._is_name(text[start:comma]):
                self._author(start, comma)
                self._title(text.index(rest, comma), stop)
                return
            if self._surely(text[start:comma]) and rest[:1].isupper() and not self._is_suffix(rest):
                self._author(start, comma)
                begin = text.index(rest, comma)
                if len(rest) > 3 and not rest.isupper():
                    self._title(begin, stop)
                return
        said = text[start:stop]
        kind = self._alone(said.rstrip(" ,"))
        if kind == "author":
            self._author(start, stop)
        elif kind == "title":
            self._title(start, stop)

    def _alone(self, said: str) -> str:
        """Whether an author or a title stands alone; empty for what has neither ("Old Song")."""
        words = said.split()
        if not words:
            return ""
        flat = " ".join(fold(word).strip(".,;") for word in words)
        if flat in self._words.kinds or fold(words[-1]).strip(".") in self._words.kinds:
            return ""
        if flat in self._words.works or (len(words) > 1 and _ROMAN.fullmatch(words[-1])):
            return "title"
        if self._surely(said):
            return "author"
        small = sum(word[0].islower() and fold(word) not in name_particles() for word in words)
        if self._is_article(words[0]) or small or "," in said or len(words) > _MOST_NAMES:
            return "title"
        self._certainty = Certainty.LOW
        if POSSESSIVE.search(said):
            return "title"
        return "author" if len(words) < 3 and parse_name(said, self._language) else "title"

    def _is_article(self, word: str) -> bool:
        """Whether a word is an article, and not one that names have in this language ("La Fontaine")."""
        flat = fold(word)
        return flat in self._language.labels.articles or (
            flat in self._words.articles and flat not in name_particles()
        )

    def _surely(self, said: str) -> bool:
        """Whether words are a name: by a given name, an initial, a rank, or a comma behind one word."""
        words = said.split()
        if not words or len(words) > _MOST_NAMES or " ".join(map(fold, words)) in self._words.works:
            return False
        ranks = {*self._words.ranks, *(fold(word) for word in self._language.persons.honorifics)}
        first = words[0]
        if fold(first).rstrip(".") in ranks and len(words) > 1:
            return words[1][0].isupper()
        known = first in given_names() or any(map(_INITIAL.match, words))
        if len(words) > 1 and not known and words[1].casefold() in name_particles():
            known = fold(words[1]) != "of"
        return len(words) > 1 and known and parse_name(said, self._language) is not None

    def _is_name(self, said: str) -> bool:
        words = said.split()
        if " ".join(map(fold, words)) in self._words.works or self._is_article(words[0]):
            return False
        return len(words) <= _MOST_NAMES and (
            parse_name(said, self._language) is not None or self._surely(said)
        )

    def _owns(self, start: int, end: int) -> bool:
        """Whether the words before "’s" name an author and do not begin a title ("Pilgrim’s Progress")."""
        said = self._text[start:end]
        words = said.split()
        if len(words) == 1:
            return fold(said) not in self._words.figures and parse_name(said, self._language) is not None
        return self._surely(said)

    def _is_suffix(self, rest: str) -> bool:
        return fold(rest.split(None, 1)[0]).rstrip(".") in self._words.ranks

    def _rest(self, start: int, end: int) -> None:
        """What stands after a full stop: "By Owen Hale", "New York, 1821", a second title."""
        by = self._after(start, end, self._words.by)
        if by is not None and by[0] - start < 6:
            self._author(*by)
            self._parts.extend(self._facts(by[1], end))
            return
        facts = self._facts(start, end)
        stop = min((part.start for part in facts), default=end)
        place = self._text[start:stop].strip(" ,;()")
        self._parts.extend(facts)
        if fold(place) in self._words.cities:
            begin = self._text.index(place, start)
            self._parts.append(Part("pubPlace", begin, begin + len(place)))
        elif place and not facts and self._text[start].isupper():
            titled = any(part.element in ("author", "title") for part in self._parts)
            if not titled or self._is_article(self._text[start:end].split()[0]):
                self._title(start, end)

    def _after(self, start: int, end: int, leads: Sequence[str]) -> tuple[int, int] | None:
        """The name after a word such as "by"."""
        for lead in leads:
            match = re.compile(rf"(?i)(?<!\w){re.escape(lead)}\s+(?=[{UPPER}])").search(
                self._text, start, end
            )
            if match is None or not self._text[match.end()].isupper():
                continue
            words = []
            for word in _NAME_WORD.finditer(self._text, match.end(), end):
                if word.start() > match.end() and self._text[word.start() - 1] != " ":
                    break
                if not (word.group()[0].isupper() or word.group().casefold() in name_particles() - {"of"}):
                    break
                words.append(word)
                if word.group()[-1] in ",;":
                    break
            if words:
                return match.end(), len(self._text[: words[-1].end()].rstrip(" ,;"))
        return None

    def _facts(self, start: int, end: int) -> list[Part]:
        segment = self._text[start:end]
        found = [
            p._replace(start=p.start + start, end=p.end + start)
            for p in find_numbers(segment, self._language)
        ]
        dates = [d.part() for d in find_dates(segment, self._language)]
        found += [p._replace(start=p.start + start, end=p.end + start) for p in dates]
        for match in _YEAR.finditer(self._text, start, end):
            if not any(part.start <= match.start() < part.end for part in found):
                found.append(Part("date", match.start(), match.end(), (("when", match.group()),)))
        if found and self._parts is not None:
            self._parts.extend(found)
        return found

    def _author(self, start: int, end: int) -> None:
        said = self._text[start:end]
        self._parts.append(Part("author", start, start + len(said.rstrip(" ,;"))))

    def _title(self, start: int, end: int) -> None:
        text = self._text
        while start < end and text[start] in ' “"‘_':
            start += 1
        said = (
            text[start:end].rstrip(' ,;.”"’_')
            if text[end - 1 : end] in '”"’_.,;'
            else text[start:end].rstrip(" ,;")
        )
        if said:
            self._parts.append(Part("title", start, start + len(said), (("level", "m"),)))


_NAME_WORD = re.compile(r"[^\s]+")
