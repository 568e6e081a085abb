"""Web pages from one warm worker: `python -m benchmarks.pages` prints pages a second, in processor time.

The peer are the TEI Consortium's own sheets under the same Saxon, where a copy of them (TEIC/Stylesheets) is
at hand: TEI_STYLESHEETS names its folder. They make a page without registers, citations or choices.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median

import edition
from benchmarks.genres import debate, play
from benchmarks.process import EDITION, once
from benchmarks.site import articles
from edition.publish.page import Neighbours, dressed, page_parameters
from edition.publish.parts import in_parts
from edition.resources import resource
from edition.saxon import Setup, Task
from edition.saxon.transformer import Transformer
from edition.tei import TeiDocument, parse, plain_xml
from edition.tei.addresses import addressed

PEER = "TEI_STYLESHEETS"
_SAMPLE = Path(__file__).parents[1] / "examples" / "workers-vanguard-1144.txt"
_ROUNDS, _SECONDS = 7, 0.7  # rounds of each, how long one takes at least


def main() -> None:
    """Print the table."""
    ours = Transformer(
        Setup(str(resource("xslt", "prepare.xsl")), {"html": str(resource("xslt", "html.xsl"))})
    )
    folder = os.environ.get(PEER)
    peer = _peer(Path(folder)) if folder else None
    print(f"{'':<34} {'text':>7} {'page':>7} {'pages a second':>15}" + (f" {'peer':>15}" if peer else ""))
    for name, document in _documents():
        made = _page(ours, document)
        jobs: list[Callable[[], object]] = [partial(_page, ours, document)]
        if peer:
            jobs.append(partial(peer, plain_xml(document.root)))
        rates = _rates(jobs)
        words = sum(len(piece) for text in document.root.iterfind("{*}text") for piece in text.itertext())
        figures = f"{words / 1000:4.1f} KB {len(made) / 1000:4.0f} KB {rates[0]:15.1f}"
        print(f"{name:<34} {figures}" + (f" {rates[1]:15.1f}" if peer else ""))


def _documents() -> Iterator[tuple[str, TeiDocument]]:
    with tempfile.TemporaryDirectory() as place:
        folder, made = Path(place) / "texts", Path(place) / "tei"
        folder.mkdir()
        articles(folder, 3)
        once([*EDITION, "build", str(folder), "-o", str(made), "--to", "tei", "-q"])
        yield "an article full of names", _read((made / "article-00002.xml").read_bytes())
        text = (folder / "article-00002.txt").read_text(encoding="utf-8")
    yield "the same without a list of names", _encoded(text)
    yield "without a paragraph of it", _encoded(_shortened(text, 4000))
    yield "the sample article", _encoded(_SAMPLE.read_text(encoding="utf-8"))
    yield "a debate", _encoded(debate(20_000))
    yield "a play", _encoded(play(200_000, verse=True))


def _shortened(text: str, size: int) -> str:
    """The text without the one of its paragraphs that leaves it nearest to `size` characters."""
    paragraphs = text.split("\n\n")
    parts = (paragraphs[:place] + paragraphs[place + 1 :] for place in range(3, len(paragraphs) - 2))
    return min(("\n\n".join(part) for part in parts), key=lambda one: abs(len(one) - size))


def _encoded(text: str) -> TeiDocument:
    data = edition.convert(text).data
    assert data is not None
    return _read(data)


def _read(data: bytes) -> TeiDocument:
    document, _ = parse(data, name="text", stem="text")
    assert document is not None
    return document


def _page(worker: Transformer, document: TeiDocument) -> str:
    """All that is done for a page, but for the pickling between processes."""
    beside = Neighbours("index.html", "a.html", "A", "b.html", "B")
    parameters = page_parameters(document.stem, "An edition", tei_beside=True, neighbours=beside)
    done = worker(Task(plain_xml(addressed(document.root)), {"html": parameters}))
    pages = in_parts(document.stem, done.results["html"], "auto", set())
    return max((dressed(page) for page in pages.values()), key=len)


def _peer(folder: Path) -> Callable[[str], str]:
    from saxonche import PySaxonProcessor  # noqa: PLC0415  (in this process only where it is asked for)

    processor = PySaxonProcessor(license=False)
    sheet = processor.new_xslt30_processor().compile_stylesheet(
        stylesheet_file=str(folder / "html5/html5.xsl")
    )

    def page(xml: str) -> str:
        made = sheet.clone().transform_to_string(xdm_node=processor.parse_xml(xml_text=xml))
        assert made is not None
        return str(made)

    return page


def _rates(jobs: list[Callable[[], object]]) -> list[float]:
    """How often a second each can be done, turn by turn, after a warm-up: the median of the rounds."""
    counts = []
    for job in jobs:
        start, count = time.process_time(), 0
        while time.process_time() - start < _SECONDS:
            job()
            count += 1
        counts.append(count)
    rounds: list[list[float]] = [[] for _ in jobs]
    for _ in range(_ROUNDS):
        for job, count, rates in zip(jobs, counts, rounds, strict=True):
            start = time.process_time()
            for _ in range(count):
                job()
            rates.append(count / (time.process_time() - start))
    return [median(rates) for rates in rounds]


if __name__ == "__main__":
    main()
