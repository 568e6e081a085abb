"""Elements of RELAX NG's XML syntax, written so that each stands on its line."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Element:
    """An element of the XML syntax, and the line where it belongs."""

    tag: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)
    text: str = ""


def written(root: Element) -> bytes:
    """The document of this root element, in UTF-8."""
    writer = _Writer()
    writer.write(root)
    return writer.data()


class _Writer:
    """Writes elements so that each stands on its line."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._line = 1

    def write(self, element: Element) -> None:
        """Writes one element with its content."""
        if element.line > self._line:
            self._parts.append("\n" * (element.line - self._line))
            self._line = element.line
        said = "".join(f' {name}="{_escaped(value)}"' for name, value in element.attributes.items())
        self._parts.append(f"<{element.tag}{said}>{_escaped(element.text)}")
        for child in element.children:
            self.write(child)
        self._parts.append(f"</{element.tag}>")

    def data(self) -> bytes:
        """What was written."""
        return "".join(self._parts).encode("utf-8")


def _escaped(text: str) -> str:
    for sign, reference in (
        ("&", "&amp;"),
        ("<", "&lt;"),
        (">", "&gt;"),
        ('"', "&quot;"),
        ("\n", "&#10;"),
        ("\t", "&#9;"),
        ("\r", "&#13;"),
    ):
        text = text.replace(sign, reference)
    return text
