"""What quotation marks mean: speech, a text, a title, a word spoken of, or distance (Guidelines 3.3.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from edition.converter.annotate.quoting.utterance import Passage, Utterance
from edition.converter.forms.quoting.dashes import DASH
from edition.converter.languages import Language
from edition.model import Certainty

_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDS = ".!?,;:—–-…*"
_FEW = 4  # words that distance or mention as a rule
_TITLE = 14  # words of a title
_AHEAD = 60  # characters before the marks in which a cue stands
_CLOSED = re.compile(r"[.!?…]['’\"”»]*$")


@dataclass(frozen=True, slots=True)
class Kind:
    """A TEI element for words in marks, by which rule, and how sure; None: there was nothing to infer."""

    element: str
    rule: str
    certainty: Certainty | None = None
    attributes: tuple[tuple[str, str], ...] = ()


_SPEECH = Kind("said", "verb of saying", Certainty.HIGH, (("direct", "true"),))
_THOUGHT = Kind("said", "verb of thinking", Certainty.HIGH, (("aloud", "false"), ("direct", "true")))
_DIALOGUE = Kind("said", "dialogue", Certainty.MEDIUM, (("direct", "true"),))
_DASHED = Kind("said", "dialogue dash", Certainty.MEDIUM, (("direct", "true"),))
_WRITTEN = Kind("quote", "verb of writing", Certainty.HIGH)
_TITLED = Kind("title", "title in quotation marks", Certainty.MEDIUM)
_MENTIONED = Kind("mentioned", "word spoken of", Certainty.MEDIUM)
_DISTANCED = Kind("soCalled", "distancing marks", Certainty.MEDIUM)
_DOUBTFUL = Kind("q", "quotation marks", Certainty.LOW)


def kind_of(
    utterance: Utterance, passage: Passage, text: str, language: Language, *, narrative: bool
) -> Kind | None:
    """What the marks around an utterance mean; None where they hold no word. `narrative` says that the text
    is one with dialogue, where sentences in marks are speech.
    """
    quoted = utterance.quoted
    inner = text[quoted.inner_start : quoted.inner_end].strip()
    words = _WORDS.findall(inner)
    if not words:
        return _DOUBTFUL if inner else None
    saying = utterance.saying
    if quoted.sign == DASH:
        manner = saying.manner if saying is not None and saying.subject is not None else None
        return _THOUGHT if manner == "thinks" else _SPEECH if manner is not None else _DASHED
    ahead = _ahead(text, passage.span.start, quoted.start)
    resumed = not quoted.depth and _goes_on(utterance, passage, text)
    cued = None if resumed else _cue(ahead, inner, words, language)
    if saying is not None and saying.subject is not None and not (cued and utterance.after is None):
        return {"says": _SPEECH, "writes": _WRITTEN, "thinks": _THOUGHT}[saying.manner]
    if utterance.goes_on or utterance.taken_up:
        return _DIALOGUE if narrative else _DOUBTFUL
    if cued is not None:
        return cued
    sentence = _is_sentence(inner, quoted.open)
    if saying is not None and (sentence or utterance.after is not None):
        return {"says": _SPEECH, "writes": _WRITTEN, "thinks": _THOUGHT}[saying.manner]
    if sentence and not quoted.depth and _speaks_on(passage):
        return _DIALOGUE
    if quoted.depth:
        return _DISTANCED if len(words) <= _FEW and not sentence else _DOUBTFUL
    alone = not text[passage.span.start : quoted.start].strip(" \n—–-")
    if narrative and (sentence or alone or resumed):
        return _DIALOGUE
    if len(words) <= _FEW and not (sentence and _CLOSED.search(inner) and inner[0].isupper()):
        return _DISTANCED
    return _DOUBTFUL


def _speaks_on(passage: Passage) -> bool:
    """Whether a clause of saying stands beside other words in the same paragraph."""
    clauses = (other.after for other in passage.outer())
    return any(clause is not None and clause.manner == "says" for clause in clauses)


def _goes_on(utterance: Utterance, passage: Passage, text: str) -> bool:
    """Whether words take up a sentence that a clause of saying has interrupted ("“Now,” said Ann, “go.”")."""
    row = passage.outer()
    place = row.index(utterance)
    if not place:
        return False
    between = text[row[place - 1].quoted.end : utterance.quoted.start].rstrip()
    return (row[place - 1].after is not None and between[-1:] not in (".", "!", "?")) or between[-1:] == ","


def _is_sentence(inner: str, open_: bool) -> bool:
    """Whether words begin and end as sentences do."""
    first = next((c for c in inner if c.isalnum()), "")
    begins = first.isupper() or first.isdigit() or inner[0] in "…—–-.[¿¡'‘’“\"_" or not first.islower()
    return begins and (open_ or inner[-1] in _ENDS or inner[-1] in "'’\"”»_")


def _ahead(text: str, start: int, at: int) -> str:
    """What stands before the marks, in small letters."""
    return " ".join(text[max(start, at - _AHEAD) : at].lower().split())


def _cue(ahead: str, inner: str, words: list[str], language: Language) -> Kind | None:
    """What the words before the marks make of those in them."""
    table = language.quoting
    if not ahead:
        return None
    for cue in table.so_called:
        if ahead.endswith(cue):
            return _DISTANCED
    last = ahead.rstrip(" ,:").rpartition(" ")[2].strip("(“\"'‘")
    tail = ahead.rstrip(" ,").split()[-4:]
    if table.elided:
        last = last.replace("’", "'").rpartition("'")[2]
    naming = any(word in table.naming for word in tail) and not ahead.endswith(":")
    titled = last in table.works or (naming and any(word in table.works for word in tail))
    if titled and inner[0].isupper() and len(words) <= _TITLE:
        return _TITLED
    if last in table.words and len(words) <= _FEW:
        return _MENTIONED
    if naming and len(words) <= _FEW + 1 and inner[-1] not in "?!":
        return _MENTIONED
    return None
