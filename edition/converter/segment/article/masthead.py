"""The masthead above a piece: title, number and date of the periodical, one line or several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.dates import whole_date
from edition.converter.forms.masthead import (
    MastheadLine,
    is_date_line,
    is_terms,
    names_periodical,
    parse_masthead_line,
    parse_place_line,
    parse_subtitled_line,
    title_end,
)
from edition.converter.languages import Language
from edition.converter.segment.article.cursor import Cursor
from edition.converter.segment.article.heading import is_plain_headline
from edition.converter.segment.letter.parts import is_subject
from edition.converter.segment.lines import Line
from edition.model import Block, Span

_MOST_LINES = 8
_MOST_TITLES = 3  # the title, and what the paper calls itself under it
_LONGEST_TITLE = 60  # characters
_FEWEST = 120  # characters of running text
_MOST_WORDS = 5  # of a title over a season
_RULED = re.compile(r"[|\s]+")  # what is left of the edges of a table
_LONGEST_LINE = 90  # characters of what a paper says of itself
_GAP = re.compile(r"\s{4,}|\t")


def masthead(cursor: Cursor) -> Block | None:
    """Lines at the start that say nothing but which issue this is: proved by a number or a date.

    A title alone proves nothing, and neither does a date alone: the first line must name an issue,
    or be a title that periodicals have, and a date must follow or stand in it, or the number be there.
    """
    if cursor.blocks:
        return None
    rows = _first_lines(cursor)
    lines = [line for line in rows if not _RULED.fullmatch(line.text)]
    if not lines or any(is_subject(line, cursor.language) for line in lines):
        return None  # the head of a letter
    taken = _under_numbers(lines, cursor) or _taken(lines, cursor)
    numbered = any(line.has("biblScope", "issue") or line.has("biblScope", "volume") for line in taken)
    dated = any(line.has("date") for line in taken)
    titles = [line for line, parts in zip(lines, taken, strict=False) if _is_titled(parts)]
    titled = any(names_periodical(line.text, cursor.language) for line in titles)
    seasonal = len(taken) == 2 and _is_of_a_season(cursor)
    if not titles or not (dated or numbered) or not (numbered or titled or seasonal):
        return None  # a date alone names no periodical
    last = rows.index(lines[len(taken) - 1]) + 1
    while last < len(rows) and _RULED.fullmatch(rows[last].text):
        last += 1
    if last == sum(len(stanza.lines) for stanza in cursor.stanzas):
        return None  # nothing stands under it: a card or a title, not a piece
    return _block(last, cursor)


def _first_lines(cursor: Cursor) -> list[Line]:
    lines = [line for ahead in range(_MOST_LINES) if (s := cursor.peek(ahead)) for line in s.lines]
    return lines[:_MOST_LINES]


def _is_titled(line: MastheadLine) -> bool:
    """Whether a line is a title: it holds one, or nothing that could be told."""
    return not line.parts or line.has("title")


def _taken(lines: Sequence[Line], cursor: Cursor) -> list[MastheadLine]:
    """The lines that belong to the masthead, taken apart: titles first, then numbers and date."""
    dated = int(len(lines) > 2 and _is_whole_date(lines[0], cursor.language))
    titles = _titles_above(lines[dated:], cursor) or (0 if dated else _named_in_full(lines, cursor))
    if not titles:
        dated = 0
    over = [parsed for line in lines[:dated] if (parsed := parse_masthead_line(line.text, cursor.language))]
    taken = [*over, *(MastheadLine(()) for _ in range(titles))]
    for number, line in enumerate(lines[dated + titles :], dated + titles):
        parsed = parse_masthead_line(line.text, cursor.language)
        under = number == 1 and _is_titled(taken[0])
        if under and (subtitled := parse_subtitled_line(line.text, cursor.language)):
            taken.append(subtitled)
            continue
        if parsed is None and number == dated + titles:
            parsed = parse_place_line(line.text, cursor.language)
        if parsed is None and taken and taken[-1].parts and _is_price_below(line, cursor.language):
            taken.append(MastheadLine(()))
            continue
        if parsed is None or (parsed.has("title") and any(map(_is_titled, taken))):
            break
        if number == 0 and not parsed.has("title") and not is_date_line(line.text, cursor.language):
            return []
        if parsed.has("date") and any(other.has("date") for other in taken):
            break  # the second date is the piece's own
        taken.append(parsed)
    return taken


def _titles_above(lines: Sequence[Line], cursor: Cursor) -> int:
    """How many lines are a title over a line of numbers ("Vorwärts" / "Nr. 12, 3. Mai 1919"), or over a date
    where the title is one that periodicals have. What a paper calls itself may stand between.
    """
    for count in range(1, min(_MOST_TITLES, len(lines) - 1) + 1):
        title = lines[count - 1].text
        if len(title) > _LONGEST_TITLE or title.endswith((":", ";", ",")):
            return 0
        if title.endswith(".") and not title.isupper() and count > 1:
            return 0
        parsed = parse_masthead_line(title, cursor.language)
        if count == 1 and parsed is not None:
            return 0  # it says by itself what it is
        below = parse_masthead_line(lines[count].text, cursor.language)
        if count == 1 and parse_subtitled_line(lines[1].text, cursor.language) is not None:
            return int(len(title.split()) <= _MOST_WORDS)
        if below is None and count == 1 and parse_place_line(lines[1].text, cursor.language) is not None:
            return int(_is_name_of_paper(title, cursor.language))
        if below is None or below.has("title"):
            continue
        if below.has("biblScope", "issue"):
            return count if not title.endswith(".") or title.isupper() else 0
        if _numbered_below(lines[count:], cursor.language):
            return count
        named = names_periodical(lines[0].text, cursor.language) or (count == 1 and _is_of_a_season(cursor))
        return count if named and is_date_line(lines[count].text, cursor.language) else 0
    return 0


def _is_name_of_paper(title: str, language: Language) -> bool:
    """Whether a line is short and ends in a word that papers are called by ("THE MORNING CHRONICLE.")."""
    words = title.rstrip(".").split()
    return len(words) <= _MOST_WORDS and names_periodical(words[-1], language)


def _named_in_full(lines: Sequence[Line], cursor: Cursor) -> int:
    """How many lines of the first stanza a paper says of itself, over a line with its number and its date
    ("Organ of the …", "Director: …").
    """
    stanza = cursor.peek()
    assert stanza is not None
    for count, line in enumerate(lines[: min(_MOST_LINES, len(stanza.lines))]):
        if len(line.text) > _LONGEST_LINE or line.text[-1] in ":;,":
            return 0
        parsed = parse_masthead_line(line.text, cursor.language)
        if parsed is None or (parsed.has("title") and not parsed.has("biblScope")):
            continue
        numbered = parsed.has("biblScope", "issue") and parsed.has("date") and not parsed.has("title")
        titled = len(lines[0].text) <= _LONGEST_TITLE and title_end(lines[0].text, cursor.language) > 0
        return count if numbered and titled else 0
    return 0


def _is_price_below(line: Line, language: Language) -> bool:
    """Whether a line right under the numbers says what the paper costs."""
    return not line.blanks and any(map(str.isdigit, line.text)) and is_terms(line.text, language)


def _numbered_below(lines: Sequence[Line], language: Language) -> bool:
    """Whether a date stands over a line of numbers ("Jeudi 14 mars 1889" / "N° 61 — 5 centimes")."""
    if len(lines) < 2 or not is_date_line(lines[0].text, language):
        return False
    below = parse_masthead_line(lines[1].text, language)
    return below is not None and not below.has("title") and below.has("biblScope", "issue")


def _is_whole_date(line: Line, language: Language) -> bool:
    parsed = parse_masthead_line(line.text, language)
    return parsed is not None and not parsed.has("title") and is_date_line(line.text, language)


def _is_of_a_season(cursor: Cursor) -> bool:
    """Whether the first stanza is a short title over a season or a month, with a headline and text under it:
    papers that come out so seldom have it for a number ("Northern Spark" / "Winter 1988-89").
    """
    first, second = cursor.peek(), cursor.peek(1)
    below = [stanza for ahead in (2, 3, 4) if (stanza := cursor.peek(ahead)) is not None]
    if first is None or second is None or len(first.lines) != 2 or len(second.lines) > 3:
        return False
    title, date = (line.text for line in first.lines)
    if len(title.split()) > _MOST_WORDS or not title[0].isupper() or title[-1] in ".!?:;,":
        return False
    found = whole_date(date.strip("(). "), cursor.language)
    values = dict(found.attributes).values() if found is not None else ()
    months = bool(values) and all(re.fullmatch(r"\d{4}-\d\d", value) for value in values)
    headed = is_plain_headline(second.text, len(second.lines)) and not any(map(str.isdigit, second.text))
    return months and headed and any(len(stanza.text) > _FEWEST for stanza in below)


def _under_numbers(lines: Sequence[Line], cursor: Cursor) -> list[MastheadLine]:
    """The lines of a masthead whose numbers, date and price stand over the title, with what stands under it.

    "Nr. 145.   Preis 10 Pfennig.   51. Jahrgang." / "Dornauer Zeitung" / "Dienstag, den 23. Juni 1914."
    """
    language = cursor.language
    first = parse_masthead_line(lines[0].text, language) if len(lines) > 2 else None
    if first is None or first.has("title") or not first.has("biblScope"):
        return []
    said = len(first.parts) > 1 or _GAP.search(lines[0].text) is not None
    title = lines[1].text
    bad = len(title) > _LONGEST_TITLE or title.endswith((":", ";", ",")) or not title[0].isupper()
    if not said or bad or (title.endswith(".") and not title.isupper()):
        return []
    taken = [first, MastheadLine(())]
    for line in lines[2:]:
        parsed = parse_masthead_line(line.text, language)
        if parsed is not None and not parsed.has("title"):
            taken.append(parsed)
        elif is_terms(line.text, language) or _calls_itself(line.text, language):
            taken.append(MastheadLine(()))
        else:
            break
    return taken


def _calls_itself(text: str, language: Language) -> bool:
    """Whether a line in capitals says what the paper is ("JOURNAL QUOTIDIEN")."""
    return text.isupper() and len(text) <= _LONGEST_TITLE and names_periodical(text, language)


def _block(count: int, cursor: Cursor) -> Block:
    """The first `count` lines as a masthead."""
    spans: list[Span] = []
    while len(spans) < count:
        stanza = cursor.peek()
        assert stanza is not None
        step = min(len(stanza.lines), count - len(spans))
        spans.extend(line.span for line in stanza.lines[:step])
        cursor.take_lines(step)
    children = tuple(Block("masthead-line", span, rule="masthead") for span in spans)
    return Block("masthead", spans[0]._replace(end=spans[-1].end), children, rule="masthead")
