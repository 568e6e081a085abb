"""Which language a text is in, told by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from edition.converter.languages.table import known_languages, language

_SAMPLE = 20_000  # characters: more does not change the answer
_WORD = re.compile(r"[^\W\d_]+")
_SHARE = 0.2  # of all words must be among a language's commonest ...
_LEAD = 1.25  # ... and this many times more than for the next best language


def detect_language(text: str) -> str | None:
    """Code of the language of `text`, None where no table fits clearly (short or mixed texts)."""
    counts = Counter(match.group().lower() for match in _WORD.finditer(text[:_SAMPLE]))
    total = counts.total()
    if not total:
        return None
    ranking = sorted(
        ((_score(counts, code), code) for code in known_languages()),
        reverse=True,
    )
    (best, code), (second, _) = ranking[0], ranking[1]
    if best < 3 or best / total < _SHARE or best < _LEAD * second:
        return None
    return code


def _score(counts: Counter[str], code: str) -> int:
    """Common words found, less those that tell a neighbouring language (Galician beside Portuguese)."""
    table = language(code)
    found = sum(counts[word] for word in table.common_words)
    # Months and weekdays tell the language of a text that is little more than a masthead.
    found += sum(counts[word] for word in table.calendar_words)
    return found - 6 * sum(counts[word] for word in table.foreign_words)
