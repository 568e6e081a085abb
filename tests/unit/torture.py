"""An edition made to be hard to print: notes, apparatus, marginalia, registers, four scripts, genres.

Every mark that a test looks for is a word that stands nowhere else: N17x is in the note that n17x calls.
"""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

from tests.command import edition

WORDS = re.findall(
    r"\w+",
    "the ferry at dusk lay still under a lantern and nobody came down to the water while bells of the far "
    "bank told the hour to fields and to sheep that had no need of it",
)
SCRIPTS = {
    "grc": "μῆνιν ἄειδε θεὰ Πηληϊάδεω Ἀχιλῆος οὐλομένην",
    "ru": "Мой дядя самых честных правил когда не в шутку занемог",
    "he": "בראשית ברא אלהים את השמים ואת הארץ",
    "ar": "بسم الله الرحمن الرحيم",
}
PEOPLE = {"ada": "Ada Moor", "tom": "Tom Hale", "ida": "Ida Venn", "sam": "Sam Garth"}
PLACES = {"dorne": "Dorne", "mill": "The Mill"}


class Builder:
    """Writes TEI, and keeps what it wrote where: for each mark the words that it must be found beside."""

    def __init__(self, stem: str, seed: int) -> None:
        self.stem = stem
        self._random = Random(seed)
        self._count = 0
        self.notes: list[str] = []
        self.editors_notes: list[str] = []
        self.variants: list[str] = []
        self.margins: list[str] = []

    def mark(self, letter: str) -> str:
        self._count += 1
        return f"{letter}{self.stem}{self._count}x"

    def words(self, count: int) -> str:
        return " ".join(self._random.choice(WORDS) for _ in range(count))

    def note(self) -> str:
        mark = self.mark("n")
        self.notes.append(mark)
        length = self._random.choice((4, 9, 30, 90))
        if len(self.notes) % 3:
            return f"{mark}<note>{mark.upper()} {self.words(length)}.</note>"
        self.editors_notes.append(mark)
        return f"{mark}<note type='editorial'>{mark.upper()} {self.words(length)}.</note>"

    def variant(self) -> str:
        mark = self.mark("v")
        self.variants.append(mark)
        return f"<app><lem>{mark}</lem><rdg wit='#B'>{mark.upper()}</rdg></app>"

    def margin(self) -> str:
        mark = self.mark("m")
        self.margins.append(mark)
        return (
            f"{mark}<note place='margin'>{mark.upper()} {self.words(self._random.choice((2, 5, 8)))}</note>"
        )

    def person(self) -> str:
        key = self._random.choice(list(PEOPLE))
        return f"<persName ref='#{key}'>{PEOPLE[key]}</persName>"

    def place(self) -> str:
        key = self._random.choice(list(PLACES))
        return f"<placeName ref='#{key}'>{PLACES[key]}</placeName>"

    def script(self) -> str:
        lang = self._random.choice(list(SCRIPTS))
        return f"<foreign xml:lang='{lang}'>{SCRIPTS[lang]}</foreign>"

    def paragraph(self) -> str:
        pieces = [self.words(self._random.randint(8, 40)).capitalize()]
        makers = (self.note, self.variant, self.margin, self.person, self.place, self.script)
        for _ in range(self._random.randint(1, 4)):
            pieces += [self._random.choice(makers)(), self.words(self._random.randint(6, 30))]
        return f"<p>{' '.join(pieces)}.</p>"

    def prose(self, divisions: int, paragraphs: int) -> str:
        return "".join(
            f"<div><head>Chapter {self.stem}{n} of {self.words(3)}</head>"
            + "".join(self.paragraph() for _ in range(paragraphs))
            + f"<quote>{self.paragraph()}</quote>"
            + f"<list><item>{self.words(5)}</item><item>{self.note()}</item></list></div>"
            for n in range(1, divisions + 1)
        )

    def play(self, speeches: int) -> str:
        turns = "".join(
            f"<sp who='#{key}'><speaker>{PEOPLE[key].split()[0].upper()}.</speaker>"
            f"<p>{self.words(self._random.randint(5, 40)).capitalize()} {self.variant()}.</p></sp>"
            f"<stage>{self.words(4)}</stage>"
            for key in (self._random.choice(list(PEOPLE)) for _ in range(speeches))
        )
        return f"<div><head>Act I</head>{turns}</div>"

    def verse(self, lines: int) -> str:
        made = "".join(f"<l n='{n}'>{self.words(6)} {self.variant()}</l>" for n in range(1, lines + 1))
        return f"<lg>{made}</lg>"

    def table(self) -> str:
        rows = "".join(
            f"<row><cell>{self.words(2)}</cell><cell>{self.words(3)}</cell></row>" for _ in range(15)
        )
        return f"<table><head>Of {self.words(2)}</head>{rows}</table>"


def documents() -> dict[str, tuple[str, Builder]]:
    """The texts of the edition by their stems, each with what was written into it."""
    prose, play, verse = Builder("a", 1), Builder("b", 2), Builder("c", 3)
    bodies = {
        "a": (prose, prose.prose(4, 16) + prose.table()),
        "b": (play, play.play(45)),
        "c": (verse, verse.verse(60) + verse.prose(1, 8)),
    }
    return {
        stem: (_document(f"Text {stem.upper()}", body), builder) for stem, (builder, body) in bodies.items()
    }


SETTINGS = """title = "Hard to Print"
editors = ["Ada Miller"]
[print]
line-numbers = "page"
volumes = "one"
"""


def torture_volume(folder: Path) -> Path:
    """The folder with the volume of the edition, edition.pdf, made as a user makes it."""
    texts = folder / "texts"
    texts.mkdir()
    (texts / "edition.toml").write_text(SETTINGS, encoding="utf-8")
    for stem, (document, _) in documents().items():
        (texts / f"{stem}.xml").write_text(document, encoding="utf-8")
    ran = edition("build", texts, "-o", folder / "out", "--to", "pdf")
    assert (ran.code, "warning" in ran.err) == (0, False), ran.err
    return folder / "out"


def _document(title: str, body: str) -> str:
    people = "".join(
        f"<person xml:id='{key}'><persName>{name}</persName></person>" for key, name in PEOPLE.items()
    )
    places = "".join(
        f"<place xml:id='{key}'><placeName>{name}</placeName></place>" for key, name in PLACES.items()
    )
    return (
        "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt>"
        f"<title>{title}</title></titleStmt><publicationStmt><p>Unpublished.</p></publicationStmt>"
        "<sourceDesc><p>Written to be hard to print.</p></sourceDesc></fileDesc></teiHeader>"
        f"<standOff><listPerson>{people}</listPerson><listPlace>{places}</listPlace></standOff>"
        f"<text><body>{body}</body></text></TEI>"
    )
