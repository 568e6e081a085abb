"""All codes as one page of Markdown (CommonMark): docs/diagnostics.md, and `edition explain --all`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from edition.diagnostics.explain import codes, hint_of, message_of

_BEGINNING = """\
# What `edition` says, and what to do

Every message has a code. `edition explain CODE` says on the terminal what stands here; this page is what
`edition explain --all` prints. In `edition.toml` a code can be ignored or weighed otherwise. A … stands for
what is left out, or differs from case to case.
"""


@cache
def areas() -> dict[str, dict[str, str]]:
    """The areas of codes ("XML", "TEI", ...) in their order, each with `title` and `about`."""
    return tomllib.loads(
        files("edition.diagnostics").joinpath("areas.toml").read_text(encoding="utf-8"),
    )


def as_markdown() -> str:
    """Every code with its meaning and an example, by area, with a table of contents."""
    lines = [_BEGINNING]
    for area, words in areas().items():
        named = ", ".join(f"[{code}](#{code.lower()})" for code in codes(area))
        lines.append(f"- [{words['title']}](#{_anchor(words['title'])}): {named}")
    for area, words in areas().items():
        lines += ["", f"## {words['title']}", "", words["about"]]
        for code, entry in codes(area).items():
            lines += ["", *_section(code, entry)]
    return "\n".join(lines) + "\n"


def _section(code: str, entry: dict[str, str]) -> list[str]:
    title = f"**{_escaped(entry['title'])}** ({entry['severity']})"
    lines = [f"### {code}", "", title, "", _escaped(entry["why"])]
    message, hint = message_of(entry), hint_of(entry)
    said = [*([message] if message else []), *([f"hint: {hint}"] if hint else [])]
    if said:
        lines += ["", *_block("text", "\n".join(said))]
    for name in ("wrong", "right"):
        if name in entry:
            language = "xml" if "<" in entry[name] else "text"
            lines += ["", f"{name.capitalize()}:", "", *_block(language, entry[name])]
    return lines


def _block(language: str, text: str) -> list[str]:
    return [f"```{language}", text, "```"]


def _escaped(text: str) -> str:
    """The text with every sign that means something to Markdown as itself."""
    return re.sub(r"([\\`*_<&\[\]])", r"\\\1", text)


def _anchor(heading: str) -> str:
    """What a heading is pointed to by, as GitHub makes it: small letters, no punctuation, hyphens."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
