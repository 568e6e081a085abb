"""What stands over a piece: headline, rubric, byline, dateline."""

from __future__ import annotations

import re

from edition.converter.forms.attribution import parse_attribution
from edition.converter.forms.datelines import (
    dateline_end,
    is_place_and_date,
    place_end,
    stopped_dateline_end,
)
from edition.converter.forms.jumps import jump
from edition.converter.forms.letters import DASHES, UPPER
from edition.converter.forms.masthead import is_date_line
from edition.converter.forms.names import parse_name
from edition.converter.forms.speakers import words_of
from edition.converter.segment.article.cursor import Cursor
from edition.model import Block, Certainty

_MAX_HEAD = 160  # characters
_MAX_DECK = 110
_MAX_LINES = 3
_FEWEST = 60  # characters of running text
_LONG = 4  # letters: words longer than this have capitals in titles, and mostly those as long
_FEWEST_WORDS = 6  # fewest of a deck that ends in a full stop
_FEW_WORDS = 5
_MAX_DECKS = 8  # in capitals
_FEWEST_LETTERS = 4
_MAX_STACKED = 3  # slogan, headline, deck
_BRACKETED = re.compile(r"\([^()]{2,80}\)|\[[^\[\]]{2,80}\]")
SENT = "sender of a despatch"
_SENTENCE_END = re.compile(rf"(?<![{UPPER}])[.;:,]$")
_STOPPED = re.compile(r"[.!?…;:,][”“»«\"'’)\]_*]*$")
_CALL = re.compile(r"\s?(?:\[[\d*†‡]{1,3}\]|\(\d{1,2}\)|[¹²³⁴⁵⁶⁷⁸⁹*†‡]{1,2})$")
_SENTENCES = re.compile(rf"[^\W\d_]{{3}}[.!?…][”“»\"’)]?\s+[“„«\"(]?[{UPPER}]")
_AGENCY = re.compile(
    rf"[{UPPER}][{UPPER}.,' -]+(?:, [^()]{{2,20}})?\s?\([{UPPER}][^()]{{1,28}}\)\s*(?:--|[{''.join(DASHES)}])"
)
_LIFETIME = re.compile(rf"\(?\d{{4}}\s?[-{''.join(DASHES)}]\s?\d{{4}}\)?")
_YEAR = re.compile(r"\W*\d{4}\W*")


def rubric(cursor: Cursor) -> Block | None:
    """A line in brackets under or over the headline, or one of the words rubrics are made of."""
    stanza = cursor.peek()
    if stanza is None or not cursor.heading:
        return None
    text = stanza.lines[0].text
    known = is_known_rubric(text, cursor) or (cursor.has("head") and _heads_column(text, cursor))
    bracketed = _BRACKETED.fullmatch(text) is not None and (cursor.has("head") or _head_follows(cursor))
    alone = len(stanza.lines) == 1
    if not (known or bracketed) or (alone and cursor.peek(1) is None):
        return None
    return Block("rubric", cursor.take_lines(1), rule="known rubric" if known else "rubric")


def is_known_rubric(text: str, cursor: Cursor) -> bool:
    """Whether a line is one of the words that newspapers set over standing columns."""
    return text.strip("()[]. ").casefold() in cursor.language.article.folded_rubrics


def _heads_column(text: str, cursor: Cursor) -> bool:
    """Whether a line under a headline is what papers set over their letters ("TO THE EDITOR.")."""
    table = cursor.language.article
    return (
        len(text) <= _FEWEST
        and " ".join(words_of(text.replace("’", "'"))) in table.letters | table.corrections
    )


def dateline(cursor: Cursor) -> Block | None:
    """A line over or under the headline that is a date, or a place and a date, and nothing else."""
    stanza = cursor.peek()
    if stanza is None or not cursor.heading or cursor.has("dateline"):
        return None
    text = stanza.lines[0].text
    alone = len(stanza.lines) == 1
    if (alone and cursor.peek(1) is None) or _YEAR.fullmatch(text) or _is_lifetime(text, cursor):
        return None
    if not (is_date_line(text, cursor.language) or is_place_and_date(text, cursor.language)):
        return None
    return Block("dateline", cursor.take_lines(1), rule="dateline")


def despatch(cursor: Cursor) -> Block | None:
    """Place, date and a dash at the beginning of a paragraph, which goes on after them; between paragraphs,
    a place and a date on a line of their own over text.
    """
    stanza = cursor.peek()
    if stanza is None:
        return None
    sent = bool(cursor.blocks) and cursor.blocks[-1].rule == SENT
    if sent and is_place_and_date(stanza.lines[0].text, cursor.language):
        return Block("dateline", cursor.take_lines(1), rule="dateline")
    if cursor.split:
        return None
    following = cursor.peek(1)
    if not cursor.heading and following is not None and len(stanza.lines) == 1:
        over_text = len(following.text) > _FEWEST and _STOPPED.search(following.text) is not None
        if over_text and is_place_and_date(stanza.text, cursor.language):
            return Block("dateline", cursor.take(), rule="dateline")
    if (
        len(stanza.lines) > 1
        and not cursor.heading
        and is_place_and_date(stanza.lines[0].text, cursor.language)
    ):
        ended = stanza.lines[0].text.endswith((".", ":", ")"))
        if ended and len(stanza.text) - len(stanza.lines[0].text) > _FEWEST:
            return Block("dateline", cursor.take_lines(1), rule="dateline")
    text = stanza.lines[0].text
    end = stopped_dateline_end(text, cursor.language) if cursor.headed else None
    if end is not None:
        return Block("dateline", cursor.take_characters(end), rule="place and date of a report")
    end = dateline_end(text, cursor.language)
    if end is not None:
        return Block("dateline", cursor.take_characters(end), rule="place and date before the text")
    agency = _AGENCY.match(text) is not None and cursor.heading
    end = place_end(text) if cursor.heading and (cursor.has("head") or agency) else None
    if agency and end is not None:
        return Block("dateline", cursor.take_characters(end), rule="place and agency before the text")
    if end is None or is_known_rubric(text[:end].rstrip("".join(DASHES) + " -"), cursor):
        return None
    rule = "place before the text"
    return Block("dateline", cursor.take_characters(end), rule=rule, certainty=Certainty.MEDIUM)


def head(cursor: Cursor) -> Block | None:
    """A short stanza before the text that does not end like a sentence; up to three of them.

    A piece may have none (corrections, clarifications): then the first stanza is a paragraph.
    """
    stanza = cursor.peek()
    if stanza is None or not cursor.heading or cursor.peek(1) is None:
        return None
    stacked = sum(block.kind == "head" for block in cursor.blocks)
    deck = is_capital_deck(stanza.lines[0].text)
    if cursor.headed and heads_report(cursor):
        return Block("head", cursor.take(), rule="head over a report")
    if stacked >= (_MAX_DECKS if deck else _MAX_STACKED):
        return None
    if deck and parse_attribution(stanza.text, cursor.language) is None:
        return Block("head", cursor.take_lines(1), rule="head in capitals")
    # A rubric may stand right under the headline, without a blank line.
    count = next(
        (
            number
            for number, line in enumerate(stanza.lines[1:], 1)
            if _BRACKETED.fullmatch(line.text) or _stands_alone(line.text, cursor)
        ),
        len(stanza.lines),
    )
    if count > 1 and all(_is_slogan(line.text, 2) for line in stanza.lines[:count]):
        count = 1  # one over the other
    text = " ".join(line.text for line in stanza.lines[:count])
    if _is_lifetime(text, cursor):
        return Block("head", cursor.take_lines(1), rule="head")
    sloganed = bool(stacked) and len(text) <= _MAX_DECK and _is_slogan(text, 2 if cursor.split else 3)
    if not (sloganed or is_headline(text, count)) or (stacked and not (sloganed or _is_deck(text))):
        return None
    if parse_attribution(stanza.text, cursor.language) is not None:
        return None
    return Block("head", cursor.take_lines(count), rule="head")


def heads_report(cursor: Cursor) -> bool:
    """Whether a line of few words with a full stop stands over a place and a date, or the author, in a paper
    with a masthead ("Deutschland.").
    """
    stanza, following = cursor.peek(), cursor.peek(1)
    if stanza is None or following is None or cursor.split or len(stanza.lines) > 1:
        return False
    text, below = stanza.text, following.lines[0].text
    if not text.endswith(".") or len(text.split()) > _FEW_WORDS or not text[0].isupper():
        return False
    if cursor.heading and any(_is_credit(ahead, cursor) for ahead in (1, 2)):
        return True
    dated = is_place_and_date(below, cursor.language)
    return dated or stopped_dateline_end(below, cursor.language) is not None


def _is_credit(ahead: int, cursor: Cursor) -> bool:
    """Whether the line so far below says who wrote the piece ("Von Karl Heinemann.")."""
    stanza = cursor.peek(ahead)
    if stanza is None or len(stanza.lines) > 1:
        return False
    first, _, rest = stanza.text.rstrip(".").partition(" ")
    name = parse_name(rest, cursor.language) if first in cursor.language.article.byline else None
    return name is not None and bool(name.given)


def is_capital_deck(text: str) -> bool:
    """Whether a line is one of the headings that older papers set in capitals with a full stop, one under the
    other ("THE QUEEN'S ILLNESS.").
    """
    letters = sum(character.isalpha() for character in text)
    plain = text.isupper() and text.endswith(".") and len(text) <= _MAX_DECK and letters >= _FEWEST_LETTERS
    return plain and not text.startswith(("(", "[", *DASHES, "-")) and not any(map(str.isdigit, text[-3:]))


def _is_lifetime(text: str, cursor: Cursor) -> bool:
    """Whether a line under a headline says the years of someone's life ("1911–1988")."""
    return cursor.has("head") and _LIFETIME.fullmatch(text) is not None


def _stands_alone(text: str, cursor: Cursor) -> bool:
    """Whether a line under a headline is no part of it: a rubric, a date, a line that leads to a page."""
    if is_known_rubric(text, cursor):
        return True
    dated = is_place_and_date(text, cursor.language) or is_date_line(text, cursor.language)
    return dated or bool(jump(text, cursor.language))


def _is_deck(text: str) -> bool:
    """Whether a line under a headline is another, and not the first sentence of the text."""
    if text.isupper():
        return True
    bare = _CALL.sub("", text)
    return len(text) <= _MAX_DECK and (not _STOPPED.search(bare) or _is_slogan(bare))


def _is_slogan(text: str, fewest: int = 3) -> bool:
    """Whether the longer words of a line have capitals, though it ends like a sentence ("Not One Door Must
    Open!"); where it ends in a full stop, all of them ("Sage Can Put His Hand On It Any Minute.").
    """
    words = re.findall(r"[^\W\d_]+", text)
    if re.search(r"![”\"’»]?$", text):
        return any(
            len(longer) >= least and all(word[0].isupper() for word in longer)
            for longer, least in (
                ([word for word in words if len(word) >= _LONG], 3),
                ([word for word in words if len(word) > _LONG], fewest),
            )
        )
    return text.endswith(".") and len(words) >= _FEWEST_WORDS and all(word[0].isupper() for word in words)


def is_headline(text: str, lines: int = 1) -> bool:
    """Short, beginning with a capital, a digit or a mark, and not ending as a sentence or a lead-in does."""
    if len(text) > _MAX_HEAD or lines > _MAX_LINES:
        return False
    bare = _CALL.sub("", text)
    if not any(character.isalpha() for character in text) or _SENTENCE_END.search(bare):
        return False
    if text.lstrip("“„«\"'‘¡¿(")[:1].islower() or text.startswith(tuple(DASHES)):
        return False
    if text.endswith(tuple(DASHES)) or re.search(r"[.,;:][”“»\"’]$", bare):
        return False
    if not text.isupper() and len(text) > 60 and _SENTENCES.search(text):
        return False
    return not re.search(r"[.!?]\s+\S+\s+\S+\s+\S+\s+\S.*[.!?]$", text)


def is_plain_headline(text: str, lines: int = 1) -> bool:
    """A headline that could be no sentence either: without any stop at its end."""
    return is_headline(text, lines) and _is_deck(text)


def _head_follows(cursor: Cursor) -> bool:
    following = cursor.peek(1)
    return (
        following is not None
        and is_headline(following.text, len(following.lines))
        and cursor.peek(2) is not None
    )
