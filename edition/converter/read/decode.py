"""Which characters the bytes of a text file stand for, and how that was told."""

from __future__ import annotations

from dataclasses import dataclass

from edition.converter.languages import detect_language
from edition.model.characters import marked_encoding

# Eight-bit encodings that Western and Russian plain texts come in; the detector chooses among them.
_EIGHT_BIT = [
    "cp1252",
    "latin_1",
    "iso8859_15",
    "cp1250",
    "iso8859_2",
    "cp1251",
    "koi8_r",
    "mac_roman",
    "cp850",
]
_WESTERN = frozenset({"de", "en", "es", "fr", "it", "nl", "pt"})
_SAMPLE = 64_000  # bytes the detector looks at
_TEXT_CONTROLS = frozenset(b"\t\n\x0b\x0c\r\x1a\x1b")


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text`, and the Python name of the `encoding` it was read with.

    `guessed` is true where the encoding was concluded from the letters and not from a mark or from
    the bytes being sound UTF-8.
    """

    text: str
    encoding: str
    guessed: bool = False


class UndecodableError(ValueError):
    """The bytes are no text in any way we can tell.

    `reason` is `binary`, `damaged-utf-8`, `unknown`, `wrong` (they are not in the encoding asked
    for) or `no-such-encoding`; `offset` is the first byte that does not fit, where there is one.
    """

    def __init__(self, reason: str, offset: int = 0, detail: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset
        self.detail = detail


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text that `data` holds; `encoding` skips all guessing.

    Order: a byte order mark, sound UTF-8, UTF-16 told by its zero bytes, then the detector of
    charset-normalizer among eight-bit encodings. Raises UndecodableError.
    """
    if encoding is not None:
        return _decode_as(data, encoding)
    if marked := marked_encoding(data):
        return _decode_as(data, marked)
    if wide := _utf16_without_mark(data):
        return _decode_as(data, wide)
    if _looks_binary(data):
        raise UndecodableError("binary", _first_odd_byte(data))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if _is_damaged_utf8(data):
            raise UndecodableError("damaged-utf-8", error.start) from None
    return _detect(data)


def _decode_as(data: bytes, encoding: str) -> Decoded:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError("wrong", error.start, encoding) from None
    except (LookupError, UnicodeError):
        raise UndecodableError("no-such-encoding", 0, encoding) from None
    # A codec that is no character encoding ("rot13", "hex") has failed above; a mark is no character.
    name = {"utf-8-sig": "utf-8"}.get(encoding, encoding)
    return Decoded(text.removeprefix("\ufeff"), name)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 text in a Latin script has a zero in (nearly) every second byte."""
    head = data[:4096]
    pairs = len(head) // 2
    if pairs < 2 or len(data) % 2 or b"\0" not in head:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd >= 0.7 * pairs and even <= 0.02 * pairs:
        return "utf-16-le"
    if even >= 0.7 * pairs and odd <= 0.02 * pairs:
        return "utf-16-be"
    return None


def _looks_binary(data: bytes) -> bool:
    """Pictures, archives and word-processor files have zero bytes or known beginnings."""
    if data.startswith(
        (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"\x1f\x8b", b"{\\rtf")
    ):
        return True
    sample = data[:_SAMPLE]
    odd = sum(sample.count(byte) for byte in range(32) if byte not in _TEXT_CONTROLS)
    return odd > 0.02 * len(sample) + 3 or sample.count(0) > 0.001 * len(sample) + 1


def _first_odd_byte(data: bytes) -> int:
    return next((i for i, byte in enumerate(data) if byte < 32 and byte not in _TEXT_CONTROLS), 0)


def _is_damaged_utf8(data: bytes) -> bool:
    """UTF-8 with a few bad bytes: sound sequences of several bytes outnumber the broken ones."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    sound = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
    return sound > broken


def _detect(data: bytes) -> Decoded:
    """What the detector says, unless Windows' Western letters make words that a Western language has.

    Eight-bit encodings of Central Europe share most letters with the Western ones, and a detector
    that counts letters confuses them in short texts; the commonest words do not lie.
    """
    western = data.decode("cp1252", errors="replace")
    if "\ufffd" not in western and detect_language(western) in _WESTERN:
        return Decoded(western, "cp1252", guessed=True)

    from charset_normalizer import from_bytes  # noqa: PLC0415  (50 ms that sound UTF-8 never pays)

    matches = from_bytes(data[:_SAMPLE], cp_isolation=_EIGHT_BIT, steps=10, chunk_size=1024)
    best = matches.best()
    if best is None:
        raise UndecodableError("unknown")
    # Real Latin-1 has no C1 controls: where the detector says Latin-1, Windows' superset fits as well.
    name = "cp1252" if best.encoding in ("latin_1", "iso8859_15") else best.encoding
    try:
        return Decoded(data.decode(name), name, guessed=True)
    except UnicodeDecodeError as error:
        raise UndecodableError("unknown", error.start) from None
