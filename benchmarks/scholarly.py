"""Prose with a scholar's machinery: notes of author and editor, an apparatus, and notes in the margin."""

from __future__ import annotations

import html
import random

from benchmarks.prose import prose

_HEAD = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc>
<titleStmt><title>Heavy</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt>
<sourceDesc><p>Made up.</p></sourceDesc></fileDesc></teiHeader><text><body>"""
_CHAPTER = 40  # paragraphs


def scholarly(size: int, seed: int = 1144) -> str:
    """A TEI document of about `size` characters of running text; what belongs to it is half as much again."""
    chance = random.Random(seed)
    spare = prose(size, seed + 1).split(". ")
    parts = [_HEAD]
    for number, paragraph in enumerate(prose(size, seed).split("\n\n")):
        if number % _CHAPTER == 0:
            parts.append(f"{'</div>' if number else ''}<div><head>Chapter {number // _CHAPTER + 1}</head>")
        words = html.escape(paragraph).split(" ")
        for place in sorted(chance.sample(range(len(words)), min(3, len(words))), reverse=True):
            words[place] = _annotated(words[place], html.escape(chance.choice(spare)), chance.random())
        parts.append(f"<p>{' '.join(words)}</p>")
    return "\n".join((*parts, "</div></body></text></TEI>"))


def _annotated(word: str, words: str, draw: float) -> str:
    """A word with something said about it; `draw` from 0 to 1 says what."""
    if draw < 0.3:
        return f"{word}<note>{words}.</note>"
    if draw < 0.5:
        return f'{word}<note type="editorial">{words}.</note>'
    if draw < 0.8:
        return f'<app><lem>{word}</lem><rdg wit="#B">{words.partition(" ")[0]}</rdg></app>'
    return f'{word}<note place="margin">{" ".join(words.split()[:4])}</note>'
