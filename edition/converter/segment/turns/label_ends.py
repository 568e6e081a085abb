"""Where labels end: offices, places and parties belong to them, and no direction how something is said."""

from __future__ import annotations

from collections.abc import Sequence

from edition.converter.forms.speakers import first_word
from edition.converter.languages import Language
from edition.converter.segment.lines import Line
from edition.converter.segment.turns.candidate import Candidate
from edition.converter.segment.turns.closings import closing_of, is_affiliation, only_brackets
from edition.converter.segment.turns.directions import is_reaction
from edition.converter.segment.turns.initials import office_end
from edition.converter.segment.turns.style import Style


def end_of_label(line: Line, label: Candidate, rest: Sequence[Line], language: Language, style: Style) -> int:
    """Where a label ends: after its colon or stop; before a direction. `rest` are the lines below it, into
    which an office may go on, or a bracket that says where someone belongs.
    """
    end = _on_its_line(line, label, language, style)
    if label.opens:
        return _end_of_office(end, rest)
    if label.form == "alone" and style.notes and rest and _says_where(rest[0], language):
        return rest[0].span.end
    return end


def _on_its_line(line: Line, label: Candidate, language: Language, style: Style) -> int:
    if style.notes and label.form in ("bracket", "alone") and _is_part_of_label(line, label, language):
        return line.span.end
    if label.form == "bracket" and style.notes:
        closing = closing_of(line.text, label.name)
        return line.span.start + (closing.end if closing is not None else label.name)
    if label.form == "bracket":
        return line.span.start + label.name
    if label.inside and not style.notes:
        before = line.text[: line.text.rfind(label.inside, 0, label.name) - 1]
        return line.span.start + len(before.rstrip())
    if label.form == "alone" and label.stopped == "colon" and style.notes:
        return line.span.end
    if label.form == "alone":
        text = line.text
        cut = text.find("(") if "(" in text else text.find("[")
        if cut > 0 and cut >= label.name:
            return line.span.start + len(text[:cut].rstrip())
        return line.span.end
    if directs_after_comma(line, label, language, style):
        return line.span.start + label.name
    return line.span.start + label.end


def directs_after_comma(line: Line, label: Candidate, language: Language, style: Style) -> bool:
    """Whether a play says after the name and a comma how something is said or what is done; an office or
    a second name that stands there belongs to the label ("Mr. SMITH, chairman.").
    """
    if style.notes or label.form not in ("comma", "period") or line.text[label.name] != ",":
        return False
    words = line.text[label.name + 1 : label.end].lstrip(" _")
    return words[:1].islower() and first_word(words) not in language.labels.roles


def _is_part_of_label(line: Line, label: Candidate, language: Language) -> bool:
    """Whether the bracket after a name on a line of its own says who that is: a place, a party."""
    inside = line.text[label.name :].strip()
    return only_brackets(inside) and not is_reaction(inside, language)


def _says_where(line: Line, language: Language) -> bool:
    """Whether a line under a name says in brackets to what place or party someone belongs."""
    inside = line.text
    return only_brackets(inside) and is_affiliation(inside) and not is_reaction(inside, language)


def _end_of_office(end: int, rest: Sequence[Line]) -> int:
    """Where an office ends that goes on in the lines below its label."""
    found = office_end([line.text for line in rest])
    return rest[found[0]].span.start + found[1] if found is not None else end
