"""The roles that a piece of a reference can have.

Those that may stand before the title is known end in 0, those after it in 1: names after a title are of
editors, a date before it belongs to a style that dates first.
"""

from __future__ import annotations

FAMILY0, GIVEN0, INITIAL0, NAME0, BODY0, MORE0, ROLE0 = range(7)
DATE0, NUMBER0, ADDRESS0, OTHER0 = range(7, 11)
TITLE, JOURNAL, WORK, SERIES, HOUSE, TOWN, EDITION, IN = range(11, 19)
FAMILY1, GIVEN1, INITIAL1, NAME1, MORE1, ROLE1 = range(19, 25)
DATE1, NUMBER1, ADDRESS1, OTHER1 = range(25, 29)
LEAD0, LEAD1 = 29, 30  # a word for an editor that stands before the name; ROLE stands after it

TITLES = frozenset({TITLE, JOURNAL, WORK})
