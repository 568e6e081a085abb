"""Why a file is not well-formed XML, in an editor's words and at the place where the mistake was made.

libxml2 says where it stumbled, which is often far behind the mistake. Here the tags are read again with the
question what the writer meant to close.
"""

from __future__ import annotations

import codecs
import html.entities
import re
from collections.abc import Iterator

from edition.diagnostics import Diagnostic, diagnose
from edition.model import Position, Source
from edition.model.characters import FORBIDDEN
from edition.tei.positions import characters, encoding_of

_NAME = r"[A-Za-z_:\u00c0-\ufffd][^\s<>&/=\"'#;,!?()]*"
_START = re.compile(
    rf"""<(?P<name>{_NAME})(?P<attributes>(?:\s+{_NAME}\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(?P<empty>/?)>"""
)
_END = re.compile(rf"</(?P<name>{_NAME})\s*>")
_SKIPPED = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"))
_DOCTYPE = re.compile(
    r"""<!DOCTYPE(?:[^\[>"']|"[^"]*"|'[^']*')*+(?:\[(?:"[^"]*"|'[^']*'|<!--.*?-->|[^\]])*+\])?+\s*+>""",
    re.DOTALL,
)
_PARAMETER = re.compile(
    r"""<!ENTITY\s+%\s+\S+\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+("[^"]*"|'[^']*')"""
)
_ATTRIBUTE = re.compile(rf"""\s+(?P<name>{_NAME})\s*=\s*(?:"[^"<]*"|'[^'<]*')""")
_AMPERSAND = re.compile(r"&(?:(?P<name>[A-Za-z_][\w.-]*);|(?P<number>\#[0-9]+;|\#x[0-9A-Fa-f]+;)|(?P<bare>))")
_EXTRA = re.compile(r"\s*([^\s<])")
_PREFIX = re.compile(r"Namespace prefix (\S+) (?:for \S+ )?on (\S+) is not defined")
_PREDEFINED = {"lt", "gt", "amp", "quot", "apos"}


def explain_malformed(
    data: bytes, *, name: str, reason: str, position: Position | None = None
) -> list[Diagnostic]:
    """The findings for `data`, which a parser refused with `reason` at `position`; at least one.

    `name` is what messages call the file. Nothing is raised, whatever the bytes.
    """
    beginning = _not_even_xml(data, name)
    if beginning:
        return [beginning]
    source = Source(name, "", characters(data))
    doctype = _doctype(source.text)
    parameter = _PARAMETER.search(doctype.group()) if doctype else None
    if parameter:
        return [external(data, name=name, href=parameter[1][1:-1])]
    refused = _refused(source, reason, position)
    if refused:
        return [refused]
    found = [*_characters(source), *_references(source), *_tags(source)]
    where = position or Position(1, 1)
    unknown = _PREFIX.search(reason)
    if not found and unknown:
        facts = {"prefix": unknown[1], "element": unknown[2]}
        found = [diagnose("XML-PREFIX", path=name, position=where, excerpt=source.line(where.line), **facts)]
    if not found:
        found = [
            diagnose(
                "XML-WELL-FORMED", path=name, position=where, excerpt=source.line(where.line), reason=reason
            )
        ]
    return sorted(found, key=lambda finding: finding.position or Position(1, 1))


def external(data: bytes, *, name: str, href: str) -> Diagnostic:
    """The finding for a document that asks for the file `href`: a DTD, or declarations in another file."""
    source = Source(name, "", characters(data))
    place = source.text.find(f'"{href}"')
    if place < 0:
        place = max(source.text.find("<!DOCTYPE"), 0)
    return _finding(source, place, "XML-DTD-EXTERNAL", href=href)


def _not_even_xml(data: bytes, name: str) -> Diagnostic | None:
    """The finding for a file that is empty, is something else, or is in another encoding than it says."""
    start = Position(1, 1)
    if not data.strip(b" \t\r\n\0"):
        return diagnose("XML-EMPTY", path=name, position=start)
    encoding = encoding_of(data)
    try:
        text = codecs.lookup(encoding).decode(data)[0]
    except LookupError:
        return diagnose("XML-ENCODING-UNKNOWN", path=name, position=start, encoding=encoding)
    except UnicodeDecodeError as error:
        if b"<" not in data[:1024] or data.count(0) > len(data) // 100:
            return diagnose("XML-NOT-XML", path=name, position=start)
        before = characters(data[: error.start], encoding)
        position = Source(name, "", before).position(len(before))
        wrong = " ".join(f"{byte:02X}" for byte in data[error.start : error.start + 1])
        return diagnose(
            "XML-ENCODING", path=name, position=position, encoding=encoding.removesuffix("-sig"), bytes=wrong
        )
    except UnicodeError:
        return diagnose("XML-NOT-XML", path=name, position=start)
    if not text.lstrip("\ufeff \t\r\n").startswith("<"):
        return diagnose("XML-NOT-XML", path=name, position=start)
    return None


def _refused(source: Source, reason: str, position: Position | None) -> Diagnostic | None:
    """The finding for a document that may be well-formed but is not read, to protect the machine."""
    lower = reason.lower()
    if "amplification" in lower or "entity reference loop" in lower:
        return _finding(source, max(source.text.find("<!ENTITY"), 0), "XML-ENTITY-BOMB")
    if "excessive depth" in lower or "too deep" in lower:
        return diagnose("XML-TOO-DEEP", path=source.name, position=position)
    if "huge" in lower or "too long" in lower or "too big" in lower or "buffer size limit" in lower:
        return diagnose("XML-TOO-LARGE", path=source.name, position=position)
    return None


def _characters(source: Source) -> Iterator[Diagnostic]:
    """Characters that no XML file may contain."""
    for match in FORBIDDEN.finditer(source.text):
        yield _finding(source, match.start(), "XML-CHARACTER", character=f"U+{ord(match.group()):04X}")


def _skipped(text: str, offset: int) -> int | None:
    """Where the comment, CDATA section or processing instruction at `offset` ends; None for something else.

    One that has no end is none: it is told as a mistake.
    """
    for begin, end in _SKIPPED:
        if text.startswith(begin, offset):
            found = text.find(end, offset + len(begin))
            return found + len(end) if found >= 0 else None
    return None


def _blanked(text: str) -> str:
    """The text with spaces in place of comments, CDATA sections and processing instructions."""
    parts, copied, offset = [], 0, 0
    while (offset := text.find("<", offset)) >= 0:
        end = _skipped(text, offset)
        if end is None and any(text.startswith(begin, offset) for begin, _ in _SKIPPED):
            break
        if end is None:
            offset += 1
            continue
        parts += [text[copied:offset], " " * (end - offset)]
        offset = copied = end
    return "".join([*parts, text[copied:]])


def _doctype(text: str) -> re.Match[str] | None:
    """The DOCTYPE, which stands before the first element."""
    offset = 0
    while (offset := text.find("<", offset)) >= 0:
        end = _skipped(text, offset)
        if end is None:
            return _DOCTYPE.match(text, offset)
        offset = end
    return None


def _references(source: Source) -> Iterator[Diagnostic]:
    """Ampersands that are no reference, and references to what is not declared."""
    text = _blanked(source.text)
    doctype = _doctype(source.text)
    declared = set(re.findall(r"<!ENTITY\s+([^\s%]+)\s", doctype.group())) if doctype else set()
    external = (
        set(re.findall(r"<!ENTITY\s+([^\s%]+)\s+(?:SYSTEM|PUBLIC)\s", doctype.group())) if doctype else set()
    )
    for match in _AMPERSAND.finditer(text, doctype.end() if doctype else 0):
        entity, number = match["name"], match["number"]
        if number:
            digits = number[1:-1]
            code = int(digits[1:], 16) if digits[0] == "x" else int(digits)
            if code > 0x10FFFF or 0xD800 <= code < 0xE000 or FORBIDDEN.match(chr(code)):
                yield _finding(source, match.start(), "XML-CHARACTER", character=f"U+{code:04X}")
        elif entity in external:
            yield _finding(source, match.start(), "XML-ENTITY-EXTERNAL", entity=entity)
        elif entity and entity not in _PREDEFINED and entity not in declared:
            character = html.entities.html5.get(f"{entity};")
            meant = (
                " ".join(f"&#x{ord(one):X};" for one in character)
                if character
                else "the character itself, or its number as in &#x2014;"
            )
            yield _finding(source, match.start(), "XML-ENTITY-UNKNOWN", entity=entity, meant=meant)
        elif match["bare"] is not None:
            yield _finding(source, match.start(), "XML-AMPERSAND")


def _tags(source: Source) -> Iterator[Diagnostic]:
    """The first mistake in the nesting or the writing of tags; what follows it is mostly its echo."""
    text = source.text
    open_tags: list[tuple[str, int]] = []
    doctype = _doctype(text)
    offset, rooted = 0, False
    while (offset := text.find("<", offset)) >= 0:
        skipped = doctype.end() if doctype and offset == doctype.start() else _skipped(text, offset)
        start = _START.match(text, offset)
        end = _END.match(text, offset)
        if skipped:
            offset = skipped
        elif start:
            if not open_tags and rooted:
                yield _finding(source, offset, "XML-AFTER-ROOT", found=f"<{start['name']}>")
                return
            rooted = True
            yield from _repeated(source, start)
            if not start["empty"]:
                open_tags.append((start["name"], offset))
            offset = start.end()
        elif end:
            if not open_tags or open_tags[-1][0] != end["name"]:
                yield _unmatched(source, end["name"], offset, open_tags)
                return
            open_tags.pop()
            offset = end.end()
        else:
            yield _miswritten(source, offset)
            return
        if not open_tags and rooted and (extra := _EXTRA.match(text, offset)):
            yield _finding(source, extra.start(1), "XML-AFTER-ROOT", found="text")
            return
    if open_tags:
        name, opened = open_tags[-1]
        yield _finding(source, opened, "XML-TAG-OPEN", name=name, before="the end of the file")


def _repeated(source: Source, start: re.Match[str]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for match in _ATTRIBUTE.finditer(source.text, start.start("attributes"), start.end("attributes")):
        if match["name"] in seen:
            yield _finding(
                source,
                match.start("name"),
                "XML-ATTRIBUTE-TWICE",
                attribute=match["name"],
                name=start["name"],
            )
        seen.add(match["name"])


def _unmatched(source: Source, name: str, offset: int, open_tags: list[tuple[str, int]]) -> Diagnostic:
    """The finding for an end tag that does not close what is open."""
    names = [opened for opened, _ in open_tags]
    if not names:
        return _finding(source, offset, "XML-TAG-CLOSE", name=name, open="nothing is open here")
    inner, opened = open_tags[-1]
    if name in names:
        return _finding(source, opened, "XML-TAG-OPEN", name=inner, before=f"</{name}>")
    line = source.position(opened).line
    return _finding(
        source, offset, "XML-TAG-CLOSE", name=name, open=f"the open element is <{inner}> (line {line})"
    )


def _miswritten(source: Source, offset: int) -> Diagnostic:
    """The finding for a "<" that begins no proper tag."""
    text = source.text
    name = re.compile(rf"</?({_NAME})").match(text, offset)
    if text.startswith("<!--", offset):
        return _finding(source, offset, "XML-COMMENT-OPEN")
    if not name:
        return _finding(source, offset, "XML-LESS-THAN")
    place = name.end()
    while good := _ATTRIBUTE.match(text, place):
        place = good.end()
    bad = re.compile(rf"\s*({_NAME})\s*(=?)\s*([\"']?)").match(text, place)
    if bad:
        reason = (
            "its value has no closing quotation mark, or contains <"
            if bad[3]
            else "its value is not in quotation marks"
            if bad[2]
            else "it has no value"
        )
        return _finding(source, bad.start(1), "XML-ATTRIBUTE", attribute=bad[1], name=name[1], reason=reason)
    return _finding(source, offset, "XML-TAG-BROKEN", name=name[1])


def _finding(source: Source, offset: int, code: str, **facts: object) -> Diagnostic:
    position = source.position(offset)
    return diagnose(code, path=source.name, position=position, excerpt=source.line(position.line), **facts)
