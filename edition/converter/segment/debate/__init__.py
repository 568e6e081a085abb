"""Debates, parliaments, interviews, hearings: turns of people who speak for themselves.

Turns are encoded as `sp`, not `u`: what is converted is a printed record, with the names of the speakers in
the text itself, and `sp` keeps the label where it stands (Guidelines 7.2.2, 8.1).
"""

from __future__ import annotations

from edition.converter.segment.debate.reading import read, read_interview
from edition.converter.segment.debate.weighing import weigh, weigh_interview
from edition.converter.segment.text import Genre

GENRE = Genre(read, weigh, most=0.95)
INTERVIEW = Genre(read_interview, weigh_interview, most=0.95)
