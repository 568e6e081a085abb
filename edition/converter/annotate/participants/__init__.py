"""Who speaks: every label of a turn tied to one record, or to none where it cannot be told.

A label is tied, in this order, to a person that the edition names, to a role of the cast list, to another
label of the same words. Then abbreviations ("Ham."), surnames of full names and the holders of offices are
looked for, and tied where just one fits. Two persons of one surname stay two, and a title that tells them
apart ("Mrs") is heeded. An office whose holder changes is not one person.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from edition.converter.annotate.participants.listed import from_cast, from_list
from edition.converter.annotate.participants.record import person
from edition.converter.annotate.participants.tying import Tying
from edition.converter.forms.letters import fold
from edition.converter.languages import Language
from edition.model import Annotation, Block, Person, Source, Turn


@dataclass(frozen=True)
class Participants:
    """The persons and groups who speak or stand in the cast list, and the turns tied to them.

    The persons bear the ids that the edition's list gives them, or none yet. Beside each turn stand the
    indices of its speakers in `persons`.
    """

    persons: tuple[Person, ...]
    turns: tuple[tuple[Turn, tuple[int, ...]], ...]


def participants(
    blocks: Sequence[Block],
    marks: Sequence[Annotation],
    source: Source,
    language: Language,
    *,
    small: frozenset[str],
    listed: Sequence[Person] = (),
) -> Participants:
    """Who speaks in `blocks`.

    `marks` hold the roles of cast lists, `small` the words that the text writes in small letters; `listed`
    are persons that the edition names itself.
    """
    telling = [b for outer in blocks for b in outer.walk() if b.kind in ("turn", "cast-item")]
    turns = [block for block in telling if block.kind == "turn"]
    cast = list(from_cast([block for block in telling if block.kind == "cast-item"], marks, source))
    if not turns and not cast:
        return Participants((), ())
    # A word that the text also writes in small letters is not a name.
    common = frozenset(fold(word) for word in small if len(word) > 1)
    tying = Tying(language, common, [*from_list(listed), *cast])
    labels = [_label(turn, source) for turn in turns]
    tying.count(label for label in labels if label)
    tied = []
    for turn, label in zip(turns, labels, strict=True):
        who, rule, certainty = tying.who(label) if label else ((), "no label", None)
        tied.append((Turn(turn.span, (), rule, certainty), who))
    order = [i for i, record in enumerate(tying.records) if record.forms or not record.given]
    place = {old: new for new, old in enumerate(order)}
    spoken = {index for _, who in tied for index in who}
    persons = tuple(person(tying.records[i], i in spoken) for i in order)
    return Participants(persons, tuple((turn, tuple(place[i] for i in who)) for turn, who in tied))


def labels_in(blocks: Sequence[Block], source: Source) -> list[str]:
    """The labels of speakers and the roles' names, as printed."""
    telling = (b for outer in blocks for b in outer.walk() if b.kind in ("turn", "cast-item"))
    return [_label(b, source) if b.kind == "turn" else source.slice(b.span) for b in telling]


def _label(turn: Block, source: Source) -> str:
    """The label of a turn: what the segmenter knows of it, else what is printed."""
    known = turn.get("who-label")
    if known is not None:
        return known
    first = turn.children[0] if turn.children else turn
    return source.slice(first.span) if first.kind == "speaker" else ""
