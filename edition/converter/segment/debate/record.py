"""What a record lists and nobody says: who is present, who voted how, who speaks on which page, who asked."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.names import name_particles
from edition.converter.forms.speakers import words_of
from edition.converter.languages import Language
from edition.converter.segment.divisions import Opening
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.turns import Convention
from edition.model import Block, Certainty, spanning

_STOP = re.compile(r"[:.;—–-]")
_LEADERS = re.compile(r"(?:\.\s?){3,}.*$|:\s*(?:[^\W\d_]{1,4}\.\s?)?\d[\d,;\s–-]*$")
_LEADERS_INSIDE = re.compile(r"(?:\.\s?){3,}")
_MOST_NAMES = 9  # words of the names of officers
_SHORT = 3  # signs of a last word that may end in a stop
_SEVERAL = 4  # capitalised words that are no sentence, whatever ends them
_LONGEST = 60  # characters before the colon
_MOST_CREDITS = 3  # paragraphs at the end that speak of the persons
_NAME = 4  # letters of a name that is told from other words


def is_record(text: str, language: Language) -> bool:
    """Whether a stanza lists what belongs to the record: its words before the first stop say so."""
    match = _STOP.search(text, 0, _LONGEST)
    if match is None:
        return False
    before = words_of(text[: match.start()])
    if " ".join(before) in language.turns.records:
        # "Present: …"; but "Against. I have said why." is someone's speech
        return match.group() == ":" or len(text) == match.end()
    # "Voting yes:" and nothing more
    return len(text) == match.end() and len(before) in (2, 3) and before[0] in language.turns.records


def names_officers(stanza: Stanza, language: Language) -> bool:
    """Whether a stanza says who presides and who writes: an office, a colon and names ("Chairman: A. Huber").

    That stands over a sitting; in it such a line would be a turn of one name.
    """
    office, colon, name = stanza.lines[0].text.partition(":")
    if not colon or len(office) > _LONGEST or language.labels.roles.isdisjoint(words_of(office)):
        return False
    others = [line.text.rpartition(":")[2] for line in stanza.lines[1:]]
    return all(_is_names(words) for words in (name, *others))


def _is_names(words: str) -> bool:
    """Whether words are names and nothing else, with leaders and a country in brackets perhaps."""
    bare = _LEADERS_INSIDE.sub(" ", words).split()
    particles = name_particles()
    return (
        0 < len(bare) <= _MOST_NAMES
        and (bare[-1][-1] not in ".!?…" or len(bare[-1]) <= _SHORT or len(bare) >= _SEVERAL)
        and all(word[0].isupper() or word[0] in "([&" or word.casefold() in particles for word in bare)
    )


def listed_names(stanza: Stanza) -> tuple[tuple[Line, ...], ...]:
    """The lines of a list of names with their pages, else none."""
    lines = stanza.lines
    pages = sum(_LEADERS.search(line.text) is not None for line in lines)
    return tuple((line,) for line in lines) if len(lines) > 1 and pages >= 0.6 * len(lines) else ()


def without_credits(
    items: Sequence[Block | Opening], source: str, language: Language, convention: Convention
) -> list[Block | Opening]:
    """The items of an interview, those words out of the last answer that speak of the persons.

    The words at the end name who led the interview, or one of the two by name; whoever answers says I.
    """
    last = next((i for i in range(len(items) - 1, -1, -1) if _is_turn(items[i])), -1)
    turn = items[last] if last >= 0 else None
    if not isinstance(turn, Block):
        return list(items)
    children = list(turn.children)
    speeches = sum(child.kind == "speech" for child in children)
    names = {word for label in convention.labels for word in label if len(word) >= _NAME}
    after: list[Block] = []
    while speeches > 1 and len(after) < _MOST_CREDITS and children[-1].kind == "speech":
        words = source[children[-1].span.start : children[-1].span.end]
        if not _speaks_of(words, names, language):
            break
        child = children.pop()
        after.insert(
            0, Block("paragraph", child.span, rule="after the interview", certainty=Certainty.MEDIUM)
        )
        speeches -= 1
    if not after:
        return list(items)
    kept = spanning("turn", tuple(children), rule=turn.rule, attributes=turn.attributes)
    return [*items[:last], kept, *after, *items[last + 1 :]]


def _is_turn(item: Block | Opening) -> bool:
    return isinstance(item, Block) and item.kind == "turn"


def _speaks_of(words: str, names: set[str], language: Language) -> bool:
    found = words_of(words)
    begin = " ".join(found[:4])
    if any(begin.startswith(credit) for credit in language.turns.credits):
        return True
    return not names.isdisjoint(found) and not language.turns.speaking & set(found)
