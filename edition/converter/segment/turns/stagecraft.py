"""What scripts say beside the turns: what is heard, where a scene is set, how one shot follows another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from edition.converter.forms.letters import fold
from edition.converter.languages import Language
from edition.converter.segment.lines import Line

_LONGEST_SLUG = 90  # characters
_LONGEST_PIECE = 40
_LONGEST_CUT = 40
_MOST_WORDS = 5  # of the words of a table
_WORD = re.compile(r"[^\W_]+")
_CUE = re.compile(r"[(\[]?\s*(?:\d{1,4}[.)]?\s+)?([^\W\d_][^:()\[\]]{1,24}):")
_SLUG = re.compile(
    r"(?:(?P<n>\d{1,3}[A-Z]?)[.)]?\s+)?(?P<where>[^\W\d_]+(?:\.?/\s?[^\W\d_]+\b)?)(?P<stop>[.:]|\s[-–—]|\s)\s*\S"
)
_SIGN = re.compile(r"\s?[:—–]|\s?-|\.")
_NUMBER = re.compile(r"^(?:[^\W\d_]{1,3}[.°º]*\s*)?\d{1,3}[.:)]*\s*[-–—]?\s*")
_PARTED = re.compile(r"\s[-–—]\s")


def _begins(line: str, table: frozenset[str], *, start: int = 0) -> int:
    """Where the words of the table end with which a line begins; 0 where it begins with none."""
    words: list[str] = []
    found = 0
    for match in _WORD.finditer(line, start, start + 80):
        words.append(fold(match.group()))
        if len(words) > _MOST_WORDS:
            break
        if " ".join(words) in table:
            found = match.end()
    return found


def is_cue(line: str, language: Language) -> bool:
    """Whether a line says what is heard in a radio play ("SOUND: Footsteps on gravel")."""
    match = _CUE.match(line)
    if match is None or not match[1].isupper():
        return False
    return " ".join(fold(word) for word in _WORD.findall(match[1])) in language.turns.cues


def is_setting(line: str, language: Language) -> bool:
    """Whether a line says where or when something is set: it begins with such words, and goes on."""
    end = _begins(line, language.turns.settings)
    return 0 < end < len(line.rstrip(".:")) and line[end] not in ",;!?" and line[0].isupper()


def names_setting(line: str, language: Language) -> bool:
    """Whether a line says so after a sign that parts the words from the rest ("TIME: The present.")."""
    return (
        is_setting(line, language) and _SIGN.match(line, _begins(line, language.turns.settings)) is not None
    )


def is_piece(lines: Sequence[Line], language: Language) -> bool:
    """Whether lines head what is sung next ("Recitativo", "No. 3: Duet", "Song.")."""
    if len(lines) > 1 or len(lines[0].text) > _LONGEST_PIECE or not lines[0].text[0].isalnum():
        return False
    words = [fold(word) for word in _WORD.findall(_NUMBER.sub("", lines[0].text))]
    pieces = language.turns.pieces
    return (
        bool(words)
        and len(words) <= _MOST_WORDS
        and words[0] in pieces | language.turns.songs
        and (len(words) == 1 or (lines[0].text[-1] not in "!?," and words[1] in pieces))
    )


def is_cut(line: str, language: Language) -> bool:
    """Whether a line says how one shot of a film follows another ("CUT TO:", "FADE OUT.")."""
    if len(line) > _LONGEST_CUT or not line.isupper():
        return False
    end = _begins(line, language.turns.cuts)
    return end > 0 and (line[-1] in ":." or end >= len(line.rstrip()))


def slug(line: str, language: Language) -> str | None:
    """The number of the scene of a film that a line heads ("12 INT. KITCHEN - DAY"), "" where it has none;
    None for a line that heads none.
    """
    if len(line) > _LONGEST_SLUG:
        return None
    match = _SLUG.match(line)
    if match is None or not match["where"].isupper():
        return None
    if not (line.isupper() or (match["stop"] == "." and _PARTED.search(line))):
        return None
    slugs = language.turns.slugs
    words = " ".join(fold(word) for word in _WORD.findall(match["where"]))
    if words not in slugs and not (match["stop"] == "." and words.split()[0] in slugs):
        return None
    # A word written in full needs the time of day after its place.
    if match["stop"] != "." and "/" not in match["where"] and not _PARTED.search(line, match.end()):
        return None
    return match["n"] or ""
