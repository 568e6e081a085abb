"""A whole site of articles: `python -m benchmarks.site [COUNT...]` builds editions of so many texts and prints
what they cost, without a peer: nothing else at hand makes such a site of such texts.

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
    """An edition of `count` articles in `folder`, with its lists and edition.toml; the same for the same seed."""
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
    for place, paragraph in enumerate(paragraphs):
        for _ in range(chance.randint(1, 3)):
            paragraph += f" Then {_one(chance, chance.choice(lists))} was named again in {month} {year - 3}."
        paragraphs[place] = paragraph
    speaker = _one(chance, lists[0])
    quoted = f"Comrades, {prose(300, seed=number + 1).lower()}\n\n—{speaker}, “On the {number} lamps” (3 {month} {year - 1})"
    head = f"The Daily Lamp No. {number}\n\n{1 + number % 28} {month} {year}\n\nOf {number} lamps and the mill\n\n"
    return "\n\n".join([head.rstrip(), *paragraphs, quoted]) + "\n"


def _one(chance: random.Random, listed: list[str]) -> str:
    """One of the names, the first of them most often."""
    return listed[min(int(chance.paretovariate(0.6)) - 1, len(listed) - 1)]


def main(counts: list[int]) -> None:
    """Print the costs of TEI and pages for each of `counts` texts, with the factor against the first."""
    print(f"{'texts':>8} {'wall':>9} {'CPU':>9} {'memory':>11} {'of the first':>13}")
    first: Cost | None = None
    for count in counts:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place)
            articles(folder, count)
            out = folder / "site"
            cost = once([*EDITION, "build", place, "-o", str(out), "--to", "html", "-q"])
            first = first or cost
            factor = f"{cost.wall / first.wall:.1f} × time"
            size = sum(path.stat().st_size for path in out.rglob("*.html")) / 2**20
            print(
                f"{count:>8} {cost.wall:7.1f} s {cost.cpu:7.1f} s {cost.memory:7.0f} MiB {factor:>13}"
                f"  ({size:.0f} MiB of pages)"
            )


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [100, 1000])
