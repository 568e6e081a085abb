"""The check that no character is lost sees one that is missing, one too many, and two that changed places."""

from __future__ import annotations

import pytest

import edition
from edition.converter.write import lost_text
from edition.model import Source

TEXT = "Fish & chips\n\nHe said <no>; \u00a0“so” \u2003 it goes.\n\nA bell\x07 and \ufffe too.\n"


def _written() -> tuple[bytes, Source]:
    data = edition.convert(TEXT).data
    assert data is not None
    return data, Source("text", "text", TEXT)


def test_nothing_is_missed_in_what_is_written() -> None:
    written, source = _written()
    assert b"<g ref=" in written and b"&lt;no&gt;" in written
    assert lost_text(written, source) is None


@pytest.mark.parametrize(
    ("old", "new", "lost"),
    [
        (b"chips", b"chps", TEXT.index("ips")),
        (b"chips", b"chipss", TEXT.index("He")),
        (b"&amp;", b"", TEXT.index("&")),
        (b"&lt;no", b"no", TEXT.index("<no")),
        ("“so”".encode(), "”so“".encode(), TEXT.index("“")),
        (b'ref="#char-0007"', b'ref="#char-0008"', TEXT.index("\x07")),
        (b" too.", b"", TEXT.index("too")),
    ],
)
def test_what_is_missing_or_too_much_is_found_at_its_place(old: bytes, new: bytes, lost: int) -> None:
    written, source = _written()
    assert written.count(old) >= 1
    begin = written.index(b"<text>")
    changed = written[:begin] + written[begin:].replace(old, new, 1)
    assert lost_text(changed, source) == lost


def test_a_character_lost_in_a_long_text_is_found() -> None:
    text = "\n\n".join(f"This is sentence {number} of a long text." for number in range(6_000))
    data = edition.convert(text).data
    assert data is not None
    source = Source("text", "text", text)
    assert lost_text(data, source) is None
    assert lost_text(data.replace(b"sentence 5000 of", b"sentence 500 of"), source) == text.index("5000") + 3
