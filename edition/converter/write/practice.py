"""Which editorial practice every encoding of ours follows (Guidelines 2.3.3): said in each header."""

from __future__ import annotations

from typing import NamedTuple


class Practice(NamedTuple):
    """One statement of `editorialDecl`: its element, attributes, and what it says."""

    element: str
    attributes: tuple[tuple[str, str], ...]
    words: str


PRACTICE = (
    Practice(
        "normalization",
        (("method", "markup"),),
        "The text stands as in the source: no character but blanks was added, removed or changed. "
        "Blank lines and the blanks at the beginnings and ends of lines are layout and are not kept. "
        "Inside lines blanks stand as they are, no-break, thin and hair spaces too. A character that XML "
        "cannot hold is shown by a g element, and charDecl says which character it is.",
    ),
    Practice(
        "quotation",
        (("marks", "all"),),
        "All quotation marks stand in the text as they do in the source. Quotations that the source "
        "sets apart without marks are encoded as quote, and no marks were added.",
    ),
    Practice(
        "hyphenation",
        (("eol", "all"),),
        "All hyphens stand as they do in the source, those at line ends too. The hyphen of a word that the "
        "end of a line parts is marked as weak (pc), the line beginning after it as no break (lb).",
    ),
    Practice(
        "stdVals",
        (),
        "Dates carry normalised values according to ISO 8601, of the precision that the text has: "
        "a day without a year is given as --MM-DD.",
    ),
    Practice(
        "interpretation",
        (),
        "Structure, persons, dates and sources were recognised by rule. What was concluded and does not "
        "stand in the text carries resp, which points to the responsible program, and cert, "
        "which says how sure the rule is.",
    ),
)
