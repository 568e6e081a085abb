"""A whole site of articles: `python -m benchmarks.site [COUNT...]` builds editions of so many texts and
prints what they cost, without a peer: nothing else at hand makes such a site of such texts.

An article has 4 KB: masthead, introduction, a quotation with its source, names of persons, places and bodies
from lists of the edition, which are named as unevenly as names are (Zipf), and dates.
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

from benchmarks.lists import names
from benchmarks.process import EDITION, Cost, once
from benchmarks.prose import prose

_SIZE = 4000  # characters
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905
_PERSONS, _PLACES, _BODIES = 2000, 300, 120


def articles(folder: Path, count: int, seed: int = 1144) -> None:
    """An edition of `count` articles in `folder`, with lists and edition.toml; the same for the same seed."""
    chance = random.Random(seed)
    every = names(_PERSONS + _PLACES + _BODIES)
    persons, places = every[:_PERSONS], every[_PERSONS : _PERSONS + _PLACES]
    bodies = [f"{name} Union" for name in every[_PERSONS + _PLACES :]]
    _list(
        folder / "persons.csv",
        "name,GND,note",
        (f"{one},1{n:08},born in a village" for n, one in enumerate(persons)),
    )
    _list(
        folder / "places.csv",
        "name,coordinates",
        (f'{one},"{n / 7:.3f} {n / 3:.3f}"' for n, one in enumerate(places)),
    )
    _list(folder / "organisations.csv", "name,wikidata", (f"{one},Q{n}" for n, one in enumerate(bodies)))
    (folder / "edition.toml").write_text(
        'title = "A thousand articles"\neditors = ["Ada Miller"]\nlanguage = "en"\npersons = "persons.csv"\n'
        'places = "places.csv"\norganisations = "organisations.csv"\n',
        encoding="utf-8",
    )
    for number in range(count):
        text = _article(number, chance, [persons, places, bodies])
        (folder / f"article-{number:05}.txt").write_text(text, encoding="utf-8")


def _list(path: Path, heading: str, rows: object) -> None:
    assert hasattr(rows, "__iter__")
    path.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")


def _article(number: int, chance: random.Random, lists: list[list[str]]) -> str:
    year, month = 1900 + number % 90, _MONTHS[number % 12]
    paragraphs = prose(_SIZE - 700, seed=number).split("\n\n")
    for place in range(len(paragraphs)):
        for _ in range(chance.randint(1, 3)):
            named = _one(chance, chance.choice(lists))
            paragraphs[place] += f" Then {named} was named again in {month} {year - 3}."
    speaker = _one(chance, lists[0])
    source = f"—{speaker}, “On the {number} lamps” (3 {month} {year - 1})"
    quoted = f"Comrades, {prose(300, seed=number + 1).lower()}\n\n{source}"
    head = (
        f"The Daily Lamp No. {number}\n\n{1 + number % 28} {month} {year}\n\nOf {number} lamps and the mill"
    )
    return "\n\n".join([head, *paragraphs, quoted]) + "\n"


def _one(chance: random.Random, listed: list[str]) -> str:
    """One of the names, the first of them most often."""
    return listed[min(int(chance.paretovariate(0.6)) - 1, len(listed) - 1)]


def main(counts: list[int]) -> None:
    """Print the costs of the pages for each of `counts` texts, from plain text and from TEI."""
    print(f"{'texts':>8} {'from':<6} {'wall':>9} {'CPU':>9} {'memory':>11}")
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            folder, tei = Path(place) / "texts", Path(place) / "tei"
            folder.mkdir()
            articles(folder, count)
            _row(
                count,
                "text",
                once([*EDITION, "build", str(folder), "-o", str(tei), "--to", "tei,html", "-q"]),
            )
            for page in tei.rglob("*.html"):
                page.unlink()
            out = Path(place) / "site"
            _row(count, "TEI", once([*EDITION, "build", str(tei), "-o", str(out), "--to", "html", "-q"]))
            size = sum(path.stat().st_size for path in out.rglob("*.html")) / 2**20
            print(f"{'':>8} {size:.0f} MiB of pages")


def _row(count: int, source: str, cost: Cost) -> None:
    print(f"{count:>8} {source:<6} {cost.wall:7.1f} s {cost.cpu:7.1f} s {cost.memory:7.0f} MiB")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [100, 1000])
