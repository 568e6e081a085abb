"""Attributions: the line under a quotation that names its author, the work it is from, and when.

`—V. I. Lenin, “Speech on the International Situation” (8 November 1918)`
`—Rosa Luxemburg, Speech to the Founding Congress of the KPD, 31 December 1918`
`— Thomson: The Seasons`    `(Karl Marx, “Wage Labour and Capital,” Collected Works, Vol. 9, 1849)`
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from edition.converter.forms.dates import find_dates
from edition.converter.forms.letters import DASHES, LOWER, QUOTE_PAIRS, UPPER, Part
from edition.converter.forms.masthead import find_scopes, names_periodical
from edition.converter.forms.memory import remembered
from edition.converter.forms.names import is_organisation, parse_name, suffix_pattern
from edition.converter.languages import Language

MAX_LENGTH = 320  # characters; longer and it is a paragraph
_LEAD = re.compile(rf"\s*(?:[{DASHES}]{{1,2}}(?![{DASHES}])|--(?!-)|-\s)\s*")  # three stand for a name
_BARE_YEAR = re.compile(r"(?<![\w–-])(1\d{3}|20\d{2})(?![\w–-])")
_MOST_BETWEEN = 16  # words from an author to the title, if no dash begins the line
_SEPARATORS = " ,;:.\t\n\u00a0"
_OPENERS = "([_*"


@dataclass(frozen=True, slots=True)
class Attribution:
    """An attribution taken apart; offsets of `parts` count in the text that was parsed.

    `dashed` tells whether a dash opens it. Parts are `author`, `title`, `date` and `biblScope`, in
    the order of the text, apart from one another.
    """

    parts: tuple[Part, ...]
    dashed: bool

    def all(self, element: str) -> list[Part]:
        """The parts that are an `element`."""
        return [part for part in self.parts if part.element == element]


def parse_attribution(text: str, language: Language) -> Attribution | None:
    """The attribution that a short text is, or None.

    With a dash, an author or a title is enough when nothing speaks against it; without one, a name
    and a quoted title must be there, so that no sentence is taken for an attribution.
    """
    return _parsed(text, language) if len(text) <= MAX_LENGTH else None


@remembered(1024)  # rules, shapes and annotators all ask about the same few lines
def _parsed(text: str, language: Language) -> Attribution | None:
    lead = _LEAD.match(text)
    start = lead.end() if lead else 0
    end = len(text.rstrip())
    if text[start : start + 1] == "(" and text[end - 1 : end] == ")" and text.find(")", start) == end - 1:
        start, end = start + 1, end - 1
    if start >= end or text[start:end].endswith(("!", "?", ":", ",", ";", "…")):
        return None
    parts = _parts(text, start, end, language)
    attribution = Attribution(tuple(sorted(parts, key=lambda part: part.start)), lead is not None)
    return attribution if _convinces(attribution, text, start, end, language) else None


def _convinces(found: Attribution, text: str, start: int, end: int, language: Language) -> bool:
    """Whether the parts found make an attribution, or stand in a sentence or a line of dialogue."""
    authors, titles, dates = found.all("author"), found.all("title"), found.all("date")
    quoted = any(text[: t.start].rstrip()[-1:] in QUOTE_PAIRS for t in titles)
    full = bool(authors) and _is_full(text, authors[0])
    if quoted and authors and not full and not dates:
        # "ALICE: “De arme,” madame.": a label and what is said, in a play or under a picture.
        return False
    if not found.dashed:
        label = quoted and authors and ":" in text[authors[-1].end : titles[0].start]
        if not quoted or not full or label or _tells(text, authors[-1].end, titles[0], end, language):
            return False
        wrapped = text[start - 1 : start] == "("
        return bool(dates) or wrapped or not _is_sentence(text[start:end])
    if authors and (titles or dates or found.all("biblScope")):
        return quoted or not _is_sentence(text[authors[0].end : end])
    if authors:
        # A dash and a name alone: more than one word of it, so that no line of dialogue counts.
        return full and authors[-1].end == end
    return quoted or (bool(titles) and bool(dates or found.all("biblScope")))


def _tells(text: str, named: int, title: Part, end: int, language: Language) -> bool:
    """Whether a line without a dash is a sentence that quotes: one ends between the author and the quoted
    words, these have no capital letter, as titles have, or stand far from him, or a verb of saying follows.
    """
    if text[title.start].islower() or len(text[named : title.start].split()) > _MOST_BETWEEN:
        return True
    if re.search(rf"[{LOWER}]{{3,}}[.!?]\s", text[named : title.start]):
        return True
    words = re.findall(r"[^\W\d_]+", text[title.end : end])
    return any(word in language.quoting.says or word in language.quoting.writes for word in words)


def _is_full(text: str, author: Part) -> bool:
    """Whether an author is named by more than one word, or by an initial glued to the surname."""
    name = text[author.start : author.end]
    return len(name.split()) > 1 or re.match(rf"[{UPPER}]\.", name) is not None


def _is_sentence(text: str) -> bool:
    """Two clauses with full stops, or a small word after the stop: running text, not a reference."""
    return re.search(rf"[{LOWER}]{{3,}}[.!?]\s+[{UPPER}]", text) is not None


def _parts(text: str, start: int, end: int, language: Language) -> list[Part]:
    parts: list[Part] = []
    quoted = _quoted(text, start, end)
    if quoted:
        title_start, title_end, rest = quoted
        opening = len(text[:title_start].rstrip()) - 1
        start += len(_lead_in(text[start:opening], language))
        parts.extend(_authors(text, start, opening, language))
        parts.append(Part("title", title_start, title_end, (("level", "a"),)))
        if not parts[:-1] and text[start:opening].strip(_SEPARATORS + _OPENERS):
            return []  # words before the title that are no name: a sentence that quotes something
        parts.extend(_facts(text, rest, end, language, titled=True))
        return parts
    start += len(_lead_in(text[start:end], language))
    scopes = find_scopes(text[start:end], language)
    author_end = _author_end(text, start, start + scopes[0].start if scopes else end, language)
    if author_end is not None:
        parts.extend(_authors(text, start, author_end, language))
        start = author_end
    parts.extend(_facts(text, start, end, language, titled=False))
    return parts


def _lead_in(text: str, language: Language) -> str:
    """The words before author or title that are neither: "From", "Reprinted from"."""
    stripped = text.lstrip()
    for word in sorted(language.article.from_words, key=len, reverse=True):
        if stripped.startswith(f"{word} ") and word[0].isupper():
            return text[: len(text) - len(stripped) + len(word) + 1]
    return ""


def _quoted(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """The first quoted stretch: its start, its end without a comma that belongs outside, what follows."""
    for opening in range(start, end):
        closers = QUOTE_PAIRS.get(text[opening])
        if closers is None or (opening > start and text[opening - 1].isalnum()):
            continue
        for closing in range(end - 1, opening + 1, -1):
            if text[closing] in closers and not (closing + 1 < end and text[closing + 1].isalnum()):
                first = _first_close(text, opening, closing, closers)
                # Blanks inside the marks (French) and a comma (American) do not belong to the title.
                title = text[opening + 1 : first]
                begin = opening + 1 + len(title) - len(title.lstrip())
                return begin, begin + len(title.strip().rstrip(",")), first + 1
    return None


def _first_close(text: str, opening: int, last: int, closers: str) -> int:
    """The mark that closes the quotation opened at `opening`: the first not inside a word."""
    depth = 0
    for place in range(opening + 1, last):
        if text[place] == text[opening] and text[place] not in closers:
            depth += 1
        elif text[place] in closers and not text[place + 1].isalnum():
            if depth == 0:
                return place
            depth -= 1
    return last


def _author_end(text: str, start: int, end: int, language: Language) -> int | None:
    """Where the author's name stops: at a colon, a comma, a bracket or the end; None without a name."""
    for match in re.finditer(r"[:,(]|$|\s[–—-]\s|\.\s(?=[^\s]{3})", text[start:end]):
        stop = start + match.start()
        candidate = text[start:stop].strip()
        if candidate and _are_names(candidate, language):
            if not _name_goes_on(language).match(text, stop, end):
                return stop
        elif match.group() in (":", "("):
            return None
    return None


def _are_names(text: str, language: Language) -> bool:
    return all(_is_name(name, language) for name in split_names(text, language)[0])


def _is_name(text: str, language: Language) -> bool:
    """Whether a person or a body is called so, and not a periodical."""
    if names_periodical(text, language) and not re.match(rf"[{UPPER}]\.", text):
        return False
    return parse_name(text, language) is not None or is_organisation(text, language)


@cache
def _name_goes_on(language: Language) -> re.Pattern[str]:
    """What after a name says that it is not over: "and" another, or a suffix."""
    words = "|".join(re.escape(word) for word in language.article.connectors)
    return re.compile(rf"[,\s]+(?:{words})\s|,\s*(?:{suffix_pattern()})(?!\w)")


@cache
def _connector(language: Language) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in language.article.connectors)
    return re.compile(rf"\s*,?\s+(?:{words})\s+|\s*,(?!\s*(?:{suffix_pattern()})(?!\w))\s+")


def split_names(text: str, language: Language) -> tuple[list[str], list[tuple[int, int]]]:
    """The names that commas and "and" part, and where each stands (offsets from 0)."""
    names, spans, position = [], [], 0
    for match in (*_connector(language).finditer(text), None):
        end = match.start() if match else len(text)
        names.append(text[position:end])
        spans.append((position, end))
        position = match.end() if match else end
    return names, spans


def _authors(text: str, start: int, end: int, language: Language) -> list[Part]:
    """One `author` a name; none when a stretch before the title is no name."""
    segment = text[start:end]
    left = len(segment) - len(segment.lstrip(_SEPARATORS + _OPENERS))
    right = len(segment.rstrip(" ,;:\t\n\u00a0" + _OPENERS))
    for word in language.article.from_words:
        if segment[left:right].endswith(f" {word}"):
            right = len(segment[: right - len(word)].rstrip(" ,"))
    stretch = segment[left:right]
    if not stretch:
        return []
    names, spans = split_names(stretch, language)
    if not all(_is_name(name, language) for name in names):
        # "V.I. Lenin, speaking in Moscow": the name counts, what follows it stays text.
        if parse_name(names[0], language) is None or len(names[0].split()) < 2:
            return []
        spans = spans[:1]
    return [Part("author", start + left + a, start + left + b) for a, b in spans]


def _facts(text: str, start: int, end: int, language: Language, *, titled: bool) -> list[Part]:
    """Date, volume, pages, and a title without quotation marks, between two offsets."""
    segment = text[start:end]
    facts = [
        Part(p.element, start + p.start, start + p.end, p.attributes) for p in find_scopes(segment, language)
    ]
    dates = [d.part() for d in find_dates(segment, language)]
    facts += [Part("date", start + d.start, start + d.end, d.attributes) for d in dates]
    for match in _BARE_YEAR.finditer(text, start, end):
        if not any(f.start <= match.start() < f.end for f in facts):
            facts.append(Part("date", match.start(), match.end(), (("when", match.group()),)))
    first = min((fact.start for fact in facts), default=end)
    title = _plain_title(text, start, first, language)
    if title is not None and not (titled and title.end - title.start < 3):
        facts.append(title)
    return facts


def _plain_title(text: str, start: int, end: int, language: Language) -> Part | None:
    """An unquoted title between author (or quoted title) and the first date or number."""
    segment = text[start:end]
    left = len(segment) - len(segment.lstrip(_SEPARATORS + _OPENERS + DASHES + "])"))
    for word in language.article.from_words:
        if segment[left:].startswith(f"{word} "):
            left += len(word) + 1
    right = len(segment.rstrip(_SEPARATORS + _OPENERS + DASHES + "])"))
    title = segment[left:right]
    if len(title) < 3 or not (title[0].isupper() or title[0].isdigit()):
        return None
    if "(" in title and ")" not in title:
        return None
    level = "j" if names_periodical(title, language) else "m"
    return Part("title", start + left, start + right, (("level", level),))


def is_byline(text: str, language: Language) -> bool:
    """Whether a line is "By" in its language and the whole names of persons, nothing else."""
    first, _, rest = text.partition(" ")
    return first in language.article.byline and are_names(rest, language)


def are_names(text: str, language: Language) -> bool:
    """Whether a text is the names of one or more persons, of two words at least."""
    names, _ = split_names(text.strip(), language)
    return all(parse_name(name, language) and len(name.split()) > 1 for name in names)
