"""The genres: how each is told and read. A genre is added as a package of its own and an entry here."""

from __future__ import annotations

from edition.converter.segment import article, bibliography, debate, drama, letter, prose, speech, verse
from edition.converter.segment.text import Genre

GENRES: dict[str, Genre] = {
    "article": article.GENRE,
    "drama": drama.GENRE,
    "debate": debate.GENRE,
    "interview": debate.INTERVIEW,
    "speech": speech.GENRE,
    "bibliography": bibliography.GENRE,
    "letter": letter.GENRE,
    "verse": verse.GENRE,
    "prose": prose.GENRE,
}
