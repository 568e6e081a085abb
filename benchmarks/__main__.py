"""Measure everything the README and the changelog claim, each against a named peer in the same run."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from benchmarks.dates import dates
from benchmarks.genres import genres
from benchmarks.hostile import hostile
from benchmarks.lists import lists
from benchmarks.process import EDITION, Cost, measure
from benchmarks.prose import prose
from benchmarks.validation import validation

SAMPLE = Path(__file__).parents[1] / "examples" / "workers-vanguard-1144.txt"


def main() -> None:
    """Print the tables."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        sample(work)
        linear(work)
    dates()
    genres()
    lists()
    hostile()
    validation()


def row(what: str, cost: Cost, peer: Cost | None = None, note: str = "") -> None:
    """One line: the figures, and the CPU time as a share of the peer's."""
    ratio = f"{cost.cpu / peer.cpu:6.2f}" if peer else "     –"
    print(
        f"{what:<44} {cost.cpu:7.3f} s CPU {cost.wall:7.3f} s {cost.memory:6.0f} MiB {ratio}  {note}".rstrip()
    )


def sample(work: Path) -> None:
    """The sample, whole processes; the peer is Python importing lxml, click and saxonche."""
    print("\nThe sample (ratio: against the peer in the first line)")
    peer = measure([sys.executable, "-c", "import lxml.etree, click, saxonche; saxonche.PySaxonProcessor()"])
    row("peer: python, lxml, click, saxonche loaded", peer)
    out = ["-o", str(work / "out"), "--force", "-q"]
    row("edition --help", measure([*EDITION, "--help"]), peer, "at most 0.1 s")
    row("edition convert", measure([*EDITION, "convert", str(SAMPLE), *out]), peer, "at most 0.4 s")
    row("edition build", measure([*EDITION, "build", str(SAMPLE), *out]), peer, "at most 1.5 s, 200 MiB")


def linear(work: Path) -> None:
    """1 MB and 10 MB of prose, every check on; the peer reads and writes the same text through lxml."""
    print("\nProse (ratio: against lxml parsing and serialising the result)")
    costs = []
    for megabytes in (1, 10):
        path = work / f"prose-{megabytes}.txt"
        path.write_text(prose(megabytes * 1_000_000), encoding="utf-8")
        command = [*EDITION, "convert", str(path), "-o", str(work), "--genre", "prose", "-q", "--force"]
        cost = measure(command, runs=3)
        result = work / f"prose-{megabytes}.xml"
        code = "import sys; from lxml import etree; etree.tostring(etree.parse(sys.argv[1]))"
        peer = measure([sys.executable, "-c", code, str(result)], runs=3)
        row(f"edition convert, {megabytes} MB", cost, peer, f"{megabytes / cost.cpu:.2f} MB/s")
        costs.append(cost)
    print(f"10 MB takes {costs[1].cpu / costs[0].cpu:.1f} times the CPU of 1 MB (at most 11)")


if __name__ == "__main__":
    main()
