"""What speaks for a play: turns, and acts, roles and directions beside them."""

from __future__ import annotations

from edition.converter.forms.speakers import first_word, words_of
from edition.converter.segment.drama.front import heads_division
from edition.converter.segment.text import Evidence, Text
from edition.converter.segment.turns import Convention, convention_of, density, is_list
from edition.converter.segment.turns.closings import only_brackets
from edition.converter.segment.turns.directions import kind_of
from edition.converter.segment.turns.headings import is_cast_heading, is_end
from edition.converter.segment.turns.reader import TurnReader
from edition.converter.segment.turns.stagecraft import is_cue
from edition.converter.segment.turns.style import Style

_DENSE = 0.15  # turns a stanza
_SHORT = 90  # characters of a line that only says who comes and goes
_DIRECTING = frozenset({"period", "alone"})  # signs of labels beside which directions stand
_DIRECTED = 2  # labels with directions
_LOOKED = 200  # stanzas
_SURE = 0.75  # from which on no more signs are looked for
_CUES = 2  # lines of a radio play that say what is heard
_MOVES = 4  # words among which stands who comes or goes, and that they do
_SENTENCE = 40  # characters of a line that says no more


def weigh(text: Text) -> Evidence:
    """How much speaks for a play: turns, and acts, roles and directions beside them."""
    convention = convention_of(text)
    if convention is None or density(text) < _DENSE or convention.turns < 4:
        return Evidence(0)
    signs: list[str] = [f"{convention.turns} turns"]
    weight = 0.45
    if any(heads_division(stanza, text) for stanza in text.stanzas):
        weight += 0.3
        signs.append("acts or scenes")
    if any(is_cast_heading(stanza.lines[0].text, text.language) for stanza in text.stanzas[:200]):
        weight += 0.3
        signs.append("a list of roles")
    if any(form == "bracket" for form, _ in convention.kinds) and not convention.affiliated:
        weight += 0.15
        signs.append("directions after the speaker's name")
    if sum(is_cue(line.text, text.language) for line in text.lines) >= _CUES:
        weight += 0.3
        signs.append("what is heard")
    moving = sum(_is_movement(stanza.lines[0].text, text) for stanza in text.stanzas)
    if moving >= 2:
        weight += 0.15
        signs.append("entrances and exits")
    if any(is_end(stanza.lines[-1].text, text.language) for stanza in text.stanzas[-3:]):
        weight += 0.1
        signs.append("a line that ends the play")
    if len(signs) == 1 and is_list(text, convention):
        return Evidence(0)
    if weight < _SURE:
        reader = TurnReader(text, convention, Style("(", verse=True))
        if not signs[-1].startswith("directions") and _directed(text, convention, reader) >= _DIRECTED:
            weight += 0.3
            signs.append("directions beside the speaker's name")
        if reader.breaks_like_verse or reader.turns_inside:
            weight += 0.3
            signs.append("speeches in verse")
    return Evidence(min(weight, 0.98), ", ".join(signs))


def _directed(text: Text, convention: Convention, reader: TurnReader) -> int:
    """How many labels have a direction in small letters: after a comma, or in brackets on the line below."""
    if not _DIRECTING & {form for form, face in convention.kinds if face == "capitals"}:
        return 0
    found = 0
    for stanza in text.stanzas[:_LOOKED]:
        label = reader.label_of(stanza.lines[0], first=True)
        if label is None or label.face != "capitals":
            continue
        below = stanza.lines[1].text if len(stanza.lines) > 2 else ""
        if label.form == "comma":
            found += label.spoken and not label.named
        elif label.form == "alone":
            found += only_brackets(below) and below[1:2].islower()
    return found


def _is_movement(line: str, text: Text) -> bool:
    if line[0] in "([_":
        return kind_of(line, text.language) in ("entrance", "exit", "mixed")
    turns = text.language.turns
    moving = turns.movements
    if len(line) > _SHORT or line[-1] not in ".,":
        return False
    # "Enter Mara.", "MARA enters."
    return first_word(line) in moving or not moving.isdisjoint(
        words_of(line)[1:_MOVES] if line.split(maxsplit=1)[0].isupper() or len(line) <= _SENTENCE else ()
    )
