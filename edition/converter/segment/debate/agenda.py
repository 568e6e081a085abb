"""What a sitting speaks of: the list over the debate, and the headings between the speeches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.speakers import words_of
from edition.converter.segment.lines import Line, Stanza
from edition.converter.segment.text import Text
from edition.converter.segment.turns.headings import is_title

_LONGEST = 500  # characters
_LONG = 40  # characters that no one says without a full stop
_MOST_LINES = 3
_SHORT = 80  # characters of a heading that lacks a stop
_FEWEST = 4  # paragraphs that show whether a record ends them with stops
_NEARLY_ALL = 0.95
_ENDS = ".!?…:;,)]—–-"
_PAGE_AFTER = re.compile(r"(?:\s*\.){2,}.*$|\s{3,}[\d, ]+$")
_NUMBER = re.compile(r"^\W*(?:\d{1,3}|[IVXLC]{1,6})[.)]\s+")
_SENTENCE = re.compile(r"[^\W\d_]{3}[.!?]\s+\W?[^\W\d_]")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{1,200}[)\]]$")
_LETTER = re.compile(r"[^\W\d_]")


class Agenda:
    """Tells headings by the list over the debate, by capitals and numbers, by the label under them."""

    def __init__(self, text: Text, first: int) -> None:
        """`first` is the index of the stanza with the first turn: the list stands before it."""
        self._stopped = _ends_with_stops(text.stanzas[first:])
        self._listed = (
            {_plain(line.text) for stanza in text.stanzas[:first] for line in stanza.lines}
            if first < len(text.stanzas)
            else set()
        )

    def lists(self, words: str) -> bool:
        """Whether the list over the debate has these words."""
        return _plain(words) in self._listed

    def stands_out(self, words: str) -> bool:
        """Whether words lack the stop with which whatever is said in this record ends."""
        return self._stopped and len(words) <= _SHORT and is_title(words) and words[-1] not in _ENDS

    def heads(
        self, lines: Sequence[Line], following: Stanza | None, *, labelled: bool, speaking: bool
    ) -> bool:
        """Whether lines are a heading; `labelled` says that a turn begins under them.

        In a speech such lines may be a heading someone reads out: the record's is in capitals, numbered,
        listed over the debate, or has white space above.
        """
        words = " ".join(line.text for line in lines)
        if following is None or len(words) > _LONGEST or len(lines) > _MOST_LINES or words[0] in "-–—•":
            return False
        if not is_title(words.rstrip(".") if words.isupper() else words) and not (
            labelled and _runs_on(words)
        ):
            return False
        if words.isupper() and len(_LETTER.findall(words)) > 3:
            return True
        set_off = lines[0].blanks >= 2 or _NUMBER.match(words) is not None or self.stands_out(words)
        return labelled and (set_off or not speaking or len(words) > _LONG)


def _ends_with_stops(stanzas: Sequence[Stanza]) -> bool:
    """Whether the paragraphs of a record end with a stop, nearly all of them."""
    long = [stanza.lines[-1].text for stanza in stanzas if len(stanza.text) > _SHORT]
    ended = sum(text.rstrip("\"'”’»“_*")[-1:] in _ENDS for text in long)
    return len(long) >= _FEWEST and ended >= _NEARLY_ALL * len(long)


def _runs_on(words: str) -> bool:
    """Whether words end like no sentence, however long they are."""
    if _SENTENCE.search(words):
        return False
    end = _BRACKET.sub("", words).rstrip(" _*\"”»’')]")
    opens = words[0] not in '"“«„' and not words[0].islower()
    return opens and not end.endswith((".", "!", "?", "…", ":", ";", ",", "-", "–", "—"))


def _plain(line: str) -> tuple[str, ...]:
    """The words of a line of a list or of a heading, without numbers before and pages after."""
    return words_of(_NUMBER.sub("", _PAGE_AFTER.sub("", line)))
