"""What transcripts and chats print beside a name: times and dates before or after it, angle brackets."""

from __future__ import annotations

import re

_TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\.?)?"
_DATE = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_BEFORE = re.compile(
    rf"(?:[(\[]{_TIME}[)\]]|\d{{1,2}}:\d\d(?::\d\d)?|[(\[]?{_DATE},?\s{_TIME}[)\]]?)\s+(?:[-–—]\s+)?(?=\S)",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\s+[(\[]?(?:\d{1,2}:)?\d{1,2}:\d\d[)\]]?$")
_CALLED = re.compile(r"<[@+ ]?(?P<name>[^\s<>]{1,30}(?:\s[^\s<>]{1,20})?)>\s(?=\S)")


def stamp_end(text: str) -> int:
    """Where a time or a date with a time ends that stands before a name; 0 where there is none."""
    match = _BEFORE.match(text)
    return match.end() if match is not None else 0


def name_before_time(text: str) -> int:
    """Where a name ends that has nothing but a time after it on its line; 0 where there is none."""
    if not text.endswith((")", "]")) and not text[-1].isdigit():
        return 0
    match = _AFTER.search(text)
    return match.start() if match is not None else 0


def called(text: str, start: int) -> tuple[int, int, int] | None:
    """Where a name in angle brackets begins and ends, and where what is said begins; as chats print it."""
    match = _CALLED.match(text, start)
    return (*match.span("name"), match.end()) if match is not None else None
