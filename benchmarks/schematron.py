"""The rules of the TEI: what setting them up takes, and how fast documents are held to them.

No peer at hand runs them; beside the set-up stands a process that only loads lxml and saxonche. The schema is
taken from EDITION_TEI_ALL.
"""

from __future__ import annotations

import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.process import measure
from benchmarks.prose import prose
from edition.diagnostics import Diagnostic
from edition.schematron import RuleChecker, Rules, read_rules
from edition.tei import TeiDocument, parse

_SIZES = (1_000_000, 8_000_000)
_TIMES = 4
_SETUP = """
import sys
from pathlib import Path
from edition.schematron import RuleChecker, read_rules
from edition.tei import parse
document, _ = parse(b"<TEI xmlns='http://www.tei-c.org/ns/1.0'/>", name="a.xml", stem="a")
with RuleChecker(read_rules(Path(sys.argv[1]))) as checker:
    checker.check(document)
"""
_LOADED = "import lxml.etree, saxonche; saxonche.PySaxonProcessor()"


def dense(size: int, broken: float = 0.0) -> bytes:
    """A TEI document of about `size` bytes, mostly markup; that share of its dates breaks a rule."""
    words = prose(20_000).split()
    parts, length, number = [], 0, 0
    while length < size:
        number += 1
        wrong = ' from="1848"' if number * broken % 1 < broken else ""
        some = [words[(number * 7 + step) % len(words)] for step in range(24)]
        date = f'<date when="1848-03-18"{wrong}>18 March</date>'
        part = (
            f'<div type="letter" subtype="draft"><p n="{number}"><persName ref="#p{number % 50}">'
            f"{' '.join(some[:2])}</persName> {' '.join(some[2:10])} {date} "
            f'<ref target="#p{number}">{some[10]}</ref> <hi rend="italic">{some[11]}</hi></p>'
            f'<lg><l n="1">{" ".join(some[12:17])}</l><l n="2">{" ".join(some[17:])}</l></lg></div>\n'
        )
        parts.append(part)
        length += len(part)
    body = "".join(parts)
    return f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>\n{body}</body></text></TEI>'.encode()


def schematron() -> None:
    """Print the CPU time of the set-up, and MB/s with and without findings, parent and worker together."""
    print("\nSchematron: the rules of tei_all (ratio: against loading lxml and saxonche)")
    given = os.environ.get("EDITION_TEI_ALL")
    if not given:
        print("EDITION_TEI_ALL does not name the schema")
        return
    peer = measure([sys.executable, "-c", _LOADED])
    cost = measure([sys.executable, "-c", _SETUP, given])
    for name, one in (
        ("peer: lxml and saxonche loaded", peer),
        ("rules compiled, one element checked", cost),
    ):
        print(f"{name:<44} {one.cpu:7.3f} s CPU {one.memory:6.0f} MiB {one.cpu / peer.cpu:6.2f}")
    rules = read_rules(Path(given))
    assert rules is not None
    for name, broken in (("no findings", 0.0), ("every date breaks a rule", 1.0)):
        taken = []
        for size in _SIZES:
            document, _ = parse(dense(size, broken), name="a.xml", stem="a")
            assert document is not None
            seconds, found = _checking(rules, document)
            taken.append(seconds)
            rate = size / 1e6 / seconds
            what = f"{size // 1_000_000} MB, {name}"
            print(f"{what:<44} {rate:7.2f} MB/s (at least 3), {len(found)} findings")
        print(f"{'':<44} 8 MB takes {taken[1] / taken[0]:.1f} times as long as 1 MB")


def _checking(rules: Rules, document: TeiDocument) -> tuple[float, list[Diagnostic]]:
    """CPU seconds of both processes for one document, the set-up taken off, and the findings."""
    found: list[Diagnostic] = []

    def run(times: int) -> None:
        with RuleChecker(rules) as checker:
            for _ in range(times):
                found[:] = checker.check(document)

    _cpu(lambda: run(1))
    once, often = _cpu(lambda: run(1)), _cpu(lambda: run(1 + _TIMES))
    return (often - once) / _TIMES, found


def _cpu(run: Callable[[], None]) -> float:
    def used() -> float:
        usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        return sum(usage.ru_utime + usage.ru_stime for usage in usages)

    start = used()
    run()
    return used() - start


if __name__ == "__main__":
    schematron()
