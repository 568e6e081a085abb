"""What a page of the web has above the masthead of a piece: menus and links, kept apart from the work."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.masthead import is_date_line, parse_masthead_line
from edition.converter.languages import Language
from edition.converter.segment.frame import begins
from edition.converter.segment.lines import Line, Stanza
from edition.model import Block, spanning

RULE = "links above the masthead"
_MOST = 40  # lines
_LONGEST = 400  # characters: a menu may be one line
_MOST_TITLES = 2  # lines over a masthead that are the title of the page
_BELOW = 7  # lines under the masthead in which the headline stands
_FEWEST = 12  # characters of a headline
_SHORT = 80  # characters of any other


def without_navigation(
    stanzas: Sequence[Stanza], language: Language
) -> tuple[Block | None, tuple[Stanza, ...]]:
    """The lines above a masthead, where one is a link of a page and none is text; and the stanzas below."""
    place = _masthead_at([line for stanza in stanzas[:_MOST] for line in stanza.lines][:_MOST], language)
    if not place:
        return None, tuple(stanzas)
    above: list[Stanza] = []
    for number, stanza in enumerate(stanzas):
        if place >= len(stanza.lines):
            above.append(stanza)
            place -= len(stanza.lines)
            continue
        rest = (Stanza(stanza.lines[place:]), *stanzas[number + 1 :])
        if place:
            above.append(Stanza(stanza.lines[:place]))
        inner = tuple(Block("paragraph", one.span, rule=RULE) for one in above)
        return spanning("navigation", inner, rule=RULE), rest
    return None, tuple(stanzas)


def _repeated(lines: Sequence[Line], number: int) -> bool:
    """Whether the headline stands over the masthead at `number` too, as the title of the page."""
    below = [line.text.rstrip(" |") for line in lines[number + 1 : number + _BELOW]]
    above = [line.text.rstrip(" |") for line in lines[:number]]
    return any(len(text) >= _FEWEST and any(a.startswith(text) for a in above) for text in below)


def _masthead_at(lines: Sequence[Line], language: Language) -> int:
    """The line that names a periodical and its number, over or beside a date, under links; else 0."""
    linked = False
    for number, line in enumerate(lines):
        text = line.text.rstrip(" |")
        if (linked or 0 < number <= _MOST_TITLES) and len(text) <= _SHORT:
            parsed = parse_masthead_line(text, language)
            if parsed is not None and parsed.has("title") and parsed.has("biblScope", "issue"):
                below = lines[number + 1].text if number + 1 < len(lines) else ""
                if not parsed.has("date") and not is_date_line(below, language):
                    return 0
                return number if linked or _repeated(lines, number) else 0
        if begins(text, "links"):
            linked = True
        elif len(text) > _SHORT or text.endswith((".", ",", ";")):
            return 0
    return 0
