"""What quotation marks mean: speech, a text, a title, a word spoken of, or distance (Guidelines 3.3.3)."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import islice

from edition.converter.annotate.quoting.utterance import Passage, Utterance
from edition.converter.forms.quoting.dashes import DASH
from edition.converter.languages import Language
from edition.model import Certainty

_WORDS = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDS = ".!?,;:—–-…*"
_FREE = ",:;.!?…—–-)\"”»’'“«_"  # after which words in marks are no part of the narrator's sentence
_FEW = 4  # words that distance or mention as a rule
_BACK = 3  # utterances before that a clause may speak for
_SHORT = 5  # letters of a word that titles write small
_TITLE = 14  # words of a title
_CLAUSE = 6  # words before a colon in which a verb of saying stands ("told the paper:")
_AHEAD = 60  # characters before the marks in which a cue stands
_SENTENCE = re.compile(r"[.!?]\s")
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
_WITHIN = Kind("title", "title in quotation marks", Certainty.MEDIUM)  # and no speech, whatever follows
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
    words = [word.group() for word in islice(_WORDS.finditer(inner), _TITLE + 1)]
    if not words:
        return _DOUBTFUL if inner else None
    saying = utterance.saying
    if quoted.sign == DASH or quoted.start == quoted.inner_start:  # a dash or a clause of saying opens it
        manner = saying.manner if saying is not None and saying.subject is not None else None
        return _THOUGHT if manner == "thinks" else _SPEECH if manner is not None else _DASHED
    ahead = _ahead(text, passage.span.start, quoted.start)
    cued = _cue(ahead, inner, words, language)
    certain = cued is not None and (utterance.after is None or cued is _WITHIN)
    if saying is not None and saying.subject is not None and not certain:
        return {"says": _SPEECH, "writes": _WRITTEN, "thinks": _THOUGHT}[saying.manner]
    if utterance.goes_on or utterance.taken_up:
        return _DIALOGUE if narrative else _DOUBTFUL
    if cued is not None:
        return cued
    sentence = _is_sentence(inner, quoted.open)
    if saying is not None and (sentence or utterance.after is not None):
        return {"says": _SPEECH, "writes": _WRITTEN, "thinks": _THOUGHT}[saying.manner]
    if not quoted.depth and (sentence or len(words) > _FEW) and _speaks_on(passage, utterance, text):
        return _DIALOGUE
    if quoted.depth:
        return _DISTANCED if len(words) <= _FEW and not sentence else _DOUBTFUL
    alone = not text[passage.span.start : quoted.start].strip(" \n—–-")
    free = alone or text[max(0, quoted.start - 4) : quoted.start].rstrip()[-1:] in _FREE
    if sentence and alone and inner[-1] == "," and not quoted.depth:
        return _DIALOGUE  # "“There is time,” …": a clause of saying follows, whatever it says
    if narrative and ((sentence and free) or _goes_on(utterance, passage, text)):
        return _DIALOGUE
    if len(words) <= _FEW and not (sentence and _CLOSED.search(inner) and inner[0].isupper()):
        return _DISTANCED
    return _DOUBTFUL


def _ends_with(ahead: str, words: str) -> bool:
    return ahead.endswith(words) and not ahead[: -len(words)][-1:].isalpha()


def _is_titled_so(last: str, words: list[str], language: Language) -> bool:
    """Whether words are written as titles are, after someone's name in the genitive ("Shaw's “Candida”")."""
    return last.endswith(language.persons.possessives) and _is_written_as_title(words)


def _is_title_of_several(inner: str, words: list[str]) -> bool:
    """Whether there are several words, all with capitals but for small ones inside."""
    capitals = sum(word[0].isupper() for word in words)
    return 1 < len(words) == capitals and inner[-1] not in "?!" and _is_written_as_title(words)


def _is_written_as_title(words: list[str]) -> bool:
    """Whether all longer words have capitals."""
    return len(words) <= _TITLE and all(word[0].isupper() or len(word) < _SHORT for word in words)


def _speaks_on(passage: Passage, utterance: Utterance, text: str) -> bool:
    """Whether a clause of saying stands beside other words in the same paragraph: after any, or before some
    in the same sentence.
    """
    if passage.says_after:
        return True
    place = bisect_left(passage.outer, utterance.quoted.start, key=_start)
    for other in passage.outer[max(0, place - _BACK) : place]:
        before = other.before
        if before is not None and before.manner == "says" and before.subject is not None:
            return _SENTENCE.search(text, other.quoted.end, utterance.quoted.start) is None
    return False


def _start(utterance: Utterance) -> int:
    return utterance.quoted.start


def _goes_on(utterance: Utterance, passage: Passage, text: str) -> bool:
    """Whether words take up a sentence that a clause of saying has interrupted ("“Now,” said Ann, “go.”")."""
    row = passage.outer
    place = bisect_left(row, utterance.quoted.start, key=_start)
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
    naming = any(word in table.naming for word in tail[-2:]) and not ahead.endswith(":")
    spoken = ahead.endswith(":") and any(word in table.says for word in ahead.split()[-_CLAUSE:])
    titled = (last in table.works and not spoken) or (naming and any(word in table.works for word in tail))
    titled = titled or any(_ends_with(ahead, maker) for maker in table.makers)
    if titled and inner[0].isupper() and len(words) <= _TITLE:
        return _TITLED
    if (
        last in table.performs
        and ahead[-1] not in ",:"
        and _is_written_as_title(words)
        and inner[-1] not in "?!"
    ):
        return _TITLED
    if last in table.within and ahead[-1] not in ",:" and _is_title_of_several(inner, words):
        return _WITHIN
    if _is_titled_so(last, words, language) and inner[0].isupper():
        return _TITLED
    if last in table.words and len(words) <= _FEW:
        return _MENTIONED
    if naming and len(words) <= _FEW + 1 and inner[-1] not in "?!":
        return _MENTIONED
    return None
